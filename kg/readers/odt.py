"""OpenDocument texts.

Comes in: the bytes of an .odt file.  Goes out: its headings, paragraphs, list items and table rows, as pieces.  The
one idea: the XML is read as it stands; tracked deletions, notes, comments and frames are not part of the minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.model import BlockKind
from kg.patterns import expression
from kg.readers.base import Extract, Piece, assemble, bold_heading, piece, plain
from kg.readers.grid import Cell, grid
from kg.readers.package import Package

Element = Any  # lxml has no types

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
T, TABLE, STYLE, OFFICE = (f"{{{_NS}{name}:1.0}}" for name in ("text", "table", "style", "office"))
_FO = f"{{{_NS}xsl-fo-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = f"{{{_NS}meta:1.0}}"
_SKIPPED = {
    T + "tracked-changes", T + "note", T + "table-of-content", T + "ruby-text", OFFICE + "annotation",
    f"{{{_NS}drawing:1.0}}frame", f"{{{_NS}drawing:1.0}}custom-shape",
}  # fmt: skip
_SPACE = expression(r"\s+")
_MOST = 100  # columns or spaces that one element may stand for
_PROPERTIES = (
    ("creator", _META + "initial-creator"),
    ("subject", _DC + "subject"),
    ("description", _DC + "description"),
    ("created", _META + "creation-date"),
    ("modified", _DC + "date"),
)
_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_BOLD_LEVEL = 4


def read_odt(data: bytes, source: str) -> Extract:
    """The text of the document; its title is that of its metadata.

    The day on which it was created is not that of the meeting.
    """
    with Package(data, source) as package:
        content = package.xml("content.xml")
        styles = _Styles(package.optional_xml("styles.xml"), content)
        meta = package.optional_xml("meta.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    text, blocks = assemble(_pieces(body, styles) if body is not None else ())
    found = {name: plain(meta.findtext(f".//{tag}") or "") for name, tag in _PROPERTIES} if meta is not None else {}
    title = plain(meta.findtext(f".//{_DC}title") or "") if meta is not None else ""
    return Extract(text, blocks, title or None, None, tuple(pair for pair in found.items() if pair[1]), _MEDIA_TYPE)


class _Styles:
    """Which styles are bold, and which are those of a title: by their own say, or by that of their parent."""

    def __init__(self, *roots: Element | None) -> None:
        self._by_name = {
            style.get(STYLE + "name"): style
            for root in roots
            if root is not None
            for style in root.iter(STYLE + "style")
        }

    def is_bold(self, name: str | None) -> bool:
        """Does the style, or the nearest ancestor with an opinion, make text bold?"""
        for style in self._line(name):
            weight = style.find(STYLE + "text-properties")
            if weight is not None and weight.get(_FO + "font-weight"):
                return bool(weight.get(_FO + "font-weight") in {"bold", "600", "700", "800", "900"})
        return False

    def title_level(self, name: str | None) -> int:
        """1 for a title, 2 for a subtitle, else 0."""
        names = {name, *(style.get(STYLE + "parent-style-name") for style in self._line(name))}
        return 1 if "Title" in names else 2 if "Subtitle" in names else 0

    def _line(self, name: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while name in self._by_name and name not in seen:
            seen.add(name)
            style = self._by_name[name]
            yield style
            name = style.get(STYLE + "parent-style-name")


def _pieces(elements: Iterable[Element], styles: _Styles, depth: int = 0) -> Iterator[Piece]:
    """The pieces of the elements; ``depth`` counts the lists around them."""
    for element in elements:
        tag = element.tag
        if tag == T + "h":
            level = element.get(T + "outline-level", "1")
            yield piece(BlockKind.HEADING, _words(element), int(level) if level.isdecimal() else 1)
        elif tag == T + "p":
            yield _paragraph(element, styles, depth)
        elif tag == TABLE + "table":
            yield from grid(_cells(row) for row in _rows(element))
        elif isinstance(tag, str) and tag not in _SKIPPED:
            yield from _pieces(element, styles, depth + (tag == T + "list"))


def _paragraph(element: Element, styles: _Styles, depth: int) -> Piece:
    words, name = _words(element), element.get(T + "style-name")
    if level := styles.title_level(name):
        return piece(BlockKind.HEADING, words, level)
    if bold_heading(words) and _is_bold(element, styles):
        return piece(BlockKind.HEADING, words, _BOLD_LEVEL)
    return piece(BlockKind.ITEM if depth else BlockKind.PARAGRAPH, words, depth)


def _is_bold(element: Element, styles: _Styles) -> bool:
    """Are all words of the paragraph bold, by its style or by that of their span?"""
    if styles.is_bold(element.get(T + "style-name")):
        return True
    outside = [element.text, *(child.tail for child in element)]
    inside = [child for child in element if _words(child).strip()]
    return not any((text or "").strip() for text in outside) and all(
        styles.is_bold(child.get(T + "style-name")) for child in inside
    )


def _words(element: Element) -> str:
    return "".join(_parts(element))


def _parts(element: Element) -> Iterator[str]:
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        if child.tag == T + "s":
            yield " " * _count(child.get(T + "c"))
        elif child.tag == T + "tab":
            yield "\t"
        elif child.tag == T + "line-break":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _parts(child)
        yield _SPACE.sub(" ", child.tail or "")


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in {TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"}:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Cell]:
    """The cells of a row; places that a merged cell covers stand in the XML as covered cells."""
    for cell in row:
        times = _count(cell.get(TABLE + "number-columns-repeated"))
        if cell.tag == TABLE + "covered-table-cell":
            yield from [Cell("")] * times
        elif cell.tag == TABLE + "table-cell":
            lines = (_words(line).strip() for line in cell.iter(T + "p", T + "h"))
            yield from [Cell("\n".join(filter(None, lines)))] * times


def _count(value: str | None) -> int:
    return min(int(value), _MOST) if value and value.isdecimal() else 1
