"""To the left of an undertaking's noun: where its phrase begins, and whose it is.

Comes in: the token of the noun.  Goes out: the first token of the phrase, with the tokens of the body whose it is.  The one idea: walk left over
what may qualify a noun until an article, a possessor or a verb stands.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.groups import is_done
from kg.facts.inspections.matter import OF, STOP
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES, PREPOSITIONS
from kg.model import EntityType, Mention

_PARTICIPIAL = WORDS.words("participles")
# though phrases of progress begin with them
_NO_VERBS = WORDS.words("numbers") | WORDS.words("shares") | {"programme", "a", "pay"}
_PROFESSIONS = WORDS.words("professions")
_BETWEEN_PHRASES = PREPOSITIONS - {"like"} | {"and", "or", "not", "out"}
_ACTORS = BODIES | {EntityType.POST, EntityType.PERSON, EntityType.COLLECTIVE}
_TIMES = WORDS.words("times") | {"time", "while"}
_STOP_BUT_TIMES = STOP - {"next", "this", "last", "early", "later"}
POSSESSIVE = frozenset({"its", "their", "our", "his", "her", "my"})


def left_edge(
    context: Context, line: Line, noun: int, ends: dict[int, Mention]
) -> tuple[int, tuple[int, int] | None, bool]:
    """The first token of the phrase; the body whose it is; whether "own" says so."""
    tokens, i, own = context.tokens, _before_short_name(context, noun, ends), False
    lows, named = tokens.lows, i
    while i > line.first and noun - i < 9:
        if (mention := ends.get(i)) is not None and mention.first >= line.first:
            own_by = own or _is_joint(lows, mention, named, line.first)
            owner = _owner(context, mention, own=own_by) or _by_short_name(context, line, mention, noun)
            start = (
                mention.first - 1
                if lows[mention.first - 1] in {"the", "a", "an"} and mention.first > line.first
                else mention.first
            )
            if owner:
                return start, owner, own
            if lows[i - 1].endswith(("'s", "s'")):
                return start, None, own
            i = mention.first
            continue
        low = lows[i - 1]
        if low.endswith("'s") and lows[i - 2] == "the" and clauses.common_body(context, i - 1, i):
            return i - 2, (i - 1, i), own
        if (
            low.endswith("'s")
            and context.tokens.words[i - 1][0].isupper()
            and clauses.called(context, context.tokens.bases[i - 1])
        ):
            return i - 1 - (lows[i - 2] == "the"), (i - 1, i), own  # "Force's own audit", "The Board's review"
        if low.endswith(("'s", "s'")) and (start := _capitals(context, line, i)) < i - 1:
            return start, (start, i), own
        if low == "and" and i - 3 >= line.first and lows[i - 3] in ARTICLES and not context.mention_at.get(i - 2):
            i -= 2  # "a second and wider review"
            continue
        if low in POSSESSIVE or low == "whose":
            return i - 1, (i - 1, i), own
        if low == "such" and i - 1 > line.first and lows[i - 2] not in {"a", "an"}:
            i -= 1  # "the last such inspection"
            continue
        if low == "that" and i < noun and i - 1 > line.first and lows[i - 2] not in PREPOSITIONS:
            return i, None, own  # "proposed that outside accountants audit": no article
        if low in ARTICLES or low == "another":
            return i - 1 - (low in {"a", "an"} and lows[i - 2] == "such"), None, own
        own = own or low == "own"
        if _ends_phrase(context, line, i - 1):
            return i, None, own
        i -= 1
    return i, None, own


def _before_short_name(context: Context, noun: int, ends: dict[int, Mention]) -> int:
    """Before "(LI)" in "Loughs Inspectorate (LI) inquiry": the token that a name ends at, else the noun itself."""
    words = context.tokens.words
    bracketed = words[noun - 1] == ")" and words[noun - 3] == "(" and words[noun - 2].isupper()
    return noun - 3 if bracketed and noun - 3 in ends else noun


def _capitals(context: Context, line: Line, i: int) -> int:
    """Where the words in capitals begin that end before ``i`` ("Harbottle Pym's audit"), of which none is a known name."""
    k = i
    while k - 1 > line.first and context.tokens.words[k - 1][0].isupper() and not context.name_around(k - 1):
        k -= 1
    return k - (
        k - 1 == line.first
        and k < i
        and context.tokens.words[k - 1][0].isupper()
        and k - 1 not in context.mention_at
        and context.tokens.lows[k - 1] not in ARTICLES
    )


def _owner(context: Context, mention: Mention, *, own: bool) -> tuple[int, int] | None:
    """A possessor, or an inspecting body before the noun ("HMIC inspection", "the trust's audit")."""
    lows = context.tokens.lows
    possessive = lows[mention.last - 1].endswith(("'s", "s'"))
    key = context.cast.by_first.get(mention.first)
    kind = context.type_of(key) if key else None
    if kind is EntityType.INSPECTORATE or (possessive and kind in _ACTORS):
        return (mention.first, mention.last)
    if kind in BODIES and (own or key in context.inspectors()):
        return (mention.first, mention.last)
    return None


def _is_joint(lows: list[str], mention: Mention, noun: int, first: int) -> bool:
    """ "a joint HMIP and Audit Board review": names behind "joint" and right before the noun are of those who do it."""
    return mention.last == noun and "joint" in lows[max(first, mention.first - 9) : mention.first]


def _by_short_name(context: Context, line: Line, mention: Mention, noun: int) -> tuple[int, int] | None:
    """ "RQIA review", "Cefas inquiry into landings", "ICO audit of the cameras": a body of one word is whose a review or an inquiry is,
    and whose anything is that tells of what it is.
    """
    lows = context.tokens.lows
    key = context.cast.by_first.get(mention.first)
    body = key is not None and (context.type_of(key) in BODIES or _is_by_letters(context, key, mention))
    draft = context.cast.table.get(key) if key else None
    learned = draft is not None and bool(_PROFESSIONS & set(draft.label.lower().split()))
    alone = (mention.last - mention.first == 1 or learned) and (
        mention.first == line.first or lows[mention.first - 1] not in OF
    )
    nouns, last = context.lexicon.undertakings, min(noun + 5, line.last)
    head, kind = next(
        (
            (m, one[1])
            for m in range(noun, last)
            if (one := nouns.noun_at(context.tokens, m, line.first)) and one[0] == noun
        ),
        (noun, None),
    )
    told_of = (
        alone
        and lows[head + 1 : head + 2] != []
        and lows[head + 1] in OF
        and "'" not in lows[mention.last - 1]
        and mention.last == noun
    )
    own = kind is not None and (kind.meaning in {"review", "inquiry"} or told_of)
    return (mention.first, mention.last) if body and alone and own else None


def _is_by_letters(context: Context, key: str, name: Mention) -> bool:
    """ "AQ review of lamps": one present, by the letters that stand for his or her name or post."""
    return context.tokens.words[name.first].isupper() and context.cast.holder(key) in context.cast.here


def _qualifies(lows: list[str], comma: int) -> bool:
    """ "a further, well-led inspection", "the full, unannounced one": does an adjective stand before the comma?"""
    if lows[comma - 2] not in ARTICLES:
        return False
    low = lows[comma - 1]
    return low.endswith(("t", "l", "d", "c")) or (
        lows[comma - 2] != "the" and low.endswith(("r", "e", "f", "w", "h", "ng")) and low not in _TIMES
    )


def _ends_phrase(context: Context, line: Line, k: int) -> bool:
    """Is the word at ``k`` no part of a noun phrase that goes on to its right?"""
    tokens = context.tokens
    low = tokens.lows[k]
    if not low[0].isalnum():
        return not (low == "," and k > line.first and _qualifies(tokens.lows, k))
    if low in _STOP_BUT_TIMES or low in _BETWEEN_PHRASES:
        return True
    if low in _PARTICIPIAL or (len(low) > 1 and tokens.words[k].isupper()) or low in context.lexicon.inspection_types:
        return False
    before = tokens.lows[k - 1] if k > line.first else ""
    determined = before in ARTICLES or before.endswith("'s") or before in {"own", "new", "recent"}
    if low in context.lexicon.undertakings.stages:
        return not determined and is_done(low) and k > line.first
    if is_done(low) and not determined and "-" not in low:
        return True
    return low in context.lexicon.undertakings.phases and not determined and low not in _NO_VERBS
