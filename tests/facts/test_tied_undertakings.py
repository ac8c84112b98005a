"""Undertakings that the sentence around them leaves half told: who does "it", what is done next, what is only a custom."""

from __future__ import annotations

import pytest

from tests.facts.test_who_conducts import AUDIT, CARE, MONITORS, PRISONS
from tests.facts.test_whose_review import conductors


@pytest.mark.parametrize(
    ("sentences", "bodies"),
    [
        ("A thematic review of visits is under way. HMIPS's inspectors have been to nine halls so far.", {PRISONS}),
        ("An internal audit of keys has begun. Ms Thorne conceded that it was late.", {CARE}),
        ("The audit of stores has begun. Audit Scotland expects to finish it in May.", {AUDIT}),
        ("The audit of stores has begun. Audit Scotland is doing it.", {AUDIT}),
        ("The audit of stores has begun. This is the work of Audit Scotland.", {AUDIT}),
        ("A review of visits is under way. Audit Scotland has asked to see it.", set()),
        ("A review of visits is under way. The Chair hoped to see it finished by May.", set()),
        ("An inspection of homes is planned. The Care Inspectorate welcomed it.", set()),
    ],
)  # fmt: skip
def test_the_next_sentence_says_who_does_it_where_its_words_tie_them(sentences: str, bodies: set[str]) -> None:
    assert [found for found, _ in conductors(sentences, MONITORS)] == [bodies]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("Nurseries: inspected by HMIPS in May.", {PRISONS}, "completed"),
        ("Dr Sallow: nurseries to be inspected in May.", {PRISONS}, "planned"),
        ("HMIPS to inspect nurseries with Care Inspectorate, May.", {PRISONS, CARE}, "planned"),
        ("Audit Scotland looking at the farm fund; report due in summer.", {AUDIT}, "under-way"),
        ("Dr Sallow's office has in hand a review of nurseries.", {PRISONS}, "under-way"),
        ("Dr Sallow reported on his team's review of nurseries, which ends in May.", {PRISONS}, "under-way"),
        ("They agreed to have the farm inspected in the spring by Pell Lyle LLP.", {"Pell Lyle LLP"}, "planned"),
        ("HMIPS shared the findings of its inspection of homes with the Care Inspectorate.", {PRISONS}, "completed"),
        ("HMIPS was glad that its inspection of nine homes had at last been brought to a close.", {PRISONS}, "completed"),
    ],
)  # fmt: skip
def test_notes_tell_who_and_when_with_few_words(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]


def test_places_done_next_are_inspected_by_the_same() -> None:
    said = "Marling and Colne have been inspected by HMIPS. Eastry will be done in December and Holme Moor by March."
    assert conductors(said, MONITORS) == [({PRISONS}, "completed"), ({PRISONS}, "planned")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Charities are obliged to have their accounts audited.",
        "Prisons must have their kitchens inspected every year.",
        "Every farm is to be inspected yearly under the Act.",
        "Marling was built in 1900. Nothing was done about it.",
        "HMIPS has agreed the dates of its inspection with the Care Inspectorate.",
    ],
)
def test_duties_and_customs_are_no_undertakings(sentence: str) -> None:
    assert conductors(sentence, MONITORS) == []


@pytest.mark.parametrize(
    ("sentences", "bodies", "status"),
    [
        ("Mention was made by the Chair of the inquiry into the loss of the Star. The Care Inspectorate completed it in the autumn.", {CARE}, "completed"),
        ("Ms Moss reported 14 of 31 blocks inspected. Quay Council is doing the inspections jointly with Audit Scotland.", {"Quay Council", AUDIT}, "under-way"),
        ("Ms Thorne said that a review of night moves had been proposed by her inspectors for 2021.", {CARE}, "proposed"),
        ("No separate HMIPS review of signalling at Quay – Audit Scotland covers it.", {PRISONS}, "unlikely"),
        ("FAI into the two deaths still going on, sheriff not expected to report before summer.", set(), "under-way"),
        ("Two reviews were mentioned. Quay Council is examining the use of tags and means to finish in February.", {"Quay Council"}, "under-way"),
        ("HMIPS inspects the depots. 31 of the 40 depots had been visited by then.", {PRISONS}, "under-way"),
        ("The second is no more than an idea so far: an inquiry into the profits of providers.", set(), "proposed"),
        ("HMIPS's review of nights, which it began in May, is expected to report in July.", {PRISONS}, "under-way"),
        ("The bolder notion of an inspection of every hall was, after some debate, abandoned.", set(), "unlikely"),
        ("The review of transport costs which had been proposed in March would not be pursued.", set(), "unlikely"),
    ],
)  # fmt: skip
def test_two_sentences_or_two_clauses_tell_one_undertaking(sentences: str, bodies: set[str], status: str) -> None:
    assert conductors(sentences, MONITORS) == [(bodies, status)]


def test_a_verdict_on_the_inspectors_is_no_entry_of_a_list() -> None:
    assert conductors("Not happy with the bit on visits – says inspectors came on a bad day.", MONITORS) == []


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("HMIPS has stopped work on its review of visits.", {PRISONS}, "unlikely"),
        ("Audit Scotland has turned down a request for an audit of stores.", {AUDIT}, "unlikely"),
        ("Nothing has come of the audit of stores which Audit Scotland promised.", {AUDIT}, "unlikely"),
        ("Whether to audit the stores is still being weighed by Audit Scotland.", {AUDIT}, "proposed"),
        ("The decision whether to audit the stores rests with Audit Scotland.", {AUDIT}, "proposed"),
        ("Audit Scotland is two thirds of the way through its audit of stores.", {AUDIT}, "under-way"),
        ("Audit Scotland's audit of stores is a month behind.", {AUDIT}, "under-way"),
        ("Dr Sallow thought an independent inquiry into riots was overdue.", set(), "proposed"),
        ("The annual inspection of Elm Hall by HMIPS, postponed twice because of the virus, took place last week.", {PRISONS}, "completed"),
        ("A themed inspection of nights by HMIPS will follow in the autumn, with the Care Inspectorate taking part.", {PRISONS, CARE}, "planned"),
        ("Ms Moss proposed that HMIPS and the Care Inspectorate look at visits together.", {PRISONS, CARE}, "proposed"),
    ],
)  # fmt: skip
def test_what_is_stopped_weighed_or_behind_is_told_as_such(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]


def test_a_number_before_inspections_counts_them() -> None:
    said = "Two unannounced night visits by HMIPS are pencilled in for the second quarter of 2021."
    assert conductors(said, MONITORS) == [({PRISONS}, "planned")]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("The fire service inspected 300 doors in August.", set(), "completed"),
        ("The council inspected the halls in May.", set(), "completed"),
        ("Our consultants, Pell Lyle LLP, will audit the books in May.", {"Pell Lyle LLP"}, "planned"),
        ("HMIPS has decided not to inspect the farm.", {PRISONS}, "unlikely"),
        ("Ms Moss confirmed that HMIPS would be on site from 25 June.", {PRISONS}, "planned"),
    ],
)
def test_who_is_not_known_gives_place_to_nobody_who_is(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]
