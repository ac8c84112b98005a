"""Relations that are only believed, told of one among many, with a remark between, or of what came before in law or in a field."""

from __future__ import annotations

import pytest

from tests.notes import COUNCIL, PRISONS, read_note, read_text, relations

GAS, HULL = "Gas Safety Council", "Hull Lettings Board"


@pytest.mark.parametrize(
    "sentence",
    [
        "Some tenants took the Gas Safety Council to be a branch of the Hull Lettings Board.",
        "The Gas Safety Council was widely thought to be an arm of the Hull Lettings Board.",
        "There is confusion among landlords, some of whom believe the Gas Safety Council answers to the Hull Lettings Board.",
        "Many parents suppose that the Gas Safety Council oversees the Hull Lettings Board.",
    ],
)
def test_what_people_believe_is_no_relation(sentence: str) -> None:
    assert relations(read_note(sentence, COUNCIL)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ofsted inspects every nursery in the north of the county, Harfield House among them.",
        "Ofsted inspects each home in the county, Harfield House among them.",
        "Ofsted, she pointed out, is an arm of the Home Office and inspects Harfield House.",
    ],
)
def test_who_is_inspected_is_named_among_many_or_behind_a_remark(sentence: str) -> None:
    assert ("Ofsted", "inspects", "Harfield House") in relations(read_note(sentence, PRISONS))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Gas Safety Council had in 2014 become the successor in law to the Hull Lettings Board.",
        "The Gas Safety Council is the successor in title of the Hull Lettings Board.",
        "The Hull Lettings Board, whose duties in this matter the Gas Safety Council took over in 2014, kept no files.",
        "The Hull Lettings Board, whose powers under the Act the Gas Safety Council inherited, kept no files.",
    ],
)
def test_who_comes_after_in_law_or_in_a_field_comes_after(sentence: str) -> None:
    assert relations(read_note(sentence, COUNCIL)) == [(GAS, "succeeds", HULL)]


def test_auditors_who_descend_upon_a_body_do_not_come_after_it() -> None:
    found = relations(
        read_note("The auditors of the Gas Safety Council will descend upon the Hull Lettings Board.", COUNCIL)
    )
    assert [one for one in found if one[1] == "succeeds"] == []


def test_it_goes_on_with_who_is_told_of_though_no_name_explains_them() -> None:
    told = "Larch Homes is a company wholly owned by the Council, and as a landlord it is supervised by the Regulator of Social Housing."
    assert ("Regulator of Social Housing", "oversees", "Larch Homes") in relations(read_note(told, COUNCIL))


FIRE = """Note of a meeting between the Fire Inspectorate and Wexmoor Fire Service

3 June 2021

Ann Roe, Chief Inspector, Fire Inspectorate, met Tom Fell, Chief Officer, Wexmoor Fire Service, and Cllr Jean Orr, Wexmoor Fire Authority.

Inspection

Wexmoor, like every service in England, is inspected by the Fire Inspectorate.
"""


def test_a_place_stands_for_its_service_and_not_for_the_authority_over_it() -> None:
    assert relations(read_text(FIRE)) == [("Fire Inspectorate", "inspects", "Wexmoor Fire Service")]


def test_a_committee_of_those_who_use_a_court_is_no_part_of_it() -> None:
    text = "{}\n{}\n\nMinutes of the meeting held on 3 May 2019\n\nPresent:\nIngrid Moss (Chair)\n\n1. Lamps\n\nThe Chair thanked everybody.\n"
    assert relations(read_text(text.format("HARLEIGH COUNTY COURT", "COURT USERS' COMMITTEE"))) == []
