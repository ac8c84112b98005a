"""One task on its way through a lane: who waits for it, until when, and which line has it.

Comes in: a task and what may end it.  Goes out: a future of its outcome, an error of the house included.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from api.workers.wire import Task

if TYPE_CHECKING:
    from api.workers.line import Line

Gone: TypeAlias = Callable[[], Awaitable[object]]


class Job:
    """A task with its limits.  One that ``spoils`` its worker is that worker's last, and its only one."""

    __slots__ = ("answer", "begun", "gone", "limit", "line", "spoils", "task", "tried", "until", "watch")

    def __init__(self, task: Task, limit: float, gone: Gone | None, *, spoils: bool) -> None:
        self.task = task
        self.limit = limit
        self.gone = gone
        self.spoils = spoils
        self.begun = monotonic()
        self.until = self.begun + limit
        self.answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.line: Line | None = None  # the line that it was given to
        self.tried = False  # was it given to a line that had no time for it?
        self.watch: asyncio.Task[None] | None = None

    @property
    def over(self) -> bool:
        """Does nobody wait for it any more?"""
        return self.answer.done()

    def settle(self, outcome: object) -> None:
        """Tell the outcome to whoever waits."""
        if not self.answer.done():
            self.answer.set_result(outcome)
        if self.watch:
            self.watch.cancel()
