"""Participles of inspecting without "is" or "has": "14 of 31 blocks inspected", "to have every record audited".

Comes in: the token of such a participle.  Goes out: where it stands, and the tokens of what is inspected.  The one idea: what has been counted off
is done, in part where some are left; who has a thing inspected lets another do it.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Tense, group_at, skipped
from kg.facts.inspections.notes import part_of
from kg.facts.inspections.statuses import aim_of
from kg.facts.words import ARTICLES, BE, MODALS, OWNERS

_HAVING = frozenset({"have", "get"})
_CLAUSE = frozenset({"that", "which", "it", "they", "he", "she", "we"})
_ENDS = frozenset({"that", ",", ";", ":", "–"})


def bare_participle(context: Context, line: Line, v: int) -> tuple[str, tuple[int, int]] | None:
    """Where what stands before the participle at ``v`` stands, with its tokens, or ``None`` where the participle has an object."""
    lows = context.tokens.lows
    if not lows[v].endswith("ed") or lows[v + 1] in ARTICLES or v + 1 in context.mention_at:
        return None
    return _caused(context, line, v) or _counted(context, line, v)


def is_had(context: Context, line: Line, v: int) -> bool:
    """ "have their accounts audited": does somebody have a thing inspected by others?"""
    lows = context.tokens.lows
    if not lows[v].endswith("ed"):
        return False
    k = next(
        (k for k in range(v - 2, max(line.first, v - 8), -1) if lows[k] in _HAVING or lows[k] in {"has", "had"}), -1
    )
    return k > 0 and (lows[k + 1] in ARTICLES or lows[k + 1] in OWNERS or lows[k + 1] in {"every", "all", "each"})


def _counted(context: Context, line: Line, v: int) -> tuple[str, tuple[int, int]] | None:
    """ "14 of 31 blocks inspected"."""
    first = next((k for k in range(v - 3, max(line.first, v - 8) - 1, -1) if part_of(context, k, v)), -1)
    return ("under-way", (first, v)) if first >= 0 and not _CLAUSE & set(context.tokens.lows[first:v]) else None


def _caused(context: Context, line: Line, v: int) -> tuple[str, tuple[int, int]] | None:
    """ "undertook to have every record audited", "will get the accounts audited"."""
    lows = context.tokens.lows
    for k in range(v - 2, max(line.first, v - 12), -1):
        if lows[k] in _ENDS:
            return None
        if lows[k] not in _HAVING:
            continue
        if lows[k - 1] == "to":
            aim = aim_of(context, k - 1, line.first)
            if aim is None and (lows[k - 2] in BE or (skipped(lows[k - 2]) and lows[k - 3] in BE)):
                return "planned", (k + 1, v)  # "is to have its accounts audited"
            return (aim[0], (k + 1, v)) if aim else None
        group = group_at(context, k, line.first)
        status = "planned" if group.tense is Tense.FUTURE else "proposed"
        return (status, (k + 1, v)) if lows[k - 1] in MODALS and not group.negated else None
    return None
