"""Files -> documents.

Comes in: a path, or bytes with a name.  Goes out: a :class:`kg.model.Document`.  The one idea: the content decides
what a file is, its suffix only where the content leaves it open.
"""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Iterable
from os import PathLike
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from kg.errors import ReadError, UnknownFormat
from kg.model import Document
from kg.patterns import expression
from kg.readers.base import SIZE_LIMIT, Extract, Reader
from kg.readers.finding import STDIN, find_files
from kg.readers.sniffing import sniff, unreadable
from kg.readers.text import read_text
from kg.terms import slug

__all__ = ["READERS", "Reader", "find", "read", "sniff"]


def _later(module: str, function: str) -> Reader:
    """A reader whose module is imported when it first reads: a batch of text files pays for no PDF library."""

    def reader(data: bytes, source: str) -> Extract:
        found: Reader = getattr(importlib.import_module(f"kg.readers.{module}"), function)
        return found(data, source)

    return reader


_MARKDOWN = _later("markdown", "read_markdown")
_HTML = _later("html", "read_html")
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".docx": _later("docx", "read_docx"),
    ".odt": _later("odt", "read_odt"),
    ".pdf": _later("pdf", "read_pdf"),
}
_TEXTUAL = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}
_STDIN_NAME = "standard-input"
_SUFFIX = expression(r"\.[A-Za-z][A-Za-z0-9]{1,8}$")  # "Note 14.3.2017" has none


def read(path_or_source: str | PathLike[str], data: bytes | None = None) -> Document:
    """The document in a file, or in the given bytes (then the first argument only names them; ``-`` is standard input).

    Raises ReadError (missing, too large, empty, broken, without text) and UnknownFormat, each naming the source.
    """
    source = str(path_or_source)
    content = _bytes(source) if data is None else data
    if len(content) > SIZE_LIMIT:
        raise ReadError(source, f"is larger than {SIZE_LIMIT // 1024**2} MB")
    if not content.strip(b"\0\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise ReadError(source, "is empty")
    extract = READERS[_format(content, source)](content, source)
    if not any(map(str.isalpha, extract.text)):
        raise ReadError(source, "has no text")
    return Document(
        slug=slug(_stem(source)),
        source=source,
        text=extract.text,
        blocks=extract.blocks,
        sha256=hashlib.sha256(content).hexdigest(),
        title=extract.title,
        date=extract.date,
        metadata=extract.metadata,
        media_type=extract.media_type,
        furniture=extract.furniture,
    )


def find(paths: Iterable[str | PathLike[str]]) -> list[str]:
    """The files that the paths mean: files, folders with all their folders, globs, and ``-``.

    Each once, in the order of the paths and sorted within each.  Hidden files and unknown suffixes are left out unless
    named.  ReadError for a path that does not exist and for a glob that finds nothing.
    """
    return find_files(paths, READERS)


def _bytes(source: str) -> bytes:
    if source == STDIN:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    try:
        with Path(source).open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as fault:
        raise ReadError(source, f"cannot be opened ({fault.strerror})") from fault


def _format(data: bytes, source: str) -> str:
    """The suffix of the reader to use: what the content shows; among formats that are all text, what the name says."""
    suffix = _suffix(source)
    shown = sniff(data)
    if shown is None:
        if suffix in READERS and suffix not in _TEXTUAL and not unreadable(data):
            return suffix  # broken: its reader knows best how
        raise UnknownFormat(source, unreadable(data) or suffix or "binary data", READERS)
    if shown in {".txt", ".md"}:
        if suffix in _TEXTUAL:
            return suffix
        if suffix and suffix not in READERS:
            raise UnknownFormat(source, suffix, READERS)
    return shown


def _suffix(source: str) -> str:
    found = _SUFFIX.search(_name(source))
    return found.group().lower() if found else ""


def _stem(source: str) -> str:
    """The name without folder and known suffix."""
    if source == STDIN:
        return _STDIN_NAME
    name, suffix = _name(source), _suffix(source)
    return name.removesuffix(name[len(name) - len(suffix) :]) if suffix in READERS else name


def _name(source: str) -> str:
    return PurePosixPath(unquote(urlsplit(source).path) if "://" in source else source).name
