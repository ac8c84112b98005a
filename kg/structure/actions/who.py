"""Who the parties of an action may be: the people of the attendance list, and words that can only be an owner.

Comes in: the attendance list.  Goes out: Known, which tells whether a few words name owners.  The one idea: initials, names, posts and
bodies are owners wherever an action is taken apart; a word with a capital alone is none, since a task begins with one too.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.lexicon.lists import lists
from kg.model import Attendee
from kg.patterns import expression
from kg.structure.people import is_body_name, is_name, is_post, read_name
from kg.structure.words import LABEL_ROLES, NO_OWNERS, OWNER_WORDS, PLAIN_HONORIFICS
from kg.values import value

_JOTTED = lists("titles").values("jotted")
_BETWEEN = expression(r"\s*(?:,|/|&|\+|;|\band\b|\bwith\b|\bor\b)\s*")
_EXPLAINED = expression(r"\(([A-Z][A-Za-z&]*[A-Z])\)")  # "Her Majesty's Courts and Tribunals Service (HMCTS)"
_INITIALS = expression(r"[A-Z][A-Za-z]?[A-Z]{1,2}(?:-[A-Z]{1,2})?$")
_SMALL = frozenset("of and for the in on & at".split())
_SHORT_NAME = expression(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+$")
_NO_NAME = expression(r"[\d,:;]|[a-z]{3,}\.\s|[A-Z]{2,}\.\s")
_LONGEST = 7  # words of one owner


@value
class Known:
    """The names of those who were there, in lower case: full, short and initials."""

    names: frozenset[str]

    def owners(self, words: str) -> bool:
        """Do the words name owners and nothing else ("FT", "PS & NR", "A. Nwosu / H. Quill", "Head of Policy")?"""
        words = words.strip(" .,;:*_")
        if not words or len(words) > 90 or self._one(words):
            return bool(words) and len(words) <= 90
        pieces = [piece for piece in _BETWEEN.split(words) if piece]
        return len(pieces) > 1 and all(self._one(piece) for piece in pieces)

    def person(self, words: str) -> bool:
        """Do the words name people who were there, or initials?"""
        pieces = [piece for piece in _BETWEEN.split(words.strip(" .,;:*_")) if piece]
        return bool(pieces) and all(piece.casefold() in self.names or _is_initials(piece) for piece in pieces)

    def listed(self, words: str) -> bool:
        """Do the words name people of the attendance list and nobody else?"""
        pieces = [piece for piece in _BETWEEN.split(words.strip(" .,;:*_")) if piece]
        return bool(pieces) and all(piece.casefold() in self.names for piece in pieces)

    def _one(self, words: str) -> bool:
        low = words.casefold().removeprefix("the ")
        if low in self.names or low in OWNER_WORDS or _is_initials(words):
            return True
        if not words[0].isupper() or words.count(" ") >= _LONGEST or low in NO_OWNERS or _NO_NAME.search(words):
            return False
        name = read_name(words)
        if (name.end == len(words) and name.sure) or _SHORT_NAME.match(words):
            return True
        return _is_capitalised(words) and (is_post(words) or is_body_name(words))


def _is_initials(words: str) -> bool:
    return bool(_INITIALS.match(words)) and words.casefold() not in NO_OWNERS


def _is_capitalised(words: str) -> bool:
    return all(word[0].isupper() or word in _SMALL for word in words.split())


def known(text: str, attendees: Iterable[Attendee]) -> Known:
    """Those of the attendance list, by every name that an action may give them, and short forms that the text explains."""
    names = {short[1].casefold() for short in _EXPLAINED.finditer(text)}
    for one in attendees:
        names.update(" ".join(span.of(text).split()).casefold() for span in (one.post, one.organisation) if span)
        names.update(_jotted(one.post.of(text)) if one.post else ())
        if one.role:
            low = one.span.of(text).casefold()
            names.update(word for word, role in LABEL_ROLES.items() if role == one.role and word in low)
        if one.initials:
            names.add(one.initials.casefold())
        if one.name:
            names.update(_forms(" ".join(one.name.of(text).split())))
    return Known(frozenset(names))


def _jotted(title: str) -> set[str]:
    """How a jotted note shortens a title: "Gov", "CX"."""
    return {short.casefold() for short, whole in _JOTTED.items() if title.casefold() == whole}


def _forms(name: str) -> set[str]:
    """ "Dr Peter Sallow": the whole, without the title, first name, surname, title with surname, initials."""
    words = name.split()
    titles = [word for word in words if word.casefold().rstrip(".") in PLAIN_HONORIFICS]
    rest = [word for word in words if word not in titles]
    if not rest or not is_name(name):
        return {name.casefold()}
    forms = {name, " ".join(rest), rest[-1]}
    if len(rest) > 1:
        forms |= {rest[0], "".join(word[0] for word in rest)}
    forms |= {f"{title} {rest[-1]}" for title in titles}
    return {form.casefold() for form in forms}
