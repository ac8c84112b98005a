"""An Excel workbook for people: what it shows, the nodes, the edges; needs the extra ``xlsx``.

Every text is written as text, never as a formula or a link, and marked so where it looks like a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import ExportError, MissingExtra
from kg.exports.base import LISTED, Format, Sheet
from kg.exports.text import clean, harmless, java_double
from kg.graphs.network import Field, Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_ROWS = 1_048_575  # below the header
_LETTERS = 32_767  # in a cell
_LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001 - the same network, the same file
_LARGEST = 2**53  # a spreadsheet counts no further


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as a workbook; raises :class:`kg.errors.ExportError` for more rows or letters than one can hold."""
    try:
        from xlsxwriter import Workbook
    except ImportError as fault:
        raise MissingExtra("xlsx", "xlsx") from fault
    options = {
        "constant_memory": True,
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": False,
    }
    with Workbook(out, options) as book:
        book.set_properties({"title": sheet.title, "created": _LONG_AGO})
        _about(book, sheet)
        name_of = sheet.ends(lambda _, node: node.label)
        nodes = (((node.label, node.kind, node.id), node.values) for node in sheet.nodes)
        _table(book, "Nodes", ("label", "kind", "id"), sheet.node_fields, nodes)
        edges = (
            (
                (name_of(edge.source), edge.kind, name_of(edge.target), edge.weight, edge.source, edge.target),
                edge.values,
            )
            for edge in sheet.edges
        )
        _table(
            book, "Edges", ("source", "kind", "target", "weight", "source_id", "target_id"), sheet.edge_fields, edges
        )


def _about(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet("About")
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 110, book.add_format({"text_wrap": True}))
    page.write_string(0, 0, "Network")
    page.write_string(0, 1, sheet.title)
    for place, line in enumerate(sheet.description.splitlines(), 1):
        name, _, words = line.partition(": ")
        page.write_string(place, 0, name)
        page.write_string(place, 1, words)


def _table(
    book: Workbook,
    name: str,
    keys: Sequence[str],
    fields: Sequence[Field],
    rows: Iterable[tuple[Sequence[Value], Sequence[Value]]],
) -> None:
    page, put = book.add_worksheet(name), _cells(book)
    page.freeze_panes(1, 1)
    page.set_column(0, len(keys) + len(fields), 22)
    for column, key in enumerate((*keys, *(field.name for field in fields))):
        page.write_string(0, column, key, book.add_format({"bold": True}))
    last = 0
    for last, (first, values) in enumerate(rows, 1):
        if last > _ROWS:
            raise ExportError("xlsx", f"{name}: a sheet holds {_ROWS:,} rows; take a part, or csv or parquet")
        for column, value in enumerate((*first, *values)):
            put(page, last, column, value)
    page.autofilter(0, 0, last, len(keys) + len(fields) - 1)


def _cells(book: Workbook) -> Callable[[Worksheet, int, int, Value], None]:
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    marked = book.add_format({"quote_prefix": True})

    def put(page: Worksheet, row: int, column: int, value: Value) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            page.write_boolean(row, column, value)
        elif isinstance(value, int | float) and abs(value) <= _LARGEST:
            page.write_number(row, column, value)
        elif isinstance(value, date) and value.year >= 1900:
            page.write_datetime(row, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
        else:
            told = _text(value)
            page.write_string(row, column, told, marked if harmless(told) != told else None)

    return put


def _text(value: Value) -> str:
    if isinstance(value, tuple | list):
        value = LISTED.join(value)
    told = clean(value) if isinstance(value, str) else java_double(value) if isinstance(value, float) else str(value)
    if len(told) > _LETTERS:
        raise ExportError(
            "xlsx", f"a cell holds {_LETTERS:,} letters, not the {len(told):,} of {told[:40]!r}…; take csv"
        )
    return told


FORMAT = Format(
    "xlsx", "people with Excel or LibreOffice (extra: xlsx)", ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"graph.xlsx": write},
)  # fmt: skip
