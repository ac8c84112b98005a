"""An action taken apart: owner, task and term, in whatever order and with whatever marks between them.

Comes in: the words of an action ("FT – new rota – 30/6", "new rota (FT, Friday)", "4.1 Lamps: T. Wren, 3 May").  Goes out: Parts.  The
one idea: the pieces between the marks tell by themselves what they are: names of owners, a term, or else the task.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.dates import is_term
from kg.model import Span
from kg.patterns import expression
from kg.structure.actions.owners import INITIALS, owner
from kg.structure.actions.who import Known
from kg.structure.lines import trimmed, within

REFERENCE = expression(
    r"[(\[]?(?:(?:[Rr]ef|[Ii]tem|[Mm]in(?:ute)?)\.?\s+)?(?P<number>(?<=[Mm]inute\s)\d{1,4}(?=\s*[(:–—-])|\d{1,4}/\d{1,4}(?:[/.]\d+)*|AP ?\d{1,3}|\d{1,3}\.\d{1,2}"
    r"|[A-Z]\d{1,3}|[A-Z]{1,5}/\d{1,4}(?:/\d+)*|[A-Z]{2,4}-?\d{1,4}(?:[/.]\d+)*)"
    r"[)\]]?(?:\s\([^()]{2,50}\)(?=\s*[:–—-]))?\s*[:.)–—|-]?\s+(?P<rest>.+)",
    re.DOTALL,
)
_MARK = expression(
    r"\s+(?:[–—|>]{1,2}|/|-|\.{3,}|…)\s+|\s*(?:→|⇒|->|=>|>>)\s*|[*_]*:[*_]*\s+|\s*\t\s*|\s{2,}|\s+\|\s*|;\s+"
)
_CUT = expression(_MARK.pattern + r"|[.,]\s+")
_TAIL = expression(r"\s*[\[(]([^()\[\]]{1,70})[\])]\s*\.?\s*$")
_HEAD = expression(rf"[*_]*[\[(](?P<inside>[^()\[\]]{{1,70}})[\])][*_]*\s*[:–—-]?\s*|(?P<who>{INITIALS})\.\s+(?=[A-Z])")
_ABREAST = expression(rf"\s(?P<who>{INITIALS})\s+(?P<due>\S.{{0,24}})$")
_LIST = expression(r"\s*[,;]\s*|\s+[–—-]\s+|\s+(?=by\s|due\s|before\s|until\s)")
_LABEL = expression(
    r"(?:^|(?<=[.;,(\[|–—])\s*|(?<=[\w)])\s+-\s+|\s{2,}|\s)(?:(?P<who>(?:action )?owners?|lead|resp(?:onsible|onsibility)?\.?|by whom|who|assigned to|"
    r"action (?:on|by|for))|(?P<due>due(?: date| by)?|deadline|by when|when|by|target(?: date)?|timescale|timing))\s*[:=]\s*",
    re.IGNORECASE,
)
_NUMBER = expression(r"\d{1,3}[:.)]\s+(?=\S)")
_OPENS = expression(r"(?:owners?|lead|resp(?:onsible|onsibility)?\.?|by whom|who)\s*[:=]", re.IGNORECASE)
_NO_TERM = expression(
    r"(?:no date|none|ongoing|on-going|tbc|tba|tbd|asap|as soon as possible|when (?:possible|available|ready|published)|on publication|immediate(?:ly)?|standing|[-–—]|n/?a)[.)]*$",
    re.IGNORECASE,
)


class Parts(NamedTuple):
    """The task, and owners and term where the words tell them."""

    task: Span
    owners: Span | None = None
    due: Span | None = None


def take_apart(text: str, span: Span, known: Known) -> Parts | None:
    """Owner, task and term of an action without "to" and a verb; None where it names neither owner nor term by its marks."""
    return _labelled(text, span, known) or _headed(text, span, known) or _marked(text, span, known)


def labels_alone(text: str, span: Span, known: Known) -> tuple[Span | None, Span | None] | None:
    """ "Lead: Head of Policy. Due: 30 April.": owners and term of the task that stands on the line above; None where it tells a task itself."""
    marks = _labels(text, span)
    if not marks or len(_bare(text, Span(span.start, marks[0].start))):
        return None
    owners = due = None
    for mark, end in zip(marks, [*(mark.start for mark in marks[1:]), span.end], strict=True):
        told = owners_and_term(text, _bracketless(text, Span(mark.end, end)), known)
        if told is None:
            return None
        owners, due = owners or told[0], due or told[1]
    return (owners, due) if owners else None


def _labels(text: str, span: Span) -> list[Span]:
    """The labels of owner and term in the words, each with its colon."""
    words = span.of(text)
    return [within(span, *mark.span()) for mark in _LABEL.finditer(words)] if ":" in words or "=" in words else []


def task_and_term(text: str, span: Span, known: Known) -> tuple[Span, Span | None]:
    """ "speak to the owners. By: end September": the task, and the term that a label behind it tells."""
    parts = _labelled(text, span, known)
    return (parts.task, parts.due) if parts and parts.due and not parts.owners else (span, None)


def begins_with_owner(text: str, span: Span) -> bool:
    """Does a label begin the words ("Lead: FT. Circulate the rota")?"""
    return bool(_OPENS.match(text, span.start, span.end))


def owners_and_term(text: str, span: Span, known: Known) -> tuple[Span | None, Span | None] | None:
    """ "FT, by 30 June", "SD, CY, April 2014", "30/6": owners, a term or both, and nothing else."""
    span = _bare(text, span)
    if not len(span):
        return None
    if is_due(text, span):
        return None, span
    if known.owners(span.of(text)):
        return span, None
    marks = [match.span() for match in _LIST.finditer(text, span.start, span.end)]
    for start, end in reversed(marks):
        if known.owners(text[span.start : start]) and is_due(text, Span(end, span.end)):
            return Span(span.start, start), Span(end, span.end)
        if is_due(text, Span(span.start, start)) and known.owners(text[end : span.end]):
            return Span(end, span.end), Span(span.start, start)
    return None


def is_due(text: str, span: Span) -> bool:
    """Do the words tell a term and nothing else?"""
    return bool(_NO_TERM.match(text, span.start, span.end)) or is_term(text, span.start, span.end)


def _bare(text: str, span: Span) -> Span:
    """The span without the marks and white space around it."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n*_,;:–—-|/":
        start += 1
    while end > start and text[end - 1] in " \t\n*_,;:–—-|/.":
        end -= 1
    return Span(start, end)


