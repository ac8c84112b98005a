"""Facts as they are listed: what each says, the day of its meeting, who and how, and its words.

Comes in: the IRIs of facts.  Goes out: Facts in the same order.  The one idea: two queries for all of them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.answers import answer
from kg.portraits.model import Fact, Quote, Row, Value
from kg.portraits.words import labels, plain, speech
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import expand

_TOLD = """SELECT DISTINCT ?fact ?property ?value WHERE {{
  VALUES ?fact {{ {facts} }}
  {{ VALUES ?property {{ {properties} }} ?fact ?property ?value }}
  UNION {{ ?value ikg:participation ?fact BIND(ikg:participation AS ?property) }}
}} ORDER BY ?fact ?value"""
_QUOTES = """SELECT DISTINCT ?fact ?words ?minutes ?source ?start ?end ?day WHERE {{
  VALUES ?fact {{ {facts} }}
  ?fact ikg:evidence ?quote .
  ?quote oa:exact ?words ; oa:start ?start ; oa:end ?end ; prov:wasQuotedFrom ?minutes .
  ?minutes dcterms:source ?source .
  OPTIONAL {{ ?meeting ikg:recordedIn ?minutes ; dcterms:date ?day }}
}} ORDER BY ?fact ?source ?start"""
_ALWAYS = tuple(map(expand, ("rdf:type", "rdfs:label", "ikg:action", "ikg:content", "ikg:position")))
_SAYS = tuple(map(expand, ("ikg:action", "ikg:content", "rdfs:label")))
_SUPER = frozenset(map(expand, ("prov:Entity", "prov:Activity", "prov:Association", "foaf:Document", "rdf:Statement",
                                "schema:Event", "oa:SpecificResource", "skos:Concept", "owl:NamedIndividual")))  # fmt: skip


def facts(view: View, iris: Sequence[str], *, without: str = "") -> list[Fact]:
    """The facts as they are listed; ``without`` is the thing on whose page they stand, which need not be named."""
    if not iris:
        return []
    about, quotes, days = _about(view, iris), *_quotes(view, iris)
    things = [value for told in about.values() for _, value in told]
    names = labels(view, [*things, *speech().told_of_facts])
    return [_fact(iri, about[iri], quotes[iri], days.get(iri, ""), names, without) for iri in iris]


def own_kinds(kinds: Sequence[str]) -> list[str]:
    """The classes that say what a thing is, without those that every thing like it has."""
    return [kind for kind in kinds if kind not in _SUPER] or list(kinds)


def _nodes(iris: Sequence[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _about(view: View, iris: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    text = _TOLD.format(facts=_nodes(iris), properties=_nodes((*_ALWAYS, *speech().told_of_facts)))
    told: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for fact, property_, value in answer(view, text).rows:
        told[str(fact)].append((str(property_), str(value)))
    return told


def _quotes(view: View, iris: Sequence[str]) -> tuple[dict[str, list[Quote]], dict[str, str]]:
    quotes: dict[str, list[Quote]] = defaultdict(list)
    days: dict[str, str] = {}
    for fact, words, minutes, source, start, end, day in answer(view, _QUOTES.format(facts=_nodes(iris))).rows:
        quote = Quote(str(words), str(minutes), str(source), int(str(start)), int(str(end)))
        if quote not in quotes[str(fact)]:
            quotes[str(fact)].append(quote)
        if day:
            days.setdefault(str(fact), str(day))
    return quotes, days


def _fact(
    iri: str, about: list[tuple[str, str]], quotes: list[Quote], day: str, names: dict[str, str], without: str
) -> Fact:
    told: dict[str, list[str]] = defaultdict(list)
    for property_, value in about:
        told[property_].append(value)
    kinds = own_kinds(told[expand("rdf:type")])
    rows = tuple(
        Row(property_, names.get(property_, plain(property_)), values)
        for property_ in speech().told_of_facts
        if (values := _values(told[property_], names, without))
    )
    says = next((told[property_][0] for property_ in _SAYS if told[property_]), "")
    return Fact(iri, plain(kinds[0]) if kinds else "", says or ("" if rows else short(iri)), day, rows, tuple(quotes))


def _values(values: list[str], names: dict[str, str], without: str) -> tuple[Value, ...]:
    return tuple(
        Value(names.get(value, short(value)), value if value.startswith("http") else "")
        for value in values
        if value != without
    )
