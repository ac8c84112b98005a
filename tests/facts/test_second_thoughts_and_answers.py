"""Answers of things, assurances of what has been, worries, what is warned against, and agents that belong to another verb."""

from __future__ import annotations

import pytest

from tests.notes import ASH, BOARD, MOSS, SALLOW, THORNE, commitments, read_note, statements

COUNCIL, BOARD_ = "Northmoor Council", "The Board"


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow gave an assurance that the cameras had been switched off.",
        "The Council will have until 6 June to reply.",
        "The report would be out in May and the Council would then have ten days in which to respond.",
        "Cllr Ash warned against a long exercise.",
        "FT asked for the list. No date was fixed.",
        "FT asked about the two towers. It was confirmed that both would close by 6 June.",
        "Cllr Ash was anxious that nothing of value should be lost.",
    ],
)
def test_what_looks_like_a_deed_of_somebody_and_is_none(sentence: str) -> None:
    reading = read_note(sentence, BOARD)
    assert [one for one in commitments(reading) if one[1] != "requested" and one[0]] == []


def test_things_that_would_help_promise_nothing_and_she_is_who_speaks() -> None:
    reading = read_note(
        "FT asked whether monthly returns would be of help. Cllr Ash said that they would, and that she would send him a form.",
        BOARD,
    )
    assert commitments(reading) == [({ASH}, "committed", None)]


def test_what_is_agreed_behind_a_proposal_is_nobodys_but_the_meetings() -> None:
    reading = read_note(
        "The Council was named. The Chair proposed, and it was agreed, that the matter be closed.", BOARD
    )
    assert statements(reading) == [({MOSS}, "suggested"), ({BOARD_}, "agreed")]
    assert [item.action for item in reading.commitments] == ["the matter be closed"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Cllr Ash was anxious that nothing of value should be lost.", ({ASH}, "concerned")),
        ("Cllr Ash was anxious that the visit would clash with the fair.", ({ASH}, "concerned")),
        ("Cllr Ash was anxious that the visit should take place in May.", ({ASH}, "requested")),
        ("Cllr Ash considered the audit long overdue.", ({ASH}, "opined")),
        ("The minutes were confirmed as a true record and signed by the Chair.", ({BOARD_}, "agreed")),
        ("The Chair undertook instead to write by June.", ({MOSS}, "undertook")),
        ("Cllr Ash went on to ask whether the lamps were lit.", ({ASH}, "asked")),
        ("The Chair made a written request for the papers.", ({MOSS}, "requested")),
        ("Dr Sallow gave a written undertaking to reply by June.", ({SALLOW}, "undertook")),
    ],
)
def test_what_is_done_in_words(sentence: str, told: tuple[set[str], str]) -> None:
    assert statements(read_note(sentence, BOARD)) == [told]


def test_what_others_had_told_somebody_before_is_no_report() -> None:
    assert statements(read_note("Lodgers had told the Chair that they were not heard.", BOARD)) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Cllr Ash requested a written explanation from Dr Sallow within two weeks.",
            ({SALLOW}, "requested", "2019-05-17"),
        ),
        ("It was agreed that there would be no further meetings.", ({BOARD_}, "unlikely", None)),
    ],
)
def test_written_answers_and_what_there_is_not_to_be(sentence: str, told: tuple[set[str], str, str | None]) -> None:
    assert commitments(read_note(sentence, BOARD)) == [told]


def test_whom_somebody_tells_of_an_inspection_is_not_inspected() -> None:
    reading = read_note("Cllr Ash told the Council that the Care Quality Commission had inspected the wards.", BOARD)
    assert reading.relations == ()


def test_running_text_below_a_heading_on_actions_is_no_action() -> None:
    text = "2. Action log\n\n2.1 The Secretary took members through the log. Two had been closed since March. FT asked why."
    assert commitments(read_note(text, BOARD)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr Sallow accepted that the Council should have been told and agreed to provide a note.",
        "Dr Sallow said that the Council would wait and undertook to provide a note.",
    ],
)
def test_a_promise_behind_what_is_told_of_others_is_the_speakers(sentence: str) -> None:
    assert commitments(read_note(sentence, BOARD)) == [({SALLOW}, "committed", None)]


def test_what_somebody_is_to_do_by_a_suggestion_is_nothing_said() -> None:
    reading = read_note("The Chair suggested that Dr Sallow and FT compare their records.", BOARD)
    assert statements(reading) == [({MOSS}, "suggested")]
    assert commitments(reading) == [({SALLOW, THORNE}, "proposed", None)]


def test_the_time_of_what_was_put_off_is_the_later_one() -> None:
    reading = read_note("The joint audit planned for February had been put back to June.", BOARD)
    assert [one[2] for one in commitments(reading)] == ["2019-06-30"]
