"""Whom somebody asks who came with colleagues, what is asked for to be able to act, and words that are spoken to nobody."""

from __future__ import annotations

import pytest

from tests.notes import commitments, names, read_text

NOTE = """FP / HT liaison - 4.5.21 (Teams)

Attendees: Ines Roy (IR), Tom Hurst (TH) - Fal Pilots; Anna Bellamy (AB), Stuart Penn (SP) - Harbour Trust; Kit Dare (KD) - Ferry Users

1. Lamps
{}
"""


def test_the_body_behind_a_dash_is_that_of_all_before_it_in_its_group() -> None:
    note = read_text(NOTE.format("AB said two lamps had failed."))
    bodies = [names(note, (one.representing,) if one.representing else ()) for one in note.participants]
    assert bodies == [{"Fal Pilots"}, {"Fal Pilots"}, {"Harbour Trust"}, {"Harbour Trust"}, {"Ferry Users"}]


def test_who_is_asked_is_no_colleague_of_whoever_asks() -> None:
    note = read_text(NOTE.format("SP said two lamps had failed.\nIR not content. Asked for a list by month."))
    assert commitments(note) == [({"Stuart Penn"}, "requested", None)]


def test_what_is_asked_for_and_taken_up_is_asked_of_one() -> None:
    note = read_text(NOTE.format("Ines requested a plan, which Stuart agreed to send."))
    assert [actors for actors, _, _ in commitments(note)] == [{"Stuart Penn"}]


@pytest.mark.parametrize("what", ["time to", "permission to", "two more weeks to"])
def test_whoever_asks_for_time_to_do_it_asks_nobody_to_do_it(what: str) -> None:
    assert commitments(read_text(NOTE.format(f"Anna Bellamy asked for {what} consult the owner."))) == []


@pytest.mark.parametrize("verb", ["said", "thought", "confirmed"])
def test_a_body_of_which_somebody_speaks_is_not_spoken_to(verb: str) -> None:
    note = read_text(NOTE.format(f"KD {verb} Fal Pilots needed a licence."))
    assert [one.addressees for one in note.statements] == [()]


def test_whose_assistant_somebody_is_comes_from_the_same_body() -> None:
    note = read_text(
        "Note of a call, 4 May 2021\n\nOn the call: Tom Hurst (Fal Pilots); Anna Bellamy, Secretary, Harbour Trust, with her clerk, Stuart Penn."
        "\n\nMs Bellamy said that two lamps had failed.\n"
    )
    assert [names(note, (one.representing or "",)) for one in note.participants][-1] == {"Harbour Trust"}


def test_an_apology_that_is_received_is_no_statement() -> None:
    note = read_text(
        "Minutes of the Fal Pilots Forum\n\nHeld on 4 May 2021\n\nInes Roy took the chair. Tom Hurst attended. An apology was received from Stuart Penn."
        "\n\n1. Pumps\n\nTom Hurst said that two lamps had failed.\n"
    )
    assert [(names(note, one.speakers), one.act) for one in note.statements] == [({"Tom Hurst"}, "informed")]
