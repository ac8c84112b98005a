"""The door of whole graphs: the SPARQL 1.1 Graph Store Protocol.

Comes in: a request to ``/gsp`` with ``?graph=`` or ``?default``, or to an address below it, which is then the graph's name.
Goes out: the graph, or that it was changed.  The one idea: anybody may read; who may write what is ``writing``'s.
"""

from __future__ import annotations

import uuid
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.errors import Problem
from api.settings import Settings
from api.sparql.asked import Left, Parameters, body, content_type, decoded, header
from api.sparql.forms import forms
from api.sparql.query import here
from api.sparql.writing import Writing
from api.workers.pool import Workers
from kg.sparql.changing import READ, Part, add, content, drop, put

METHODS = "GET, PUT, POST, DELETE, HEAD, OPTIONS"
_MULTIPART = "multipart/form-data"


class Graphs:
    """The graph store as an ASGI application, mounted at its own path."""

    def __init__(self, settings: Settings, state: Any, writing: Writing) -> None:  # noqa: ANN401 - starlette's own
        self._settings = settings
        self._state = state
        self._writing = writing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; errors of the house are raised."""
        try:
            response = await self._answer(scope, receive)
        except Left:
            return
        await response(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive) -> Response:
        method = scope["method"]
        if method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": METHODS})
        if method not in METHODS.split(", "):
            raise Problem(405, "Method Not Allowed", f"/gsp takes {METHODS}", headers={"Allow": METHODS})
        parameters = decoded(scope["query_string"])
        if method in {"GET", "HEAD"}:
            return await self._read(scope, _graph(scope, parameters), parameters.one("format"))
        self._writing.permit(scope)
        return await self._write(scope, receive, parameters)

    async def _read(self, scope: Scope, graph: str | None, form: str | None) -> Response:
        wanted = forms(header(scope, b"accept"), form)
        triples = "turtle" if wanted.html else wanted.triples
        if triples is None:
            known = ", ".join(wanted.medias) or "text/turtle, application/n-triples, application/ld+json"
            raise Problem(406, "Not Acceptable", f"a graph has none of the forms that are wanted; known: {known}")
        workers: Workers = self._state.workers
        found = await workers.ask(content, graph, triples, limit=self._settings.time_limit)
        media = "text/turtle; charset=utf-8" if wanted.html else wanted.media(triples)
        return Response(
            b"" if scope["method"] == "HEAD" else found.body,
            headers={"Content-Type": media, "Content-Length": str(len(found.body)), "Vary": "Accept"},
        )

    async def _write(self, scope: Scope, receive: Receive, parameters: Parameters) -> Response:
        method, base = scope["method"], here(scope)
        if method == "POST" and not parameters and scope["path"].rstrip("/") == "/gsp":
            graph: str | None = f"{base.rstrip('/')}/{uuid.uuid4()}"
            self._writing.permit_graph(graph)
            await self._writing.change(put, graph, await self._parts(scope, receive), graph)
            return Response(status_code=201, headers={"Location": str(graph)})
        graph = _graph(scope, parameters)
        self._writing.permit_graph(graph)
        if method == "DELETE":
            await self._writing.change(drop, graph)
            return Response(status_code=204)
        change = put if method == "PUT" else add
        new = await self._writing.change(change, graph, await self._parts(scope, receive), base)
        return Response(status_code=201 if new else 204)

    async def _parts(self, scope: Scope, receive: Receive) -> list[Part]:
        """The RDF of a request: its body, or the files of its form."""
        kind = content_type(scope)
        if kind == _MULTIPART:
            async with Request(scope, receive).form() as form:
                files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
                return [
                    _part(await file.read(), (file.content_type or "").partition(";")[0].strip().lower())
                    for file in files
                ]
        return [_part(await body(receive, self._settings.body_limit), kind or "text/turtle")]


def _part(sent: bytes, kind: str) -> Part:
    if kind not in READ:
        raise Problem(415, "Unsupported media type", f"send one of {', '.join(READ)}, not {kind or 'nothing'}")
    return Part(sent, READ[kind])


def _graph(scope: Scope, parameters: Parameters) -> str | None:
    """The name of the graph; ``None`` for the default graph."""
    graph = parameters.one("graph")
    if "default" in parameters:
        if graph is not None:
            raise Problem(400, "Bad request", "name a graph or the default graph, not both", parameter="graph")
        return None
    if graph is not None:
        return graph
    if scope["path"].rstrip("/") == "/gsp":
        raise Problem(400, "Bad request", "name a graph: ?graph=… or ?default", parameter="graph")
    return here(scope)
