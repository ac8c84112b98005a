"""Answers within one sentence, clauses before the main one, notes without subjects, and resolutions in the subjunctive."""

from __future__ import annotations

import pytest

from tests.notes import AQ, BOARD, TW, names, read_note, statements

ALL = {AQ, TW, "Dame Ruth Pell"}
NOBODY: set[str] = set()
THE_BOARD = {"The Board"}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("AQ asked for the plan, to which the answer was June.", [({AQ}, "requested"), (NOBODY, "informed")]),
        ("AQ asked to see the log, and this was promised within a week.", [({AQ}, "requested"), (NOBODY, "undertook")]),
        ("AQ asked to see the log, which was granted.", [({AQ}, "requested"), (NOBODY, "agreed")]),
        ("AQ asked where the bell was, and was told that it had sunk.", [({AQ}, "asked"), (NOBODY, "informed")]),
        ("AQ offered TW a set of charts, an offer which he accepted.", [({AQ}, "undertook"), ({TW}, "agreed")]),
        ("AQ proposed a tour, and this met with general approval.", [({AQ}, "suggested"), (ALL, "welcomed")]),
        ("TW's suggestion that keepers be invited found favour.", [({TW}, "suggested"), (ALL, "welcomed")]),
        ("An offer by AQ to lend her charts was declined.", [({AQ}, "undertook"), (NOBODY, "disagreed")]),
        ("The notion found favour on every side.", [(ALL, "welcomed")]),
        (
            "TW was asked by AQ whether the keepers knew, and confirmed that they did.",
            [({AQ}, "asked"), ({TW}, "informed")],
        ),
        ("TW was desired to find a date, and consented to do so.", [(NOBODY, "requested"), ({TW}, "undertook")]),
        (
            "AQ having stated that the bell was cracked, TW undertook to look.",
            [({TW}, "undertook"), ({AQ}, "informed")],
        ),
        (
            "Concern having been expressed by AQ about the bell, TW undertook to look.",
            [({TW}, "undertook"), ({AQ}, "concerned")],
        ),
        ("Since they last met TW had climbed nine towers.", [({TW}, "informed")]),
        ("TW was for ringing the bell at once.", [({TW}, "suggested")]),
        ("TW opened the business with an account of the storms.", [({TW}, "informed")]),
        ("AQ closed the meeting with a vote of thanks to the keepers.", [({AQ}, "thanked")]),
        ("According to his own figures TW had rung it 900 times.", [({TW}, "informed")]),
        ("The conversation turned to the foghorn.", [(ALL, "discussed")]),
        ("Reference was made to the storm of 1987.", [(NOBODY, "informed")]),
        ("No commitment was given by TW on the bell.", [({TW}, "informed")]),
        ("TW said that he would see to it.", [({TW}, "undertook")]),
        ("AQ did not share it.", [({AQ}, "disagreed")]),
        ("AQ associated herself with that concern.", [({AQ}, "agreed")]),
        ("AQ and TW both in favour.", [({AQ, TW}, "agreed")]),
        ("AQ v. concerned.", [({AQ}, "concerned")]),
        ("Relief all round.", [(ALL, "welcomed")]),
        ("Seven approved, two refused and one held over.", [(ALL, "decided")]),
        ("Mins 12 Dec approved.", [(ALL, "decided")]),
        ("Agreed not to ring it this year.", [(ALL, "agreed")]),
        ("TW asked about the bell. Wanted it rung weekly, not monthly.", [({TW}, "asked"), ({TW}, "requested")]),
        ("TW spoke about the fog. Said worst over.", [({TW}, "informed"), ({TW}, "informed")]),
        ("TW spoke about the crew. Offered two days a week until June.", [({TW}, "informed"), ({TW}, "undertook")]),
        ("AQ asked TW when the bell would ring. The answer was June.", [({AQ}, "asked"), ({TW}, "informed")]),
    ],
)
def test_an_answer_or_a_note_of_few_words_tells_who_did_what(sentence: str, told: list[tuple[set[str], str]]) -> None:
    assert statements(read_note(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Resolved – (ii) That the Council be asked to provide figures by June.", [(THE_BOARD, "decided")]),
        ("RESOLVED, by three votes to one: that the lamps be moved.", [(THE_BOARD, "decided")]),
        ("RESOLVED (unanimously) that the lamps be moved.", [(THE_BOARD, "decided")]),
        ("Group worried about the lamps.", [(THE_BOARD, "concerned")]),
        ("Agreed, NR and FT to prepare a draft by June.", [(THE_BOARD, "agreed")]),
        ("NR – check the bells. Done 19 Dec.", []),
        ("Chair …………………………", []),
        ("Apologies were received as recorded above.", []),
    ],
)
def test_a_board_decides_what_is_put_in_the_subjunctive(sentence: str, told: list[tuple[set[str], str]]) -> None:
    assert statements(read_note(sentence, BOARD)) == told


def test_what_is_told_to_somebody_in_passing_has_that_one_for_its_hearer() -> None:
    reading = read_note("AQ asked where the bell was, and was told that it had sunk.")
    assert names(reading, reading.statements[1].addressees) == {AQ}
