"""Undertakings that are told by the way: planned once, open, found in, provided for; and whose they are."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, inspections, read_note

REGULATOR = """DRY DOCKS REGULATOR

Minutes of the meeting of the Board held on 4 March 2021

Present:
Anne Holt (Chair)
Priya Nair

In attendance:
Tom Vine, Director of Operations
Sue Grant, HM Inspectorate of Harbours – item 2

1. Work

{}
"""
DOCKS, HARBOURS = "Dry Docks Regulator", "HM Inspectorate of Harbours"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Inspectorate planned to carry out a joint inspection with Estyn of hostels.", [("planned", {HMIP, "Estyn"})]),
        ("PD said that Estyn has an inquiry open into the Fenwick Homes.", [("under-way", {"Estyn"})]),
        ("The Inspectorate had two reviews running of escort costs.", [("under-way", {HMIP})]),
        ("An audit of that sort, of heating bills, will begin in July.", [("planned", set())]),
        ("PD fed back on the inspection of Fenwick House, West Derby, on 11 and 12 May.", [("completed", {HMIP})]),
        ("Mr Dunn explained what the Inspectorate found in its review of how well hostels keep records.", [("completed", {HMIP})]),
        ("Mr Dunn said that nothing had been found in the audit of lessons.", [("completed", {HMIP})]),
        ("The budget made provision for an inspection of the kitchens and for a review, of the handling of keys, to start in May.", [("planned", set()), ("planned", set())]),
        ("Estyn and the Inspectorate are working on a thematic review of escorts, which they hope to publish in May.", [("under-way", {"Estyn", HMIP})]),
        ("Estyn and the Inspectorate are half way through a joint review of escorts, and Mr Dunn hoped that it would end in May.", [("under-way", {"Estyn", HMIP})]),
        ("PD said that HMIP is inspecting the escorts. Eleven of the thirty have been visited.", [("under-way", {HMIP})]),
        ("PD said that the Inspectorate had two audits under way. The first of these, of escorts, will end in June.", [("under-way", {HMIP}), ("planned", {HMIP})]),
        ("The Inspectorate had begun two audits. Main lesson: keys sent too late.", [("under-way", {HMIP})]),
        ("Mr Dunn presented the findings of two inspections of hostels.", [("completed", {HMIP})]),
        ("The Act provides for inspections of every yard.", []),
        ("Ms Lake asked how inspectors speak to children who are in the home on the day.", []),
    ],
)  # fmt: skip
def test_where_it_stands(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mr Vine reported that 41 inspections had been completed in the second quarter.", [("completed", {DOCKS})]),
        ("Mr Vine outlined a proposal for a thematic review of paint stores.", [("proposed", {DOCKS})]),
        ("Ms Grant reported that the review of paint stores was half complete.", [("under-way", {HARBOURS})]),
        ("Mr Vine reported that the internal audit of payroll was complete.", [("completed", set())]),
        ("Mr Vine presented the plan. It provided for an inspection of cranes.", [("planned", {DOCKS})]),
    ],
)  # fmt: skip
def test_what_is_told_at_the_board_of_a_regulator_by_its_own_people_is_its_own(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, REGULATOR)) == found


COMMISSIONER = """Before the Quarry Commissioner for the East
Note of a meeting held on 3 March 2021 at Deal

Present: Mr Rowan Pike, Quarry Commissioner (in the chair); Mrs Ann Dell, Quarries Inspection Agency; Ms Cora Mill, Walkers UK

1. The Commissioner welcomed those present.

2. {}
"""
QUARRIES, AGENCY = "Office of the Quarry Commissioner for the East", "Quarries Inspection Agency"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Commissioner said that he proposed to call Fenwick Stone Limited to a public inquiry in May.", [("planned", {QUARRIES})]),
        ("Fenwick Stone Limited has been called to a public inquiry on 3 June.", [("planned", set())]),
        ("The Commissioner decided against calling Fenwick Stone Limited to a public inquiry.", [("unlikely", {QUARRIES})]),
        ("Mrs Dell described the Agency's audit of blasting records. Sixty-two of the 85 quarries selected had been audited.", [("under-way", {AGENCY})]),
        ("Mrs Dell described the Agency's audit of blasting records. Ms Mill asked whether it would look at dust.", []),
    ],
)  # fmt: skip
def test_who_is_called_to_an_inquiry_and_how_far_an_audit_is(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, COMMISSIONER)) == found
