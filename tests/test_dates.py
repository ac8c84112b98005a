"""Dates and terms; every expected day is written out.  Most terms are counted from Monday 21 January 2019."""

from __future__ import annotations

from datetime import date

import pytest

from kg.dates import Precision, date_in_name, deadline, due_window, find_dates
from kg.dates.days import add_working_days, easter

SAID_ON = date(2019, 1, 21)  # a Monday
NEXT_MEETING = date(2019, 4, 29)


def iso(day):
    return day.isoformat() if day else None


# ── dates that stand by themselves ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 March 2017", "2017-03-14"),
        ("14th March 2017", "2017-03-14"),
        ("the 2nd of March 2017", "2017-03-02"),
        ("Thursday 12 September 2019", "2019-09-12"),
        ("Thurs 12 Sept 2019", "2019-09-12"),
        ("Monday, 21st January, 2019", "2019-01-21"),
        ("March 14, 2017", "2017-03-14"),
        ("March 14th 2017", "2017-03-14"),
        ("4th Sept ’18", "2018-09-04"),
        ("9th Feb. 2016", "2016-02-09"),
        ("14 MARCH 2017", "2017-03-14"),
        ("2017-03-14", "2017-03-14"),
        ("14/03/2017", "2017-03-14"),
        ("3/4/19", "2019-04-03"),
        ("14.03.17", "2017-03-14"),
        ("21.09.2023", "2023-09-21"),
        ("14-Mar-2017", "2017-03-14"),
        ("14\u00a0March\u00a02017", "2017-03-14"),
        ("29 February 2020", "2020-02-29"),
    ],
)
def test_a_day_with_its_year(text, day):
    (found,) = find_dates(f"It was on {text}, they said.")
    assert (iso(found.day), found.precision) == (day, Precision.DAY)


@pytest.mark.parametrize(
    ("text", "precision", "start", "end"),
    [
        ("January 2020", "month", "2020-01-01", "2020-01-31"),
        ("Sept 2018", "month", "2018-09-01", "2018-09-30"),
        ("mid-March 2018", "month", "2018-03-11", "2018-03-15"),
        ("Q3 2019/20", "quarter", "2019-10-01", "2019-12-31"),
        ("the third quarter of 2019/20", "quarter", "2019-10-01", "2019-12-31"),
        ("the third quarter of 2019", "quarter", "2019-07-01", "2019-09-30"),
        ("2018/19", "year", "2018-04-01", "2019-03-31"),
        ("2018-19", "year", "2018-04-01", "2019-03-31"),
        ("2018–2019", "year", "2018-04-01", "2019-03-31"),
        ("the 2018/19 academic year", "year", "2018-09-01", "2019-08-31"),
        ("early 2018", "year", "2018-01-01", "2018-04-30"),
        ("late 2018", "year", "2018-09-01", "2018-12-31"),
        ("2018", "year", "2018-01-01", "2018-12-31"),
        ("spring 2018", "season", "2018-03-01", "2018-05-31"),
        ("3–7 May 2018", "day", "2018-05-03", "2018-05-07"),
    ],
)
def test_a_longer_time_with_its_year(text, precision, start, end):
    (found,) = find_dates(f"It was in {text}.")
    assert (found.precision.value, iso(found.start), iso(found.end)) == (precision, start, end)


def test_a_day_without_a_year_waits_for_it():
    (found,) = find_dates("They meet on 25 January.")
    assert (found.day, found.month, found.number) == (None, 1, 25)
    assert found.in_year(2017) == date(2017, 1, 25)
    assert found.after(date(2017, 1, 25)) == date(2018, 1, 25)
    assert found.after(date(2017, 1, 23)) == date(2017, 1, 25)


def test_29_february_comes_in_a_leap_year():
    (found,) = find_dates("on 29 February")
    assert (found.in_year(2019), found.after(SAID_ON)) == (None, date(2020, 2, 29))


@pytest.mark.parametrize(
    "text",
    ["section 28", "31 February 2019", "32/01/2019", "3.1.12 The Chair", "Form 2.3.14", "the 4 may have", "10.30 am", "paragraph 5.3",
     "£2019", "12,019", "118 of the 140 weirs", "they may march", "ITEM 4", "S1 1XD"],
)  # fmt: skip
def test_what_is_no_date(text):
    assert find_dates(text) == []


