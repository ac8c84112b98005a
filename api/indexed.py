"""The index that the server answers from, replaced together with the graph.

Comes in: each new snapshot.  Goes out: the current Index.  The one idea: the index of the build is taken where it is of the very
content that is served; where it is not, one is made aside, while the old one still answers, or, at the start, while everything
answers that needs no index.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import perf_counter
from typing import Concatenate, ParamSpec, TypeVar

from fastapi import Request

from api import elsewhere
from api.errors import Busy, Indexing, Problem
from api.frame import note
from kg.errors import NotFound, QueryError
from kg.index import Index, index_at, write_index_of
from kg.index.opening import NAME, READERS
from kg.store.places import folder_of
from kg.store.snapshot import Snapshot

THREADS = READERS - 1  # the event loop itself is the other reader
log = logging.getLogger("kg.index")
P = ParamSpec("P")
T = TypeVar("T")
PARAMETERS = {
    "subject": "topic",
    "conductedBy": "conducted_by",
    "inspectedBody": "inspected_body",
    "underProgramme": "programme",
}


class Indexed:
    """The current index of one store."""

    def __init__(self, place: str) -> None:
        self.threads = ThreadPoolExecutor(THREADS, "index")  # of its own: slow queries elsewhere hold nobody up here
        self._built = folder_of(place) / NAME
        self._current: Index | None = None
        self._making: asyncio.Task[Index] | None = None

    @property
    def current(self) -> Index:
        """What is answered from now; raises Indexing while the first is still made."""
        if self._current is None:
            raise Indexing
        return self._current

    async def wait(self, limit: float) -> None:
        """Until there is an index; raises Indexing where that takes longer than ``limit`` seconds."""
        if self._current is None and self._making:
            await asyncio.wait([self._making], timeout=limit)

    def close(self) -> None:
        """Take no more questions."""
        if self._making:
            self._making.cancel()
        self.threads.shutdown(wait=False, cancel_futures=True)

    async def prepare(self, snapshot: Snapshot) -> Callable[[], None]:
        """Open or make the index of a snapshot; what is returned puts it in the place of the old one.

        Where there is no old one, nobody waits for it: what is returned only begins to make it.
        """
        fresh = await asyncio.to_thread(index_at, self._built, snapshot.version)
        if fresh is None and self._current is None:
            return partial(self._begin, snapshot)
        return partial(self._take, fresh or await _made(snapshot))

    def _take(self, fresh: Index) -> None:
        self._current = fresh  # whoever still reads the old one holds it

    def _begin(self, snapshot: Snapshot) -> None:
        log.info("the index of the graph is made; until then entities are not told")
        if self._making:
            self._making.cancel()
        self._making = asyncio.get_running_loop().create_task(_made(snapshot))
        self._making.add_done_callback(self._ended)

    def _ended(self, made: asyncio.Task[Index]) -> None:
        if made.cancelled() or made is not self._making or self._current is not None:
            return
        if fault := made.exception():
            log.error("the index cannot be made: %s", fault)
        else:
            self._take(made.result())
            log.info("the index is there")


async def _made(snapshot: Snapshot) -> Index:
    path = snapshot.path.with_name(f"{snapshot.version}.sqlite")
    await asyncio.to_thread(elsewhere.run, write_index_of, snapshot, path)
    index = Index(path)
    path.unlink()  # it stays as long as it is open
    return index


async def answered(
    request: Request, function: Callable[Concatenate[Index, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """What a function of :mod:`kg.index` answers, worked out in a thread; raises Busy where all threads stay busy."""
    indexed: Indexed = request.app.state.indexed
    await indexed.wait(request.app.state.settings.time_limit)
    asked = partial(at_once, request, lambda index: function(index, *args, **kwargs))
    answer = asyncio.get_running_loop().run_in_executor(indexed.threads, asked)
    try:
        return await asyncio.wait_for(answer, request.app.state.settings.time_limit)
    except TimeoutError as fault:
        raise Busy from fault


def at_once(request: Request, function: Callable[[Index], T]) -> T:
    """What a function of :mod:`kg.index` answers; a parameter that is at fault is named."""
    begun = perf_counter()
    index: Index = request.app.state.indexed.current
    try:
        return function(index)
    except QueryError as fault:
        detail = f"{fault.query}: {fault.reason}"
        raise Problem(422, "A parameter is not usable", detail, parameter=fault.query) from fault
    except NotFound as fault:
        kind = PARAMETERS.get(fault.kind, fault.kind)
        parameter = None if kind in {"entity", "minutes"} else kind
        raise Problem(404, "Nothing found", f"no {kind} {fault.name!r}", parameter=parameter) from fault
    finally:
        note(request.scope, query_seconds=perf_counter() - begun)
