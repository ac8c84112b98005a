"""A client that keeps a number of connections busy, with little work of its own.

Comes in: requests as bytes.  Goes out: how many were answered, and how long each took.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class Measured:
    """What was seen of one run."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """The time within which that share was answered, in milliseconds."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def get(path: str, query: str, *, accept: str = "application/sparql-results+json") -> bytes:
    """A request that asks a query by GET."""
    return f"GET {path}?{urlencode({'query': query})} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\n\r\n".encode()


class _Connection(asyncio.Protocol):
    """Sends a request, reads its answer, sends the next."""

    def __init__(self, requests: Iterator[bytes], measured: Measured, until: float) -> None:
        self._requests = requests
        self._measured = measured
        self._until = until
        self._got = bytearray()
        self._sent = 0.0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._next()

    def _next(self) -> None:
        request = next(self._requests, None) if time.perf_counter() < self._until else None
        if request is None:
            self._transport.close()
            if not self.done.done():
                self.done.set_result(None)
            return
        self._sent = time.perf_counter()
        self._transport.write(request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self._got += data
        head = self._got.find(b"\r\n\r\n")
        if head < 0:
            return
        length = _LENGTH.search(self._got, 0, head + 2)
        whole = len(self._got) >= head + 4 + int(length[1]) if length else self._got.endswith(b"0\r\n\r\n")
        if whole:
            status = int(self._got[9:12])
            self._measured.times.append(time.perf_counter() - self._sent)
            self._measured.statuses[status] = self._measured.statuses.get(status, 0) + 1
            self._got.clear()
            self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(None)


def run(port: int, requests: Callable[[], Iterator[bytes]], *, connections: int, seconds: float) -> Measured:
    """Keep the connections busy for a time."""
    try:
        from uvloop import run as run_loop
    except ImportError:
        run_loop = asyncio.run
    measured = Measured()

    async def all_of_them() -> None:
        loop = asyncio.get_running_loop()
        begun = time.perf_counter()
        made = [
            await loop.create_connection(lambda: _Connection(requests(), measured, begun + seconds), "127.0.0.1", port)
            for _ in range(connections)
        ]
        await asyncio.gather(*(connection.done for _, connection in made))
        measured.seconds = time.perf_counter() - begun

    run_loop(all_of_them())
    return measured
