"""A list of actions that tells again what the minutes tell is no second commitment."""

from __future__ import annotations

import pytest

from tests.notes import commitments, read_note

PROMISE = "Mr Wren undertook to send the Board a plan of the lamps by 30 June 2019."


def words(reading, one):
    return [span.of(reading.document.text) for span in (one.evidence, *one.repeated)]


@pytest.mark.parametrize(
    "row",
    [
        "TW: send plan of the lamps to the Board – 30 June 2019",
        "Send the Board a plan of the lamps | TW | 30 June 2019",
        "TW to send plan of lamps to Board by 30 June 2019",
    ],
)
def test_a_promise_that_the_list_repeats_is_one_with_two_places(row):
    reading = read_note(f"{PROMISE}\n\nActions\n\n{row}\n")
    (one,) = reading.commitments
    assert commitments(reading) == [({"Tobias Wren"}, "committed", "2019-06-30")]
    assert [PROMISE, row] == words(reading, one)


@pytest.mark.parametrize(
    "row",
    [
        "AQ: send plan of the lamps to the Board – 30 June 2019",
        "TW: send plan of the lamps to the Board – 15 July 2019",
        "TW: repaint the harbour wall – 30 June 2019",
    ],
)
def test_another_owner_term_or_task_is_a_second_one(row):
    assert len(read_note(f"{PROMISE}\n\nActions\n\n{row}\n").commitments) == 2


def test_the_list_says_who_is_to_do_what_all_agreed():
    said = "It was agreed that a plan of the lamps would be sent to the Board.\n\nActions\n\nTW – send plan of lamps to Board"
    reading = read_note(said)
    assert [names for names, _, _ in commitments(reading)] == [{"Tobias Wren"}]


def test_an_action_below_its_sentence_is_the_same():
    reading = read_note("Mr Wren will send the Board a plan of the lamps.\nACTION: TW\n\nMs Quayle was content.")
    assert len(reading.commitments) == 1


def test_every_place_is_evidence_in_the_graph():
    from kg.triples import tell

    reading = read_note(f"{PROMISE}\n\nActions\n\nTW: send plan of the lamps to the Board – 30 June 2019\n")
    evidence = [
        line for line in tell(reading) if "/commitment/1>" in line.split(" ")[0] and "evidence>" in line.split(" ")[1]
    ]
    assert len(evidence) == 2


def test_an_owner_whom_only_the_list_gives_is_not_lost():
    promise = "Mr Wren will send the Board a plan of the lamps."
    both = read_note(f"{promise}\n\nActions\n\nTW/AQ: send plan of lamps to Board\n")
    assert [names for names, _, _ in commitments(both)] == [{"Tobias Wren", "Amara Quayle"}]
