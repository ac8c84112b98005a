"""The office from which several come, bodies called by what they guide, who will lead "it", and clauses that tell of what was rather than of what will be."""

from __future__ import annotations

import pytest

from tests.notes import (
    BOARD,
    SALLOW,
    THORNE,
    commitments,
    inspections,
    names,
    read_note,
    relations,
    statements,
)

OMBUDSMAN = """THE FUEL OMBUDSMAN – DEPARTMENT FOR HEAT

Note of quarterly meeting

Date: 9 October 2018
For The Fuel Ombudsman (TFO): Mira Sallow, the Ombudsman; Jonas Creed, Legal Director
For the Department for Heat (DfH): Hugo Lanch, Director of Fuel

{}
"""


def test_those_who_come_for_an_ombudsman_come_from_the_office():
    reading = read_note("Ms Sallow reported that TFO had closed 300 cases.", OMBUDSMAN)
    office = {"Office of the Fuel Ombudsman"}
    assert [names(reading, (one.representing,)) for one in reading.participants] == [
        office,
        office,
        {"Department for Heat"},
    ]
    posts = {one.label for one in reading.entities if one.key.startswith("post/")}
    assert posts == {"Fuel Ombudsman", "Legal Director", "Director of Fuel"}


def test_it_is_the_office_of_which_somebody_asked():
    told = "Mr Lanch informed the Department that four cases were open. He asked if TFO proposed to appear. Mr Creed said that it intended to do so in May."
    (who, how, _), *_ = commitments(read_note(told, OMBUDSMAN))
    assert (who, how) == ({"Office of the Fuel Ombudsman"}, "planned")


@pytest.mark.parametrize("head", ["Guidance Body", "Pay Review Body", "Standards Body"])
def test_a_body_is_called_by_what_it_guides(head):
    told = f"Northmoor Council is to be replaced by the Single Lamp {head} in May."
    assert relations(read_note(told, BOARD)) == [(f"Single Lamp {head}", "succeeds", "Northmoor Council")]


def test_an_nhs_body_is_the_board():
    frame = (
        "Meeting with NHS Strathfal – 3 May 2019\n\nPresent: Una Gale, Lodgers' Forum; Ida Brine, NHS Strathfal\n\n{}\n"
    )
    (who, how, _), *_ = commitments(read_note("Ms Brine said that the Board would not wait for the report.", frame))
    assert (who, how) == ({"NHS Strathfal"}, "unlikely")


def test_whoever_will_lead_it_conducts_what_was_told_before():
    told = "FT said that ministers had decided on an independent review of lamps. Dame Jane Pell has agreed to lead it and will report by May."
    assert inspections(read_note(told, BOARD)) == [("planned", {"Dame Jane Pell"})]


def test_what_a_clause_of_its_own_says_will_begin_is_planned():
    told = "FT was anxious that it should not coincide with the audit of the lamps, which Northmoor Council will begin in June."
    assert inspections(read_note(told, BOARD)) == [("planned", {"Northmoor Council"})]


def test_an_audit_that_remained_open_goes_on():
    reading = read_note(
        "FT reported that Northmoor Council's audit of the lamps remained open because a reply was awaited.", BOARD
    )
    assert [status for status, _ in inspections(reading)] == ["under-way"]
    assert commitments(reading) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "FT explained that no lamps were to be had in the county.",
        "The chief faults were lamp plans that said little about the tides, and a lack of oil.",
    ],
)
def test_what_was_binds_nobody(sentence):
    assert commitments(read_note(sentence, BOARD)) == []


def test_a_name_with_and_is_not_parted_at_its_and():
    told = "FT mentioned that the Work and Pensions Committee was expected to open an inquiry before June."
    assert [how for _, how, _ in commitments(read_note(told, BOARD))] == ["planned"]


def test_note_style_goes_on_behind_a_dash():
    (who, how, due), *_ = commitments(read_note("FT didn't have the figure to hand – will send it by 14 May.", BOARD))
    assert (who, how, due) == ({THORNE}, "committed", "2019-05-14")


@pytest.mark.parametrize(
    ("told", "act"), [("thought it prudent", "opined"), ("thought it prudent to wait", "suggested")]
)
def test_what_was_thought_prudent_is_a_view_and_to_do_it_a_suggestion(told, act):
    assert statements(read_note(f"Dr Sallow {told}.", BOARD)) == [({SALLOW}, act)]


def test_a_country_is_no_body_that_is_visited():
    told = "HMIP, which works with the Lamp Inspection Northern Ireland (LINI) on all its visits to Northern Ireland, proposes to inspect three piers."
    assert [name for _, name, _ in relations(read_note(told, BOARD))] == ["worksWith"]
