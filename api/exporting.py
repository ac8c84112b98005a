"""The command ``kg export``: the whole graph, or a network of it for other tools.

Comes in: words typed in a shell.  Goes out: a file, or bytes on standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import DEFAULT_STORE, Store, examples, with_part
from api.plain import listed, put_out
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.graphs import Options
    from kg.store.base import View

EXAMPLES = examples(
    "kg export --format nquads -o graph.nq",
    "kg export --list",
    "kg export organisations -o met.gexf",
    "kg export asks --format graphml --from 2018-01-01 --to 2018-12-31 > asks.graphml",
    "kg export stakeholders --focus HMCPSI --depth 2 --format cx2 -o hmcpsi.cx2",
    "kg export organisations --with pagerank,community -o met.gexf",
    "kg export my-own --projections folder/ --format csv -o tables/",
)


@with_part
def export(
    projection: Annotated[
        str | None, typer.Argument(metavar="PROJECTION", help="The network; left out, the whole graph as RDF.")
    ] = None,
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="See --list; else the ending of FILE tells.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="Where to; else standard output.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", "-l", help="List the projections and the formats.")] = False,
    measures: Annotated[
        str | None,
        typer.Option("--with", metavar="MEASURE,…", help="What nodes carry beside, such as pagerank,community."),
    ] = None,
    *,
    part: Options,
) -> None:
    """Write a network for other tools, or the whole graph: the same facts, the same bytes."""
    from kg.store import open_store

    if listing:
        _show_exports(part["folders"])
        return
    with open_store(store, read_only=True) as graph:
        if projection is None and measures:
            raise ExportError("--with", "measures the nodes of a network; name a projection, such as organisations")
        if projection is None:
            _write_everything(graph, form or "nquads", output)
        else:
            _write_network(graph, projection, form, output, part, listed(measures))


def _write_everything(graph: View, form: str, output: Path | None) -> None:
    content = graph.dump(form)
    if output is None:
        put_out(content)
    else:
        output.write_bytes(content)


def _show_exports(folders: Iterable[Path]) -> None:
    from api.terminal import show_exports
    from kg.exports import FORMATS
    from kg.graphs import projections
    from kg.store.syntaxes import SYNTAXES

    show_exports(projections(folders).values(), FORMATS.values(), SYNTAXES)


def _write_network(
    graph: View, projection: str, form: str | None, output: Path | None, part: Options, measures: list[str]
) -> None:
    from kg.exports import FORMATS, told_by
    from kg.exports.projected import export, export_to

    chosen = form or (told_by(output) if output else None)
    if chosen is None:
        raise ExportError("--format", f"is needed; known: {', '.join(FORMATS)}")
    if output is None:
        export(graph, projection, chosen, sys.stdout.buffer, measures=measures, **part)
        sys.stdout.buffer.flush()
    else:
        export_to(graph, projection, chosen, output, measures=measures, **part)
