"""Web pages.

Comes in: the bytes of an HTML or XHTML file.  Goes out: the words of its main part, and what its head says of it.  The
one idea: what the page declares of itself (encoding, date) is believed only as far as the bytes bear it out.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree, html

from kg.errors import ReadError
from kg.patterns import expression
from kg.readers.base import Extract, assemble, plain, printable
from kg.readers.decoding import decode, encoding_of
from kg.readers.frontmatter import written_date
from kg.readers.html_walk import Walk

Element = Any  # lxml has no types

_XML_DECLARATION = expression(r"^\s*<\?xml[^>]*\?>")
_CHARSET = expression(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DATES = ("date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued")
_KEPT = (
    "description",
    "author",
    "keywords",
    "dc.creator",
    "dcterms.creator",
    "dc.description",
    "dc.subject",
    "generator",
)


def read_html(data: bytes, source: str) -> Extract:
    """The text of the main part of the page; navigation, page header and footer are left out."""
    root = _root(_text(data, source), source)
    meta = _meta(root)
    text, blocks = assemble(Walk().pieces(_main(root)))
    title = plain(" ".join(root.xpath("//head/title[1]//text()"))) or None
    day = next((day for name in _DATES if (day := written_date(meta.get(name)))), None)
    kept = tuple((name, meta[name]) for name in _KEPT if meta.get(name))
    return Extract(text, blocks, title, day, kept, "text/html")


def _text(data: bytes, source: str) -> str:
    """The page decoded as it says itself, if that can be; else like any text file."""
    declared = _CHARSET.search(data[:4096])
    if declared and not encoding_of(data):
        name = declared.group(1).decode("ascii", "ignore")
        try:
            return printable(
                data.decode("cp1252" if name.lower() in {"iso-8859-1", "latin1"} else codecs.lookup(name).name)
            )
        except (LookupError, UnicodeDecodeError):
            pass  # a false declaration is common; the bytes tell
    return decode(data, source)


def _root(text: str, source: str) -> Element:
    try:
        root = html.document_fromstring(
            _XML_DECLARATION.sub("", text),
            parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError) as fault:
        raise ReadError(source, "has no text") from fault
    return root


def _meta(root: Element) -> dict[str, str]:
    """The named meta elements of the page, names in lower case; the first of a name counts."""
    named: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").lower()
        named.setdefault(name, plain(element.get("content") or "").replace("\n", " "))
    return named


def _main(root: Element) -> Element:
    """The element that holds what the page is about."""
    for path in ("//main", "//*[@role='main']", "//article"):
        found = root.xpath(path)
        if found and (longest := max(found, key=_length)) is not None and _length(longest):
            return longest
    bodies = root.xpath("//body")
    return bodies[0] if bodies else root


def _length(element: Element) -> int:
    return len(element.text_content().strip())
