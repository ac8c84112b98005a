"""Who conducts what is told with a pronoun, of two bodies, in a note or without the usual words."""

from __future__ import annotations

import pytest

from tests.facts.test_who_is_to_act import OFFICE, TWO_SIDES, WATER
from tests.facts.test_whose_review import conductors
from tests.notes import BOARD, TWO_PARTIES, read_note

LIGHTS, LODGERS = "Office of the Registrar of Lighthouses", "Office of the Commissioner for Lodgers"
GAS = "Gas Safety Inspectorate"


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("In October he will begin a review of dormitories.", {LIGHTS}, "planned"),
        ("Ms Quayle will begin a review of dormitories in October.", {LODGERS}, "planned"),
        ("The Registrar's inspection of lamps is under way.", {LIGHTS}, "under-way"),
        ("His engineers had inspected every lamp in June.", {LIGHTS}, "completed"),
        ("Her surveyors will inspect the stairs in August.", {LODGERS}, "planned"),
    ],
)
def test_what_the_holder_of_an_office_does_is_done_by_the_office(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, TWO_PARTIES) == [(bodies, status)]


def test_one_who_holds_no_office_stands_for_the_body_alone() -> None:
    assert conductors("Dame Ruth will begin a review of dormitories.", TWO_PARTIES) == [
        ({"Coastal Safety Board"}, "planned")
    ]
    assert conductors("The Registrar reviewed the notes.", TWO_PARTIES) == []


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("Mr Pike said that a joint review of billing by the two was now under way.", {OFFICE, WATER}, "under-way"),
        ("Mr Pike said that a joint audit of arrears by both offices would start in June.", {OFFICE, WATER}, "planned"),
        ("Calder Water Board shares a desk with the Gas Safety Council, and a joint review of leaks by the two is under way.", {WATER, "Gas Safety Council"}, "under-way"),
        ("Mr Pike said that an audit of arrears by the two of them would start in June.", {OFFICE, WATER}, "planned"),
    ],
)  # fmt: skip
def test_the_two_are_the_bodies_of_the_sentence_or_those_that_meet(
    sentence: str, bodies: set[str], status: str
) -> None:
    assert conductors(sentence, TWO_SIDES) == [(bodies, status)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Gas Safety Inspectorate to inspect forty boilers in May.", [({GAS}, "planned")]),
        ("The Gas Safety Inspectorate is to examine how the Board spends its income.", [({GAS}, "planned")]),
        ("The Gas Safety Inspectorate will review how it shares files.", []),
        ("The Gas Council is to examine how the Board spends its income.", []),
        ("The Gas Safety Inspectorate had opened an inquiry last week.", [({GAS}, "under-way")]),
        ("Quay Constabulary had opened an investigation last week.", []),
        ("Mr Pike proposed to inspect the tanks in August.", [({WATER}, "planned")]),
    ],
)
def test_an_inspection_is_told_without_the_usual_words(sentence: str, found: list[tuple[set[str], str]]) -> None:
    assert conductors(sentence, TWO_SIDES) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Dr Sallow said that the Council had put a review of the quay lights in its plan.", [({"Northmoor Council"}, "planned")]),
        ("Dr Sallow said that the internal auditors had added a review of the quay lights to their plan.", [({"Internal auditors"}, "planned")]),
        ("The Chair had put a review paper in their packs.", []),
        ("Dr Sallow said that three of the lamps had been put in their plan.", []),
    ],
)  # fmt: skip
def test_what_a_body_puts_in_its_plan_it_is_to_conduct(sentence: str, found: list[tuple[set[str], str]]) -> None:
    assert conductors(sentence, BOARD) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Ms Amis asked how far the Board had got with its audit of meters.", [({WATER}, "under-way")]),
        ("Ms Amis asked after the meters.", [(set(), "under-way")]),
    ],
)
def test_a_part_that_has_been_audited_is_by_the_body_whose_audit_was_asked_after(
    asked: str, found: list[tuple[set[str], str]]
) -> None:
    assert conductors(f"{asked} Mr Pike answered that 12 of the 40 meters had been audited.", TWO_SIDES) == found


