"""The ontology holds together: its terms, its shapes, its rules, and the names that JSON-LD gives to all of them."""

# A table of cases reads best with one case a line:

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VANN, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

TOP = Path(__file__).resolve().parents[1]
ONTOLOGY = TOP / "ontology"
ROOT = "https://w3id.org/inspectorate-kg/"
IKG = ROOT + "ontology#"
SHAPES = ROOT + "shapes#"
BASE = ROOT + "id/"
RULES = sorted((ONTOLOGY / "rules").glob("*.rq"))

PREFIXES = {
    "ikg": IKG,
    "act": ROOT + "speech-act/",
    "strength": ROOT + "strength/",
    "status": ROOT + "status/",
    "attendance": ROOT + "attendance/",
    "role": ROOT + "meeting-role/",
    "org": str(ORG),
    "foaf": str(FOAF),
    "dcterms": str(DCTERMS),
    "schema": str(SDO),
    "prov": str(PROV),
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
HEADER = f"@base <{BASE}> .\n" + "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

# rdflib knows the terms of these; of the others the terms that are leaned on are listed, each looked up in its vocabulary
KNOWN_TO_RDFLIB = (DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VANN, XSD)
LISTED = {
    "http://www.w3.org/ns/oa#": "SpecificResource TextPositionSelector TextQuoteSelector start end exact",
    "http://data.europa.eu/m8g/": "PublicOrganisation",
    "http://www.w3.org/ns/opengov#": "Speech onBehalfOf post",
    "http://data.europa.eu/eli/eli-draft-legislation-ontology#": "Activity Participation had_participation participation_role "
    "had_participant_person consists_of recorded_in_a_realization_of",
}


@cache
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY / "ikg.ttl", format="turtle")


@cache
def shapes() -> Graph:
    return Graph().parse(ONTOLOGY / "shapes.ttl", format="turtle")


@cache
def words() -> frozenset[str]:
    """Every concept and scheme of the vocabularies."""
    found = Graph()
    for path in sorted((ONTOLOGY / "vocabularies").glob("*.ttl")):
        found.parse(path, format="turtle")
    return frozenset(str(subject) for subject in found.subjects())


def context() -> dict[str, str | dict[str, object]]:
    read: dict[str, str | dict[str, object]] = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))[
        "@context"
    ]
    return read


def own_terms() -> list[URIRef]:
    return sorted({s for s in ontology().subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(IKG)})


def languages(graph: Graph, subject: Node, predicate: Node) -> list[str | None]:
    """The languages of the literals that a thing has under a property, one for each."""
    return [value.language for value in graph.objects(subject, predicate) if isinstance(value, Literal)]


def is_defined(iri: str) -> bool:
    if iri.startswith(IKG):
        return (URIRef(iri), RDF.type, None) in ontology()
    if iri.startswith(SHAPES):
        return (URIRef(iri), RDF.type, None) in shapes()
    for namespace, listed in LISTED.items():
        if iri.startswith(namespace):
            return iri.removeprefix(namespace) in listed.split()
    return iri in words() or any(URIRef(iri) in namespace for namespace in KNOWN_TO_RDFLIB)


def undefined(iris: set[str]) -> list[str]:
    return sorted(iri for iri in iris if not is_defined(iri))


def iris_of(graph: Graph) -> set[str]:
    documents = {str(document) for document in graph.subjects(RDF.type, OWL.Ontology)}
    names = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    not_terms = {name for name in names if name.startswith(("https://www.apache.org/", ROOT + "ontology/"))}
    return names - documents - not_terms


# ── the ontology ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_ontology_says_what_it_is_and_under_which_licence() -> None:
    me = URIRef(ROOT + "ontology")
    assert (me, RDF.type, OWL.Ontology) in ontology()
    assert ontology().value(me, OWL.versionIRI) == URIRef(ROOT + "ontology/0.1.0")
    assert all(ontology().value(me, p) for p in (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.created))


@pytest.mark.parametrize("term", own_terms(), ids=lambda term: term.removeprefix(IKG))
def test_every_term_has_one_english_label_one_english_comment_and_an_example(term: URIRef) -> None:
    assert languages(ontology(), term, RDFS.label) == ["en"]
    assert languages(ontology(), term, RDFS.comment) == ["en"]
    assert str(ontology().value(term, RDFS.comment)).endswith(".")
    assert [type(example) for example in ontology().objects(term, SKOS.example)] == [Literal]


def test_every_term_is_a_class_or_a_property_of_one_sort() -> None:
    sorts = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    for term in own_terms():
        assert len(sorts & set(ontology().objects(term, RDF.type))) == 1, term
        assert term.removeprefix(IKG)[0].isupper() == ((term, RDF.type, OWL.Class) in ontology()), term


def test_the_ontology_imports_nothing() -> None:
    assert not list(ontology().triples((None, OWL.imports, None)))


def test_every_term_that_the_ontology_leans_on_exists() -> None:
    assert undefined(iris_of(ontology())) == []


