"""What an entry of an attendance list says of the one it names.

Comes in: a field of the entry.  Goes out: what it tells, in the Parts of the entry.  The one idea: role, initials and attendance are known by their words,
some words say nothing, and everything else is a post or a body.
"""

from __future__ import annotations

import re

from kg.model import Span
from kg.patterns import expression
from kg.structure.bearers import Parts, is_person
from kg.structure.fields import Field, fields_of
from kg.structure.lines import key_of
from kg.structure.people import initials_of, is_body
from kg.structure.taking_part import attendance_of
from kg.structure.words import FINITE, LABEL_ROLES, NO_BODY, REDACTED, SUFFIXES

_THERE = expression(r"(?:present|attended|in attendance)\b(?: (?:from|until|for|to|by|via|in)\b.*)?$")
_STANDING_IN = expression(
    r"^(?:(?:also )?(?:representing|(?:deputi[sz]ing|substituting|attending|covering|acting|alternate|substitute|deputy|dep\.?|sub|standing in|stand[- ]in|cover) for"
    r"|on behalf of|in (?:the )?(?:place|stead) of|for|vice|of|from|at|both of|with))\s+(?:the\s+)?|^(?-i:the|its|their|our|his|her)\s+",
    re.IGNORECASE,
)
_TERRITORIAL = expression(r"of\s+[A-Z][\w’'-]+$")  # "Sir Torquil Maclaine of Ardlorne"
_REMARK = expression(
    r"(?:in|until|from|via|by|on|to|as|standing|deputi[sz]ing|who|whom|joined|joining|left|attended|attending|present|item|items|part|also|kept|sent|detained"
    r"|called|owing|due|because|away|off|ill|unwell|late|arriving|arrived|having|being|since|before|after|during|throughout|while)[\s-]+(?:[a-z0-9]|[A-Z])"
)
_NOBLE = expression(r"(?:the )?(?:Rt Hon |The )*(?:Sir|Dame|Lord|Lady|Baron|Baroness|Viscount|Earl|Laird)\b")
_OWN_OFFICE = expression(r"(?:of )?(?:his|her|their|its|our) (?:own )?(?:office|staff|team|department|service)")
_ACRONYM = expression(r"[A-Z][A-Za-z&]{1,6}$")
_APOSTROPHE, _LONGEST_INITIALS = expression(r"(?<=O)[’']"), 5
_QUOTES = "\"'“”‘’"


def take(text: str, one: Field, parts: Parts) -> None:
    """Role, initials and attendance are noted; everything else is a post or a body."""
    key = key_of(one.words)
    if key in LABEL_ROLES and not (key.startswith("secretary to") and not one.bracketed):
        parts.role = LABEL_ROLES[key] if parts.role in (None, "member") else parts.role
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
            take(text, part, parts)
    else:
        standing = _standing_in(one)
        if not (standing is not one and is_person(standing.words)):  # "deputising for Carl Amory"
            parts.rest.append(standing)


def _inner(text: str, one: Field, parts: Parts) -> list[Field]:
    """What commas part within brackets, or a dash behind initials ("(ML – Tayside Recycling Ltd)"); else nothing."""
    inner = fields_of(text, one.span) if one.bracketed else []
    parted = "," in one.words or "(" in one.words or (len(inner) > 1 and _is_initials(text, inner[0], parts))
    return inner if parted else []


def _begins_with_body(text: str, one: Field) -> bool:
    """ "(Rail Accident Investigation Branch, by phone)": the body stands before how somebody took part."""
    first = fields_of(text, one.span)[0].words if one.bracketed and "," in one.words else ""
    return is_body(first) and " " in first


def _says_nothing(text: str, one: Field, key: str, parts: Parts) -> bool:
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
    word = one.words.removeprefix("the ").strip(f"{_QUOTES} ")
    if word[:1].isupper() and before.words.startswith(f"{word} "):
        return True
    return word != one.words and word.isalpha() and f" {word}" in f" {before.words}"


def _is_initials(text: str, one: Field, parts: Parts) -> bool:
    if (
        parts.name is None
        or parts.initials
        or len(one.words) > _LONGEST_INITIALS
        or not _APOSTROPHE.sub("", one.words).isalpha()  # "DO’C"
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
