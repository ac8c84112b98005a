"""Who "the Chair" is where the list names no chair of the meeting; all invented."""

from __future__ import annotations

import pytest

from tests.notes import read_text

LIST = """HARBOUR LIGHTS BOARD

Minutes of the 4th meeting held on 3 May 2019

Present:
Ingrid Moss, Northmoor Council
Tom Reed, Lamp Trust

Apologies:
{}

Lamps

The Chair welcomed members. The Chair commented that the lamps were old and asked Tom Reed to advise.
"""


@pytest.mark.parametrize(
    "absent", ["Dame Una Pym, Chair of the Fen Trust", "Una Pym (Chair, Fen Trust)", "Una Pym, Fen Trust"]
)
def test_an_absent_chair_of_another_body_does_not_chair_the_meeting(absent):
    note = read_text(LIST.format(absent))
    assert {said.speakers for said in note.statements} == {("post/harbour-lights-board/chair",)}
    assert [said.act for said in note.statements] == ["welcomed", "informed", "requested"]


def test_who_holds_another_post_and_sent_apologies_says_nothing():
    note = read_text(LIST.format("Una Pym, Registrar of the Fen Trust").replace("The Chair", "The Registrar"))
    assert note.statements == ()
