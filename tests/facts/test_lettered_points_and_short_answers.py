"""Lettered points within one sentence, answers of few words, and what nobody is bound by."""

from __future__ import annotations

import pytest

from tests.notes import commitments, read_note

BOARD = """ORMLEY HARBOUR CONSERVANCY

Minutes of the Board held on Tuesday 14 January 2020

Present: Dr Ruth Penhale (Chair), Hamish Orr, Councillor Jean Duthie
In attendance: Fiona Lyle (Chief Executive), Colin Bain (Clerk), Sian Pugh (Marine Safety Inspectorate)

1. Dredging

{}
"""
TWO = """Meeting with the Registrar of Lighthouses – 3 May 2019

Amara Quayle (AQ), Commissioner for Lodgers, met Tobias Wren (TW), Registrar of Lighthouses.

Matters Discussed:

Lamps

{}
"""
PENHALE, BAIN, LYLE = "Dr Ruth Penhale", "Colin Bain", "Fiona Lyle"
QUAYLE, WREN = "Amara Quayle", "Tobias Wren"


@pytest.mark.parametrize(
    ("sentence", "actor", "due"),
    [
        ("RESOLVED, by four votes to two: (a) that the tender be noted; and (b) that the Clerk report to the Board not later than 31 March 2020.", BAIN, "2020-03-31"),
        ("AGREED: That (i) the paper be received; and (ii) the Chief Executive write to the pilots by 28 February.", LYLE, "2020-02-28"),
        ("RESOLVED that (1) the accounts be adopted; and (2) Mr Bain arrange a visit to the lock in May 2020.", BAIN, "2020-05-31"),
    ],
)  # fmt: skip
def test_each_lettered_point_of_a_decision_says_who_is_to_act(sentence: str, actor: str, due: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == [({actor}, "committed", due)]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("AQ asked that the logs be copied to her. TW said that they would be.", ({WREN}, "committed")),
        (
            "AQ asked whether he would open the exhibition. He was delighted to accept, and 6 June was fixed.",
            ({WREN}, "committed"),
        ),
        ("AQ asked TW to lend her a boat. He declined, on the ground that none was seaworthy.", ({WREN}, "unlikely")),
        ("AQ asked TW to lend her a boat. He thought it unlikely, because both were laid up.", ({WREN}, "unlikely")),
        (
            "AQ told TW that she expected a full answer before the end of June. TW apologised and agreed.",
            ({WREN}, "committed"),
        ),
        ("AQ requested three days’ notice of the dates. That was accepted.", ({WREN}, "committed")),
    ],
)
def test_an_answer_of_few_words_takes_up_what_was_asked(sentences: str, found: tuple[set[str], str]) -> None:
    actors, strength, _ = commitments(read_note(sentences, TWO))[-1]
    assert (actors, strength) == found


def test_what_is_expected_of_the_hearer_by_a_day_is_asked_for() -> None:
    note = read_note("AQ told TW that she expected a full answer before the end of June.", TWO)
    assert commitments(note) == [({WREN}, "requested", "2019-06-30")]


@pytest.mark.parametrize(
    "sentence",
    [
        "TW saw the case for it but made no promise; his programme was settled.",
        "AQ wished to know if the lamps would burn all winter.",
        "AQ asked if the logs could be read from the shore.",
        "AQ wondered whether a sale was on the cards.",
        "AQ was anxious that the survey would clash with the regatta.",
        "AQ was anxious that fees should not rise again.",
        "TW explained that he had no power to move the buoys.",
        "AQ believed that the Registrar could break even if he sold the launch.",
    ],
)
def test_a_question_a_worry_and_a_want_of_power_bind_nobody(sentence: str) -> None:
    assert commitments(read_note(sentence, TWO)) == []


def test_a_thing_that_others_are_to_bring_has_its_day_and_nobody_who_is_named() -> None:
    assert commitments(read_note("AQ expects the first draft in July.", TWO)) == [(set(), "planned", "2019-07-31")]


def test_three_bodies_of_which_one_has_its_short_name_in_brackets_act_together() -> None:
    note = read_note(
        "Ms Lyle explained that the Marine Safety Inspectorate, the Tidal Waters Agency (TWA) and the Pilotage Commission (PC) would carry out a joint exercise by 28 August.",
        BOARD,
    )
    actors, strength, due = commitments(note)[0]
    assert actors == {"Marine Safety Inspectorate", "Tidal Waters Agency", "Pilotage Commission"}
    assert (strength, due) == ("committed", "2020-08-28")
