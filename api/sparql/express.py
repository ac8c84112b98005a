"""The plainest queries, past the web framework and the server's request cycle.

Comes in: the bytes of a request.  Goes out: the same answer as from :class:`api.sparql.query.Query`, sooner.  The one idea:
only a query that comes by itself, with everyday headers, is taken, and nothing is answered here but what a worker says; whatever else
there is to a request, or wrong with it, is left to the door.
"""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache
from time import perf_counter
from typing import Any, NamedTuple

from api.errors import Problem
from api.frame import FEW_OF_MANY, Record, Shrinking, new_number
from api.frame.smaller import Headers
from api.problems import of_error
from api.settings import Settings
from api.sparql.asked import FORM, decoded, text
from api.sparql.forms import Forms, forms
from api.sparql.query import DIRECT, asked, headers_of, here, usual_limit
from api.straight import Leave, Reply
from api.workers.job import Left
from api.workers.pool import Workers
from api.workers.wire import Task
from kg.errors import KgError
from kg.sparql.results import Outcome, answer

_PATH = "/sparql"
_REQUEST = re.compile(
    rb"(GET|POST) /sparql(?:\?(query=[\w%.+~!*'(),:;/?@$=-]+))? HTTP/1\.1\r\n((?:[\w-]+:[^\r\n]*+\r\n)++)\r\n"
)
_FORM = re.compile(rb"query=[^&]*")
_HEADER = re.compile(rb"([\w-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*")
_EVERYDAY = frozenset(
    b"host accept accept-encoding accept-language cache-control connection content-length content-type pragma user-agent".split()
)
_KINDS = {kind.encode() + charset: kind for kind in (FORM, DIRECT) for charset in (b"", b"; charset=utf-8")}


class Heads(NamedTuple):
    """What the headers of a request say."""

    base: str  # the address that was asked
    wanted: Forms
    kind: str | None  # of the body
    length: int | None
    encodings: bytes | None  # that the client takes


@lru_cache(maxsize=1024)
def heads(block: bytes) -> Heads | None:
    """The headers of a request, which are much the same for all that a client sends; ``None`` where they are not everyday ones."""
    found = _found(block)
    if found is None or b"host" not in found or found.get(b"connection", b"keep-alive").lower() != b"keep-alive":
        return None
    kind, length = found.get(b"content-type"), found.get(b"content-length")
    if (kind is None) != (length is None) or (kind and kind.lower() not in _KINDS) or (length and not length.isdigit()):
        return None
    try:
        wanted = forms(found.get(b"accept", b"").decode("latin-1"), None)
    except Problem:
        return None
    if wanted.html or wanted.network:
        return None
    base = here({"headers": list(found.items()), "scheme": "http", "path": _PATH})
    known = _KINDS[kind.lower()] if kind else None
    return Heads(base, wanted, known, int(length) if length else None, found.get(b"accept-encoding"))


def _found(block: bytes) -> dict[bytes, bytes] | None:
    """The headers by their names, each of them everyday and there once."""
    found: dict[bytes, bytes] = {}
    for line in block.removesuffix(b"\r\n").split(b"\r\n"):
        header = _HEADER.fullmatch(line)
        name = header[1].lower() if header else b""
        if header is None or name not in _EVERYDAY or name in found:
            return None
        found[name] = header[2]
    return found


class Express:
    """Takes what is plain."""

    def __init__(self, settings: Settings, state: Any, record: Record) -> None:  # noqa: ANN401 - starlette's own
        self._settings = settings
        self._state = state
        self.record = record
        self.shrink = Shrinking(FEW_OF_MANY) if settings.compress else None

    def __call__(self, request: bytes, reply: Reply) -> Leave | None:
        """Take a request, to be answered by ``reply``; ``None`` where it is none of ours."""
        found = _REQUEST.match(request)
        told = heads(found[3]) if found else None
        if found is None or told is None:
            return None
        try:
            query = self._query(found[1], found[2], request[found.end() :], told)
        except Problem:
            return None
        return self._ask(query, _One(self, found[1].decode(), query, told, reply)) if query is not None else None

    def _query(self, method: bytes, given: bytes | None, body: bytes, told: Heads) -> str | None:
        """The query, where there is one and nothing else, and all of it has come."""
        if method == b"GET":
            if given is None or body or told.kind or len(given) + len(_PATH) > self._settings.url_limit:
                return None
            return decoded(given).one("query")
        if given or told.length != len(body) or len(body) > self._settings.query_limit:
            return None
        if told.kind == DIRECT:
            return text(body)
        return decoded(body).one("query") if _FORM.fullmatch(body) else None

    def _ask(self, query: str, one: _One) -> Leave:
        settings = self._settings
        task = Task(answer, (asked(settings, query, one.told.wanted, one.told.base),))
        workers: Workers = self._state.workers
        return workers.hand_over(task, usual_limit(settings), one.settle)


class _One:
    """One query on its way."""

    __slots__ = ("_begun", "_express", "_method", "_query", "_reply", "_shrinking", "told")

    def __init__(self, express: Express, method: str, query: str, told: Heads, reply: Reply) -> None:
        self._begun = perf_counter()
        self._express = express
        self._method = method
        self._query = query
        self._reply = reply
        self.told = told

    def settle(self, outcome: object) -> None:
        """Answer, and tell of it."""
        scope = self._scope()
        notes = scope["notes"]
        if isinstance(outcome, Outcome):
            notes |= {"rows": outcome.rows, "query_seconds": round(perf_counter() - self._begun, 4)}
            self._send_rows(scope, headers_of(outcome, self.told.wanted), outcome.body)
        elif isinstance(outcome, Left):
            notes["dropped"] = True
            self._express.record.tell(scope, 0, 0, perf_counter() - self._begun)
        else:
            told = of_error(scope, outcome if isinstance(outcome, KgError) else KgError(str(outcome)))
            self._send(scope, told.status_code, told.raw_headers, bytes(told.body))

    def _scope(self) -> dict[str, Any]:
        """What the frame knows of a request, as far as it is asked for."""
        notes = {"query": self._query[:2000]}
        return {"method": self._method, "path": _PATH, "door": _PATH, "request_id": new_number(), "notes": notes}

    def _send_rows(self, scope: dict[str, Any], headers: Headers, body: bytes) -> None:
        """Send a result, compressed where it is large and the client takes that."""
        shrink, encodings = self._express.shrink, self.told.encodings
        if shrink is None or encodings is None or len(body) < shrink.minimum:
            self._send(scope, 200, headers, body)
            return

        async def smaller() -> None:
            self._send(scope, 200, *await shrink(headers, body, encodings))

        self._shrinking = asyncio.get_running_loop().create_task(smaller())

    def _send(self, scope: dict[str, Any], status: int, headers: Headers, body: bytes) -> None:
        self._reply(status, [*headers, (b"x-request-id", scope["request_id"].encode())], body)
        self._express.record.tell(scope, status, len(body), perf_counter() - self._begun)
