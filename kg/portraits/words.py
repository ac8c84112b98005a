"""How pages speak: the order, headings and words of ``ontology/pages.toml``, and labels out of the graph."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode

from kg import resources
from kg.answers import answer
from kg.patterns import expression
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import expand

_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")
_LABELS = """SELECT ?thing ?label WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing rdfs:label ?label BIND(1 AS ?rank) }}
  UNION {{ ?thing ikg:action|ikg:content|dcterms:title|oa:exact ?label BIND(2 AS ?rank) }}
}} ORDER BY ?thing ?rank STRLEN(?label) ?label"""


@dataclass(frozen=True, slots=True)
class Speech:
    """What a page says in which order."""

    order: tuple[str, ...]
    hidden: frozenset[str]
    no_mention: frozenset[str]
    told_of_facts: tuple[str, ...]
    headings: dict[str, str]

    def rank(self, properties: tuple[str, ...], property_: str) -> tuple[int, str]:
        """Where a property stands: in the order that is declared, then by its name."""
        return (properties.index(property_) if property_ in properties else len(properties), property_)


@cache
def speech() -> Speech:
    """The declared order and words."""
    told = tomllib.loads((resources.ontology() / "pages.toml").read_text(encoding="utf-8"))
    return Speech(
        order=tuple(map(expand, told["order"])),
        hidden=frozenset(map(expand, told["hidden"])),
        no_mention=frozenset(map(expand, told["no_mention"])),
        told_of_facts=tuple(map(expand, told["told_of_facts"])),
        headings={expand(one["property"]): one["heading"] for one in told["mention"]},
    )


def labels(view: View, things: Iterable[str]) -> dict[str, str]:
    """The best name of each thing that has one."""
    nodes = " ".join(f"<{thing}>" for thing in sorted(set(things)) if is_iri(thing))
    found: dict[str, str] = {}
    if nodes:
        for thing, label in answer(view, _LABELS.format(things=nodes)).rows:
            found.setdefault(str(thing), str(label))
    return found


def is_iri(text: str) -> bool:
    """Is it an IRI that a query may hold?"""
    if not text.startswith(("http://", "https://", "urn:")):
        return False
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def plain(iri: str) -> str:
    """A property without a label in words: ``org:subOrganizationOf`` reads "sub organization of"."""
    name = short(iri)
    local = re.split(r"[:#/]", name)[-1] or name
    return _CAMEL.sub(" ", local).replace("-", " ").lower()
