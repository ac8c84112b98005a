"""Attendance tables whose cells came out as lines of their own: the headings of the columns, then row after row.

Comes in: strips.  Goes out: the Entries with their Labels, and where the table ends.  The one idea: as many lines as there were headings
make a row; a row begins with a name.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Attendance, BlockKind, Span
from kg.structure.entries import Entry, read_entry
from kg.structure.labels import Label
from kg.structure.lines import Line
from kg.structure.listed import with_line
from kg.structure.people import read_name
from kg.structure.tables import Listed, column_of
from kg.structure.taking_part import attendance_in
from kg.values import value

PRESENT = Label(Attendance.PRESENT)
_LONGEST = 8  # words in the head of a column


@value
class Flat:
    """A flattened table: its entries, and the number of the strip behind it."""

    listed: Listed
    after: int


def read_flattened(text: str, strips: list[Line], at: int) -> Flat | None:
    """The table that begins at the strip, if one does."""
    header = _header(strips, at)
    if len(header) < 2 or header[0] != "name":
        return None
    found: Listed = []
    row = at + len(header)
    while row < len(strips) and (cells := _row(strips, row, header)):
        entry = _entry(text, strips, row, cells)
        if entry is None:
            break
        found.append((entry, PRESENT))
        row += len(cells)
    return Flat(found, row) if len(found) > 1 else None


def _header(strips: list[Line], at: int) -> list[str]:
    kinds: list[str] = []
    while at + len(kinds) < len(strips) and (strip := strips[at + len(kinds)]).kind is not BlockKind.ROW:
        kind = column_of(strip.words) if strip.size <= _LONGEST else ""
        if not kind or kind in kinds:
            break
        kinds.append(kind)
    return kinds


def _row(strips: list[Line], at: int, header: list[str]) -> dict[str, int] | None:
    """The columns of the row with the strips that fill them; a cell that is missing leaves its column out."""
    if not read_name(strips[at].words).end:
        return None
    cells = {header[0]: at}
    strip = at + 1
    for kind in header[1:]:
        if strip >= len(strips) or read_name(strips[strip].words).sure or strips[strip].is_closed:
            break
        told = attendance_in(strips[strip].words)
        if (kind == "attendance") != (told is not None):
            continue
        cells[kind] = strip
        strip += 1
    return cells if len(cells) > 1 else None


def _entry(text: str, strips: list[Line], at: int, cells: dict[str, int]) -> Entry | None:
    entry = read_entry(text, strips[at].body)
    if entry is None or entry.name is None:
        return None
    for kind in ("post", "body"):
        if kind in cells:
            other = with_line(text, entry, strips[cells[kind]].body)
            entry = replace(
                entry,
                post=entry.post or other.post,
                organisation=entry.organisation or other.organisation,
                role=entry.role or other.role,
            )
    span = Span(strips[at].span.start, strips[max(cells.values())].span.end)
    told = attendance_in(strips[cells["attendance"]].words) if "attendance" in cells else None
    return replace(entry, span=span, attendance=told or entry.attendance)
