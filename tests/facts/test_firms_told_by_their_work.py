"""Who carries out what was ordered by words for a firm, and what was told of an undertaking under another heading."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, inspections, read_note, read_text, relations

LETTERS = """HARBOUR LIGHTS BOARD

Minutes of the 4th meeting held on 3 May 2019

Present:
Ingrid Moss (Chair)

In attendance:
Noah Reed          Lamps and Buoys Commissioner (LBC)
Farida Thorne      Secretary, HLB

1. Lamps

{}
"""


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Dr Sallow said that an outside survey of the pier had been ordered, but that the surveyors, Crane Tully Ltd, had not begun.", "planned"),
        ("A review of the stores had been commissioned and the consultants, Crane Tully Ltd, would report to the Board.", "planned"),
    ],
)  # fmt: skip
def test_those_who_were_engaged_are_named_by_a_later_clause(sentence: str, status: str) -> None:
    assert inspections(read_note(sentence, BOARD)) == [(status, {"Crane Tully Ltd"})]


def test_the_same_firm_is_that_of_the_one_before() -> None:
    note = read_note(
        "The internal auditors, Crane Tully, had begun an audit of rents. She added that a review by the same firm of "
        "Quay Pilots, which is part of Northmoor Council, was planned for the autumn.",
        BOARD,
    )
    assert inspections(note) == [("under-way", {"Crane Tully"}), ("planned", {"Crane Tully"})]
    assert "worksWith" not in [predicate for _, predicate, _ in relations(note)]


def test_the_letters_of_a_post_before_an_audit_are_of_its_body() -> None:
    text = LETTERS.format(
        "Mr Reed presented the findings of the LBC audit of moorings, which had been published in March."
    )
    assert inspections(read_text(text)) == [("completed", {"Office of the Lamps and Buoys Commissioner"})]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Chair summarised progress with the independent review of moorings commissioned by Northmoor Council.", "under-way"),
        ("The Chair described progress made on the review of moorings ordered by Northmoor Council.", "under-way"),
        ("The Chair described the review of moorings ordered by Northmoor Council.", "planned"),
    ],
)  # fmt: skip
def test_what_makes_progress_is_under_way(sentence: str, status: str) -> None:
    assert [found for found, _ in inspections(read_note(sentence, BOARD))] == [status]


@pytest.mark.parametrize(("later", "told"), [("the thematic review", 1), ("the thematic review of berths", 2)])
def test_an_undertaking_is_told_once_where_nothing_new_is_said(later: str, told: int) -> None:
    note = read_note(
        "The Quay Inspectorate's thematic review of moorings is well under way.\n\n2. Next steps\n\n"
        f"- The Quay Inspectorate to bring early findings from {later} to the next meeting.",
        BOARD,
    )
    assert len(note.inspections) == told
