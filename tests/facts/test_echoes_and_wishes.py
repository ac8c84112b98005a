"""Sentences that do again what the last did, wishes that ask nothing, remarks at the end, and minutes of questions and answers."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, read_note, statements

ALL = {AQ, TW, "Dame Ruth Pell"}
ASH, REED = "Cllr Wendy Ash", "Superintendent Noah Reed"
NOBODY: set[str] = set()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("AQ regretted the noise. So did he.", [({AQ}, "concerned"), ({TW}, "concerned")]),
        ("AQ welcomed the plan. So did TW.", [({AQ}, "welcomed"), ({TW}, "welcomed")]),
        ("TW could not say. Nor could AQ.", [({TW}, "informed"), ({AQ}, "informed")]),
        ("OK with TW.", [({TW}, "agreed")]),
        ("AQ liked the new rota.", [({AQ}, "welcomed")]),
        ("AQ would like a new rota.", [({AQ}, "requested")]),
        ("TW wanted to think about the rota.", [({TW}, "opined")]),
        ("TW wanted to see the rota.", [({TW}, "requested")]),
        ("AQ wished him a quiet winter.", [({AQ}, "welcomed")]),
        ("AQ would have rung the bell.", [({AQ}, "opined")]),
        ("AQ wished to put on record that the bell was cracked.", [({AQ}, "informed")]),
        ("AQ understood that.", [({AQ}, "acknowledged")]),
        ("TW confirmed no decision yet on the bell.", [({TW}, "informed")]),
        ("AQ had no questions.", [({AQ}, "informed")]),
        ("TW held the bell to be past mending.", [({TW}, "opined")]),
        ("TW ventured to disagree.", [({TW}, "disagreed")]),
        ("TW said he'd look at the bell.", [({TW}, "undertook")]),
        ("The Board's decision was regretted by AQ.", [({AQ}, "concerned")]),
        ("TW thanked for his patience.", [(NOBODY, "thanked")]),
        ("AQ said that the bell was sold, which TW regretted.", [({AQ}, "informed"), ({TW}, "concerned")]),
        ("AQ said that a bell, which TW liked, was sold.", [({AQ}, "informed")]),
        ("AQ found the log hard to read, a point with which TW agreed.", [({AQ}, "opined"), ({TW}, "agreed")]),
        ("It was moved by AQ, seconded by TW, that the bell be rung.", [({AQ}, "suggested"), ({TW}, "agreed")]),
        ("TW offered to mend the bell, and was thanked.", [({TW}, "undertook"), (NOBODY, "thanked")]),
        ("AQ spoke of the bell, with TW adding that it was old.", [({AQ}, "informed"), ({TW}, "informed")]),
        ("The meeting ended at noon with TW thanking all for coming.", [({TW}, "thanked")]),
        ("The bell was rung, TW abstaining.", []),
        ("After some thought AQ agreed, TW dissenting, to sell the bell.", [({AQ}, "agreed")]),
    ],
)
def test_an_echo_a_wish_or_a_remark_tells_who_did_what(sentence: str, told: list[tuple[set[str], str]]) -> None:
    assert statements(read_note(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The recommendation was not accepted.", [({"The Board"}, "disagreed")]),
        ("NR's report was noted.", [({"The Board"}, "acknowledged")]),
        ("Only Cllr Ash dissented.", [({ASH}, "disagreed")]),
        ("Cllr Ash alone dissented.", [({ASH}, "disagreed")]),
        ("Cllr Ash took the chair.", []),
    ],
)
def test_what_a_board_does_with_what_is_before_it(sentence: str, told: list[tuple[set[str], str]]) -> None:
    assert statements(read_note(sentence, BOARD)) == told


def test_marks_of_questions_and_answers_name_who_speaks() -> None:
    reading = read_note("Q3 (Cllr Ash): How many lamps are lit?\n\nA (NR): Nine of them.", BOARD)
    assert statements(reading) == [({ASH}, "asked"), ({REED}, "informed")]


def test_an_answer_without_a_name_is_of_nobody_in_particular() -> None:
    reading = read_note("Q: How many lamps are lit?\n\nA: Nine of them.", BOARD)
    assert statements(reading) == [(NOBODY, "asked"), (NOBODY, "informed")]


def test_a_pronoun_is_not_a_note_taker_who_said_nothing_because_all_discussed_something() -> None:
    reading = read_note("AQ said that the bell was old. There was some talk of the fog. She invited TW to the tower.")
    assert statements(reading) == [({AQ}, "informed"), (ALL, "discussed"), ({AQ}, "requested")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("AQ spoke in support of the plan, as did TW.", [({AQ}, "welcomed"), ({TW}, "welcomed")]),
        ("It emerged that the bell was cracked.", [(NOBODY, "informed")]),
        ("The bell, it transpired, was cracked.", [(NOBODY, "informed")]),
        ("New rota promised by TW for the end of May.", [({TW}, "undertook")]),
        ("TW: not content.", [({TW}, "disagreed")]),
        ("TW replied that he would be honoured to do so.", [({TW}, "undertook")]),
        ("TW replied that he would be glad to have it.", [({TW}, "informed")]),
        ("The application was refused by the Home Office.", []),
        ("The application was refused.", [(ALL, "decided")]),
    ],
)
def test_what_comes_to_light_or_is_done_as_another_did(sentence: str, told: list[tuple[set[str], str]]) -> None:
    assert statements(read_note(sentence)) == told