def test_evidence_is_a_derivation_and_a_quote_a_specific_resource() -> None:
    assert (URIRef(IKG + "evidence"), RDFS.subPropertyOf, PROV.wasDerivedFrom) in ontology()
    quote = URIRef(IKG + "Quote")
    assert {PROV.Entity, URIRef(PREFIXES["oa"] + "SpecificResource")} <= set(ontology().objects(quote, RDFS.subClassOf))


def test_what_holds_both_ways_is_declared_symmetric() -> None:
    symmetric = {str(term).removeprefix(IKG) for term in ontology().subjects(RDF.type, OWL.SymmetricProperty)}
    assert symmetric == {"worksWith", "metWith", "inspectsJointlyWith"}


@pytest.mark.parametrize("folder", ["ontology/vocabularies", "ontology/questions", "ontology/rules", "data", "kg"])
def test_every_term_of_ours_that_is_used_elsewhere_is_defined(folder: str) -> None:
    used: set[str] = set()
    for path in (TOP / folder).rglob("*"):
        if path.suffix in {".ttl", ".rq", ".py"}:
            used |= set(re.findall(r"\bikg:([A-Za-z]\w*)", path.read_text(encoding="utf-8")))
    assert undefined({IKG + local for local in used}) == []


# ── the shapes ───────────────────────────────────────────────────────────────────────────────────────────────────

TEXT = "The Harbour Master asked the Board about pilots. She will send the chart in May. It rained."
ASKED = "The Harbour Master asked the Board about pilots."
WILL_SEND = "She will send the chart in May."
RAINED = "It rained."


def place(quoted: str) -> str:
    start = TEXT.index(quoted)
    return f"<minutes/h#char={start},{start + len(quoted)}>"


def told_quote(quoted: str) -> str:
    start = TEXT.index(quoted)
    return f"""{place(quoted)} a ikg:Quote ;
    prov:wasQuotedFrom <minutes/h> ; # of {quoted}
    oa:start {start} ; # of {quoted}
    oa:end {start + len(quoted)} ; # of {quoted}
    oa:exact "{quoted}" .
"""


GOOD = f"""{HEADER}
<minutes/h> a ikg:Minutes ;
    dcterms:title "Harbours"@en ;
    dcterms:source "h.txt" ;
    schema:sha256 "{"0" * 64}" ;
    schema:text "{TEXT}" ;
    ikg:sentences 3 ;
    ikg:sentencesMapped 2 ;
    ikg:unmapped {place(RAINED)} .
{told_quote(ASKED)}{told_quote(WILL_SEND)}{told_quote(RAINED)}
<meeting/h> a ikg:Meeting ;
    ikg:recordedIn <minutes/h> ;
    dcterms:date "2017-03-14"^^xsd:date ;
    ikg:nextMeeting "2017-06-13"^^xsd:date ;
    ikg:participant <post/master> ;
    ikg:participation <part/1> ;
    ikg:agendaItem <agenda/1> .
<part/1> a ikg:Participation ;
    ikg:participant <post/master> ; # part
    ikg:representing <organisation/port> ;
    ikg:attendance attendance:present ;
    ikg:meetingRole role:chair ;
    ikg:evidence {place(ASKED)} . # part
<agenda/1> a ikg:AgendaItem ;
    dcterms:title "Pilots"@en ;
    ikg:position 1 ;
    dcterms:subject <topic/pilots> .
<statement/1> a ikg:Statement ;
    ikg:speaker <post/master> ;
    ikg:addressee <organisation/board> ;
    ikg:speechAct act:asked ;
    ikg:content "about pilots"@en ;
    ikg:evidence {place(ASKED)} . # statement
<statement/2> a ikg:Statement ;
    ikg:speechAct act:undertook ;
    ikg:content "send the chart in May"@en ;
    ikg:answers <statement/1> ;
    ikg:evidence {place(WILL_SEND)} .
<commitment/1> a ikg:Commitment ;
    ikg:actor <post/master> ;
    ikg:action "send the chart"@en ;
    ikg:strength strength:committed ;
    ikg:status status:planned ; # commitment
    ikg:dueFrom "2017-05-01"^^xsd:date ;
    ikg:dueBy "2017-05-31"^^xsd:date ;
    ikg:madeIn <statement/2> ;
    ikg:rule "will" ;
    ikg:evidence {place(WILL_SEND)} . # commitment
<commitment/2> a ikg:Commitment ;
    ikg:noActorReason "passive" ;
    ikg:action "mend the quay"@en ;
    ikg:strength strength:proposed ;
    ikg:follows <commitment/1> ;
    ikg:evidence {place(WILL_SEND)} .
<inspection/1> a ikg:Inspection ;
    rdfs:label "review of pilots"@en ;
    ikg:inspectionKind "review" ;
    ikg:status status:under-way ;
    ikg:plannedFrom "2018-01-01"^^xsd:date ;
    ikg:plannedTo "2018-03-31"^^xsd:date ;
    ikg:conductedBy <inspectorate/hi> ;
    ikg:evidence {place(ASKED)} . # inspection
<relationship/1> a ikg:Relationship ;
    rdf:subject <inspectorate/hi> ;
    rdf:predicate ikg:inspects ;
    rdf:object <organisation/port> ;
    ikg:evidence {place(ASKED)} . # relationship
<inspectorate/hi> a ikg:Inspectorate ; rdfs:label "Harbour Inspectorate"@en .
<inspectorate/hi> ikg:inspects <organisation/port> .
<organisation/port> a org:Organization ; rdfs:label "Port Authority"@en .
<organisation/board> a org:OrganizationalCollaboration ; rdfs:label "Board"@en .
<post/master> a org:Post ; rdfs:label "Harbour Master"@en .
<person/ada> a foaf:Person ; rdfs:label "Ada Quay"@en .
<topic/pilots> a skos:Concept ; rdfs:label "pilots"@en .
"""


