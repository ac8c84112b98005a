"""What is related to an entity, and why.

Comes in: an Index and an entity.  Goes out: related entities, the strongest first.  The one idea: a score is the sum of weights
times counts; over two steps it is half of the weaker tie of the strongest way.
"""

from __future__ import annotations

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


def first_related(index: Index, iri: str, limit: int = FIRST) -> Page[str]:
    """The first of what ``related`` gives (twenty at most), each as its JSON, as it was written with the index.

    Raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    with index.reading() as connection:
        row = connection.execute(
            "SELECT ties, items FROM entity LEFT JOIN first_related ON entity = id WHERE iri = ?", (as_iri(iri),)
        ).fetchone()
    if row is None:
        raise NotFound("entity", iri)
    total, items = row
    return Page(tuple(items.split("\n")[:limit]) if items else (), total)
