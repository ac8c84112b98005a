"""Which line breaks of a text end a block.

Comes in: the lines of a text without markup.  Goes out: for each line, whether a block ends with it.  The one idea: a
line was *wrapped* when the next word would not have fitted on it; any other line break was made by the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.patterns import expression
from kg.readers.markers import is_rule, marker

NARROWEST = 40  # characters; text wrapped narrower than this is a list
WIDEST = 120  # characters; nobody wraps wider: such a line is a whole paragraph
_RAGGED = 0.75  # of the width; text wrapped by hand is not always full
_SENTENCE_END = expression(r"[.;:?!][\"'”’)\]]*$")
_LABEL = expression(r"[A-Z][\w /]{0,30}:")
_DATE = expression(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d\b"
)
_NAME = expression(r"(?:^|\s)[A-Z][\w’'-]*$")
_OPEN = expression(r"(?:,|&|(?:^|\s)(?:and|or|of|for|the|a|an|with|by|from|to|in|on|at|that|its|their))$")
_TITLE = expression(r"(?:Notes?|Minutes?|Record|Summary|Readout|Account) of ", re.IGNORECASE)
_REFERENCE = expression(
    r"(?:[A-Z]{0,4}/?\d{1,3}/\d{1,3}(?:\.\d{1,2}){0,2}|[A-Z]\d{1,2})[.:)]?\s+[A-Z]"
)  # "13/2 AB to", "A3. Clerk: "
_CELLS = expression(r"\t| \| ")
_DANGLING = expression(r"(?:^|\s)(?:a|an|and|its|of|or|the|their|was|were|whose)$", re.IGNORECASE)
_BEFORE_A_NAME = expression(r"(?:^|[\s(])(?:[A-Z]|Mrs?|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Revd?|Cllr)\.?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: where its words lie, without the white space around them (``indent`` characters before)."""

    start: int
    text: str
    indent: int = 0

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.text)


def line_groups(text: str) -> Iterator[list[Line]]:
    """The runs of lines between blank lines."""
    group: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = raw.index(words)
            group.append(Line(at + indent, words, len(raw[:indent].expandtabs(4))))
        elif group:
            yield group
            group = []
        at += len(raw) + 1
    if group:
        yield group


def wrap_width(groups: Iterable[list[Line]]) -> int | None:
    """The width at which the text was wrapped, in characters; ``None`` when its line breaks are its author's.

    Wrapped prose goes on in lower case often enough; a list of names does not.
    """
    prose = ([line for line in group if not _CELLS.search(line.text)] for group in groups)  # a row is as wide as it is
    breaks = [pair for group in prose for pair in pairwise(group)]
    lengths = sorted(len(line.text) for pair in breaks for line in pair)
    if not lengths:
        return None
    width = lengths[len(lengths) * 98 // 100]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = [after for before, after in breaks if _full(before, after, width)]
    going_on = sum(line.text[0].islower() for line in full)
    return width if going_on and going_on * 3 >= len(full) else None


def breaks_in(group: list[Line], width: int | None) -> list[bool]:
    """For each line of a group but the last: does a block end with it?"""
    full = [width is not None and _full(before, after, width) for before, after in pairwise(group)]
    firsts = [line.text for line, behind in zip(group, [False, *full], strict=True) if not behind]
    marked = _most(bool(_opens(first)) for first in firsts)
    listed = full.count(False) >= 2 * full.count(True) and not marked  # mostly short lines: one of a list is long
    parted = listed and _most("," in first for first in firsts)
    return [
        ends(
            before.text, after.text, full=fits, marked=marked, listed=listed and not (parted and "," not in after.text)
        )
        for (before, after), fits in zip(pairwise(group), full, strict=True)
    ]


def _most(told: Iterable[bool]) -> bool:
    counted = list(told)
    return counted.count(True) > counted.count(False)


def ends(before: str, after: str, *, full: bool, listed: bool = False, marked: bool = False) -> bool:
    """Does a block end between two lines?

    ``full``: the next word would not have fitted on the first.  ``listed``: it stands among lines that are one entry
    each, ``marked``: each behind a mark or label.  A line that was not full goes on only where its last word cannot end a phrase
    ("the", "of", "were").
    """
    first, second = marker(before), marker(after)
    if (first and first.alone) or is_rule(after):
        return True
    if full:
        return _ends_full(before, after, listed=listed, marked=marked)
    goes_on = before.endswith(",") and len(before) >= NARROWEST and after[0].islower()
    return second is not None or closes(before) or not (goes_on or _DANGLING.search(before))


def _ends_full(before: str, after: str, *, listed: bool, marked: bool) -> bool:
    """Does a block end with a line that was full?"""
    mark = marker(after)
    if mark and mark.certain:
        return True
    if _BEFORE_A_NAME.search(before):
        return False
    open_ = _OPEN.search(before) is not None
    run_on = "; " in before or _TITLE.match(before)  # entries between semicolons, and a long title
    going = listed and not (open_ or run_on or _goes_on(after))
    if closes(before):
        return _opens(after) or going
    labelled = _LABEL.match(after) and not _NAME.search(before)
    if marked and not open_:
        alike = after[0] == before[0] or after[0].isdigit() or after[0] == "("
        return bool((mark and alike) or _REFERENCE.match(after) or labelled)
    dated = _DATE.match(after) and (_NAME.search(before) or before.endswith(")"))
    return bool(dated or (labelled and not open_) or going)


def _goes_on(text: str) -> bool:
    """Does it begin in small letters, or with the letters of what stood before ("(ABC), notes")?"""
    return text[0].islower() or text[0] == "("


def _opens(text: str) -> bool:
    """Does a list item, a labelled line or a numbered action begin with it?"""
    return bool(marker(text) or _LABEL.match(text) or _REFERENCE.match(text))


def closes(text: str) -> bool:
    """Does it end like a sentence?"""
    return bool(_SENTENCE_END.search(text))


def _full(before: Line, after: Line, width: int) -> bool:
    if after.text[0].islower() and len(before.text) >= width * _RAGGED and not closes(before.text):
        return True
    return len(before.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width
