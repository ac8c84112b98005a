"""A list of people that no label heads: lines of one shape below each other, each with a name and what its bearer is or comes from.

Comes in: the strips of the opening.  Goes out: Entries.  The one idea: one such line may be anything; several below each other are those who
met: each with initials before the name that they are those of, or with a slash or dash before a body, or with a sure name before a comma or bracket.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from kg.model import BlockKind, Span
from kg.patterns import expression
from kg.structure.entries import Entry, read_entry
from kg.structure.labels import label_of
from kg.structure.lines import Line
from kg.structure.listed import gap
from kg.structure.people import LETTERS, is_body, is_body_name, is_post, read_name
from kg.structure.posts import is_office
from kg.structure.tables import column_of
from kg.structure.told import told
from kg.structure.words import FINITE, USUAL_HEADINGS

_SHAPE = expression(
    r"(?P<name>[A-Z][\w’'.-]++(?: [A-Z][\w’'.-]++){0,3}+)(?: \([^()]*\))?\s+(?P<sign>[/|–—-])\s+(?P<rest>[A-Z][^.;:]*)$"
)
_LETTERED = expression(rf"{LETTERS.pattern}\b")
_FEWEST = 3  # of a shape that other lines have as well
_FEWEST_SURE = 2
_LONGEST = 20  # words
_LONGEST_HEADING = 8  # words
_SMALL = frozenset("of and for the in & with on".split())


def shaped(text: str, strips: list[Line], at: int) -> list[Entry]:
    """The entries of the lines from ``at`` on, one a line; none where they are no such list."""
    return _lettered(text, strips, at) or _placed(text, strips, at) or _described(text, strips, at)


def grouped(text: str, strips: list[Line], at: int) -> tuple[list[tuple[Entry, Span]], int]:
    """Names below those whom they come from, two bodies or more; and the number of the strip after them."""
    bulleted = _bulleted(text, strips, at)
    return bulleted if bulleted[0] else _in_blocks(text, strips, at)


def _in_blocks(text: str, strips: list[Line], at: int) -> tuple[list[tuple[Entry, Span]], int]:
    """ "Fal Council" above "Ann Bell, Clerk" and "Tom Hurst": blocks between blank lines, each a heading and names that are mostly sure."""
    found: list[tuple[Entry, Span]] = []
    bodies = 0
    while people := _block(text, strips, at):
        found += [(entry, strips[at].body) for entry in people]
        at, bodies = at + 1 + len(people), bodies + 1
    told = {body for _, body in found if _is_seat(body.of(text))}
    return (found, at) if bodies > 1 and len(told) * 2 >= bodies else ([], at)


def _block(text: str, strips: list[Line], at: int) -> list[Entry]:
    """The names of one block up to the blank line behind them; none where its first line heads no such block."""
    if at >= len(strips) or not _may_head(strips[at]) or gap(text, strips, at + 1) or label_of(text, strips[at]):
        return []
    stop = next((k for k in range(at + 1, len(strips)) if gap(text, strips, k)), len(strips))
    people = _run(text, strips[:stop], at + 1, _is_somebody)
    sure = sum(entry.sure for entry in people)
    return people if people and at + 1 + len(people) == stop and sure * 2 >= len(people) else []


def _is_somebody(entry: Entry, line: Line) -> bool:
    """A line that opens with a name, or with nothing but a post ("The Chief Inspector (CI)")."""
    return bool(read_name(line.words).end) or (entry.name is None and entry.post is not None and is_post(line.words))


def _may_head(line: Line) -> bool:
    """A short line of capitalised words that is nobody's name."""
    if line.kind is not BlockKind.PARAGRAPH or line.numbering.kind or line.size > _LONGEST_HEADING or "," in line.words:
        return False
    capital = all(word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in line.words.split())
    return capital and not (read_name(line.words).sure or line.key in USUAL_HEADINGS)


def _is_seat(words: str) -> bool:
    return is_body(words) or is_office(words)


