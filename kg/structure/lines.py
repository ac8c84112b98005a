"""A document as lines: its blocks with what every later step asks of them, worked out once.

Comes in: a Document.  Goes out: Lines.  The one idea: a line knows its number ("3.", "Item 4:", "2.1") apart from its words,
and its words apart from their case and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kg.model import Block, BlockKind, Document, Span
from kg.patterns import expression
from kg.structure.people import is_body, is_post
from kg.values import value


class Numbering(NamedTuple):
    """The number that a line begins with: its kind (``top``, ``bare``, ``deep``, ``letter``, ``small``), value and length."""

    kind: str
    value: int
    length: int


DOTTED_DAY = expression(  # "22.6.21 (Teams)": a day with a year of two figures and the place or nothing behind it, and no number
    r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>[0-3]\d)(?=[,;]|\s*$|\s+[–—-]|\s+\((?![a-z]{1,3}\)))"
)
_NONE = Numbering("", 0, 0)
_NUMBER = expression(
    r"(?:(?:agenda\s+)?item|minute)\s+(?:no\.?\s*)?(?P<item>\d{1,2})\b\s*[:.)–—-]*\s*"
    r"|(?P<minute>(?:(?-i:[A-Z]{1,4})/)?\d{1,3}/\d{1,3}(?:\.\d{1,2}){0,2})[.:)]?\s+(?=(?-i:[A-Z]))"
    r"|(?P<coded>(?-i:[A-Z]{1,5})(?:[ /-]?\d{2,4}[./-]\d{1,3}|/\d{1,4}))[.:)]?\s+(?=(?-i:[A-Z]))"
    r"|(?P<deep>\d{1,3}(?:\.\d{1,3})+)\.?\)?\s+"
    r"|(?P<top>\d{1,3})[.)](?!\d)\s*"
    r"|(?P<colon>\d{1,2})(?::|/)\s+"
    r"|(?P<dashed>\d{1,2})\s?[-–—]\s+(?=(?-i:[A-Z]))"
    r"|(?P<bare>\d{1,2})\s+(?=(?-i:[A-Z])|[‘'“\"])"
    r"|\((?P<round>\d{1,2}|[a-z]|[ivx]{1,4})\)\s+"
    r"|(?P<letter>(?-i:[A-Z]))[.)]\s+(?=(?-i:[A-Z]))"
    r"|(?P<small>[a-z]|[ivx]{1,4})[.)]\s+",
    re.IGNORECASE,
)
_CODED = expression(r"[A-Z]{1,5}[ /-]?\d")
_DEEP = expression(r"(?P<item>\d{1,2})\.(?P<number>\d{1,2})\.? ")
_INNER = expression(
    r"(?<=[.!?:;”’\"')]) (?=(?P<item>\d{1,2})\.(?P<number>\d{1,2})\.? [A-Z])"
)  # before "5.2 Mr Toner advised"
_MONTHS = expression(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?!['’])"
)
_NOISE = expression(r"[*_#`]+")
_DASHES = "-–—~="
_FRAMED = expression(rf"([{_DASHES}])\1*\s*(?P<words>\S.*?)\s*\1+")
_SURNAME_FIRST = expression(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?P<what>[^.;:]+)")
_AROUND = frozenset("*_#\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {
    *map(chr, range(0x2000, 0x200B))
}
_EDGES = " \t\n:;.,-–—*_#[]()"


@value
class Line:
    """One block.  ``words`` is what follows the number, ``key`` the same in lower case without the punctuation around it."""

    index: int
    kind: BlockKind
    span: Span
    body: Span
    words: str
    key: str
    numbering: Numbering
    level: int
    cells: tuple[Span, ...]
    size: int  # how many words
    is_closed: bool  # does it end as a sentence does?


def read_lines(document: Document) -> list[Line]:
    """The blocks of the document as lines, in order."""
    text = document.text
    parts = (part for block in document.blocks for part in _paragraphs(text, block))
    return [_line(text, index, block) for index, block in enumerate(parts)]


def _paragraphs(text: str, block: Block) -> Iterator[Block]:
    """The numbered paragraphs of a block that runs them together: "5.1 The Chair spoke. 5.2 Mr Toner advised …"."""
    number, start = _DEEP.match(text, block.span.start, block.span.end), block.span.start
    if number is not None and not block.cells:
        item, after = number["item"], int(number["number"]) + 1
        for inner in _INNER.finditer(text, start, block.span.end):
            if (inner["item"], int(inner["number"])) == (item, after):
                yield replace(block, span=Span(start, inner.start()))
                start, after = inner.end(), after + 1
    yield replace(block, span=Span(start, block.span.end)) if start > block.span.start else block


def _line(text: str, index: int, block: Block) -> Line:
    raw = block.span.of(text)
    number = numbering(raw)
    if number.kind == "letter" and _is_initial(raw[number.length :]):
        number = _NONE
    body = _unframed(text, trimmed(text, Span(block.span.start + number.length, block.span.end)))
    words = plain(body.of(text))
    size, closed = words.count(" ") + 1, _ends(words)
    return Line(
        index, block.kind, block.span, body, words, key_of(words), number, block.level, block.cells, size, closed
    )


def part_of(text: str, line: Line, span: Span, numbering: Numbering = _NONE) -> Line:
    """A part of the line as a line: what stands at the span, without the number where none is given."""
    body = trimmed(text, span)
    words = plain(body.of(text))
    size, closed = words.count(" ") + 1, _ends(words)
    return Line(
        line.index, line.kind, body, body, words, key_of(words), numbering, line.level, line.cells, size, closed
    )


def _ends(words: str) -> bool:
    """Do the words end as a sentence does?"""
    return not words[-1:].isalnum() and words.rstrip("\"'”’)]*").endswith((".", "!", "?"))


def plain(words: str) -> str:
    """The words with single spaces between them and nothing around them; what is printed in one line has no other white space."""
    if words.isprintable() and "  " not in words:
        return words.strip()
    return " ".join(words.split())


def _is_initial(rest: str) -> bool:
    """Is the letter before these words that of a name ("R. Calder, Chief Fire Officer")?"""
    match = _SURNAME_FIRST.fullmatch(rest.strip())
    return match is not None and (is_post(match["what"]) or is_body(match["what"]))


def _unframed(text: str, span: Span) -> Span:
    """The words of "– Fares –" without the dashes around them."""
    framed = _FRAMED.fullmatch(text, span.start, span.end) if text[span.start : span.start + 1] in _DASHES else None
    return Span(*framed.span("words")) if framed else span


def key_of(words: str) -> str:
    """The words in lower case, with straight apostrophes and without mark-up and punctuation around them.

    >>> key_of("**Chair’s report:**")
    "chair's report"
    """
    low = words.replace("’", "'").casefold()
    return (_NOISE.sub("", low) if "*" in low or "_" in low or "#" in low else low).strip(_EDGES)


def numbering(raw: str) -> Numbering:
    """The number that the text begins with, if any; a date is none.

    >>> numbering("3. Drownings and near misses")
    Numbering(kind='top', value=3, length=3)
    >>> numbering("12 September 2019").kind
    ''
    """
    first = raw[:1]
    if not (first.isdigit() or first in "(iIaAvxmM" or raw[1:2] in (".", ")") or _CODED.match(raw)):
        return _NONE
    match = _NUMBER.match(raw)
    if not match:
        return _NONE
    kind = match.lastgroup or ""
    value = match[kind]
    if kind == "minute":  # "22/01", "43/11", "BM/22/51": one of the two runs on, whichever it is
        year, number = value.split("/")[-2:]
        number, point, _ = number.partition(".")  # "23/14.2": a point of minute 23/14
        return Numbering("deep" if point else "top", int(year) * 1000 + int(number), match.end())
    if kind == "coded":  # "MC26.54", "PB 19/07"
        return Numbering("top", int(re.split(r"[./-]", value)[-1]), match.end())
    if kind in ("bare", "top", "dashed") and _MONTHS.match(raw, match.end()) and ")" not in match[0]:
        return _NONE  # "12 September", but not "1) May inspection"
    if kind == "letter" and not value.isupper():
        kind = "small"
    if kind == "letter":
        return Numbering("letter", ord(value) - 64, match.end())
    if kind in ("small", "round"):
        return Numbering("small", 0, match.end())
    if kind == "deep":
        if DOTTED_DAY.match(raw.lstrip()):
            return _NONE
        if value.endswith(".0") and value.count(".") == 1:
            return Numbering("top", int(value[:-2]), match.end())
        return Numbering("deep", int(value.split(".")[0]), match.end())
    return Numbering("bare" if kind == "bare" else "top", int(value), match.end())


def bullet(text: str, line: Line) -> str:
    """The mark before an item of a list ("*", "-"), none where its number is a part of it or the format makes it a list."""
    return (
        text[text.rfind("\n", 0, line.span.start) + 1 : line.span.start].strip() if line.kind is BlockKind.ITEM else ""
    )


def heads_bullets(text: str, lines: list[Line], at: int) -> bool:
    """Is it an item with a mark of its own above items with another, as in "* Fees" above "- The Clerk said …"?"""
    mark = bullet(text, lines[at])
    below = bullet(text, lines[at + 1]) if at + 1 < len(lines) else ""
    return bool(mark and below) and mark != below


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space and mark-up around it."""
    start, end = span.start, span.end
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND and text[end - 1] != "#":
        end -= 1
    return span if start == span.start and end == span.end else Span(start, end)


def within(span: Span, start: int, end: int) -> Span:
    """Characters ``start`` to ``end`` of the span, as a span of the text."""
    return Span(span.start + start, span.start + end)