def test_spans_point_at_the_words():
    text = "Between 14 March 2017 and 2018/19, or on 3 May."
    assert [found.span.of(text) for found in find_dates(text)] == ["14 March 2017", "2018/19", "3 May"]
    assert [found.span.of(text) for found in find_dates(text, 24)] == ["2018/19", "3 May"]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2017-03-14-chief-inspector", "2017-03-14"),
        ("21.09.2023 minutes", "2023-09-21"),
        ("minutes_11_06_2014", "2014-06-11"),
        ("minutes_11_06_14", "2014-06-11"),
        ("20190912", "2019-09-12"),
        ("board-12092019-final", "2019-09-12"),
        ("meeting-with-the-inspector-14-march-2017", "2017-03-14"),
        ("Meeting 4th Sept 18", "2018-09-04"),
        ("march-14-2017-note", "2017-03-14"),
        ("G10-sog-2012-07-19", "2012-07-19"),
        ("2012_07_19_minutes_v2", "2012-07-19"),
        ("note-2017", None),
        ("case-100-2019", None),
        ("99-99-2017", None),
    ],
)
def test_the_date_in_a_file_name(name, day):
    found = date_in_name(name)
    assert (iso(found.day) if found else None) == day


def test_a_file_name_may_leave_out_the_year():
    found = date_in_name("meeting-with-the-inspector-14-march")
    assert (found.day, found.in_year(2017)) == (None, date(2017, 3, 14))


# ── terms counted from the meeting ───────────────────────────────────────────────────────────────────────────────────

TERMS = [
    # days
    ("by 30 June", "2019-06-30"),
    ("by 1 January", "2020-01-01"),
    ("by 21 January", "2020-01-21"),
    ("on 25 January", "2019-01-25"),
    ("before 12 March", "2019-03-12"),
    ("no later than 1 March", "2019-03-01"),
    ("by Wednesday 30 January", "2019-01-30"),
    ("by 15 November 2019", "2019-11-15"),
    ("by 5 pm on 3 May", "2019-05-03"),
    ("by the 2nd of March", "2019-03-02"),
    ("by 30 June next year", "2020-06-30"),
    ("by 01/03/2019", "2019-03-01"),
    ("by Thursday", "2019-01-24"),
    ("by Monday", "2019-01-28"),
    ("on Friday", "2019-01-25"),
    ("by close of business on Friday", "2019-01-25"),
    ("by next Friday", "2019-02-01"),
    ("on Friday week", "2019-02-01"),
    ("by tomorrow", "2019-01-22"),
    ("tomorrow", "2019-01-22"),
    ("between 3 and 7 May", "2019-05-07"),
    ("on 3–7 May", "2019-05-07"),
    ("from 1 April to 30 June", "2019-06-30"),
    ("in the week commencing 4 March", "2019-03-10"),
    # months
    ("in January", "2019-01-31"),
    ("in November", "2019-11-30"),
    ("by March", "2019-03-31"),
    ("by the end of March", "2019-03-31"),
    ("by end March", "2019-03-31"),
    ("by the end of March 2020", "2020-03-31"),
    ("by mid February", "2019-02-15"),
    ("by mid-February", "2019-02-15"),
    ("in late January", "2019-01-31"),
    ("in early March", "2019-03-10"),
    ("before March", "2019-02-28"),
    ("by March next year", "2020-03-31"),
    ("between April and June 2019", "2019-06-30"),
    ("from April to June", "2019-06-30"),
    ("by the end of this month", "2019-01-31"),
    ("this month", "2019-01-31"),
    ("later this month", "2019-01-31"),
    ("next month", "2019-02-28"),
    ("by the end of next month", "2019-02-28"),
    # weeks
    ("next week", "2019-02-03"),
    ("by the end of the week", "2019-01-25"),
    ("by the end of next week", "2019-02-01"),
    # seasons and feasts
    ("in the spring", "2019-05-31"),
    ("by the spring", "2019-05-31"),
    ("in spring", "2019-05-31"),
    ("this autumn", "2019-11-30"),
    ("over the summer", "2019-08-31"),
    ("in early summer", "2019-06-30"),
    ("in late summer", "2019-08-31"),
    ("by summer 2020", "2020-08-31"),
    ("by the winter", "2019-02-28"),
    ("before the summer", "2019-05-31"),
    ("before Easter", "2019-04-21"),
    ("by Christmas", "2019-12-25"),
    ("before Christmas", "2019-12-25"),
    # quarters
    ("in the third quarter of 2019/20", "2019-12-31"),
    ("in the first quarter of 2019/20", "2019-06-30"),
    ("in the last six months of 2019-20", "2020-03-31"),
    ("by the end of Q2 2019", "2019-06-30"),
    ("by the end of the second quarter", "2019-06-30"),
    ("in Q4", "2019-12-31"),
    ("in the fourth quarter of the financial year", "2019-03-31"),
    ("by the end of the quarter", "2019-03-31"),
    # years
    ("in 2020", "2020-12-31"),
    ("by 2025", "2025-12-31"),
    ("before 2020", "2019-12-31"),
    ("for 2019/20", "2020-03-31"),
    ("by early 2020", "2020-04-30"),
    ("by the end of 2020", "2020-12-31"),
    ("in the first half of 2019", "2019-06-30"),
    ("by the end of the year", "2019-12-31"),
    ("by year end", "2019-12-31"),
    ("later this year", "2019-12-31"),
    ("by the end of next year", "2020-12-31"),
    ("by the end of the financial year", "2019-03-31"),
    ("by the end of the academic year", "2019-08-31"),
    ("by the end of the calendar year", "2019-12-31"),
    ("before the new financial year", "2019-03-31"),
    # lengths of time
    ("within six weeks", "2019-03-04"),
    ("within a fortnight", "2019-02-04"),
    ("in the next fortnight", "2019-02-04"),
    ("within ten days", "2019-01-31"),
    ("within ten working days", "2019-02-04"),
    ("within ten days of the meeting", "2019-01-31"),
    ("within 24 hours", "2019-01-22"),
    ("in the next two years", "2021-01-21"),
    ("over the next two years", "2021-01-21"),
    ("over a two-year period", "2021-01-21"),
    ("over two years", "2021-01-21"),
    ("for another two years", "2021-01-21"),
    ("inside the next six months", "2019-07-21"),
    ("within the next month", "2019-02-21"),
    ("in three months’ time", "2019-04-21"),
    ("within two to three months", "2019-04-21"),
    # bare, at the end
    ("Monday", "2019-01-28"),
    ("Mon", "2019-01-28"),
    ("Friday week", "2019-02-01"),
    ("next Sept", "2019-09-30"),
    ("early Dec", "2019-12-10"),
    # meetings
    ("at the next meeting", "2019-04-29"),
    ("for the next meeting of the panel", "2019-04-29"),
    ("before the next Board meeting", "2019-04-29"),
    ("in time for the April meeting", "2019-04-29"),
    ("to the next meeting", "2019-04-29"),
]


