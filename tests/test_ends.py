"""A document may end anywhere: behind any word, with no full stop, as one that was cut off does."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, TWO_PARTIES, read_note, read_text

SENTENCES = (
    "The proposal met with no objection",
    "It was hoped that there would be an audit of the tugs by the Quay Constabulary",
    "AQ shared that view and told him that she was not certain whether they are to be inspected together with the Board",
    "The first review is under way. She will send the second to the Coastal Safety Board within six weeks",
    "In this the force has worked hand in hand with Northmoor Council, which took over from the Lamp Board",
)


@pytest.mark.parametrize("frame", [TWO_PARTIES, BOARD], ids=["note", "board"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_text_cut_off_behind_any_word_is_read(frame, sentence):
    words = sentence.split()
    for end in range(1, len(words) + 1):
        for mark in ("", ","):
            cut = " ".join(words[:end]) + mark
            reading = read_note(cut, frame.rstrip())
            assert reading.document.text.endswith(cut)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019,",
        "There met on 4 June 2019,",
        "Note of a meeting\n\nPresent were on 4 June 2019,",
        "FEN BOARD\n\n3 May 2019\n\nThere gathered in the old Mill House, in the rain, ",
    ],
)
def test_a_text_that_ends_before_anybody_is_named_is_read(text):
    assert read_text(text).participants == ()
