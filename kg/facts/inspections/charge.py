"""Who the text says has charge of others: "a charity that the Registry supervises", "is licensed by the Council".

Comes in: a document.  Goes out: keys of bodies.  The one idea: whoever supervises, regulates or licenses others looks into them, so that an inspection of one of
them that names nobody is its own.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts.context import Context
from kg.facts.inspections.words import WORDS
from kg.facts.words import BE

_DOES = WORDS.words("has-charge")
_DONE = WORDS.words("in-charge-of-another")
_REACH = 12  # tokens between such a verb and who does it


def in_charge(context: Context) -> frozenset[str]:
    """The bodies of which the text says that they supervise, regulate or license others, found once."""
    known = context.answers["in charge"]
    if not known:
        known[0, 0] = frozenset(key for one in context.lines if (key := _told(context, one.first, one.last)))
    bodies: frozenset[str] = known[0, 0]
    return bodies


def _told(context: Context, first: int, last: int) -> str | None:
    """The first such body of some tokens."""
    lows = context.tokens.lows
    for k in range(first + 1, last):
        if lows[k] in _DOES and (key := _before(context, k, first)):
            return key
        if lows[k] in _DONE and not BE.isdisjoint(lows[max(first, k - 3) : k]) and (key := _behind(context, k, last)):
            return key
    return None


def _before(context: Context, k: int, first: int) -> str | None:
    """The body named last before a verb in its sentence."""
    named = context.named_in(max(first, k - _REACH), k)
    return _body(context, named[-1]) if named else None


def _behind(context: Context, k: int, last: int) -> str | None:
    """The body behind "by"."""
    lows = context.tokens.lows
    by = next((m for m in range(k + 1, min(last - 2, k + 6)) if lows[m] == "by"), -1)
    return _body(context, by + 1 + (lows[by + 1] == "the")) if by > 0 else None


def _body(context: Context, k: int) -> str | None:
    """The body named at a token."""
    key = context.key_at(k)
    return key if key and context.type_of(key) in BODIES else None
