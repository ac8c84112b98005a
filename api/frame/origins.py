"""Calls from the pages of other origins (CORS).

Comes in: a request.  Goes out: the same, with leave for the pages that the settings name.  The one idea: what comes from
no page (most requests) passes by.
"""

from __future__ import annotations

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from api.settings import Settings

_READABLE = ("ETag", "Link", "Location", "Retry-After", "X-Request-ID", "X-Total-Count")


class Origins(CORSMiddleware):
    """Starlette's own, with a way past for requests that name no origin where any is allowed."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(
            app,
            allow_origins=settings.cors_origins,
            allow_credentials=settings.cors_credentials,
            allow_methods=("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"),
            allow_headers=("*",),
            expose_headers=_READABLE,
        )
        self._any = "*" in settings.cors_origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with the headers of CORS on its answer where it names an origin."""
        if self._any and scope["type"] == "http" and not any(name == b"origin" for name, _ in scope["headers"]):
            await self.app(scope, receive, send)
            return
        await super().__call__(scope, receive, send)
