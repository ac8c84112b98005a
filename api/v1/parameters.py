"""The parameters that several lists of the index take.

Comes in: words of a URL.  Goes out: typed values.  The one idea: one word per idea everywhere: ``from`` and ``to`` are days of
meetings, both included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple, TypeVar

from fastapi import Depends, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.replies import Day, Page, listing, page_of, plain, start_of
from kg.index import answers
from kg.index.relatives import FIRST

T = TypeVar("T")
_A_THING = "; a name, an acronym, `data:…`, a key such as `organisation/home-office`, or an IRI"


def thing(meaning: str, example: str = "HMCPSI", alias: str | None = None) -> Any:  # noqa: ANN401 - FastAPI's own type
    """A parameter that names a thing."""
    return Query(alias=alias, min_length=1, max_length=500, description=meaning + _A_THING, examples=[example])


class Days(NamedTuple):
    """The days of meetings that are wanted."""

    since: date | None
    until: date | None


def _days(
    since: Annotated[Day | None, Query(alias="from", description="From this day on", examples=["2017-01-01"])] = None,
    until: Annotated[Day | None, Query(alias="to", description="Up to this day", examples=["2018-12-31"])] = None,
) -> Days:
    return Days(since, until)


Between = Annotated[Days, Depends(_days)]
Types = Annotated[
    list[str] | None,
    Query(
        max_length=20,
        description="Types of entity: inspectorate, organisation, group, unit, collective, post, person, programme, report, legislation, "
        "meeting, minutes, topic; organisations and agents for several",
        examples=[["organisations", "person"]],
    ),
]


def _few(
    limit: Annotated[int, Query(ge=1, le=1000, description="How many items a page has at most")] = FIRST,
    cursor: Annotated[
        str | None, Query(max_length=2000, description="Where the page begins: taken from `next`, never made up")
    ] = None,
) -> Page:
    return page_of(limit, cursor)


Few = Annotated[Page, Depends(_few)]


class Listed(BaseModel):
    """One page of a list."""

    total: int = Field(examples=[1], description="How many there are in all")
    limit: int = Field(examples=[50], description="How many a page has at most")
    next: str | None = Field(examples=[None], description="The address of the next page, where there is one")


def window(page: Page) -> dict[str, int]:
    """The place of a page as the index takes it."""
    return {"limit": page.limit, "offset": start_of(page)}


def told(
    request: Request,
    page: Page,
    found: answers.Page[T],
    *,
    fields: Sequence[str] = (),
    known: Sequence[str] = (),
    item: Callable[[T], Mapping[str, Any]] = plain,
    **beside: object,
) -> Response:
    """One page of what the index found, as the list that goes out."""
    end = found.offset + len(found.items)
    more = (end,) if found.items and end < found.total else None
    items = [item(one) for one in found.items]
    return listing(request, page, items, total=found.total, more=more, fields=fields, known=known, **beside)
