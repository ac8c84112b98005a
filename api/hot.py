"""What is related to an entity, past the framework.

Comes in: a request.  Goes out: the same bytes as from the route that is described.  The one idea: the question that apps ask most is
answered at once, in the event loop, from what the index knows; whatever is put in a way that the route would refuse, or that wants a
part of each item alone, goes to the route.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from orjson import Fragment
from starlette.datastructures import State
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.replies import dumped, onward, page_of, start_of
from kg.errors import KgError
from kg.index import related_json
from kg.index.relatives import FIRST

ROUTE = "/entities/{type}/{slug:path}/related"  # as the framework calls the route in log and metrics
_START, _END = "/api/v1/entities/", "/related"
# What may be asked, and as what it is passed on.
_SIMPLE = re.compile(
    r"(?:limit=[1-9]\d?|depth=[12]|from=[\d-]{10}|to=[\d-]{10}|types=[\w-]+|cursor=[\w-]+)(?:&|$)", re.ASCII
)
_READ: dict[str, tuple[str, Callable[[str], object]]] = {
    "limit": ("limit", int),
    "depth": ("depth", int),
    "from": ("since", date.fromisoformat),
    "to": ("until", date.fromisoformat),
    "cursor": ("offset", lambda cursor: start_of(page_of(FIRST, cursor))),
}
_LONGEST = 300


class Related:
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
        if not (path.startswith(_START) and path.endswith(_END)):
            return None
        try:
            asked = simple(scope["query_string"])
            if asked is None:
                return None
            found = related_json(self._state.indexed.current, path[len(_START) : -len(_END)], **asked)
        except (KgError, ValueError):  # the route tells what is wrong
            return None
        end = asked["offset"] + found.shown
        then = onward(Request(scope), (end,)) if found.shown and end < found.total else None
        content = dumped({"items": Fragment(found.items), "total": found.total, "limit": asked["limit"], "next": then})
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(content)).encode()),
            (b"x-total-count", str(found.total).encode()),
        ]
        return content, headers + ([(b"link", f'<{then}>; rel="next"'.encode())] if then else [])


def simple(query: bytes) -> dict[str, Any] | None:
    """What a query string asks for, where it is put in the plainest way; raises ValueError for what is no date."""
    text = query.decode("latin-1")
    if len(text) > _LONGEST or _SIMPLE.sub("", text):
        return None
    asked: dict[str, Any] = {"limit": FIRST, "offset": 0, "types": []}
    seen = set()
    for part in text.split("&") if text else ():
        name, _, value = part.partition("=")
        if name == "types":
            asked["types"].append(value)
        elif name in seen:
            return None
        else:
            seen.add(name)
            known_as, read = _READ[name]
            asked[known_as] = read(value)
    return asked
