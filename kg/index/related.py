"""What is related to an entity, and why.

Comes in: an Index and an entity.  Goes out: related entities, the strongest first.  The one idea: a score is the sum of weights
times counts; over two steps it is half of the weaker tie of the strongest way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import orjson

from kg.index.answers import Page, Related
from kg.index.finding import number_of, types_named
from kg.index.kept import Asked, Told
from kg.index.opening import Index
from kg.index.packed import window
from kg.index.relatives import FIRST, found
from kg.index.sight import Sight
from kg.index.telling import as_json, as_told


def related(
    index: Index,
    iri: str,
    *,
    depth: int = 1,
    types: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    limit: int = FIRST,
    offset: int = 0,
) -> Page[Related]:
    """The entities related to one (by IRI or key): of these types, by what happened between these days (both included).

    ``depth`` 2 adds entities that are not tied to it but to one of the fifty strongest that are.  With a day given, what has no day
    (posts, links of the registry) does not count.  Raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    asked = Asked(depth, window(since, until), types_named(types), limit, offset)
    with index.reading() as connection:
        sight, number = Sight(connection, index.known), number_of(connection, iri)
        shown, total = found(sight, number, asked)
        return Page(tuple(as_told(sight, number, asked.window, shown)), total, offset)


def related_json(
    index: Index,
    iri: str,
    *,
    depth: int = 1,
    types: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    limit: int = FIRST,
    offset: int = 0,
) -> Told:
    """What :func:`related` gives, as JSON: what was written with the index or told before is not made again."""
    asked = Asked(depth, window(since, until), types_named(types), limit, offset)
    with index.reading() as connection:
        sight, number = Sight(connection, index.known), number_of(connection, iri)
        key = number, asked
        return index.known.pages.of([key], lambda _: {key: _told(sight, number, asked)})[key]


def _told(sight: Sight, number: int, asked: Asked) -> Told:
    shown, total = found(sight, number, asked)
    return Told(orjson.dumps(as_json(sight, number, asked.window, shown)), len(shown), total)
