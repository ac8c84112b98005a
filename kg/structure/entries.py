"""One entry of an attendance list taken apart: name, initials, post, body, role, and how somebody took part.

Comes in: the span of an entry.  Goes out: an Entry, or None where the words name nobody.  The one idea: commas, dashes, tabs and
brackets all part the same fields; what a field is, its own words tell.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from kg.lexicon.first_names import first_names
from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.bearers import PERSONAL, Parts, take_name, take_surname
from kg.structure.begins import spelt_out
from kg.structure.fields import fields_of
from kg.structure.lines import key_of, trimmed, within
from kg.structure.particulars import take
from kg.structure.people import initials_of, is_body, is_post, read_name
from kg.structure.posts import keyed, letters_of_post, merged, post_and_body
from kg.structure.words import LABEL_ROLES, NOBODY
from kg.values import value

_LEAD = expression(
    r"(?P<label>[^:;,()\t|]{2,45})(?:, (?P<body>[^:;,()\t|]{2,45})| \((?P<inner>[A-Z][^:;,()\t|]{2,60})\))?:\s+"
)
_ARTICLE = expression(
    r"(?:(?:[Tt]he )?(?:(?:Rt|Right|Most|Very)\.? )?(?:Rev(?:d|['’]d|erend)?|Hon(?:ourable)?|Worshipful)\.?,? [Tt]he(?= [A-Z])"
    r"|(?i:and|the|its|their|(?:his|her)(?!\s(?:honour|excellency|worship|grace|majesty))|also|our|your|an)|a|A(?=\s[a-z]))\s+(?=\S)"
)  # "A Dodd" is a person
_UNNAMED = expression(
    r"(?:\d+|one|two|three|four|five|six|seven|several|some|a number of|approximately|about|around)\s+\w+|members? of (?:the )?(?:public|press|staff|audience)"
    r"|members? of (?:(?:the|his|her|their) )?(?:[\w’']+ ){0,4}staff$|no (?:members|one)\b",
    re.IGNORECASE,
)
_REPRESENTED = expression(
    r"(?P<body>[A-Z][^():;,]{3,80}?),?\s+[(\[]?(?:represented by|in the person of)\s+(?P<who>[^()\[\]]+?)[)\]]?\.?"
)
_GAPS = expression(r" (?=[A-Z])")
_PLAIN = expression(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_LONGEST_TITLE = 4  # words
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


def read_entry(text: str, span: Span, *, titled: bool = False) -> Entry | None:
    """The entry taken apart; None where it says "None" or nothing that names somebody.

    ``titled``: a title that it shares with others makes its first words the name of a person, be it a surname alone.
    """
    span = _without_edges(text, span)
    words = span.of(text)
    if not words or key_of(words) in NOBODY or _UNNAMED.match(words):
        return None
    represented = "represented by" in words or "in the person of" in words
    if represented and (sent := _REPRESENTED.fullmatch(words)) and is_body(sent["body"]):
        who = read_entry(text, Span(span.start + sent.start("who"), span.start + sent.end("who")))
        body = Span(span.start, span.start + sent.end("body"))
        return replace(who, span=span, organisation=who.organisation or body) if who and who.name else None
    lead = _LEAD.match(words) if ":" in words else None
    if (lead and (entry := _led(text, span, lead))) or (entry := _initialled(text, span)):
        return entry
    if entry := _post_first(text, span):
        return entry
    fields = list(fields_of(text, span))
    if not fields:
        return None
    parts = Parts()
    if titled:
        take_surname(fields, parts)
    else:
        take_name(text, fields, parts)
    for one in fields:
        take(text, one, parts)
    return _entry(text, span, parts)


def _led(text: str, span: Span, lead: re.Match[str]) -> Entry | None:
    """ "Chair: Jane Doe", "Chief Inspector: Jane Doe", "Chief Executive, OPCC: Jane Doe", "Director (Estyn): Jane Doe"."""
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
    place = "body" if lead["body"] else "inner" if lead["inner"] and not is_post(lead["inner"]) else None
    body = Span(span.start + lead.start(place), span.start + lead.end(place)) if place else None
    return replace(rest, span=span, role=rest.role or role, post=post, organisation=rest.organisation or body)


def _post_first(text: str, span: Span) -> Entry | None:
    """ "Governor Hilary Stead", "Chief Executive Tom Hurst": a title right before a full name that is surely one."""
    words = span.of(text)
    if read_name(words).end:
        return None
    for match in islice(_GAPS.finditer(words), _LONGEST_TITLE):
        rest = Span(span.start + match.end(), span.end)
        head = words[: match.start()]
        if _PLAIN.fullmatch(head) and is_post(head) and rest.of(text).split(maxsplit=1)[0].lower() in first_names():
            entry = read_entry(text, rest) if read_name(rest.of(text)).sure else None
            post = Span(span.start, span.start + match.start())
            return replace(entry, span=span, post=entry.post or post) if entry and entry.name else None
    return None


def _initialled(text: str, span: Span) -> Entry | None:
    """ "AP   Alan Pryce, Consumer Rights Advocate", "AP (Alan Pryce, Advocate)": the initials stand before the name that they are those of."""
    words = span.of(text)
    if (whole := spelt_out(words)) and whole.end() == len(words):
        inner = read_entry(text, within(span, *whole.span("inner")))
        return replace(inner, span=span, initials=whole["initials"]) if inner and inner.name else None
    if match := keyed(words):
        return _keyed(text, span, match)
    if not (lead := _INITIALS_FIRST.match(words)):
        return None
    rest = read_entry(text, Span(span.start + lead.end(), span.end))
    if rest is None or rest.name is None or not initials_of(lead["initials"], rest.name.of(text)):
        return None
    return replace(rest, span=span, initials=rest.initials or lead["initials"])


def _keyed(text: str, span: Span, match: re.Match[str]) -> Entry | None:
    """ "CE = Chief Executive, Fal Council": the letters of a post, and who has it."""
    holder = read_entry(text, within(span, *match.span("rest")))
    if holder is None:
        return None
    if holder.name and not (holder.sure or holder.organisation):  # "Harbour Master, Fal Pilots"
        holder = replace(holder, name=None, organisation=holder.name)
    post = holder.post or within(span, *match.span("post"))
    return replace(holder, span=span, initials=match["letters"], post=post)


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


def _entry(text: str, span: Span, parts: Parts) -> Entry | None:
    post, organisation = post_and_body(merged(text, parts.rest))
    if organisation and not (parts.name or post) and parts.role and PERSONAL.fullmatch(organisation.of(text)):
        parts.name, organisation = organisation, None  # "JB (note)"
    if organisation and not (parts.name or post) and parts.role:
        post = _office_first(text, span, organisation)
    role = parts.role or (LABEL_ROLES.get(key_of(post.of(text))) if post else None)
    if not (parts.name or post or organisation or parts.redacted or role):
        return None
    initials = parts.initials or (None if parts.name else letters_of_post(text, span, post, organisation))
    return Entry(span, parts.name, initials, post, organisation, role, parts.attendance, parts.sure, parts.redacted)


def _office_first(text: str, span: Span, organisation: Span) -> Span | None:
    """ "the Chair, Fal Council": the post of somebody who is not named, and not the part that a body has ("Fal Council (Chair)")."""
    first = next(iter(fields_of(text, span)))
    told = first.span.end <= organisation.start and key_of(first.words) in LABEL_ROLES and is_post(first.words)
    return first.span if told else None
