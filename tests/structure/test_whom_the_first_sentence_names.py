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


@pytest.mark.parametrize(
    ("place", "deputy"),
    [
        (", at Government House", "his deputy, Una Moss"),
        (" at Mill House", "Una Moss, his deputy"),
        ("", "his deputy, Una Moss"),
    ],
)
def test_the_place_of_a_meeting_is_no_body_and_a_deputy_is_whoever_is_named_beside(place: str, deputy: str) -> None:
    text = f"Note of a meeting, 3 October 2022\n\nAda Brock, the Canal Advocate, met Piers Tull, Chief Engineer of Lock Keepers Ltd, and {deputy}{place}.\n\n"
    note = read_text(
        f"{text}Locks\n\nMr Tull said that two locks were shut. His deputy thought that a third would follow.\n"
    )
    assert statements(note) == [({"Piers Tull"}, "informed"), ({"Una Moss"}, "opined")]
    assert [one.label for one in note.entities if "House" in one.label] == []


@pytest.mark.parametrize(
    "there",
    [
        "CJI: Brendan McGuinness (Chief Inspector), Dr Ian Cameron. PBNI: Ann Lamont, Hugh Hamill.",
        "CJI: Brendan McGuinness, Ian Cameron; PBNI: Ann Lamont, Hugh Hamill",
        "Water Trust: Brendan McGuinness, Ian Cameron. Pilots Board: Ann Lamont, Hugh Hamill. Apols – Una Moss.",
    ],
)
def test_two_sides_on_one_line_are_told_apart_by_their_labels(there: str) -> None:
    note = read_text(f"Liaison – 8.3.16\n\n{there}\n\n1. Reports\n\nBMcG agreed to write. HH asked when.\n")
    here = {one.agent: one.representing for one in note.participants if one.attendance == "present"}
    sides = list(here.values())
    assert list(here) == ["person/brendan-mcguinness", "person/ian-cameron", "person/ann-lamont", "person/hugh-hamill"]
    assert sides[0] == sides[1] != sides[2] == sides[3]
    assert statements(note) == [({"Brendan McGuinness"}, "undertook"), ({"Hugh Hamill"}, "asked")]


def test_somebody_from_her_office_has_no_post() -> None:
    note = read_text(
        f"Note of a meeting between Ada Brock, the Canal Users’ Advocate, and Tom Hurst from her office.\n\n{REST}"
    )
    assert [one.label for one in note.entities if one.label.endswith("office")] == []
