"""Who keeps silent until when, who suggests dates, what is due out, and what nobody is to do."""

from __future__ import annotations

import pytest

from tests.notes import TW, TWO_PARTIES, commitments, read_note, read_text

PELL_BOARD = "Coastal Safety Board"
CALL = """Lamps call, 3 May 2019

On the call: Amara Quayle (AQ), Office for Lodgers; Tobias Wren (TW), Lamp Inspectorate

Lamps
- TW said that lamps were dear.

Actions
Who | What | By
TW | Ask the harbour for a map | next call

Next call: 12 July 2019
"""


@pytest.mark.parametrize(
    ("sentence", "actors", "strength"),
    [
        ("The Coastal Safety Board does not intend to comment until the court has ruled.", {PELL_BOARD}, "unlikely"),
        ("Mr Wren will suggest some dates.", {TW}, "committed"),
        ("Ms Quayle asked the Coastal Safety Board for comments on the draft form.", {PELL_BOARD}, "requested"),
        ("Ms Quayle went on to ask the Coastal Safety Board for a map.", {PELL_BOARD}, "requested"),
        ("Ms Quayle instructed Mr Wren to explain his reasons in writing.", {TW}, "requested"),
        (
            "Ms Quayle suggested a map, which Mr Wren and the Coastal Safety Board could print together.",
            {TW, PELL_BOARD},
            "proposed",
        ),
        ("The report was due out in July.", set(), "planned"),
    ],
)
def test_it_is_to_be_done(sentence, actors, strength):
    (found,) = commitments(read_note(sentence, TWO_PARTIES))
    assert (found[0], found[1]) == (actors, strength)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Wren asked whether there were plans to paint the pier.",
        "Several keepers had told Ms Quayle that they expected to lose their posts.",
        "Mr Wren asked for comments on the draft form.",
        "Mr Wren was not in a position to comment further.",
    ],
)
def test_nobody_is_to_do_anything(sentence):
    assert not commitments(read_note(sentence, TWO_PARTIES))


def test_the_next_call_has_its_day():
    (action,) = read_text(CALL).commitments
    assert str(action.due_by) == "2019-07-12"
