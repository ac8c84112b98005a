"""Entities in lists, and each with its facts and words."""

from __future__ import annotations

from datetime import date

import pytest

from kg.errors import NotFound, QueryError
from kg.index import entities, entity, find, things_of, topics
from kg.terms import iri
from tests import sample
from tests.index.conftest import FEES, MOOR, PORT, TEXT, key


def labels(page) -> list[str]:
    return [one.label for one in page.items]


def test_entities_are_listed_by_name_with_their_types(index):
    page = entities(index)
    assert [(one.type, one.label) for one in page.items] == [
        ("person", "Ann Moor"),
        ("post", "Chief Inspector"),
        ("post", "Commissioner"),
        ("inspectorate", "Dock Inspectorate"),
        ("topic", "fees"),
        ("inspectorate", "Harbour Inspectorate"),
        ("meeting", "Meeting on fees"),
        ("minutes", "Meeting on fees"),
        ("meeting", "Meeting with the Chief Inspector of Harbours"),
        ("minutes", "Meeting with the Chief Inspector of Harbours"),
        ("topic", "pilots"),
        ("organisation", "Port Authority"),
        ("post", "Registrar"),
    ]
    assert page.total == 13


def test_an_entity_says_at_which_meetings_it_was_named(index):
    port = entities(index, name="port auth").items[0]
    assert (port.meetings, port.first, port.last) == (2, "2017-03-14", "2018-06-05")
    assert port.facts == 4  # the relationship, the second meeting, what its representative said there, its promise


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"types": ["inspectorate"]}, ["Dock Inspectorate", "Harbour Inspectorate"]),
        ({"types": ["organisations"]}, ["Dock Inspectorate", "Harbour Inspectorate", "Port Authority"]),
        ({"types": ["person", "topic"]}, ["Ann Moor", "fees", "pilots"]),
        ({"name": "HI", "types": ["agents"]}, ["Chief Inspector", "Harbour Inspectorate"]),
        ({"name": "the port"}, ["Port Authority"]),
        ({"name": "%"}, []),
        ({"types": ["agents"], "since": date(2018, 1, 1)}, ["Ann Moor", "Commissioner", "Port Authority"]),
        ({"types": ["organisations"], "until": date(2017, 3, 13)}, []),
        (
            {"types": ["inspectorate"], "since": date(2017, 3, 14), "until": date(2017, 3, 14)},
            ["Dock Inspectorate", "Harbour Inspectorate"],
        ),
    ],
)
def test_entities_are_filtered_by_type_name_and_day_of_meeting(index, asked, found):
    page = entities(index, **asked)
    assert labels(page) == found
    assert page.total == len(found)


def test_a_page_is_a_part_of_the_same_list(index):
    whole = labels(entities(index))
    parts = [labels(entities(index, limit=5, offset=start)) for start in (0, 5, 10, 15)]
    assert [label for part in parts for label in part] == whole
    assert parts[3] == []


def test_an_unknown_type_or_kind_is_named_with_those_that_are_known(index):
    with pytest.raises(QueryError, match="types: 'ship' is unknown; known: inspectorate, group"):
        entities(index, types=["ship"])
    with pytest.raises(QueryError, match="kind: 'ship' is unknown"):
        entities(index, kind="ship")


def test_an_entity_is_told_with_its_names_links_facts_and_words(index):
    told = entity(index, sample.HI)
    assert told.entity.label == "Harbour Inspectorate"
    assert told.names == ("HI",)
    assert [(one.property, key(one.value)) for one in told.told] == [("inspects", PORT)]
    assert [(one.property, key(one.thing.iri)) for one in told.told_by_others] == [("postIn", sample.CHIEF)]
    assert [quote.words for quote in told.quotes] == ["Harbour Inspectorate"]
    assert [(fact.kind, fact.quotes[0].words) for fact in told.facts.items if fact.kind == "inspection"] == [
        ("inspection", "HI and the Dock Inspectorate are carrying out a joint inspection of pilots.")
    ]
    assert told.facts.total == len(told.facts.items) == 6


def test_a_fact_tells_who_stood_for_whom(index):
    facts = entity(index, sample.HI).facts.items
    asked = next(fact for fact in facts if fact.values.get("speech_act") == "asked")
    assert [(role.role, key(role.thing.iri), role.through and key(role.through.iri)) for role in asked.roles] == [
        ("addressee", sample.CHIEF, None),
        ("addressee", sample.HI, sample.CHIEF),
        ("speaker", sample.COMMISSIONER, None),
        ("subject", sample.PILOTS, None),
    ]
    assert asked.text == "about pilots"
    assert asked.day == "2017-03-14"
    assert (asked.document.label, asked.meeting.type) == ("Meeting with the Chief Inspector of Harbours", "meeting")


def test_every_quote_is_verbatim(index):
    texts = {
        iri("minutes/2017-03-14-harbours"): sample.TEXT,
        iri("minutes/2018-06-05-fees"): TEXT,
    }
    quotes = [
        quote
        for one in entities(index).items
        for told in [entity(index, one.iri, limit=100)]
        for quote in (*told.quotes, *(quote for fact in told.facts.items for quote in fact.quotes))
    ]
    assert len(quotes) > 20
    assert all(texts[quote.document][quote.start : quote.end] == quote.words for quote in quotes)


def test_a_body_that_was_represented_has_the_facts_of_its_representative(index):
    said = [fact for fact in entity(index, PORT).facts.items if fact.kind == "statement"]
    assert [(fact.text, [key(role.through.iri) for role in fact.roles if role.through]) for fact in said] == [
        ('about "shadow-fees" & co-operation', [MOOR])
    ]


def test_an_entity_nobody_knows_is_not_found(index):
    with pytest.raises(NotFound, match="no entity 'person/nobody'"):
        entity(index, "person/nobody")


@pytest.mark.parametrize("name", ["the harbour inspectorate", "hi", sample.HI, iri(sample.HI), f"data:{sample.HI}"])
def test_a_thing_is_found_by_name_key_prefixed_name_and_iri(index, name):
    assert [thing.label for thing in find(index, name)] == ["Harbour Inspectorate"]


def test_things_are_told_by_iri_and_others_left_out(index):
    found = things_of(index, [iri(FEES), iri("person/nobody")])
    assert [(thing.type, thing.label) for thing in found.values()] == [("topic", "fees")]


def test_topics_are_told_with_the_wider_and_narrower_ones():
    from kg.index import open_index
    from kg.store import open_store

    store = open_store()
    store.refresh()
    with open_index(store) as index:
        topic = next(one for one in topics(index, name="hate crime").items if one.entity.label == "hate crime")
        assert "disability hate crime" in [thing.label for thing in topic.narrower]
        below = topics(index, broader="topic/hate-crime")
        assert {one.entity.iri for one in below.items} == {thing.iri for thing in topic.narrower}
        assert all(topic.entity.iri in {thing.iri for thing in one.broader} for one in below.items)
        assert entities(index, kind="police-force", limit=1).total > 40
