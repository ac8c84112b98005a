"""What those who met put off, handed on or could not settle; all invented."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, SALLOW, read_note, statements


@pytest.mark.parametrize(
    "sentence",
    [
        "The item was remitted to the Secretary for a report.",
        "Consideration of the paper was adjourned.",
        "Decision put off to July.",
        "Item deferred to July.",
        "The motion was withdrawn.",
        "The Chair ruled the amendment out of order.",
    ],
)
def test_what_is_put_off_or_handed_on_is_decided(sentence):
    assert [act for _, act in statements(read_note(sentence, BOARD))] == ["decided"]


@pytest.mark.parametrize(
    "sentence",
    ["The paper was held by the library.", "The item was put in the store.", "Discussion carried on outside."],
)
def test_what_is_kept_or_goes_on_is_not_decided(sentence):
    assert "decided" not in [act for _, act in statements(read_note(sentence, BOARD))]


@pytest.mark.parametrize(
    "sentence",
    ["No agreement could be reached.", "No consensus was found on the levy.", "Agreement could not be reached."],
)
def test_who_reaches_no_agreement_disagrees(sentence):
    assert [act for _, act in statements(read_note(sentence, BOARD))] == ["disagreed"]


def test_who_will_neither_confirm_nor_deny_undertakes_nothing():
    reading = read_note("Dr Sallow would neither confirm nor deny it.", BOARD)
    assert statements(reading) == [({SALLOW}, "informed")]
    assert [one for one in reading.commitments if one.strength == "committed"] == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Dr Sallow wished to record his regret at the delay.", "concerned"),
        ("Dr Sallow wanted to put on record his concern at the delay.", "concerned"),
        ("Dr Sallow laid the blame on the fog.", "opined"),
        ("Dr Sallow singled out the pier as a worry.", "concerned"),
        ("The Board viewed the position with grave concern.", "concerned"),
        ("Dr Sallow called time on the debate.", "decided"),
    ],
)
def test_acts_told_by_whole_phrases(sentence, act):
    assert statements(read_note(sentence, BOARD))[0][1] == act
