"""Two names joined by "and" that look like one: "Safer Wessex and Wessex Police", beside "Argyll and Bute Council".

Comes in: the names of a document.  Goes out: the names again, those of two parted.  The one idea: where the document names the second half by
itself elsewhere, the two halves are two bodies; a committee for this and that is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg.mentions.apart import known_at
from kg.mentions.phrases import AND
from kg.mentions.runs import clean
from kg.mentions.scan import Scanner
from kg.mentions.words import CONNECTORS, ESTABLISHMENTS, OF_SUBJECTS, RESIDENCES
from kg.model import BODIES, EntityType, Mention


def parted(scanner: Scanner, found: list[Mention]) -> tuple[list[Mention], frozenset[int]]:
    """The names, two where two are joined, and the tokens at which they were parted."""
    named = {mention.name: mention for mention in found if mention.type in BODIES}
    names: list[Mention] = []
    ands: set[int] = set()
    for mention in found:
        joined = not mention.known and not AND.isdisjoint(scanner.tokens.lows[mention.first : mention.last])
        both = chain(_halves(scanner, mention, named), _registered(scanner, mention)) if joined else ()
        halves = next(iter(both), None)
        names += [mention] if halves is None else halves
        if halves is not None:
            ands.add(halves[-1].first - 1)
    return names, frozenset(ands)


def named_in_full(scanner: Scanner, found: list[Mention]) -> list[Mention]:
    """The names again: "Bryn Awel", which looks like a person, is the hospital that the document calls Bryn Awel Hospital elsewhere."""
    heads = ESTABLISHMENTS | RESIDENCES
    full = {
        mention.name.rsplit(" ", 1)[0]: mention
        for mention in found
        if mention.type in BODIES and mention.name.split()[-1].lower() in heads
    }
    return [
        replace(full[one.name], first=one.first, last=one.last, span=one.span)
        if one.type is EntityType.PERSON
        and one.name in full
        and one.last - one.first > 1
        and scanner.tokens.lows[one.first] not in scanner.lexicon.honorifics
        else one
        for one in found
    ]


def _halves(scanner: Scanner, mention: Mention, named: dict[str, Mention]) -> Iterator[list[Mention]]:
    """The names on both sides of an "and" behind which a body stands that has its name to itself elsewhere."""
    tokens = scanner.tokens
    if mention.type is not EntityType.ORGANISATION:
        return
    for j in range(mention.first + 1, mention.last - 2):
        other = named.get(clean(tokens, j + 1, mention.last)) if tokens.lows[j] in AND else None
        if other is None or not _may_part(scanner, mention, j):
            continue
        second = scanner.mention(j + 1, mention.last, other.type, head=mention.head)
        yield [*scanner.names(mention.first, j), second]


def _registered(scanner: Scanner, mention: Mention) -> Iterator[list[Mention]]:
    """ "HM Inspectorate of Prisons and Ofsted": two names of which the registry knows each, and not the whole."""
    lows = scanner.tokens.lows
    for j in [j for j in range(mention.first + 1, mention.last - 1) if lows[j] in AND]:
        one, other = known_at(scanner, mention.first, j), known_at(scanner, j + 1, mention.last)
        if other is None or other.last != mention.last or other.type not in BODIES:
            continue
        if one and one.last == j and one.type in BODIES:
            yield [one, other]
        elif mention.head and mention.head in scanner.tokens.bases[mention.first : j]:
            first = [form for form in scanner.names(mention.first, j) if form.type is EntityType.ORGANISATION]
            if first and first[0].first == mention.first and first[0].last == j:
                yield [first[0], other]  # "Board for Crypts and Ofsted"


def _may_part(scanner: Scanner, mention: Mention, j: int) -> bool:
    """Two words at least before "and", of which none joins, and a head that is of no subjects ("Housing Benefits and Scrutiny Committee")."""
    before = scanner.tokens.lows[mention.first : j]
    return len(before) > 1 and not CONNECTORS & set(before) and mention.head not in OF_SUBJECTS
