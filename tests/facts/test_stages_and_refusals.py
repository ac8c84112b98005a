"""Inspections told by a stage of theirs, by what is thought of them, by a function that is no plan, and by what is left out."""

from __future__ import annotations

import pytest

from tests.notes import COUNCIL, HMIP, PRISONS, inspections, read_note, relations

ESTYN, LYLE = "Estyn", "Carrow Lyle LLP"
BOROUGH, COUNTY = "Tidebury Borough Council", "County Council"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Mr Dunn said that fieldwork had begun in May for the joint inspection of segregation units, which his inspectors are carrying out with Estyn.",
            [("under-way", {HMIP, ESTYN})],
        ),
        ("Interviews had started in April for the review of escorts that HMIP is leading.", [("under-way", {HMIP})]),
        ("Fieldwork would begin in July for the review of escorts, which HMIP leads.", [("planned", {HMIP})]),
        ("She asked whether this could be combined with the inspection of the same wings that Estyn has under way.", [("under-way", {ESTYN})]),
        ("HMIP has been engaged since midsummer upon a review of safety at all seven units.", [("under-way", {HMIP})]),
        ("HMIP has not been engaged since midsummer upon a review of safety at all seven units.", []),
        ("Nor, he assured her, has he any intention of opening an inquiry of his own.", [("unlikely", {HMIP})]),
        ("He has the intention of opening an inquiry of his own.", [("planned", {HMIP})]),
        ("There had been talk of an external review of the statistics, but she regarded that as unlikely now.", [("unlikely", set())]),
        ("An independent inquiry had been suggested, but Mr Dunn considered this improbable.", [("unlikely", set())]),
        ("The second, an inspection of visits that HMIP was to have carried out with Estyn, has been cancelled.", [("not-completed", {HMIP, ESTYN})]),
        ("Estyn had refused to join in a joint inspection of police custody.", [("unlikely", set())]),
        ("HMIP plans a review of laboratories, provided that the Scottish Parliament approves its budget.", [("planned", {HMIP})]),
        ("An inspection of Feltham is planned by HMIP, and the Governor considered it unnecessary.", [("planned", {HMIP})]),
        ("Mr Dunn asked whether the inspection that Estyn has under way would cover schools.", [("under-way", {ESTYN})]),
        ("Any intention of opening an inquiry was denied by Estyn.", []),
        ("HMIP was to have carried out an audit of kitchens in May.", [("not-completed", {HMIP})]),
        ("Estyn is to have held an inspection by May.", [("planned", {ESTYN})]),
        ("He recalled that its function under statute is to inspect the Crown Prosecution Service.", []),
        ("Mr Dunn, whose role had changed, is to inspect Feltham in May.", [("planned", {HMIP})]),
    ],
)  # fmt: skip
def test_where_an_inspection_stands_is_told_by_its_stages_and_by_what_is_thought_of_it(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Audit of council tax by Carrow Lyle has been halted pending the new system.", [("not-completed", {LYLE})]),
        (
            "The audit of payroll had been concluded in May. That of council tax was in progress, and that of leisure would begin in January.",
            [("completed", set()), ("under-way", set()), ("planned", set())],
        ),
        ("Ms Nair wondered if the Borough Council and the County Council might carry out a small review of their own.", [("proposed", {BOROUGH, COUNTY})]),
        ("Cllr Holt proposed that Marbury and Netherby make their own joint inspection of bus stops.", [("proposed", set())]),
        ("Ms Grant said that Carrow Lyle and the Council would finish their own review in May.", [("planned", {LYLE, BOROUGH})]),
        (
            "The Health Services Safety Investigations Body is investigating harm to patients.",
            [("under-way", {"Health Services Safety Investigations Body"})],
        ),
    ],
)  # fmt: skip
def test_what_is_halted_left_out_or_their_own_is_told_of_whose_it_is(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, COUNCIL)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The role of HMIP is to inspect the Probation Service.", [(HMIP, "inspects", "Probation Service")]),
        ("HMIP examines not only adult prisons but also the Youth Custody Service.", [(HMIP, "inspects", "Youth Custody Service")]),
        ("HMIP does not inspect the Youth Custody Service.", []),
        ("Estyn, which at present oversees the Careers Agency, had not yet said so.", [(ESTYN, "oversees", "Careers Agency")]),
        ("They would be heard, for the Probation Service was working hand in hand with Estyn.", [("Probation Service", "worksWith", ESTYN)]),
        ("Since it took over from the Careers Agency in 2012, the Probation Service has grown.", [("Probation Service", "succeeds", "Careers Agency")]),
        ("After it replaced the Careers Agency, it grew.", []),
        ("Estyn is the statutory inspector of the Careers Agency.", [(ESTYN, "inspects", "Careers Agency")]),
        ("Estyn is not the statutory inspector of the Careers Agency.", []),
    ],
)  # fmt: skip
def test_whom_a_body_inspects_is_told_by_its_function_and_behind_not_only(
    sentence: str, found: list[tuple[str, str, str]]
) -> None:
    assert relations(read_note(sentence, PRISONS)) == found
