"""One thing of the graph with all that is told of it and the words that tell it.

Comes in: an IRI.  Goes out: a Profile.  The one idea: what is said *of* a thing and what is said *about* it elsewhere
are both read from the union of all graphs, each with its quote where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.answers import Value, answer
from kg.errors import NotFound, QueryError
from kg.names import things_named
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import expand

_NAMES = """SELECT DISTINCT ?name WHERE {{
  {{ {thing} rdfs:label ?name BIND(1 AS ?rank) }} UNION {{ {thing} skos:altLabel|foaf:name ?name BIND(2 AS ?rank) }}
}} ORDER BY ?rank ?name"""

_TOLD = """SELECT DISTINCT ?property ?value ?label WHERE {{
  {thing} ?property ?value
  FILTER(?property NOT IN (rdfs:label, skos:altLabel, skos:prefLabel, foaf:name, schema:text,
    ikg:evidence, ikg:unmapped, ikg:reason))
  OPTIONAL {{ ?value rdfs:label|ikg:action|ikg:content ?label }}
}} ORDER BY ?property ?label ?value"""

_MENTIONED = """SELECT DISTINCT ?property ?fact WHERE {{
  ?fact ?property {thing} .
  FILTER(?property NOT IN (rdf:subject, rdf:object, prov:wasQuotedFrom))
}}"""

_DETAILS = """SELECT DISTINCT ?fact ?kind ?label ?rule WHERE {{
  VALUES ?fact {{ {facts} }}
  OPTIONAL {{ ?fact a ?kind FILTER(STRSTARTS(STR(?kind), STR(ikg:))) }}
  OPTIONAL {{ ?fact rdfs:label|ikg:action|ikg:content ?label }}
  OPTIONAL {{ ?fact ikg:rule ?rule }}
}} ORDER BY ?kind ?label ?rule"""

# Not an OPTIONAL of the above: the engine would look at every quote that there is.
_WORDS = """SELECT DISTINCT ?fact ?words ?source WHERE {{
  VALUES ?fact {{ {facts} }}
  ?fact ikg:evidence ?quote . ?quote oa:exact ?words ; oa:start ?start ; prov:wasQuotedFrom/dcterms:source ?source
}} ORDER BY ?source ?start"""

_REASONS = """SELECT DISTINCT ?reason WHERE {{
  {{ {thing} ikg:reason ?own BIND(CONCAT("it was found as: ", ?own) AS ?reason) }}
  UNION {{ {thing} ikg:rule ?rule BIND(CONCAT("the rule ", ?rule) AS ?reason) }}
  UNION {{ {thing} ikg:speaker|ikg:addressee|ikg:actor|ikg:beneficiary|ikg:conductedBy|ikg:inspectedBody ?agent .
    ?agent ikg:reason ?why ; rdfs:label ?label BIND(CONCAT(?label, ": ", ?why) AS ?reason) }}
}} ORDER BY ?reason"""

_QUOTED = """SELECT DISTINCT ?words ?source WHERE {{
  {thing} ikg:evidence ?quote . ?quote oa:exact ?words ; oa:start ?start ;
    prov:wasQuotedFrom/dcterms:source ?source
}} ORDER BY ?source ?start LIMIT {limit}"""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told: by which property, what (an IRI or a value), and its label where it has one."""

    property: str
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact that names the thing, with its words and the document they stand in, where there are any."""

    property: str
    fact: str
    kind: str
    label: str
    words: str
    source: str
    rule: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing with its names, what is told of it, the words that name it, and the facts that name it (and how many more do)."""

    iri: str
    label: str
    names: tuple[str, ...]
    told: tuple[Told, ...]
    quotes: tuple[tuple[str, str], ...]
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...] = ()
    more: int = 0


def find(view: View, name: str) -> list[str]:
    """The IRIs that a name, a prefixed name or an IRI means; raises :class:`kg.errors.NotFound` where there is none."""
    iri = expand(name)
    if iri.startswith(("http://", "https://", "urn:")):
        return [iri]
    found = things_named(view, name)
    if not found:
        raise NotFound("thing", name)
    return found


def profile(view: View, iri: str, *, limit: int = 200) -> Profile:
    """Everything about one thing; at most ``limit`` facts that name it, a fact once for each of its quotes."""
    try:
        thing = str(NamedNode(iri))
    except ValueError as fault:
        raise QueryError(iri, "is not an IRI") from fault
    names = [_text(row[0]) for row in answer(view, _NAMES.format(thing=thing)).rows]
    told = [
        Told(short(_text(row[0])), _text(row[1]), _text(row[2])) for row in answer(view, _TOLD.format(thing=thing)).rows
    ]
    pairs = _pairs(view, thing)
    if not told and not pairs:
        raise NotFound("thing", iri)
    mentions = _mentions(view, pairs[:limit])
    return Profile(
        iri=iri,
        label=names[0] if names else short(iri),
        names=tuple(dict.fromkeys(names[1:])),
        told=tuple(told),
        quotes=tuple(
            (_text(row[0]), _text(row[1])) for row in answer(view, _QUOTED.format(thing=thing, limit=20)).rows
        ),
        mentions=mentions[:limit],
        reasons=tuple(_text(row[0]) for row in answer(view, _REASONS.format(thing=thing)).rows),
        more=max(0, len(mentions) - limit) + max(0, len(pairs) - limit),
    )


def _pairs(view: View, thing: str) -> list[tuple[str, str]]:
    """By which property which facts name the thing, in the order of their documents and places."""
    rows = answer(view, _MENTIONED.format(thing=thing)).rows
    return sorted(((_text(row[0]), _text(row[1])) for row in rows), key=lambda pair: (pair[0], _natural(pair[1])))


def _natural(iri: str) -> list[tuple[int, str]]:
    """An IRI as it is sorted: ``statement/2`` before ``statement/10``."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(?<=/)(\d+)$", iri)]


def _mentions(view: View, pairs: Sequence[tuple[str, str]]) -> tuple[Mention, ...]:
    facts = " ".join(str(NamedNode(fact)) for _, fact in pairs if fact.startswith(("http://", "https://", "urn:")))
    details = _by_fact(view, _DETAILS.format(facts=facts)) if facts else {}
    quoted = _by_fact(view, _WORDS.format(facts=facts)) if facts else {}
    return tuple(
        Mention(short(property_), fact, short(kind), label, words, source, rule)
        for property_, fact in pairs
        for kind, label, rule in details.get(fact, [("", "", "")])
        for words, source in quoted.get(fact, [("", "")])
    )


def _by_fact(view: View, text: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows of a query by the fact that stands first in each."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for fact, *told in answer(view, text).rows:
        found.setdefault(_text(fact), []).append(tuple(map(_text, told)))
    return found


def _text(value: Value) -> str:
    return "" if value is None else str(value)
