"""From what a user names to numbers of the index.

Comes in: an IRI, a prefixed name, a key such as ``post/office/commissioner``, or a name.  Goes out: numbers.  The one idea: case,
articles and the kind of apostrophe do not count; everything else does; a name that several bear means all of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kg.errors import NotFound, QueryError
from kg.index.declared import lists, types
from kg.names import folded
from kg.terms import expand, iri


def number_of(connection: sqlite3.Connection, name: str) -> int:
    """The entity of an IRI, a prefixed name or a key; raises :class:`kg.errors.NotFound` where there is none."""
    row = connection.execute("SELECT id FROM entity WHERE iri = ?", (as_iri(name),)).fetchone()
    if row is None:
        raise NotFound("entity", name)
    return int(row[0])


def as_iri(name: str) -> str:
    """The IRI of an IRI, a prefixed name or a key."""
    full = expand(name)
    return full if full.startswith(("http://", "https://", "urn:")) else iri(full)


def numbers_of(connection: sqlite3.Connection, parameter: str, name: str) -> list[int]:
    """The entities that an IRI, a key or a name means; raises :class:`kg.errors.NotFound` where there is none."""
    row = connection.execute("SELECT id FROM entity WHERE iri = ?", (as_iri(name),)).fetchone()
    if row is not None:
        return [int(row[0])]
    found = connection.execute(
        "SELECT DISTINCT entity FROM name WHERE folded = ? ORDER BY entity", (folded(name),)
    ).fetchall()
    if not found:
        raise NotFound(parameter, name)
    return [int(number) for (number,) in found]


def one_of(connection: sqlite3.Connection, parameter: str, name: str) -> int:
    """The one entity that an IRI, a key or a name means; raises :class:`kg.errors.QueryError` where it means several."""
    found = numbers_of(connection, parameter, name)
    if len(found) > 1:
        places = ", ".join("?" * len(found))
        rows = connection.execute(f"SELECT iri FROM entity WHERE id IN ({places}) ORDER BY iri", found).fetchall()
        raise QueryError(
            parameter, f"{name!r} means several: {', '.join(iri_ for (iri_,) in rows[:10])}; name one by its IRI"
        )
    return found[0]


def types_named(names: Iterable[str]) -> tuple[str, ...]:
    """The types of entity that some words mean, a list's name (``organisations``) being all of its types."""
    found: list[str] = []
    for name in names:
        if name not in types() and name not in lists():
            raise QueryError("types", f"{name!r} is unknown; known: {', '.join((*types(), *lists()))}")
        found += lists().get(name, (name,))
    return tuple(dict.fromkeys(found))


def concepts(connection: sqlite3.Connection, scheme: str, name: str) -> list[str]:
    """A word of a vocabulary with all narrower ones (``directive``: asked, requested, suggested)."""
    rows = connection.execute("SELECT name, broader FROM concept WHERE scheme = ?", (scheme,)).fetchall()
    wanted = name.removeprefix(f"{scheme}:").removeprefix(expand(f"{scheme}:"))
    known = sorted(concept for concept, _ in rows)
    if wanted not in known:
        raise QueryError(scheme, f"{name!r} is unknown; known: {', '.join(known) or 'none'}")
    found = {wanted}
    while more := {concept for concept, broader in rows if broader in found} - found:
        found |= more
    return sorted(found)
