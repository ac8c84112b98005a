"""Bytes -> text.

Comes in: the bytes of a text file.  Goes out: its text, line breaks as LF.  The one idea: one rule for every text
format, so that the offsets of the evaluation, of the store and of the quotes are the same.
"""

from __future__ import annotations

import codecs

from kg.errors import ReadError
from kg.patterns import expression
from kg.readers.base import printable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NEWLINES = expression(r"\r\n?")
_SAMPLE = 4096  # bytes
_JUNK_SHARE = 0.1  # of the sample; a text file holds hardly any control characters
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27})


def decode(data: bytes, source: str) -> str:
    """The text of the bytes: BOM removed, CRLF and CR as LF, each control character a space, nothing else changed.

    UTF-8, then UTF-16 (by its BOM, or by where its zero bytes lie), then Windows-1252.  Anything with many control
    characters is not text: ReadError.
    """
    text = _decoded(data, source)
    return printable(_NEWLINES.sub("\n", text))


def encoding_of(data: bytes) -> str | None:
    """The encoding that the first bytes show, or ``None``: then it is UTF-8 or an old code page."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    sample = data[: _SAMPLE // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.2 and even <= odd * 0.05:
        return "utf-16-le"
    if even > len(sample) * 0.2 and odd <= even * 0.05:
        return "utf-16-be"
    return None


def is_junk(data: bytes) -> bool:
    """Do the first bytes look like a program, a picture or an archive rather than a text?"""
    if encoding_of(data):
        return False
    sample = data[:_SAMPLE]
    return b"\0" in sample or len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _JUNK_SHARE


def _decoded(data: bytes, source: str) -> str:
    encoding = encoding_of(data)
    if encoding:
        return _strict(data, encoding, source).removeprefix("\ufeff")
    if is_junk(data):
        raise ReadError(source, "holds binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise ReadError(
            source, f"is not the {encoding.upper()} that its first bytes announce ({fault.reason})"
        ) from fault
