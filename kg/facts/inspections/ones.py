"""An undertaking told by "one" or "that": "the thematic on separation was done, and the one on education would follow".

Comes in: a line in which an undertaking was named.  Goes out: a :class:`Phrase` of the same kind.  The one idea: "the one on" and "that of" stand for the
noun before them, with a matter of their own.
"""

from __future__ import annotations

from dataclasses import replace

from kg.facts.context import Context, Line
from kg.facts.inspections.matter import about_at
from kg.facts.inspections.phrases import Phrase
from kg.facts.words import ARTICLES, AUXILIARIES

_MATTER = frozenset({"of", "on", "into", "at", "concerning"})
_OPENING = frozenset({"and", ";", ",", "but", "while", "whereas"})
_ORDINAL = frozenset({"second", "third", "other", "new", "further", "last", "next", "later", "similar", "joint"})


def one_after(context: Context, line: Line, named: Phrase) -> Phrase | None:
    """ "the one on education", "that of Feltham", "another into escorts" behind the undertaking that a line named, or ``None``."""
    lows = context.tokens.lows
    for k in range(max(named.last, line.first + 1), line.last - 2):
        if (
            lows[k] == "another"
            and lows[k - 1] in _OPENING
            and (lows[k + 1] in AUXILIARIES or context.lexicon.undertakings.phase_at(context.tokens, k + 1, line.last))
        ):
            return replace(
                named, first=k, noun=k, head=k, last=k + 1, about=named.about, owner=None, own=False, own_pronoun=False, oblique=False,
                definite=False,
            )  # fmt: skip
        if (
            lows[k + 1] not in _MATTER
            or lows[k - 1 - _led(lows, k)] not in _OPENING
            or lows[k] not in {"one", "that", "another"}
        ):
            continue
        about = about_at(context, line, k)
        if about[0] < about[1] and not (lows[k] == "that" and lows[k + 1] != "of"):
            return replace(
                named, first=k - _led(lows, k), noun=k, head=k, last=about[1], about=about, owner=None, own=False, own_pronoun=False, oblique=False,
                definite=True,
            )  # fmt: skip
    return None


def before_joint(context: Context, first: int) -> int:
    """Before the marks and the "and" that lead a token."""
    while context.tokens.lows[first - 1] in _OPENING:
        first -= 1
    return first


def _led(lows: list[str], k: int) -> int:
    """How many words lead "one": "the", "the second", "a further"."""
    if lows[k] != "one":
        return 0
    ordinal = int(lows[k - 1] in _ORDINAL)
    return ordinal + (lows[k - 1 - ordinal] in ARTICLES)
