"""Verbs of inspecting without a finite form: "Seaview, inspected by HI in May, was …", "Having audited the stores, HI …", "the idea of HI auditing them".

Comes in: the token of the verb.  Goes out: the tokens of what is inspected, or of whoever does it, with the status that the words before tell.  The
one idea: a participle between commas tells of the name before it, "having" of the subject behind it, a gerund of the one before it.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import skipped
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES, OWNERS

_DAYS = frozenset({"last", "earlier", "twice", "once", "recently", "this", "again"})
_IN = frozenset({"in", "on", "during", "at", "since"})
_SINCE = _IN | {"between", "before", "after", "by"}
_OF_SOME = frozenset({"of", "in", "at", "among", "amongst"})
_LISTING = frozenset({"and", ",", "jointly", "together", "itself", "themselves"})
_PLEAS = WORDS.words("pleas")


def beside_name(context: Context, line: Line, v: int, end: int) -> tuple[int, int] | None:
    """The name that "Seaview, inspected by HI on 26 January, was …" tells of: a capital before the comma, an agent or a time behind."""
    tokens = context.tokens
    if v - 2 < line.first or tokens.words[v - 1] != "," or not tokens.lows[v].endswith("ed"):
        return None
    first = v - 1
    while first > line.first and tokens.words[first - 1][0].isupper():
        first -= 1
    behind = tokens.lows[end] if end < line.last else ""
    dated = behind in _DAYS or (behind in _IN and is_time(context, end + 1, line.last))
    return (first, v - 1) if first < v - 1 and (behind == "by" or dated) else None


def of_those(context: Context, line: Line, v: int, end: int) -> tuple[int, int] | None:
    """What "Of the nine homes inspected since May, two had …" tells of: a plural behind a preposition, with a time behind the participle."""
    tokens = context.tokens
    if not tokens.lows[v].endswith("ed") or not tokens.lows[v - 1].endswith("s") or v - 2 <= line.first:
        return None
    timed = tokens.lows[end] in _DAYS or (tokens.lows[end] in _SINCE and is_time(context, end + 1, line.last))
    first = next((k for k in range(v - 2, max(line.first, v - 7), -1) if tokens.lows[k] in ARTICLES), -1)
    closed = "," in tokens.words[end : end + 8]
    return (first, v) if timed and closed and first > line.first and tokens.lows[first - 1] in _OF_SOME else None


def subject_behind(context: Context, line: Line, first: int, end: int) -> tuple[int, int] | None:
    """The tokens from the comma to the verb in "Having audited the stores in May, an HI team had left …"."""
    lows = context.tokens.lows
    if lows[first] != "having" or first > line.first + 1:
        return None
    comma = next((k for k in range(end, line.last) if lows[k] == ","), -1)
    return (comma + 1, min(line.last, comma + 10)) if comma > 0 else None


def gerund(context: Context, line: Line, v: int) -> tuple[str, int] | None:
    """The status and the first token of the subject in "support for | HI and the Board auditing …", "talk of | their inspecting …"."""
    lows = context.tokens.lows
    if not lows[v].endswith("ing") or v - 1 <= line.first:
        return None
    k = v
    while k > line.first and (
        skipped(lows[k - 1])
        or lows[k - 1] in _LISTING
        or lows[k - 1] in OWNERS
        or lows[k - 1] in ARTICLES
        or context.within_name(k - 1)
    ):
        k -= 1
    if k == v or not (any(context.within_name(m) for m in range(k, v)) or OWNERS.keys() & set(lows[k:v])):
        return None
    frames = context.lexicon.undertakings.frames
    found = (
        name.meaning
        for m in range(max(line.first, k - 5), k)
        for end, name in frames.at(context.tokens, m, k)
        if end == k
    )
    status = next(
        (one for one in found if one in {"proposed", "unlikely"}),
        "proposed" if lows[k - 1] == "of" and _PLEAS & set(lows[k - 3 : k]) else None,
    )
    return (status, k) if status else None
