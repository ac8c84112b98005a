"""Who was there and who sent apologies, from the lists, tables and sentences that say so.

Comes in: Lines.  Goes out: Attendees, and the numbers of the lines that were read.  The one idea: a list goes on for as long as its
lines name somebody; a short line that running text follows is the next heading, not the last name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.model import Attendance, Attendee, BlockKind, Span
from kg.structure.entries import Entry, read_entry
from kg.structure.inline import entries_of
from kg.structure.labels import Label, label_of
from kg.structure.lines import Line, key_of
from kg.structure.people import is_body, is_name, is_post, read_name
from kg.structure.tables import read_table
from kg.structure.words import FINITE, LABEL_ROLES, LABELS, NOBODY, PROCEDURAL, USUAL_HEADINGS

_SENTENCE = re.compile(
    r"\bapologies\b(?: for (?:absence|non-attendance|lateness))?,?\s+(?:(?:were|was|had been|have been|had also been)\s+)?"
    r"(?:(?:received|sent|noted|given|accepted|recorded|offered|tendered)\s+)?(?:from|by)\s+(?P<who>[^.:]+(?:\.[^.\s][^.]*)*)",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<who>[^.:;]{4,200}?)\s+(?:had |have |has )?(?:sent|gave|given|offered|submitted)\s+(?:their |his |her )?apologies\b"
)


@dataclass(slots=True)
class Found:
    """The attendees found so far, and the lines that they and their labels stand on."""

    attendees: list[Attendee] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def find_attendees(text: str, lines: list[Line]) -> Found:
    """Every entry of every attendance list of the document, in the order of the text."""
    found = Found()
    at = 0
    while at < len(lines):
        label = label_of(text, lines[at])
        if label:
            at = _under(text, lines, at, label, found)
        elif lines[at].kind is BlockKind.ROW:
            entries, after = read_table(text, lines, at)
            found.attendees += [_attendee(entry, label, None) for entry, label in entries]
            found.lines.update(range(at, after) if entries else ())
            at = after
        else:
            _sentence(text, lines[at], found)
            at += 1
    found.attendees = _once(text, found.attendees)
    return found


def _attendee(entry: Entry, label: Label, group: Span | None) -> Attendee:
    attendance = entry.attendance or label.attendance
    if label.attendance is Attendance.APOLOGIES:
        attendance = Attendance.APOLOGIES
    return Attendee(
        entry.span,
        attendance,
        entry.name,
        entry.initials,
        entry.post,
        entry.organisation or group,
        entry.role or label.role,
    )


def _once(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """The first entry of a person with the same attendance; a later one would be the same person again."""
    seen: set[str] = set()
    kept = []
    for attendee in attendees:
        key = key_of(attendee.name.of(text)) if attendee.name else ""
        if not key or key not in seen:
            kept.append(attendee)
            seen.add(key)
    return kept


# ── a label and what stands under it ─────────────────────────────────────────────────────────────────────────────────


def _under(text: str, lines: list[Line], at: int, label: Label, found: Found) -> int:
    """Read on from a label; returns the number of the first line that does not belong to it."""
    second = label_of(text, lines[at + 1]) if at + 1 < len(lines) and not label.rest else None
    columns = second if second and not second.rest and second.attendance is not label.attendance else None
    start = at + 1 + (columns is not None)
    stop = _list_end(text, lines, start)
    inline = entries_of(text, label.rest) if label.rest else []
    listed = _listed(text, lines, start, stop)
    if label.rest and not inline and key_of(label.rest.of(text)) not in NOBODY:
        stop, listed = start, []
        if not _sentence(text, lines[at], found):
            return at + 1
    entries = [(entry, label.body) for entry in inline] + listed
    if not entries and not label.rest:
        if columns is None and _is_nobody(lines, start):
            found.lines.update((at, start))
            return start + 1
        return at + 1
    found.lines.update(range(at, stop))
    cut = _second_column(text, [entry for entry, _ in entries]) if columns else len(entries)
    found.attendees += [_attendee(entry, label, group) for entry, group in entries[:cut]]
    if columns:
        found.attendees += [_attendee(entry, columns, group) for entry, group in entries[cut:]]
    return stop


def _is_nobody(lines: list[Line], at: int) -> bool:
    return at < len(lines) and lines[at].key in NOBODY


def _second_column(text: str, entries: list[Entry]) -> int:
    """Where the second of two columns begins that were read as one list.

    A body stands once in each column, or several times together; the first that comes again after others opens the second.
    """
    seen: list[str] = []
    for number, entry in enumerate(entries):
        body = key_of(entry.organisation.of(text)) if entry.organisation else ""
        if body and body in seen[:-1] and body != seen[-1]:
            return number
        if body:
            seen.append(body)
    return len(entries)


def _list_end(text: str, lines: list[Line], start: int) -> int:
    """The first line after the list."""
    at = start
    while at < len(lines) and _may_belong(text, lines, at):
        at += 1
    followed = start < at < len(lines) and is_running(lines[at]) and not label_of(text, lines[at])
    return at - 1 if followed and _is_heading_of(text, lines, at - 1, start) else at


def _may_belong(text: str, lines: list[Line], at: int) -> bool:
    line = lines[at]
    if line.kind is BlockKind.HEADING or label_of(text, line):
        return False
    if line.key in USUAL_HEADINGS or (line.key in PROCEDURAL and line.key not in LABEL_ROLES):
        return False
    head = line.words.split(":", 1)[0].casefold()
    if ":" in line.words and head in LABELS and head not in LABEL_ROLES:
        return False
    if line.numbering.kind in ("top", "bare", "deep", "letter") and not read_name(line.words).end:
        return False
    return not is_running(line)


def is_running(line: Line) -> bool:
    """Is it running text: a sentence, or too long for an entry of a list?"""
    if line.size > 30 or (line.words.endswith(":") and line.size > 4):
        return True
    if line.size <= 4 and not line.is_closed:
        return False
    finite = any(word in FINITE for word in re.sub(r"\([^)]*\)", "", line.words).split() if word.islower())
    return finite and (line.is_closed or line.size > 6)


def _is_heading_of(text: str, lines: list[Line], at: int, start: int) -> bool:
    """Does the last line of the list head the running text that follows it?"""
    line = lines[at]
    name = read_name(line.words)
    if line.kind in (BlockKind.ROW, BlockKind.ITEM) or (name.end and name.sure):
        return False
    if name.end and name.end < len(line.words):
        return False
    if at > start and _names_above(lines[at - 1]) and (is_post(line.words) or is_body(line.words)):
        return _gap(text, lines, at) and not _gap(text, lines, at - 1)
    return True


def _names_above(line: Line) -> bool:
    return is_name(line.words)


def _gap(text: str, lines: list[Line], at: int) -> bool:
    """Does a blank line stand before it?"""
    return 0 < at < len(lines) and "\n\n" in text[lines[at - 1].span.end : lines[at].span.start].replace(
        " ", ""
    ).replace("\t", "")


# ── entries of a list ────────────────────────────────────────────────────────────────────────────────────────────────


def _listed(text: str, lines: list[Line], start: int, stop: int) -> list[tuple[Entry, Span | None]]:
    """The entries of the lines, each with the body that it is grouped under."""
    entries: list[tuple[Entry, Line]] = []
    for line in lines[start:stop]:
        entries += [(entry, line) for entry in _of_line(text, line)]
    return _zipped(text, entries) or _paired(text, lines, entries)


def _of_line(text: str, line: Line) -> list[Entry]:
    if line.kind is BlockKind.ROW:
        entry = read_entry(text, line.span)
        return [entry] if entry else []
    if ";" in line.words or line.words.count(",") > 3 or "\n" in line.body.of(text):
        several = entries_of(text, line.body)
        if len(several) > 1 and sum(1 for one in several if one.name) > 1:
            return several
    entry = read_entry(text, line.body)
    return [entry] if entry else []


def _names_nobody(entry: Entry) -> bool:
    return entry.name is None and not entry.redacted


def _zipped(text: str, entries: list[tuple[Entry, Line]]) -> list[tuple[Entry, Span | None]] | None:
    """All names, then as many bodies or posts: the columns of a table that were read one after the other."""
    half = len(entries) // 2
    if half < 2 or len(entries) % 2:
        return None
    names, others = entries[:half], entries[half:]
    if not all(entry.is_bare for entry, _ in names) or not all(_names_nobody(entry) for entry, _ in others):
        return None
    return [(_with_line(text, name, other.span), None) for (name, _), (other, _) in zip(names, others, strict=True)]


def _paired(text: str, lines: list[Line], entries: list[tuple[Entry, Line]]) -> list[tuple[Entry, Span | None]]:
    """A line that names nobody tells of the name above it, heads the names below it, or is a post that attended."""
    result: list[tuple[Entry, Span | None]] = []
    group: Span | None = None
    for number, (entry, line) in enumerate(entries):
        following = entries[number + 1][0] if number + 1 < len(entries) else None
        previous = result[-1][0] if result else None
        if group and following and _heads_group(text, lines, line, entry, following):
            group = entry.span
        elif not _names_nobody(entry):
            result.append((entry, group))
        elif previous and previous.is_bare and previous is entries[number - 1][0] and not previous.role:
            result[-1] = (_with_line(text, previous, entry.span), group)
        elif entry.post and not entry.organisation and not (following and following.is_bare and following.name):
            result.append((entry, group))
        elif following and following.name:
            group = entry.span
        elif entry.organisation and entry.post:
            result.append((entry, group))
    return result


def _heads_group(text: str, lines: list[Line], line: Line, entry: Entry, following: Entry) -> bool:
    """In a list that is grouped under bodies: two words between a blank line and a person are the next body."""
    if entry.sure or not entry.is_bare or entry.role or entry.initials or following.name is None:
        return False
    return _gap(text, lines, line.index) and not _gap(text, lines, line.index + 1)


def _with_line(text: str, name: Entry, span: Span) -> Entry:
    """The name with the post and body that another line gives."""
    whole = read_entry(text, span)
    if whole is None:
        return name
    joined = Span(name.span.start, span.end) if not text[name.span.end : span.start].strip(" \t\n;,") else name.span
    if whole.post or is_post(span.of(text)):
        return replace(
            name, span=joined, post=whole.post or span, organisation=whole.organisation, role=name.role or whole.role
        )
    return replace(name, span=joined, organisation=whole.organisation or whole.name or span)


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sentence(text: str, line: Line, found: Found) -> bool:
    """ "Apologies were received from A, B and C": the names, if the line says so."""
    if "pologies" not in line.words and "POLOGIES" not in line.words:
        return False
    raw = line.body.of(text)
    for pattern in (_SENTENCE, _SENT):
        match = pattern.search(raw)
        if match:
            span = Span(line.body.start + match.start("who"), line.body.start + match.end("who"))
            entries = [entry for entry in entries_of(text, span) if entry.name]
            found.attendees += [_attendee(entry, Label(Attendance.APOLOGIES), None) for entry in entries]
            if entries and match.start() == 0 and not raw[match.end() :].strip(". "):
                found.lines.add(line.index)
            return bool(entries)
    return False
