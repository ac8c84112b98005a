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
