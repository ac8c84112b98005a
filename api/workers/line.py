"""The server's end of the line to one process, a worker or a template.

Comes in: a task.  Goes out: a future of what comes of it.  The one idea: letting go of the line ends the process,
whatever it is doing.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import cast

from api.errors import Overwhelmed
from api.workers.wire import HEAD, length, packed, unpacked


class Line(asyncio.Protocol):
    """One process at the other end; one question at a time."""

    def __init__(self, process: int = 0) -> None:
        self.generation = 0
        self.alive = False
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[object] | None = None
        self._got = bytearray()
        self._process = Process(process) if process else None
        self.on_loss: Callable[[Line], None] | None = None

    @classmethod
    async def to(cls, end: socket.socket, process: int = 0) -> Line:
        """A line on our end of a pair of sockets."""
        end.setblocking(False)
        _, line = await asyncio.get_running_loop().create_unix_connection(lambda: cls(process), sock=end)
        return line

    def tell(self, message: object) -> None:
        """Send a message that nobody answers."""
        self._send(packed(message))

    def ask(self, message: object) -> asyncio.Future[object]:
        """Send a question; the future is set to the answer, or to Overwhelmed where the process ends over it."""
        self._answer = asyncio.get_running_loop().create_future()
        self._send(packed(message))
        return self._answer

    def _send(self, message: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            self._lost()
        else:
            self._transport.write(message)

    def end(self, fault: BaseException | None = None) -> None:
        """Kill the process; whoever waits for its answer gets the fault."""
        self.alive = False
        self._settle(fault or Overwhelmed())
        if self._transport is not None:
            self._transport.abort()
        self._let_go(kill=True)

    # ── what the event loop calls ──────────────────────────────────────────────────────────────────────────────────

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The line stands."""
        self._transport = cast("asyncio.Transport", transport)
        self.alive = True

    def data_received(self, data: bytes) -> None:
        """A part of an answer, or all of it."""
        if not self._got and len(data) >= HEAD and len(data) == HEAD + length(data):
            self._settle(unpacked(memoryview(data)[HEAD:]))
            return
        self._got += data
        if len(self._got) >= HEAD and len(self._got) == HEAD + length(self._got):
            body, self._got = self._got, bytearray()
            self._settle(unpacked(memoryview(body)[HEAD:]))

    def connection_lost(self, exc: Exception | None) -> None:
        """The process has ended."""
        self._lost()

    def _lost(self) -> None:
        was, self.alive = self.alive, False
        self._settle(Overwhelmed())
        self._let_go(kill=False)
        if was and self.on_loss:
            self.on_loss(self)

    def _let_go(self, *, kill: bool) -> None:
        process, self._process = self._process, None
        if process:
            process.let_go(kill=kill)

    def _settle(self, outcome: object) -> None:
        answer, self._answer = self._answer, None
        if answer is None or answer.done():
            return
        if isinstance(outcome, BaseException):
            answer.set_exception(outcome)
        else:
            answer.set_result(outcome)


class Process:
    """A process of ours that may have to be killed, and no other that has its number later."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._handle: int | None = None
        with suppress(AttributeError, OSError):  # not every system has handles; then the number must do
            self._handle = os.pidfd_open(number)

    def let_go(self, *, kill: bool) -> None:
        """Let go of it, alive or not."""
        with suppress(ProcessLookupError, PermissionError):
            if kill and self._handle is not None:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            elif kill:
                os.kill(self._number, signal.SIGKILL)
        if self._handle is not None:
            os.close(self._handle)
