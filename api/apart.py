"""Work in a process of its own, which can be ended.

Comes in: a function of the house and its arguments.  Goes out: its value, or the error of the house that it ended with.  The one
idea: a document that somebody sends may be anything; it can use up no more than one process, for so long.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NamedTuple, ParamSpec, TypeVar, cast

from api.errors import Problem
from kg.errors import KgError

P = ParamSpec("P")
T = TypeVar("T")
_SPAWN = multiprocessing.get_context("spawn")


class Bounds(NamedTuple):
    """How long the work may take, and how many megabytes."""

    seconds: float
    megabytes: int


async def apart(bounds: Bounds, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a function returns; raises its error, or a Problem where it took too long or too much."""
    here, there = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_work, args=(there, bounds.megabytes, function, args, kwargs), daemon=True)
    process.start()
    there.close()
    try:
        if not await asyncio.to_thread(here.poll, bounds.seconds):
            raise Problem(504, "The document took too long", f"it was not read within {bounds.seconds:g} seconds")
        value = here.recv()
    except (EOFError, OSError) as fault:
        raise Problem(413, "The document needs too much", "reading it took too much memory, or failed") from fault
    finally:
        process.kill()
        await asyncio.to_thread(process.join)
        here.close()
    if isinstance(value, KgError):
        raise value
    return cast("T", value)


def _work(
    line: Connection, megabytes: int, function: Callable[..., object], args: tuple[object], kwargs: dict[str, object]
) -> None:
    with suppress(ImportError, ValueError, OSError):  # not every system knows limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)
    try:
        line.send(function(*args, **kwargs))
    except KgError as fault:
        line.send(fault)
