"""The day of the meeting: where it is taken from, and which dates are another day's."""

from __future__ import annotations

from datetime import date

import pytest

from kg.readers import read
from kg.structure import outline
from tests.notes import PUMPS


@pytest.mark.parametrize(
    ("text", "name", "day", "reason"),
    [
        ("Meeting with X\n\nMeeting Date: 14 March 2017", "note.txt", "2017-03-14", "labelled 'meeting date'"),
        ("Rail Panel\n\nDate of meeting: Tuesday 6 April 2021", "note.txt", "2021-04-06", "labelled 'date of meeting'"),
        ("Rail Panel\n\nDate:\n\n6th April 2021", "note.txt", "2021-04-06", "labelled 'date'"),
        ("Meeting with Chief Ranger\n\nHeld on: 9th Feb. 2016", "note.txt", "2016-02-09", "labelled 'held on'"),
        ("Rail Panel\nDate & time: 06/04/2021, 10.00 – 11.30", "note.txt", "2021-04-06", "labelled 'date & time'"),
        ("Meeting with the Minister – 6 February 2018", "note.txt", "2018-02-06", "in the title"),
        ("Note of meeting between VC and CTS on 4th Sept ’18", "note.txt", "2018-09-04", "in the title"),
        ("MEETING NOTE – Rivers Agency & Anglers – 4.6.19", "note.txt", "2019-06-04", "in the title"),
        ("Minutes of the 6th Meeting: 19th July 2012", "note.txt", "2012-07-19", "in the title"),
        (
            "TIDE BOARD\n\n11th June 2014\n15:00 – 16:45",
            "note.txt",
            "2014-06-11",
            "a line of its own in the front matter",
        ),
        ("Tide Board\n\nThe two met on 4 June 2019 in London.", "note.txt", "2019-06-04", "the opening sentence"),
        ("Catch-up with the Registrar", "2018-01-16-registrar.txt", "2018-01-16", "the file name"),
        ("Catch-up with the Registrar", "21.09.2023 minutes.txt", "2023-09-21", "the file name"),
        (
            "Catch-up with the Registrar – 16 January",
            "registrar-2018.txt",
            "2018-01-16",
            "in the title; the year from the file name",
        ),
        (
            "Minutes of a meeting held on 11 January",
            "tb-2011-01-11.txt",
            "2011-01-11",
            "in the title; the year from the file name",
        ),
        ("Review 2016\n\nDate: 3 May", "note.txt", "2016-05-03", "labelled 'date'; the year from the title"),
    ],
)
def test_the_day_and_why(paper, text, name, day, reason):
    note = paper(text + PUMPS, name)
    assert note.day == day
    assert note.outline.meeting_date.reason == reason


def test_the_label_is_surer_than_title_and_file_name(paper):
    note = paper("Meeting of 3 May 2016\n\nMeeting Date: 4 May 2016" + PUMPS, "2016-05-05-note.txt")
    assert note.day == "2016-05-04"
    assert note.words(note.outline.meeting_date.span) == "4 May 2016"


@pytest.mark.parametrize(
    "text",
    [
        "Briefing\n\nOn 12 February the Director and the VC met, as they do.",  # no year anywhere
        "Catch-up\n\nMinutes\n\nThe minutes of the meeting on 6 June 2019 were approved.",
        "Catch-up\n\nNext steps\n\nThe next meeting will be on 10 July 2019.",
        "Catch-up\n\n(N.B. this was before 10th Sept 2018, when the strategy came out.)",
        "Catch-up\n\nThe report was published on 3 May 2019 and the two spoke of it.",
        "Catch-up\n\nThe Registrar took up her post in May 2019.",
    ],
)
def test_the_date_of_something_else_is_not_taken(paper, text):
    assert paper(text + PUMPS).day is None


