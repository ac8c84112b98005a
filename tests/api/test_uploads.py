"""Documents that are handed over."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from kg import receiving
from kg.store import open_store
from tests import sample
from tests.api.conftest import served

TOKEN = "a-token-for-tests"  # noqa: S105 - of a server on loopback that ends with the tests
SHOWN = {"Authorization": f"Bearer {TOKEN}"}
NOTE = sample.TEXT.encode()


@pytest.fixture(scope="module")
def place(note_store, tmp_path_factory) -> str:
    """A store of one's own: the tests write into it."""
    copy = tmp_path_factory.mktemp("written") / "kg"
    shutil.copytree(note_store, copy)
    return str(copy)


@pytest.fixture(scope="module")
def client(place) -> Iterator[httpx.Client]:
    settings = Settings(store=place, workers=1, token=TOKEN, log_requests=False, body_limit=100_000)
    with served(create_app(settings)) as client:
        yield client


def send(
    client: httpx.Client, name: str = "2019-05-01-docks.txt", content: bytes = NOTE, **params: object
) -> httpx.Response:
    return client.post("/api/v1/minutes", files={"file": (name, content)}, params=params, headers=SHOWN, timeout=120)


def test_a_dry_run_tells_the_facts_and_keeps_nothing(client, place):
    version = client.get("/ready").json()["dataset"]
    answer = send(client, dry_run=True)
    body = answer.json()
    assert (answer.status_code, body["stored"], body["page"]) == (200, False, None)
    (promise,) = body["facts"]["commitment"]
    assert promise["quotes"][0]["words"] == "The Chief Inspector agreed to send the report within two weeks."
    assert all(sample.TEXT[q["start"] : q["end"]] == q["words"] for q in promise["quotes"])
    assert client.get("/ready").json()["dataset"] == version
    with open_store(place, read_only=True) as store:
        assert store.text_of("2019-05-01-docks") is None


def test_a_document_is_kept_and_can_be_asked_at_once_and_takes_its_own_place_again(client):
    first = send(client, "2019-06-01-quays.txt")
    assert (first.status_code, first.json()["stored"], first.json()["replaced"]) == (201, True, False)
    where = first.headers["location"]
    told = client.get(where).json()
    assert told["facts"].keys() == first.json()["facts"].keys()
    assert client.get(first.json()["page"]).status_code == 200
    again = send(client, "2019-06-01-quays.txt", NOTE.replace(b"two weeks", b"three weeks"))
    assert (again.status_code, again.json()["replaced"]) == (200, True)
    assert client.get(where).json()["facts"]["commitment"][0]["due_text"] == "within three weeks"


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"Authorization": "Bearer wrong"}, 401), ({"Authorization": "Basic eDp5"}, 401)]
)
def test_who_does_not_show_the_token_is_refused(client, headers, status):
    answer = client.post("/api/v1/minutes", files={"file": ("a.txt", NOTE)}, headers=headers)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (status, 'Bearer realm="Inspectorate KG"')


def test_a_server_without_a_token_takes_nothing(web):
    answer = web.post("/api/v1/minutes", files={"file": ("a.txt", NOTE)}, headers=SHOWN)
    assert (answer.status_code, answer.json()["title"]) == (403, "Writing is off")


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("a.xls", b"x", 422, "a.xls: unknown format"),
        ("a.docx", b"PK\x03\x04 no archive", 422, "a.docx: "),
        ("a.txt", b"", 422, "a.txt: "),
        ("a.txt", b"x" * 200_000, 413, "a body may have 100000 bytes"),
    ],
)
def test_what_cannot_be_read_is_told(client, name, content, status, words):
    answer = send(client, name, content, dry_run=True)
    assert answer.status_code == status
    assert answer.json()["detail"].startswith(words)


def test_a_request_without_a_file_names_the_parameter(client):
    answer = client.post("/api/v1/minutes", headers=SHOWN)
    assert (answer.status_code, answer.json()["parameter"]) == (422, "file")


def test_a_store_in_other_hands_is_told_as_such(client, place):
    with open_store(place):
        answer = send(client, "2019-07-01-locks.txt")
    assert (answer.status_code, answer.json()["title"]) == (503, "The store is not usable")


def test_a_document_that_takes_too_long_is_given_up(note_store):
    settings = Settings(store=note_store, workers=1, token=TOKEN, reading_limit=0.05, log_requests=False)
    with served(create_app(settings)) as client:
        answer = send(client, dry_run=True)
        assert (answer.status_code, answer.json()["title"]) == (504, "The document took too long")
        assert client.get("/health").status_code == 200


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\notes\\a.txt", "a.txt"),
        ("", None),
        ("..", None),
        ("a\nb", None),
        ("x" * 300, None),
    ],
)
def test_a_name_is_taken_without_its_folders(given, name):
    assert receiving.file_name(given) == name
