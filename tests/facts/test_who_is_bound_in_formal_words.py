"""Who is to act by what is called for, granted, agreed or jotted in formal or clipped words."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, SALLOW, THORNE, commitments, read_note, statements

COUNCIL, BOARD_ = "Northmoor Council", "The Board"


def test_a_call_upon_somebody_to_act_is_a_request() -> None:
    reading = read_note("The Chair called upon Dr Sallow to resign by 6 June.", BOARD)
    assert commitments(reading) == [({SALLOW}, "requested", "2019-06-06")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Nor, she added, has the Council any intention of closing the pier.", ({COUNCIL}, "unlikely", None)),
        ("Nor would the Council pay for the paint.", ({COUNCIL}, "unlikely", None)),
        ("The Council has no intention of closing the pier.", ({COUNCIL}, "unlikely", None)),
        ("The Chair asked FT not to comment before the report was out.", ({THORNE}, "requested", None)),
        ("FT not sure; will find out and write to keepers by 10 May.", ({THORNE}, "committed", "2019-05-10")),
        ("A joint survey was suggested instead.", (set[str](), "proposed", None)),
        ("Cllr Ash asked, in addition, that the Council buy no more oil.", ({COUNCIL}, "requested", None)),
        ("Ramp at the pier (Dr Sallow to press the builder): going on.", ({SALLOW}, "committed", None)),
        ("Action 41/2 FT to draft a notice by 6 June.", ({THORNE}, "committed", "2019-06-06")),
        ("FT will see to it in the last two weeks of June.", ({THORNE}, "committed", "2019-06-30")),
        ("From now on, FT promised, papers would be out within five days.", ({THORNE}, "committed", None)),
    ],
)
def test_deeds_in_notes_and_turned_clauses(sentence: str, found: tuple[set[str], str, str | None]) -> None:
    assert commitments(read_note(sentence, BOARD)) == [found]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("FT proposed that the Council be approached with a view to a single lamp.", (set[str](), "proposed", None)),
        (
            "Dr Sallow suggested that the keepers' wives be written to by 6 June.",
            (set[str](), "proposed", "2019-06-06"),
        ),
    ],
)
def test_what_others_are_to_do_to_somebody_is_proposed_to_nobody(
    sentence: str, told: tuple[set[str], str, str | None]
) -> None:
    assert commitments(read_note(sentence, BOARD)) == [told]


def test_a_note_that_is_fine_with_that_promises_one_thing() -> None:
    found = commitments(read_note("FT fine with that, will email it to her Mon.", BOARD))
    assert [(who, strength) for who, strength, *_ in found] == [({THORNE}, "committed")]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Dr Sallow anticipated issuing the plan in June.", "issuing the plan in June"),
        ("Cllr Ash suggested adding a lamp; FT did not think it was needed.", "adding a lamp"),
        ("Lamps – Dr Sallow to report at the next meeting.", "report at the next meeting"),
        ("Dr Sallow would raise this with the Minister.", "raise this with the Minister"),
        ("Cllr Ash would take it back to her party.", "take it back to her party"),
        ("Cllr Ash would put it to her party.", "put it to her party"),
    ],
)
def test_a_deed_begins_with_its_verb_and_ends_with_its_clause(sentence, action):
    (one,) = read_note(sentence, BOARD).commitments
    assert one.action == action


def test_an_offer_is_taken_at_once_or_in_words_that_say_so():
    said = "FT agreed to bring a paper. Cllr Ash and the Chair stressed the cost of oil. Dr Sallow concurred."
    assert commitments(read_note(said, BOARD)) == [({THORNE}, "committed", None)]


def test_each_of_two_who_spoke_is_bound():
    reading = read_note("Dr Sallow and Cllr Ash spoke. Each would send a note by 10 May.", BOARD)
    assert commitments(reading) == [({SALLOW, ASH}, "committed", "2019-05-10")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow would ask the Port Office to wait.",
        "The plan was still awaited. Dr Sallow would chase.",
        "Dr Sallow would approach the owners for a plan.",
    ],
)
def test_what_one_would_ask_of_others_elsewhere_is_promised(sentence):
    reading = read_note(sentence, BOARD)
    assert statements(reading)[-1] == ({SALLOW}, "undertook")
    assert commitments(reading) == [({SALLOW}, "committed", None)]


def test_what_is_wished_for_in_the_passive_is_asked_of_nobody_named():
    reading = read_note("Cllr Ash hoped that the Council would be properly funded for it.", BOARD)
    assert commitments(reading) == [(set(), "requested", None)]


def test_what_one_will_do_behind_a_doubt_is_promised_without_the_time_of_another():
    reading = read_note(
        "Dr Sallow thought that it would be hard to arrange, but the Council would test the lamps in June and he would "
        "make sure that the Board was told.",
        BOARD,
    )
    assert commitments(reading) == [({COUNCIL}, "committed", "2019-06-30"), ({SALLOW}, "committed", None)]


@pytest.mark.parametrize(
    "answer", ["Dr Sallow said that could be arranged.", "Dr Sallow replied that this could be managed."]
)
def test_what_can_be_arranged_is_granted(answer):
    reading = read_note(f"Cllr Ash requested early sight of the plan. {answer}", BOARD)
    assert commitments(reading)[-1] == ({SALLOW}, "committed", None)


def test_what_two_left_it_at_is_agreed_and_binds_the_one_who_is_to_act():
    reading = read_note("Dr Sallow and Cllr Ash left it that he would write by 10 May.", BOARD)
    assert statements(reading) == [({SALLOW, ASH}, "agreed")]
    assert commitments(reading) == [({SALLOW}, "committed", "2019-05-10")]


def test_whoever_is_invited_to_a_thing_is_asked():
    reading = read_note("Cllr Ash invited members to the launch of the Quay Office's report on 10 May.", BOARD)
    assert commitments(reading) == [({BOARD_}, "requested", "2019-05-10")]


def test_what_is_to_be_agreed_between_two_is_done_by_both():
    reading = read_note(
        "A timetable would be agreed between the Council and the Lodgers' Forum by the end of June.", BOARD
    )
    assert commitments(reading) == [({COUNCIL, "Lodgers' Forum"}, "planned", "2019-06-30")]
