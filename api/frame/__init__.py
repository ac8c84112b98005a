"""What stands around every answer: its number, limits, other origins, compression, tags, and the bare doors.

Comes in: an application.  Goes out: the same in its frame.  The one idea: the frame is plain ASGI, a few microseconds
each, so that the hot route may stand in it too.  From the outside in: Watch, Origins, Smaller, Limits, then Fresh and Heads
or, of a bare door, Plain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.types import ASGIApp

from api.frame.bare import Doored, Heads, Plain
from api.frame.fresh import Fresh
from api.frame.limits import Limits
from api.frame.logs import set_up as set_up_logs
from api.frame.metrics import Metrics
from api.frame.origins import Origins
from api.frame.smaller import Shrinking, Smaller
from api.frame.watch import Record, Watch, new_number, note
from api.settings import Settings

_FEW = 1000  # bytes that are not worth compressing
FEW_OF_MANY = 4000  # nor these, of answers that come by the thousand a second


def put_around(
    app: Doored,
    settings: Settings,
    *,
    version: Callable[[], str | None],
    doors: Mapping[str, ASGIApp],
    record: Record,
) -> None:
    """Put the frame around an application; ``version`` is the digest of the graph, ``doors`` the bare routes."""
    app.add_middleware(Heads)
    app.add_middleware(Fresh, version=version)
    app.add_middleware(Limits, settings=settings)
    if settings.compress:
        app.add_middleware(Smaller, minimum_size=_FEW)
    if settings.cors_origins:
        app.add_middleware(Origins, settings=settings)
    app.add_middleware(Watch, record=record)
    app.doors = {path: _framed(door, settings, record) for path, door in doors.items()}


def _framed(door: ASGIApp, settings: Settings, record: Record) -> ASGIApp:
    """A bare door in its frame."""
    app: ASGIApp = Limits(Plain(door), settings)
    if settings.compress:
        app = Smaller(app, minimum_size=FEW_OF_MANY)
    if settings.cors_origins:
        app = Origins(app, settings)
    return Watch(app, record)


__all__ = ["FEW_OF_MANY", "Doored", "Metrics", "Record", "Shrinking", "new_number", "note", "put_around", "set_up_logs"]
