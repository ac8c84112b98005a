"""The HTTP API under ``/api/v1``: JSON for programs.

Comes in: the routers of the modules beside this one.  Goes out: one router.  The one idea: a path that is here stays
here; what would break a client gets a new version.
"""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.replies import known_parameters, refusals
from api.v1 import analysis, ask, connections, dataset, entities, export, facts, first, minutes, uploads

PREFIX = "/api/v1"
PARTS: tuple[APIRouter, ...] = (
    entities.router,
    facts.router,
    minutes.router,
    uploads.router,
    connections.router,
    ask.router,
    analysis.router,
    export.router,
    dataset.router,
)

router = APIRouter(dependencies=[Depends(known_parameters)], responses=refusals(414, 422, 503, 504))
router.include_router(first.router)
for part in PARTS:
    router.include_router(part, prefix=PREFIX)

__all__ = ["router"]
