"""The signs that a run of capitalised words names a body, each with its weight.

Comes in: a run, the piece of the text that it stands in and the piece behind.  Goes out: signs.  The one idea: two are enough where nothing speaks
against it; a name like that of a building needs one that says more, that it is a home or a school, say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.mentions import words
from kg.mentions.scan import Scanner
from kg.sentences import Sentence

ENOUGH = 2
_NEAR = 8  # words on either side that are looked at
_CALLED = frozenset({",", "called", "named", "–", "—", "("})
_TO = frozenset({"with", "of", "to", "from"})
_FROM = frozenset({"of", "from", "at", "for"})
_DETERMINERS = frozenset({"a", "an", "the", "our", "its", "their", "her", "his"})
_AHEAD = frozenset({"will", "would", "has", "had", "have", "also", "now", "to", "not", "does", "did", "could"})
_NO_NAMES = frozenset({"northern", "southern", "eastern", "western", "great", "united", "republic"})  # of a country
_ARTICLED = words.FIRM_HEADS - {"fund"}  # "the Tampon Tax Fund" is money and no body
_OF_PLACES = words.QUARTERS | words.COUNTRIES | _NO_NAMES
_KINDS = words.TRADES | words.ESTABLISHMENTS
_APPOSED = words.TIES | _KINDS
_BELONGING = frozenset({"subsidiary", "subsidiaries", "partner", "partners", "affiliate"})
_GIVING = frozenset({"from", "by", "to"})
_IS = frozenset({"is", "was", "remains", "had", "has", "been", "were"})
_INSPECTED = frozenset({"inspected", "inspects", "inspect", "inspecting"})
_AT_HOME = 3  # the weight of a sign that a building is a home or a school, beside _BUILDING
_BUILDING = -1

Sign = tuple[str, int]


class Run(NamedTuple):
    """Capitalised words side by side: the first token, and the token behind the last."""

    first: int
    last: int


def signs_of(scanner: Scanner, run: Run, piece: Sentence, behind: Sentence | None) -> Iterator[Sign]:
    """What the form of a run, the words around it and the piece behind its own tell."""
    yield from _of_form(scanner, run, opens=run.first == piece.first)
    yield from _of_place(scanner, run, piece)
    if behind is not None:
        yield from _of_next(scanner, run, piece, behind)


def _of_next(scanner: Scanner, run: Run, piece: Sentence, behind: Sentence) -> Iterator[Sign]:
    """ "Larkhill House was full. It is one of our homes.", "Kelda House." as a heading above "The home was inspected"."""
    lows = scanner.tokens.lows
    following = lows[behind.first : min(behind.last, behind.first + 10)]
    told = len(following) > 1 and following[0] == "it" and following[1] in _IS
    if told and _kind_in(following[2:], words.ESTABLISHMENTS):
        yield "home", _AT_HOME
    alone = run.first == piece.first and piece.last - run.last < 2
    the = (k for k in range(behind.first, behind.last - 1) if lows[k] == "the")
    if alone and lows[run.last - 1] in words.RESIDENCES and any(lows[k + 1] in words.ESTABLISHMENTS for k in the):
        yield "heading", _AT_HOME


def _of_form(scanner: Scanner, run: Run, *, opens: bool) -> Iterator[Sign]:
    """ "Patient Voice Scotland", "Supertram Yorkshire", "Cairn Housing", "HMP Stane", "Moray Group plc"."""
    bases = scanner.tokens.bases[run.first : run.last]
    if bases[-1] in words.COUNTRIES and not _is_region(bases):
        yield "country", 1 if opens else 2
    if bases[-1] in words.REGIONS and bases[0] not in _OF_PLACES:
        yield "region", 1
    if bases[-1] in words.FIRM_HEADS:
        yield "head", 1
    if bases[0] in words.PREFIXES or bases[-1] in words.LEGAL_FORMS:
        yield "prefix", 2
    if bases[-1] in words.RESIDENCES:
        yield "building", _BUILDING


def _is_region(bases: list[str]) -> bool:
    """ "Northern Ireland", "Mid and West Wales", "Rural Scotland"."""
    return bases[0] in words.FIELDS or not _OF_PLACES.isdisjoint((bases[0], bases[-2]))


def _of_place(scanner: Scanner, run: Run, piece: Sentence) -> Iterator[Sign]:
    """What the words before and behind the run tell."""
    lows = scanner.tokens.lows
    before = lows[max(piece.first, run.first - _NEAR) : run.first]
    behind = lows[run.last : min(piece.last, run.last + _NEAR)]
    if before[-1:] and before[-1] in words.TRADES:
        before.pop()  # "the charity Safer Wessex"
        yield "kind", 2 if lows[run.first - 1] in words.NAMINGS else 1
        before = before[:-1] if before[-1:] == ["the"] else before
    elif before[-1:] == ["the"]:
        before.pop()
        closed = not behind or not behind[0][0].isalpha() or behind[0] in words.FUNCTION_WORDS
        if closed and lows[run.last - 1] in _ARTICLED:
            yield "article", 1
    if len(before) > 1:
        kind = max(piece.first, run.first - _NEAR) + len(before) - 2
        apart = (
            before[-1] != "," or kind == piece.first or not scanner.capital(kind)
        )  # not "the Graziers Union, Tarn Head"
        yield from _behind_words(before[-2], before[-1], apart=apart)
    gift = bool(before) and before[-1] in _GIVING and _is_gift(before, lows[run.last - 1])
    if gift and lows[run.first] not in scanner.tokens.words:  # written small elsewhere, it is no name
        yield "gift", 2
    if _is_inspected(before, behind):
        yield "inspected", _AT_HOME if lows[run.last - 1] in words.RESIDENCES else 1
    if lows[run.last - 1].endswith(("'s", "s'")):
        if not words.BODY_NOUNS.isdisjoint(behind[:3]):
            yield "owner", 2
    elif behind:
        yield from _before_words(behind, "".join(low[0] for low in lows[run.first : run.last]))


def _behind_words(word: str, link: str, *, apart: bool) -> Iterator[Sign]:
    """ "run by X", "a firm called X", "the chief executive of X", "a subsidiary of X"."""
    if link == "by" and word in words.BODY_DEEDS:
        yield "by", 2
    if apart and link in _CALLED and word in _KINDS:
        yield "trade", 2 if word in words.TRADES else _AT_HOME
    if link in _CALLED and word in _BELONGING:
        yield "trade", 2
    if link in _FROM and word in words.BODY_POSTS:
        yield "post", 2
    if link in _TO and word in words.TIES:
        yield "tie", 2


def _is_gift(before: list[str], head: str) -> bool:
    """ "£500 from the Holt Fund", "a donation to the Aire Mission": money between bodies, where the name ends as theirs do."""
    money = any(low in words.GIFTS or low.startswith("£") for low in before)
    return money and head in words.FIRM_HEADS


def _is_inspected(before: list[str], behind: list[str]) -> bool:
    """ "inspected X", "the inspection of X", "X had been inspected"."""
    if before[-1:] and (before[-1] in _INSPECTED or before[-2:] == ["inspection", "of"]):
        return True
    k = next((k for k, low in enumerate(behind) if low not in _IS), 0)
    return k > 0 and (behind[k] == "inspected" or behind[k - 1 : k + 1] == ["last", "inspected"])


def _before_words(behind: list[str], initials: str) -> Iterator[Sign]:
    """ "X, which supplies …", "X will send …", "X (XYZ)", "X (HI's subsidiary)", "X, our contractor", "X is one of our homes"."""
    if behind[0] in _IS and _kind_in(behind[1:], words.ESTABLISHMENTS):
        yield "home", _AT_HOME
    owned = behind[0] == "(" and len(behind) > 2 and (behind[1].endswith(("'s", "s'")) or behind[1] in _DETERMINERS)
    if owned and not _BELONGING.isdisjoint(behind[2:5]):
        yield "tie", 2
    if behind[0] == "(" and behind[1:3] == [initials, ")"]:
        yield "acronym", 1
        behind = behind[3:]
    if behind[:1] == [","]:
        yield from _behind_comma(behind[1:])
        behind = behind[2:] if behind[1:2] in (["which"], ["whose"]) else []
    if behind[:1] and behind[0] in _IS and _kind_in(behind[1:], words.PARTS):
        yield "part", 1
    deed = next((low for low in behind if low not in _AHEAD), "")
    if deed in _IS and next((low for low in behind if low not in _IS), "") in words.FATES:
        yield "fate", 1
    if deed in words.BODY_ACTS:
        yield "act", 2
    elif deed in words.OWN_DEEDS:
        yield "deed", 1


def _kind_in(behind: list[str], kinds: frozenset[str]) -> bool:
    """ "a care home at …", "one of the Trust's own homes": such a noun, and no other behind it ("a home owner")."""
    k = next((k for k, low in enumerate(behind[:7]) if low in kinds), -1)
    article = k > 0 and (behind[0] in _DETERMINERS or behind[:2] == ["one", "of"])
    after = behind[k + 1 : k + 2]
    return article and (not after or not after[0][0].isalpha() or after[0] in words.FUNCTION_WORDS)


def _behind_comma(behind: list[str]) -> Iterator[Sign]:
    if not behind:
        return
    if behind[0] in _DETERMINERS and not _APPOSED.isdisjoint(behind[1:4]):
        yield "apposed", _AT_HOME if _kind_in(behind, words.ESTABLISHMENTS) else 2
    if behind[0] in _TO and behind[1:2] == ["which"] and not words.TIES.isdisjoint(behind[2:]):
        yield "tied", 2
    if behind[0] in ("which", "whose"):
        yield "which", 1
    if behind[0] in ("who", "whom"):
        yield "who", -ENOUGH
