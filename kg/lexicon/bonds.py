"""The words by which minutes bind somebody to act: from ``data/lexicon/bonds.ttl`` to a lookup.

Comes in: patterns in base form ("be prepared to", "ask * to").  Goes out: the bonds by the inflected form of their head.
The one idea: whom a pattern binds and how firmly is said with the pattern, so that a new wording needs no Python.
"""

from __future__ import annotations

from collections import defaultdict

from kg.lexicon.inflection import forms
from kg.lexicon.turtle import Described
from kg.values import value

STRENGTH = "https://w3id.org/inspectorate-kg/strength/"
ARTICLES = frozenset("a an the his her its their our".split())


_STANDING_FOR_MANY = {"*", "-ing", "self"}


@value
class Bond:
    """One pattern: the words after its head, what must follow (``to``, ``that``, ``-ing`` or nothing), whom it binds.

    ``before`` are the words before the place of the one bound ("call on *"), ``after`` those behind it; a pattern without
    that place has only ``before``.
    """

    base: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    open: bool
    copula: bool
    binds: str
    strength: str
    negated: str | None
    needs: frozenset[str] = frozenset()  # the words without which it is not


def compile_bonds(described: Described, subjects: list[str]) -> dict[str, list[Bond]]:
    """Form of the head -> its bonds, the longest first."""
    found: dict[str, list[Bond]] = defaultdict(list)
    for subject in subjects:
        binds = described.one(subject, "ikg:binds") or "subject"
        strength = (described.one(subject, "ikg:positiveStrength") or "").removeprefix(STRENGTH)
        negated = (described.one(subject, "ikg:negatedStrength") or "").removeprefix(STRENGTH) or None
        for label in described.all(subject, "skos:altLabel"):
            words = [word for word in label.lower().split() if word not in ARTICLES]
            copula = words[0] == "be"
            head, *rest = words[1:] if copula else words
            place = rest.index("*") if "*" in rest else len(rest)
            bond = Bond(
                label, tuple(rest[:place]), tuple(rest[place + 1 :]), "*" in rest, copula, binds, strength, negated,
                frozenset(rest) - _STANDING_FOR_MANY,
            )  # fmt: skip
            for form in {head: None} if copula else forms(head):
                found[form].append(bond)
    for bonds in found.values():
        bonds.sort(key=lambda bond: -len(bond.before) - len(bond.after))
    return dict(found)
