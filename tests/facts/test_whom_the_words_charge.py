"""Who is charged with an undertaking by the words before an infinitive, and what becomes of an offer."""

from __future__ import annotations

import pytest

from tests.notes import COUNCIL, HMIP, PRISONS, inspections, read_note


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Mr Dunn said that the Scottish Government had asked him to inspect three police cells.", ("proposed", {HMIP})),
        ("Mr Dunn said that ministers had asked his inspectorate to review transfers by sea.", ("proposed", {HMIP})),
        ("A bid by Estyn to inspect the night schools has been turned down.", ("unlikely", {"Estyn"})),
        ("The plan of Estyn to inspect the night schools was shelved in May.", ("unlikely", {"Estyn"})),
        ("An offer from Estyn to audit the registers was declined.", ("unlikely", {"Estyn"})),
        ("A request from Estyn to inspect the night schools was refused.", ("unlikely", set())),
        ("No plans at Estyn to look at the night schools.", ("unlikely", {"Estyn"})),
        ("No intention at Estyn to inspect the night schools.", ("unlikely", {"Estyn"})),
        ("An audit of escorts was planned to begin in the summer of 2021.", ("planned", set())),
        ("A review of escorts was intended to start in July 2020.", ("planned", set())),
    ],
)  # fmt: skip
def test_whoever_offers_or_is_asked_is_to_act_and_nobody_who_asks(sentence: str, told: tuple[str, set[str]]) -> None:
    assert inspections(read_note(sentence, PRISONS)) == [told]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("The Council has engaged Marsh & Dyer to review the sale of Quay House.", {"Marsh & Dyer"}),
        ("The Council has appointed a retired judge to review the sale of Quay House.", set()),
        ("A former treasurer has been appointed to review the sale of Quay House.", set()),
    ],
)
def test_one_who_is_hired_to_review_reviews(sentence: str, bodies: set[str]) -> None:
    assert inspections(read_note(sentence, COUNCIL)) == [("planned", bodies)]


def test_a_clerk_who_is_hired_to_review_the_minutes_does_no_review() -> None:
    assert inspections(read_note("The Council has appointed a clerk to review the minutes.", COUNCIL)) == []


def test_a_verb_within_a_name_tells_of_nothing() -> None:
    sentence = "The Director described the inspection which the Care Quality Commission had carried out in the spring."
    assert [status for status, _ in inspections(read_note(sentence, COUNCIL))] == ["completed"]