class Case(NamedTuple):
    """One way to spoil the good sample, the breach that it must give, and shapes that its document breaks by the same stroke."""

    what: str
    old: str
    new: str
    focus: str
    shape: str
    also: tuple[str, ...] = ()


CASES = [
    Case("a statement without evidence", f"ikg:evidence {place(ASKED)} . # statement", "ikg:rule 'x' .", "statement/1", "Fact-evidence"),
    Case("a commitment without evidence", f"ikg:evidence {place(WILL_SEND)} . # commitment", "ikg:previous false .", "commitment/1", "Fact-evidence"),
    Case("an inspection without evidence", f"ikg:evidence {place(ASKED)} . # inspection", "ikg:rule 'x' .", "inspection/1", "Fact-evidence"),
    Case("a relationship without evidence", f"ikg:evidence {place(ASKED)} . # relationship", "ikg:rule 'x' .", "relationship/1", "Fact-evidence"),
    Case("evidence that is no quote", f"ikg:evidence {place(ASKED)} . # part", "ikg:evidence <minutes/h> .", "part/1", "Evidence-quote"),
    Case("a quote from no document", f"prov:wasQuotedFrom <minutes/h> ; # of {RAINED}", "", place(RAINED)[1:-1], "Quote-document"),
    Case("a quote from what is no minutes", f"prov:wasQuotedFrom <minutes/h> ; # of {RAINED}", "prov:wasQuotedFrom <person/ada> ;", place(RAINED)[1:-1], "Quote-document-is-minutes"),
    Case("a quote without a start", f"oa:start 81 ; # of {RAINED}", "", place(RAINED)[1:-1], "Quote-start"),
    Case("a quote whose start is no whole number", f"oa:start 81 ; # of {RAINED}", "oa:start 81.0 ;", place(RAINED)[1:-1], "Quote-start", ("PointerShape",)),
    Case("a quote without an end", f"oa:end 91 ; # of {RAINED}", "", place(RAINED)[1:-1], "Quote-end"),
    Case("a quote that ends where it starts", f"oa:end 91 ; # of {RAINED}", "oa:end 81 ;", place(RAINED)[1:-1], "Quote-order", ("PointerShape", "VerbatimShape")),
    Case("a quote with two wordings", f'oa:exact "{RAINED}"', f'oa:exact "{RAINED}" , "It poured."', place(RAINED)[1:-1], "Quote-exact", ("VerbatimShape",)),
    Case("a quote that points at another document", f"{place(RAINED)} a", "<minutes/other#char=81,91> a", "minutes/h", "PointerShape", ("Minutes-unmapped",)),
    Case("a quote that points at another place", f"{place(RAINED)} a", "<minutes/h#char=81,90> a", "minutes/h", "PointerShape", ("Minutes-unmapped",)),
    Case("a quote that is not what the text says", f'oa:exact "{RAINED}"', 'oa:exact "It poured."', "minutes/h", "VerbatimShape"),
    Case("a title that is a thing", 'dcterms:title "Harbours"@en', "dcterms:title <person/ada>", "minutes/h", "Minutes-title"),
    Case("minutes without a source", 'dcterms:source "h.txt" ;', "", "minutes/h", "Minutes-source"),
    Case("minutes with a digest that is none", f'schema:sha256 "{"0" * 64}"', 'schema:sha256 "0"', "minutes/h", "Minutes-sha256"),
    Case("minutes that do not count their sentences", "ikg:sentences 3 ;", "", "minutes/h", "Minutes-sentences"),
    Case("minutes that do not count what was mapped", "ikg:sentencesMapped 2 ;", "", "minutes/h", "Minutes-sentencesMapped"),
    Case("more mapped than there is", "ikg:sentencesMapped 2", "ikg:sentencesMapped 4", "minutes/h", "Minutes-mapped-of-all"),
    Case("an unmapped sentence that is no quote", f"ikg:unmapped {place(RAINED)}", "ikg:unmapped <person/ada>", "minutes/h", "Minutes-unmapped"),
    Case("a meeting recorded nowhere", "ikg:recordedIn <minutes/h> ;", "", "meeting/h", "Meeting-recordedIn"),
    Case("a meeting recorded in a person", "ikg:recordedIn <minutes/h>", "ikg:recordedIn <person/ada>", "meeting/h", "Meeting-recorded-in-minutes"),
    Case("a meeting on two days", 'dcterms:date "2017-03-14"^^xsd:date', 'dcterms:date "2017-03-14"^^xsd:date , "2017-03-15"^^xsd:date', "meeting/h", "Meeting-date"),
    Case("a meeting date that is words", 'dcterms:date "2017-03-14"^^xsd:date', 'dcterms:date "14 March"', "meeting/h", "Meeting-date"),
    Case("a next meeting that is words", 'ikg:nextMeeting "2017-06-13"^^xsd:date', 'ikg:nextMeeting "June"', "meeting/h", "Meeting-nextMeeting"),
    Case("a participation that is an agent", "ikg:participation <part/1>", "ikg:participation <post/master>", "meeting/h", "Meeting-participation"),
    Case("an agenda item that is a topic", "ikg:agendaItem <agenda/1>", "ikg:agendaItem <topic/pilots>", "meeting/h", "Meeting-agendaItem"),
    Case("a participation of two", "ikg:participant <post/master> ; # part", "ikg:participant <post/master> , <person/ada> ;", "part/1", "Participation-participant"),
    Case("a participation without attendance", "ikg:attendance attendance:present ;", "", "part/1", "Participation-attendance"),
    Case("a meeting role of another vocabulary", "ikg:meetingRole role:chair", "ikg:meetingRole act:asked", "part/1", "Participation-meetingRole"),
    Case("an agenda item without a title", 'dcterms:title "Pilots"@en ;', "", "agenda/1", "AgendaItem-title"),
    Case("an agenda item in no place", "ikg:position 1", "ikg:position 0", "agenda/1", "AgendaItem-position"),
    Case("a statement that does nothing", "ikg:speechAct act:asked ;", "", "statement/1", "Statement-speechAct"),
    Case("a speech act of another vocabulary", "ikg:speechAct act:asked", "ikg:speechAct status:planned", "statement/1", "Statement-speechAct"),
    Case("a statement of nothing", 'ikg:content "about pilots"@en ;', "", "statement/1", "Statement-content"),
    Case("an answer to what is no statement", "ikg:answers <statement/1>", "ikg:answers <agenda/1>", "statement/2", "Statement-answers"),
    Case("a commitment of nobody and without a reason", "ikg:actor <post/master> ;", "", "commitment/1", "ActorShape"),
    Case("a commitment to do nothing", 'ikg:action "send the chart"@en ;', "", "commitment/1", "Commitment-action"),
    Case("a commitment of two strengths", "ikg:strength strength:committed", "ikg:strength strength:committed , strength:proposed", "commitment/1", "Commitment-strength"),
    Case("a commitment without strength", "ikg:strength strength:committed ;", "", "commitment/1", "Commitment-strength"),
    Case("a status that is words", "ikg:status status:planned ; # commitment", "ikg:status 'planned' ;", "commitment/1", "Commitment-status"),
    Case("a window that starts in words", 'ikg:dueFrom "2017-05-01"^^xsd:date', 'ikg:dueFrom "2017-05-01"^^xsd:date , "2017-05-02"^^xsd:date', "commitment/1", "Commitment-dueFrom"),
    Case("a window that ends on two days", 'ikg:dueBy "2017-05-31"^^xsd:date', 'ikg:dueBy "2017-05-31"^^xsd:date , "2017-06-30"^^xsd:date', "commitment/1", "Commitment-dueBy"),
    Case("a window that ends before it starts", 'ikg:dueBy "2017-05-31"', 'ikg:dueBy "2017-04-30"', "commitment/1", "Commitment-window"),
    Case("a commitment made in no statement", "ikg:madeIn <statement/2>", "ikg:madeIn <agenda/1>", "commitment/1", "Commitment-madeIn"),
    Case("a commitment that follows a statement", "ikg:follows <commitment/1>", "ikg:follows <statement/1>", "commitment/2", "Commitment-follows"),
    Case("an inspection without a name", 'rdfs:label "review of pilots"@en ;', "", "inspection/1", "Inspection-label"),
    Case("an inspection of no kind", 'ikg:inspectionKind "review" ;', "", "inspection/1", "Inspection-inspectionKind"),
    Case("an inspection that stands nowhere", "ikg:status status:under-way ;", "", "inspection/1", "Inspection-status"),
    Case("an inspection planned from two days", 'ikg:plannedFrom "2018-01-01"^^xsd:date', 'ikg:plannedFrom "2018-01-01"^^xsd:date , "2018-01-02"^^xsd:date', "inspection/1", "Inspection-plannedFrom"),
    Case("an inspection planned to two days", 'ikg:plannedTo "2018-03-31"^^xsd:date', 'ikg:plannedTo "2018-03-31"^^xsd:date , "2018-04-30"^^xsd:date', "inspection/1", "Inspection-plannedTo"),
    Case("an inspection that ends before it starts", 'ikg:plannedTo "2018-03-31"', 'ikg:plannedTo "2017-12-31"', "inspection/1", "Inspection-window"),
    Case("a relationship without a subject", "rdf:subject <inspectorate/hi> ;", "", "relationship/1", "Relationship-subject"),
    Case("a relationship without a predicate", "rdf:predicate ikg:inspects ;", "", "relationship/1", "Relationship-predicate"),
    Case("a relationship without an object", "rdf:object <organisation/port> ;", "", "relationship/1", "Relationship-object"),
    Case("a relationship without its plain triple", "<inspectorate/hi> ikg:inspects <organisation/port> .", "", "relationship/1", "PlainTripleShape"),
    Case("a person without a name", 'foaf:Person ; rdfs:label "Ada Quay"@en', "foaf:Person", "person/ada", "NamedThing-label"),
    Case("a body without a name", 'org:Organization ; rdfs:label "Port Authority"@en', "org:Organization", "organisation/port", "NamedThing-label"),
    Case("a topic without a name", 'skos:Concept ; rdfs:label "pilots"@en', "skos:Concept", "topic/pilots", "NamedThing-label"),
    Case("a topic that speaks", "ikg:speaker <post/master>", "ikg:speaker <topic/pilots>", "topic/pilots", "AgentShape"),
]  # fmt: skip


