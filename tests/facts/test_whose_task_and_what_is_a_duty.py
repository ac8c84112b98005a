"""Who has an undertaking in hand where others speak of it or give it away, and what a body is for, which is no undertaking."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, inspections, read_note, read_text


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (
            "The compliance audit of the ten licensees, entrusted by the Ministry of Justice to the Institute of Engineers, would begin on 6 July.",
            [("planned", {"Institute of Engineers"})],
        ),
        (
            "The Fen Audit Office is part way through an audit of fees, which Mr Dunn expects to be finished in December.",
            [("under-way", {"Fen Audit Office"})],
        ),
        (
            "HMIP has no plans to inspect family rooms, which lies with the Children's Homes Inspectorate.",
            [("unlikely", {HMIP})],
        ),
        (
            "Mr Dunn said that a national inquiry into cells had been called for, but that the Ministry of Justice had ruled one out.",
            [("unlikely", set())],
        ),
        ("It was resolved that Estyn undertake a review of lessons by May.", [("planned", {"Estyn"})]),
        ("Ms Lake suggested that Estyn undertake a review of lessons by May.", [("proposed", {"Estyn"})]),
        (
            "The inquiry into single cells which the Prison Board had proposed in August was held to be superseded.",
            [("superseded", {"Prison Board"})],
        ),
        (
            "Talk passed to the inquiry into the loss of keys, upon which HMIP and Estyn have been engaged since May.",
            [("under-way", {HMIP, "Estyn"})],
        ),
        ("They spoke of the review of lessons, on which Estyn has been at work since May.", [("under-way", {"Estyn"})]),
        (
            "A review of lessons is being carried out by Estyn and the Regional Inspection Body for Justice.",
            [("under-way", {"Regional Inspection Body for Justice", "Estyn"})],
        ),
        (
            "Mr Dunn said that Marl had been rated poor. It was visited in May, and he hoped that the report would be out in July.",
            [("completed", {HMIP})],
        ),
        (
            "Marl Police is one of four forces that HMIP inspects. A further visit to the force will take place in the week of 15 July.",
            [("planned", {HMIP})],
        ),
        (
            "HMIP, which inspects the Prison Board every second year, was even then at work upon the Board's files.",
            [("under-way", {HMIP})],
        ),
        (
            "The Rural Audit Office, which audits the Board, has been on site since Monday.",
            [("under-way", {"Rural Audit Office"})],
        ),
        (
            "Mr Dunn said that his Head of Internal Audit would review the payroll files in July.",
            [("planned", {HMIP})],
        ),
        (
            "She should try the Fen Audit Office. An audit of taxi contracts by that office was thought to be under way.",
            [("under-way", {"Fen Audit Office"})],
        ),
        ("Mr Dunn confirmed HMIP's exclusions review shelved, no staff.", [("unlikely", {HMIP})]),
        ("Mr Dunn confirmed the audit of meals finished.", [("completed", {HMIP})]),
        (
            "The Testing Accreditation Body had assessed six sites. An audit of Marl by the Accreditation Body was in progress.",
            [("under-way", {"Testing Accreditation Body"})],
        ),
    ],
)
def test_who_has_it_in_hand_and_where_it_stands(sentences, told):
    assert inspections(read_note(sentences, PRISONS)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Dunn spoke about Marl House, being a home which HMIP is required to inspect in every second year.",
        "Mr Dunn said that HMIP must inspect every prison each year.",
        "Mr Dunn explained that HMIP has no power to inspect the courts.",
        "Mr Dunn had heard of the noise and assured her that his inspectors would look at it.",
    ],
)
def test_what_a_body_is_for_is_no_inspection(sentence):
    assert inspections(read_note(sentence, PRISONS)) == []


def test_letters_behind_a_body_in_letters_are_those_of_the_post_before_it():
    reading = read_text(
        "CALL: FERRY OMBUDSMAN (FO) / BOARD FOR TICKET REVIEW (BTR) / PORTS INSPECTORATE (PTI)\nMon 5 Dec 2016, 0900\n"
        "On line: FO; Chief Executive, BTR (CE); Deputy Chief Inspector, PTI (DCI)\n\n* Reviews\n\n- DCI ran through programme.\n- Joint review of fares by PTI and BTR: under way.\n"
    )
    assert inspections(reading) == [("under-way", {"Ports Inspectorate", "Board for Ticket Review"})]


def test_a_month_long_gone_by_is_that_of_this_year_where_an_audit_is_confirmed():
    frame = PRISONS.replace("9 June 2020", "11 April 2020")
    assert inspections(read_note("Mr Dunn confirmed an audit in February by Audit Branch; no concerns.", frame)) == [
        ("completed", {"Audit Branch"})
    ]
    assert inspections(read_note("Mr Dunn confirmed an audit in August by Audit Branch.", frame)) == [
        ("planned", {"Audit Branch"})
    ]


def test_places_under_a_heading_are_inspected_as_their_participles_tell():
    frame = PRISONS.replace("Custody\n", "Inspections\n")
    sentences = "- Mr Dunn ran through the programme.\n- HMP Dyfi done May, report due in July.\n- HMP Marl, planned for July, called off: floods.\n- Marl Trust closed in May."
    told = inspections(read_note(sentences, frame))
    assert told == [("completed", {HMIP}), ("unlikely", {HMIP})]


def test_a_chief_of_another_body_is_no_officer_of_the_body_that_meets():
    reading = read_text(
        "Note of a meeting between Gareth Lind, Chair of the Ferry Users' Group (FUG), and Asma Rell, Chief Inspector of the Inspectorate of Ports and Piers (IPP)\n\n"
        "23 June 2020, by video\n\nMs Rell said that the piers had been closed. They were visited in May, and she hoped that the report would be out in July.\n"
    )
    posts = {entity.key: entity for entity in reading.entities}
    (rell,) = (entity for entity in reading.entities if entity.label == "Asma Rell")
    assert posts[posts[rell.holds].post_in].label == "Inspectorate of Ports and Piers"
    assert inspections(reading) == [("completed", {"Inspectorate of Ports and Piers"})]


def test_an_ombudsman_named_in_passing_is_no_officer_of_the_inspectorate_that_meets():
    told = inspections(read_note("Ms Lake said that the Ombudsman would hold an inquiry into leaks.", PRISONS))
    assert told == [("planned", {"Office of the Ombudsman"})]


def test_a_title_in_capitals_keeps_the_plural_that_owns_the_body():
    reading = read_text(
        "WATER CONSUMERS’ COUNCIL FOR ULSTER\nMinutes of 4 May 2021\n\nPresent: Ann Bell, Chair\n\n1. Rates\n\nThe Council noted the rates.\n"
    )
    labels = {entity.label for entity in reading.entities}
    assert "Water Consumers' Council for Ulster" in labels
    assert "Council for Ulster" not in labels


def test_the_one_to_whom_a_department_gives_a_review_has_a_name_of_its_own():
    sentence = "The planned review of tariffs, entrusted by the Department to Pell Harvey LLP, has been shelved."
    assert [by for _, by in inspections(read_note(sentence, PRISONS))] == [{"Pell Harvey LLP"}]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Clerk said that Marl House was still inspected by Estyn twice a year.", []),
        (
            "It was noted that it was visited by Estyn in April and that a return visit was booked for July.",
            [("completed", {"Estyn"}), ("planned", {"Estyn"})],
        ),
        (
            "He turned to nursing, and said that the School of Nursing, which is part of the Faculty of Health, had been inspected by Estyn in March.",
            [("completed", {"Estyn"})],
        ),
    ],
)
def test_how_often_how_many_and_what_follows(sentence, told):
    assert inspections(read_note(sentence, PRISONS)) == told
