"""The days in the life of an entity.

Comes in: an Index and an entity.  Goes out: events by day.  The one idea: a fact has a day of its own when it was told and may have
others: when it falls due, begins, ends.
"""

from __future__ import annotations

from datetime import date

from kg.index.answers import Event, Page, Role
from kg.index.finding import number_of
from kg.index.opening import Index
from kg.index.reading import facts
from kg.index.where import Where


def timeline(
    index: Index,
    iri: str,
    *,
    since: date | None = None,
    until: date | None = None,
    what: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Page[Event]:
    """What happened with an entity (by IRI or key), the earliest first; both days are included.

    Raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    with index.reading() as connection:
        number = number_of(connection, iri)
        where = Where()
        where.add("entity = ?", number)
        where.add("day >= ?", since)
        where.add("day <= ?", until)
        where.add("what = ?", what)
        (total,) = connection.execute(f"SELECT count(*) FROM event {where.text}", where.values).fetchone()
        rows = connection.execute(
            f"SELECT day, what, fact FROM event {where.text} ORDER BY day, fact, what LIMIT ? OFFSET ?",
            (*where.values, limit, offset),
        ).fetchall()
        here = connection.execute("SELECT iri FROM entity WHERE id = ?", (number,)).fetchone()[0]
        numbers = sorted({row[2] for row in rows})
        told = dict(zip(numbers, facts(connection, numbers), strict=True))
        events = (Event(day, why, _roles(told[fact].roles, here), told[fact]) for day, why, fact in rows)
        return Page(tuple(events), total, offset)


def _roles(roles: tuple[Role, ...], iri: str) -> tuple[str, ...]:
    return tuple(sorted({role.role for role in roles if role.thing.iri == iri}))