# ── "Circulate the rota. Lead: FT. By: 30 June." ──────────────────────────────────────────────────────────────────────


def _labelled(text: str, span: Span, known: Known) -> Parts | None:
    marks = _labels(text, span)
    if not marks:
        return None
    ends = [mark.start for mark in marks[1:]] + [span.end]
    owners = due = None
    task = Span(span.start, marks[0].start)
    for mark, end in zip(marks, ends, strict=True):
        told = owners_and_term(text, _bracketless(text, Span(mark.end, end)), known)
        if told is None and not len(_bare(text, task)):  # "Lead: FT – circulate the rota"
            cut = _CUT.search(text, mark.end, end)
            told = owners_and_term(text, Span(mark.end, cut.start()), known) if cut else None
            task = Span(cut.end(), end) if cut else task
        if told is None:
            return None
        owners, due = owners or told[0], due or told[1]
    task = _task(text, task)
    return Parts(task, owners, due) if len(task) else None


def _bracketless(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1] in ")]. \t\n":
        end -= 1
    return Span(span.start, end)


# ── "(FT) circulate the rota" ─────────────────────────────────────────────────────────────────────────────────────────


def _headed(text: str, span: Span, known: Known) -> Parts | None:
    match = _HEAD.match(text, span.start, span.end)
    told = owners_and_term(text, Span(*match.span(match.lastgroup or 0)), known) if match else None
    if not match or told is None or match.end() >= span.end:
        return None
    return _with_tail(text, Span(match.end(), span.end), known, *told)


# ── "FT – rota – 30/6", "rota – FT", "rota (FT)" ──────────────────────────────────────────────────────────────────────


