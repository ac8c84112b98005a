"""Undertakings told in a row: a list of audits with where each stands, "the first … the second …".

Comes in: lines, in order.  Goes out: what each entry tells.  The one idea: a line or heading that speaks of audits, inspections or
investigations opens a series; an entry under it need not say the word again.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.groups import Group, Tense, group_at, is_done
from kg.facts.inspections.marks import Mark
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.statuses import status_of
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.signs import sign
from kg.facts.words import AUXILIARIES, BE, BEING, PREPOSITIONS
from kg.lexicon.undertakings import Cue
from kg.model import EntityType
from kg.values import value

_ORDINALS = WORDS.words("ordinals")
_MARKS = MARKS | {"-"}
_FURTHER = WORDS.words("further")
_NEXT_ONES = _ORDINALS | _FURTHER
_LABELS = WORDS.words("labels")
_INTO = frozenset({"of", "into", "concerning", "regarding", "on", "about", "at", "covering", "for"})
_ENDS = {",", "in", "by", "this", "next", "before", "after"} | _INTO | AUXILIARIES | {"one"}
_BARE = frozenset({"next", "last", "previous"})  # notes: "Next one will start in May"
_ONES = frozenset({"one", "tranche", "round", "wave", "batch", "phase", "visit"})
_AT = frozenset({"at", "of", "on", "in", "into"})
_IN = _INTO | {"in"}
_LEFT_AT = WORDS.words("left-at")
_DIVIDING, _REACH = sign(_MARKS | {":"}), 18  # what divides an entry from where it stands, and within how many tokens
_JOINING = PREPOSITIONS | {"and", "but", "as", "until"}


@value
class Entry:
    """One entry: the tokens of its subject matter, the token at which its status begins, and the status."""

    about: tuple[int, int]
    status: str
    rule: str


def _ahead(status: str, words: list[str]) -> str:
    """What an entry tells where it has not been done yet: it is still to be, unless it says outright that it has not been."""
    return "planned" if status == "not-completed" and not {"not", "overdue", "incomplete"} & set(words) else status


@dataclass(slots=True)
class Series:
    """The series that is open: ``cue`` its noun, ``position`` its heading, ``conductors`` who carries it out."""

    context: Context
    who: Conductors
    position: int = -1
    cue: Cue | None = None
    conductors: tuple[str, ...] = ()
    teller: tuple[str, ...] = ()  # who spoke in the line that opened it
    by_line: bool = False  # opened by the line before and no title: a label behind it is no entry
    several: bool = False  # told of in the plural, so that "the first" is one of them

    def entry(self, line: Line) -> Entry | None:
        """What a line tells as an entry of the open series."""
        if (position := line.passage.position or 0) != self.position:
            self._under(position)
        if self.cue is None:
            return None
        opened, self.by_line = self.by_line, False
        listed = None if opened else self._listed(line) or self._by_name(line)
        return listed or (self._ordinal(line) if self.several or self._next_one(line) else None)

    def note(self, line: Line, marks: list[Mark]) -> None:
        """A line that speaks of undertakings in the plural, or of who carries them out, opens the series."""
        if (position := line.passage.position or 0) != self.position:
            self._under(position)
            self.by_line = self.cue is None
        for i, found, verb in marks:
            if found and not found[1].weak:
                self.cue = found[1] if self.cue is None or found[1].plural else self.cue
                self.several = self.several or found[1].plural
                self._take(line, i)
            elif verb and not verb[1].weak and self.cue is not None:
                self._take(line, i, doing=True)

    def _take(self, line: Line, i: int, *, doing: bool = False) -> None:
        subject = line.subject
        if subject and subject.last <= i:
            bodies = tuple(body for actor in subject.actors if actor.key and (body := self.who.as_body(actor.key)))
            if bodies and len(bodies) == len(subject.actors) and (doing or self.who.inspects(bodies[0])):
                self.conductors = bodies[:1]

    def _under(self, position: int) -> None:
        """A new heading closes the series; its title may open another."""
        self.position, self.conductors, self.several, self.teller = position, (), False, ()
        self.by_line, self.cue = False, self._title(position)

    def _title(self, position: int) -> Cue | None:
        tokens = self.context.tokens
        for heading in self.context.outline.headings:
            if heading.position == position:
                first, last = tokens.range_of(heading.title)
                for i in range(first, last):
                    if (found := self.context.lexicon.undertakings.noun_at(tokens, i, first)) and not found[1].weak:
                        return found[1]
        return None

    def elided(self, line: Line) -> Entry | None:
        """ "That of the vehicle fleet was in progress", "Another is due in May": the noun of the sentence before."""
        lows = self.context.tokens.lows
        if self._next_one(line):
            return self._ordinal(line)
        if lows[line.first] in {"a", "another"} and lows[line.first + (lows[line.first] == "a")] in _FURTHER:
            return self._ordinal(line)
        the_one = lows[line.first : line.first + 2] == ["the", "one"]
        first = line.first + the_one
        if (not the_one and lows[first] not in {"that", "those"}) or lows[first + 1] not in (_AT if the_one else _IN):
            return None
        end = next((m for m in range(first + 2, line.last) if lows[m] in AUXILIARIES), line.last)
        status = self._predicate(line, end) if first + 2 < end < line.last else None
        return Entry((first + 2, end), status, "inspection-elided") if status else None

    # ── the two shapes ───────────────────────────────────────────────────────────────────────────────────────────

    def _listed(self, line: Line) -> Entry | None:
        """ "Fuel and fleet: fieldwork in progress." """
        if not line.signs & _DIVIDING:
            return None
        marks = self.context.showing(_DIVIDING, line.first + 1, min(line.last, line.first + _REACH))
        mark = next((k for k in marks if self._divides(line, k)), None)
        if (
            mark is None
            or self._says(line, mark)
            or self._is_speaker(line, mark)
            or self.context.tokens.lows[line.first] in _LABELS
            or (mark == line.first + 1 and self._is_initials(line.first))
        ):
            return None
        status = self._status(line, mark + 1)
        return Entry((line.first, mark), status, "inspection-list") if status else None

    def _by_name(self, line: Line) -> Entry | None:
        """ "HMP Dyfi done Nov, report due", "HMP Marl, planned for May, called off: floods": a name, and what became of it in the end."""
        lows, name = self.context.tokens.lows, self.context.mention_at.get(line.first)
        if name is None or name.last + 1 >= line.last or not self._is_place(line.first):
            return None
        k, status = name.last, None
        while k < line.last - 1 and (told := self._participle(k + (lows[k] == ","), line)):
            status = told
            k = next((m for m in range(k + 1, line.last) if lows[m] in {",", ":", ".", ";"}), line.last)
            k = k if k < line.last and lows[k] == "," else line.last
        return Entry((line.first, name.last), status, "inspection-list") if status else None

    def _is_place(self, k: int) -> bool:
        """Is it the name of a body that does not inspect?"""
        kind = self.context.type_of(key) if (key := self.context.key_at(k)) else None
        return kind in BODIES and kind is not EntityType.INSPECTORATE

    def _participle(self, k: int, line: Line) -> str | None:
        """Where a participle without a verb leaves it ("done Nov", "planned for May", "called off")."""
        tokens = self.context.tokens
        found = self.context.lexicon.undertakings.phase_at(tokens, k, line.last)
        if found is None or tokens.lows[k] not in _LEFT_AT:
            return None
        end = found[0] if found[1] in {"give-up", "postpone"} else k + 1
        behind = tokens.lows[end] if end < line.last else "."
        timed = behind in PREPOSITIONS or is_time(self.context, end, line.last)
        if behind[0].isalpha() and not timed:
            return None  # "Marl Trust completed the works"
        return status_of(found[1], Group(k, k, Tense.PAST, passive=True))

    def _is_speaker(self, line: Line, mark: int) -> bool:
        """ "TI: Authority to decide": is the label somebody who speaks, and no name of a thing?"""
        mention = self.context.mention_at.get(line.first)
        return (
            mention is not None
            and mention.last == mark
            and self.context.type_of(self.context.cast.by_first[line.first]) in PERSONAL
        )

    def _says(self, line: Line, mark: int) -> bool:
        """Is what stands before the mark a clause ("The Commissioner argued for it: …") and no name of a thing?"""
        if any(low in AUXILIARIES for low in self.context.tokens.lows[line.first : mark]):
            return True
        subject = clauses.subject_at(self.context, line.first, mark)
        return (
            subject is not None
            and subject.last < mark
            and clauses.verb_group(self.context, subject.last, mark) is not None
        )

    def _divides(self, line: Line, k: int) -> bool:
        tokens = self.context.tokens
        if tokens.words[k] == ":":
            return True
        return (
            tokens.words[k] in _MARKS
            and tokens.starts[k] > tokens.ends[k - 1]
            and k + 1 < line.last
            and tokens.starts[k + 1] > tokens.ends[k]
        )

    def _is_initials(self, k: int) -> bool:
        """ "FG – requested copy"."""
        return self.context.tokens.words[k].isupper() and len(self.context.tokens.words[k]) < 4

    def _status(self, line: Line, first: int) -> str | None:
        """Where the words behind the mark say that it stands: the first that tell it."""
        tokens = self.context.tokens
        if tokens.lows[first] in self.context.lexicon.predicates.verbs and tokens.lows[first].endswith("s"):
            return None  # "– says inspectors came on a bad day"
        for k in range(first, min(line.last, first + 6)):
            if tokens.words[k] in {";", "."}:
                return None
            for end, name in self.context.lexicon.statuses.at(tokens, k, line.last):
                if not self._predicates(k, end, line):
                    continue
                return _ahead(name.meaning, tokens.lows[k:end])
            found = self.context.lexicon.undertakings.phase_at(tokens, k, line.last)
            if found and found[1] != "find" and (is_done(tokens.lows[k]) or tokens.lows[k - 1] == "to"):
                group = group_at(self.context, k, first)
                tense = Tense.FUTURE if group.to >= 0 else Tense.PAST
                return status_of(found[1], Group(group.first, k, tense, group.negated, True))
        return None

    def _predicates(self, k: int, end: int, line: Line) -> bool:
        """Is it said of the entry ("deferred to May"), and not of the words behind it ("late applications")?"""
        tokens = self.context.tokens
        after = tokens.lows[end] if end < line.last else "."
        one = end == k + 1 and tokens.lows[k - 1] != "as"
        return end > k + 1 or (one and (not after[0].isalpha() or after in _JOINING))

    def _next_one(self, line: Line) -> bool:
        """ "Next one will start in May", "The last one was in January": of what the heading or the talk is about."""
        lows = self.context.tokens.lows
        k = line.first + (lows[line.first] == "the")
        return lows[k] in _BARE and lows[k + 1] in _ONES

    def _ordinal(self, line: Line) -> Entry | None:
        """ "The first, into Northgate, was concluded in May", "The other is under way"."""
        lows = self.context.tokens.lows
        k = line.first + (lows[line.first] in {"the", "a", "an"})
        bare = lows[line.first] == "another" or self._next_one(line)
        if not bare and (lows[k] not in _NEXT_ONES or k == line.first):
            return None
        k += 1
        k += lows[k] in _ONES
        k += 2 * (lows[k : k + 2] in (["of", "these"], ["of", "them"]))
        if lows[k] not in _ENDS:
            return None
        about = self._matter(line, k)
        verb = next(
            (
                m
                for m in range(about[1], line.last)
                if lows[m] in AUXILIARIES or (is_done(lows[m]) and self._phase(m, line))
            ),
            None,
        )
        status = self._predicate(line, verb) if verb is not None else None
        return Entry(about, status, "inspection-ordinal") if status else None

    def _phase(self, k: int, line: Line) -> bool:
        return self.context.lexicon.undertakings.phase_at(self.context.tokens, k, line.last) is not None

    def _matter(self, line: Line, k: int) -> tuple[int, int]:
        lows = self.context.tokens.lows
        comma = lows[k] == ","
        k += comma
        if comma and lows[k] in {"and", "but", "or"}:
            return k - 1, k - 1  # "A third, and rather longer, visit"
        if lows[k] not in _INTO and not comma:
            return k, k
        k -= lows[k] not in _INTO
        end = next((m for m in range(k + 1, line.last) if lows[m] == "," or lows[m] in AUXILIARIES), line.last)
        return k + 1, end

    def _predicate(self, line: Line, verb: int) -> str | None:
        tokens = self.context.tokens
        group = clauses.verb_group(self.context, verb, line.last)
        head = group.head if group else verb
        found = self.context.lexicon.undertakings.phase_at(tokens, head, line.last)
        if found and (status := status_of(found[1], group_at(self.context, head, verb))):
            return status
        if (
            tokens.lows[verb] in BE
            and tokens.lows[verb + 1] in {"in", "on"}
            and is_time(self.context, verb + 2, line.last)
        ):
            return "completed" if tokens.lows[verb] in {"was", "were"} else "planned"
        for k in range(verb, min(line.last, verb + 6)):
            for end, name in self.context.lexicon.statuses.at(tokens, k, line.last):
                if not (end == k + 1 and tokens.lows[k] in BEING):
                    return _ahead(name.meaning, tokens.lows[k:end])
        return None
