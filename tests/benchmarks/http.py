"""How fast queries are answered over HTTP, beside Oxigraph's own server and rdflib-endpoint, in one run on one machine.

    python tests/benchmarks/http.py [--quads 200000] [--seconds 4] [--rounds 3] [--environments /tmp/kg-benchmarks]

Makes a graph, starts the three servers over it (the others in virtual environments of their own, made once), and takes
turns: two small SELECTs at 16 connections, then two heavy aggregates at one.  Prints ratios beside absolute figures, the median
over the rounds, since a shared machine is never twice the same.  Every connection asks about other things in every round, so that
no server is measured by what it has in hand already; none of the three keeps answers.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])  # beside this file its name would hide Python's own http

from tests.benchmarks import load, made, servers  # noqa: E402

SEEDS = itertools.count(5)
PATHS = {"ours": "/sparql", "oxigraph": "/query", "rdflib-endpoint": "/"}
_PREFIXES = "PREFIX ikg: <https://w3id.org/inspectorate-kg/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/> "
SCAN = "SELECT ?property (COUNT(*) AS ?n) { ?thing ?property ?value } GROUP BY ?property ORDER BY DESC(?n)"
HEAVY = (
    _PREFIXES
    + """SELECT ?act (COUNT(?s) AS ?n) (AVG(STRLEN(?content)) AS ?length) {
  ?s ikg:speechAct ?act ; ikg:content ?content FILTER(CONTAINS(LCASE(?content), "court"))
} GROUP BY ?act ORDER BY DESC(?n)"""
)
SMALL = (
    _PREFIXES
    + """SELECT ?statement ?content ?to ?document {{
  ?statement ikg:speaker {} ; ikg:content ?content ; ikg:addressee ?to ; dcterms:isPartOf ?document
}} ORDER BY ?document ?statement LIMIT 20"""
)


def small(path: str, quads: int) -> Iterator[bytes]:
    """The first twenty things that a body said, each time another body."""
    choose = random.Random(next(SEEDS))
    bodies = made.bodies(quads)
    while True:
        yield load.get(path, SMALL.format(choose.choice(bodies)))


def single(path: str, quads: int) -> Iterator[bytes]:
    """All that is told of one statement, each time another."""
    choose = random.Random(next(SEEDS))
    while True:
        thing = made.statement(choose.randrange(quads // 7 - 100))
        yield load.get(path, f"SELECT ?p ?o {{ <{thing}> ?p ?o }}")


def same(path: str, query: str) -> Iterator[bytes]:
    """The same query again and again."""
    return itertools.repeat(load.get(path, query))


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--quads", type=int, default=200_000)
    words.add_argument("--seconds", type=float, default=4)
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--environments", type=Path, default=Path(tempfile.gettempdir()) / "kg-benchmarks")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        ports = start(Path(folder), given.quads, given.environments, stack)
        report("small SELECT, 20 rows, 16 connections (answers a second)", given.rounds, lambda name: rate(
            name, ports[name], lambda: small(PATHS[name], given.quads), 16, given.seconds))  # fmt: skip
        report("all of one thing, 7 rows, 16 connections (answers a second)", given.rounds, lambda name: rate(
            name, ports[name], lambda: single(PATHS[name], given.quads), 16, given.seconds))  # fmt: skip
        report("each property counted over all quads, 1 connection (answers a second)", given.rounds, lambda name: rate(
            name, ports[name], lambda: same(PATHS[name], SCAN), 1, given.seconds))  # fmt: skip
        report("acts and lengths of texts about courts, 1 connection (answers a second)", given.rounds, lambda name: rate(
            name, ports[name], lambda: same(PATHS[name], HEAVY), 1, given.seconds))  # fmt: skip


def start(folder: Path, quads: int, environments: Path, stack: ExitStack) -> dict[str, int]:
    """The three servers, each at its port."""
    made.store(folder / "kg", quads)
    whole, union = made.files(folder, quads)
    ports = {name: servers.free_port() for name in PATHS}
    command, environment = servers.ours(folder / "kg", ports["ours"])
    server = stack.enter_context(servers.running(command, ports["ours"], PATHS["ours"], **environment))
    print(f"{quads} quads; first answer {server.first_answer:.2f} s after the start")
    binary = servers.venv(environments / "oxigraph", "oxigraph")
    theirs = servers.oxigraph(binary, whole, ports["oxigraph"])
    stack.enter_context(servers.running(theirs, ports["oxigraph"], PATHS["oxigraph"]))
    scripts = servers.venv(environments / "rdflib-endpoint", "rdflib-endpoint[cli]", "oxrdflib")
    python = servers.rdflib_endpoint(scripts, union, ports["rdflib-endpoint"])
    stack.enter_context(servers.running(python, ports["rdflib-endpoint"], PATHS["rdflib-endpoint"]))
    return ports


def rate(name: str, port: int, requests: Callable[[], Iterator[bytes]], connections: int, seconds: float) -> float:
    """Answers a second, when all of them were well."""
    seen = load.run(port, requests, connections=connections, seconds=seconds)
    if set(seen.statuses) != {200}:
        raise RuntimeError(f"{name} answered {seen.statuses}")
    return seen.rate


def report(title: str, rounds: int, measure: Callable[[str], float]) -> None:
    """Turns of all servers; the medians and ratios."""
    seen = {name: [] for name in PATHS}
    for _ in range(rounds):
        for name in PATHS:
            seen[name].append(measure(name))
    print(title)
    ratios = {
        name: statistics.median(ours / theirs for ours, theirs in zip(seen["ours"], seen[name], strict=True))
        for name in PATHS
    }
    for name, rates in seen.items():
        print(f"  {name:16} {statistics.median(rates):9.2f}   ours is {ratios[name]:.2f} times that")


if __name__ == "__main__":
    main()
