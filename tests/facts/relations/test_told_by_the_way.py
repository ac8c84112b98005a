"""Relationships told by the way: in what readers should know, behind a label, of the case of somebody; and whose a thing is that is inspected."""

from __future__ import annotations

import pytest

from tests.notes import read_note, relations

CARE = """Liaison meeting – 4 July 2019

Present: Ann Bell, Northern Care Inspectorate (NCI); Tom Moss, Lark Health Board (LHB)

1. Work

{}
"""


MINES, WORKS, PITS = "Mines Inspectorate", "Works Council", "Pits Bureau of Durham"
NCI = "Northern Care Inspectorate"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Those who may not know the Mines Inspectorate should know that it belongs to the Works Council, and that in 1998 it replaced the Pits Bureau of Durham.",
         {(MINES, "subOrganizationOf", WORKS), (MINES, "succeeds", PITS)}),
        ("NCI is part of the Works Council and in 2019 took over the work of the Pits Bureau of Durham.",
         {(NCI, "subOrganizationOf", WORKS), (NCI, "succeeds", PITS)}),
        ("Mr Moss brought up the case of Leven Homes, a subsidiary of the Kyle Housing Association, where 40 families had been moved.",
         {("Leven Homes", "subOrganizationOf", "Kyle Housing Association")}),
        ("NCI: Scottish branch of Great Britain Care Board (GBCB).", {(NCI, "subOrganizationOf", "Great Britain Care Board")}),
        ("The Ports Agency has had the task of overseeing the Pilots Board since 2015.", {("Ports Agency", "oversees", "Pilots Board")}),
        ("The Ports Agency came into being in 2018 out of the Pilots Board.", {("Ports Agency", "succeeds", "Pilots Board")}),
        ("Ms Bell said that the inspection of Oak Lodge, owned by Maes Care, was over.",
         {("Oak Lodge", "subOrganizationOf", "Maes Care"), (NCI, "inspects", "Oak Lodge")}),
        ("NCI works with the Custody Visiting Service. Its inspection of the service provided by NHS Tayside was concluded in May.",
         {(NCI, "worksWith", "Custody Visiting Service"), (NCI, "inspects", "NHS Tayside")}),
        ("Mr Moss thanked the Kiln Safety Division (KSD) of the Works Council.", {("Kiln Safety Division", "subOrganizationOf", WORKS)}),
        ("Mr Moss thanked the Kiln Laboratory (KL) of the Works Council.", {("Kiln Laboratory", "subOrganizationOf", WORKS)}),
        ("The talk turned to Lark Rise, the care charity that had closed. Mr Moss said that Estyn, which inspects the charity, had come in June.",
         {("Estyn", "inspects", "Lark Rise")}),
        ("Ms Bell said that NCI's inspection of the Custom House was over, and that the Corn Exchange had been inspected by NCI in May.", set()),
        ("Ms Bell said that one could not say that NCI belongs to the Works Council.", set()),
    ],
)  # fmt: skip
def test_what_is_told_by_the_way_is_told(sentence: str, found: set[tuple[str, str, str]]) -> None:
    assert set(relations(read_note(sentence, CARE))) == found


def test_a_firm_called_by_its_legal_form_alone_has_no_shorter_name() -> None:
    there = "Liaison meeting – 4 July 2019\n\nFor the LLP: Ann Bell, Una Gale\nTom Moss, Clerk, Port Office\n\n{}\n"
    told = read_note("Mr Moss thanked them. Kelp House was overseen by the LLP, a part of the Port Office.", there)
    assert {one.label for one in told.entities if one.key.startswith("organisation/")} >= {"LLP", "Port Office"}
