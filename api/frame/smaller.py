"""Compression, for clients that take it.

Comes in: a request.  Goes out: the answer as zstd, br or gzip.  The one idea: who names no encoding passes by; RDF and the
results of queries are text, and shrink as such.
"""

from __future__ import annotations

from starlette.types import Receive, Scope, Send
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
