"""Names of persons, posts and bodies by their shape, as attendance lists and action owners write them.

Comes in: a few words.  Goes out: how far a name reaches, and whether a phrase is a post.  The one idea: in a list the shape and a
known first name or honorific are enough; what the name stands for is worked out later.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kg.lexicon.first_names import first_names
from kg.lexicon.heads import COMPASS, FIRMS, NATIONS
from kg.lexicon.lists import lists
from kg.patterns import expression
from kg.structure.words import (
    BODY_HEADS,
    HONORIFICS,
    NAMED_AFTER,
    PARTICLES,
    PERSONAL_TITLES,
    PLAIN_HONORIFICS,
    POST_HEADS,
    ROLE_MODIFIERS,
    SUFFIXES,
)

_TOKEN = expression(r"(?:[ADT]/(?=[A-Z]))?[^\s,;:()\[\]|/–—]+")
_BETWEEN = expression(r"[\s\-‑’'.]+")  # parts of a name
_INITIAL = expression(r"[A-ZÁÉÍÓÚ]\.?(?:[A-Z]\.)*$")
_SURNAME = expression(r"[^\W\d_](?:[^\W\d_]|[-‑’'.](?=[^\W\d_]))+$")
LETTERS = expression(r"[A-Z](?:[A-Z]|Mc|O[’'])?[A-Z]")  # by which minutes may name a person
_HEAD_END = expression(r"\s(?:of|for|to|in|at|with|on|from|under|and head|within|responsible)\s|[,(–—]|\s-\s")
_JOINING = frozenset("of for and the to in on with or".split())  # in capitals too: "STATUS OF THIS RECORD"
_PARTICLES = tuple(PARTICLES)
_STYLED = ("her ", "his ")
_STYLES = lists("titles").words("styles")  # "Her Honour Judge Stannard"
_AREAS = ("district", "county", "circuit", "borough", "city", "town", "parish", "resident")  # "District Judge Mabbs"
_NO_FIRST = tuple("the any all item action no next at on in by from for with of to held".split())
_AFTER_SOMEBODY = lists("names").words("named-after-somebody")
_PLACES_OF_SOMEBODY = _AFTER_SOMEBODY - {"college", "arms"}
_CHIEF = ("chief", "deputy", "non", "senior", "account", "assistant", "former", "interim", "acting", "joint")


class Name(NamedTuple):
    """Where a name ends in the text, and whether it is surely one (a known first name, an honorific, initials)."""

    end: int
    sure: bool


_NO_NAME = Name(0, sure=False)
_MOST_WORDS = 16  # of a name with its titles, and behind it
_MEMORY = 64  # phrases: as many as the rules of one list ask for again and again


@lru_cache(_MEMORY)
def read_name(text: str) -> Name:
    """The name of a person at the beginning of the text; ``end`` is 0 where there is none.

    >>> read_name("Dr Tobias Renshawe, Midmarches Navigation Trust").end
    18
    >>> read_name("Carol Tullo Director, Information Policy").end
    11
    >>> read_name("Chief Inspector of Harbours").end
    0
    >>> read_name("Aneurin Bevan University Health Board").end
    0
    """
    if (text[:1].islower() and not text.startswith(_STYLED)) or text.lower().startswith(NAMED_AFTER):
        return _NO_NAME
    if text[:1].isupper() and _goes_on_small(text):
        return _NO_NAME
    tokens = list(_tokens(text))
    honorifics = _honorifics(tokens)
    run = _run(text, tokens, honorifics)
    titled = honorifics > 0 and any(_low(tokens[i][0]) in PLAIN_HONORIFICS for i in range(honorifics))
    if len(run) < 2 and not (titled and run):
        return _NO_NAME
    if _is_other(tokens, honorifics, run):
        return _NO_NAME
    last = honorifics + len(run) - 1
    while (
        last + 1 < len(tokens)
        and tokens[last + 1][0].lower().rstrip(".") in SUFFIXES
        and tokens[last + 1][0][0].isupper()
    ):
        if text[tokens[last][2] : tokens[last + 1][1]].strip():
            break
        last += 1
    first = run[0].lower().rstrip(".")
    sure = titled or first in first_names() or _is_initial(run[0]) or first.split("-")[0] in first_names()
    return Name(tokens[last][2], sure)


def _goes_on_small(text: str) -> bool:
    """Is there no second word, or one in small letters that is no part of a name ("Members noted")?"""
    words = text.split(maxsplit=2)
    return len(words) < 2 or (words[1][0].islower() and not words[1].startswith(_PARTICLES))


def is_name(text: str) -> bool:
    """Is the whole text the name of a person, as far as its shape goes?"""
    stripped = text.strip()
    return bool(stripped) and read_name(stripped).end == len(stripped)


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """Words up to the first separator, double space or tab, or one that is of no name; with their places."""
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text[:120]):
        if found:
            gap = text[found[-1][2] : match.start()]
            if gap.strip() or "\t" in gap or "\n" in gap or len(gap) > 1:
                break
        word = match[0]
        ends = (
            word.endswith(".")
            and len(word) > 2
            and _low(word) not in HONORIFICS
            and "." not in word[:-1]
            and _low(word) != "st"
        )
        found.append((word[:-1], match.start(), match.end() - 1) if ends else (word, match.start(), match.end()))
        small = len(found) > 1 and not word[0].isupper() and _low(word) not in PARTICLES
        if ends or small or len(found) == _MOST_WORDS:
            break
    return found


def _is_initial(word: str) -> bool:
    """ "J", "J.", "J.R.": a letter alone, or several with full stops."""
    return (len(word) == 1 or "." in word) and _INITIAL.match(word) is not None


def _low(word: str) -> str:
    return word.lower().rstrip(".")


def _honorifics(tokens: list[tuple[str, int, int]]) -> int:
    if len(tokens) < 2:
        return 0
    first, count = _low(tokens[0][0]), 0
    if first in _AREAS:
        count = int(_low(tokens[1][0]) in PLAIN_HONORIFICS)
    elif first in ("her", "his"):
        count = int(len(tokens) > 2 and _low(tokens[1][0]) in _STYLES)
    elif first not in HONORIFICS:
        return 0
    while count < len(tokens) - 1 and _low(tokens[count][0]) in HONORIFICS and tokens[count][0][0].isupper():
        count += 1
    named_so = count == 1 and first in first_names() and first not in PLAIN_HONORIFICS
    return 0 if named_so else count  # "Dean Holt"


def _run(text: str, tokens: list[tuple[str, int, int]], start: int) -> list[str]:
    """The words of the name itself, without honorifics."""
    run: list[str] = []
    weight = 0  # particles and initials do not count
    for word, _, end in tokens[start:]:
        low = _low(word)
        if weight >= 2 and (
            low in POST_HEADS or low in BODY_HEADS or low in SUFFIXES or (word.isupper() and len(word) > 1)
        ):
            return run
        if low in PARTICLES and run and not word[0].isupper():
            run.append(word)
            continue
        initial = _is_initial(word)
        if not (initial or (word[0].isupper() and _is_surname(word))) or _is_owner(word):
            break
        if low in _JOINING:
            break
        run.append(word)
        weight += not initial
        if end == len(text) or len(run) == 5:
            break
    return _cut(text, tokens, start, run)


def _is_surname(word: str) -> bool:
    """Letters, and marks between them."""
    return (word.isalpha() and len(word) > 1) or _SURNAME.match(word) is not None


def _is_owner(word: str) -> bool:
    """ "Penhaligon's staff officer" is not Penhaligon."""
    return not word.isalpha() and word.lower().endswith(("'s", "’s", "s'", "s’"))


def _cut(text: str, tokens: list[tuple[str, int, int]], start: int, run: list[str]) -> list[str]:
    """A name that runs on into other words without a separator is two words long."""
    if len(run) < 3 and not (run and run[-1] in PARTICLES):
        return run
    follows = tokens[start + len(run)][1] if start + len(run) < len(tokens) else len(text)
    runs_on = start + len(run) < len(tokens) and not text[tokens[start + len(run) - 1][2] : follows].strip()
    while run and run[-1] in PARTICLES:
        run = run[:-1]
    weights = [i for i, word in enumerate(run) if not _is_initial(word) and word not in PARTICLES]
    if len(weights) > 2 and (runs_on or len(weights) > 4):
        return run[: weights[1] + 1]
    return run


def _is_other(tokens: list[tuple[str, int, int]], start: int, run: list[str]) -> bool:
    """Is it a post, a body or a heading, though it looks like a name?"""
    lows = [word.lower().rstrip(".") for word in run]
    known = lows[0] in first_names()
    if _is_owned(tokens, start + len(run)):
        return True
    if start and len(run) > 1 and _names_a_place(tokens, start + len(run)):
        return True  # "Sir Walter Scott Academy"
    if start and _low(tokens[start - 1][0]) in PERSONAL_TITLES:
        return False  # "Ms West", "Sir Paul England"
    if (lows[-1] in NATIONS and len(run) > 1 and not known) or (lows[-1] in FIRMS and len(run) > 1 + known):
        return True  # "Road Haulage Scotland", "Alder Valley Homes"
    if (lows[0] in ROLE_MODIFIERS and not known) or (len(run[0]) > 2 and run[0].isupper() and not run[-1].isupper()):
        return True
    if lows[0] in POST_HEADS or lows[0] in BODY_HEADS or lows[0] in _NO_FIRST:
        return not (known and len(run) > 1)
    if known or start or (_is_initial(run[0]) and "." in run[0]):
        return False  # "B. Prior" as well
    follows = tokens[len(run)][0].lower() if len(run) < len(tokens) else ""
    return lows[-1] in POST_HEADS or lows[-1] in BODY_HEADS or follows in BODY_HEADS


def _names_a_place(tokens: list[tuple[str, int, int]], after: int) -> bool:
    """Are the words, with a title, the name of a school or the like: do they end with its head, or does it stand right behind them?"""
    last, follows = tokens[after - 1][0], tokens[after][0] if after < len(tokens) else ""
    return last.lower() in _PLACES_OF_SOMEBODY or (follows.lower() in _AFTER_SOMEBODY and follows[0].isupper())


def _is_owned(tokens: list[tuple[str, int, int]], after: int) -> bool:
    """Does a possessive follow the words ("Lantern Line's lead")?"""
    return after < len(tokens) and _is_owner(tokens[after][0]) and tokens[after][0][0].isupper()


@lru_cache(_MEMORY)
def is_post(phrase: str) -> bool:
    """Does the phrase name a post?  Its head decides: "Head of Policy" is one, "Office of the Commissioner" is none.

    >>> is_post("Deputy Director, Transparency Team"), is_post("Health and Safety Executive"), is_post("Cabinet Office")
    (True, False, False)
    """
    head = _HEAD_END.split(phrase.strip().lower(), maxsplit=1)[0].replace("’", "'").split()
    if not head:
        return False
    if len(head) > 1 and head[-1] in NATIONS and head[-2] in POST_HEADS:  # "Children's Commissioner Wales"
        head = head[:-1]
    region = len(head)
    while region and head[region - 1] in COMPASS:
        region -= 1
    if region and head[region - 1] in POST_HEADS:  # "Director South East"
        head = head[:region]
    word = head[-1].strip(".'")
    if word == "general" and len(head) > 1:  # "Director General"
        return head[-2] in POST_HEADS
    if word == "executive":
        return head[0] in _CHIEF or head[0].startswith("non-") or len(head) == 1
    if word in ("social", "head"):
        return word == "head"
    if head[0] in _CHIEF and len(head) > 1 and word not in BODY_HEADS:  # "Chief Ranger"
        return True
    return word in POST_HEADS or (word.endswith("s") and word[:-1] in POST_HEADS and word not in BODY_HEADS)


def is_body_name(phrase: str) -> bool:
    """Is the phrase as a whole the name of a body: does it end with the head of one ("Westshire Fire and Rescue Service")?"""
    words = phrase.split()
    return len(words) > 1 and words[-1].lower().strip(".,()'") in BODY_HEADS and words[-1][0].isupper()


def is_body(phrase: str) -> bool:
    """Does the phrase look like the name of a body: a head such as "Department" or "Trust", or an acronym?"""
    words = phrase.replace("’", "'").split()
    if not words or not phrase[0].isupper():
        return False
    lows = [word.lower().strip(".,()'") for word in words]
    return any(low in BODY_HEADS for low in lows) or (len(words) == 1 and sum(c.isupper() for c in phrase) >= 2)


def initials_of(candidate: str, name: str) -> bool:
    """Can the letters stand for the name?  "SAH" for Susan Acland-Hood; every letter begins a part of it, in order.

    >>> initials_of("SAH", "Susan Acland-Hood"), initials_of("MNT", "Tobias Renshawe")
    (True, False)
    """
    small = candidate.islower() or candidate.isupper()
    wanted = [c.upper() for c in candidate if c.isalpha() and (small or c.isupper())]  # "BMcK" is B, M, K
    parts = [part for part in _BETWEEN.split(name) if part] if 2 <= len(wanted) <= 5 else []
    if not parts:
        return False
    if _low(parts[0]) in PLAIN_HONORIFICS and len(parts) > 1:
        parts = parts[1:]
    letters = [part[0].upper() for part in parts] + [c for part in parts for c in part[1:] if c.isupper()]
    available = list(letters)
    for letter in wanted:
        if letter not in available:
            return False
        available.remove(letter)
    return wanted[0] == letters[0] or wanted[-1] == letters[-1]
