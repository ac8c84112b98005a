"""What a page tells of a thing, and a document as it reads."""

from __future__ import annotations

import json

import pytest

from kg.errors import NotFound, QueryError
from kg.portraits import Fact, Quote, is_known, portrait, speech, transcript
from kg.portraits.transcript import marks
from kg.store import open_store
from kg.terms import expand, iri, minutes_iri
from kg.triples import tell
from tests import sample

SLUG = "2017-03-14-harbours"
CONTEXT = "http://127.0.0.1/ontology/context.jsonld"
PROMISE = "The Chief Inspector agreed to send the report within two weeks."


@pytest.fixture(scope="module")
def store():
    store = open_store()
    store.refresh()
    store.replace({minutes_iri(SLUG): tell(sample.reading())})
    store.derive()
    return store


def group(told, heading):
    return next(one for one in told.groups if one.heading == heading)


def test_a_thing_is_told_with_its_names_and_kind(store):
    told = portrait(store, iri(sample.HI), context=CONTEXT)
    assert (told.label, told.names) == ("Harbour Inspectorate", ("HI",))
    assert "inspectorate" in [kind.text for kind in told.kinds]
    assert not told.is_fact


def test_facts_are_gathered_by_the_way_in_which_they_name_the_thing(store):
    told = portrait(store, iri(sample.CHIEF), context=CONTEXT)
    (fact,) = group(told, "Is to do").facts
    assert (fact.kind, fact.text, fact.day) == ("commitment", "send the report", "2017-03-14")
    assert [(row.words, row.values[0].text) for row in fact.rows][:2] == [
        ("strength", "Committed"),
        ("due by", "2017-03-28"),
    ]
    assert fact.quotes[0].words == PROMISE
    assert (
        fact.quotes[0].iri
        == f"{minutes_iri(SLUG)}#char={sample.TEXT.index(PROMISE)},{sample.TEXT.index(PROMISE) + len(PROMISE)}"
    )
    assert [one.heading for one in told.groups][:2] == ["Is to do", "Said"]


def test_a_long_group_is_cut_and_says_how_many_there_are(store, monkeypatch):
    monkeypatch.setattr("kg.portraits.thing.SHOWN", 1)
    narrower = group(portrait(store, expand("act:asked"), context=CONTEXT), "Sayings of this kind")
    assert (len(narrower.facts), narrower.total > 0) == (1, True)
    scheme = group(portrait(store, expand("strength:"), context=CONTEXT), "Its concepts")
    assert (len(scheme.facts), scheme.total) == (1, 5)
    whole = group(portrait(store, expand("strength:"), context=CONTEXT, whole="skos:inScheme"), "Its concepts")
    assert len(whole.facts) == 5


def test_who_took_part_stands_on_the_page_of_the_meeting_and_of_the_agent(store):
    meeting = group(portrait(store, iri(sample.MEETING), context=CONTEXT), "Took part")
    assert {fact.rows[0].values[0].iri for fact in meeting.facts} >= {iri(sample.CHIEF), iri(sample.COMMISSIONER)}
    agent = group(portrait(store, iri(sample.CHIEF), context=CONTEXT), "Took part")
    assert agent.facts[0].rows[0].values[0].iri == iri(sample.MEETING)


def test_a_term_of_the_ontology_has_a_page(store):
    told = portrait(store, expand("ikg:Commitment"), context=CONTEXT)
    assert told.comment.startswith("What somebody is to do")
    assert "strength" in [fact.text for fact in group(told, "What is told of it").facts]


def test_the_data_of_a_page_can_stand_inside_it(store):
    linked = portrait(store, iri(sample.HI), context=CONTEXT).linked
    assert "<" not in linked
    assert json.loads(linked)["altLabel"] == "HI"


def test_what_nobody_tells_of_has_no_page(store):
    assert is_known(store, iri(sample.HI))
    assert not is_known(store, iri("person/nobody"))
    assert not is_known(store, "a b")
    with pytest.raises(NotFound, match="no thing"):
        portrait(store, iri("person/nobody"), context=CONTEXT)
    with pytest.raises(QueryError, match="is not an IRI"):
        portrait(store, iri('x"> <y'), context=CONTEXT)
    with pytest.raises(NotFound, match="no document 'nobody'"):
        transcript(store, "nobody", context=CONTEXT)


# ── the document as it reads ─────────────────────────────────────────────────────────────────────────────────────


def test_every_character_of_a_document_is_shown_once(store):
    told = transcript(store, SLUG, context=CONTEXT)
    assert "".join(mark.text for mark in told.marks) == sample.TEXT


def test_the_words_of_a_fact_carry_its_number(store):
    told = transcript(store, SLUG, context=CONTEXT)
    number = next(n for n, fact in enumerate(told.facts, 1) if fact.text == "send the report")
    ends = next(place for place, mark in enumerate(told.marks) if number in mark.ends)
    assert "commitment" in told.marks[ends].kinds
    assert told.marks[ends].text.endswith("within two weeks.")


def test_facts_stand_in_the_order_of_their_words_and_the_unread_are_told(store):
    told = transcript(store, SLUG, context=CONTEXT)
    assert [fact.quotes[0].end for fact in told.facts] == sorted(fact.quotes[0].end for fact in told.facts)
    assert (told.mapped, told.sentences) == (4, 5)
    assert [quote.words for quote in told.unmapped] == ["It rained."]
    assert "unread" in next(mark.kinds for mark in told.marks if mark.text.startswith("It rained."))
    assert (told.day, told.meeting) == ("2017-03-14", iri(sample.MEETING))


def test_quotes_may_lie_inside_and_across_each_other():
    def fact(kind: str, start: int, end: int) -> Fact:
        return Fact("urn:f", kind, "", "", (), (Quote("", "urn:m", "", start, end),))

    told = [fact("statement", 0, 6), fact("commitment", 2, 4), fact("agenda item", 4, 8)]
    got = [(m.text, sorted(m.kinds), m.ends) for m in marks("abcdefgh!", told, (), [(0, 6), (2, 4), (4, 8)])]
    assert got == [
        ("ab", ["statement"], ()),
        ("cd", ["commitment", "statement"], (2,)),
        ("ef", ["agenda-item", "statement"], (1,)),
        ("gh", ["agenda-item"], (3,)),
        ("!", [], ()),
    ]


def test_an_empty_document_has_no_marks():
    assert list(marks("", (), (), ())) == []


def test_the_words_of_pages_name_properties_that_exist(store):
    spoken = speech()
    for property_ in (*spoken.order, *spoken.hidden, *spoken.no_mention, *spoken.told_of_facts, *spoken.headings):
        assert property_.startswith("http"), property_
