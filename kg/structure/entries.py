"""One entry of an attendance list taken apart: name, initials, post, body, role, and how somebody took part.

Comes in: the span of an entry.  Goes out: an Entry, or None where the words name nobody.  The one idea: commas, dashes, tabs and
brackets all part the same fields; what a field is, its own words tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.fields import Field, fields_of
from kg.structure.lines import key_of, trimmed
from kg.structure.people import LETTERS, initials_of, is_body, is_body_name, is_post, read_name
from kg.structure.posts import letters_of_post, merged, post_and_body
from kg.structure.taking_part import attendance_of
from kg.structure.words import FINITE, LABEL_ROLES, NO_BODY, NOBODY, REDACTED, SUBJECTS, SUFFIXES
from kg.values import value

_LEAD = expression(r"(?P<label>[^:;,()\t|]{2,45})(?:, (?P<body>[^:;,()\t|]{2,45}))?:\s+")
_THERE = expression(r"(?:present|attended|in attendance)\b(?: (?:from|until|for|to|by|via|in)\b.*)?$")
_STANDING_IN = expression(
    r"^(?:representing|deputising for|deputizing for|on behalf of|for|vice|alternate for|of|from|at|both of|with|acting for|standing in for)\s+(?:the\s+)?|^(?-i:the|its|their|our|his|her)\s+",
    re.IGNORECASE,
)
_ARTICLE = expression(
    r"(?:(?i:and|the|its|their|(?:his|her)(?!\s(?:honour|excellency|worship|grace|majesty))|also|our|your|an)|a|A(?=\s[a-z]))\s+(?=\S)"
)  # "A Dodd" is a person
_TERRITORIAL = expression(r"of\s+[A-Z][\w’'-]+$")  # "Sir Torquil Maclaine of Ardlorne"
_REMARK = expression(
    r"(?:in|until|from|via|by|on|to|as|standing|deputi[sz]ing|who|whom|joined|joining|left|attended|attending|present|item|items|part|also|kept|sent|detained"
    r"|called|owing|due|because|away|off|ill|unwell|late|arriving|arrived|having|being|since|before|after|during|throughout|while)[\s-]+(?:[a-z0-9]|[A-Z])"
)
_UNNAMED = expression(
    r"(?:\d+|one|two|three|four|five|six|seven|several|some|a number of|approximately|about|around)\s+\w+|members? of (?:the )?(?:public|press|staff|audience)|no (?:members|one)\b",
    re.IGNORECASE,
)
_NOBLE = expression(r"(?:the )?(?:Rt Hon |The )*(?:Sir|Dame|Lord|Lady|Baron|Baroness|Viscount|Earl|Laird)\b")
_PERSONAL = expression(r"[A-Z]{2}|[A-Z]Mc[A-Z]")  # the initials of a person and of nothing else
_OWN_OFFICE = expression(r"(?:of )?(?:his|her|their|its|our) (?:own )?(?:office|staff|team|department|service)")
_ACRONYM = expression(r"[A-Z][A-Za-z&]{1,6}$")
_QUOTES = "\"'“”‘’"
_INITIALS_FIRST = expression(
    r"(?P<initials>[A-Z][A-Za-z]{0,3}[A-Z])(?:\s*[:=–—-]\s*|\s+)(?=[A-Z])"
)  # "AP – Alan Pryce"


@value
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
    title: str | None = None  # the title that it shares with others ("Councillors A, B and C")

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


def read_entry(text: str, span: Span, *, titled: bool = False) -> Entry | None:
    """The entry taken apart; None where it says "None" or nothing that names somebody.

    ``titled``: a title that it shares with others makes its first words the name of a person, be it a surname alone.
    """
    span = _without_edges(text, span)
    words = span.of(text)
    if not words or key_of(words) in NOBODY or _UNNAMED.match(words):
        return None
    lead = _LEAD.match(words)
    initials = _INITIALS_FIRST.match(words)
    entry = (_led(text, span, lead) if lead else None) or (_initialled(text, span, initials) if initials else None)
    if entry:
        return entry
    fields = list(fields_of(text, span))
    if not fields:
        return None
    parts = _Parts()
    if titled:
        _take_surname(fields, parts)
    else:
        _take_name(text, fields, parts)
    for one in fields:
        _take(text, one, parts)
    return _entry(text, span, parts)


def _led(text: str, span: Span, lead: re.Match[str]) -> Entry | None:
    """ "Chair: Jane Doe", "Chief Inspector: Jane Doe", "Chief Executive, OPCC: Jane Doe"."""
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
    body = Span(span.start + lead.start("body"), span.start + lead.end("body")) if lead["body"] else None
    return replace(rest, span=span, role=rest.role or role, post=post, organisation=rest.organisation or body)


def _initialled(text: str, span: Span, lead: re.Match[str]) -> Entry | None:
    """ "AP   Alan Pryce, Consumer Rights Advocate": the initials stand before the name that they are those of."""
    rest = read_entry(text, Span(span.start + lead.end(), span.end))
    if rest is None or rest.name is None or not initials_of(lead["initials"], rest.name.of(text)):
        return None
    return replace(rest, span=span, initials=rest.initials or lead["initials"])


def _without_edges(text: str, span: Span) -> Span:
    span = trimmed(text, span)
    start, end = span.start, span.end
    while start < end and text[start] in "•·-–—▪* ":
        start += 1
    while article := _ARTICLE.match(text, start, end):
        start = article.end()
    while end > start and (text[end - 1] in ";,.:" or text[end - 1].isspace()):
        end -= 1
    return trimmed(text, Span(start, end))


# ── who it is ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _take_surname(fields: list[Field], parts: _Parts) -> None:
    one = fields[0]
    parts.name, parts.sure = one.span, True
    fields.pop(0)


def _take_name(text: str, fields: list[Field], parts: _Parts) -> None:
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
    titled = not name.sure and is_post(first.words) and any(_is_person(one.words) for one in fields[1:3])
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
            (other.sure and leads) or (one.bracketed and (other.sure or not is_body(one.words)))
        ):
            _name(fields, parts, number)
            return


def _is_dashed(text: str, fields: list[Field], number: int) -> bool:
    """ "Central Police (CP) - Lois Bell": a body, and behind a dash who came from it."""
    between = text[fields[number - 1].span.end : fields[number].span.start]
    return is_body(fields[0].words) and number == len(fields) - 1 and not {"-", "–", "—"}.isdisjoint(between)


def _is_of_subject(words: str, end: int, bracketed: str) -> bool:
    """ "Fire Safety Manager", "Trawling Commissioner (TC)": a post whose first words only look like a name."""
    if not is_post(words) or not 0 < end < len(words):
        return False
    letters = "".join(word[0] for word in words.split() if word[0].isupper())
    return words[:end].rsplit(maxsplit=1)[-1].lower() in SUBJECTS or (len(letters) > 1 and letters == bracketed)


def _is_lettered(fields: list[Field]) -> bool:
    """ "KM (Office of Rail and Road)": somebody whom only initials name; those of the words in the bracket are a body's."""
    letters, others = fields[0].words, fields[1:]
    if not LETTERS.fullmatch(letters) or (others and initials_of(letters, others[0].words)):
        return False
    if others and read_name(others[0].words).sure:
        return False  # "BBC (Steve Bond)"
    bracketed = bool(others) and others[0].bracketed and len(others[0].words) > 1
    return bracketed or (not others and _PERSONAL.fullmatch(letters) is not None)


