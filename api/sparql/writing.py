"""Who may change what, and how a change becomes the graph that is served.

Comes in: a change.  Goes out: what it returned, when all that is served has changed.  The one idea: curators own one graph
and prove who they are; a scratch server keeps nothing and lets anybody on its own machine do anything.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

from starlette.types import Scope

from api import elsewhere
from api.curators import permit
from api.errors import Problem
from api.settings import Settings
from api.sparql.asked import header
from api.workers.pool import Workers
from kg.sparql.changing import curated, keep
from kg.terms import CORRECTIONS_GRAPH


class Writing:
    """The changes of one server, one at a time."""

    def __init__(self, settings: Settings, state: Any) -> None:  # noqa: ANN401 - starlette's own
        self._settings = settings
        self._state = state
        self._one_by_one = asyncio.Lock()

    @property
    def scratch(self) -> bool:
        """May any graph be changed, since nothing is kept?"""
        return self._settings.scratch

    def permit(self, scope: Scope) -> None:
        """Raise a Problem for whoever may not write."""
        if self._settings.scratch:
            if not _is_near(scope):
                raise Problem(403, "Forbidden", "a scratch server takes changes from its own machine alone")
            return
        permit(self._settings, header(scope, b"authorization"))

    def permit_graph(self, graph: str | None) -> None:
        """Raise a Problem for a graph that is not the curators'."""
        if not self.scratch and graph != CORRECTIONS_GRAPH:
            raise Problem(403, "Forbidden", f"curators write into <{CORRECTIONS_GRAPH}> alone", parameter="graph")

    async def change(self, function: Callable[..., object], *args: object) -> object:
        """Carry a change out, and let all be served from the changed graph."""
        workers: Workers = self._state.workers
        async with self._one_by_one:
            if self.scratch:
                return await workers.change(function, *args)
            made = await workers.try_out(curated, CORRECTIONS_GRAPH, function, args)
            await asyncio.to_thread(elsewhere.run, keep, self._settings.store, CORRECTIONS_GRAPH, made.lines)
            await self._state.snapshots.refresh()
            return made.reply


def _is_near(scope: Scope) -> bool:
    client = scope.get("client")
    try:
        return client is None or ip_address(client[0]).is_loopback
    except ValueError:  # no address: a socket of this machine
        return True
