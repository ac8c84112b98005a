"""Measures of small networks, worked out by hand, and by both engines."""

from __future__ import annotations

import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import MEASURES, centrality, communities, with_measures
from kg.analysis.figures import figures
from kg.analysis.networks import measured
from kg.analysis.ties import ties
from kg.errors import MissingExtra, NotFound, QueryError
from kg.graphs import Edge, Field, Network, Node

TWO_TRIANGLES = "ab ac bc cd de df ef"  # joined by c–d


def drawn(pairs, *, directed=False, alone="", weights=None):
    """A network of one-letter things: ``ab`` joins a and b."""
    edges = [Edge(one, other, "met", (weights or {}).get(one + other, 1)) for one, other in pairs.split()]
    names = sorted({end for edge in edges for end in edge[:2]} | set(alone))
    return Network("small", "Small", directed, [Node(name, name.upper(), "organisation") for name in names], edges)


def by_name(network, measure):
    found = with_measures(network, [measure])
    return {node.id: node.values[-1] for node in found.nodes}


def test_two_triangles_joined_by_a_tie():
    found = figures(ties(drawn(TWO_TRIANGLES)))
    assert found == {
        "nodes": 6,
        "edges": 7,
        "ties": 7,
        "loops": 0,
        "weight": 7,
        "density": 0.466667,  # 7 of 15 pairs
        "mean_degree": 2.33333,
        "components": 1,
        "in_largest_component": 1.0,
        "alone": 0,
        "communities": 2,
        "modularity": 0.357143,  # 2 · (3/7 − (7/14)²)
        "bridges": 1,
    }


def test_the_ends_of_a_bridge_stand_between_the_others():
    network = drawn(TWO_TRIANGLES)
    assert by_name(network, "betweenness") == {"a": 0, "b": 0, "c": 0.6, "d": 0.6, "e": 0, "f": 0}  # 6 of 10 pairs
    assert by_name(network, "bridges") == {"a": 0, "b": 0, "c": 1, "d": 1, "e": 0, "f": 0}
    assert by_name(network, "community") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}
    assert measured(network).sheet("bridges").rows == [("C", "D", 1, 2, 1.0, True)]


def test_directed_ties_count_for_the_end_that_they_lead_to():
    network = drawn("ab bc", directed=True, weights={"ab": 3})
    assert by_name(network, "in_degree") == {"a": 0, "b": 1, "c": 1}
    assert by_name(network, "out_strength") == {"a": 3, "b": 1, "c": 0}
    assert by_name(network, "degree") == {"a": 1, "b": 2, "c": 1}
    assert by_name(network, "betweenness") == {"a": 0, "b": 0.5, "c": 0}  # one way of two leads over b
    assert figures(ties(network))["density"] == 0.333333  # 2 of 6


def test_what_leads_nowhere_gives_its_rank_to_all():
    """p(a) = 0.075 + 0.425 p(b), and p(a) + p(b) = 1."""
    assert by_name(drawn("ab", directed=True), "pagerank") == {"a": 0.350877, "b": 0.649123}


def test_rank_follows_the_weight():
    """p(b) = 0.05 + 0.85 · 3/4 p(a), p(c) = 0.05 + 0.85 · 1/4 p(a), p(a) = 0.05 + 0.85 (p(b) + p(c))."""
    ranks = by_name(drawn("ab ac", weights={"ab": 3}), "pagerank")
    a = 0.135 / (1 - 0.85**2)
    assert ranks["a"] == pytest.approx(a, abs=1e-6)
    assert ranks["b"] == pytest.approx(0.05 + 0.6375 * a, abs=1e-6)


def test_parallel_edges_are_one_tie_of_both_weights_and_loops_are_none():
    found = ties(drawn("ab ba aa ab", weights={"ba": 2}))
    assert (found.weights, found.edges, found.loops) == ({(0, 1): 4}, 4, 1)
    assert by_name(drawn("ab ba aa ab"), "strength") == {"a": 3, "b": 3}


def test_reciprocity_is_the_share_of_ties_that_are_returned():
    assert figures(ties(drawn("ab ba ac", directed=True)))["reciprocity"] == 0.666667


def test_components_are_numbered_by_size_and_who_is_alone_is_one():
    assert by_name(drawn("bc de ef", alone="a"), "component") == {"a": 3, "b": 2, "c": 2, "d": 1, "e": 1, "f": 1}
    assert figures(ties(drawn("bc", alone="a")))["alone"] == 1


def test_of_nothing_there_is_no_share():
    found = figures(ties(drawn("")))
    assert (found["nodes"], found["density"], found["modularity"]) == (0, None, None)
    assert figures(ties(drawn("", alone="a")))["density"] is None


def test_ties_of_no_weight_join_nobody_into_a_community():
    assert by_name(drawn("ab", weights={"ab": 0}), "community") == {"a": 1, "b": 2}
    assert by_name(drawn("ab", weights={"ab": 0}), "leiden") == {"a": 1, "b": 2}
    assert by_name(drawn("ab", weights={"ab": 0}), "pagerank") == {"a": 0.5, "b": 0.5}


def test_a_weight_below_nought_is_refused_with_its_value():
    with pytest.raises(QueryError, match="-2"):
        ties(drawn("ab", weights={"ab": -2}))


def test_a_measure_of_no_known_name_is_refused_with_those_that_are_known():
    with pytest.raises(NotFound, match="pagerank"):
        with_measures(drawn("ab"), ["rank"])


