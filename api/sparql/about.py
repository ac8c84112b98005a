"""The endpoint seen without a query: its description for programs, its page for people.

Comes in: a request without a query, or of a browser.  Goes out: RDF or HTML.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from pyoxigraph import Triple, serialize
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api import tasks
from api.addresses import server_of
from api.errors import Problem, meaning
from api.looks import page
from api.settings import Settings
from api.sparql.asked import header
from api.sparql.forms import forms
from kg import dataset
from kg.answers import Answer
from kg.errors import KgError
from kg.sparql import service
from kg.sparql.results import TRIPLES, Outcome
from kg.terms import PREFIXES

_PREFIXES = {name: start for name, start in PREFIXES.items() if name != "data"} | {
    "sd": service.SD,
    "void": service.VOID,
    "format": service.FORMATS,
}

SHOWN = 500  # rows that a page shows


async def tell(scope: Scope, receive: Receive, send: Send, settings: Settings, state: Any, form: str | None) -> None:  # noqa: ANN401
    """The service description with that of the data, or the page of queries for a browser."""
    wanted = forms(header(scope, b"accept"), form)
    if wanted.html:
        await page(Request(scope), "query", query="")(scope, receive, send)
        return
    if wanted.triples is None:
        known = ", ".join(media for media, _ in TRIPLES.values())
        raise Problem(406, "Not Acceptable", f"the description of this endpoint has the forms {known}, text/html")
    server = server_of(Request(scope))
    told = await _told(state, settings, server)
    body = serialize(told, format=TRIPLES[wanted.triples][1], prefixes=_PREFIXES) or b""
    headers = {"Content-Type": wanted.media(wanted.triples), "Vary": "Accept"}
    await Response(body, headers=headers)(scope, receive, send)


async def _told(state: Any, settings: Settings, server: str) -> list[Triple]:  # noqa: ANN401
    version, workers = state.version(), state.workers
    known = getattr(state, "described", None)
    if known is None or known[0] != version or settings.scratch:
        known = state.described = (
            version,
            await workers.run(tasks.sizes),
            await workers.run(tasks.counted, version or ""),
        )
    _, sizes, counted = known
    endpoint = f"{server}/sparql"
    service_told = service.described(
        endpoint,
        dataset.DATASET,
        sizes,
        union=not settings.scratch,
        update=settings.scratch or settings.token is not None,
    )
    return service_told + dataset.described(counted, server)


async def show(
    scope: Scope, receive: Receive, send: Send, query: str, answer: Callable[[], Awaitable[Outcome | None]]
) -> None:
    """The page of queries with an answer, or with what is wrong."""
    request = Request(scope)
    try:
        outcome = await answer()
    except KgError as fault:
        told = meaning(fault)
        headers = dict(getattr(fault, "headers", {}))
        response: Response = page(request, "query", told.status, query=query, title=told.title, detail=str(fault))
        response.headers.update(headers)
    else:
        if outcome is None:
            return
        found = Answer(outcome.body, is_graph=outcome.form == "nt")
        response = page(request, "query", query=query, answer=found, cut=outcome.cut)
    await response(scope, receive, send)
