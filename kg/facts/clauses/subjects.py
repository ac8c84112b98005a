"""The subject of a clause: one agent or several, with what stands between them and the verb.

Comes in: a token.  Goes out: the :class:`Subject` that begins there.  The one idea: brackets and appositions between
commas do not end a subject; commas and "and" join agents.
"""

from __future__ import annotations

from kg.facts.clauses.actors import MAY_BEGIN, actor_at, possessive
from kg.facts.clauses.memory import remembered_at
from kg.facts.clauses.verbs import verb_group
from kg.facts.context import Context
from kg.facts.shapes import Actor, Subject
from kg.facts.words import ADVERBS, MODALS, POSSESSIVES, PREPOSITIONS, SHARED_TITLES, SUBORDINATORS

_LONGEST_NAME = 5
_JOINING = frozenset({"and", "with", "/", "+"})
_GOING_ON = frozenset({"he", "she", "it"})


@remembered_at(MAY_BEGIN)
def subject_at(context: Context, i: int, last: int) -> Subject | None:
    """The subject that begins at a token: one agent or several joined by commas and "and"."""
    tokens = context.tokens
    if tokens.lows[i] == "neither" and (neither := _neither(context, i, last)):
        return neither
    first_actor = actor_at(context, i, last)
    if tokens.lows[i] in SHARED_TITLES and (several := _titled(context, i, last)):
        return several
    if first_actor is None or possessive(context, first_actor):
        return None
    actors = [first_actor]
    j = skip_apposition(context, first_actor.last, last)
    while j < last:
        k = j
        if tokens.words[k] == ",":
            k += 1
        if k < last and tokens.bases[k] in _JOINING:
            k += 1
        elif k == j:
            break
        if tokens.lows[k] == "both":
            k += 1
        another = actor_at(context, k, last) if k < last else None
        if another is None and tokens.bases[k - 1] == "and" and (end := _unknown_end(context, k, last)):
            return Subject(tuple(actors), i, end)
        # "and she" goes on with another clause, "and her office" does not
        if another is None or possessive(context, another) or (another.word in _GOING_ON and not another.staff):
            break
        if tokens.words[j] == "," and tokens.bases[k - 1] != "and" and not _list_goes_on(context, another.last, last):
            break
        if k == j:
            break
        actors.append(another)
        j = skip_apposition(context, another.last, last)
    return Subject(tuple(actors), i, j)


def _titled(context: Context, i: int, last: int) -> Subject | None:
    """ "Cllrs Hobday and Swift", "Messrs Orr, Bain and Tait": those present of these surnames behind one title."""
    tokens, actors, k = context.tokens, [], i + 1
    while k < last and tokens.words[k][0].isupper():
        key = _by_surname(context, tokens.lows[k])
        if key is None:
            return None
        actors.append(Actor(k, k + 1, key=key))
        k += 1
        if k + 1 < last and tokens.words[k + 1][0].isupper() and tokens.words[k] in {",", "and", "&"}:
            k += 1
    return Subject(tuple(actors), i, k) if len(actors) > 1 else None


def _by_surname(context: Context, surname: str) -> str | None:
    """The only one present of a surname."""
    found = context.cast.with_surname(surname)
    return found[0] if len(found) == 1 else None


def _neither(context: Context, i: int, last: int) -> Subject | None:
    """ "Neither A nor B": both are the subject, and what they did is denied."""
    one = actor_at(context, i + 1, last) if i + 1 < last else None
    nor = skip_apposition(context, one.last, last) if one else last
    if one is None or nor + 1 >= last or context.tokens.lows[nor] != "nor":
        return None
    other = actor_at(context, nor + 1, last)
    return Subject((one, other), i, skip_apposition(context, other.last, last)) if other else None


def _unknown_end(context: Context, k: int, last: int) -> int | None:
    """Behind "the Board and": the token after a name that nothing tells of ("One Voice Wales"), if a verb follows it."""
    words, end = context.tokens.words, k
    if end < last and context.tokens.lows[end] == "the":
        k = end = end + 1
    while end < last and end - k < _LONGEST_NAME and words[end][0].isupper():
        end += 1
    if end == k or end >= last or context.tokens.lows[end] not in MODALS:
        return None
    return end


def _list_goes_on(context: Context, i: int, last: int) -> bool:
    """Behind "A, B": does "and C" or ", C" follow, so that the comma joins?  Short names in brackets aside."""
    if i < last and context.tokens.words[i] == "(":
        i = next((k + 1 for k in range(i, min(last, i + 4)) if context.tokens.words[k] == ")"), i)
    return i < last and (context.tokens.bases[i] == "and" or context.tokens.words[i] == ",")


def skip_apposition(context: Context, i: int, last: int) -> int:
    """The token after brackets and insertions: "(ex-head of …)", ", the Registrar of Ferries,", ", drawing it together,"."""
    words, lows = context.tokens.words, context.tokens.lows
    while i < last and lows[i] in _INSERTING:
        if words[i] in _BRACKETS:
            end = next((k + 1 for k in range(i, min(last, i + 40)) if words[k] == _BRACKETS[words[i]]), None)
        elif lows[i] == "for":
            end = i + 3 if _is_own_part(context, i, last) else None
        elif lows[i] == "in":
            end = i + 2 if lows[i + 1] == "turn" else None
        else:
            end = _insertion_end(context, i, last) if i + 1 < last else None
        if end is None:
            return i
        i = end
    return i


def _is_own_part(context: Context, i: int, last: int) -> bool:
    """Does "for her part" stand here, without commas?"""
    lows = context.tokens.lows
    return i + 3 < last and lows[i + 1] in POSSESSIVES and lows[i + 2] == "part"


_BRACKETS = {"(": ")", "[": "]"}
_INSERTING = _BRACKETS.keys() | {"for", "in", ",", "–", "-"}  # with which brackets and insertions begin
_INSERTED = frozenset(
    """
    the a an who whose which as on from in for representing speaking chair deputy like of at by while having upon after following with without
    through under before though when if
    """.split()
)


_RELATIVES = frozenset({"whom", "which", "whose"})
_MUCH = frozenset("much greatly visibly clearly somewhat evidently plainly deeply".split())


def _insertion_end(context: Context, i: int, last: int) -> int | None:
    """The token after the mark that closes what another mark opened, or ``None`` where nothing is inserted."""
    tokens, k = context.tokens, i + 1
    mark = tokens.words[i]
    after = next((m + 1 for m in range(k, min(last - 1, k + 22)) if tokens.words[m] == mark), None)
    if after is None:
        return None
    relative = tokens.lows[k] in PREPOSITIONS and tokens.lows[k + 1] in _RELATIVES  # ", to whom a mother had written,"
    if tokens.lows[k] in _INSERTED or k in context.mention_at or tokens.lows[k] in ADVERBS or relative:
        return None if tokens.bases[after] == "and" or after in context.mention_at else after
    k += tokens.lows[k] in _MUCH and k + 1 < last  # ", much heartened,"
    if tokens.lows[k].endswith(("ing", "ed")) or tokens.lows[k] in SUBORDINATORS:
        return after if verb_group(context, after, last) is not None else None
    return None
