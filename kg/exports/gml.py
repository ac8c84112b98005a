"""GML, for LEDA, networkx, igraph, Gephi and yEd: plain ASCII, so that other characters are written as ``&#8217;``.

Its names know no underscore and its integers 32 bits: ``due_by`` becomes ``dueBy``, a larger integer becomes text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.exports.base import LISTED, Format, Sheet
from kg.exports.rows import Writers, columns, encoded, fields, rows
from kg.exports.text import clean, finite
from kg.graphs.network import Field


def _quoted(text: str) -> str:
    """The text in quotes, in ASCII."""
    told = clean(text).replace("&", "&amp;").replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{told.encode("ascii", "xmlcharrefreplace").decode()}"'


def _double(value: float) -> str:
    """A real number always has a point."""
    told = finite(value)
    return told if "." in told else told.replace("e", ".0e") if "e" in told else f"{told}.0"


WRITERS: Writers = {
    "string": _quoted,
    "integer": lambda value: str(value) if -(2**31) <= value < 2**31 else f'"{value}"',
    "double": _double,
    "boolean": lambda value: "1" if value else "0",
    "date": lambda day: f'"{day}"',
    "list": lambda items: _quoted(LISTED.join(items)),
}


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as GML."""
    head = (
        f'Creator "Inspectorate KG"\ngraph [\n  directed {int(sheet.directed)}\n  multigraph 1\n'
        f"  label {_quoted(sheet.title)}\n"
    )
    out.writelines(encoded(head, _nodes(sheet), _edges(sheet), "]\n"))


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = columns("number label kind id", _quoted) + fields(sheet.node_fields, WRITERS, _entry)
    return rows(sheet.nodes, f"  node [ id %s label %s kind %s iri %s{'%s' * len(sheet.node_fields)} ]\n", pieces)


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda place, _: str(place))
    own = columns("source target number kind weight", _quoted, ends=ends, writers=WRITERS)
    template = f"  edge [ source %s target %s key %s kind %s weight %s{'%s' * len(sheet.edge_fields)} ]\n"
    return rows(sheet.edges, template, own + fields(sheet.edge_fields, WRITERS, _entry))


def _entry(field: Field, text: str) -> str:
    first, *rest = field.name.split("_")
    return f" {first}{''.join(part.capitalize() for part in rest)} {text}"


FORMAT = Format("gml", "igraph, networkx, Gephi, yEd: an old and simple form", ".gml", "text/x-gml",
                {"graph.gml": write})  # fmt: skip
