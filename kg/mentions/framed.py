"""Bodies whose names nothing in them gives away, told by what the document says of them.

Comes in: the tokens, the pieces of the text and the names found so far.  Goes out: further names of bodies.  The one idea: each sign that a
run of capitalised words names a body counts, wherever in the document it stands ("run by X", "X, which supplies …", "X's staff", "X Wales",
"X Housing"); two signs are enough, and a strong one counts as two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.mentions import words
from kg.mentions.runs import clean
from kg.mentions.scan import Scanner
from kg.model import BODIES, EntityType, Mention
from kg.sentences import Sentence

_ENOUGH = 2
_LONGEST = 5  # words
_NEAR = 8  # words on either side that are looked at
_AND = frozenset({"and", "&"})
_CALLED = frozenset({",", "called", "named", "–", "—"})
_TO = frozenset({"with", "of", "to", "from"})
_FROM = frozenset({"of", "from", "at", "for"})
_DETERMINERS = frozenset({"a", "an", "the", "our", "its", "their", "her", "his"})
_AHEAD = frozenset({"will", "would", "has", "had", "have", "also", "now", "to", "not", "does", "did", "could"})
_NO_NAMES = frozenset({"northern", "southern", "eastern", "western", "great", "united", "republic"})  # of a country

_OTHER_HEADS = words.PROGRAMME_HEADS | words.LEGISLATION_HEADS | words.REPORT_HEADS
_ARTICLED = words.FIRM_HEADS - {"fund"}  # "the Tampon Tax Fund" is money and no body
_OF_PLACES = words.QUARTERS | words.COUNTRIES | _NO_NAMES
_APPOSED = words.TIES | words.TRADES

_Sign = tuple[str, int]


class _Run(NamedTuple):
    """Capitalised words side by side: the first token, and the token behind the last."""

    first: int
    last: int


@dataclass(slots=True)
class _Signs:
    """Where a name stands, and the signs that it is a body's, each kind once."""

    places: list[_Run] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)

    @property
    def suffice(self) -> bool:
        return sum(self.weights.values()) >= _ENOUGH


def framed(scanner: Scanner, pieces: Iterable[Sentence], found: list[Mention]) -> list[Mention]:
    """The names of bodies that only their surroundings tell, every place of each."""
    begins = {mention.first: mention for mention in found}
    ends = {mention.last: mention for mention in found}
    tokens = scanner.tokens
    named: dict[str, _Signs] = {}
    for piece in pieces:
        for run in _runs(scanner, piece, begins):
            signs = named.setdefault(clean(tokens, *run), _Signs())
            signs.places.append(run)
            signs.weights.update(_of_form(scanner, run, opens=run.first == piece.first))
            signs.weights.update(_of_place(scanner, run, piece))
            if _is_beside(scanner, run, begins, ends):
                signs.weights["beside"] = 1
    return [
        Mention(*run, tokens.span(*run), EntityType.ORGANISATION, name)
        for name, signs in named.items()
        if signs.suffice
        for run in signs.places
    ]


# ── what may be a name ───────────────────────────────────────────────────────────────────────────────────────────────


def _runs(scanner: Scanner, piece: Sentence, begins: dict[int, Mention]) -> Iterator[_Run]:
    """Two and more capitalised words side by side that are no part of another name and may name a body."""
    i, written = piece.first, scanner.tokens.words
    while i < piece.last - 1:
        if i in begins:
            i = max(begins[i].last, i + 1)
            continue
        if not written[i][0].isupper():
            i += 1
            continue
        end = _end(scanner, i, piece.last, begins)
        first = _without_article(scanner, i, end, opens=i == piece.first)
        if 1 < end - first <= _LONGEST and _may_name(scanner, first, end):
            yield _Run(first, end)
        i = max(end, i + 1)


def _end(scanner: Scanner, i: int, last: int, begins: dict[int, Mention]) -> int:
    """The token behind the run; a possessive ends it, but for "Farmers' Watch" and "Patients' Fund"."""
    tokens, k = scanner.tokens, i
    while k < last and k not in begins and _goes_on(scanner, i, k, last):
        k += 1
        if tokens.lows[k - 1].endswith(("'s", "s'")):
            owned = k < last and k - i < 3 and tokens.bases[k] in words.FIRM_HEADS and scanner.capital(k)
            return k + 1 if owned else k
    return k + 1 if k > i and k < last and tokens.lows[k] in words.LEGAL_FORMS else k


def _goes_on(scanner: Scanner, i: int, k: int, last: int) -> bool:
    """Is it a capitalised word of the same run, or the "&" between two ("Sound & Skerry Lines")?"""
    tokens = scanner.tokens
    if k > i and tokens.starts[k] - tokens.ends[k - 1] != 1:
        return False
    return scanner.capital(k) or (tokens.words[k] == "&" and i < k < last - 1 and scanner.capital(k + 1))


def _without_article(scanner: Scanner, i: int, end: int, *, opens: bool) -> int:
    """The run without the capitalised small words before it; within a sentence they belong to it ("One Voice Wales")."""
    lows = scanner.tokens.lows
    while i < end and (lows[i] == "the" or (opens and lows[i] in words.FUNCTION_WORDS)):
        i += 1
    return i


