"""How firmly each way of telling the future binds."""

from __future__ import annotations

from kg.facts.clauses import VerbGroup
from kg.facts.words import ACTING, FINITE, UNBOUND, is_limited

FUTURE = {"will": "committed", "shall": "committed", "'ll": "committed", "would": "committed", "going to": "committed", "is to": "planned", "are to": "planned",
           "was to": "planned", "were to": "planned", "due to": "planned", "set to": "planned", "scheduled to": "planned", "planned to": "planned",
           "expected to": "planned", "intended to": "planned", "meant to": "planned", "be to": "planned", "should": "planned", "unlikely to": "unlikely"}  # fmt: skip
SCHEDULED = frozenset(
    {"is to", "are to", "due to", "meant to", "expected to", "intended to", "scheduled to", "planned to", "set to"}
)

NOTHING = frozenset({"no", "none", "nothing", "nobody", "neither"})  # "no Bill was expected before the autumn"
HOPES = frozenset("hoped hopes hope hoping wished trusted".split())
_HANGING = frozenset("whether if how why what when where unless once until who".split())

_HEARSAY = ACTING.words("hearsay")

_RUMOURED = _HEARSAY | {"talk"}
_TOLD_BEFORE = ACTING.words("told-before")
_NEAR = 9
_OPENING = frozenset({"there", "it"})


_SILENCE = frozenset({"until", "till", "before", "public", "publicly", "further"})
_TIMES = frozenset({"date", "dates", "time", "times", "slot", "slots", "day", "days"})
_AIMS = frozenset({"aims", "plans", "intends", "expects", "hopes", "proposes"})


def keeps_silent(lows: list[str], k: int, last: int) -> bool:
    """ "(will not) comment until it is out": silence that is promised."""
    return lows[k] == "comment" and not _SILENCE.isdisjoint(lows[k:last])


def offers_times(lows: list[str], k: int) -> bool:
    """ "(will) suggest some dates": what is to be sent, and no sign of anything."""
    return lows[k] == "suggest" and not _TIMES.isdisjoint(lows[k + 1 : k + 4])


def rumoured(lows: list[str], first: int, last: int) -> int:
    """Up to where a sentence only tells what others say or have said: "There had been talk, she said, that the two would be merged", "It had been
    announced that the office would close"; nowhere where it tells none."""
    if lows[first] not in _OPENING:
        return 0
    told = lows[first : min(last, first + _NEAR)]
    before = told[:3] == ["it", "had", "been"] and not _TOLD_BEFORE.isdisjoint(told[3:5])
    if not before and (told[:1] != ["there"] or _RUMOURED.isdisjoint(told) or "no" in told[:4]):
        return 0
    return next((k for k in range(first, last) if lows[k] in {";", "but"}), last)


def is_hearsay(lows: list[str], k: int, first: int) -> bool:
    """ "A risk that (cases would be lost)": is what begins at a token only feared or rumoured?"""
    return lows[k - 1] == "that" and k - 2 >= first and lows[k - 2] in _HEARSAY


def hangs(lows: list[str], k: int, first: int) -> bool:
    """Does the clause at a token hang on a question word, a condition or a rumour?"""
    if is_hearsay(lows, k, first):
        return True
    return (
        not _HANGING.isdisjoint(lows[max(first, k - 3) : k])
        and any(
            lows[m] in _HANGING
            and (lows[m] != "when" or lows[m - 1] != ",")  # "in October, when two inspectors will be there"
            and (lows[m] != "once" or lows[m - 1] != "at")  # "said at once that she would write"
            and lows[m : m + 2] != ["until", "then"]  # "Until then the Trust will keep it"
            for m in range(max(first, k - 3), k)
        )
    )


_UNDERSTOOD = frozenset({"understanding", "understood"})


def is_understood(lows: list[str], first: int, last: int) -> bool:
    """ "Her understanding was that …", "He understood that …": what others have told is no opinion; nor a memorandum of understanding."""
    return not _UNDERSTOOD.isdisjoint(lows[first:last]) and any(
        lows[k] in _UNDERSTOOD and lows[k - 1] != "of" for k in range(first, last)
    )


def is_unbound(lows: list[str], group: VerbGroup, last: int) -> bool:
    """ "would sooner wait", "would do so only if asked": a preference or a limit, and no promise."""
    rather = not group.negated and not UNBOUND.isdisjoint(lows[group.first : group.head + 1])
    return rather or is_limited(lows, group.head, last)


def aims(lows: list[str], start: int, last: int) -> bool:
    """ "Aims to finish by May.", of whoever spoke before, beside "Plans to close it were dropped"."""
    return lows[start] in _AIMS and lows[start + 1] == "to" and FINITE.isdisjoint(lows[start + 2 : last])
