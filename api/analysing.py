"""The commands that measure: ``kg analyse``.

Comes in: words typed in a shell.  Goes out: tables, CSV or JSON.  The one idea: as everywhere at the doors, the options
are passed on and the findings shown; nothing is worked out here.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.options import DEFAULT_STORE, Depth, Focus, From, MinWeight, Store, To, Types, examples, listed
from kg.errors import NotFound

EXAMPLES = examples(
    "kg analyse",
    "kg analyse organisations --by-year",
    "kg analyse stakeholders --focus HMCPSI --depth 2",
    "kg analyse topics --from 2018-01-01 --format csv --sheet nodes",
    "kg analyse commitments-kept --on 2018-06-01",
    "kg analyse --list",
)


def analyse(  # noqa: PLR0913, PLR0917 - a parameter for each option
    name: Annotated[str, typer.Argument(metavar="PROJECTION|ANALYSIS", help="What to measure.")] = "organisations",
    store: Store = DEFAULT_STORE,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")] = "table",
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this table; csv else writes the first.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many rows of each table to show.")] = 10,
    by_year: Annotated[bool, typer.Option("--by-year", help="Each year for itself.")] = False,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The day from which commitments are looked at.")] = None,
    since: From = None,
    until: To = None,
    focus: Focus = None,
    depth: Depth = None,
    types: Types = None,
    min_weight: MinWeight = 0,
    listing: Annotated[bool, typer.Option("--list", "-l", help="List what can be measured.")] = False,
) -> None:
    """Measure a network or the minutes: size, centre, communities; questions and promises kept."""
    from api.sheets import show_analyses, show_findings
    from kg import analysis
    from kg.store import open_store

    if listing:
        show_analyses()
        return
    if form not in analysis.FORMATS:
        raise NotFound("format", form, analysis.FORMATS)
    part = analysis.Wanted(
        since=since,
        until=until,
        focus=focus,
        depth=depth,
        kinds=listed(types),
        min_weight=min_weight,
        years=by_year,
        on=on,
    )
    with open_store(store, read_only=True) as graph:
        found = analysis.analyse(graph, name, **part)
    if form == "table":
        show_findings(found, top=top, sheet=sheet)
    else:
        sys.stdout.buffer.write(found.write(form, sheet))
        sys.stdout.buffer.flush()
