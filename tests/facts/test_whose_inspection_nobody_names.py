"""Inspections whose sentence names nobody, or names somebody who only owns the thing looked at; and what had never come about."""

from __future__ import annotations

import pytest

from tests.facts.test_whose_review import conductors

CARE = "Care Standards Mercia"
FIRE = "Fire Inspectorate"
UNION = "Northern Crews' Union"
TWO = """Quarterly meeting on care – 4 July 2019

Present: Ann Bell, Care Standards Mercia (CSM); Tom Moss, Borough of Lark Council

1. Homes

{}
"""
CREWS = """Meeting with the crews – 4 July 2019

Present: Ann Bell, Chief Inspector, Fire Inspectorate; Tom Moss, Northern Crews' Union

1. Stations

{}
"""
CHARGE = """Meeting on charities – 4 July 2019

Present: Ann Bell, Head of Enquiries, Charity Registry; Tom Moss, Forum of Trusts

1. Charities

They turned to the Lifeboat Fund, a charity that the Registry supervises. {}
"""


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The inspection of Oak House, which the Vale Trust runs for children, was finished in March.", "completed"),
        ("The inspection of Oak House, owned by Maes Care, was finished in March.", "completed"),
        ("An unannounced inspection of Oak House is to start in May.", "planned"),
        ("The inspection of Oak House, promised for the spring, never took place.", "not-completed"),
        ("The inspection of Oak House never happened.", "not-completed"),
    ],
)
def test_an_inspection_is_of_the_one_there_whose_name_says_that_it_inspects(sentence: str, status: str) -> None:
    assert conductors(sentence, TWO) == [({CARE}, status)]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("Mr Moss was keen for the Inspectorate to carry out a review of hoses.", {FIRE}, "proposed"),
        ("Mr Moss was anxious for the Inspectorate to undertake an audit of hoses.", {FIRE}, "proposed"),
        ("Ms Bell said that a review of how stations deal with damp had begun in May.", {FIRE}, "under-way"),
        ("Ms Bell said that a review of how the Union trains drivers was finished in May.", {FIRE}, "completed"),
        ("A check of the doors by the Homes Council had been done in May.", {"Homes Council"}, "completed"),
        ("Ms Bell updated him on the audit of pumps, in which the Inspectorate and the Ports Agency are taking part together.", {FIRE, "Ports Agency"}, "under-way"),
    ],
)  # fmt: skip
def test_whoever_is_wished_to_do_it_or_takes_part_carries_it_out(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, CREWS) == [(bodies, status)]


def test_what_is_only_a_condition_is_no_inspection() -> None:
    assert conductors("Mr Moss held that this was fair only when all forty stations had been inspected.", CREWS) == []


@pytest.mark.parametrize(
    "sentence",
    ["Mr Moss was dismayed that the inquiry into it was in its third year.", "An inquiry into the Fund has begun."],
)
def test_an_inquiry_into_what_is_supervised_is_of_whoever_supervises_it(sentence: str) -> None:
    assert conductors(sentence, CHARGE) == [({"Charity Registry"}, "under-way")]


MONITORS = """Note of a call between the Prison Monitoring Office and the Vale Trust, 8 March 2022

On the call: Grace Obi (GO), Chief Monitor, Prison Monitoring Office (PMO); Lena Marsh (LM), Director, Vale Trust

1. Visits

{}
"""
MONITORING, TRUST, AUDIT = "Prison Monitoring Office", "Vale Trust", "Prisons Audit Board"


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("GO fed back on the unannounced inspection of the kitchens on 9 February.", {MONITORING}, "completed"),
        ("The inspection of Crake House has had to be put off until the autumn.", {MONITORING}, "planned"),
        ("GO answered that a review of night staffing would start in June, with the Prisons Audit Board.", {MONITORING, AUDIT}, "planned"),
        ("LM said that a joint review by the two was welcome, although not before July.", {MONITORING, TRUST}, "proposed"),
        ("GO confirmed that an inquiry into the fire at Aske House, announced in December by the Ministry, has been dropped.", set(), "not-completed"),
    ],
)  # fmt: skip
def test_those_who_monitor_carry_out_what_they_tell_of(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]


def test_an_inspection_is_of_the_body_whose_inspections_committee_meets() -> None:
    frame = "HARBOUR AND FISHERIES COMMISSION\nInspections Sub-Committee\n\nMinutes of the meeting held on 6 June 2017\n\nPresent: Sir Alan Roe (in the Chair); Mrs Jean Orr\n\n1. Harbours\n\n{}\n"
    assert conductors("The inspection of Wick Harbour had been concluded on 3 May.", frame) == [
        ({"Harbour and Fisheries Commission"}, "completed")
    ]
