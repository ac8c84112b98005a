"""What the styles of a Word document say of a paragraph.

Comes in: ``word/styles.xml`` and the properties of a paragraph.  Goes out: is it a heading, a list item, bold? The
one idea: a style says what the style that it is based on says, unless it says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kg.patterns import expression

Element = Any  # lxml has no types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = expression(r"heading\s*([1-9])")
_LIST = expression(r"list(?! paragraph)(?: [a-z]+)?(?: (\d))?$")
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 50  # styles based on each other; a circle ends there


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """``heading`` and ``item`` are levels from 1, 0 for no such thing; ``contents``: a line of a table of contents."""

    heading: int = 0
    item: int = 0
    bold: bool = False
    contents: bool = False


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        styles = root.findall(W + "style") if root is not None else []
        self._by_id = {style.get(W + "styleId", ""): style for style in styles}
        self._known: dict[str, ParagraphStyle] = {}
        default = (style for style in styles if style.get(W + "default") and style.get(W + "type") == "paragraph")
        self._default = next((style.get(W + "styleId", "") for style in default), "")

    def paragraph(self, properties: Element | None) -> ParagraphStyle:
        """What a paragraph with these properties is: its own say goes before that of its style."""
        if properties is None:
            return self._style(self._default)
        named = properties.find(W + "pStyle")
        style = self._style(named.get(W + "val", "") if named is not None else self._default)
        return _with_own(style, properties)

    def run_is_bold(self, properties: Element | None, *, inherited: bool) -> bool:
        """Is a run with these properties bold, in a paragraph that is bold or not?"""
        if properties is None:
            return inherited
        own = properties.find(W + "b")
        if own is not None:
            return is_on(own)
        named = properties.find(W + "rStyle")
        return inherited or (named is not None and self._style(named.get(W + "val", "")).bold)

    def _style(self, name: str, depth: int = 0) -> ParagraphStyle:
        if name not in self._known:
            element = self._by_id.get(name)
            self._known[name] = _by_name(name) if element is None else self._read(element, depth)
        return self._known[name]

    def _read(self, element: Element, depth: int) -> ParagraphStyle:
        base = element.find(W + "basedOn")
        style = ParagraphStyle()
        if base is not None and depth < _DEEPEST:
            style = self._style(base.get(W + "val", ""), depth + 1)
        named = element.find(W + "name")
        own = _by_name(named.get(W + "val", "") if named is not None else "")
        style = replace(
            style,
            heading=own.heading or style.heading,
            item=own.item or style.item,
            contents=own.contents or style.contents,
        )
        properties = element.find(W + "pPr")
        if properties is not None:
            style = _with_own(style, properties)
        bold = element.find(f"{W}rPr/{W}b")
        return style if bold is None else replace(style, bold=is_on(bold))


def is_on(switch: Element | None) -> bool:
    """Is a switch such as ``<w:b/>`` there and not set to off?"""
    return switch is not None and switch.get(W + "val", "1") not in _OFF


def _by_name(name: str) -> ParagraphStyle:
    """What the names that Word itself gives to styles mean."""
    lower = name.lower()
    if found := _HEADING.match(lower):
        return ParagraphStyle(heading=int(found.group(1)))
    if lower in {"title", "subtitle"}:
        return ParagraphStyle(heading=1 if lower == "title" else 2)
    if found := _LIST.match(lower):
        return ParagraphStyle(item=int(found.group(1) or 1))
    return ParagraphStyle(contents=lower.startswith("toc ") and lower[4:].isdecimal())


def _with_own(style: ParagraphStyle, properties: Element) -> ParagraphStyle:
    outline = properties.find(W + "outlineLvl")
    level = outline.get(W + "val", "9") if outline is not None else "9"
    if level.isdecimal() and int(level) < 9:
        style = replace(style, heading=int(level) + 1)
    numbered = properties.find(W + "numPr")
    if numbered is None:
        return style
    number, depth = numbered.find(W + "numId"), numbered.find(W + "ilvl")
    if number is not None and number.get(W + "val") == "0":
        return replace(style, item=0)
    at = depth.get(W + "val", "0") if depth is not None else "0"
    return replace(style, item=max(style.item, int(at) + 1 if at.isdecimal() else 1))
