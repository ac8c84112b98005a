"""Elements of a web page -> pieces.

Comes in: an element.  Goes out: pieces in reading order.  The one idea: the tree is walked once; an element of block
kind ends the piece before it, everything else is running text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from kg.model import BlockKind
from kg.patterns import expression
from kg.readers.base import Piece, bold_heading, piece, plain, printable
from kg.readers.grid import Cell, grid

Element = Any  # lxml has no types

_SKIPPED = {
    "script", "style", "noscript", "template", "nav", "aside", "form", "button", "select", "svg", "math", "iframe",
    "object", "audio", "video",
}  # fmt: skip
_FURNITURE = {"header", "footer"}  # of the page; those of an article belong to it
_BLOCKS = {
    "address", "article", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_LISTS = {"ul", "ol"}
_BOLD = {"b", "strong"}
_HEADING = expression(r"h([1-6])$")
_SPACE = expression(r"\s+")
_BOLD_LEVEL = 4


class Walk:
    """One walk through a tree: the running text since the last block, and what kind of block it belongs to."""

    def __init__(self) -> None:
        self._found: list[Piece] = []
        self._running: list[str] = []
        self._bold: list[bool] = []
        self._depth = 0  # of lists
        self._item = False  # is the next piece the first of a list item?
        self._inside_bold = 0

    def pieces(self, main: Element) -> list[Piece]:
        """The pieces of the element, in reading order."""
        skipped = _SKIPPED | (_FURNITURE if main.tag == "body" else set())
        walk = etree.iterwalk(main, events=("start", "end"))  # no recursion: pages may be nested without end
        done = None  # the element that was skipped last; it ends all the same
        for event, element in walk:
            if event == "end":
                if element is not done:
                    self._leave(element.tag)
                self._say(element.tail if element is not main else None)
            elif element.tag in skipped or _is_hidden(element) or self._is_whole(element):
                walk.skip_subtree()
                done = element
            else:
                self._enter(element.tag)
                self._say(element.text)
        self._flush()
        return self._found

    def _is_whole(self, element: Element) -> bool:
        """Is the element one that is read as a whole?  Then its pieces are now there."""
        if heading := _HEADING.match(element.tag):
            pieces = [piece(BlockKind.HEADING, _words(element), int(heading.group(1)))]
        elif element.tag == "pre":
            pieces = [Piece(BlockKind.PARAGRAPH, printable(element.text_content()).strip("\n"))]
        elif element.tag == "table":
            pieces = _rows(element)
        else:
            return False
        self._flush()
        self._found += pieces
        return bool(pieces)

    def _enter(self, tag: str) -> None:
        if tag == "br":
            self._running.append("\n")
        elif tag in _BOLD:
            self._inside_bold += 1
        elif tag in _BLOCKS:
            self._flush()
            self._depth += tag in _LISTS
            self._item = tag == "li" or (self._item and tag not in _LISTS)

    def _leave(self, tag: str) -> None:
        if tag in _BOLD:
            self._inside_bold -= 1
        elif tag in _BLOCKS:
            self._flush()
            self._depth -= tag in _LISTS
            self._item = self._item and tag != "li"

    def _say(self, text: str | None) -> None:
        if text:
            self._running.append(_SPACE.sub(" ", text))
            if text.strip():
                self._bold.append(self._inside_bold > 0)

    def _flush(self) -> None:
        """End the running text: it is a list item, a heading if it is bold throughout, else a paragraph."""
        words, bold = plain("".join(self._running)), bool(self._bold) and all(self._bold)
        self._running.clear()
        self._bold.clear()
        if not words:
            return
        if self._item:
            self._found.append(piece(BlockKind.ITEM, words, max(1, self._depth)))
            self._item = False
        elif bold and bold_heading(words):
            self._found.append(piece(BlockKind.HEADING, words, _BOLD_LEVEL))
        else:
            self._found.append(piece(BlockKind.PARAGRAPH, words))


def _rows(table: Element) -> list[Piece]:
    """The rows of a table; none when it is there for layout (it holds headings or another table)."""
    if next(table.iterdescendants("table", "h1", "h2", "h3"), None) is not None:
        return []
    return grid([_cells(row) for row in table.iterdescendants("tr")])


def _cells(row: Element) -> Iterator[Cell]:
    for cell in row.iterchildren("td", "th"):
        yield Cell(_words(cell), _span(cell.get("colspan")), _span(cell.get("rowspan")))


def _span(value: str | None) -> int:
    return min(int(value), 100) if value and value.isdecimal() and int(value) else 1


def _words(element: Element) -> str:
    """The words of an element on one line, with a space where a block or line break stands."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start" and inner.tag in _SKIPPED:
            walk.skip_subtree()
            continue
        text = inner.text if event == "start" else inner.tail if inner is not element else ""
        parts += [" " if inner.tag in _BLOCKS or inner.tag == "br" else "", text or ""]
    return _SPACE.sub(" ", "".join(parts)).strip()


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")
