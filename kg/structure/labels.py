"""Labels of attendance lists: "Present:", "In attendance", "Apologies for absence", "Officials (Presenting):".

Comes in: a Line or a cell.  Goes out: a Label, or None.  The one idea: a label may stand alone, with a colon, or before the names
on the same line; what it says of those under it is in :mod:`kg.structure.words`.
"""

from __future__ import annotations

import re

from kg.lexicon.lists import lists
from kg.model import Attendance, BlockKind, Span
from kg.patterns import expression
from kg.structure.lines import Line, key_of, trimmed
from kg.structure.people import is_body, is_post, read_name
from kg.structure.words import ATTENDANCE_LABELS, FINITE, LABEL_ROLES, LABELS, LAST_WORDS, NEEDS_COLON, OF_ONE_MEETING
from kg.values import value

_BRACKETS = expression(r"\s*[(\[][^()\[\]]*[)\]]")
_INLINE = expression(r"\s*(?P<label>[^:\t|]{2,60}?)\s*(?::|\t|\|)\s*(?P<rest>\S.*)", re.DOTALL)
_DASHED = expression(r"(?P<label>[^:–—,]{3,40}?)\s*(?:\s-|–|—)\s+(?P<rest>\S.*)", re.DOTALL)
_NEAR = 100  # characters within which a label ends, be there white space behind it
_WITH_SIGNS = ((_INLINE, ":\t|"), (_DASHED, "-–—"))  # each with the signs one of which it needs
_SIGN = expression(r"[:\t|–—-]")  # any of them
_GROUPED = expression(
    r"(?:present|attending|in attendance|attendees)?\s*(?:from|for|representing|on behalf of)\s+(?:the\s+)?(?P<body>.+)$",
    re.IGNORECASE,
)
_HEAD = expression(r"\s*(?P<head>[^:\t|;]{2,90}?)\s*(?P<sign>:|\s[-–—])\s+(?P<rest>\S.*)", re.DOTALL)
_QUALIFIED = expression(
    r"(?:independent|acting|interim|committee|board|panel|meeting|lay|honorary|hon\.?|temporary|outgoing|incoming)\s+"
)
_OPENING = expression(
    r"(?P<label>(?:also |members |officers |officials |others )?(?:present|in attendance|attending)|apologies(?: for absence)?)"
    r" (?:with|by|at|for|on|during|via|throughout|in)\b"
)
_FOR_ITEMS = expression(
    r"(?:(?:also |who )?(?:joined|joining|attended|attending|present|in attendance|there|by invitation|called in|dialled in|guests?|visitors?|presenters?)"
    r"(?: the (?:meeting|call))?|participants) (?:for|during|at|under) (?:(?:agenda )?(?:items?|points?|papers?)|part)\b.*"
    r"|(?:for|during) (?:the )?(?:first|second|third|fourth|fifth|sixth|last|final)(?: agenda)? (?:items?|part|half|session)(?: only)?"
    r"|(?:for|during) (?:agenda )?items? \d+(?:(?:, | and | to |-|–)\d+)*(?: only)?"
)
_SORRY = ("apologies", "apols", "regrets")
_ABSENT = expression(rf"[^-–—|:]*\b(?:{'|'.join(_SORRY)})$")  # not "Joan Brand - Apologies"
_UNABLE = expression(  # "People who couldn't come"
    r"(?:sorry|sad) not (?:to )?(?:(?:be )?(?:here|there|with us|able to (?:come|attend|join))|come|attend|join)"
    r"|(?:(?:people|those|others|members|colleagues|any(?:one|body)|the following) )?(?:who )?"
    r"(?:(?:could|did|can)(?: not|n't)|cannot|(?:were |was )?(?:unable|not able) to) (?:come|attend|join|make it|be (?:there|present|with us))"
)
_MEETINGS = frozenset(
    """
    roundtable round-table meeting call visit conversation discussion liaison summit workshop seminar note record catch-up catchup telecon
    briefing debrief huddle teleconference notes minutes
    """.split()
)
_OF_MEETING = expression(
    r"(?:(?:draft|final|short|brief|confirmed|agreed|liaison|quarterly|annual|monthly|weekly|telephone|video)\s+)*"
    r"(?:minutes?|notes?|record|summary|readout|call|meeting|visit|agenda)\b"
    r"|(?:[\w’'-]+ ){1,4}(?:meeting|call|visit|liaison|catch-?up|briefing|minutes|notes?)(?: (?:note|notes|minutes|record))?(?=\s*(?:[,;:(–—-]|$))",
    re.IGNORECASE,
)
_PARTS = expression(r"\s*[:–—]\s+")
_MEMBERS_OF = expression(rf"(?:\w+ )?members of the (?:\w+ )?(?:{'|'.join(OF_ONE_MEETING)})$")
_STAFF = ("officers", "officials", "staff", "representatives", "colleagues", "inspectors")
_STAFF_OF = expression(
    rf"\s*(?:{'|'.join(_STAFF)})\s+(?:of|from|for)\s+(?:the\s+)?(?P<body>[A-Z][^:\t|]{{2,60}}?)\s*:\s*(?P<rest>\S.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = expression(  # "Fal Council in attendance:", "PSNI officers present:"
    rf"\s*(?P<body>[A-Z][^:\t|,;()]{{2,80}}?)\s+(?:(?:{'|'.join(_STAFF)}|members)\s+)?"
    r"(?P<label>present|in attendance|attending|apologies)\s*:\s*(?P<rest>\S.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_IN_BEHIND = ("present", "attend", "apologies")  # one of them is in each
_PANELS = lists("layout").words("panels-that-meet")
_OF_BODY = expression(
    r"(?:(?:present|attending)\s+)?(?:for|from|representing|on behalf of|on the part of)\s+(?:the\s+)?", re.IGNORECASE
)


@value
class Label:
    """A label, what it says of those under it, and the names on the same line (``rest``) or the body they come from."""

    attendance: Attendance
    role: str | None = None
    rest: Span | None = None
    body: Span | None = None


def label_of(text: str, line: Line) -> Label | None:
    """The label that the line is or begins with."""
    if line.kind is BlockKind.ROW and len(line.cells) > 1:
        return None
    if staff := _staff_of(line, text) or _behind_body(line, text):
        return staff
    if line.size <= 8:
        whole = _whole(line.words, line.key)
        if whole:
            return whole
        grouped = _GROUPED.match(line.key) if line.words.endswith(":") else None
        if grouped:
            start = line.body.start + line.body.of(text).lower().find(grouped["body"][:10])
            return (
                Label(Attendance.PRESENT, body=trimmed(text, Span(start, line.body.end - 1)))
                if start >= line.body.start
                else None
            )
    if not _SIGN.search(text, line.body.start, min(line.body.start + _NEAR, line.body.end)):
        return None
    body = line.body.of(text)
    near = body[:_NEAR]
    for pattern, signs in _WITH_SIGNS:
        match = pattern.match(body) if any(map(near.__contains__, signs)) else None
        if match and _is_loose(key_of(match["label"])) and not _heads_names(match):
            continue
        if match and (found := _whole(match["label"] + ":" * (pattern is _INLINE), key_of(match["label"]))):
            rest = Span(line.body.start + match.start("rest"), line.body.end)
            return Label(found.attendance, found.role, rest, _fronted(match, line.body.start))
    return None


def _fronted(match: re.Match[str], offset: int) -> Span | None:
    """ "Attending for the Grazings Commission (GC): A, B": the body that a label gives the names for."""
    fronted = _OF_BODY.match(match["label"])
    head = _BRACKETS.sub("", match["label"][fronted.end() :]).rstrip() if fronted else ""
    if fronted is None or not head[:1].isupper() or not is_body(head):
        return None
    start = offset + match.start("label") + fronted.end()
    return Span(start, start + len(head))


def _is_loose(key: str) -> bool:
    """Is it a label by its last word alone, or one that is a common word as well ("Some background for new members: …")?"""
    return key in NEEDS_COLON or _known(key) is None


def _heads_names(match: re.Match[str]) -> bool:
    """ "There: A, B", but not "There<tab>are plans" or "Unions: Ms A had written": does a common word stand as a label?"""
    return ":" in match.string[: match.start("rest")] and FINITE.isdisjoint(match["rest"].split())


def _staff_of(line: Line, text: str) -> Label | None:
    """ "Officers of Harbourshire County Council: A and B": those in attendance, and the body that they serve."""
    match = _STAFF_OF.match(line.body.of(text)) if line.key.startswith(_STAFF) else None
    if match is None or not text[line.body.start + match.start("body")].isupper():
        return None
    start = line.body.start
    rest = Span(start + match.start("rest"), line.body.end) if match["rest"] else None
    return Label(Attendance.IN_ATTENDANCE, rest=rest, body=Span(start + match.start("body"), start + match.end("body")))


def _behind_body(line: Line, text: str) -> Label | None:
    """ "FAL HARBOUR AUTHORITY IN ATTENDANCE:": how those below took part, and the body that they come from."""
    if ":" not in line.words:
        return None
    low = line.words.lower()
    match = _BEHIND.match(line.body.of(text)) if any(map(low.__contains__, _IN_BEHIND)) else None
    found = _known(match["label"].lower()) if match else None
    if match is None or found is None or _known(line.key) or not _is_named(match["body"], match["label"]):
        return None
    start = line.body.start
    rest = Span(start + match.start("rest"), line.body.end) if match["rest"] else None
    return Label(found.attendance, rest=rest, body=Span(start + match.start("body"), start + match.end("body")))


def _is_named(words: str, label: str) -> bool:
    """Is it a body with a name of its own: neither the panel whose meeting this is nor a word in capitals ("OTHERS PRESENT:")?"""
    last = words.rsplit(" ", 1)[-1].lower()
    if last in _PANELS or last in LAST_WORDS or not words[0].isupper():
        return False
    return is_body(words) and (" " in words or label.islower())


def is_label(words: str) -> bool:
    """Do the words, before a colon, label a list of people?"""
    key = key_of(words)
    return key in LABEL_ROLES or _whole(words.rstrip(": ") + ":", key) is not None


def role_label(text: str, line: Line) -> Label | None:
    """ "Chair: Jane Doe", "Chair" above a name: a part in the meeting that labels who has it; the reader checks that it is a name."""
    match = _head(line.body.of(text))
    key = key_of(match["head"]) if match else line.key
    if key not in LABEL_ROLES and (qualified := _QUALIFIED.match(key)):
        key = key[qualified.end() :]
    if key not in LABEL_ROLES or (not match and line.words != line.words.strip(". ")):
        return None
    rest = Span(line.body.start + match.start("rest"), line.body.end) if match else None
    return Label(Attendance.PRESENT, LABEL_ROLES[key], rest)


def group_of(text: str, line: Line) -> Label | None:
    """ "Wessex Water: A (Chair), B", "For the Trust: C": those named behind the colon or dash, and the body that they come from."""
    match = _head(line.body.of(text))
    key = key_of(match["head"]) if match else ""
    if not match or key in LABELS or match["head"].count(" ") > 11 or key in LABEL_ROLES:
        return None
    if key.rsplit(" ", 1)[-1] in _MEETINGS or any(map(_OF_MEETING.match, _PARTS.split(match["rest"]))):
        return None  # "Roundtable: the Board and the Trust", "HPR – SEVERN GRID: call note, 3 December"
    if line.is_closed and not FINITE.isdisjoint(match["rest"].split()):
        return None  # "Ferries: Ms A had written."
    fronted = _OF_BODY.match(match["head"])
    whole = match["head"][fronted.end() if fronted else 0 :]
    head = _BRACKETS.sub("", whole).rstrip()
    if "," in head and is_post(head.split(",", 1)[0]):
        return None  # "Chief Executive, OPCC: Jane Doe": one person with post and body
    if not head or not head[0].isupper() or (read_name(head).sure and not _has_article(fronted)):
        return None
    start = line.body.start + match.start("head") + (fronted.end() if fronted else 0)
    rest = Span(line.body.start + match.start("rest"), line.body.end)
    first = match["rest"].replace(";", ",").split(",")[0].strip()
    lettered = whole != head and is_post(first) and not read_name(first).sure  # "Tram Regulator (TR): Head of Fares"
    named = fronted or is_body(head) or _is_proper(head) or lettered
    body = Span(start, start + len(head)) if named and whole.startswith(head) else None
    return Label(Attendance.PRESENT, rest=rest, body=body)


def _has_article(fronted: re.Match[str] | None) -> bool:
    """ "For the Heather Alliance: A, B": no person, for all that a first name does."""
    return fronted is not None and fronted[0].rstrip().lower().endswith(" the")


def _head(body: str) -> re.Match[str] | None:
    """What stands before a colon or dash, where there is one at all."""
    return _HEAD.match(body) if any(map(body.__contains__, ":-–—")) else None


def _is_proper(head: str) -> bool:
    """Words that all begin with a capital, and whose last is neither a post nor a kind of member: the name of a body."""
    words = head.split()
    return all(word[0].isupper() or word in ("of", "for", "and", "the", "&") for word in words) and not (
        words[-1].lower() in LAST_WORDS or is_post(head)
    )


def cell_label(text: str, cell: Span) -> Label | None:
    """The label that a table cell holds."""
    words = " ".join(cell.of(text).split())
    return _whole(words, key_of(words)) if len(words) < 60 else None


def _whole(words: str, key: str) -> Label | None:
    found = _known(key)
    if found:
        return None if key in NEEDS_COLON and not words.rstrip("*_ ").endswith(":") else found
    if key.startswith(("member", "other", "co")) and _MEMBERS_OF.match(key):
        return Label(Attendance.PRESENT, "member")
    bare = key_of(_BRACKETS.sub("", words)) if "(" in words or "[" in words else key
    if bare != key and (found := _known(bare)):
        return found
    if (
        bare.endswith(_SORRY) and bare.count(" ") < (6 if words.rstrip().endswith(":") else 4) and _ABSENT.match(bare)
    ) or _UNABLE.fullmatch(bare):
        return Label(Attendance.APOLOGIES)
    if words.rstrip().endswith(":") and "pologies" not in words and bare.count(" ") < 12 and _FOR_ITEMS.fullmatch(bare):
        return Label(Attendance.PART)  # "Joined for agenda item 2: Ann Roe"
    if words.rstrip().endswith(":") and (opening := _OPENING.match(bare)) and bare.count(" ") < 12:
        return _known(opening["label"])
    if not words.rstrip().endswith((":", ":**")) or bare.count(" ") > 5:
        return None
    attendance = LAST_WORDS.get(bare.rsplit(" ", 1)[-1])
    if attendance is None:
        return None
    if "apologies" in bare or "absent" in bare:
        attendance = Attendance.APOLOGIES
    return Label(attendance, LABEL_ROLES.get(bare.rsplit(" ", 1)[-1]))


def _known(key: str) -> Label | None:
    attendance = ATTENDANCE_LABELS.get(key)
    if attendance is None and key.startswith("not ") and key[4:] in ATTENDANCE_LABELS and key[4:] not in NEEDS_COLON:
        attendance = Attendance.APOLOGIES  # "Not on the line"
    return Label(attendance, LABEL_ROLES.get(key)) if attendance else None
