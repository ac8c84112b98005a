"""Where a list of people ends.

Comes in: the strips behind a label.  Goes out: the number of the first that does not belong to its list.  The one idea: a list goes on for as
long as its lines name somebody; a short line that running text follows is the next heading, not the last name.
"""

from __future__ import annotations

import re

from kg.lexicon.inflection import pasts
from kg.model import Attendance, BlockKind, Span
from kg.patterns import expression
from kg.structure.absences import absent
from kg.structure.entries import Entry
from kg.structure.inline import entries_of
from kg.structure.joining import joining
from kg.structure.labels import Label, label_of, role_label
from kg.structure.lines import Line, heads_bullets
from kg.structure.listed import TASK, gap, in_group, of_line
from kg.structure.people import is_body, is_name, is_post, read_name
from kg.structure.words import FINITE, LABEL_ROLES, LABELS, PAST, PROCEDURAL, TAKING_PART, USUAL_HEADINGS

_SMALL = frozenset("of and for the to in at by from on with a an".split())
_FOR_BODY = expression(r"(?:For|From|Representing|On behalf of) (?:the )?(?P<body>[A-Z][\w’'&-]*(?: [\w’'&-]+){0,7})")
_BRACKETS = expression(r"\([^)]*\)")
_CHAIRED = expression(r"\b(?:took|was in|occupied|vacated) the [Cc]hair\b|\b(?:chaired|presided)\b")
_DATED = expression(r"\b(?:19|20)\d\d\b")  # "Minutes - Spring Term, 25 January 2023" names nobody
_DOES = expression(r"(?:The |HM )?[A-Z][^,;:()]* \([A-Z][A-Za-z]+\) (?:also )?[a-z]+s (?:the|all|every|each|its) ")
_HOSTING = frozenset({"received", "hosted", "greeted", "met", "welcomed"})
_RESOLVED = expression(r"\b(?:RESOLVED|AGREED|NOTED|APPROVED|RECOMMENDED|DECIDED|RECEIVED|REQUESTED|INSTRUCTED)\b")
_NAMED = expression(
    r"(?:Both |The )?[A-Z][\w’'.-]*:?(?: (?:(?:of|and|for|the) )*[A-Z(][\w’'.)-]*)*(?:(?P<aside>, [^,;:]*,)| (?:then|also|next|first|both|all|again|warmly|strongly))?"
    r" (?P<verb>[a-z]+)[.,]?(?: (?P<behind>.*)|$)",
    re.DOTALL,
)
_LONGEST_POST = 60  # characters


def list_end(text: str, lines: list[Line], start: int, label: Label) -> int:
    """The first strip after the list; who has a part in the meeting ("Minutes: Jane Doe") did not send apologies."""
    at = start
    while at < len(lines) and _may_belong(text, lines, at):
        if label.attendance is Attendance.APOLOGIES and role_at(text, lines, at):
            return at
        at += 1
    followed = start < at < len(lines) and is_running(lines[at]) and not label_of(text, lines[at])
    return at - 1 if followed and _is_heading_of(text, lines, at - 1, start) else at


def _may_belong(text: str, lines: list[Line], at: int) -> bool:
    line = lines[at]
    raw = line.body.of(text)
    if (raw.startswith("**") and raw.endswith("**")) or (
        (line.kind is BlockKind.ITEM or line.is_closed) and TASK.match(line.words)
    ):
        return False
    if line.kind is BlockKind.HEADING or label_of(text, line) or group_at(text, lines, at):
        return False
    told = line.is_closed or line.words.startswith(("No ", "Not "))
    placed = line.words.startswith(("At ", "On ")) and not in_group(text, line)  # not "On behalf of the Trust: A, B"
    if placed or (told and absent(text, line.body)) or (line.size > 4 and joining(text, line.body)):
        return False
    if line.is_closed and _CHAIRED.search(line.words):
        return False  # "In the Minister's absence Andrew Stotter took the chair."
    if line.key in USUAL_HEADINGS or (line.key in PROCEDURAL and line.key not in LABEL_ROLES):
        return False
    head = line.words.split(":", 1)[0].casefold()
    if ":" in line.words and head in LABELS and head not in LABEL_ROLES:
        return False
    if line.numbering.kind in ("top", "bare", "deep", "letter", "small") and not read_name(line.words).end:
        return False
    several = ";" in line.words or "\n" in line.body.of(text)
    return not is_running(line) or bool(line.size > 30 and several and len(of_line(text, line)) > 2)


