"""A network as a picture: what is drawn where, for whoever paints it.

Comes in: a Sheet.  Goes out: a Scene of strokes, shapes and texts, from the back to the front.  The one idea: every name
can be read: it lies on no other name, and what runs beneath it is paled.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from kg.errors import ExportError
from kg.exports.base import Sheet
from kg.exports.labels import Box, apart, lines, width
from kg.exports.layout import Point, positions
from kg.graphs.kinds import Kind
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Edge, Node

MOST_NODES, MOST_EDGES = 500, 5_000
_STEP = 130.0  # between nodes that are joined
_RADIUS, _SIZE, _WIDEST, _MARGIN = 9.0, 13.0, 140.0, 30.0
_INK, _LINE = "#222222", "#8b95a1"


class Stroke(NamedTuple):
    """A line through points, with an arrow at its end or none."""

    points: tuple[Point, ...]
    colour: str
    width: float
    arrow: bool
    told: str


class Shape(NamedTuple):
    """A circle (no corners) or a polygon."""

    middle: Point
    radius: float
    corners: int
    turned: float
    colour: str
    told: str


class Text(NamedTuple):
    """A line of text; ``anchor`` is start, middle or end."""

    at: Point
    text: str
    size: float
    bold: bool
    anchor: str
    colour: str = _INK


@dataclass(slots=True)
class Scene:
    """All that is drawn, and how large the sheet is."""

    title: str
    width: float = 0
    height: float = 0
    strokes: list[Stroke] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def scene(sheet: Sheet, form: str) -> Scene:
    """The picture; raises :class:`kg.errors.ExportError` for a network too large to be read as one."""
    edges = list(sheet.edges)
    if len(sheet.nodes) > MOST_NODES or len(edges) > MOST_EDGES:
        raise ExportError(
            form,
            f"{len(sheet.nodes):,} nodes and {len(edges):,} edges are too many to be read in a picture (at most "
            f"{MOST_NODES} and {MOST_EDGES:,}); take a part with focus, types, min-weight or days, or html or gexf",
        )
    drawn = Scene(sheet.title)
    spots = placed(sheet, edges)
    points = _nodes(drawn, sheet.nodes, spots, _above(sheet, edges, spots))
    _edges(drawn, sheet, edges, points)
    _framed(drawn, sheet, edges)
    return drawn


def placed(sheet: Sheet, edges: Sequence[Edge]) -> list[Point]:
    """A point for each node, wider than high, as screens and pages are."""
    place = sheet.ends(lambda number, _: str(number))
    links = [(int(place(edge.source)), int(place(edge.target)), float(edge.weight)) for edge in edges]
    return [(x * _STEP * 1.35, y * _STEP) for x, y in positions(len(sheet.nodes), links)]


def radius(kind: str) -> float:
    """How large a node of a kind is."""
    return _RADIUS * look_of(kind).size


def _nodes(drawn: Scene, nodes: Sequence[Node], points: Sequence[Point], above: Sequence[bool]) -> dict[str, Point]:
    names = [lines(node.label, _SIZE, _WIDEST) for node in nodes]
    boxes = [_box(node, name, up) for node, name, up in zip(nodes, names, above, strict=True)]
    spots = apart(points, boxes)
    for node, name, up, (x, y) in zip(nodes, names, above, spots, strict=True):
        look = look_of(node.kind)
        drawn.shapes.append(_shape(look, (x, y), f"{node.label} ({look.words})"))
        first = -radius(node.kind) - _SIZE * (1.2 * len(name) - 0.5) if up else radius(node.kind) + _SIZE * 1.15
        for number, line in enumerate(name):
            at = (x, y + first + _SIZE * 1.2 * number)
            drawn.texts.append(Text(at, line, _SIZE, bold=False, anchor="middle"))
    return {node.id: spot for node, spot in zip(nodes, spots, strict=True)}


def _box(node: Node, name: Sequence[str], above: bool) -> Box:
    round_ = radius(node.kind) + 6
    half = max(round_, *(width(line, _SIZE) / 2 + 6 for line in name))
    high = radius(node.kind) + _SIZE * (0.6 + 1.2 * len(name)) + 8
    return Box(-half, -high if above else -round_, half, round_ if above else high)


def _above(sheet: Sheet, edges: Sequence[Edge], points: Sequence[Point]) -> list[bool]:
    """Which names stand above their nodes: where the edges lead downwards."""
    place = {node.id: number for number, node in enumerate(sheet.nodes)}
    slopes: list[list[float]] = [[] for _ in points]
    for edge in edges:
        one, other = place[edge.source], place[edge.target]
        down = (points[other][1] - points[one][1]) / (math.dist(points[one], points[other]) or 1.0)
        slopes[one].append(down)
        slopes[other].append(-down)
    return [sum(slope) > 0.35 * len(slope) > 0 for slope in slopes]


_CORNERS = {
    "circle": (0, 0.0),
    "square": (4, math.pi / 4),
    "diamond": (4, 0.0),
    "triangle": (3, -math.pi / 2),
    "hexagon": (6, 0.0),
}


def _shape(look: Kind, at: Point, told: str) -> Shape:
    corners, turned = _CORNERS[look.shape]
    return Shape(at, _RADIUS * look.size * (1.2 if corners in {3, 4} else 1.0), corners, turned, look.colour, told)


def corners(shape: Shape) -> list[Point]:
    """The corners of a polygon."""
    turns = (shape.turned + 2 * math.pi * number / shape.corners for number in range(shape.corners))
    return [(shape.middle[0] + shape.radius * math.cos(a), shape.middle[1] + shape.radius * math.sin(a)) for a in turns]


# ── edges ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _edges(drawn: Scene, sheet: Sheet, edges: Sequence[Edge], points: dict[str, Point]) -> None:
    weights = [edge.weight for edge in edges] or [1]
    lightest, heaviest = min(weights), max(weights) or 1
    sizes = {node.id: radius(node.kind) for node in sheet.nodes}
    labels = {node.id: node.label for node in sheet.nodes}
    drawn_before: Counter[tuple[str, str]] = Counter()
    for edge in sorted(edges, key=lambda edge: edge.weight):
        one, other = edge[:2] if sheet.directed else sorted(edge[:2])
        bend = _bend(drawn_before[one, other], directed=sheet.directed)
        drawn_before[one, other] += 1
        path = _path(points[one], points[other], bend, sizes[one], sizes[other])
        thick = 1.2 + 3.3 * math.sqrt(max(edge.weight, 0) / heaviest) if lightest < heaviest else 1.6
        told = f"{labels[edge.source]} – {edge.kind} – {labels[edge.target]}: {edge.weight:g}"
        drawn.strokes.append(Stroke(path, _LINE, thick, sheet.directed, told))


def _bend(before: int, *, directed: bool) -> float:
    """How far an edge bends to its left: with a direction always to one side, else the first straight, then both sides."""
    return 0.16 * (before + 0.6 if directed else (before + 1) // 2 * (1 if before % 2 else -1))


def _path(one: Point, other: Point, bend: float, start: float, end: float) -> tuple[Point, ...]:
    """Points along a bent line from the rim of one node to the rim of the other."""
    x, y = other[0] - one[0], other[1] - one[1]
    length = math.hypot(x, y)
    if length < 1:
        turns = (math.pi * (0.75 + 1.5 * part / 12) for part in range(13))
        return tuple((one[0] + 14 * math.cos(a + math.pi), one[1] - 20 + 14 * math.sin(a + math.pi)) for a in turns)
    middle = ((one[0] + other[0]) / 2 - y * bend, (one[1] + other[1]) / 2 + x * bend)
    first, last = min(0.4, (start + 2) / length), 1 - min(0.4, (end + 5) / length)
    shares = (first + (last - first) * part / 16 for part in range(17))
    return tuple(
        tuple((1 - t) ** 2 * one[axis] + 2 * t * (1 - t) * middle[axis] + t**2 * other[axis] for axis in (0, 1))  # type: ignore[misc]
        for t in shares
    )


# ── title and legend ─────────────────────────────────────────────────────────────────────────────────────────────────


def _framed(drawn: Scene, sheet: Sheet, edges: Sequence[Edge]) -> None:
    """Move all below a title, put the legend under it, and tell how large the sheet is."""
    _moved(drawn)
    texts, shapes, y = [Text((_MARGIN, 44), sheet.title, 24, bold=True, anchor="start")], [], drawn.height + 20
    days = sorted(day for edge in edges for spell in edge.spells for day in spell)
    between = f", {_day(days[0])} to {_day(days[-1])}" if days else ""
    told = f"{len(sheet.nodes)} nodes, {len(edges)} edges{between}"
    texts.append(Text((_MARGIN, 68), told, 14, bold=False, anchor="start", colour="#555555"))
    x = _MARGIN
    for look in _kinds(sheet.nodes):
        step = 30 + width(look.words, 13) + 18
        if x > _MARGIN and x + step > drawn.width - _MARGIN:
            x, y = _MARGIN, y + 26
        shapes.append(_shape(look, (x + 10, y), look.words))
        texts.append(Text((x + 28, y + 4.5), look.words, 13, bold=False, anchor="start"))
        x += step
    meaning = dict(line.partition(": ")[::2] for line in sheet.description.splitlines())
    for name, words in (("Lines", "Edges"), ("Thickness", "Weight"), ("Arrows", "Direction"))[: 2 + sheet.directed]:
        for line in _wrapped(f"{name}: {meaning[words]}" if words in meaning else "", drawn.width - 2 * _MARGIN):
            y += 22
            texts.append(Text((_MARGIN, y + 8), line, 13, bold=False, anchor="start", colour="#555555"))
    drawn.shapes += shapes
    drawn.texts += texts
    drawn.height = y + 30


def _moved(drawn: Scene) -> None:
    spots = [
        *chain.from_iterable(stroke.points for stroke in drawn.strokes),
        *((shape.middle[0] + side * 16, shape.middle[1] + side * 16) for shape in drawn.shapes for side in (-1, 1)),
        *(
            (text.at[0] + side * width(text.text, text.size) / 2, text.at[1])
            for text in drawn.texts
            for side in (-1, 1)
        ),
    ] or [(0.0, 0.0)]
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    x, y = _MARGIN - left, 100 - top
    wide = max(max(x for x, _ in spots) - left + 2 * _MARGIN, width(drawn.title, 24) + 2 * _MARGIN, 640)
    x += (wide - 2 * _MARGIN - (max(x for x, _ in spots) - left)) / 2
    drawn.strokes = [
        stroke._replace(points=tuple((a + x, b + y) for a, b in stroke.points)) for stroke in drawn.strokes
    ]
    drawn.shapes = [shape._replace(middle=(shape.middle[0] + x, shape.middle[1] + y)) for shape in drawn.shapes]
    drawn.texts = [text._replace(at=(text.at[0] + x, text.at[1] + y)) for text in drawn.texts]
    drawn.width, drawn.height = wide, max(b for _, b in spots) + y + 30


def _kinds(nodes: Sequence[Node]) -> list[Kind]:
    """The looks that the picture has, each once, the most frequent first."""
    looks = Counter(look_of(node.kind) for node in nodes)
    once = {(look.words, look.colour, look.shape): look for look, _ in reversed(looks.most_common())}
    return sorted(once.values(), key=lambda look: (-looks[look], look.words))


def _wrapped(text: str, widest: float) -> list[str]:
    broken: list[str] = []
    for word in text.split():
        if broken and width(f"{broken[-1]} {word}", 13) <= widest:
            broken[-1] += f" {word}"
        else:
            broken.append(word)
    return broken


def _day(day: object) -> str:
    return f"{day:%-d %B %Y}" if hasattr(day, "strftime") else str(day)
