"""The two sides of a meeting.

Comes in: who speaks.  Goes out: the other side, where two bodies meet.  The one idea: those present fall into the bodies that they are of; whoever
is of none is a side of his or her own.
"""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.words import ACTING

_MEETING = ACTING.words("meeting-again")
_BEHIND = ACTING.words("behind-meeting")
_NEAR = 5  # tokens from a subject to the verb


def sides(context: Context) -> dict[str, list[str]]:
    """The bodies that those present are of, each with its people."""
    if not context.sides:
        for key in context.cast.present():
            context.sides.setdefault(context.cast.body_of(key) or key, []).append(key)
    return context.sides


def meeting(context: Context) -> tuple[str, ...]:
    """The bodies of which somebody was there from beginning to end; whoever came for one item is no party to the rest."""
    stayed = set(context.cast.throughout())
    return tuple(side for side, people in sides(context).items() if not stayed.isdisjoint(people))


def other_side(context: Context, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Of two bodies that meet, the one that the speakers are not of; the person, where it sent but one."""
    bodies = sides(context)
    if len(bodies) != 2:
        return ()
    ours = {side for side, people in bodies.items() for key in speakers if key in people or key == side}
    if len(ours) != 1:
        return ()
    (other,) = bodies.keys() - ours
    return (other,) if len(bodies[other]) > 1 else (bodies[other][0],)


def meet_again(context: Context, k: int) -> bool:
    """ "They agreed to meet again", "will speak in May": behind a subject, what those who meet do among themselves."""
    lows = context.tokens.lows
    near = range(k, min(len(lows) - 1, k + _NEAR))
    return any(lows[m] in _MEETING and (lows[m + 1] in _BEHIND or not lows[m + 1][0].isalnum()) for m in near)
