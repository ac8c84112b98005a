"""Turtle files as plain dictionaries: the quickest way from a vocabulary to the lookups of the reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern

import pyoxigraph as ox

from kg.errors import SettingError
from kg.terms import expand

RDF_TYPE = expand("rdf:type")


@dataclass(slots=True)
class Described:
    """Subject IRI -> property IRI -> values (lexical forms or IRIs), in the order of the files."""

    subjects: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def of_type(self, name: str) -> Iterator[str]:
        """Every subject of a class (a prefixed name)."""
        wanted = expand(name)
        return (subject for subject, about in self.subjects.items() if wanted in about.get(RDF_TYPE, ()))

    def all(self, subject: str, name: str) -> list[str]:
        """The values of one property."""
        about = self.subjects.get(subject)
        return list(about.get(expand(name), ())) if about else []

    def one(self, subject: str, name: str) -> str | None:
        """The first value of one property."""
        found = self.all(subject, name)
        return found[0] if found else None

    def with_property(self, name: str) -> Iterator[tuple[str, list[str]]]:
        """Every subject that has a property, with its values."""
        wanted = expand(name)
        return ((subject, about[wanted]) for subject, about in self.subjects.items() if wanted in about)


def describe(paths: Iterable[Path]) -> Described:
    """All triples of some Turtle files.  A file that does not parse is a :class:`SettingError` naming file and line."""
    found = Described()
    subjects = found.subjects
    for path in paths:
        try:
            for subject, predicate, value, _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                subjects[_text(subject)][_text(predicate)].append(_text(value))
        except (SyntaxError, ValueError, OSError) as error:
            raise SettingError("vocabulary", str(path), str(error)) from error
    return found


def _text(term: object) -> str:
    value = getattr(term, "value", None)
    return intern(str(term) if value is None else value)