def _may_name(scanner: Scanner, i: int, end: int) -> bool:
    """No person, post, month, place, programme, law, report or field of work ("Adult Social Care")."""
    tokens, lexicon = scanner.tokens, scanner.lexicon
    bases = tokens.bases[i:end]
    if bases[0] in scanner.first_names or bases[0] in lexicon.honorifics or bases[-1] in words.NO_BODY_ENDS:
        return False
    if any(scanner.role(k, k + 1) or tokens.bases[k] in words.MONTHS for k in range(i, end)):
        return False
    if bases[-1] in _OTHER_HEADS:
        return False
    if bases[-1] in words.FIRM_HEADS and words.FIELDS.issuperset(bases[:-1]):
        return False
    written = tokens.words[i:end]
    initial = any(len(word) == 1 and word != "&" for word in written)
    return not initial and " ".join(bases) not in words.GENERIC and not all(map(str.isupper, written))


# ── the signs, each with its weight ──────────────────────────────────────────────────────────────────────────────────


def _of_form(scanner: Scanner, run: _Run, *, opens: bool) -> Iterator[_Sign]:
    """ "Patient Voice Scotland", "Cairn Housing", "HMP Stane", "Moray Group plc"."""
    bases = scanner.tokens.bases[run.first : run.last]
    if bases[-1] in words.COUNTRIES and not _is_region(bases):
        yield "country", 1 if opens else 2
    if bases[-1] in words.FIRM_HEADS:
        yield "head", 1
    if bases[0] in words.PREFIXES or bases[-1] in words.LEGAL_FORMS:
        yield "prefix", 2


def _is_region(bases: list[str]) -> bool:
    """ "Northern Ireland", "Mid and West Wales", "Rural Scotland"."""
    return bases[0] in words.FIELDS or not _OF_PLACES.isdisjoint((bases[0], bases[-2]))


def _of_place(scanner: Scanner, run: _Run, piece: Sentence) -> Iterator[_Sign]:
    """What the words before and behind the run tell."""
    lows = scanner.tokens.lows
    before = lows[max(piece.first, run.first - _NEAR) : run.first]
    behind = lows[run.last : min(piece.last, run.last + _NEAR)]
    if before[-1:] == ["the"]:
        before.pop()
        closed = not behind or not behind[0][0].isalpha() or behind[0] in words.FUNCTION_WORDS
        if closed and lows[run.last - 1] in _ARTICLED:
            yield "article", 1
    if len(before) > 1:
        yield from _behind_words(before[-2], before[-1])
    if lows[run.last - 1].endswith(("'s", "s'")):
        if not words.BODY_NOUNS.isdisjoint(behind[:3]):
            yield "owner", 2
    elif behind:
        yield from _before_words(behind, "".join(low[0] for low in lows[run.first : run.last]))


def _behind_words(word: str, link: str) -> Iterator[_Sign]:
    """ "run by X", "a firm called X", "the chief executive of X", "a subsidiary of X"."""
    if link == "by" and word in words.BODY_DEEDS:
        yield "by", 2
    if link in _CALLED and word in words.TRADES:
        yield "trade", 2
    if link in _FROM and word in words.BODY_POSTS:
        yield "post", 2
    if link in _TO and word in words.TIES:
        yield "tie", 2


def _before_words(behind: list[str], initials: str) -> Iterator[_Sign]:
    """ "X, which supplies …", "X will send …", "X (XYZ)", "X, our contractor"."""
    if behind[0] == "(" and behind[1:3] == [initials, ")"]:
        yield "acronym", 1
        behind = behind[3:]
    if behind[:1] == [","]:
        yield from _behind_comma(behind[1:])
        behind = behind[2:] if behind[1:2] in (["which"], ["whose"]) else []
    deed = next((low for low in behind if low not in _AHEAD), "")
    if deed in words.BODY_ACTS:
        yield "act", 2
    elif deed in words.OWN_DEEDS:
        yield "deed", 1


def _behind_comma(behind: list[str]) -> Iterator[_Sign]:
    if not behind:
        return
    if behind[0] in _DETERMINERS and not _APPOSED.isdisjoint(behind[1:4]):
        yield "apposed", 2
    if behind[0] in _TO and behind[1:2] == ["which"] and not words.TIES.isdisjoint(behind[2:]):
        yield "tied", 2
    if behind[0] in ("which", "whose"):
        yield "which", 1
    if behind[0] in ("who", "whom"):
        yield "who", -_ENOUGH


def _is_beside(scanner: Scanner, run: _Run, begins: dict[int, Mention], ends: dict[int, Mention]) -> bool:
    """Does a body stand on the other side of "and" ("the Rail Inspectorate and Mystery Travel")?"""
    lows = scanner.tokens.lows
    before = run.first - 1 - (lows[run.first - 1] == "the")
    behind = run.last + 1 + (lows[run.last + 1 : run.last + 2] == ["the"])
    left = ends.get(before) if before >= 0 and lows[before] in _AND else None
    right = begins.get(behind) if lows[run.last : run.last + 1] and lows[run.last] in _AND else None
    return any(other is not None and other.type in BODIES for other in (left, right))
