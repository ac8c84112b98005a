"""Commitments of a clause with a subject: "X will …", "X plans to …", "X declined to …".

Comes in: a sentence.  Goes out: what the subjects of its clauses are to do.  The one idea: a modal or a verb of planning with
somebody to its left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.commitments.bonds import Bonds
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.impersonal import INANIMATE_EVENTS, Impersonal
from kg.facts.commitments.modals import FUTURE, HOPES, hangs
from kg.facts.commitments.openings import NO_DOING, Openings
from kg.facts.commitments.plans import PLANS
from kg.facts.context import PERSONAL, Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, ADVERBS, ARTICLES, MODALS, NO_DEEDS, SAYINGS, STATES
from kg.model import EntityType, Statement

_PLANNING = ACTING.words("planning")
_A = (["a"], ["an"], ["another"], ["further"], ["two"], ["three"])
_THOUGHT = frozenset({"opined", "concerned", "asked", "disagreed"})

_DECISIONS = ACTING.words("decisions")
_READY = ACTING.words("ready")
_MADE_BY_SOMEBODY = ACTING.words("made-by-somebody")

_UNSURE = frozenset({"should", "be to"})
_WITHIN_NAMES = frozenset("of for and the & on in".split())
_SOMEBODY = "somebody"  # stands for an agent while a rule asks who acts

_JOINING = frozenset({"and", "but"})
_TELLING = MODALS | PLANS | {"is", "are", "was", "were", "no"}
# what a clause may begin behind
_BEFORE_AN_ADVERB = frozenset({",", ";", "and", "but", "that"})
_BEFORE_A_CLAUSE = frozenset({",", ";", ":", "and", "but", "that", "which", "–", "so", "(", "once", "then"})
_ACTORS = BODIES | PERSONAL


class Futures(Doers):
    """Reads the clauses of a sentence that tell the future."""

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        """Every clause of the sentence that tells the future."""
        lows, last = self.context.tokens.lows, line.last
        start = clauses.main_start(self.context, line.first, last)
        current: tuple[str, ...] = ()
        asked, conditional = lows[last - 1] == "?", lows[line.first] in {"if", "unless"}
        if item := self._without_subject(line, start, reports):
            yield item
        yield from Openings(self.context, self.discourse).read(line, start, reports)
        if asked or conditional:
            return
        end, thoughts = start, self._thoughts(line, reports)
        for k, opens in self._places(start, line):
            if k < end:
                continue
            thought = any(first <= k < after for first, after in thoughts)
            if opens:
                subject = clauses.subject_at(self.context, k, last)
                if subject is not None and k > start and current and subject.actors[0].word in {"he", "she", "they"}:
                    self.discourse.lean_on(current)
                if subject is not None and not hangs(lows, k, line.first):
                    current = self.discourse.agents(subject) or current
                    item = self._of_subject(line, subject, reports, thought and k > start)
                    if item is not None:
                        yield item
                        end = subject.last
                        continue
                if subject is None and (item := self._of_unknown(line, k)):
                    yield item
                    end = item.action[0]
                    continue
            if (
                current
                and k > start
                and lows[k - 1] in _JOINING
                and (item := self._goes_on(line, k, current, thought and not self._speaks(current, reports)))
            ):
                yield item
            elif lows[k] in _TELLING:
                item = Impersonal(self.context, self.discourse).read(line, k, reports, thought)
                if item is not None:
                    yield item

    def _places(self, start: int, line: Line) -> list[tuple[int, bool]]:
        """The tokens at which the future may be told, and whether a clause may begin there."""
        lows, verbs = self.context.tokens.lows, self.context.lexicon.predicates.verbs
        places = [(start, True)] if start < line.last else []
        for k in range(start + 1, line.last):
            before = lows[k - 1]
            opens = before in _BEFORE_A_CLAUSE or before in verbs
            if not opens and before in ADVERBS:
                opens = k - 2 >= line.first and lows[k - 2] in _BEFORE_AN_ADVERB
            if opens or lows[k] in _TELLING:
                places.append((k, opens))
        return places

    def _of_unknown(self, line: Line, k: int) -> Found | None:
        """ "TSW plans to publish in May", "Learning Alba will train a hundred": somebody whose name tells nothing else."""
        words, end = self.context.tokens.words, k
        while end < line.last and (words[end][0].isupper() or (end > k and words[end] in _WITHIN_NAMES)):
            end += 1
        sure = end - k > 1 or (words[k].isupper() and len(words[k]) > 1)
        group = clauses.verb_group(self.context, end, line.last) if k < end < line.last and sure else None
        if (
            group is None
            or group.head >= line.last
            or (group.be and not group.progressive)
            or any(m in self.context.mention_at for m in range(k, end))
        ):
            return None
        bound = Bonds(self.context, self.discourse).read(group, (_SOMEBODY,), line.last)
        found = bound or (
            self._future(line, group, (_SOMEBODY,), thought=False) if group.modal in FUTURE.keys() - _UNSURE else None
        )
        if found is None or found.actors != (_SOMEBODY,):
            return None
        return replace(found, actors=(), no_actor="nothing else is known of the one named")

    def _speaks(self, agents: tuple[str, ...], reports: list[Statement]) -> bool:
        """Does the verb go on with whoever has the opinion: "was not sure and would find out"?"""
        return bool(reports) and agents == reports[0].speakers

    def _thoughts(self, line: Line, reports: list[Statement]) -> list[tuple[int, int]]:
        """The tokens of an opinion, a worry or a question, or of a hope in the second half of a sentence."""
        if reports and reports[0].act in _THOUGHT:
            return [(line.first, line.last)]
        tokens = self.context.tokens
        told = (tokens.range_of(report.content) for report in reports[1:])
        return [(first, after) for first, after in told if tokens.lows[first - 1] in HOPES]

    def _without_subject(self, line: Line, start: int, reports: list[Statement]) -> Found | None:
        """Note style: "Promised to look again.", "Will have it redrafted.", "Happy to publish the figures." """
        tokens = self.context.tokens
        if start >= line.last or start in self.context.mention_at or clauses.subject_at(self.context, start, line.last):
            return None
        speakers = reports[0].speakers if reports else self.discourse.speakers
        group = clauses.verb_group(self.context, start, line.last)
        if group is None and tokens.lows[start] in _READY:
            group = VerbGroup(start, start, copula=True, be="was")
        if group is None or group.head >= line.last or tokens.lows[line.last - 1] == "?":
            return None
        if not (group.modal in {"will", "would"} or clauses.is_past(tokens.lows[group.head]) or group.copula):
            return None
        return self._of_group(line, group, speakers if len(speakers) == 1 else (), thought=False)

    def _of_subject(self, line: Line, subject: Subject, reports: list[Statement], thought: bool) -> Found | None:
        group = clauses.verb_group(self.context, subject.last, line.last)
        if group is None and subject.last < line.last and self.context.tokens.lows[subject.last] in _READY:
            group = VerbGroup(subject.last, subject.last, copula=True, be="is")
        if group is None or group.head >= line.last:
            return None
        if subject.actors[0].word == "it" and (reports if group.be == "be" else group.modal in {"is to", "was to"}):
            return None
        if group.modal == "should":
            return self._decided(line, subject, group)
        return self._of_group(line, group, self.discourse.agents(subject), thought)

    def _decided(self, line: Line, subject: Subject, group: VerbGroup) -> Found | None:
        """ "…, and it resolved that the Chair should write": what somebody should do is decided, no opinion."""
        lows = self.context.tokens.lows
        told = lows[subject.first - 1] == "that" and lows[subject.first - 2] in _DECISIONS
        if not told or group.negated or self.is_state(group, line.last):
            return None
        return Found(self.discourse.agents(subject), "committed", "agreed-that", (group.head, line.last))

    def _of_group(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        found = Bonds(self.context, self.discourse).read(group, agents, line.last)
        if found is not None or not agents:
            return found
        if group.progressive and group.be in {"is", "are"} and due_in(self.context, line, (group.head, line.last)).text:
            return Found(agents, "planned", "present-with-a-time", (group.head, line.last))
        if group.modal in {"can", "could"} and group.negated:
            return self._cannot(line, group, agents)
        if self.context.tokens.lows[group.head] in _PLANNING and not group.be:
            return self._plans(line, group, agents)
        return self._future(line, group, agents, thought) if group.modal in FUTURE and group.modal != "should" else None

    def _plans(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "plans a second survey in September": a thing, with its time."""
        after = group.head + 1
        if group.modal or group.perfect or self.context.tokens.lows[after : after + 1] not in _A:
            return None
        if group.negated or not due_in(self.context, line, (after, line.last)).text:
            return None
        return Found(agents, "planned", "plans-a-thing", (after, line.last))

    def _cannot(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "could not release the list": a refusal, unless it is a saying, a knowing or a state."""
        head = self.context.tokens.lows[group.head]
        if group.be or head in NO_DOING or not self.is_here(agents):
            return None
        return Found(agents, "unlikely", "cannot", (group.head, line.last), status="unlikely")

    def _goes_on(self, line: Line, k: int, agents: tuple[str, ...], thought: bool) -> Found | None:
        """The same subject's next verb: "saw no difficulty and will send it", "but ruled this out", "and planned to do so"."""
        group = clauses.verb_group(self.context, k, line.last)
        if group is None or group.head >= line.last or self._is_of_a_thing(line, k, group):
            return None
        return self._of_group(line, group, agents, thought)

    def _is_of_a_thing(self, line: Line, k: int, group: VerbGroup) -> bool:
        """ "said that a review was under way and would report in May": what a thing named behind "that" is to do."""
        lows = self.context.tokens.lows
        if "that" not in lows[line.first : k] or not group.modal or group.negated:
            return False
        begin = max(m for m in range(line.first, k) if lows[m] == "that") + 1
        bare = clauses.subject_at(self.context, begin, k) is None and lows[begin] in ARTICLES
        event = lows[group.head] in INANIMATE_EVENTS or (group.be == "be" and clauses.is_participle(lows[group.head]))
        return bare and event

    def _future(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        context, tokens = self.context, self.context.tokens
        head = tokens.lows[group.head]
        if group.modal == "would" and (thought or not self._is_ours(agents)):
            return None
        if thought and group.modal not in {"will", "going to", "due to", "set to"}:
            return None
        due = due_in(context, line, (group.head, line.last)).text
        if self.is_state(group, line.last) and not group.negated and not self._has_by_then(group, due):
            return None
        if group.modal in {"would", "will"} and not group.negated and not due and self._is_no_deed(group, agents):
            return None
        if "have" in tokens.lows[group.first : group.head] and clauses.is_participle(head):
            return None
        strength = FUTURE[group.modal]
        status = None
        if group.negated:
            if (
                group.modal == "would"
                and head == "be"
                and not any(low in {"able", "possible"} for low in tokens.lows[group.head : group.head + 3])
            ):
                return None
            if head in SAYINGS:
                return None
            strength, status = "unlikely", "unlikely"
        if group.passive or (group.be == "be" and clauses.is_participle(head)):
            if head in STATES:
                return None
            doers = self.by_agent(group.head, line.last)
            if head in context.lexicon.inspection_verbs and not doers:
                doers = self.inspectorates()
            return Found(
                doers or (agents if head == "asked" else ()),
                strength,
                "modal-passive",
                (group.head, line.last),
                status=status,
            )
        return Found(agents, strength, f"modal-{group.modal.replace(' ', '-')}", (group.head, line.last), status=status)

    def _has_by_then(self, group: VerbGroup, due: str | None) -> bool:
        """ "will have a plan by June": a state that somebody is to bring about."""
        lows = self.context.tokens.lows
        return (
            lows[group.head] == "have"
            and not group.be
            and bool(due)
            and lows[group.head + 1 : group.head + 2] != ["to"]
        )

    def _is_no_deed(self, group: VerbGroup, agents: tuple[str, ...]) -> bool:
        """ "would help", "will mean": no deed; "will see what can be done", "will find out", "will make the arrangements" are."""
        lows = self.context.tokens.lows
        head, after = lows[group.head], lows[group.head + 1 : group.head + 2]
        if head in {"see", "find"} and after and after[0] in {"what", "to", "whether", "if", "about", "out"}:
            return False
        if head == "make" and all(self.context.type_of(key) in PERSONAL for key in agents):
            thing = lows[group.head + 1 : group.head + 4]
            return not _MADE_BY_SOMEBODY & set(thing)
        return head in NO_DEEDS and head != "have"

    def _is_ours(self, agents: tuple[str, ...]) -> bool:
        """Are these parties of the meeting, their bodies, or those the meeting speaks of as actors?"""
        cast = self.context.cast
        present, bodies, main = cast.present(), cast.bodies(), cast.resolver.main_body
        return all(
            key in present
            or key in bodies
            or key == main
            or self.context.type_of(key) == EntityType.COLLECTIVE
            or self.context.type_of(key) in _ACTORS
            for key in agents
        )
