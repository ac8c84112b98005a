"""Texts and numbers as the formats can hold them.

Comes in: any text, any number.  Goes out: text that every reader accepts.  The one idea: what no format can hold is
taken out once and alike for all of them, so that a name is the same name everywhere.
"""

from __future__ import annotations

import math
from json import encoder

from kg.patterns import expression

_UNREADABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RISKY = frozenset("=+-@\t\r\n＝＋－＠")


def clean(text: str) -> str:
    """The text with line ends as ``\\n``; control characters become the mark for what cannot be shown (U+FFFD).

    >>> clean("one\\r\\ntwo\\x00")
    'one\\ntwo\\ufffd'
    """
    if text.isprintable():
        return text
    return _UNREADABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def xml(text: str) -> str:
    """The text as the content of an XML element."""
    told = clean(text)
    if "&" in told or "<" in told or ">" in told:
        return told.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return told


def attribute(text: str) -> str:
    """The text as the value of an XML attribute in double quotes; line ends and tabs survive.

    >>> attribute('"a" & b')
    '&quot;a&quot; &amp; b'
    """
    told = xml(text)
    if '"' in told or not told.isprintable():
        return told.replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return told


def json(text: str) -> str:
    """The text as a JSON string, quotes included."""
    return encoder.encode_basestring(clean(text))


def number(value: float) -> str:
    """A number in the shortest form that reads back as the same; whole numbers without a point.

    >>> number(3.0), number(0.5), number(7)
    ('3', '0.5', '7')
    """
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    return str(int(value)) if abs(value) < 2**63 else repr(value)


def xsd_double(value: float) -> str:
    """A number as XML Schema writes it: ``NaN``, ``INF`` and ``-INF`` have names of their own."""
    if math.isfinite(value):
        return number(value)
    return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"


def java_double(value: float) -> str:
    """A number as Java and Python read it: ``NaN``, ``Infinity`` and ``-Infinity``."""
    return xsd_double(value).replace("INF", "Infinity")


def finite(value: float) -> str:
    """A number for a format that has no infinite ones; raises ValueError for such."""
    if not math.isfinite(value):
        raise ValueError(f"holds {value}, which this format has no number for; graphml, gexf and parquet have")
    return number(value)


def boolean(value: bool) -> str:
    """``true`` or ``false``."""
    return "true" if value else "false"


def harmless(text: str) -> str:
    """The text as a spreadsheet shows it and never runs it: an apostrophe before what would be a formula.

    >>> harmless("=1+2"), harmless("1+2")
    ("'=1+2", '1+2')
    """
    return f"'{text}" if text[:1] in _RISKY and text else text
