"""Posts behind a body that is called like a post and has letters, and a body alone that sent apologies."""

from __future__ import annotations

import pytest

from kg.model import Attendance
from tests.notes import names, read_text

NOTE = """TRAMS LIAISON GROUP – KEY POINTS
Tuesday 4 March 2025, Kings House, Leeds

In the room
Tram Regulator (TR): Director of Track; Senior Analyst
Leeds Trams: Chief Executive
{}
Department for Streets (DfS)

Fares
• TR said that fares were dear.
• Leeds Trams agreed.
"""


@pytest.mark.parametrize("label", ["Could not attend", "Apologies"])
def test_each_post_took_part_and_the_body_alone_sent_apologies(label: str) -> None:
    note = read_text(NOTE.format(label))
    there = {names(note, (one.agent,)).pop(): one.attendance for one in note.participants}
    assert there == {
        "Director of Track": Attendance.PRESENT,
        "Senior Analyst": Attendance.PRESENT,
        "Chief Executive": Attendance.PRESENT,
        "Department for Streets": Attendance.APOLOGIES,
    }
    assert [item.title for item in note.agenda] == ["Fares"]
