"""``POST /api/v1/minutes``: a document is handed over, its facts come back.

Comes in: a file, from whoever has the token.  Goes out: the document as ``GET /api/v1/minutes/{slug}`` tells it.  The one idea: a
dry run reads it into a graph of its own, so that one can see what would be said before it is.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Query, Request, Security, UploadFile
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import Field
from starlette.responses import Response

from api.apart import Bounds, apart
from api.curators import permit
from api.errors import Busy, Problem
from api.indexed import answered
from api.replies import refusals, reply
from api.settings import Settings
from api.v1.minutes import MinutesTold, document
from kg import receiving
from kg.index import Index

router = APIRouter(tags=["minutes"])
_WAITING = 4  # uploads that may wait for the one that is read
_TOKEN = HTTPBearer(auto_error=False, description="The token of the settings (`KG_TOKEN`)")


class Received(MinutesTold):
    """The document as it was read."""

    stored: bool = Field(description="Is it in the graph now?")
    replaced: bool = Field(description="Has it taken the place of a document of the same name?")
    page: str | None = Field(examples=["/page/minutes/2017-03-14-chief-inspector-of-hmcpsi"])


async def writer(request: Request, _given: Annotated[HTTPAuthorizationCredentials | None, Security(_TOKEN)]) -> None:
    """Whoever writes shows the token; raises a Problem, 401 or 403."""
    permit(request.app.state.settings, request.headers.get("authorization", ""))


@router.post(
    "/minutes",
    summary="Hand over a document",
    status_code=201,
    response_model=Received,
    dependencies=[Depends(writer)],
    responses={200: {"model": Received, "description": "Read, not kept; or kept in the place of an older one"},
               **refusals(400, 401, 403, 413, 422, 503, 504)},
)  # fmt: skip
async def hand_over(
    request: Request,
    file: Annotated[UploadFile, File(description="The minutes: .txt, .md, .html, .docx, .odt or .pdf")],
    dry_run: Annotated[bool, Query(description="Read it and keep nothing")] = False,
) -> Response:
    """Read minutes into the graph, and tell what was read. The name of the file names the document: the same name again
    takes the place of what it gave before."""
    name = receiving.file_name(file.filename or "")
    if name is None:
        raise Problem(
            422, "A parameter is not usable", "file: give it a name such as 2017-03-14-harbours.docx", parameter="file"
        )
    content = await file.read()
    async with _Turn(request):
        told = await (_tried(request, name, content) if dry_run else _kept(request, name, content))
    address = f"/api/v1/minutes/{told.pop('slug')}"
    created = told["stored"] and not told["replaced"]
    return reply(told, status=201 if created else 200, headers={"Location": address} if told["stored"] else None)


class _Turn:
    """One document is read at a time; a few may wait."""

    def __init__(self, request: Request) -> None:
        self._state = request.app.state

    async def __aenter__(self) -> None:
        lock = getattr(self._state, "reading", None)
        if lock is None:
            lock = self._state.reading = asyncio.Lock()
            self._state.waiting = 0
        if self._state.waiting >= _WAITING:
            raise Busy
        self._state.waiting += 1
        try:
            await lock.acquire()
        finally:
            self._state.waiting -= 1

    async def __aexit__(self, *_: object) -> None:
        self._state.reading.release()


def _bounds(settings: Settings) -> Bounds:
    return Bounds(settings.reading_limit, settings.reading_memory)


async def _tried(request: Request, name: str, content: bytes) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="kg-tried-") as folder:
        path = Path(folder) / "index.sqlite"
        got = await apart(_bounds(request.app.state.settings), receiving.try_out, name, content, path)
        with Index(path) as index:
            told = await asyncio.to_thread(document, index, got.slug)
    return told | {"slug": got.slug, "stored": False, "replaced": False, "page": None}


async def _kept(request: Request, name: str, content: bytes) -> dict[str, Any]:
    settings = request.app.state.settings
    got = await apart(_bounds(settings), receiving.receive, name, content, settings.store)
    await request.app.state.snapshots.refresh()
    told = await answered(request, document, got.slug)
    return told | {"slug": got.slug, "stored": True, "replaced": got.replaced, "page": f"/page/minutes/{got.slug}"}
