"""What a text that was taken from pages repeats on each of them: the number of the page, and the header or footer beside it.

Comes in: a text without markup.  Goes out: the lines that are no part of what it says.  The one idea: numbers of pages count on from page
to page, and what stands beside most of them, or beside most page breaks, in the same words is a header.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from kg.model import Span, blanked
from kg.patterns import expression
from kg.readers.wrapping import Line, closes, line_groups

_NUMBER = expression(
    r"(?:(?P<told>page)\s+)?(?P<dash>[-–—]\s*)?(?P<number>\d{1,3})(?:\s*[-–—])?(?P<of>\s*(?:of|/)\s*\d{1,3})?$",
    re.IGNORECASE,
)
_GAP = expression(r"\s*\n(?=[^\n]*\S)")  # up to the line that goes on
_DIGITS = expression(r"\d+")
_BESIDE = 2  # lines between a header and the number of its page
_LONGEST = 90  # characters of a header


def furniture(text: str) -> tuple[Span, ...]:
    """The lines of headers, footers and page numbers, in order; none where nothing shows that the text had pages.

    >>> [span.of("So it\\n\\nPage 1 of 2\\n\\nwas.\\n\\nPage 2 of 2") for span in furniture("So it\\n\\nPage 1 of 2\\n\\nwas.\\n\\nPage 2 of 2")]
    ['Page 1 of 2', 'Page 2 of 2']
    """
    if "\f" not in text and not any(_NUMBER.match(line.strip()) for line in text.split("\n")):
        return ()
    lines = list(chain.from_iterable(line_groups(text)))
    numbers = _numbers(lines)
    breaks = [at for at, line in enumerate(lines) if at and "\f" in text[lines[at - 1].end : line.start]]
    near = [set(range(at - _BESIDE, at + _BESIDE + 1)) for at in numbers] or [
        set(range(at - _BESIDE, at + _BESIDE)) for at in breaks
    ]
    headers = _headers(lines, near, numbers)
    sure = bool(breaks or headers) or any(_is_told(lines[at]) for at in numbers)
    found = sorted({*numbers, *headers}) if sure else []
    return tuple(Span(lines[at].start, lines[at].end) for at in found)


def joined(text: str, spans: Iterable[Span]) -> str:
    """The text without what pages repeat, of the same length: a paragraph that a page ended in mid-sentence goes on with the next line."""
    parts, bare, at = [], blanked(text, spans), 0
    for span in spans:
        gap = _GAP.match(bare, len(bare[: span.start].rstrip()))
        if gap and gap.start() >= at and not closes(bare[max(0, gap.start() - 20) : gap.start()]):
            parts += [bare[at : gap.start()], " " * (len(gap[0]) - 1), "\n"]
            at = gap.end()
    return "".join([*parts, bare[at:]])


def _numbers(lines: list[Line]) -> list[int]:
    """The lines that hold nothing but numbers that count on by one; a single one must say that it is a page ("Page 2 of 3")."""
    found: list[int] = []
    last = 0
    for at, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        if match and (int(match["number"]) == last + 1 or (not found and int(match["number"]) == 2)):
            found.append(at)
            last = int(match["number"])
    alone = found and (match := _NUMBER.match(lines[found[0]].text)) and match["told"]
    return found if len(found) > 1 or alone else []


def _is_told(line: Line) -> bool:
    """ "Page 3", "3 of 7", "- 3 -": can it be nothing but the number of a page?"""
    match = _NUMBER.match(line.text)
    return match is not None and bool(match["told"] or match["of"] or match["dash"])


def _headers(lines: list[Line], near: list[set[int]], numbers: list[int]) -> set[int]:
    """The lines that stand beside all page numbers or breaks but one in the same words, numbers apart."""
    beside = {at for places in near for at in places if 0 <= at < len(lines) and at not in numbers}
    seen = Counter(_look(lines[at]) for at in beside if len(lines[at].text) <= _LONGEST)
    often = {look for look, count in seen.items() if count > 1 and count >= len(near) - 1}
    return {at for at in beside if _look(lines[at]) in often}


def _look(line: Line) -> str:
    return _DIGITS.sub("0", line.text.casefold())
