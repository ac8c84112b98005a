"""What becomes of the server when it is treated badly: 200 queries at once that would never end, and worse manners.

    python tests/benchmarks/siege.py [--quads 200000] [--queries 200] [--limit 10]

Starts ``kg serve`` over a made graph, sends runaway queries of six kinds all at once, and meanwhile asks /health and a page
of an entity again and again.  Then: a client that hangs up, a query of 2 MB, broken percent-encoding, 200 slow senders.
Prints each figure with what is allowed, and ends with 1 where one is not kept.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import quote

sys.path[0] = str(Path(__file__).resolve().parents[2])  # a file beside this one would hide Python's own http

from http.client import HTTPConnection, HTTPException  # noqa: E402

from tests.benchmarks import made, servers  # noqa: E402

RUNAWAYS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c",
    "SELECT (COUNT(*) AS ?n) { ?a (<urn:p>|!<urn:q>)* ?b . ?b (<urn:p>|!<urn:q>)* ?c }",
    "SELECT DISTINCT ?a ?d ?c { ?a ?b ?c . ?d ?e ?f }",
    "SELECT (STRLEN(?x34) AS ?n) { BIND('sixteen letters.' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(34)) + " }",
    "SELECT * { " + "?s ?p ?o . " * 400 + "}",
)  # fmt: skip


class Answer(NamedTuple):
    """What a request came to."""

    status: int
    seconds: float
    retry: str | None = None


def ask(port: int, path: str, *, method: str = "GET", body: bytes | None = None, limit: float = 60) -> Answer:
    """One request on a connection of its own; status 0 where the connection broke."""
    begun = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=limit)
    headers = {"Content-Type": "application/sparql-query"} if body is not None else {}
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return Answer(answer.status, time.perf_counter() - begun, answer.headers.get("Retry-After"))
    except (OSError, HTTPException):
        return Answer(0, time.perf_counter() - begun)
    finally:
        connection.close()


class Watcher:
    """Asks for a path again and again until the block ends."""

    def __init__(self, port: int, path: str) -> None:
        self.answers: list[Answer] = []
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(port, path), daemon=True)

    def _watch(self, port: int, path: str) -> None:
        while not self._done.is_set():
            self.answers.append(ask(port, path))
            time.sleep(0.02)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    @property
    def p95(self) -> float:
        """The time within which 95 of 100 were answered, in milliseconds."""
        ordered = sorted(answer.seconds for answer in self.answers)
        return 1000 * ordered[int(0.95 * (len(ordered) - 1))]

    @property
    def failed(self) -> int:
        """How many were not answered well."""
        return sum(answer.status not in {200, 303} for answer in self.answers)


class Memory:
    """The most memory that the server and its processes had together, shared pages counted once, in megabytes."""

    def __init__(self, server: int) -> None:
        self._server = server
        self.most = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            self.most = max(self.most, sum(_megabytes(process) for process in _family(self._server)))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def _family(server: int) -> list[int]:
    """The server and all that came of it: its session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, ProcessLookupError):
                if os.getsid(int(entry.name)) == server:
                    found.append(int(entry.name))
    return found


