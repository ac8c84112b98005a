"""Markdown files.

Comes in: the bytes of a .md file.  Goes out: the file's own text, and blocks that point into it.  The one idea: what
is mark-up and not words is blotted out with spaces in a copy of equal length, and the copy is read like plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Block, BlockKind, Span
from kg.patterns import expression
from kg.readers.base import Extract, bold_heading
from kg.readers.decoding import decode
from kg.readers.frontmatter import front_matter, written_date
from kg.readers.lines import blocks_of

# No pattern ends in optional white space: on a long run of it, that would be tried from every place.
_ATX = expression(r"^[ ]{0,3}(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_SETEXT = expression(r"(?:^|(?<=\n\n))[ ]{0,3}(\S.*)\n[ ]{0,3}(=+|-{2,})[ \t]*$", re.MULTILINE)
_CLOSING = expression(r"(?<=\s)#+$")
_BOLD = expression(r"^[ ]{0,3}(\*\*|__)(\S(?:(?!\1).)*?)\1(:?)[ \t]*$", re.MULTILINE)
_QUOTE = expression(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
_BLOTS = (
    expression(r"<!--.*?(?:-->|\Z)", re.DOTALL),
    expression(r"^[ ]{0,3}(?:```|~~~).*$", re.MULTILINE),
    expression(r"^[ ]{0,3}\[[^\]\n]+\]:[ \t]+\S+.*$", re.MULTILINE),  # where a reference link leads
    expression(r"(?<=[-*+])[ ]\[[ xX]\](?=[ ])"),  # the box of a task
)
_PLUS = expression(r"^([ \t]*)\+(?=[ \t])", re.MULTILINE)
_BOLD_LEVEL = 3


def read_markdown(data: bytes, source: str) -> Extract:
    """The file's own text; headings, list items and rows without their marks; front matter as metadata."""
    text = decode(data, source)
    pairs, begin = front_matter(text)
    copy = " " * begin + _plain_copy(text[begin:])
    headings = list(_headings(copy))
    for heading in headings:
        copy = _without_line(copy, heading.span)
    blocks = sorted([*headings, *blocks_of(copy)], key=lambda block: block.span)
    title = pairs.pop("title", None) or None
    day = written_date(pairs.get("date"))
    metadata = tuple(pair for pair in pairs.items() if pair[1] and not (pair[0] == "date" and day))
    return Extract(text, tuple(blocks), title, day, metadata, "text/markdown")


def _plain_copy(text: str) -> str:
    for pattern in _BLOTS:
        text = pattern.sub(_blank, text)
    return _PLUS.sub(r"\1-", _QUOTE.sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _headings(text: str) -> Iterator[Block]:
    for found in _ATX.finditer(text):
        yield _heading(found.start(2), _CLOSING.sub("", found.group(2).rstrip()), len(found.group(1)))
    for found in _SETEXT.finditer(text):
        if not found.group(1).startswith(("#", "|", "-", "*")):
            yield _heading(found.start(1), found.group(1), 1 if found.group(2)[0] == "=" else 2)
    for found in _BOLD.finditer(text):
        if bold_heading(found.group(2)):
            yield _heading(found.start(2), found.group(2), _BOLD_LEVEL)


def _heading(start: int, words: str, level: int) -> Block:
    return Block(BlockKind.HEADING, Span(start, start + len(words.rstrip())), level)


def _without_line(text: str, span: Span) -> str:
    """The text with the line of a heading emptied: an empty line also keeps apart what stands around it."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    return text[:start] + " " * (end - start) + text[end:]
