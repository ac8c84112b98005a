"""Lines on pages -> pieces.

Comes in: the lines of each page with their places.  Goes out: headings and paragraphs.  The one idea: lines belong
together when they follow closely, look alike, and the first was full; what stands at the same place on many pages is
not text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import BlockKind
from kg.patterns import expression
from kg.readers.base import Piece, bold_heading, piece
from kg.readers.hyphens import joined, words_of
from kg.readers.markers import marker
from kg.readers.rows import is_typed_row
from kg.readers.wrapping import NARROWEST, closes, ends

_DIGITS = expression(r"\d+")
_PAGE_NUMBER = expression(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE)
_EDGE = 2  # lines at the top and at the bottom of a page where a header or footer may stand
_LOOSE = 1.25  # times the usual distance of lines; a wider one stands between paragraphs
_LARGER = 1.12  # times the size of the running text; larger letters make a heading
_BUCKET = 25.0  # points; left edges that differ by less than two of them are of one column, indented or not
_RAGGED = 40.0  # points that a full line may fall short of the margin
_SLACK = 2  # letters; they differ in width
_BOLD_LEVEL = 4
_LONGEST_HEADING = 25  # words


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page.  Places and sizes are points, counted from the lower left.

    ``base`` and ``end_base`` are where its first and last letter stand: they differ where a word was divided.
    ``width`` is that of the page, ``right_margin`` how far the lines around it reach; ``in_prose``: it may have been
    wrapped there.
    """

    text: str
    left: float
    right: float
    base: float
    end_base: float
    size: float
    bold: bool
    width: float
    page: int = 0
    right_margin: float = 0.0
    in_prose: bool = True

    def is_full(self, after: PageLine) -> bool:
        """Would the first word of the next line not have fitted on this one?

        Among short lines the longest is not full; only words in lower case show that it goes on.
        """
        if not self.in_prose and not after.text[0].islower():
            return False
        letter = (after.right - after.left) / max(1, len(after.text))
        word = len(after.text.split(maxsplit=1)[0])
        return self.right + letter * (word + 1 + _SLACK) > self.right_margin


def pieces_of(pages: list[list[PageLine]]) -> list[Piece]:
    """The pieces of a document, in the order in which its lines were written."""
    furniture = _furniture(pages)
    lines: list[PageLine] = []
    for number, page in enumerate(pages):
        kept = [line for line in page if line not in furniture[number]]
        lines += [replace(line, page=number) for line in _beside(kept)]
    lines = _measured(lines)
    words = words_of(line.text for line in lines)
    body = _body_size(lines)
    sizes = sorted({line.size for line in lines if line.size > body * _LARGER}, reverse=True)
    return [_piece(group, words, sizes) for group in _groups(lines, _leading(lines))]


def _furniture(pages: list[list[PageLine]]) -> list[set[PageLine]]:
    """For each page the lines of its header and footer, and its number.

    A header says the same, but for numbers, at the same height on three pages or on most.
    """
    edges = []
    for page in pages:
        down = sorted(page, key=lambda line: -line.base)
        edges.append({*down[:_EDGE], *down[-_EDGE:]})
    seen = Counter(look for edge in edges for look in {_look(line) for line in edge})
    often = {look for look, count in seen.items() if count >= 3 or (count > 1 and count * 2 > len(pages))}
    return [
        {line for line in edge if _look(line) in often or (_PAGE_NUMBER.match(line.text) and len(page) > 1)}
        for page, edge in zip(pages, edges, strict=True)
    ]


def _look(line: PageLine) -> tuple[str, int]:
    """What the line says but for its numbers, and roughly how high it stands."""
    return _DIGITS.sub("0", line.text), round(line.base / 4)


def _beside(lines: Iterable[PageLine]) -> list[PageLine]:
    """The lines, those that stand side by side as one with a tab between, as the cells of a row."""
    found: list[PageLine] = []
    for line in lines:
        before = found[-1] if found else None
        if before and abs(before.end_base - line.base) < line.size * 0.2 and before.right < line.left:
            text = f"{before.text}\t{line.text}"
            found[-1] = replace(before, text=text, right=line.right, bold=before.bold and line.bold)
        else:
            found.append(line)
    return found


def _measured(lines: list[PageLine]) -> list[PageLine]:
    """The lines with the edge that the lines of their column reach, and whether text is wrapped there at all.

    It is where the lines reach as near to the right edge of the page as to its left edge, or where they go on in lower
    case often enough; a list of names does neither.
    """
    margin = min((line.left for line in lines), default=0.0) + _RAGGED
    reach: dict[int, float] = {}
    for line in lines:
        for bucket in range(_bucket(line) - 2, _bucket(line) + 3):
            reach[bucket] = max(reach.get(bucket, 0.0), line.right)
    placed = [replace(line, right_margin=reach[_bucket(line)], in_prose=len(line.text) >= NARROWEST) for line in lines]
    pairs = [pair for pair in pairwise(placed) if pair[0].is_full(pair[1]) and not closes(pair[0].text)]
    going_on = sum(after.text[0].islower() for _, after in pairs)
    wrapped = (going_on > 0 and going_on * 3 >= len(pairs)) or any(
        line.right > line.width - margin for line, _ in pairs
    )
    return placed if wrapped else [replace(line, in_prose=False) for line in placed]


def _bucket(line: PageLine) -> int:
    return round(line.left / _BUCKET)


def _body_size(lines: list[PageLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _leading(lines: list[PageLine]) -> float:
    """The usual distance of lines, in sizes of their letters: the closer ones, as the others part paragraphs."""
    distances = sorted(
        distance
        for before, after in pairwise(lines)
        if 0.8 < (distance := (before.end_base - after.base) / after.size) < 2.6
    )
    return distances[len(distances) // 5] if distances else 1.2


def _groups(lines: list[PageLine], leading: float) -> Iterator[list[PageLine]]:
    group: list[PageLine] = []
    for line in lines:
        if group and _parts(group, line, leading):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(group: list[PageLine], line: PageLine, leading: float) -> bool:
    """Does a new block begin with the line?"""
    before = group[-1]
    mark = marker(before.text)
    if mark and mark.alone:
        return False  # a bullet that stands apart belongs to what follows
    if is_typed_row(before.text) or is_typed_row(line.text):
        return True
    going_on = line.text[0].islower() and before.is_full(line) and not closes(before.text)
    if abs(before.size - line.size) > 0.6 or (before.bold != line.bold and not going_on):
        return True
    if before.page != line.page:
        return not before.is_full(line) or closes(before.text) or marker(line.text) is not None
    if not 0 < (before.end_base - line.base) / line.size <= leading * _LOOSE:
        return True
    indented = line.left > before.left + line.size * 0.8 and closes(before.text) and marker(group[0].text) is None
    return indented or ends(before.text, line.text, full=before.is_full(line))


def _piece(group: list[PageLine], words: frozenset[str], sizes: list[float]) -> Piece:
    text = joined((line.text for line in group), words)
    level = min(map(sizes.index, (line.size for line in group))) + 1 if all(line.size in sizes for line in group) else 0
    if level and len(text.split()) <= _LONGEST_HEADING:
        return piece(BlockKind.HEADING, text, min(level, 6))
    if all(line.bold for line in group) and bold_heading(text):
        return piece(BlockKind.HEADING, text, _BOLD_LEVEL)
    return piece(BlockKind.PARAGRAPH, text)
