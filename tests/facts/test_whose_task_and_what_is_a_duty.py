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
