"""``/api/v1`` itself: where everything is.

Comes in: nothing.  Goes out: the addresses of the API with what each gives.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.replies import reply

router = APIRouter(tags=["dataset"])


class Where(BaseModel):
    """One address of the API."""

    path: str = Field(examples=["/api/v1/dataset"])
    methods: list[str] = Field(examples=[["GET"]])
    summary: str = Field(examples=["The dataset as a whole"])


class Addresses(BaseModel):
    """Every address of the API, and where it is described."""

    description: str = Field(examples=["/openapi.json"])
    documentation: str = Field(examples=["/docs"])
    endpoints: list[Where]


@router.get("/api/v1", summary="Every address of this API", response_model=Addresses)
async def addresses(request: Request) -> Response:
    """The addresses of the API, for a client that begins here."""
    described = request.app.openapi()["paths"]
    endpoints = [
        {"path": path, "methods": [m.upper() for m in ways], "summary": next(iter(ways.values())).get("summary", "")}
        for path, ways in described.items()
        if path.startswith("/api/v1/")
    ]
    return reply({"description": "/openapi.json", "documentation": "/docs", "endpoints": endpoints})
