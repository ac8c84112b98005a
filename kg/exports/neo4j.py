"""Neo4j: two CSV files for ``neo4j-admin database import``, and a Cypher script for a database that runs already.

    neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv
    cypher-shell -f graph.cypher

A CSV file of Neo4j has one line for each row: a line end within a text becomes U+2028, a semicolon within an item of a list
a wide one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import BinaryIO

from kg.exports.base import Format, Sheet
from kg.exports.rows import Piece, Writers, columns, encoded, fields, remembering, rows
from kg.exports.tables import quoted
from kg.exports.text import boolean, clean, harmless, java_double
from kg.graphs.network import Edge, Field, FieldType
from kg.patterns import expression

_TYPES: dict[FieldType, str] = {
    "string": "string",
    "integer": "long",
    "double": "double",
    "boolean": "boolean",
    "date": "date",
    "list": "string[]",
}
_SOME = 10_000
_PART = expression(r"[^\W_]+")


def label(kind: str) -> str:
    """The kind as the label of a node.

    >>> label("agenda-item")
    'AgendaItem'
    """
    return "".join(part[:1].upper() + part[1:] for part in _PART.findall(kind)) or "Thing"


def relation(kind: str) -> str:
    """The kind as the type of a relationship.

    >>> relation("spoke about")
    'SPOKE_ABOUT'
    """
    return "_".join(part.upper() for part in _PART.findall(kind)) or "LINKED"


# ── for the import ───────────────────────────────────────────────────────────────────────────────────────────────────


def _cell(text: str) -> str:
    return quoted(harmless(clean(text).replace("\n", "\u2028")))


CELLS: Writers = {
    "string": _cell,
    "integer": str,
    "double": java_double,
    "boolean": boolean,
    "date": str,
    "list": lambda items: _cell(";".join(item.replace(";", "；") for item in items)),
}


def nodes(sheet: Sheet, out: BinaryIO) -> None:
    """The nodes, under a header that tells id, label and types."""
    pieces = [
        *columns("id label", _cell),
        Piece("kind", remembering(lambda kind: quoted(label(kind)))),
        *columns("kind", _cell),
        *fields(sheet.node_fields, CELLS),
    ]
    head = ["iri:ID", "label:string", ":LABEL", "kind:string", *_typed(sheet.node_fields)]
    out.writelines(encoded(",".join(head) + "\n", rows(sheet.nodes, ",".join(["%s"] * len(head)) + "\n", pieces)))


def edges(sheet: Sheet, out: BinaryIO) -> None:
    """The edges, under a header that tells ends and types."""
    ends = sheet.ends(lambda _, node: _cell(node.id))
    pieces = [
        *columns("source target", _cell, ends=ends),
        Piece("kind", remembering(lambda kind: quoted(relation(kind)))),
        *columns("kind weight", _cell, writers=CELLS),
        *fields(sheet.edge_fields, CELLS),
    ]
    head = [":START_ID", ":END_ID", ":TYPE", "kind:string", "weight:double", *_typed(sheet.edge_fields)]
    out.writelines(encoded(",".join(head) + "\n", rows(sheet.edges, ",".join(["%s"] * len(head)) + "\n", pieces)))


def _typed(declared: tuple[Field, ...]) -> list[str]:
    return [f"{field.name}:{_TYPES[field.type]}" for field in declared]


# ── for a database that runs ─────────────────────────────────────────────────────────────────────────────────────────


def _text(text: str) -> str:
    """A Cypher string; ``\\u`` is parted, for readers that look for escapes before anything else."""
    told = clean(text)
    if "\\" in told or "'" in told or not told.isprintable():
        told = told.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\t", "\\t")
        told = told.replace("\\\\u", "\\\\' + 'u")
    return f"'{told}'"


def _float(value: float) -> str:
    told = java_double(value)
    return {"NaN": "0.0/0.0", "Infinity": "1.0/0.0", "-Infinity": "-1.0/0.0"}.get(
        told, told if "." in told or "e" in told else f"{told}.0"
    )


CYPHER: Writers = {
    "string": _text,
    "integer": str,
    "double": _float,
    "boolean": boolean,
    "date": lambda day: f"date('{day}')",
    "list": lambda items: f"[{', '.join(map(_text, items))}]",
}


def script(sheet: Sheet, out: BinaryIO) -> None:
    """A script that makes the network, or adds it to what is there."""
    head = (
        "// Load with: cypher-shell -f graph.cypher\n"
        "CREATE CONSTRAINT thing_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;\n"
    )
    out.writelines(encoded(head, _made_nodes(sheet), _made_edges(sheet)))


def _made_nodes(sheet: Sheet) -> Iterator[str]:
    pieces = columns("id label kind", _text) + fields(sheet.node_fields, CYPHER, _entry)
    template = f"  {{iri: %s, label: %s, kind: %s{'%s' * len(sheet.node_fields)}}},\n"
    in_order = sorted(sheet.nodes, key=lambda node: node.kind)
    for kind, some in groupby(in_order, key=lambda node: node.kind):
        set_label = "" if label(kind) == "Thing" else f", n:`{label(kind)}`"
        for batch in rows(some, template, pieces):
            yield _unwound(batch, f"MERGE (n:Thing {{iri: row.iri}}) SET n += row{set_label}")


def _made_edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda _, node: _text(node.id))
    own = columns("source target kind weight", _text, ends=ends, writers=CYPHER)
    pieces = own + fields(sheet.edge_fields, CYPHER, _entry)
    template = f"  {{s: %s, t: %s, p: {{kind: %s, weight: %s{'%s' * len(sheet.edge_fields)}}}}},\n"
    for kind, some in _by_kind(sheet.edges):
        made = f"CREATE (s)-[r:`{relation(kind)}`]->(t) SET r = row.p"
        for batch in rows(some, template, pieces):
            yield _unwound(batch, f"MATCH (s:Thing {{iri: row.s}}), (t:Thing {{iri: row.t}}) {made}")


def _unwound(batch: str, rest: str) -> str:
    return "UNWIND [\n" + batch.removesuffix(",\n") + f"\n] AS row {rest};\n"


def _by_kind(edges: Iterable[Edge]) -> Iterator[tuple[str, list[Edge]]]:
    """The edges, some thousands at a time, those of one kind together."""
    left = iter(edges)
    while batch := list(islice(left, _SOME)):
        groups: dict[str, list[Edge]] = {}
        for edge in batch:
            groups.setdefault(edge.kind, []).append(edge)
        yield from groups.items()


def _entry(field: Field, text: str) -> str:
    return f", {field.name}: {text}"


FORMAT = Format("neo4j", "Neo4j: files for its import, and a Cypher script", ".neo4j.zip", "application/zip",
                {"nodes.csv": nodes, "edges.csv": edges, "graph.cypher": script})  # fmt: skip
