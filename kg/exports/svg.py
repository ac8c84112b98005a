"""SVG: a picture to be printed or put into a page, with a legend; hovering tells the names of nodes and edges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.exports.base import Format, Sheet
from kg.exports.rows import encoded
from kg.exports.scene import Scene, Shape, Stroke, Text, corners, scene
from kg.exports.text import attribute, xml

_FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as SVG."""
    out.writelines(encoded(_drawn(scene(sheet, "svg"))))


def _drawn(drawn: Scene) -> Iterator[str]:
    wide, high = f"{drawn.width:.0f}", f"{drawn.height:.0f}"
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'role="img" aria-label="{attribute(drawn.title)}" font-family="{_FONT}">\n<title>{xml(drawn.title)}</title>\n'
        '<rect width="100%" height="100%" fill="#ffffff"/>\n'
        '<g fill="none" stroke-linecap="round" stroke-opacity="0.75">\n'
    )
    yield from map(_stroke, drawn.strokes)
    yield '</g>\n<g stroke="#ffffff" stroke-width="1.5">\n'
    yield from map(_shape, drawn.shapes)
    yield '</g>\n<g paint-order="stroke" stroke="#ffffff" stroke-width="4" stroke-opacity="0.85" stroke-linejoin="round">\n'
    yield from map(_text, drawn.texts)
    yield "</g>\n</svg>\n"


def _stroke(stroke: Stroke) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in stroke.points)
    line = (
        f'<polyline points="{path}" stroke="{stroke.colour}" stroke-width="{stroke.width:.1f}">'
        f"<title>{xml(stroke.told)}</title></polyline>\n"
    )
    if not stroke.arrow:
        return line
    head = " ".join(f"{x:.1f},{y:.1f}" for x, y in arrow(stroke))
    return f'{line}<polygon points="{head}" fill="{stroke.colour}" stroke="none"/>\n'


def arrow(stroke: Stroke) -> list[tuple[float, float]]:
    """The three corners of the arrow at the end of a stroke."""
    (x1, y1), (x2, y2) = stroke.points[-3], stroke.points[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1
    x, y, size = (x2 - x1) / length, (y2 - y1) / length, 5 + 1.6 * stroke.width
    back = (x2 - x * size, y2 - y * size)
    return [
        (x2 + 2 * x, y2 + 2 * y),
        (back[0] - y * size / 2, back[1] + x * size / 2),
        (back[0] + y * size / 2, back[1] - x * size / 2),
    ]


def _shape(shape: Shape) -> str:
    told = f"<title>{xml(shape.told)}</title>"
    if not shape.corners:
        x, y = shape.middle
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.1f}" fill="{shape.colour}">{told}</circle>\n'
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners(shape))
    return f'<polygon points="{points}" fill="{shape.colour}">{told}</polygon>\n'


def _text(text: Text) -> str:
    weight = ' font-weight="bold"' if text.bold else ""
    return (
        f'<text x="{text.at[0]:.1f}" y="{text.at[1]:.1f}" font-size="{text.size:g}" text-anchor="{text.anchor}" '
        f'fill="{text.colour}"{weight}>{xml(text.text)}</text>\n'
    )


FORMAT = Format("svg", "a picture with a legend, for pages and reports", ".svg", "image/svg+xml", {"graph.svg": write})
