"""The body whose own meeting it is: "we", "our regulator", "the trust" of minutes that give it no other name.

Comes in: a document.  Goes out: the key of a body, or ``None``.  The one idea: the minutes of a body name it in their title; where nobody
is told to be of several bodies, whoever says "we" speaks for it.
"""

from __future__ import annotations

import re

from kg.entities import BODIES
from kg.facts.context import Context
from kg.model import Span
from kg.patterns import expression

_BELOW = 80  # characters under the title in which the kind of meeting stands
_NAME = expression(r"[A-Z][\w’'-]*(?: (?:of|and|for|the|&|[A-Z][\w’'-]*)){1,7}")
_MEETS = expression(
    r"\b(?:meeting|minutes|board|committee|trustees|governors|directors|council|notes?)\b", re.IGNORECASE
)
_PARTS = expression(r"\s*[:–—|,\n(]\s*|\s+-\s+")
_ANSWER = "host"


def host(context: Context) -> str | None:
    """The body of the document, found once."""
    known = context.answers[_ANSWER]
    if (0, 0) not in known:
        known[0, 0] = context.cast.meeting_body or _of_title(context)
    key: str | None = known[0, 0]
    return key


def _of_title(context: Context) -> str | None:
    """The only body that the title names; else the capitals that open it before "trustees' meeting"."""
    title = context.outline.title
    if title is None:
        return None
    opening = _PARTS.split(title.of(context.text), maxsplit=1)
    places = {
        key: context.tokens.starts[k]
        for k in context.named_in(*context.tokens.range_of(title))
        if context.type_of(key := context.cast.by_first[k]) in BODIES
    }
    opened = any(start < title.start + len(opening[0]) for start in places.values())
    capitals = None if opened else _by_capitals(context, title, opening)
    if capitals is not None:
        return capitals
    told = _MEETS.search(title.of(context.text)) or (
        opened and _MEETS.search(context.text[title.end : title.end + _BELOW])
    )
    return next(iter(places)) if len(places) == 1 and told else None


def _by_capitals(context: Context, title: Span, opening: list[str]) -> str | None:
    """ "Pennine Larch Academies: trustees' meeting"."""
    name = opening[0].strip()
    if len(opening) < 2 or not _NAME.fullmatch(name) or _MEETS.search(name) or not _MEETS.search(opening[1]):
        return None
    return context.cast.resolver.body(name, Span(title.start, title.start + len(name))).key
