"""Bodies whose names nothing in them gives away, told by what the document says of them.

Comes in: the tokens, the pieces of the text and the names found so far.  Goes out: further names of bodies.  The one idea: each sign that a
run of capitalised words names a body counts, wherever in the document it stands ("run by X", "X, which supplies …", "X's staff", "X Wales",
"X Housing"); two signs are enough, and a strong one counts as two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from kg.mentions import words
from kg.mentions.phrases import AND
from kg.mentions.runs import clean
from kg.mentions.scan import Scanner
from kg.mentions.signs import ENOUGH, Run, signs_of
from kg.model import BODIES, EntityType, Mention
from kg.sentences import Sentence

_LONGEST = 5  # words
_WELSH = frozenset({"y", "yr", "ar", "a"})
_GOING_ON = words.LEGAL_FORMS | _WELSH | {"&", "and"}  # small, behind the first word of a name
_COMMON = words.FIELDS | words.FIRM_HEADS | words.FUNCTION_WORDS | words.CONNECTORS | words.COUNTRIES | words.QUARTERS
_NO_BODY_ENDS = words.NO_BODY_ENDS - words.RESIDENCES
_OTHER_HEADS = words.PROGRAMME_HEADS | words.LEGISLATION_HEADS | words.REPORT_HEADS


@dataclass(slots=True)
class _Signs:
    """Where a name stands, and the signs that it is a body's, each kind once."""

    places: list[Run] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)

    @property
    def suffice(self) -> bool:
        return sum(self.weights.values()) >= ENOUGH


def framed(
    scanner: Scanner, pieces: list[Sentence], found: list[Mention], ands: frozenset[int] = frozenset()
) -> list[Mention]:
    """The names of bodies that only their surroundings tell, every place of each; behind each of ``ands`` a body stands for sure.  The pieces
    stand in the order of the text."""
    taken = {k for mention in found for k in range(mention.first, mention.last)}
    places = _places(scanner, taken)
    if not places:
        return []
    begins = {mention.first: mention for mention in found}
    ends = {mention.last: mention for mention in found}
    tokens = scanner.tokens
    named: dict[str, _Signs] = {}
    for piece, behind in zip_longest(pieces, pieces[1:]):
        within = places[bisect_left(places, piece.first) : bisect_left(places, piece.last - 1)]
        for run in _runs(scanner, piece, within, begins) if within else ():
            signs = named.setdefault(clean(tokens, *run), _Signs())
            signs.places.append(run)
            signs.weights.update(signs_of(scanner, run, piece, behind))
            if _is_beside(scanner, run, begins, ends):
                signs.weights["beside"] = max(signs.weights.get("beside", 0), 1 + (run.last in ands))
            if _is_bracketed(scanner, run, ends):
                signs.weights["bracket"] = 1
    headed = [(name, signs) for name, signs in named.items() if "head" in signs.weights]
    kin = _first_words(scanner, found) if headed else set()
    for name, signs in headed:
        if not kin.isdisjoint(name.lower().split()):
            signs.weights["kin"] = 1
    named = {name: signs for name, signs in named.items() if signs.suffice}
    longer = {other.name[:at] for other in found for at, sign in enumerate(other.name) if sign == " "} if named else ()
    return [
        Mention(*run, tokens.span(*run), EntityType.ORGANISATION, name)
        for name, signs in named.items()
        if name not in longer
        for run in signs.places
    ]


def _first_words(scanner: Scanner, found: list[Mention]) -> set[str]:
    """The words of the names of bodies that are no common ones: "Lune" of South Lune Water, so that Lune Laboratories is its kin."""
    bodies = [mention for mention in found if mention.type in BODIES and not mention.known]
    own = (re.split(r" (?:of|for|and|the|&) ", mention.name.lower(), maxsplit=1)[0] for mention in bodies)
    names = {low for name in own for low in name.split() if len(low) > 3 and low.isalpha()}
    names -= set(scanner.tokens.words)  # what the text writes small as well is nobody's name
    return {
        low for low in names - _COMMON if low not in scanner.lexicon.bodies and low not in scanner.lexicon.role_words
    }


