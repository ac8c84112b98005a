"""Inspections in many sectors and voices: who carries them out and where they stand."""

from __future__ import annotations

import pytest

from tests.notes import names, read_note

FRAME = """Meeting of the Fenmarsh Services Board

Date: 4 June 2019

Present:
Morag Teale (MT), Chief Inspector, Fenmarsh Wards Inspectorate
Iain Brock (IB), Medical Director, Rushmere Health Board
Olwen Parry (OP), Director of Education, Saltby Council
Superintendent Carl Dunn (CD), Saltby Constabulary

1. Progress

{}
"""
CARE, HEALTH, COUNCIL, POLICE = "Fenmarsh Wards Inspectorate", "Rushmere Health Board", "Saltby Council", "Saltby Constabulary"  # fmt: skip
WATER, AUDIT = "Drainage Inspectorate", "Wetland Audit Office"

TOLD = [
    # schools
    ("The Schools Inspectorate visited Marsh Lane Primary in March.", {"Schools Inspectorate"}, "completed"),
    ("An inspection of the sixth form had been carried out by the Schools Inspectorate the previous autumn.", {"Schools Inspectorate"}, "completed"),
    ("OP reported that Saltby Council had commissioned a peer review of exclusions from Northshire Council.", {"Northshire Council"}, "planned"),
    ("Marsh Lane Primary is due to be re-inspected by the Schools Inspectorate before Christmas.", {"Schools Inspectorate"}, "planned"),
    ("The Schools Inspectorate has postponed its survey of school meals until the new year.", {"Schools Inspectorate"}, "planned"),
    ("Saltby Council's own audit of attendance registers is half finished.", {COUNCIL}, "under-way"),
    # health
    ("MT confirmed that an unannounced inspection of Ward 7 took place on 2 May.", {CARE}, "completed"),
    ("The fieldwork for the Fenmarsh Wards Inspectorate's thematic review of falls has begun.", {CARE}, "under-way"),
    ("IB said that Rushmere Health Board was midway through an audit of hand hygiene.", {HEALTH}, "under-way"),
    ("The Fenmarsh Wards Inspectorate has no plans to inspect the dental clinic this year.", {CARE}, "unlikely"),
    ("A follow-up visit by the Fenmarsh Wards Inspectorate is pencilled in for September.", {CARE}, "planned"),
    ("MT said that her inspectors would return in October.", {CARE}, "planned"),
    ("The inspection of the maternity unit was called off because of the flood.", {CARE}, "not-completed"),
    ("Rushmere Health Board has let a contract to Pike and Tully LLP for an independent review of waiting lists.", {"Pike and Tully LLP"}, "planned"),
    # water, fisheries, environment
    ("The Drainage Inspectorate surveyed the sluices in April.", {WATER}, "completed"),
    ("The sluices are being surveyed by the Drainage Inspectorate.", {WATER}, "under-way"),
    ("Drainage Inspectorate audit of pumping stations: draft report awaited.", {WATER}, "under-way"),
    ("The Drainage Inspectorate's review of eel passes, which began in January, is nearing completion.", {WATER}, "under-way"),
    ("The Drainage Inspectorate and the Rivers Agency will jointly inspect the tidal gates next spring.", {WATER, "Rivers Agency"}, "planned"),
    ("An inquiry into the fish kill was opened by the Rivers Agency last week.", {"Rivers Agency"}, "under-way"),
    ("The Rivers Agency dropped its audit of abstraction licences.", {"Rivers Agency"}, "unlikely"),
    # police
    ("CD noted that the Constabulary Inspectorate would be examining stop and search later in the year.", {"Constabulary Inspectorate"}, "planned"),
    ("The Constabulary Inspectorate revisited the cells in February.", {"Constabulary Inspectorate"}, "completed"),
    ("Dip sample of detention logs completed by Saltby Constabulary in May.", {POLICE}, "completed"),
    ("CD offered to have Saltby Constabulary carry out a review of missing persons reports.", {POLICE}, "planned"),
    ("OP suggested that Saltby Constabulary and Saltby Council undertake a joint audit of referrals.", {POLICE, COUNCIL}, "proposed"),
    ("A joint inspection of youth custody by the Constabulary Inspectorate and the Fenmarsh Wards Inspectorate was published in May.", {"Constabulary Inspectorate", CARE}, "completed"),
    # councils, money, housing
    ("The Wetland Audit Office is to audit the pension fund in the autumn.", {AUDIT}, "planned"),
    ("The Wetland Audit Office's audit of grants had been due in April.", {AUDIT}, "planned"),
    ("The Wetland Audit Office may review the leisure contract.", {AUDIT}, "proposed"),
    ("The Wetland Audit Office has finished its review of housing repairs but has not published it.", {AUDIT}, "completed"),
    ("It was unlikely that the Wetland Audit Office would inspect the allotments.", {AUDIT}, "unlikely"),
    ("The Housing Regulator has started an investigation into damp at Reed Court.", {"Housing Regulator"}, "under-way"),
    ("An audit of fire doors, to be conducted by the Housing Regulator, starts in July.", {"Housing Regulator"}, "planned"),
    ("The Board considered the findings of the Housing Regulator's review of rents.", {"Housing Regulator"}, "completed"),
    ("The Housing Regulator decided against a second inspection of Reed Court.", {"Housing Regulator"}, "unlikely"),
    # data protection, prisons
    ("The Records Inspectorate has been auditing subject access requests since March.", {"Records Inspectorate"}, "under-way"),
    ("Following the Records Inspectorate's inspection of the archive in 2018, shelves had been replaced.", {"Records Inspectorate"}, "completed"),
    ("Inspectors from the Records Inspectorate would look at retention schedules in November.", {"Records Inspectorate"}, "planned"),
    ("The Prisons Inspectorate last inspected Wick Hall in 2016.", {"HM Inspectorate of Prisons"}, "completed"),
    ("The Prisons Inspectorate's inspection of Wick Hall will not take place before 2021.", {"HM Inspectorate of Prisons"}, "planned"),
    ("The possibility of a Prisons Inspectorate review of visits was raised.", {"HM Inspectorate of Prisons"}, "proposed"),
    ("Wick Hall was expecting a monitoring visit from the Prisons Inspectorate.", {"HM Inspectorate of Prisons"}, "planned"),
    ("A revisit had been asked for; the Prisons Inspectorate ruled it out.", {"HM Inspectorate of Prisons"}, "proposed"),

    # further voices
    ("The Schools Inspectorate has a review of nursery places in hand.", {"Schools Inspectorate"}, "under-way"),
    ("OP described the audit of school buses that the Wetland Audit Office has under way.", {AUDIT}, "under-way"),
    ("Notice had been given of an inspection of the tannery by the Drainage Inspectorate.", {WATER}, "planned"),
    ("An audit carried out last spring by the Wetland Audit Office led to new locks.", {AUDIT}, "completed"),
    ("A review of pupil transport was, OP feared, off the table this year.", set(), "unlikely"),
    ("CD said that an internal audit of overtime had been completed in April.", {POLICE}, "completed"),
    ("MT mentioned her inspectorate's review of respite care, which was handed to the Minister in May.", {CARE}, "completed"),
    ("The Housing Regulator is a third of the way through its programme of estate inspections.", {"Housing Regulator"}, "under-way"),
    ("The Drainage Inspectorate means to audit the weirs in the course of 2020.", {WATER}, "planned"),
    ("A review of how the rota was working in practice was due to begin in July by order of Saltby Council.", set(), "planned"),
    ("The external audit of the accounts is in hand with Messrs Pike Tully.", {"Pike Tully"}, "under-way"),
    ("OP asked after the peer challenge of fostering. This, it was explained, is to be carried out by Northshire Council in July.", {"Northshire Council"}, "planned"),
    ("The Drainage Inspectorate was unlikely to survey the beck before 2021.", {WATER}, "unlikely"),
    ("Inspectors from the Fenmarsh Wards Inspectorate visited Ward 9 unannounced on 3 May.", {CARE}, "completed"),
    ("The Housing Regulator had opened an investigation into the collapse at Reed Court.", {"Housing Regulator"}, "under-way"),
    ("A joint exercise by the Rivers Agency and the Drainage Inspectorate was shelved.", {WATER, "Rivers Agency"}, "unlikely"),
    ("It was agreed that the Wetland Audit Office be asked to conduct a review of parking.", {AUDIT}, "proposed"),
    ("The Board agreed to commission an independent review of complaints from Lark and Finch LLP.", {"Lark and Finch LLP"}, "planned"),
    ("There are no plans for a public inquiry into the flood by the Rivers Agency.", {"Rivers Agency"}, "unlikely"),
    ("The Rivers Agency, formerly the Drainage Board, has asked to inspect the pump house.", {"Rivers Agency"}, "proposed"),
    ("A safety audit of the crane by the insurers was cancelled.", set(), "not-completed"),
    # programmes of work, asides, the sentence before
    ("OP asked if the bus contract might be added to the audit plan.", set(), "proposed"),
    ("The bus contract has been dropped from the inspection programme.", {CARE}, "unlikely"),
    ("The Wetland Audit Office was to have audited the markets this year.", {AUDIT}, "planned"),
    # those who audit and whose they are, elided nouns, prepositions that go before, what is lent out
    ("IB said that the Board's internal auditors, Plover & Snipe, had completed a review of rotas in May.", {"Plover & Snipe"}, "completed"),
    ("Saltby Council's internal audit unit has begun an examination of parking refunds.", {COUNCIL}, "under-way"),
    ("A mock inspection of the cells was carried out by officers from Heron Vale in May.", {"Heron Vale"}, "completed"),
    ("The Drainage Inspectorate has written to say that Saltby Council's inspection will take place in July.", {WATER}, "planned"),
    ("An independent review of street lighting, commissioned from Lark and Finch LLP, was finished in April.", {"Lark and Finch LLP"}, "completed"),
    ("The review of ferries, which Saltby Council had commissioned, was done by the Drainage Inspectorate.", {WATER}, "completed"),
    ("MT outlined the first annual inspection of dental vans, which Saltby Council had commissioned.", {CARE}, "planned"),
    ("MT outlined the review of laundries on which her inspectorate is to embark in July.", {CARE}, "planned"),
    ("MT announced her intention of commencing, in July, an examination of hospital kitchens.", {CARE}, "planned"),
    ("Next up is an audit of road salt by the Wetland Audit Office, set to begin in November.", {AUDIT}, "planned"),
    ("The licence of the abattoir is under review by the Meat Inspectorate.", {"Meat Inspectorate"}, "under-way"),
    ("The accounts of the lido are with Lark and Finch LLP for audit.", {"Lark and Finch LLP"}, "under-way"),
    ("A themed visit by the Fenmarsh Wards Inspectorate to stroke patients is in preparation.", {CARE}, "planned"),
    ("A joint study of ditches by the Rivers Agency and the Drainage Inspectorate was proposed.", {WATER, "Rivers Agency"}, "proposed"),
    ("The Wetland Audit Office is expected to start work on the ferry contracts in July.", {AUDIT}, "planned"),
    ("Saltby Council's root and branch review of libraries reported in March.", {COUNCIL}, "completed"),
    ("A commissioning review of day centres by Saltby Council is under way, and nobody expects to know more before July.", {COUNCIL}, "under-way"),
    ("An audit of moorings had been in the plan. This was dropped in May.", set(), "unlikely"),
    ("OP has asked Saltby Council's internal audit unit to carry out an inquiry.", {COUNCIL}, "proposed"),
    ("The lighthouse had been the subject of an inspection by the Drainage Inspectorate in February.", {WATER}, "completed"),
    ("IB said that Rushmere Health Board's adverse event review is nearing its end.", {HEALTH}, "under-way"),
    ("The audit of lamps was mentioned. IB reported that it had been finished before Easter by Lark and Finch LLP.", {"Lark and Finch LLP"}, "completed"),
    ("OP spoke of the likelihood of an ABC inspection by the Drainage Inspectorate.", {WATER}, "proposed"),
    ("The Wetland Audit Office, which audits all councils, is in the field with a review of markets.", {AUDIT}, "under-way"),
]  # fmt: skip
SERIES = """Internal audit

The position on each audit was as follows:

{}
"""

