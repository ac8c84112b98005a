"""Commitments of a clause with a subject: "X will …", "X plans to …", "X declined to …".

Comes in: a sentence.  Goes out: what the subjects of its clauses are to do.  The one idea: a modal or a verb of planning with
somebody to its left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kg.facts import clauses
from kg.facts.antecedents import goes_back, told_with
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.commitments.common import common_agent, may_name_somebody
from kg.facts.commitments.events import HAPPENS, Events
from kg.facts.commitments.found import Found
from kg.facts.commitments.impersonal import INANIMATE_EVENTS
from kg.facts.commitments.joint import both_within, joint_before, means_those_before, people_before
from kg.facts.commitments.modals import FUTURE, HOPES, aims, hangs, is_understood
from kg.facts.commitments.openings import Openings
from kg.facts.commitments.places import FUTURES, REASONS, TELLING, places
from kg.facts.commitments.unnamed import Unnamed
from kg.facts.context import PERSONAL, Line
from kg.facts.words import ACTING, ARTICLES, OF_TWO, SINGULAR
from kg.model import Statement

_THOUGHT = frozenset({"opined", "concerned", "asked", "disagreed"})
_NOBODY = frozenset({"nobody", "no-one", "none"})
_DECISIONS = ACTING.words("decisions")
_READY = ACTING.words("ready")
_THINKING = HOPES | ACTING.words("considering")
_TOLD = frozenset({"that", "whether", "if"})
_BACKSHIFTED = frozenset("would could might had was were did should".split())
_NOW = frozenset("will is are has have".split())
_JOINING = frozenset({"and", "but"})
_ASKING = frozenset({"asked", "requested", "suggested"})
_APART = frozenset({"–", "—", "-", ";"})
_BREAKS = frozenset({",", ";"}) | _APART
_PERSONS = frozenset({"he", "she", "they"})


class Futures(Unnamed):
    """Reads the clauses of a sentence that tell the future."""

    @cached_property
    def _openings(self) -> Openings:
        return Openings(self.context, self.discourse)

    @cached_property
    def _commons(self) -> frozenset[int]:
        return may_name_somebody(self.context)

    @cached_property
    def _events(self) -> Events:
        return Events(self.context, self.discourse)

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        """Every clause of the sentence that tells the future."""
        lows, signs, start, last = self.context.tokens.lows, self.context.signs, line.start, line.last
        current: tuple[str, ...] = ()
        main: tuple[str, ...] = ()
        asked, conditional = lows[last - 1] == "?", lows[line.first] in {"if", "unless"}
        if line.subject is None and (item := self._without_subject(line, start, reports)):
            yield item
        yield from self._openings.read(line, start, reports)
        if asked or conditional:
            return
        end, thoughts, commons = start, self._thoughts(line, reports), self._commons
        found = places(self.context, start, line, commons)
        for k in sorted(found):
            if k < end:
                continue
            opens = found[k]
            thought = any(first <= k < after for first, after in thoughts) if thoughts else False
            if opens and (subject := clauses.subject_at(self.context, k, last)) is None:
                if item := self.of_unknown(line, k, reports, common=k in commons):
                    yield item
                    end = item.action[0]
                    continue
            elif opens and subject is not None:
                named, subject = subject, told_with(self.context, line, subject)
                if subject.actors[0].word:
                    self._lean_on(subject, self._meant_at(k, current, reports) if k > start else (), main)
                if not hangs(lows, k, line.first):
                    agents = self._taking_over(subject, last, opening=k == start)
                    current = agents or current
                    main = current if k == start else main
                    item = self._of_subject(line, subject, agents, reports, thought and k > start)
                    if item and (item.strength != "unlikely" or lows[k - 1] not in REASONS):
                        yield item
                        end = subject.last if subject is named else max(subject.last, item.action[0])
                        continue
                    if agents and len(subject.actors) > 1 and clauses.verb_group(self.context, subject.last, last):
                        end = subject.last  # "A and B had met but will not meet again": of both, not of the second
            item = None
            before = lows[k - 1]
            if current and k > start and (before in _JOINING or (before in _BREAKS and self._runs_on(k))):
                doers = self._main(k, start, main) or current
                item = self._goes_on(line, k, doers, thought and not self._speaks(current, reports, k))
            if item or (signs[k] & FUTURES and (item := self._without_agent(line, k, reports, thought))):
                yield item

    def _lean_on(self, subject: Subject, told_of: tuple[str, ...], main: tuple[str, ...]) -> None:
        """Within the sentence "he" means whoever is told of, and "the latter" one of two that the main clause names."""
        word = subject.actors[0].word
        if word in _PERSONS or word == "members":  # "said the team would look"
            self.discourse.lean_on(told_of)
        elif word in OF_TWO and len(main) == 2:
            self.discourse.lean_on(main)

    def _runs_on(self, k: int) -> bool:
        """ "can't promise, will look at rotas", "unhappy, called for new rosters by May": note style goes on behind a comma."""
        low, before = self.context.tokens.lows[k], self.context.tokens.lows[k - 1]
        return low == "will" or (before == "," and low in self.context.lexicon.bonds and clauses.is_past(low))

    def _meant_at(self, k: int, current: tuple[str, ...], reports: list[Statement]) -> tuple[str, ...]:
        """Whom a pronoun means: behind a dash or semicolon whoever was asked ("KB asked RM for the plan – he'll send it")."""
        asked = reports[0].addressees if reports and reports[0].act in _ASKING else ()
        gender = SINGULAR.get(self.context.tokens.lows[k])
        apart = self.context.tokens.lows[k - 1] in _APART and len(asked) == 1 and gender is not None
        answers = apart and self.discourse.gender_of(asked[0]) in {gender, None}
        return asked if answers else self._told_of(current, reports)

    def _told_of(self, current: tuple[str, ...], reports: list[Statement]) -> tuple[str, ...]:
        """Whom a pronoun within the sentence means: its subject so far if that is people, else whoever speaks."""
        person = len(current) == 1 and self.context.type_of(current[0]) in PERSONAL
        return current if person or not reports else reports[0].speakers

    def _taking_over(self, subject: Subject, last: int, *, opening: bool) -> tuple[str, ...] | None:
        """The agents of a subject that goes on from here; ``None`` of the object of a verb ("did not rule it out")."""
        lows = self.context.tokens.lows
        if lows[subject.first] in _NOBODY:
            return None  # "regretted that nobody could be there, and intends to write"
        behind_verb = not opening and lows[subject.first - 1] in self.context.lexicon.predicates.verbs
        if behind_verb and clauses.verb_group(self.context, subject.last, last) is None:
            return None
        return self.discourse.agents(subject)

    def _main(self, k: int, start: int, main: tuple[str, ...]) -> tuple[str, ...]:
        """The subject of the main clause, where "will" goes on behind a clause of the past ("doubted that they could, and will ask")."""
        lows = self.context.tokens.lows
        apart = lows[k] in {"will", "shall"} and lows[k - 2] == "," and ";" not in lows[start:k]
        return main if (apart and self._is_backshifted(start, k)) or goes_back(self.context, start, k) else ()

    def _is_backshifted(self, start: int, k: int) -> bool:
        """Does a clause behind "that" stand before a token, with its verbs in the past only?"""
        lows = self.context.tokens.lows
        told = next((m for m in range(k - 2, start, -1) if lows[m] in _TOLD), None)
        return told is not None and not _BACKSHIFTED.isdisjoint(lows[told:k]) and _NOW.isdisjoint(lows[told:k])

    def _without_agent(self, line: Line, k: int, reports: list[Statement], thought: bool) -> Found | None:
        """What the token tells of whoever stands before "who", of a thing in the present tense, or of a thing behind a modal."""
        low = self.context.tokens.lows[k]
        if low == "who":
            return self._of_whom(line, k)
        if low in HAPPENS:
            return self._events.happens(line, k, reports)
        return self._events.read(line, k, reports, thought) if low in TELLING else None

    def _of_whom(self, line: Line, k: int) -> Found | None:
        """ "with Mr Stone, who will circulate it", "Ms Bell, who is to chair it, asked …": what a relative clause tells of whoever is named before it."""
        group = clauses.verb_group(self.context, k + 1, line.last)
        if group is None or group.modal not in FUTURE or group.modal == "should" or group.head >= line.last:
            return None
        for m in range(max(line.first, k - 8), k):
            actor = clauses.actor_at(self.context, m, line.last)
            if actor is not None and (
                actor.last == k or (actor.last == k - 1 and self.context.tokens.words[k - 1] == ",")
            ):
                return self.of_group(line, group, self.discourse.of(actor), thought=False)
        return None

    def _speaks(self, agents: tuple[str, ...], reports: list[Statement], k: int) -> bool:
        """ "was not sure and would find out", "the Trust had no staff and would not do it": is it whoever has the opinion, or their body that refuses?"""
        who, refusing = reports[0].speakers if reports else (), self.context.tokens.lows[k + 1] == "not"
        return bool(who) and (agents == who or (refusing and bool(agents) and set(agents) <= set(self.side_of(who))))

    def _thoughts(self, line: Line, reports: list[Statement]) -> list[tuple[int, int]]:
        """The tokens of an opinion, a worry or a question, or of a hope in the second half of a sentence."""
        tokens = self.context.tokens
        if reports and reports[0].act in _THOUGHT and not is_understood(tokens.lows, line.first, line.last):
            # "was not ready to go so far, but a letter would leave her office in June"
            turn = range(line.first + 2, line.last)
            told: list[int] = [tokens.range_of(one.content)[0] for one in reports[1:] if one.act not in _THOUGHT]
            return [(line.first, next((k for k in turn if tokens.lows[k] == "but"), min([*told, line.last])))]
        others = [tokens.range_of(report.content) for report in reports[1:]] if len(reports) > 1 else []
        return [(first, after) for first, after in others if tokens.lows[first - 1] in _THINKING] if others else others

    def _without_subject(self, line: Line, start: int, reports: list[Statement]) -> Found | None:
        """Note style: "Promised to look again.", "Will have it redrafted.", "Happy to publish the figures." """
        tokens = self.context.tokens
        if start >= line.last or start in self.context.mention_at:
            return None
        speakers = reports[0].speakers if reports else self.discourse.speakers
        group = clauses.verb_group(self.context, start, line.last)
        if group is None and tokens.lows[start] in _READY:
            group = VerbGroup(start, start, copula=True, be="was")
        elif group is None and aims(tokens.lows, start, line.last):
            group = VerbGroup(start, start)
        if group is None or group.head >= line.last or tokens.lows[line.last - 1] == "?":
            return None
        if group.first == start and (
            tokens.lows[start + 1] == "there" or clauses.subject_at(self.context, start + 1, line.last)
        ):
            return None  # "Would there be money for it, the Chair asked."
        told = group.modal in {"will", "would"} or clauses.is_past(tokens.lows[group.head]) or group.copula
        if not (told or aims(tokens.lows, start, line.last)):
            return None
        return self.of_group(line, group, speakers if len(speakers) == 1 else (), thought=False)

    def _of_subject(
        self, line: Line, subject: Subject, known: tuple[str, ...] | None, reports: list[Statement], thought: bool
    ) -> Found | None:
        """What the verb of a subject tells of its agents, where they are ``known`` already."""
        group = clauses.verb_group(self.context, subject.last, line.last)
        if group is None or (group.negated and not group.be):
            group = self._without_be(subject.last, line.last) or group
        if group is None or group.head >= line.last or self.is_silent(group):
            return None
        lows, it = self.context.tokens.lows, subject.actors[0].word == "it"
        if lows[subject.first] == "neither":
            group = replace(group, negated=True)
        if it and (reports if group.be == "be" else group.modal in {"is to", "was to"}):
            return None
        if it and group.be == "was" and "that" in lows[group.head : line.last]:
            return None  # "It was proposed, and agreed, that samples be taken until Easter"
        if group.negated and not HOPES.isdisjoint(lows[max(line.first, subject.first - 2) : subject.first]):
            return None  # "hoped that it would not come to that"
        if lows[subject.first - 1] == "and" and self._is_behind_by(line, subject):
            return None
        if group.modal == "should":
            return self._decided(line, subject, group)
        agents = self._subject_agents(line, subject, known)
        if not agents and subject.actors[0].staff:
            return self.of_somebody(line, group, thought=thought)
        ours = group.negated and reports and set(agents) <= {*reports[0].speakers, *self.side_of(reports[0].speakers)}
        return self.of_group(line, group, agents, thought and not ours)

    def _without_be(self, k: int, last: int) -> VerbGroup | None:
        """ "TH happy to host it", "the Trust not minded to pay": how somebody stands to a deed, in note style."""
        lows = self.context.tokens.lows
        negated = k + 1 < last and lows[k] == "not"
        k += negated
        ready = lows[k] in _READY or (negated and lows[k] == "able")
        return VerbGroup(k, k, copula=True, be="is", negated=negated) if k < last and ready else None

    def _is_behind_by(self, line: Line, subject: Subject) -> bool:
        """ "A review by the Council and the Forum is planned": the second of two behind "by" is no subject."""
        lows = self.context.tokens.lows
        by = next(
            (k for k in range(subject.first - 2, max(line.first, subject.first - 9), -1) if lows[k] == "by"), None
        )
        both = clauses.subject_at(self.context, by + 1, line.last) if by is not None else None
        return both is not None and both.last >= subject.last

    def _subject_agents(self, line: Line, subject: Subject, known: tuple[str, ...] | None) -> tuple[str, ...]:
        """The agents of a subject; "they" are those who act together by the sentence before."""
        if means_those_before(self.context, subject) and subject.first <= line.first + 2:
            both = joint_before(self.context, self.discourse, line)
            return both or people_before(self.context, self.discourse, line) or self.discourse.agents(subject)
        if both := both_within(self.context, self.discourse, line.first, subject):
            return both
        agents = known if known is not None else self.discourse.agents(subject)
        if subject.actors[0].word == "members" and (not agents or self.context.small):
            # "The governors intend to advertise"; where few meet, "members" are of the body of one of them
            named = common_agent(self.context, subject.first, line.last, line.first)
            return (named[0],) if named is not None else agents
        return agents

    def _decided(self, line: Line, subject: Subject, group: VerbGroup) -> Found | None:
        """ "…, and it resolved that the Chair should write": what somebody should do is decided, no opinion."""
        lows = self.context.tokens.lows
        told = lows[subject.first - 1] == "that" and lows[subject.first - 2] in _DECISIONS
        if not told or group.negated or self.is_over(group) or self.is_state(group, line.last):
            return None
        return Found(self.discourse.agents(subject), "committed", "agreed-that", (group.head, line.last))

    def _goes_on(self, line: Line, k: int, agents: tuple[str, ...], thought: bool) -> Found | None:
        """The same subject's next verb: "saw no difficulty and will send it", "but ruled this out", "and planned to do so"."""
        group = clauses.verb_group(self.context, k, line.last)
        if group is None or group.head >= line.last or self._is_of_a_thing(line, k, group):
            return None
        if self.context.tokens.lows[k - 2] in FUTURE:
            return None  # "set out what the Bill would and would not do"
        return self.of_group(line, group, agents, thought)

    def _is_of_a_thing(self, line: Line, k: int, group: VerbGroup) -> bool:
        """ "said that a review was under way and would report in May": what a thing named behind "that" is to do."""
        lows = self.context.tokens.lows
        if "that" not in lows[line.first : k] or not group.modal or group.negated:
            return False
        begin = max(m for m in range(line.first, k) if lows[m] == "that") + 1
        bare = clauses.subject_at(self.context, begin, k) is None and lows[begin] in ARTICLES
        event = lows[group.head] in INANIMATE_EVENTS or (group.be == "be" and clauses.is_participle(lows[group.head]))
        return bare and event
