"""The heat map of bodies by topic: who speaks about what.

Comes in: a view.  Goes out: a figure.  The one idea: the darker a cell, the more statements and commitments; the number
stands in it, so that nobody need compare shades.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.graphs import network
from kg.plots.asked import Asked, nothing
from kg.plots.style import FAINT, INK, bare, counted, figure, headed, shortened
from kg.store.base import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LETTERS = 44
_LEAST = 9  # inches: the width of the words below


def bodies_by_topic(view: View, asked: Asked) -> Figure:
    """The bodies and topics with most facts; raises :class:`kg.errors.ExportError` where there are none."""
    found = network(view, "organisations-topics", since=asked.since, until=asked.until)
    names = {node.id: node.label for node in found.nodes}
    cells = Counter[tuple[str, str]]()
    for edge in found.edges:
        cells[names[edge.source], names[edge.target]] += round(edge.weight)
    if not cells:
        raise nothing("bodies-topics", "nobody is told to have spoken about a topic in that time")
    topics = _most(cells, 1, asked.rows)
    kept = Counter({pair: facts for pair, facts in cells.items() if pair[1] in topics})
    bodies = _most(kept, 0, asked.rows)
    topics = [topic for topic in topics if any(kept[body, topic] for body in bodies)]
    return headed(_drawn(kept, bodies, topics), "Bodies by topic", _notes(cells, bodies, topics))


def _notes(cells: Counter[tuple[str, str]], bodies: list[str], topics: list[str]) -> str:
    more = (
        (len({pair[0] for pair in cells} - {*bodies}), "body"),
        (len({pair[1] for pair in cells} - {*topics}), "topic"),
    )
    left = " and ".join(counted(many, what) for many, what in more if many)
    told = "The numbers are statements and commitments."
    return f"{told} Left out: {left} with fewer." if left else told


def _most(cells: Counter[tuple[str, str]], side: int, most: int) -> list[str]:
    totals = Counter[str]()
    for pair, facts in cells.items():
        totals[pair[side]] += facts
    return sorted(totals, key=lambda name: (-totals[name], name))[:most]


def _drawn(cells: Counter[tuple[str, str]], bodies: list[str], topics: list[str]) -> Figure:
    drawn = figure(max(_LEAST, 4.6 + 0.42 * len(topics)), 2.6 + 0.3 * len(bodies))
    axes = bare(drawn.subplots())
    grid = [[cells[body, topic] for topic in topics] for body in bodies]
    darkest = max(map(max, grid))
    axes.imshow(grid, cmap="Blues", vmin=0, vmax=darkest * 1.15, aspect="auto")
    for row, line in enumerate(grid):
        for column, facts in enumerate(line):
            if facts:
                ink = "white" if facts > 0.6 * darkest else INK
                axes.text(column, row, str(facts), ha="center", va="center_baseline", fontsize=8, color=ink)
    axes.set_xticks(
        range(len(topics)), [shortened(topic, 30) for topic in topics], rotation=40, ha="left", rotation_mode="anchor"
    )
    axes.set_yticks(range(len(bodies)), [shortened(body, _LETTERS) for body in bodies])
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, labelcolor=INK)
    axes.set_xticks([column - 0.5 for column in range(len(topics) + 1)], minor=True)
    axes.set_yticks([row - 0.5 for row in range(len(bodies) + 1)], minor=True)
    axes.grid(which="minor", color=FAINT, linewidth=0.8)
    axes.tick_params(which="minor", length=0)
    return drawn
