"""Compression, for clients that take it.

Comes in: a request.  Goes out: the answer as zstd, br or gzip.  The one idea: who names no encoding passes by; RDF and the
results of queries are text, and shrink as such.
"""

from __future__ import annotations

from typing import TypeAlias

from starlette.types import Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from kg.sparql.results import ROWS, TRIPLES

for _media, _ in (*ROWS.values(), *TRIPLES.values()):
    add_compress_type(_media)


class Smaller(CompressMiddleware):
    """The library's own, with a way past."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its answer is compressed where the client takes that."""
        if scope["type"] == "http" and not any(name == b"accept-encoding" for name, _ in scope["headers"]):
            await self.app(scope, receive, send)
            return
        await super().__call__(scope, receive, send)


Headers: TypeAlias = list[tuple[bytes, bytes]]


class Shrinking:
    """The same for an answer that is ready, where it has at least so many bytes."""

    def __init__(self, minimum: int) -> None:
        self.minimum = minimum
        self._smaller = Smaller(_answer, minimum_size=minimum)

    async def __call__(self, headers: Headers, body: bytes, encodings: bytes) -> tuple[Headers, bytes]:
        """An answer of status 200 as a client that takes these encodings gets it."""
        sent: list[Message] = []

        async def keep(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "headers": [(b"accept-encoding", encodings)], "answer": (headers, body)}
        await self._smaller(scope, _nobody, keep)
        return list(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:])


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    headers, body = scope["answer"]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _nobody() -> Message:
    return {"type": "http.disconnect"}
