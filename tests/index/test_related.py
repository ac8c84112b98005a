"""What is related, why, and how two things are connected."""

from __future__ import annotations

from datetime import date, timedelta

import orjson
import pytest

from kg.errors import NotFound, QueryError
from kg.index import packed, paths, related, related_json, timeline
from kg.terms import iri
from tests import sample
from tests.index.conftest import FEES, INFORMED, MEETING, MOOR, PORT, PUBLISH, key


def brief(page) -> list[tuple[str, int, list[str]]]:
    return [(key(one.thing.iri), one.score, [reason.words for reason in one.reasons]) for one in page.items]


def test_the_related_come_with_reasons_whose_weights_add_up(index):
    page = related(index, sample.COMMISSIONER)
    assert brief(page) == [
        (PORT, 11, ["1 meeting together", "1 commitment from it", "1 statement from it"]),
        (sample.HI, 7, ["1 meeting together", "1 statement to it"]),
        (MOOR, 7, ["1 meeting together", "1 statement from it"]),
        (sample.CHIEF, 7, ["1 meeting together", "1 statement to it"]),
        (sample.PILOTS, 1, ["1 statement, commitment or inspection on it"]),
    ]
    assert page.total == 5
    for one in page.items:
        assert one.depth == 1
        assert one.score == sum(reason.score for reason in one.reasons)
        assert all(reason.score == reason.weight * reason.count for reason in one.reasons)


def test_the_first_related_are_kept_as_they_go_out(index):
    page = related_json(index, sample.COMMISSIONER, limit=2)
    assert page.total == 5
    told = orjson.loads(page.items)
    assert [(one["thing"]["iri"], one["score"]) for one in told] == [(iri(PORT), 11), (iri(sample.HI), 7)]
    assert (
        told[0]["reasons"][1]["evidence"][0]["words"]
        == "The Port Authority will publish its fees for the Commissioner by 31 December 2018."
    )
    assert related_json(index, "post/registry/registrar") == (b"[]", 0, 0)
    with pytest.raises(NotFound):
        related_json(index, "person/nobody")


def test_each_reason_points_at_the_words_behind_it(index):
    meeting, commitment, statement = related(index, sample.COMMISSIONER, limit=1).items[0].reasons
    quotes = [(one.words, key(one.fact)) for reason in (meeting, commitment, statement) for one in reason.evidence]
    assert quotes == [
        ("Ann Moor, Port Authority", MEETING),
        (
            "The Port Authority will publish its fees for the Commissioner by 31 December 2018.",
            "minutes/2018-06-05-fees/commitment/1",
        ),
        (
            'Ann Moor informed the Commissioner about "shadow-fees" & co-operation.',
            "minutes/2018-06-05-fees/statement/1",
        ),
    ]
    assert key(commitment.evidence[0].quote) == f"minutes/2018-06-05-fees#char={PUBLISH.start},{PUBLISH.end}"
    assert (statement.first, statement.last) == ("2018-06-05", "2018-06-05")
    assert key(statement.evidence[0].quote) == f"minutes/2018-06-05-fees#char={INFORMED.start},{INFORMED.end}"


def test_both_sides_tell_the_same_tie_in_their_own_words(index):
    there = {one.thing.iri: one for one in related(index, PORT).items}[iri(sample.HI)]
    back = {one.thing.iri: one for one in related(index, sample.HI).items}[iri(PORT)]
    assert [(reason.kind, reason.way) for reason in there.reasons] == [("relationship", "in")]
    assert [(reason.kind, reason.way) for reason in back.reasons] == [("relationship", "out")]
    assert there.reasons[0].evidence == back.reasons[0].evidence
    assert there.score == back.score == 4


def test_a_plain_triple_of_a_registry_is_a_link_with_its_property(index):
    chief = {one.thing.iri: one for one in related(index, sample.HI).items}[iri(sample.CHIEF)]
    assert [(reason.words, reason.properties, reason.evidence) for reason in chief.reasons] == [
        ("1 link told of both", ("postIn",), ())
    ]


def test_nobody_met_the_body_that_they_stood_for(index):
    assert PORT not in {key(one.thing.iri) for one in related(index, MOOR).items if one.reasons[0].kind == "meeting"}
    assert [
        (reason.kind, reason.properties)
        for one in related(index, MOOR).items
        if one.thing.iri == iri(PORT)
        for reason in one.reasons
    ] == [("link", ("memberOf",))]


def test_apologies_are_no_presence(index):
    assert related(index, "post/registry/registrar").items == ()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"types": ["topic"]}, [(sample.PILOTS, 1)]),
        ({"types": ["organisations"]}, [(PORT, 11), (sample.HI, 7)]),
        ({"since": date(2018, 1, 1)}, [(PORT, 11), (MOOR, 7)]),
        ({"until": date(2017, 12, 31)}, [(sample.HI, 7), (sample.CHIEF, 7), (sample.PILOTS, 1)]),
        ({"since": date(2017, 3, 14), "until": date(2017, 3, 14), "types": ["post"]}, [(sample.CHIEF, 7)]),
        ({"since": date(2019, 1, 1)}, []),
        ({"limit": 2, "offset": 1}, [(sample.HI, 7), (MOOR, 7)]),
    ],
)
def test_the_related_are_filtered_by_type_and_day(index, asked, found):
    page = related(index, sample.COMMISSIONER, **asked)
    assert [(key(one.thing.iri), one.score) for one in page.items] == found
    assert page.total == (5 if "limit" in asked else len(found))


