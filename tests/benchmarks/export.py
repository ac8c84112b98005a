"""How fast networks are written: edges a second of CPU by format and size, and the memory that grew, beside networkx.

    python tests/benchmarks/export.py [--edges 10000 100000 1000000] [--formats gexf graphml …] [--networkx 100000]

The edges have what those of our projections have: kind, weight, number of facts, first and last day, a quote, a spell.  They
are made while they are written, and never kept.  networkx writes the same nodes and edges with the same attributes, those
that it can write, up to the size of ``--networkx``.
"""

from __future__ import annotations

import argparse
import math
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from kg.exports import FORMATS, sheet
from kg.graphs.network import Edge, Field, Network, Node, Spell

NO_TEXT = {"parquet", "xlsx", "html", "svg", "png", "turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld"}
TEXT = [name for name in FORMATS if name not in NO_TEXT]
FIRST = date(2010, 1, 4)
KINDS = ("met", "asked", "spoke about", "owes")
NODE_FIELDS = (Field("first", "date"), Field("last", "date"), Field("links", "integer"))
EDGE_FIELDS = (Field("facts", "integer"), Field("first", "date"), Field("last", "date"), Field("evidence", "list"))


class Edges:
    """So many edges between so many nodes, made anew each time they are read."""

    def __init__(self, count: int, nodes: int) -> None:
        self.count, self.nodes = count, nodes

    def __iter__(self) -> Iterator[Edge]:
        ids, spells = [iri(number) for number in range(self.nodes)], [spell(day) for day in range(3000)]
        for number in range(self.count):
            when = spells[number % 3000]
            day = when[0].first
            quote = f"https://w3id.org/inspectorate-kg/id/minutes/m{number % 997}#char={number},{number + 107}"
            one, other = ids[number % self.nodes], ids[(number * 7919 + 13) % self.nodes]
            values = (number % 7 + 1, day, day, (quote,))
            yield Edge(one, other, KINDS[number % 4], number % 7 + 1, values, when)


def iri(number: int) -> str:
    """The IRI of a node."""
    return f"https://w3id.org/inspectorate-kg/id/organisation/body-{number}"


@cache
def spell(day: int) -> tuple[Spell]:
    """One meeting."""
    when = FIRST + timedelta(days=day)
    return (Spell(when, when),)


def network(count: int) -> Network:
    """A network with a node for each hundred edges."""
    size = max(count // 100, 10)
    last = FIRST + timedelta(days=2999)
    nodes = [
        Node(iri(n), f"Body & Office {n}", "organisation", (FIRST, last, 100), (Spell(FIRST, last),))
        for n in range(size)
    ]
    return Network("benchmark", "Benchmark", True, nodes, Edges(count, size), NODE_FIELDS, EDGE_FIELDS)


class Sink:
    """A stream that counts and forgets."""

    def __init__(self) -> None:
        self.size = 0

    def write(self, part: bytes) -> int:
        """Count the bytes."""
        self.size += len(part)
        return len(part)

    def writelines(self, parts: Iterator[bytes]) -> None:
        """Count the bytes of all."""
        for part in parts:
            self.write(part)

    def flush(self) -> None:
        """Nothing is kept."""


def cpu(run: Callable[[], object]) -> float:
    """Seconds of CPU of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def peak() -> float:
    """The most memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ours(count: int, forms: list[str]) -> dict[str, float]:
    """Edges a second by format, file by file where it has several; the making of the edges is taken off."""
    graph = network(count)
    made = cpu(lambda: sum(1 for _ in graph.edges))
    rates = {}
    for form in forms:
        for name, writer in FORMATS[form].files.items():
            if name.startswith("nodes"):
                continue
            sink, before, ready = Sink(), peak(), sheet(graph)
            spent = max(cpu(lambda: writer(ready, sink)) - made, 1e-9)
            told = form if len(FORMATS[form].files) == 1 else f"{form} {name}"
            rates[form] = min(count / spent, rates.get(form, math.inf))
            print(
                f"  {told:19} {count / spent:12,.0f} edges/s {sink.size / 1e6:9.1f} MB, memory +{peak() - before:.0f} MB"
            )
    return rates


def theirs(count: int) -> dict[str, float]:
    """The same with networkx, which needs the whole graph first (not counted)."""
    import networkx as nx

    source, graph = network(count), nx.MultiDiGraph()
    for node in source.nodes:
        first, last, links = node.values
        graph.add_node(node.id, label=node.label, kind=node.kind, first=str(first), last=str(last), links=links)
    for edge in source.edges:
        facts, first, last, evidence = edge.values
        told = {"facts": facts, "first": str(first), "last": str(last), "evidence": evidence[0]}
        graph.add_edge(edge.source, edge.target, kind=edge.kind, weight=edge.weight, **told)
    import json

    writers = {
        "gexf": lambda out: nx.write_gexf(graph, out),
        "graphml": lambda out: nx.write_graphml_xml(graph, out),
        "graphml (lxml)": lambda out: nx.write_graphml_lxml(graph, out),
        "gml": lambda out: nx.write_gml(graph, out),
        "pajek": lambda out: nx.write_pajek(graph, out),
        "json": lambda out: out.write(json.dumps(nx.node_link_data(graph, edges="edges")).encode()),
        "cyjs": lambda out: out.write(json.dumps(nx.cytoscape_data(graph)).encode()),
    }
    rates = {}
    for form, writer in writers.items():
        before = peak()
        rates[form] = count / cpu(lambda: writer(Sink()))
        print(f"  networkx {form:15} {rates[form]:12,.0f} edges/s, memory +{peak() - before:.0f} MB")
    return rates


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edges", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--formats", nargs="+", default=TEXT, choices=list(FORMATS))
    options.add_argument("--networkx", type=int, default=100_000, help="the largest size that networkx writes too")
    chosen = options.parse_args()
    for count in chosen.edges:
        print(f"{count:,} edges")
        rates = ours(count, chosen.formats)
        if count <= chosen.networkx:
            for form, rate in theirs(count).items():
                own = rates.get(form.split()[0])
                if own:
                    print(f"  {form:15} {own / rate:5.1f} times networkx")


if __name__ == "__main__":
    main()
