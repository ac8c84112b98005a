"""What a reply tells of the undertaking that the question before it was about: "there were no plans for one", "It would, in May".

Comes in: the line behind a question.  Goes out: a status, or ``None``.  The one idea: a reply leaves the undertaking out; what is left is a
modal with or without "not", a frame before "one", or "one" with a verb.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import group_at
from kg.facts.inspections.statuses import status_of
from kg.facts.words import BEING, MODALS, NOT

_IT = frozenset({"it", "there", "this", "they", "that"})
_ONE = frozenset({"one", "it", "this", "any", "that", "such"})
_ENDS = frozenset({".", ",", ";"})
_REFUSED = frozenset({"declined", "refused", "demurred"})
_FIRM = frozenset({"will", "would", "shall"})


def reply(context: Context, line: Line) -> str | None:
    """Where the undertaking of a question stands by this reply to it."""
    return _framed(context, line) or _short(context, line) or _of_one(context, line) or _of_it(context, line)


def turned_down(context: Context, line: Line) -> bool:
    """ "Ofsted declined.", "HMIP had refused to do so.": no more than that somebody will not do what was asked."""
    lows = context.tokens.lows
    k = next((k for k in range(line.first + 1, min(line.last, line.first + 7)) if lows[k] in _REFUSED), -1)
    after = k + 1 + 3 * (lows[k + 1 : k + 4] in (["to", "do", "so"], ["to", "do", "it"]))
    return k > 0 and not NOT & set(lows[line.first : k]) and _ends(context, line, after)


def _framed(context: Context, line: Line) -> str | None:
    """ "there were no plans for one"."""
    tokens = context.tokens
    for k in range(line.first, line.last - 1):
        for end, name in context.lexicon.undertakings.frames.at(tokens, k, line.last):
            if end < line.last and tokens.lows[end] in _ONE and _ends(context, line, end + 1):
                return name.meaning
    return None


def _short(context: Context, line: Line) -> str | None:
    """ "It would not, the Chief Inspector replied", "There would, in May", "Not this year"."""
    lows = context.tokens.lows
    if lows[line.first] in {"not", "no"}:
        return "unlikely"
    for k in range(line.first, line.last - 1):
        if lows[k] in _IT and lows[k + 1] in MODALS:
            denied = k + 2 < line.last and lows[k + 2] in NOT
            after = k + 2 + denied
            if _ends(context, line, after) or lows[after : after + 2] == ["be", "one"]:
                return "unlikely" if denied else "planned" if lows[k + 1] in _FIRM else "proposed"
    return None


def _of_one(context: Context, line: Line) -> str | None:
    """ "one was planned for May", "none was in prospect"."""
    tokens = context.tokens
    for k in range(line.first, line.last - 2):
        if tokens.lows[k] not in {"one", "none"}:
            continue
        for m in range(k + 1, min(line.last, k + 5)):
            found = context.lexicon.undertakings.phase_at(tokens, m, line.last)
            status = status_of(found[1], group_at(context, m, k + 1)) if found else None
            if status:
                return "unlikely" if tokens.lows[k] == "none" else status
    return None


def _of_it(context: Context, line: Line) -> str | None:
    """ "that it had been cancelled", "that the review was finished"."""
    tokens = context.tokens
    for k in range(line.first, line.last - 2):
        named = tokens.lows[k] == "the" and context.lexicon.undertakings.noun_at(tokens, k + 1, k + 1)
        first = k + 1 + bool(named)
        if not (named or tokens.lows[k] == "it") or tokens.lows[k - 1] != "that" or tokens.lows[first] not in BEING:
            continue
        for m in range(first + 1, min(line.last, first + 4)):
            found = context.lexicon.undertakings.phase_at(tokens, m, line.last)
            if status := status_of(found[1], group_at(context, m, first)) if found else None:
                return status
    return None


def _ends(context: Context, line: Line, k: int) -> bool:
    return k >= line.last or context.tokens.words[k] in _ENDS
