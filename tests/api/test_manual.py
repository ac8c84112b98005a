"""The description of the API for people."""

from __future__ import annotations

import html
import re

from api.errors import KINDS, MEANINGS
from kg.terms import slug


def test_the_page_describes_every_operation_of_the_api(web):
    text = web.get("/docs").text
    described = web.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, ways in described["paths"].items():
        for method in ways:
            assert f"<b>{method.upper()}</b> {html.escape(path)}</code>" in text


def test_the_page_loads_nothing_from_elsewhere(web):
    text = web.get("/docs").text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', text)


def test_each_operation_has_a_summary_and_each_parameter_a_meaning(web):
    for path, ways in web.get("/openapi.json").json()["paths"].items():
        for method, way in ways.items():
            assert way.get("summary"), f"{method} {path}"
            for one in way.get("parameters", ()):
                assert one.get("description"), f"{method} {path}: {one['name']}"


def test_the_example_of_a_question_works(web):
    text = web.get("/docs").text
    example = re.search(r'href="(/api/v1/ask/overdue\?[^"]+)"', text)[1]
    assert web.get(html.unescape(example)).status_code == 200


def test_every_kind_of_problem_has_a_page(web):
    listed = web.get("/problems").text
    for one in MEANINGS.values():
        assert f'href="/problems/{slug(one.title)}"' in listed
        assert f"<h1>{one.title}</h1>" in web.get(f"/problems/{slug(one.title)}").text
    for title, (_, meaning) in KINDS.items():
        assert meaning in html.unescape(web.get(f"/problems/{slug(title)}").text)
    assert web.get("/problems/none").status_code == 404


def test_the_type_of_a_problem_leads_to_its_page(web):
    problem = web.get("/api/v1/ask/commitments", params={"body": "nobody"}).json()
    assert "<h1>Nothing found</h1>" in web.get(problem["type"]).text
    unknown = web.get("/api/v1/ask/commitments", params={"bdy": "HI"}).json()
    assert "<h1>A parameter is not usable</h1>" in web.get(unknown["type"]).text
    assert web.get("/api/v1/nothing").json()["type"] == "about:blank"
