"""Names that were typed in columns: "Ann Bell (Chair)      Cllr Tom Reed", with spaces or tabs between them.

Comes in: a span.  Goes out: one Entry for each part.  The one idea: wide gaps part persons only where every part begins with a sure name and tells no more
than a bracket.
"""

from __future__ import annotations

from kg.model import Span
from kg.patterns import expression
from kg.structure.entries import Entry, read_entry
from kg.structure.people import read_name

_GAP = expression(r"\s*(?:\t|\||\s{3,})\s*")
_LINE = expression(r"[^\n]+")


def in_columns(text: str, span: Span) -> list[Entry]:
    """The entries of one line or more typed in columns; none where a part is no sure name, or nothing parts the names."""
    words = span.of(text)
    if not ("\t" in words or "   " in words or " | " in words):
        return []
    parts = [part for line in _LINE.finditer(text, span.start, span.end) for part in _parts(text, Span(*line.span()))]
    gaps = len(parts) > 1 and all(_is_whole(text, part) for part in parts)
    entries = [read_entry(text, part) for part in parts] if gaps else []
    return [entry for entry in entries if entry is not None]


def _parts(text: str, line: Span) -> list[Span]:
    parts, start = [], line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        parts.append(Span(start, gap.start()))
        start = gap.end()
    return [part for part in (*parts, Span(start, line.end)) if len(part)]


def _is_whole(text: str, part: Span) -> bool:
    """Is it a sure name, or one with a bracket behind it?"""
    name = read_name(part.of(text))
    return name.sure and (name.end == len(part) or text[part.start + name.end :].lstrip().startswith(("(", "[")))
