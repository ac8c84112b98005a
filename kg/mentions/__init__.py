"""The places in a text that name a person, post, body, programme, report or law.

Comes in: the tokens of a document and the lexicon.  Goes out: mentions in the order of the text, none overlapping.  The one
idea: three sources in turn, the longest name wins: names that the registry knows, names that their form gives away,
and names that the document itself defines ("Long Form (LF)", an attendance list).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import Lexicon, Names
from kg.lexicon.first_names import first_names
from kg.mentions.scan import Scanner, clean
from kg.mentions.words import CONNECTORS, FUNCTION_WORDS, MONTHS, NO_BODY, UNIT_HEADS
from kg.model import EntityType, Mention
from kg.sentences import Sentence, Tokens

__all__ = ["clean", "find", "find_defined", "unknown_acronym"]

_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&]*[A-Z][A-Za-z0-9&]*s?|[A-Z]{2,}s?")
_MINOR = frozenset("of for and the & to in on with a an".split())


def find(tokens: Tokens, pieces: Iterable[Sentence], lexicon: Lexicon) -> list[Mention]:
    """Names known to the registry or told by their form, in every piece of the text (sentence, heading or list entry)."""
    scanner = Scanner(tokens, lexicon, first_names())
    found: list[Mention] = []
    for piece in pieces:
        found.extend(_in_piece(scanner, piece))
    return _with_acronyms(tokens, found)


def _in_piece(scanner: Scanner, piece: Sentence) -> Iterable[Mention]:
    tokens = scanner.tokens
    i = piece.first
    while i < piece.last:
        known = _known(scanner, i, piece.last)
        if not scanner.capital(i):
            if known is None:
                i += 1
                continue
            yield known
            i = known.last
            continue
        if tokens.lows[i] in FUNCTION_WORDS and known is None:
            i += 1
            continue
        end = scanner.run(i, piece.last)
        by_form = list(scanner.names(i, end))
        first_form = by_form[0] if by_form else None
        if first_form and (inner := _known_inside(scanner, first_form, piece.last)):
            before = list(scanner.names(i, inner.first))
            yield from (before if not known else [known] if known.last <= inner.first else [])
            yield _unit(scanner, inner, piece.last)
            i = max(inner.last, i + 1)
            continue
        if known and (first_form is None or first_form.first > i or first_form.last <= known.last):
            found = _unit(scanner, known, piece.last)
        elif first_form and first_form.first == i:
            found = first_form
        else:
            i += 1
            continue
        yield found
        i = found.last
        if post := _post_in_small_letters(scanner, found, piece.last):
            yield post
            i = post.last


def _ends_with_head(scanner: Scanner, form: Mention) -> bool:
    return form.type is EntityType.ORGANISATION and scanner.tokens.bases[form.last - 1] == form.head


def _post_in_small_letters(scanner: Scanner, body: Mention, last: int) -> Mention | None:
    """ "the Parole Board's interim chair": a title in small letters behind the body that it belongs to."""
    tokens, i = scanner.tokens, body.last
    if (
        body.type not in {EntityType.ORGANISATION, EntityType.INSPECTORATE}
        or not tokens.lows[i - 1].endswith(("'s", "s'"))
        or i >= last
    ):
        return None
    k = i
    while k < last and tokens.lows[k] in {"interim", "acting", "new", "current", "deputy", "former"}:
        k += 1
    capitals = Tokens(
        [low.capitalize() for low in tokens.lows[i : i + 6]], tokens.lows[i : i + 6], tokens.bases[i : i + 6], [], []
    )
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


def _known_inside(scanner: Scanner, form: Mention, last: int) -> Mention | None:
    """A known name that ends where a name by form ends, or beyond, but begins later: the words before it are no part of it."""
    for k in range(form.first + 1, form.last):
        known = _known(scanner, k, last)
        if known is None or known.last < form.last or known.last - k < 2 or known.type is EntityType.PERSON:
            continue
        if known.last == form.last and _is_prefix(scanner, form, k):
            return None  # "Eastmoor Crown Court" is no other court's
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
    if known.type not in {EntityType.ORGANISATION, EntityType.INSPECTORATE} or tokens.lows[known.last - 1].endswith(
        ("'s", "s'")
    ):
        return known
    end = scanner.unit_of(known.last, last)
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


def _with_acronyms(tokens: Tokens, found: list[Mention]) -> list[Mention]:
    """Each mention with the short form that stands in brackets right behind it, and phrases that only brackets define."""
    by_end = {mention.last: index for index, mention in enumerate(found)}
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    extra: list[Mention] = []
    for i in range(1, len(tokens) - 2):
        if tokens.words[i] != "(" or tokens.words[i + 2] != ")" or not _ACRONYM.fullmatch(tokens.words[i + 1]):
            continue
        acronym = tokens.words[i + 1]
        index = by_end.get(i)
        if index is not None:
            if found[index].type is EntityType.POST and _is_of_scope(tokens, found[index], acronym):
                found[index] = replace(found[index], scope_acronym=acronym)
            elif found[index].name != acronym:
                found[index] = replace(_widen(tokens, found[index], acronym, taken), acronym=acronym)
        elif phrase := _initialled(tokens, i, acronym):
            extra.append(phrase)
    _behind_commas(tokens, found, by_end)
    if not extra:
        return found
    covered = {index for mention in extra for index in range(mention.first, mention.last)}
    kept = [
        mention for mention in found if not covered.intersection(range(mention.first, mention.last)) or mention.acronym
    ]
    spans = {index for mention in kept for index in range(mention.first, mention.last)}
    return sorted([*kept, *(m for m in extra if not spans.intersection(range(m.first, m.last)))], key=lambda m: m.first)


def _behind_commas(tokens: Tokens, found: list[Mention], by_end: dict[int, int]) -> None:
    """Within brackets a short form may stand behind a comma: "(United Care Providers' Association, UCPA)"."""
    for i in range(1, len(tokens) - 2):
        if tokens.words[i] != "," or tokens.words[i + 2] != ")" or (index := by_end.get(i)) is None:
            continue
        acronym = tokens.words[i + 1]
        if _ACRONYM.fullmatch(acronym) and not found[index].acronym and _initialled(tokens, i, acronym):
            found[index] = replace(found[index], acronym=acronym)


def _is_of_scope(tokens: Tokens, post: Mention, acronym: str) -> bool:
    """Does a bracketed acronym belong to the body in a post's name ("Chair of the Parole Board (PB)")?"""
    phrase = _initialled(tokens, post.last, acronym)
    return phrase is not None and phrase.first > post.first and tokens.lows[phrase.first - 1] in {"of", "for", "the"}


