"""What stands around every answer."""

from __future__ import annotations

import io
import json
import logging
import re
import time

import pytest
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse

from api import app as application
from api.app import create_app
from api.errors import Problem
from api.frame import note, set_up_logs
from api.settings import Settings
from tests.api.conftest import served

BROWSER = {"Accept": "text/html,application/xhtml+xml"}


async def _broken(scope, receive, send):
    raise ZeroDivisionError("nobody foresaw this")


async def _counted(scope, receive, send):
    note(scope, rows=3, query_seconds=0.25, query="SELECT * {}")
    await PlainTextResponse("x" * 5000)(scope, receive, send)


async def _reads(scope, receive, send):
    while (await receive()).get("more_body"):
        pass
    await PlainTextResponse("read")(scope, receive, send)


async def _refuses(scope, receive, send):
    raise Problem(409, "Conflict", "name is taken; choose another", parameter="name")


async def _gone(scope, receive, send):
    raise HTTPException(410)


@pytest.fixture(scope="module")
def doors(note_store):
    """A server with some bare doors, and low limits."""
    known = {"/broken": _broken, "/counted": _counted, "/reads": _reads, "/refuses": _refuses, "/gone": _gone}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(application, "DOORS", known)
        with served(create_app(Settings(store=note_store, workers=1, url_limit=300, body_limit=1000))) as client:
            yield client


@pytest.fixture
def lines():
    """What is logged while the test runs, a JSON object for each line."""
    set_up_logs(Settings(log_format="json", log_level="debug"))
    (handler,) = logging.getLogger("kg").handlers
    stream = handler.stream = io.StringIO()

    def logged(message: str) -> dict:
        """The line one of whose values is this; the answer may arrive a moment before its line."""
        for _ in range(100):
            found = [line for line in map(json.loads, stream.getvalue().splitlines()) if message in line.values()]
            if found:
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"no line tells of {message}: {stream.getvalue()}")

    yield logged
    for name in ("kg", "uvicorn"):
        logging.getLogger(name).handlers = []


# ── problems ─────────────────────────────────────────────────────────────────────────────────────────────────────


def told(response) -> dict:
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == response.status_code
    assert problem["request_id"] == response.headers["x-request-id"]
    return problem


def test_a_path_that_is_not_there_is_a_problem_for_programs_and_a_page_for_people(web):
    assert (
        told(web.get("/api/v1/nothing"))["detail"] == "there is nothing at /api/v1/nothing; /docs tells what there is"
    )
    page = web.get("/nothing", headers=BROWSER)
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert told(web.get("/api/v1/nothing", headers=BROWSER))["title"] == "Not Found"


def test_a_method_that_a_path_does_not_take_is_refused_with_those_that_it_takes(web):
    refused = web.put("/health")
    assert told(refused)["detail"] == "/health takes GET, HEAD, OPTIONS, not PUT"
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_options_tells_the_methods(web):
    answer = web.options("/sparql")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, POST, HEAD, OPTIONS")


def test_a_parameter_that_nobody_knows_is_named(web):
    problem = told(web.get("/api/v1", params={"colour": "red"}))
    assert (problem["status"], problem["parameter"]) == (422, "colour")


def test_a_question_names_the_parameter_at_fault(web):
    problem = told(web.get("/questions/overdue", params={"on": "soon"}))
    assert (problem["status"], problem["parameter"], problem["type"]) == (
        400,
        "on",
        "/problems/the-query-is-not-usable",
    )


def test_a_bare_door_tells_its_problems_in_the_same_form(doors):
    assert told(doors.get("/refuses"))["parameter"] == "name"
    assert told(doors.get("/gone"))["title"] == "Gone"


def test_what_nobody_foresaw_is_a_500_that_tells_no_secrets(doors, lines):
    problem = told(doors.get("/broken"))
    assert problem["status"] == 500
    assert "nobody foresaw" not in json.dumps(problem)
    logged = lines("error")
    assert problem["request_id"] in logged["message"]
    assert "nobody foresaw this" in logged["error"]


# ── limits ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_url_that_is_too_long_is_refused(doors):
    assert told(doors.get("/" + "a" * 400))["status"] == 414


@pytest.mark.parametrize("body", [b"x" * 1001, iter([b"x" * 600, b"x" * 600])])
def test_a_body_that_is_too_large_is_refused_whether_announced_or_not(doors, body):
    assert told(doors.post("/reads", content=body))["detail"] == "a body may have 1000 bytes"


def test_a_body_within_the_limit_is_read(doors):
    assert doors.post("/reads", content=iter([b"x" * 500, b"x" * 500])).text == "read"


# ── numbers, logs, metrics ───────────────────────────────────────────────────────────────────────────────────────


def test_each_request_has_a_number_and_keeps_the_one_it_came_with(web):
    assert re.fullmatch("[0-9a-f]{16}", web.get("/health").headers["x-request-id"])
    assert web.get("/health", headers={"X-Request-ID": "trace-7"}).headers["x-request-id"] == "trace-7"
    assert web.get("/health", headers={"X-Request-ID": 'a" b'}).headers["x-request-id"] != 'a" b'


