"""The second look for names: every place where the document uses a name that it has itself defined.

Comes in: the mentions of the first look and the document's own names.  Goes out: mentions, none overlapping.  The one idea: of two names in
one place the longer stands; of two equally long ones the document's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from kg.lexicon import Known, Names, Registry
from kg.mentions.runs import clean
from kg.mentions.words import CONNECTORS, FUNCTION_WORDS, MONTHS, NO_BODY, OF_SUBJECTS
from kg.model import EntityType, Mention
from kg.sentences import Sentence, Tokens


def find_defined(
    tokens: Tokens, pieces: Iterable[Sentence], found: list[Mention], names: Names[Mention]
) -> list[Mention]:
    """The mentions again, with every place where the document uses a name that it has itself defined.

    Of two names in one place the longer stands; of two equally long ones the document's own.
    """
    by_first = {mention.first: mention for mention in found}
    begins = frozenset(names.places(tokens, 0, len(tokens)))
    places = sorted({*by_first, *begins})
    result: list[Mention] = []
    for piece in pieces:
        after = piece.first
        for i in places[bisect_left(places, piece.first) : bisect_left(places, piece.last)]:
            if i < after:
                continue
            mention = by_first.get(i)
            own = next(iter(names.fitting(tokens, i, piece.last)), None) if i in begins else None
            if own and own[1].meaning.head == "short" and not _stands_alone(tokens, i, own[0]):
                own = None
            if mention and own and (two := _joined(tokens, names, mention)):
                result += two
                after = mention.last
            elif own and (mention is None or own[0] >= mention.last):
                end, name = own
                like = name.meaning
                acronym = mention.acronym if mention and mention.last == end else None
                result.append(like.at(i, end, tokens.span(i, end), acronym))
                after = end
            elif mention:
                result.append(mention)
                after = mention.last
    return result


def _stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Is the short name of a firm ("Keystone") here no part of another name and no place ("in Keystone")?"""
    before = tokens.words[first - 1] if first and tokens.starts[first] - tokens.ends[first - 1] < 2 else ""
    behind = tokens.words[last] if last < len(tokens) and not tokens.lows[last - 1].endswith(("'s", "s'")) else ""
    return not (
        before[:1].isupper() or before in {"in", "at", "near", "around", "outside", "–", "/"} or behind[:1].isupper()
    )


def _joined(tokens: Tokens, names: Names[Mention], mention: Mention) -> list[Mention]:
    """The two names of the document that the form of a name took for one: "Rother Homes and the Alder Centre"."""
    if mention.known or mention.type is not EntityType.ORGANISATION:
        return []
    for end, name in names.at(tokens, mention.first, mention.last):
        k = end
        while k < mention.last and tokens.lows[k] in CONNECTORS and k - end < 2:
            k += 1
        other = (
            next(names.at(tokens, k, mention.last), None)
            if k > end and tokens.lows[end] in {"and", "&", "to"}
            else None
        )
        if other and other[0] == mention.last:
            return [
                replace(name.meaning, first=mention.first, last=end, span=tokens.span(mention.first, end)),
                replace(other[1].meaning, first=k, last=other[0], span=tokens.span(k, other[0])),
            ]
        rest = mention.last - k
        whole = name.meaning.head != "short" and mention.head not in OF_SUBJECTS and end - mention.first > 1
        if whole and k > end and tokens.lows[end] in {"and", "&"} and rest > 2:  # "Carers' Link and Oban High School"
            behind = replace(mention, first=k, span=tokens.span(k, mention.last), name=clean(tokens, k, mention.last))
            return [replace(name.meaning, first=mention.first, last=end, span=tokens.span(mention.first, end)), behind]
    return []


def unknown_acronym(tokens: Tokens, i: int, last: int) -> bool:
    """Is this token an acronym that stands for a body nobody has introduced ("belongs to the NLA")?

    Only behind "the", and not before a lower-case noun that it would merely qualify ("the IT systems").
    """
    if i == 0 or tokens.lows[i - 1] != "the":
        return False
    word = tokens.words[i]
    if not (2 <= len(word) <= 6 and word.isupper() and word.isalpha()) or word in NO_BODY or word.lower() in MONTHS:
        return False
    after = tokens.lows[i + 1] if i + 1 < last else "."
    return not after[0].isalpha() or after in FUNCTION_WORDS or after in CONNECTORS or after.endswith("ed")


def of_acronym(tokens: Tokens, i: int, registry: Registry) -> Mention:
    """What an acronym stands for that nobody explains: a body, or the one post with these initials whose field the text speaks of."""
    word, span = tokens.words[i], tokens.span(i, i + 1)
    posts = [post for post in registry.posts_by_initials.get(word, ()) if _speaks_of(tokens, post)]
    if len(posts) == 1:
        return Mention(i, i + 1, span, EntityType.POST, word, known=posts[0].key)
    return Mention(i, i + 1, span, EntityType.ORGANISATION, word, head="acronym")


def _speaks_of(tokens: Tokens, post: Known) -> bool:
    """Do all words of the title but its last stand in the text ("victims", of the Victims' Commissioner)?"""
    return all(word.strip("'") in tokens.bases for word in post.label.lower().split()[:-1])
