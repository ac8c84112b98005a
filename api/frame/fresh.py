"""Answers that a client already has are not sent again: ``ETag`` and ``If-None-Match``.

Comes in: a GET or HEAD request.  Goes out: 304 where the client's copy is of the same graph, else the answer with its
tag.  The one idea: what is answered depends on the graph, the software, the address and ``Accept`` alone, so the tag is
known before any work is done.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.version import __version__

_NEVER = ("/health", "/ready", "/metrics", "/sparql", "/update", "/gsp")
_SALT = f"{__version__}\n".encode()


class Fresh:
    """Tags answers; ``version`` gives the digest of the graph that is served, or ``None`` while there is none."""

    def __init__(self, app: ASGIApp, version: Callable[[], str | None]) -> None:
        self._app = app
        self._version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 304 from the tag alone, or pass the request on and tag what comes back."""
        version = self._version() if _taggable(scope) else None
        if version is None:
            await self._app(scope, receive, send)
            return
        tag = _tag(version, scope)
        if tag in _held(scope):
            headers = [(b"etag", tag), (b"cache-control", b"no-cache"), (b"vary", b"Accept")]
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return

        async def tagging(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"] = [*message["headers"], (b"etag", tag), (b"cache-control", b"no-cache")]
            await send(message)

        await self._app(scope, receive, tagging)


def _taggable(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and not scope["path"].startswith(_NEVER)


def _tag(version: str, scope: Scope) -> bytes:
    """Weak, since a compressed answer has other bytes."""
    accept = b",".join(value for name, value in scope["headers"] if name == b"accept")
    parts = (_SALT, version.encode(), scope.get("raw_path") or scope["path"].encode(), scope["query_string"], accept)
    return b'W/"' + blake2b(b"\n".join(parts), digest_size=12).hexdigest().encode() + b'"'


def _held(scope: Scope) -> list[bytes]:
    given = (value for name, value in scope["headers"] if name == b"if-none-match")
    return [b"W/" + tag.strip().removeprefix(b"W/") for value in given for tag in value.split(b",")]
