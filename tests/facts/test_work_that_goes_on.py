"""Whose doing it is when the minutes stay with an undertaking, or a sentence goes on behind a clause of the past."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, commitments, inspections, read_note

COUNCIL, LODGERS, TRUST = "Northmoor Council", "Lodgers' Forum", "Coastal Lamps Trust"
AUDIT = "Dr Sallow told the Board that Northmoor Council was auditing the stores of the Coastal Lamps Trust. "


@pytest.mark.parametrize(
    ("sentences", "actors"),
    [
        (AUDIT + "The report is to be published in July.", {COUNCIL}),
        (AUDIT + "The auditors will be back in October.", {COUNCIL}),
        (AUDIT + "Its findings will be issued in June.", {COUNCIL}),
        (AUDIT + "It would be finished by the end of June.", {COUNCIL}),
        (AUDIT + "Publication before Christmas.", {COUNCIL}),
        (AUDIT + "The remaining six will be done by 30 June.", {COUNCIL}),
    ],
)
def test_what_comes_of_a_work_is_of_whoever_does_it(sentences: str, actors: set[str]) -> None:
    assert commitments(read_note(sentences, BOARD))[-1][0] == actors


@pytest.mark.parametrize(
    ("sentences", "actors"),
    [
        ("Dr Sallow had no doubt that they might, and will carry the question to his trustees in June.", {"Dr Peter Sallow"}),
        ("Dr Sallow did not rule it out, however, and will consult the keepers in June.", {"Dr Peter Sallow"}),
        ("FT preferred to ask Cllr Ash first and will do so this month.", {"Farida Thorne"}),
        ("It was noted that Cllr Ash had not yet met the keepers. She undertook to do so before the end of June.", {"Cllr Wendy Ash"}),
        ("It was acknowledged by Dr Sallow that a note ought to have gone out, and he agreed to send one in June.", {"Dr Peter Sallow"}),
        ("FT asked whether the council would recruit. Cllr Ash understood that it intended to appoint six keepers in June.", {COUNCIL}),
    ],
)  # fmt: skip
def test_a_sentence_goes_on_with_its_own_subject(sentences: str, actors: set[str]) -> None:
    assert commitments(read_note(sentences, BOARD))[-1][0] == actors


def test_a_common_noun_means_the_body_named_last_of_those_it_may_mean() -> None:
    said = "Cllr Ash spoke of the Quill Trust and of the Coastal Lamps Trust. The trust intends to paint the lamps in June."
    assert commitments(read_note(said, BOARD))[-1][0] == {TRUST}


@pytest.mark.parametrize(
    "verb",
    ["is at present auditing the way in which lamps are bought", "was at present conducting an audit of the lamps"],
)
def test_what_a_body_is_at_present_doing_is_under_way(verb: str) -> None:
    assert inspections(read_note(f"Dr Sallow said that Northmoor Council {verb}.", BOARD)) == [("under-way", {COUNCIL})]


def test_an_inspection_planned_for_another_place_is_another_one() -> None:
    talk = "Dr Sallow said that Northmoor Council was inspecting the sheds. The inspection planned for Deal had been cancelled."
    assert [one[0] for one in inspections(read_note(talk, BOARD))] == ["under-way", "not-completed"]