@pytest.mark.parametrize(("phrase", "end"), TERMS, ids=[phrase for phrase, _ in TERMS])
def test_a_term_ends_with_the_last_day_that_its_words_allow(phrase, end):
    text = f"The Commissioner will publish the survey {phrase}."
    (window,) = due_window(text, SAID_ON, next_meeting=NEXT_MEETING)
    assert (iso(window.end), window.past) == (end, False)
    assert window.text == window.span.of(text)


@pytest.mark.parametrize(
    "phrase",
    ["immediately", "as soon as possible", "soon", "shortly", "in due course", "next year", "in the new year", "early in the new year",
     "after half-term", "by the end of term", "before the summer recess", "within ten days of receiving it", "in the near future",
     "over the coming months", "in a few weeks", "three months after the main one", "at future meetings", "after six months", "from April",
     "after Easter"],
)  # fmt: skip
def test_a_phrase_that_names_no_last_day_stays_a_phrase(phrase):
    (window,) = due_window(f"They will publish it {phrase}.", SAID_ON)
    assert window.end is None
    assert not window.past


@pytest.mark.parametrize(
    "phrase",
    ["since September", "on 8 January", "last autumn", "two years ago", "in the six months to September", "in the past year", "in November 2018", "last March",
     "yesterday", "over the last two years", "on 3 May 2018", "for 2017/18"],
)  # fmt: skip
def test_what_was_over_when_it_was_said_is_past(phrase):
    windows = due_window(f"It happened {phrase}.", SAID_ON)
    assert [window.past for window in windows] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "It would be inspected in the third year.",
        "Every harbour is inspected once in five years.",
        "A tenant could wait four months for a ruling.",
        "It was an 18-month programme.",
        "The March report was late.",
        "May I ask whether they may march?",
        "They were detained for two years.",
        "The December release was early.",
        "Children under two years old were seen.",
        "The first quarter of the survey was done by hand.",
        "They held it that Sunday.",
        "He was thinking of Sunday.",
    ],
)
def test_what_is_no_term(text):
    assert [window.end for window in due_window(text, SAID_ON) if not window.past] in ([], [date(2019, 6, 30)])


def test_not_before_opens_a_window():
    (window,) = due_window("She did not think that they would take one before the new financial year.", SAID_ON)
    assert (window.start, window.end) == (date(2019, 4, 1), None)
    (window,) = due_window("It will not be published until March.", SAID_ON)
    assert (window.start, window.end) == (date(2019, 3, 1), None)


def test_later_is_counted_from_the_time_before_it():
    windows = due_window("He gives evidence on 12 March, and she a week later.", SAID_ON)
    assert [window.end for window in windows] == [date(2019, 3, 12), date(2019, 3, 19)]
    assert due_window("She came a week later.", SAID_ON)[0].end is None


