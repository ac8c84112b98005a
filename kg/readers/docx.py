"""Word documents.

Comes in: the bytes of a .docx file.  Goes out: its paragraphs, list items and table rows, as pieces.  The one idea:
the XML is read as it stands; deleted text, notes, text boxes, page headers and footers are not part of the minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.model import BlockKind
from kg.readers.base import Extract, Piece, assemble, bold_heading, piece, plain
from kg.readers.docx_styles import ParagraphStyle, Styles, W, is_on
from kg.readers.grid import Cell, grid
from kg.readers.package import Package

Element = Any  # lxml has no types

_SKIPPED = {
    *(W + name for name in ("del", "moveFrom", "delText", "instrText", "footnoteReference", "endnoteReference", "rt")),
    *(W + name for name in ("pPr", "rPr", "tblPr", "sectPr", "sdtPr", "sdtEndPr", "pict", "object", "drawing")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
_CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_CONTAINERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_PROPERTIES = (
    ("creator", _DC + "creator"),
    ("subject", _DC + "subject"),
    ("description", _DC + "description"),
    ("created", _DCTERMS + "created"),
    ("modified", _DCTERMS + "modified"),
)
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BOLD_LEVEL = 4
_MOST_COLUMNS = 100


def read_docx(data: bytes, source: str) -> Extract:
    """The text of the document; its title is that of the core properties.

    The day on which it was created is not that of the meeting.
    """
    with Package(data, source) as package:
        body = package.xml("word/document.xml").find(W + "body")
        styles = Styles(package.optional_xml("word/styles.xml"))
        core = package.optional_xml("docProps/core.xml")
    text, blocks = assemble(_pieces(body, styles) if body is not None else ())
    title = core.findtext(_DC + "title") if core is not None else None
    return Extract(text, blocks, plain(title or "") or None, None, tuple(_metadata(core)), _MEDIA_TYPE)


def _metadata(core: Element | None) -> Iterator[tuple[str, str]]:
    if core is None:
        return
    for name, tag in _PROPERTIES:
        value = plain(core.findtext(tag) or "")
        if value:
            yield name, value


def _pieces(elements: Iterable[Element], styles: Styles) -> Iterator[Piece]:
    for element in elements:
        if element.tag == W + "p":
            yield from _paragraph(element, styles)
        elif element.tag == W + "tbl":
            yield from grid(_cells(row) for row in _rows(element))
        elif element.tag in _CONTAINERS:
            yield from _pieces(element, styles)


def _paragraph(paragraph: Element, styles: Styles) -> Iterator[Piece]:
    words = _words(paragraph)
    if not words.strip():
        return
    style = styles.paragraph(paragraph.find(W + "pPr"))
    if style.contents:
        return
    if style.heading:
        yield piece(BlockKind.HEADING, words, style.heading)
    elif bold_heading(words) and _is_bold(paragraph, style, styles):
        yield piece(BlockKind.HEADING, words, _BOLD_LEVEL)
    elif style.item:
        yield piece(BlockKind.ITEM, words, style.item)
    else:
        yield piece(BlockKind.PARAGRAPH, words)


def _is_bold(paragraph: Element, style: ParagraphStyle, styles: Styles) -> bool:
    """Are all its words bold?"""
    runs = [run for run in paragraph.iter(W + "r") if "".join(_parts(run)).strip()]
    return bool(runs) and all(styles.run_is_bold(run.find(W + "rPr"), inherited=style.bold) for run in runs)


def _words(element: Element) -> str:
    return "".join(_parts(element))


def _parts(element: Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == W + "t":
            yield child.text or ""
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        elif tag not in _SKIPPED and not _is_hidden(child):
            yield from _parts(child)


def _is_hidden(element: Element) -> bool:
    return element.tag == W + "r" and is_on(element.find(f"{W}rPr/{W}vanish"))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == W + "tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Cell]:
    """The cells of a row.  One that is merged with the cell above says nothing: it is there in the XML, and empty."""
    for cell in row.iter(W + "tc"):
        if next(cell.iterancestors(W + "tr")) is not row:
            continue  # of a table in a cell: its words are those of the outer cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        columns = span.get(W + "val", "1") if span is not None else "1"
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        below = merged is not None and merged.get(W + "val") != "restart"
        text = "" if below else "\n".join(filter(None, (_words(line).strip() for line in cell.iter(W + "p"))))
        yield Cell(text, min(int(columns), _MOST_COLUMNS) if columns.isdecimal() else 1)
