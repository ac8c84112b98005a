"""Plain queries, which are answered past the framework: nobody can tell, but by the time."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Self
from urllib.parse import quote

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from api.sparql import express
from api.sparql.express import heads
from tests.api.conftest import served

PLAIN = b"Host: here.example\r\nAccept: text/csv\r\n"
DATES = "SELECT ?d { ?m a ikg:Meeting ; dcterms:date ?d }"


@pytest.fixture(scope="module")
def client(note_store) -> Iterator[httpx.Client]:
    """A server with low limits."""
    settings = Settings(store=note_store, workers=1, row_limit=50, byte_limit=100_000, url_limit=2000, time_limit=0.5)
    with served(create_app(settings)) as client:
        yield client


@pytest.fixture
def taken(monkeypatch) -> list[str]:
    """The queries that go straight."""
    queries: list[str] = []
    ask = express.Express._ask

    def noting(self, query, one):
        queries.append(query)
        return ask(self, query, one)

    monkeypatch.setattr(express.Express, "_ask", noting)
    return queries


class Connection:
    """A connection of our own."""

    def __init__(self, client: httpx.Client) -> None:
        self._socket = socket.create_connection((client.base_url.host, client.base_url.port), timeout=20)
        self._got = b""

    def send(self, *pieces: bytes) -> None:
        """Send pieces, each in a packet of its own as far as that can be had."""
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in pieces:
            self._socket.sendall(piece)
            httpx.get(
                f"http://{self._socket.getpeername()[0]}:{self._socket.getpeername()[1]}/health"
            )  # it has read that

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """The next answer."""
        while b"\r\n\r\n" not in self._got:
            self._more()
        head, self._got = self._got.split(b"\r\n\r\n", 1)
        first, *lines = head.decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        while len(self._got) < int(headers["content-length"]):
            self._more()
        body, self._got = self._got[: int(headers["content-length"])], self._got[int(headers["content-length"]) :]
        return int(first.split()[1]), headers, body

    def _more(self) -> None:
        piece = self._socket.recv(65_536)
        assert piece, "the server closed the connection"
        self._got += piece

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()


def request(query: str, headers: bytes = PLAIN) -> bytes:
    return f"GET /sparql?query={quote(query)} HTTP/1.1\r\n".encode() + headers + b"\r\n"


def posted(query: str, headers: bytes = PLAIN, kind: str = "application/x-www-form-urlencoded") -> bytes:
    body = f"query={quote(query)}".encode() if "form" in kind else query.encode()
    about = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n".encode()
    return b"POST /sparql HTTP/1.1\r\n" + headers + about + b"\r\n" + body


@pytest.mark.parametrize("accept", ["*/*", "text/csv", "application/sparql-results+xml", "text/turtle", "image/png"])
@pytest.mark.parametrize(
    "query",
    [
        DATES,
        "SELECT * { ?s ?p ?o }",
        "ASK {}",
        "CONSTRUCT WHERE { ?m a ikg:Meeting }",
        "SELECT ('a+b = ü' AS ?x) (<relative> AS ?y) {}",
        "SELECT (CONCAT('\\u0001', 'x') AS ?x) {}",
        "",
        "SELEC",
        "SELECT * { SERVICE <urn:x> {} }",
        "SELECT * FROM <urn:x> { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT ?x { ?a ?b ?c BIND(CONCAT(STR(?a), STR(?a), STR(?a), STR(?a), STR(?a), STR(?a), STR(?a)) AS ?y) BIND(CONCAT(?y, ?y, ?y, ?y, ?y, ?y, ?y, ?y) AS ?x) } LIMIT 49",
    ],
)
def test_the_straight_way_and_the_usual_one_give_the_same(client, taken, query, accept):
    headers = b"Host: here.example\r\nAccept: " + accept.encode() + b"\r\n"
    with Connection(client) as connection:
        connection.send(request(query, headers))
        straight = connection.answer()
        number = len(taken)
        connection.send(request(query, headers + b"X-Other: 1\r\n"))
        usual = connection.answer()
    assert len(taken) == number
    for _, told, _ in (straight, usual):
        assert len(told.pop("x-request-id")) == 16
        assert told.pop("date")
    bodies = [body.partition(b'"request_id"')[0] for _, _, body in (straight, usual)]
    assert (straight[0], straight[1], bodies[0]) == (usual[0], usual[1], bodies[1])


def timeless(body: bytes) -> bytes:
    """The bytes without the second that gzip writes into its head (RFC 1952, MTIME)."""
    return body[:4] + body[8:] if body.startswith(b"\x1f\x8b") else body


@pytest.mark.parametrize("encoding", ["gzip, deflate", "br;q=0.5, zstd", "identity", "*"])
@pytest.mark.parametrize(
    "query", ["SELECT * { ?s ?p ?o } LIMIT 45", "ASK {}", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 45", "SELEC"]
)
def test_a_client_that_takes_compression_gets_the_same_either_way(client, taken, query, encoding):
    headers = f"Host: x\r\nAccept-Encoding: {encoding}\r\n".encode()
    with Connection(client) as connection:
        connection.send(request(query, headers), request(query, headers + b"X-Other: 1\r\n"))
        (status, told, body), (usual_status, usual_told, usual_body) = connection.answer(), connection.answer()
    assert len(taken) == 1
    for one in (told, usual_told):
        del one["x-request-id"], one["date"]
    assert (status, told) == (usual_status, usual_told)
    assert timeless(body) == timeless(usual_body) or status == 400
    assert ("content-encoding" in told) == (len(query) > 20 and encoding != "identity")


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-query; charset=UTF-8"]
)
def test_a_query_that_is_posted_goes_straight_too(client, taken, kind):
    with Connection(client) as connection:
        connection.send(posted("SELECT ('a+b & ü' AS ?x) {}", kind=kind), posted(DATES, kind=kind))
        assert [connection.answer()[2], connection.answer()[2]] == ["x\r\na+b & ü\r\n".encode(), b"d\r\n2017-03-14\r\n"]
    assert taken == ["SELECT ('a+b & ü' AS ?x) {}", DATES]


def test_a_plain_query_goes_straight_and_its_connection_lives_on(client, taken):
    with Connection(client) as connection:
        for _ in range(3):
            connection.send(request(DATES))
            assert connection.answer()[2] == b"d\r\n2017-03-14\r\n"
    assert taken == [DATES] * 3


@pytest.mark.parametrize(
    "unusual",
    [
        request(DATES, b"Host: x\r\nOrigin: https://elsewhere.example\r\n"),
        posted(DATES).replace(b"query=", b"other="),
        posted(DATES, kind="text/plain"),
        posted(DATES, kind="application/sparql-query").replace(b" HTTP", b"?format=csv HTTP"),
        posted("ASK {}", kind="application/x-www-form-urlencoded").replace(b"ASK", b"%ZZ"),
        request(DATES, PLAIN + b"Transfer-Encoding: identity\r\n"),
        request(DATES, b"Host: x\r\nX-Request-ID: mine\r\n"),
        request(DATES, b"Host: x\r\nX-Forwarded-Proto: https\r\n"),
        request(DATES, b"Host: x\r\nAccept: text/html\r\n"),
        request(DATES).replace(b" HTTP", b"&timeout=1 HTTP"),
        request(DATES).replace(b" HTTP", b"%C0%AF HTTP"),
        request(DATES).replace(b"GET", b"HEAD"),
        request(DATES + " " * 800),
    ],
)
def test_what_is_not_plain_goes_the_usual_way(client, taken, unusual):
    with Connection(client) as connection:
        connection.send(unusual)
        if not unusual.startswith(b"HEAD"):
            assert connection.answer()[0] in {200, 400, 414, 415}
    assert taken == []


def test_requests_that_come_at_once_or_in_parts_are_answered_in_their_order(client):
    one, two = request("SELECT (1 AS ?x) {}"), request("SELECT (2 AS ?x) {}")
    with Connection(client) as connection:
        connection.send(one + two)
        assert [connection.answer()[2], connection.answer()[2]] == [b"x\r\n1\r\n", b"x\r\n2\r\n"]
        connection.send(one[:40], one[40:], two)
        assert [connection.answer()[2], connection.answer()[2]] == [b"x\r\n1\r\n", b"x\r\n2\r\n"]
    slow = request("SELECT (3 AS ?x) { ?a ?b ?c . ?d ?e ?f } LIMIT 1 OFFSET 200000")
    with Connection(client) as connection:
        connection.send(slow, one + two, two)
        assert [connection.answer()[0] for _ in range(4)] == [200, 200, 200, 200]


@pytest.mark.parametrize(
    "before",
    [
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: x\r\nX-Part: ",
    ],
)
def test_a_part_of_another_request_is_never_taken_for_one(client, taken, before):
    inside = request("ASK {}")
    with Connection(client) as connection:
        connection.send(before % len(inside) if b"%d" in before else before, inside)
        connection.answer()
        connection.send(request("ASK {}", PLAIN + b"X-Last: 1\r\n"))
        assert connection.answer()[0] == 406
    assert taken == []


def test_headers_are_read_once_and_only_everyday_ones():
    told = heads(PLAIN)
    assert told is not None
    assert (told.base, told.wanted.rows) == ("http://here.example/sparql", "csv")
    for block in (b"Accept: */*\r\n", PLAIN + PLAIN, PLAIN + b"Connection: close\r\n", PLAIN + b"User-Agent: \x00\r\n"):
        assert heads(block) is None
    assert heads(PLAIN + b"connection:  Keep-Alive \r\nUser-Agent: curl/8\r\n") is not None


def test_a_server_that_ends_answers_what_was_asked(note_store):
    with served(create_app(Settings(store=note_store, workers=1))) as client:
        connection = Connection(client)
        connection.send(request("SELECT (1 AS ?n) { ?a ?b ?c . ?d ?e ?f } LIMIT 1 OFFSET 2000000"))
    with connection:
        assert connection.answer()[::2] == (200, b"n\r\n1\r\n")
