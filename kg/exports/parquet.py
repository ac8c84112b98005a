"""Parquet: typed tables of nodes and edges, for pandas, DuckDB, Spark and R; needs the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.errors import ExportError, MissingExtra
from kg.exports.base import Format, Sheet
from kg.exports.text import clean
from kg.graphs.network import Field, FieldType

if TYPE_CHECKING:
    import pyarrow as pa

_AT_A_TIME = 20_000
_NODE_KEYS = (Field("id", "string"), Field("label", "string"), Field("kind", "string"))
_EDGE_KEYS = (Field("source", "string"), Field("target", "string"), Field("kind", "string"), Field("weight", "double"))


def nodes(sheet: Sheet, out: BinaryIO) -> None:
    """The table of the nodes."""
    rows = ((node.id, node.label, node.kind, *node.values) for node in sheet.nodes)
    _write(out, (*_NODE_KEYS, *sheet.node_fields), rows)


def edges(sheet: Sheet, out: BinaryIO) -> None:
    """The table of the edges, some thousands in a group."""
    ends = sheet.ends(lambda _, node: node.id)
    rows = ((ends(edge.source), ends(edge.target), edge.kind, edge.weight, *edge.values) for edge in sheet.edges)
    _write(out, (*_EDGE_KEYS, *sheet.edge_fields), rows)


def _write(out: BinaryIO, fields: Sequence[Field], rows: Iterator[tuple[Any, ...]]) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as fault:
        raise MissingExtra("parquet", "parquet") from fault
    schema = pa.schema([(field.name, _type(field.type)) for field in fields])
    with pq.ParquetWriter(pa.PythonFile(out, mode="w"), schema) as writer:
        while batch := list(islice(rows, _AT_A_TIME)):
            writer.write_table(_table(schema, fields, batch))


def _type(type_: FieldType) -> pa.DataType:
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "double": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    return types[type_]


def _table(schema: pa.Schema, fields: Sequence[Field], batch: Sequence[tuple[Any, ...]]) -> pa.Table:
    import pyarrow as pa

    columns = []
    for place, field in enumerate(fields):
        values = [_value(row[place], field.type) if place < len(row) else None for row in batch]
        try:
            columns.append(pa.array(values, schema.field(place).type))
        except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as fault:
            raise ExportError(field.name, f"is declared as {field.type}: {fault}") from fault
    return pa.Table.from_arrays(columns, schema=schema)


def _value(value: object, type_: FieldType) -> object:
    if type_ == "string" and isinstance(value, str):
        return clean(value)
    if type_ == "list" and isinstance(value, Iterable):
        return [clean(str(item)) for item in value]
    return float(value) if type_ == "double" and isinstance(value, int) else value


FORMAT = Format(
    "parquet", "pandas, DuckDB, Spark, R: typed tables (extra: parquet)", ".parquet.zip", "application/zip",
    {"nodes.parquet": nodes, "edges.parquet": edges},
)  # fmt: skip
