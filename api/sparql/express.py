"""The plainest queries, past the web framework and the server's request cycle.

Comes in: the bytes of a request.  Goes out: the same answer as from :class:`api.sparql.query.Query`, sooner.  The one idea:
only ``GET /sparql?query=…`` with everyday headers is taken, and nothing is answered here but what a worker says; whatever else
there is to a request, or wrong with it, is left to the door.
"""

from __future__ import annotations

import re
from functools import lru_cache
from time import perf_counter
from typing import Any, NamedTuple

from starlette.responses import Response

from api.errors import Problem
from api.frame import Record, new_number
from api.problems import of_error
from api.settings import Settings
from api.sparql.asked import decoded
from api.sparql.forms import Forms, forms
from api.sparql.query import asked, headers_of, here
from api.straight import Leave, Reply
from api.workers.job import Left
from api.workers.pool import Workers
from api.workers.wire import Task
from kg.errors import KgError
from kg.sparql.results import Outcome, answer

_PATH = "/sparql"
_REQUEST = re.compile(rb"GET /sparql\?(query=[\w%.+~!*'(),:;/?@$=-]+) HTTP/1\.1\r\n((?:[\w-]+:[^\r\n]*+\r\n)++)\r\n")
_HEADER = re.compile(rb"([\w-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*")
_EVERYDAY = frozenset({b"host", b"accept", b"user-agent", b"accept-language", b"accept-encoding", b"connection"})
_ONLY = {b"accept-encoding": b"identity", b"connection": b"keep-alive"}


class Heads(NamedTuple):
    """What the headers of a request say."""

    base: str  # the address that was asked
    wanted: Forms


@lru_cache(maxsize=256)
def heads(block: bytes) -> Heads | None:
    """The headers of a request, which are the same for all that a client sends; ``None`` where they are not everyday ones."""
    found: dict[bytes, bytes] = {}
    for line in block.removesuffix(b"\r\n").split(b"\r\n"):
        header = _HEADER.fullmatch(line)
        name = header[1].lower() if header else b""
        if header is None or name not in _EVERYDAY or name in found:
            return None
        if header[2].lower() != _ONLY.get(name, header[2].lower()):
            return None
        found[name] = header[2]
    if b"host" not in found:
        return None
    try:
        wanted = forms(found.get(b"accept", b"").decode("latin-1"), None)
    except Problem:
        return None
    scope = {"headers": list(found.items()), "scheme": "http", "path": _PATH}
    return None if wanted.html or wanted.network else Heads(here(scope), wanted)


class Express:
    """Takes what is plain."""

    def __init__(self, settings: Settings, state: Any, record: Record) -> None:  # noqa: ANN401 - starlette's own
        self._settings = settings
        self._state = state
        self._record = record

    def __call__(self, request: bytes, reply: Reply) -> Leave | None:
        """Take a request, to be answered by ``reply``; ``None`` where it is none of ours."""
        found = _REQUEST.fullmatch(request)
        if found is None or len(found[1]) + len(_PATH) > self._settings.url_limit:
            return None
        told = heads(found[2])
        if told is None:
            return None
        try:
            query = decoded(found[1]).one("query")
        except Problem:
            return None
        return self._ask(query, told, reply) if query is not None else None

    def _ask(self, query: str, told: Heads, reply: Reply) -> Leave:
        settings = self._settings
        one = _One(self._record, query, told.wanted, reply)
        task = Task(answer, (asked(settings, query, told.wanted, told.base),))
        workers: Workers = self._state.workers
        return workers.hand_over(task, min(settings.time_limit, settings.time_maximum), one.settle)


class _One:
    """One query on its way."""

    __slots__ = ("_begun", "_query", "_record", "_reply", "_wanted")

    def __init__(self, record: Record, query: str, wanted: Forms, reply: Reply) -> None:
        self._begun = perf_counter()
        self._record = record
        self._query = query
        self._wanted = wanted
        self._reply = reply

    def settle(self, outcome: object) -> None:
        """Answer, and tell of it."""
        seconds = perf_counter() - self._begun
        scope = self._scope()
        if isinstance(outcome, Outcome):
            scope["notes"] |= {"rows": outcome.rows, "query_seconds": round(seconds, 4)}
            self._send(scope, 200, headers_of(outcome, self._wanted), outcome.body, seconds)
        elif isinstance(outcome, Left):
            scope["notes"]["dropped"] = True
            self._record.tell(scope, 0, 0, seconds)
        else:
            fault = outcome if isinstance(outcome, KgError) else KgError(str(outcome))
            told: Response = of_error(scope, fault)
            self._send(scope, told.status_code, told.raw_headers, bytes(told.body), seconds)

    def _scope(self) -> dict[str, Any]:
        """What the frame knows of a request, as far as it is asked for."""
        notes = {"query": self._query[:2000]}
        return {"method": "GET", "path": _PATH, "door": _PATH, "request_id": new_number(), "notes": notes}

    def _send(
        self, scope: dict[str, Any], status: int, headers: list[tuple[bytes, bytes]], body: bytes, seconds: float
    ) -> None:
        self._reply(status, [*headers, (b"x-request-id", scope["request_id"].encode())], body)
        self._record.tell(scope, status, len(body), seconds)
