"""Undertakings that had to be called off, whose body a later sentence leaves out, and what is to become of them for whoever carries them out."""

from __future__ import annotations

import pytest

from tests.notes import PRISONS, TWO_PARTIES, commitments, inspections, names, read_note, statements


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Mr Dunn said that HMIP had had to cancel the inspection of yards that it had announced for March.",
            "not-completed",
        ),
        ("Mr Dunn said that HMIP had been obliged to abandon its review of bins.", "unlikely"),
        (
            "A special inspection of the yard, which officers had proposed in May, was no longer thought necessary.",
            "unlikely",
        ),
    ],
)
def test_what_had_to_be_called_off_will_not_be(sentence, told):
    assert [status for status, _ in inspections(read_note(sentence, PRISONS))] == [told]


def test_a_body_is_in_charge_of_what_it_has_inspected_since_a_year():
    assert (
        inspections(read_note("Ms Lake wrote to Larkhill Laundry, which HMIP has inspected since 2012.", PRISONS)) == []
    )


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        (
            "HM Inspectorate of Prisons (HMIP) inquiry into the fire under way, jointly with the Care Quality Commission.",
            {"HM Inspectorate of Prisons", "Care Quality Commission"},
        ),
        (
            "Ms Lake asked about the Traffic Commissioner's inquiry into the crash. Mr Dunn said that it had been closed in February.",
            {"Office of the Traffic Commissioner"},
        ),
    ],
)
def test_whose_it_is_stands_before_a_bracket_or_in_the_sentence_before(sentence, bodies):
    assert [by for _, by in inspections(read_note(sentence, PRISONS))] == [bodies]


def test_what_is_to_become_of_an_undertaking_is_for_those_who_carry_it_out():
    reading = read_note(
        "An audit of the stores, which has been given to its auditors, Penrose Gill, will be complete by July 2020.",
        PRISONS,
    )
    assert commitments(reading) == [({"Penrose Gill"}, "planned", "2020-07-31")]


def test_the_office_of_a_guardian_acts_as_a_body():
    note = """Note of a meeting on 14 November 2024

The Health Guardian, Dr Anil Mehta, called on the Deputy Commissioner of the Information Commissioner’s Office (ICO), Frances Lyle, in Wilmslow.

{}
"""
    reading = read_note("The ICO and the Guardian’s office are jointly reviewing the use of records.", note)
    assert inspections(reading) == [
        ("under-way", {"Information Commissioner's Office", "Office of the Health Guardian"})
    ]
    assert names(reading, tuple(person.agent for person in reading.participants)) == {"Dr Anil Mehta", "Frances Lyle"}


def test_those_met_at_an_office_are_not_of_it():
    note = "Note of a meeting\n\nDate: 20 June 2022\n\nDame Ruth Averill received Lena Holt of Wexmoor Police at her office in Bristol.\n\n{}\n"
    labels = {entity.label for entity in read_note("Ms Holt spoke of the cells.", note).entities}
    assert "Wexmoor Police" in labels
    assert not any("office" in label for label in labels)


def test_no_thought_is_told_by_what_was_no_longer_thought():
    assert (
        statements(
            read_note("A visit, which officers had proposed in May, was no longer thought necessary.", TWO_PARTIES)
        )
        == []
    )
