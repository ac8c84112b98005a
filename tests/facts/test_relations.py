"""Relationships between two organisations that a sentence states."""

from __future__ import annotations

import pytest

from tests.notes import names, read_note, relations

FRAME = """Meeting of the Fenmarsh Services Board

Date: 4 June 2019

Present:
Morag Teale (MT), Chief Inspector, Fenmarsh Wards Inspectorate
Iain Brock (IB), Medical Director, Rushmere Health Board
Olwen Parry (OP), Director of Education, Saltby Council

1. Neighbours

{}
"""
CARE, HEALTH, COUNCIL = "Fenmarsh Wards Inspectorate", "Rushmere Health Board", "Saltby Council"
RIVERS, DRAINS, LOCKS, SEA = "Rivers Agency", "Drainage Board", "Locks Authority", "Department for the Sea"

TOLD = [
    # succeeds
    ("The Rivers Agency replaced the Drainage Board in 2012.", (RIVERS, "succeeds", DRAINS)),
    ("The Drainage Board was replaced by the Rivers Agency.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency took over the duties of the Drainage Board in April.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency, which is to succeed the Drainage Board, has no staff yet.", (RIVERS, "succeeds", DRAINS)),
    ("In 2012 the Drainage Board became the Rivers Agency.", (RIVERS, "succeeds", DRAINS)),
    ("The Drainage Board was renamed the Rivers Agency in May.", (RIVERS, "succeeds", DRAINS)),
    ("The Drainage Board will merge into the Rivers Agency.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency (formerly the Drainage Board) has moved.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency was set up in 2012 as successor to the Drainage Board.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency grew out of the Drainage Board.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency began work in May, taking the place of the Drainage Board.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency was formed from the former Drainage Board.", (RIVERS, "succeeds", DRAINS)),
    ("The Rivers Agency was praised. It replaced the Drainage Board in 2012.", (RIVERS, "succeeds", DRAINS)),
    # the preposition goes before; what two run together
    ("The Department for the Sea, to which the Rivers Agency answers, was silent.", (SEA, "oversees", RIVERS)),
    ("The independence of the Locks Authority from the Drainage Board, of which it forms part, was doubted.", (LOCKS, "subOrganizationOf", DRAINS)),
    ("The ferry that the Locks Authority runs with the Rivers Agency is full.", (LOCKS, "worksWith", RIVERS)),
    ("The Locks Authority has been piloting, with the Rivers Agency, a new gate.", (LOCKS, "worksWith", RIVERS)),
    ("The Locks Authority is a standing panel of the Department for the Sea.", (LOCKS, "subOrganizationOf", SEA)),
    ("The Fenmarsh Wards Inspectorate wrote that Rushmere Health Board's inspection will take place in May.", (CARE, "inspects", HEALTH)),
    ("The Rivers Agency's predecessor, the Drainage Board, kept no records.", (RIVERS, "succeeds", DRAINS)),
    ("The Drainage Board's successor, the Rivers Agency, has kept none either.", (RIVERS, "succeeds", DRAINS)),
    # is part of; "it" in the second half of a sentence
    ("The Rivers Agency keeps the banks; it is an arm's length body of the Department for the Sea.", (RIVERS, "subOrganizationOf", SEA)),
    ("The Rivers Agency is an executive agency of the Department for the Sea.", (RIVERS, "subOrganizationOf", SEA)),
    ("The Rivers Agency sits within the Department for the Sea.", (RIVERS, "subOrganizationOf", SEA)),
    ("The Rivers Agency, an arm's length body of the Department for the Sea, has moved.", (RIVERS, "subOrganizationOf", SEA)),
    ("The Rivers Agency became part of the Department for the Sea in 2015.", (RIVERS, "subOrganizationOf", SEA)),
    ("The Rivers Agency belongs to the Department for the Sea.", (RIVERS, "subOrganizationOf", SEA)),
    # oversees
    ("The Department for the Sea oversees the Rivers Agency.", (SEA, "oversees", RIVERS)),
    ("The Rivers Agency is sponsored by the Department for the Sea.", (SEA, "oversees", RIVERS)),
    ("The Rivers Agency is registered with, and regulated by, the Locks Authority.", (LOCKS, "oversees", RIVERS)),
    ("The Rivers Agency answers to the Department for the Sea.", (SEA, "oversees", RIVERS)),
    # inspects
    ("The Fenmarsh Wards Inspectorate is responsible for inspecting Rushmere Health Board.", (CARE, "inspects", HEALTH)),
    ("Rushmere Health Board is inspected by the Fenmarsh Wards Inspectorate every second year.", (CARE, "inspects", HEALTH)),
    ("The Fenmarsh Wards Inspectorate, by which Rushmere Health Board was inspected in May, has a new address.", (CARE, "inspects", HEALTH)),
    # works with
    ("The Rivers Agency is working with the Locks Authority on eels.", (RIVERS, "worksWith", LOCKS)),
    ("The Rivers Agency and the Locks Authority launched a map jointly.", (RIVERS, "worksWith", LOCKS)),
    ("The Rivers Agency has drawn up a map in partnership with the Locks Authority.", (RIVERS, "worksWith", LOCKS)),
    ("There is a memorandum of understanding between the Rivers Agency and the Locks Authority.", (RIVERS, "worksWith", LOCKS)),
    ("The Rivers Agency has signed a protocol with the Locks Authority.", (RIVERS, "worksWith", LOCKS)),
    ("The Rivers Agency collaborates with the Locks Authority.", (RIVERS, "worksWith", LOCKS)),
    ("The Rivers Agency and the Locks Authority, which together keep the gauge, have met.", (RIVERS, "worksWith", LOCKS)),
    ("The Locks Authority, with which the Rivers Agency has worked since 2015, has moved.", (RIVERS, "worksWith", LOCKS)),
    ("OP said that Saltby Council was liaising closely with the Locks Authority.", (COUNCIL, "worksWith", LOCKS)),
]  # fmt: skip

NOTHING = [
    "The Rivers Agency replaced its pumps.",
    "The Rivers Agency does not work with the Locks Authority.",
    "The Rivers Agency wrote to the Locks Authority.",
    "The Rivers Agency runs the risk of a long and bitter quarrel with the Locks Authority.",
    "The Rivers Agency, with the Locks Authority, was absent.",
    "OP suggested that the Rivers Agency work with the Locks Authority.",
    "The Rivers Agency and the Locks Authority sent apologies.",
    "The Rivers Agency disagreed with the Locks Authority.",
    "The Rivers Agency became concerned about the Locks Authority.",
]


def told(sentence):
    return relations(read_note(sentence, FRAME))


@pytest.mark.parametrize(("sentence", "relation"), TOLD)
def test_a_relationship_is_told_as_the_sentence_states_it(sentence, relation):
    assert told(sentence) == [relation]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_states_no_relationship_tells_none(sentence):
    assert told(sentence) == []


def test_it_means_the_subject_of_the_sentence_before():
    reading = read_note(
        "The Rivers Agency replaced the Drainage Board. It forms part of the Department for the Sea.", FRAME
    )
    part = [item for item in reading.relations if item.predicate == "subOrganizationOf"]
    assert [(names(reading, (item.subject,)), names(reading, (item.object,))) for item in part] == [({RIVERS}, {SEA})]
