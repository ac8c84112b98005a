"""How the pictures look: one face, few colours, no ink that tells nothing; and the same bytes for the same graph.

Comes in: nothing, then a figure.  Goes out: figures to draw on, and bytes.  The one idea: no state is shared with
whoever else uses matplotlib: figures are made and written within the style, and nothing of it stays.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtra

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("png", "svg")
INK, QUIET, FAINT = "#1f2933", "#616e7c", "#d8dee4"
BLUE, GREEN, RED, AMBER, GREY = "#0072b2", "#009e73", "#c8401e", "#e69f00", "#a8b0b8"  # after Okabe and Ito
STATE_COLOURS: Mapping[str, str] = {
    "kept": GREEN,
    "given up": AMBER,
    "overdue": RED,
    "not yet due": BLUE,
    "no day": GREY,
}
_RC: Mapping[Any, object] = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib: the same letters on every machine
    "font.size": 9,
    "text.color": INK,
    "text.parse_math": False,  # a dollar in a name is a dollar
    "axes.edgecolor": FAINT,
    "axes.labelcolor": QUIET,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "xtick.color": QUIET,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "svg.hashsalt": "inspectorate-kg",
}
_DOTS_PER_INCH = 150
_NO_DATES = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}


@contextmanager
def styled() -> Iterator[None]:
    """The style, for as long as a picture is made; raises :class:`kg.errors.MissingExtra` without matplotlib."""
    try:
        import matplotlib as mpl
    except ImportError as fault:
        raise MissingExtra("kg plot", "plot") from fault
    with mpl.rc_context(dict(_RC)), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # a letter that the face lacks shows as a box
        yield


def figure(width: float, height: float) -> Figure:
    """An empty figure, in inches, that finds room for its words by itself."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def headed(drawn: Figure, title: str, notes: str = "") -> Figure:
    """The figure with its title above and what it leaves out below."""
    drawn.suptitle(title, x=0.01, ha="left", fontsize=13, fontweight="bold")
    if notes:
        drawn.supxlabel(notes, x=0.01, ha="left", fontsize=8, color=QUIET)
    return drawn


def bare(axes: Axes) -> Axes:
    """Axes without the lines around them."""
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    return axes


def dated(axes: Axes) -> Axes:
    """Axes whose lower edge is time."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    locator = AutoDateLocator(minticks=3, maxticks=12)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))  # type: ignore[no-untyped-call]
    return axes


def number(day: date) -> float:
    """A day as the number that stands for it on an axis of time."""
    from matplotlib.dates import date2num

    return float(date2num(day))  # type: ignore[no-untyped-call]


def written(drawn: Figure, form: str) -> bytes:
    """The figure as ``png`` or ``svg``; no date or version stands in the file."""
    out = io.BytesIO()
    drawn.savefig(out, format=form, dpi=_DOTS_PER_INCH, metadata=_NO_DATES[form])
    return out.getvalue()


def shortened(text: str, letters: int) -> str:
    """The text on one line, cut at a word to at most so many letters.

    >>> shortened("Meeting with the Chief Inspector", 20)
    'Meeting with the…'
    """
    told = " ".join(text.split())
    if len(told) <= letters:
        return told
    cut = told[: letters - 1]
    at_word = cut.rpartition(" ")[0] if not told[letters - 1].isspace() else cut
    return (at_word if len(at_word) > letters // 2 else cut).rstrip(" ,;:–-") + "…"


def counted(many: int, what: str) -> str:
    """How many of what.

    >>> counted(1, "meeting"), counted(2, "body")
    ('1 meeting', '2 bodies')
    """
    several = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{many} {what if many == 1 else several}"
