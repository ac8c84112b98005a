"""Figures over HTTP, over loopback."""

from __future__ import annotations

import pytest

from kg.analysis import ANALYSES, MEASURES
from kg.graphs import projections


def test_everything_that_can_be_measured_is_listed(web):
    told = web.get("/api/v1/analysis").json()
    assert {one["name"] for one in told["analyses"]} == {*projections(), *ANALYSES}
    assert set(told["measures"]) == set(MEASURES)
    assert [one["name"] for one in told["analyses"] if one["needs_on"]] == ["commitments-kept"]


def test_a_network_has_figures_and_sheets_with_their_addresses(web):
    told = web.get("/api/v1/analysis/asks", params={"to": "2017-12-31"}).json()
    assert (told["figures"]["nodes"], told["figures"]["reciprocity"]) == (2, 0.0)
    nodes = next(sheet for sheet in told["sheets"] if sheet["name"] == "nodes")
    assert nodes["total"] == 2
    rows = web.get(nodes["address"]).json()
    assert [row["label"] for row in rows["items"]] == ["Chief Inspector (Harbour Inspectorate)", "Commissioner"]
    assert [row["pagerank"] for row in rows["items"]] == [0.649123, 0.350877]


def test_the_rows_come_page_by_page_with_the_fields_that_are_wanted(web):
    first = web.get("/api/v1/analysis/asks/nodes", params={"limit": 1, "fields": "label,degree"}).json()
    assert first["total"] == 2
    assert list(first["items"][0]) == ["label", "degree"]
    then = web.get(first["next"]).json()
    assert len(then["items"]) == 1
    assert then["next"] is None
    assert then["items"] != first["items"]


def test_a_year_for_itself_and_a_day_to_look_from(web):
    years = web.get("/api/v1/analysis/asks/years", params={"by_year": "true"}).json()
    assert [row["year"] for row in years["items"]] == [2017]
    kept = web.get("/api/v1/analysis/commitments-kept", params={"on": "2017-06-01"}).json()
    assert (kept["figures"]["commitments"], kept["figures"]["overdue"]) == (1, 1)


@pytest.mark.parametrize("name", [name for name, one in ANALYSES.items() if not one.on])
def test_each_analysis_of_the_minutes_answers(web, name):
    told = web.get(f"/api/v1/analysis/{name}").json()
    assert told["name"] == name
    for sheet in told["sheets"]:
        assert web.get(sheet["address"]).json()["total"] == sheet["total"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("nothing-such", 404, "nothing-such"),
        ("asks/rows", 404, "nodes"),
        ("commitments-kept", 400, "on"),
        ("attention?from=2018-01-01", 400, "since"),
        ("asks?on=2018-01-01", 400, "on"),
        ("asks?by_month=true", 422, "by_month"),
        ("stakeholders", 400, "focus"),
    ],
)
def test_what_cannot_be_measured_is_refused_with_what_would_work(web, path, status, words):
    answer = web.get(f"/api/v1/analysis/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]


def test_an_exported_network_carries_the_measures_that_are_wanted(web):
    nodes = web.get("/api/v1/export/asks.json", params={"with": "pagerank,leiden"}).json()["nodes"]
    assert {(node["pagerank"], node["leiden"]) for node in nodes} == {(0.649123, 1), (0.350877, 1)}
    assert web.get("/api/v1/export/asks.json", params={"with": "rank"}).status_code == 404