NOTHING = [
    "Inspector Gray of Saltby Constabulary came late.",
    "The wards are among those inspected by the Fenmarsh Wards Inspectorate.",
    "The drawings are open to public inspection at the library.",
    "The Board reviewed the minutes of the last meeting.",
    "OP would review the wording of the leaflet.",
    "IB had watched the television programme about inspectors.",
    "Each inspection costs the Council two days of work.",
    "The inspection programme was well known to members.",
    "MT visited the new library and liked it.",
    "CD thanked the inspection team.",
    "The police investigation into the burglary goes on.",
    "The audit committee meets in May.",
    "Members examined the seating plan.",
    "OP said that enquiries at the desk had doubled.",
    "RESOLVED - That the report be noted.",
    "The Wetland Audit Office provides internal audit to the Council.",
    "CD would look at what it might cost.",
    "The Council is looking into options for the site.",
    "The Board discussed the review.",
    "OP led a review of progress against the letter.",
    "The grant pays for many things, including independent evaluation.",
    "The Council held a review of the agenda.",
]


@pytest.mark.parametrize(("sentence", "conductors", "status"), TOLD)
def test_an_undertaking_is_told_with_its_conductor_and_status(sentence, conductors, status):
    told = read_note(sentence, FRAME)
    assert [(names(told, one.conducted_by), one.status) for one in told.inspections] == [(conductors, status)]


