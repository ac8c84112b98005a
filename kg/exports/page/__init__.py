"""One HTML file with the whole network: pan, zoom, search, click for the words; it fetches nothing from anywhere.

Comes in: a Sheet with the words of its quotes.  Goes out: a page.  The one idea: where the nodes lie is worked out here, once
and always alike; the page's own script (``page.js``) only shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import isfinite
from pathlib import Path
from typing import BinaryIO

from kg.errors import ExportError
from kg.exports.base import Format, Sheet
from kg.exports.jsons import WRITERS
from kg.exports.layout import Point
from kg.exports.rows import Piece, Writers, columns, days, encoded, fields, rows, separated
from kg.exports.scene import placed
from kg.exports.text import boolean, finite, java_double, json, xml
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Edge, FieldType

MOST_NODES, MOST_EDGES = 3_000, 20_000
_HERE = Path(__file__).parent


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as a page; raises :class:`kg.errors.ExportError` for one that is too large to be looked at."""
    edges = tuple(sheet.edges)
    if len(sheet.nodes) > MOST_NODES or len(edges) > MOST_EDGES:
        raise ExportError(
            "html",
            f"{len(sheet.nodes):,} nodes and {len(edges):,} edges are too many for a page (at most {MOST_NODES:,} and "
            f"{MOST_EDGES:,}); take a part with focus, types, min-weight or days, or gexf",
        )
    before, after = _page().split("@network@")
    head, tail = before.replace("@title@", xml(sheet.title)), after
    out.writelines(encoded(head, map(_inert, _network(sheet, edges)), tail))


@cache
def _page() -> str:
    """The page with its style and script, but for what it shows."""
    page = (_HERE / "page.html").read_text(encoding="utf-8")
    for part, name in (("@style@", "page.css"), ("@script@", "page.js")):
        page = page.replace(part, (_HERE / name).read_text(encoding="utf-8").strip())
    return page


def _inert(text: str) -> str:
    """The JSON so that nothing in it ends or begins an element."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _network(sheet: Sheet, edges: tuple[Edge, ...]) -> Iterator[str]:
    yield f'{{"title":{json(sheet.title)},"description":{json(sheet.description)},"directed":{boolean(sheet.directed)},'
    yield f'"kinds":{{{",".join(map(_look, sorted({node.kind for node in sheet.nodes})))}}},'
    yield f'"nodeFields":[{_names(sheet.node_fields)}],"edgeFields":[{_names(sheet.edge_fields)}],"nodes":[\n'
    yield from separated(_nodes(sheet, placed(sheet, edges)))
    yield '\n],"edges":[\n'
    yield from separated(_edges(sheet, edges))
    yield '\n],"quotes":{'
    yield ",\n".join(f"{json(iri)}:[{json(words.text)},{json(words.source)}]" for iri, words in sheet.words.items())
    yield "}}"


def _names(declared: tuple[tuple[str, FieldType], ...]) -> str:
    return ",".join(json(name) for name, _ in declared)


def _look(name: str) -> str:
    look = look_of(name)
    told = f'"words":{json(look.words or "thing")},"colour":"{look.colour}","shape":"{look.shape}","size":{look.size:g}'
    return f"{json(name)}:{{{told}}}"


def _row(count: int) -> str:
    return ",".join(["%s"] * count)


def _double(value: float) -> str:
    """A number; one that JSON has none for is shown as text."""
    return json(java_double(value)) if not isfinite(value) else finite(value)


_VALUES: Writers = {**WRITERS, "double": _double}


def _nodes(sheet: Sheet, points: list[Point]) -> Iterator[str]:
    pieces = [
        *columns("id label kind", json),
        Piece("number", lambda number: f"{points[number][0]:.0f},{points[number][1]:.0f}"),
        *fields(sheet.node_fields, _VALUES, null="null"),
    ]
    return rows(sheet.nodes, f"[%s,%s,%s,%s,[{_row(len(sheet.node_fields))}]],\n", pieces)


def _edges(sheet: Sheet, edges: tuple[Edge, ...]) -> Iterator[str]:
    ends = sheet.ends(lambda place, _: str(place))
    pieces = [
        *columns("source target kind weight", json, ends=ends, writers=_VALUES),
        *fields(sheet.edge_fields, _VALUES, null="null"),
        Piece("spells", lambda spells: ",".join(f'["{first}","{last}"]' for first, last in days(spells))),
    ]
    return rows(edges, f"[%s,%s,%s,%s,[{_row(len(sheet.edge_fields))}],[%s]],\n", pieces)


FORMAT = Format(
    "html", "people: one page with the network, to search and click; works offline", ".html", "text/html",
    {"graph.html": write}, worded=True,
)  # fmt: skip