def breaches(turtle: str) -> set[tuple[str, str]]:
    """The focus node and the shape of every breach."""
    data = Graph().parse(data=turtle, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), advanced=True)
    return {
        (
            str(report.value(result, SH.focusNode)).removeprefix(BASE),
            str(report.value(result, SH.sourceShape)).removeprefix(SHAPES),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def spoilt(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, f"{old!r} should stand in the sample once"
    return GOOD.replace(old, new)


def test_the_good_sample_keeps_every_shape() -> None:
    assert breaches(GOOD) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_breach_is_found_at_its_node_and_nothing_else_is(case: Case) -> None:
    besides = {("minutes/h", shape) for shape in case.also}
    assert breaches(spoilt(case.old, case.new)) == {(case.focus, case.shape)} | besides


def test_a_speaker_that_is_a_string_is_neither_a_thing_nor_an_agent() -> None:
    found = breaches(spoilt("ikg:speaker <post/master>", 'ikg:speaker "the Master"'))
    assert found == {("statement/1", "Statement-speaker"), ("the Master", "AgentShape")}


def test_a_misspelt_word_is_found_where_the_graph_holds_the_vocabulary() -> None:
    misspelt = spoilt("ikg:speechAct act:asked", "ikg:speechAct act:askd")
    assert breaches(misspelt) == set()
    with_vocabulary = misspelt + "act:asked a skos:Concept . act:undertook a skos:Concept ."
    assert breaches(with_vocabulary) == {(ROOT + "speech-act/askd", "WordShape")}


def test_every_shape_that_checks_something_has_a_case() -> None:
    alternatives = {part for each in shapes().objects(None, SH["or"]) for part in Collection(shapes(), each)}
    checking = {str(s).removeprefix(SHAPES) for s in shapes().subjects(SH.path) if s not in alternatives}
    checking |= {
        str(s).removeprefix(SHAPES) for constraint in (SH.sparql, SH["or"]) for s in shapes().subjects(constraint)
    }
    assert checking == {case.shape for case in CASES} | {"Statement-speaker", "WordShape"}


def test_every_shape_has_a_name_and_a_message_in_plain_english() -> None:
    for shape in {*shapes().subjects(RDF.type, SH.NodeShape), *shapes().subjects(RDF.type, SH.PropertyShape)}:
        assert languages(shapes(), shape, SH.name) == ["en"], shape
        assert languages(shapes(), shape, SH.message) == ["en"], shape
        assert str(shapes().value(shape, SH.message)).endswith("."), shape


def test_the_breach_of_a_commitment_without_an_actor_says_so_in_plain_words() -> None:
    data = Graph().parse(data=spoilt("ikg:actor <post/master> ;", ""), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), advanced=True)
    (message,) = report.objects(None, SH.resultMessage)
    assert str(message) == "A commitment says who is to act, or why the text does not say."


def test_the_shapes_are_well_formed() -> None:
    data = Graph().parse(data=GOOD, format="turtle")
    conforms, _, _ = pyshacl.validate(data, shacl_graph=shapes(), advanced=True, meta_shacl=True)
    assert conforms


def test_every_term_of_the_shapes_is_defined() -> None:
    assert undefined(iris_of(shapes())) == []
    queries = " ".join(str(query) for query in shapes().objects(None, SH.select))
    assert undefined(expanded(queries, PREFIXES)) == []


# ── domains and ranges ───────────────────────────────────────────────────────────────────────────────────────────


def classes_under(wanted: Node) -> set[Node]:
    """A class with its subclasses, and the parts of a union."""
    found = {wanted} | {each for each in ontology().transitive_subjects(RDFS.subClassOf, wanted) if each is not None}
    for union in [wanted, *ontology().objects(wanted, OWL.equivalentClass)]:
        parts = ontology().value(union, OWL.unionOf)
        if parts is not None:
            found |= {inner for part in Collection(ontology(), parts) for inner in classes_under(part)}
    return found


def strays(graph: Graph) -> Iterator[str]:
    """What stands on the wrong side of a property of ours."""
    for subject, predicate, value in graph:
        for side, node in ((RDFS.domain, subject), (RDFS.range, value)):
            wanted = ontology().value(predicate, side)
            if wanted in (None, RDFS.Literal) or not str(predicate).startswith(IKG):
                continue
            if isinstance(node, Literal):
                fits = (node.datatype or XSD.string) == wanted
            else:
                fits = bool(set(graph.objects(node, RDF.type)) & classes_under(wanted)) or str(node) in words()
            if not fits:
                yield f"{str(predicate).removeprefix(IKG)}: {node}"


def test_domains_and_ranges_are_true_of_the_sample() -> None:
    assert sorted(strays(Graph().parse(data=GOOD, format="turtle"))) == []


def test_a_topic_that_speaks_is_out_of_range() -> None:
    spoken = spoilt("ikg:speaker <post/master>", "ikg:speaker <topic/pilots>")
    assert sorted(strays(Graph().parse(data=spoken, format="turtle"))) == [f"speaker: {BASE}topic/pilots"]


def test_domains_and_ranges_are_true_of_registry_and_lexicon() -> None:
    known = Graph()
    for path in sorted((TOP / "data").rglob("*.ttl")):
        known.parse(path, format="turtle")
    assert sorted(strays(known)) == []


# ── the rules ────────────────────────────────────────────────────────────────────────────────────────────────────

Triples = set[tuple[str, str, str]]


def store(trig: str) -> ox.Store:
    filled = ox.Store()
    filled.load((HEADER + trig).encode(), ox.RdfFormat.TRIG)
    return filled


def conclusions(rule: str, trig: str, *, values: str = "") -> Triples:
    """What a rule concludes from some graphs; ``values`` stands where the rule says ``# values: …``."""
    text = (ONTOLOGY / "rules" / f"{rule}.rq").read_text(encoding="utf-8")
    if values:
        text = re.sub(r"^ *# values: \w+$", values, text, flags=re.MULTILINE)
    found = store(trig).query(text, use_default_graph_as_union=True)
    assert isinstance(found, ox.QueryTriples)
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in found}


def triples(turtle: str) -> Triples:
    read = ox.parse(HEADER + turtle, format=ox.RdfFormat.TURTLE)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in read}