@pytest.mark.parametrize(
    ("entry", "status"),
    [
        ("Grants: final report issued.", "completed"),
        ("Stores and vehicles: fieldwork in progress.", "under-way"),
        ("Car parks - to start in October.", "planned"),
        ("Payroll: postponed to the new year.", "planned"),
        ("Museum shop: cancelled.", "unlikely"),
        ("Playgrounds: under consideration.", "proposed"),
    ],
)
def test_a_list_of_audits_tells_where_each_stands(entry, status):
    told = read_note(SERIES.format(entry), FRAME)
    assert [one.status for one in told.inspections] == [status]
    assert told.inspections[0].label.startswith("Audit of ")


def test_each_of_several_is_told_by_its_number():
    told = read_note(
        "MT spoke of the two special investigations. The first, into Mill House, was concluded in March. The second is under way.",
        FRAME,
    )
    assert [one.status for one in told.inspections] == ["completed", "under-way"]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_only_sounds_like_one_is_none(sentence):
    assert read_note(sentence, FRAME).inspections == ()


def test_what_follows_with_its_noun_left_out_goes_on_with_the_auditor_of_the_sentence_before():
    told = read_note("The audit of buoys was finished in May by the Wetland Audit Office. That of the ferries is in progress.", FRAME)  # fmt: skip
    assert [(one.label, names(told, one.conducted_by), one.status) for one in told.inspections] == [
        ("Audit of buoys", {AUDIT}, "completed"),
        ("Audit of the ferries", {AUDIT}, "under-way"),
    ]


def test_a_paragraph_about_audits_goes_on_with_the_same_auditor():
    told = read_note("An audit of payroll is being done by Lark and Finch LLP. An audit of rents has been dropped.", FRAME)  # fmt: skip
    assert [(names(told, one.conducted_by), one.status) for one in told.inspections] == [
        ({"Lark and Finch LLP"}, "under-way"),
        ({"Lark and Finch LLP"}, "unlikely"),
    ]
