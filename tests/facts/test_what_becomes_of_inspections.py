"""What becomes of inspections, told by participles, gerunds, "one" and what had been settled."""

from __future__ import annotations

import pytest

from tests.notes import COUNCIL, PRISONS, inspections, read_note

TRUST = """HARTFIELD LEARNING TRUST

Minutes of the Trust Board held on 17 November 2021

Present: Mary Oakes (Chair), Tom Lunn (Chief Executive), Rev. Paul Dey, Sarah Finch (Clerk)

1. Standards

{}
"""
BOROUGH, LYLE, HMIP = "Tidebury Borough Council", "Carrow Lyle LLP", "HM Inspectorate of Prisons"
SCHOOLS = "Hartfield Learning Trust"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Oakhill, inspected by HMIP in March, had been graded poor.", [("completed", {HMIP})]),
        ("Rainbow House, visited by Estyn in June, was closed.", [("completed", {"Estyn"})]),
        ("Those inspected by HMIP had improved.", []),
        ("Having inspected Feltham in May, HMIP would publish in the autumn.", [("completed", {HMIP})]),
        ("Having reviewed the papers, the Commissioner agreed.", []),
        ("There was little support for Estyn and HMIP inspecting the unit jointly.", [("proposed", {"Estyn", HMIP})]),
        ("He was against Estyn inspecting the unit.", [("unlikely", {"Estyn"})]),
        ("HMIP will itself be inspecting the escorts.", [("planned", {HMIP})]),
        ("Mr Dunn said that HMIP had inspected it last year.", [("completed", {HMIP})]),
        ("HMIP mean to inspect it again in May.", [("planned", {HMIP})]),
        ("HMIP, which had hoped to inspect Werrington this winter, has dropped the plan.", [("unlikely", {HMIP})]),
    ],
)  # fmt: skip
def test_verbs_of_inspecting_tell_it_without_a_finite_form(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mr Dunn is eight weeks into an inspection of Parc.", [("under-way", {HMIP})]),
        ("HMIP was part of the way through an inspection of the units held by G4S.", [("under-way", {HMIP})]),
        ("The two inspectorates will inspect Parc together.", [("planned", {HMIP, "Estyn"})]),
        ("The two inspectorates had resumed their joint inspections of the units in Wales.", [("under-way", {HMIP, "Estyn"})]),
        ("HMIP offered a consensual audit, which the Ministry of Justice accepted for the summer.", [("planned", {HMIP})]),
        (
            "Mr Dunn said that the thematic on separation was finished and the one on education would follow in the new year.",
            [("completed", {HMIP}), ("planned", {HMIP})],
        ),
        ("HMIP's inspection of Parc was done in May; that of Feltham would begin in June.", [("completed", {HMIP}), ("planned", {HMIP})]),
    ],
)  # fmt: skip
def test_whoever_is_in_the_middle_of_it_carries_it_out(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found


def test_each_of_two_told_by_one_has_its_own_words() -> None:
    note = read_note("HMIP's inspection of Parc was done in May; that of Feltham would begin in June.", PRISONS)
    assert [one.evidence.of(note.document.text) for one in note.inspections] == [
        "HMIP's inspection of Parc was done in May",
        "that of Feltham would begin in June",
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The audit of allotments, planned for May, was called off.", [("not-completed", set())]),
        ("The audit of rents due in April had been dropped.", [("not-completed", set())]),
        ("An audit of stores, which Carrow Lyle was to have undertaken, was abandoned.", [("not-completed", {LYLE})]),
        ("The review of fees had been cancelled.", [("not-completed", set())]),
        ("Joint audit of rents planned for Aug – cancelled, weather.", [("not-completed", set())]),
        ("An inspection of the quay was cut short in March when the tide rose.", [("not-completed", set())]),
        ("The Council had commissioned an independent review of fees, which was in progress.", [("under-way", set())]),
        ("The Council's crews might inspect every block.", [("proposed", {BOROUGH})]),
        ("A joint audit of fares by the Council and Trailways was agreed.", [("planned", {BOROUGH, "Trailways"})]),
        ("The Local Government Association peer review is now expected in September.", [("planned", {"Local Government Association"})]),
        ("The Council has asked an outside engineer to review the telemetry.", [("proposed", set())]),
        ("A review of homes run by Carrow Lyle was under way.", [("under-way", set())]),
        ("A survey of streets was a topic for joint review.", [("proposed", set())]),
        ("The Council was asked for news of any plans for a review of the offices run by Northmoor Council.", [("proposed", set())]),
    ],
)  # fmt: skip
def test_what_had_been_settled_and_was_dropped_was_not_completed(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, COUNCIL)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Diocese has an inspection of St Anne's booked for the spring term.", [("planned", set())]),
        ("Ofsted has a visit to Oakridge pencilled in for May.", [("planned", {"Ofsted"})]),
        ("An Ofsted inspection of Beech Primary is likely before March.", [("planned", {"Ofsted"})]),
        ("An inspection by Ofsted is unlikely before March.", [("unlikely", {"Ofsted"})]),
        ("Would it be wise for us to review the playground trees, asked Mr Dey.", [("proposed", {SCHOOLS})]),
        ("It would be useful for Ofsted to inspect the nursery.", [("proposed", {"Ofsted"})]),
        ("Mr Lunn has asked the Clerk to review the fees.", []),
        ("Mr Lunn has asked an independent consultant to review catering.", [("proposed", set())]),
    ],
)  # fmt: skip
def test_who_has_a_visit_booked_is_visited(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, TRUST)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The review of tolls had recommended an annual report.", [("completed", set())]),
        ("Joint review of tolls proposed for the autumn.", [("proposed", set())]),
        ("The Council's review of tolls found no fault.", [("completed", {BOROUGH})]),
        ("The Council's accounts are now with Moore Hallam for audit.", [("under-way", {"Moore Hallam"})]),
        ("Having reviewed planning in 2017, a Local Government Association peer team had left eleven suggestions.", [("completed", {"Local Government Association"})]),
        ("The European Commission's inspectors spent a day in the Tyndrum abattoir.", [("completed", {"European Commission"})]),
        ("Ofsted's yearly inspection: some time in July.", [("planned", {"Ofsted"})]),
        ("Mr Holt showed the register, which any member of the public can inspect at the desk.", []),
        ("The manual may be seen by any passenger who asks for an inspection of it.", []),
    ],
)  # fmt: skip
def test_what_a_review_said_is_no_wish_and_what_anybody_may_inspect_no_inspection(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, COUNCIL)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("HMIP intends to satisfy itself, by way of a further inquiry, that the rule is kept.", [("planned", {HMIP})]),
        ("Cost was reduced by way of a review of fees.", []),
        ("Mr Dunn did not rule out a further visit to Cookham Wood before Christmas.", [("proposed", {HMIP})]),
    ],
)
def test_an_inspection_may_be_the_means_of_what_is_intended(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("HMIP had that very month begun its inspection of Parc.", [("under-way", {HMIP})]),
        ("HMIP's inquiry into the deaths at Feltham remains open.", [("under-way", {HMIP})]),
        ("HMIP's inspection of Parc was substantially complete, but the report could not be written yet.", [("under-way", {HMIP})]),
        ("Mr Rees spoke of Estyn's own staff audit, which is under way in the north and will run until July.", [("under-way", {"Estyn"})]),
        ("Parc was also to have its kitchens audited by HMIP in September.", [("planned", {HMIP})]),
        ("HMIP is working with Estyn on a review of escorts.", [("under-way", {HMIP, "Estyn"})]),
        ("HMIP is working with Estyn on a survey of staff.", []),
        ("Parc was due for its first triennial review in 2021.", [("planned", set())]),
    ],
)  # fmt: skip
def test_what_goes_on_is_told_by_what_it_still_lacks_and_by_who_is_at_it(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found
