"""A projection measured: the whole, each thing, the communities and what joins them; the same by year.

Comes in: a view, the name of a projection and a part of it; or a network.  Goes out: Findings.  The one idea: a year is
a slice of time like any other, so its figures are those of the network of that year alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Unpack

from kg.analysis import communities
from kg.analysis.centrality import PIVOTS, estimated
from kg.analysis.figures import figures
from kg.analysis.findings import Findings, Sheet, rounded
from kg.analysis.measures import USUAL, chosen, strength
from kg.analysis.ties import Ties, ties
from kg.graphs import Network, Options, Value, day, network
from kg.store.base import View

_NAMED = 5


def measured(found: Network) -> Findings:
    """A network measured: sheets ``nodes``, ``communities`` and ``bridges``."""
    counted = ties(found)
    groups, weights = communities.louvain(counted), strength(counted)
    sheets = (
        Sheet("nodes", _node_columns(counted), _nodes(counted, weights)),
        Sheet("communities", ("community", "nodes", "weight", "strongest"), _groups(counted, groups, weights)),
        Sheet(
            "bridges",
            ("source", "target", "from_community", "to_community", "weight", "only"),
            _bridges(counted, groups),
        ),
    )
    return Findings(found.name, found.title, figures(counted), sheets, _notes(counted))


def by_year(view: View, projection: str, /, **options: Unpack[Options]) -> Findings:
    """The same for each year in which something is told: sheets ``years`` (the figures) and ``nodes``.

    Raises what :func:`kg.graphs.network` raises.
    """
    whole = network(view, projection, **options).loaded()
    years = {first.year: ties(_slice(view, projection, first, last, options)) for first, last in _years(whole, options)}
    in_all = figures(ties(whole))
    by_node = [(year, *row) for year, part in years.items() for row in _nodes(part, strength(part))]
    sheets = (
        Sheet("years", ("year", *in_all), [(year, *figures(part).values()) for year, part in years.items()]),
        Sheet("nodes", ("year", *_node_columns(whole)), by_node),
    )
    undated = sum(not edge.spells for edge in whole.edges)
    notes = (f"{undated} edges have no known day and are in no year",) if undated else ()
    return Findings(whole.name, f"{whole.title}, by year", in_all, sheets, notes)


def _notes(counted: Ties) -> tuple[str, ...]:
    if not estimated(counted):
        return ()
    return (f"betweenness is estimated: from the ways from {PIVOTS} of the {len(counted)} nodes",)


def _years(whole: Network, options: Options) -> Iterator[tuple[date, date]]:
    """The first and last day of each year that has a fact, no further than the part that was asked for."""
    since, until = day("since", options.get("since")) or date.min, day("until", options.get("until")) or date.max
    for year in sorted({told.year for edge in whole.edges for spell in edge.spells for told in spell}):
        yield max(date(year, 1, 1), since), min(date(year, 12, 31), until)


def _slice(view: View, projection: str, first: date, last: date, options: Options) -> Network:
    part: Options = {**options, "since": first, "until": last}
    return network(view, projection, **part)


def _node_columns(found: Network | Ties) -> tuple[str, ...]:
    return ("label", "kind", *(measure.name for measure in chosen(USUAL, directed=found.directed)), "id")


def _nodes(counted: Ties, weights: Sequence[float]) -> list[tuple[Value, ...]]:
    """A row for each thing, the strongest first."""
    columns = [measure.values(counted) for measure in chosen(USUAL, directed=counted.directed)]
    rows: list[tuple[Value, ...]] = [
        (node.label, node.kind, *values, node.id) for node, *values in zip(counted.nodes, *columns, strict=True)
    ]
    return [rows[place] for place in _strongest(counted, range(len(counted)), weights)]


def _strongest(counted: Ties, places: Sequence[int], weights: Sequence[float]) -> list[int]:
    return sorted(places, key=lambda place: (-weights[place], counted.nodes[place].label))


def _groups(counted: Ties, groups: Sequence[int], weights: Sequence[float]) -> list[tuple[Value, ...]]:
    """A row for each community: its size, the weight of the ties within, and whom to know it by."""
    members: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    within = dict.fromkeys(members, 0.0)
    for (one, other), weight in counted.weights.items():
        if groups[one] == groups[other]:
            within[groups[one]] += weight
    return [
        (group, len(members[group]), rounded(within[group]), _names(counted, members[group], weights))
        for group in sorted(members)
    ]


def _names(counted: Ties, places: Sequence[int], weights: Sequence[float]) -> tuple[str, ...]:
    return tuple(counted.nodes[place].label for place in _strongest(counted, places, weights)[:_NAMED])


def _bridges(counted: Ties, groups: Sequence[int]) -> list[tuple[Value, ...]]:
    return [
        (
            counted.nodes[bridge.source].label,
            counted.nodes[bridge.target].label,
            groups[bridge.source],
            groups[bridge.target],
            rounded(bridge.weight),
            bridge.only,
        )
        for bridge in communities.bridges(counted, groups)
    ]
