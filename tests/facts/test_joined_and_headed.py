"""Undertakings that others join, that a label heads, that are turned down, and whose own they are by the words behind."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, inspections, read_note, read_text

PORT = """BRADWELL PORT HEALTH COMMITTEE

Minutes of the meeting held in the Custom House on 7 October 2014

PRESENT: Councillor Ada Finch (Chairman); Miss K. Adeyemi (Food Standards Agency)
IN ATTENDANCE: Mr J. Lund, Chief Port Health Officer; Mrs T. Wray, Clerk

1. FISH
{}
"""
CALL = """Catch-up: Data Watch NI / Schools Estate Authority
18 June 2019, phone
On call: Niamh Quinn (Data Watch NI), Ray Boal and Trish Orr (Schools Estate Authority)

CCTV
- {}
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Estyn will be joined by HMIP in its inspection of education in May.", ("planned", {HMIP, "Estyn"})),
        ("HMIP would join Estyn in its inspection of workshops in October.", ("planned", {HMIP, "Estyn"})),
        ("Ofsted was to take part in the inspection of nurseries by HMIP in June.", ("planned", {HMIP, "Ofsted"})),
        ("Mr Dunn had wanted Ofsted to review nurseries. Ofsted declined.", ("unlikely", {"Ofsted"})),
        ("Ms Lake asked for an inspection of the roof. HMIP refused.", ("unlikely", set())),
        ("A review of its own by HMIP was out of the question.", ("unlikely", {HMIP})),
        ("HMIP had gone into HMP Carsebank with Estyn in November.", ("completed", {HMIP, "Estyn"})),
        (
            "Mr Dunn said that Audit Scotland and the Prison Service's internal auditors, Bowes Lyall, had each examined the contract.",
            ("completed", {"Audit Scotland", "Bowes Lyall"}),
        ),
    ],
)
def test_those_who_join_and_those_who_decline(sentence, told):
    assert inspections(read_note(sentence, PRISONS)) == [told]


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (
            "Nothing else on that.\n- Next inspection (ICO + ETI, joint): Castlereagh schools, w/c 9 Sept.",
            ("planned", {"Education and Training Inspectorate", "Information Commissioner's Office"}),
        ),
        ("ICO investigation into St Brone's breach closed.", ("completed", {"Information Commissioner's Office"})),
        ("Review of body cams (commissioned from Ulster Uni by SEA): draft in.", ("planned", {"Ulster Uni"})),
    ],
)
def test_notes_name_who_does_it_in_a_label_or_bracket(note, told):
    assert inspections(read_text(CALL.format(note))) == [told]


def test_no_place_stands_behind_next_inspection_where_a_day_does():
    assert inspections(read_text(CALL.format("Next inspection: 9 September."))) == []


def test_the_officers_of_one_who_serves_whoever_meets_act_for_them():
    sentence = "The Chief Port Health Officer submitted a report upon the inspection of the stores which his officers had made in August jointly with the Agency."
    assert inspections(read_text(PORT.format(sentence))) == [
        ("completed", {"Bradwell Port Health Committee", "Food Standards Agency"})
    ]


def test_an_auditor_whose_post_is_an_office_audits_as_one():
    sentence = (
        "An audit of overtime had been carried out by the District Auditor, and one of leave by the Auditor General."
    )
    assert inspections(read_text(PORT.format(sentence)))[0] == ("completed", {"Office of the District Auditor"})
