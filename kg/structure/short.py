"""Can a line be a heading, by its own words?

Comes in: a Line.  Goes out: yes or no.  The one idea: a heading is short, begins with a capital, does not end a sentence and has no finite verb; a
label, a name, a date, an owner with a task and a status are something else.
"""

from __future__ import annotations

import re

from kg.dates import find_dates
from kg.model import BlockKind
from kg.patterns import expression
from kg.structure.lines import Line
from kg.structure.people import is_name, read_name
from kg.structure.words import FINITE, LABELS, PLACES, QUESTION_WORDS, STATUSES, USUAL_HEADINGS

NUMBERED = ("top", "bare", "letter")
LONGEST = 14  # words
_LONGEST_NUMBERED = 26
_OWNER = expression(r"^(?:[A-Z][\w’'./&-]*,? (?:and |of |for )?){1,6}to [a-z]+")
_OWNED = expression(r"(?:[A-Z]{2,5}(?:(?:,|/| and| &) ?)?)+: [a-z]")  # "CCP: ask for the report"
_DECISION = expression(
    r"(?:RESOLVED|AGREED|NOTED|DECIDED|CARRIED|MOVED|ORDERED|RECOMMENDED|APPROVED|VOTED|LOST)\b.*[a-z]"
)
_SUBORDINATE = expression(r"\b(?:where|when|what|how|why|who|that|which|whose|if|because|while|as)\s.*$")


def is_title(line: Line) -> bool:
    words = line.words
    if not words or line.size > _LONGEST_NUMBERED or words[0].islower() or words.endswith((";", ",")):
        return False
    finite = not FINITE.isdisjoint(words.split())
    if line.is_closed and not words.endswith("?"):
        return line.size <= 7 and not finite and " to " not in words
    return not (finite and line.size > 8) or line.key.split(" ", 1)[0] in QUESTION_WORDS


def is_short(line: Line) -> bool:
    words = line.words
    if line.kind is BlockKind.HEADING:
        return True
    if line.numbering.kind in NUMBERED and line.numbering.kind != "bare" and not is_title(line):
        return False
    numbered = line.kind is BlockKind.ITEM and line.numbering.kind in ("top", "letter", "small")
    if (
        not (line.kind is BlockKind.PARAGRAPH or numbered)
        or line.size > LONGEST
        or not words
        or words[0].islower()
        or len(words) < 3
    ):
        return False
    closed = line.is_closed and line.key not in USUAL_HEADINGS
    if (closed and not words.endswith("?")) or words.endswith((",", ";", "-", "…")):
        return False
    return not _is_sentence(line) and not _is_other(line)


def _is_sentence(line: Line) -> bool:
    if line.words.endswith("?") and line.size > 8:
        return True
    clause = _SUBORDINATE.sub("", line.words) if line.size < 10 else line.words
    finite = not FINITE.isdisjoint(clause.split())
    return finite and line.key.split(" ", 1)[0] not in QUESTION_WORDS


def _is_other(line: Line) -> bool:
    """A label, a name, a date, an owner with a task, a status."""
    words = line.words
    if words.endswith(":") and not _is_capitalised(words):
        return True
    head, colon, _ = words.partition(":")
    if colon and head.casefold().strip("* ") in LABELS:
        return True
    if (
        _DECISION.match(words)
        or line.key in STATUSES
        or not any(map(str.isalpha, words))
        or _OWNER.match(words)
        or _OWNED.match(words)
    ):
        return True
    place = line.key.split(" ", 1)[0] in PLACES
    if line.key not in USUAL_HEADINGS and not place and is_name(words) and read_name(words).sure:
        return True
    dates = find_dates(words) if any(map(str.isdigit, words)) else []
    return bool(dates) and len(words) - sum(len(found.span) for found in dates) < 12


def _is_capitalised(words: str) -> bool:
    """Are all its longer words written with a capital?"""
    return all(
        word[0].isupper() or not word[0].isalpha() for word in re.sub(r"[‘'“\"(]", "", words).split() if len(word) > 4
    )
