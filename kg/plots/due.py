"""The timeline of commitments: when each was made, when it falls due, and how it stands.

Comes in: a view, and the day to look from.  Goes out: a figure.  The one idea: a line for each commitment from the meeting
to the day it is due, with who is to do what beside it; what has no day is counted below.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.plots.asked import Asked, nothing
from kg.plots.commitments import Promise, day, promises
from kg.plots.style import FAINT, INK, QUIET, STATE_COLOURS, bare, counted, dated, figure, headed, number, shortened
from kg.store.base import View

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LETTERS = 58
_ROW = 0.44  # inches
_OVER_THE_LINE = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}


def timeline(view: View, asked: Asked) -> Figure:
    """The commitments that fall due nearest to the day; raises :class:`kg.errors.ExportError` where none has a day."""
    found = promises(view, asked)
    due = [(one.due, one) for one in found if one.due]
    if not due or asked.on is None:
        raise nothing("commitments-timeline", "no commitment of that time has a day by which it is due")
    on = asked.on
    near = sorted(due, key=lambda told: (abs(told[0] - on), told[1][:2]))[: asked.rows]
    shown = [one for _, one in sorted(near, key=lambda told: (told[0], told[1].made or told[0], told[1][:2]))]
    drawn = figure(11, 1.5 + _ROW * len(shown))
    axes = bare(drawn.subplots())
    _lines(axes, shown)
    _words(axes, shown)
    _today(axes, on)
    _legend(axes, shown)
    return headed(drawn, "Commitments and when they fall due", _notes(len(due) - len(shown), len(found) - len(due)))


def _notes(further: int, without: int) -> str:
    told = "A line runs from the meeting at which a commitment was made to the day by which it is due."
    more = ((further, "due further from the day"), (without, "without a day"))
    left = " and ".join(f"{counted(many, 'commitment')} {which}" for many, which in more if many)
    return f"{told} Left out: {left}." if left else told


def _lines(axes: Axes, shown: Sequence[Promise]) -> None:
    for row, one in enumerate(shown):
        colour = STATE_COLOURS[one.state]
        if one.due is None:
            continue
        if one.made:
            axes.plot([one.made, one.due], [row, row], color=colour, linewidth=2.4, solid_capstyle="round")  # type: ignore[arg-type]
            axes.plot([one.made], [row], "o", color="white", markeredgecolor=colour, markersize=5.5)  # type: ignore[arg-type]
        axes.plot([one.due], [row], "o", color=colour, markersize=7.5)  # type: ignore[arg-type]
        at, beside = (one.due, row), {"xytext": (8, 0), "textcoords": "offset points", "va": "center"}
        axes.annotate(day(one.due), at, fontsize=7.5, bbox=_OVER_THE_LINE, **beside)  # type: ignore[arg-type]
    days = [number(told) for one in shown for told in (one.made, one.due) if told]
    room = max((max(days) - min(days)) * 0.12, 20)
    axes.set_xlim(min(days) - room / 5, max(days) + room)
    axes.set_ylim(len(shown) - 0.4, -0.8)
    axes.set_yticks([])
    axes.grid(axis="x", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    dated(axes)


def _words(axes: Axes, shown: Sequence[Promise]) -> None:
    """Who, and below in grey what."""
    beside = {"transform": axes.get_yaxis_transform(), "ha": "right"}
    for row, one in enumerate(shown):
        axes.text(-0.012, row - 0.05, shortened(" and ".join(one.bodies), _LETTERS), va="bottom", color=INK, **beside)  # type: ignore[arg-type]
        axes.text(-0.012, row, shortened(one.action, _LETTERS + 8), va="top", color=QUIET, fontsize=8, **beside)  # type: ignore[arg-type]


def _today(axes: Axes, on: date) -> None:
    first, last = axes.get_xlim()
    at = number(on)
    if first <= at <= last:
        axes.axvline(at, color=INK, linewidth=1, linestyle=(0, (4, 3)), zorder=0)
        axes.text(at, -0.75, f" {day(on)}", va="bottom", fontsize=8, fontweight="bold")


def _legend(axes: Axes, shown: Sequence[Promise]) -> None:
    from matplotlib.lines import Line2D

    used = {one.state for one in shown}
    handles = [
        Line2D([], [], color=colour, marker="o", linewidth=2.4, label=state)
        for state, colour in STATE_COLOURS.items()
        if state in used
    ]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1.01), ncols=len(handles), frameon=False)
