"""What a line tells of an undertaking that it does not name: an echo, an entry of a list, a reply, inspectors at a place.

Comes in: a line, with what was told so far.  Goes out: an inspection, or ``None``.  The one idea: each way has a module of its own; here they are asked in
order, and what they find becomes a fact.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.due import Due, time_of
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.echoes import Echoes, Heard
from kg.facts.inspections.extent import label_of
from kg.facts.inspections.headed import headed
from kg.facts.inspections.phrases import Phrase, mentions_by_end
from kg.facts.inspections.presence import next_places, presence_in
from kg.facts.inspections.programmes import LISTED, planned_in, programme_of
from kg.facts.inspections.replies import reply, turned_down
from kg.facts.inspections.rows import Rows
from kg.facts.inspections.series import Series
from kg.facts.inspections.statuses import softened
from kg.facts.inspections.under import UNDER, under
from kg.facts.topics import topics_in
from kg.facts.words import ACTING
from kg.model import Inspection, Mention

_SHORT = 12  # tokens of such an answer, characters before it
_BEGAN = ACTING.words("begun") | {"announced"}
_BEFORE = 3  # words


@dataclass(slots=True)
class Unnamed:
    """Reads what lines tell without naming it, and makes the facts."""

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

    def _unnamed(self, line: Line, acts: frozenset[str]) -> Inspection | None:
        """What a line tells of an undertaking that it does not name."""
        if line.last - line.first < _SHORT and self._is_turned_down(line):
            return None
        return (
            self._entry(line)
            or self._echo(line)
            or (self._in_programme(line, acts) if line.signs & LISTED else None)
            or self._presence(line, acts)
            or (self._under(line, acts) if line.signs & UNDER else None)
        )

    def _is_turned_down(self, line: Line) -> bool:
        """ "wanted Ofsted to review nurseries. Ofsted declined.": then there is to be none."""
        before = self.all[-1] if self.all else None
        near = before is not None and 0 <= line.sentence.span.start - before.evidence.end < _SHORT
        if before is None or not near or before.status != "proposed" or not turned_down(self.context, line):
            return False
        self.all[-1] = replace(before, status="unlikely")
        return True

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
        found = found or headed(self.context, line, self.who)
        if found is None and self.named is None and self.just_told:
            found = next_places(self.context, line)
        if found is None:
            return None
        told = (softened(self.context, line.first, found.first, found.status, acts), "inspection-presence")
        return self._made(
            line, found.kind, told, (found.first, found.last or self._end(line)), found.place, found.conductors
        )

    def _entry(self, line: Line) -> Inspection | None:
        """An entry of a list of undertakings, or one of several told in a row."""
        entry, cue = self.series.entry(line), self.series.cue
        if entry is None and self.echoes.line is not None and (before := self.echoes.before(line)) is not None:
            entry, cue = self.series.elided(line), before.cue
        if entry is None or cue is None:
            return None
        self.who.saying = self.series.teller
        near = self.who.last_place[1] == (line.passage.position or 0)
        done_by = self.who.done_by(line, entry.about[1])
        conductors = done_by or self.series.conductors or (self.who.last if near else ())
        told = (entry.status, entry.rule)
        last, kind = self.who.last, self.who.last_kind
        item = self._made(line, cue.meaning, told, (line.first, self._end(line)), entry.about, conductors)
        if done_by:
            self.who.last, self.who.last_kind = last, kind  # the others of the row are not theirs
        return item

    def _echo(self, line: Line) -> Inspection | None:
        """ "This is to be conducted by the Agency": the undertaking that the sentence before named."""
        if self.echoes.line is None or (self.echoes.asked and self._replied(line)):
            return None
        heard = self.echoes.heard(line)
        if heard is None:
            return None
        group = heard.group
        # "asked whether the same inspector would lead it": whoever asks is not the subject
        begin = self.who.inner_start(line, heard.aim)
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
        asked = self.echoes.before(line)
        status = reply(self.context, line) if before and asked and not self.echoes.open else None
        if before is None or status is None or asked is None:
            return False
        meant = before.evidence.start <= self.context.tokens.starts[asked.head] < before.evidence.end
        if before.status != "proposed" and not (before.status == "planned" and meant):
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

    def _made(self, line: Line, kind: str, told: tuple[str, str], evidence: tuple[int, int], about: tuple[int, int],
              conductors: tuple[str, ...], head: str = "", *, silent: bool = True) -> Inspection:  # fmt: skip
        context = self.context
        words, conductors = frozenset(head.lower().split()), self.who.seated(line, conductors)
        self.silent = silent and not conductors
        if conductors and kind == "inspection" and not words & {"own", "internal"}:
            self.who.known.update(conductors)
        if self.silent and not (kind == "inquiry" and told == ("proposed", "inspection-stage")):
            conductors = tuple(
                key for key in self.who.understood(line, kind, words, about) if not self.who.is_gone(key)
            )
            if told[1] == "inspection-list" and kind == "inspection" and all(map(self.who.audits, conductors)):
                conductors = ()  # whoever audits here need not have inspected what a list names
        self.who.remember(line, conductors, kind)
        self.told.add(line.passage.position or 0)
        due = time_of(context, line, evidence)
        if told[0] == "completed" and due.end and context.said_on and due.end > context.said_on:
            due = Due()  # "done in May"
        elif told[0] == "under-way" and _is_since(context, line, due):
            due = Due()  # "begun in April"
        inspected = tuple(key for key in self.who.bodies_in(*about) if key not in conductors)[:3]
        return Inspection(
            label=label_of(context, kind, head, about), kind=kind or "inspection", status=told[0], evidence=context.tokens.span(*evidence), rule=told[1],
            conducted_by=conductors, inspected=inspected, topics=topics_in(context, *about) or topics_in(context, *evidence),
            programme=programme_of(context, line), planned_from=due.start, planned_to=due.end, position=line.passage.position,
        )  # fmt: skip


def _is_since(context: Context, line: Line, due: Due) -> bool:
    """ "which had been begun in April", in July: is a day to come none, but that on which what goes on began?"""
    if due.text is None or due.start is None or context.said_on is None or due.start <= context.said_on:
        return False
    before = line.sentence.span.of(context.text).partition(due.text)[0].lower().split()[-_BEFORE:]
    return not _BEGAN.isdisjoint(before)
