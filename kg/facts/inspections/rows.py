"""Tables of undertakings: "Undertaking | Carried out by | Position", "Audit | Auditor | Status".

Comes in: a document.  Goes out: what each row tells.  The one idea: the heads of the columns say which cell names the undertaking, which who carries it
out and which where it stands; a table with no column of those who do it tells of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.facts.context import Context
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.extent import label_of
from kg.facts.inspections.groups import Group, Tense
from kg.facts.inspections.statuses import status_of
from kg.facts.inspections.words import WORDS
from kg.facts.topics import topics_in
from kg.lexicon.undertakings import Cue
from kg.model import Inspection, Span
from kg.patterns import expression

_BETWEEN = expression(r"\t+| +\| +")
_MATTER = WORDS.words("heads-of-undertakings")
_DOERS = WORDS.words("heads-of-doers")
_STATES = WORDS.words("heads-of-states")
_OURS = frozenset({"this", "our", "us", "ourselves", "internal", "in-house"})


@dataclass(slots=True)
class Rows:
    """Reads the tables of one document; ``starts`` are the places at which their lines begin."""

    context: Context
    who: Conductors
    starts: set[int] = field(default_factory=set)

    def read(self) -> list[Inspection]:
        """The undertakings of all tables."""
        found = []
        columns: list[str] = []
        for cells in self._lines():
            heads = [_head(cell.of(self.context.text)) for cell in cells]
            if not cells:
                columns = []
            elif {"matter", "doers", "state"} <= set(heads):
                columns = heads
                self.starts.add(cells[0].start)
            elif len(cells) == len(columns) and (row := self._row(dict(zip(columns, cells, strict=True)))) is not None:
                found.append(row)
                self.starts.add(cells[0].start)
        return found

    def _lines(self) -> Iterator[list[Span]]:
        """The cells of each line that has any, and nothing for one that has none."""
        text, start = self.context.text, 0
        if "|" not in text and "\t" not in text:
            return
        for line in text.split("\n"):
            gaps = list(_BETWEEN.finditer(line)) if "|" in line or "\t" in line else []
            edges = [0, *(edge for gap in gaps for edge in gap.span()), len(line)]
            yield [Span(start + a, start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)] if gaps else []
            start += len(line) + 1

    def _row(self, cells: dict[str, Span]) -> Inspection | None:
        first, last = self.context.tokens.range_of(cells["matter"])
        kind = self._kind(first, last)
        status = self._status(*self.context.tokens.range_of(cells["state"]))
        if kind is None or status is None:
            return None
        at, cue = kind
        about = (at + 1 + (self.context.tokens.lows[at + 1] in {"of", "into", ",", "on"}), last)
        about = about if about[0] < last else (first, at)
        end = self.context.tokens.range_of(cells["state"])[1]
        doers = self._doers(*self.context.tokens.range_of(cells["doers"]))
        return Inspection(
            label=label_of(self.context, cue.meaning, cue.meaning, about), kind=cue.meaning, status=status, evidence=self.context.tokens.span(first, end),
            rule="inspection-row", conducted_by=self.who.of_table(doers, first, end), topics=topics_in(self.context, *about),
        )  # fmt: skip

    def _kind(self, first: int, last: int) -> tuple[int, Cue] | None:
        nouns = self.context.lexicon.undertakings
        found = ((k, noun[1]) for k in range(first, last) if (noun := nouns.noun_at(self.context.tokens, k, first)))
        return next(found, None)

    def _status(self, first: int, last: int) -> str | None:
        tokens = self.context.tokens
        for k in range(first, last):
            found = self.context.lexicon.undertakings.phase_at(tokens, k, last)
            if found and tokens.lows[k - 1] == "to" and k > first:
                return status_of(found[1], Group(k, k, Tense.FUTURE))
            for _, name in self.context.lexicon.statuses.at(tokens, k, last):
                return name.meaning
            if found and (status := status_of(found[1], Group(k, k, Tense.PAST, passive=True))):
                return status
        return None

    def _doers(self, first: int, last: int) -> tuple[str, ...]:
        lows = self.context.tokens.lows[first:last]
        own = self.who.meeting_body() if _OURS & set(lows) else ()
        named = self.who.doers_in(first, last) or self.who.firm_at(first, last)
        return tuple(dict.fromkeys((*named, *own)))


def _head(words: str) -> str:
    """What the column with this head holds, or nothing."""
    key = " ".join(words.casefold().split()).strip(":* ")
    return "matter" if key in _MATTER else "doers" if key in _DOERS else "state" if key in _STATES else ""