def both_ways(prop: str, *pairs: str) -> Triples:
    split = [pair.split(" ") for pair in pairs]
    return triples("".join(f"<{a}> {prop} <{b}> . <{b}> {prop} <{a}> .\n" for a, b in split))


PORT_MEETING = """
<m> { <meeting> a ikg:Meeting ; ikg:recordedIn <m> ; ikg:participant <master> , <ada> ; ikg:participation <p1> , <p2> , <p3> ;
        ikg:agendaItem <agenda> .
      <p1> a ikg:Participation ; ikg:participant <master> ; ikg:attendance attendance:present .
      <p2> a ikg:Participation ; ikg:participant <ada> ; ikg:representing <port> ; ikg:attendance attendance:remote .
      <p3> a ikg:Participation ; ikg:participant <bo> ; ikg:representing <ferries> ; ikg:attendance attendance:apologies .
      <agenda> a ikg:AgendaItem ; dcterms:subject <pilots> , <ice> . <other-agenda> dcterms:subject <fog> . }
<registry> { <master> a org:Post ; org:postIn <inspectorate> . }
"""


def test_met_with_joins_those_present_and_the_bodies_they_stand_for() -> None:
    assert conclusions("met-with", PORT_MEETING) == both_ways(
        "ikg:metWith", "master ada", "master port", "inspectorate ada", "inspectorate port"
    )


