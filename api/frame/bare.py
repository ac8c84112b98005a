"""Doors that are answered without a framework, for what must be fast; and HEAD for all the others.

Comes in: a request.  Goes out: the answer of the bare door of that very path, or of the application.  The one idea: the
hot route pays for a look into a dictionary, no more.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import of_error, of_status
from api.straight import Straight
from kg.errors import KgError


class Doored(FastAPI):
    """An application some of whose paths (``doors``) are answered before the framework sees the request.

    What ``straight`` takes is answered even before there is a request.
    """

    doors: Mapping[str, ASGIApp] = {}
    straight: Straight | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request to its door, or on."""
        door = self.doors.get(scope.get("path", ""))
        if door is None or scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        scope["app"] = self
        scope["door"] = scope["path"]
        await door(scope, receive, send)


class Plain:
    """A door whose errors of the house become problems."""

    def __init__(self, door: ASGIApp) -> None:
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, in one way or the other."""
        try:
            await self._door(scope, receive, send)
        except KgError as fault:
            await of_error(scope, fault)(scope, receive, send)
        except HTTPException as fault:
            told = of_status(scope, fault.status_code, str(fault.detail), dict(fault.headers or {}))
            await told(scope, receive, send)


class Heads:
    """HEAD, answered as GET without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; of HEAD, as GET."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def headers_only(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        asked = {**scope, "method": "GET"}
        await self._app(asked, receive, headers_only)
        if "route" in asked:
            scope["route"] = asked["route"]
