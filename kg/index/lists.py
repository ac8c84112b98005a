"""Lists of facts: statements, commitments, inspections, meetings.

Comes in: an Index and what is wanted.  Goes out: pages of facts in the order of day, document and place.  The one idea: whoever is
named may be named by IRI, key or name, and a body is also named by those who stand for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.index.answers import Fact, Page
from kg.index.finding import concepts, number_of, numbers_of
from kg.index.opening import Index
from kg.index.reading import facts
from kg.index.where import Where


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which facts of one kind.

    ``roles`` are names of things by role (``{"speaker": "HMCPSI"}``), ``words`` words of vocabularies by name (``{"act": "asked"}``).
    ``since`` and ``until`` are days of meetings, ``ends_after`` and ``ends_before`` days by which something is due or ends; all days
    are included but that of ``overdue_on``, which is itself no longer in time.
    """

    kind: str
    roles: Mapping[str, str | None] = field(default_factory=dict)
    words: Mapping[str, str | None] = field(default_factory=dict)
    document: str | None = None
    since: date | None = None
    until: date | None = None
    ends_after: date | None = None
    ends_before: date | None = None
    overdue_on: date | None = None
    open: bool | None = None
    joint: bool | None = None


def facts_of(index: Index, wanted: Wanted, *, limit: int = 50, offset: int = 0) -> Page[Fact]:
    """A page of the facts that are wanted.

    Raises :class:`kg.errors.NotFound` for a thing that the graph does not know, :class:`kg.errors.QueryError` for a word that is none
    of its vocabulary; each names the parameter.
    """
    with index.reading() as connection:
        where = _where(connection, wanted)
        (total,) = connection.execute(f"SELECT count(*) FROM fact {where.text}", where.values).fetchone()
        rows = connection.execute(
            f"SELECT id FROM fact {where.text} ORDER BY id LIMIT ? OFFSET ?", (*where.values, limit, offset)
        )
        return Page(facts(connection, [number for (number,) in rows]), total, offset)


def _where(connection: sqlite3.Connection, wanted: Wanted) -> Where:
    where = Where()
    where.add("kind = ?", wanted.kind)
    for role, name in wanted.roles.items():
        if name is not None:
            _in_role(where, role, numbers_of(connection, role, name))
    for scheme, word in wanted.words.items():
        where.among(scheme, concepts(connection, scheme, word) if word is not None else None)
    where.add("document = ?", number_of(connection, wanted.document) if wanted.document is not None else None)
    where.add("day >= ?", wanted.since)
    where.add("day <= ?", wanted.until)
    where.add("ends >= ?", wanted.ends_after)
    where.add("ends <= ?", wanted.ends_before)
    where.add("open AND binding AND ends < ?", wanted.overdue_on)
    where.add("open = ?", None if wanted.open is None else int(wanted.open))
    if wanted.joint is not None:
        several = "(SELECT count(DISTINCT entity) FROM role WHERE fact = fact.id AND role = 'conductedBy' AND through = 0) > 1"
        where.add(several if wanted.joint else f"NOT {several}")
    return where


def _in_role(where: Where, role: str, numbers: list[int]) -> None:
    among = Where()
    among.add("role = ?", role)
    among.among("entity", numbers)
    where.add(f"id IN (SELECT fact FROM role {among.text})", *among.values)