def test_a_request_is_logged_with_its_rows_and_times(doors, lines):
    doors.get("/counted", headers={"X-Request-ID": "seen", "Accept-Encoding": "identity"})
    line = lines("seen")
    assert (line["message"], line["path"], line["status"], line["request_id"]) == ("request", "/counted", 200, "seen")
    assert (line["rows"], line["query_seconds"], line["bytes"]) == (3, 0.25, 5000)
    assert line["milliseconds"] >= 0
    assert "query" not in line


def test_a_slow_request_is_logged_with_its_query(note_store, lines, monkeypatch):
    monkeypatch.setattr(application, "DOORS", {"/counted": _counted})
    with served(create_app(Settings(store=note_store, workers=1, slow_query=0, log_requests=False))) as client:
        client.get("/counted")
    line = lines("slow request")
    assert (line["level"], line["message"], line["query"]) == ("warning", "slow request", "SELECT * {}")


def test_lines_for_people_quote_what_holds_a_space():
    set_up_logs(Settings())
    (handler,) = logging.getLogger("kg").handlers
    record = logging.LogRecord("kg", logging.INFO, "", 0, "request", (), None)
    record.fields = {"path": "/id/a b", "status": 200}
    assert handler.format(record).endswith('Z INFO request path="/id/a b" status=200')
    for name in ("kg", "uvicorn"):
        logging.getLogger(name).handlers = []


def test_requests_are_counted_by_the_pattern_of_their_route(web):
    web.get("/questions/overdue")
    web.get("/questions/commitments")
    text = web.get("/metrics").text
    assert re.search(r'kg_requests_total\{method="GET",route="/questions/\{name\}",status="200"\} [2-9]', text)
    assert "kg_workers_free 1.0" in text


def test_rows_are_counted(doors):
    doors.get("/counted")
    rows = re.search(r"^kg_rows_total (\d+)", doors.get("/metrics").text, re.MULTILINE)
    assert int(rows[1]) % 3 == 0
    assert int(rows[1]) >= 3


def test_ready_tells_which_graph_is_served(web):
    assert re.fullmatch("[0-9a-f]{64}", web.get("/ready").json()["dataset"])


# ── tags, compression, other origins, HEAD ───────────────────────────────────────────────────────────────────────


def test_an_answer_that_the_client_has_is_not_sent_again(web):
    first = web.get("/api/v1")
    again = web.get("/api/v1", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert web.get("/api/v1", headers={"If-None-Match": '"other", ' + first.headers["etag"]}).status_code == 304
    assert web.get("/api/v1", headers={"If-None-Match": '"other"'}).status_code == 200


def test_another_form_of_an_answer_has_another_tag(web):
    tags = {web.get("/api/v1", headers={"Accept": media}).headers["etag"] for media in ("application/json", "*/*")}
    assert len(tags) == 2


def test_what_changes_by_itself_has_no_tag(web):
    assert all("etag" not in web.get(path).headers for path in ("/health", "/ready", "/metrics"))


@pytest.mark.parametrize("encoding", ["gzip", "zstd", "br"])
def test_a_long_answer_is_compressed_as_the_client_takes_it(doors, encoding):
    with doors.stream("GET", "/counted", headers={"Accept-Encoding": encoding}) as answer:
        assert answer.headers["content-encoding"] == encoding
        assert sum(map(len, answer.iter_raw())) < 500


def test_an_encoding_that_is_refused_is_not_used(doors):
    answer = doors.get("/counted", headers={"Accept-Encoding": "gzip;q=0, identity"})
    assert "content-encoding" not in answer.headers
    assert len(answer.content) == 5000


def test_pages_of_any_origin_may_read_answers_and_their_headers(web):
    answer = web.get("/health", headers={"Origin": "https://a.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "X-Request-ID" in answer.headers["access-control-expose-headers"]
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    assert web.options("/sparql", headers=asked).headers["access-control-allow-origin"] == "*"


def test_other_origins_can_be_named(note_store):
    settings = Settings(store=note_store, workers=1, cors_origins="https://a.example")
    with served(create_app(settings)) as client:
        named = client.get("/health", headers={"Origin": "https://a.example"})
        other = client.get("/health", headers={"Origin": "https://b.example"})
    assert named.headers["access-control-allow-origin"] == "https://a.example"
    assert "access-control-allow-origin" not in other.headers


def test_head_tells_what_get_would(web):
    head, got = web.head("/api/v1"), web.get("/api/v1")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(got.content))
    assert head.headers["etag"] == got.headers["etag"]


def test_results_of_queries_and_rdf_are_compressed_where_they_are_large(web):
    rows = {"query": "SELECT * { ?s ?p ?o } LIMIT 200"}
    for accept in ("application/sparql-results+json", "text/csv"):
        answer = web.get("/sparql", params=rows, headers={"Accept": accept, "Accept-Encoding": "gzip"})
        assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept, Accept-Encoding")
    few = web.get("/sparql", params={"query": "ASK {}"}, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in few.headers
    plain = web.get("/sparql", params=rows, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
