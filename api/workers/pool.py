"""All the workers of a server: a lane for queries from outside, a lane for the server's own pages.

Comes in: tasks.  Goes out: what workers make of them.  The one idea: whatever strangers ask, a worker is left for the
pages; and a new graph is loaded beside the old one and then taken by all lanes in one step.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar, cast

from api.errors import Busy
from api.settings import Settings
from api.workers.forking import Template
from api.workers.job import Gone, Tell
from api.workers.lane import Fork, Lane
from api.workers.line import Line
from api.workers.wire import Task
from api.workers.worker import Terms
from kg.errors import StoreError
from kg.store.base import View
from kg.store.snapshot import Snapshot

P = ParamSpec("P")
_BEHIND = 1  # how far queries stand behind the server's own process where both want to run
Staff: TypeAlias = tuple[Lane, Fork, list[Line]]
T = TypeVar("T")
log = logging.getLogger("kg.workers")


class Workers:
    """The workers of one server.

    ``early`` is a process that was started already to hold the graph; ``modules`` are more modules whose functions are
    sent to workers.
    """

    def __init__(self, settings: Settings, early: Template | None = None, modules: tuple[str, ...] = ()) -> None:
        self._settings = settings
        self._modules = modules
        self._template: Template | None = None
        self._early = early
        self._snapshot: Snapshot | None = None
        self._healing = asyncio.Lock()
        spare = 0 if settings.scratch else 1  # each change of a scratch graph needs new workers: no more than must be
        self.queries = Lane(settings.workers, settings.queue, spare)
        self.pages = Lane(settings.page_workers, settings.queue * 4, spare)
        self._asides: set[asyncio.Task[None]] = set()
        self._whole = asyncio.Event()
        self._closed = False

    @property
    def ready(self) -> int:
        """How many queries could begin now."""
        return self.queries.free

    async def begin(self) -> None:
        """Start the process that will hold the graph, before there is a snapshot of it."""
        self._early = self._early or await asyncio.to_thread(Template.start, self._modules)

    async def prepare(self, snapshot: Snapshot | None) -> Callable[[], None]:
        """Load a new copy of the graph; what is returned lets it take the place of the old one."""
        template, self._early = self._early, None
        if template is None:
            template = await asyncio.to_thread(Template.start, self._modules)
        await template.load(snapshot, self._settings.start_limit)
        if snapshot is None or self._template:  # no one waits for it, or it will be changed by processes that split off
            await template.warm()
            self._whole.set()
            return await self._staffed(template, snapshot)
        commit = await self._staffed(template, snapshot)

        def commit_and_warm() -> None:
            commit()
            self._whole.clear()
            self._aside(self._warm(template, snapshot))

        return commit_and_warm

    async def _warm(self, template: Template, snapshot: Snapshot) -> None:
        """Give the lanes workers that have everything loaded."""
        try:
            await template.warm()
            fresh = await self._fresh(template)
        except (OSError, EOFError, StoreError) as fault:
            if not self._closed:
                log.warning("the workers stay as they are: %s", fault)
            return
        if template is self._template and not self._closed:
            self._take(template, snapshot, fresh)
            self._whole.set()
        else:
            _dismiss(fresh)

    async def whole(self, limit: float) -> None:
        """Until the workers have loaded what few tasks need, at most so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._whole.wait(), limit)

    async def _staffed(self, template: Template, snapshot: Snapshot | None) -> Callable[[], None]:
        return partial(self._take, template, snapshot, await self._fresh(template))

    async def _fresh(self, template: Template) -> list[Staff]:
        """New workers for each lane."""
        pages, queries = self._forks(template)
        fresh: list[Staff] = []
        try:
            for lane, fork in ((self.pages, pages), (self.queries, queries)):
                fresh.append((lane, fork, await lane.staff(fork)))
        except (OSError, EOFError) as fault:
            _dismiss(fresh)
            await template.end()
            raise StoreError("memory", f"no workers could be started: {fault}") from fault
        return fresh

    def _take(self, template: Template, snapshot: Snapshot | None, fresh: list[Staff]) -> None:
        """Let new workers take the place of the old."""
        old, self._template, self._snapshot = self._template, template, snapshot
        for lane, fork, lines in fresh:
            lane.change(fork, lines)
        if old and old is not template:
            self._aside(old.end())

    def _forks(self, template: Template) -> tuple[Fork, Fork]:
        """How workers of each lane are had: those for strangers stand behind all others, and may be given the network."""
        megabytes = self._settings.memory_limit
        own = Terms(megabytes, network=True)  # our own tasks, which may load what they need
        strangers = Terms(megabytes, nice=_BEHIND, network=bool(self._settings.service_hosts))
        return lambda: self._fork(template, own), lambda: self._fork(template, strangers)

    async def _fork(self, template: Template, terms: Terms) -> Line:
        try:
            return await template.fork(terms)
        except (OSError, EOFError):
            await self._heal(template)
            raise

    async def _heal(self, broken: Template) -> None:
        """Start again where the template itself has ended, which only the system can have done, or we who are closing."""
        async with self._healing:
            if broken is self._template and not self._closed:
                (await self.prepare(self._snapshot))()

    def _aside(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    async def close(self) -> None:
        """End them all."""
        self._closed = True
        self.queries.close()
        self.pages.close()
        for template in (self._template, self._early):
            if template:
                await template.end()
        await asyncio.gather(*self._asides, return_exceptions=True)
        await asyncio.sleep(0)  # what was let go in that is closed in the loop's next turn

    async def run(self, function: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The value of ``function(view, …)`` as a worker for pages computes it.

        An error of the house is raised here again; Busy, TooSlow and Overwhelmed tell of limits.
        """
        await self.whole(self._settings.time_limit)
        return cast("T", await self.pages.run(Task(function, args, kwargs), self._settings.time_limit))

    async def ask(self, function: Callable[..., T], *args: object, limit: float, gone: Gone | None = None) -> T:
        """The value of ``function(view, …)`` as a worker for strangers computes it within ``limit`` seconds."""
        return cast("T", await self.queries.run(Task(function, args), limit, gone))

    def hand_over(self, task: Task, limit: float, tell: Tell) -> Callable[[], None]:
        """The same without waiting: ``tell`` is told what comes of it; what is returned says that nobody waits any more."""
        try:
            job = self.queries.begin(task, limit, tell)
        except Busy as fault:
            asyncio.get_running_loop().call_soon(tell, fault)
            return lambda: None
        return partial(self.queries.leave, job)

    async def try_out(self, function: Callable[..., T], *args: object) -> T:
        """The value of a function that changes its copy of the graph, which nobody sees afterwards."""
        await self.whole(self._settings.time_limit)
        return cast("T", await self.pages.run(Task(function, args), self._settings.time_limit, spoils=True))

    async def change(self, function: Callable[..., object], *args: object) -> object:
        """Change the graph in memory, and let all work on the changed one: for a server that keeps nothing."""
        if self._template is None:
            raise StoreError("memory", "is not open")
        terms = Terms(self._settings.memory_limit)
        template, reply = await self._template.succeed(Task(function, args), terms, self._settings.time_limit)
        (await self._staffed(template, None))()
        return reply


def _dismiss(fresh: list[Staff]) -> None:
    """Let workers go that nobody needs."""
    for _, _, lines in fresh:
        for line in lines:
            line.end()
