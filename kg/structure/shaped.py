"""A list of people that no label heads: three and more lines of one shape, a name, a slash or dash, and where somebody comes from.

Comes in: the strips of the opening.  Goes out: Entries.  The one idea: one such line may be anything, several below each other that mostly
name bodies are those who met ("Varga / Eastreach Building Control").
"""

from __future__ import annotations

import re
from itertools import takewhile

from kg.patterns import expression
from kg.structure.entries import Entry, read_entry
from kg.structure.labels import label_of
from kg.structure.lines import Line
from kg.structure.people import is_body, is_post
from kg.structure.words import USUAL_HEADINGS

_SHAPE = expression(
    r"(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3})(?: \([^()]*\))?\s+(?P<sign>[/|–—-])\s+(?P<rest>[A-Z][^.;:]*)$"
)
_FEWEST = 3


def shaped(text: str, strips: list[Line], at: int) -> list[Entry]:
    """The entries of the lines from ``at`` on, one a line; none where they are no such list."""
    found = list(takewhile(bool, (_shape(text, strip) for strip in strips[at:])))
    same = [match for match in found if match and match["sign"] == found[0]["sign"]] if found and found[0] else []
    bodies = sum(is_body(match["rest"]) for match in same)
    if len(same) < _FEWEST or len(same) < len(found) or bodies * 3 < len(same) * 2:
        return []
    entries = [read_entry(text, strip.body, titled=True) for strip in strips[at : at + len(same)]]
    return [entry for entry in entries if entry is not None]


def _shape(text: str, strip: Line) -> re.Match[str] | None:
    match = _SHAPE.match(strip.body.of(text))
    if match is None or is_post(match["name"]) or match["name"].lower() in USUAL_HEADINGS or label_of(text, strip):
        return None
    return match
