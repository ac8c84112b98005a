"""What somebody is minded to do, what is decided though some dissent, and those of a body behind its name."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, TW, commitments, read_note, statements

FT = "Farida Thorne"


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("TW is minded to ask Northmoor Council to report on the lamps every spring.", "planned"),
        ("TW said that he was inclined to close the east quay.", "planned"),
        ("TW was not minded to close the east quay.", "unlikely"),
    ],
)
def test_whoever_is_minded_to_do_a_thing_means_to(sentence: str, strength: str) -> None:
    assert [(actors, firm) for actors, firm, _ in commitments(read_note(sentence))] == [({TW}, strength)]


def test_whoever_is_minded_to_agree_binds_nobody() -> None:
    assert commitments(read_note("TW was disposed to agree that there was a case for it.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It was RESOLVED, Mr Reed dissenting, that the Secretary should write to the owners by 1 July.",
        "The Board agreed, with some reluctance, that the Secretary would write to the owners by 1 July.",
        "It was RESOLVED (Mr Reed dissenting) that the Secretary write to the owners by 1 July.",
        "It was resolved by four votes to two that the Secretary write to the owners by 1 July.",
    ],
)
def test_a_decision_binds_though_somebody_dissents(sentence: str) -> None:
    assert ({FT}, "committed", "2019-07-01") in commitments(read_note(sentence, BOARD))


def test_a_resolution_to_do_a_thing_binds_though_somebody_abstains() -> None:
    found = commitments(read_note("It was RESOLVED, with Mr Reed abstaining, to write to the owners by 1 July.", BOARD))
    assert [(firm, due) for _, firm, due in found] == [("committed", "2019-07-01")]


@pytest.mark.parametrize("body", ["Ofsted officials", "Police Scotland officers", "NIAO staff"])
def test_those_of_a_body_stand_behind_its_name(body: str) -> None:
    found = commitments(read_note(f"It was agreed that {body} would write to TW within two weeks."))
    assert [(firm, due) for _, firm, due in found] == [("committed", "2019-05-17")]
    assert all(actors and TW not in actors for actors, _, _ in found)


def test_what_the_staff_of_a_body_are_told_is_a_custom() -> None:
    note = read_note(
        "AQ asked about the quays. TW said that no rule was new, and Ofsted inspectors are told to keep off."
    )
    assert "requested" not in [act for _, act in statements(note)]
    assert commitments(note) == []


def test_to_be_asked_to_consider_is_a_request_and_to_see_no_conflict_an_opinion() -> None:
    assert [
        act for _, act in statements(read_note("TW was asked to consider whether the lamps might be lit at four."))
    ] == ["requested"]
    assert [act for _, act in statements(read_note("AQ queried the overlap with the survey. TW saw no conflict."))] == [
        "asked",
        "opined",
    ]
