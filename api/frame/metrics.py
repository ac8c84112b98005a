"""What is counted of all requests together, in the text form that Prometheus reads.

Comes in: each request when it is over.  Goes out: ``/metrics``.  The one idea: paths are counted by the pattern of their
route, so that a million entities are one line.
"""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Info,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.types import Scope

from kg.version import __version__

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

disable_created_metrics()  # type: ignore[no-untyped-call]  # the moment of a counter's birth, once for each line, helps nobody


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "kg_requests", "Requests answered", ("method", "route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "kg_request_seconds",
            "Seconds until a request was answered",
            ("route",),
            registry=self.registry,
            buckets=_SECONDS,
        )
        self._known: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._rows = Counter("kg_rows", "Rows that queries gave", registry=self.registry)
        Info("kg_build", "The version of the software", registry=self.registry).info({"version": __version__})

    def gauge(self, name: str, meaning: str, value: Callable[[], float]) -> None:
        """Show a value as it stands when somebody looks, such as how many workers are free."""
        Gauge(name, meaning, registry=self.registry).set_function(value)

    def counter(self, name: str, meaning: str) -> Counter:
        """A counter for whoever has something to count."""
        return Counter(name, meaning, registry=self.registry)

    def count(self, scope: Scope, status: int, seconds: float) -> None:
        """Count a request that is over."""
        requests, times = self._lines(scope["method"], _route(scope), status)
        requests.inc()
        times.observe(seconds)
        rows = scope["notes"].get("rows")
        if rows:
            self._rows.inc(rows)

    def _lines(self, method: str, route: str, status: int) -> tuple[Counter, Histogram]:
        """The counters of such requests, looked up once."""
        key = method, route, status
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._requests.labels(*key), self._seconds.labels(route)
        return known

    def text(self) -> bytes:
        """Everything as Prometheus reads it."""
        return generate_latest(self.registry)


def _route(scope: Scope) -> str:
    route = scope.get("route")
    if route is not None:
        return str(getattr(route, "path", "unknown"))
    return str(scope.get("door", "unknown"))
