"""The web application: the routes, the workers behind them, and how errors go out.

Comes in: settings.  Goes out: an ASGI application.  The one idea: nothing that depends on the graph runs in this
process.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api import routes, sparql
from api.errors import Busy, meaning
from api.settings import Settings
from api.workers import Workers
from kg.errors import KgError
from kg.store import open_store
from kg.version import __version__


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application over one store; raises :class:`kg.errors.StoreError` where there is none."""
    settings = settings or Settings()
    open_store(settings.store, read_only=True).close()
    app = FastAPI(
        title="Inspectorate KG",
        version=__version__,
        summary="Published meeting minutes as a knowledge graph: every fact points at its words.",
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.include_router(sparql.router)
    app.include_router(routes.router)
    app.add_api_route("/health", health, summary="Is the graph ready to be asked?")
    app.add_exception_handler(KgError, _house_error)
    app.add_exception_handler(HTTPException, _http_error)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.workers = Workers(app.state.settings)
    await app.state.workers.open()
    try:
        yield
    finally:
        await app.state.workers.close()


async def health(request: Request) -> dict[str, object]:
    """The version, and how many workers are free to answer."""
    return {"status": "ok", "version": __version__, "free_workers": request.app.state.workers.ready}


async def _house_error(request: Request, fault: Exception) -> Response:
    told = meaning(fault) if isinstance(fault, KgError) else meaning(KgError(str(fault)))
    response = _told(request, told.status, told.title, str(fault))
    if isinstance(fault, Busy):
        response.headers["Retry-After"] = "1"
    return response


async def _http_error(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    detail = str(fault.detail) if isinstance(fault, HTTPException) else str(fault)
    response = _told(request, status, detail, f"{request.method} {request.url.path}: {detail}")
    response.headers.update(getattr(fault, "headers", None) or {})
    return response


def _told(request: Request, status: int, title: str, detail: str) -> Response:
    """The error as a page for people, as problem+json (RFC 9457) for programs."""
    by_a_browser = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/sparql")
    if by_a_browser:
        return routes.page(request, "error", status, title=title, detail=detail)
    problem = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(problem, status, media_type="application/problem+json")
