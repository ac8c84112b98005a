"""The short forms that stand in brackets behind a name: "Parole Board (PB)", "Ennor Water Limited (the Company)".

Comes in: the mentions found by registry and form.  Goes out: the same with their short forms, and phrases that only a bracket makes names.
The one idea: the letters in the bracket are the initials of the words before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from kg.mentions.runs import clean
from kg.model import BODIES, EntityType, Mention
from kg.patterns import expression
from kg.sentences import Tokens

_ACRONYM = expression(r"[A-Z][A-Za-z0-9&]*[A-Z][A-Za-z0-9&]*s?|[A-Z]{2,}s?")
_QUOTES = frozenset("\"“”'‘’")
_MINOR = frozenset("of for and the & to in on with a an ( )".split())


def with_acronyms(tokens: Tokens, found: list[Mention]) -> list[Mention]:
    """Each mention, in order of place, with the short form that stands in brackets right behind it, and phrases that only brackets define."""
    by_end = {mention.last: index for index, mention in enumerate(found)}
    extra: list[Mention] = []
    words, end = tokens.words, len(tokens)
    brackets = list(_places(words, "("))
    taken = {index for mention in found for index in range(mention.first, mention.last)} if brackets else set()
    for i in brackets:
        if not 0 < i < end - 2 or words[i + 2] != ")" or not _ACRONYM.fullmatch(words[i + 1]):
            continue
        acronym = words[i + 1]
        index = by_end.get(i)
        if index is not None:
            if found[index].type is EntityType.POST and _is_of_scope(tokens, found[index], acronym):
                found[index] = replace(found[index], scope_acronym=acronym)
            elif found[index].name != acronym:
                found[index] = replace(_widen(tokens, found[index], acronym, taken), acronym=acronym)
        elif phrase := _initialled(tokens, i, acronym):
            whole = bisect_left(found, phrase.first, key=attrgetter("first"))
            if not (whole < len(found) and found[whole].first == phrase.first and found[whole].type in BODIES):
                extra.append(phrase)
            else:  # "Water Quality Inspectorate NI (WQINI)": a body with the place that it is for
                found[whole] = replace(
                    found[whole], last=i, span=phrase.span, name=phrase.name, acronym=acronym, known=None
                )
    _behind_commas(tokens, found, by_end)
    _called(tokens, found, by_end)
    found = _partly(tokens, found, by_end, brackets)
    if not extra:
        return found
    found = _without_terms(found, extra)
    covered = {index for mention in extra for index in range(mention.first, mention.last)}
    kept = [
        mention for mention in found if not covered.intersection(range(mention.first, mention.last)) or mention.acronym
    ]
    spans = {index for mention in kept for index in range(mention.first, mention.last)}
    return sorted([*kept, *(m for m in extra if not spans.intersection(range(m.first, m.last)))], key=lambda m: m.first)


def _places(words: list[str], mark: str) -> Iterator[int]:
    """The tokens that are a mark, which few are, in order."""
    i = -1
    for _ in range(words.count(mark)):
        i = words.index(mark, i + 1)
        yield i


def _called(tokens: Tokens, found: list[Mention], by_end: dict[int, int]) -> None:
    """ "Ennor Water Limited (the Company)", with or without quotation marks, "Ennor Water (Ennor)": the word by which the text goes on to call it."""
    count = len(tokens)
    for i, index in by_end.items():
        if i + 3 >= count or tokens.words[i] != "(":
            continue
        j = i + 1 + (tokens.words[i + 1] in _QUOTES)
        k = j + (tokens.lows[j] == "the")
        end = k + 1 + (tokens.words[k + 1] in _QUOTES) if k + 1 < count else k
        word = tokens.words[k]
        marked = k > i + 1 or (found[index].type in BODIES and found[index].name.startswith(f"{word} "))
        named = end < count and tokens.words[end] == ")" and word[0].isupper() and not word.isupper()
        if named and marked and not found[index].acronym:
            scope = found[index].type is EntityType.POST and f" {word}" in found[index].name.partition(" of ")[2]
            found[index] = replace(found[index], scope_acronym=word) if scope else replace(found[index], acronym=word)


def _partly(tokens: Tokens, found: list[Mention], by_end: dict[int, int], brackets: list[int]) -> list[Mention]:
    """ "North Fal Navigation and Waters Authority (North Fal NWA)": the first words of the name, and the letters of those behind them."""
    inside: set[int] = set()
    for i in brackets:
        index = by_end.get(i, -1)
        name = found[index] if index >= 0 else None
        if name is None or name.acronym or name.type not in BODIES:
            continue
        shared = 0
        while tokens.words[i + 1 + shared] == tokens.words[name.first + shared] and name.first + shared < name.last:
            shared += 1
        last = i + 1 + shared
        closed = shared and tokens.words[last + 1 : last + 2] == [")"] and _ACRONYM.fullmatch(tokens.words[last])
        rest = _initialled(tokens, i, tokens.words[last]) if closed else None
        if rest is not None and rest.first == name.first + shared:
            found[index] = replace(name, acronym=clean(tokens, i + 1, last + 1))
            inside.update(range(i + 1, last + 1))
    return [mention for mention in found if mention.first not in inside] if inside else found


def _behind_commas(tokens: Tokens, found: list[Mention], by_end: dict[int, int]) -> None:
    """Within brackets a short form may stand behind a comma: "(United Care Providers' Association, UCPA)"."""
    count = len(tokens)
    for i, index in by_end.items():
        if i >= count - 2 or tokens.words[i] != "," or tokens.words[i + 2] != ")":
            continue
        acronym = tokens.words[i + 1]
        if _ACRONYM.fullmatch(acronym) and not found[index].acronym and _initialled(tokens, i, acronym):
            found[index] = replace(found[index], acronym=acronym)


def _without_terms(found: list[Mention], phrases: list[Mention]) -> list[Mention]:
    """ "Serious further offences (SFOs) … nine SFO notifications": letters that the text gives to many of a kind are no known body's."""
    several = [phrase.acronym for phrase in phrases if phrase.acronym and phrase.acronym.endswith("s")]
    terms = {form for letters in several for form in (letters, letters.removesuffix("s"))}
    return [one for one in found if one.known is None or one.name not in terms] if terms else found


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
        if not low[0].isalnum() and low not in {"&", "'", "’", "-", "(", ")"}:
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
