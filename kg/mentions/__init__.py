"""The places in a text that name a person, post, body, programme, report or law.

Comes in: the tokens of a document and the lexicon.  Goes out: mentions in the order of the text, none overlapping.  The one
idea: three sources in turn, the longest name wins: names that the registry knows, names that their form gives away,
and names that the document itself defines ("Long Form (LF)", an attendance list).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.lexicon.first_names import first_names
from kg.lexicon.lists import lists
from kg.mentions.acronyms import with_acronyms
from kg.mentions.apart import branch_at, firm_at, known_at, land_at, lone_at, qualifies
from kg.mentions.defined import find_defined, of_acronym, unknown_acronym
from kg.mentions.framed import framed
from kg.mentions.parted import named_in_full, parted
from kg.mentions.phrases import AND
from kg.mentions.runs import capitalised, clean
from kg.mentions.scan import Scanner
from kg.mentions.units import unit_end
from kg.mentions.words import (
    ESTABLISHMENTS,
    FUNCTION_WORDS,
    NATIONAL,
    OF_PLACES,
    OTHER_RANKS,
    TRADES,
    UNIT_HEADS,
    WITH_BRANCHES,
    WITH_UNITS,
)
from kg.model import BODIES, EntityType, Mention
from kg.sentences import Sentence, Tokens

__all__ = ["clean", "find", "find_defined", "of_acronym", "unknown_acronym"]

_PLYING = TRADES | ESTABLISHMENTS
_APART = frozenset({",", "&", "and"})
_OF_BODIES = frozenset({"of", "for", "the"})
_BEFORE_TITLES = lists("titles").words("in-passing") | {"deputy"}


def find(tokens: Tokens, pieces: list[Sentence], lexicon: Lexicon) -> list[Mention]:
    """Names known to the registry or told by their form, in every piece of the text (sentence, heading or list entry), of which none overlap and
    which stand in the order of the text."""
    known = frozenset(lexicon.registry.names.places(tokens, 0, len(tokens)))
    closes = [piece.last for piece in pieces]
    scanner = Scanner(tokens, lexicon, first_names(), capitalised(tokens), known, closes)
    places = _places(scanner)
    found = [mention for piece in pieces for mention in _in_piece(scanner, piece, places)]
    found, ands = parted(scanner, named_in_full(scanner, found))
    found += framed(scanner, pieces, found, ands)
    return with_acronyms(tokens, sorted(found, key=lambda mention: mention.first))


def _in_piece(scanner: Scanner, piece: Sentence, places: list[int]) -> Iterable[Mention]:
    tokens, after = scanner.tokens, piece.first
    for i in places[bisect_left(places, piece.first) : bisect_left(places, piece.last)]:
        if i < after:
            continue
        known = known_at(scanner, i, piece.last) if i in scanner.known else None
        if known and (other := branch_at(scanner, known, i, piece.first) or land_at(scanner, known, piece.last)):
            yield other
            after = other.last
            continue
        apart = known is None and i + 1 < piece.last and tokens.words[i + 1] in _APART
        if apart and (firm := firm_at(scanner, i, piece.last) or lone_at(scanner, i, piece.first, piece.last)):
            yield firm
            after = firm.last
            continue
        if i not in scanner.capitalised:
            if known is not None:
                yield known
                after = known.last
            continue
        if tokens.lows[i] in FUNCTION_WORDS and known is None and not scanner.counts(i):
            continue
        end = scanner.run(i, piece.last)
        first_form = next(scanner.names(i, end), None)
        inner = _known_inside(scanner, first_form, piece.last) if first_form else None
        if inner and not (known and known.last >= inner.last):
            before = list(scanner.names(i, inner.first))
            yield from (before if not known else [known] if known.last <= inner.first else [])
            yield _unit(scanner, inner, piece.last)
            after = inner.last
            continue
        if known and (
            first_form is None
            or first_form.first > i
            or first_form.last <= known.last
            or _ends_at_and(scanner, known, first_form)
        ):
            found = _unit(scanner, known, piece.last)
        elif first_form and after <= first_form.first <= i:
            found = first_form
        else:
            continue
        yield found
        after = found.last
        if post := _post_in_small_letters(scanner, found, piece.last):
            yield post
            after = post.last


def _places(scanner: Scanner) -> list[int]:
    """The tokens of the document at which a name may begin: a capital, the first word of a known name, a trade."""
    tokens = scanner.tokens
    plying = [] if _PLYING.isdisjoint(tokens.lows) else [i for i, low in enumerate(tokens.lows) if low in _PLYING]
    return sorted({*tokens.capitals(0, len(tokens)), *scanner.known, *plying})


def _ends_with_head(scanner: Scanner, form: Mention) -> bool:
    return form.type is EntityType.ORGANISATION and scanner.tokens.bases[form.last - 1] == form.head


def _post_in_small_letters(scanner: Scanner, body: Mention, last: int) -> Mention | None:
    """ "the Parole Board's interim chair": a title in small letters behind the body that it belongs to."""
    tokens, i = scanner.tokens, body.last
    if body.type not in BODIES or not tokens.lows[i - 1].endswith(("'s", "s'")) or i >= last:
        return None
    k = i
    while k < last and tokens.lows[k] in _BEFORE_TITLES:
        k += 1
    capitals = tokens.capitalised(i, i + 6)
    end = (
        next((i + end for end, _ in scanner.lexicon.roles.at(capitals, k - i, len(capitals))), 0)
        if k - i < len(capitals)
        else 0
    )
    if not end or end > last:
        return None
    return Mention(
        i, end, tokens.span(i, end), EntityType.POST, clean(tokens, i, end), head=tokens.lows[end - 1], scope=body.name
    )


def _ends_at_and(scanner: Scanner, known: Mention, form: Mention) -> bool:
    """Is it a known body of several words with "and" and another body behind it ("NHS Highland and Argyll and Bute Council")?"""
    tokens = scanner.tokens
    if known.last - known.first < 2 or known.type not in BODIES:
        return False
    return (
        tokens.lows[known.last] in {"and", "&"} and form.last - known.last > 2 and form.type is EntityType.ORGANISATION
    )


def _is_half(scanner: Scanner, form: Mention, k: int) -> bool:
    """ "the Rail and Care Inspectorate": a known name behind "and" is one half of another where one article or one acronym stands for both."""
    tokens = scanner.tokens
    if k - 1 <= form.first or tokens.lows[k - 1] not in AND or any(scanner.names(form.first, k - 1)):
        return False
    words = tokens.words[form.first : form.last]
    initials = "".join(word[0] for word in words if word[0].isupper())
    return tokens.lows[form.first - 1] == "the" or tokens.words[form.last : form.last + 3] == ["(", initials, ")"]


def _known_inside(scanner: Scanner, form: Mention, last: int) -> Mention | None:
    """A known name that ends where a name by form ends, or beyond, but begins later: the words before it are no part of it."""
    for k in range(form.first + 1, form.last):
        known = known_at(scanner, k, last) if k in scanner.known else None
        if known is None or known.last < form.last or known.last - k < 2 or known.type is EntityType.PERSON:
            continue
        if known.last == form.last and (_is_prefix(scanner, form, k) or _is_national(scanner, form, k)):
            return None  # "Eastmoor Crown Court" is no other court's
        if known.type is EntityType.POST and OTHER_RANKS & set(scanner.tokens.bases[form.first : k]):
            return None  # the "Deputy Chief Inspector of Schools" is not the Chief Inspector
        if _is_half(scanner, form, k):
            return None
        within = scanner.tokens.lows[k - 1] in _OF_BODIES | {"majesty's"} and not _ends_with_head(scanner, form)
        return None if within else known
    return None


def _is_prefix(scanner: Scanner, form: Mention, k: int) -> bool:
    """Are the words before a known name a part of a longer one: a place ("Isle of Man"), or one or two that name neither person, post nor body?"""
    lows, first = scanner.tokens.lows, form.first
    if form.type is EntityType.POST and form.scope:  # "Chair of the Light Railway Inspectorate"
        first = next((j + 1 for j in range(k - 1, first, -1) if lows[j] in _OF_BODIES), k)
    words = range(first, k)
    place = len(words) == 3 and scanner.tokens.bases[first] in OF_PLACES
    shouted = all(map(str.isupper, scanner.tokens.words[first : form.last]))
    alike = place or (0 < len(words) < 3 and all(qualifies(scanner, index, shouted=shouted) for index in words))
    return alike and (form.type is EntityType.ORGANISATION or first > form.first)


def _is_national(scanner: Scanner, form: Mention, k: int) -> bool:
    """ "Scottish Housing Ombudsman", "Military Housing Ombudsman": a post of another nation or field than the one of the registry."""
    tokens = scanner.tokens
    return form.type is EntityType.POST and k == form.first + 1 and tokens.lows[form.first] in NATIONAL


def _unit(scanner: Scanner, known: Mention, last: int) -> Mention:
    """ "CPS London", "Home Office Crime Data Team": a unit of a known body; else the body itself."""
    tokens = scanner.tokens
    if known.type is EntityType.GROUP and known.name in WITH_UNITS:
        return _of_group(scanner, known, last)
    if known.type not in BODIES or tokens.lows[known.last - 1].endswith(("'s", "s'")):
        return known
    end = unit_end(scanner, known.last, last, with_branches=known.name.lower() in WITH_BRANCHES)
    if end == known.last:
        k = known.last
        while k < last and k - known.last < 5 and (scanner.capital(k) or tokens.lows[k] in UNIT_HEADS):
            k += 1
            if tokens.bases[k - 1] in UNIT_HEADS and k - known.last > 1:
                end = k
                break
    if end == known.last:
        return known
    return replace(known, last=end, span=tokens.span(known.first, end), known=None, type=EntityType.ORGANISATION,
                   name=clean(tokens, known.first, end), head="unit", scope=known.name)  # fmt: skip


def _of_group(scanner: Scanner, known: Mention, last: int) -> Mention:
    """ "NHS Kelder": one of the many bodies that are called together by these letters."""
    end = unit_end(scanner, known.last, last)
    if end == known.last:
        return known
    name = clean(scanner.tokens, known.first, end)
    return Mention(known.first, end, scanner.tokens.span(known.first, end), EntityType.ORGANISATION, name)