def test_an_audit_is_of_what_the_sentence_sets_before_it() -> None:
    told = read_note("As to the accounts for 2018, Mr Pike said that the audit was substantially complete.", TWO_SIDES)
    assert [one.label for one in told.inspections] == ["Audit of the accounts for 2018"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It was resolved to carry out an audit of the lamps.", [({"Harbour Lights Board"}, "planned")]),
        ("It was agreed to commission an audit of the lamps.", [(set(), "planned")]),
        ("Northmoor Council has commissioned an independent review of the quays.", [(set(), "planned")]),
        ("Dr Sallow said that the Council would leave unless the accounts were audited.", []),
        ("The Board would pay once the quays were inspected.", []),
    ],
)
def test_to_commission_or_to_make_a_condition_of_it_is_not_to_conduct_it(
    sentence: str, found: list[tuple[set[str], str]]
) -> None:
    assert conductors(sentence, BOARD) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("No audit of the quay lamps is planned.", [(set(), "unlikely")]),
        ("No inspection of the quays had been completed by the Dock Inspectorate.", [({"Dock Inspectorate"}, "not-completed")]),
        ("An inquiry into the tugs, it may be recalled, was abandoned by the Dock Inspectorate in 2015.", [({"Dock Inspectorate"}, "unlikely")]),
    ],
)  # fmt: skip
def test_where_it_stands_is_told_past_a_no_and_an_aside(sentence: str, found: list[tuple[set[str], str]]) -> None:
    assert conductors(sentence, BOARD) == found


@pytest.mark.parametrize(
    ("sentences", "bodies"),
    [
        ("The tugs were to be inspected by the Dock Inspectorate and the Northern Sailors' Mission together.", {"Dock Inspectorate", "Northern Sailors' Mission"}),
        (("Dr Sallow said that the Dock Inspectorate had completed its inspection of two quays. "
            "A similar inspection at Hull, to be undertaken with the Gas Safety Executive, would begin in May."), {"Dock Inspectorate", "Gas Safety Executive"}),
        ("The Dock Inspectorate is carrying out an inspection of tugs with the Ombudsman.", {"Dock Inspectorate", "Office of the Ombudsman"}),
        ("The Dock Inspectorate, which is a branch of Northmoor Council, boards every tug twice a year. Dr Sallow said that the spring inspections were in progress.", {"Dock Inspectorate"}),
    ],
)  # fmt: skip
def test_partners_and_the_inspectorate_spoken_of_conduct_it(sentences: str, bodies: set[str]) -> None:
    assert conductors(sentences, BOARD)[-1][0] == bodies


INTERNAL = """Thornby Borough Council

Audit Committee

Minutes of the meeting held on 3 May 2019

Present: Councillor Ann Peel (Chair), Councillor Tom Reeve

In attendance: Ms Joan Field, Head of Internal Audit; Mr Guy Lorne, Gas Safety Executive

1. Programme

{}
"""


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("The Head of Internal Audit reported that the review of market stalls had been completed.", {"Thornby Borough Council"}),
        ("The Head of Internal Audit reported that a review of market stalls by the Gas Safety Executive had been completed.", {"Gas Safety Executive"}),
        ("Councillor Reeve hoped for a review of market stalls.", set()),
    ],
)  # fmt: skip
def test_what_an_internal_auditor_tells_of_is_of_the_body_whose_meeting_it_is(sentence: str, bodies: set[str]) -> None:
    assert [found for found, _ in conductors(sentence, INTERNAL)] == [bodies]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Harbours Inspectorate launched an investigation in June.", [({"Harbours Inspectorate"}, "under-way")]),
        ("The Police Complaints Authority had opened an inquiry.", [({"Police Complaints Authority"}, "under-way")]),
        ("The Chair said that the police had begun an inquiry.", []),
        ("Quay Constabulary had begun an inquiry.", []),
        ("The Harbours Inspectorate was examining whether Quay Constabulary had kept logs.", [({"Harbours Inspectorate"}, "under-way")]),
        ("The Harbours Inspectorate has put an audit of quay rents on its list for next year.", [({"Harbours Inspectorate"}, "planned")]),
    ],
)  # fmt: skip
def test_an_inquiry_into_what_is_not_said_is_told_of_bodies_but_not_of_the_police(
    sentence: str, found: list[tuple[set[str], str]]
) -> None:
    assert conductors(sentence, BOARD) == found


