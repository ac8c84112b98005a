"""Lists, entity pages, what is related, paths and full text over HTTP."""

from __future__ import annotations

import re
import threading

import httpx
import pytest

from api import hot
from api.app import create_app
from api.settings import Settings
from kg.index import write_index
from kg.store import open_store
from tests import sample
from tests.api.conftest import served
from tests.index.conftest import TEXT, fees, told

HI = f"/api/v1/entities/{sample.HI}"
PROMISE = "The Chief Inspector agreed to send the report within two weeks."
BASE = "https://w3id.org/inspectorate-kg/id/"


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """A server of both notes."""
    place = tmp_path_factory.mktemp("notes") / "kg"
    with open_store(place) as store:
        store.refresh()
        store.replace(told(sample.reading(), fees()))
        store.derive()
        write_index(store)
    with served(create_app(Settings(store=str(place), workers=1))) as client:
        yield client


def items(web: httpx.Client, path: str, **params) -> list[dict]:
    answer = web.get(f"/api/v1/{path}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def test_an_entity_comes_with_facts_and_the_words_they_rest_on(web):
    body = web.get(HI).json()
    assert body["entity"]["label"] == "Harbour Inspectorate"
    assert body["names"] == ["HI"]
    promise = next(fact for fact in body["items"] if fact["kind"] == "commitment")
    assert promise["due_by"] == "2017-03-28"
    assert [quote["words"] for quote in promise["quotes"]] == [PROMISE]
    through = next(one for one in promise["actor"] if one["iri"] == BASE + sample.HI)["through"]
    assert through["label"] == "Chief Inspector"


def test_the_related_come_with_their_reasons_and_quotes(web):
    body = web.get(f"{HI}/related", params={"types": ["post", "organisation"]}).json()
    assert body["items"][0]["thing"]["label"] == "Commissioner"
    assert [(reason["words"], reason["score"]) for reason in body["items"][0]["reasons"]] == [
        ("1 meeting together", 5),
        ("1 statement from it", 2),
    ]
    assert (
        body["items"][0]["reasons"][1]["evidence"][0]["words"]
        == "The Commissioner asked the Chief Inspector about pilots."
    )
    assert {one["thing"]["type"] for one in body["items"]} == {"post", "organisation"}


def test_two_steps_are_told_with_the_way(web):
    found = items(web, f"entities/{sample.DOCK}/related", depth=2, limit=1000)
    far = next(one for one in found if one["thing"]["label"] == "Commissioner")
    assert (far["depth"], far["reasons"], [via["thing"]["label"] for via in far["via"]]) == (
        2,
        [],
        ["Harbour Inspectorate", "pilots"],
    )


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"limit": "1"},
        {"limit": "20"},
        {"limit": "60"},
        {"limit": "2", "types": "organisations"},
        {"types": ["post", "topic"], "limit": "1"},
        {"types": "person"},
        {"from": "2017-03-14", "to": "2017-03-14"},
        {"to": "2017-03-13"},
        {"from": "2017-01-01", "limit": "1"},
        {"depth": "2"},
        {"depth": "2", "limit": "3", "types": ["organisations", "post"]},
        {"depth": "2", "from": "2017-01-01"},
    ],
)
def test_what_is_answered_past_the_framework_is_what_the_route_answers(web, asked):
    for one in items(web, "entities", limit=100):
        path = f"/api/v1/entities/{one['iri'].removeprefix(BASE)}/related"
        routed = {**asked, "fields": "thing,depth,score,reasons,via"}
        short, whole = web.get(path, params=asked), web.get(path, params=routed)
        assert short.headers["content-type"] == whole.headers["content-type"]
        assert short.headers["etag"].startswith('W/"')
        assert short.headers["x-total-count"] == whole.headers["x-total-count"]
        if short.json()["next"] is None:
            assert short.content == whole.content
        else:
            assert short.json()["items"] == whole.json()["items"]
            assert short.links["next"]["url"] == short.json()["next"]
            further = [web.get(answer.json()["next"]).json()["items"] for answer in (short, whole)]
            assert further[0] == further[1] != []


