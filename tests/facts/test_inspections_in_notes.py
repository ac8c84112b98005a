"""Inspections in notes without verbs, told of by what came before, and those who have a part in them or none."""

from __future__ import annotations

import pytest

from tests.notes import inspections, read_note

WARD = """NOTES OF THE OVERSIGHT GROUP, 14 NOVEMBER 2019

Attended
Ann Howe (AH), Chair, Merrowdale Hospitals NHS Foundation Trust (MHT)
Ravi Shah (RS), Matron, Merrowdale Hospitals NHS Foundation Trust

3. Inspection

{}
"""
HOMES = """BOARD FOR SHELTERED HOMES

Minutes of the 12th meeting of the Board for Sheltered Homes (BSH), held on 9 May 2018

Present:
Moira Kerr (Chair)
Yvonne Irwin, Head of Regulation

1. Homes

{}
"""
PROBATION = """Note of a call on 14 March 2018

Dame Ann Howe, HM Chief Inspector of Probation, HM Inspectorate of Probation, spoke to Vera Cole, Commissioner for Lodgers.

Matters discussed

Custody

{}
"""
BSH, CQC, HMIP, FIRE = (
    "Board for Sheltered Homes",
    "Care Quality Commission",
    "HM Inspectorate of Prisons",
    "Northern Ireland Fire & Rescue Service",
)
PROBATION_INSPECTORS = "HM Inspectorate of Probation"


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("CQC inspects MHT every three years. Next one will start in the week of 20 January.", [("planned", {CQC})]),
        ("CQC inspects MHT every three years. The last one was in January 2017.", [("completed", {CQC})]),
        ("RS: audit finished in September, report held up.", [("completed", set())]),
        ("CQC gave notice on 4 Nov. Full inspection wks of 25 Nov and 2 Dec.", [("planned", {CQC})]),
        ("A cash audit was done in March and another is booked for December.", [("completed", set()), ("planned", set())]),
        ("Audit Wales has a review of planned care under way.", [("under-way", {"Audit Wales"})]),
        ("Audit Wales has in hand a review of scheduled care.", [("under-way", {"Audit Wales"})]),
        ("The internal auditors, Penn & Sons, will start their review of the stores on Monday.", [("planned", {"Penn & Sons"})]),
        ("The diocese will carry out its inspection of the chapel next month.", [("planned", set())]),
        ("External audit: Pell Moss completed their review in Sept.", [("completed", {"Pell Moss"})]),
        ("The group had commissioned an independent survey of cladding from Arup.", [("planned", {"Arup"})]),
        ("An audit of the stores by Lark Crane LLP was stopped half way.", [("not-completed", {"Lark Crane LLP"})]),
        ("RS wanted a review of the lifts by Lark Crane LLP; AH thought one premature.", [("unlikely", {"Lark Crane LLP"})]),
        ("Lark Crane LLP, working with Audit Wales under a protocol, has begun joint inspections of the towers at MHT.", [("under-way", {"Lark Crane LLP", "Audit Wales"})]),
        ("The external audit for 2018/19 by Pell Hatherley had ended well.", [("completed", {"Pell Hatherley"})]),
    ],
)  # fmt: skip
def test_notes_tell_of_inspections_by_few_words(sentences, found):
    assert inspections(read_note(sentences, WARD)) == found


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("A joint inspection of lifts by the Board's inspectors and Northern Ireland Fire and Rescue Service is under way.", [("under-way", {BSH, FIRE})]),
        ("An audit of the stores by the Board's auditors, Lark Crane LLP, is under way.", [("under-way", {"Lark Crane LLP"})]),
        ("Ms Irwin reported on the independent evaluation of alarms carried out by Lark Crane LLP once Ofsted had seen them.", [("completed", {"Lark Crane LLP"})]),
        ("A survey of roofs will be carried out by Lark Crane LLP before Ofsted comes.", [("planned", {"Lark Crane LLP"})]),
        ("Owen Homes had been warned following an inspection concluded in August 2017.", [("completed", set())]),
        ("Ofsted inspected the nursery in May. A further, well-led inspection was likely in the first half of 2019.", [("completed", {"Ofsted"}), ("planned", {"Ofsted"})]),
        ("The inspection of May 2017 had judged the home to be poor.", [("completed", set())]),
        ("Mrs Kerr was for writing to Ofsted and urging it to conduct an inspection.", [("proposed", {"Ofsted"})]),
        ("Ofsted will carry out a desk-based review of progress in the spring.", [("planned", {"Ofsted"})]),
        ("It was suggested that the Board and Ofsted inspect the nursery together.", [("proposed", {BSH, "Ofsted"})]),
        ("Ofsted dropped its plans for a review of nurseries.", [("unlikely", {"Ofsted"})]),
    ],
)  # fmt: skip
def test_those_who_take_part_are_told_from_those_who_stand_behind_a_conjunction(sentences, found):
    assert inspections(read_note(sentences, HOMES)) == found


