"""Connections and full text: ``paths`` and ``search``.

Comes in: two entities, or words.  Goes out: the shortest connections with their evidence, or hits with the found words marked.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.indexed import answered
from api.replies import Fields, Paged, plain, refusals, reply
from api.v1.facts_told import FactTold, mapping
from api.v1.parameters import Listed, Types, thing, told, window
from kg.index import answers, paths, search

router = APIRouter(tags=["connections"])


class Paths(BaseModel):
    """The shortest connections of two entities, the strongest first; none where there is none so short."""

    items: list[answers.Path]
    total: int = Field(examples=[1])


class HitTold(BaseModel):
    """Something that was found."""

    what: str = Field(examples=["commitment"], description="name, statement, commitment, inspection or minutes")
    title: str = Field(examples=["send the report"])
    highlight: str = Field(
        examples=["agreed to send the <mark>report</mark>"],
        description="HTML: the found words marked, all else escaped",
    )
    score: float = Field(examples=[7.25], description="The higher the better; only to be compared within one answer")
    thing: answers.Thing | None
    fact: FactTold | None


class Hits(Listed):
    """One page of hits, the best first."""

    items: list[HitTold]


@router.get("/paths", summary="How two entities are connected", response_model=Paths, responses=refusals(404))
async def connections(
    request: Request,
    source: Annotated[str, thing("where to begin", "data:organisation/crown-prosecution-service", "from")],
    target: Annotated[str, thing("where to end", "data:organisation/home-office", "to")],
    types: Types = None,
    longest: Annotated[int, Query(ge=1, le=6, description="How many steps at most")] = 4,
    limit: Annotated[int, Query(ge=1, le=20, description="How many connections")] = 5,
) -> Response:
    """The shortest connections; of equally long ones that with the strongest weakest step comes first.

    Between the two lie agents alone, unless `types` says otherwise: through topics everything is connected.
    """
    found = await answered(request, paths, source, target, types=tuple(types or ()), longest=longest, limit=limit)
    return reply({"items": found, "total": len(found)})


@router.get("/search", summary="Full text", response_model=Hits)
async def full_text(
    request: Request,
    page: Paged,
    fields: Fields,
    q: Annotated[
        str,
        Query(
            max_length=1000,
            description='Words that must all be there, in any of their forms; "words in quotes" stand together, `inspec*` goes on',
            examples=["joint inspection"],
        ),
    ],
    kind: Annotated[
        list[Literal["name", "statement", "commitment", "inspection", "minutes"]] | None,
        Query(max_length=5, description="Where to look"),
    ] = None,
) -> Response:
    """Names, statements, commitments, inspections and minutes that hold the words, the best first."""
    found = await answered(request, search, q, kinds=tuple(kind or ()), **window(page))
    return told(request, page, found, fields=fields, known=list(HitTold.model_fields), item=_hit)


def _hit(hit: answers.Hit) -> dict[str, Any]:
    return plain(hit) | {"fact": mapping(hit.fact) if hit.fact else None}
