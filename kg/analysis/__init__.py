"""What the networks and the minutes show, in figures.

Comes in: a view and the name of a projection, or of an analysis of its own.  Goes out: Findings; or a network whose
nodes carry what was measured.  The one idea: the same graph gives the same figures, to the last digit told.

    kg.analyse(store, "organisations", since="2018-01-01").sheet("nodes")
    kg.analyse(store, "commitments-kept", on="2018-06-01").figures
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple, Unpack, cast

from kg.analysis import centrality
from kg.analysis.answering import answering_time
from kg.analysis.asking import asking_and_answering
from kg.analysis.attention import attention
from kg.analysis.findings import FORMATS, Findings, Sheet
from kg.analysis.measures import MEASURES, Measure, with_measures
from kg.analysis.networks import by_year, measured
from kg.analysis.promises import commitments_kept
from kg.errors import MissingExtra, NotFound, QueryError
from kg.graphs import Edge, Network, Node, Options, day, network, projections
from kg.store.base import View


class Wanted(Options, total=False):
    """Which part of a projection, whether by year, and the day from which commitments are looked at."""

    years: bool
    on: date | str | None


class Analysis(NamedTuple):
    """An analysis of minutes: what it tells, and whether it is told ``on`` a day."""

    words: str
    find: Callable[..., Findings]
    on: bool = False


ANALYSES: Mapping[str, Analysis] = {
    "asking-and-answering": Analysis("who asks whom, who answers, and who asks back", asking_and_answering),
    "answering-time": Analysis("how long questions wait for their answers", answering_time),
    "attention": Analysis("what was talked about in which year", attention),
    "commitments-kept": Analysis("what each body kept, gave up and let fall due by a day", commitments_kept, on=True),
}


def analyse(view: View, name: str = "organisations", /, **wanted: Unpack[Wanted]) -> Findings:
    """What a projection, or an analysis of its own (:data:`ANALYSES`), shows.

    Raises :class:`kg.errors.NotFound` for a name that is neither and :class:`kg.errors.QueryError` for an option that
    it does not take.
    """
    if name in ANALYSES:
        return _of_minutes(view, name, wanted)
    if name not in projections(wanted.get("folders") or ()):
        raise NotFound("projection or analysis", name, (*projections(), *ANALYSES))
    if wanted.get("on") is not None:
        raise QueryError("on", f"is a day for commitments-kept; {name} takes since and until")
    options = _of_projection(wanted)
    return by_year(view, name, **options) if wanted.get("years") else measured(network(view, name, **options))


def prepare() -> None:
    """Load everything that measuring may need, for those that can open no file later."""
    projections()
    tiny = Network("tiny", "Tiny", True, [Node("a", "A", "person"), Node("b", "B", "person")], [Edge("a", "b", "met")])
    measured(tiny)
    centrality.installed()
    with suppress(MissingExtra):
        with_measures(tiny, MEASURES)


def _of_projection(wanted: Wanted) -> Options:
    options = dict(wanted)
    options.pop("years", None)
    options.pop("on", None)
    return cast("Options", options)


def _of_minutes(view: View, name: str, wanted: Wanted) -> Findings:
    analysis = ANALYSES[name]
    for option, value in wanted.items():
        if value and not (option == "on" and analysis.on):
            raise QueryError(name, f"takes no {option!r}; it takes: {'on' if analysis.on else 'none'}")
    if not analysis.on:
        return analysis.find(view)
    on = day("on", wanted.get("on"))
    if on is None:
        raise QueryError(name, "needs 'on': the day to look from, such as 2018-06-01")
    return analysis.find(view, on)


__all__ = [
    "ANALYSES",
    "FORMATS",
    "MEASURES",
    "Analysis",
    "Findings",
    "Measure",
    "Sheet",
    "Wanted",
    "analyse",
    "prepare",
    "with_measures",
]
