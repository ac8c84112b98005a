"""Lists page by page."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import APIRouter, Depends, FastAPI, Request, Response

from api import problems
from api.accept import best, chosen
from api.errors import Problem
from api.replies import Fields, Paged, cut, known_parameters, listing, reply
from tests.api.conftest import served

ROWS = [{"id": number, "day": date(2017, 3, number), "label": f"no. {number}"} for number in range(1, 8)]


@pytest.fixture(scope="module")
def client():
    router = APIRouter(dependencies=[Depends(known_parameters)])

    @router.get("/by-key")
    async def by_key(request: Request, page: Paged, fields: Fields) -> Response:
        last = page.after[0] if page.after else 0
        rows = [row for row in ROWS if row["id"] > last]
        more = (rows[page.limit - 1]["id"],) if len(rows) > page.limit else None
        return listing(request, page, rows[: page.limit], total=len(ROWS), more=more, fields=fields, kind="days")

    @router.get("/at-hand")
    async def at_hand(request: Request, page: Paged) -> Response:
        rows, more = cut(page, ROWS)
        return listing(request, page, rows, total=len(ROWS), more=more)

    app = FastAPI()
    app.include_router(router)
    app.add_exception_handler(Problem, lambda request, fault: problems.of_error(request.scope, fault))
    with served(app) as client:
        yield client


@pytest.mark.parametrize("path", ["/by-key", "/at-hand"])
def test_following_next_gives_every_item_once(client, path):
    seen, address = [], f"{path}?limit=3"
    while address:
        answer = client.get(address)
        body = answer.json()
        assert (body["total"], body["limit"], answer.headers["x-total-count"]) == (7, 3, "7")
        assert answer.headers.get("link") == (f'<{body["next"]}>; rel="next"' if body["next"] else None)
        seen += [item["id"] for item in body["items"]]
        address = body["next"]
    assert seen == [1, 2, 3, 4, 5, 6, 7]


def test_next_keeps_the_other_parameters(client):
    assert "fields=id" in client.get("/by-key?fields=id&limit=2").json()["next"]


def test_only_the_fields_that_are_wanted_come(client):
    body = client.get("/by-key", params={"fields": "label, day", "limit": 1}).json()
    assert body["items"] == [{"label": "no. 1", "day": "2017-03-01"}]
    assert body["kind"] == "days"


@pytest.mark.parametrize(
    ("params", "parameter", "detail"),
    [
        ({"fields": "colour"}, "fields", "items have no field 'colour'; known: id, day, label"),
        ({"cursor": "!"}, "cursor", "cursor: is no cursor of this list"),
        ({"cursor": "e30"}, "cursor", "cursor: is no cursor of this list"),
        ({"limits": 3}, "limits", "there is no parameter 'limits' here; known: cursor, fields, limit"),
        ({"limit": [2, 3]}, "limit", "limit is given more than once"),
    ],
)
def test_a_parameter_at_fault_is_named(client, params, parameter, detail):
    answer = client.get("/by-key", params=params)
    assert (answer.status_code, answer.json()["parameter"]) == (422, parameter)
    assert answer.json()["detail"].startswith(detail)


def test_a_cursor_of_another_list_is_refused(client):
    foreign = client.get("/by-key?limit=1").json()["next"].partition("cursor=")[2]
    assert client.get("/at-hand", params={"cursor": foreign}).status_code == 200  # a whole number fits both
    assert client.get("/at-hand", params={"cursor": "WyJhIl0"}).status_code == 422


def test_what_has_no_json_form_is_a_fault_of_ours():
    with pytest.raises(TypeError, match="not JSON serializable: object"):
        reply(object())


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*;q=0.9, application/json;q=0.8", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("image/png", None),
        ("nonsense", None),
    ],
)
def test_the_form_that_is_liked_best_is_taken(header, wanted):
    assert best(header, ("application/json", "text/csv")) == wanted


def test_format_goes_before_accept_and_what_is_not_on_offer_is_406():
    offered = {"json": "application/json", "csv": "text/csv"}
    assert chosen("text/csv", "json", offered) == "json"
    assert chosen("text/csv", None, offered) == "csv"
    for header, form in (("image/png", None), ("*/*", "xls")):
        with pytest.raises(Problem) as refused:
            chosen(header, form, offered)
        assert refused.value.status == 406