def test_measures_stand_behind_the_fields_that_were_there_and_in_place_of_their_own():
    network = Network(
        "n", "N", False, [Node("b", "B", "x", (7, "kept"))], [], (Field("degree", "string"), Field("own", "string"))
    )
    found = with_measures(network, ["degree", "in_degree", "degree"])
    assert found.node_fields == (Field("own", "string"), Field("degree", "integer"))
    assert [node.values for node in found.nodes] == [("kept", 0)]


def test_leiden_without_its_extra_names_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "graspologic_native", None)
    with pytest.raises(MissingExtra, match=r"inspectorate-kg\[analysis\]"):
        with_measures(drawn("ab"), ["leiden"])


# ── both engines, and any graph ──────────────────────────────────────────────────────────────────────────────────

GRAPHS = st.builds(
    lambda pairs, directed: Network(
        "any",
        "Any",
        directed,
        [Node(f"n{number:02}", str(number), "x") for number in range(12)],
        [Edge(f"n{one:02}", f"n{other:02}", "met", weight) for one, other, weight in pairs],
    ),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 5)), max_size=40),
    st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_both_engines_give_the_same_numbers(network):
    pytest.importorskip("rustworkx")
    counted = ties(network)
    for measure in (centrality.betweenness, centrality.pagerank):
        assert measure(counted, fast=True) == pytest.approx(measure(counted, fast=False), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(GRAPHS, st.integers(1, 11))
def test_both_engines_estimate_the_same(network, many):
    pytest.importorskip("rustworkx")
    counted = ties(network)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(centrality, "EXACT_UP_TO", 11)
        patch.setattr(centrality, "PIVOTS", many)
        slow = [0 if math.isnan(share) else share for share in centrality.betweenness(counted, fast=False)]
        assert centrality.betweenness(counted, fast=True) == pytest.approx(slow, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_igraph_gives_the_same_numbers(network):
    igraph = pytest.importorskip("igraph")
    counted = ties(network)
    graph = igraph.Graph(len(counted), list(counted.weights), directed=counted.directed)
    pairs = 11 * 10 / (1 if counted.directed else 2)
    theirs = [value / pairs for value in graph.betweenness()]
    assert centrality.betweenness(counted, fast=False) == pytest.approx(theirs, abs=1e-9)
    theirs = graph.pagerank(weights=list(counted.weights.values()))
    assert centrality.pagerank(counted, fast=False) == pytest.approx(theirs, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_ranks_are_those_of_networkx(network):
    pytest.importorskip("scipy")
    counted = ties(network)
    theirs = nx.pagerank(counted.graph, weight="weight", tol=1e-12, max_iter=500)
    assert centrality.pagerank(counted, fast=False) == pytest.approx([theirs[n] for n in range(12)], abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_figures_are_those_of_networkx(network):
    found, graph = figures(ties(network)), ties(network).graph
    assert found["density"] == pytest.approx(nx.density(graph), rel=1e-5)
    assert found["components"] == nx.number_connected_components(nx.Graph(graph))
    assert found["alone"] == nx.number_of_isolates(graph)
    if network.directed and graph.number_of_edges():
        assert found["reciprocity"] == pytest.approx(nx.overall_reciprocity(graph), rel=1e-5)


@settings(max_examples=40, deadline=None)
@given(GRAPHS, st.randoms())
def test_the_order_of_nodes_and_edges_changes_nothing(network, random):
    nodes, edges = list(network.nodes), list(network.edges)
    random.shuffle(nodes)
    random.shuffle(edges)
    names = [name for name in MEASURES if name != "leiden"]
    other = Network("any", "Any", network.directed, nodes, edges)
    assert with_measures(other, names).nodes == with_measures(network, names).nodes


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_communities_by_either_method_are_numbered_by_size_and_lie_within_components(network):
    pytest.importorskip("graspologic_native")
    counted = ties(network)
    parts = MEASURES["component"].values(counted)
    for method in (communities.louvain, communities.leiden):
        groups = method(counted)
        sizes = [groups.count(number) for number in range(1, max(groups) + 1)]
        assert sizes == sorted(sizes, reverse=True)
        assert all(sizes)
        assert len({(group, part) for group, part in zip(groups, parts, strict=True)}) == len(sizes)


def test_leiden_finds_the_two_triangles():
    pytest.importorskip("graspologic_native")
    assert by_name(drawn(TWO_TRIANGLES), "leiden") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}


def test_above_a_size_betweenness_is_estimated_and_the_findings_say_so(monkeypatch):
    monkeypatch.setattr(centrality, "EXACT_UP_TO", 5)
    monkeypatch.setattr(centrality, "PIVOTS", 4)
    network = drawn(TWO_TRIANGLES)
    exact = {"a": 0, "b": 0, "c": 0.6, "d": 0.6, "e": 0, "f": 0}
    assert by_name(network, "betweenness") == by_name(network, "betweenness") != exact
    assert "estimated" in measured(network).notes[0]


def test_communities_do_not_depend_on_the_seed_of_hashes(tmp_path):
    """Sets of texts come in another order in each process."""
    import os
    import subprocess
    import sys

    code = (
        "from tests.analysis.test_measures import drawn, by_name\n"
        "ring = ' '.join(chr(97 + n) + chr(97 + (n + 1) % 26) for n in range(26))\n"
        "print(by_name(drawn(ring), 'community'), by_name(drawn(ring), 'leiden'))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
