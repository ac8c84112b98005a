"""The words by which minutes report speech: from the speech-act vocabulary to lookups.

Comes in: ``ontology/vocabularies/speech-acts.ttl``.  Goes out: :class:`Predicates`.  An ``skos:altLabel`` is a predicate in
base form ("point out", "be keen that", "express concern"), an ``skos:hiddenLabel`` a noun that names the act
("suggestion"), an ``ikg:Frame`` says which act a predicate evokes before which complement ("ask" + "to").
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.lexicon.inflection import forms
from kg.lexicon.turtle import Described
from kg.terms import ACT
from kg.values import value

# words that may stand inside a predicate without changing it: "made the (general) point that"
FILLERS = frozenset(
    """
    a an the his her its their this that these those some any no great much serious further considerable
    strong several own
    """.split()
)


@value
class Predicate:
    """One predicate: the words after its head, its base form, its act and what its head's form can be."""

    rest: tuple[str, ...]
    base: str
    act: str
    form: frozenset[str]
    adjectival: bool = False


@dataclass(slots=True)
class Predicates:
    """Predicates by the inflected form of their head; nouns; complements; negation."""

    verbs: dict[str, list[Predicate]] = field(default_factory=lambda: defaultdict(list))
    adjectives: dict[str, list[Predicate]] = field(default_factory=lambda: defaultdict(list))
    nouns: dict[str, str] = field(default_factory=dict)
    frames: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    negated: dict[str, str] = field(default_factory=dict)


def compile_predicates(described: Described) -> Predicates:
    """The lookups of a described speech-act vocabulary."""
    found, taken = Predicates(), set[tuple[bool, str, str]]()
    for subject in list(described.subjects):
        if not subject.startswith(ACT) or subject == ACT:
            continue
        act = subject.removeprefix(ACT)
        for label in described.all(subject, "skos:altLabel"):
            _add(found, label.lower(), act, taken)
        for noun in described.all(subject, "skos:hiddenLabel"):
            found.nouns.setdefault(noun.lower(), act)
            found.nouns.setdefault(plural(noun.lower()), act)
        for other in described.all(subject, "ikg:negated"):
            found.negated[act] = other.removeprefix(ACT)
    for frame in described.of_type("ikg:Frame"):
        evoked = (described.one(frame, "ikg:evokes") or "").removeprefix(ACT)
        for predicate in described.all(frame, "ikg:predicate"):
            for complement in described.all(frame, "ikg:complement"):
                found.frames[predicate.lower()][complement.lower()] = evoked
    for predicate, complements in found.frames.items():
        _add(found, predicate, next(iter(complements.values())), taken)
    for entries in (*found.verbs.values(), *found.adjectives.values()):
        entries.sort(key=_weight)
    return found


def _weight(entry: Predicate) -> tuple[int, bool]:
    """Longer predicates first; of two as long, one with a word of content ("make no secret") before one with "of" or "to"."""
    return -len(entry.rest), bool(entry.rest) and len(entry.rest[0]) <= _SHORT


_SHORT = 3  # letters of "of", "to", "out"


def plural(noun: str) -> str:
    """The regular plural of a noun.

    >>> plural("inquiry"), plural("wish"), plural("view")
    ('inquiries', 'wishes', 'views')
    """
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _add(found: Predicates, label: str, act: str, taken: set[tuple[bool, str, str]]) -> None:
    """Take up a predicate in each of its forms, of which those that are ``taken`` by the same words stay with their act."""
    head, *rest = label.replace("’", "'").split()
    if head == "be" and rest:
        head, *rest = rest
        if head in FILLERS:
            return
        table, inflected = found.adjectives, {head: frozenset[str]()}
    else:
        table, inflected = found.verbs, forms(head)
    kept = tuple(word for word in rest if word not in FILLERS or word in {"this", "that"})
    adjectival = table is found.adjectives
    for form, what in inflected.items():
        if (adjectival, form, label) not in taken:
            taken.add((adjectival, form, label))
            table[form].append(Predicate(kept, label, act, what, adjectival))
