"""What is related to an entity, and why.

Comes in: an Index and an entity.  Goes out: related entities, the strongest first.  The one idea: a score is the sum of weights
times counts; over two steps it is half of the weaker tie of the strongest way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import orjson

from kg.index.answers import Page, Related
from kg.index.finding import number_of, types_named
from kg.index.opening import Index
from kg.index.packed import Window, window
from kg.index.relatives import Asked, Found, found
from kg.index.sight import Sight
from kg.index.telling import as_json, as_told

T = TypeVar("T")
Tell = Callable[[Sight, int, Window | None, Sequence[Found]], list[T]]


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
    return _page(index, iri, as_told, Asked(depth, window(since, until), types_named(types), limit, offset))


def related_json(
    index: Index,
    iri: str,
    *,
    depth: int = 1,
    types: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Page[Related | orjson.Fragment]:
    """What :func:`related` gives, for ``orjson``: what was written with the index is not made again."""
    return _page(index, iri, as_json, Asked(depth, window(since, until), types_named(types), limit, offset))


def _page(index: Index, iri: str, tell: Tell[T], asked: Asked) -> Page[T]:
    with index.reading() as connection:
        sight, number = Sight(connection, index.known), number_of(connection, iri)
        shown, total = found(sight, number, asked)
        return Page(tuple(tell(sight, number, asked.window, shown)), total, asked.offset)
