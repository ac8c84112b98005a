"""What the index holds, as ``ontology/index`` declares it: types of entities, kinds of facts, kinds of ties.

Comes in: ``things.toml``, ``facts.toml``, ``ties.toml``.  Goes out: frozen values.  The one idea: a new kind of fact or tie,
or another weight, is a line in a file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg import resources
from kg.errors import SettingError
from kg.terms import expand

LINK = "link"
# The columns of a fact: which of its values stands in which is declared.
COLUMNS = (
    "act",
    "strength",
    "status",
    "begins",
    "ends",
    "phrase",
    "detail",
    "agenda",
    "rule",
    "answers",
    "made_in",
    "follows",
)
VOCABULARIES = ("act", "strength", "status", "kind")
BOTH, OUT, IN = "both", "out", "in"


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact: its class, the property of its words, its roles by their properties, its values by column."""

    name: str
    rdf_class: str
    text: str
    roles: tuple[tuple[str, str], ...]
    stands: frozenset[str]
    values: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TieKind:
    """A kind of tie: from which roles to which roles of which facts, its weight, and its words from both sides."""

    name: str
    weight: int
    facts: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    words: tuple[str, str]
    of: tuple[str, str]

    @property
    def symmetric(self) -> bool:
        """Do both sides play the same part?"""
        return self.source == self.target

    def told(self, way: str, count: int) -> str:
        """The tie in words: ``2 meetings together``."""
        one, several = self.of if way == IN else self.words
        return f"{count} {one if count == 1 else several}"


def local(iri: str) -> str:
    """The last part of an IRI: ``speaker`` of ``…/ontology#speaker``."""
    return iri.rstrip("/").rpartition("#")[2].rpartition("/")[2]


@cache
def types() -> dict[str, tuple[str, ...]]:
    """Each type of entity with its classes, in the order in which they are tried."""
    return {name: tuple(map(expand, _listed(classes))) for name, classes in _read("things")["types"].items()}


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """Words for several types at once, such as ``organisations``."""
    return {name: tuple(members) for name, members in _read("things")["lists"].items()}


@cache
def told_properties() -> tuple[str, ...]:
    """The properties of plain triples that an entity shows."""
    return tuple(map(expand, _read("things")["told"]["properties"]))


@cache
def fact_kinds() -> dict[str, FactKind]:
    """Each kind of fact by its name."""
    return {name: _fact_kind(name, told) for name, told in _read("facts").items()}


@cache
def tie_kinds() -> dict[str, TieKind]:
    """Each kind of tie by its name, plain links included."""
    return {name: _tie_kind(name, told) for name, told in _read("ties").items()}


@cache
def link_properties() -> frozenset[str]:
    """The properties whose plain triples tie two entities."""
    return frozenset(map(expand, _read("ties")[LINK]["properties"]))


def _fact_kind(name: str, told: dict[str, Any]) -> FactKind:
    return FactKind(
        name=name,
        rdf_class=expand(told["class"]),
        text=expand(told["text"]),
        roles=tuple((local(expand(role)), expand(role)) for role in told["roles"]),
        stands=frozenset(told["stands"]),
        values=tuple((column, expand(property_)) for column, property_ in told["values"].items()),
        events=tuple(told["events"].items()),
    )


def _tie_kind(name: str, told: dict[str, Any]) -> TieKind:
    one, several = told["words"]
    other_one, other_several = told.get("of", told["words"])
    return TieKind(
        name=name,
        weight=told["weight"],
        facts=tuple(_listed(told.get("fact", ()))),
        source=tuple(told.get("from", ())),
        target=tuple(told.get("to", ())),
        words=(one, several),
        of=(other_one, other_several),
    )


def _listed(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def folder() -> Path:
    """Where the declarations lie."""
    return resources.ontology() / "index"


@cache
def _read(name: str) -> dict[str, Any]:
    path = folder() / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise SettingError("file", str(path), f"cannot be read: {fault}") from fault
