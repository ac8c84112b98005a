"""Two sides that met are a meeting of few, though four came."""

from __future__ import annotations

from tests.notes import names, read_text, statements

NOTE = """Note of a meeting held on 4 June 2019 at the offices of the Lamps Commission

Una Brock, Head of Lamps, and Tom Hurst, of the Lamps Commission (the Commission) met Lady Bell, Chair of the Fal Trust (the Trust), and Ida Moss, its Treasurer.

Ms Brock asked how many lamps were out. Ms Moss said that two were. There was a discussion of the quay.
"""


def test_what_is_discussed_is_discussed_by_both_sides() -> None:
    note = read_text(NOTE)
    four = {"Una Brock", "Tom Hurst", "Lady Bell", "Ida Moss"}
    assert names(note, tuple(one.agent for one in note.participants)) == four
    assert statements(note)[-1] == (four, "discussed")
    assert not [one.label for one in note.entities if one.type == "collective"]