def test_a_short_name_in_brackets_does_not_break_the_list_of_those_who_inspect():
    sentence = "Ms Cole heard that Ofsted, the Care Quality Commission (CQC) and HM Inspectorate of Prisons (HMIP) would carry out a joint inspection of hostels."
    assert inspections(read_note(sentence, PROBATION)) == [("planned", {"Ofsted", CQC, HMIP})]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Chief Inspector mentioned the joint thematic with HM Inspectorate of Prisons on stalking, due out in June.", [("under-way", {PROBATION_INSPECTORS, HMIP})]),
        ("She understood that Ofsted had decided against a separate review of nurseries, which Ms Cole regretted.", [("unlikely", {"Ofsted"})]),
        ("Ofsted has begun an inspection of nurseries, which HM Inspectorate of Prisons welcomed.", [("under-way", {"Ofsted"})]),
    ],
)  # fmt: skip
def test_who_regrets_or_welcomes_an_inspection_does_not_carry_it_out(sentence, found):
    assert inspections(read_note(sentence, PROBATION)) == found


def test_an_inspection_of_one_that_does_not_inspect_is_by_whoever_was_said_to_inspect_it():
    text = "The Merrowdale Trust is inspected by Ofsted. Its inspection of the home in June had ended well. An inspection of a second home had been expected but was called off."
    assert [by for _, by in inspections(read_note(text, HOMES))] == [{"Ofsted"}, {"Ofsted"}]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Last joint inspection of vans at the gate: 23 February, two taken off the road.", ["completed"]),
        ("Audit of fares, proposed at the May meeting: not going ahead.", ["unlikely"]),
        ("Inspection of garages, agreed in May: done, all sound.", ["completed"]),
        ("A review of parking was proposed last year, and it will not happen.", ["unlikely"]),
        ("A review of parking was proposed last year, and it will start in June.", ["proposed"]),
        ("CQC's audit of MHT, whose findings are due in January, goes on.", ["under-way"]),
        ("CQC inspection of Harrow complete.", ["completed"]),
        ("The last inspection of MHT was in 2017 and another falls due in December.", ["completed", "planned"]),
    ],
)
def test_what_stands_last_in_a_note_tells_where_an_inspection_stands(sentence, found):
    assert [status for status, _ in inspections(read_note(sentence, WARD))] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Dame Ann said that the inspection of courts, in which Ofsted is taking part, had begun.", [("under-way", {PROBATION_INSPECTORS, "Ofsted"})]),
        ("The inspection of cells, to which Ofsted has lent two inspectors, is over.", [("completed", {PROBATION_INSPECTORS, "Ofsted"})]),
        ("The inspection of cells, which Ofsted led, is over.", [("completed", {"Ofsted"})]),
    ],
)  # fmt: skip
def test_a_guest_in_an_inspection_joins_those_whose_it_is(sentence, found):
    assert inspections(read_note(sentence, PROBATION)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A review of the Board's fees, by a panel of three trustees, is to be held in May.", [("planned", {BSH})]),
        ("A review of fees by two members is to be held in May.", [("planned", {BSH})]),
        ("A review of fees by a panel of members of Ofsted is to be held in May.", [("planned", {"Ofsted"})]),
    ],
)
def test_a_panel_of_trustees_looks_for_the_body_whose_they_are(sentence, found):
    assert inspections(read_note(sentence, HOMES)) == found


def test_two_bodies_that_the_registry_knows_are_not_one_by_an_and():
    sentence = "A joint inspection by HM Inspectorate of Prisons and Ofsted is planned."
    assert inspections(read_note(sentence, PROBATION)) == [("planned", {HMIP, "Ofsted"})]


def test_an_audit_that_opens_a_clause_is_not_of_the_subject_of_the_one_before():
    note = read_note("Before Ofsted reports, an audit by Lark Crane LLP is to be finished.", PROBATION)
    assert note.relations == ()
