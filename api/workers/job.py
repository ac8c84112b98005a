"""One task on its way through a lane: who waits for it, until when, and which line has it.

Comes in: a task and what may end it.  Goes out: its outcome, an error of the house included, told to who waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TypeAlias

from api.workers.wire import Task
from kg.errors import KgError

Gone: TypeAlias = Callable[[], Awaitable[object]]
Tell: TypeAlias = Callable[[object], object]


class Left(KgError):
    """The client went away before its answer came."""

    def __init__(self) -> None:
        super().__init__("the client left")


class Job:
    """A task with its limits.  One that ``spoils`` its worker is that worker's last, and its only one."""

    __slots__ = ("begun", "gone", "limit", "line", "over", "spoils", "task", "tell", "tried", "until", "watch")

    def __init__(self, task: Task, limit: float, tell: Tell, gone: Gone | None = None, *, spoils: bool = False) -> None:
        self.task = task
        self.limit = limit
        self.tell = tell
        self.gone = gone
        self.spoils = spoils
        self.begun = monotonic()
        self.until = self.begun + limit
        self.over = False  # does nobody wait for it any more?
        self.line: object = None  # the line that it was given to, which it only tells from others
        self.tried = False  # was it given to a line that had no time for it?
        self.watch: asyncio.Task[None] | None = None

    def settle(self, outcome: object) -> None:
        """Tell the outcome to whoever waits, once."""
        if self.over:
            return
        self.over = True
        if self.watch:
            self.watch.cancel()
        self.tell(outcome)
