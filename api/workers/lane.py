"""Workers for one kind of task: how many may work at once, who waits, and who has to go.

Comes in: a task.  Goes out: what a worker makes of it.  The one idea: nobody waits longer than the task may take, and no
more wait than can be served in that time; the others are told so at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeAlias

from api.errors import Busy, TooSlow
from api.workers.line import Line
from kg.errors import KgError

Fork: TypeAlias = Callable[[], Awaitable[Line]]
Gone: TypeAlias = Callable[[], Awaitable[object]]
log = logging.getLogger("kg.workers")
_SOON = 0.05  # seconds after which a task is no longer expected to be over in a moment


class Left(KgError):
    """The client went away before its answer came."""

    def __init__(self) -> None:
        super().__init__("the client left")


class Lane:
    """Some workers, all equal, each replaced when it had to be ended."""

    def __init__(self, workers: int, queue: int, spare: int = 1) -> None:
        self._workers = workers
        self._spare = spare
        self._queue = queue
        self._busy: set[Line] = set()
        self._idle: deque[Line] = deque()
        self._waiting: deque[asyncio.Future[Line]] = deque()
        self._fork: Fork | None = None
        self._generation = 0
        self._filling: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def free(self) -> int:
        """How many tasks could begin now."""
        return max(0, min(len(self._idle), self._workers - len(self._busy)))

    @property
    def waiting(self) -> int:
        """How many tasks wait for a worker."""
        return len(self._waiting)

    async def staff(self, fork: Fork) -> list[Line]:
        """New workers, as many as the lane has when all is quiet."""
        return [await fork() for _ in range(self._workers + self._spare)]

    def change(self, fork: Fork, fresh: list[Line]) -> None:
        """Let new workers take the place of the old; those that are at work end when they have answered."""
        self._fork = fork
        self._generation += 1
        while self._idle:
            self._idle.pop().end()
        for line in fresh:
            self._adopt(line)
        self._call_next()

    def close(self) -> None:
        """End them all."""
        self._closed = True
        if self._filling:
            self._filling.cancel()
        for line in (*self._idle, *self._busy):
            line.end()
        for waiting in self._waiting:
            waiting.cancel()

    async def run(self, task: object, limit: float, gone: Gone | None = None, *, spoils: bool = False) -> object:
        """What a worker answers within ``limit`` seconds, the wait for it included.

        ``gone`` returns when the client has left; a task that ``spoils`` its worker is its last.  Raises Busy, TooSlow,
        Left, or what the task raises.
        """
        job = _Job(limit, gone)
        try:
            line = job.line = self._take() or await self._wait(job)
            try:
                outcome = await line.ask(task)
            except BaseException:
                line.end()
                raise
            finally:
                if spoils:
                    line.end()
                self._release(line)
        finally:
            job.over()
        if isinstance(outcome, KgError):
            raise outcome
        return outcome

    def _take(self) -> Line | None:
        if self._waiting or not self.free:
            return None
        line = self._idle.popleft()
        self._busy.add(line)
        return line

    async def _wait(self, job: _Job) -> Line:
        if len(self._waiting) >= self._queue:
            raise Busy
        waiting: asyncio.Future[Line] = asyncio.get_running_loop().create_future()
        job.waiting = waiting
        self._waiting.append(waiting)
        try:
            return await waiting
        except BaseException:
            if waiting in self._waiting:
                self._waiting.remove(waiting)
            elif waiting.done() and not waiting.cancelled() and waiting.exception() is None:
                self._release(waiting.result())  # it came in the moment in which we were told to stop
            raise

    def _release(self, line: Line) -> None:
        self._busy.discard(line)
        if line.alive and line.generation == self._generation and not self._closed:
            self._idle.append(line)
        else:
            line.end()
        self._call_next()
        self._fill()

    def _call_next(self) -> None:
        while self._waiting and self.free:
            waiting = self._waiting.popleft()
            if not waiting.done():
                line = self._idle.popleft()
                self._busy.add(line)
                waiting.set_result(line)

    def _adopt(self, line: Line) -> None:
        line.generation = self._generation
        line.on_loss = self._lost
        self._idle.append(line)

    def _lost(self, line: Line) -> None:
        """A worker ended by itself."""
        with suppress(ValueError):
            self._idle.remove(line)
            self._fill()

    def _fill(self) -> None:
        if self._missing and self._filling is None and not self._closed:
            self._filling = asyncio.get_running_loop().create_task(self._until_full())

    @property
    def _missing(self) -> bool:
        return len(self._busy) + len(self._idle) < self._workers + self._spare

    async def _until_full(self) -> None:
        try:
            while self._missing and self._fork and not self._closed:
                generation = self._generation
                try:
                    line = await self._fork()
                except (OSError, EOFError, KgError) as fault:
                    log.warning("no worker could be started: %s", fault)
                    await asyncio.sleep(1)
                    continue
                if generation == self._generation:
                    self._adopt(line)
                    self._call_next()
                else:
                    line.end()
        finally:
            self._filling = None


class _Job:
    """One task with what may end it: its time, or its client who leaves."""

    __slots__ = ("_gone", "_limit", "_look", "_task", "_timer", "line", "waiting")

    def __init__(self, limit: float, gone: Gone | None) -> None:
        loop = asyncio.get_running_loop()
        self.line: Line | None = None
        self.waiting: asyncio.Future[Line] | None = None
        self._limit = limit
        self._gone = gone
        self._task: asyncio.Task[None] | None = None
        self._timer = loop.call_later(limit, self._late)
        self._look = loop.call_later(_SOON, self._watch) if gone else None

    def over(self) -> None:
        """Nothing ends it any more."""
        self._timer.cancel()
        if self._look:
            self._look.cancel()
        if self._task:
            self._task.cancel()

    def _late(self) -> None:
        self._stop(TooSlow(self._limit) if self.line else Busy())

    def _watch(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._until_gone())

    async def _until_gone(self) -> None:
        if self._gone:
            await self._gone()
        self._stop(Left())

    def _stop(self, fault: KgError) -> None:
        if self.line:
            self.line.end(fault)
        elif self.waiting and not self.waiting.done():
            self.waiting.set_exception(fault)
