"""What the JSON formats share: values, objects, and how a network is told about itself.

Comes in: fields and a Sheet.  Goes out: pieces of JSON.  What is not known (``None``) is left out.
"""

from __future__ import annotations

from kg.exports.base import Sheet
from kg.exports.rows import Piece, Writers, fields
from kg.exports.text import boolean, finite, json
from kg.graphs.network import Field
from kg.version import __version__

WRITERS: Writers = {
    "string": json,
    "integer": str,
    "double": finite,
    "boolean": boolean,
    "date": lambda day: f'"{day}"',
    "list": lambda items: f"[{','.join(map(json, items))}]",
}


def members(declared: tuple[Field, ...]) -> list[Piece]:
    """Each field as ``,"name":value``."""
    return fields(declared, WRITERS, lambda field, text: f',"{field.name}":{text}')


def about(sheet: Sheet) -> str:
    """Name, title, meaning and maker, as the members of an object."""
    told = {
        "name": sheet.name,
        "title": sheet.title,
        "description": sheet.description,
        "creator": f"Inspectorate KG {__version__}",
    }
    return ",".join(f"{json(name)}:{json(value)}" for name, value in told.items() if value)
