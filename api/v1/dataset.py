"""``/api/v1/dataset``: the graph as a whole.

Comes in: nothing.  Goes out: what there is in the graph, in JSON or as DCAT and VoID.  The one idea: it is counted once
for each version of the graph.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api import tasks
from api.accept import chosen
from api.addresses import context_address, server_of
from api.replies import refusals, reply
from kg import dataset, linked

router = APIRouter(tags=["dataset"])
OFFERED = {"json": "application/json"} | {name: linked.FORMS[name] for name in ("jsonld", "turtle")}


class Counted(BaseModel):
    """How many things of a class, or triples of a property."""

    iri: str = Field(examples=["https://w3id.org/inspectorate-kg/ontology#Statement"])
    count: int = Field(examples=[187])


class Dataset(BaseModel):
    """The graph as a whole."""

    iri: str = Field(examples=[dataset.DATASET])
    title: str = Field(examples=[dataset.TITLE])
    description: str
    version: str = Field(description="The digest of the content: the same facts, the same version")
    triples: int = Field(examples=[27438])
    documents: int = Field(examples=[14])
    entities: int = Field(examples=[1200])
    graphs: int = Field(examples=[19])
    first_day: date | None = Field(examples=["2012-03-01"], description="The day of the first meeting")
    last_day: date | None = Field(examples=["2019-11-20"], description="The day of the last meeting")
    classes: list[Counted]
    properties: list[Counted]
    sparql: str = Field(examples=["http://127.0.0.1:8000/sparql"])
    context: str = Field(examples=["http://127.0.0.1:8000/ontology/context.jsonld"])


Form = Annotated[Literal["json", "jsonld", "turtle"] | None, Query(alias="format", description="Goes before `Accept`")]


@router.get(
    "/dataset",
    summary="The dataset as a whole",
    response_model=Dataset,
    responses={
        200: {
            "content": {
                "application/ld+json": {"example": {"@graph": []}},
                "text/turtle": {"example": "<…/id/dataset> a dcat:Dataset ."},
            }
        },
        **refusals(406),
    },
)
async def whole(request: Request, form: Form = None) -> Response:
    """How much of what there is in the graph, from when to when, and its version."""
    wanted = chosen(request.headers.get("accept", ""), form, OFFERED)
    counted = await counts(request)
    server = server_of(request)
    if wanted == "json":
        return reply(_plain(counted, request), headers={"Vary": "Accept"})
    body = linked.write(dataset.described(counted, server), wanted, dataset.DATASET, context_address(request))
    return Response(body, headers={"Vary": "Accept"}, media_type=OFFERED[wanted])


async def counts(request: Request) -> dataset.Dataset:
    """What there is in the graph that is served now, counted once."""
    state = request.app.state
    version = state.version() or ""
    known: dataset.Dataset | None = getattr(state, "counted", None)
    if known is None or known.version != version:
        known = state.counted = await state.workers.run(tasks.counted, version)
    return known


def _plain(counted: dataset.Dataset, request: Request) -> Dataset:
    return Dataset(
        iri=dataset.DATASET,
        title=dataset.TITLE,
        description=dataset.WORDS,
        version=counted.version,
        triples=counted.triples,
        documents=counted.documents,
        entities=counted.entities,
        graphs=counted.graphs,
        first_day=counted.first_day,
        last_day=counted.last_day,
        classes=[Counted(iri=name, count=number) for name, number in counted.classes],
        properties=[Counted(iri=name, count=number) for name, number in counted.properties],
        sparql=f"{server_of(request)}/sparql",
        context=context_address(request),
    )