def test_met_with_counts_no_apologies_and_nobody_meets_their_own_body() -> None:
    assert not {
        triple for triple in conclusions("met-with", PORT_MEETING) if "bo>" in str(triple) or "ferries" in str(triple)
    }
    assert ("<" + BASE + "ada>", f"<{IKG}metWith>", f"<{BASE}port>") not in conclusions("met-with", PORT_MEETING)


def test_met_with_takes_the_post_that_the_same_minutes_say_a_person_holds() -> None:
    meeting = "<m> { <meeting> a ikg:Meeting ; ikg:recordedIn <m> ; ikg:participant <ada> , <bo> . <ada> org:holds <master> . }"
    elsewhere = (
        "<n> { <bo> org:holds <pilot> } <registry> { <master> org:postIn <port> . <pilot> org:postIn <ferries> }"
    )
    assert conclusions("met-with", meeting + elsewhere) == both_ways("ikg:metWith", "ada bo", "port bo")


def test_met_with_two_bodies_of_one_representative_did_not_meet() -> None:
    meeting = """<m> { <meeting> a ikg:Meeting ; ikg:recordedIn <m> ; ikg:participant <master> ; ikg:participation <p> .
        <p> ikg:participant <master> ; ikg:representing <harbours> . <master> org:postIn <port> . }"""
    assert conclusions("met-with", meeting) == set()


def test_discussed_joins_those_present_with_the_topics_of_the_agenda() -> None:
    assert conclusions("discussed", PORT_MEETING) == triples(
        "<master> ikg:discussed <pilots> , <ice> . <ada> ikg:discussed <pilots> , <ice> ."
    )


