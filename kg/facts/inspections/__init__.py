"""Inspections, reviews, audits and inquiries as undertakings: about what, by whom, of whom, and where they stand.

Comes in: a sentence with its cast.  Goes out: inspections.  The one idea: a noun phrase ("a joint inspection of hate
crime") or a verb ("HMIH is inspecting every harbour") says what; the verb that governs it says where it stands; what is
asked for or called unlikely is told as such.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.entities import BODIES
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.due import time_of
from kg.facts.inspections.again import newly_by, told_before
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.echoes import Echoes, Heard
from kg.facts.inspections.extent import evidence_of, inside_name, label_of, subject_of
from kg.facts.inspections.marks import Mark, marks_in
from kg.facts.inspections.ones import before_joint, one_after
from kg.facts.inspections.phrases import Phrase, mentions_by_end, phrase_at, submitted
from kg.facts.inspections.presence import next_places, presence_in
from kg.facts.inspections.programmes import planned_in, programme_of
from kg.facts.inspections.replies import reply
from kg.facts.inspections.rows import Rows
from kg.facts.inspections.series import Series
from kg.facts.inspections.standing import GIVEN_UP, standing
from kg.facts.inspections.statuses import Standing, softened
from kg.facts.inspections.ties import tied
from kg.facts.inspections.under import under
from kg.facts.inspections.verbs import told_by
from kg.facts.inspections.weighing import bare, inspecting
from kg.facts.topics import topics_in
from kg.model import Inspection, Mention, Statement

__all__ = ["GIVEN_UP", "Inspections"]


_SUBORDINATING = frozenset({"whether", "if", "that"})


@dataclass(slots=True)
class Inspections:
    """Reads inspections line by line."""

    context: Context
    discourse: Discourse
    who: Conductors = field(init=False)
    series: Series = field(init=False)
    rows: Rows = field(init=False)
    echoes: Echoes = field(init=False)
    ends: dict[int, Mention] = field(init=False)
    all: list[Inspection] = field(default_factory=list)  # what was read so far
    named: Phrase | None = None  # the last phrase of this line that names an undertaking
    silent: bool = False  # did the last one told name nobody?
    just_told: bool = False  # did the sentence before tell of an inspection?
    loose: Inspection | None = None  # what the sentence before told of without a name
    told: set[int] = field(default_factory=set)  # the headings under which an undertaking has been told

    def __post_init__(self) -> None:
        self.who = Conductors(self.context, self.discourse)
        self.series = Series(self.context, self.who)
        self.echoes = Echoes(self.context)
        self.ends = mentions_by_end(self.context)
        self.rows = Rows(self.context, self.who)
        self.all = self.rows.read()

    def read(self, line: Line, reports: list[Statement]) -> list[Inspection]:
        """The inspections of one sentence, none told twice."""
        if line.sentence.span.start in self.rows.starts:
            return []  # a row of a table
        tokens = self.context.tokens
        found: list[Inspection] = []
        acts = frozenset(report.act for report in reports)
        done = line.first
        self.named = None
        self.who.saying = tuple(key for report in reports for key in report.speakers)
        self.who.acts = acts
        self._tie(line)
        marks = marks_in(self.context, line)
        for mark in marks:
            if mark.at < done:
                continue
            before, here = found[-1] if found else None, self._acts_at(mark.at, reports) or acts
            self.who.acts = here
            item = self._noun(line, mark, here, before) or self._verb(line, mark, here)
            if item is not None:
                found.append(item)
                done = tokens.range_of(item.evidence)[1]
        if not found and (item := self._unnamed(line, acts)) is not None:
            found.append(item)
        else:
            self.series.teller = self.who.saying
        if (item := self._one(line, found, acts)) is not None:
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
        return frozenset(report.act for report in reports if report.content.start <= start < report.content.end)

    def _tie(self, line: Line) -> None:
        """Who carries out what the sentence before told of without a name, where this one says so."""
        before = self.loose
        if before is None or line.passage.position != before.position:
            return
        if found := tied(self.context, line, self.who, before):
            self.all[-1] = replace(before, conducted_by=self.who.seated(line, found))

    # ── the ways ─────────────────────────────────────────────────────────────────────────────────────────────

    def _noun(self, line: Line, mark: Mark, acts: frozenset[str], before: Inspection | None) -> Inspection | None:
        if mark.noun is None or inside_name(self.context, mark.at):
            return None
        phrase = phrase_at(self.context, line, *mark.noun, mark.at, self.ends)
        if phrase is None:
            return None
        self.named = phrase
        return self._told(line, phrase, acts, before)

    def _one(self, line: Line, found: list[Inspection], acts: frozenset[str]) -> Inspection | None:
        """ "… and the one on education would follow": another of the kind that the line has named."""
        elided = bool(found) and found[-1].rule == "inspection-elided"  # "That of rents is in progress, and that of …"
        named = self.echoes.before(line) if elided else self.named
        phrase = one_after(self.context, line, named) if found and named is not None else None
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
        joined = before is not None and self.context.tokens.lows[phrase.first - 1] in {"and", ";", ",", "or"}
        if joined and before is not None and told is None:
            told = Standing(before.status, before.rule)
        if told is None or (self._told_before(line, phrase) and not newly_by(self.who, line, phrase, told)):
            return None
        conductors = self.who.of_phrase(line, phrase, told)
        if joined and before is not None and not conductors:
            conductors = before.conducted_by[:1]
        if phrase.cue.weak and phrase.cue.plural and phrase.own_pronoun:
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
            head=self.context.words(phrase.first, phrase.head + 1), silent=not (self.who.names_agent(phrase, line.last) or self.who.for_others(phrase, told) or self.who.of_another(line, phrase)),
        )  # fmt: skip
        return replace(item, inspected=tuple(dict.fromkeys((*of, *item.inspected)))) if of else item

    def _verb(self, line: Line, mark: Mark, acts: frozenset[str]) -> Inspection | None:
        told = told_by(self.context, line, mark.at, *mark.verb, self.who, acts) if mark.verb else None
        if told is None:
            return None
        stands = (told.status, "inspection-verb")
        return self._made(line, told.kind, stands, told.evidence, told.about, told.conductors, silent=told.silent)

    def _unnamed(self, line: Line, acts: frozenset[str]) -> Inspection | None:
        """What a line tells of an undertaking that it does not name."""
        return (
            self._entry(line)
            or self._echo(line)
            or self._in_programme(line, acts)
            or self._presence(line, acts)
            or self._under(line, acts)
        )

    def _under(self, line: Line, acts: frozenset[str]) -> Inspection | None:
        """ "The loss is under investigation, and the Trust has called in Lark Crane for the purpose"."""
        found = under(self.context, line, self.who)
        if found is None:
            return None
        told = (softened(self.context, line.first, found.first, found.status, acts), "inspection-under")
        return self._made(line, found.kind, told, (found.first, self._end(line)), found.about, found.conductors)

    def _presence(self, line: Line, acts: frozenset[str]) -> Inspection | None:
        """ "Inspectors would be at Hill Lane in May"."""
        found = presence_in(self.context, line, self.who) if self.named is None else None
        if found is None and self.named is None and self.just_told:
            found = next_places(self.context, line)
        if found is None:
            return None
        told = (softened(self.context, line.first, found.first, found.status, acts), "inspection-presence")
        return self._made(line, found.kind, told, (found.first, self._end(line)), found.place, found.conductors)

    def _entry(self, line: Line) -> Inspection | None:
        """An entry of a list of undertakings, or one of several told in a row."""
        entry, cue = self.series.entry(line), self.series.cue
        if entry is None and (before := self.echoes.before(line)) is not None:
            entry, cue = self.series.elided(line), before.cue
        if entry is None or cue is None:
            return None
        self.who.saying = self.series.teller
        near = self.who.last_place[1] == (line.passage.position or 0)
        conductors = self.series.conductors or (self.who.last if near else ())
        told = (entry.status, entry.rule)
        return self._made(line, cue.meaning, told, (line.first, self._end(line)), entry.about, conductors)

    def _echo(self, line: Line) -> Inspection | None:
        """ "This is to be conducted by the Agency": the undertaking that the sentence before named."""
        if self.echoes.asked and self._replied(line):
            return None
        heard = self.echoes.heard(line)
        if heard is None:
            return None
        group = heard.group
        lows = self.context.tokens.lows
        # "asked whether the same inspector would lead it": whoever asks is not the subject
        begin = next((k + 1 for k in range(heard.aim - 1, line.first, -1) if lows[k] in _SUBORDINATING), line.first)
        subject = self.who.subject_before(line, begin, heard.aim) if heard.aim >= 0 else ()
        conductors = self.who.of_verb(line, group.head, group.passive, group.head + 1, subject)
        if self.echoes.open and self.echoes.line is not None and heard.phrase.owner and not conductors:
            conductors = self.who.owner_of(self.echoes.line, heard.phrase)  # "asked about X's inquiry. … it was closed"
        if not self.echoes.open and (heard.aim < 0 or not heard.status):
            return self._again(line, heard, conductors) if conductors else None
        return self._heard(line, heard, conductors) if heard.status else None

    def _heard(self, line: Line, heard: Heard, conductors: tuple[str, ...]) -> Inspection:
        phrase = heard.phrase
        head = self.context.words(phrase.first, phrase.head + 1)
        told = (heard.status, "inspection-echo")
        first = phrase.first if self.echoes.open and phrase.first < line.first else line.first  # both sentences tell it
        return self._made(line, phrase.cue.meaning, told, (first, self._end(line)), phrase.about, conductors, head=head)

    def _replied(self, line: Line) -> bool:
        """ "asked whether there would be an inquiry. … there were no plans for one": the reply tells where it stands."""
        before = self.all[-1] if self.all else None
        status = reply(self.context, line) if before and self.echoes.before(line) and not self.echoes.open else None
        if before is None or status is None or before.status != "proposed":
            return False
        self.all[-1] = replace(before, status=status)
        return True

    def _again(self, line: Line, heard: Heard, conductors: tuple[str, ...]) -> Inspection | None:
        """ "It is being done with the Council": who carries out what was told before, and nothing new but that."""
        before = self.all[-1] if self.all else None
        if before is None or (heard.status and heard.status != before.status):
            return self._heard(line, heard, conductors) if heard.status else None
        lows = self.context.tokens.lows[heard.group.head : line.last]
        told = self.who.seated(line, conductors)
        both = told if "by" in lows else tuple(dict.fromkeys((*before.conducted_by, *told)))
        self.all[-1] = replace(before, conducted_by=both)
        self.who.remember(line, both, before.kind)
        return None

    def _in_programme(self, line: Line, acts: frozenset[str]) -> Inspection | None:
        """What is added to an audit plan or dropped from an inspection programme."""
        found = planned_in(self.context, line, acts)
        if found is None:
            return None
        return self._made(
            line,
            found.kind,
            (found.status, "inspection-programme"),
            (found.about[0] if found.group.passive else found.group.first, self._end(line)),
            found.about,
            () if found.group.passive else self.who.subject_before(line, line.first, found.group.first),
        )

    def _end(self, line: Line) -> int:
        """Behind the last word of a line, before its full stop."""
        return line.last - (self.context.tokens.words[line.last - 1] == ".")

    def _told_before(self, line: Line, phrase: Phrase) -> bool:
        """Has this heading told of it, with nothing new to name it by?"""
        last = self.all[-1].evidence.of(self.context.text) if self.all else ""
        return (line.passage.position or 0) in self.told and told_before(self.context, line, phrase, last)

    # ── the fact ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _made(self, line: Line, kind: str, told: tuple[str, str], evidence: tuple[int, int], about: tuple[int, int],
              conductors: tuple[str, ...], head: str = "", *, silent: bool = True) -> Inspection:  # fmt: skip
        context = self.context
        words, conductors = frozenset(head.lower().split()), self.who.seated(line, conductors)
        self.silent = silent and not conductors
        if conductors and kind == "inspection" and not words & {"own", "internal"}:
            self.who.known.update(conductors)
        if self.silent and not (kind == "inquiry" and told == ("proposed", "inspection-stage")):
            conductors = self.who.understood(line, kind, words, about)
        self.who.remember(line, conductors, kind)
        self.told.add(line.passage.position or 0)
        due = time_of(context, line, evidence)
        inspected = tuple(key for key in self.who.bodies_in(*about) if key not in conductors)[:3]
        return Inspection(
            label=label_of(context, kind, head, about), kind=kind or "inspection", status=told[0], evidence=context.tokens.span(*evidence), rule=told[1],
            conducted_by=conductors, inspected=inspected, topics=topics_in(context, *about) or topics_in(context, *evidence),
            programme=programme_of(context, line), planned_from=due.start, planned_to=due.end, position=line.passage.position,
        )  # fmt: skip