def _marked(text: str, span: Span, known: Known) -> Parts | None:
    pieces = _with_owners_whole(text, _pieces(text, span), known)
    first, last = 0, len(pieces)
    owners = due = None
    while last - first > 1 and (told := _told(text, pieces[first], known, owners, due)):
        owners, due = owners or told[0], due or told[1]
        first += 1
    while last - first > 1 and (told := _told(text, pieces[last - 1], known, owners, due)):
        owners, due = owners or told[0], due or told[1]
        last -= 1
    return _with_tail(text, Span(pieces[first].start, pieces[last - 1].end), known, owners, due)


def _pieces(text: str, span: Span) -> list[Span]:
    pieces, start = [], span.start
    for match in _MARK.finditer(text, span.start, span.end):
        if match.start() > start:
            pieces.append(Span(start, match.start()))
        start = match.end()
    return [*pieces, Span(start, span.end)] if start < span.end else pieces or [span]


def _with_owners_whole(text: str, pieces: list[Span], known: Known) -> list[Span]:
    """ "SA / PC: joint paper": owners parted by a slash are one piece."""
    whole = pieces[:1]
    for piece in pieces[1:]:
        parted = text[whole[-1].end : piece.start].strip() == "/"
        if parted and known.owners(whole[-1].of(text)) and known.owners(piece.of(text)):
            whole[-1] = Span(whole[-1].start, piece.end)
        else:
            whole.append(piece)
    return whole


def _told(
    text: str, piece: Span, known: Known, owners: Span | None, due: Span | None
) -> tuple[Span | None, Span | None] | None:
    """What a piece at an end tells of owners and term, where that is not known yet."""
    told = owners_and_term(text, piece, known)
    return told if told and not (owners and told[0]) and not (due and told[1]) else None


def _with_tail(text: str, task: Span, known: Known, owners: Span | None, due: Span | None) -> Parts | None:
    """What stands in brackets, behind a comma or as a sentence of its own at the end of the task; and "By 30 June: FT to …"."""
    tail = _TAIL.search(text, task.start, task.end)
    told = owners_and_term(text, Span(*tail.span(1)), known) if tail else None
    if tail and told and told[0] and _is_acronym(told[0].of(text), text[task.start : tail.start()]):
        told = None
    if tail and told and not (owners and told[0]) and not (due and told[1]) and tail.start() > task.start:
        owners, due, task = owners or told[0], due or told[1], Span(task.start, tail.start())
    comma = max(text.rfind(",", task.start, task.end), text.rfind(". ", task.start, task.end))
    if due is None and comma > task.start and is_due(text, Span(comma + 1, task.end)):
        due, task = _bare(text, Span(comma + 1, task.end)), Span(task.start, comma)
    stop = text.rfind(". ", task.start, task.end) if due and owners is None else -1
    if stop > task.start and known.owners(text[stop + 2 : task.end]):  # "Letter to the operator. Clerk. 2 July."
        owners, task = _bare(text, Span(stop + 2, task.end)), Span(task.start, stop)
    if owners is None and due and (owned := owner(task.of(text))):
        owners = Span(task.start, task.start + len(owned["who"].rstrip(" ,")))
        task = Span(task.start + owned.start("verb"), task.end)
    abreast = None if owners or due else _ABREAST.search(text, task.start, task.end)
    if abreast and known.person(abreast["who"]) and is_due(text, Span(*abreast.span("due"))):
        owners, due = Span(*abreast.span("who")), Span(*abreast.span("due"))
        task = Span(task.start, abreast.start())
    task = _task(text, task)
    return Parts(task, owners, due) if (owners or due) and len(task) else None


def _is_acronym(letters: str, words: str) -> bool:
    """ "National Information Infrastructure (NII)": letters that stand for the words before them."""
    starts = "".join(word[0] for word in re.findall(r"[A-Z]\w*", words))
    return letters.isupper() and starts.endswith(letters)


def _task(text: str, span: Span) -> Span:
    span = trimmed(text, span)
    if number := _NUMBER.match(text, span.start, span.end):  # what is left of "Item 4.2: "
        span = Span(number.end(), span.end)
    end = span.end
    while end > span.start and text[end - 1] in " \t\n*_,;:–—-|([":
        end -= 1
    return Span(span.start, end)
