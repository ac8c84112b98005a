"""Undertakings shared, commissioned, told by a section or a row of a table."""

from __future__ import annotations

import pytest

from tests.facts.test_who_conducts import AUDIT, CARE, MONITORS, PRISONS
from tests.facts.test_whose_review import conductors
from tests.notes import names, read_note

PELL = "Pell Lyle LLP"
CONDUCT = "Independent Office for Police Conduct"


@pytest.mark.parametrize(
    ("sentences", "bodies", "status"),
    [
        ("HMIPS and Audit Scotland will join forces on a review of stores.", {PRISONS, AUDIT}, "planned"),
        ("HMIPS has teamed up with Audit Scotland to review the keys.", {PRISONS, AUDIT}, "planned"),
        ("HMIPS would return in May to inspect the farm, with the Care Inspectorate alongside.", {PRISONS, CARE}, "planned"),
        ("The review of keys, a joint effort of HMIPS and Audit Scotland, ended in May.", {PRISONS, AUDIT}, "completed"),
        ("A review of keys, in which HMIPS and Audit Scotland are partners, is half done.", {PRISONS, AUDIT}, "under-way"),
        ("HMIPS was halfway through a review, undertaken with Audit Scotland, of how keys are kept.", {PRISONS, AUDIT}, "under-way"),
        ("The full inspection of Quay goes on until Friday. The Care Inspectorate leads it and has brought in Audit Scotland.", {CARE, AUDIT}, "under-way"),
        ("The inspection of Quay began on Monday. It is led by the Care Inspectorate, with help from Audit Scotland.", {CARE}, "under-way"),
    ],
)  # fmt: skip
def test_who_shares_an_undertaking_carries_it_out(sentences: str, bodies: set[str], status: str) -> None:
    assert conductors(sentences, MONITORS) == [(bodies, status)]


@pytest.mark.parametrize(
    ("sentence", "bodies", "status"),
    [
        ("The inspection of farms has been entrusted by ministers to Pell Lyle LLP.", {PELL}, "planned"),
        ("The contract for the audit of keys went to Pell Lyle LLP.", {PELL}, "planned"),
        ("Pell Lyle LLP won the contract for the audit of keys.", {PELL}, "planned"),
        ("A review of keys, commissioned by the Care Inspectorate from Pell Lyle LLP, is to be ready by June.", {PELL}, "planned"),
        ("We have asked Pell Lyle & Co, who are not our auditors, for a review of the keys.", {"Pell Lyle & Co"}, "proposed"),
        ("Ms Moss proposed that Audit Scotland be approached for a peer review of stores.", {AUDIT}, "proposed"),
        ("The theft is under investigation, and the prison has called in Halden Forensics for the purpose.", {"Halden Forensics"}, "under-way"),
        ("The investigation was in the hands of the Independent Office for Police Conduct.", {CONDUCT}, "under-way"),
    ],
)  # fmt: skip
def test_who_is_asked_or_paid_for_it_carries_it_out(sentence: str, bodies: set[str], status: str) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, status)]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("HMIPS has no intention of inspecting the farm.", {PRISONS}),
        ("There was no intention on the Care Inspectorate's part of inspecting the farm.", {CARE}),
        ("Neither the Care Inspectorate nor HMIPS plans to inspect the farm.", {CARE, PRISONS}),
        ("HMIPS will not be inspecting this year.", {PRISONS}),
        ("There will be no visitor survey this spring, Audit Scotland having run out of money.", {AUDIT}),
        ("Audit Scotland – audit of takings at car parks, withdrawn from the plan now that the machines have gone.", {AUDIT}),
    ],
)  # fmt: skip
def test_what_nobody_means_to_do_is_unlikely(sentence: str, bodies: set[str]) -> None:
    assert conductors(sentence, MONITORS) == [(bodies, "unlikely")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Care Inspectorate had paused its review of visits.", "not-completed"),
        ("The review of visits that HMIPS began in May was never finished.", "not-completed"),
        ("Ministers had asked for every unit to be inspected, and HMIPS would do this before the summer.", "planned"),
        ("HMIPS's review of visits was making good headway.", "under-way"),
        ("HMIPS's inspection of the hall went well.", "completed"),
        ("The review of how visits are run was put off indefinitely by HMIPS.", "not-completed"),
    ],
)
def test_where_it_stands_by_what_befell_it(sentence: str, status: str) -> None:
    assert [found for _, found in conductors(sentence, MONITORS)] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "A prisoner was seeking judicial review of the decision.",
        "Three annual job-plan reviews are overdue.",
        "Requests for review under freedom of information law were up.",
        "Rent review letters go out on 1 February.",
        "The audit contractor had been stood down.",
        "The theft is under investigation.",
        "Prices are kept under review.",
    ],
)
def test_other_reviews_are_no_undertakings(sentence: str) -> None:
    assert conductors(sentence, MONITORS) == []


def test_a_heading_that_is_a_name_says_who_reports_under_it() -> None:
    homes = "Larkhill Homes: Board meeting, 24 November 2021\n\nIn the room: Ruth Adair (chair), Neil Costa\n\n{}\n"
    text = (
        "Housing Ombudsman\n\n• Investigation into the damp at Farrow Court closed last month.\n\n"
        "Internal audit (Ormsby Kaye)\n\n• Lettings – audit in progress.\n\n"
        "Care Inspectorate\n\n• Inspection of the day centre: starts on 17 January."
    )
    note = read_note(text, homes)
    assert [names(note, one.conducted_by) for one in note.inspections] == [
        {"Housing Ombudsman Service"},
        {"Ormsby Kaye"},
        {CARE},
    ]


TABLE = """The Clerk tabled the following.

Undertaking | Carried out by | Position
Stock survey, Wyre cockle beds | Natural England | Completed in May
Inspection of vessels, Skelby | Marine Management Organisation and Audit Scotland | In progress
Review of pot limits | Care Inspectorate | To start in January
Audit of landings | Peverell Burn Ltd | Cancelled
Purchase of a boat | L Moyle | Awaiting delivery
"""


def test_a_row_of_a_table_tells_what_by_whom_and_where_it_stands() -> None:
    assert conductors(TABLE, MONITORS) == [
        ({"Natural England"}, "completed"),
        ({"Marine Management Organisation", AUDIT}, "under-way"),
        ({CARE}, "planned"),
        ({"Peverell Burn Ltd"}, "unlikely"),
    ]


def test_a_table_of_actions_is_no_table_of_undertakings() -> None:
    actions = "Action | Owner | Status\nReview the rota | Ms Moss | Done\nInspect the shed | Dr Sallow | Open\n"
    assert conductors(actions, MONITORS) == []