def test_the_first_page_has_a_head_and_is_spared_who_has_it(web):
    whole = web.get(f"{HI}/related")
    head = web.head(f"{HI}/related")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", whole.headers["etag"])
    again = web.get(f"{HI}/related", headers={"If-None-Match": whole.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert web.post(f"{HI}/related").status_code == 405


def test_a_timeline_keeps_to_its_days(web):
    found = items(web, f"entities/{sample.CHIEF}/timeline", **{"from": "2017-03-15"})
    assert [(event["day"], event["what"], event["fact"]["text"]) for event in found] == [
        ("2017-03-28", "due", "send the report")
    ]


def test_a_connection_is_told_with_its_evidence(web):
    (path,) = items(web, "paths", **{"from": sample.DOCK, "to": sample.PORT})
    assert items(web, "paths", **{"from": "Dock Inspectorate", "to": "port authority"}) == [path]
    assert [step["target"]["label"] for step in path["steps"]] == ["Harbour Inspectorate", "Port Authority"]
    assert path["steps"][1]["reasons"][0]["evidence"][0]["words"].startswith("The Harbour Inspectorate (HI) inspects")


@pytest.mark.parametrize(
    ("path", "params", "texts"),
    [
        ("meetings", {"participant": "Port Authority"}, ["Meeting on fees"]),
        ("statements", {"speaker": "Ann Moor"}, ['about "shadow-fees" & co-operation']),
        ("statements", {"act": "directive"}, ["about pilots"]),
        ("questions/unanswered", {}, ["about pilots"]),
        ("questions/unanswered", {"addressee": "HI"}, ["about pilots"]),
        ("commitments", {"beneficiary": f"data:{sample.COMMISSIONER}"}, ["publish its fees"]),
        ("commitments", {"due_before": "2017-12-31"}, ["send the report"]),
        ("commitments", {"overdue_on": "2017-03-29", "strength": "committed"}, ["send the report"]),
        ("commitments", {"status": "completed"}, []),
        ("inspections", {"joint": True, "topic": "pilots"}, ["joint inspection of pilots"]),
        ("inspections", {"conducted_by": "HI", "from": "2018-01-01"}, []),
    ],
)
def test_facts_are_listed_as_they_are_asked_for(web, path, params, texts):
    assert [fact["text"] for fact in items(web, path, **params)] == texts


@pytest.mark.parametrize(
    ("path", "params", "labels"),
    [
        ("entities", {"types": ["inspectorate"], "from": "2017-01-01"}, ["Dock Inspectorate", "Harbour Inspectorate"]),
        ("organisations", {"to": "2017-12-31"}, ["Dock Inspectorate", "Harbour Inspectorate", "Port Authority"]),
        ("posts", {"from": "2018-01-01"}, ["Commissioner"]),
        ("persons", {"name": "moor"}, ["Ann Moor"]),
        ("topics", {"name": "pilots"}, ["pilots"]),
    ],
)
def test_entities_are_listed_by_name(web, path, params, labels):
    assert [one["label"] for one in items(web, path, **params)] == labels


def test_minutes_come_whole_with_what_was_not_understood(web):
    body = web.get("/api/v1/minutes/2018-06-05-fees").json()
    assert body["text"] == TEXT
    assert body["coverage"] == {"sentences": 4, "mapped": 3, "share": 0.75}
    assert [quote["words"] for quote in body["unmapped"]] == ["Nobody spoke of lamps."]
    assert {kind: len(facts) for kind, facts in body["facts"].items()} == {
        "statement": 1,
        "commitment": 1,
        "meeting": 1,
        "agenda-item": 1,
    }


def test_a_search_marks_what_it_found(web):
    (hit,) = items(web, "search", q="report weeks", kind="commitment")
    assert (hit["what"], hit["title"]) == ("commitment", "send the report")
    assert "<mark>report</mark>" in hit["highlight"] or "<mark>weeks</mark>" in hit["highlight"]
    assert hit["fact"]["quotes"][0]["words"] == PROMISE


def test_pages_follow_each_other_to_the_end(web):
    address, seen = "/api/v1/entities?types=agents&from=2017-01-01&limit=2", []
    while address:
        body = web.get(address).json()
        seen += [one["label"] for one in body["items"]]
        address = body["next"]
    assert len(seen) == body["total"] == len(set(seen)) > 4


@pytest.mark.parametrize(
    ("path", "params", "status", "parameter"),
    [
        ("entities/person/nobody", {}, 404, None),
        ("entities/person/nobody/related", {}, 404, None),
        ("entities/person/nobody/timeline", {}, 404, None),
        ("minutes/none", {}, 404, None),
        ("paths", {"from": sample.HI, "to": "person/nobody"}, 404, "to"),
        ("paths", {"from": sample.HI}, 422, "to"),
        ("commitments", {"actor": "Nobody"}, 404, "actor"),
        ("commitments", {"topic": "Nobody"}, 404, "topic"),
        ("inspections", {"conducted_by": "Nobody"}, 404, "conducted_by"),
        ("commitments", {"strength": "strong"}, 422, "strength"),
        ("commitments", {"due_before": "soon"}, 422, "due_before"),
        ("commitments", {"deadline": "2018-01-01"}, 422, "deadline"),
        ("commitments", {"cursor": "x"}, 422, "cursor"),
        ("commitments", {"fields": "colour"}, 422, "fields"),
        ("statements", {"act": "shouted"}, 422, "act"),
        ("entities", {"types": "ship"}, 422, "types"),
        ("entities", {"kind": "ship"}, 422, "kind"),
        ("entities", {"limit": 0}, 422, "limit"),
        (f"entities/{sample.HI}/related", {"depth": 3}, 422, "depth"),
        (f"entities/{sample.HI}/related", {"from": "2018-02-30"}, 422, "from"),
        (f"entities/{sample.HI}/related", {"from": ["2018-01-01", "2018-01-02"]}, 422, "from"),
        (f"entities/{sample.HI}/related", {"cursor": "made-up"}, 422, "cursor"),
        (f"entities/{sample.HI}/related", {"types": "ship"}, 422, "types"),
        ("search", {}, 422, "q"),
        ("search", {"q": " - "}, 422, "q"),
        ("search", {"q": "pilots", "kind": "ship"}, 422, "kind.0"),
    ],
)
def test_what_is_wrong_is_a_problem_that_names_the_parameter(web, path, params, status, parameter):
    answer = web.get(f"/api/v1/{path}", params=params)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json().get("parameter") == parameter


@pytest.mark.parametrize("q", ['"', "a AND", "NEAR(", "title:x", "x' OR 1=1", "*", "\u0000", "😀", "a" * 900])
def test_no_search_is_an_error_of_ours(web, q):
    assert web.get("/api/v1/search", params={"q": q}).status_code in {200, 422}


def test_when_every_thread_is_busy_the_surplus_is_told_to_come_again(tmp_path, monkeypatch):
    place, free = str(tmp_path / "kg"), threading.Event()
    with open_store(place) as store:
        store.replace(told(sample.reading()))
        write_index(store)
    monkeypatch.setattr("api.v1.facts.facts_of", lambda *_, **__: free.wait(20))
    with served(create_app(Settings(store=place, workers=1, time_limit=0.5))) as web:
        answer = web.get("/api/v1/commitments")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
        assert web.get(f"{HI}/related").status_code == 200
        free.set()


def test_only_the_fields_that_are_wanted_go_out(web):
    assert items(web, "commitments", fields="text,due_by", limit=1) == [
        {"text": "send the report", "due_by": "2017-03-28"}
    ]


def test_every_route_is_described_with_examples(web):
    paths = web.get("/openapi.json").json()["paths"]
    wanted = (
        "entities",
        "organisations",
        "posts",
        "persons",
        "topics",
        "meetings",
        "statements",
        "questions/unanswered",
        "commitments",
    )
    ours = [f"/api/v1/{name}" for name in (*wanted, "inspections", "paths", "search", "minutes/{slug}")]
    ours += [f"/api/v1/entities/{{type}}/{{slug}}{rest}" for rest in ("", "/related", "/timeline")]
    assert set(ours) <= set(paths)
    for path in ours:
        told = paths[path]["get"]
        assert told["summary"]
        named = [
            one
            for one in told["parameters"]
            if one["name"] not in {"limit", "cursor", "depth", "longest", "kind", "fields", "format"}
        ]
        assert all(one["schema"].get("examples") or one.get("examples") for one in named), path


def test_the_index_follows_the_graph(tmp_path):
    import time

    place = str(tmp_path / "kg")
    with open_store(place) as store:
        store.replace(told(sample.reading()))
        write_index(store)
    with served(create_app(Settings(store=place, workers=1))) as web:
        assert items(web, "persons") == []
        with open_store(place) as store:
            store.replace(told(fees()))  # and no index: the server makes one of its own
        limit = time.monotonic() + 120
        while not items(web, "persons") and time.monotonic() < limit:
            time.sleep(0.1)
        assert [one["label"] for one in items(web, "persons")] == ["Ann Moor"]


def test_what_is_answered_past_the_framework_is_counted_as_the_route_is(web):
    for query in ("", "?fields=score"):
        assert web.get(f"{HI}/related{query}").status_code == 200
    counted = set(re.findall(r'route="([^"]*related)"', web.get("/metrics").text))
    assert counted == {hot.ROUTE}
