"""Bodies that minutes call by a common noun: "the force", "the trust", "the inspectorate".

Comes in: a noun in small letters behind "the".  Goes out: the key of the one body of the meeting, else of the document, that is called so, or
``None``.  The one idea: the words of its name say what a body is called; where two answer to the noun, the one named last is meant.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts.context import Context
from kg.lexicon.lists import lists
from kg.patterns import expression

_ACTING = lists("acting")
_CALLED = frozenset(tuple(pair.split()) for pair in _ACTING.words("common-bodies"))
_ENDING = frozenset(tuple(pair.split()) for pair in _ACTING.words("common-endings"))
_NOUNS = frozenset(noun for _, noun in _CALLED | _ENDING)
_OTHERS = _ACTING.words("never-common")
_FIELD = expression(r" (?:of|for|in) ")
_FAR = 250  # tokens
_NO_AGENT = _ACTING.words("no-agent-before")


def common_body(context: Context, i: int, last: int) -> str | None:
    """The body named by a common noun at token ``i``, which stands behind "the"."""
    tokens = context.tokens
    noun = tokens.bases[i]
    if noun not in _NOUNS or tokens.words[i].isupper() or (i + 1 < last and tokens.lows[i + 1] in _NO_AGENT):
        return None
    keys = _known(context, noun)
    return keys[0] if len(keys) == 1 else _latest(context, keys, i)


def called(context: Context, noun: str) -> str | None:
    """The one body of the meeting, else of the document, that a common noun means."""
    keys = _known(context, noun) if noun in _NOUNS else ()
    return keys[0] if len(keys) == 1 else None


def _known(context: Context, noun: str) -> tuple[str, ...]:
    """The bodies that answer to a noun; several rules ask for those of the same."""
    known = context.answers["common-body"]
    asked = (hash(noun), 0)
    if asked not in known:
        known[asked] = _find(context, noun)
    keys: tuple[str, ...] = known[asked]
    return keys


def _latest(context: Context, keys: tuple[str, ...], i: int) -> str | None:
    """Of several that answer to the noun, the one that was named last, not long before."""
    for at in reversed(context.named_in(max(0, i - _FAR), i)):
        if (key := context.key_at(at)) in keys:
            return key
    return None


def _find(context: Context, noun: str) -> tuple[str, ...]:
    cast = context.cast
    here = dict.fromkeys(key for one in cast.present() if (key := cast.body_of(one)))
    if cast.resolver.main_body:
        here[cast.resolver.main_body] = None
    for keys in (tuple(here), tuple(draft.key for draft in cast.table.of_type(*BODIES))):
        called = [key for key in keys if _is_called(context, key, noun)]
        if called:
            return tuple(called)
    return ()


def _is_called(context: Context, key: str, noun: str) -> bool:
    draft = context.cast.table.get(key)
    words = _FIELD.split(draft.label.lower(), maxsplit=1)[0].split() if draft is not None else []
    thing = context.lexicon.registry.things.get(key)
    kind = thing is not None and thing.kind == noun
    ends = bool(words) and (words[-1], noun) in _ENDING
    return kind or ends or (any((word, noun) in _CALLED for word in words) and not _OTHERS & set(words))
