"""What the present tense, a note without a verb, a relative clause or a passive says of days to come."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, TW, commitments, read_note

FT, IM = "Farida Thorne", "Ingrid Moss"


@pytest.mark.parametrize(
    ("sentence", "actors", "due"),
    [
        ("Work on the quay starts on 3 June.", set(), "2019-06-03"),
        ("Ms Thorne meets the owners on 7 June.", {FT}, "2019-06-07"),
        ("The Lodgers' Forum returns to the quay in July.", {"Lodgers' Forum"}, "2019-07-31"),
        ("The Lodgers' Forum is expected back at the quay in July.", {"Lodgers' Forum"}, "2019-07-31"),
        ("The log is with Ms Thorne, who is to copy it by 7 June.", {FT}, "2019-06-07"),
        ("Until the lamps are lit the Lodgers' Forum will hold its meetings by day.", {"Lodgers' Forum"}, None),
        ("Both councils mean to send a joint letter by the end of June.", None, "2019-06-30"),
    ],
)  # fmt: skip
def test_a_plan_is_told_by_its_day(sentence: str, actors: set[str] | None, due: str | None) -> None:
    found = commitments(read_note(sentence, BOARD))
    assert [when for _, _, when in found] == [due]
    assert actors is None or found[0][0] == actors
    assert found[0][1] in {"planned", "committed"}


@pytest.mark.parametrize(
    ("sentence", "actors", "due"),
    [
        ("Results in June.", None, "2019-06-30"),
        ("Draft code from NR by 29 June.", {"Superintendent Noah Reed"}, "2019-06-29"),
        ("Summary for the next agenda – FT.", {FT}, None),
    ],
)
def test_a_note_without_a_verb_tells_what_is_to_come(sentence: str, actors: set[str] | None, due: str | None) -> None:
    found = commitments(read_note(sentence, BOARD))
    assert [when for _, _, when in found] == [due]
    assert actors is None or found[0][0] == actors


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry leaves every hour from 1 June.",
        "The lease ends on 31 December.",
        "TW could give no assurance that the lamp would be mended by July.",
        "Whether a curfew might be imposed was then canvassed.",
        "There will be an election in June.",
    ],
)
def test_customs_ends_and_doubts_are_no_plans(sentence: str) -> None:
    assert commitments(read_note(sentence)) == []


def test_there_will_be_an_undertaking_by_its_day() -> None:
    assert commitments(read_note("There will be a second survey in June.")) == [(set(), "planned", "2019-06-30")]


def test_what_is_no_question_and_what_is_shelved_will_not_be() -> None:
    assert commitments(read_note("There was no question of the Coastal Safety Board closing the quay.")) == [
        ({"Coastal Safety Board"}, "unlikely", None)
    ]
    assert ({TW}, "unlikely", None) in commitments(read_note("TW saw no reason to pay for it."))
