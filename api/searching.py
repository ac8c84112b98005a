"""The command ``kg search``: full text, answered from the index that a build leaves beside the graph.

Comes in: words typed in a shell.  Goes out: hits, the best first, with the found words marked; or CSV, JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.options import DEFAULT_STORE, Store, examples
from api.plain import put_out
from kg.errors import NotFound

if TYPE_CHECKING:
    from kg.index.answers import Hit, Page

EXAMPLES = examples(
    "kg search joint inspection",
    "kg search '\"two weeks\"' --kind commitment",
    "kg search 'inspec*' --kind name --limit 50",
    "kg search parole --format csv",
)
FORMATS = ("table", "csv", "json")
_COLUMNS = ("rank", "kind", "title", "day", "words", "iri", "document", "score")


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORD…", help='All must be there, in any form; "in quotes" together, inspec* goes on.'),
    ],
    store: Store = DEFAULT_STORE,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", help="name, statement, commitment, inspection or minutes; may be given again."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many hits to show.")] = 20,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")] = "table",
) -> None:
    """Search names, statements, commitments, inspections and minutes; the best comes first."""
    from kg.index import open_index
    from kg.index import search as find
    from kg.store import open_store

    if form not in FORMATS:
        raise NotFound("format", form, FORMATS)
    asked = " ".join(words)
    with open_store(store, read_only=True) as graph, open_index(graph) as index:
        found = find(index, asked, kinds=kind or (), limit=limit)
    if form == "table":
        from api.terminal import show_hits

        show_hits(found)
    else:
        put_out(_written(asked, found, form))


def _written(asked: str, found: Page[Hit], form: str) -> bytes:
    from kg.analysis.findings import Findings, Sheet

    rows = [
        (
            rank,
            hit.what,
            hit.title,
            hit.fact.day if hit.fact else None,
            hit.words,
            hit.iri,
            hit.fact.document.iri if hit.fact and hit.fact.document else None,
            hit.score,
        )
        for rank, hit in enumerate(found.items, 1)
    ]
    return Findings("search", asked, {"total": found.total}, (Sheet("hits", _COLUMNS, rows),)).write(form)
