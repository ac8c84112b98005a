"""Commitments as the pictures need them: each once, with all who are to act.

Comes in: a view, and what was asked.  Goes out: Promises.  The one idea: how a commitment stands is decided by the
question ``commitment-states`` alone; a picture only draws it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kg.errors import QueryError
from kg.graphs.things import things
from kg.plots.asked import Asked
from kg.questions import ask
from kg.store.base import View


class Promise(NamedTuple):
    """Who is to do what, since when and by when, and how it stands."""

    bodies: tuple[str, ...]
    action: str
    made: date | None
    due: date | None
    state: str


def promises(view: View, asked: Asked) -> list[Promise]:
    """The commitments that were made in the time asked for, as they stand on the day asked for.

    Raises :class:`kg.errors.QueryError` where no day was asked for.
    """
    if asked.on is None:
        raise QueryError("commitments", "needs 'on': the day to look from, such as 2018-06-01")
    answer = ask(view, "commitment-states", on=asked.on.isoformat())
    place = answer.variables.index
    names = things(view, {str(row[place("acting")]) for row in answer.rows})
    found: dict[str, Promise] = {}
    for row in answer.rows:
        made, due, key = row[place("date")], row[place("due_by")], str(row[place("commitment")])
        if not asked.at(made):
            continue
        before = found[key].bodies if key in found else ()
        found[key] = Promise(
            tuple(dict.fromkeys((*before, names[str(row[place("acting")])].label))),
            str(row[place("action")]),
            made if isinstance(made, date) else None,
            due if isinstance(due, date) else None,
            str(row[place("state")]),
        )
    return list(found.values())


def day(told: date) -> str:
    """A day as people write it.

    >>> day(date(2018, 6, 1))
    '1 Jun 2018'
    """
    return f"{told.day} {told:%b %Y}"
