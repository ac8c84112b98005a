"""Who oversees behind "with", whose consultants carry out an audit, who are both sides, and what a sign-off is."""

from __future__ import annotations

import pytest

from tests.notes import AQ, TW, commitments, inspections, names, read_note, read_text, relations, statements

COUNCIL, PARTNERSHIP = "Northmoor Council", "Fal Care Partnership"
NOTE = """Note of a meeting between Fal Council and the Lamp Inspectorate

Fal, 14 March 2019

For Fal Council: Ann Bell, Clerk, and Jo Marsh, Head of Piers
For the Lamp Inspectorate: Tom Stone, Inspector, and Una Reed, Deputy Chief Inspector
For the second item: Ida Moor, Northmoor Council

Lamps

{}
"""


@pytest.mark.parametrize("deed", ["overseeing it", "overseeing the Partnership’s work", "regulating the Partnership"])
def test_a_participle_behind_with_is_said_of_the_body_before_it(deed):
    note = read_note(f"The lamps were lit by the {PARTNERSHIP}, with {COUNCIL} {deed}.")
    assert relations(note) == [(COUNCIL, "oversees", PARTNERSHIP)]


def test_what_is_only_proposed_is_overseen_by_nobody():
    assert not relations(read_note(f"Mr Wren proposed a home run by the {PARTNERSHIP}, with {COUNCIL} overseeing it."))


@pytest.mark.parametrize("firm", ["Marlow LLP", "Lark Crane"])
def test_consultants_carry_an_audit_out(firm):
    note = read_note(
        f"Ms Quayle reported on the audit of lamps at {COUNCIL}, which consultants {firm} are carrying out."
    )
    assert inspections(note) == [("under-way", {firm})]


def test_a_forthcoming_review_is_planned():
    told = "Ms Quayle mentioned the Home Office’s forthcoming review of lamps, for which no leader had yet been named."
    assert [status for status, _ in inspections(read_note(told))] == ["planned"]


def test_both_sides_are_those_who_were_there_throughout():
    reading = read_text(NOTE.format("Ms Moor joined the meeting. Both sides considered that the lamps were bright."))
    said = reading.statements[-1]
    assert names(reading, said.speakers) == {"Ann Bell", "Jo Marsh", "Tom Stone", "Una Reed"}


def test_who_wrote_a_note_and_when_is_no_heading():
    text = NOTE.format("Ms Bell said that the lamps were dim.\n\nPiers\n\nMr Stone said that the pier was long.")
    reading = read_text(text + "\nPrivate Office\n16 March 2019\n")
    assert [item.title for item in reading.agenda] == ["Lamps", "Piers"]


@pytest.mark.parametrize("adverb", ["now ", "presently ", ""])
def test_what_is_being_done_is_still_told_by_the_speaker(adverb):
    told = f"Ms Quayle said that evidence was {adverb}being taken, and that the Board hoped to print it."
    assert statements(read_note(told)) == [({AQ}, "informed")]


def test_of_a_talk_it_is_told_what_was_suggested_in_it():
    told = "A discussion ensued, in the course of which it was suggested that the Registrar might paint the pier."
    reading = read_note(told)
    assert [act for _, act in statements(reading)] == ["discussed", "suggested"]
    assert commitments(reading) == [({TW}, "proposed", None)]


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        (", a copy of which had arrived the week before", "completed"),
        (", whose report had now been received", "completed"),
        (", whose report was awaited", "planned"),
        ("", "planned"),
    ],
)
def test_a_review_is_done_whose_report_is_there(behind, status):
    note = read_note(f"{COUNCIL} had commissioned a review from Lark Crane{behind}.")
    assert inspections(note) == [(status, {"Lark Crane"})]
