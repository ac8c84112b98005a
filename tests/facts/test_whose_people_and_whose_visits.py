"""Whose inspectors are meant where several inspectorates meet, whose visits a note speaks of, and to whom a thing seems so."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, commitments, read_note, read_text, statements

INSPECTORATES = """Lighthouse liaison meeting: note

Tuesday 21 May 2019

Attending
Maud Probyn - Head of Lamps, HM Inspectorate of Lighthouses (HMIL)
Catrin Lloyd - Assistant Director, Quay Inspectorate
Giles Rowe - Director, Crown Harbours

Lamps

{}
"""
HMIL, QUAY = "HM Inspectorate of Lighthouses", "Quay Inspectorate"


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Maud Probyn stressed that inspectors would not visit the lamps at night.", {HMIL}),
        ("Catrin Lloyd said that inspectors will return to the lamps in June.", {QUAY}),
    ],
)
def test_inspectors_are_of_the_inspectorate_of_whoever_tells_of_them(sentence: str, bodies: set[str]) -> None:
    found = commitments(read_text(INSPECTORATES.format(sentence)))
    assert [actors for actors, _, _ in found] == [bodies]


def test_visits_of_a_note_are_of_those_who_carry_out_what_was_told_last() -> None:
    note = read_text(
        INSPECTORATES.format(
            "Maud Probyn outlined an inspection of buoys, to be carried out jointly with the Quay Inspectorate. Visits planned for July: Fal, Quay."
        )
    )
    assert ({HMIL, QUAY}, "planned", "2019-07-31") in commitments(note)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("AQ had read the returns. Attendance seemed to her the weakest point.", {AQ}),
        ("AQ had read the returns. It appeared to her that the lamps were late.", {AQ}),
    ],
)
def test_to_whom_a_thing_seems_so_holds_an_opinion(sentence: str, speaker: set[str]) -> None:
    assert (speaker, "opined") in statements(read_note(sentence))


def test_what_seems_so_to_others_is_nobodys_opinion_there() -> None:
    said = statements(read_note("The Chair opened the meeting. The lamps seemed to her neighbours too bright.", BOARD))
    assert all(act != "opined" for _, act in said)
