"""Who carries an undertaking out: two whom a clause lists, firms told by what they are, those to whom it is given, and a regulator called so."""

from __future__ import annotations

import pytest

from tests.notes import PRISONS, commitments, inspections, names, read_note, read_text

EGGS = """EGG SAFETY REGULATOR

Minutes of the meeting of 12 March 2021

Present: Anna Holt (Chair); Ben Lacey, Chief Executive

1. Report

{}
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Mr Dunn explained that crèches are registered by the Care Inspectorate, and that the two inspectorates had begun a joint review of them.",
            ("under-way", {"Care Inspectorate", "HM Inspectorate of Prisons"}),
        ),
        (
            "Mr Dunn said that HMIP and Ofsted had a protocol, and that the pair of them would look together at healthcare in the autumn.",
            ("planned", {"HM Inspectorate of Prisons", "Ofsted"}),
        ),
        (
            "Mr Dunn told the meeting that hostels are licensed by the Hostels Agency and that the two bodies had started a joint inspection of fire doors.",
            ("under-way", {"HM Inspectorate of Prisons", "Hostels Agency"}),
        ),
    ],
)
def test_two_bodies_are_those_that_the_sentence_has_listed(sentence, told):
    assert inspections(read_note(sentence, PRISONS)) == [told]


def test_both_are_the_two_whom_the_clause_before_lists():
    reading = read_note(
        "Ms Lake said that the Food Standards Agency and Ofsted had met, and both intended to write to schools by June 2020.",
        PRISONS,
    )
    assert commitments(reading) == [({"Food Standards Agency", "Ofsted"}, "planned", "2020-06-30")]


def test_both_sides_are_those_who_met():
    reading = read_note("Estyn and Ofsted have met, and both sides were content with that.", PRISONS)
    assert not {"Estyn", "Ofsted"} & {name for said in reading.statements for name in names(reading, said.speakers)}


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        (
            "Mr Dunn said that HMIP had commissioned an audit of its stores from Bright & Vane, a firm of accountants.",
            "Bright & Vane",
        ),
        ("An audit of pay was being done by Orme & Pell, chartered accountants.", "Orme & Pell"),
        (
            "Mr Dunn added that a survey of the roof had been given to Larch and Finch, the surveyors.",
            "Larch and Finch",
        ),
        ("Mr Dunn added that an audit of the roof would be carried out by Marrow, the engineers.", "Marrow"),
        (
            "An audit of the stores, which has been given to its internal auditors, Penrose Gill, will be complete by July.",
            "Penrose Gill",
        ),
        ("The review of signage, which was awarded to Tarn Associates in May, is half done.", "Tarn Associates"),
        ("Mr Dunn has given the audit of kitchens to Penrose Gill.", "Penrose Gill"),
        ("Mr Dunn had entrusted the review of tolls to his own inspectors.", "HM Inspectorate of Prisons"),
    ],
)
def test_a_firm_is_told_by_its_trade_and_by_what_is_given_to_it(sentence, firm):
    assert [by for _, by in inspections(read_note(sentence, PRISONS))] == [{firm}]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("An inquiry into the collision has been entrusted to Dame Mary Fell.", ("planned", set())),
        ("Estyn has given notice of a visit to the laundry.", ("planned", {"Estyn"})),
    ],
)
def test_whoever_gives_it_to_somebody_else_does_not_carry_it_out(sentence, told):
    assert inspections(read_note(sentence, PRISONS)) == [told]


def test_a_body_called_a_regulator_is_meant_by_the_regulator():
    reading = read_text(
        EGGS.format(
            "The Regulator had inspected 12 farms since January. It is reviewing hatcheries jointly with the Poultry Inspectorate."
        )
    )
    assert inspections(reading) == [
        ("completed", {"Egg Safety Regulator"}),
        ("under-way", {"Egg Safety Regulator", "Poultry Inspectorate"}),
    ]


def test_a_unit_named_behind_its_owner_acts_itself():
    reading = read_text(EGGS.format("The Regulator's Compliance Team has been auditing feed stores since August."))
    assert inspections(reading) == [("under-way", {"Compliance Team"})]
