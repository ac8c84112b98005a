"""Where a time may begin is told by the patterns themselves."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import due_window, find_dates, places_of_times, words_of_times
from kg.dates.firsts import first_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:June|JULY)\b", {"june", "JULY"}),
        (r"(?i:(?:the )?(week|month)['’]s end)", {"week", "month", "the week", "the month"}),
        (r"(?<![\d-])\d{1,2}(?:st|nd)", {"0"}),
        (r"(?:an? )?[1-4]", {"0", "a 0", "an 0"}),
        (r"[Qq](?:uarter )?([1-4])\b", {"q", "quarter"}),
        (r"(?:Tue(?:s)?|Wed)?(?:day)? (?=next)", {"tue", "tues", "wed", "tueday", "tuesday", "wedday", "day", ""}),
        (r"(?:\w+ ){0,1}recess", {"*", "recess"}),
        (r"mid[- ]?week", {"mid", "midweek"}),
        (r"the (?:the )?end", {"the the", "the end"}),
    ],
)
def test_a_pattern_tells_the_words_with_which_it_can_begin(pattern, words):
    assert first_words(pattern) == words


def test_a_time_may_begin_at_a_word_a_number_and_an_article_before_either():
    text = "It is due by the end of May, or on the 3rd; the roof leaks and the pre-Easter fair is off."
    places = [text[place:].split(maxsplit=1)[0] for place in places_of_times(text, 0, len(text))]
    assert places == ["the", "end", "May,", "the", "3rd;", "Easter"]


def test_an_article_alone_tells_nothing_of_a_time():
    words = words_of_times()
    assert [word for word in ("The", "the", "Friday", "friday", "fortnight", "roof") if word in words] == [
        "Friday",
        "friday",
        "fortnight",
    ]


@pytest.mark.parametrize("heading", ["MINUTES OF THE LAST MEETING", "SUMMER", "NEXT WEEK"])
def test_no_time_is_read_in_capitals_but_a_month_and_what_is_written_so(heading):
    assert due_window(heading, date(2015, 6, 10), bare=True) == []


def test_a_month_in_capitals_is_one():
    (found,) = find_dates("HELD ON 3 MARCH 2016")
    assert found.day == date(2016, 3, 3)
