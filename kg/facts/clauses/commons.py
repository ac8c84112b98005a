"""Bodies that minutes call by a common noun: "the force", "the trust", "the inspectorate".

Comes in: a noun in small letters behind "the".  Goes out: the key of the one body of the meeting, else of the document, that is called so, or
``None``.  The one idea: the words of its name say what a body is called; where two answer to the noun, nobody is meant for certain.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts.context import Context
from kg.lexicon.lists import lists

_ACTING = lists("acting")
_CALLED = frozenset(tuple(pair.split()) for pair in _ACTING.words("common-bodies"))
_NOUNS = frozenset(noun for _, noun in _CALLED)
_OTHERS = _ACTING.words("never-common")
_NO_AGENT = _ACTING.words("no-agent-before")


def common_body(context: Context, i: int, last: int) -> str | None:
    """The body named by a common noun at token ``i``, which stands behind "the"."""
    tokens = context.tokens
    noun = tokens.bases[i]
    if noun not in _NOUNS or not tokens.words[i][0].islower() or (i + 1 < last and tokens.lows[i + 1] in _NO_AGENT):
        return None
    known = context.answers["common-body"]
    asked = (hash(noun), 0)
    if asked not in known:
        known[asked] = _find(context, noun)
    key: str | None = known[asked]
    return key


def _find(context: Context, noun: str) -> str | None:
    cast = context.cast
    here = dict.fromkeys(key for one in cast.present() if (key := cast.body_of(one)))
    if cast.resolver.main_body:
        here[cast.resolver.main_body] = None
    for keys in (tuple(here), tuple(draft.key for draft in cast.table.of_type(*BODIES))):
        called = [key for key in keys if _is_called(context, key, noun)]
        if called:
            return called[0] if len(called) == 1 else None
    return None


def _is_called(context: Context, key: str, noun: str) -> bool:
    draft = context.cast.table.get(key)
    words = draft.label.lower().split() if draft is not None else []
    return any((word, noun) in _CALLED for word in words) and not _OTHERS & set(words)
