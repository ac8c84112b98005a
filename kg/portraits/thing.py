"""One thing of the graph as its page tells it.

Comes in: an IRI.  Goes out: a Portrait.  The one idea: what is told *of* a thing stands first, then the facts that name
it, gathered by the way in which they do, each with its words.
"""

from __future__ import annotations

import json
from collections import defaultdict

from pyoxigraph import Literal, NamedNode, QueryTriples, Triple

from kg.answers import answer, python
from kg.errors import NotFound, QueryError
from kg.linked.compact import document
from kg.portraits.facts import facts, own_kinds
from kg.portraits.model import Group, Portrait, Quote, Row, Value
from kg.portraits.words import is_iri, labels, plain, speech
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import expand

SHOWN = 25  # facts of a group that a page shows unasked
MOST = 1000  # and at most

_OF = "CONSTRUCT {{ {thing} ?property ?value }} WHERE {{ {thing} ?property ?value }}"
_MENTIONS = """SELECT DISTINCT ?property ?fact ?day ?start WHERE {{
  {{ ?fact ?property {thing} FILTER(?property NOT IN ({never})) }}
  UNION {{ {thing} ikg:participation ?fact BIND(ikg:participation AS ?property) }}
  UNION {{ ?fact ikg:participant {thing} . ?fact a ikg:Participation BIND(ikg:participation AS ?property) }}
  OPTIONAL {{ ?fact ikg:evidence ?quote . ?quote oa:start ?start ; prov:wasQuotedFrom ?minutes .
    OPTIONAL {{ ?meeting ikg:recordedIn ?minutes ; dcterms:date ?day }} }}
}} ORDER BY DESC(?day) ?start ?fact"""
_QUOTED = """SELECT DISTINCT ?words ?minutes ?source ?start ?end WHERE {{
  {thing} ikg:evidence ?quote . ?quote oa:exact ?words ; oa:start ?start ; oa:end ?end ; prov:wasQuotedFrom ?minutes .
  ?minutes dcterms:source ?source
}} ORDER BY ?source ?start LIMIT {limit}"""
_REASONS = """SELECT DISTINCT ?reason WHERE {{
  {{ {thing} ikg:reason ?own BIND(CONCAT("found as: ", ?own) AS ?reason) }}
  UNION {{ {thing} ikg:dateReason ?own BIND(CONCAT("its day: ", ?own) AS ?reason) }}
  UNION {{ {thing} ikg:rule ?rule BIND(CONCAT("read by the rule ", ?rule) AS ?reason) }}
}} ORDER BY ?reason"""
_NAMES = tuple(map(expand, ("rdfs:label", "skos:prefLabel", "foaf:name", "skos:altLabel")))
_SAYS = tuple(map(expand, ("ikg:action", "ikg:content", "dcterms:title", "oa:exact")))
_COMMENTS = tuple(map(expand, ("rdfs:comment", "skos:definition", "dcterms:description")))
Told = dict[str, list[str]]


def portrait(view: View, iri: str, *, context: str, whole: str = "") -> Portrait:
    """Everything that the page of a thing tells; ``whole`` names a property whose facts are shown, up to :data:`MOST`.

    Raises :class:`kg.errors.NotFound` where nothing is told of the thing, :class:`kg.errors.QueryError` where the IRI is
    none.
    """
    if not is_iri(iri):
        raise QueryError(iri, "is not an IRI")
    thing = str(NamedNode(iri))
    found = view.query(_OF.format(thing=thing))
    own = sorted({*found}, key=str) if isinstance(found, QueryTriples) else []
    told: Told = defaultdict(list)
    for triple in own:
        told[triple.predicate.value].append(str(python(triple.object)))
    groups = _groups(view, thing, iri, whole)
    if not own and not groups:
        raise NotFound("thing", iri)
    names = labels(view, [value for values in told.values() for value in values] + list(told))
    called = list(dict.fromkeys(name for property_ in _NAMES for name in told[property_]))
    says = [text for property_ in _SAYS for text in told[property_]]
    return Portrait(
        iri=iri,
        label=called[0] if called else says[0] if says else short(iri),
        kinds=tuple(Value(names.get(kind, plain(kind)), kind) for kind in own_kinds(told[expand("rdf:type")])),
        names=tuple(called[1:]),
        comment=next((told[property_][0] for property_ in _COMMENTS if told[property_]), ""),
        rows=_rows(told, names),
        quotes=quotes(view, thing),
        groups=groups,
        reasons=tuple(str(row[0]) for row in answer(view, _REASONS.format(thing=thing)).rows),
        linked=embedded(own, iri, context),
    )


def is_known(view: View, iri: str) -> bool:
    """Is anything told of the thing, or does anything name it?"""
    if not is_iri(iri):
        return False
    thing = NamedNode(iri)
    return bool(view.query(f"ASK {{ {{ {thing} ?p ?o }} UNION {{ ?s ?p {thing} }} }}"))


def embedded(own: list[Triple], iri: str, context: str) -> str:
    """The triples of a thing as JSON-LD that may stand inside a page."""
    brief = [triple for triple in own if not (isinstance(triple.object, Literal) and len(triple.object.value) > 2000)]
    return json.dumps(document(brief, iri, context), ensure_ascii=False).replace("<", "\\u003c") if brief else "{}"


def quotes(view: View, thing: str, limit: int = 20) -> tuple[Quote, ...]:
    """The words that tell of a thing, at most so many."""
    rows = answer(view, _QUOTED.format(thing=thing, limit=limit)).rows
    return tuple(Quote(str(w), str(m), str(s), int(str(a)), int(str(e))) for w, m, s, a, e in rows)


def _rows(told: Told, names: dict[str, str]) -> tuple[Row, ...]:
    spoken = speech()
    shown = sorted((p for p in told if p not in spoken.hidden), key=lambda p: spoken.rank(spoken.order, p))
    return tuple(
        Row(property_, names.get(property_, plain(property_)), tuple(_value(value, names) for value in told[property_]))
        for property_ in shown
        if told[property_]
    )


def _value(value: str, names: dict[str, str]) -> Value:
    return Value(names.get(value, short(value)), value if is_iri(value) else "")


def _groups(view: View, thing: str, iri: str, whole: str) -> tuple[Group, ...]:
    spoken = speech()
    never = ", ".join(f"<{one}>" for one in sorted(spoken.no_mention))
    by_property: dict[str, dict[str, None]] = defaultdict(dict)
    for property_, fact, _, _ in answer(view, _MENTIONS.format(thing=thing, never=never)).rows:
        if is_iri(str(fact)):
            by_property[str(property_)].setdefault(str(fact))
    wanted = expand(whole)
    order = tuple(spoken.headings)
    properties = sorted(by_property, key=lambda one: spoken.rank(order, one))
    shown = {one: [*by_property[one]][: MOST if one == wanted else SHOWN] for one in properties}
    listed = {
        fact.iri: fact for fact in facts(view, [*dict.fromkeys(f for fs in shown.values() for f in fs)], without=iri)
    }
    words = labels(view, properties)
    return tuple(
        Group(
            short(one),
            spoken.headings.get(one) or words.get(one, plain(one)).capitalize(),
            tuple(listed[fact] for fact in shown[one]),
            len(by_property[one]),
        )
        for one in properties
    )
