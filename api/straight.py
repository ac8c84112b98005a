"""The server's HTTP: uvicorn's, with gathered writes, and a straight way for requests that need no more than an answer.

Comes in: bytes of a connection.  Goes out: answers, in the order of the requests.  The one idea: a request that came whole,
alone and plain is offered to the application's ``straight`` first; whatever that does not take goes the usual way, so that
nothing depends on it but time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from api.gathering import gathering

Headers: TypeAlias = Sequence[tuple[bytes, bytes]]
Reply: TypeAlias = Callable[[int, Headers, bytes], None]
Leave: TypeAlias = Callable[[], None]
Straight: TypeAlias = Callable[[bytes, Reply], Leave | None]  # takes a request, and is told when its client leaves


class Http(HttpToolsProtocol):
    """One connection."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as uvicorn gives them
        super().__init__(*args, **kwargs)
        usual = self.root_path or self.limit_concurrency is not None
        self._straight: Straight | None = None if usual else getattr(self.config.app, "straight", None)
        self._leave: Leave | None = None  # of the request that went straight and is not answered yet
        self._later = b""  # what came meanwhile
        self._within = False  # is the parser within a request?
        self._last = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as the class it extends
        """A client has come."""
        super().connection_made(gathering(transport))
        if self.scheme != "http":
            self._straight = None

    def data_received(self, data: bytes) -> None:
        """A request, whole or in parts."""
        if self._leave is not None:
            self._later += data
            if len(self._later) > 65_536:
                self.flow.pause_reading()
        elif not self._goes_straight(data):
            super().data_received(data)

    def _goes_straight(self, data: bytes) -> bool:
        if self._straight is None or self._within or self.flow.write_paused:
            return False
        if self.cycle is not None and not self.cycle.response_complete:
            return False
        self._leave = self._straight(data, self._reply)
        if self._leave is None:
            return False
        self._unset_keepalive_if_required()
        return True

    def _reply(self, status: int, headers: Headers, body: bytes) -> None:
        """Answer the request that went straight, and go on."""
        self._leave = None
        if self.transport.is_closing():
            return
        head = b"".join(b"%b: %b\r\n" % header for header in (*self.server_state.default_headers, *headers))
        self.transport.write(STATUS_LINE[status] + head + b"\r\n" + body)
        self.server_state.total_requests += 1
        if self._last:
            self.transport.close()
            return
        self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)
        self.flow.resume_reading()
        if self._later:
            later, self._later = self._later, b""
            self.data_received(later)

    def on_message_begin(self) -> None:
        """The parser has seen the first byte of a request."""
        self._within = True
        super().on_message_begin()

    def on_message_complete(self) -> None:
        """The parser has seen the last one."""
        self._within = False
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has left."""
        leave, self._leave = self._leave, None
        if leave:
            leave()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The server ends: what was asked is answered, no more is taken."""
        if self._leave is None:
            super().shutdown()
        else:
            self._last = True
