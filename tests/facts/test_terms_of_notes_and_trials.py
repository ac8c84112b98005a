"""When notes say that something falls due: times without a preposition, trials that last, and whole months."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import due_window
from tests.notes import TW, commitments, read_note, read_text

SAID_ON = date(2019, 5, 3)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Audit of the lamps planned Q1 2020.", "2020-03-31"),
        ("Report on the lamps expected mid June.", "2019-06-15"),
        ("Review being scoped, start likely March.", "2020-03-31"),
        ("A trial for three months from 1 July.", "2019-09-30"),
        ("A pilot lasting six weeks, starting on 10 June.", "2019-07-21"),
        ("To begin during the month of June.", "2019-06-30"),
    ],
)
def test_a_note_names_its_term_without_a_preposition_and_a_trial_ends_when_it_has_lasted(words: str, end: str) -> None:
    assert [window.end.isoformat() for window in due_window(words, SAID_ON) if window.end] == [end]


@pytest.mark.parametrize("words", ["A likely June visitor was named.", "The planned May outing was fun."])
def test_a_time_that_says_which_thing_is_no_term_of_a_note(words: str) -> None:
    assert due_window(words, SAID_ON) == []


def test_the_coming_year_names_no_day() -> None:
    (promise,) = commitments(read_note("TW will paint the lamps in the coming year."))
    assert promise == ({TW}, "committed", None)


def test_what_is_to_be_had_ready_within_a_time_is_due_then() -> None:
    (promise,) = commitments(read_note("TW committed himself to having both lamps ready within two months."))
    assert promise == ({TW}, "committed", "2019-07-03")


@pytest.mark.parametrize(
    "line",
    [
        "Meeting 14 – Thursday 6 February 2020 – Quayford",
        "Session 3 – 6 February 2020",
        "Meeting 14 - Thurs 6 Feb 2020, 10am",
    ],
)
def test_the_number_of_a_meeting_before_its_day_begins_no_range(line: str) -> None:
    met = read_text(
        f"HARBOUR LIGHTS BOARD\n{line}\n\nPresent: Ingrid Moss (Chair)\n\n1. Lamps\nThe Chair spoke."
    ).meeting_date
    assert met is not None
    assert met.day == date(2020, 2, 6)
