"""Jotted notes: what whoever spoke aims at, who has just agreed to a thing, and findings of a review that still goes on."""

from __future__ import annotations

import pytest

from tests.notes import names, read_text

NOTE = """TRAMS LIAISON GROUP – KEY POINTS
Tuesday 4 March 2025, Kings House, Leeds

In the room
Tram Regulator (TR): Director of Track; Senior Analyst
Leeds Trams (LT): Chief Executive

Fares
• TR asked for lower fares.
• {}
"""


@pytest.mark.parametrize(
    ("bullet", "found"),
    [
        ("LT accepts both. Aims to mend the bells as soon as parts arrive.", [("planned", {"Leeds Trams"})]),
        ("LT accepts both. Intends to write to all who complained.", [("planned", {"Leeds Trams"})]),
        ("LT accepts both. Plans to close stops were dropped.", []),
        ("Chief Executive agreed. Timetables to be printed by 14 March.", [("committed", {"Chief Executive"})]),
        ("Chief Executive spoke. Timetables to be printed by 14 March.", [("committed", set())]),
    ],
)
def test_what_is_to_be_in_a_note_is_for_the_one_who_spoke_before(
    bullet: str, found: list[tuple[str, set[str]]]
) -> None:
    note = read_text(NOTE.format(bullet))
    assert [
        (one.strength, names(note, one.actors)) for one in note.commitments if one.rule not in ("request", "accepted")
    ] == found


@pytest.mark.parametrize("early", ["emerging conclusions of", "initial findings from", "interim results of"])
def test_early_findings_are_of_a_review_under_way(early: str) -> None:
    note = read_text(NOTE.format(f"TR gave the {early} its review of bells."))
    assert [one.status for one in note.inspections] == ["under-way"]
