"""Inspections: about what, by whom, and where they stand."""

from __future__ import annotations

import pytest

from tests.notes import BOARD as BOARD_FRAME
from tests.notes import HMIP, PRISONS, inspections, names, read_note

BOARD, AGENCY = "Coastal Safety Board", "Northern Beacon Agency"


@pytest.mark.parametrize(
    ("sentences", "conductors", "status"),
    [
        ("The Northern Beacon Agency inspected the lamps in March.", {AGENCY}, "completed"),
        ("The Northern Beacon Agency is inspecting every lamp.", {AGENCY}, "under-way"),
        ("The Northern Beacon Agency will inspect every lamp in June.", {AGENCY}, "planned"),
        ("The Coastal Safety Board is carrying out a review of fog signals.", {BOARD}, "under-way"),
        (
            "TW praised the Northern Beacon Agency. Its review of fog signals was completed in May.",
            {AGENCY},
            "completed",
        ),
    ],
)
def test_who_inspects_and_where_it_stands(sentences, conductors, status):
    told = read_note(sentences)
    assert [(names(told, one.conducted_by), one.status) for one in told.inspections] == [(conductors, status)]


def test_the_next_undertaking_under_a_heading_is_by_the_same_body():
    told = read_note(
        "The Northern Beacon Agency inspected the lamps in March. A follow-up inspection of the lamps is planned."
    )
    assert [names(told, one.conducted_by) for one in told.inspections] == [{AGENCY}, {AGENCY}]


def test_the_team_of_somebody_is_the_body_that_they_represent():
    told = read_note("An audit of fog signals would be carried out by Superintendent Reed's team.", BOARD_FRAME)
    assert [names(told, one.conducted_by) for one in told.inspections] == [{"Quay Constabulary"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "The inspector of police came late.",
        "The plans can be seen at a public inspection.",
        "Inspectors look at every lamp.",
    ],
)
def test_what_is_no_undertaking(sentence):
    assert read_note(sentence).inspections == ()


def test_one_that_another_body_leads_is_not_the_one_just_told() -> None:
    note = read_note(
        "Mr Dunn said that HMIP was carrying out an audit of locks. He recalled that the inquiry led by the Care Agency (CA) had ended in May. "
        "He said that the audit carried out by HMIP would end in June.",
        PRISONS,
    )
    assert inspections(note) == [("under-way", {HMIP}), ("completed", {"Care Agency"})]


def test_an_inspection_that_was_called_off_binds_nobody() -> None:
    past = read_note("TW said that the inspection of the Fen lamps had been called off in 2017 because of floods.")
    assert [one.status for one in past.inspections] == ["not-completed"]
    assert past.commitments == ()
    ahead = read_note("TW said that the Coastal Safety Board will not inspect the Fen lamps this year.")
    assert [one.strength for one in ahead.commitments] == ["unlikely"]


def test_what_is_done_without_review_is_a_manner_of_doing_it():
    sentences = "AQ said that a lender that kept such files without regular review would find it hard to show need."
    assert read_note(sentences).inspections == ()
