"""The ties of an entity in rows of numbers."""

from __future__ import annotations

from datetime import date

import pytest

from kg.index.packed import NOTHING, day_number, day_told, pack, unpack, window

TIES = [
    (1, 7, "meeting", "both", 21, "2018-06-05", 3, ""),
    (1, 7, "meeting", "both", 20, "2017-03-14", None, ""),
    (1, 7, "statement", "out", 22, "2018-06-05", 4, ""),
    (1, 9, "meeting", "both", 20, "2017-03-14", 2, ""),
    (1, 9, "change", "out", 23, "2017", 5, ""),
    (1, 9, "link", "out", 0, None, None, "postIn"),
]


@pytest.fixture
def ties():
    return unpack(*pack([(7, 12), (9, 8)], TIES))


@pytest.mark.parametrize("day", ["2017-03-14", "2017-03", "2017", "0987-12-31"])
def test_a_day_a_month_and_a_year_come_back_as_they_were(day):
    assert day_told(day_number(day)) == day


def test_a_month_stands_before_its_days_and_a_year_before_its_months():
    days = ["2016-12-31", "2017", "2017-03", "2017-03-01", "2017-03-14", "2017-04"]
    assert sorted(days, key=day_number) == days
    assert day_number("soon") == 0


def test_no_day_is_no_window_and_one_is_open_to_the_other_side():
    assert window(None, None) is None
    assert window(date(2017, 3, 14), None) == (20170314, 99991231)
    assert window(None, date(2017, 3, 14)) == (10000, 20170314)


def test_a_window_that_begins_with_a_month_or_a_year_holds_what_is_told_of_it_as_a_whole():
    assert window(date(2017, 3, 1), date(2017, 3, 31)) == (day_number("2017-03"), 20170331)
    assert window(date(2017, 1, 1), date(2017, 12, 31)) == (day_number("2017"), 20171231)


def test_scores_within_days_are_sums_over_what_happened_then(ties):
    assert list(ties.near.items()) == [(7, 12), (9, 8)]
    assert ties.near_within((20170101, 20171231)) == {7: 5, 9: 5}
    assert list(ties.near_within((20170000, 20181231)).items()) == [(7, 12), (9, 8)]
    assert ties.near_within((20180101, 20181231)) == {7: 7}
    assert ties.near_within((20190101, 20191231)) == {}


def test_the_latest_facts_stand_behind_a_reason(ties):
    found = ties.reasons_within((10101, 99991231), [7])
    assert found == {
        7: [
            ("meeting", "both", 2, "2017-03-14", "2018-06-05", [(21, 3), (20, None)], []),
            ("statement", "out", 1, "2018-06-05", "2018-06-05", [(22, 4)], []),
        ]
    }


def test_who_is_tied_to_nobody_has_nothing():
    assert unpack(*pack([], [])) == NOTHING
    assert NOTHING.near_within((10101, 99991231)) == {}
