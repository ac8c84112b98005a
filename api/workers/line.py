"""The server's end of the line to one process, a worker or a template.

Comes in: jobs.  Goes out: what comes of each, in their order.  The one idea: letting go of the line ends the process,
whatever it is doing.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from api.gathering import gathering
from api.workers.job import Job
from api.workers.wire import Inbox, packed


class Line(asyncio.Protocol):
    """One process at the other end, which works on the first of ``jobs``; the others lie ready for it."""

    def __init__(self, process: int = 0) -> None:
        self.generation = 0
        self.alive = False
        self.jobs: deque[Job] = deque()
        self.since = 0.0  # when the first of its jobs came to be that
        self.on_answer: Callable[[Line, Job, object], None] | None = None
        self.on_loss: Callable[[Line], None] | None = None
        self._transport: asyncio.Transport | None = None
        self._inbox = Inbox()
        self._process = Process(process) if process else None

    @classmethod
    async def to(cls, end: socket.socket, process: int = 0) -> Line:
        """A line on our end of a pair of sockets."""
        end.setblocking(False)
        _, line = await asyncio.get_running_loop().create_unix_connection(lambda: cls(process), sock=end)
        return line

    def tell(self, message: object) -> None:
        """Send a message that nobody answers."""
        if self._transport is not None:
            self._transport.write(packed(message))

    def give(self, job: Job, before: float | None = None) -> None:
        """Send a job, to be done after those that were sent already; past the moment ``before`` it is not begun."""
        if not self.jobs:
            self.since = monotonic()
        self.jobs.append(job)
        job.line = self
        self.tell(job.task if before is None else job.task._replace(before=before))

    def end(self) -> None:
        """Kill the process."""
        self.alive = False
        if self._transport is not None:
            self._transport.abort()
        self._let_go(kill=True)

    # ── what the event loop calls ──────────────────────────────────────────────────────────────────────────────────

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The line stands."""
        self._transport = gathering(transport)
        self.alive = True

    def data_received(self, data: bytes) -> None:
        """A part of an answer, or some of them."""
        for outcome in self._inbox.take(data):
            if self.jobs and self.on_answer:
                job = self.jobs.popleft()
                self.since = monotonic()
                self.on_answer(self, job, outcome)

    def connection_lost(self, exc: Exception | None) -> None:
        """The process has ended."""
        was, self.alive = self.alive, False
        self._let_go(kill=False)
        if was and self.on_loss:
            self.on_loss(self)

    def _let_go(self, *, kill: bool) -> None:
        process, self._process = self._process, None
        if process:
            process.let_go(kill=kill)


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
