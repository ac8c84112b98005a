"""The web application, over loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from kg.errors import StoreError
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample
from tests.api.conftest import served

BROWSER = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> Iterator[httpx.Client]:
    place = tmp_path_factory.mktemp("served") / "kg"
    with open_store(place) as store:
        store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
    with served(create_app(Settings(store=str(place)))) as client:
        yield client


def test_health_says_that_the_graph_can_be_asked(client):
    assert client.get("/health").json()["status"] == "ok"


def test_a_store_that_is_not_there_is_refused_at_the_start(tmp_path):
    with pytest.raises(StoreError, match="there is none yet"):
        create_app(Settings(store=str(tmp_path / "none")))


def test_the_first_page_says_what_is_in_the_graph_and_offers_three_questions(client):
    page = client.get("/", headers=BROWSER)
    assert page.status_code == 200
    assert "<b>2</b> inspectorates" in page.text
    assert "Meeting with the Chief Inspector of Harbours" in page.text
    links = [part.partition('"')[0] for part in page.text.split('href="')[1:] if part.startswith("/questions/")]
    assert len(links) == 3
    assert all(client.get(link).status_code == 200 for link in links)


def test_a_question_is_answered_as_a_table_with_words(client):
    page = client.get("/questions/commitments", params={"body": "HI"}).text
    assert "The Chief Inspector agreed to send the report within two weeks." in page
    assert "1 row<" in page


def test_a_question_that_needs_something_asks_for_it(client):
    page = client.get("/questions/overdue")
    assert page.status_code == 200
    assert 'type="date" required' in page.text


def test_a_wrong_parameter_is_a_page_that_says_so(client):
    page = client.get("/questions/overdue", params={"on": "soon"}, headers=BROWSER)
    assert page.status_code == 400
    assert "on should be a date such as 2017-03-14, not &#39;soon&#39;" in page.text


def test_what_users_type_is_escaped(client):
    page = client.get("/questions/commitments", params={"body": "<script>alert(1)</script>"}, headers=BROWSER)
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_a_thing_has_a_page_with_its_facts_and_words(client):
    page = client.get("/id/inspectorate/harbour-inspectorate", follow_redirects=True).text
    assert "<h1>Harbour Inspectorate</h1>" in page
    assert "also called HI" in page
    assert "HI and the Dock Inspectorate are carrying out a joint inspection of pilots." in page


def test_a_thing_nobody_knows_is_not_found(client):
    assert client.get("/id/person/nobody").status_code == 404
    assert client.get("/id/person/nobody").headers["content-type"] == "application/problem+json"


def test_the_api_describes_itself(client):
    assert client.get("/docs").status_code == 200
    assert "/sparql" in json.dumps(client.get("/openapi.json").json())
