"""Who was there and who sent apologies, from the lists, tables and sentences that say so.

Comes in: Lines.  Goes out: Attendees, and the numbers of the lines that were read.  The one idea: a list goes on for as long as its
lines name somebody; a short line that running text follows is the next heading, not the last name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model import Attendance, Attendee, BlockKind, Span
from kg.structure.entries import Entry
from kg.structure.flattened import read_flattened
from kg.structure.inline import entries_of
from kg.structure.labels import Label, label_of, role_label
from kg.structure.lines import Line, key_of
from kg.structure.listed import gap, in_group, listed, of_line, second_column
from kg.structure.people import is_body, is_name, is_post, read_name
from kg.structure.strips import cut, opening_end, unwrapped
from kg.structure.tables import read_table
from kg.structure.told import apologies, host_of_list, tells_of_apologies, told
from kg.structure.words import FINITE, LABEL_ROLES, LABELS, NOBODY, PLAIN_HONORIFICS, PROCEDURAL, USUAL_HEADINGS

_SMALL = frozenset("of and for the to in at by from on with a an".split())
_TITLE = 4  # lines in which the title stands
_WITH = re.compile(
    r"(?:note|record|minutes?|summary|readout|account)s? of (?:a |an |the |our )?(?:[a-z]+ ){0,2}(?:conversation|meeting|call|discussion|talk|visit|interview)"
    r" (?:with|between) (?P<who>[^\d:;]+?)(?=,? (?:on |held )?\d|,? on [A-Z][a-z]+day|\.?$)",
    re.IGNORECASE,
)
_LONGEST_POST = 60  # characters
_SILENT = 3  # paragraphs of the opening that tell nothing of who was there, before it is over


@dataclass(slots=True)
class Found:
    """The attendees found so far, and the lines that they and their labels stand on."""

    attendees: list[Attendee] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    silent: set[int] = field(default_factory=set)  # lines of which a part said something else
    paragraphs: int = 0


def find_attendees(text: str, lines: list[Line]) -> Found:
    """Every entry of every attendance list of the document, in the order of the text."""
    found = Found()
    text = unwrapped(text, lines)
    strips = cut(text, lines)
    opening = opening_end(lines)
    at = 0
    while at < len(strips):
        at = _read(text, strips, at, found, opening=strips[at].index < opening and found.paragraphs < _SILENT)
    found.attendees += _of_title(text, lines) if found.attendees else []
    found.lines -= found.silent
    found.attendees = _once(text, found.attendees)
    return found


def _of_title(text: str, lines: list[Line]) -> list[Attendee]:
    """ "Note of a conversation with Dame Hilda Roe, Chair, and Mr Ian Poole": those whom the title names besides a list."""
    match = next(
        (found for line in lines[:_TITLE] if (found := _WITH.match(text, line.span.start, line.span.end))), None
    )
    entries = entries_of(text, Span(*match.span("who"))) if match else []
    return [_attendee(text, one, Label(Attendance.PRESENT), None) for one in entries if one.name and one.sure]


def _read(text: str, strips: list[Line], at: int, found: Found, *, opening: bool) -> int:
    """Read one strip, or the list that it opens; returns the number of the next."""
    strip = strips[at]
    label = label_of(text, strip)
    if label:
        after = _under(text, strips, at, label, found)
        return _going_on(text, strips, after, label, found) if label.rest else after
    if opening and (hosts := host_of_list(text, strip.body)):
        _note(text, found, strip, [(entry, label, None) for entry, label in hosts])
        return _under(text, strips, at, Label(Attendance.PRESENT), found)
    if opening and (label := _role(text, strips, at)):
        return _with_role(text, strips, at, label, found)
    if strip.kind is BlockKind.ROW:
        entries, after = read_table(text, strips, at)
        found.attendees += [_attendee(text, entry, label, None) for entry, label in entries]
        found.lines.update(line.index for line in strips[at:after] if entries)
        return after
    if opening and (flat := read_flattened(text, strips, at)):
        found.attendees += [_attendee(text, entry, label, None) for entry, label in flat.listed]
        found.lines.update(line.index for line in strips[at : flat.after])
        return flat.after
    if opening:
        _in_opening(text, strip, found)
    elif tells_of_apologies(strip.words):
        _note(
            text,
            found,
            strip,
            [(entry, label, None) for entry, label in apologies(text, strip.body) if entry.name],
            whole=False,
        )
    return at + 1


def _going_on(text: str, strips: list[Line], at: int, label: Label, found: Found) -> int:
    """ "In the room: A and B. Also the Clerk.": sentences of the same paragraph that only name further people."""
    while at < len(strips) and strips[at].index == strips[at - 1].index and not label_of(text, strips[at]):
        entries = entries_of(text, strips[at].body)
        named = [entry for entry in entries if entry.sure or (entry.name is None and entry.post)]
        if is_running(strips[at]) or len(named) < len(entries) or not entries:
            break
        _note(text, found, strips[at], [(entry, label, label.body) for entry in entries])
        at += 1
    return at


def _role(text: str, strips: list[Line], at: int) -> Label | None:
    """ "Chair: Jane Doe", or "Chair" alone above one: a part in the meeting that labels a name and nothing else."""
    label = role_label(text, strips[at])
    if label is None:
        return None
    if label.rest:
        entries = entries_of(text, label.rest)
        return label if entries and all(entry.name or _is_capital_post(text, entry) for entry in entries) else None
    following = strips[at + 1].words if at + 1 < len(strips) else ""
    return label if read_name(following).sure and not gap(text, strips, at + 1) else None


def _is_capital_post(text: str, entry: Entry) -> bool:
    return entry.post is not None and text[entry.post.start].isupper() and len(entry.post) < _LONGEST_POST


def _with_role(text: str, strips: list[Line], at: int, label: Label, found: Found) -> int:
    """The one or few names of "Chair: …": on its line, else on the next."""
    if label.rest:
        _note(text, found, strips[at], [(entry, label, None) for entry in entries_of(text, label.rest)])
        return at + 1
    found.lines.add(strips[at].index)
    _note(text, found, strips[at + 1], [(entry, label, body) for entry, body in of_line(text, strips[at + 1])])
    return at + 2


def _in_opening(text: str, strip: Line, found: Found) -> None:
    """A strip without a label: those of one body, a bare list of people, or a sentence that tells who was there."""
    grouped = in_group(text, strip)
    if grouped:
        _note(text, found, strip, [(entry, Label(Attendance.PRESENT), body) for entry, body in grouped])
    elif people := _bare_list(text, strip):
        _note(text, found, strip, [(entry, Label(Attendance.PRESENT), None) for entry in people])
    else:
        sentence = [(entry, label, None) for entry, label in told(text, strip.body)]
        _note(text, found, strip, sentence)
        if not sentence and is_running(strip):
            found.paragraphs += 1
            found.silent.add(strip.index)


def _note(
    text: str, found: Found, strip: Line, entries: Sequence[tuple[Entry, Label, Span | None]], *, whole: bool = True
) -> None:
    found.attendees += [_attendee(text, entry, label, group) for entry, label, group in entries]
    if entries and whole:
        found.lines.add(strip.index)


def _bare_list(text: str, strip: Line) -> list[Entry]:
    """ "Councillors A, B and C; Mr D (Independent Person)": two or more surely named people and no verb."""
    if is_running(strip) and ";" not in strip.words and "," not in strip.words:
        return []
    if strip.size < 4 or any(word in FINITE for word in strip.words.split() if word.islower()):
        return []
    entries = entries_of(text, strip.body)
    titled = all(entry.title or (entry.name and _titled(entry.name.of(text))) for entry in entries)
    return entries if len(entries) > 1 and titled else []


def _titled(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower().rstrip(".") in PLAIN_HONORIFICS


def _attendee(text: str, entry: Entry, label: Label, group: Span | None) -> Attendee:
    attendance = entry.attendance or label.attendance
    if label.attendance is Attendance.APOLOGIES:
        attendance = Attendance.APOLOGIES
    organisation = entry.organisation or group
    if group and entry.organisation and is_body(group.of(text)) and _is_field(text, entry):
        organisation = group
    nameless = entry.name is None and entry.organisation is None and entry.role is not None
    return Attendee(
        entry.span,
        attendance,
        entry.name,
        entry.initials,
        entry.post or (entry.span if nameless else None),
        organisation,
        entry.role or label.role,
        entry.title,
    )


def _is_field(text: str, entry: Entry) -> bool:
    """Do the words, under the name of a body, tell of a field of its work ("Fisheries", "Early Years") and of no other body?"""
    words = entry.organisation.of(text) if entry.organisation else ""
    return not is_body(words) and words.count(" ") < 3 and entry.name is not None


def _once(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """The first entry of a person; a later one, by the same name or by a title and the surname, would be the same person again."""
    seen: set[str] = set()
    kept = []
    for attendee in attendees:
        keys = _keys(attendee.name.of(text)) if attendee.name else []
        if not keys or not seen.intersection(keys[:1]):
            kept.append(attendee)
            seen.update(keys)
    return kept


def _keys(name: str) -> list[str]:
    """The name as written, and what minutes shorten it to."""
    words = key_of(name).split()
    short = [f"{words[0]} {words[-1]}"] if len(words) > 2 else []
    if words[0].rstrip(".") not in PLAIN_HONORIFICS or len(words) > 2:
        short += [f"{title} {words[-1]}" for title in ("mr", "mrs", "ms", "miss", "dr")]
    return [" ".join(words), *short]


# ── a label and what stands under it ─────────────────────────────────────────────────────────────────────────────────


def _under(text: str, lines: list[Line], at: int, label: Label, found: Found) -> int:
    """Read on from a label; returns the number of the first strip that does not belong to it."""
    second = label_of(text, lines[at + 1]) if at + 1 < len(lines) and not label.rest else None
    columns = second if second and not second.rest and second.attendance is not label.attendance else None
    start = at + 1 + (columns is not None)
    stop = _list_end(text, lines, start, label)
    inline = entries_of(text, label.rest) if label.rest else []
    entries = listed(text, lines, start, stop)
    if label.rest and not inline and key_of(label.rest.of(text)) not in NOBODY:
        stop, entries = start, []
        sentence = told(text, lines[at].body)
        _note(text, found, lines[at], [(entry, own, None) for entry, own in sentence])
        if not sentence:
            return at + 1
    entries = [(entry, label.body) for entry in inline] + [(entry, group or label.body) for entry, group in entries]
    if not entries and not label.rest:
        if columns is None and start < len(lines) and lines[start].key in NOBODY:
            found.lines.update((lines[at].index, lines[start].index))
            return start + 1
        return at + 1
    found.lines.update(line.index for line in lines[at:stop])
    cutting = second_column(text, [entry for entry, _ in entries]) if columns else len(entries)
    found.attendees += [_attendee(text, entry, label, group) for entry, group in entries[:cutting]]
    if columns:
        found.attendees += [_attendee(text, entry, columns, group) for entry, group in entries[cutting:]]
    return stop


def _list_end(text: str, lines: list[Line], start: int, label: Label) -> int:
    """The first strip after the list; who has a part in the meeting ("Minutes: Jane Doe") did not send apologies."""
    at = start
    while at < len(lines) and _may_belong(text, lines, at):
        if label.attendance is Attendance.APOLOGIES and _role(text, lines, at):
            return at
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
    several = ";" in line.words or "\n" in line.body.of(text)
    return not is_running(line) or bool(line.size > 30 and several and len(of_line(text, line)) > 2)


def is_running(line: Line) -> bool:
    """Is it running text: a sentence, or too long for an entry of a list?"""
    if line.size > 30 or (line.words.endswith(":") and line.size > 4):
        return True
    if line.size <= 4 and not line.is_closed:
        return False
    words = re.sub(r"\([^)]*\)", "", line.words).split()
    finite = any(word in FINITE for word in words if word.islower())
    if finite:
        return line.is_closed or line.size > 6
    plain = sum(word.isalpha() and word.islower() and word not in _SMALL for word in words)
    return (
        line.is_closed
        and plain > 1
        and ";" not in line.words
        and not read_name(line.words).end
        and not is_post(line.words)
    )


def _is_heading_of(text: str, lines: list[Line], at: int, start: int) -> bool:
    """Does the last line of the list head the running text that follows it?"""
    line = lines[at]
    name = read_name(line.words)
    if line.kind in (BlockKind.ROW, BlockKind.ITEM) or (name.end and name.sure) or line.index == lines[at + 1].index:
        return False
    if (name.end and name.end < len(line.words)) or in_group(text, line):
        return False
    if at > start and gap(text, lines, at + 1) and not gap(text, lines, at):
        return False  # a heading does not stick to the list above it
    if at > start and is_name(lines[at - 1].words) and (is_post(line.words) or is_body(line.words)):
        return gap(text, lines, at) and not gap(text, lines, at - 1)
    return True
