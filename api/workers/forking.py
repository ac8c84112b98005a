"""The server's side of a template: starting it, and asking it for workers.

Comes in: a snapshot.  Goes out: lines to workers.  The one idea: a template is started once for each graph; workers are
then a matter of milliseconds.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
from collections.abc import Sequence
from contextlib import suppress

from api.elsewhere import command, environment
from api.errors import Overwhelmed, TooSlow
from api.workers.line import Line, Process
from api.workers.template import FORK, SUCCEED, WARM, Start
from api.workers.wire import Task, packed, receive
from api.workers.worker import Terms
from kg.errors import KgError, StoreError
from kg.store.snapshot import Snapshot

TASKS = ("api.tasks", "kg.sparql.results", "kg.sparql.changing")  # the modules whose functions are sent to workers


class Template:
    """A process that holds one graph in memory."""

    def __init__(self, control: socket.socket, process: subprocess.Popen[bytes] | None) -> None:
        self._control = control
        self._process = process
        self._one_by_one = asyncio.Lock()

    @classmethod
    def start(cls, modules: Sequence[str] = ()) -> Template:
        """A new process, which gets itself ready while others read the graph.  ``modules`` are more than TASKS."""
        control, far_end = socket.socketpair()
        with far_end:
            number = far_end.fileno()
            process = subprocess.Popen(  # noqa: S603 - our own module
                command("api.workers.template", str(number)),
                pass_fds=(number,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environment(),
            )
        template = cls(control, process)
        control.sendall(packed((*TASKS, *modules)))
        return template

    async def load(self, snapshot: Snapshot | None, limit: float) -> None:
        """Load a graph; returns when workers can be had.  Raises StoreError where that fails or takes too long."""
        try:
            self._control.sendall(packed(Start(snapshot)))
            await asyncio.wait_for(asyncio.to_thread(receive, self._control), limit)
        except (EOFError, OSError, TimeoutError) as fault:
            await self.end()
            raise StoreError(
                "memory", f"the graph cannot be loaded within {limit:g} seconds (KG_START_LIMIT)"
            ) from fault

    async def warm(self) -> None:
        """Let it load what few tasks need, for workers that are had from then on.  Raises OSError or EOFError where it is gone."""
        async with self._one_by_one:
            self._control.sendall(WARM)
            await asyncio.to_thread(receive, self._control)

    async def fork(self, terms: Terms) -> Line:
        """A new worker.  Raises OSError or EOFError where the template is gone."""
        ours, process = await self._split(FORK)
        line = await Line.to(ours, process)
        line.tell(terms)
        return line

    async def succeed(self, task: Task, terms: Terms, limit: float) -> tuple[Template, object]:
        """The template of the graph after a change, and what the change returned; this one stays as it was, and is to be ended by the caller.

        Raises the error of the house that the change ends with, TooSlow or Overwhelmed.
        """
        ours, number = await self._split(SUCCEED)
        process = Process(number)
        ours.settimeout(limit)
        try:
            ours.sendall(packed(terms) + packed(task))
            reply = await asyncio.to_thread(receive, ours)
        except (EOFError, OSError) as fault:
            ours.close()
            process.let_go(kill=True)
            raise TooSlow(limit) if isinstance(fault, TimeoutError) else Overwhelmed from fault
        process.let_go(kill=False)
        if isinstance(reply, KgError):
            ours.close()
            raise reply
        ours.settimeout(None)
        return Template(ours, None), reply

    async def _split(self, command: bytes) -> tuple[socket.socket, int]:
        async with self._one_by_one:
            ours, theirs = socket.socketpair()
            try:
                with theirs:
                    socket.send_fds(self._control, [command], [theirs.fileno()])
                return ours, int(str(await asyncio.to_thread(receive, self._control)))
            except BaseException:
                ours.close()
                raise

    async def end(self) -> None:
        """Let it end; its workers are others' business."""
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)
        self._control.close()
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            await asyncio.to_thread(self._process.wait)
