"""The copy of the graph that the whole server works from, replaced without a pause when the store has changed.

Comes in: the place of a store.  Goes out: the current Snapshot, and a call to whoever depends on it.  The one idea: a
new copy is prepared by everybody first and then taken by all in one step, so that no two parts of the server ever
speak of different graphs.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from api import elsewhere
from kg.errors import KgError
from kg.store.snapshot import Snapshot, is_being_written, stamp, take, take_copy

Commit: TypeAlias = Callable[[], None]
Prepare: TypeAlias = Callable[[Snapshot], Awaitable[Commit]]
log = logging.getLogger("kg.snapshots")


class Snapshots:
    """The current snapshot of one store; ``subscribe`` first, then ``open``."""

    def __init__(self, place: str, every: float = 1.0) -> None:
        self._place = place
        self._every = every
        self._folder = tempfile.TemporaryDirectory(prefix="kg-snapshots-")
        self._prepare: list[Prepare] = []
        self._current: Snapshot | None = None
        self._first: Future[Snapshot] | None = None
        self._changing = asyncio.Lock()
        self._watching: asyncio.Task[None] | None = None

    @property
    def current(self) -> Snapshot:
        """What is served now; only after ``open``."""
        if self._current is None:
            raise RuntimeError("no snapshot has been taken yet")
        return self._current

    @property
    def version(self) -> str | None:
        """The digest of the graph that is served; ``None`` before there is one."""
        return self._current.version if self._current else None

    def subscribe(self, prepare: Prepare) -> None:
        """Call ``prepare`` with each new snapshot; what it returns is called when everybody is prepared.

        ``prepare`` may take its time, off the event loop, while the old copy is served; the commit that it returns
        must be quick and must not fail.  Where ``prepare`` fails, the server stays on what it had.
        """
        self._prepare.append(prepare)

    def begin(self) -> None:
        """Read the store for the first snapshot, in a thread, while other things are loaded."""
        self._first = ThreadPoolExecutor(1).submit(self._take)

    async def open(self) -> None:
        """Take the first snapshot, and look for changes from then on.  Raises what ``take`` raises."""
        await self._change()
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    async def close(self) -> None:
        """Look no longer, and delete the files."""
        if self._watching:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        self._folder.cleanup()

    async def refresh(self) -> bool:
        """Take a new snapshot now where the store has changed; did it?  For after a change of one's own."""
        async with self._changing:
            before = self.version
            if self._current is None or self._current.stamp != stamp(self._place):
                await self._replace()
            return self.version != before

    async def _change(self) -> None:
        async with self._changing:
            await self._replace()

    async def _replace(self) -> None:
        first, self._first = self._first, None
        snapshot = await (asyncio.wrap_future(first) if first else asyncio.to_thread(self._take))
        if self._current and snapshot.version == self._current.version:
            self._current = snapshot  # other bytes on disk, the same facts
            return
        try:
            commits = await asyncio.gather(*(prepare(snapshot) for prepare in self._prepare))
        except BaseException:
            snapshot.drop()
            raise
        old, self._current = self._current, snapshot
        for commit in commits:
            commit()
        if old:
            old.drop()
            log.info("the graph has changed: %s", snapshot.version[:12])

    def _take(self) -> Snapshot:
        """A new snapshot: of the copy that a build has left, where it holds, else of all that the engine tells."""
        folder = Path(self._folder.name)
        return take_copy(self._place, folder) or elsewhere.run(take, self._place, folder)

    async def _watch(self) -> None:
        """Follow a store that others write, once it is at rest and nobody holds it."""
        seen = self.current.stamp
        while True:
            await asyncio.sleep(self._every)
            now = stamp(self._place)
            at_rest, seen = now == seen, now
            if not at_rest or now == self.current.stamp:
                continue
            try:
                if not await asyncio.to_thread(elsewhere.run, is_being_written, self._place):
                    await self.refresh()
            except (KgError, OSError) as fault:
                log.warning("the graph has changed and cannot be read again: %s", fault)
