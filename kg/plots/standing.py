"""Commitments by status: how much of what each body promised it kept.

Comes in: a view, and the day to look from.  Goes out: a figure.  The one idea: a bar for each body, a colour for each state,
the number in each part of the bar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.plots.asked import Asked, nothing
from kg.plots.commitments import day, promises
from kg.plots.style import INK, STATE_COLOURS, bare, counted, figure, headed, shortened
from kg.store.base import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LETTERS = 44


def by_status(view: View, asked: Asked) -> Figure:
    """The bodies with most commitments; raises :class:`kg.errors.ExportError` where there are none."""
    counts: dict[str, Counter[str]] = {}
    found = promises(view, asked)
    for promise in found:
        for body in promise.bodies:
            counts.setdefault(body, Counter())[promise.state] += 1
    if not found or asked.on is None:
        raise nothing("commitments", "nobody has committed to anything in that time")
    bodies = sorted(counts, key=lambda body: (-counts[body].total(), body))[: asked.rows]
    notes = f"As the minutes tell it on {day(asked.on)}; a commitment of several bodies counts for each."
    if len(counts) > len(bodies):
        notes += f" Left out: {counted(len(counts) - len(bodies), 'body')} with fewer."
    return headed(_drawn({body: counts[body] for body in bodies}), "Commitments by status", notes)


def _drawn(counts: Mapping[str, Counter[str]]) -> Figure:
    drawn = figure(10, 1.6 + 0.32 * len(counts))
    axes = bare(drawn.subplots())
    left = [0] * len(counts)
    for state, colour in STATE_COLOURS.items():
        widths = [of[state] for of in counts.values()]
        if not any(widths):
            continue
        axes.barh(range(len(counts)), widths, left=left, height=0.72, color=colour, label=state, edgecolor="white")
        for row, width in enumerate(widths):
            if width:
                words = {"color": INK if state in {"no day", "given up"} else "white", "fontsize": 8}
                axes.text(left[row] + width / 2, row, str(width), ha="center", va="center_baseline", **words)  # type: ignore[arg-type]
        left = [before + width for before, width in zip(left, widths, strict=True)]
    axes.set_yticks(range(len(counts)), [shortened(body, _LETTERS) for body in counts])
    axes.set_ylim(len(counts) - 0.5, -0.5)
    axes.set_xticks([])
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=len(STATE_COLOURS), frameon=False, handlelength=1)
    return drawn
