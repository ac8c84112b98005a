"""The index says what a query over the store says, on the sample minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

import kg
from kg import resources
from kg.index import Index, Wanted, entities, facts_of, open_index, related
from kg.store import open_store
from kg.store.embedded import Embedded

MINUTES = Path(__file__).parents[2] / "data" / "minutes"


@pytest.fixture(scope="module")
def store() -> Embedded:
    store = open_store()
    kg.build([MINUTES], store)
    return store


@pytest.fixture(scope="module")
def index(store) -> Iterator[Index]:
    with open_index(store) as index:
        yield index


def rows(store, text: str) -> set[tuple[str, ...]]:
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return {tuple(getattr(term, "value", "") for term in row) for row in found}


def told(index, kind: str) -> set[tuple[str, str]]:
    """All pairs of entities that a kind of tie joins, out or both."""
    with index.reading() as connection:
        return set(
            connection.execute(
                "SELECT one.iri, other.iri FROM related JOIN entity one ON one.id = source JOIN entity other ON other.id = target "
                "JOIN json_each(reasons) reason WHERE reason.value ->> 0 = ? AND reason.value ->> 1 <> 'in'",
                (kind,),
            )
        )


def test_who_met_is_what_the_rule_concludes(store, index):
    assert told(index, "meeting") == rows(store, "SELECT ?a ?b { ?a ikg:metWith ?b }")


def test_who_inspects_jointly_is_what_the_facts_tell(store, index):
    query = "SELECT ?a ?b { ?i a ikg:Inspection ; ikg:conductedBy ?a , ?b FILTER(?a != ?b) }"
    assert told(index, "joint-inspection") == rows(store, query)


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("statement", "ikg:speaker ?a ; ikg:addressee ?b"),
        ("mention", "ikg:speaker ?a ; schema:mentions ?b"),
        ("commitment", "ikg:actor ?a ; ikg:beneficiary ?b"),
        ("inspection", "ikg:conductedBy ?a ; ikg:inspectedBody ?b"),
    ],
)
def test_whoever_is_named_together_in_a_fact_is_tied(store, index, kind, pattern):
    """Unless the one stands for the other there: the post and its own body."""
    own = rows(
        store,
        "SELECT ?a ?b { { ?a org:postIn ?b } UNION { ?a org:holds/org:postIn ?b } UNION { ?p ikg:participant ?a ; ikg:representing ?b } }",
    )
    direct = {(a, b) for a, b in rows(store, f"SELECT ?a ?b {{ ?f {pattern} FILTER(?a != ?b) }}")}
    ties = told(index, kind)
    assert direct - own - {(b, a) for a, b in own} <= ties
    assert {a for a, _ in ties} | {b for _, b in ties} <= {one for pair in direct | own for one in pair}


@settings(max_examples=25, deadline=None)
@given(day=st.dates(date(2016, 1, 1), date(2022, 1, 1)))
def test_what_is_overdue_is_what_the_rule_concludes(day):
    store, index = _cached()
    rule = (resources.ontology() / "rules" / "overdue.rq").read_text(encoding="utf-8")
    rule = rule.replace("# values: on", f'VALUES ?on {{ "{day}"^^<http://www.w3.org/2001/XMLSchema#date> }}')
    concluded = {triple.subject.value for triple in store.query(rule)}
    page = facts_of(index, Wanted("commitment", overdue_on=day), limit=1000)
    assert {fact.iri for fact in page.items} == concluded


@settings(max_examples=25, deadline=None)
@given(days=st.tuples(st.dates(date(2016, 6, 1), date(2021, 1, 1)), st.dates(date(2016, 6, 1), date(2021, 1, 1))))
def test_the_meetings_of_a_time_are_those_of_a_query(days):
    store, index = _cached()
    since, until = sorted(days)
    query = f'SELECT ?m {{ ?m a ikg:Meeting ; dcterms:date ?d FILTER(?d >= "{since}"^^xsd:date && ?d <= "{until}"^^xsd:date) }}'
    page = facts_of(index, Wanted("meeting", since=since, until=until), limit=1000)
    assert {(fact.iri,) for fact in page.items} == rows(store, query)


_kept: list[tuple[Embedded, Index]] = []


def _cached() -> tuple[Embedded, Index]:
    return _kept[0]


@pytest.fixture(autouse=True)
def _keep(store, index):
    _kept[:] = [(store, index)]


def test_unanswered_questions_are_those_of_the_named_question(store, index):
    page = facts_of(index, Wanted("statement", words={"act": "asked"}, open=True), limit=1000)
    query = "SELECT ?s { ?s a ikg:Statement ; ikg:speechAct act:asked FILTER NOT EXISTS { ?answer ikg:answers ?s } }"
    assert {(fact.iri,) for fact in page.items} == rows(store, query)
    assert page.total > 1


def test_every_fact_with_evidence_has_all_its_words(store, index):
    for kind, rdf_class in (
        ("statement", "ikg:Statement"),
        ("commitment", "ikg:Commitment"),
        ("inspection", "ikg:Inspection"),
    ):
        query = f"SELECT ?f ?q ?w {{ ?f a {rdf_class} ; ikg:evidence ?q . ?q oa:exact ?w }}"
        page = facts_of(index, Wanted(kind), limit=5000)
        assert {(fact.iri, quote.iri, quote.words) for fact in page.items for quote in fact.quotes} == rows(
            store, query
        )


def test_every_agent_of_the_graph_is_an_entity_of_the_index(store, index):
    query = "SELECT DISTINCT ?a { ?a a ?c FILTER(?c IN (foaf:Person, org:Post, ikg:Inspectorate, ikg:OrganisationGroup, org:FormalOrganization)) FILTER(STRSTARTS(STR(?a), STR(data:))) }"
    page = entities(index, types=["agents"], limit=10_000)
    assert rows(store, query) <= {(one.iri,) for one in page.items}


def test_a_related_entity_is_related_back_with_the_same_score(index):
    page = related(index, "organisation/hm-crown-prosecution-service-inspectorate", limit=100)
    assert page.total > 10
    for one in page.items:
        back = {other.thing.iri: other.score for other in related(index, one.thing.iri, limit=1000).items}
        assert (
            back["https://w3id.org/inspectorate-kg/id/organisation/hm-crown-prosecution-service-inspectorate"]
            == one.score
        )


@settings(max_examples=25, deadline=None)
@given(day=st.dates(date(2016, 6, 1), date(2021, 1, 1)), place=st.integers(0, 10_000))
def test_what_happened_before_and_after_a_day_comes_to_all_that_has_a_day(day, place):
    index = _cached()[1]
    every = entities(index, types=["agents", "topic"], limit=10_000).items
    entity = every[place % len(every)].iri
    counted: dict[tuple[str, str, str], int] = {}
    for part in ({"until": day - timedelta(1)}, {"since": day}):
        for one in related(index, entity, limit=10_000, **part).items:
            assert one.score == sum(reason.score for reason in one.reasons)
            for reason in one.reasons:
                told = one.thing.iri, reason.kind, reason.way
                counted[told] = counted.get(told, 0) + reason.count
    dated = {
        (one.thing.iri, reason.kind, reason.way): reason.count
        for one in related(index, entity, limit=10_000).items
        for reason in one.reasons
        if reason.first
    }
    assert counted == dated


@settings(max_examples=25, deadline=None)
@given(
    place=st.integers(0, 10_000),
    limit=st.integers(1, 60),
    offset=st.integers(0, 150),
    types=st.sampled_from([(), ("organisations",), ("topic",)]),
    since=st.sampled_from([None, date(2017, 6, 1)]),
)
def test_a_page_of_two_steps_is_a_part_of_the_whole_order(place, limit, offset, types, since):
    index = _cached()[1]
    every = entities(index, types=["agents", "topic"], limit=10_000).items
    entity = every[place % len(every)].iri
    page = related(index, entity, depth=2, types=types, since=since, limit=limit, offset=offset)
    whole = _two_steps(index, entity, since)
    wanted = [one for one in whole if not types or _of(one[1], types, index)]
    assert page.total == len(wanted)
    assert [(one.score, one.thing.iri) for one in page.items] == wanted[offset:][:limit]


def _two_steps(index: Index, entity: str, since: date | None) -> list[tuple[int, str]]:
    """Everything within two steps, worked out step by step."""
    near = [(one.thing.iri, one.score) for one in related(index, entity, since=since, limit=10_000).items]
    scores = dict(near)
    for middle, before in near[:50]:
        for one in related(index, middle, since=since, limit=50).items:
            if one.thing.iri != entity and one.thing.iri not in dict(near):
                scores[one.thing.iri] = max(scores.get(one.thing.iri, 1), min(before, one.score) // 2)
    return sorted(((score, iri) for iri, score in scores.items()), key=lambda one: (-one[0], one[1]))


def _of(iri: str, types: tuple[str, ...], index: Index) -> bool:
    return iri in {one.iri for one in entities(index, types=types, limit=10_000).items}
