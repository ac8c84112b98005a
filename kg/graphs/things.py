"""The names and kinds of the things that edges end in.

Comes in: a view and IRIs.  Goes out: Things.  The one idea: two things never bear the same name in a picture: where
they would, the body that each belongs to is added, then a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.graphs.kinds import kinds
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import REGISTRY_GRAPH, key

_AT_A_TIME = 1000
_NAMES = (
    f"GRAPH <{REGISTRY_GRAPH}> {{ ?id rdfs:label ?told }}",  # best first
    "?id rdfs:label ?told",
    "?id ikg:action ?told",
    "?id ikg:content ?told",
)
_CLASSES = "?id a ?told"
_BODIES = "?id org:postIn|dcterms:isPartOf|org:subOrganizationOf ?body . ?body rdfs:label ?told"


class Thing(NamedTuple):
    """A thing's name, on one line, and its kind."""

    label: str
    kind: str


def one_line(text: str) -> str:
    """The text on one line: white space as single blanks, control characters as the mark for what cannot be shown.

    >>> one_line(" Port\\n Authority\\x00")
    'Port Authority\\ufffd'
    """
    shown = text if text.isprintable() else "".join(map(_visible, text))
    return " ".join(shown.split())


def _visible(letter: str) -> str:
    number = ord(letter)
    if letter.isspace():
        return " "
    if number < 32 or 127 <= number < 160 or 0xD800 <= number < 0xE000 or number in {0xFFFE, 0xFFFF}:
        return "\ufffd"
    return letter


def things(view: View, iris: Iterable[str]) -> dict[str, Thing]:
    """Each IRI's thing, no two of them with the same name."""
    every = sorted(iris)
    names: dict[str, str] = {}
    bodies: dict[str, str] = {}
    kind_of: dict[str, str] = {}
    for some in _batches(every):
        for pattern in _NAMES:
            unnamed = [iri for iri in some if iri not in names]
            names.update(_shortest(_told(view, unnamed, pattern)))
        kind_of.update(_kinds(_told(view, some, _CLASSES)))
        bodies.update(_shortest(_told(view, some, _BODIES)))
    for iri in every:
        names.setdefault(iri, one_line(key(iri)) if key(iri) != iri else one_line(short(iri)))
    labels = _told_apart(every, names, bodies)
    return {iri: Thing(labels[iri], kind_of.get(iri, "thing")) for iri in every}


def _batches(iris: Sequence[str]) -> Iterator[list[str]]:
    left = iter(iris)
    while some := list(islice(left, _AT_A_TIME)):
        yield some


def _told(view: View, iris: Sequence[str], pattern: str) -> Iterator[tuple[str, str]]:
    """What a pattern tells of each of the IRIs."""
    if not iris:
        return
    values = " ".join(str(NamedNode(iri)) for iri in iris)
    found = view.query(f"SELECT ?id ?told WHERE {{ VALUES ?id {{ {values} }} {pattern} }}")
    for row in found if isinstance(found, QuerySolutions) else ():
        iri, told = row[0], row[1]
        if isinstance(iri, NamedNode) and isinstance(told, Literal | NamedNode):
            yield iri.value, told.value


def _shortest(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    best: dict[str, str] = {}
    for iri, text in told:
        name = one_line(text)
        if name and (iri not in best or (len(name), name) < (len(best[iri]), best[iri])):
            best[iri] = name
    return best


def _kinds(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    order = {kind.rdf_class: (place, name) for place, (name, kind) in enumerate(kinds().items())}
    best: dict[str, tuple[int, str]] = {}
    for iri, rdf_class in told:
        if rdf_class in order:
            best[iri] = min(best.get(iri, order[rdf_class]), order[rdf_class])
    return {iri: name for iri, (_, name) in best.items()}


def _told_apart(iris: Sequence[str], names: dict[str, str], bodies: dict[str, str]) -> dict[str, str]:
    shared = Counter(names.values())
    scoped = {
        iri: f"{names[iri]} ({bodies[iri]})"
        if iri in bodies and (shared[names[iri]] > 1 or len(names[iri].split()) < 3)
        else names[iri]
        for iri in iris
    }
    taken: set[str] = set()
    for iri in iris:
        name, number = scoped[iri], 1
        while scoped[iri] in taken:
            number += 1
            scoped[iri] = f"{name} ({number})"
        taken.add(scoped[iri])
    return scoped
