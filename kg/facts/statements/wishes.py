"""What "like", "want" and "wish" do: "liked the tone" is welcome, "wished her luck" too, "wanted to think about it" is a view.

Comes in: a predicate of wishing in its clause.  Goes out: the act where it is no request, or ``None``.  The one idea: a request is for something or for
somebody's deed; a past liking, good wishes and one's own deed are none.
"""

from __future__ import annotations

from kg.facts.clauses import Match
from kg.facts.context import Context
from kg.facts.words import OBJECTS
from kg.lexicon.lists import lists

_REFLECTING = lists("speaking").words("reflecting")


def wished(context: Context, found: Match) -> str | None:
    """The act of a wish that asks nothing of anybody."""
    lows, base, k = context.tokens.lows, found.predicate.base, found.last
    behind = lows[k] if k + 1 < len(lows) else "."
    if base == "like":
        return "welcomed" if lows[found.first] == "liked" and behind not in {"to", "."} else None
    if base == "want":
        return "opined" if behind == "to" and lows[k + 1] in _REFLECTING else None
    if base == "wish":
        end = k + 1 if behind in OBJECTS else context.mention_at[k].last if k in context.mention_at else None
        return "welcomed" if end is not None and end < len(lows) and lows[end] not in {"to", "'s"} else None
    return None
