"""How long a URL and how large a body may be.

Comes in: a request.  Goes out: the same, or 414 or 413 before anything has worked on it.  The one idea: a length that is
announced is refused at once, one that is not is counted as it comes.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Problem
from api.problems import of_error
from api.settings import Settings


class Limits:
    """Refuses what is too long."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._url = settings.url_limit
        self._body = settings.body_limit
        self._large = f"a body may have {settings.body_limit} bytes"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on whose URL and body are within the limits."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        fault = self._fault(scope)
        if fault is not None:
            await of_error(scope, fault)(scope, receive, send)
            return
        await self._app(scope, self._counted(receive) if scope["method"] not in {"GET", "HEAD"} else receive, send)

    def _fault(self, scope: Scope) -> Problem | None:
        length = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        if length > self._url:
            return Problem(414, "URI Too Long", f"a path with its query may have {self._url} bytes, not {length}")
        announced = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
        if announced.isdigit() and int(announced[:20]) > self._body:
            return Problem(413, "Content Too Large", self._large, headers={"Connection": "close"})
        return None

    def _counted(self, receive: Receive) -> Receive:
        """The body as it comes; raises where there is more than may be (a class that the framework lets through)."""
        got = 0

        async def counting() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > self._body:
                raise HTTPException(413, self._large, {"Connection": "close"})
            return message

        return counting
