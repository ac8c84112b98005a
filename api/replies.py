"""How JSON goes out under ``/api/v1``: lists page by page, the fields that are wanted, and the parameters that are known.

Comes in: rows.  Goes out: responses.  The one idea: a cursor holds the key of the last row, so that a page costs the same
wherever it is.  A list endpoint reads::

    @router.get("/things", responses=refusals(404))
    async def things(request: Request, page: Paged, fields: Fields) -> Response:
        rows, total = …  # at most page.limit rows after the key page.after (() means from the start)
        more = …  # the key of the last row where others follow it, else None
        return listing(request, page, rows, total=total, more=more, fields=fields)
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

import orjson
from fastapi import Depends, Query, Request
from fastapi.routing import APIRoute
from pydantic import BaseModel, BeforeValidator, Field
from starlette.responses import Response

from api.errors import Problem
from api.plain import listed
from api.problems import MEDIA_TYPE

Key = str | int | float | None
Item = Mapping[str, Any]
T = TypeVar("T")
_FAR = 2**53
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Page(NamedTuple):
    """Which page of a list is wanted: how many rows, and the key after which they begin (empty: from the start)."""

    limit: int
    after: tuple[Key, ...] = ()


def page_of(
    limit: Annotated[int, Query(ge=1, le=1000, description="How many items a page has at most")] = 50,
    cursor: Annotated[
        str | None, Query(max_length=2000, description="Where the page begins: taken from `next`, never made up")
    ] = None,
) -> Page:
    """The page that a request wants; raises a Problem for a cursor that is none of ours."""
    return Page(limit, _opened(cursor) if cursor else ())


def _fields(
    fields: Annotated[
        str | None,
        Query(max_length=500, description="Only these fields of each item, separated by commas"),
    ] = None,
) -> tuple[str, ...]:
    return tuple(listed(fields))


def _day(value: object) -> object:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError(f"should be a date such as 2017-03-14, not {value[:50]!r}")
    return value


Day = Annotated[date, BeforeValidator(_day)]  # a date and nothing else: a bare number would be read as a moment
Paged = Annotated[Page, Depends(page_of)]
Fields = Annotated[tuple[str, ...], Depends(_fields)]


class Refusal(BaseModel):
    """A problem (RFC 9457): what is wrong, and what would work."""

    type: str = Field(examples=["/problems/nothing-found"])
    title: str = Field(examples=["Nothing found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["no body 'XYZ'"])
    instance: str = Field(examples=["/api/v1/ask/commitments"])
    request_id: str = Field(examples=["9f3c1b2a4d5e6f70"])
    parameter: str | None = Field(default=None, examples=["body"])
    errors: list[dict[str, str]] = Field(default_factory=list)


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may answer with, for its description."""
    meant = {400: "Not usable", 401: "No token", 403: "Not allowed", 404: "Nothing found", 406: "Not on offer",
             409: "Something else is in the way", 413: "Too large", 414: "The address is too long", 415: "Unknown media type", 422: "A parameter is not usable",
             503: "Busy; try again", 504: "Took too long"}  # fmt: skip
    schema = {"$ref": "#/components/schemas/Refusal"}
    return {status: {"description": meant[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses}


def reply(value: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A value as JSON; days as ``2017-03-14``."""
    return Response(dumped(value), status, dict(headers or {}), media_type="application/json")


def dumped(value: object) -> bytes:
    """A value as the bytes of its JSON."""
    return orjson.dumps(value, default=_plain)


def plain(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    """A dataclass of the house as a mapping, its fields as they are."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(f"{type(value).__name__} has no JSON form")


def listing(
    request: Request,
    page: Page,
    items: Sequence[Item],
    *,
    total: int,
    more: Sequence[Key] | None,
    fields: Sequence[str] = (),
    known: Sequence[str] = (),
    **beside: object,
) -> Response:
    """One page of a list: ``items``, ``total``, ``limit`` and ``next`` (also as a ``Link``), and what stands beside them.

    ``more`` is the key of the last item where others follow it; ``known`` the fields that an item may have, where the
    items of the page do not tell.  Raises a Problem for a field that items do not have.
    """
    then = onward(request, more) if more is not None else None
    headers = {"X-Total-Count": str(total)} | ({"Link": f'<{then}>; rel="next"'} if then else {})
    body = {"items": select(items, fields, known), "total": total, "limit": page.limit, "next": then, **beside}
    return reply(body, headers=headers)


def onward(request: Request, more: Sequence[Key]) -> str:
    """The address of the page after the one whose last key is ``more``."""
    return str(request.url.include_query_params(cursor=_closed(more)))


def start_of(page: Page) -> int:
    """The number of the row with which a page begins, for lists whose key is that number."""
    start = page.after[0] if page.after else 0
    if not isinstance(start, int) or not 0 <= start < _FAR or len(page.after) > 1:
        raise _no_cursor()
    return start


def cut(page: Page, rows: Sequence[T]) -> tuple[Sequence[T], tuple[int] | None]:
    """The rows of a page out of all rows, with the key for :func:`listing`'s ``more``: for what is at hand whole."""
    start = start_of(page)
    end = start + page.limit
    return rows[start:end], (end,) if end < len(rows) else None


def select(items: Sequence[Item], fields: Sequence[str], known: Sequence[str] = ()) -> Sequence[Item]:
    """The items with the wanted fields alone; all of them where none are named."""
    if not fields:
        return items
    known = known or list(dict.fromkeys(name for item in items for name in item))
    unknown = next((name for name in fields if known and name not in known), None)
    if unknown is not None:
        detail = f"items have no field {unknown!r}; known: {', '.join(known)}"
        raise Problem(422, "A parameter is not usable", detail, parameter="fields")
    return [{name: item[name] for name in fields if name in item} for item in items]


def _closed(key: Sequence[Key]) -> str:
    return base64.urlsafe_b64encode(dumped(list(key))).decode().rstrip("=")


def _opened(cursor: str) -> tuple[Key, ...]:
    try:
        key = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
    except ValueError as fault:
        raise _no_cursor() from fault
    if not isinstance(key, list) or not all(part is None or isinstance(part, str | int | float) for part in key):
        raise _no_cursor()
    return tuple(key)


def _no_cursor() -> Problem:
    detail = "is no cursor of this list; take it from next, or leave it out"
    return Problem(422, "A parameter is not usable", f"cursor: {detail}", parameter="cursor")


# ── parameters that nobody knows ─────────────────────────────────────────────────────────────────────────────────


async def known_parameters(request: Request) -> None:
    """Refuse a query parameter that the route does not take, or takes once and is given twice: a typo is no wish."""
    taken = _taken(request.scope["route"])
    for name in request.query_params:
        if name not in taken:
            detail = f"there is no parameter {name!r} here; known: {', '.join(sorted(taken)) or 'none'}"
            raise Problem(422, "A parameter is not usable", detail, parameter=name)
        if not taken[name] and len(request.query_params.getlist(name)) > 1:
            raise Problem(422, "A parameter is not usable", f"{name} is given more than once", parameter=name)


def _taken(route: APIRoute) -> dict[str, bool]:
    """The names of a route's query parameters, and whether each may be given several times."""
    found: dict[str, bool] = {}
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        waiting += dependant.dependencies
        for field in dependant.query_params:
            found[field.alias] = _several(field.field_info.annotation)
    return found


def _several(kind: object) -> bool:
    """Does the type take several values, be it one way among others (``list[str] | None``)?"""
    return get_origin(kind) in {list, tuple, set} or any(
        get_origin(one) in {list, tuple, set} for one in get_args(kind)
    )
