"""Which rules a sentence is worth asking.

Comes in: with each rule, the lists of words of which it needs one each to say anything.  Goes out: the signs that each token shows, and a sentence with
all its tokens.  The one idea: there are hundreds of rules, and each has something to say of few sentences; a list is one bit, so that whether a
sentence shows all that a rule needs is one comparison of two numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import count, repeat
from operator import or_
from typing import Any, TypeVar

from kg.facts.words import OWNERS
from kg.lexicon import Lexicon
from kg.sentences import Tokens

Rule = TypeVar("Rule", bound=Callable[..., Any])
EVERY = -1  # all signs that there are: of a sentence whose words nobody has looked at
_numbers = count()
_SIGNS: dict[str, int] = {}
_OF_LEXICON: dict[int, Callable[[Lexicon], Iterable[str]]] = {}
_OF_GENITIVES = [0]  # the signs that a word shows in the genitive too
_WIDER: dict[int, int] = {}  # of a sign, those that its words show too
_NEEDED: dict[Callable[..., Any], int] = {}


def sign(words: Iterable[str], *others: int) -> int:
    """The sign of a list of words in lower case, and of the words of other signs."""
    bit = 1 << next(_numbers)
    for word in words:
        _SIGNS[word] = _SIGNS.get(word, 0) | bit
    for other in others:
        _WIDER[other] = _WIDER.get(other, 0) | bit
    return bit


def sign_of(words: Callable[[Lexicon], Iterable[str]], *, genitives: bool = False) -> int:
    """The sign of words that a lexicon holds, and it may be of their ``genitives``."""
    bit = sign(())
    _OF_LEXICON[bit] = words
    _OF_GENITIVES[0] |= bit if genitives else 0
    return bit


NAMES = sign(())  # a name begins here: noted by the context of a document
NOUNS = sign_of(lambda words: words.predicates.nouns)  # that name an act
VERBS = sign_of(lambda words: words.predicates.verbs)  # that tell one
ADJECTIVES = sign_of(lambda words: words.predicates.adjectives)
UNDERTAKINGS = sign_of(lambda words: words.undertakings.cues)  # that name an undertaking, or the doing of one
ROLES = sign_of(
    lambda words: (form for role in words.role_words for form in (role, f"{role}s"))
)  # that say what somebody is: "officer", "clerks"
OWNING = sign(OWNERS)  # what owns the next word: "her", and all in the genitive


def needs(*signs: int) -> Callable[[Rule], Rule]:
    """The rule is asked only of sentences that show every one of these signs."""

    def noted(rule: Rule) -> Rule:
        _NEEDED[rule] = together(signs)
        return rule

    return noted


def needed(rule: Callable[..., Any]) -> int:
    """The signs that a rule needs: none where it may have something to say of any sentence."""
    return _NEEDED.get(rule, 0)


def together(signs: Iterable[int]) -> int:
    """The signs that some tokens show together."""
    return reduce(or_, signs, 0)


def shown_by(tokens: Tokens, words: Lexicon) -> list[int]:
    """The signs of each token."""
    signs = words.signs or _learn(words)
    owner = OWNING | _WIDER.get(OWNING, 0)
    shown = list(map(signs.get, tokens.lows, repeat(0)))
    for i in tokens.marked:
        shown[i] |= signs.get(tokens.bases[i], 0) & _OF_GENITIVES[0]
        if "'" in tokens.lows[i]:
            shown[i] |= owner
    return shown


def _learn(words: Lexicon) -> dict[str, int]:
    """Note with a lexicon the signs of every word: once, when all rules are known, and all of them at one stroke."""
    signs = dict(_SIGNS)
    for bit, known in _OF_LEXICON.items():
        for word in known(words):
            signs[word] = signs.get(word, 0) | bit
    for word, shown in signs.items():
        signs[word] = shown | together(wider for other, wider in _WIDER.items() if shown & other)
    words.signs.update(signs)  # whoever reads beside this sees none of them, or all
    return words.signs
