"""How far a verb of inspecting reaches: where its clause begins and ends, and where its subject and object do.

Comes in: tokens of a line.  Goes out: a token.  The one idea: a clause ends at a mark or where another verb takes over.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import skipped
from kg.facts.words import AUXILIARIES, BE, HAVE, MODALS

QUESTIONS = frozenset({"how", "whether", "why"})
_STOP = (
    BE
    | MODALS
    | HAVE
    | frozenset(
        """
    that which who where when while but because since so although if whether as than unless until before after
    with by under from against during over through – , ; : ?
    """.split()
    )
)
_ENDS = AUXILIARIES | {"which", "who", "but", "and"}
_STOP_BUT_OTHERS = _STOP - {"with", "by", "from", "under"}


def clause_start(context: Context, line: Line, verb: int) -> int:
    """Where the clause of a verb begins."""
    tokens = context.tokens
    return next(
        (
            m + 1
            for m in range(verb - 1, line.first - 1, -1)
            if tokens.words[m] in {",", ";", ":"}
            or tokens.lows[m] == "that"
            or (tokens.lows[m] in {"and", "but"} and m + 1 in context.mention_at)
        ),
        line.first,
    )


def subject_end(context: Context, first: int, verb: int) -> int:
    """Where the subject before a verb ends."""
    lows = context.tokens.lows
    return next((m for m in range(first, verb) if lows[m] in _STOP_BUT_OTHERS), verb)


def object_begin(context: Context, first: int) -> int:
    """Where the object behind a verb begins: behind "to" of a place ("return to the home")."""
    lows, words = context.tokens.lows, context.tokens.words
    return first + (lows[first] == "to" and (lows[first + 1] == "the" or words[first + 1][0].isupper()))


def object_end(context: Context, line: Line, first: int) -> int:
    """Where the object behind a verb ends."""
    tokens = context.tokens
    last = first
    if first < line.last and tokens.lows[first] in {
        "in",
        "on",
        "at",
        "before",
        "again",
        "next",
        "later",
        "this",
        "once",
        "as",
    }:
        return first
    last += first < line.last and tokens.lows[first] in QUESTIONS
    while last < line.last and last - first < 16 and tokens.lows[last] not in _STOP and tokens.words[last] != ".":
        if tokens.lows[last] in {"in", "on"} and last > first:
            break
        last += 1
    while last > first and (skipped(tokens.lows[last - 1]) or tokens.lows[last - 1] in {"and", "again"}):
        last -= 1
    return last


def clause_end(context: Context, line: Line, first: int) -> int:
    """Where the clause of a verb ends."""
    tokens = context.tokens
    for m in range(first, line.last):
        if tokens.words[m] in {";", ".", ":", "?", "–"}:
            return m
        if tokens.words[m] == "," and m + 1 < line.last and tokens.lows[m + 1] in _ENDS:
            return m
        if tokens.lows[m] == "and" and m + 1 < line.last and tokens.lows[m + 1] in AUXILIARIES | {"that"}:
            return m
    return line.last
