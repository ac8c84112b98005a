"""Who was there and who sent apologies, from the lists, tables and sentences that say so.

Comes in: Lines.  Goes out: Attendees, and the numbers of the lines that were read.  The one idea: a label, a table or a sentence of the
opening tells that a list is one, and every entry takes from it how somebody attended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.model import Attendance, Attendee, BlockKind, Span
from kg.patterns import expression
from kg.structure.absences import absent, tells_of_apologies
from kg.structure.begins import spelt_out
from kg.structure.deputies import standing_in, without_deputies
from kg.structure.entries import Entry, read_entry
from kg.structure.extent import group_at, is_running, list_end, role_at
from kg.structure.flattened import read_flattened
from kg.structure.homes import with_homes
from kg.structure.inline import entries_of
from kg.structure.joining import joining
from kg.structure.keyed import keyed_list
from kg.structure.labels import Label, label_of
from kg.structure.lines import Line, key_of, part_of
from kg.structure.listed import Grouped, body_alone, in_group, listed, of_line, second_column
from kg.structure.once import once
from kg.structure.people import LETTERS, is_body
from kg.structure.shaped import grouped, shaped
from kg.structure.strips import cut, opening_end, unwrapped
from kg.structure.tables import has_header, has_label, read_table
from kg.structure.titled import of_company, of_title
from kg.structure.told import host_of_list, tells_of_meeting, told
from kg.structure.words import FINITE, NOBODY, PLAIN_HONORIFICS, SHARED_TITLES

_TITLES = expression(rf"\W(?:{'|'.join(map(re.escape, sorted(PLAIN_HONORIFICS | SHARED_TITLES.keys())))})\b")
_PARTED = expression(r"\) [/|·•] [A-Z]")  # "Ann Roe (Fal Pilots) / Tom Hurst (Crown Harbours)"
_LETTERED = expression(r"[A-Z]{2,3}(?: \([^()]*\))?[,;] [A-Z]{2,3}\b")
_NOTE_BY = expression(r"[,;]\s+(?:notes?|minutes?|notes? by|minuted by)\s*[:–—-]?\s*(?P<who>[A-Z]{2,3})\.?$")
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
    opening = opening_end(lines)
    whole = unwrapped(text, lines[:opening])
    text, deputies = without_deputies(whole, lines[:opening])
    strips = cut(text, lines, opening)
    at = 0
    while at < len(strips):
        at = _read(text, strips, at, found, opening=strips[at].index < opening and found.paragraphs < _SILENT)
    besides = of_title(text, lines) if found.attendees else of_company(text, lines)
    found.attendees += [_attendee(text, entry, Label(Attendance.PRESENT), None) for entry in besides]
    found.attendees += standing_in(deputies, found.attendees)
    found.lines -= found.silent
    if found.attendees:
        found.attendees = with_homes(whole, once(whole, found.attendees))
    return found


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
    if opening and (label := role_at(text, strips, at)):
        return _with_role(text, strips, at, label, found)
    if opening and (label := group_at(text, strips, at)):
        return _under(text, strips, at, label, found)
    if opening and not found.attendees and (keys := keyed_list(text, strips, at))[0]:
        for entry, line in keys[0]:
            _note(text, found, line, [(entry, Label(Attendance.PRESENT), None)])
        found.lines.update(line.index for line in strips[at : keys[1]])
        return keys[1]
    if strip.kind is BlockKind.ROW:
        entries, after = read_table(text, strips, at)
        found.attendees += [_attendee(text, entry, label, None) for entry, label in entries]
        found.lines.update(line.index for line in strips[at:after] if entries)
        return after
    if opening and (flat := read_flattened(text, strips, at)):
        found.attendees += [_attendee(text, entry, label, None) for entry, label in flat.listed]
        found.lines.update(line.index for line in strips[at : flat.after])
        return flat.after
    if opening and not found.attendees and (below := grouped(text, strips, at))[0]:
        found.attendees += [_attendee(text, entry, Label(Attendance.PRESENT), body) for entry, body in below[0]]
        found.lines.update(line.index for line in strips[at : below[1]])
        return below[1]
    if opening and not found.attendees and (people := shaped(text, strips, at)):
        for entry, line in zip(people, strips[at:], strict=False):
            _note(text, found, line, [(entry, Label(Attendance.PRESENT), None)])
        return at + len(people)
    if opening:
        _in_opening(text, strip, found)
    else:
        _in_passing(text, strip, found)
    return at + 1


def _going_on(text: str, strips: list[Line], at: int, label: Label, found: Found) -> int:
    """ "In the room: A and B. Also the Clerk.": sentences of the same paragraph that only name further people."""
    while at < len(strips) and strips[at].index == strips[at - 1].index and not label_of(text, strips[at]):
        entries = entries_of(text, strips[at].body)
        named = [entry for entry in entries if entry.sure or (entry.name is None and (entry.post or entry.role))]
        if is_running(strips[at]) or len(named) < len(entries) or not entries or absent(text, strips[at].body):
            break
        _note(text, found, strips[at], [(entry, label, label.body) for entry in entries])
        at += 1
    return at


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
        return
    sentence = [(entry, label, None) for entry, label in told(text, strip.body)]
    people = _bare_list(text, strip)
    if len(people) > len(sentence):
        sentence = [(entry, Label(Attendance.PRESENT), None) for entry in people]
    _note(text, found, strip, sentence)
    if sentence:
        return
    running = is_running(strip)
    found.paragraphs += running
    if running or tells_of_meeting(strip.words):
        found.silent.add(strip.index)


def _in_passing(text: str, strip: Line, found: Found) -> None:
    """A strip of the minutes themselves, which may tell whose apologies came, or who came in."""
    away = absent(text, strip.body) if tells_of_apologies(strip.words) else []
    told = [*((entry, label) for entry, label in away if entry.name), *joining(text, strip.body)]
    _note(text, found, strip, [(entry, label, None) for entry, label in told], whole=False)


def _note(
    text: str, found: Found, strip: Line, entries: Sequence[tuple[Entry, Label, Span | None]], *, whole: bool = True
) -> None:
    found.attendees += [_attendee(text, entry, label, group) for entry, label, group in entries]
    if entries and whole:
        found.lines.add(strip.index)


def _bare_list(text: str, strip: Line) -> list[Entry]:
    """ "Councillors A, B and C; Mr D (Independent Person)", "NB (Nuala Boyd, Chair) / PR (Priya Rawal)": two or more surely named people and no verb."""
    if spelt_out(strip.words) or _PARTED.search(strip.words):
        people = entries_of(text, strip.body)
        return people if len(people) > 1 and all(one.name and (one.initials or one.sure) for one in people) else []
    if ";" not in strip.words and "," not in strip.words and is_running(strip):
        return []
    if _LETTERED.match(strip.words):
        return _lettered(text, strip)
    if strip.size < 4 or not FINITE.isdisjoint(strip.words.split()) or not _TITLES.search(f" {strip.words.lower()}"):
        return []
    entries = entries_of(text, strip.body)
    titled = all(entry.title or (entry.name and _titled(entry.name.of(text))) for entry in entries)
    return entries if len(entries) > 1 and titled else []


def _lettered(text: str, strip: Line) -> list[Entry]:
    """ "KB (Ombudsman), RM, FJ (Estyn), LT (note)": people whom only initials name, one of them with what the bearer is or comes from."""
    note = _NOTE_BY.search(text, strip.body.start, strip.body.end)
    entries = entries_of(text, Span(strip.body.start, note.start()) if note else strip.body)
    if note and (taker := read_entry(text, Span(*note.span("who")))):
        entries = [*entries, replace(taker, role="minute-taker")]
    people = [entry.name is not None and LETTERS.fullmatch(entry.name.of(text)) for entry in entries]
    told = any(entry.post or entry.organisation or entry.role for entry in entries)
    return entries if len(entries) > 1 and all(people) and told else []


def _titled(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower().rstrip(".") in PLAIN_HONORIFICS


def _attendee(text: str, entry: Entry, label: Label, group: Span | None) -> Attendee:
    attendance = entry.attendance or label.attendance
    if label.attendance is Attendance.APOLOGIES:
        attendance = Attendance.APOLOGIES
    organisation = entry.organisation or group
    unit = None
    if group and entry.organisation and is_body(group.of(text)) and _is_field(text, entry):
        organisation, unit = group, entry.organisation if is_body(entry.organisation.of(text)) else None
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
        unit,
    )


_UNITS = frozenset({"unit", "team", "branch", "division", "directorate", "section"})


def _is_field(text: str, entry: Entry) -> bool:
    """Do the words, under the name of a body, tell of a field of its work ("Fisheries", "Policy Unit") and of no other body?"""
    words = entry.organisation.of(text) if entry.organisation else ""
    within = words.split()[-1].lower() in _UNITS if words else False
    return (within or not is_body(words)) and words.count(" ") < 3 and entry.name is not None


# ── a label and what stands under it ─────────────────────────────────────────────────────────────────────────────────


def _under(text: str, lines: list[Line], at: int, label: Label, found: Found) -> int:
    """Read on from a label; returns the number of the first strip that does not belong to it."""
    second = label_of(text, lines[at + 1]) if at + 1 < len(lines) and not label.rest else None
    columns = second if second and not second.rest and second.attendance is not label.attendance else None
    start = at + 1 + (columns is not None)
    if not label.rest and start < len(lines) and (has_header(text, lines[start]) or has_label(text, lines[start])):
        return _table_under(text, lines, start, label, found)
    stop = list_end(text, lines, start, label)
    inline = _inline(text, lines[at], label)
    entries = listed(text, lines, start, stop)
    if label.rest and not inline and key_of(label.rest.of(text)) not in NOBODY:
        stop, entries = start, []
        sentence = told(text, lines[at].body)
        _note(text, found, lines[at], [(entry, own, None) for entry, own in sentence])
        if not sentence:
            return at + 1
    if (
        not inline
        and not entries
        and label.attendance is Attendance.APOLOGIES
        and (body := body_alone(text, lines, start))
    ):
        entries, stop = [(body, None)], start + 1
    entries = [(entry, group or label.body) for entry, group in [*inline, *entries]]
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


def _inline(text: str, line: Line, label: Label) -> list[Grouped]:
    """The entries behind a label on its line; "On the call – SCR: A, B" gives their body as well."""
    if label.rest is None:
        return []
    return in_group(text, part_of(text, line, label.rest)) or [(one, None) for one in entries_of(text, label.rest)]


def _table_under(text: str, lines: list[Line], start: int, label: Label, found: Found) -> int:
    """ "PRESENT" above a table that begins with "Name | Representing" or with "Members | A, B"."""
    entries, after = read_table(text, lines, start)
    found.lines.update(line.index for line in lines[start - 1 : after])
    found.attendees += [
        _attendee(text, entry, own if label.attendance is Attendance.PRESENT else label, None) for entry, own in entries
    ]
    return after
