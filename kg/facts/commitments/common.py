"""Those who act without a name: "officers will circulate it", "the acting head is to bring a timetable", "the local authority intends to …".

Comes in: the token at which a clause begins, and that at which its sentence does.  Goes out: whom its words name by what they are, and the token behind them.  The one idea: a noun for
people, with what stands before it, is a name as far as it goes; of whom it is, nobody needs to be told.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts.context import Context
from kg.facts.signs import ROLES, sign
from kg.facts.words import ACTING, CREWS, STAFF
from kg.model import EntityType
from kg.terms import slug

_PEOPLE = ACTING.words("people") | CREWS | STAFF
_UNNAMED_BODIES = ACTING.words("unnamed-bodies")
_SEVERAL = _PEOPLE | _UNNAMED_BODIES
_DETERMINERS = frozenset("the his her its their our both all some local two three four several other".split())
_NOT_IN_A_NAME = ACTING.words("not-in-a-name")
_GOING_ON = frozenset({"of", "and", "or", "'s"})
_LONGEST = 4  # words behind the article
_NOUNS = sign(_SEVERAL) | ROLES


def may_name_somebody(context: Context) -> frozenset[int]:
    """The tokens of a document at which somebody may be named by a common noun: it stands there or a few words behind."""
    nouns = context.showing(_NOUNS, 0, len(context.signs))
    return frozenset().union(*(range(noun - _LONGEST, noun + 1) for noun in nouns))


def common_agent(context: Context, k: int, last: int, begin: int) -> tuple[str, int] | None:
    """The key of whoever is named by a common noun at a token, and the token behind the noun; ``None`` where nobody is."""
    tokens, first = context.tokens, k
    if first < last and tokens.lows[first] in _DETERMINERS:
        first += 1
    for m in range(first, min(last - 1, first + _LONGEST)):
        capital = m == begin and tokens.lows[m] in _PEOPLE
        if not (tokens.words[m].islower() or capital) or tokens.lows[m] in _NOT_IN_A_NAME or m in context.mention_at:
            return None
        if _is_people(context, tokens.lows[m], alone=first == k) and tokens.lows[m + 1] not in _GOING_ON:
            return _named_before(context, begin, first, m) or _taken(context, first, m + 1), m + 1
    return None


def _named_before(context: Context, begin: int, first: int, m: int) -> str | None:
    """ "Meridian Health had lost a third of its nurses; the company …": the body that the sentence named before."""
    if context.tokens.lows[m] not in _UNNAMED_BODIES or m != first or context.tokens.lows[first - 1] != "the":
        return None
    keys = (context.key_at(i) for i in reversed(context.named_in(begin, first)))
    return next((key for key in keys if key and context.type_of(key) in BODIES), None)


def _is_people(context: Context, low: str, *, alone: bool) -> bool:
    """Is it a noun for those who act; one of them only behind an article?"""
    if low in _PEOPLE:
        return True
    if low in _UNNAMED_BODIES:
        return not alone
    roles = context.lexicon.role_words
    return (low in roles and not alone) or (low.endswith("s") and low[:-1] in roles)


def _taken(context: Context, first: int, end: int) -> str:
    """The post or group that the words name, made once for the document."""
    tokens = context.tokens
    words = " ".join(tokens.lows[first:end])
    several = tokens.lows[end - 1].endswith("s") or tokens.lows[end - 1] in _SEVERAL
    kind = EntityType.GROUP if several else EntityType.POST
    draft = context.cast.resolver.table.take(
        f"{kind.value}/{slug(words)}", kind, f"{words[0].upper()}{words[1:]}", tokens.span(first, end), "those who act"
    )
    draft.tentative = True
    return draft.key
