"""Pictures of what the minutes show, for a report.

Comes in: a view and the name of a picture.  Goes out: PNG or SVG.  The one idea: the same graph gives the same bytes, and
no two words of a picture lie over each other.

    Path("due.svg").write_bytes(kg.plot(store, "commitments-timeline", on="2018-06-01"))
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import NotFound
from kg.graphs import day
from kg.plots import due, heat, meetings, standing
from kg.plots.asked import Asked
from kg.plots.style import FORMATS, styled, written
from kg.store.base import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Picture(NamedTuple):
    """A picture: what it shows, and what draws it."""

    words: str
    draw: Callable[[View, Asked], Figure]


PICTURES: Mapping[str, Picture] = {
    "meetings": Picture("timeline of meetings and topics", meetings.timeline),
    "bodies-topics": Picture("heat map of bodies by topic", heat.bodies_by_topic),
    "commitments": Picture("commitments by body and status, on a day", standing.by_status),
    "commitments-timeline": Picture("when commitments were made and fall due, on a day", due.timeline),
}


def plot(
    view: View,
    picture: str,
    /,
    form: str = "svg",
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    on: date | str | None = None,
    rows: int = 15,
) -> bytes:
    """A picture as SVG or PNG: facts ``since`` and ``until`` a day, commitments as they stand ``on`` a day.

    Raises :class:`kg.errors.NotFound` for an unknown picture or format, :class:`kg.errors.QueryError` for an option that
    cannot be used, :class:`kg.errors.ExportError` where there is nothing to draw, and
    :class:`kg.errors.MissingExtra` where matplotlib is not installed.
    """
    if picture not in PICTURES:
        raise NotFound("picture", picture, PICTURES)
    if form not in FORMATS:
        raise NotFound("format of a picture", form, FORMATS)
    asked = Asked(day("since", since), day("until", until), day("on", on), rows)
    with styled():
        return written(PICTURES[picture].draw(view, asked), form)


__all__ = ["FORMATS", "PICTURES", "Picture", "plot"]
