"""Turns marked by brackets, and points that a discussion made; all invented."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, MOSS, SALLOW, read_note, statements


@pytest.mark.parametrize(
    ("sentence", "speaker", "act"),
    [
        ("Q1 [Ingrid Moss – Chair] How many lamps are lit?", MOSS, "asked"),
        ("[Dr Sallow, Northmoor Council] Nine of them.", SALLOW, "informed"),
        ("A: [Cllr Ash] Nine of them.", ASH, "informed"),
        ("Question 4: [Cllr Wendy Ash] Is that enough?", ASH, "asked"),
    ],
)
def test_a_name_in_brackets_before_the_words_speaks_them(sentence, speaker, act):
    assert statements(read_note(sentence, BOARD)) == [({speaker}, act)]


def test_what_stands_in_brackets_and_is_nobody_speaks_nothing():
    assert statements(read_note("[Redacted] The lamps were old.", BOARD)) == []


def test_points_made_are_told_and_not_decided():
    told = statements(
        read_note(
            "In discussion, the following points were made:\n\n- that the lamps were old;\n- that oil was dear.", BOARD
        )
    )
    assert [act for _, act in told][-2:] == ["informed", "informed"]


def test_what_was_resolved_in_a_list_is_decided():
    told = statements(read_note("RESOLVED:\n\n- that the lamps be lit;\n- that the report be received.", BOARD))
    assert [act for _, act in told][-2:] == ["decided", "decided"]
