"""How far reviews and inspections have got: by the amount done, by their report, by what is told of them, and what becomes of those that had been settled."""

from __future__ import annotations

import pytest

from tests.notes import HMIP, PRISONS, inspections, read_note


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Mr Dunn said that the review of lock-ups was well advanced: 14 wings had been seen.", "under-way"),
        ("Mr Dunn mentioned the Inspectorate's own review of reception, which is due to finish on 30 November.", "under-way"),
        ("A review of workshops, which HMIP and Estyn are carrying out together, should finish before Christmas.", "under-way"),
        ("Mr Dunn said that HMIP's audit of cell bells had covered nine prisons so far.", "under-way"),
        ("Mr Dunn reported that 18 of the 40 inspections of workshops had been completed.", "under-way"),
        ("Ms Lake asked how far HMIP had got with its review of visits.", "under-way"),
        ("Mr Dunn gave an outline of HMIP's inquiry into the fire.", "under-way"),
        ("Mr Dunn outlined HMIP's inquiry into the fire, whose final report was due in July.", "under-way"),
        ("Mr Dunn outlined HMIP's inquiry into the fire, whose findings had been published in May.", "completed"),
        ("Mr Dunn related how HMIP's inquiry into the fire had at last been brought to its close.", "completed"),
        ("Mr Dunn had ordered a review of razors, which was to be done by Estyn.", "planned"),
        ("Mr Dunn said that the next of these inspections would be made in July.", "planned"),
        ("A joint inspection of workshops by HMIP and Estyn was called off in June because of measles.", "not-completed"),
        ("A review of the east wing by Estyn has been spoken of since Lent.", "proposed"),
    ],
)  # fmt: skip
def test_where_it_stands(sentence: str, status: str) -> None:
    assert [told for told, _ in inspections(read_note(sentence, PRISONS))] == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Dunn explained how the inspection of workshops would run.",
        "It would inform the next inspection.",
        "The findings would inform the next inspection of the prison.",
    ],
)
def test_how_it_is_done_or_what_feeds_it_tells_of_none(sentence: str) -> None:
    assert inspections(read_note(sentence, PRISONS)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mr Dunn said that HMIP had brought its next inspection there forward because of two deaths.", [("planned", {HMIP})]),
        ("Mr Dunn said that HMIP had put its review of razors off until May.", [("planned", {HMIP})]),
        ("Mr Dunn said that HMIP had called its audit of cell bells off.", [("unlikely", {HMIP})]),
        ("Mr Dunn said that HMIP and Estyn had pooled their staff since March in a joint programme of inspections of workshops.", [("under-way", {HMIP, "Estyn"})]),
        ("Mr Dunn said that HMIP and Estyn had shared staff in a joint inspection of workshops.", [("completed", {HMIP, "Estyn"})]),
        ("Mr Dunn said that HMIP and Estyn had since March run a joint audit of workshops.", [("under-way", {HMIP, "Estyn"})]),
        ("Review of visits by HMIP: scope signed off, fieldwork to start in August.", [("planned", {HMIP})]),
        ("Review of visits by HMIP: terms of reference signed off, Estyn to start work in August.", [("planned", {HMIP})]),
        ("Mr Dunn presented the HMIP audit of cell bells, which was published in May. The audit, on which HMIP had worked with Estyn, had seen nine prisons.", [("completed", {HMIP, "Estyn"})]),
    ],
)  # fmt: skip
def test_particles_means_shared_and_what_is_only_prepared_tell_it(
    sentence: str, found: list[tuple[str, set[str]]]
) -> None:
    assert inspections(read_note(sentence, PRISONS)) == found


@pytest.mark.parametrize("when", ["which had begun in April", "which was opened in May", "under way since March"])
def test_what_goes_on_has_no_day_to_come_by_the_day_on_which_it_began(when: str) -> None:
    reading = read_note(
        f"HMIP is carrying out an inquiry into the fire, {when.replace('under way ', 'in progress ')}.", PRISONS
    )
    assert [(one.status, one.planned_from) for one in reading.inspections] == [("under-way", None)]
    assert reading.commitments == ()


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("had moved to the second stage", "under-way"),
        ("had moved into its second phase", "under-way"),
        ("had reached its final stage", "under-way"),
        ("had been moved to the second week of July", "planned"),
    ],
)
def test_an_undertaking_that_moved_to_a_stage_of_it_is_under_way(words: str, status: str) -> None:
    assert inspections(read_note(f"Mr Dunn said that HMIP's review of locks {words}.", PRISONS)) == [(status, {HMIP})]
