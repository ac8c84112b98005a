"""Inspections, reviews, audits and inquiries as undertakings: about what, by whom, of whom, and where they stand.

Comes in: a sentence with its cast.  Goes out: inspections.  The one idea: a noun phrase ("a joint inspection of hate
crime") or a verb ("HMIH is inspecting every harbour") says what; the verb that governs it says where it stands; what is
asked for or called unlikely is told as such.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.entities import BODIES
from kg.facts.context import Line
from kg.facts.inspections.again import by_another, named_above, newly_by, of_the_same, told_before
from kg.facts.inspections.extent import evidence_of, inside_name, subject_of
from kg.facts.inspections.fitness import is_waited_for
from kg.facts.inspections.marks import Mark, marks_in
from kg.facts.inspections.notes import part_of
from kg.facts.inspections.ones import before_joint, one_after
from kg.facts.inspections.partners import SHOWN, partners
from kg.facts.inspections.phrases import Phrase, phrase_at, submitted
from kg.facts.inspections.standing import GIVEN_UP, standing
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.ties import tied
from kg.facts.inspections.unnamed import Unnamed
from kg.facts.inspections.verbs import Told, told_by
from kg.facts.inspections.weighing import bare, inspecting, untimed
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES
from kg.model import Inspection, Statement

__all__ = ["GIVEN_UP", "Inspections"]

_AHEAD = frozenset({"planned", "proposed", "unlikely"})
_JOINTS = frozenset({"and", ";", ",", "or"})
_LEADS = frozenset({"for", "of"})
_BARE = 4  # tokens of "eleven of the thirty"
_CLAMOUR = WORDS.words("clamour")


@dataclass(slots=True)
class Inspections(Unnamed):
    """Reads inspections line by line."""

    def read(self, line: Line, reports: list[Statement]) -> list[Inspection]:
        """The inspections of one sentence, none told twice."""
        if line.sentence.span.start in self.rows.starts:
            return []  # a row of a table
        tokens = self.context.tokens
        found: list[Inspection] = []
        acts = frozenset([report.act for report in reports])
        done = line.first
        self.named = None
        self.who.saying = tuple([key for report in reports for key in report.speakers])
        self.who.acts = acts
        if self.loose is not None:
            self._tie(line, self.loose)
        if self.all and all(map(line.shows, SHOWN)):
            self._join(line, self.all[-1])
        marks = marks_in(self.context, line)
        for mark in marks:
            if mark.at < done:
                continue
            before, here = found[-1] if found else None, acts
            if len(acts) > 1:
                here = self._acts_at(mark.at, reports) or acts
            self.who.acts = here
            item = self._noun(line, mark, here, before) or self._verb(line, mark, here)
            if item is not None:
                found.append(item)
                done = tokens.range_of(item.evidence)[1]
        if not found and (item := self._unnamed(line, acts)) is not None:
            found.append(item)
        else:
            self.series.teller = self.who.saying
        if found and (item := self._one(line, found, acts)) is not None:
            found.append(item)
        self.just_told = bool(found) and found[-1].kind == "inspection"
        self.loose = found[-1] if found and self.silent else None
        self.echoes.remember(line, self.named, told=bool(found), asked="asked" in acts)
        self.series.note(line, marks)
        self.who.note(line, marks)
        self.all += found
        return found

    def _acts_at(self, i: int, reports: list[Statement]) -> frozenset[str]:
        """What is done by saying the word at a token, where a sentence reports several acts."""
        start = self.context.tokens.starts[i]
        return frozenset([report.act for report in reports if report.content.start <= start < report.content.end])

    def _tie(self, line: Line, before: Inspection) -> None:
        """Who carries out what the sentence before told of without a name, where this one says so."""
        if line.passage.position != before.position:
            return
        if found := tied(self.context, line, self.who, before):
            self.all[-1] = replace(before, conducted_by=self.who.seated(line, found))

    def _join(self, line: Line, before: Inspection) -> None:
        """Who carried out with others what was told last, where this sentence says so."""
        found = partners(line, self.who, before)
        if found and (not before.conducted_by or set(before.conducted_by) & set(found)):
            self.all[-1] = replace(before, conducted_by=tuple(dict.fromkeys((*before.conducted_by, *found))))

    def _noun(self, line: Line, mark: Mark, acts: frozenset[str], before: Inspection | None) -> Inspection | None:
        if mark.noun is None or inside_name(self.context, mark.at):
            return None
        phrase = phrase_at(self.context, line, *mark.noun, mark.at, self.ends)
        if phrase is None or is_waited_for(self.context, phrase.first):
            return None
        self.named = phrase
        return self._told(line, phrase, acts, before)

    def _one(self, line: Line, found: list[Inspection], acts: frozenset[str]) -> Inspection | None:
        """ "… and the one on education would follow": another of the kind that the line has named."""
        elided = found[-1].rule == "inspection-elided"  # "That of rents is in progress, and that of …"
        named = self.echoes.before(line) if elided else self.named
        phrase = one_after(self.context, line, named) if named is not None else None
        item = self._told(line, phrase, acts, found[-1]) if phrase else None
        if phrase is not None and item is not None:
            first, last = self.context.tokens.range_of(found[-1].evidence)
            last = min(last, before_joint(self.context, phrase.first))
            found[-1] = replace(found[-1], evidence=self.context.tokens.span(first, last))
        return item

    def _told(self, line: Line, phrase: Phrase, acts: frozenset[str], before: Inspection | None) -> Inspection | None:
        """What the sentence tells of the undertaking of a phrase."""
        self.who.own(line, phrase)
        told = standing(self.context, line, phrase, acts)
        told = None if told is not None and told.status in _AHEAD and self._is_how(phrase) else told
        joined = before is not None and self._is_joined(phrase.first)
        if joined and before is not None and told is None:
            told = Standing(before.status, before.rule)
        if told is None:
            return None
        if self._told_before(line, phrase) and not (
            newly_by(self.who, line, phrase, told) or by_another(self.who, line, phrase, told, self.all)
        ):
            return None
        if named_above(self.context, phrase, told, self.all):
            return None
        conductors = self.who.of_phrase(line, phrase, told)
        if joined and before is not None and not conductors and before.rule != "inspection-elided":
            conductors = before.conducted_by[:1]
        if not conductors and phrase.definite and phrase.told and not self._is_of_others(line, phrase, told):
            conductors = of_the_same(self.context, phrase, self.all)
        if phrase.cue.weak and phrase.own_pronoun and (phrase.cue.plural or untimed(self.context, line, phrase)):
            return None
        if bare(phrase) and (not conductors or any(map(self.who.is_police, conductors))):
            return None
        if submitted(self.context, phrase) and not conductors:
            return None  # "under review by ministers"
        if phrase.cue.weak and not inspecting(self.context, self.who, line, conductors, phrase, told):
            return None
        about = subject_of(self.context, line, phrase)
        owner = self.context.key_at(phrase.owner[0]) if phrase.owner and phrase.cue.meaning == "inspection" else None
        of = (owner,) if owner and owner not in conductors and self.context.type_of(owner) in BODIES else ()
        item = self._made(
            line, phrase.cue.meaning, (told.status, told.rule), evidence_of(self.context, line, phrase, told), about, conductors,
            head=self.context.words(phrase.first, phrase.head + 1), silent=not self._is_of_others(line, phrase, told),
        )  # fmt: skip
        return replace(item, inspected=tuple(dict.fromkeys((*of, *item.inspected)))) if of else item

    def _is_joined(self, first: int) -> bool:
        """ "and a review of", "and for a review of": is it told with the one before?"""
        lows = self.context.tokens.lows
        return lows[first - 1] in _JOINTS or (lows[first - 2] == "and" and lows[first - 1] in _LEADS)

    def _is_of_others(self, line: Line, phrase: Phrase, told: Standing) -> bool:
        """Do the words say that others carry it out, so that it is not understood by whom?"""
        if phrase.cue.meaning == "inquiry" and told.group is not None and told.group.passive:
            if self.context.tokens.lows[told.group.head] in _CLAMOUR:
                return True  # "an inquiry had been called for in the press"
        who = self.who
        if who.is_done_by_others(line, phrase, told):
            return True
        return who.names_agent(phrase, line.last) or who.for_others(phrase, told) or who.of_another(line, phrase)

    def _is_how(self, phrase: Phrase) -> bool:
        """ "explained how the next round of inspections would run": how it is done tells nothing of where it stands."""
        lows = self.context.tokens.lows
        return lows[phrase.first - 1 - (lows[phrase.first - 1] in ARTICLES)] in {"how", "why"}

    def _verb(self, line: Line, mark: Mark, acts: frozenset[str]) -> Inspection | None:
        told = told_by(self.context, line, mark.at, *mark.verb, self.who, acts) if mark.verb else None
        if told is None:
            return None
        if self.just_told and self.all[-1].status == told.status == "under-way" and self._is_bare_count(told):
            return None  # "HI is inspecting the quays. Eleven of the thirty have been visited": how far it is, and no other
        if self._answers(line, told):
            self.all.pop()  # told again with how much is done
        stands = (told.status, "inspection-verb")
        if told.status == "under-way" and (named := self._counted_of(line, told)) is not None:
            conductors = self.who.owner_of(self.echoes.line or line, named) or told.conductors
            head = self.context.words(named.first, named.head + 1)
            evidence = (named.first, told.evidence[1])
            return self._made(line, named.cue.meaning, stands, evidence, named.about, conductors, head=head)
        return self._made(line, told.kind, stands, told.evidence, told.about, told.conductors, silent=told.silent)

    def _counted_of(self, line: Line, told: Told) -> Phrase | None:
        """ "described the Agency's audit of kilns. Sixty of the 85 had been audited": of what the sentence before named is it told how far it is?"""
        named = self.echoes.before(line) if self.echoes.open and not self.echoes.asked else None
        counted = told.about[0] == line.first and part_of(self.context, *told.about)
        return named if named is not None and counted and named.told and named.owner is not None else None

    def _is_bare_count(self, told: Told) -> bool:
        """ "Eleven of the thirty", "12 of the 40": a number of them without a noun."""
        return part_of(self.context, *told.about) and told.about[1] - told.about[0] <= _BARE

    def _answers(self, line: Line, told: Told) -> bool:
        """ "asked how far the Board had got with its audit of meters. … 12 of the 40 had been audited": does it only say how far?"""
        before = self.all[-1] if self.all else None
        if before is None or self.echoes.before(line) is None or told.status != "under-way":
            return False
        same = (before.kind, before.status, before.conducted_by) == (told.kind, told.status, told.conductors)
        return same and before.rule == "inspection-frame" and self.echoes.asked

    def _told_before(self, line: Line, phrase: Phrase) -> bool:
        """Has this heading told of it, with nothing new to name it by?"""
        last = self.all[-1].evidence.of(self.context.text) if self.all else ""
        return (line.passage.position or 0) in self.told and told_before(self.context, line, phrase, last)
