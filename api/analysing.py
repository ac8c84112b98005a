"""The commands that measure and draw: ``kg analyse`` and ``kg plot``.

Comes in: words typed in a shell.  Goes out: tables, CSV, JSON; pictures.  The one idea: as everywhere at the doors, the options
are passed on and the findings shown; nothing is worked out here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.options import DEFAULT_STORE, From, Store, To, examples, with_part
from api.plain import put_out
from kg.errors import NotFound, SettingError

if TYPE_CHECKING:
    from kg.graphs import Options

On = Annotated[str | None, typer.Option(metavar="DAY", help="The day from which commitments are looked at.")]
EXAMPLES = examples(
    "kg analyse",
    "kg analyse organisations --by-year",
    "kg analyse stakeholders --focus HMCPSI --depth 2",
    "kg analyse topics --from 2018-01-01 --format csv --sheet nodes",
    "kg analyse commitments-kept --on 2018-06-01",
    "kg analyse --list",
)


@with_part
def analyse(  # noqa: PLR0913 - a parameter for each option
    name: Annotated[str, typer.Argument(metavar="PROJECTION|ANALYSIS", help="What to measure.")] = "organisations",
    store: Store = DEFAULT_STORE,
    form: Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")] = "table",
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this table; csv else writes the first.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many rows of each table to show.")] = 10,
    by_year: Annotated[bool, typer.Option("--by-year", help="Each year for itself.")] = False,
    on: On = None,
    listing: Annotated[bool, typer.Option("--list", "-l", help="List what can be measured.")] = False,
    *,
    part: Options,
) -> None:
    """Measure a network or the minutes: size, centre, communities; questions and promises kept."""
    from api.sheets import show_analyses, show_findings
    from kg import analysis
    from kg.store import open_store

    if listing:
        show_analyses(part["folders"])
        return
    if form not in analysis.FORMATS:
        raise NotFound("format", form, analysis.FORMATS)
    with open_store(store, read_only=True) as graph:
        found = analysis.analyse(graph, name, **part, years=by_year, on=on)
    if form == "table":
        show_findings(found, top=top, sheet=sheet)
    else:
        put_out(found.write(form, sheet))


PLOT_EXAMPLES = examples(
    "kg plot meetings -o meetings.svg",
    "kg plot bodies-topics --from 2018-01-01 --to 2018-12-31 -o 2018.png",
    "kg plot commitments --on 2018-06-01 -o standing.svg",
    "kg plot commitments-timeline --on 2018-06-01 --rows 25 -o due.png",
    "kg plot --list",
)


def plot(
    picture: Annotated[str | None, typer.Argument(metavar="PICTURE", help="What to draw; --list tells what.")] = None,
    store: Store = DEFAULT_STORE,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to: a name in .svg or .png.")
    ] = None,
    on: On = None,
    since: From = None,
    until: To = None,
    rows: Annotated[int, typer.Option(min=1, max=60, help="At most so many bodies, topics or commitments.")] = 15,
    listing: Annotated[bool, typer.Option("--list", "-l", help="List the pictures.")] = False,
) -> None:
    """Draw what the minutes show, for a report."""
    from api.sheets import show_pictures
    from kg.plots import PICTURES, plot
    from kg.store import open_store

    if listing:
        show_pictures()
        return
    if picture is None:
        raise NotFound("picture", "(none)", PICTURES)
    if output is None:
        raise SettingError("--output", "(none)", "name a file in .svg or .png for the picture")
    with open_store(store, read_only=True) as graph:
        form = output.suffix.removeprefix(".").lower()
        output.write_bytes(plot(graph, picture, form, since=since, until=until, on=on, rows=rows))
