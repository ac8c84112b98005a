"""New ties merged into what the old ones of an entity have come to.

Comes in: ties that were not there, and plain triples that are ties no longer.  Goes out: rows as if all ties had been counted together.  The
one idea: counts add up, first and last day widen, and the latest facts are among the latest of before and the new ones.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from kg.index.declared import LINK
from kg.index.kept import Known
from kg.index.packed import day_told, kinds, pack, unpack
from kg.index.reading import AMONG, listed
from kg.index.reasons import SHOWN, Stored, TieRow, reason, score
from kg.index.sight import Sight
from kg.index.telling import first_of

Reasons = dict[tuple[str, str], Stored]  # by kind and direction
Days = dict[int, str]


class Gone(NamedTuple):
    """A plain triple that ties two entities no longer, from one side."""

    source: int
    target: int
    way: str
    property: str


def merge(connection: sqlite3.Connection, ties: Iterable[TieRow], gone: Iterable[Gone]) -> set[int]:
    """Bring the relatives of all sources up to date; which sources these are."""
    come: dict[int, list[TieRow]] = {}
    for tie in ties:
        come.setdefault(tie[0], []).append(tie)
    went: dict[int, list[Gone]] = {}
    for one in gone:
        went.setdefault(one.source, []).append(one)
    touched = come.keys() | went.keys()
    for source in sorted(touched):
        _merge(connection, source, come.get(source, []), went.get(source, []))
    return set(touched)


def _merge(connection: sqlite3.Connection, source: int, come: list[TieRow], went: list[Gone]) -> None:
    old = connection.execute("SELECT target, reasons FROM related WHERE source = ?", (source,)).fetchall()
    near: dict[int, Reasons] = {
        target: {(told[0], told[1]): told for told in json.loads(reasons)} for target, reasons in old
    }
    for one in went:
        _take(near.get(one.target, {}), one)
    days = _days(connection, near, come)
    for target, some in groupby(sorted(come, key=_order), key=lambda tie: tie[1]):
        reasons = near.setdefault(target, {})
        for (kind, way), same in groupby(some, key=lambda tie: tie[2:4]):
            fresh = reason(kind, way, list(same))
            reasons[kind, way] = _joined(reasons[kind, way], fresh, days) if (kind, way) in reasons else fresh
    rows = [
        (-score(told.values()), target, [told[key] for key in sorted(told)]) for target, told in near.items() if told
    ]
    rows.sort(key=lambda row: row[:2])
    connection.execute("DELETE FROM related WHERE source = ?", (source,))
    connection.executemany(
        "INSERT INTO related VALUES (?, ?, ?, ?, ?)",
        (
            (source, rank, target, -below, json.dumps(told, separators=(",", ":")))
            for rank, (below, target, told) in enumerate(rows, 1)
        ),
    )
    _pack(connection, source, [(target, -below) for below, target, _ in rows], come)


def _order(tie: TieRow) -> tuple[int, str, str, int, str]:
    return tie[1], tie[2], tie[3], tie[4], tie[7]


def _take(reasons: Reasons, gone: Gone) -> None:
    told = reasons.get((LINK, gone.way))
    if told and gone.property in told[6]:
        left = [name for name in told[6] if name != gone.property]
        if left:
            reasons[LINK, gone.way] = (LINK, gone.way, len(left), None, None, [], left)
        else:
            del reasons[LINK, gone.way]


def _days(connection: sqlite3.Connection, near: dict[int, Reasons], come: Sequence[TieRow]) -> Days:
    """The days of the facts that stand behind the reasons between the source and those to whom new ties lead."""
    targets = {tie[1] for tie in come}
    facts = {tie[4] for tie in come}
    for target in targets & near.keys():
        facts.update(fact for told in near[target].values() for fact, _ in told[5])
    rows = connection.execute(f"SELECT id, coalesce(day, begins, '') FROM fact WHERE id {AMONG}", (listed(facts),))
    return dict(rows)


def _joined(old: Stored, fresh: Stored, days: Days) -> Stored:
    kind, way, count, first, last, latest, properties = old
    names = sorted({*properties, *fresh[6]})
    facts = sorted(
        ((fact, quote) for fact, quote in (*latest, *fresh[5])), key=lambda told: (days.get(told[0], ""), told[0])
    )
    return (
        kind,
        way,
        count + fresh[2] if facts else len(names),
        min((day for day in (first, fresh[3]) if day), default=None),
        max((day for day in (last, fresh[4]) if day), default=None),
        facts[::-1][:SHOWN],
        names,
    )


def _pack(connection: sqlite3.Connection, source: int, near: list[tuple[int, int]], come: list[TieRow]) -> None:
    row = connection.execute("SELECT near, reasons, dated FROM ties WHERE entity = ?", (source,)).fetchone()
    connection.execute("DELETE FROM ties WHERE entity = ?", (source,))
    if near:
        ties = [*(_unpacked(source, *row) if row else ()), *come]
        connection.execute("INSERT INTO ties VALUES (?, ?, ?, ?)", (source, *pack(near, ties)))


def _unpacked(source: int, near: bytes, reasons: bytes, dated: bytes) -> Iterable[TieRow]:
    ties = unpack(near, reasons, dated)
    names = kinds()
    for number, day, fact, quote in zip(ties.reasons, ties.days, ties.facts, ties.quotes, strict=True):
        kind, way = names[ties.codes[number]]
        yield source, ties.targets[number], kind, way, fact, day_told(day), quote or None, ""


def retell(connection: sqlite3.Connection, sources: Iterable[int]) -> None:
    """Write the first relatives of some entities anew, as they go out."""
    sight = Sight(connection, Known())
    for source in sorted(sources):
        connection.execute("DELETE FROM first_related WHERE entity = ?", (source,))
        if told := first_of(sight, source):
            connection.execute("INSERT INTO first_related VALUES (?, ?)", (source, told))
