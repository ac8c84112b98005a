"""What a verb group tells of whoever is its subject: "will …", "is to …", "plans …", "could not …".

Comes in: a verb group and the agents of its subject.  Goes out: what they are to do, or will not.  The one idea: a modal or a verb of planning makes a
doing a commitment; a state, a saying and an event are none.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.awaited import Awaited
from kg.facts.commitments.bonds import Bonds
from kg.facts.commitments.found import SOMEBODY, Found
from kg.facts.commitments.modals import FUTURE, SCHEDULED, is_unbound, keeps_silent, offers_times
from kg.facts.commitments.openings import NO_DOING
from kg.facts.context import PERSONAL, Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, NO_DEEDS, SAYINGS, STATES, gives_nothing
from kg.model import EntityType

_PLANNING = ACTING.words("planning")
_ARRANGED = ACTING.words("arranged")
_FOUND = frozenset({"a", "an", "another", "someone", "somebody"})  # "will find a date"
_COMING = frozenset({"come", "appear", "arrive", "follow", "emerge", "reach"})
_LOOKED_FOR = ACTING.words("looked-for")
_A = (["a"], ["an"], ["another"], ["further"], ["two"], ["three"])
_OWN_WILL = frozenset({"would", "will", "shall"})
_OF_PEOPLE = ACTING.words("deeds-of-people")
_THIS = frozenset({"this", "it", "that"})
_NO_REFUSALS = ACTING.words("no-refusals")
_NO_HEADS = frozenset({"that", "and", "but", "or", "if", "as", "when", "which"})
_THINKING = frozenset({"what", "to", "whether", "if", "about", "out", "again", "over"})
_MADE_BY_SOMEBODY = ACTING.words("made-by-somebody")
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_RECEIVED = frozenset({"see", "have", "know", "hear", "receive", "get", "be"})
_WISHING = frozenset({"expect", "prefer", "rather", "want", "need"})
_EXPECTED = ACTING.words("expected")
_EXPECTING = frozenset({"expects", "expected", "anticipates", "anticipated"})
_GIVING = frozenset({"promised", "pledged", "offered", "guaranteed"})
_EXPECTING_NOT = frozenset({"expect", "anticipate", "envisage"})
# verbs that tell of what is to be without an auxiliary
_WITHOUT_HELP = _GIVING | _EXPECTING | _EXPECTING_NOT | _PLANNING
_REGRETS = ACTING.words("regrets")
_ACTORS = BODIES | PERSONAL


class Outlooks(Awaited):
    """Reads verb groups whose subject can act."""

    @cached_property
    def bonds(self) -> Bonds:
        """The patterns that bind, asked at every verb group."""
        return Bonds(self.context, self.discourse)

    def is_silent(self, group: VerbGroup) -> bool:
        """Does a verb group tell nothing of what is to come: no modal, no form of be, and no verb that binds or plans?"""
        if group.modal or group.be:
            return False
        head = self.context.tokens.lows[group.head]
        return head not in _WITHOUT_HELP and head not in self.context.lexicon.bonds

    def of_group(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        if self.is_silent(group):
            return None
        head = self.context.tokens.lows[group.head]
        found = self.bonds.read(group, agents, line.last)
        if found is not None and found.rule == "binding-object" and self.was_asked(line, agents):
            return None
        if found is not None or not agents:
            return found
        going_on = group.progressive and group.be in {"is", "are"} and not self._has_begun(group.head, line.last)
        if going_on and due_in(self.context, line, (group.head, line.last)).text:
            doers = self.beside(agents, group.head, line.last)
            return Found(doers, "planned", "present-with-a-time", (group.head, line.last))
        given = head in _GIVING and all(
            self.context.type_of(key) in PERSONAL for key in agents
        )  # "was promised a reply by May"
        if (
            head in _EXPECTED
            and not given
            and group.be
            and not group.modal
            and not group.negated
            and "had" not in self.context.tokens.lows[group.first : group.head]
            and due_in(self.context, line, (group.head, line.last)).end
        ):
            return Found(agents, "planned", "expected-then", (group.head, line.last))
        if head in _GIVING and group.perfect and not group.be and not group.negated:
            return self._has_given(line, group, agents)
        if head in _EXPECTING and not group.modal and not group.be and self._is_awaited(line, group):
            return Found((), "planned", "expects-then", (group.head, line.last), no_actor="the text names nobody")
        if head in _EXPECTING_NOT and group.negated and not group.modal:
            return self._is_not_expected(line, group)
        if self.must(line, group):
            return Found(agents, "requested", "must-by", (group.head, line.last))
        if group.modal in {"can", "could"} and group.negated:
            return self._cannot(line, group, agents)
        if head in _PLANNING and not group.be:
            return self._plans(line, group, agents)
        if group.modal not in FUTURE or group.modal == "should":
            return None
        free = group.modal in _OWN_WILL and is_unbound(self.context.tokens.lows, group, line.last)
        over = group.modal in SCHEDULED and "had" in self.context.tokens.lows[group.first : group.head]
        if over or free:  # "which it had been due to carry out in January"
            return None
        return self.future(line, group, agents, thought)

    def _plans(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "plans a second survey in September": a thing, with its time."""
        lows, after = self.context.tokens.lows, group.head + 1
        after += lows[after : after + 1] == ["in"]  # "has pencilled in a visit"
        arranged = group.perfect and lows[group.head] in _ARRANGED
        if group.modal or (group.perfect and not arranged) or lows[after : after + 1] not in _A:
            return None
        if group.negated or not due_in(self.context, line, (after, line.last)).text:
            return None
        return Found(agents, "planned", "plans-a-thing", (after, line.last))

    def _cannot(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "could not release the list": a refusal, unless it is a saying, a knowing or a state; not "could not have agreed more"."""
        head = self.context.tokens.lows[group.head]
        if group.be or group.perfect or head in NO_DOING or not self.is_here(agents):
            return None
        return Found(agents, "unlikely", "cannot", (group.head, line.last), status="unlikely")

    def future(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        context, tokens = self.context, self.context.tokens
        head = tokens.lows[group.head]
        group = replace(group, negated=True) if gives_nothing(tokens.lows, group.head) else group
        thought = thought and not (group.negated and not _REGRETS.isdisjoint(tokens.lows[line.first : group.first]))
        if group.modal == "would" and (head in _WISHING or self._would_like(group)):
            return self._expects(line, group, agents)
        if group.modal == "would" and (thought or not self._is_ours(agents)):
            return None
        if thought and group.modal not in {"will", "going to", "due to", "set to"}:
            return None
        if not group.negated and (head == group.modal or head in _NO_HEADS or not head[0].isalpha()):
            return None  # "They would, was the answer."
        state = not group.negated and self.is_state(group, line.last)
        no_deed = not group.negated and group.modal in _OWN_WILL and self._is_no_deed(group, agents)
        if state or no_deed:
            due = due_in(context, line, (group.head, line.last)).text
            if (state and not self._has_by_then(group, due)) or (no_deed and not due):
                return None
        if self.is_over(group) and clauses.is_participle(head):
            return self._set_to_have(line, group, agents)
        if group.negated and not self._refuses(group, line.last):
            return None
        strength, status = ("unlikely", "unlikely") if group.negated else (FUTURE[group.modal], None)
        if group.passive or (group.be == "be" and clauses.is_participle(head)):
            if head in STATES:
                return None
            doers, rule = self._done_to(line, group, agents), "modal-passive"
        else:
            doers = () if head in _COMING and self._is_it(line, group) else agents
            rule = f"modal-{group.modal.replace(' ', '-')}"
        return Found(doers, strength, rule, (group.head, line.last), status=status)

    def _refuses(self, group: VerbGroup, last: int) -> bool:
        """Is what "will not" tells a deed that is refused, and no state ("would not be fair"), saying or dispute ("would not have this said")?"""
        lows = self.context.tokens.lows
        head, near = lows[group.head], lows[group.head : group.head + 3]
        if group.modal == "would" and head == "be" and "able" not in near and "possible" not in near:
            return False
        disputes = head == "have" and lows[group.head + 1] in _THIS
        said = head in SAYINGS and not keeps_silent(lows, group.head, last)
        return not (said or head in _NO_REFUSALS or disputes)

    def _done_to(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> tuple[str, ...]:
        """By whom something will be done: whoever stands behind "by" or serves the meeting, an inspectorate where it is an inspection, who will be asked."""
        head = self.context.tokens.lows[group.head]
        doers = self.by_agent(group.head, line.last) or self.who_serves(line, group.head, agents)
        if not doers and head in self.context.lexicon.inspection_verbs:
            doers = self.inspectorates()
        return doers or (agents if head == "asked" else ())

    def _is_it(self, line: Line, group: VerbGroup) -> bool:
        """ "It should have been here and would now come in June": is "it" the subject, a thing, whatever body was named last?"""
        lows, k = self.context.tokens.lows, group.first
        if lows[k - 1] in {"and", "but"}:
            named = self.context.named_in(line.first, k)
            at = next((m for m in range(k - 1, line.first - 1, -1) if lows[m] == "it"), None)
            return at is not None and (not named or named[-1] < at)
        return lows[k - 1] == "it"

    def _set_to_have(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "is set to have reached every resident by May": done by a day to come."""
        told = group.modal in SCHEDULED and not group.be and due_in(self.context, line, (group.head, line.last)).end
        return Found(agents, "planned", "set-to-have", (group.head, line.last)) if told else None

    def _would_like(self, group: VerbGroup) -> bool:
        """ "would like the figures by Friday", "would like to see it in June": what is wanted of others; not "would like to call in June"."""
        like, to, deed = self.context.tokens.lows[group.head : group.head + 3]
        return like == "like" and (to != "to" or deed in _RECEIVED)

    def _expects(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "would expect the report by 31 December": a thing that others are to bring by a day."""
        thing = self.context.tokens.lows[group.head + 1] in _ARTICLES
        if group.negated or not thing or due_in(self.context, line, (group.head, line.last)).end is None:
            return None
        others = self.other_side(agents) or tuple(key for key in self.house() if key not in agents)
        return Found(others, "requested", "would-expect", (group.head, line.last), no_actor="nobody is named")

    def _has_by_then(self, group: VerbGroup, due: str | None) -> bool:
        """ "will have a plan by June": a state that somebody is to bring about."""
        lows = self.context.tokens.lows
        allowed = "until" in lows[group.head + 1 : group.head + 3] or "which" in lows[group.head + 2 : group.head + 8]
        return (
            lows[group.head] == "have"
            and not group.be
            and bool(due)
            and not allowed  # "will have until May", "ten days in which to reply"
            and lows[group.head + 1 : group.head + 2] != ["to"]
        )

    def _is_no_deed(self, group: VerbGroup, agents: tuple[str, ...]) -> bool:
        """ "would help", "will mean": no deed; "will see what can be done", "will find out", "will make the arrangements" are."""
        lows = self.context.tokens.lows
        head, after = lows[group.head], lows[group.head + 1 : group.head + 2]
        if head in {"see", "find", "think"} and after and (after[0] in _THINKING or self._sees_to(group)):
            return False
        if offers_times(lows, group.head):
            return False
        people = all(self.context.type_of(key) in PERSONAL for key in agents)
        if people and (head in _OF_PEOPLE or (head == "find" and self._finds(group.head + 1))):
            return False
        if head == "make" and people:
            return _MADE_BY_SOMEBODY.isdisjoint(lows[group.head + 1 : group.head + 4])
        if head == "help" and after == ["with"] and self._is_ours(agents):
            return False  # "said that the Trust would help with the drawings"
        return head in NO_DEEDS and head != "have"

    def _finds(self, k: int) -> bool:
        """ "will find a date", "will find the right person": what is looked for; not "will find the report of use"."""
        lows = self.context.tokens.lows
        return lows[k] in _FOUND or (lows[k] == "the" and not _LOOKED_FOR.isdisjoint(lows[k + 1 : k + 3]))

    def _sees_to(self, group: VerbGroup) -> bool:
        """ "will see that she gets it", but not "will see that as a gain"."""
        see, that, *behind = self.context.tokens.lows[group.head : group.head + 3]
        return (see, that) == ("see", "that") and behind[0] not in {"as", ".", ",", "in"}

    def _is_ours(self, agents: tuple[str, ...]) -> bool:
        """Are these parties of the meeting, their bodies, or those the meeting speaks of as actors?"""
        cast = self.context.cast
        present, bodies, main = cast.here, cast.bodies(), cast.resolver.main_body
        return all(
            key in (SOMEBODY, main)
            or key in present
            or key in bodies
            or self.context.type_of(key) == EntityType.COLLECTIVE
            or self.context.type_of(key) in _ACTORS
            for key in agents
        )
