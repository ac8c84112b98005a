"""Where one entry of a run-on list ends and the next begins.

Comes in: the words between two commas and the stretch before them.  Goes out: yes or no.  The one idea: an entry begins with each new name,
or where nobody is named with each new post; what names nobody belongs to the entry before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon.first_names import first_names
from kg.lexicon.lists import lists
from kg.model import Span
from kg.patterns import expression
from kg.structure.fields import Field, untitled
from kg.structure.lines import key_of
from kg.structure.people import LETTERS, initials_of, is_body, is_name, is_post, read_name
from kg.structure.posts import capitals, is_institution
from kg.structure.taking_part import attendance_of
from kg.structure.words import LABEL_ROLES, PLAIN_HONORIFICS

_NAMED = expression(r"[^()]*\((?P<inner>[^()]+)\)")
_PARTED_NAME = expression(r"\bPolice (?:and|&) Crime\b")  # a name that "and" does not part
_INITIALS = expression(rf"{LETTERS.pattern}\s*(?:\(|$)")  # "KM (Office of Rail and Road)"
_AWAITING = expression(r"[Tt]he [^(),]+ of [^(),]+ \([A-Z]{3,6}\)")
_ANOTHER = expression(r"(?:a|an|the)\s+(?=\S)")
_BRACKETED = expression(r"\((?P<inner>[^()]+)\)\s*$")
_CLOSING = expression(r"\((?P<letters>[A-Z]{2,4})\)\W*$")
_SPELT_OUT = expression(r"(?P<initials>[A-Z][A-Za-z’']{0,3}[A-Z])\s?\((?P<inner>[A-Z](?:[^()]|\([^()]*\))+)\)")
_EQUALS = expression(r"^[A-Z]{2,4}\s*=\s*(?=[A-Z])")
_DETERMINED = expression(r"(?:the|a|an|its|their|his|her)\s+|.*?['’]s?\s+(?=[a-z])")
_RANK = expression(
    rf"(?:(?:Temporary|Acting|Assistant|Deputy|Detective) )*Chief (?:{lists('titles').pattern('chief-ranks')}) (?=[A-Z])"
)


@dataclass(slots=True)
class Stretch:
    """What will be one entry: its place, whether a person is named in it, and the title that it shares with others."""

    span: Span
    named: bool = False
    telling: bool = False  # a post, body or bracket stands in it
    title: str | None = None
    bracketed: bool = False
    plain: bool = False  # the last words are neither name nor post nor body
    complete: bool = False  # the last words are a post, or end with a bracket
    posted: bool = False  # a post or body stands in it
    alone: bool = True  # no semicolons part the list: commas part the persons


def title_free(words: str) -> bool:
    """No title of its own: the surname goes with the title before."""
    name = read_name(words)
    return not (name.end and name.sure and words.split(maxsplit=1)[0].rstrip(".").lower() in PLAIN_HONORIFICS)


def opens(words: str, following: str, last: Stretch, gap: int, text: str, *, some_name: bool) -> bool:
    """Does an entry begin with these words, given the entry before?"""
    joined = "and" in text[last.span.end : last.span.end + gap] or "with" in text[last.span.end : last.span.end + gap]
    if _PARTED_NAME.search(f"{text[max(0, last.span.end - 12) : last.span.end + gap]}{words}"):
        return False
    if not some_name and not last.named and _INITIALS.match(words):
        before = last.span.of(text)  # "Chief Surveyor, HMLR; Clerk, Fal Council": a body in letters
        return not (_closes_post(before, words) or (not last.alone and is_post(before)))
    if brackets_name(words):
        if last.named and not last.posted and is_post(words.partition("(")[0]) and not _brackets_sure_name(words):
            return False  # "Dr Roe, Inspector (Natural Sciences)"
        return last.named or last.bracketed
    if not (joined or last.named) and _AWAITING.fullmatch(last.span.of(text)):
        return False  # "the Deputy Head of the Audit Office (NAO), Frances Lyle"
    if opens_name(words) and some_name:
        return _opens_with_name(words, following, last, joined=joined)
    determined = _DETERMINED.match(words)
    if is_post(words[determined.end() :] if determined else words) and words.strip().lower() not in LABEL_ROLES:
        if not last.alone and is_institution(words) and is_post(last.span.of(text)):
            return False  # "Superintendent, Tall Buildings Regulator; Head of Control, Eastlow Council"
        own = words[0].isupper() or determined is not None
        begun = last.complete or (last.posted and determined is not None)
        if not some_name:
            return own and (not joined or begun)
        if last.bracketed and last.posted and not last.named and _CLOSING.search(words):
            return True  # "Commissioner for Lamps (CfL), Chief Inspector (CI)"
        another = bool(_ANOTHER.match(words)) and last.posted  # "A (Registrar), the Chief Financial Officer"
        leads = is_name(following.rstrip(" ."))  # "A, and with him the Secretary, Mrs B"
        begun = determined is not None if leads else begun  # "the Governor, Ms A, and her deputy"
        return last.named and own and (another or (joined and begun))
    return False


def _closes_post(post: str, words: str) -> bool:
    """ "Chief Executive, BPR (CE)": a body in letters, and behind it in brackets those of the post before it."""
    match = _CLOSING.search(words)
    return match is not None and is_post(post) and match["letters"] == capitals(post)


def brackets_post(words: str) -> bool:
    """Does a post or body stand in the bracket that the words end with?"""
    match = _BRACKETED.search(words)
    inner = match["inner"] if match else ""
    return bool(inner) and (is_post(inner) or is_body(inner)) and key_of(inner) not in LABEL_ROLES


def _opens_with_name(words: str, following: str, last: Stretch, *, joined: bool) -> bool:
    words = untitled(words)
    name = read_name(words)
    if name.sure:
        return last.named or last.bracketed
    if not last.named or (_is_long(words[: name.end]) and not joined):
        return False
    if last.plain or not (last.alone or joined):
        return False
    rest = words[name.end :].strip()
    return not last.telling or joined or bool(rest and not _tells_how(rest)) or is_post(following)


def _tells_how(rest: str) -> bool:
    """Does what stands behind a name only tell how or when somebody took part ("(for items 4 and 5)", "– apologies")?"""
    words = rest.strip(" ()[]–—-.")
    return attendance_of(Field(Span(0, 0), words, bracketed=True), key_of(words)) is not None


def _is_long(name: str) -> bool:
    """Are they three words in full, of which the first is no known first name: rather a body ("Patient Voice Dyfnant")?"""
    words = name.split()
    return len(words) > 2 and all(word[0].isupper() and len(word) > 3 for word in words)


def opens_name(words: str) -> bool:
    """Do the words begin with the name of a person, be it behind its initials ("SA = Sajid Akhtar")?"""
    words = _EQUALS.sub("", words, count=1) if "=" in words else words
    words = untitled(words)
    name = read_name(words)
    if not name.end or key_of(words) in LABEL_ROLES:
        return False
    if is_post(words[: name.end]):
        return name.sure and _is_ranked(words[: name.end])
    return name.sure or not (is_body(words[: name.end]) or is_post(words))


def _is_ranked(words: str) -> bool:
    """ "Chief Superintendent Ann Roe": a rank, which by itself would be a post, and behind it a first name that is known."""
    rank = _RANK.match(words)
    return rank is not None and words[rank.end() :].split(" ", 1)[0].lower() in first_names()


def _brackets_sure_name(words: str) -> bool:
    match = _NAMED.match(words)
    return match is not None and read_name(match["inner"].strip()).sure


def spelt_out(words: str) -> re.Match[str] | None:
    """ "NB (Nuala Boyd, Commissioner)": initials, and behind them in brackets the one whose they are."""
    match = _SPELT_OUT.match(words) if "(" in words else None
    name = match["inner"][: read_name(match["inner"]).end] if match else ""
    return match if match and name and initials_of(match["initials"], name) else None


def brackets_name(words: str) -> bool:
    """ "Treasurer (S. Wu)", "Farming Union (Giles Pratt)": who holds the post or comes from the body stands in brackets."""
    if spelt_out(words):
        return True
    match = _NAMED.match(words)
    inner = match["inner"].strip() if match else ""
    name = read_name(inner)
    if not inner or name.end < len(inner) or is_post(inner) or inner.lower() in LABEL_ROLES:
        return False
    if _INITIALS.match(words) and not name.sure:
        return False
    outer = read_name(words)
    return name.sure and not outer.sure if outer.end else name.sure or not is_body(inner)