def is_running(line: Line) -> bool:
    """Is it running text: a sentence, or too long for an entry of a list?"""
    if line.size > 30 or (line.words.endswith(":") and line.size > 4):
        return True
    if line.size <= 4 and not line.is_closed:
        return False
    words = (_BRACKETS.sub("", line.words) if "(" in line.words else line.words).split()
    if line.is_closed and (_RESOLVED.search(line.words) or _acts(line.words) or not PAST.isdisjoint(words)):
        return True
    if line.is_closed and _DOES.match(line.words):
        return True  # "The Fal Inspectorate (FI) inspects the Fal Trust (FT)."
    if not FINITE.isdisjoint(words):
        return line.is_closed or line.size > 6
    if not line.is_closed or ";" in line.words:
        return False
    plain = sum(
        word.isalpha() and word.islower() and word not in _SMALL for word in (word.rstrip(".") for word in words)
    )
    return plain > 1 and not read_name(line.words).end and not is_post(line.words)


def _acts(words: str) -> bool:
    """ "Ms Bell queried the fee.", "The Head of Fees, with regret, accepted it.": does a verb of the past stand right behind a name or a post, or one
    of wishing to do something, and none of being there ("Ms Bell joined by telephone.")?"""
    named = _NAMED.match(words)
    if named is None:
        return False
    verb, behind = named["verb"], named["behind"]
    if verb == "apologised" and behind and behind.startswith(("for the", "that", "to", "on")):
        return True  # "Sam Orme apologised for the fog."
    if named["aside"] and verb in _HOSTING:
        return False  # "The Wardens, in good heart, received their guests."
    if verb.endswith("s") and (behind or "").startswith("to "):
        return True  # "Ms Bell hopes to publish it."
    return (verb.endswith("ed") or verb in PAST or verb in pasts()) and verb not in TAKING_PART


def _is_heading_of(text: str, lines: list[Line], at: int, start: int) -> bool:
    """Does the last line of the list head the running text that follows it?"""
    line = lines[at]
    name = read_name(line.words)
    if line.kind is BlockKind.ROW or line.index == lines[at + 1].index:
        return False
    if _stands_out(lines, at) or heads_bullets(text, lines, at):
        return True
    if line.kind is BlockKind.ITEM or (name.end and name.sure):
        return False
    if (name.end and name.end < len(line.words)) or in_group(text, line):
        return False
    if at > start and gap(text, lines, at + 1) and not gap(text, lines, at):
        return False  # a heading does not stick to the list above it
    if at > start and is_name(lines[at - 1].words) and (is_post(line.words) or is_body(line.words)):
        return gap(text, lines, at) and not gap(text, lines, at - 1)
    return True


def _stands_out(lines: list[Line], at: int) -> bool:
    """Is it all in capitals or numbered, as nothing above it in the list is ("1. DOORSTEP SELLING" below "Alan Pryce, Advocate")?"""
    line, above = lines[at], lines[at - 1]
    shouts = line.size > 1 and line.words.isupper() and not above.words.isupper()
    return shouts or (line.numbering.kind == "top" and above.numbering.kind == "")


def group_at(text: str, strips: list[Line], at: int) -> Label | None:
    """ "For the Council" alone above a name: where those below come from."""
    match = _FOR_BODY.fullmatch(strips[at].body.of(text))
    if match is None or at + 1 >= len(strips) or not read_name(strips[at + 1].words).sure or gap(text, strips, at + 1):
        return None
    start = strips[at].body.start
    return Label(Attendance.PRESENT, body=Span(start + match.start("body"), start + match.end("body")))


def role_at(text: str, strips: list[Line], at: int) -> Label | None:
    """ "Chair: Jane Doe", or "Chair" alone above one: a part in the meeting that labels a name and nothing else."""
    label = role_label(text, strips[at])
    if label is None or (label.role == "minute-taker" and strips[at].index == 0):
        return None  # "Note: Fal Council / Harbour Office" is a title
    if label.rest:
        entries = entries_of(text, label.rest) if not _DATED.search(text, label.rest.start, label.rest.end) else []
        return label if entries and all(entry.name or _is_capital_post(text, entry) for entry in entries) else None
    following = strips[at + 1].words if at + 1 < len(strips) else ""
    apart = at + 1 < len(strips) and gap(text, strips, at + 1) and strips[at + 1].kind is not BlockKind.ITEM
    return label if read_name(following).sure and not apart else None


def _is_capital_post(text: str, entry: Entry) -> bool:
    return entry.post is not None and text[entry.post.start].isupper() and len(entry.post) < _LONGEST_POST
