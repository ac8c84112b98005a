"""Who was there and who was not, as the sentences of the opening tell it.

Comes in: a strip that is a sentence.  Goes out: Entries with the Label that the words give them.  The one idea: a few verbs tell of taking
part ("attended", "joined by telephone", "kept this record", "had hoped to attend"); those named before or behind them are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.entries import Entry
from kg.structure.inline import entries_of
from kg.structure.labels import Label
from kg.structure.lines import key_of
from kg.structure.people import is_name, is_post
from kg.structure.words import NOBODY

Told = tuple[Entry, Label]

_AUX = r"(?:had been |has been |have been |was |were |is |are )(?:also )?"
_TAIL = (  # what may follow "attended": the end, or how, when and in what part
    r"(?=\s*(?:[,.;:]|$|\s(?:the (?:meeting|call|visit|discussion|session)|for\b|by\b|via\b|remotely|online|as\b|in\b|from\b|until\b"
    r"|throughout|on behalf|instead|and\b|but\b|at\b|with\b|to\b)))"
)
_APOLOGY_LIST = expression(
    r"\b(?:apologies|(?:an )?apology|(?<!his )(?<!her )(?<!their )regrets(?=\s+(?:were|was|had|have|received|sent|from)\b))(?: for (?:absence|non-attendance|lateness|inability to attend))?,?\s+"
    r"(?:(?:were|was|are|is|had been|have been|has been|had also been|were also)\s+)?"
    r"(?:(?:received|sent|noted|given|accepted|recorded|offered|tendered|submitted|intimated|conveyed|made|presented|reported|lodged)\s+)?"
    r"(?:(?:in advance|beforehand|earlier|by (?:email|letter|telephone|phone))\s+)?(?:from|by|on behalf of|for|of)\s+(?P<who>[^:]+)",
    re.IGNORECASE,
)
_ABSENT = expression(
    r"(?P<who>[^:;]{4,220}?)(?:,? (?:was|were|had been|being|having been|who|whom|detained|kept)\b[^;:.]*?)??,?(?: and)?\s+(?:"
    r"(?:(?:had been|was|were) (?:also )?(?:invited|expected|due),? but )?"
    r"(?:had |have |has |also )?(?:sent|gave|given|offered|submitted|tendered|conveyed)\s+(?:their |his |her )?(?:apologies|regrets)\b"
    rf"|{_AUX}(?:unable to (?:attend|be present|join|come|take part|be there|travel|make it)|absent|unwell|expected"
    r"|not (?:present|able to (?:attend|join|be present)|in attendance))\b"
    r"|begged to be excused|asked to be excused|(?:was|were) (?:detained|laid (?:low|up)|kept (?:away|at home)|called away)\b"
    r"|(?:(?:could|did|can)(?: not|n[’']t)|cannot) (?:attend|be present|join|take part|come|be there|make it)\b"
    r"|had (?:also )?(?:hoped|intended|meant|been due|been expected) to (?:attend|be (?:there|present)|join|take part|come)\b)"
)
_ABSENCE = "apologies regrets unable absent unwell expected not hoped intended meant due excused detained laid kept called n't n’t cannot".split()  # one of them is in each
_NOT_THERE = expression(  # "No Della Shaw (Cabinet Office) – apols."
    r"(?:No|Not) (?P<who>(?:[A-Z][\w’'.-]+ ){1,4}?(?:\([^()]*\))?)\s*(?:[–—,-]\s?|\()\s*(?:(?:sent|with|gave) )?(?:apols|apologies|regrets|on leave|away|ill|unwell|off sick|sick)\b"
)
_BEFORE = expression(  # those named, then what they did
    r"(?P<who>[A-Z][^:]{2,420}?),?\s+(?:also |both |all |had |then |again |kindly )*(?P<verb>"
    r"(?:attended|participated|observed|sat in|dialled in|phoned in|took part|presided|chaired|minuted"
    r"|was present|were present|was in attendance|were in attendance|(?:was|were) (?:also )?on the (?:call|line))"
    rf"{_TAIL}"
    r"|(?:was|were) (?:also )?present\b|(?:was|sat) in the chair|(?:took|taking|in) the chair"
    r"|joined (?:(?:the )?(?:meeting|call|discussion|us|them|those|by|via|on|remotely|online|for|from|in|at)\b)"
    r"|(?:kept|keeping|took|taking|made|wrote|prepared) (?:this|the|these|a) (?:record|minutes?|notes?)\b"
    r"|(?:was|were) at (?:his|her|their|the) (?:[\w’']+ )?(?:side|elbow|right hand|left hand|shoulder)\b|(?:was|were) (?:good|kind) enough to (?:join|attend|come)\b"
    r"|(?:was|were) (?:also )?(?:of the party|there|in the room|with (?:him|her|them)\b)|came too|came with (?:him|her|them)\b"
    r"|(?:acted|served|sat) as (?:secretary|clerk|chair|minute|note)\w*)"
)
_BEHIND = expression(  # what was done, then those named
    r"(?:^|(?<=[\s,;]))(?:(?:those|others?|the (?:other|following|remaining) \w+|members|officers|officials|also) )*(?P<verb>"
    r"(?:[Pp]resent|[Aa]ttending|[Ii]n attendance|[Tt]aking part|[Pp]articipating|[Oo]n the (?:call|line))"
    r"(?: (?:at|for|on|in) the (?:meeting|call|day|discussion|visit))?(?: (?:were|was|is|are)(?: also)?)?(?: the following)?:?"
    r"|(?:was|were) (?:also )?(?:attended|joined|accompanied|represented|supported|assisted|chaired|minuted|presided over"
    r"|received|met|greeted|welcomed|shown round)(?:,? (?:at|in|on|off) the [a-z]+,?)?"
    r"(?:,? (?:by (?:telephone|phone|video|video link|Teams)|for (?:this|one|that|part|the) (?:item|of the meeting|meeting)?|remotely),?)? by"
    r"|(?:[Oo]ur |[Tt]he )?(?:[Gg]uests?|[Vv]isitors?|[Oo]ther guests|[Ss]peakers?)(?: (?:this time|on the day|today))? (?:were|was)(?: also)?"
    r"|[Ww]ith (?:him|her|them|(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) (?:was|were)(?: also)?"
    r"|(?:[Aa]round|[Rr]ound|[Aa]t) (?:the|our|a) table (?:sat|were)"
    r"|(?:[Aa]lso )?[Aa]t the (?:meeting|call|session|visit) (?:were|was)(?: also)?|[Aa]lso (?:there|around the table) (?:were|was)"
    r"|[Ii]n the chair (?:sat|was)|had the (?:pleasure|honour|privilege) of (?:receiving|welcoming|meeting)(?: in [^,;.]{3,30}?(?= (?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b))?"
    r"|(?:[Tt]here )?(?:[Gg]athered|[Aa]ssembled|[Ff]oregathered|[Ss](?:at|eated) down|[Ss]eated|[Cc]ame together|[Cc]onvened)"
    r"(?: together)?(?: (?:a)?round| at| about)?(?: the| a)? (?:table|fire|room)(?: were)?:?"
    r"|[Tt]here (?:gathered|assembled|foregathered|sat down|came together|met)(?: together)?"
    r"|[Tt]he following (?:attended|were present|took part)(?: the meeting)?:?"
    r"|(?:[Aa]ttended|[Cc]haired|[Mm]inuted|[Mm]inutes taken|[Nn]otes? taken) by)\s+(?P<who>[^:]+)"
)
_IN_BEHIND = (  # one of them is in each
    "was", "were", " by", "resent", "ttending", "n attendance", "aking part", "articipating", "n the call", "n the line", "n the chair", "had the ",
    "athered", "ssembled", "at down", "eated", "ame together", "onvened", "here met", "he following", " table",
)  # fmt: skip
_MET = expression(
    r"(?P<who>(?:The |the )?[A-Z][^:;.]{2,200}?)\s+"
    r"(?:,? ?(?:visited|toured|came to|went to|called at|travelled to) [^.;]{3,60}? and (?:afterwards |then |later |there )?met"
    r"|,? ?spent (?:the|a|an|most of the|part of the) (?:whole )?(?:day|morning|afternoon|evening|hour|week)(?: in \w+)? (?:with|at)"
    r"|met|visited|saw|hosted|received|spoke (?:to|with)|called (?:up)?on|sat down with|paid a (?:visit|call) (?:to|on)"
    r"|(?:held|had) (?:a|an|another|the|his|her|its|their)(?: [\w-]+){0,5}? (?:meetings?|calls?|conversations?|talks|discussions?) with)\s+(?:with\s+)?"
    r"(?P<other>(?:the )?(?:[A-Z]).+?)(?=\s+(?:on (?:\d|[A-Z]\w+day|the (?:morning|afternoon|evening|\d))|at \d|in (?:[A-Z]\w+ )?\d{4}|to [a-z]|by (?:tele|video|phone|conference)"
    r"|over |via |about |last |again|yesterday|(?:for (?:a|an|the)|(?:for|at) (?:their|its|his|her|our))\b)|,\s+in [A-Z][\w’'-]+(?=[.;]|$)|[.;]|$)",
    re.DOTALL,
)
_BEFORE_A_LIST = expression(  # "The Commissioner met:", and those whom she met on the lines below
    r"(?P<who>(?:The |the )?[A-Z][^:;.]{2,200}?)\s+(?:also )?"
    r"(?:met|visited|spoke (?:to|with)|held (?:a meeting|a call|talks) with|(?:was|were) (?:joined|met|received|accompanied|welcomed) by)"
    r"(?: with)?(?: the following(?: people)?)?:\s*$"
)
_AND_BY = expression(
    r"\s+and\s+(?:then\s+)?(?:shown|taken|given|led|guided|driven|briefed|introduced|received|welcomed|joined|accompanied|met|greeted|escorted)"
    r"\b[^.;:()]*?\bby\s+"
)
_FOR = expression(
    r"(?:For|From|Representing|On behalf of|On the part of)\s+(?:the\s+[a-z]+|(?:the\s+)?[A-Z][^:;.]{1,70}?),\s"
)
_VISITING = expression(
    r",?\s+(?:then |later |also )*(?:visited|toured|came to|went to|called at|travelled to|paid a visit to|spent)\s[^.;]*?(?:,\s+(?:where|when|and)\b|\s+and\b)"
)
_AND_MET = expression(
    r",?\s+and\s+(?:then |later |afterwards |also )*(?:met|saw|spoke|talked|toured|visited|inspected|heard|sat|joined)\b"
)
_WITH_HOST = expression(
    r"accompanied|attended by|receiv(?:ed|ing)|welcoming|meeting|\bmet\b|joined|supported|assisted|greeted|welcomed|shown"
)  # who is named before was there
_STATEMENT = expression(
    r"\b(?:said|told|asked|reported|explained|noted|agreed|thanked|welcomed|opened|introduced|reminded|thought|hoped that)\b"
)
_MINUTES = expression(
    r"(?:kept|keeping|took|taking|made|wrote|prepared) (?:this|the|these|a) (?:record|minutes?|notes?)|minuted|[Mm]inutes taken|[Nn]otes? taken"
)
_STOP = expression(r"[.](?<=[a-z)\]]{2}[.])(?=\s|$)")
_JOINED = expression(r",\s+(?:and|but|while)\s+(?=(?:the\s+)?[\w’' ]+,?)|;\s+(?:and\s+)?")
_CHAIR = expression(r"chair|presid")
_REMOTE = expression(
    r"\b(?:by|via|on) (?:the )?(?:tele)?phone|by (?:tele)?conference|video|Teams|Zoom|remotely|dialled|phoned|on the (?:call|line)"
)
_PART = expression(r"\b(?:for (?:this|one|that|part|the|item)|until|left|from \d|in part|had to leave)")


def told(text: str, span: Span) -> list[Told]:
    """Those of whom the sentences say that they took part or that they did not."""
    first = _until_sentence(text, span)
    if first.end < span.end and text[first.end + 1 : span.end].strip():
        return [*told(text, first), *told(text, Span(first.end + 1, span.end))]
    raw, clauses = span.of(text), _clauses(text, span)
    missed = _absent(text, span, clauses)
    if missed or "pologies" in raw or "pology" in raw:
        return missed
    if _STATEMENT.search(raw):
        return []
    return _present(text, span, raw, clauses)


def host_of_list(text: str, span: Span) -> list[Told]:
    """Who met those on the lines below ("The Commissioner met:"); empty where the line opens no such list."""
    raw = span.of(text)
    match = _BEFORE_A_LIST.match(raw) if raw.rstrip().endswith(":") else None
    return list(_named(text, _at(span, match, "who"), _PRESENT)) if match else []


def tells_of_apologies(words: str) -> bool:
    """Can the sentence tell of apologies at all?"""
    return "polog" in words or "POLOG" in words


def apologies(text: str, span: Span) -> list[Told]:
    """Those whose apologies the sentence reports, wherever in the minutes it stands."""
    return [one for one in absent(text, span) if one[0].name or one[0].post or one[0].organisation]


def absent(text: str, span: Span) -> list[Told]:
    """Those of whom the sentence says that they were not there."""
    return _absent(text, span, _clauses(text, span))


def _absent(text: str, span: Span, clauses: list[Span]) -> list[Told]:
    label = Label(Attendance.APOLOGIES)
    raw = span.of(text)
    listed = _APOLOGY_LIST.search(raw) if tells_of_apologies(raw) or "regrets" in raw.lower() else None
    named = listed and list(_named(text, _until_sentence(text, _at(span, listed, "who")), label, loosely=True))
    if named:
        return named
    parts = ((text, part.start, part.end) for part in clauses)
    matches = (_NOT_THERE.match(*part) or _absence(*part) for part in parts)
    return [one for match in matches if match for one in _named(text, Span(*match.span("who")), label)]


def _absence(text: str, start: int, end: int) -> re.Match[str] | None:
    """Who did not come, where a word that tells of it is there at all."""
    words = text[start:end]
    return _ABSENT.match(text, start, end) if any(map(words.__contains__, _ABSENCE)) else None


def _until_sentence(text: str, span: Span) -> Span:
    """A list ends with its sentence; "Mr D. Poole" does not end one."""
    for match in _STOP.finditer(span.of(text)):
        word = span.of(text)[: match.start()].rsplit(None, 1)[-1]
        if len(word) > 4 or word[-1] == ")":
            return Span(span.start, span.start + match.start())
    return span


def _present(text: str, span: Span, raw: str, clauses: list[Span]) -> list[Told]:
    if _FOR.match(raw):
        return list(_named(text, span, Label(Attendance.PRESENT)))
    behind = _BEHIND.search(raw) if any(map(raw.__contains__, _IN_BEHIND)) else None
    if behind:
        label = _label(behind["verb"] + " " + raw[: behind.start()])
        before = _until_visit(text, _behind_opening(text, Span(span.start, span.start + behind.start())))
        host = _named(text, before, _PRESENT) if _WITH_HOST.search(behind["verb"]) else _before(text, before)
        who = _at(span, behind, "who")
        met = _AND_MET.search(text, who.start, who.end)
        who = Span(who.start, met.start()) if met else who
        found = [one for part in _parts(text, who) for one in _named(text, part, label)]
        return [*host, *(_one_chair(found) if label.role == "chair" else found)]
    found = [one for part in clauses for one in _before(text, part)]
    if found:
        return found
    met = _MET.match(raw)
    if met:
        hosts = _named(text, _behind_opening(text, _at(span, met, "who")), _PRESENT)
        found = [*hosts, *_named(text, _at(span, met, "other"), _PRESENT)]
        return found if any(entry.name for entry, _ in found) else []  # posts alone are the parties of a note
    return []


def _until_visit(text: str, span: Span) -> Span:
    """ "The Commissioner, Ann Roe, visited the Home, where she (was met by …)": who is named before the verb of visiting."""
    visit = _VISITING.search(text, span.start, span.end)
    return Span(span.start, visit.start()) if visit else span


_PRESENT = Label(Attendance.PRESENT)


def _one_chair(found: list[Told]) -> list[Told]:
    """ "In the chair sat A, and at her side B": the first of them presides."""
    return [*found[:1], *((entry, _PRESENT) for entry, _ in found[1:])]


_OPENING = expression(
    r"^(?!The |the ).*[,;]\s+(?:when|as|where|and|that)\s+(?=(?:the\s+)?[A-Z])"
    r"|^(?:On|In|Upon|At|Beneath|Under)\s[^,;]*?(?=\b(?:the|our|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Councillor|Captain) [A-Z])",
    re.DOTALL,
)


def _behind_opening(text: str, span: Span) -> Span:
    """The last clause of "It was a bright morning when the Warden …": who is named there, without what leads up to it."""
    match = _OPENING.match(span.of(text))
    return Span(span.start + match.end(), span.end) if match else span


def _parts(text: str, span: Span) -> Iterator[Span]:
    """ "met by A and shown the market by B": the lists of names behind each "by"."""
    start = span.start
    for match in _AND_BY.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _before(text: str, span: Span) -> list[Told]:
    match = _BEFORE.match(text, span.start, span.end)
    return list(_named(text, Span(*match.span("who")), _label(text[match.start("verb") : span.end]))) if match else []


def _clauses(text: str, span: Span) -> list[Span]:
    """The clauses that "and the …" or a semicolon joins, each with a verb of its own."""
    cuts = [match.span() for match in _JOINED.finditer(span.of(text))]
    parts, start = [], span.start
    for begin, end in cuts:
        if _BEFORE.match(text, start, span.start + begin) or _absence(text, start, span.start + begin):
            parts.append(Span(start, span.start + begin))
            start = span.start + end
    return [*parts, Span(start, span.end)]


def _label(words: str) -> Label:
    if _MINUTES.match(words):
        return Label(Attendance.IN_ATTENDANCE, "minute-taker")
    if _CHAIR.search(words):
        return Label(Attendance.PRESENT, "chair")
    attendance = (
        Attendance.REMOTE if _REMOTE.search(words) else Attendance.PART if _PART.search(words) else Attendance.PRESENT
    )
    return Label(attendance)


def _named(text: str, span: Span, label: Label, *, loosely: bool = False) -> Iterator[Told]:
    """The persons and posts of the list; where the sentence is no list of people, nobody."""
    if key_of(span.of(text)) in NOBODY:
        return
    entries = entries_of(text, span)
    for entry in entries:
        if (
            (entry.name and (entry.sure or is_name(entry.name.of(text))))
            or (
                entry.post
                and entry.name is None
                and is_post(entry.post.of(text))
                and len(entry.post.of(text).split()) < 9
            )
            or (entry.role and _by_role_alone(text, entry))
            or (loosely and entry.organisation and text[entry.organisation.start].isupper())
        ):
            yield entry, label


def _by_role_alone(text: str, entry: Entry) -> bool:
    """ "…, and the Clerk", "Its Chair had hoped to come": who is told by the part in the meeting alone."""
    before = text[: entry.span.start].split()[-1:]
    return not (entry.name or entry.post or entry.organisation) and bool(before) and before[0].lower() in {"the", "its"}


def _at(span: Span, match: re.Match[str], group: str) -> Span:
    return Span(span.start + match.start(group), span.start + match.end(group))
