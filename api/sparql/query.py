"""The door of queries.

Comes in: a request to ``/sparql``.  Goes out: a whole result, or a problem that names the limit or the fault.  The one
idea: this is the hot route: no framework, no models, and the engine's bytes are passed through.
"""

from __future__ import annotations

import re
from time import perf_counter
from typing import Any, TypedDict

from starlette.types import Receive, Scope, Send

from api import tasks
from api.errors import Problem
from api.frame import note
from api.settings import Settings
from api.sparql import about
from api.sparql.asked import FORM, Left, Parameters, body, content_type, decoded, header, text
from api.sparql.forms import Forms, forms
from api.workers.job import Gone as Leaving
from api.workers.job import Left as Gone
from api.workers.pool import Workers
from kg.sparql.results import Asked, Outcome, answer

DIRECT = "application/sparql-query"
_HOST = re.compile(r"[\w.-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")
METHODS = "GET, POST, HEAD, OPTIONS"
_WAYS = f"GET ?query=…, POST {FORM} (query=…), or POST {DIRECT}"


class Limits(TypedDict):
    """What ends a query from outside."""

    limit: float
    gone: Leaving


class Query:
    """The endpoint as an ASGI application.  ``state`` is the application's: its workers, its version."""

    def __init__(self, settings: Settings, state: Any) -> None:  # noqa: ANN401 - starlette's own
        self._settings = settings
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; errors of the house are raised."""
        if scope["method"] == "OPTIONS":
            await _send(send, 204, [(b"allow", METHODS.encode())])
            return
        try:
            parameters, query = await self._read(scope, receive)
        except Left:
            return
        if query is None:
            await about.tell(scope, receive, send, self._settings, self._state, parameters.one("format"))
            return
        wanted = forms(header(scope, b"accept"), parameters.one("format"))
        if wanted.html:
            await about.show(
                scope, receive, send, query, lambda: self._answer(scope, receive, query, parameters, wanted)
            )
            return
        outcome = await self._answer(scope, receive, query, parameters, wanted)
        if outcome is not None:
            await _send(send, 200, headers_of(outcome, wanted), outcome.body)  # the server keeps back the body of HEAD

    async def _read(self, scope: Scope, receive: Receive) -> tuple[Parameters, str | None]:
        """The parameters and the query; no query at all where somebody looks who we are."""
        method = scope["method"]
        if method in {"GET", "HEAD"}:
            parameters = decoded(scope["query_string"])
            if "update" in parameters:
                raise Problem(400, "Bad request", "an update is sent by POST, to /update", parameter="update")
            return parameters, parameters.one("query")
        if method != "POST":
            raise Problem(405, "Method Not Allowed", f"/sparql takes {METHODS}", headers={"Allow": METHODS})
        kind = content_type(scope)
        if kind == DIRECT:
            parameters = decoded(scope["query_string"])
            if "query" in parameters:
                raise Problem(400, "Bad request", "the query is in the body and in the URL", parameter="query")
            return parameters, text(await body(receive, self._settings.query_limit))
        if kind != FORM:
            raise Problem(415, "Unsupported media type", f"send {_WAYS}, not {kind or 'nothing'}")
        return self._of_form(decoded(await body(receive, self._settings.query_limit)))

    def _of_form(self, parameters: Parameters) -> tuple[Parameters, str]:
        if "update" in parameters:
            raise Problem(403, "Read only", "this endpoint answers queries; updates go to /update", parameter="update")
        query = parameters.one("query")
        if query is None:
            raise Problem(400, "Bad request", f"there is no query; send {_WAYS}", parameter="query")
        return parameters, query

    async def _answer(
        self, scope: Scope, receive: Receive, query: str, parameters: Parameters, wanted: Forms
    ) -> Outcome | None:
        """What a worker makes of the query; ``None`` where the client has left."""
        settings = self._settings
        default, named = parameters.all("default-graph-uri"), parameters.all("named-graph-uri")
        whole = asked(settings, query, wanted, here(scope))._replace(default=default, named=named)
        workers: Workers = self._state.workers
        begun = perf_counter()
        note(scope, query=query[:2000])
        try:
            limits: Limits = {"limit": self._limit(parameters), "gone": _until_gone(receive)}
            if wanted.network:
                _sees_all(whole)
                await workers.whole(limits["limit"])
                outcome = Outcome(
                    wanted.network,
                    await workers.ask(tasks.drawn, query, wanted.network, settings.service_hosts, **limits),
                    0,
                )
            else:
                outcome = await workers.ask(answer, whole, **limits)
        except Gone:
            note(scope, dropped=True)
            return None
        note(scope, rows=outcome.rows, query_seconds=round(perf_counter() - begun, 4))
        return outcome

    def _limit(self, parameters: Parameters) -> float:
        """The seconds that a query may take: what the client asks for, up to the maximum."""
        given = parameters.one("timeout")
        if given is None:
            return usual_limit(self._settings)
        try:
            seconds = float(given)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds < float("inf"):
            raise Problem(400, "Bad request", f"timeout: {given!r} is no number of seconds", parameter="timeout")
        return min(seconds, self._settings.time_maximum)


def usual_limit(settings: Settings) -> float:
    """The seconds that a query may take whose client asks for no others."""
    return min(settings.time_limit, settings.time_maximum)


def asked(settings: Settings, query: str, wanted: Forms, base: str) -> Asked:
    """A query over all graphs, within the limits of the settings."""
    return Asked(
        query, wanted.rows, wanted.boolean, wanted.triples, (), (), about.SHOWN if wanted.html else settings.row_limit, settings.byte_limit,
        prefixes=not settings.scratch, strict=not settings.scratch, base=base, hosts=settings.service_hosts,
    )  # fmt: skip


def _sees_all(whole: Asked) -> None:
    if whole.default or whole.named:
        raise Problem(400, "Bad request", "a network is drawn of all graphs; name some with FROM in the query")


def here(scope: Scope) -> str:
    """The address that was asked, as the client sees it: relative IRIs of a query are relative to it."""
    host = header(scope, b"host")
    return f"{scope['scheme']}://{host if _HOST.fullmatch(host) else 'localhost'}{scope['path']}"


def _until_gone(receive: Receive) -> Any:  # noqa: ANN401 - a function that can be awaited
    async def gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    return gone


def headers_of(outcome: Outcome, wanted: Forms) -> list[tuple[bytes, bytes]]:
    """What is told of a result beside it."""
    headers = [
        (b"content-type", wanted.media(outcome.form).encode()),
        (b"content-length", str(len(outcome.body)).encode()),
        (b"vary", b"Accept"),
    ]
    if outcome.cut:
        headers.append((b"x-row-limit", str(outcome.rows).encode()))
    if outcome.replaced:
        headers.append((b"x-replaced-characters", str(outcome.replaced).encode()))
    if outcome.unknown:  # they count as empty: tools name graphs of their own invention
        headers.append((b"x-unknown-graph", ", ".join(f"<{graph}>" for graph in outcome.unknown)[:2000].encode()))
    return headers


async def _send(send: Send, status: int, headers: list[tuple[bytes, bytes]], content: bytes = b"") -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
