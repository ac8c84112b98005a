"""The process that holds the graph in memory and splits off workers.

Comes in: on the line that the server gave, what to load, then requests for workers.  Goes out: their process numbers.
The one idea: once it serves it has one thread, and it opens no store on disk, so that it may fork; it works on nothing,
so that it never fails.  What few tasks need is loaded when the first workers are at work already, for those that follow them.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple

from api.workers.wire import Task, expect, packed
from api.workers.worker import Terms, work
from kg.errors import KgError
from kg.store.embedded import Embedded
from kg.store.places import in_memory
from kg.store.snapshot import Snapshot

FORK, SUCCEED, WARM = b"f", b"s", b"w"


class Start(NamedTuple):
    """What a template loads: a graph, an empty one where there is no snapshot."""

    snapshot: Snapshot | None


def main() -> None:
    """What the process does all its life."""
    for ignored in (signal.SIGINT, signal.SIGTERM):  # it ends with the line to the server
        signal.signal(ignored, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ends is gone at once
    control = socket.socket(fileno=int(sys.argv[1]))
    with suppress(EOFError, ConnectionError):
        modules = expect(control, tuple)
        with ThreadPoolExecutor(
            1
        ) as aside:  # the engine works without Python's lock; the thread is gone before we fork
            loading = aside.submit(_loaded, control)
            for module in modules:
                import_module(module)  # no file can be opened once a worker's doors are closed
            view = loading.result()
        _settle()
        control.sendall(packed("ready"))
        _serve(control, view, modules)


def _settle() -> None:
    """Whatever is there now stays: looking through it for garbage would only make it no longer shared."""
    gc.collect()
    gc.freeze()


def _loaded(control: socket.socket) -> Embedded:
    """The graph that the server names."""
    start = expect(control, Start)
    return start.snapshot.load() if start.snapshot else in_memory("memory:")


def _warm(modules: Iterable[str]) -> None:
    """Load what their tasks may need: workers that split off from now on have it."""
    for module in modules:
        getattr(import_module(module), "warm", int)()
    _settle()


def _serve(control: socket.socket, view: Embedded, modules: Iterable[str]) -> None:
    """Split off who is asked for, until the server is gone."""
    while True:
        message, files, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        if message == WARM:
            _warm(modules)
            control.sendall(packed("warm"))
            continue
        line = socket.socket(fileno=files[0])
        child = os.fork()
        if child:
            line.close()
            control.sendall(packed(child))
            continue
        control.close()
        if message == FORK:
            _end(work, line, view)
        _end(_change, line, view, go_on=True)
        control = line  # the heir serves on, in the same loop: generations are no recursion


def _end(
    function: Callable[[socket.socket, Embedded], object], line: socket.socket, view: Embedded, *, go_on: bool = False
) -> None:
    """Run a new process's life to its end; with ``go_on`` it lives on where all is well."""
    well = False
    try:
        well = function(line, view) is not None
    finally:
        if not (go_on and well):
            os._exit(0)


def _change(control: socket.socket, view: Embedded) -> bool | None:
    """Change the graph; ``None`` where that failed."""
    expect(control, Terms).keep()
    task = expect(control, Task)
    try:
        reply = task.function(view, *task.args, **task.kwargs)
    except KgError as fault:
        control.sendall(packed(fault))
        return None
    control.sendall(packed(reply))
    return True
