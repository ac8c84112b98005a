"""Terms as minutes write them in a hurry, counted from Wednesday 10 June 2015."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import deadline, due_window

SAID_ON = date(2015, 6, 10)


def read(sentence):
    return [window.end.isoformat() if window.end else None for window in due_window(sentence, SAID_ON)]


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("The bursar to send the fire log within the week.", "2015-06-17"),
        ("The ward will be repainted within the month.", "2015-07-10"),
        ("Governors to see the draft by the week's end.", "2015-06-12"),
        ("All wells are to be tested by the year’s end.", "2015-12-31"),
        ("The lease is to be signed by the turn of the year.", "2015-12-31"),
        ("Rota to go out by Fri.", "2015-06-12"),
        ("Keys back to the warden by Thurs at the latest.", "2015-06-11"),
        ("Keys back to the warden by Weds.", "2015-06-17"),
        ("Mooring plan to the harbour office by COP Fri.", "2015-06-12"),
        ("The rota will be ready by Fri 26th.", "2015-06-26"),
        ("The rota will be ready by the 3rd of next month.", "2015-07-03"),
        ("The bid must be in by 26th.", "2015-06-26"),
        ("The governor will answer a week on Monday.", "2015-06-22"),
        ("The governor will answer on Monday week.", "2015-06-22"),
        ("The governor will answer today week.", "2015-06-17"),
        ("The nets will be lifted the week after next.", "2015-06-28"),
        ("The nets will be lifted by this time next month.", "2015-07-10"),
        ("The culvert will be cleared in the week of 29 June.", "2015-07-05"),
        ("The culvert will be cleared in the first week of August.", "2015-08-07"),
        ("The culvert will be cleared in the last week of August.", "2015-08-31"),
        ("Every pupil is to have a card by the last day of September.", "2015-09-30"),
        ("Every pupil is to have a card by the first working day of August.", "2015-08-03"),
        ("The panel will sit on the second Tuesday in July.", "2015-07-14"),
        ("The panel will sit on the last Friday of July.", "2015-07-31"),
        ("Figures to the clerk by 30/6.", "2015-06-30"),
        ("Figures to the clerk by 30-6-15.", "2015-06-30"),
        ("Figures to the clerk by end of Aug.", "2015-08-31"),
        ("Figures to the clerk by Sept.", "2015-09-30"),
        ("Figures to the clerk by EOM.", "2015-06-30"),
        ("Figures to the clerk by July/August.", "2015-08-31"),
        ("Figures to the clerk, end of month.", "2015-06-30"),
        ("The Trust and the school to hold an open day, Sat 4 July.", "2015-07-04"),
        ("Figures to the clerk – 3 July.", "2015-07-03"),
        ("Figures to the clerk (3 July).", "2015-07-03"),
        ("Figures to the clerk, 3 July at the latest.", "2015-07-03"),
        ("Figures to the clerk in 3 wks.", "2015-07-01"),
        ("The survey will start six weeks from today.", "2015-07-22"),
        ("Paper to go to Thursday's board.", "2015-06-11"),
        ("The hostel will close by Xmas.", "2015-12-25"),
        ("The hostel will close by New Year.", "2016-01-01"),
        ("Minutes out by close of play.", "2015-06-10"),
        ("The sluices will be done within the calendar year.", "2015-12-31"),
        ("The sluices will be done during the financial year.", "2016-03-31"),
        ("The sluices will be done in the last quarter of the year.", "2015-12-31"),
        ("The sluices will be done in the last quarter of the financial year.", "2016-03-31"),
        ("The sluices will be done in the first three months of 2016.", "2016-03-31"),
        ("The sluices will be done in quarter 3.", "2015-09-30"),
        ("The draft will come by the end of the following week.", "2015-06-19"),
        ("Minutes out by midweek.", "2015-06-17"),
        ("Accounts are wanted by the end of the FY.", "2016-03-31"),
    ],
)
def test_a_term_in_the_words_of_minutes(sentence, end):
    assert read(sentence) == [end]


@pytest.mark.parametrize(
    "sentence",
    [
        "Costs will be cut by 1/3.",
        "Up to 3/4 of the berths will go.",
        "Cells on 13th floor will be painted.",
        "They will read it in the Sun.",
        "The clerk will visit every Friday.",
        "The clerk will visit each Tuesday.",
        "Action 22/3 will be closed.",
        "The duty governor sat in Mon Repos.",
        "The rate will rise to 14.5 from 14.3.",
        "The draft of 3 July was poor.",
        "They will meet twice a year from now on.",
        "They met the bursar the following week.",
    ],
)
def test_what_only_looks_like_a_term(sentence):
    assert read(sentence) == []


def test_a_monday_that_is_over_is_no_term():
    (window,) = due_window("They met on Monday last.", SAID_ON)
    assert window.past


@pytest.mark.parametrize(
    "sentence", ["It will be done by the summer holidays.", "It will be done before the Easter break."]
)
def test_a_recess_is_kept_as_a_phrase_without_a_day(sentence):
    assert read(sentence) == [None]


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("30/6", "2015-06-30"),
        ("1/4", "2016-04-01"),
        ("14.07", "2015-07-14"),
        ("Sat 4/7", "2015-07-04"),
        ("w/c 22 June", "2015-06-28"),
        ("w/e 26 June", "2015-06-26"),
        ("end Aug", "2015-08-31"),
        ("09/2015", "2015-09-30"),
        ("Fri", "2015-06-12"),
        ("EOW", "2015-06-12"),
        ("7/8 July", "2015-07-08"),
    ],
)
def test_a_cell_with_a_term_written_short(cell, end):
    assert deadline(cell, SAID_ON).end.isoformat() == end


def test_a_cell_with_a_custom_names_no_day():
    assert deadline("each Friday", SAID_ON) is None
