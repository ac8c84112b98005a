"""The bare doors as OpenAPI describes them: the doors answer before the framework sees a request.

Comes in: nothing.  Goes out: a router whose routes are there to be read.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Security
from fastapi.security import HTTPBearer
from starlette.responses import Response

from api.networks import NETWORKS
from api.replies import refusals
from kg.exports import FORMATS
from kg.sparql.results import ROWS, TRIPLES

router = APIRouter(tags=["sparql"])

Text = Annotated[str | None, Query(description="A SPARQL 1.1 query; without one the endpoint describes itself",
                                   examples=["SELECT ?m { ?m a ikg:Meeting } LIMIT 5"])]  # fmt: skip
Graphs = Annotated[list[str] | None, Query(alias="default-graph-uri", description="What the default graph is made of")]
Named = Annotated[list[str] | None, Query(alias="named-graph-uri", description="The named graphs that the query sees")]
Shape = Annotated[
    str | None, Query(alias="format", description="Goes before Accept: json, xml, csv, tsv, turtle, nt, …")
]
Seconds = Annotated[
    float | None, Query(gt=0, description="Seconds that the query may take, up to the server's maximum")
]


def _schema(media: str) -> dict[str, Any]:
    if media.endswith("json"):
        return {"schema": {"type": "object"} if "results" in media else {}}
    return {"schema": {"type": "string"}}


_PLAIN = ("application/json", "application/xml", "text/xml", "text/plain", "text/html")
_NETWORKS = sorted({FORMATS[name].media for name in NETWORKS.values()})
_MEDIA = {
    media: _schema(media)
    for media in (*(media for media, _ in (*ROWS.values(), *TRIPLES.values())), *_PLAIN, *_NETWORKS)
}
_GRAPHS = {media: _schema(media) for media, _ in TRIPLES.values()}
_SENT = {"requestBody": {"required": True, "content": _GRAPHS}}


def _also_as_a_page(refusal: dict[str, Any]) -> dict[str, Any]:
    """A refusal that people, who want HTML, see on the page of their query."""
    return {**refusal, "content": {**refusal["content"], "text/html": {"schema": {"type": "string"}}}}


_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The whole result, in the engine's own serialisation", "content": _MEDIA},
    **{status: _also_as_a_page(told) for status, told in refusals(400, 413, 503, 504).items()},
    **refusals(406),
}


@router.get("/sparql", summary="Ask in SPARQL", response_class=Response, responses=_ANSWERS)
async def sparql(
    query: Text = None, default: Graphs = None, named: Named = None, form: Shape = None, timeout: Seconds = None
) -> Response:
    """The result of a query over the union of all graphs, unless the request names graphs.

    Nothing is fetched for a query and nothing is changed.  A result is whole; one that was cut off at the row limit says
    so in ``X-Row-Limit``, and in ``head.link`` where its form has that.  A limit that a query meets is a 503 or 504 that
    names it.
    """
    raise NotImplementedError


@router.post("/sparql", summary="Ask in SPARQL, by form", response_class=Response,
             responses={**_ANSWERS, **refusals(403, 415)})  # fmt: skip
async def sparql_by_form(query: Annotated[str, Form()]) -> Response:
    """The same, with the parameters in a form, or the bare query in the body as ``application/sparql-query``."""
    raise NotImplementedError


_TOKEN = HTTPBearer(auto_error=False, description="The token of the settings (`KG_TOKEN`)")
_CHANGED: dict[int | str, dict[str, Any]] = {
    204: {"description": "All of it has been carried out"},
    **refusals(400, 401, 403, 413, 415, 503, 504),
}
_MADE: dict[int | str, dict[str, Any]] = {
    201: {"description": "There was no such graph before; `Location` names one that was given without a name"}
}
Graph = Annotated[
    str | None,
    Query(description="The graph's IRI", examples=["https://w3id.org/inspectorate-kg/graph/corrections"]),
]


@router.post("/update", summary="Change the curators' graph", status_code=204, response_class=Response,
             dependencies=[Security(_TOKEN)], responses=_CHANGED)  # fmt: skip
async def update(update: Annotated[str, Form()]) -> Response:
    """A SPARQL 1.1 update in a form, or bare in the body as ``application/sparql-update``: all of it or nothing.

    Curators write into their own graph alone.
    """
    raise NotImplementedError


@router.get("/gsp", summary="A whole graph", response_class=Response,
            responses={200: {"description": "The graph", "content": _GRAPHS}, **refusals(400, 404, 406)})  # fmt: skip
async def whole_graph(graph: Graph = None, form: Shape = None) -> Response:
    """A graph by its IRI (SPARQL 1.1 Graph Store Protocol); ``?default`` is the union of all."""
    raise NotImplementedError


@router.put("/gsp", summary="Put a graph in the place of the curators' graph", status_code=204, response_class=Response,
            dependencies=[Security(_TOKEN)], responses={**_CHANGED, **_MADE}, openapi_extra=_SENT)  # fmt: skip
async def put_graph(graph: Graph = None) -> Response:
    """The triples in the body take the place of those that are there."""
    raise NotImplementedError


@router.post("/gsp", summary="Add to the curators' graph", status_code=204, response_class=Response,
             dependencies=[Security(_TOKEN)], responses={**_CHANGED, **_MADE}, openapi_extra=_SENT)  # fmt: skip
async def add_to_graph(graph: Graph = None) -> Response:
    """The triples in the body are added to those that are there."""
    raise NotImplementedError


@router.delete("/gsp", summary="Empty the curators' graph", status_code=204, response_class=Response,
               dependencies=[Security(_TOKEN)], responses={**_CHANGED, **refusals(404)})  # fmt: skip
async def drop_graph(graph: Graph = None) -> Response:
    """The graph goes with all its triples."""
    raise NotImplementedError
