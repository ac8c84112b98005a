"""Projections: what is a node, what is an edge, what a weight means; each is a file.

Comes in: ``ontology/projections/*.toml`` and the folders of a user's own.  Goes out: Projections by name.  The one
idea: a projection is data, in plain words and SPARQL.  Its edge query gives one row for each fact and edge:

    ?source ?target          the ends (needed)
    ?kind                    what joins them, else the file's ``kind``
    ?fact                    what is counted, else the row
    ?date                    the day of the fact
    ?quote                   the IRI of the words that tell it
    …                        any variable that ``[edge.fields]`` names

``each`` says what makes an edge: a ``pair`` (all facts of a source, target and kind together), a ``fact``, or a ``row``
(streamed as it comes, for graphs of any size).  The node query is optional: it adds nodes that no edge ends in (``?id``,
``?day``) and values for ``[node.fields]``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from kg import resources
from kg.errors import NotFound, SettingError
from kg.graphs.network import FIELD_TYPES, Field, FieldType

_WORDS = ("title", "nodes", "edges", "weight", "time", "direction")
_EACH = ("pair", "fact", "row")
_STANDARD = frozenset({"source", "target", "kind", "fact", "quote", "id", "day", "facts", "first", "last", "evidence"})


@dataclass(frozen=True, slots=True)
class Projection:
    """What a graph shows.  ``needs_focus`` says that it is drawn around one thing, ``depth`` how far around."""

    name: str
    title: str
    nodes: str
    edges: str
    weight: str
    time: str
    direction: str
    directed: bool
    each: str
    kind: str
    edge_query: str
    node_query: str | None
    edge_fields: tuple[Field, ...]
    node_fields: tuple[Field, ...]
    needs_focus: bool
    depth: int

    @property
    def words(self) -> str:
        """Its meaning in plain words, a line each."""
        told = (("Nodes", self.nodes), ("Edges", self.edges), ("Weight", self.weight), ("Time", self.time))
        return "\n".join(f"{name}: {words}" for name, words in (*told, ("Direction", self.direction)))


def projections(folders: Iterable[Path] = ()) -> dict[str, Projection]:
    """Every projection by name; one of a user's own goes before ours of the same name."""
    return {**_ours(), **{name: own for folder in folders for name, own in _in(folder).items()}}


def find(name: str, folders: Iterable[Path] = ()) -> Projection:
    """The projection of a name; raises :class:`kg.errors.NotFound` with those that are known."""
    known = projections(folders)
    if name not in known:
        raise NotFound("projection", name, known)
    return known[name]


@cache
def _ours() -> dict[str, Projection]:
    return _in(resources.ontology() / "projections")


def _in(folder: Path) -> dict[str, Projection]:
    if not folder.is_dir():
        raise SettingError("folder of projections", str(folder), "is no folder")
    files = sorted(path for path in folder.glob("*.toml") if path.name != "kinds.toml")
    return {path.stem: read_projection(path) for path in files}


def read_projection(path: Path) -> Projection:
    """A projection from its file; raises :class:`kg.errors.SettingError` that says what is missing."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise SettingError("projection", str(path), f"is not TOML: {fault}") from fault
    _check(path, told)
    words = {name: str(told[name]) for name in _WORDS}
    return Projection(
        name=path.stem,
        **words,
        directed=told.get("directed", True),
        each=told.get("each", "pair"),
        kind=told.get("kind", "linked"),
        edge_query=told["sparql"]["edges"],
        node_query=told["sparql"].get("nodes"),
        edge_fields=_fields(path, told, "edge"),
        node_fields=_fields(path, told, "node"),
        needs_focus=told.get("focus", False),
        depth=told.get("depth", 1),
    )


def _check(path: Path, told: Mapping[str, Any]) -> None:
    missing = [name for name in _WORDS if not isinstance(told.get(name), str)]
    if not isinstance(told.get("sparql"), dict) or "edges" not in told["sparql"]:
        missing.append("[sparql] edges")
    if missing:
        raise SettingError("projection", str(path), f"does not tell {', '.join(missing)}")
    if told.get("each", "pair") not in _EACH:
        raise SettingError("projection", str(path), f"each = {told['each']!r}; known: {', '.join(_EACH)}")


def _fields(path: Path, told: Mapping[str, Any], part: str) -> tuple[Field, ...]:
    fields: Mapping[str, str] = told.get(part, {}).get("fields", {})
    for name, type_ in fields.items():
        if type_ not in FIELD_TYPES or name in _STANDARD:
            reason = f"{name} is a name of its own" if name in _STANDARD else f"{name} is no {type_!r}"
            raise SettingError("projection", str(path), f"[{part}.fields] {reason}; types: {', '.join(FIELD_TYPES)}")
    return tuple(Field(name, cast("FieldType", type_)) for name, type_ in fields.items())
