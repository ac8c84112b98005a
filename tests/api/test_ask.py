"""The named questions and the dataset over HTTP."""

from __future__ import annotations

import csv
import io
import re

import pytest
import rdflib

from kg.questions import questions

WORDS = "The Chief Inspector agreed to send the report within two weeks."


def test_every_question_has_an_endpoint_of_its_own(web):
    paths = web.get("/openapi.json").json()["paths"]
    assert {f"/api/v1/ask/{name}" for name in questions()} <= set(paths)


def test_an_endpoint_describes_the_parameters_of_its_question(web):
    told = web.get("/openapi.json").json()["paths"]["/api/v1/ask/overdue"]["get"]
    parameters = {one["name"]: one for one in told["parameters"]}
    assert told["summary"] == "What was due before a day and is not told as completed?"
    assert parameters["on"]["required"] is True
    assert parameters["on"]["schema"]["format"] == "date"
    assert parameters["body"]["required"] is False
    assert parameters["body"]["description"].startswith("who is to act; a name, an acronym")


def test_the_questions_are_listed_with_their_choices(web):
    items = web.get("/api/v1/ask", params={"limit": 100}).json()["items"]
    commitments = next(item for item in items if item["name"] == "commitments")
    assert commitments["parameters"][1]["choices"] == ["committed", "planned", "proposed", "requested", "unlikely"]


def test_a_question_is_answered_in_json(web):
    body = web.get("/api/v1/ask/commitments", params={"body": "HI", "strength": "committed"}).json()
    assert (body["total"], body["next"]) == (1, None)
    (row,) = body["items"]
    assert (row["action"], row["due_by"], row["words"]) == ("send the report", "2017-03-28", WORDS)
    minutes = "https://w3id.org/inspectorate-kg/id/minutes/2017-03-14-harbours"
    assert (row["source"], row["minutes"]) == ("2017-03-14-harbours.txt", minutes)
    assert row["quote"].startswith(f"{minutes}#char=")


def test_the_page_of_an_answer_leads_to_the_words_in_their_minutes(web):
    page = web.get("/questions/commitments", params={"body": "HI", "strength": "committed"}).text
    minutes = "/page/minutes/2017-03-14-harbours"
    assert re.search(f'<a href="{minutes}#char=\\d+,\\d+">{WORDS}</a>', page)
    assert f'<a href="{minutes}">2017-03-14-harbours.txt</a>' in page
    assert 'scope="col">quote</th>' not in page


def test_a_question_is_answered_in_csv(web):
    answer = web.get("/api/v1/ask/commitments", params={"fields": "who,words"}, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(answer.text))) == [["who", "words"], ["Chief Inspector", WORDS]]


def test_a_question_is_answered_as_a_page(web):
    answer = web.get("/api/v1/ask/commitments", params={"format": "html"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert WORDS in answer.text


def test_the_pages_of_an_answer_hold_each_row_once(web):
    seen, address = [], "/api/v1/ask/words-about?thing=pilots&limit=1"
    while address:
        body = web.get(address).json()
        seen += body["items"]
        address = body["next"]
    assert len(seen) == body["total"] > 1
    assert len({str(row) for row in seen}) == len(seen)


def test_a_parameter_whose_name_is_a_word_of_python_is_taken(web):
    answer = web.get("/api/v1/ask/planned-inspections", params={"from": "2017-01-01", "to": "2018-01-01"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("overdue", 422, "on"),
        ("overdue?on=soon", 422, "on"),
        ("commitments?strength=hard", 422, "strength"),
        ("commitments?body=", 422, "body"),
        ("commitments?body=nobody", 404, "body"),
        ("commitments?body=http://a%20b", 400, "body"),
        ("commitments?fields=colour", 422, "fields"),
        ("commitments?format=xls", 422, "format"),
        ("commitments?limit=0", 422, "limit"),
        ("commitments?cursor=zzz", 422, "cursor"),
        ("commitments?bdy=HI", 422, "bdy"),
    ],
)
def test_the_parameter_at_fault_is_named(web, path, status, parameter):
    answer = web.get(f"/api/v1/ask/{path}")
    assert (answer.status_code, answer.json()["parameter"]) == (status, parameter)


def test_a_form_that_is_not_on_offer_is_refused(web):
    answer = web.get("/api/v1/ask/commitments", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json()["title"]) == (406, "Not Acceptable")


# ── the dataset ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_dataset_tells_its_version_and_how_much_there_is(web):
    body = web.get("/api/v1/dataset").json()
    assert body["version"] == web.get("/ready").json()["dataset"]
    assert (body["documents"], body["first_day"], body["last_day"]) == (1, "2017-03-14", "2017-03-14")
    assert {"iri": "https://w3id.org/inspectorate-kg/ontology#Statement", "count": 2} in body["classes"]


def test_the_dataset_is_told_in_turtle(web):
    answer = web.get("/api/v1/dataset", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    (version,) = graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/dcat#version"))
    assert re.fullmatch("[0-9a-f]{64}", str(version))


def test_the_dataset_is_told_in_json_ld(web):
    answer = web.get("/api/v1/dataset", params={"format": "jsonld"})
    assert answer.headers["content-type"] == "application/ld+json"
    first = answer.json()["@graph"][0]
    assert first["id"] == "data:dataset"
    assert answer.json()["@context"].endswith("/ontology/context.jsonld")
