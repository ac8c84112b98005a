"""Answers of a word or two, pledges that nobody is said to give, and what no decision lets happen."""

from __future__ import annotations

import pytest

from tests.notes import commitments, read_note, statements

AQ, TW = "Amara Quayle", "Tobias Wren"


@pytest.mark.parametrize(
    "answer",
    [
        "Not possible, TW replied: the press has them first.",
        "Impossible, Mr Wren answered.",
        "Out of the question, said Mr Wren.",
        "That, TW said, could not be done.",
        "TW – no, not yet.",
        "Not before the autumn, TW replied.",
        "TW ruled that it could not be entertained in the present state of the accounts.",
    ],
)
def test_an_answer_that_stands_alone_refuses_what_was_asked_for(answer: str) -> None:
    found = commitments(read_note(f"AQ requested an early copy. {answer}"))
    assert ({TW}, "unlikely", None) in found


def test_an_answer_that_stands_alone_grants_what_was_asked_for() -> None:
    assert ({TW}, "committed", None) in commitments(read_note("AQ requested a copy. By all means, TW said."))
    assert ({TW}, "committed", None) in commitments(read_note("AQ requested a copy. That was conceded by TW."))


def test_what_answers_a_question_in_between_refuses_nothing() -> None:
    note = read_note("TW promised the charts. AQ asked whether the lamp would go out meanwhile. TW said it would not.")
    assert [found for found in commitments(note) if found[1] == "unlikely"] == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("An undertaking was given that her solicitor would clear it by 14 June.", AQ),
        ("A promise was made that his keepers would clear it by 14 June.", TW),
    ],
)
def test_a_pledge_that_nobody_gives_is_that_of_whoever_has_the_people(sentence: str, speaker: str) -> None:
    note = read_note(f"Ms Quayle spoke of her lodgers. Mr Wren spoke of his lamps. {sentence}")
    assert ({speaker}, "undertook") in statements(note)
    assert [found[1:] for found in commitments(note)] == [("committed", "2019-06-14")]


def test_a_pledge_that_is_not_given_binds_nobody() -> None:
    assert commitments(read_note("No commitment was given by the Registrar on the date.")) == []


@pytest.mark.parametrize("verb", ["granted", "owned", "allowed", "conceded"])
def test_what_is_owned_to_beside_a_clause_is_acknowledged(verb: str) -> None:
    assert ({TW}, "acknowledged") in statements(read_note(f"The lamp, Mr Wren {verb}, was dim."))


def test_what_is_agreed_between_two_is_said_by_both() -> None:
    assert ({AQ, TW}, "agreed") in statements(read_note("Agreed between AQ and TW that the lamp was dim."))


def test_how_often_a_thing_may_be_is_no_term() -> None:
    note = read_note("AQ asked that no lodger be moved more than once in a year.")
    assert [found[2] for found in commitments(note)] == [None]


def test_a_suggestion_that_nobody_makes_is_put_to_somebody() -> None:
    found = commitments(read_note("A suggestion that keepers be paid met with some support."))
    assert [item[1] for item in found] == ["proposed"]


def test_people_of_somebody_are_told_once() -> None:
    note = read_note("Mr Wren spoke of the lamps. His keepers are to visit in July.")
    assert [found[1:] for found in commitments(note)] == [("planned", "2019-07-31")]
