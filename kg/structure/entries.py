"""One entry of an attendance list taken apart: name, initials, post, body, role, and how somebody took part.

Comes in: the span of an entry.  Goes out: an Entry, or None where the words name nobody.  The one idea: commas, dashes, tabs and
brackets all part the same fields; what a field is, its own words tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kg.model import Attendance, Span
from kg.structure.lines import key_of, trimmed
from kg.structure.people import initials_of, is_body, is_post, read_name
from kg.structure.words import LABEL_ROLES, NOBODY, REDACTED

_SEPARATOR = re.compile(
    r"\s*(?:\((?P<round>[^()]*)\)|\[(?P<square>[^\[\]]*)\]|[;|]|,|(?<=[a-z]{4})(?<!Prof)\.\s|\t+|\s{2,}|\s[-–—]+\s*|[–—]\s|\s/\s)[\s,;]*"
)
_LEAD = re.compile(r"(?P<label>[^:;,()\t|]{2,45}):\s+")
_REMOTE = re.compile(
    r"\b(?:tele)?phone|\bvideo|\bteams\b|\bzoom\b|\bskype\b|\bconference call|\bdial|\bremote|\bvirtual|\bonline|\bwebex|teleconference|\bvc link|by vc\b|via vc\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\bitems?\b|\bpart\b|\bpartial|\buntil\b|\bfrom \d|\bleft\b|\bjoined (?:at|from|for)|\barrived\b|\bfor (?:agenda|paper|the (?:first|second|last))|\bagenda \d"
    r"|\bto \d{1,2}[.:]\d\d|\bmorning\b|\bafternoon\b|\bfirst half|\bsecond half",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(r"^(?:sent |with )?apologies$|^absent$|^apols$", re.IGNORECASE)
_STANDING_IN = re.compile(
    r"^(?:representing|deputising for|deputizing for|on behalf of|for|vice|alternate for)\s+(?:the\s+)?", re.IGNORECASE
)
_MINISTERIAL = re.compile(
    r"(?:parliamentary |under.?secretary |shadow )*(?:minister|secretary of state)\b", re.IGNORECASE
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,6}$")


class Field(NamedTuple):
    """A stretch between separators; ``bracketed`` where brackets enclose it."""

    span: Span
    words: str
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """The parts of an entry.  ``sure`` says that the name is surely that of a person."""

    span: Span
    name: Span | None = None
    initials: str | None = None
    post: Span | None = None
    organisation: Span | None = None
    role: str | None = None
    attendance: Attendance | None = None
    sure: bool = False
    redacted: bool = False

    @property
    def is_bare(self) -> bool:
        """A name and nothing else."""
        return self.name is not None and self.post is None and self.organisation is None


@dataclass(slots=True)
class _Parts:
    """What the fields of an entry have told so far."""

    name: Span | None = None
    initials: str | None = None
    role: str | None = None
    attendance: Attendance | None = None
    rest: list[Field] = field(default_factory=list)
    sure: bool = False
    redacted: bool = False


def read_entry(text: str, span: Span) -> Entry | None:
    """The entry taken apart; None where it says "None" or nothing that names somebody."""
    span = _without_edges(text, span)
    words = span.of(text)
    if not words or key_of(words) in NOBODY:
        return None
    lead = _LEAD.match(words)
    if lead:
        entry = _led(text, span, lead)
        if entry:
            return entry
    fields = list(_fields(text, span))
    if not fields:
        return None
    parts = _Parts()
    _take_name(text, fields, parts)
    for one in fields:
        _take(text, one, parts)
    return _entry(text, span, parts)


def _led(text: str, span: Span, lead: re.Match[str]) -> Entry | None:
    """ "Chair: Jane Doe", "Chief Inspector: Jane Doe"."""
    label = key_of(lead["label"])
    role = LABEL_ROLES.get(label)
    if role is None and not is_post(lead["label"]):
        return None
    rest = read_entry(text, Span(span.start + lead.end(), span.end))
    if rest is None or (rest.name is None and rest.post is None):
        return None
    post = rest.post or (
        None if role and label in LABEL_ROLES else Span(span.start, span.start + len(lead["label"].rstrip()))
    )
    return replace(rest, span=span, role=rest.role or role, post=post)


def _without_edges(text: str, span: Span) -> Span:
    span = trimmed(text, span)
    start, end = span.start, span.end
    while start < end and text[start] in "•·-–—▪*":
        start += 1
    while end > start and (text[end - 1] in ";,.:" or text[end - 1].isspace()):
        end -= 1
    return trimmed(text, Span(start, end))


def _fields(text: str, span: Span) -> list[Field]:
    fields: list[Field] = []
    at = span.start
    for match in _SEPARATOR.finditer(text, span.start, span.end):
        _add(text, fields, Span(at, match.start()))
        for name in ("round", "square"):
            if match[name] is not None:
                _add(text, fields, Span(*match.span(name)), bracketed=True)
        at = match.end()
    _add(text, fields, Span(at, span.end))
    return fields


def _add(text: str, fields: list[Field], span: Span, *, bracketed: bool = False) -> None:
    span = trimmed(text, span)
    words = span.of(text)
    if words.strip("-–— "):
        fields.append(Field(span, words, bracketed))


# ── who it is ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _take_name(text: str, fields: list[Field], parts: _Parts) -> None:
    """Find the name among the fields and take it out: the first field, else one in brackets or behind the post."""
    first = fields[0]
    if key_of(first.words) in REDACTED or "redacted" in first.words.lower():
        parts.redacted = True
        fields.pop(0)
        return
    name = read_name(first.words)
    if name.end and not (is_post(first.words) and name.end == len(first.words) and not name.sure):
        _name(fields, parts, 0)
        return
    for number, one in enumerate(fields[1:3], 1):
        if key_of(one.words) in LABEL_ROLES or is_post(one.words) or is_body(one.words):
            continue
        other = read_name(one.words)
        if (
            other.end == len(one.words)
            and (other.sure or one.bracketed)
            and (is_post(first.words) or key_of(first.words) in LABEL_ROLES)
        ):
            _name(fields, parts, number)
            return


def _name(fields: list[Field], parts: _Parts, number: int) -> None:
    """Take the name; what follows it in the same field stays as a field of its own."""
    one = fields[number]
    name = read_name(one.words)
    parts.name, parts.sure = Span(one.span.start, one.span.start + name.end), name.sure
    rest = one.words[name.end :]
    words = rest.strip()
    if words:
        start = one.span.start + name.end + len(rest) - len(rest.lstrip())
        fields[number] = Field(Span(start, start + len(words)), words)
    else:
        fields.pop(number)


# ── what else it says ────────────────────────────────────────────────────────────────────────────────────────────────


def _take(text: str, one: Field, parts: _Parts) -> None:
    """Role, initials and attendance are noted; everything else is a post or a body."""
    key = key_of(one.words)
    if key in LABEL_ROLES and not (key.startswith("secretary to") and not one.bracketed):
        parts.role = parts.role or LABEL_ROLES[key]
    elif key in REDACTED or "redacted" in key:
        parts.redacted = True
    elif key in ("deputy", "acting", "alternate", "substitute", "dep"):
        return
    elif _APOLOGIES.match(key):
        parts.attendance = Attendance.APOLOGIES
    elif _REMOTE.search(key) and (one.bracketed or len(key.split()) < 4) and not is_post(one.words):
        parts.attendance = Attendance.REMOTE
    elif _PART.search(key) and (one.bracketed or not one.words[0].isupper()) and not is_post(one.words):
        parts.attendance = Attendance.PART
    elif _is_initials(text, one, parts):
        parts.initials = one.words
    elif one.bracketed and parts.rest and _ACRONYM.match(one.words):
        return  # the short form of the body before it
    elif one.bracketed and "," in one.words:
        for inner in _fields(text, one.span):
            _take(text, inner, parts)
    else:
        parts.rest.append(_standing_in(one))


def _is_initials(text: str, one: Field, parts: _Parts) -> bool:
    if (
        parts.name is None
        or parts.initials
        or len(one.words) > 5
        or not one.words.isalpha()
        or not one.words[0].isupper()
    ):
        return False
    return sum(map(str.isupper, one.words)) >= 2 and initials_of(one.words, parts.name.of(text))


def _standing_in(one: Field) -> Field:
    """ "Representing the Home Office": the body."""
    match = _STANDING_IN.match(one.words)
    if not match:
        return one
    return Field(Span(one.span.start + match.end(), one.span.end), one.words[match.end() :], one.bracketed)


def _entry(text: str, span: Span, parts: _Parts) -> Entry | None:
    post, organisation = _post_and_body(_merged(text, parts.rest))
    role = parts.role or (LABEL_ROLES.get(key_of(post.of(text))) if post else None)
    if not (parts.name or post or organisation or parts.redacted or role):
        return None
    return Entry(
        span, parts.name, parts.initials, post, organisation, role, parts.attendance, parts.sure, parts.redacted
    )


_LONG_NAME = re.compile(
    r"(?:Department|Ministry|Minister|Office|Committee|Secretary of State|Director(?:ate)?)\b.*?\b(?:for|of)\b"
)


def _merged(text: str, rest: list[Field]) -> list[Field]:
    """ "Department for Environment, Food and Rural Affairs" is one field in spite of its comma."""
    merged: list[Field] = []
    for number, one in enumerate(rest):
        if (
            merged
            and _LONG_NAME.match(merged[-1].words)
            and not one.bracketed
            and " and " not in merged[-1].words.partition(",")[2]
        ):
            later = rest[number : number + 3]
            plain = not is_post(one.words) and not is_body(one.words)
            if plain and any(" and " in field_.words for field_ in later):
                span = Span(merged[-1].span.start, one.span.end)
                merged[-1] = Field(span, span.of(text))
                continue
        merged.append(one)
    return merged


def _post_and_body(rest: list[Field]) -> tuple[Span | None, Span | None]:
    """Of the fields after a name the last is the body, unless it is a post; what stands before the body is the post."""
    if not rest:
        return None, None
    kinds = [is_post(one.words) or not one.words[0].isupper() for one in rest]
    if not any(kinds):
        if len(rest) > 1 and not rest[-1].bracketed:  # "Transparency Team, Cabinet Office"
            return None, rest[-1].span if is_body(rest[-1].words) else rest[0].span
        return None, rest[0].span
    first = kinds.index(True)
    if all(kinds) or (len(rest) > 1 and _MINISTERIAL.match(rest[first].words) and not is_body(rest[-1].words)):
        return Span(rest[first].span.start, rest[-1].span.end), None
    if not kinds[-1]:
        return Span(rest[first].span.start, rest[-2].span.end), rest[-1].span
    body = next(one for one, post in zip(rest, kinds, strict=True) if not post)
    return rest[first].span, body.span
