"""What is related to an entity, and why.

Comes in: an Index and an entity.  Goes out: related entities, the strongest first.  The one idea: a score is the sum of weights
times counts; over two steps it is half of the weaker tie of the strongest way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from kg.errors import NotFound
from kg.index.answers import Page, Related
from kg.index.finding import as_iri, number_of, types_named
from kg.index.opening import Index
from kg.index.relatives import FIRST, as_told, found_now, of_types, stored


def related(
    index: Index,
    iri: str,
    *,
    depth: int = 1,
    types: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Page[Related]:
    """The entities related to one (by IRI or key): of these types, by what happened between these days (both included).

    ``depth`` 2 adds entities that are not tied to it but to one of the fifty strongest that are.  With a day given, what has no day
    (posts, links of the registry) does not count.  Raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    with index.reading() as connection:
        number = number_of(connection, iri)
        wanted = types_named(types)
        if depth == 1 and since is None and until is None:
            found, total = stored(connection, number, wanted, limit, offset)
        else:
            days = (since or date.min, until or date.max) if since or until else None
            every = found_now(connection, number, depth, days)
            chosen = of_types(connection, every, wanted)
            found, total = chosen[offset : offset + limit], len(chosen)
        return Page(as_told(connection, found), total, offset)


def first_related(index: Index, iri: str, limit: int = FIRST, types: Sequence[str] = ()) -> Page[str] | None:
    """The first of what ``related`` gives, each as its JSON, as it was written with the index; ``None`` where not all of them were written.

    Raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    wanted = types_named(types)
    with index.reading() as connection:
        row = connection.execute(
            "SELECT id, ties, items FROM entity LEFT JOIN first_related ON entity = id WHERE iri = ?", (as_iri(iri),)
        ).fetchone()
        if row is None:
            raise NotFound("entity", iri)
        number, total, items = row
        lines: list[str] = items.split("\n") if items else []
        ranks = _ranks(connection, number, wanted) if wanted else range(1, total + 1)
    if any(rank > len(lines) for rank in ranks[:limit]):
        return None
    return Page(tuple(lines[rank - 1] for rank in ranks[:limit]), len(ranks))


def _ranks(connection: sqlite3.Connection, number: int, types: tuple[str, ...]) -> list[int]:
    """The places of those of some types among all that are related."""
    rows = connection.execute(
        "SELECT rank, type FROM related JOIN entity ON entity.id = target WHERE source = ? ORDER BY rank", (number,)
    )
    return [rank for rank, type_ in rows if type_ in types]