def test_several_terms_in_one_sentence():
    text = "ETI expects to finish in January and to publish before Easter."
    assert [(w.text, w.end) for w in due_window(text, date(2020, 11, 5))] == [
        ("in January", date(2021, 1, 31)),
        ("before Easter", date(2021, 4, 4)),
    ]


def test_without_a_meeting_date_only_what_gives_its_year_is_known():
    assert due_window("by 30 June", None)[0].end is None
    assert due_window("within six weeks", None)[0].end is None
    assert due_window("by 30 June 2019", None)[0].end == date(2019, 6, 30)


def test_without_a_next_meeting_the_month_of_a_meeting_counts():
    assert due_window("for the December meeting", SAID_ON)[0].end == date(2019, 12, 31)
    assert due_window("for the next meeting", SAID_ON)[0].end is None


def test_a_window_knows_its_first_day():
    (window,) = due_window("It runs from 1 April to 30 June.", SAID_ON)
    assert (window.start, window.end, window.text) == (date(2019, 4, 1), date(2019, 6, 30), "from 1 April to 30 June")
    assert due_window("in the autumn", SAID_ON)[0].start == date(2019, 9, 1)
    assert due_window("within six weeks", SAID_ON)[0].start == SAID_ON


def test_only_the_stretch_asked_for_is_read():
    text = "It was due by 1 March. They will meet by 1 May."
    assert [window.text for window in due_window(text, SAID_ON, start=23)] == ["by 1 May"]
    assert [window.text for window in due_window(text, SAID_ON, end=22)] == ["by 1 March"]


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("Late January", "2019-01-31"),
        ("31 October 2019", "2019-10-31"),
        ("mid February for initial engagement 2 March - next Board for presentation", "2019-03-02"),
        ("next Transparency Board - 2 March", "2019-03-02"),
        ("Next meeting", "2019-04-29"),
        ("Friday", "2019-01-25"),
        ("March", "2019-03-31"),
        ("asap", None),
        ("Ongoing", None),
    ],
)
def test_a_cell_that_holds_nothing_but_a_term(cell, end):
    window = deadline(cell, SAID_ON, next_meeting=NEXT_MEETING)
    assert (iso(window.end) if window else None) == end


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2016, "03-27"),
        (2018, "04-01"),
        (2019, "04-21"),
        (2020, "04-12"),
        (2021, "04-04"),
        (2024, "03-31"),
        (2025, "04-20"),
    ],
)
def test_easter(year, day):
    assert easter(year).isoformat() == f"{year}-{day}"


def test_working_days_leave_out_weekends():
    assert add_working_days(date(2019, 1, 25), 1) == date(2019, 1, 28)
    assert add_working_days(date(2019, 1, 26), 5) == date(2019, 2, 1)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("before the weekend", "2019-05-10"),
        ("before the week was out", "2019-05-10"),
        ("before the month is out", "2019-05-31"),
        ("before the year was out", "2019-12-31"),
        ("this side of Christmas", "2019-12-25"),
        ("before Whitsun", "2019-06-09"),
        ("by Lady Day", "2020-03-25"),
        ("by Michaelmas", "2019-09-29"),
        ("by St Andrew’s Day", "2019-11-30"),
        ("before the 14th", "2019-05-14"),
        ("by the 3rd", "2019-06-03"),
        ("by the end of the day", "2019-05-08"),
        ("three months hence", "2019-08-08"),
        ("Next call: end of January", "2020-01-31"),
    ],
)
def test_named_days_and_ends_of_weeks_are_found(words, end):
    (window,) = due_window(f"{words}.", date(2019, 5, 8))
    assert window.end == date.fromisoformat(end)


@pytest.mark.parametrize("words", ["on the 4th floor", "the 2nd Battalion", "for the 3rd time"])
def test_an_ordinal_before_a_thing_is_no_day(words):
    assert due_window(words, date(2019, 5, 8)) == []


def test_a_thing_moved_from_one_day_to_another_is_due_on_the_new_one() -> None:
    found = due_window("The visit was moved from 3 May to 10 October.", date(2019, 7, 9))
    assert [window.end for window in found if window.limit] == [date(2019, 10, 10)]
    assert [window.end for window in due_window("to be done within fortnight", date(2019, 7, 9))] == [date(2019, 7, 23)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("in the last two weeks of March", date(2020, 3, 18), date(2020, 3, 31)),
        ("in the first ten days of June", date(2019, 6, 1), date(2019, 6, 10)),
        ("in the final fortnight of May 2020", date(2020, 5, 18), date(2020, 5, 31)),
    ],
)
def test_the_first_and_last_weeks_of_a_month_have_their_days(words: str, first: date, last: date) -> None:
    assert [(w.start, w.end, w.past) for w in due_window(words, date(2019, 5, 3))] == [(first, last, False)]
