"""Who was there and who was not, as the sentences of the opening tell it.

Comes in: a strip that is a sentence.  Goes out: Entries with the Label that the words give them.  The one idea: a few verbs tell of taking
part ("attended", "was accompanied by", "met"); those named before or behind them are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.absences import missed
from kg.structure.clauses import attending, clauses
from kg.structure.labels import Label
from kg.structure.leading import behind_opening, behind_setting, until_aside, until_visit
from kg.structure.lines import trimmed
from kg.structure.named import Told, at, named, sentence_before, until_sentence
from kg.structure.people import is_body

_BEHIND = expression(  # what was done, then those named
    r"(?:^|(?<=[\s,;]))(?:(?:those|others?|the (?:other|following|remaining) \w+|members|officers|officials|also) )*(?P<verb>"
    r"(?:[Pp]resent|[Aa]ttending|[Ii]n attendance|[Tt]aking part|[Pp]articipating|[Oo]n the (?:call|line))"
    r"(?: (?:at|for|on|in) the (?:meeting|call|day|discussion|visit))?(?: (?:were|was|is|are)(?: also)?)?(?: the following)?:?"
    r"|(?:was|were) (?:also )?(?:attended|joined|accompanied|represented|supported|assisted|chaired|minuted|presided over"
    r"|received|met|greeted|welcomed|shown round)(?: (?:here|there|below|within))?(?:,? with [a-z][^,;:.]{2,40}?)?"
    r"(?:,? (?:(?:at|in|on|off) the [a-z]+|(?:at|in) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),?)?"
    r"(?:,? (?:by (?:telephone|phone|video|video link|Teams)|for (?:this|one|that|part|the) (?:item|of the meeting|meeting)?|remotely),?)? by"
    r"|(?:[Oo]ur |[Tt]he )?(?:[Gg]uests?|[Vv]isitors?|[Oo]ther guests|[Ss]peakers?)(?: (?:this time|on the day|today))? (?:were|was)(?: also)?"
    r"|[Ww]ith (?:him|her|them|(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}) (?:was|were|sat|stood|came)(?: also)?"
    r"|(?:[Bb]eside|[Nn]ext to|[Oo]pposite|[Ff]acing) (?:him|her|them) (?:was|were|sat|stood)(?: also)?"
    r"|(?:[Aa]round|[Rr]ound|[Aa]t) (?:the|our|a) table (?:sat|were)"
    r"|(?:[Aa]lso )?[Aa]t the (?:meeting|call|session|visit) (?:were|was)(?: also)?|[Aa]lso (?:there|around the table) (?:were|was)"
    r"|[Ii]n the chair (?:sat|was)|(?<!not )had the (?:pleasure|honour|privilege) of (?:the company of|receiving|welcoming|meeting)(?: in [^,;.]{3,30}?(?= (?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b))?"
    r"|had (?:gathered|assembled|brought together|called together|convened|summoned)(?: (?:about|around|round|to|at|in) (?:her|his|their|the|our) [a-z]+)?"
    r"|(?:[Tt]here )?(?:[Gg]athered|[Aa]ssembled|[Ff]oregathered|[Ss](?:at|eated) down|[Ss]eated|[Cc]ame together|[Cc]onvened)"
    r"(?: together)?(?: (?:a)?round| at| about| in)?(?: (?:the|a|her|his|our|their|my))? (?:table|fire|fireside|hearth|room|parlour|study|kitchen|office|chambers)(?: were)?:?"
    r"|[Tt]here (?:gathered|assembled|foregathered|sat down|came together|met)(?: together)?"
    r"|(?:brought|had) (?:along )?with (?:her|him|them)(?= (?:(?:the|her|his|their|both) )?(?:[a-z]+,? )?[A-Z])"
    r"|[Tt]he following (?:attended|were present|took part)(?: the meeting)?:?"
    r"|(?:[Aa]ttended|[Cc]haired|[Mm]inuted|[Mm]inutes taken|[Nn]otes? taken) by)\s+(?P<who>[^:]+)"
)
_IN_BEHIND = (  # one of them is in each
    "was", "were", " by", "resent", "ttending", "n attendance", "aking part", "articipating", "n the call", "n the line", "n the chair", "had the ",
    "athered", "ssembled", "at down", "eated", "ame together", "onvened", "here met", "he following", " table", "brought ", "had with ", " sat ", " stood ", " came ",
)  # fmt: skip
_MET = expression(
    r"(?P<who>(?:The |the )?[A-Z][^:;.]{2,200}?|He|I|We)\s+"
    r"(?:,? ?(?:visited|toured|came to|went to|called at|travelled to) [^.;]{3,60}? and (?:afterwards |then |later |there )?met"
    r"|,? ?spent (?:the|a|an|most of the|part of the) (?:whole )?(?:day|morning|afternoon|evening|hour|week)(?: in \w+)? (?:with|at)"
    r"|(?:came|went|travelled|journeyed|drove|rode|walked|crossed|sailed)(?: down| up| over| out| across| north| south| east| west)?(?: (?:to|from|into) (?:the )?[A-Z][^,;:.]{2,40}?)?"
    r" to (?:take counsel|confer|talk|speak|sit down|consult|treat|deliberate|discuss matters)(?: with)?(?= )"
    r"|(?:conferred|took counsel|held converse|dined|breakfasted|lunched|took tea) with"
    r"|met|visited|saw|hosted|received|spoke (?:to|with)|called (?:up)?on(?![^.;]*? to (?!discuss|see|meet|talk|speak|hear|pay|consider|review)[a-z])|sat down with|paid a (?:visit|call) (?:to|on)"
    r"|(?:held|had) (?:a|an|another|the|his|her|its|their)(?: [\w-]+){0,5}? (?:meetings?|calls?|conversations?|talks|discussions?) with)\s+(?:with\s+)?"
    r"(?P<other>(?:the )?(?:[A-Z]).+?)(?=\s+(?:on (?:\d|[A-Z]\w+day|the (?:morning|afternoon|evening|\d))|at \d|in (?:[A-Z]\w+ )?\d{4}|to [a-z]|by (?:tele|video|phone|conference)"
    r"|at (?:[A-Z][\w’'-]+ ){1,3}(?:House|Hall|Castle|Palace|Place|Street|Road|Square|Buildings?|Lodge|Chambers|Hotel|Gate|Quay)\b"
    r"|over |via |about |last |again|yesterday"
    r"|(?:for (?:a|an|the)|(?:for|at) (?:their|its|his|her|our)(?! (?:offices|headquarters|premises|chambers)\b))\b)|,\s+in [A-Z][\w’'-]+(?=[.;]|$)|,\s+at [A-Z]|[.;]|$)",
    re.DOTALL,
)
_IN_MET = (  # the same
    "met", "spent ", "visited", "saw", "counsel ", " to talk", " to speak", " to sit down", " to consult", " to treat", " to deliberate", " to discuss matters",
    "confer", "dined ", "breakfasted ", "lunched ", "took tea ",
    "hosted", "received", "spoke ", "called ", "sat down ", "paid a ", "held ", "had ",
)  # fmt: skip
_BEFORE_A_LIST = expression(  # "The Commissioner met:", and those whom she met on the lines below
    r"(?P<who>(?:The |the )?[A-Z][^:;.]{2,200}?)\s+(?:also )?"
    r"(?:met|visited|spoke (?:to|with)|held (?:a meeting|a call|talks) with|(?:was|were) (?:joined|met|received|accompanied|welcomed) by)"
    r"(?: with)?(?: the following(?: people)?)?:\s*$"
)
_WHERE = expression(  # "was received by the Convener in the old school that …"
    r"\s(?:in|at|on|under|beneath|beside) (?:the|his|her|their|its|a|an|our) [a-z]"
)
_GAPPED = expression(  # "Ann Roe came for the Fal Board and Tom Hurst for Fal Pilots": the second verb is left out
    r"\b(?:for|from) (?:the )?(?P<body>[A-Z][^,;:.]{1,60}?),? and (?P<who>[A-Z][^,;:.]{2,60}?) (?:for|from) (?:the )?(?P<own>[A-Z][^,;:.]{1,60})"
)
_WENT = expression(
    r"(?P<who>[A-Z][^.;]{2,200}?),?\s+(?:climbed|came|went|travelled|journeyed|drove|rode|walked|crossed|called|arrived|ascended|sailed|flew|set out|visited|toured"
    r"|made (?:his|her|their) way|paid (?:a|an|his|her|their) (?:[a-z]+ )?(?:visit|call))\b"
)
_HE = frozenset({"He", "She", "They"})
_AND_BY = expression(
    r"\s+and\s+(?:then\s+|there\s+)?(?:(?:he|she|they)\s+(?:was|were)\s+)?(?:shown|taken|given|led|guided|driven|briefed|introduced|received|welcomed|joined|accompanied|met|greeted|escorted)"
    r"\b[^.;:()]*?\bby\s+"
)
_FOR = expression(
    r"(?:For|From|Representing|On behalf of|On the part of)\s+(?:the\s+[a-z]+|(?:the\s+)?[A-Z][^:;.]{1,70}?),\s"
)
_AND_MET = expression(
    r",?\s+and\s+(?:then |later |afterwards |also )*(?:met|saw|spoke|talked|toured|visited|inspected|heard|sat|joined)\b"
)
_WITH_HOST = expression(
    r"accompanied|attended by|(?:brought|had) (?:along )?with|had (?:gathered|assembled|brought|called|convened|summoned)|receiv(?:ed|ing)|welcoming|meeting|\bmet\b|joined|supported|assisted|greeted"
    r"|welcomed|shown"
)  # who is named before was there
_STATEMENT = expression(  # behind what is no letter: looked for faster than the beginning of a word
    r"\W(?:said|told|asked|informed|regarded|reported|explained|noted|agreed|thanked|welcomed|opened|introduced|reminded|thought|hoped that|replied|answered|responded"
    r"|added|advised|confirmed|described|admitted|urged|stressed|emphasised|pointed out|outlined|queried|enquired|wondered|suggested|promised|undertook|[a-z]+ed that)\b"
)
_MINUTES = expression(
    r"(?:kept|keeping|took|taking|made|wrote|prepared) (?:this|the|these|a) (?:record|minutes?|notes?)|minuted|[Mm]inutes taken|[Nn]otes? taken"
)
_OF_A_THING = expression(  # "The suggestion was supported by Cllr Roe", "This was received by the Clerk with relief"
    r"(?:^(?:This|That|These)|\b(?:suggestion|proposal|motion|amendment|recommendation|idea|view|call|nomination|point)s?) $"
)
_WRITING = expression(
    r",?\s+with\s+(?P<who>[A-Z][^,.;:]{2,60}?)\s+(?:taking|keeping|writing|making|recording)\s+(?:the |a )?(?:minutes?|notes?|record)\b"
)
_APOLOGIES_BEHIND = expression(  # "…; apologies came from Mr Marsh", "…, with apologies from Mr Marsh"
    r"[;,]\s+(?:(?:and|but|while|with)\s+)?(?=(?:an apology|apologies|regrets)\s)"
    r"|;\s+(?=[A-Z][^;]*\b(?:apologies|regrets)\b)"
)
_CHAIR = expression(r"chair|presid")
_REMOTE = expression(
    r"\b(?:by|via|on) (?:the )?(?:tele)?phone|by (?:tele)?conference|video|Teams|Zoom|remotely|dialled|phoned|on the (?:call|line)"
)
_PART = expression(
    r"\b(?:for (?:this|one|that|part|item|the (?:item|first|last|next|second|final|discussion|morning|afternoon))|until|left|from \d|in part|had to leave)"
)

_WITH_HIM = expression(r"With (?:him|her|them) (?:was|were|sat|stood|came)\b|(?:He|She|They) (?:was|were|had) ")
_BESIDE = expression(r"(?:with|beside|next to|opposite|facing) ", re.IGNORECASE)
_BODY = expression(r"(?:[Tt]he |and )*(?P<body>[A-Z][^,;:()]+?)(?:\s*\([^()]*\))?,?")
_PRESENT = Label(Attendance.PRESENT)


def told(text: str, span: Span) -> list[Told]:
    """Those of whom the sentences say that they took part or that they did not."""
    first = until_sentence(text, span)
    if first.end < span.end and text[first.end + 1 : span.end].strip():
        return [*told(text, first), *told(text, trimmed(text, Span(first.end + 1, span.end)))]
    raw = span.of(text)
    apologies = "pologies" in raw or "pology" in raw
    if (apologies or "regrets" in raw) and (apart := _APOLOGIES_BEHIND.search(text, span.start, span.end)):
        return [*told(text, Span(span.start, apart.start())), *told(text, Span(apart.end(), span.end))]
    parts = clauses(text, span)
    away = missed(text, span, parts)
    if away or apologies:
        return away
    if _STATEMENT.search(f" {raw}"):
        return []
    return _present(text, span, raw, parts)


def _host(text: str, start: int) -> list[Told]:
    """Whom "he", "she" or "they" means at the beginning of a sentence: who met or went in the one before, where that tells nobody of its own."""
    before = sentence_before(text, start)
    raw = before.of(text)
    who = _MET.match(raw) or _WENT.match(raw)
    if who is None or who["who"] in _HE or _WITH_HIM.match(raw) or told(text, before):
        return []
    return list(named(text, behind_opening(text, at(before, who, "who")), _PRESENT))


def tells_of_meeting(words: str) -> bool:
    """ "The Minister received the Commissioner.": does one meet another, be they named by their posts alone?"""
    return any(map(words.__contains__, _IN_MET)) and _MET.match(words) is not None


def host_of_list(text: str, span: Span) -> list[Told]:
    """Who met those on the lines below ("The Commissioner met:"); empty where the line opens no such list."""
    raw = span.of(text)
    match = _BEFORE_A_LIST.match(raw) if raw.rstrip().endswith(":") else None
    return list(named(text, at(span, match, "who"), _PRESENT)) if match else []


def _present(text: str, span: Span, raw: str, parts: list[Span]) -> list[Told]:
    if _FOR.match(raw):
        return list(named(text, span, _PRESENT))
    behind = _BEHIND.search(raw) if any(map(raw.__contains__, _IN_BEHIND)) else None
    behind = None if behind and _OF_A_THING.search(raw, 0, behind.start()) else behind
    if behind:
        hosted = _WITH_HOST.search(behind["verb"]) is not None  # what is said before the verb is said of the host
        apart = hosted or _BESIDE.match(behind["verb"])
        label = _label(behind["verb"] if apart else f"{behind['verb']} {raw[: behind.start()]}")
        before = until_visit(text, behind_opening(text, Span(span.start, span.start + behind.start())))
        host = named(text, before, _PRESENT) if hosted else _before(text, before)
        if _WITH_HIM.match(raw):
            host = _host(text, span.start)
        who = behind_setting(text, at(span, behind, "who"))
        met = _AND_MET.search(text, who.start, who.end)
        who = Span(who.start, met.start()) if met else who
        found = [one for part in _parts(text, who) for one in named(text, part, label)]
        if hosted and not found and (place := _WHERE.search(text, who.start, who.end)):
            found = list(named(text, Span(who.start, place.start()), label))
        if (body := _represented(text, before, behind["verb"])) is not None:
            return _from(found, body)
        return [*host, *(_one_chair(found) if label.role == "chair" else found)]
    found = [one for part in parts for one in _before(text, part)]
    if found:
        return [*found, *_with_a_pen(text, span)]
    met = _MET.match(raw) if any(map(raw.__contains__, _IN_MET)) else None
    if met:
        he, who = met["who"] in _HE, until_aside(text, behind_opening(text, at(span, met, "who")))
        hosts = _host(text, span.start) if he else list(named(text, who, _PRESENT))
        if he and not hosts:
            return []  # those who meet are the parties of the note
        found = [*hosts, *named(text, at(span, met, "other"), _PRESENT)]
        return found if any(entry.name for entry, _ in found) else []  # posts alone are the parties of a note
    return []


def _represented(text: str, before: Span, verb: str) -> Span | None:
    """ "The Ferries Agency (FA) was represented by A and by B": the body that those named behind came from."""
    match = _BODY.fullmatch(before.of(text).strip()) if verb.startswith("was ") and "represented" in verb else None
    start = text.find(match["body"], before.start) if match and is_body(match["body"]) else -1
    return Span(start, start + len(match["body"])) if match and start >= 0 else None


def _with_a_pen(text: str, span: Span) -> list[Told]:
    """ "Ann Roe attended, with Tom Hurst taking the minutes": who writes, behind those who came."""
    match = _WRITING.search(text, span.start, span.end)
    label = Label(Attendance.IN_ATTENDANCE, "minute-taker")
    return list(named(text, Span(*match.span("who")), label)) if match else []


def _one_chair(found: list[Told]) -> list[Told]:
    """ "In the chair sat A, and at her side B": the first of them presides."""
    return [*found[:1], *((entry, _PRESENT) for entry, _ in found[1:])]


def _parts(text: str, span: Span) -> Iterator[Span]:
    """ "met by A and shown the market by B": the lists of names behind each "by"."""
    start = span.start
    for match in _AND_BY.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _before(text: str, span: Span) -> list[Told]:
    match = attending(text, span)
    if match is None:
        return []
    label = _label(text[match.start("verb") : span.end])
    found = list(named(text, Span(*match.span("who")), label))
    gap = _GAPPED.search(text, match.start("verb"), span.end) if found else None
    if gap is None:
        return found
    others = list(named(text, Span(*gap.span("who")), label))
    return [*_from(found, Span(*gap.span("body"))), *_from(others, Span(*gap.span("own")))] if others else found


def _from(told: list[Told], body: Span) -> list[Told]:
    """Those told of, each with the body unless its words give one."""
    return [(entry if entry.organisation else replace(entry, organisation=body), own) for entry, own in told]


def _label(words: str) -> Label:
    if _MINUTES.match(words):
        return Label(Attendance.IN_ATTENDANCE, "minute-taker")
    if _CHAIR.search(words):
        return Label(Attendance.PRESENT, "chair")
    attendance = (
        Attendance.REMOTE if _REMOTE.search(words) else Attendance.PART if _PART.search(words) else Attendance.PRESENT
    )
    return Label(attendance)
