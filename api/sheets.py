"""How findings look in a terminal.

Comes in: Findings.  Goes out: lines on standard output.  The one idea: people get the first rows and the columns that they
read; CSV and JSON hold all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from api.terminal import LINKS, console
from kg.answers import shown

if TYPE_CHECKING:
    from kg.analysis import Findings, Sheet

_LEFT_OUT = ("id", "kind", "commitment", "acting", *LINKS)  # what a table for people has no room for


def show_findings(findings: Findings, *, top: int, sheet: str | None = None) -> None:
    """The figures, then the first rows of each sheet (or of the one named), then what the figures leave out."""
    out = console()
    out.print(f"[bold]{escape(findings.title)}[/bold]")
    if sheet is None:
        figures = Table(show_header=False)
        for name, value in findings.figures.items():
            figures.add_row(_heading(name), escape(_cell(value)))
        out.print(figures)
    for one in findings.sheets if sheet is None else (findings.sheet(sheet),):
        out.print(_sheet(one, top) if one.rows else f"[italic]{_heading(one.name)}[/italic]: none")
        if len(one.rows) > top:
            out.print(f"[dim]the first {top} of {len(one.rows)}; --top shows more, --format csv all[/dim]")
    for note in findings.notes:
        out.print(f"[dim]{escape(note)}[/dim]", soft_wrap=True)


def show_analyses(folders: Iterable[Path]) -> None:
    """The projections, the analyses of their own and the measures of nodes, each with what it tells."""
    from kg.analysis import ANALYSES, MEASURES
    from kg.graphs import projections

    table = Table("name", "what it tells", header_style="bold")
    for projection in projections(folders).values():
        table.add_row(projection.name, escape(projection.title))
    table.add_section()
    for name, analysis in ANALYSES.items():
        table.add_row(name, escape(analysis.words))
    measures = Table("measure", "what it tells of a node", header_style="bold")
    for name, measure in MEASURES.items():
        measures.add_row(name, escape(measure.words))
    console().print(table)
    console().print(measures)


def show_pictures() -> None:
    """The pictures, each with what it shows."""
    from kg.plots import PICTURES

    table = Table("name", "what it shows", header_style="bold")
    for name, picture in PICTURES.items():
        table.add_row(name, escape(picture.words))
    console().print(table)


def _sheet(sheet: Sheet, top: int) -> Table:
    kept = [place for place, name in enumerate(sheet.columns) if name not in _LEFT_OUT]
    wordy = any(len(str(row[place])) > 60 for row in sheet.rows[:top] for place in kept)
    table = Table(title=_heading(sheet.name), title_justify="left", header_style="bold", show_lines=wordy)
    for place in kept:
        numbers = any(isinstance(row[place], int | float) for row in sheet.rows[:top])
        table.add_column(_heading(sheet.columns[place]), justify="right" if numbers else "left")
    for row in sheet.rows[:top]:
        table.add_row(*(escape(_cell(row[place])) for place in kept))
    return table


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _cell(value: object) -> str:
    """A value of a sheet: numbers to three digits, nothing as a dash."""
    if isinstance(value, bool) or not isinstance(value, float):
        return "–" if value is None else "; ".join(value) if isinstance(value, tuple) else shown(value)  # type: ignore[arg-type]
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"
