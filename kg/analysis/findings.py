"""What an analysis found, in every form that a reader may want.

Comes in: figures and sheets.  Goes out: Findings, as JSON or as CSV.  The one idea: figures tell of the whole, a sheet
has a row for each of its parts; the first sheet is the one that people ask for.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kg.errors import NotFound
from kg.graphs import Value

FORMATS = ("table", "csv", "json")
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def rounded(value: float) -> float:
    """A number to six digits: what lies behind them may differ from machine to machine.

    >>> rounded(1 / 3), rounded(12345678)
    (0.333333, 12345700.0)
    """
    return float(f"{value:.6g}")


def share(part: float, whole: float) -> float | None:
    """A part of a whole; of nothing there is no share."""
    return rounded(part / whole) if whole else None


class Sheet(NamedTuple):
    """A table: what stands in a row, the names of its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]

    def objects(self) -> list[dict[str, object]]:
        """The rows as JSON has them: an object each, a day as text."""
        return [{name: _plain(value) for name, value in zip(self.columns, row, strict=True)} for row in self.rows]


@dataclass(frozen=True, slots=True)
class Findings:
    """What an analysis found; ``notes`` say what its figures leave out or take for granted."""

    name: str
    title: str
    figures: Mapping[str, Value]
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = field(default=())

    def sheet(self, name: str | None = None) -> Sheet:
        """The sheet of a name, else the first; raises :class:`kg.errors.NotFound`."""
        if name is None:
            return self.sheets[0]
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise NotFound(f"sheet of {self.name}", name, [sheet.name for sheet in self.sheets])

    def write(self, form: str, sheet: str | None = None) -> bytes:
        """All of it as ``json``, or one sheet as ``csv``; raises :class:`kg.errors.NotFound` for another form."""
        if form == "json":
            return (json.dumps(self.as_dict(), ensure_ascii=False, indent=1) + "\n").encode()
        if form == "csv":
            return _csv(self.sheet(sheet))
        raise NotFound("format", form, FORMATS)

    def as_dict(self) -> dict[str, object]:
        """All of it as JSON has it."""
        return {
            "name": self.name,
            "title": self.title,
            "figures": {name: _plain(value) for name, value in self.figures.items()},
            "sheets": {sheet.name: sheet.objects() for sheet in self.sheets},
            "notes": list(self.notes),
        }


def _plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(sheet.columns)
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return out.getvalue().encode()


def _cell(value: Value) -> object:
    """A value for a cell; a text that a spreadsheet would run as a formula gets an apostrophe, which hides it."""
    told = "; ".join(value) if isinstance(value, tuple) else value
    return f"'{told}" if isinstance(told, str) and told.startswith(_RUN_BY_SPREADSHEETS) else told
