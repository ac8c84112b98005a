"""Points below the words that open them, duties with their day, answers with their reason, and things that others are to bring."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, commitments, read_note

MOSS, SALLOW, ASH, THORNE, REED = (
    "Ingrid Moss",
    "Dr Peter Sallow",
    "Cllr Wendy Ash",
    "Farida Thorne",
    "Superintendent Noah Reed",
)
COUNCIL, LODGERS, FORCE = "Northmoor Council", "Lodgers' Forum", "Quay Constabulary"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("The Council agreed to:\n- mend the lamp by 30 June\n- write to the keepers",
         [({COUNCIL}, "committed", "2019-06-30"), ({COUNCIL}, "committed", None)]),
        ("The Secretary was asked to:\n- book the hall\n- send the papers round by 10 May",
         [({THORNE}, "requested", None), ({THORNE}, "requested", "2019-05-10")]),
        ("The Board agreed:\n- to write to the Minister;\n- that the Secretary should thank the keepers.",
         [({"The Board"}, "committed", None), ({THORNE}, "committed", None)]),
        ("Dr Sallow raised:\n- the state of the pier\n- fees", []),
    ],
)  # fmt: skip
def test_each_point_is_of_those_who_open_the_list(lines: str, found: list[tuple[set[str], str, str | None]]) -> None:
    assert commitments(read_note(lines, BOARD)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The keepers must reply by Friday 10 May.", ({"Keepers"}, "requested", "2019-05-10")),
        ("The Council is required to produce its ledgers by noon on 30 July 2019.", ({COUNCIL}, "requested", "2019-07-30")),
        ("Further papers had been requested of the Council, to arrive within two weeks.", ({COUNCIL}, "requested", "2019-05-17")),
        ("The Chair has asked Dr Sallow for a list of the stores by 30 June.", ({SALLOW}, "requested", "2019-06-30")),
        ("The Chair asked if the Council would publish a figure.", ({COUNCIL}, "requested", None)),
        ("The Secretary was directed to invite the Minister to the next meeting.", ({THORNE}, "requested", None)),
        ("The Board resolved to call upon the Council to mend it within three months.", ({COUNCIL}, "requested", "2019-08-03")),
        ("The possibility was discussed of the Council lending it a van.", ({COUNCIL}, "proposed", None)),
        ("A letter from the Council was called for, Cllr Ash suggested.", ({COUNCIL}, "proposed", None)),
        ("There will be no going back on the fees by the Council.", ({COUNCIL}, "unlikely", None)),
        ("Posters to be up in every port by 20 May.", (set(), "committed", "2019-05-20")),
        ("FT + NR: draft of a form for skippers, end of month.", ({THORNE, REED}, "planned", "2019-05-31")),
        ("FT away, so NR to ask him.", ({REED}, "committed", None)),
        ("Dr Sallow expects the Council to publish a paper in the spring of 2020.", ({COUNCIL}, "planned", "2020-05-31")),
    ],
)  # fmt: skip
def test_a_sentence_tells_who_is_to_bring_what(sentence: str, found: tuple[set[str], str, str | None]) -> None:
    assert commitments(read_note(sentence, BOARD)) == [found]


@pytest.mark.parametrize(
    ("answer", "actors", "strength"),
    [
        ("Dr Sallow refused: there were not enough hands.", {SALLOW}, "unlikely"),
        ("He declined, because the quay is in private hands.", {SALLOW}, "unlikely"),
        ("Dr Sallow said no, cost too high this season.", {SALLOW}, "unlikely"),
        ("Dr Sallow said yes, once the storms were over.", {SALLOW}, "committed"),
    ],
)
def test_an_answer_is_heard_with_its_reason(answer: str, actors: set[str], strength: str) -> None:
    said = commitments(read_note(f"Cllr Ash asked Dr Sallow to mend the lamp. {answer}", BOARD))
    assert said[-1][:2] == (actors, strength)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier, it will be remembered, was founded in 1994.",
        "Officers who find a leak must tell the Secretary within 24 hours.",
        "There would be no difficulty about that.",
        "Cllr Ash asked who pays for the lamps.",
        "Dr Sallow would rather that the Council waited until June.",
    ],
)
def test_memories_standing_duties_and_questions_bind_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == []


def test_a_motion_that_is_carried_binds_those_whom_it_named() -> None:
    said = "Dr Sallow proposed that the Council write to the Minister. The motion was carried, Cllr Ash abstaining."
    assert commitments(read_note(said, BOARD)) == [({COUNCIL}, "proposed", None), ({COUNCIL}, "committed", None)]
