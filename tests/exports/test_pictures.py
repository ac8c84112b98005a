"""Pictures: every name is there and can be read, and they are told by a legend."""

from __future__ import annotations

import io
import math
from itertools import combinations

import pytest
from lxml import etree

from kg.errors import ExportError
from kg.exports import write, write_files
from kg.exports.base import sheet
from kg.exports.labels import Box, apart, lines, width
from kg.exports.layout import positions
from kg.exports.scene import scene
from kg.graphs import Network, Node, network
from tests.exports.hostile import hostile

SVG = "{http://www.w3.org/2000/svg}"
PROJECTIONS = ("organisations", "asks", "commitments", "inspections", "organisations-topics", "topics")


def picture(of: Network, form: str = "svg") -> bytes:
    out = io.BytesIO()
    write(of, form, out)
    return out.getvalue()


def extent(text) -> Box:
    """What a line of text takes up."""
    wide = width(text.text, text.size)
    left = text.at[0] - (wide / 2 if text.anchor == "middle" else 0)
    return Box(left, text.at[1] - text.size * 0.75, left + wide, text.at[1] + text.size * 0.2)


def overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


@pytest.mark.parametrize("name", PROJECTIONS)
def test_no_name_lies_on_another_and_all_lie_on_the_sheet(store, name):
    drawn = scene(sheet(network(store, name)), "svg")
    extents = [extent(text) for text in drawn.texts]
    assert not [pair for pair in combinations(extents, 2) if overlap(*pair)]
    assert all(box.left >= 0 and box.right <= drawn.width for box in extents)
    assert all(box.top >= 0 and box.bottom <= drawn.height for box in extents)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_no_node_lies_on_a_name(store, name):
    drawn = scene(sheet(network(store, name)), "svg")
    for shape in drawn.shapes:
        (x, y), r = shape.middle, shape.radius * 0.8
        assert not [text for text in drawn.texts if overlap(extent(text), Box(x - r, y - r, x + r, y + r))]


def test_the_svg_has_every_name_and_a_legend(store):
    met = network(store, "organisations").loaded()
    root = etree.fromstring(picture(met))
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert all(" ".join(node.label.split()) in words for node in met.nodes)
    assert "Organisations that met" in words
    assert "Thickness: At how many meetings both were." in words
    assert f"{len(met.nodes)} nodes, {len(met.edges)} edges, " in words
    assert " January 2017 to " in words
    assert len(list(root.iter(f"{SVG}polyline"))) == len(met.edges) > 10


def test_hovering_tells_both_ends_the_kind_and_the_weight(store):
    root = etree.fromstring(picture(network(store, "asks")))
    told = [title.text for title in root.iter(f"{SVG}title")]
    assert "Tenants' Commissioner – asked – Chief Executive of the Rented Homes Standards Agency: 2" in " ".join(
        told
    ).replace("’", "'")


@pytest.mark.parametrize("directed", [True, False])
def test_odd_names_parallel_edges_and_loops_are_drawn(directed):
    root = etree.fromstring(picture(hostile(directed=directed)))
    assert len(list(root.iter(f"{SVG}polyline"))) == 21
    assert bool([one for one in root.iter(f"{SVG}polygon") if one.get("stroke") == "none"]) is directed


def test_the_png_is_the_same_picture_in_points(store):
    image = pytest.importorskip("PIL.Image")
    met = network(store, "organisations")
    drawn, found = scene(sheet(met), "png"), image.open(io.BytesIO(picture(met, "png")))
    assert found.size == (round(drawn.width * 2), round(drawn.height * 2))
    x, y = drawn.shapes[0].middle
    assert "#{:02x}{:02x}{:02x}".format(*found.getpixel((round(x * 2), round(y * 2)))) == drawn.shapes[0].colour
    assert found.getpixel((2, 2)) == (255, 255, 255)


@pytest.mark.parametrize("form", ["svg", "png"])
def test_what_is_too_large_to_be_read_is_refused_with_what_would_work(form):
    nodes = [Node(str(number), str(number), "person") for number in range(501)]
    with pytest.raises(ExportError, match=rf"{form}: 501 nodes and 0 edges are too many.*focus.*html or gexf"):
        picture(Network("n", "N", True, nodes, []), form)


def test_what_is_refused_leaves_no_file_behind(tmp_path):
    nodes = [Node(str(number), str(number), "person") for number in range(501)]
    with pytest.raises(ExportError):
        write_files(Network("n", "N", True, nodes, []), "svg", tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_network_of_nothing_is_a_picture_of_its_title():
    root = etree.fromstring(picture(Network("n", "Nothing at all", True, [], [])))
    assert "Nothing at all" in "".join(root.itertext())


# ── the parts ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_joined_nodes_lie_nearer_than_others():
    ring = [(number, (number + 1) % 30, 1.0) for number in range(30)]
    points = positions(30, ring)
    joined = [math.dist(points[one], points[other]) for one, other, _ in ring]
    every = [math.dist(one, other) for one, other in combinations(points, 2)]
    assert max(joined) < sum(every) / len(every)
    assert points == positions(30, ring)


def test_parts_that_nothing_joins_do_not_lie_on_each_other():
    links = [(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0), (5, 6, 1.0), (6, 7, 1.0), (7, 5, 1.0)]
    points = positions(8, links)
    parts = [points[:3], points[3:5], points[5:]]
    boxes = [
        Box(min(x for x, _ in part), min(y for _, y in part), max(x for x, _ in part), max(y for _, y in part))
        for part in parts
    ]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


def test_nine_hundred_nodes_lie_apart():
    links = [(number, number * 7 % 900, 1.0) for number in range(900)]
    points = positions(900, links)
    assert len({(round(x, 3), round(y, 3)) for x, y in points}) == 900


def test_boxes_in_one_place_are_moved_until_none_overlaps():
    boxes = [Box(-40, -10, 40, 30)] * 12
    moved = apart([(0.0, 0.0)] * 12, boxes)
    placed = [Box(b.left + x, b.top + y, b.right + x, b.bottom + y) for b, (x, y) in zip(boxes, moved, strict=True)]
    assert not [pair for pair in combinations(placed, 2) if overlap(*pair)]


def test_a_long_name_is_broken_and_an_endless_one_cut():
    assert lines("HM Crown Prosecution Service Inspectorate", 13, 140) == [
        "HM Crown",
        "Prosecution",
        "Service",
        "Inspectorate",
    ]
    assert len(lines("word " * 400, 13, 140)) == 5
    assert lines("word " * 400, 13, 140)[-1].endswith("…")
    assert all(width(line, 13) < 240 for line in lines("x" * 10_000, 13, 140))
