"""What looks like a promise or a request and is none."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, SALLOW, commitments, read_note, statements


@pytest.mark.parametrize(
    "sentence",
    [
        "Cllr Ash wanted to know whether the Council still meant to inspect the eastern towers.",
        "FT replied that she would do so only in respect of the smaller lamps.",
        "Dr Sallow said that he would sooner wait until the autumn.",
        "The Board was content that she should stay in the chair.",
        "Dr Sallow was unwilling to prejudge the outcome.",
        "Dr Sallow gave notice of three surveys.",
        "FT explained that questions from keepers would be heard at the end.",
        "FT expects to be told that the lamp is beyond repair.",
        "The Chair begged the Board's pardon for the long agenda.",
        "Dr Sallow welcomed it, while Cllr Ash feared that the harbour would be less well lit than before.",
        "Dr Sallow said that the Council could put only two of these right.",
        "Dr Sallow said that keepers would rather be judged by the Board than by the press.",
        "Cllr Ash appreciated this, though it would have come better in May.",
        "It fell to FT to concede that no lamp had been lit for a month.",
        "FT saw no reason to object.",
        "None to be had, according to FT.",
        "Northmoor Council told keepers in 2018 not to light the lamp.",
        "FT offered the Board's condolences to the family of a former member.",
        "It was noted that no Bill was expected before the autumn.",
        "FT explained how the next round of inspections would run.",
        "They had been invited and had said no, which FT regretted.",
        "The Board has had the task of overseeing the lamps since 2012.",
        "FT said that a survey before then would be wasted.",
        "FT set out what the lamp would and would not light.",
        "FT said that she expected the auditors' opinion to be unqualified.",
        "Dr Sallow said that a new lens would help with this.",
        "FT had met Will Perrin and Will Gant of the Lamp Trust.",
        "FT saw a greater risk that lamps of the old kind would not be lit.",
    ],
)
def test_limits_preferences_and_questions_bind_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == []


def test_who_called_upon_whom_is_neither_said_nor_promised() -> None:
    reading = read_note("On a wet evening the Chair called upon Dr Sallow at his office by the pier.", BOARD)
    assert (statements(reading), commitments(reading)) == ([], [])


def test_there_being_no_intention_is_no_plan():
    said = "Dr Sallow confirmed that there was no intention of closing the lamp house."
    assert [strength for _, strength, _ in commitments(read_note(said, BOARD))] == ["unlikely"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow spoke of the code. Each harbour would be required to publish a plan of its lamps.",
        "It had been announced in March that the Quay Office would be closed.",
        "The Chair was clear that they should.",
        "The Quay Office had yet to respond on the lamps.",
    ],
)
def test_what_others_must_do_or_made_known_before_binds_nobody_who_met(sentence):
    assert commitments(read_note(sentence, BOARD)) == []


def test_a_deed_that_depends_on_what_comes_is_no_promise():
    reading = read_note("Dr Sallow was not minded to close the quay but would if it had to be done.", BOARD)
    assert [strength for _, strength, _ in commitments(reading)] == ["unlikely"]


def test_whoever_only_thinks_that_it_can_be_managed_grants_nothing():
    reading = read_note(
        "Cllr Ash requested early sight of the plan. Dr Sallow thought that it could be managed.", BOARD
    )
    assert commitments(reading) == [({SALLOW}, "requested", None)]


def test_what_an_act_would_bring_binds_nobody():
    assert (
        commitments(read_note("Dr Sallow ran through the changes that the Ports and Harbours Act would bring.", BOARD))
        == []
    )


def test_a_preference_for_one_thing_over_another_asks_for_nothing():
    assert commitments(read_note("Dr Sallow would prefer a visit to a letter.", BOARD)) == []


def test_whoever_is_to_be_kept_informed_is_not_to_act():
    reading = read_note("Dr Sallow wondered if members might be kept informed.", BOARD)
    assert commitments(reading) == [(set(), "requested", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow thought that nobody should be turned away.",
        "Dr Sallow ought to write to FT by 10 May.",
        "Dr Sallow would prefer it to be nearer the town.",
        "No date was set.",
        "Notes were taken by Dr Sallow's private secretary.",
    ],
)
def test_nobody_a_thing_and_what_was_left_open_bind_nobody(sentence):
    assert commitments(read_note(sentence, BOARD)) == []


def test_whoever_takes_an_offer_or_seconds_a_motion_promises_nothing():
    offered = read_note("Dr Sallow offered the survey as evidence, which Cllr Ash was happy to accept.", BOARD)
    assert statements(offered) == [({SALLOW}, "undertook"), ({ASH}, "agreed")]
    assert [who for who, _, _ in commitments(offered)] == [{SALLOW}]
    moved = read_note("Dr Sallow proposed a levy. Cllr Ash seconded this.", BOARD)
    assert [strength for _, strength, _ in commitments(moved)] == ["proposed"]


def test_what_one_wants_to_do_oneself_is_asked_of_nobody():
    reading = read_note("Dr Sallow wanted to take soundings first and would give an answer by 10 May.", BOARD)
    assert statements(reading) == [({SALLOW}, "opined"), ({SALLOW}, "undertook")]
    assert commitments(reading) == [({SALLOW}, "committed", "2019-05-10")]


def test_a_month_to_which_something_is_put_off_binds_nobody():
    reading = read_note("The decision was put off to July.", BOARD)
    assert commitments(reading) == [(set(), "planned", "2019-07-31")]
