"""Verbs that no vocabulary lists and that decline: "would not hear of it", "did not feel able to sign", "would rather wait".

Comes in: the verb group of a participant's clause.  Goes out: the act that the group does, or ``None``.  The one idea: what is refused or left
open is told by an auxiliary with a short phrase behind it; the phrases are data (``data/lexicon/speaking.toml``).
"""

from __future__ import annotations

from kg.facts.clauses import VerbGroup
from kg.facts.context import Context
from kg.lexicon.lists import lists

_SPEAKING = lists("speaking")
_SPURNED = _SPEAKING.words("spurned")
_UNREADY = _SPEAKING.words("unready")
_UNKNOWN = _SPEAKING.words("unknown")
_LONGEST = 3  # words of a phrase


def declined(context: Context, group: VerbGroup) -> str | None:
    """The act of a verb group that declines, prefers or does not know."""
    lows = context.tokens.lows
    if group.modal == "would" and "rather" in lows[group.first : group.head]:
        return "opined"
    if not group.negated:
        return None
    said = [" ".join(lows[group.head : group.head + length]) for length in range(1, _LONGEST + 1)]
    if group.modal in {"would", "could"} and not _SPURNED.isdisjoint(said):
        return "disagreed"
    if (group.did or group.modal == "could") and not _UNREADY.isdisjoint(said):
        return "disagreed"
    return "informed" if group.did and not _UNKNOWN.isdisjoint(said) else None
