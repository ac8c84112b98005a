"""What "like", "want" and "wish" do: "liked the tone" is welcome, "wished her luck" too, "wanted to think about it" is a view.

Comes in: a predicate of wishing in its clause.  Goes out: the act where it is no request, or ``None``.  The one idea: a request is for something or for
somebody's deed; a past liking, good wishes and one's own deed are none.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import Match
from kg.facts.context import Context
from kg.facts.words import BEFALLEN, MODALS, NO_DEEDS, OBJECTS, PRONOUNS
from kg.lexicon.lists import lists

_NEAR = 12
_OF_OTHERS, _KEPT = lists("speaking").words("wanted-of-others"), lists("speaking").words("kept")


def wished(context: Context, found: Match) -> str | None:
    """The act of a wish that asks nothing of anybody."""
    lows, base, k = context.tokens.lows, found.predicate.base, found.last
    behind = lows[k] if k + 1 < len(lows) else "."
    if base == "like":
        return "welcomed" if lows[found.first] == "liked" and behind not in {"to", "."} else None
    if base == "want":
        return "opined" if behind == "to" and lows[k + 1] not in _OF_OTHERS else None
    if base == "wish":
        end = k + 1 if behind in OBJECTS else context.mention_at[k].last if k in context.mention_at else None
        return "welcomed" if end is not None and end < len(lows) and lows[end] not in {"to", "'s"} else None
    return None


def dreaded(context: Context, found: Match, last: int) -> bool:
    """ "anxious that nothing should be lost", "that the visit would clash": what somebody fears, and asks of nobody."""
    lows, k = context.tokens.lows, found.last
    if found.predicate.base != "be anxious" or lows[k : k + 1] != ["that"]:
        return False
    at = next((m for m in range(k + 1, min(last - 1, k + _NEAR)) if lows[m] in MODALS), None)
    group = clauses.verb_group(context, at, last) if at is not None else None
    if at is None or group is None or group.head >= last:
        return False
    thing = clauses.subject_at(context, k + 1, last) is None
    return lows[at] != "should" or (thing and lows[group.head] in (BEFALLEN if group.be else NO_DEEDS))


def kept(context: Context, found: Match, last: int) -> str | None:
    """ "wished it to be recorded that he dissented", "wanted it minuted that she opposed it": what whoever wants a record says of themselves."""
    lows, k = context.tokens.lows, found.last
    if found.predicate.base.split()[-1] not in _KEPT or lows[k : k + 1] != ["that"] or lows[k + 1] not in PRONOUNS:
        return None
    group = clauses.verb_group(context, k + 2, last)
    said = clauses.match(context, group, last) if group is not None and group.head < last else None
    return said.predicate.act if said is not None else None
