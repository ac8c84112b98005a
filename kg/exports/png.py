"""PNG: the same picture as SVG in points, for where only those will do; needs the extra ``png``."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import ExportError, MissingExtra
from kg.exports.base import Format, Sheet
from kg.exports.scene import Scene, Shape, Stroke, Text, corners, scene
from kg.exports.svg import arrow

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

_SCALE, _FINER = 2.0, 2  # points for a unit of the picture; how much finer it is drawn than shown
_MOST = 60_000_000  # points in all
_PAPER = (255, 255, 255)
_FONTS = {
    False: ("DejaVuSans.ttf", "LiberationSans-Regular.ttf"),
    True: ("DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf"),
}


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as PNG; raises :class:`kg.errors.ExportError` for a picture that is too large."""
    try:
        from PIL import Image, ImageDraw
    except ImportError as fault:
        raise MissingExtra("png", "png") from fault
    drawn = scene(sheet, "png")
    scale = min(_SCALE, (_MOST / _FINER**2 / (drawn.width * drawn.height)) ** 0.5)
    if scale < 0.5:
        raise ExportError(
            "png", f"a picture of {drawn.width:.0f} by {drawn.height:.0f} is too large; take svg or a part"
        )
    size = (round(drawn.width * scale), round(drawn.height * scale))
    image = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), _PAPER)
    _paint(ImageDraw.Draw(image), drawn, scale * _FINER)
    image.resize(size, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True, dpi=(96 * scale, 96 * scale))


def _paint(on: ImageDraw, drawn: Scene, scale: float) -> None:
    for stroke in drawn.strokes:
        _stroke(on, stroke, scale)
    for shape in drawn.shapes:
        _shape(on, shape, scale)
    fonts: dict[tuple[float, bool], FreeTypeFont | ImageFont] = {}
    for text in drawn.texts:
        key = (text.size, text.bold)
        if key not in fonts:
            fonts[key] = _font(text.size * scale, bold=text.bold)
        _text(on, text, scale, fonts[key])


def _stroke(on: ImageDraw, stroke: Stroke, scale: float) -> None:
    points = [(x * scale, y * scale) for x, y in stroke.points]
    colour = _paled(stroke.colour)
    on.line(points, fill=colour, width=max(1, round(stroke.width * scale)), joint="curve")
    if stroke.arrow:
        on.polygon([(x * scale, y * scale) for x, y in arrow(stroke)], fill=stroke.colour)


def _shape(on: ImageDraw, shape: Shape, scale: float) -> None:
    rim = round(1.5 * scale)
    if shape.corners:
        on.polygon([(x * scale, y * scale) for x, y in corners(shape)], fill=shape.colour)
        return
    (x, y), radius = shape.middle, shape.radius
    around = ((x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale)
    on.ellipse(around, fill=shape.colour, outline=_PAPER, width=rim)


def _text(on: ImageDraw, text: Text, scale: float, font: FreeTypeFont | ImageFont) -> None:
    anchor = {"start": "ls", "middle": "ms", "end": "rs"}[text.anchor]
    at = (text.at[0] * scale, text.at[1] * scale)
    on.text(
        at, text.text, fill=text.colour, font=font, anchor=anchor, stroke_width=round(2 * scale), stroke_fill=_PAPER
    )


def _font(size: float, *, bold: bool) -> FreeTypeFont | ImageFont:
    """A font of the machine that knows many scripts, else the one that Pillow brings."""
    from PIL import ImageFont

    known = _font_file(bold)
    # these run wider than what is measured for
    return ImageFont.truetype(BytesIO(known), size * 0.93) if known else ImageFont.load_default(size)


@cache
def _font_file(bold: bool) -> bytes | None:
    from PIL import ImageFont

    for name in _FONTS[bold]:
        with suppress(OSError):
            return Path(str(ImageFont.truetype(name).path)).read_bytes()
    return None


def _paled(colour: str) -> tuple[int, int, int]:
    """The colour at three quarters on white."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 64 + red * 3 // 4, 64 + green * 3 // 4, 64 + blue * 3 // 4


FORMAT = Format("png", "a picture with a legend, in points (extra: png)", ".png", "image/png", {"graph.png": write})
