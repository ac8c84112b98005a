"""What is known of each request when it has gone by: its number, its time, its rows, a line in the log.

Comes in: a request.  Goes out: the same answer with ``X-Request-ID``.  The one idea: whoever answers puts what there is
to tell (rows, seconds in the engine, the query) into ``scope["notes"]``; here alone it is counted and logged.
"""

from __future__ import annotations

import logging
import re
from itertools import count
from secrets import token_hex
from time import perf_counter
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.frame.metrics import Metrics
from api.problems import of_status
from api.settings import Settings

log = logging.getLogger("kg.requests")
_NUMBER = re.compile(rb"[\w.:-]{1,64}")
_OURS, _NEXT = token_hex(4), count(1)  # a number of ours: of this process, and how many there were before
_LOUD = frozenset({"/health", "/ready", "/metrics"})  # asked every few seconds by machines: logged where debugging


def note(scope: Scope, **told: object) -> None:
    """Tell something of a request for the log: ``rows``, ``query_seconds``, ``query``, ``dropped``."""
    scope.setdefault("notes", {}).update(told)


def new_number() -> str:
    """A number for a request that brings none."""
    return f"{_OURS}{next(_NEXT):08x}"


class Record:
    """Where it is told that a request is over: the counters and the log."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._slow = settings.slow_query
        self._loud = settings.log_requests
        self._metrics = metrics

    def tell(self, scope: Scope, status: int, sent: int, seconds: float) -> None:
        """Count a request, and log it."""
        self._metrics.count(scope, status, seconds)
        slow = seconds >= self._slow
        if not (slow or self._loud):
            return
        level = logging.WARNING if slow else logging.DEBUG if scope["path"] in _LOUD else logging.INFO
        if log.isEnabledFor(level):
            words = "slow request" if slow else "request"
            told = _told(scope, status, sent, seconds, slow=slow)
            log.handle(log.makeRecord(log.name, level, "", 0, words, (), None, extra=told))  # who calls is no question


class Watch:
    """The outermost of the frame."""

    def __init__(self, app: ASGIApp, record: Record) -> None:
        self._app = app
        self._record = record

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, number it, and tell of it when it is over; what nobody foresaw becomes a 500."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = perf_counter()
        number = _number(scope)
        scope["request_id"] = number
        scope["notes"] = {}
        stamp = (b"x-request-id", number.encode())
        status = sent = 0

        async def passing(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), stamp]
            else:
                sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, passing)
        except Exception:
            log.exception("%s %s failed (request %s)", scope["method"], scope["path"], number)
            if status:  # the answer has begun: the connection is broken off, so that nobody takes it for whole
                raise
            await of_status(scope, 500, f"it is our fault; the log tells more of request {number}")(
                scope, receive, passing
            )
        finally:
            self._record.tell(scope, status, sent, perf_counter() - begun)


def _told(scope: Scope, status: int, sent: int, seconds: float, *, slow: bool) -> dict[str, Any]:
    notes = dict(scope["notes"])
    if not slow:
        notes.pop("query", None)
    fields = {
        "request_id": scope["request_id"],
        "method": scope["method"],
        "path": scope["path"][:200],
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
        "bytes": sent,
        **notes,
    }
    return {"fields": fields}


def _number(scope: Scope) -> str:
    """The number that the client gave, where it is one that may stand in a log; else a new one."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _NUMBER.fullmatch(value):
            return str(value, "ascii", "replace")
    return new_number()
