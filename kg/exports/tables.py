"""CSV: a table of the nodes and a table of the edges, for spreadsheets, pandas, R, SQL and Gephi.

Text that a spreadsheet would run as a formula gets an apostrophe before it.  What is not known is an empty cell, an empty
text two quotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.exports.base import LISTED, Format, Sheet
from kg.exports.rows import Writers, columns, encoded, fields, rows
from kg.exports.text import boolean, clean, harmless, java_double


def quoted(text: str) -> str:
    """The text as a cell: in quotes where it must be."""
    if not text or "," in text or '"' in text or "\n" in text or text != text.strip():
        told = text.replace('"', '""')
        return f'"{told}"'
    return text


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return quoted(harmless(clean(text)))


WRITERS: Writers = {
    "string": safe,
    "integer": str,
    "double": java_double,
    "boolean": boolean,
    "date": str,
    "list": lambda items: safe(LISTED.join(items)),
}


def nodes(sheet: Sheet, out: BinaryIO) -> None:
    """The table of the nodes."""
    names = ["id", "label", "kind", *(field.name for field in sheet.node_fields)]
    pieces = columns("id label kind", safe)
    _write(out, names, rows(sheet.nodes, _row(names), [*pieces, *fields(sheet.node_fields, WRITERS)]))


def edges(sheet: Sheet, out: BinaryIO) -> None:
    """The table of the edges."""
    names = ["source", "target", "kind", "weight", *(field.name for field in sheet.edge_fields)]
    ends = sheet.ends(lambda _, node: safe(node.id))
    pieces = columns("source target kind weight", safe, ends=ends, writers=WRITERS)
    _write(out, names, rows(sheet.edges, _row(names), [*pieces, *fields(sheet.edge_fields, WRITERS)]))


def _row(names: list[str]) -> str:
    return ",".join(["%s"] * len(names)) + "\n"


def _write(out: BinaryIO, names: list[str], lines: Iterator[str]) -> None:
    out.writelines(encoded(",".join(names) + "\n", lines))


FORMAT = Format("csv", "spreadsheets, pandas, R, SQL: a table of nodes, a table of edges", ".csv.zip",
                "application/zip", {"nodes.csv": nodes, "edges.csv": edges})  # fmt: skip
