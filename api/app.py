"""The web application: the routes, the workers behind them, the frame around them, and how errors go out.

Comes in: settings.  Goes out: an ASGI application.  The one idea: nothing that depends on the graph runs in this
process.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import ASGIApp

from api import manual, problems, routes, sparql, status, things, v1
from api.description import describe
from api.frame import Doored, Metrics, Record, put_around
from api.hot import Related
from api.indexed import Indexed
from api.settings import Settings, load
from api.snapshots import Snapshots
from api.workers.forking import Template
from api.workers.pool import Workers
from kg.errors import KgError
from kg.store import open_store
from kg.version import __version__

DOORS: Mapping[str, ASGIApp] = {}  # more routes that are answered without a framework, by their whole path

SCRATCH = "scratch"  # the version of a graph that changes as anybody likes

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def create_app(
    settings: Settings | None = None, snapshots: Snapshots | None = None, template: Template | None = None
) -> FastAPI:
    """The application over one store; raises :class:`kg.errors.StoreError` where there is none.

    ``snapshots`` may have begun to read the store already, ``template`` is the process that will hold the graph.
    """
    settings = settings or load()
    if not settings.scratch:
        open_store(settings.store, read_only=True).close()
    app = Doored(
        title="Inspectorate KG",
        version=__version__,
        lifespan=_lifespan,
        docs_url=None,  # its page loads scripts from elsewhere; ours is in api.manual
        redoc_url=None,
    )
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    app.state.settings = settings
    app.state.snapshots = snapshots or Snapshots(settings.store)
    app.state.template = template
    app.state.version = lambda: SCRATCH if settings.scratch else app.state.snapshots.version
    app.state.metrics = _metrics(app)
    for router in (sparql.router, v1.router, status.router, routes.router, things.router, manual.router):
        app.include_router(router)
    app.add_exception_handler(KgError, _house_error)
    app.add_exception_handler(RequestValidationError, _wrong_parameters)
    app.add_exception_handler(HTTPException, _bare_status)
    doors = _doors(settings, app.state)
    app.mount("/gsp", doors["/gsp"])  # and what lies below it
    app.add_middleware(Related, state=app.state)
    record = Record(settings, app.state.metrics)
    put_around(app, settings, version=app.state.version, doors={**doors, **DOORS}, record=record)
    app.straight = sparql.Express(settings, app.state, record)
    return app


def _doors(settings: Settings, state: State) -> dict[str, ASGIApp]:
    """The routes that are answered without a framework, by their whole path."""
    writing = sparql.Writing(settings, state)
    return {
        "/sparql": sparql.Query(settings, state),
        "/update": sparql.Update(settings, writing),
        "/gsp": sparql.Graphs(settings, state, writing),
    }


def _metrics(app: FastAPI) -> Metrics:
    metrics = Metrics()
    metrics.gauge("kg_workers_free", "Workers that wait for a task", lambda: float(app.state.workers.ready))
    return metrics


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    snapshots: Snapshots = app.state.snapshots
    app.state.workers = Workers(app.state.settings, app.state.template)
    app.state.indexed = Indexed(app.state.settings.store)
    snapshots.subscribe(app.state.workers.prepare)
    snapshots.subscribe(app.state.indexed.prepare)
    try:
        await app.state.workers.begin()
        if app.state.settings.scratch:
            (await app.state.workers.prepare(None))()
        else:
            await snapshots.open()
        yield
    finally:
        await snapshots.close()
        await app.state.workers.close()
        app.state.indexed.close()


async def _house_error(request: Request, fault: Exception) -> Response:
    return problems.of_error(request.scope, fault if isinstance(fault, KgError) else KgError(str(fault)))


async def _wrong_parameters(request: Request, fault: Exception) -> Response:
    return problems.of_faults(request.scope, fault.errors() if isinstance(fault, RequestValidationError) else ())


async def _bare_status(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, HTTPException):
        return problems.of_status(request.scope, 500)
    if fault.status_code == 405:
        return _wrong_method(request)
    return problems.of_status(request.scope, fault.status_code, _detail(request, fault), dict(fault.headers or {}))


def _detail(request: Request, fault: HTTPException) -> str:
    if fault.status_code == 404:
        return f"there is nothing at {request.url.path}; /docs tells what there is"
    return str(fault.detail)


def _wrong_method(request: Request) -> Response:
    """405 with every method that the path takes; OPTIONS is answered with them."""
    allowed = [method for method in _METHODS if _takes(request, method)]
    headers = {"Allow": ", ".join((*allowed, *(("HEAD",) if "GET" in allowed else ()), "OPTIONS"))}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=headers)
    detail = f"{request.url.path} takes {headers['Allow']}, not {request.method}"
    return problems.of_status(request.scope, 405, detail, headers)


def _takes(request: Request, method: str) -> bool:
    scope = {**request.scope, "method": method}
    return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)
