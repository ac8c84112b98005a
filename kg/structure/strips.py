"""The opening of minutes cut into strips: each a line, or one sentence or labelled part of a paragraph about who was there.

Comes in: Lines.  Goes out: Lines again, where a paragraph such as "Members: A, B. Officers: C. Apologies were received from D." has become
three that bear its number.  The one idea: one strip says one thing, however the text was broken into lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import BlockKind, Span
from kg.patterns import expression
from kg.structure.labels import is_label, label_of
from kg.structure.lines import Line, part_of, trimmed
from kg.structure.people import is_body_name, read_name
from kg.structure.words import HONORIFICS, SUFFIXES, USUAL_HEADINGS

OPENING = 40  # lines in which minutes say who was there
_WRAPPED = 40  # characters in a line that was broken because it was full
_OPEN = expression(r"(?:[,;:(&]|\b(?:and|of|for|the|with|by|from|to|Mr|Mrs|Ms|Dr))\s*$")
_STOP = expression(r"[.;](?P<late>(?<=\.)[)\]”’\"])?\s+(?=[A-Z])")
_IN_WORDS, _CLOSERS = frozenset("_’'/-"), frozenset(')]”"')
_LABELLED = expression(r"(?P<label>[A-Z][^:.;\n]{2,60}+):\s")
_LABELS_IN = expression(r"(?:^|[.;]\s)(?P<label>[A-Z][^:.;\n]{2,60}?):\s")
_CUES = expression(  # behind what is no letter: a mark is looked for faster than the beginning of a word
    r"\W(?:present|pologies|POLOGIES|PRESENT|attend|ATTEND|joined|took part|taking part|taken by|Members|Officers|record|chair|in the Chair|met|Sederunt|SEDERUNT|minutes|note"
    r"|represented|accompanied|sat|gathered|assembled|came|regrets|excused|receiv|welcom|table|company|observer|[Ww]ith|Also|[Ff]or (?:the )?[A-Z])"
)
_SHORT = frozenset(
    "no nos st mt vs dept co ltd inc approx det insp supt asst hon bt rt ext tel jr snr snt esq e.g i.e".split()
)


def cut(text: str, lines: list[Line], end: int) -> list[Line]:
    """The lines, those of the opening up to ``end`` in strips."""
    return [strip for line in lines for strip in (_strips(text, line) if line.index < end else [line])]


def opening_end(lines: list[Line]) -> int:
    """The number of the line with which the matters begin: a numbered or usual heading, at the latest the fortieth; "1. Attendance" with its points is none."""
    listing = False
    for line in lines[:OPENING]:
        kind = line.numbering.kind
        listing = is_label(line.words) if kind == "top" else listing
        if kind in ("top", "deep") and line.index > 0 and not (listing or _names(line.words)):
            return line.index
        if line.key in USUAL_HEADINGS and line.numbering.kind:
            return line.index
    return min(OPENING, len(lines))


def _names(words: str) -> bool:
    """Is a numbered line an entry of a list, or the label of one?"""
    return is_label(words.split(":", 1)[0]) or bool(read_name(words).end)


def _begins_entry(before: str, after: str) -> bool:
    """Does the next line begin with the name of another person, behind an entry that is complete?"""
    name = read_name(after)
    behind = after[name.end :].lstrip(" ")[:1]
    titled = before.rsplit(maxsplit=1)[-1].lower().rstrip(".") in HONORIFICS  # "Lady", and her name on the next line
    return bool(name.end) and behind in {",", "(", "–", "-"} and not (titled or _OPEN.search(before))


def unwrapped(text: str, opening: list[Line]) -> str:
    """The text with a space for each line break within a paragraph of the opening that was wrapped: every offset stays."""
    breaks = [at for line in opening for at in _breaks(text, line)]
    if not breaks:
        return text
    parts = list(text)
    for at in breaks:
        parts[at] = " "
    return "".join(parts)


def _breaks(text: str, line: Line) -> list[int]:
    """Where a paragraph or item was broken only because its line was full."""
    if line.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or "\n" not in (raw := line.span.of(text)):
        return []
    return [
        line.span.start + at
        for at, sign in enumerate(raw)
        if sign == "\n" and at - raw.rfind("\n", 0, at) > _WRAPPED and not _begins_entry(raw[:at], raw[at + 1 :])
    ]


def _strips(text: str, line: Line) -> list[Line]:
    if line.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or line.size < 7:
        return [line]
    if not _STOP.search(text, line.body.start, line.body.end):
        return [line]  # all of it is one sentence
    if not (_tells_of_people(line.words) or label_of(text, line)):
        return [line]
    spans = [span for span in _parts(text, line.body) if len(span) > 1]
    return [part_of(text, line, span, line.numbering) for span in spans] if len(spans) > 1 else [line]


def _tells_of_people(words: str) -> bool:
    if _CUES.search(f" {words}"):
        return True
    labels = [one["label"] for one in _LABELS_IN.finditer(words)] if ":" in words else []
    return sum(map(_is_side, labels)) > 1 or any(map(is_label, labels))


def _is_side(label: str) -> bool:
    """ "CJI: A, B. Probation Board: C, D.": is it a body, or the letters of one?"""
    return label.isupper() or is_body_name(label)


def _parts(text: str, body: Span) -> Iterator[Span]:
    """Sentences; a semicolon parts only before a label."""
    start = body.start
    for match in _STOP.finditer(text, body.start, body.end):
        if not _ends(text, match, start, body.end):
            continue
        yield trimmed(text, Span(start, match.end()))
        start = match.end()
    yield trimmed(text, Span(start, body.end))


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    label = _LABELLED.match(text, match.end(), end)
    if label and (is_label(label["label"]) or (_is_side(label["label"]) and ";" in match[0])):
        return True
    if ";" in match[0]:
        return False
    word = _word_before(text, start, match.start())
    if match["late"] or word is None:
        return True
    short = word.lower()
    titled = short in HONORIFICS and short not in SUFFIXES and word[0].isupper()
    return not (len(word) == 1 or titled or short in _SHORT)


def _word_before(text: str, start: int, stop: int) -> str | None:
    """The word before a full stop; ``None`` where a bracket or quotation mark is closed between them."""
    if stop > start and text[stop - 1] in _CLOSERS:
        return None
    first = stop
    while first > start and (text[first - 1].isalnum() or text[first - 1] in _IN_WORDS):
        first -= 1
    return text[first:stop]
