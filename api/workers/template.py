"""The process that holds the graph in memory and splits off workers.

Comes in: on the line that the server gave, what to load, then requests for workers.  Goes out: their process numbers.
The one idea: it has one thread and opens no store on disk, so that it may fork; it works on nothing, so that it never
fails.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple

from api.workers.wire import Task, expect, packed
from api.workers.worker import Terms, work
from kg.errors import KgError
from kg.store.embedded import Embedded, in_memory
from kg.store.snapshot import Snapshot

FORK, SUCCEED = b"f", b"s"


class Start(NamedTuple):
    """What a template loads: a graph (an empty one where there is no snapshot), and the modules of the tasks."""

    snapshot: Snapshot | None
    modules: tuple[str, ...]


def main() -> None:
    """What the process does all its life."""
    for ignored in (signal.SIGINT, signal.SIGTERM):  # it ends with the line to the server
        signal.signal(ignored, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ends is gone at once
    control = socket.socket(fileno=int(sys.argv[1]))
    with suppress(EOFError, ConnectionError):
        start = expect(control, Start)
        for module in start.modules:
            getattr(import_module(module), "warm", int)()  # no file can be opened once a worker's doors are closed
        view = start.snapshot.load() if start.snapshot else in_memory("memory:")
        gc.collect()
        gc.freeze()
        control.sendall(packed("ready"))
        _serve(control, view)


def _serve(control: socket.socket, view: Embedded) -> None:
    """Split off who is asked for, until the server is gone."""
    while True:
        message, files, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        line = socket.socket(fileno=files[0])
        child = os.fork()
        if child == 0:
            control.close()
            _become(message, line, view)
        line.close()
        control.sendall(packed(child))


def _become(message: bytes, line: socket.socket, view: Embedded) -> None:
    """The rest of a new process's life."""
    status = 1
    try:
        if message == FORK:
            work(line, view)
        else:
            _succeed(line, view)
        status = 0
    finally:
        os._exit(status)


def _succeed(control: socket.socket, view: Embedded) -> None:
    """Change the graph, and become the template of the changed one; on failure, nobody."""
    expect(control, Terms).keep()
    task = expect(control, Task)
    try:
        reply = task.function(view, *task.args, **task.kwargs)
    except KgError as fault:
        control.sendall(packed(fault))
        return
    control.sendall(packed(reply))
    _serve(control, view)
