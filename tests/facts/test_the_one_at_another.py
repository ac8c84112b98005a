"""Undertakings that a line leaves out, told of again by a later clause, and carried out by a person or by whom "who" is about."""

from __future__ import annotations

import pytest

from tests.notes import COUNCIL, HMIP, PRISONS, inspections, read_note


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (
            "Mr Dunn said that HMIP was part-way through its inspection of HMP Marl. The one at HMP Dyfi had ended in March.",
            [("under-way", {HMIP}), ("completed", {HMIP})],
        ),
        (
            "Ms Lake said that it should be done by Rhondda Research, who had carried out the last survey of cells.",
            [("completed", {"Rhondda Research"})],
        ),
        (
            "The review of cladding by Dr Alun Pask, commissioned by the Ministry of Justice, was finished last week.",
            [("completed", {"Dr Alun Pask"})],
        ),
        (
            "Mr Dunn said that HMIP had asked Estyn for a peer review of lessons, and that this was now fixed for January.",
            [("planned", {"Estyn"})],
        ),
    ],
)
def test_the_one_told_of_and_by_whom(sentences, told):
    assert inspections(read_note(sentences, PRISONS)) == told


def test_one_of_a_row_is_done_by_a_firm_and_the_others_are_not():
    sentences = (
        "Ms Nair presented the audits. The audit of payroll was finished. That of vehicles was being carried out by the contractor, Penn Moss."
        " Cllr Holt proposed that property sales be audited."
    )
    told = inspections(read_note(sentences, COUNCIL))
    assert told[1] == ("under-way", {"Penn Moss"})
    assert all(by != {"Penn Moss"} for _, by in (told[0], *told[2:]))


def test_what_is_under_investigation_is_told_without_who_tells_of_it():
    reading = read_note(
        "Mr Dunn informed the meeting that the death at Marl was under investigation by the IOPC.", PRISONS
    )
    assert [one.label for one in reading.inspections] == ["Investigation of the death at Marl"]


def test_what_was_reported_on_by_its_month_is_over_and_planned_for_no_later_one():
    (one,) = read_note("Ms Lake reported on HMIP's visit to the Marl control room in October.", PRISONS).inspections
    assert (one.status, one.rule, one.planned_to) == ("completed", "inspection-reported", None)


def test_ones_own_visit_is_no_inspection():
    assert inspections(read_note("Mr Dunn reported on his visit to the fair in May.", PRISONS)) == []
