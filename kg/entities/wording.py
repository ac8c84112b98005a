"""What the words of a body's name tell by themselves: a shorter form of another, whose office, how it is written.

Comes in: names.  Goes out: yes or no, or a name.
"""

from __future__ import annotations

from kg.lexicon.lists import lists
from kg.patterns import expression

_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "with", "at", "by", "from"})
_ACRONYMS = frozenset(lists("titles").ordered("acronyms"))
_PREFIXES = frozenset(lists("titles").ordered("prefixes"))  # "Sub-committee", but "North-West"
_NO_WORD = expression(r"[B-DF-HJ-NP-TVXZ]{2,}")  # without a vowel, w and y among them: "NHS", but "CWM"
_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
OFFICE = "Office of the "
_SHORTEST = 2  # letters of a person's initials


def shortens(name: str, label: str) -> bool:
    """Are the words, in their order, some of a longer name's, the head among them ("Fire Authority", "Lagan Trust")?"""
    low, long = name.lower(), label.lower()
    words, all_words = low.split(), long.split()
    if words[0] not in all_words or long.endswith((f" and {low}", f" & {low}")):
        return False  # the latter are two bodies that were taken for one
    left = iter(all_words)
    return long.endswith(words[-1]) and len(all_words) > len(words) and all(word in left for word in words)


def holder_of_office(name: str) -> str | None:
    """Whose office a name tells: "Victims' Commissioner's Office", "Office of the Registrar"."""
    low = name.lower()
    if low.startswith(OFFICE.lower()):
        return name[len(OFFICE) :]
    for tail in (" office", " private office"):
        if low.endswith(tail):
            holder = name[: -len(tail)]
            own = holder.endswith(("'s", "s'")) or (holder.isupper() and " " not in holder and len(holder) < 6)
            return holder.removesuffix("'s").removesuffix("'") if own else None
    return None


def is_acronym(word: str) -> bool:
    """Can these letters be those of a body, before a title in it ("IOPC Head of Policy")?"""
    return len(word) > _SHORTEST and word.isalpha() and word.isupper()


def in_small_letters(name: str) -> str:
    """A name of several words that is written in capitals as names are written elsewhere; what is an acronym stays one.

    >>> in_small_letters("BOARD OF TRADE"), in_small_letters("NORTH-WEST NHS TRUST (WALES)")
    ('Board of Trade', 'North-West NHS Trust (Wales)')
    """
    if not name.isupper() or " " not in name:
        return name
    return " ".join(
        word.lower() if word.lower() in _SMALL and i else _in_small_letters(word) for i, word in enumerate(name.split())
    )


def _in_small_letters(word: str) -> str:
    letters = word.strip("(),.")
    if letters in _ACRONYMS or _NO_WORD.fullmatch(letters):
        return word
    small = word.capitalize()
    return small if small.partition("-")[0] in _PREFIXES else _WORD.sub(lambda part: part[0].capitalize(), word)


def plain_title(title: str) -> str:
    """A title in small letters; a Director for Probation is the Director of Probation.

    >>> plain_title("Director for Probation")
    'director of probation'
    """
    return title.lower().replace(" for ", " of ")
