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
_DANGLING = expression(r"(?:^|\s)(?:a|an|and|its|of|or|the|their|was|were|whose)$", re.IGNORECASE)


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
    breaks = [pair for group in groups for pair in pairwise(group)]
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
    listed = full.count(False) >= 2 * full.count(True)  # mostly short lines: a list in which one line is long
    return [
        ends(before.text, after.text, full=fits, listed=listed)
        for (before, after), fits in zip(pairwise(group), full, strict=True)
    ]


def ends(before: str, after: str, *, full: bool, listed: bool = False) -> bool:
    """Does a block end between two lines?

    ``full``: the next word would not have fitted on the first.  ``listed``: it stands among lines that are one entry
    each.  A line that was not full goes on only where its last word cannot end a phrase ("the", "of", "were").
    """
    closed = closes(before)
    first, second = marker(before), marker(after)
    if (first and first.alone) or is_rule(after):
        return True
    if second and (second.certain or not full or closed):
        return True
    if full:
        return (listed and not after[0].islower()) or (closed and bool(_LABEL.match(after)))
    goes_on = before.endswith(",") and len(before) >= NARROWEST and after[0].islower()
    return closed or not (goes_on or _DANGLING.search(before))


def closes(text: str) -> bool:
    """Does it end like a sentence?"""
    return bool(_SENTENCE_END.search(text))


def _full(before: Line, after: Line, width: int) -> bool:
    if after.text[0].islower() and len(before.text) >= width * _RAGGED and not closes(before.text):
        return True
    return len(before.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width
