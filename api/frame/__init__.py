"""What stands around every answer: its number, limits, other origins, compression, tags, and the bare doors.

Comes in: an application.  Goes out: the same in its frame.  The one idea: the frame is plain ASGI, a few microseconds
each, so that the hot route may stand in it too.  From the outside in: Watch, Origins, Compress, Limits, Fresh, Bare.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.applications import Starlette
from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware

from api.frame.bare import Bare
from api.frame.fresh import Fresh
from api.frame.limits import Limits
from api.frame.logs import set_up as set_up_logs
from api.frame.metrics import Metrics
from api.frame.origins import Origins
from api.frame.watch import Watch, note
from api.settings import Settings


def put_around(
    app: Starlette,
    settings: Settings,
    *,
    version: Callable[[], str | None],
    doors: Mapping[str, ASGIApp],
    metrics: Metrics,
) -> None:
    """Put the frame around an application; ``version`` is the digest of the graph, ``doors`` the bare routes."""
    app.add_middleware(Bare, doors=doors)
    app.add_middleware(Fresh, version=version)
    app.add_middleware(Limits, settings=settings)
    if settings.compress:
        app.add_middleware(CompressMiddleware, minimum_size=1000)
    if settings.cors_origins:
        app.add_middleware(Origins, settings=settings)
    app.add_middleware(Watch, settings=settings, metrics=metrics)


__all__ = ["Metrics", "note", "put_around", "set_up_logs"]
