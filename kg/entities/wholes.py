"""Names made as long as the attendance list tells that they are.

Comes in: the mentions of a document and its attendance list.  Goes out: the mentions, some joined, lengthened or parted.  The one idea: where somebody comes from is
one body and a whole one, here and wherever else the minutes name it.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import BODIES, EntityType, Mention
from kg.sentences import Tokens

_NAMED = frozenset({*BODIES, EntityType.POST})
_LONGEST_TAIL = 3  # tokens
_JOINS = frozenset("of the and & for in".split())


def whole(
    found: list[Mention], tokens: Tokens, ends: dict[int, int], homes: set[str], lexicon: Lexicon
) -> list[Mention]:
    """The mentions, each no shorter and no longer than the body that an entry gives: ``ends`` tells where it ends by where it begins in the text, ``homes``
    are the names of all of them in small letters."""
    found = [part for mention in found for part in _parted(mention, tokens, homes)]
    return [_lengthened(one, tokens, ends) for one in _undivided(found, tokens, ends, lexicon)]


def _undivided(found: list[Mention], tokens: Tokens, ends: dict[int, int], lexicon: Lexicon) -> list[Mention]:
    """ "HM Prison and Probation Training Board", where somebody comes from, is one body though its halves look like two."""
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last and last.type in BODIES and mention.type in BODIES and not (last.known or mention.known):
            joined = tokens.lows[last.last : mention.first] in (["and"], ["&"])
            one = ends.get(last.span.start) == mention.span.end
            if joined and one and mention.name.split()[-1].lower() in lexicon.bodies:
                kept[-1] = _spanning(mention, tokens, last.first, mention.last)
                continue
        kept.append(mention)
    return kept


def _lengthened(mention: Mention, tokens: Tokens, ends: dict[int, int]) -> Mention:
    """ "King's College London", where somebody comes from: the capitals behind the head belong to the name."""
    end = ends.get(mention.span.start, 0)
    if mention.known or mention.type not in BODIES or mention.acronym or end <= mention.span.end:
        return mention
    last = mention.last
    while last < len(tokens) and tokens.ends[last] <= end:
        last += 1
    tail = tokens.words[mention.last : last]
    if not 0 < len(tail) <= _LONGEST_TAIL or tokens.ends[last - 1] != end or tail[-1].isupper():
        return mention
    proper = all(word[0].isupper() or word in _JOINS for word in tail)
    return _spanning(mention, tokens, mention.first, last) if proper else mention


def _parted(mention: Mention, tokens: Tokens, homes: set[str]) -> list[Mention]:
    """ "Regulator of Crypts and Stonegrave Wales": where somebody comes from Stonegrave Wales, that is no part of what is regulated."""
    if mention.known or mention.type not in _NAMED or mention.acronym or mention.name.lower() in homes:
        return [mention]
    for at in range(mention.first + 1, mention.last - 1):
        tail = _name(tokens, at + 1, mention.last) if tokens.bases[at] == "and" else ""
        if tail.lower() in homes and (" " in tail or tail.isupper()):
            first = _spanning(mention, tokens, mention.first, at)
            scope = mention.scope.removesuffix(tail).rstrip().removesuffix("and").removesuffix("&").rstrip()
            span = tokens.span(at + 1, mention.last)
            second = Mention(at + 1, mention.last, span, EntityType.ORGANISATION, tail, head=mention.head)
            lone = first.type in BODIES and at - mention.first == 1  # "… for Scotland and Fal Pilots' Forum"
            return [second] if lone else [replace(first, scope=scope), second]
    return [mention]


def _spanning(mention: Mention, tokens: Tokens, first: int, last: int) -> Mention:
    return replace(mention, first=first, last=last, span=tokens.span(first, last), name=_name(tokens, first, last))


def _name(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.words[first:last]).replace("’", "'")
