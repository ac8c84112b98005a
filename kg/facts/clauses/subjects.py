"""The subject of a clause: one agent or several, with what stands between them and the verb.

Comes in: a token.  Goes out: the :class:`Subject` that begins there.  The one idea: brackets and appositions between
commas do not end a subject; commas and "and" join agents.
"""

from __future__ import annotations

from kg.facts.clauses.actors import actor_at, possessive
from kg.facts.clauses.shapes import Subject
from kg.facts.context import Context
from kg.facts.words import ADVERBS


def subject_at(context: Context, i: int, last: int) -> Subject | None:
    """The subject that begins at a token: one agent or several joined by commas and "and"."""
    tokens = context.tokens
    first_actor = actor_at(context, i, last)
    if first_actor is None or possessive(context, first_actor):
        return None
    actors = [first_actor]
    j = skip_apposition(context, first_actor.last, last)
    while j < last:
        k = j
        if tokens.words[k] == ",":
            k += 1
        if (k < last and tokens.bases[k] in {"and", "with"}) or (
            k < last and tokens.lows[k : k + 3] == ["together", "with"]
        ):
            k += 1
        elif k == j:
            break
        if tokens.lows[k : k + 1] == ["both"]:
            k += 1
        another = actor_at(context, k, last) if k < last else None
        if another is None or possessive(context, another) or another.word in {"he", "she", "it"}:
            break
        if tokens.words[j] == "," and tokens.bases[k - 1] != "and" and not _list_goes_on(context, another.last, last):
            break
        if k == j:
            break
        actors.append(another)
        j = skip_apposition(context, another.last, last)
    return Subject(tuple(actors), i, j)


def _list_goes_on(context: Context, i: int, last: int) -> bool:
    """Behind "A, B": does "and C" or ", C" follow, so that the comma joins?"""
    return i < last and (context.tokens.bases[i] == "and" or context.tokens.words[i] == ",")


def skip_apposition(context: Context, i: int, last: int) -> int:
    """The token after brackets and appositions between commas: "(ex-head of …)", ", the Registrar of Ferries,"."""
    tokens = context.tokens
    while i < last:
        if tokens.words[i] in {"(", "["}:
            closing = ")" if tokens.words[i] == "(" else "]"
            end = next((k for k in range(i, min(last, i + 40)) if tokens.words[k] == closing), None)
            if end is None:
                return i
            i = end + 1
            continue
        if tokens.words[i] in {",", "–", "-"} and i + 1 < last:
            mark = tokens.words[i]
            k = i + 1
            if (
                tokens.lows[k]
                in {
                    "the",
                    "a",
                    "an",
                    "who",
                    "whose",
                    "as",
                    "on",
                    "from",
                    "in",
                    "for",
                    "representing",
                    "speaking",
                    "chair",
                    "deputy",
                    "like",
                    "of",
                    "at",
                    "by",
                    "while",
                    "having",
                }
                or k in context.mention_at
                or tokens.lows[k] in ADVERBS
            ):
                end = next((m for m in range(k, min(last, k + 22)) if tokens.words[m] == mark), None)
                if end is not None and end + 1 < last:
                    after = end + 1
                    if tokens.bases[after] == "and" or after in context.mention_at:
                        return i
                    i = after
                    continue
        return i
    return i
