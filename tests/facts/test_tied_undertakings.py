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
