"""Workers for one kind of task: how many may work at once, who waits, and who has to go.

Comes in: a task.  Goes out: what a worker makes of it.  The one idea: nobody waits longer than the task may take, and no
more wait than can be served in that time; the others are told so at once.

While tasks are over in a moment, the next ones lie ready with a worker, so that it need not wait for the server; one that
the worker does not come to in a moment is taken back.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from itertools import islice
from time import monotonic
from typing import TypeAlias

from api.errors import Busy, Overwhelmed, TooSlow
from api.workers.job import Gone, Job, Left, Tell
from api.workers.line import Line
from api.workers.wire import Task
from api.workers.worker import NotBegun
from kg.errors import KgError

Fork: TypeAlias = Callable[[], Awaitable[Line]]
log = logging.getLogger("kg.workers")
_SOON = 0.05  # seconds after which a task is no longer expected to be over in a moment
_READY = 8  # tasks that a worker may have, the one that it works on included
_YOUNG = 0.01  # a worker that has been at one task for longer gets no more
_AHEAD = 0.02  # what lies ready for longer is taken back
_TURN = 0.02  # how often limits are looked at


class Lane:
    """Some workers, all equal, each replaced when it had to be ended."""

    def __init__(self, workers: int, queue: int, spare: int = 1) -> None:
        self._workers = workers
        self._spare = spare
        self._queue = queue
        self._busy: dict[Line, None] = {}  # in the order in which they were given work
        self._idle: deque[Line] = deque()
        self._waiting: deque[Job] = deque()
        self._open: set[Job] = set()
        self._turn: asyncio.TimerHandle | None = None
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
        """How many tasks wait for a worker, those included that lie ready with one."""
        return len(self._waiting) + sum(len(_ready(line)) for line in self._busy)

    async def staff(self, fork: Fork) -> list[Line]:
        """New workers, as many as the lane has when all is quiet."""
        fresh: list[Line] = []
        try:
            for _ in range(self._workers + self._spare):
                fresh.append(await fork())  # noqa: PERF401 - those that are there already must be let go where one fails
        except BaseException:
            for line in fresh:
                line.end()
            raise
        return fresh

    def change(self, fork: Fork, fresh: list[Line]) -> None:
        """Let new workers take the place of the old; those that are at work end when they have answered."""
        self._fork = fork
        self._generation += 1
        while self._idle:
            self._idle.pop().end()
        for line in fresh:
            self._adopt(line)
        self._deal()

    def close(self) -> None:
        """End them all."""
        self._closed = True
        if self._filling:
            self._filling.cancel()
        if self._turn:
            self._turn.cancel()
        for line in (*self._idle, *self._busy):
            line.end()
        for job in list(self._open):
            job.settle(Busy())

    async def run(self, task: Task, limit: float, gone: Gone | None = None, *, spoils: bool = False) -> object:
        """What a worker answers within ``limit`` seconds, the wait for it included.

        ``gone`` returns when the client has left; a task that ``spoils`` its worker is its last.  Raises Busy, TooSlow,
        Left, or what the task raises.
        """
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        job = self.begin(task, limit, partial(_fulfil, answer), gone, spoils=spoils)
        try:
            outcome = await answer
        except asyncio.CancelledError:
            self.leave(job)
            raise
        if isinstance(outcome, KgError):
            raise outcome
        return outcome

    def begin(self, task: Task, limit: float, tell: Tell, gone: Gone | None = None, *, spoils: bool = False) -> Job:
        """The same, its outcome (what it gives, or the error) told to ``tell``.  Raises Busy at once."""
        if not self.free and self.waiting >= self._queue:
            raise Busy
        job = Job(task, limit, tell, gone, spoils=spoils)
        self._open.add(job)
        self._waiting.append(job)
        self._deal()
        if self._turn is None:
            self._turn = asyncio.get_running_loop().call_later(_TURN, self._look)
        return job

    def leave(self, job: Job) -> None:
        """Nobody waits for a job any more."""
        if not job.over:
            self._stop(job, Left())

    # ── who gets which task ────────────────────────────────────────────────────────────────────────────────────────

    def _deal(self) -> None:
        """Give out what waits, as far as there is anybody to give it to."""
        while self._waiting:
            job = self._waiting[0]
            if self.free:
                line = self._idle.pop()  # the one that worked last, whose memory is still warm
                self._busy[line] = None
                line.give(job)
            elif quick := self._quick(job):
                quick.give(job, monotonic() + _AHEAD)
            else:
                return
            self._waiting.popleft()

    def _quick(self, job: Job) -> Line | None:
        """A line that will soon have done what it has, and may have this one too."""
        if job.tried or job.spoils:
            return None
        now = monotonic()
        quick = [line for line in self._busy if self._may_have_more(line, now)]
        return min(quick, key=lambda line: (len(line.jobs), -line.since), default=None)

    def _may_have_more(self, line: Line, now: float) -> bool:
        return (
            len(line.jobs) < _READY
            and now - line.since < _YOUNG
            and line.generation == self._generation
            and not line.jobs[0].spoils
        )

    def _take_back(self, job: Job) -> None:
        """Let a job that a line has not begun wait again, before all others."""
        job.line, job.tried = None, True
        self._waiting.appendleft(job)

    # ── what comes of it ───────────────────────────────────────────────────────────────────────────────────────────

    def _answered(self, line: Line, job: Job, outcome: object) -> None:
        if not isinstance(outcome, NotBegun):
            self._settle(job, outcome)
        elif job.line is line and not job.over:
            self._take_back(job)
        if job.spoils:
            self._end(line)
        elif not line.jobs:
            self._rest(line)
        self._deal()

    def _settle(self, job: Job, outcome: object) -> None:
        self._open.discard(job)
        if job.line is None and job in self._waiting:
            self._waiting.remove(job)
        job.settle(outcome)

    def _rest(self, line: Line) -> None:
        self._busy.pop(line, None)
        if line.generation == self._generation and not self._closed:
            self._idle.append(line)
        else:
            line.end()
            self._fill()

    def _stop(self, job: Job, fault: KgError) -> None:
        """Nobody waits for a job any more; whoever works on it is ended."""
        self._settle(job, fault)
        for line in [line for line in self._busy if line.jobs[0] is job]:
            self._end(line)

    def _end(self, line: Line) -> None:
        line.end()
        self._lost(line)

    def _lost(self, line: Line) -> None:
        """A worker has ended: what it worked on fails, what lay ready for it waits again."""
        self._busy.pop(line, None)
        with suppress(ValueError):
            self._idle.remove(line)
        for job in reversed(_ready(line)):
            self._take_back(job)
        if line.jobs and line.jobs[0].line is line:
            self._settle(line.jobs[0], Overwhelmed())
        line.jobs.clear()
        self._deal()
        self._fill()

    # ── what ends it ───────────────────────────────────────────────────────────────────────────────────────────────

    def _look(self) -> None:
        """Take back what lies too long, stop what takes too long, and ask after the clients of what takes its time."""
        loop = asyncio.get_running_loop()
        now = monotonic()
        for line in [line for line in self._busy if now - line.since > _AHEAD]:
            for job in reversed(_ready(line)):
                self._take_back(job)
            if line.jobs[0].over and now - line.since > _SOON:
                self._end(line)
        for job in list(self._open):
            if now >= job.until:
                self._stop(job, TooSlow(job.limit) if self._is_begun(job) else Busy())
            elif job.gone and not job.watch and now - job.begun > _SOON:
                job.watch = loop.create_task(self._until_gone(job, job.gone))
        self._deal()
        self._turn = loop.call_later(_TURN, self._look) if self._open else None

    def _is_begun(self, job: Job) -> bool:
        return any(line.jobs[0] is job for line in self._busy)

    async def _until_gone(self, job: Job, gone: Gone) -> None:
        await gone()
        self._stop(job, Left())

    # ── new workers ────────────────────────────────────────────────────────────────────────────────────────────────

    def _adopt(self, line: Line) -> None:
        line.generation = self._generation
        line.on_answer = self._answered
        line.on_loss = self._lost
        self._idle.append(line)

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
                    self._deal()
                else:
                    line.end()
        finally:
            self._filling = None


def _fulfil(answer: asyncio.Future[object], outcome: object) -> None:
    if not answer.done():
        answer.set_result(outcome)


def _ready(line: Line) -> list[Job]:
    """The jobs that lie ready behind the one at which a line works, and for which somebody waits."""
    return [job for job in islice(line.jobs, 1, None) if job.line is line and not job.over]
