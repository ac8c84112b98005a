"""What is counted of minutes, by hand, over a few facts."""

from __future__ import annotations

import json
from datetime import date

import pytest

import kg
from kg.analysis import ANALYSES, Findings, Sheet
from kg.errors import NotFound, QueryError
from tests import two_meetings


@pytest.fixture(scope="module")
def store():
    return two_meetings.told()


def test_who_asks_whom_and_who_asks_back(store):
    found = kg.analyse(store, "asking-and-answering")
    assert found.figures == {
        "questions": 4,
        "answered": 3,
        "share_answered": 0.75,
        "put_to_nobody_named": 0,  # the second was put to whoever answered it
        "pairs": 2,
        "pairs_asking_back": 2,
        "reciprocity": 1.0,
    }
    assert found.sheet("parties").rows == [
        ("Inspector (Regulator)", 3, 3, 1, 0),
        ("Harbour master (Port)", 1, 0, 3, 3),
    ]
    assert found.sheet("pairs").rows == [
        ("Inspector (Regulator)", "Harbour master (Port)", 3, 3, 1),
        ("Harbour master (Port)", "Inspector (Regulator)", 1, 0, 3),
    ]


def test_an_answer_in_the_same_meeting_takes_no_day_and_a_later_one_the_days_between(store):
    found = kg.analyse(store, "answering-time")
    sheet = found.sheet("answers")
    told = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert [(row["question"], row["days"], row["answer"]) for row in told] == [
        ("one", 0, "yes"),
        ("two", 0, "no"),
        ("three", 406, "at last"),
    ]
    assert [row["between"] for row in told] == [0, 1, None]
    assert found.figures["median_days"] == 0
    assert found.figures["most_days"] == 406
    assert found.figures["in_same_meeting"] == 2
    assert [row[3] for row in found.sheet("waiting").rows] == ["four"]


def test_commitments_stand_differently_on_different_days(store):
    """Before March nothing but what is undated or told as done is past; what was only proposed never is."""
    columns = ("commitments", "kept", "given_up", "overdue", "not_yet_due", "no_day", "share_kept")
    told = {on: kg.analyse(store, "commitments-kept", on=on) for on in ("2017-01-09", "2017-02-15", "2018-03-01")}
    assert [tuple(found.figures[name] for name in columns) for found in told.values()] == [
        (0, 0, 0, 0, 0, 0, None),
        (4, 2, 0, 0, 1, 1, 1.0),
        (5, 3, 0, 1, 0, 1, 0.75),
    ]
    assert told["2018-03-01"].sheet("bodies").rows == [
        ("Port", 3, 2, 0, 1, 0, 0, 0.666667),
        ("Regulator", 3, 1, 0, 1, 0, 1, 0.5),
    ]


def test_what_is_overdue_is_what_the_question_calls_overdue(store):
    found = kg.analyse(store, "commitments-kept", on="2018-03-01").sheet("commitments")
    place = found.columns.index
    late = {row[place("action")] for row in found.rows if row[place("state")] == "overdue"}
    assert late == {row[1] for row in kg.ask(store, "overdue", on="2018-03-01").rows} == {"late"}


def test_two_bodies_of_one_name_are_counted_apart():
    namesake = """<Z> a org:Organization ; rdfs:label "Port" .
    <c9> a ikg:Commitment ; ikg:actor <Z> ; ikg:action "own" ; ikg:strength strength:committed ; ikg:evidence <m1#7> ."""
    found = kg.analyse(two_meetings.told(two_meetings.JANUARY + namesake), "commitments-kept", on="2018-03-01")
    assert [row[:2] for row in found.sheet("bodies").rows] == [("Port", 3), ("Regulator", 3), ("Port (2)", 1)]


def test_attention_is_the_share_of_the_facts_of_a_year(store):
    found = kg.analyse(store, "attention")
    assert found.sheet("topics").columns == ("topic", "facts", "2017", "2018")
    assert found.sheet("topics").rows == [("oil", 3, 0.666667, 1.0), ("nets", 1, 0.333333, 0.0)]
    assert found.figures == {"topics": 2, "years": 2, "facts": 4}


def test_findings_are_written_as_json_and_a_sheet_as_csv(store):
    found = kg.analyse(store, "commitments-kept", on=date(2018, 3, 1))
    told = json.loads(found.write("json"))
    assert told["figures"]["overdue"] == 1
    assert told["sheets"]["commitments"][0]["date"] == "2017-01-10"
    assert found.write("csv").decode().splitlines()[1] == "Port,3,2,0,1,0,0,0.666667"
    assert found.write("csv", "commitments").startswith(b"date,body_name,who,")


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless():
    found = Findings("x", "X", {}, (Sheet("s", ("a",), [("=1+1",), (-1,), (("@b", "c"),)]),))
    assert found.write("csv").decode().splitlines() == ["a", "'=1+1", "-1", "'@b; c"]


def test_what_cannot_be_found_is_refused_with_what_would_work(store):
    with pytest.raises(NotFound, match="commitments-kept"):
        kg.analyse(store, "kept")
    with pytest.raises(QueryError, match="needs 'on'"):
        kg.analyse(store, "commitments-kept")
    with pytest.raises(QueryError, match="someday"):
        kg.analyse(store, "commitments-kept", on="someday")
    with pytest.raises(QueryError, match="takes no 'since'"):
        kg.analyse(store, "attention", since="2018-01-01")
    with pytest.raises(QueryError, match="on"):
        kg.analyse(store, "asks", on="2018-01-01")
    with pytest.raises(NotFound, match="parties"):
        kg.analyse(store, "asking-and-answering").sheet("rows")
    with pytest.raises(NotFound, match="json"):
        kg.analyse(store, "attention").write("xls")


def test_a_projection_is_measured_year_by_year(store):
    found = kg.analyse(store, "asks", years=True)
    years = found.sheet("years")
    assert [row[:4] for row in years.rows] == [(2017, 2, 2, 2)]
    assert found.sheet("nodes").columns[:3] == ("year", "label", "kind")
    assert found.figures["reciprocity"] == 1.0


def test_each_year_is_measured_as_the_slice_of_that_year(store):
    found = kg.analyse(store, "commitments", years=True).sheet("years")
    for year, *figures in found.rows:
        alone = kg.analyse(store, "commitments", since=f"{year}-01-01", until=f"{year}-12-31")
        assert figures == list(alone.figures.values())
    assert [row[0] for row in found.rows] == [2017, 2018]
    later = kg.analyse(store, "commitments", years=True, since="2018-01-01").sheet("years")
    assert [row[0] for row in later.rows] == [2018]


def test_every_analysis_says_what_it_tells():
    assert all(analysis.words for analysis in ANALYSES.values())