def test_without_a_date_the_metadata_may_tell(paper):
    note = paper("---\ntitle: Catch-up\ndate: 2019-05-03\n---\n\nThe Registrar was well." + PUMPS, "catch-up.md")
    assert (note.day, note.outline.meeting_date.reason) == ("2019-05-03", "metadata: date")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Date of next meeting: 10 December 2019, 10.30 am, Lock House", "2019-12-10"),
        ("The next meeting is Thursday 13th February, 10.00 – 11.30", "2020-02-13"),
        ("This was held over until the next meeting on 29 November.", "2019-11-29"),
        ("The next meeting of the Tide Board is the 2nd March.", "2020-03-02"),
        ("Date of next meeting\n\n10 December 2019", "2019-12-10"),
        ("Nothing was said of a further meeting on 3 May 2020.", None),
    ],
)
def test_the_next_meeting(paper, words, day):
    found = paper(f"Board\n\nDate: 12 September 2019{PUMPS}\n\n{words}").outline.next_meeting
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Board\n\nDate: 3 May 2019\nVenue: Room 4, Quay House", "Room 4, Quay House"),
        ("Minutes of the meeting held on 3 May 2019 at Lock House, Brindle Street", "Lock House, Brindle Street"),
        (
            "Board\n\n3 May 2019\n\nLG Room 8, 102 Petty Row, London SW1H 9AJ",
            "LG Room 8, 102 Petty Row, London SW1H 9AJ",
        ),
        ("Board\n\n3 May 2019\n\nThe meeting opened at HQ.", None),
    ],
)
def test_the_place(paper, text, place):
    note = paper(text + PUMPS)
    assert note.words(note.outline.location) == place


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Meeting with the Chief Inspector – 14 March\n\nInspectors inspect.",
            "Meeting with the Chief Inspector – 14 March",
        ),
        (
            "TIDE BOARD\n\nMinutes of the 3rd meeting held on 3 May 2019",
            "TIDE BOARD Minutes of the 3rd meeting held on 3 May 2019",
        ),
        ("Minutes: Liaison Group, 11.02.2020\n\nAttendees\n\nBea Strong (Chair)", "Minutes: Liaison Group, 11.02.2020"),
        ("The Inspectorate inspects ports and reports what it finds to ministers.\n\nMeeting Date: 3 May 2019", None),
        ("Attendees\n\nBea Strong (Chair)", None),
        ("Meeting Date: 3 May 2019", None),
    ],
)
def test_the_title(paper, text, title):
    note = paper(text + PUMPS)
    assert note.words(note.outline.title) == title


@pytest.mark.parametrize(
    "line",
    [
        "2 October 2023, Quay House, Northmoor (and by Teams)",
        "Monday 2 October 2023, 09:30 - 11:50, Boardroom, Quay House, Northmoor",
        "02/10/2023, Quay House. Started late (fog), finished 16.10.",
    ],
)
def test_a_line_of_the_opening_may_begin_with_the_day(line):
    text = f"HARBOUR LIGHTS BOARD\nCatch-up with the Registrar\n{line}\n\nThe Registrar said that all was well.\n"
    document = read("note.txt", data=text.encode())
    assert outline(document).meeting_date.day == date(2023, 10, 2)


def test_a_date_behind_place_and_words_of_form_is_that_of_the_meeting(paper):
    assert (
        paper("Tide Forum\n\nMinutes, Monday 4 March 2019, 2pm, Town Hall\n\nTides\n\nThe tide turned.").day
        == "2019-03-04"
    )
    assert (
        paper("Tide Forum\nOld Library, Strand, 21 November 2017 at 4.15 p.m.\n\nTides\n\nThe tide turned.").day
        == "2017-11-21"
    )
    assert (
        paper(
            "Tide Forum\n\nHeld by kind leave of the Dean on the afternoon of 23 May 2017\n\nTides\n\nThe tide turned."
        ).day
        == "2017-05-23"
    )


def test_the_date_of_another_event_in_the_opening_is_none(paper):
    assert paper("Tide Forum\n\nReport published on 4 March 2019\n\nTides\n\nThe tide turned.").day is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("7.3.19, Quay House, 2.30 to 3.40", "2019-03-07"),
        ("MINUTES of the Ninth Meeting, held on Thursday the 7th day of March 2019 at noon", "2019-03-07"),
    ],
)
def test_days_as_notes_and_old_minutes_write_them(paper, line, day):
    assert paper(f"Harbour Commissioners\n{line}\n\nPresent: Amy Ford{PUMPS}").day == day


def test_a_meeting_held_by_video_has_its_day(paper):
    note = paper(
        "CANAL BOARD AND FEN TRUST: NOTE OF MEETING\n\nHeld by video on Tuesday 3 May 2022\n\nPresent: Tess Ware\n\nPumps\n\nTwo had failed."
    )
    assert note.outline.meeting_date.day.isoformat() == "2022-05-03"
