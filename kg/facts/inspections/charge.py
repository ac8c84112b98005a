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
_PROVIDED = WORDS.words("provided")
_REACH = 12  # tokens between such a verb and who does it


def in_charge(context: Context) -> frozenset[str]:
    """The bodies of which the text says that they supervise, regulate or license others, found once."""
    known = context.answers["in charge"]
    if not known:
        known[0, 0] = frozenset(key for one in context.lines if (key := _told(context, one.first, one.last)))
    bodies: frozenset[str] = known[0, 0]
    return bodies


def provides_audit(context: Context) -> tuple[str, ...]:
    """ "Internal audit is provided by the Audit Partnership": the body of which the text says so, found once."""
    known = context.answers["provides audit"]
    if not known:
        found = (
            _behind(context, k, one.last) for one in context.lines for k in _provided(context, one.first, one.last)
        )
        known[0, 0] = tuple(key for key in found if key)[:1]
    bodies: tuple[str, ...] = known[0, 0]
    return bodies


def _provided(context: Context, first: int, last: int) -> list[int]:
    """The verbs of "internal audit is provided"."""
    lows = context.tokens.lows
    places = (k for k in range(first, last - 4) if lows[k : k + 2] == ["internal", "audit"])
    return [m for k in places for m in range(k + 2, min(last, k + 6)) if lows[m] in _PROVIDED and lows[m - 1] in BE]


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