@pytest.mark.parametrize(
    ("share", "status"),
    [
        ("half of the", "under-way"),
        ("eleven of the fourteen", "under-way"),
        ("fourteen of the fourteen", "completed"),
        ("all the", "completed"),
    ],
)
def test_an_inspection_of_a_part_is_under_way(share: str, status: str) -> None:
    sentence = f"The Harbours Inspectorate reported that {share} quays had been inspected."
    assert conductors(sentence, BOARD) == [({"Harbours Inspectorate"}, status)]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Audit of the 2018 accounts is in hand with Lark Crane, Dr Sallow says, and nothing is wrong.", {"Lark Crane"}),
        ("Audit of the 2018 accounts by Lark Crane, the Council's auditors, is in hand.", {"Lark Crane"}),
        ("Audit of the 2018 accounts is in hand with Northmoor Council, Dr Sallow says.", {"Northmoor Council"}),
        ("A joint review of lamps by the force and Northmoor Council is in hand.", {"Quay Constabulary", "Northmoor Council"}),
    ],
)  # fmt: skip
def test_whoever_says_so_beside_an_unknown_firm_does_not_conduct_it(sentence: str, bodies: set[str]) -> None:
    assert [found for found, _ in conductors(sentence, BOARD)] == [bodies]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ms Quayle asked the Registrar to begin an inquiry into lamps.", [({LIGHTS}, "proposed")]),
        ("Ms Quayle thanked the Registrar. He will carry out an audit of lamps.", [({LIGHTS}, "planned")]),
        ("The Registrar's deputy will carry out an inspection of lamps.", [(set(), "planned")]),
        ("Ms Quayle said that an inspection of lamps was under way.", [(set(), "under-way")]),
        ("The Registrar opened the review meeting.", []),
    ],
)
def test_the_office_of_whoever_asks_or_of_a_deputy_conducts_nothing(
    sentence: str, found: list[tuple[set[str], str]]
) -> None:
    assert conductors(sentence, TWO_PARTIES) == found


THREE = """Meeting between the Gas Users' Panel and Tarn Energy – 3 May 2019

Present: Rosa Hale, Chair, Gas Users' Panel; Tom Ash, Director, Tarn Energy; Ann Kerr, Pipes Research Centre (PRC); Sam Orr, Caledonian Audit Office.

1. Matters

{}
"""
PANEL, COMPANY, CENTRE = "Gas Users' Panel", "Tarn Energy", "Pipes Research Centre"


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("PRC audit of town meters finished Monday.", {CENTRE}, "completed"),
        ("PRC inspection of suppliers planned for the autumn.", {CENTRE}, "planned"),
        ("Mrs Hale mentioned that the company was also holding an internal review of it.", {COMPANY}, "under-way"),
        ("A joint audit of calls by the Panel and the company was floated.", {PANEL, COMPANY}, "proposed"),
        ("A review of meters, which Ofgem has been carrying out since May with the PRC, is nearly done.", {"Ofgem", CENTRE}, "under-way"),
        ("Mr Ash said that 61 of the 80 pump audits had been done and that the company would do the rest.", {COMPANY}, "under-way"),
        ("Joint inspection of stalls by the company and Tarn Trading Standards finished in May.", {COMPANY, "Tarn Trading Standards"}, "completed"),
        ("Joint review of leaks, with the PRC, under way.", {PANEL, CENTRE}, "under-way"),
        ("Mr Orr said that a thematic inspection of pumps would begin in May and that the PRC would be carrying it out with them.", {"Caledonian Audit Office", CENTRE}, "planned"),
        ("Mr Orr told Mrs Hale that his auditors had finished their audit of the works.", {"Caledonian Audit Office"}, "completed"),
    ],
)  # fmt: skip
def test_an_acronym_a_company_a_partner_a_later_clause_and_whose_people_they_are_tell_who_conducts(
    sentence: str, bodies: set[str], status: str
) -> None:
    assert conductors(sentence, THREE) == [(bodies, status)]


OF_PIPES = """Meeting between the Water Consumers' Panel and the Pipes Inspectorate – 3 May 2019

Present: Rosa Hale, Chair, Water Consumers' Panel; Tom Ash, Chief Inspector, Pipes Inspectorate; Ann Kerr, Moss Audit Office (MAO).

1. Matters

{}
"""
MOSS = "Moss Audit Office"


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("A review of the fraud team, which Internal Audit South was to have undertaken, has been abandoned.", ({"Internal Audit South"}, "not-completed")),
        ("The Moss Audit Office, which forms part of the Finance Directorate, had completed its audit of the gifts.", ({MOSS}, "completed")),
        ("The Chair read a letter from the Moss Audit Office, giving notice that it would inspect the gates in June.", ({MOSS}, "planned")),
        ("The Ministry of Justice has put off until May the review of courts that it had promised.", ({"Ministry of Justice"}, "planned")),
        ("Ms Hale asked about the inspection of pumps, which the MAO had been due to carry out in May. Mr Ash said that it had been cancelled.", ({MOSS}, "unlikely")),
    ],
)  # fmt: skip
def test_it_is_the_body_that_the_sentence_is_about_and_a_reply_tells_what_became_of_it(
    sentences: str, found: tuple[set[str], str]
) -> None:
    assert conductors(sentences, OF_PIPES) == [found]


def test_the_previous_audit_was_by_the_same_body() -> None:
    told = conductors(
        "MAO's audit of tenders will begin in May. The previous audit, of fees, was signed off.", OF_PIPES
    )
    assert told == [({MOSS}, "planned"), ({MOSS}, "completed")]
