"""Points of a resolution that charge somebody, that receive a paper, and the words that open their list."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, SALLOW, commitments, read_note, statements


def test_whoever_a_point_charges_is_to_act_and_a_paper_that_is_received_binds_nobody() -> None:
    found = read_note(
        "The Board resolved:\n\n(a) to receive the survey;\n(b) to direct Dr Sallow to obtain three prices by 28 June; and\n"
        "(c) to invite Cllr Ash to address the next meeting.",
        BOARD,
    )
    assert commitments(found) == [({SALLOW}, "requested", "2019-06-28"), ({ASH}, "requested", None)]
    assert [act for _, act in statements(found)] == ["decided", "decided", "decided", "decided"]


@pytest.mark.parametrize("opening", ["The Board resolved:", "The Board agreed:"])
def test_the_words_that_open_a_list_answer_no_wish(opening: str) -> None:
    found = read_note(f"Dr Sallow offered to paint the mast.\n\n{opening}\n\n(a) to note the survey.", BOARD)
    assert commitments(found) == [({SALLOW}, "committed", None)]


@pytest.mark.parametrize("verb", ["instruct", "require", "authorise"])
def test_what_is_resolved_of_another_is_told_once(verb: str) -> None:
    found = read_note(f"The Board resolved to {verb} Dr Sallow to order new lenses by 30 June.", BOARD)
    assert commitments(found) == [({SALLOW}, "committed", "2019-06-30")]


@pytest.mark.parametrize("verb", ["note", "adopt", "endorse"])
def test_what_a_meeting_does_with_a_paper_is_no_deed(verb: str) -> None:
    assert commitments(read_note(f"It was agreed to {verb} the tariff.", BOARD)) == []