def _megabytes(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


class Findings:
    """What was measured, beside what is allowed."""

    def __init__(self) -> None:
        self.kept = True

    def tell(self, what: str, value: float, allowed: float, unit: str = "") -> None:
        """A figure that may not be above what is allowed."""
        self.kept = self.kept and value <= allowed
        print(f"{'ok ' if value <= allowed else 'NOT'} {what:58} {value:9.2f} {unit:3} (at most {allowed:g})")

    def holds(self, what: str, well: bool, seen: object) -> None:
        """Something that has to be so."""
        self.kept = self.kept and well
        print(f"{'ok ' if well else 'NOT'} {what:58} {seen}")


def runaways(port: int, server: int, entity: str, number: int, limit: float, found: Findings) -> None:
    """All of them at once, and how the others fare."""
    queries = [RUNAWAYS[place % len(RUNAWAYS)] for place in range(number)]
    begun = time.perf_counter()
    with (
        Memory(server) as memory,
        Watcher(port, "/health") as health,
        Watcher(port, entity) as pages,
        ThreadPoolExecutor(number) as pool,
    ):
        answers = list(pool.map(lambda query: ask(port, f"/sparql?query={quote(query)}"), queries))
        gone = time.perf_counter() - begun
    refused = [answer for answer in answers if answer.status == 503]
    found.holds(
        f"{number} runaway queries",
        {a.status for a in answers} <= {200, 400, 503, 504},
        dict(Counter(a.status for a in answers)),
    )
    found.holds("all 503 say when to try again", all(answer.retry for answer in refused), len(refused))
    found.tell("the slowest answer", max(answer.seconds for answer in answers), limit + 0.5, "s")
    found.tell("all gone after", gone, 2 * limit, "s")
    found.tell("/health meanwhile, p95", health.p95, 250, "ms")
    found.tell("the page of an entity meanwhile, p95", pages.p95, 250, "ms")
    found.tell("failures of those", health.failed + pages.failed, 0)
    found.tell("memory of all processes together", memory.most, 2000, "MB")
    healthy(port, found)


def healthy(port: int, found: Findings) -> None:
    """Is everything as it was?"""
    answer = ask(port, f"/sparql?query={quote('SELECT * { ?s ?p ?o } LIMIT 10')}")
    found.holds(
        "a query is answered afterwards", answer.status == 200, f"{answer.status} in {1000 * answer.seconds:.0f} ms"
    )


def manners(port: int, found: Findings) -> None:
    """Clients that hang up, say too much, say it wrongly, or never finish."""
    with socket.create_connection(("127.0.0.1", port)) as rude:
        rude.sendall(f"GET /sparql?query={quote(RUNAWAYS[0])} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(0.5)
    begun = time.perf_counter()
    while 'free_workers":2' not in _text(port, "/health") and time.perf_counter() - begun < 5:
        time.sleep(0.02)
    found.tell("a client that hangs up frees its worker after", time.perf_counter() - begun, 1, "s")
    large = ask(port, "/sparql", method="POST", body=b"SELECT * { " + b"?s ?p ?o . " * 190_000 + b"}")
    found.holds("a query of 2 MB", large.status == 413, large.status)
    wrong = {ask(port, f"/sparql?query={text}").status for text in ("%ZZ", "%", "ASK%7B%7D%C0%AF", "%FF")}
    found.holds("broken percent-encoding", wrong == {400}, wrong)
    slow_senders(port, 200, found)
    healthy(port, found)


def slow_senders(port: int, number: int, found: Findings) -> None:
    """Connections that say a byte now and then."""
    senders = [socket.create_connection(("127.0.0.1", port)) for _ in range(number)]
    try:
        for sender in senders:
            sender.sendall(
                b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nA"
            )
        with Watcher(port, "/health") as health:
            for _ in range(5):
                time.sleep(0.5)
                for sender in senders:
                    with suppress(OSError):
                        sender.sendall(b"S")
        found.tell(f"/health beside {number} slow senders, p95", health.p95, 250, "ms")
    finally:
        for sender in senders:
            sender.close()


def _text(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def main() -> None:
    """Lay siege, and tell."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quads", type=int, default=200_000)
    words.add_argument("--queries", type=int, default=200)
    words.add_argument("--limit", type=float, default=10)
    given = words.parse_args()
    found = Findings()
    with tempfile.TemporaryDirectory() as folder:
        made.store(Path(folder) / "kg", given.quads)
        port = servers.free_port()
        command, environment = servers.ours(Path(folder) / "kg", port, time_limit=str(given.limit))
        with servers.running(command, port, "/sparql", **environment) as server:
            entity = f"/page/{made.statement(0).partition('/id/')[2]}"
            runaways(port, server.process, entity, given.queries, given.limit, found)
            manners(port, found)
    sys.exit(0 if found.kept else 1)


if __name__ == "__main__":
    main()
