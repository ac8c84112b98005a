"""What a file is, by its first bytes.

Comes in: bytes.  Goes out: the suffix of the format, or what kind of unreadable thing it is.  The one idea: suffixes
lie, and servers call anything ``.doc``; magic numbers do not.
"""

from __future__ import annotations

import io
import re
import zipfile

from kg.patterns import expression
from kg.readers.decoding import encoding_of, is_junk

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = expression(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRONT_MATTER = expression(rb"---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_UNREADABLE = (
    (_OLE, "Word 97–2003 or a protected document; save it as .docx without password"),
    (b"{\\rtf", "RTF; save it as .docx"),
    (b"\x89PNG", "picture; minutes must be text"),
    (b"\xff\xd8\xff", "picture; minutes must be text"),
    (b"GIF8", "picture; minutes must be text"),
)
_HEAD = 4096  # bytes


def sniff(data: bytes) -> str | None:
    """The suffix of the format that the content shows; ``None`` when it shows none that can be read.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"<!DOCTYPE html><p>Hello"), sniff(b"Minutes of the Board"), sniff(bytes(40))
    ('.pdf', '.html', '.txt', None)
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"PK"):
        return _zipped(data)
    if unreadable(data) or is_junk(data):
        return None
    if encoding := encoding_of(head):
        head = head.decode(encoding, errors="ignore").removeprefix("\ufeff").encode()
    if _HTML.match(head):
        return ".html"
    return ".md" if _FRONT_MATTER.match(head) else ".txt"


def unreadable(data: bytes) -> str | None:
    """What a well-known format without a reader is called, and what would work."""
    return next((name for magic, name in _UNREADABLE if data.startswith(magic)), None)


def _zipped(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if "word/document.xml" in names:
                return ".docx"
            if "mimetype" in names and package.getinfo("mimetype").file_size < _HEAD:
                return ".odt" if b"opendocument.text" in package.read("mimetype") else None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        return None
    return None
