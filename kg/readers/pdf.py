"""PDF files.

Comes in: the bytes of a .pdf file.  Goes out: its lines with their places on the page, and from them pieces.  The one
idea: PDF knows neither words nor paragraphs; PDFium gives lines, and :mod:`kg.readers.pages` reads the layout.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from kg.errors import ReadError
from kg.patterns import expression
from kg.readers.base import Extract, assemble, plain
from kg.readers.pages import PageLine, pieces_of

TextPage = Any  # pypdfium2 has no types

_MOST_PAGES = 2000
_ONE_AT_A_TIME = threading.Lock()  # PDFium must not be called from two threads at once
_REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "is encrypted; save it without a password",
    pdfium.FPDF_ERR_SECURITY: "is encrypted in a way that cannot be read",
}
_BOLD_NAME = expression(rb"bold|black|heavy", re.IGNORECASE)
_BOLD_WEIGHT = 600
_COLUMN_GAP = 1.0  # times the size of the letters; a wider gap stands between two columns
_TOOLS = expression(r"^(?:microsoft (?:word|powerpoint) - |untitled|document\d*$)", re.IGNORECASE)
_PROPERTIES = (("creator", "Author"), ("subject", "Subject"), ("keywords", "Keywords"), ("created", "CreationDate"))


def read_pdf(data: bytes, source: str) -> Extract:
    """The text of the document without repeated page headers and footers.

    ReadError when it is encrypted, broken, or pictures of pages without text.
    """
    with _ONE_AT_A_TIME, closing(_opened(data, source)) as document:
        if len(document) > _MOST_PAGES:
            raise ReadError(source, f"has more than {_MOST_PAGES} pages")
        pages = [_page(document, number, source) for number in range(len(document))]
        found = document.get_metadata_dict(skip_empty=True)
    if not any(pages):
        raise ReadError(source, "has no text, only pictures of pages; run text recognition (OCR) on it first")
    text, blocks = assemble(pieces_of(pages))
    title = plain(found.get("Title", "")).replace("\n", " ")
    kept = tuple((name, plain(found[key])) for name, key in _PROPERTIES if found.get(key))
    return Extract(text, blocks, None if _TOOLS.match(title) else title or None, None, kept, "application/pdf")


def _opened(data: bytes, source: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = b"/Encrypt" in data  # PDFium keeps the reason of an earlier failure when it has none
        broken = "is broken: no PDF reader can open it"
        raise ReadError(source, _REASONS.get(fault.err_code, broken) if locked else broken) from fault


def _page(document: pypdfium2.PdfDocument, number: int, source: str) -> list[PageLine]:
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
            return list(_lines(text_page, page.get_width()))
    except pypdfium2.PdfiumError as fault:
        raise ReadError(source, f"page {number + 1} is broken ({fault})") from fault


def _lines(page: TextPage, width: float) -> Iterator[PageLine]:
    """The lines of a page.  PDFium counts letters in its own way: each place in the text is asked for its number."""
    text = page.get_text_range()
    at = 0
    for raw in text.split("\r\n"):
        words = raw.strip()
        if words:
            yield _line(page, words, at + raw.index(words), width)
        at += len(raw) + 2


def _line(page: TextPage, words: str, at: int, width: float) -> PageLine:
    first, last = (pdfium.FPDFText_GetCharIndexFromTextIndex(page, at + offset) for offset in (0, len(words) - 1))
    size = _size(page, first if words[0].isalnum() else last)  # a bullet has a size of its own
    left, base = _origin(page, first)
    _, end_base = _origin(page, last)
    bold = _is_bold(page, last) and _is_bold(page, first)
    return PageLine(
        text=_with_columns(page, words, at, size),
        left=left,
        right=_edges(page, last)[1],
        base=base,
        end_base=end_base,
        size=size,
        bold=bold,
        width=width,
    )


def _with_columns(page: TextPage, words: str, at: int, size: float) -> str:
    """The words with a tab for each space that is as wide as the gap between columns."""
    letters = list(words)
    for offset, letter in enumerate(words):
        if letter == " ":
            number = pdfium.FPDFText_GetCharIndexFromTextIndex(page, at + offset)
            if pdfium.FPDFText_IsGenerated(page, number) == 1:
                gap = _edges(page, number + 1)[0] - _edges(page, number - 1)[1]
                letters[offset] = "\t" if gap > size * _COLUMN_GAP else " "
    return "".join(letters)


def _size(page: TextPage, number: int) -> float:
    """The size of a letter in points, as it stands on the page."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, number, matrix)
    scale = math.hypot(matrix.b, matrix.d) or 1.0
    return round(pdfium.FPDFText_GetFontSize(page, number) * scale, 1) or 1.0


def _origin(page: TextPage, number: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, number, x, y)
    return x.value, y.value


def _edges(page: TextPage, number: int) -> tuple[float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(page, number, left, right, bottom, top)
    return left.value, right.value


def _is_bold(page: TextPage, number: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(page, number) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, number, name, len(name), flags)
    return bool(_BOLD_NAME.search(name.value))
