"""Whom an entry of an attendance list names.

Comes in: the fields of the entry.  Goes out: the name in its Parts, and the fields without it.  The one idea: the name is the first field, unless that is a post
or a body; then it stands in brackets or behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.fields import Field
from kg.structure.lines import key_of
from kg.structure.people import LETTERS, initials_of, is_body, is_body_name, is_post, read_name
from kg.structure.posts import capitals
from kg.structure.words import LABEL_ROLES, REDACTED, SUBJECTS

_WORD = expression(r"[A-Z][a-z][\w’'-]*")
PERSONAL = expression(r"[A-Z]{2}|[A-Z]Mc[A-Z]")  # the initials of a person and of nothing else


@dataclass(slots=True)
class Parts:
    """What the fields of an entry have told so far."""

    name: Span | None = None
    initials: str | None = None
    role: str | None = None
    attendance: Attendance | None = None
    rest: list[Field] = field(default_factory=list)
    sure: bool = False
    redacted: bool = False


def is_person(words: str) -> bool:
    """Are the words surely the name of a person and nothing else?"""
    name = read_name(words)
    return name.sure and name.end == len(words)


def take_surname(fields: list[Field], parts: Parts) -> None:
    """Take the first field out, for the name of a person whatever it looks like."""
    parts.name, parts.sure = fields.pop(0).span, True


def take_name(text: str, fields: list[Field], parts: Parts) -> None:
    """Find the name among the fields and take it out: the first field, else one in brackets or behind the post."""
    first = fields[0]
    if key_of(first.words) in REDACTED or "redacted" in first.words.lower():
        parts.redacted = True
        fields.pop(0)
        return
    if _is_lettered(fields) or _is_slashed(text, fields):
        parts.name, parts.sure = first.span, True
        parts.initials = first.words if LETTERS.fullmatch(first.words) else None
        fields.pop(0)
        return
    name = read_name(first.words)
    bracketed = fields[1].words if len(fields) > 1 and fields[1].bracketed else ""
    inner = read_name(bracketed)
    others = inner.sure and inner.end == len(bracketed) and not name.sure  # "Wessex Water (Mr N. Okeke)"
    titled = not name.sure and is_post(first.words) and any(is_person(one.words) for one in fields[1:3])
    sent = first.words[name.end :].lstrip().startswith(("from ", "representing "))  # "Pritha Sen from the Board"
    whole_body = not (name.sure or sent) and name.end < len(first.words) and is_body_name(first.words)
    titled = titled or (not name.sure and _is_of_subject(first.words, name.end, bracketed))
    if (
        name.end
        and not others
        and not titled
        and not whole_body
        and not (is_post(first.words) and name.end == len(first.words) and not name.sure)
    ):
        _name(fields, parts, 0)
        return
    for number, one in enumerate(fields[1:3], 1):
        if key_of(one.words) in LABEL_ROLES or is_post(one.words):
            continue
        other = read_name(one.words)
        leads = is_post(first.words) or key_of(first.words) in LABEL_ROLES or _is_dashed(text, fields, number)
        if other.end == len(one.words) and (
            ((other.sure or _follows_the_post(text, first, one)) and leads)
            or (one.bracketed and (other.sure or not is_body(one.words)))
        ):
            _name(fields, parts, number)
            return


def _follows_the_post(text: str, post: Field, one: Field) -> bool:
    """ "by the Governor, Allister Purdie": in a sentence, the name behind a post with its article is that of who holds it."""
    article, after = text[max(0, post.span.start - 4) : post.span.start], text[one.span.end : one.span.end + 3]
    told = article == "the " or (article == "The " and after[:2] == ", " and after[2:].islower())
    return told and not is_body(one.words) and one.words.count(" ") == 1


def _is_dashed(text: str, fields: list[Field], number: int) -> bool:
    """ "Central Police (CP) - Lois Bell": a body, and behind a dash who came from it."""
    between = text[fields[number - 1].span.end : fields[number].span.start]
    return is_body(fields[0].words) and number == len(fields) - 1 and not {"-", "–", "—"}.isdisjoint(between)


def _is_of_subject(words: str, end: int, bracketed: str) -> bool:
    """ "Fire Safety Manager", "Trawling Commissioner (TC)": a post whose first words only look like a name."""
    if not is_post(words) or not 0 < end < len(words):
        return False
    letters = capitals(words)
    return words[:end].rsplit(maxsplit=1)[-1].lower() in SUBJECTS or (len(letters) > 1 and letters == bracketed)


def _is_lettered(fields: list[Field]) -> bool:
    """ "KM (Office of Rail and Road)": somebody whom only initials name; those of the words in the bracket are a body's."""
    letters, others = fields[0].words, fields[1:]
    if not LETTERS.fullmatch(letters) or (others and initials_of(letters, others[0].words)):
        return False
    if others and read_name(others[0].words).sure:
        return False  # "BBC (Steve Bond)"
    bracketed = bool(others) and others[0].bracketed and len(others[0].words) > 1
    return bracketed or (not others and PERSONAL.fullmatch(letters) is not None)


def _is_slashed(text: str, fields: list[Field]) -> bool:
    """ "Penhale / Planning Appeals Agency": one word, a slash and a body."""
    if len(fields) != 2 or not _WORD.fullmatch(fields[0].words) or is_post(fields[0].words):
        return False
    between = text[fields[0].span.end : fields[1].span.start].strip()
    return between == "/" and is_body(fields[1].words) and not is_body(fields[0].words)


def _name(fields: list[Field], parts: Parts, number: int) -> None:
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
