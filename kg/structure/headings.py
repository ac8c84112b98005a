"""The headings of substance: what a meeting talked about, in order.

Comes in: Lines, and those that are taken (title, attendance, actions).  Goes out: AgendaHeadings, and the headings of form ("Matters
discussed") that only part the text.  The one idea: a document has one way to mark its headings; numbers are surest, then the
headings of its format, then short lines that running text follows.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from kg.model import AgendaHeading, BlockKind, Span
from kg.patterns import expression
from kg.structure.extent import is_running
from kg.structure.lines import Line, bullet, heads_bullets, trimmed
from kg.structure.short import LONGEST, NUMBERED, is_short, is_title
from kg.structure.words import FINITE, PROCEDURAL, PROCEDURAL_STARTS, USUAL_HEADINGS

_RUN_IN = expression(r"(?P<title>[A-Z‘'“][^.:;–—]{2,70}?)\s*(?::|\s[–—-])\s+(?=[A-Z])")
_RULED = expression(
    r"(?:RESOLVED|AGREED|NOTED|Resolved|Agreed|Noted|Decided|Ordered|Decision|DECISION)\b"
)  # a ruling, and no title
_CONTINUED = expression(r"\s*\((?:cont(?:inued|\.|’d|'d)?|contd\.?)\)$", re.IGNORECASE)
_DAY = expression(r"(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}\.?")
_LOGS = ("action log", "action list", "action tracker")
_OF_MINUTES = ("minutes", "notes", "note", "minute", "record")


@dataclass(slots=True)
class Heads:
    """The heading lines with the span of their titles, and the lines of form."""

    titles: dict[int, Span] = field(default_factory=dict)
    form: set[int] = field(default_factory=set)
    bodies: dict[int, Span] = field(default_factory=dict)  # running text on the line of its heading


def find_headings(text: str, lines: list[Line], front: set[int], actions: set[int]) -> Heads:
    """Which lines are headings, and which only look like it."""
    free = [
        line
        for line in lines
        if line.index not in front and line.index not in actions and not _signs_off(lines, line.index)
    ]
    heads = Heads(form={line.index for line in free if is_form(line) and not _is_of_business(lines, line)})
    candidates = [line for line in free if line.index not in heads.form and line.kind is not BlockKind.ROW]
    numbered = _numbered(text, lines, candidates, heads)
    if len(numbered) < 2:
        heads.bodies.clear()
        numbered = _of_one_meeting(candidates) or _bulleted(text, lines, candidates)
    marked = _marked(lines, candidates, heads)
    if numbered:
        chosen = numbered + [
            line for line in marked + _plain(lines, candidates, front, heads) if line.key in USUAL_HEADINGS
        ]
    elif marked and (len(marked) > 1 or not (plain := _plain(lines, candidates, front, heads))):
        chosen = marked
    else:
        chosen = marked + plain if marked else _plain(lines, candidates, front, heads)
    for line in chosen:
        heads.titles.setdefault(line.index, _title(text, heads.titles.get(line.index, line.body)))
    return heads


def agenda(lines: list[Line], heads: Heads, length: int) -> tuple[AgendaHeading, ...]:
    """The headings numbered from 1, each with the stretch of text under it."""
    order = sorted(heads.titles)
    found = []
    for position, index in enumerate(order, 1):
        line = lines[index]
        start = heads.bodies[index].start if index in heads.bodies else line.span.end
        end = lines[order[position]].span.start if position < len(order) else length
        found.append(
            AgendaHeading(
                Span(line.span.start, min(start, line.span.end)), heads.titles[index], position, Span(start, end)
            )
        )
    return tuple(found)


def _signs_off(lines: list[Line], index: int) -> bool:
    """ "Private Office" above "5 September 2025" at the end: who wrote the note, and when."""
    line, last = lines[index], lines[-1]
    unmarked = line.kind is BlockKind.PARAGRAPH and line.numbering.kind == "" and line.size < 6
    return index == len(lines) - 2 and unmarked and "next" not in line.key and _DAY.fullmatch(last.words) is not None


def is_form(line: Line) -> bool:
    """A heading that names no substance: "Matters discussed", "Actions"."""
    if line.size > 9:
        return False
    return line.key in PROCEDURAL or (line.key.startswith(PROCEDURAL_STARTS) and not line.is_closed)


def _title(text: str, span: Span) -> Span:
    """The title without colon, full stop and "(continued)"."""
    words = span.of(text)
    words = _CONTINUED.sub("", words.rstrip(" :–-*_"))
    if words.endswith(".") and not words.endswith(("etc.", "...")) and words.count(".") == 1:
        words = words[:-1]
    return trimmed(text, Span(span.start, span.start + len(words)))


def _is_of_business(lines: list[Line], line: Line) -> bool:
    """ "13/16 MINUTES", "Minutes" above "The minutes of 4 May were agreed", "2. Action log" above "The log was noted": no title of the document or of a list."""
    log = line.key in _LOGS and line.numbering.kind != ""
    if not (log or line.key in _OF_MINUTES) or line.index + 1 >= len(lines):
        return False
    following = lines[line.index + 1]
    if log:
        return is_running(following) and "action" in following.key
    return is_running(following) and "minute" in following.key[:60] and line.index > 2


# ── numbered headings ────────────────────────────────────────────────────────────────────────────────────────────────


def _numbered(text: str, lines: list[Line], candidates: list[Line], heads: Heads) -> list[Line]:
    """Lines whose numbers go on from each other across the text; a tight run of three is a list, a number that falls back too."""
    likely = [
        line for line in candidates if line.numbering.kind in NUMBERED and (is_title(line) or _run_in(text, line))
    ]
    labelled = [line for line in likely if text[line.span.start].isalpha() and line.numbering.kind == "top"]
    likely = (
        labelled if len(labelled) > 2 and labelled[0] is likely[0] else likely
    )  # "Item 3 Fees", where each paragraph has a number as well
    chain: list[Line] = []
    kept = sorted(_without_lists(lines, likely), key=lambda line: line.index)
    for at, line in enumerate(kept):
        value = line.numbering.value
        last = chain[-1].numbering.value if chain else value - 1 if _begins_run(kept, at) else 0
        kind = chain[-1].numbering.kind if chain else line.numbering.kind
        same = (kind == "letter") == (line.numbering.kind == "letter")
        if same and last < value <= last + (3 if chain else 5):
            chain.append(line)
    for line in chain:
        if match := _run_in(text, line):
            heads.titles[line.index] = trimmed(text, Span(line.body.start, line.body.start + match.end("title")))
            heads.bodies[line.index] = Span(line.body.start + match.end(), line.body.end)
    return chain


def _of_one_meeting(candidates: list[Line]) -> list[Line]:
    """ "9.1 Minutes", "9.2 Fees": titles under the number of the meeting, where nothing else is numbered; two or more."""
    titles = [
        line for line in candidates
        if line.numbering.kind == "deep" and line.size <= LONGEST and is_title(line) and not line.is_closed
    ]  # fmt: skip
    return titles if len(titles) > 1 and len({line.numbering.value for line in titles}) == 1 else []


def _bulleted(text: str, lines: list[Line], candidates: list[Line]) -> list[Line]:
    """ "* Fees" above "- The Clerk said …": titles with a mark of their own; two or more, and nothing else with that mark."""
    items = [line for line in candidates if line.kind is BlockKind.ITEM and not line.numbering.kind]
    titles = [
        line for line in items if heads_bullets(text, lines, line.index) and is_title(line) and not line.is_closed
    ]
    marks = {bullet(text, line) for line in titles}
    alone = len(marks) == 1 and sum(bullet(text, line) in marks for line in items) == len(titles)
    return titles if len(titles) > 1 and alone else []


def _begins_run(kept: list[Line], at: int) -> bool:
    """Do two more go on from its number ("35." of a body that counts on from meeting to meeting)?"""
    values = [line.numbering.value for line in kept[at : at + 3]]
    return len(values) == 3 and all(0 < after - value < 3 for value, after in pairwise(values))


def _run_in(text: str, line: Line) -> re.Match[str] | None:
    """ "3. Fees – The Regulator said …": the heading and its text on one line."""
    if not line.is_closed or line.size < 9:
        return None
    match = _RUN_IN.match(line.body.of(text))
    if (
        not match
        or match["title"].count(" ") > 8
        or _RULED.match(match["title"])
        or not FINITE.isdisjoint(match["title"].split())
    ):
        return None
    return match


def _without_lists(lines: list[Line], likely: list[Line]) -> list[Line]:
    """Without three or more that follow each other line by line: an agenda, or a list within an item."""
    kept: list[Line] = []
    run: list[Line] = []
    for line in [*likely, None]:
        if line and line.is_closed and line.size > 8:  # its text stands on the same line
            kept.append(line)
            continue
        if line and run and line.index == run[-1].index + 1 and line.numbering.value > run[-1].numbering.value:
            run.append(line)
            continue
        closed = run and lines[run[0].index - 1].words.endswith(":") if run and run[0].index else False
        if len(run) < 3 and not closed:
            kept += run
        elif run and run[-1].index + 1 < len(lines) and not closed and is_running(lines[run[-1].index + 1]):
            kept.append(run[-1])
        run = [line] if line else []
    return kept


# ── headings of the format ───────────────────────────────────────────────────────────────────────────────────────────


def _marked(lines: list[Line], candidates: list[Line], heads: Heads) -> list[Line]:
    """Headings that the format marks, of the first level that names substance: those under a title or a heading of form count too."""
    marked = [line for line in candidates if line.kind is BlockKind.HEADING and line.words]
    if not marked:
        return []
    every = sorted(
        [*marked, *(lines[i] for i in heads.form if lines[i].kind is BlockKind.HEADING)], key=lambda line: line.index
    )
    top = min(line.level for line in marked)
    chosen: list[Line] = []
    open_form: int | None = None  # the level of the heading of form that we are under
    for line in every:
        if line.index in heads.form:
            open_form = line.level
            continue
        if open_form is not None and line.level <= open_form:
            open_form = None
        if (
            line.level == top
            or (open_form is not None and line.level == open_form + 1)
            or (open_form is None and not chosen)
        ):
            chosen.append(line)
    return chosen


# ── short lines ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _plain(lines: list[Line], candidates: list[Line], front: set[int], heads: Heads) -> list[Line]:
    """Short lines that running text, a list or a lower heading follows."""
    times = Counter(line.key for line in candidates if line.size <= LONGEST)
    short = {line.index for line in candidates if times[line.key] < 3 and is_short(line)}
    closing = _list_of_actions(lines, heads)
    chosen: list[Line] = []
    for line in candidates:
        if line.index not in short or not _is_followed(lines, line.index, front, heads):
            continue
        if line.index > closing and line.key not in USUAL_HEADINGS:
            continue
        if front and line.index < max(front) and _heads_front_matter(lines, line, front):
            continue
        before = lines[line.index - 1] if line.index else None
        if line.numbering.kind and any(
            lines[i].numbering.kind == line.numbering.kind for i in (line.index - 1, line.index + 1)
        ):
            continue  # an item of a list
        alike = before is not None and before.numbering.kind == line.numbering.kind
        if before and alike and before.index - 1 in short and before.index in short:
            continue  # the third and later of a run of short lines
        if (
            before
            and before.words.endswith(":")
            and not line.words.endswith(":")
            and before.index not in heads.form
            and before.index not in front
            and before.index not in short
        ):
            continue
        chosen.append(line)
    return chosen


def _list_of_actions(lines: list[Line], heads: Heads) -> int:
    """The line of the heading of a closing list of actions, under which short lines are cells and no headings."""
    found = sorted(index for index in heads.form if "action" in lines[index].key)
    closing = bool(found) and found[0] * 2 > len(lines) and found[-1] - found[0] < 6
    return found[0] if closing else len(lines)


def _heads_front_matter(lines: list[Line], line: Line, front: set[int]) -> bool:
    """Is it a part of the title: a short line above date, place and attendance, which no text follows?"""
    below = line.index + 1
    while below < len(lines) and below not in front and not is_running(lines[below]) and below < line.index + 4:
        below += 1
    return line.key not in USUAL_HEADINGS and below in front and lines[below].index == below


def _is_followed(lines: list[Line], index: int, front: set[int], heads: Heads) -> bool:
    """Does something stand under it?  Front matter is followed by attendance or by nothing."""
    at = index + 1
    while at < len(lines) and (at in heads.form or lines[at].kind is BlockKind.HEADING):
        at += 1
    return at < len(lines) and at not in front
