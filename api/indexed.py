"""The index that the server answers from, replaced together with the graph.

Comes in: each new snapshot.  Goes out: the current Index.  The one idea: the index of the build is taken where it is of the very
content that is served; where it is not, one is made aside while the old one still answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Concatenate, ParamSpec, TypeVar

from fastapi import Request

from api import elsewhere
from api.errors import Busy, Problem
from api.frame import note
from kg.errors import NotFound, QueryError, StoreError
from kg.index import Index, index_at, write_index_of
from kg.index.opening import NAME, READERS
from kg.store.snapshot import Snapshot

THREADS = READERS - 1  # the event loop itself is the other reader
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
        self._built = Path(place.removeprefix("file://")).expanduser() / NAME
        self._current: Index | None = None

    @property
    def current(self) -> Index:
        """What is answered from now."""
        if self._current is None:
            raise StoreError(str(self._built), "the index is not ready yet")
        return self._current

    def close(self) -> None:
        """Take no more questions."""
        self.threads.shutdown(wait=False, cancel_futures=True)

    async def prepare(self, snapshot: Snapshot) -> Callable[[], None]:
        """Open or make the index of a snapshot; what is returned puts it in the place of the old one."""
        fresh = await asyncio.to_thread(index_at, self._built, snapshot.version) or await _made(snapshot)

        def commit() -> None:
            self._current = fresh  # whoever still reads the old one holds it

        return commit


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
    threads: ThreadPoolExecutor = request.app.state.indexed.threads
    asked = partial(at_once, request, lambda index: function(index, *args, **kwargs))
    answer = asyncio.get_running_loop().run_in_executor(threads, asked)
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
