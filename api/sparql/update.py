"""The door of updates.

Comes in: a request to ``/update``.  Goes out: 204 when all of it has been carried out, else a problem and nothing changed.
"""

from __future__ import annotations

from starlette.types import Receive, Scope, Send

from api.errors import Problem
from api.settings import Settings
from api.sparql.asked import FORM, Left, Parameters, body, content_type, decoded, text
from api.sparql.query import here
from api.sparql.writing import Writing
from kg.sparql.changing import update

DIRECT = "application/sparql-update"
METHODS = "POST, OPTIONS"
_WAYS = f"POST {FORM} (update=…), or POST {DIRECT}"


class Update:
    """The endpoint as an ASGI application."""

    def __init__(self, settings: Settings, writing: Writing) -> None:
        self._settings = settings
        self._writing = writing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; errors of the house are raised."""
        if scope["method"] == "OPTIONS":
            await _send(send, [(b"allow", METHODS.encode())])
            return
        if scope["method"] != "POST":
            raise Problem(405, "Method Not Allowed", f"/update takes {METHODS}", headers={"Allow": METHODS})
        self._writing.permit(scope)
        try:
            parameters, asked = await self._read(scope, receive)
        except Left:
            return
        using = parameters.all("using-graph-uri"), parameters.all("using-named-graph-uri")
        await self._writing.change(update, asked, using, here(scope), not self._writing.scratch)
        await _send(send, [])

    async def _read(self, scope: Scope, receive: Receive) -> tuple[Parameters, str]:
        kind = content_type(scope)
        if kind == DIRECT:
            parameters = decoded(scope["query_string"])
            if "update" in parameters:
                raise Problem(400, "Bad request", "the update is in the body and in the URL", parameter="update")
            return parameters, text(await body(receive, self._settings.body_limit))
        if kind != FORM:
            raise Problem(415, "Unsupported media type", f"send {_WAYS}, not {kind or 'nothing'}")
        parameters = decoded(await body(receive, self._settings.body_limit))
        asked = parameters.one("update")
        if asked is None or "query" in parameters:
            raise Problem(400, "Bad request", f"send one update and no query: {_WAYS}", parameter="update")
        return parameters, asked


async def _send(send: Send, headers: list[tuple[bytes, bytes]]) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
