"""A worker: one task after the other, on a graph that it shares, behind closed doors.

Comes in: on its line, its terms, then tasks.  Goes out: what each gives, or the error of the house that it ends with.  The
one idea: whatever a query does, it can use up no more than this process, and this process ends when the server lets go
of the line.
"""

from __future__ import annotations

import os
import select
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import NamedTuple, cast

from api.workers.wire import Inbox, Task, expect, packed
from kg.errors import KgError
from kg.store.embedded import Embedded

_PIECE = 65_536  # bytes that are read at once


class NotBegun(KgError):
    """A task that lay ready for too long."""

    def __init__(self) -> None:
        super().__init__("the worker came to it too late")


class Terms(NamedTuple):
    """What a worker may use: megabytes beyond the graph that it shares, its place behind others, and the network."""

    megabytes: int
    nice: int = 0
    network: bool = False

    def keep(self) -> None:
        """Hold this process to its terms, for good."""
        with suppress(ImportError, ValueError, OSError):  # not every system knows limits
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            most = _address_space() + self.megabytes * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
        os.nice(self.nice)
        if self.nice:
            with suppress(AttributeError, OSError):  # nor this: to be woken is no reason to interrupt who is at work
                os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def work(line: socket.socket, view: Embedded) -> None:
    """Answer until the line ends."""
    with suppress(EOFError, ConnectionError):
        terms = expect(line, Terms)
        _end_with(line)
        _be_silent()
        terms.keep()
        if not terms.network:
            _close_the_doors()
        inbox = Inbox()
        while piece := line.recv(_PIECE):
            for task in inbox.take(piece):
                line.sendall(packed(done(cast("Task", task), view)))


def done(task: Task, view: Embedded) -> object:
    """What a task gives, or the error of the house that it ends with."""
    if task.before is not None and monotonic() > task.before:
        return NotBegun()
    try:
        return task.function(view, *task.args, **task.kwargs)
    except KgError as fault:
        return fault


def _end_with(line: socket.socket) -> None:
    """End this process when the server lets go of the line, even in the midst of a query."""

    def watch() -> None:
        poll = select.poll()
        poll.register(line, 0)  # only that the other end is gone
        poll.poll()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _be_silent() -> None:
    """The engine's last words, when it has no memory, are of no use to anybody."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stderr.fileno() if sys.stderr else 2)
    os.close(nowhere)


def _close_the_doors() -> None:
    """From here on no file and no socket can be opened: SERVICE cannot fetch, whatever a query looks like."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        with Path(os.devnull).open() as lowest_free:
            number = lowest_free.fileno()
        resource.setrlimit(resource.RLIMIT_NOFILE, (number, number))


def _address_space() -> int:
    """Bytes of address space that this process has now."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # no such file on this system
        return 1 << 33
    return pages * os.sysconf("SC_PAGE_SIZE")
