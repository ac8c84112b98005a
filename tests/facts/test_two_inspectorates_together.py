"""What two inspectorates do together, who their chiefs are, and an audit that is only shared with somebody."""

from __future__ import annotations

import pytest

from tests.notes import PRISONS as PRISONS_NOTE
from tests.notes import commitments, names, read_note, read_text, statements

NOTE = """Note of a meeting between HM Inspectorate of Prisons, Ofsted and the Tarn Ferries Authority

4 June 2019

Attendees

HM Inspectorate of Prisons: Chief Inspector of Prisons
Ofsted: Chief Inspector of Education; Head of Data
Tarn Ferries Authority (TFA): Chief Executive

Ferries

The Chief Executive said that all boats were late. {}
"""
PRISONS, OFSTED, FERRIES = "HM Inspectorate of Prisons", "Ofsted", "Tarn Ferries Authority"


@pytest.mark.parametrize("subject", ["The two Chief Inspectors", "Both Chief Inspectors"])
def test_the_two_chiefs_are_those_who_bear_the_title(subject: str) -> None:
    speakers, act = statements(read_text(NOTE.format(f"{subject} welcomed the news.")))[-1]
    assert act == "welcomed"
    assert len(speakers) == 2
    assert all("Chief Inspector" in name for name in speakers)


def test_a_joint_inspection_without_a_partner_is_of_the_two_inspectorates() -> None:
    note = read_text(NOTE.format("The Chief Inspector of Prisons suggested a joint inspection of school boats."))
    assert set(names(note, note.inspections[-1].conducted_by)) == {PRISONS, OFSTED}
    assert set(names(note, note.commitments[-1].actors)) == {PRISONS, OFSTED}


def test_an_audit_that_is_shared_with_somebody_is_not_theirs() -> None:
    note = read_text(
        NOTE.format("She agreed to share TFA's latest audit of Ashby with Ofsted before inspectors arrive.")
    )
    assert set(names(note, note.inspections[-1].conducted_by)) == {FERRIES}
    assert not [one for one in note.relations if one.predicate == "worksWith"]


@pytest.mark.parametrize("subject", ["the two inspectorates", "both inspectorates"])
def test_two_inspectorates_are_the_one_just_named_and_that_of_who_speaks(subject: str) -> None:
    talk = (
        "Rhona Lake asked what Ofsted made of the wards. Mr Dunn stressed that HMIP, although part of the Ministry of Justice, spoke its own mind. "
        "Rhona Lake enquired whether the Care Quality Commission would be looking at the wards. "
        f"Mr Dunn answered that {subject} were planning a joint review of night care, which would begin in July."
    )
    note = read_note(talk, PRISONS_NOTE)
    assert set(names(note, note.inspections[-1].conducted_by)) == {PRISONS, "Care Quality Commission"}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mr Dunn said that HMIP was working closely with Estyn on a guide, and that they would publish it in July.", ({"HM Inspectorate of Prisons", "Estyn"}, "committed", "2020-07-31")),
        ("HMIP and Estyn were working together on a common form, which they meant to publish before long.", ({"HM Inspectorate of Prisons", "Estyn"}, "planned", None)),
        ("HMIP is working with Estyn on a guide. They hope to publish it soon.", ({"HM Inspectorate of Prisons", "Estyn"}, "planned", None)),
    ],
)  # fmt: skip
def test_bodies_at_work_with_one_another_are_they(sentence: str, found: tuple[set[str], str, str | None]) -> None:
    assert found in commitments(read_note(sentence, PRISONS_NOTE))
