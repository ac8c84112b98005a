"""An agent that closed words and numbers tell: "she", "both councils", "the two of them", "all three".

Comes in: the token of the pronoun or of its article.  Goes out: the :class:`Actor` that begins there, or ``None``.  The one idea: a number or "both" means
people where a noun for people or bodies, or what people do, stands behind it; else it counts things.
"""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.shapes import Actor
from kg.facts.words import ACTING, ARTICLES, BE, MODALS, OF_TWO, PRONOUNS

_WHOLE = frozenset({"both", "all", "each", "neither"})
_PAIR = ACTING.words("several-people") | {"of", "them", "us"}
_BODIES = ACTING.words("several-bodies")
_ONE_BODY = ACTING.words("one-body")
_THOSE_WHO_MEET = frozenset({"offices", "organisations"})
PEOPLE_OF_TWO = _PAIR | _BODIES
_NUMBERS = frozenset("two three four five six pair".split())
_COUNTED = _NUMBERS - {"two", "pair"}
_LONGEST_TITLE, _TWO = 4, 2
_MEETING = frozenset({"meet", "speak", "talk", "write", "confer", "reconvene"})


def pronoun_at(context: Context, i: int, j: int, last: int) -> Actor | None:
    """ "she", "both", "both of them", "both councils", "the two commissioners", "the three of them"."""
    lows = context.tokens.lows
    if j == i and lows[j] in PRONOUNS:
        k = i + 1
        follows = lows[k + 1] if k + 1 < last else ""
        if lows[j] == "both" and (end := _titles_end(context, k, last)):
            return Actor(i, end, word="both posts")
        if lows[j] == "neither" and k < last and lows[k] in ARTICLES:
            return None  # "Neither the review nor its findings"
        if lows[j] == "each" and k < last and lows[k] in _ONE_BODY:
            return Actor(i, k + 1, word="each body", staff="bodies")
        if lows[j] == "each" and k < last and lows[k] != "of" and not _is_alone(context, k):
            return None  # "Each department would …"
        felt = follows in BE and k + 2 < last and lows[k + 2] in context.lexicon.predicates.adjectives
        spoke = felt or follows in context.lexicon.predicates.verbs  # "All three were disappointed"
        if lows[j] == "all" and k < last and lows[k] in _COUNTED and (spoke or _meet(lows[k + 1 : k + 5])):
            return Actor(i, k + 1, word=lows[k])
        if lows[j] == "all" and k < last and lows[k] in _COUNTED and follows in _BODIES:
            return Actor(i, k + 2, word="all bodies", staff="bodies")
        if lows[j] == "all" and k < last and lows[k] in _COUNTED:
            return None  # "All six due in June": things
        if lows[j] in {"both", "all"} and k < last and lows[k] in _BODIES:
            return Actor(i, k + 1, word=f"{lows[j]} bodies", staff="bodies")
        if (
            lows[j] in _WHOLE
            and k < last
            and lows[k] in {"parties", "sides", "bodies", "present", "of", "members", "attendees"}
        ):
            k += 1 if lows[k] != "of" or k + 1 >= last else 2 if follows in {"them", "us", "you"} else 3
        return Actor(i, k, word=lows[j])
    if lows[i] == "the" and i + 2 < last and lows[i + 1] in OF_TWO and _is_alone(context, i + 2):
        return Actor(i, i + 2, word=lows[i + 1])
    if lows[i] == "the" and i + 2 < last and lows[i + 1] in _THOSE_WHO_MEET and _is_alone(context, i + 2):
        return Actor(i, i + 2, word="both bodies", staff="bodies")  # "The offices agreed to meet every year"
    if lows[i] == "the" and i + 1 < last and (lows[i + 1] in _NUMBERS or lows[i + 1] == "parties"):
        return _numbered_at(context, i, last)
    return None


def _meet(behind: list[str]) -> bool:
    """ "All three are to meet again", "All four will speak in May": what people do."""
    auxiliary = behind[:1] and (behind[0] in MODALS or behind[:2] in (["are", "to"], ["were", "to"]))
    return bool(auxiliary) and not _MEETING.isdisjoint(behind[1:])


def _is_alone(context: Context, i: int) -> bool:
    """Does a verb stand behind "the former", and no noun ("the former head of policy")?"""
    low = context.tokens.lows[i]
    return low in MODALS or low in BE or low in {"has", "had", "have", "to"} or low in context.lexicon.predicates.verbs


def _numbered_at(context: Context, i: int, last: int) -> Actor | None:
    """ "the two of them", "the two offices", "the three bodies", "the parties"."""
    lows, k = context.tokens.lows, i + 2
    two = lows[i + 1] in {"two", "pair", "parties"}
    if k < last and lows[k] in _BODIES:
        return Actor(i, k + 1, word="both bodies" if two else "all bodies", staff="bodies")
    if two and (end := _titles_end(context, k, last)):
        return Actor(i, end, word="both posts")
    while k < last and lows[k] in _PAIR:
        k += 1
    if not two and lows[k - 1] not in {"them", "us"}:
        return None
    return Actor(i, k, word="both" if two else lows[i + 1])


def _titles_end(context: Context, k: int, last: int) -> int:
    """The token behind "Chief Inspectors", "Ombudsmen": a title in the plural, in capitals, of several who are there; or 0."""
    words, end = context.tokens.words, k
    while end < last and end - k < _LONGEST_TITLE and words[end][:1].isupper() and words[end].isalpha():
        end += 1
    return end if end > k and len(context.cast.titled(words[k:end])) == _TWO else 0
