"""Who speaks though the list does not name them; all invented."""

from __future__ import annotations

import pytest

from tests.notes import BOARD, read_note, read_text


def others(text, frame=BOARD):
    note = read_note(text, frame)
    listed = {
        "person/ingrid-moss",
        "person/peter-sallow",
        "person/wendy-ash",
        "person/noah-reed",
        "person/farida-thorne",
    }
    return {(one.agent, one.evidence.of(note.document.text)) for one in note.participants if one.agent not in listed}


def test_who_is_quoted_by_full_name_was_there():
    assert others("Hugh Larkin presented the accounts of the lamps.") == {("person/hugh-larkin", "Hugh Larkin")}


def test_who_is_quoted_time_and_again_by_a_surname_was_there():
    told = "Mr Larkin explained the accounts. Mr Larkin asked for new lamps. Mr Larkin thanked the Board."
    assert others(told) == {("person/mr-larkin", "Mr Larkin")}
    assert others("Mr Larkin explained the accounts.") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Secretary had heard from Hugh Larkin of new lamps.",
        "The Chair thanked Hugh Larkin for his letter.",
        "Dr Sallow will write to Hugh Larkin.",
    ],
)
def test_who_is_only_spoken_of_was_not(sentence):
    assert others(sentence) == set()


def test_a_name_may_be_that_of_a_post_on_the_list():
    note = read_text(
        "LAMP BOARD\n\nMinutes of the meeting held on 3 May 2019\n\nPresent:\nIngrid Moss (Chair)\nTom Reed, Lamp Trust\nClerk, Fal Council\n\n"
        "Lamps\n\nHugh Larkin said that the lamps were old.\n"
    )
    assert "person/hugh-larkin" not in {one.agent for one in note.participants}
