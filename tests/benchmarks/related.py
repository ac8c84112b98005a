"""How fast the index answers over HTTP: what is related, entity pages, timelines, paths, full text, on made-up graphs.

    python tests/benchmarks/related.py [--quads 200000 700000] [--requests 4000] [--connections 16]

For each size a graph is made (tests/benchmarks/graphs.py), stored, and indexed; the time and size of the index are printed.
Then one server process is asked over so many kept-open connections, each sending its next request when its last is answered, for
entities drawn at random.  The first table is of a quiet client that has only one connection.  Prints milliseconds at the
50th and 99th percentile, requests a second and the server's own time for one (which a busy machine does not change), and the ratio of
the last size to the first.  Sixteen connections wait about sixteen times the server's own time for an answer.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kg.index import Index, entities, open_index, write_index
from kg.store import open_store
from kg.terms import key
from tests.benchmarks.graphs import fill

WORDS = ("report lanterns", '"two weeks"', "inspectorate harb*", "state of ferries", "agreed send")


def prepared(place: Path, quads: int) -> None:
    """A store of so many quads, with its index; says what each took."""
    with open_store(place) as store:
        start = time.perf_counter()
        told = fill(store, quads)
        store.derive()
        stored = time.perf_counter() - start
        path = write_index(store)
        written = time.perf_counter() - start - stored
    assert path is not None
    size, graph = path.stat().st_size, sum(file.stat().st_size for file in place.glob("*.sst"))
    print(
        f"\n{told:,} quads: made and stored in {stored:.1f} s; indexed in {written:.1f} s, "
        f"index {size / 1e6:.0f} MB beside {graph / 1e6:.0f} MB of graph"
    )


def addresses(index: Index, count: int) -> dict[str, list[str]]:
    """For each kind of request, addresses drawn at random."""
    chance = random.Random(7)
    every = entities(index, types=["agents"], limit=1_000_000).items
    known = [key(one.iri) for one in every if one.related]

    def some(make: object) -> list[str]:
        return [f"/api/v1/{make(chance.choice(known), chance.choice(known))}" for _ in range(count)]  # type: ignore[operator]

    def drawn() -> str:
        """Days that hardly anybody asks for twice: nothing can be kept of an answer."""
        first = date(2012, 1, 1) + timedelta(chance.randrange(2000))
        return urlencode(
            {"from": first.isoformat(), "to": (first + timedelta(chance.randrange(100, 1200))).isoformat()}
        )

    days = urlencode({"from": "2014-01-01", "to": "2016-12-31"})
    return {
        "related": some(lambda one, _: f"entities/{one}/related?limit=20"),
        "related, 50 of them": some(lambda one, _: f"entities/{one}/related?limit=50"),
        "related, by type": some(lambda one, _: f"entities/{one}/related?limit=20&types=organisations"),
        "related, three years": some(lambda one, _: f"entities/{one}/related?limit=20&{days}"),
        "related, days at random": some(lambda one, _: f"entities/{one}/related?limit=20&{drawn()}"),
        "related, two steps": some(lambda one, _: f"entities/{one}/related?limit=20&depth=2"),
        "two steps, three years": some(lambda one, _: f"entities/{one}/related?limit=20&depth=2&{days}"),
        "entity": some(lambda one, _: f"entities/{one}?limit=20"),
        "timeline": some(lambda one, _: f"entities/{one}/timeline?limit=20"),
        "paths": some(lambda one, other: f"paths?from={one}&to={other}"),
        "commitments of": some(lambda one, _: f"commitments?limit=20&actor={quote('data:' + one)}"),
        "search": some(lambda *_: f"search?limit=20&{urlencode({'q': chance.choice(WORDS)})}"),
    }


async def asked(port: int, paths: list[str], connections: int) -> list[float]:
    """Seconds that each request took."""
    waiting, took = list(reversed(paths)), []

    async def client() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            path = waiting.pop()
            start = time.perf_counter()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            status, length = head[9:12], 0
            for line in head.split(b"\r\n"):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            await reader.readexactly(length)
            took.append(time.perf_counter() - start)
            assert status == b"200", (path, head)
        writer.close()

    await asyncio.gather(*(client() for _ in range(connections)))
    return took


def measured(port: int, paths: list[str], connections: int) -> tuple[float, float, float]:
    """Milliseconds at the 50th and 99th percentile, and requests a second."""
    start = time.perf_counter()
    took = sorted(asyncio.run(asked(port, paths, connections)))
    whole = time.perf_counter() - start
    return took[len(took) // 2] * 1000, took[len(took) * 99 // 100] * 1000, len(took) / whole


def served(place: Path, requests: int, connections: int) -> dict[str, tuple[float, float, float]]:
    """Ask a server of its own process; what came of each kind of request."""
    with open_store(place, read_only=True) as store, open_index(store) as index:
        assert index.path.parent == place, "the index should be the one of the build"
        wanted = addresses(index, requests)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-c",
        "from api.cli import main; main()",
        "serve",
        "--store",
        str(place),
        "--port",
        str(port),
    ]
    began = time.perf_counter()
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_quiet(), cwd=Path(__file__).parents[2]
    )
    try:
        _wait(port, wanted["related"][0])
        print(f"first answer {time.perf_counter() - began:.1f} s after the start")
        found = {}
        print(
            f"{'':24}{'1 connection':>22}{f'{connections} connections':>24}\n{'':24}{'p50 ms':>11}{'p99 ms':>11}{'p50 ms':>12}{'p99 ms':>12}{'a second':>12}{'its own ms':>12}"
        )
        for kind, paths in wanted.items():
            measured(port, paths[:50], connections)
            alone = measured(port, paths[: min(300, requests)], 1)
            before, asked = _worked(server.pid), paths if "related" in paths[0] else paths[: requests // 4]
            found[kind] = measured(port, asked, connections)
            p50, p99, rate = found[kind]
            own = (_worked(server.pid) - before) / len(asked) * 1000
            print(f"{kind:24}{alone[0]:11.2f}{alone[1]:11.2f}{p50:12.2f}{p99:12.2f}{rate:12,.0f}{own:12.2f}")
        return found
    finally:
        server.terminate()
        server.wait()


def _worked(process: int) -> float:
    """Seconds of processor that a process has had."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _quiet() -> dict[str, str]:
    return {**os.environ, "KG_LOG_REQUESTS": "false"}


def _wait(port: int, path: str) -> None:
    limit = time.monotonic() + 120
    while time.monotonic() < limit:
        try:
            asyncio.run(asked(port, [path], 1))
        except (OSError, asyncio.IncompleteReadError, AssertionError):
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server does not answer")


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--quads", type=int, nargs="+", default=[200_000, 700_000])
    parser.add_argument("--requests", type=int, default=4000)
    parser.add_argument("--connections", type=int, default=16)
    args = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        for quads in args.quads:
            place = Path(folder) / str(quads)
            prepared(place, quads)
            results.append(served(place, args.requests, args.connections))
    if len(results) > 1:
        print(f"\np50 at {args.quads[-1]:,} quads, as a multiple of that at {args.quads[0]:,}:")
        for kind, (p50, _, _) in results[-1].items():
            print(f"{kind:24}{p50 / results[0][kind][0]:11.2f}")


if __name__ == "__main__":
    main()
