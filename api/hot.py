"""The first page of what is related to an entity, past the framework.

Comes in: a request.  Goes out: the bytes that the index holds.  The one idea: the plainest form of the question that apps ask most
(no more than ``limit`` and ``types``) is answered by one look-up; every other form, and every fault, goes to the route that is described.
"""

from __future__ import annotations

import re

from starlette.datastructures import State
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.replies import onward
from kg.errors import KgError
from kg.index import first_related
from kg.index.relatives import FIRST

ROUTE = "/api/v1/entities/{type}/{slug}/related"
_START, _END = "/api/v1/entities/", "/related"
_PLAIN = re.compile(rb"(?:(?:^|&)(?:limit=[1-9]\d?|types=[\w-]+)){0,20}")
_LIMIT, _TYPES = re.compile(rb"limit=(\d+)"), re.compile(r"types=([\w-]+)")


class FirstRelated:
    """Answers what it can at once, and passes on the rest."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from the index, or pass on."""
        body = self._body(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if body is None:
            await self._app(scope, receive, send)
            return
        scope["door"] = ROUTE
        content, headers = body
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _body(self, scope: Scope) -> tuple[bytes, list[tuple[bytes, bytes]]] | None:
        path: str = scope["path"]
        asked: bytes = scope["query_string"]
        if not (path.startswith(_START) and path.endswith(_END) and _PLAIN.fullmatch(asked)):
            return None
        limits = _LIMIT.findall(asked)
        if len(limits) > 1:
            return None
        limit, types = int(limits[0]) if limits else FIRST, _TYPES.findall(asked.decode("ascii"))
        try:
            found = first_related(self._state.indexed.current, path[len(_START) : -len(_END)], limit, types)
        except KgError:
            return None
        if found is None:
            return None
        more = f'"{onward(Request(scope), (limit,))}"' if found.total > limit else "null"
        items = ",".join(found.items)
        content = f'{{"items":[{items}],"total":{found.total},"limit":{limit},"next":{more}}}'.encode()
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(content)).encode()),
            (b"x-total-count", str(found.total).encode()),
        ]
        return content, headers + ([(b"link", f'<{more[1:-1]}>; rel="next"'.encode())] if more != "null" else [])
