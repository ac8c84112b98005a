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
from kg.errors import KgError, StoreError
from kg.store.base import View
from kg.store.snapshot import Snapshot

P = ParamSpec("P")
T = TypeVar("T")
_TASKS = ("api.tasks", "api.sparql")  # the modules whose functions are sent to workers, by name
_SPAWN = multiprocessing.get_context("spawn")  # an open store must never be forked


class _Worker:
    """One process and the line to it."""

    def __init__(self, snapshot: Snapshot, megabytes: int) -> None:
        self.snapshot = snapshot
        self._line, far_end = _SPAWN.Pipe()
        self._process: BaseProcess = _SPAWN.Process(target=_work, args=(far_end, snapshot, megabytes), daemon=True)
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
        self._snapshot: Snapshot | None = None
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def prepare(self, snapshot: Snapshot) -> Callable[[], None]:
        """Start workers on a new copy of the graph; what is returned lets them take the place of the old ones."""
        fresh = [_Worker(snapshot, self._settings.memory_limit) for _ in range(self._settings.workers)]
        self._all.update(fresh)
        started = await asyncio.gather(*(asyncio.to_thread(one.start, self._settings.start_limit) for one in fresh))
        if not all(started):
            for one in fresh:
                self._end(one)
            raise StoreError(self._settings.store, "cannot be loaded; KG_MEMORY_LIMIT or KG_START_LIMIT may be too low")

        def commit() -> None:
            self._snapshot = snapshot
            while not self._idle.empty():
                self._end(self._idle.get_nowait())
            for one in fresh:
                self._idle.put_nowait(one)

        return commit

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
            self._back(worker, usable=done)
        if isinstance(value, KgError):
            raise value
        return cast("T", value)

    def _back(self, worker: _Worker, *, usable: bool) -> None:
        """A worker whose task is over: kept where it is well and of the current graph, else ended and replaced."""
        current = worker.snapshot is self._snapshot
        if usable and current:
            self._idle.put_nowait(worker)
            return
        self._end(worker)
        if current:
            fresh = _Worker(worker.snapshot, self._settings.memory_limit)
            self._all.add(fresh)
            task = asyncio.get_running_loop().create_task(self._ready(fresh))
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.end()

    async def _ready(self, worker: _Worker) -> None:
        self._back(worker, usable=await asyncio.to_thread(worker.start, self._settings.start_limit))


def _work(line: Connection, snapshot: Snapshot, megabytes: int) -> None:
    """What a worker does all its life."""
    for tasks in _TASKS:  # nothing can be imported once the doors are closed
        getattr(import_module(tasks), "warm", int)()
    _limit_memory(megabytes)
    view = snapshot.load()
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