# ── what may be a name ───────────────────────────────────────────────────────────────────────────────────────────────


def _places(scanner: Scanner, taken: set[int]) -> list[int]:
    """The capitals of the document that are no part of another name and go on with another."""
    tokens, capitalised, lows = scanner.tokens, scanner.capitalised, scanner.tokens.lows
    capitals = [i for i in tokens.capitals(0, len(tokens)) if i not in taken]
    return [i for i in capitals if i + 1 in capitalised or lows[i + 1] in _GOING_ON]


def _runs(scanner: Scanner, piece: Sentence, places: list[int], begins: dict[int, Mention]) -> Iterator[Run]:
    """Two and more capitalised words side by side that begin at one of some places and may name a body."""
    after = piece.first
    for i in places:
        if i < after:
            continue
        end = _end(scanner, i, piece.last, begins)
        first = _without_article(scanner, i, end, opens=i == piece.first)
        if 1 < end - first <= _LONGEST and _may_name(scanner, first, end):
            yield Run(first, end)
        after = end


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
    firm = tokens.lows[i] == "messrs" and tokens.words[k] == "and"  # "Messrs Lowther and Crane"
    joins = (
        tokens.words[k] == "&" or firm or (tokens.lows[k] in _WELSH and tokens.bases[i] in words.PREFIXES)
    )  # "Ysgol y Garn"
    return k in scanner.capitalised or (joins and i < k < last - 1 and scanner.capital(k + 1))


def _without_article(scanner: Scanner, i: int, end: int, *, opens: bool) -> int:
    """The run without the capitalised small words before it; within a sentence they belong to it ("One Voice Wales")."""
    lows = scanner.tokens.lows
    while i < end and (lows[i] in {"the", "messrs"} or (opens and lows[i] in words.FUNCTION_WORDS)):
        i += 1
    return i


def _may_name(scanner: Scanner, i: int, end: int) -> bool:
    """No person, post, month, place, programme, law, report or field of work ("Adult Social Care")."""
    tokens, lexicon = scanner.tokens, scanner.lexicon
    bases = tokens.bases[i:end]
    if (bases[0] in scanner.first_names and bases[-1] not in words.PROPER_HEADS) or bases[0] in lexicon.honorifics:
        return False
    if bases[-1] in _NO_BODY_ENDS:
        return False
    trading = bases[-1] in words.FIRM_HEADS and len(bases) == 2  # "Dean Coaches"
    if any((scanner.role(k, k + 1) and not trading) or tokens.bases[k] in words.MONTHS for k in range(i, end)):
        return False
    if bases[-1] in _OTHER_HEADS:
        return False
    if bases[-1] in words.FIRM_HEADS and words.FIELDS.issuperset(bases[:-1]):
        return False
    written = tokens.words[i:end]
    initial = any(len(word) == 1 and word.isupper() for word in written)
    return not initial and " ".join(bases) not in words.GENERIC and not all(map(str.isupper, written))


def _is_bracketed(scanner: Scanner, run: Run, ends: dict[int, Mention]) -> bool:
    """ "Sioned Rees (Snowdon Buses)": what stands in brackets behind a person is whom that person is of."""
    words_, person = scanner.tokens.words, ends.get(run.first - 1)
    closed = words_[run.last : run.last + 1] == [")"]
    return closed and words_[run.first - 1] == "(" and person is not None and person.type is EntityType.PERSON


def _is_beside(scanner: Scanner, run: Run, begins: dict[int, Mention], ends: dict[int, Mention]) -> bool:
    """Does a body stand on the other side of "and" ("the Rail Inspectorate and Mystery Travel")?"""
    lows = scanner.tokens.lows
    before = run.first - 1 - (lows[run.first - 1] == "the")
    behind = run.last + 1 + (lows[run.last + 1 : run.last + 2] == ["the"])
    left = ends.get(before) if before >= 0 and lows[before] in AND else None
    right = begins.get(behind) if lows[run.last : run.last + 1] and lows[run.last] in AND else None
    return any(other is not None and other.type in BODIES for other in (left, right))
