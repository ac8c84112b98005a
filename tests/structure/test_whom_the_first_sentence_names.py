"""A note that begins with a sentence: who met, with the day before or behind their names, and who joined them."""

from __future__ import annotations

import pytest

from tests.notes import names, read_text, statements

MET = "Ada Brock, the Canal Users’ Advocate, and Piers Tull, Chief Engineer at the Lock Keepers’ Agency (LKA)."
REST = "Una Moss, who leads LKA’s lock team, joined by video.\n\nAda began by asking how many locks were shut. Piers said two.\n"


@pytest.mark.parametrize(
    "opening",
    [
        "Note of a discussion on Monday 3 October 2022 between",
        "Record of a meeting held on 3 October 2022 between",
        "Note of a call, 3 October 2022, between",
        "Note of a conversation between",
    ],
)
def test_those_who_met_are_there_beside_those_who_joined_them(opening: str) -> None:
    note = read_text(f"{opening} {MET} {REST}")
    assert names(note, tuple(one.agent for one in note.participants)) == {"Ada Brock", "Piers Tull", "Una Moss"}
    assert statements(note) == [({"Ada Brock"}, "asked"), ({"Piers Tull"}, "informed")]
