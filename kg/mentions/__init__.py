"""The places in a text that name a person, post, body, programme, report or law.

Comes in: the tokens of a document and the lexicon.  Goes out: mentions in the order of the text, none overlapping.  The one
idea: three sources in turn, the longest name wins: names that the registry knows, names that their form gives away,
and names that the document itself defines ("Long Form (LF)", an attendance list).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.lexicon.first_names import first_names
from kg.mentions.acronyms import with_acronyms
from kg.mentions.defined import find_defined, of_acronym, unknown_acronym
from kg.mentions.framed import framed
from kg.mentions.parted import parted
from kg.mentions.runs import clean
from kg.mentions.scan import Scanner
from kg.mentions.units import unit_end
from kg.mentions.words import (
    ESTABLISHMENTS,
    FUNCTION_WORDS,
    MONTHS,
    OTHER_RANKS,
    TRADES,
    UNIT_HEADS,
    WITH_BRANCHES,
)
from kg.model import BODIES, EntityType, Mention
from kg.sentences import Sentence, Tokens

__all__ = ["clean", "find", "find_defined", "of_acronym", "unknown_acronym"]


_LONGEST_FIRM = 5  # words
_ARTICLES = frozenset({"the", "a", "another", "our", "their", "its"})
_WHERE = frozenset({"at", "in", "from", "to", "near", "outside", "into"})


def find(tokens: Tokens, pieces: Iterable[Sentence], lexicon: Lexicon) -> list[Mention]:
    """Names known to the registry or told by their form, in every piece of the text (sentence, heading or list entry)."""
    scanner = Scanner(tokens, lexicon, first_names())
    pieces = list(pieces)
    found = [mention for piece in pieces for mention in _in_piece(scanner, piece)]
    found, ands = parted(scanner, found)
    found += framed(scanner, pieces, found, ands)
    return with_acronyms(tokens, sorted(found, key=lambda mention: mention.first))


def _in_piece(scanner: Scanner, piece: Sentence) -> Iterable[Mention]:
    tokens, after = scanner.tokens, piece.first
    for i in _places(scanner, piece):
        if i < after:
            continue
        known = _known(scanner, i, piece.last)
        if branch := _branch(scanner, known, i, piece.first):
            yield branch
            after = branch.last
            continue
        if known is None and (firm := _firm(scanner, i, piece.last)):
            yield firm
            after = firm.last
            continue
        if not scanner.capital(i):
            if known is not None:
                yield known
                after = known.last
            continue
        if tokens.lows[i] in FUNCTION_WORDS and known is None:
            continue
        end = scanner.run(i, piece.last)
        by_form = list(scanner.names(i, end))
        first_form = by_form[0] if by_form else None
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
        elif first_form and first_form.first == i:
            found = first_form
        else:
            continue
        yield found
        after = found.last
        if post := _post_in_small_letters(scanner, found, piece.last):
            yield post
            after = post.last


def _places(scanner: Scanner, piece: Sentence) -> list[int]:
    """The tokens of a piece at which a name may begin: a capital, the first word of a known name, a trade."""
    words, bases, lows = scanner.tokens.words, scanner.tokens.bases, scanner.tokens.lows
    begins = scanner.lexicon.registry.names.by_first
    return [
        i
        for i in range(piece.first, piece.last)
        if words[i][0].isupper() or bases[i] in begins or lows[i] in TRADES or lows[i] in ESTABLISHMENTS
    ]


def _branch(scanner: Scanner, known: Mention | None, i: int, first: int) -> Mention | None:
    """ "Mercia Vale Women's Aid": a body of its own, named for its place and the body that it is a branch of."""
    tokens, k = scanner.tokens, i
    if known is None or clean(tokens, i, known.last).lower() not in WITH_BRANCHES:
        return None
    while k > max(first, i - 3) and _qualifies(scanner, k - 1) and tokens.starts[k] - tokens.ends[k - 1] == 1:
        k -= 1
    if k == i or (k == first and i - k < 2) or tokens.lows[k] in MONTHS:
        return None
    name = clean(tokens, k, known.last)
    return Mention(k, known.last, tokens.span(k, known.last), EntityType.ORGANISATION, name)


def _firm(scanner: Scanner, i: int, last: int) -> Mention | None:
    """ "the school's caterer, Larkfare, …", "the next home, Oakdene": capitals set apart behind what a body is name it."""
    tokens, first = scanner.tokens, i + 2
    if (
        not (tokens.lows[i] in TRADES or _is_spoken_of(scanner, i))
        or first >= last
        or tokens.words[i + 1] != ","
        or not scanner.capital(first)
    ):
        return None
    end = scanner.run(first, last)
    apart = end == last or tokens.words[end] in {",", ".", ";", "(", ")"}
    if not apart or end - first > _LONGEST_FIRM or tokens.lows[first] in scanner.first_names:
        return None
    if _known(scanner, first, last) or any(scanner.names(first, end)) or _is_common(scanner, first):
        return None
    return Mention(first, end, tokens.span(first, end), EntityType.ORGANISATION, clean(tokens, first, end))


def _is_spoken_of(scanner: Scanner, i: int) -> bool:
    """ "the neighbouring home (had closed)": such a place as what is told of, and not as where somebody is ("at the college, Leeds")."""
    lows = scanner.tokens.lows
    the = next((k for k in range(i - 1, max(-1, i - 4), -1) if lows[k] in _ARTICLES), -1)
    return lows[i] in ESTABLISHMENTS and the > 0 and lows[the - 1] not in _WHERE


def _is_common(scanner: Scanner, i: int) -> bool:
    low = scanner.tokens.lows[i]
    return low in FUNCTION_WORDS or low in MONTHS or low in scanner.lexicon.honorifics


def _ends_with_head(scanner: Scanner, form: Mention) -> bool:
    return form.type is EntityType.ORGANISATION and scanner.tokens.bases[form.last - 1] == form.head


def _post_in_small_letters(scanner: Scanner, body: Mention, last: int) -> Mention | None:
    """ "the Parole Board's interim chair": a title in small letters behind the body that it belongs to."""
    tokens, i = scanner.tokens, body.last
    if body.type not in BODIES or not tokens.lows[i - 1].endswith(("'s", "s'")) or i >= last:
        return None
    k = i
    while k < last and tokens.lows[k] in {"interim", "acting", "new", "current", "deputy", "former"}:
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


def _known_inside(scanner: Scanner, form: Mention, last: int) -> Mention | None:
    """A known name that ends where a name by form ends, or beyond, but begins later: the words before it are no part of it."""
    for k in range(form.first + 1, form.last):
        known = _known(scanner, k, last)
        if known is None or known.last < form.last or known.last - k < 2 or known.type is EntityType.PERSON:
            continue
        if known.last == form.last and _is_prefix(scanner, form, k):
            return None  # "Eastmoor Crown Court" is no other court's
        if known.type is EntityType.POST and OTHER_RANKS & set(scanner.tokens.bases[form.first : k]):
            return None  # the "Deputy Chief Inspector of Schools" is not the Chief Inspector
        within = scanner.tokens.lows[k - 1] in {"of", "for", "the", "majesty's"} and not _ends_with_head(scanner, form)
        return None if within else known
    return None


def _is_prefix(scanner: Scanner, form: Mention, k: int) -> bool:
    """Are the words before a known name a part of a longer one: one or two that name neither person, post nor body?"""
    words = range(form.first, k)
    return (
        form.type is EntityType.ORGANISATION and len(words) < 3 and all(_qualifies(scanner, index) for index in words)
    )


def _qualifies(scanner: Scanner, index: int) -> bool:
    low, word = scanner.tokens.bases[index], scanner.tokens.words[index]
    if not scanner.capital(index) or word.isupper() or low in FUNCTION_WORDS or low in scanner.lexicon.bodies:
        return False
    return low not in scanner.lexicon.role_words and low not in scanner.first_names and not word.endswith(("'s", "’s"))


def _known(scanner: Scanner, i: int, last: int) -> Mention | None:
    tokens = scanner.tokens
    for end, name in scanner.lexicon.registry.names.at(tokens, i, last):
        known = name.meaning
        head = next(
            (tokens.bases[k] for k in range(end - 1, i - 1, -1) if tokens.bases[k] in scanner.lexicon.role_words), ""
        )
        return Mention(i, end, tokens.span(i, end), known.type, clean(tokens, i, end), known=known.key, head=head)
    return None


def _unit(scanner: Scanner, known: Mention, last: int) -> Mention:
    """ "CPS London", "Home Office Crime Data Team": a unit of a known body; else the body itself."""
    tokens = scanner.tokens
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