def _is_slashed(text: str, fields: list[Field]) -> bool:
    """ "Penhale / Planning Appeals Agency": one word, a slash and a body."""
    if len(fields) != 2 or not re.fullmatch(r"[A-Z][a-z][\w’'-]*", fields[0].words) or is_post(fields[0].words):
        return False
    between = text[fields[0].span.end : fields[1].span.start].strip()
    return between == "/" and is_body(fields[1].words) and not is_body(fields[0].words)


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
    elif (how := attendance_of(one, key)) and not _begins_with_body(text, one):
        parts.attendance = how
    elif key in NO_BODY or _THERE.match(key):
        return
    elif _is_initials(text, one, parts):
        parts.initials, parts.sure = one.words, True
    elif _says_nothing(text, one, key, parts):
        return
    elif inner := _inner(text, one, parts):
        for part in inner:
            _take(text, part, parts)
    else:
        standing = _standing_in(one)
        if not (standing is not one and _is_person(standing.words)):  # "deputising for Carl Amory"
            parts.rest.append(standing)


def _inner(text: str, one: Field, parts: _Parts) -> list[Field]:
    """What commas part within brackets, or a dash behind initials ("(ML – Tayside Recycling Ltd)"); else nothing."""
    inner = fields_of(text, one.span) if one.bracketed else []
    parted = "," in one.words or "(" in one.words or (len(inner) > 1 and _is_initials(text, inner[0], parts))
    return inner if parted else []


def _begins_with_body(text: str, one: Field) -> bool:
    """ "(Rail Accident Investigation Branch, by phone)": the body stands before how somebody took part."""
    first = fields_of(text, one.span)[0].words if one.bracketed and "," in one.words else ""
    return is_body(first) and " " in first


def _says_nothing(text: str, one: Field, key: str, parts: _Parts) -> bool:
    """A letter behind the name, the short form of the body before, a place in a title, a remark ("in her absence")."""
    if key in ("deputy", "acting", "alternate", "substitute", "dep", "and", "also") or (key in SUFFIXES and parts.name):
        return True
    if one.bracketed and parts.rest and (_ACRONYM.match(one.words.strip(_QUOTES)) or _called(one, parts.rest[-1])):
        return True
    if parts.rest and one.words[0] in _QUOTES and _ACRONYM.match(one.words.strip(_QUOTES)):
        return True  # "(Natural Resources Wales, "NRW")"
    if parts.name and not parts.rest and _NOBLE.match(parts.name.of(text)) and _TERRITORIAL.match(one.words):
        return True
    if one.words[0].islower() and one.words.split(maxsplit=1)[0] in FINITE:
        return True  # "Sir Hugh bade a welcome to …"
    if _OWN_OFFICE.fullmatch(one.words):
        return True
    aside = one.bracketed or not parts.rest
    return bool(aside and _REMARK.match(one.words) and not _STANDING_IN.match(one.words))


def _called(one: Field, before: Field) -> bool:
    """ "Tarnside Hospitals Trust (the Trust)", "Tarnside Hospitals Trust (Tarnside)": the word by which the text goes on to call the body."""
    word = one.words.removeprefix("the ").strip("\"'“”‘’ ")
    if word[:1].isupper() and before.words.startswith(f"{word} "):
        return True
    return word != one.words and word.isalpha() and f" {word}" in f" {before.words}"


def _is_person(words: str) -> bool:
    name = read_name(words)
    return name.sure and name.end == len(words)


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
    post, organisation = post_and_body(merged(text, parts.rest))
    if organisation and not (parts.name or post) and parts.role and _PERSONAL.fullmatch(organisation.of(text)):
        parts.name, organisation = organisation, None  # "JB (note)"
    role = parts.role or (LABEL_ROLES.get(key_of(post.of(text))) if post else None)
    if not (parts.name or post or organisation or parts.redacted or role):
        return None
    initials = parts.initials or (None if parts.name else letters_of_post(text, span, post, organisation))
    return Entry(span, parts.name, initials, post, organisation, role, parts.attendance, parts.sure, parts.redacted)