def _bulleted(text: str, strips: list[Line], at: int) -> tuple[list[tuple[Entry, Span]], int]:
    """ "Fal Council" above "- Ann Bell"."""
    found: list[tuple[Entry, Span]] = []
    bodies = 0
    while at < len(strips) and strips[at].kind is BlockKind.PARAGRAPH and is_body_name(strips[at].words):
        people = _run(text, strips, at + 1, lambda entry, line: line.kind is BlockKind.ITEM and entry.name is not None)
        if not people:
            break
        found += [(entry, strips[at].body) for entry in people]
        at, bodies = at + 1 + len(people), bodies + 1
    return (found, at) if bodies > 1 and any(entry.sure for entry, _ in found) else ([], at)


def _lettered(text: str, strips: list[Line], at: int) -> list[Entry]:
    """ "RP   Rhian Probert, Non-Executive Director": the letters are those of the name."""
    if not all(_LETTERED.match(strip.words) for strip in _first(strips, at)):
        return []
    entries = _run(
        text,
        strips,
        at,
        lambda entry, line: bool(entry.name and entry.initials and line.words.startswith(entry.initials)),
    )
    return entries if len(entries) >= _FEWEST_SURE else []


def _placed(text: str, strips: list[Line], at: int) -> list[Entry]:
    """ "Varga / Eastreach Building Control": a sign parts names, be they surnames alone, mostly from bodies."""
    found = list(takewhile(bool, (_shape(text, strip) for strip in strips[at:])))
    same = [match for match in found if match and match["sign"] == found[0]["sign"]] if found and found[0] else []
    bodies = sum(is_body(match["rest"]) for match in same)
    if len(same) < _FEWEST or len(same) < len(found) or bodies * 3 < len(same) * 2:
        return []
    entries = [read_entry(text, strip.body, titled=True) for strip in strips[at : at + len(same)]]
    return [entry for entry in entries if entry is not None]


def _described(text: str, strips: list[Line], at: int) -> list[Entry]:
    """ "Maria Duarte, Harbour Regulator", "Ines Roy (Fal Pilots)": full names, mostly of a first name that is known, with post, body or part."""
    if not read_name(strips[at].words).sure or not all(read_name(strip.words).end for strip in _first(strips, at)):
        return []
    entries = _run(text, strips, at, _tells_who)
    sure = sum(entry.sure for entry in entries)
    return entries if len(entries) >= _FEWEST_SURE and sure * 3 >= len(entries) * 2 else []


def _first(strips: list[Line], at: int) -> list[Line]:
    """The fewest lines that a list has."""
    return strips[at : at + _FEWEST_SURE]


def _tells_who(entry: Entry, line: Line) -> bool:
    return bool(read_name(line.words).end and (entry.post or entry.organisation or entry.role))


def _run(text: str, strips: list[Line], at: int, fits: Callable[[Entry, Line], bool]) -> list[Entry]:
    entries = []
    for line in strips[at:]:
        entry = _entry(text, line)
        if entry is None or not fits(entry, line):
            break
        entries.append(entry)
    return entries


def _entry(text: str, line: Line) -> Entry | None:
    """The line as an entry; a sentence, a numbered line or a label is none."""
    if line.kind is BlockKind.ROW or line.size > _LONGEST or line.numbering.kind:
        return None
    if not FINITE.isdisjoint(line.words.split()) or label_of(text, line):
        return None
    if line.is_closed and told(text, line.body):  # "Mr Tom Hurst, clerk to the Board, took the note."
        return None
    return read_entry(text, line.body)


def _shape(text: str, strip: Line) -> re.Match[str] | None:
    match = _SHAPE.match(strip.body.of(text))
    if match is None or is_post(match["name"]) or match["name"].lower() in USUAL_HEADINGS or label_of(text, strip):
        return None
    return None if column_of(match["name"]) else match  # "Name / Organisation / Role"
