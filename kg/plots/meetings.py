"""The timeline of meetings and topics: when which topic came up, and how much was said of it.

Comes in: a view.  Goes out: a figure.  The one idea: a dot for each topic of each meeting, as large as the facts are
many, in a column of its own, so that no dot hides another; where there are too many meetings, months, quarters or years.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kg.plots.asked import Asked, nothing
from kg.plots.style import BLUE, FAINT, GREY, bare, counted, dated, figure, headed, number, shortened
from kg.questions import ask
from kg.store.base import View

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_NAMED = 24  # more meetings than that are not named
_LETTERS = 34
_WIDTH, _INNER, _ROW = 10.5, 6.5, 0.3  # inches: all, what the columns have, a row
_GAP = 0.31  # inches between two columns
_COLUMNS = 24
_PERIODS = {1: "month", 3: "quarter", 12: "year"}
_LEAST, _MOST, _ROOM_FOR_A_NUMBER = 14.0, 420.0, 110.0  # square points


Meeting = tuple[date, str, str]  # its day, title and IRI


class Said(NamedTuple):
    """How many facts a meeting has on a topic."""

    day: date
    meeting: str
    topic: str
    facts: int


def timeline(view: View, asked: Asked) -> Figure:
    """Topics over time; raises :class:`kg.errors.ExportError` where no meeting has both a day and a topic."""
    rows = [row for row in ask(view, "topics-by-meeting").rows if asked.at(row[0])]
    meetings = {str(row[1]): (row[0], str(row[2])) for row in rows}
    held = sorted((day, title, iri) for iri, (day, title) in meetings.items() if isinstance(day, date))
    said = [
        Said(row[0], str(row[1]), str(row[3]), int(str(row[4]))) for row in rows if row[3] and isinstance(row[0], date)
    ]
    if not said:
        raise nothing("meetings", "no meeting of that time has both a day and a topic")
    totals = Counter[str]()
    for one in said:
        totals[one.topic] += one.facts
    topics = sorted(totals, key=lambda topic: (-totals[topic], topic))[: asked.rows]
    drawn = (_by_meeting if len(held) <= _NAMED else _by_period)(held, said, topics)
    return headed(drawn, "Meetings and topics", _notes(len(meetings) - len(held), len(totals) - len(topics)))


def _notes(undated: int, further: int) -> str:
    told = "The numbers, and sizes, are statements, commitments and headings on the topic."
    more = ((further, "topic", "with fewer"), (undated, "meeting", "of no known day"))
    left = " and ".join(f"{counted(many, what)} {which}" for many, what, which in more if many)
    return f"{told} Left out: {left}." if left else told


def _by_meeting(held: Sequence[Meeting], said: Sequence[Said], topics: Sequence[str]) -> Figure:
    """A column for each meeting, named above; below, where it stands in time."""
    days = [number(day) for day, _, _ in held]
    gap = max(days[-1] - days[0], 30) * _GAP / _INNER
    columns = dict(zip((iri for _, _, iri in held), apart(days, gap), strict=True))
    drawn = figure(_WIDTH, 3.6 + _ROW * len(topics))
    above, below = drawn.subplots(2, 1, sharex=True, height_ratios=(_ROW * len(topics), 0.4))
    _dots(above, [(columns[one.meeting], one.topic, one.facts) for one in said], topics)
    above.vlines(list(columns.values()), -0.5, len(topics) - 0.5, color=FAINT, linewidth=0.8, zorder=0)
    for (day, title, iri), at in zip(held, days, strict=True):
        words = f"{day.day} {day:%b %Y}  {shortened(title, 42)}"
        above.text(columns[iri], -0.75, words, rotation=35, rotation_mode="anchor", fontsize=7.5)
        below.plot([columns[iri], at], [1, 0], color=GREY, linewidth=0.8)
    below.set_ylim(0, 1)
    below.set_yticks([])
    places = [*columns.values(), *days]
    room = max(0.03 * (max(places) - min(places)), 10)
    below.set_xlim(min(places) - room, max(places) + room)
    above.tick_params(labelbottom=False)
    dated(bare(below)).spines["bottom"].set_visible(True)
    return drawn


def _by_period(held: Sequence[Meeting], said: Sequence[Said], topics: Sequence[str]) -> Figure:
    """A column for each month, quarter or year; above, how many meetings there were in it."""
    from matplotlib.ticker import MaxNLocator

    months = _months([day for day, _, _ in held])
    told = Counter(period(day, months) for day, _, _ in held)
    width, half = 25 * months, 15 * months
    middle = {first: number(first) + half for first in told}
    drawn = figure(_WIDTH, 2.2 + _ROW * len(topics))
    above, below = drawn.subplots(2, 1, sharex=True, height_ratios=(0.7, _ROW * len(topics)))
    above.bar([middle[first] for first in told], list(told.values()), width=width, color=GREY)
    above.set_ylabel(f"meetings\na {_PERIODS[months]}", rotation=0, ha="right", va="center", fontsize=8)
    above.yaxis.set_major_locator(MaxNLocator(nbins=3, integer=True))
    above.tick_params(labelbottom=False)
    bare(above)
    _dots(below, [(middle[period(one.day, months)], one.topic, one.facts) for one in said], topics)
    dated(below)
    return drawn


def _months(days: Sequence[date]) -> int:
    """How many months make a column, so that there are not too many columns."""
    span = (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month + 1
    return next((months for months in _PERIODS if span <= months * _COLUMNS), max(_PERIODS))


def period(day: date, months: int) -> date:
    """The first day of the month, quarter or year of a day.

    >>> period(date(2018, 6, 4), 3)
    datetime.date(2018, 4, 1)
    """
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _dots(axes: Axes, told: Iterable[tuple[float, str, int]], topics: Sequence[str]) -> None:
    rows = {topic: row for row, topic in enumerate(topics)}
    sizes = Counter[tuple[float, int]]()
    for at, topic, facts in told:
        if topic in rows:
            sizes[at, rows[topic]] += facts
    largest = max(sizes.values())
    for (at, row), facts in sorted(sizes.items()):
        area = max(_LEAST, _MOST * facts / largest)
        axes.scatter([at], [row], s=area, color=BLUE, edgecolor="white", linewidth=0.8, zorder=2)
        if area >= _ROOM_FOR_A_NUMBER:
            axes.text(at, row, str(facts), ha="center", va="center_baseline", color="white", fontsize=7, zorder=3)
    axes.set_yticks(range(len(topics)), [shortened(topic, _LETTERS) for topic in topics])
    axes.set_ylim(len(topics) - 0.5, -0.5)
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    bare(axes)


def apart(places: Sequence[float], gap: float) -> list[float]:
    """The places in their order, moved as little as it takes to lie a gap apart (in the sense of least squares).

    >>> apart([0, 1, 10], 3)
    [-1.0, 2.0, 10.0]
    """
    blocks: list[tuple[float, int]] = []  # the mean of what is pushed together, each less its gaps, and how many
    for order, place in enumerate(places):
        mean, count = place - order * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    level = [mean for mean, count in blocks for _ in range(count)]
    return [mean + order * gap for order, mean in enumerate(level)]
