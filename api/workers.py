"""Processes that answer queries, so that a slow one can be ended and a fatal one kills nobody else.

Comes in: a function and its arguments.  Goes out: its value, or an error.  The one idea: the engine cannot be
interrupted, a process can; each worker holds its own copy of the graph in memory and works on one task at a time.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

from api.errors import Busy, Overwhelmed, TooSlow
from api.settings import Settings
from kg.errors import KgError
from kg.store.base import View

P = ParamSpec("P")
T = TypeVar("T")
_TASKS = ("api.tasks", "api.sparql")  # the modules whose functions are sent to workers, by name
_SPAWN = multiprocessing.get_context("spawn")  # an open store must never be forked


class _Worker:
    """One process and the line to it."""

    def __init__(self, settings: Settings) -> None:
        self._line, far_end = _SPAWN.Pipe()
        self._process: BaseProcess = _SPAWN.Process(
            target=_work, args=(far_end, settings.store, settings.memory_limit), daemon=True
        )
        self._process.start()
        far_end.close()

    def start(self, limit: float) -> bool:
        """Wait until the worker has loaded its graph."""
        with suppress(EOFError, OSError):
            return self._line.poll(limit) and self._line.recv() == "ready"
        return False

    def call(self, task: object, limit: float) -> object:
        """Send a task and wait for what comes of it: its value, or the error of the house that ended it."""
        try:
            self._line.send(task)
            if not self._line.poll(limit):
                raise TooSlow(limit)
            return cast("object", self._line.recv())
        except (EOFError, OSError) as fault:
            raise Overwhelmed from fault

    def end(self) -> None:
        """Kill the process; whatever it was doing is of no account."""
        self._process.kill()
        self._process.join()
        self._line.close()


class Workers:
    """As many workers as the settings say, all equal, each replaced when it has to be ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Start the workers; returns when one of them can answer."""
        for _ in range(self._settings.workers):
            self._replace(None)
        await asyncio.wait(self._starting, return_when=asyncio.FIRST_COMPLETED)

    async def close(self) -> None:
        """End them all."""
        for task in self._starting:
            task.cancel()
        for worker in self._all:
            worker.end()

    @property
    def ready(self) -> int:
        """How many workers are free."""
        return self._idle.qsize()

    async def run(self, function: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The value of ``function(view, …)`` as a worker computes it; an error of the house is raised here again."""
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._settings.time_limit)
        except TimeoutError as fault:
            raise Busy from fault
        done = False
        try:
            value = await asyncio.to_thread(worker.call, (function, args, kwargs), self._settings.time_limit)
            done = True
        finally:
            if done:
                self._idle.put_nowait(worker)
            else:
                self._replace(worker)
        if isinstance(value, KgError):
            raise value
        return cast("T", value)

    def _replace(self, worker: _Worker | None) -> None:
        if worker is not None:
            self._all.discard(worker)
            worker.end()
        fresh = _Worker(self._settings)
        self._all.add(fresh)
        task = asyncio.get_running_loop().create_task(self._ready(fresh))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _ready(self, worker: _Worker) -> None:
        if await asyncio.to_thread(worker.start, self._settings.start_limit):
            self._idle.put_nowait(worker)


def _work(line: Connection, place: str, megabytes: int) -> None:
    """What a worker does all its life."""
    for tasks in _TASKS:  # nothing can be imported once the doors are closed
        import_module(tasks)
    from kg.questions import questions
    from kg.store.embedded import in_memory, on_disk

    _limit_memory(megabytes)
    view = in_memory("memory:")
    with on_disk(place, read_only=True) as disk:
        view.engine.bulk_extend(disk.engine)
    questions()
    _close_the_doors()
    line.send("ready")
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            function, args, kwargs = line.recv()
            try:
                line.send(function(view, *args, **kwargs))
            except KgError as fault:
                line.send(fault)


def _limit_memory(megabytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # not every system knows limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)


def _close_the_doors() -> None:
    """From here on no file and no socket can be opened: SERVICE cannot fetch, whatever a query looks like."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        with Path(os.devnull).open() as lowest_free:
            number = lowest_free.fileno()
        resource.setrlimit(resource.RLIMIT_NOFILE, (number, number))
