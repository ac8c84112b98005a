"""How the server is: alive, ready, and what it has counted.

Comes in: a request of a machine that watches.  Goes out: JSON and Prometheus text.  The one idea: alive means that this
process answers; ready means that the graph can be asked.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.errors import Busy
from api.frame.metrics import CONTENT_TYPE
from api.replies import refusals, reply
from kg.version import __version__

router = APIRouter(tags=["status"], responses=refusals(414))


class Health(BaseModel):
    """The server is alive."""

    status: str = Field(examples=["ok"])
    version: str = Field(examples=["0.1.0"])
    free_workers: int = Field(examples=[2])


class Readiness(BaseModel):
    """The graph can be asked."""

    status: str = Field(examples=["ready"])
    dataset: str = Field(examples=["5f1d…"], description="The digest of the graph that is served")


@router.get("/health", summary="Is the server alive?", response_model=Health)
async def health(request: Request) -> Response:
    """The version, and how many workers are free to answer."""
    free = request.app.state.workers.ready
    return reply({"status": "ok", "version": __version__, "free_workers": free}, headers={"Cache-Control": "no-store"})


@router.get("/ready", summary="Can the graph be asked?", response_model=Readiness, responses=refusals(503))
async def ready(request: Request) -> Response:
    """The digest of the graph that is served; 503 while there is none."""
    version = request.app.state.version()
    if version is None:
        raise Busy
    return reply({"status": "ready", "dataset": version}, headers={"Cache-Control": "no-store"})


@router.get(
    "/metrics",
    summary="What was counted, for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"example": 'kg_requests_total{method="GET"} 1.0'}}}},
)
async def metrics(request: Request) -> Response:
    """Requests by route and status, their time, rows, and the state of the workers."""
    text = request.app.state.metrics.text()
    return Response(text, headers={"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"})
