"""Networks of a store: nodes, edges, weights, time, and the facts behind each edge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kg
from kg.errors import NotFound, QueryError
from kg.graphs import network, projections
from tests import two_meetings

MINUTES = Path(__file__).parent.parent / "data" / "minutes"


@pytest.fixture(scope="module")
def store():
    store = kg.open_store()
    kg.build([MINUTES], store)
    return store


@pytest.mark.parametrize("name", sorted(projections()))
def test_each_projection_has_nodes_and_edges_that_join_them(store, name):
    options = {"focus": "HMCPSI"} if name == "stakeholders" else {}
    found = network(store, name, **options)
    keys = {node.id for node in found.nodes}
    edges = list(found.edges)
    assert keys
    assert edges
    assert {end for edge in edges for end in (edge.source, edge.target)} <= keys


def test_bodies_that_met_are_joined_with_the_number_of_meetings(store):
    found = kg.graph(store, "organisations")
    names = {data["label"]: key for key, data in found.nodes(data=True)}
    (edge,) = found.get_edge_data(
        names["Office of the Victims' Commissioner"], names["HM Crown Prosecution Service Inspectorate"]
    ).values()
    assert edge["weight"] == 1
    assert edge["first"] == date(2017, 3, 14)


def test_a_slice_of_time_holds_only_what_was_met_in_it(store):
    found = network(store, "organisations", since="2018-01-01", until="2018-12-31")
    days = [day for edge in found.edges for spell in edge.spells for day in (spell.first, spell.last)]
    assert days
    assert all(date(2018, 1, 1) <= day <= date(2018, 12, 31) for day in days)


def test_people_speak_for_the_body_that_the_same_minutes_give_them():
    ann = """<ann> a foaf:Person ; rdfs:label "Ann" ; org:memberOf <Y> . <bob> a foaf:Person ; rdfs:label "Bob" .
    <s21> a ikg:Statement ; ikg:speaker <ann> ; ikg:evidence <m1#4> ; dcterms:subject <nets> .
    <s22> a ikg:Statement ; ikg:speaker <bob> ; ikg:evidence <m1#4> ; dcterms:subject <nets> ."""
    found = network(two_meetings.told(two_meetings.JANUARY + ann), "organisations-topics")
    names = {node.id: node.label for node in found.nodes}
    about_nets = {names[edge.source] for edge in found.edges if names[edge.target] == "nets"}
    assert about_nets == {"Port", "Regulator", "Bob"}


def test_a_projection_or_a_day_that_is_none_is_refused_by_name(store):
    with pytest.raises(NotFound, match="nothing-such"):
        network(store, "nothing-such")
    with pytest.raises(QueryError, match="yesterday"):
        network(store, "organisations", since="yesterday")
