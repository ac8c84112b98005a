"""Fewer and larger writes: all that is written to a connection in one turn of the event loop goes out at once.

Comes in: a transport, and pieces to write.  Goes out: one write of them all.  The one idea: the head and the body of an
answer, or the tasks for one worker, cost one call of the system and wake the other end once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any, cast

_MOST = 65_536  # bytes that are held back; what is more goes out at once, so that whoever writes meets the brakes


class Gathering:
    """A transport that holds back what is written until the end of the turn; in all else it is the one behind it."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._soon = asyncio.get_running_loop().call_soon
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Send this with what else is written in this turn."""
        if not self._parts:
            self._soon(self._flush)
        self._parts.append(data)
        self._size += len(data)
        if self._size > _MOST:
            self._flush()

    def writelines(self, parts: Iterable[bytes]) -> None:
        """Send all of these."""
        for part in parts:
            self.write(part)

    def close(self) -> None:
        """Send what is held back, then close."""
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """Close at once; what is held back is lost."""
        self._parts.clear()
        self._transport.abort()

    def _flush(self) -> None:
        parts, self._parts, self._size = self._parts, [], 0
        if parts and not self._transport.is_closing():
            self._transport.writelines(parts)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the transport has
        return getattr(self._transport, name)


def gathering(transport: asyncio.BaseTransport) -> asyncio.Transport:
    """The transport, its writes gathered."""
    return cast("asyncio.Transport", Gathering(cast("asyncio.Transport", transport)))
