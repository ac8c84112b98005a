"""What an error of the house means at the door: an HTTP status and an exit code.

Comes in: a KgError.  Goes out: a status, a title, an exit code.  The one idea: one table, used by pages and shell
alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from kg.errors import (
    ExportError,
    KgError,
    NoForm,
    NotFound,
    QueryError,
    ReadError,
    SettingError,
    StoreError,
    TooMuch,
)


class Refused(KgError):
    """A task that met a limit of the server: which one it was, and when to try again."""

    limit: Mapping[str, object]
    headers: Mapping[str, str] = {}


class TooSlow(Refused):
    """A task took longer than it may."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.limit = {"name": "time", "seconds": seconds}
        self.headers = {"Retry-After": str(max(1, round(seconds)))}
        super().__init__(f"the query took longer than {seconds:g} seconds; ask for less, or add a LIMIT inside")


class Overwhelmed(Refused):
    """A task ended its worker: too much memory, or nested too deeply."""

    def __init__(self) -> None:
        self.limit = {"name": "memory"}
        super().__init__("the query needs more memory or is nested more deeply than it may")


class Busy(Refused):
    """No worker is free."""

    def __init__(self) -> None:
        self.limit = {"name": "queue"}
        super().__init__("every worker is busy; try again in a moment")


class Indexing(Refused):
    """The index is still being made."""

    def __init__(self) -> None:
        self.limit = {"name": "index"}
        self.headers = {"Retry-After": "2"}
        super().__init__("the index of the graph is being made; try again in a moment (/sparql answers already)")


def limit_of(fault: KgError) -> Mapping[str, object] | None:
    """The limit that a request met, by its name, where it met one."""
    if isinstance(fault, TooMuch):
        return {"name": "bytes", "bytes": fault.size}
    return fault.limit if isinstance(fault, Refused) else None


class Meaning(NamedTuple):
    """How an error is told outside."""

    status: int
    exit_code: int
    title: str


MEANINGS: dict[type[KgError], Meaning] = {
    QueryError: Meaning(400, 2, "The query is not usable"),
    ReadError: Meaning(422, 1, "The document cannot be read"),
    StoreError: Meaning(503, 2, "The store is not usable"),
    NotFound: Meaning(404, 2, "Nothing found"),
    SettingError: Meaning(500, 2, "A setting is not usable"),
    ExportError: Meaning(422, 2, "The graph cannot be written so"),
    TooSlow: Meaning(504, 1, "The query took too long"),
    Overwhelmed: Meaning(503, 1, "The query needs too much"),
    TooMuch: Meaning(503, 1, "The result is too large"),
    NoForm: Meaning(406, 2, "Not Acceptable"),
    Busy: Meaning(503, 1, "The server is busy"),
    Indexing: Meaning(503, 1, "The index is not there yet"),
}
KINDS: dict[str, tuple[int, str]] = {  # problems of the doors alone: status, and what they mean
    "A parameter is not usable": (
        422,
        "A parameter has a value that does not fit, or a name that is not known here; it is named.",
    ),
    "Writing is off": (403, "The server takes no documents and no changes, since its settings hold no token."),
    "Read only": (403, "The endpoint answers queries; it does not change the graph."),
    "The document took too long": (
        504,
        "A document that was handed over could not be read in the time that the settings allow.",
    ),
    "The document needs too much": (
        413,
        "A document that was handed over took more memory than the settings allow, or failed.",
    ),
}
_OTHER = Meaning(500, 1, "The request failed")


class Problem(KgError):
    """A request that does not keep the protocol: its HTTP status, a title, what would work, and the parameter at fault.

    ``headers`` go out with the answer: ``Retry-After``, ``Allow``, ``WWW-Authenticate``.
    """

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        *,
        parameter: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.title = title
        self.parameter = parameter
        self.headers = dict(headers or {})
        super().__init__(detail)


def meaning(fault: KgError) -> Meaning:
    """What the error means, by the nearest class of its ancestors."""
    if isinstance(fault, Problem):
        return Meaning(fault.status, 1, fault.title)
    return next((MEANINGS[kind] for kind in type(fault).__mro__ if kind in MEANINGS), _OTHER)


@cache
def known_titles() -> frozenset[str]:
    """The titles of the problems that are explained: those of errors of the house, and those of the doors alone."""
    return frozenset({one.title for one in MEANINGS.values()} | set(KINDS))