def _widen(tokens: Tokens, mention: Mention, acronym: str, taken: set[int]) -> Mention:
    """The mention with the words before it that its acronym also counts ("Rented Homes Standards Agency (RHSA)")."""
    phrase = _initialled(tokens, mention.last, acronym)
    if mention.known or phrase is None or phrase.first >= mention.first or not tokens.words[phrase.first][0].isupper():
        return mention
    if taken.intersection(range(phrase.first, mention.first)):
        return mention
    return replace(mention, first=phrase.first, span=phrase.span, name=phrase.name)


def _initialled(tokens: Tokens, end: int, acronym: str) -> Mention | None:
    """The words before an opening bracket whose initials spell the acronym."""
    letters = [letter.lower() for letter in acronym.rstrip("s") if letter.isalpha()]
    i, need = end - 1, len(letters) - 1
    while i >= 0 and end - i <= 14 and need >= 0:
        low = tokens.lows[i]
        if not low[0].isalnum() and low not in {"&", "'", "’", "-"}:
            return None
        parts = [part for part in low.replace("'", "").split("-") if part]
        if (
            tokens.words[i].isupper()
            and 1 < len(low) <= need + 1
            and list(low) == letters[need + 1 - len(low) : need + 1]
        ):
            need -= len(low)  # "HM Courts and Tribunals Service (HMCTS)"
        elif parts and parts[0][0] == letters[need]:
            need -= 1
        elif len(parts) > 1 and need >= 1 and parts[-1][0] == letters[need] and parts[0][0] == letters[need - 1]:
            need -= 2
        elif low not in _MINOR:
            return None
        if need < 0:
            return Mention(i, end, tokens.span(i, end), EntityType.TOPIC, clean(tokens, i, end), acronym=acronym)
        i -= 1
    return None


def find_defined(
    tokens: Tokens, pieces: Iterable[Sentence], found: list[Mention], names: Names[Mention]
) -> list[Mention]:
    """The mentions again, with every place where the document uses a name that it has itself defined.

    Of two names in one place the longer stands; of two equally long ones the document's own.
    """
    by_first = {mention.first: mention for mention in found}
    result: list[Mention] = []
    for piece in pieces:
        i = piece.first
        while i < piece.last:
            mention = by_first.get(i)
            own = next(names.at(tokens, i, piece.last), None)
            if own and (mention is None or own[0] >= mention.last):
                end, name = own
                like = name.meaning
                acronym = mention.acronym if mention and mention.last == end else None
                result.append(replace(like, first=i, last=end, span=tokens.span(i, end), acronym=acronym))
                i = end
            elif mention:
                result.append(mention)
                i = max(mention.last, i + 1)
            else:
                i += 1
    return result


def unknown_acronym(tokens: Tokens, i: int, last: int) -> bool:
    """Is this token an acronym that stands for a body nobody has introduced ("belongs to the NLA")?

    Only behind "the", and not before a lower-case noun that it would merely qualify ("the IT systems").
    """
    word = tokens.words[i]
    if not (2 <= len(word) <= 6 and word.isupper() and word.isalpha()) or word in NO_BODY or word.lower() in MONTHS:
        return False
    if i == 0 or tokens.lows[i - 1] != "the":
        return False
    after = tokens.lows[i + 1] if i + 1 < last else "."
    return not after[0].isalpha() or after in FUNCTION_WORDS or after in CONNECTORS or after.endswith("ed")
