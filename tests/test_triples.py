"""From a reading to quads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal, QuerySolutions, RdfFormat, parse

from kg.model import EntityType, Span
from kg.store import open_store
from kg.store.embedded import Embedded
from kg.terms import minutes_iri
from kg.triples import tell
from kg.triples.writing import nquads, ref, text
from tests import sample

GRAPH = minutes_iri("2017-03-14-harbours")


@pytest.fixture(scope="module")
def store() -> Embedded:
    store = open_store()
    store.replace({GRAPH: tell(sample.reading())})
    return store


def rows(store: Embedded, query: str) -> list[tuple[str, ...]]:
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(row[i].value for i in range(len(found.variables))) for row in found)


def test_all_lines_lie_in_the_graph_of_the_document():
    assert {quad.graph_name.value for quad in parse("\n".join(tell(sample.reading())), RdfFormat.N_QUADS)} == {GRAPH}


def test_telling_twice_gives_the_same_lines():
    assert tell(sample.reading()) == tell(sample.reading())


def test_the_lines_are_sorted_and_each_stands_once():
    lines = tell(sample.reading())
    assert lines == sorted(set(lines))


def test_there_is_no_blank_node():
    quads = parse("\n".join(tell(sample.reading())), RdfFormat.N_QUADS)
    assert not any(isinstance(term, BlankNode) for quad in quads for term in quad)


def test_the_engine_writes_back_the_very_bytes_that_were_told(store):
    assert store.dump().decode().splitlines() == tell(sample.reading())


def test_every_quote_is_verbatim(store):
    quotes = rows(store, "SELECT ?s ?e ?x { ?q a ikg:Quote ; oa:start ?s ; oa:end ?e ; oa:exact ?x }")
    assert len(quotes) == 14
    assert all(sample.TEXT[int(start) : int(end)] == exact for start, end, exact in quotes)


def test_the_iri_of_a_quote_points_at_its_characters(store):
    found = rows(store, "SELECT ?q { ?q oa:exact 'It rained.' }")
    start = sample.TEXT.index("It rained.")
    assert found == [(f"{GRAPH}#char={start},{start + 10}",)]


def test_every_fact_has_evidence(store):
    kinds = "ikg:Statement ikg:Commitment ikg:Inspection ikg:Relationship ikg:Participation ikg:AgendaItem"
    assert (
        rows(store, f"SELECT ?f {{ VALUES ?k {{ {kinds} }} ?f a ?k FILTER NOT EXISTS {{ ?f ikg:evidence ?q }} }}") == []
    )


def test_the_document_keeps_its_text_and_says_how_much_of_it_was_understood(store):
    query = "SELECT ?text ?all ?mapped { ?m schema:text ?text ; ikg:sentences ?all ; ikg:sentencesMapped ?mapped }"
    assert rows(store, query) == [(sample.TEXT, "5", "4")]


def test_the_document_says_how_it_was_made_without_a_clock(store):
    query = "SELECT ?p ?v { ?m prov:wasGeneratedBy ?a . ?a ?p ?v FILTER(isLiteral(?v)) }"
    assert [predicate.rsplit("#", 1)[-1] for predicate, _ in rows(store, query)] == ["label", "configuration"]


def test_a_meeting_has_its_day_its_participants_and_its_agenda(store):
    query = """SELECT ?day ?who ?item { ?m a ikg:Meeting ; dcterms:date ?day ; ikg:participant/rdfs:label ?who ;
        ikg:agendaItem/dcterms:title ?item }"""
    assert rows(store, query) == [("2017-03-14", "Chief Inspector", "Pilots"), ("2017-03-14", "Commissioner", "Pilots")]


def test_who_sent_apologies_is_no_participant_of_the_meeting():
    reading = sample.reading()
    away = replace(reading.participants[0], attendance=sample.Attendance.APOLOGIES)
    lines = tell(replace(reading, participants=(away,)))
    assert not any(
        line.startswith(ref(f"https://w3id.org/inspectorate-kg/id/{sample.MEETING}") + " " + PARTICIPANT)
        for line in lines
    )
    assert any("/attendance/apologies>" in line for line in lines)


PARTICIPANT = "<https://w3id.org/inspectorate-kg/ontology#participant>"


def test_a_statement_says_who_said_what_to_whom(store):
    query = """SELECT ?who ?whom ?act ?content ?words { ?s a ikg:Statement ; ikg:speaker/rdfs:label ?who ;
        ikg:addressee/rdfs:label ?whom ; ikg:speechAct ?act ; ikg:content ?content ; ikg:evidence/oa:exact ?words }"""
    asked = "The Commissioner asked the Chief Inspector about pilots."
    act = "https://w3id.org/inspectorate-kg/speech-act/asked"
    assert rows(store, query) == [("Commissioner", "Chief Inspector", act, "about pilots", asked)]


def test_a_commitment_says_by_when_and_points_at_the_statement_that_makes_it(store):
    query = """SELECT ?who ?action ?from ?by ?text ?statement {
        ?c a ikg:Commitment ; ikg:actor/rdfs:label ?who ; ikg:action ?action ;
        ikg:dueFrom ?from ; ikg:dueBy ?by ; ikg:dueText ?text ; ikg:madeIn ?statement }"""
    assert rows(store, query) == [
        ("Chief Inspector", "send the report", "2017-03-14", "2017-03-28", "within two weeks", f"{GRAPH}/statement/2")
    ]


def test_a_joint_inspection_has_both_inspectorates(store):
    query = "SELECT ?who ?status { ?i a ikg:Inspection ; ikg:conductedBy/rdfs:label ?who ; ikg:status ?status }"
    under_way = "https://w3id.org/inspectorate-kg/status/under-way"
    assert rows(store, query) == [("Dock Inspectorate", under_way), ("Harbour Inspectorate", under_way)]


def test_a_relationship_stands_as_a_plain_triple_beside_its_evidence(store):
    assert rows(store, "SELECT ?a ?b { ?x ikg:inspects ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }") == [
        ("Harbour Inspectorate", "Port Authority")
    ]
    assert rows(store, "SELECT ?w { ?r a ikg:Relationship ; ikg:evidence/oa:exact ?w }") == [
        ("The Harbour Inspectorate (HI) inspects the Port Authority.",)
    ]


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        (EntityType.PERSON, {"Person"}),
        (EntityType.POST, {"Post"}),
        (EntityType.ORGANISATION, {"Organization"}),
        (EntityType.INSPECTORATE, {"Inspectorate", "FormalOrganization"}),
        (EntityType.GROUP, {"OrganisationGroup"}),
        (EntityType.COLLECTIVE, {"OrganizationalCollaboration"}),
        (EntityType.PROGRAMME, {"Programme"}),
        (EntityType.REPORT, {"Report", "Document"}),
        (EntityType.LEGISLATION, {"Legislation"}),
        (EntityType.TOPIC, {"Concept"}),
    ],
)
def test_a_group_of_bodies_is_no_body_and_a_post_no_person(kind, classes):
    reading = sample.reading()
    lines = tell(replace(reading, entities=(sample.Entity("x/y", kind, "Thing"),)))
    types = {
        line.split(" ")[2]
        for line in lines
        if line.startswith("<https://w3id.org/inspectorate-kg/id/x/y> <http://www.w3.org/1999")
    }
    assert {kind.strip("<>").replace("#", "/").rsplit("/", 1)[-1] for kind in types} == classes


def test_control_characters_become_spaces_so_that_offsets_stay():
    assert text("a\x0cb\x00c\ud800") == '"a b c "'


@pytest.mark.parametrize("words", ['a "quote"', "back\\slash", "line\nbreak", "tab\t", "\x7f", "naïve – “so”", "\r"])
def test_any_words_come_back_as_they_were(words):
    (quad,) = parse("\n".join(nquads("urn:g", [("<urn:a>", "<urn:b>", text(words))])), RdfFormat.N_QUADS)
    assert quad.object == Literal(words)


@pytest.mark.parametrize(
    ("source", "told"),
    [("/home/me/a note.txt", "a note.txt"), ("https://example.org/a/note.html", "https://example.org/a/note.html")],
)
def test_the_source_is_the_same_wherever_the_file_lies(source, told):
    lines = tell(sample.reading(source=source))
    assert any(line.startswith(f'<{GRAPH}> <http://purl.org/dc/terms/source> "{told}" ') for line in lines)


@pytest.mark.parametrize(
    ("slug", "label"),
    [
        ("2017-03-14-chair-of-the-tide-board", "Chair of the tide board, 14 March 2017"),
        ("board-minutes-4", "Board minutes 4, 14 March 2017"),
        ("2017-03-14", "Meeting, 14 March 2017"),
    ],
)
def test_a_document_without_a_title_is_called_by_its_file_and_day(slug, label):
    untitled = replace(sample.reading(slug), title=None)
    assert untitled.document.title is None
    assert any(f'label> "{label}"@en' in line for line in tell(untitled))


def test_an_iri_with_spaces_is_made_safe():
    assert ref("https://example.org/a b<c>") == "<https://example.org/a%20b%3Cc%3E>"


def test_a_span_of_evidence_is_told_once_though_two_facts_rest_on_it():
    reading = sample.reading()
    lines = tell(replace(reading, unmapped=(Span(0, 7), Span(0, 7))))
    assert sum("#char=0,7> <http://www.w3.org/ns/oa#exact>" in line for line in lines) == 1