def test_inspects_jointly_joins_the_bodies_that_conduct_one_inspection() -> None:
    found = conclusions(
        "inspects-jointly",
        """<m> { <i> a ikg:Inspection ; ikg:conductedBy <hi> , <dock> ; ikg:status status:under-way .
                 <j> a ikg:Inspection ; ikg:conductedBy <hi> ; ikg:status status:completed . }
           <n> { <k> a ikg:Inspection ; ikg:conductedBy <hi> , <rail> ; ikg:status status:planned . }""",
    )
    assert found == both_ways("ikg:inspectsJointlyWith", "hi dock", "hi rail")


@pytest.mark.parametrize("status", ["proposed", "unlikely", "not-completed", "superseded"])
def test_inspects_jointly_tells_nothing_of_an_inspection_that_may_never_be(status: str) -> None:
    inspection = f"<m> {{ <i> a ikg:Inspection ; ikg:conductedBy <hi> , <dock> ; ikg:status status:{status} . }}"
    assert conclusions("inspects-jointly", inspection) == set()


PROMISES = """
<m> { <late> a ikg:Commitment ; ikg:strength strength:committed ; ikg:dueBy "2017-05-31"^^xsd:date .
      <slow> a ikg:Commitment ; ikg:strength strength:planned ; ikg:dueBy "2017-05-01"^^xsd:date ; ikg:status status:not-completed .
      <on-the-day> a ikg:Commitment ; ikg:strength strength:committed ; ikg:dueBy "2017-06-01"^^xsd:date .
      <undated> a ikg:Commitment ; ikg:strength strength:committed .
      <done> a ikg:Commitment ; ikg:strength strength:committed ; ikg:dueBy "2017-05-31"^^xsd:date ; ikg:status status:completed .
      <replaced> a ikg:Commitment ; ikg:strength strength:committed ; ikg:dueBy "2017-05-31"^^xsd:date ; ikg:status status:superseded .
      <given-up> a ikg:Commitment ; ikg:strength strength:committed ; ikg:dueBy "2017-05-31"^^xsd:date ; ikg:status status:unlikely .
      <done-later> a ikg:Commitment ; ikg:strength strength:committed ; ikg:dueBy "2017-05-31"^^xsd:date .
      <asked> a ikg:Commitment ; ikg:strength strength:requested ; ikg:dueBy "2017-05-31"^^xsd:date .
      <floated> a ikg:Commitment ; ikg:strength strength:proposed ; ikg:dueBy "2017-05-31"^^xsd:date .
      <refused> a ikg:Commitment ; ikg:strength strength:unlikely ; ikg:dueBy "2017-05-31"^^xsd:date . }
<n> { <report> a ikg:Commitment ; ikg:follows <done-later> ; ikg:status status:completed . }
"""


def test_overdue_tells_what_was_due_before_the_day_and_has_no_end() -> None:
    found = conclusions(
        "overdue", PROMISES, values='VALUES ?on { "2017-06-01"^^<http://www.w3.org/2001/XMLSchema#date> }'
    )
    assert found == triples(
        '<late> ikg:overdueOn "2017-06-01"^^xsd:date . <slow> ikg:overdueOn "2017-06-01"^^xsd:date .'
    )


def test_overdue_says_which_parameter_it_takes_and_concludes_nothing_without_it() -> None:
    lines = (ONTOLOGY / "rules" / "overdue.rq").read_text(encoding="utf-8").splitlines()
    assert "# param on : xsd:date" in lines
    assert "  # values: on" in lines
    assert conclusions("overdue", PROMISES) == set()


TENURES = """
<registry> { <tenure> a org:Membership ; org:member <ada> ; ikg:post <master> ; ikg:from "2015"^^xsd:gYear .
             <older> a org:Membership ; org:member <bo> ; org:role <master> .
             <belonging> a org:Membership ; org:member <cy> ; org:organization <port> ; org:role <member> .
             <master> a org:Post . }
<m> { <di> org:holds <pilot> . }
"""


def test_holds_post_tells_the_post_of_each_membership_that_has_one() -> None:
    assert conclusions("holds-post", TENURES) == triples("<ada> org:holds <master> . <bo> org:holds <master> .")


def test_held_by_is_the_other_way_round_whether_a_text_or_a_membership_tells_it() -> None:
    assert conclusions("held-by", TENURES) == triples("<master> org:heldBy <ada> , <bo> . <pilot> org:heldBy <di> .")


