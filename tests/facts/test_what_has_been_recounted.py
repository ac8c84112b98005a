"""Undertakings that are over by how one speaks of them, those told of in passing, and who is not to be taken for the one who did it."""

from __future__ import annotations

import pytest

from tests.notes import COUNCIL, HMIP, PRISONS, inspections, read_note, read_text

WATER = "Drinking Water Inspectorate"


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Mr Dunn described HMIP's inspection of Stonegrove as the hardest that he had known.", {HMIP}),
        ("Ms Lake went through the report of HMIP's June inspection.", {HMIP}),
        ("Mr Dunn recounted HMIP's inspection of Stonegrove.", {HMIP}),
        ("HMIP had seen the same at its inspection in February.", {HMIP}),
        ("Rats had been noticed during Estyn's visit in March.", {"Estyn"}),
    ],
)
def test_what_is_recounted_or_at_which_something_was_found_has_been(sentence: str, bodies: set[str]) -> None:
    assert inspections(read_note(sentence, PRISONS)) == [("completed", bodies)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Dunn described the inspection as a chore.",
        "HMIP hoped to find the same at its next inspection in May.",
        "Ms Lake went through the report.",
        "Mr Dunn talked over the inspection of the hulks due in July.",
    ],
)
def test_what_nothing_tells_to_be_over_is_not(sentence: str) -> None:
    assert [status for status, _ in inspections(read_note(sentence, PRISONS)) if status == "completed"] == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Audit Wales is auditing the Council's transport budget now.", [("under-way", {"Audit Wales"})]),
        ("Carrow Lyle LLP will audit the register of gifts.", [("planned", {"Carrow Lyle LLP"})]),
        ("Carrow Lyle LLP will audit the minutes.", []),
        ("Joint audit of quays, Audit Wales with Estyn, starts 6 Sept.", [("planned", {"Audit Wales", "Estyn"})]),
        ("Accreditation visits to both laboratories are to be made by Estyn in July.", [("planned", {"Estyn"})]),
        ("Of the nine nurseries inspected since May, two had no ramp.", [("completed", set())]),
        ("The Council's external auditors have begun their review of payroll.", [("under-way", set())]),
        ("Both firms have said that each of them will carry out an audit of the fund.", [("planned", set())]),
    ],
)  # fmt: skip
def test_who_does_it_is_told_and_nobody_else(sentence: str, told: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, COUNCIL)) == told


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("it was not something for which he had the staff", "unlikely"),
        ("he had neither the staff nor the money", "unlikely"),
        ("he would not", "unlikely"),
        ("he would not rule it out", "proposed"),
        ("he had not made up his mind", "proposed"),
    ],
)
def test_an_answer_in_the_same_sentence_tells_where_it_stands(answer: str, status: str) -> None:
    sentence = f"Asked whether HMIP would inspect the hulks, Mr Dunn said that {answer}."
    assert inspections(read_note(sentence, PRISONS)) == [(status, {HMIP})]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Mr Dunn described the functions of HMIP.", {HMIP}),
        ("HMIP had abolished its fees.", {HMIP}),
        ("The Agency had assumed the functions of HMIP.", set()),
        ("HMIP was abolished.", set()),
    ],
)
def test_a_body_that_is_no_more_is_not_understood_to_have_done_it(sentence: str, bodies: set[str]) -> None:
    text = f"{sentence} The inspection of the hulks was completed in May."
    assert inspections(read_note(text, PRISONS)) == [("completed", bodies)]


DIRECTORATE = """Meeting between the Drinking Water Inspectorate and Severn Vale Water

3 May 2023

Present: Owen Pugh, Chief Inspector, Drinking Water Inspectorate; Kate Marsh, Chief Executive, Severn Vale Water

Quality

Owen Pugh drew attention to the {} of treatment works, which had been finished in February.
"""


@pytest.mark.parametrize(("noun", "found"), [("assessment", [("completed", {WATER})]), ("risk assessment", [])])
def test_an_assessment_that_inspectors_have_finished_is_a_review(noun: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_text(DIRECTORATE.format(noun))) == found


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The stores had been audited not by Carrow Lyle LLP but by Audit Wales.", [("completed", {"Audit Wales"})]),
        ("Members agreed to hold their own inquiry into the allotments.", [("planned", {"Tidebury Borough Council"})]),
        ("The audit of tills, in which Audit Wales shared, was carried out in May by Carrow Lyle LLP.", [("completed", {"Carrow Lyle LLP", "Audit Wales"})]),
        ("The audit of tills was carried out by internal audit in June.", [("completed", {"Tidebury Borough Council"})]),
    ],
)  # fmt: skip
def test_by_names_who_did_it_unless_it_is_denied(sentence: str, told: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, COUNCIL)) == told


def test_an_internal_audit_is_of_the_council_and_not_of_its_committee() -> None:
    text = COUNCIL.replace("Minutes of the", "STANDARDS COMMITTEE\n\nMinutes of the")
    told = inspections(read_text(text.format("Priya Nair reported that the audit of tills was complete.")))
    assert told == [("completed", {"Tidebury Borough Council"})]