def test_two_steps_lead_through_the_strongest_way(index):
    far = [one for one in related(index, sample.COMMISSIONER, depth=2).items if one.depth == 2]
    assert [
        (key(one.thing.iri), one.score, [(key(via.thing.iri), via.before, via.behind) for via in one.via])
        for one in far
    ] == [
        (sample.DOCK, 2, [(sample.HI, 7, 4), (sample.PILOTS, 1, 1)]),
        (FEES, 1, [(PORT, 11, 2), (MOOR, 7, 1)]),
    ]
    assert all(not one.reasons for one in far)


def test_two_steps_keep_to_the_days_that_are_asked_for(index):
    page = related(index, sample.COMMISSIONER, depth=2, since=date(2018, 1, 1))
    assert [(key(one.thing.iri), one.depth) for one in page.items] == [(PORT, 1), (MOOR, 1), (FEES, 2)]


def test_what_is_not_there_or_not_known_is_told(index):
    with pytest.raises(NotFound):
        related(index, "person/nobody")
    with pytest.raises(QueryError, match="types: 'ship' is unknown"):
        related(index, sample.HI, types=["ship"])


def test_the_shortest_connection_is_told_step_by_step_with_its_words(index):
    (path,) = paths(index, sample.DOCK, PORT)
    assert [
        (key(step.source.iri), [reason.words for reason in step.reasons], key(step.target.iri)) for step in path.steps
    ] == [
        (sample.DOCK, ["1 inspection conducted together"], sample.HI),
        (sample.HI, ["1 relationship told of both"], PORT),
    ]
    assert path.score == 4
    assert path.steps[1].reasons[0].evidence[0].words == "The Harbour Inspectorate (HI) inspects the Port Authority."


def test_of_equally_long_connections_the_strongest_comes_first(index):
    found = paths(index, MOOR, sample.CHIEF)
    assert [([key(step.target.iri) for step in path.steps], path.score) for path in found] == [
        ([sample.COMMISSIONER, sample.CHIEF], 7),
    ]
    found = paths(index, FEES, sample.HI)
    assert [([key(step.target.iri) for step in path.steps], path.score) for path in found] == [([PORT, sample.HI], 2)]


def test_a_path_keeps_to_its_types_and_length(index):
    (through_topic,) = paths(index, sample.COMMISSIONER, sample.DOCK, types=["topic"])
    assert [key(step.target.iri) for step in through_topic.steps] == [sample.PILOTS, sample.DOCK]
    assert paths(index, sample.DOCK, PORT, longest=1) == ()
    assert paths(index, sample.DOCK, sample.DOCK) == ()
    assert paths(index, sample.DOCK, "post/registry/registrar") == ()


def test_a_timeline_tells_each_day_once_in_order(index):
    events = timeline(index, sample.CHIEF)
    assert [(event.day, event.what, event.roles) for event in events.items] == [
        ("2017-03-14", "met", ("participant",)),
        ("2017-03-14", "said", ("addressee",)),
        ("2017-03-14", "said", ("speaker",)),
        ("2017-03-14", "undertaken", ("actor",)),
        ("2017-03-28", "due", ("actor",)),
    ]
    due = events.items[-1].fact
    assert (due.text, due.values["due_text"]) == ("send the report", "within two weeks")
    assert due.quotes[0].words == "The Chief Inspector agreed to send the report within two weeks."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": date(2017, 3, 15)}, ["due"]),
        ({"until": date(2017, 3, 14)}, ["met", "said", "said", "undertaken"]),
        ({"what": "said"}, ["said", "said"]),
        ({"limit": 1, "offset": 4}, ["due"]),
    ],
)
def test_a_timeline_keeps_to_its_days(index, asked, found):
    assert [event.what for event in timeline(index, sample.CHIEF, **asked).items] == found


def test_what_is_told_of_a_year_or_month_alone_is_in_the_windows_that_begin_with_it():
    for day, since, inside in (
        ("2021", date(2021, 1, 1), True),
        ("2021", date(2021, 1, 2), False),
        ("2021-03", date(2021, 3, 1), True),
        ("2021-03", date(2021, 3, 2), False),
        ("2021-03-02", date(2021, 3, 1), True),
    ):
        first, last = packed.window(since, None)
        assert (first <= packed.day_number(day) <= last) is inside, (day, since)
        start, end = packed.window(None, since - timedelta(1))
        assert (start <= packed.day_number(day) <= end) is not inside, (day, since)