def test_the_rules_are_these() -> None:
    assert [rule.stem for rule in RULES] == [
        "discussed",
        "held-by",
        "holds-post",
        "inspects-jointly",
        "met-with",
        "overdue",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_a_rule_opens_with_a_sentence_in_plain_words(rule: Path) -> None:
    assert re.fullmatch(r"# [A-Z].+\.", rule.read_text(encoding="utf-8").splitlines()[0])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_a_rule_concludes_no_more_from_the_conclusions_of_the_others(rule: Path) -> None:
    before = conclusions(rule.stem, PORT_MEETING + TENURES + PROMISES)
    drawn = "".join(
        f"{' '.join(t)} .\n" for other in RULES for t in sorted(conclusions(other.stem, PORT_MEETING + TENURES))
    )
    assert conclusions(rule.stem, PORT_MEETING + TENURES + PROMISES + f"<derived> {{ {drawn} }}") == before


def expanded(query: str, prefixes: dict[str, str]) -> set[str]:
    """Every prefixed name of a query that is neither in a comment nor in a string, as a full IRI."""
    code = re.sub(r'"[^"]*"|<[^>]*>|^\s*#.*$', " ", query, flags=re.MULTILINE)
    return {prefixes[prefix] + local for prefix, local in re.findall(r"\b([a-z]+):([A-Za-z][\w-]*)", code)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_every_term_of_a_rule_is_defined(rule: Path) -> None:
    text = rule.read_text(encoding="utf-8")
    assert undefined(expanded(text, dict(re.findall(r"^PREFIX (\w+): <([^>]+)>", text, flags=re.MULTILINE)))) == []


# ── JSON-LD ──────────────────────────────────────────────────────────────────────────────────────────────────────


def context_terms() -> Iterator[tuple[str, str]]:
    """Every key of the context that names a class or property, with its full IRI."""
    prefixes = {key: value for key, value in context().items() if isinstance(value, str) and value.startswith("http")}
    for key, value in context().items():
        name = value.get("@id") if isinstance(value, dict) else value
        if key.startswith("@") or key in prefixes or str(name).startswith("@"):
            continue
        prefix, _, local = str(name).partition(":")
        yield key, prefixes[prefix] + local


def test_every_term_of_the_context_is_defined() -> None:
    assert undefined({iri for _, iri in context_terms()}) == []


def test_every_term_of_ours_has_its_own_name_as_key_in_the_context() -> None:
    keys = dict(context_terms())
    assert {term.removeprefix(IKG): keys.get(term.removeprefix(IKG)) for term in own_terms()} == {
        term.removeprefix(IKG): str(term) for term in own_terms()
    }


def test_the_context_types_links_and_days_as_the_ontology_does() -> None:
    for key, iri in context_terms():
        wanted, entry = ontology().value(URIRef(iri), RDFS.range), context()[key]
        coerced = entry.get("@type") if isinstance(entry, dict) else None
        if (URIRef(iri), RDF.type, OWL.ObjectProperty) in ontology() and iri.startswith(IKG):
            assert coerced in {"@id", "@vocab"}, key
        if wanted in (XSD.date, XSD.integer, XSD.boolean):
            assert coerced == "xsd:" + str(wanted).removeprefix(str(XSD)), key


def test_short_keys_read_as_the_triples_of_the_data_model() -> None:
    document = [
        {
            "id": "data:c",
            "type": "Commitment",
            "actor": "data:master",
            "action": "send the chart",
            "strength": "committed",
            "status": "under-way",
            "dueBy": "2017-05-31",
            "subject": "data:pilots",
            "evidence": {"id": "data:m#char=0,9", "type": "Quote", "start": 0, "end": 9, "exact": "It rained"},
        },
        {
            "id": "data:r",
            "type": "Relationship",
            "subject": "data:hi",
            "predicate": "ikg:inspects",
            "object": "data:port",
        },
    ]
    read = ox.parse(json.dumps({"@context": context(), "@graph": document}), format=ox.RdfFormat.JSON_LD)
    assert {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in read} == triples(
        """<c> a ikg:Commitment ; ikg:actor <master> ; ikg:action "send the chart"@en ; ikg:strength strength:committed ;
              ikg:status status:under-way ; ikg:dueBy "2017-05-31"^^xsd:date ; dcterms:subject <pilots> ;
              ikg:evidence <m#char=0,9> .
           <m#char=0,9> a ikg:Quote ; oa:start 0 ; oa:end 9 ; oa:exact "It rained" .
           <r> a ikg:Relationship ; rdf:subject <hi> ; rdf:predicate ikg:inspects ; rdf:object <port> ."""
    )


# ── the guide ────────────────────────────────────────────────────────────────────────────────────────────────────


def examples() -> list[str]:
    guide = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```turtle\n(.*?)^```$", guide, flags=re.MULTILINE | re.DOTALL)


def test_the_example_of_the_guide_keeps_every_shape_and_its_quotes_have_their_length() -> None:
    assert breaches(examples()[0]) == set()
    read = Graph().parse(data=examples()[0], format="turtle")
    (words_quoted,) = read.objects(None, URIRef(PREFIXES["oa"] + "exact"))
    (end,) = read.objects(None, URIRef(PREFIXES["oa"] + "end"))
    assert len(str(words_quoted)) == int(str(end))


def test_every_example_of_the_guide_is_turtle_with_known_terms() -> None:
    for example in examples():
        used = {str(term) for triple in Graph().parse(data=example, format="turtle") for term in triple[1:]}
        ours = {iri for iri in used if iri.startswith(ROOT) and not iri.startswith(BASE)}
        assert undefined(ours) == []


def test_the_guide_names_every_class_and_every_rule() -> None:
    guide = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    classes = [term.removeprefix(IKG) for term in own_terms() if (term, RDF.type, OWL.Class) in ontology()]
    assert [name for name in classes if f"| `ikg:{name}` |" not in guide] == []
    assert [rule.stem for rule in RULES if f"| `{rule.stem}` |" not in guide] == []
