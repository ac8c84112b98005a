"""Attendance lists that are tables.

Comes in: the rows of a table.  Goes out: Entries with their Labels.  The one idea: a header row tells what the columns hold; without
one, a row is an entry whose cells are its fields.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Attendance, BlockKind, Span
from kg.patterns import expression
from kg.structure.entries import Entry, read_entry
from kg.structure.fields import fields_of
from kg.structure.inline import entries_of
from kg.structure.labels import Label, cell_label
from kg.structure.lines import Line, key_of, trimmed
from kg.structure.people import initials_of, is_body, is_body_name, is_post, read_name
from kg.structure.posts import is_office, merged, post_and_body
from kg.structure.taking_part import attendance_in
from kg.structure.words import ATTENDANCE_COLUMNS, LABEL_ROLES, NO_BODY, NOBODY

_HEAD_END = expression(r" (?:of|for|to|in|at)\b|,")
_BRACKETS = expression(r"\s*\([^()]*\)")
_OR = expression(r"\s*(?:/|&|\bor\b|\band\b)\s*")
_OFFICES = frozenset({"chair", "deputy-chair", "secretary", "minute-taker"})
_JOINS = ("/", "&", "or", "and")

Listed = list[tuple[Entry, Label]]
PRESENT = Label(Attendance.PRESENT)


def read_table(text: str, lines: list[Line], at: int) -> tuple[Listed, int]:
    """The entries of the table that begins at the line, and the number of the line after it; none where it is no list of people."""
    stop = at
    while stop < len(lines) and lines[stop].kind is BlockKind.ROW:
        stop += 1
    rows = lines[at:stop]
    header = _header(text, rows[0])
    labels = [cell_label(text, cell) for cell in rows[0].cells]
    if sum(label is not None for label in labels) > 1:
        return _by_columns(text, rows[1:], labels), stop
    if has_header(text, rows[0]):
        return _with_header(text, rows[1:], header), stop
    return _labelled(text, rows), stop


def _header(text: str, row: Line) -> list[str]:
    """What each column holds; a label of those there heads names as well ("Attending | For")."""
    kinds = [column_of(cell.of(text)) for cell in row.cells]
    if kinds and "name" not in kinds and cell_label(text, row.cells[0]):
        kinds[0] = "name"
    return kinds


def has_header(text: str, row: Line) -> bool:
    """Do the cells of the row head columns, one of them that of the names?"""
    header = _header(text, row) if row.kind is BlockKind.ROW else []
    return "name" in header and len([kind for kind in header if kind]) > 1


def has_label(text: str, row: Line) -> bool:
    """Does a label in the first cell stand before names in the others ("Members | Jane Doe, John Smith")?"""
    if row.kind is not BlockKind.ROW or len(row.cells) < 2:
        return False
    first, second = row.cells[:2]
    return cell_label(text, first) is not None and read_name(second.of(text)).end > 0


def _words(key: str) -> list[str]:
    return key.replace("/", " ").replace("&", " ").split()


_FIRST_WORDS = frozenset(_words(column)[0] for column in ATTENDANCE_COLUMNS)


def column_of(words: str) -> str:
    """What a column with this head holds, or ""; of "Body or office" and "Name / role" the first counts."""
    key = key_of(words)
    if _FIRST_WORDS.isdisjoint(_words(key)):
        return ""
    whole = key.replace(" / ", "/")
    if whole in ATTENDANCE_COLUMNS:
        return ATTENDANCE_COLUMNS[whole]
    parts = _OR.split(key) if any(map(key.__contains__, _JOINS)) else ()
    return next((ATTENDANCE_COLUMNS[part] for part in parts if part in ATTENDANCE_COLUMNS), "")


def _by_columns(text: str, rows: list[Line], labels: list[Label | None]) -> Listed:
    """ "Attendees | Apologies": each column is a list of its own."""
    listed: Listed = []
    for label, column in zip(labels, range(len(labels)), strict=True):
        for row in rows:
            if label and column < len(row.cells) and (entry := read_entry(text, row.cells[column])):
                listed.append((entry, label))
    return listed


def _with_header(text: str, rows: list[Line], header: list[str]) -> Listed:
    listed: Listed = []
    label = PRESENT
    for row in rows:
        own = cell_label(text, row.cells[0]) if row.cells else None
        if own and sum(len(cell) > 0 for cell in row.cells) == 1:
            label = own
            continue
        told, bare = _told_in(text, row)
        if told and told.attendance is Attendance.APOLOGIES:
            label = told
        entry = _row_entry(text, bare, header)
        if entry:
            listed.append((entry, told or label))
    return listed


def _told_in(text: str, row: Line) -> tuple[Label | None, Line]:
    """ "Apologies: Ann Roe | Fal Pilots": the label before the name in the cell, and the row without it."""
    first = row.cells[0] if row.cells else row.span
    colon = text.find(":", first.start, first.end)
    label = cell_label(text, Span(first.start, colon + 1)) if colon > 0 else None
    rest = trimmed(text, Span(colon + 1, first.end)) if label else first
    if label is None or not read_name(rest.of(text)).end:
        return None, row
    return label, replace(row, cells=(rest, *row.cells[1:]))


def _row_entry(text: str, row: Line, header: list[str]) -> Entry | None:
    cells = {kind: cell for kind, cell in zip(header, row.cells, strict=False) if kind and len(cell)}
    if "name" not in cells:
        return None
    entry = read_entry(text, cells["name"])
    if entry is None:
        return None
    changes: dict[str, object] = {"span": row.span}
    if _names_somebody(text, cells["name"], entry):
        changes |= {"name": cells["name"], "post": None, "organisation": None}
    for kind, part in (("post", "post"), ("body", "organisation")):
        if kind in cells and (role := _role_alone(text, cells[kind])) is not None:
            changes |= {"role": role or entry.role}
        elif kind in cells and key_of(cells[kind].of(text)) not in NOBODY | {""}:  # a dash says nothing
            seats = entry.post is not None and _seats(cells[kind].of(text), entry.post.of(text))
            told = part if seats else _told_by(cells[kind].of(text), part)
            changes |= _of_both(text, cells, kind) or {told: cells[kind]}
    words = (
        key_of(cells["post"].of(text)) if "post" in cells else key_of(cells["role"].of(text)) if "role" in cells else ""
    )
    if words in LABEL_ROLES:
        changes |= {"role": LABEL_ROLES[words]} | (
            {"post": None} if words in ("chair", "member", "observer", "guest") else {}
        )
    if "initials" in cells and entry.name and initials_of(cells["initials"].of(text), entry.name.of(text)):
        changes["initials"] = cells["initials"].of(text)
    if "attendance" in cells:
        changes["attendance"] = attendance_in(cells["attendance"].of(text))
    return replace(entry, **changes)  # type: ignore[arg-type]


def _names_somebody(text: str, cell: Span, entry: Entry) -> bool:
    """Does the cell of a name hold one that does not look like it ("Penhale"), and no title ("The Chief Surveyor")?"""
    if entry.name is not None or entry.redacted or read_name(cell.of(text)).end:
        return False
    words = cell.of(text)
    return entry.post is None or not (words.startswith(("The ", "the ")) or (" " in words and is_post(words)))


def _role_alone(text: str, cell: Span) -> str | None:
    """ "Independent (Chair)" in a column of bodies: no body, but the role or "" where nothing tells one; None where it may be a body."""
    fields = list(fields_of(text, cell))
    keys = [key_of(one.words) for one in fields]
    if not (keys and (keys[0] in NO_BODY or (len(keys) == 1 and LABEL_ROLES.get(keys[0]) in _OFFICES))):
        return None
    return next((LABEL_ROLES[key] for key in reversed(keys) if key in LABEL_ROLES), "")


def _of_both(text: str, cells: dict[str, Span], kind: str) -> dict[str, Span | None]:
    """ "Name | Capacity" above "T. Rees | Director, Safety Board", "A. Lee | Ministry of Works": a column of posts tells the bodies, where no other does."""
    if kind != "post" or "body" in cells:
        return {}
    fields = [one for one in fields_of(text, cells[kind]) if not (one.bracketed and one.words.isupper())]
    post, body = post_and_body(merged(text, fields))
    if body is None or not is_body(body.of(text)) or (post is None and body != cells[kind]):
        return {}
    return {"post": post, "organisation": body}


def _seats(words: str, post: str) -> bool:
    """ "The Commissioner | Soil Commissioner (SC)": does the cell give the office of the one whom only a post names?"""
    name = key_of(_BRACKETS.sub("", words))
    return name.endswith(f" {key_of(post).removeprefix('the ')}")


def _told_by(words: str, part: str) -> str:
    """ "Attending | For" above "L. North | Chief Officer", "Name | Position" above "T. Rees | Lower Vale Council": post or body by its words."""
    if part == "organisation":
        return "post" if _is_one_post(words) and not is_body_name(words) and not is_office(words) else part
    return "organisation" if is_body_name(words.split(",", maxsplit=1)[0]) and not is_post(words) else part


def _is_one_post(words: str) -> bool:
    """A post, and no group of people ("Maintained primary heads")."""
    return is_post(words) and not _HEAD_END.split(words, maxsplit=1)[0].endswith("s")


def _labelled(text: str, rows: list[Line]) -> Listed:
    """Rows whose first cell is a label ("Present:") or empty, and whose other cells hold the entries."""
    listed: Listed = []
    label: Label | None = None
    width = 0  # cells of the row that bears the label
    for row in rows:
        first = row.cells[0] if row.cells else row.span
        own = cell_label(text, first)
        if own:
            label, width = own, len(row.cells)
        if label and not own and len(row.cells) < width and read_name(first.of(text)).end:  # its empty cell is lost
            listed += [(entry, label) for entry in _cells(text, list(row.cells))]
            continue
        if label is None or not (own or len(first) == 0):
            label = label if own else None
            continue
        listed += [(entry, label) for entry in _cells(text, [cell for cell in row.cells[1:] if len(cell)])]
    return listed


def _cells(text: str, cells: list[Span]) -> list[Entry]:
    """One cell may hold several entries; several cells are the fields of one, unless each names a person."""
    if not cells:
        return []
    names = [read_name(cell.of(text)) for cell in cells]
    if len(cells) == 1 or (all(name.end for name in names) and all(name.sure for name in names[1:])):
        return [entry for cell in cells for entry in _of_cell(text, cell)]
    entry = read_entry(text, Span(cells[0].start, cells[-1].end))
    return [entry] if entry else []


def _of_cell(text: str, cell: Span) -> list[Entry]:
    several = entries_of(text, cell)
    if len(several) > 1 and all(entry.sure for entry in several):
        return several
    entry = read_entry(text, cell)
    return several if entry is None or ";" in cell.of(text) else [entry]
