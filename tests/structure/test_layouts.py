"""Each attendance section in ``layouts/`` is read whole: everybody who was there, everybody who was not, nobody else.

A case is the opening of invented minutes, a line of "====", and "+" before each name, post or body that was there, "-" before
each that was not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))


@pytest.mark.parametrize("layout", LAYOUTS, ids=[path.stem for path in LAYOUTS])
def test_an_attendance_section_gives_everybody_it_names_and_nobody_else(paper, layout: Path) -> None:
    text, wanted = layout.read_text(encoding="utf-8").split("====\n")
    note = paper(text)
    found = [
        ("- " if one.attendance == "apologies" else "+ ") + str(note.words(one.name or one.post or one.organisation))
        for one in note.outline.attendees
    ]
    assert sorted(found) == sorted(line for line in wanted.splitlines() if line)
