"""Who is to act: the agents that the rules of all families ask for.

Comes in: a context and who has spoken so far.  Goes out: the keys of agents.  The one idea: whoever is named after "by",
else whose side it is, else nobody.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.commitments.answerers import answering
from kg.facts.commitments.deeds import Deeds
from kg.facts.commitments.found import Found
from kg.facts.commitments.owners import owner
from kg.facts.context import Line
from kg.facts.due import is_past
from kg.facts.sides import other_side
from kg.facts.words import ACTING, ARTICLES, MODALS, PREPOSITIONS, SUBORDINATORS
from kg.lexicon.lists import lists
from kg.model import EntityType, Statement

_WISHES = frozenset("opined welcomed concerned asked suggested requested thanked disagreed discussed".split())
_NAME = 2  # words of a name of which nothing else is known
_TIMES = lists("names").words("months") | lists("inspecting").words("times")
_NEAR = 4
_FAR = 24
_FEW = 3
_LIMITS = frozenset({"by", "before", "within", "under"})
_ADVERBIAL = frozenset({"in", "at", "from", "by", "before", "after", "until", "during", "on", "as"})
_SERVED = ACTING.words("served") - {"included", "involved"}
_ASKED = ACTING.words("asked") - {"thanked"}
_GATHERINGS = ACTING.words("gatherings")


class Doers(Deeds):
    """What a family of rules is given, and what it may ask."""

    def was_asked(self, line: Line, agents: tuple[str, ...]) -> bool:
        """ "The Company told customers on 22 May not to drink it", at a meeting in June: what a body asked for on a day that is over."""
        bodies = bool(agents) and all(self.context.type_of(key) in BODIES for key in agents)
        return bodies and is_past(self.context, line)

    def side_of(self, agents: tuple[str, ...]) -> tuple[str, ...]:
        bodies = tuple(dict.fromkeys(body for key in agents if (body := self.context.cast.body_of(key))))
        return bodies or agents

    def asked_of(self, subject: Subject, group: VerbGroup, last: int) -> Found | None:
        """ "that the Council be invited to explain it": whoever is asked by a decision."""
        lows = self.context.tokens.lows
        if lows[group.head] not in _ASKED or lows[group.head + 1 : group.head + 2] != ["to"] or group.negated:
            return None
        return Found(self.discourse.agents(subject), "requested", "resolved-request", (group.head + 2, last))

    def by_agent(self, i: int, last: int) -> tuple[str, ...]:
        """Who is named after "by" behind a token, up to the next clause; "agreed between A and B" is done by both."""
        tokens = self.context.tokens
        for k in range(i + 1, min(last - 1, i + _FAR)):
            if tokens.words[k] == ";" or (tokens.lows[k] in SUBORDINATORS and k > i + 1):
                break
            by = (tokens.lows[k] == "by" and not self._is_told_of_a_limit(k, i)) or (
                tokens.lows[k] == "between" and k == i + 1
            )
            if by and (agents := self._agents_by(k + 1, last)):
                return agents
        return ()

    def _is_told_of_a_limit(self, k: int, i: int) -> bool:
        """ "be handed in by the day set by his office", "under the rules made by the Board": who set the limit, and nobody who acts."""
        lows = self.context.tokens.lows
        return k - 4 >= i and clauses.is_participle(lows[k - 1]) and lows[k - 3] in ARTICLES and lows[k - 4] in _LIMITS

    def _agents_by(self, i: int, last: int) -> tuple[str, ...]:
        """The agents behind "by": "by Ms Bell and the Trust", "by the Board's own auditors"."""
        subject = clauses.subject_at(self.context, i, last)
        if self.context.tokens.lows[i] == "messrs" and (subject is None or len(subject.actors) == 1):
            return self._firm(i + 1, last)
        return self.discourse.agents(subject) if subject is not None else self._unknown_by(i, last)

    def _firm(self, first: int, last: int) -> tuple[str, ...]:
        """ "by Messrs Lowther and Crane": the firm of that name, where nobody present is called so."""
        words, end = self.context.tokens.words, first
        while end < last and (
            words[end][:1].isupper() or (words[end] in {"and", "&"} and words[end + 1][:1].isupper())
        ):
            end += 1
        return self._body(first, end)

    def _unknown_by(self, i: int, last: int) -> tuple[str, ...]:
        """ "by Internal Audit": a body of which the text tells nothing but its name of several words."""
        words, end = self.context.tokens.words, i
        while end < last and words[end][:1].isupper() and words[end].isalpha() and end not in self.context.mention_at:
            end += 1
        if end - i < _NAME or end in self.context.mention_at or _TIMES & set(self.context.tokens.lows[i:end]):
            return ()
        return self._body(i, end)

    def _body(self, first: int, end: int) -> tuple[str, ...]:
        """The body whose name some tokens are."""
        tokens = self.context.tokens
        return (self.context.cast.resolver.body(" ".join(tokens.words[first:end]), tokens.span(first, end)).key,)

    def who_serves(self, line: Line, verb: int, served: tuple[str, ...]) -> tuple[str, ...]:
        """ "Mr Fenn said that the Board would be sent a copy": whoever tells what others will be given, of the own side."""
        lows = self.context.tokens.lows
        before = lows[line.first : verb]
        ours = (
            self.side_of_speaker(line, []) if lows[verb] in _SERVED and "that" in before and "it" not in before else ()
        )
        return () if set(ours) & {*served, *self.side_of(served)} else ours

    def beside(self, agents: tuple[str, ...], verb: int, last: int) -> tuple[str, ...]:
        """ "The Trust is working closely with the Council on a guide": the bodies that do it, of a verb at a token."""
        lows = self.context.tokens.lows
        k = next((m for m in range(verb + 1, min(last - 1, verb + 3)) if lows[m] == "with"), 0)
        if not k or lows[verb] != "working" or any(self.context.type_of(key) not in BODIES for key in agents):
            return agents
        others = self.discourse.agents(clauses.subject_at(self.context, k + 1, last))
        return tuple(dict.fromkeys((*agents, *(key for key in others if self.context.type_of(key) in BODIES))))

    def two_of_them(self, subject: Subject, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """ "Mr Stone suggested that the two of them write": where more are there, whoever speaks and whoever spoke before."""
        lows, present = self.context.tokens.lows, self.context.cast.present()
        among = subject.actors[0].word == "both" and lows[subject.last - 2 : subject.last] == ["of", "them"]
        if not among or len(speakers) != 1 or len(present) < _FEW:
            return ()
        others = self.discourse.counterpart(speakers)
        return (*speakers, *others) if others else ()

    def is_here(self, agents: tuple[str, ...]) -> bool:
        """Are these parties of the meeting, or their bodies?"""
        cast = self.context.cast
        present, bodies, main = cast.here, cast.bodies(), cast.resolver.main_body
        return bool(agents) and all(
            key in present or key in bodies or key == main or self.context.type_of(key) == EntityType.COLLECTIVE
            for key in agents
        )

    def inspectorates(self) -> tuple[str, ...]:
        """The only inspecting body of the meeting, where there is just one."""
        ours = self.context.inspectors()
        return ours if len(ours) == 1 else ()

    def other_side(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Whom one of two parties speaks to; where a third has joined them, the other of the two who met.

        Where several came from each of two bodies, the other body is spoken to.
        """
        present = self.context.cast.present()
        if len(present) > _FEW and (others := other_side(self.context, speakers)):
            return others
        parties = present[:2]
        if len(present) > _FEW and self._of_one_body(parties):
            return ()  # both are of one body, and neither is the other's party
        others = tuple(key for key in parties if key not in speakers)
        return others if self.context.small and len(others) == 1 and len(speakers) == 1 else ()

    def answering(self, at: int, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Who takes up at once what a sentence asks for or proposes."""
        return answering(self.context, self.discourse, at, speakers)

    def _of_one_body(self, people: tuple[str, ...]) -> bool:
        """Did persons of one and the same body come first in the list?"""
        bodies = {self.context.cast.body_of(key) for key in people}
        persons = all(self.context.type_of(key) is EntityType.PERSON for key in people)
        return persons and len(people) > 1 and len(bodies) == 1

    def subject_of(self, line: Line) -> tuple[str, ...]:
        """The agents that a sentence begins with: "The Trust has written to say that …"."""
        subject = line.subject
        return self.discourse.agents(subject) if subject is not None and subject.actors[0].word != "it" else ()

    def side_of_speaker(self, line: Line, reports: list[Statement]) -> tuple[str, ...]:
        """The body of the one who speaks, or spoke last where a sentence reports nothing: what will be done without a word
        of by whom, the speaker tells of the own side."""
        if any(report.act in _WISHES for report in reports):
            return ()
        here = self.discourse.spoke_under == line.passage.position  # under another heading nobody goes on
        speakers = (
            reports[0].speakers if reports else self.subject_of(line) or (self.discourse.speakers if here else ())
        )
        return self.side_of(speakers) if len(speakers) == 1 and self.is_here(self.side_of(speakers)) else ()

    def meant(self, speakers: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
        """Who would act on a proposal that names nobody: whoever stands after "by", else the body of whom it is put to, and
        of the speaker too where the deed is joint; in the meeting of a body, that body."""
        agents = self.by_agent(first - 1, last) or self.from_whom(first, last)
        if agents and not set(agents) & set(speakers):
            return agents
        house = self.house()
        answering = () if house else self.answering(first, speakers)
        others = self._partners(first, last) or self.side_of(answering or self.other_side(speakers))
        if not others and self.context.small:
            others = self.side_of(tuple(key for key in self.discourse.speakers if key not in speakers)[:1])
        lows = self.context.tokens.lows[first:last]
        if others and ("joint" in lows or ("held" in lows and _GATHERINGS & set(lows))):
            return tuple(dict.fromkeys((*self.side_of(speakers), *others)))
        return others or house

    def from_whom(
        self, first: int, last: int, *, reach: int = _NEAR, sources: frozenset[str] = frozenset({"from"})
    ) -> tuple[str, ...]:
        """ "A letter from the Trust was called for", "Draft code from LA by 29 March": of whom a thing comes."""
        lows = self.context.tokens.lows
        k = next((m for m in range(first + 1, min(last - 1, first + reach)) if lows[m] in sources), None)
        return self.discourse.agents(clauses.subject_at(self.context, k + 1, last)) if k is not None else ()

    def _partners(self, first: int, last: int) -> tuple[str, ...]:
        """With whom: "a joint event with the Fire Service", "a protocol between the Trust and the Council"."""
        lows = self.context.tokens.lows
        for k in range(first, last - 1):
            if lows[k] == "between" or (lows[k] == "with" and "joint" in lows[first:k]):
                subject = clauses.subject_at(self.context, k + 1, last)
                if subject is not None and (lows[k] == "with" or len(self.discourse.agents(subject)) > 1):
                    return self.side_of(self.discourse.agents(subject))
        return ()

    def house(self) -> tuple[str, ...]:
        """The body whose meeting it is, where most of those present are of no other body."""
        main = self.context.cast.resolver.main_body
        return (self.discourse.canonical(main),) if main and not self.context.small and self._is_at_home(main) else ()

    def _is_at_home(self, main: str) -> bool:
        """Do most of those present come from nowhere else?  Asked once a document."""
        known, cast = self.context.answers["at home"], self.context.cast
        if not known:
            own = sum(len(cast.sent_by(body)) for body in {None, main, cast.meeting_body})
            known[0, 0] = 2 * own >= len(cast.present())
        return bool(known[0, 0])

    def complement(self, first: int, last: int) -> tuple[str, ...]:
        """Who is to act by a promise on another's part: "undertook that the Inspectorate would examine it"."""
        k = first + 1 if self.context.tokens.lows[first : first + 1] == ["that"] else first
        if self.context.tokens.lows[k - 1 : k] != ["that"] or k >= last:
            return ()
        subject = clauses.subject_at(self.context, k, last)
        group = clauses.verb_group(self.context, subject.last, last) if subject is not None else None
        if (
            subject is None
            or group is None
            or group.modal not in {"would", "will", "shall"}
            or group.be
            or group.negated
        ):
            return ()
        named = subject.actors[0].staff or not subject.actors[0].word
        return self.discourse.agents(subject) if named else ()

    def behind_adverbial(self, k: int, last: int) -> Subject | None:
        """The subject behind "in future", "at the next meeting", "from April,": with a modal after it."""
        lows = self.context.tokens.lows
        if lows[k] not in _ADVERBIAL:
            return None
        for m in range(k + 2, min(last, k + 7)):
            subject = clauses.subject_at(self.context, m, last) if lows[m - 1] not in PREPOSITIONS else None
            if subject is not None and subject.last < last and lows[subject.last] in MODALS:
                return subject
        return None

    def trailing(self, line: Line) -> tuple[str, ...]:
        """The owner at the end of a line: "… by Christmas – FA", "… (Secretary)"."""
        tokens = self.context.tokens
        for k in range(line.last - 2, max(line.first, line.last - 8), -1):
            if tokens.words[k] in {"–", "-", "(", "["}:
                return owner(self.context, self.discourse, k + 1, line.last)
        return ()
