"""Inspectors who are at a place: "inspectors would be at Hill Lane in May", "Ofsted came to the school in April", "They will be back".

Comes in: a line that names no undertaking.  Goes out: where one stands, by what words, and who is there.  The one idea: those who inspect
come to a place to inspect it; the tense says whether they have been, are, or will be there.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.groups import WITHIN, Group, Tense, group_at, skipped
from kg.facts.inspections.intents import SPENDING
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.words import MONTHS, WORDS
from kg.facts.signs import sign
from kg.facts.words import ARTICLES, AUXILIARIES, BE, NOT, OWNERS, PRONOUNS
from kg.model import EntityType
from kg.values import value

_INSPECTORS = WORDS.words("crews-of-inspectors")
_AMBIGUOUS = WORDS.words("going")
_GOING = WORDS.words("arriving") | _AMBIGUOUS
_ARRIVES = sign(_GOING | BE | SPENDING)
_INTO = frozenset({"to", "into", "at", "in", "back", "round"})
_PLACES = WORDS.words("places")
_NO_PLACES = WORDS.words("no-places")
_DONE_AT = frozenset({"done", "finished", "completed"})
_LISTING = frozenset({"and", ",", "the", "&"})
_NO_NAMES = PRONOUNS | {"this", "that", "these", "those", "there", "none", "nothing", "what"}
_STILL = frozenset({"even", "then", "now", "still", "already", "currently", "hard", "busily", "just"})
_FOR = frozenset({"for", "during", "over", "throughout", "again", "all", "most", "last"})
_AHEAD = frozenset({"expected", "due", "booked"})
_AWAITED = _AHEAD | {"back"}
_STAYING = _AWAITED | {"in"}
_AFTER_BE = _STAYING | _INTO | _STILL | {"on"} | WITHIN
_NEAR = 5  # tokens before a verb in which its subject stands
_STATUS = {
    Tense.PAST: "completed", Tense.PERFECT: "completed", Tense.GOING: "planned", Tense.PRESENT: "under-way", Tense.FUTURE: "planned", Tense.OPEN: "proposed",
}  # fmt: skip


@value
class Presence:
    """Where it stands, the tokens of the place, the token from which on the line says so, the kind, and who is there."""

    status: str
    place: tuple[int, int]
    first: int
    kind: str
    conductors: tuple[str, ...]
    last: int = 0  # the token behind what says so, where that is not the rest of the line


def presence_in(context: Context, line: Line, who: Conductors) -> Presence | None:
    """What a line tells of inspectors at a place, or ``None``."""
    lows = context.tokens.lows
    for k in context.showing(_ARRIVES, line.first + 1, line.last - 1) if line.signs & _ARRIVES else ():
        if lows[k] in BE and lows[k + 1] not in _AFTER_BE and not lows[k + 1].endswith("ly"):
            continue
        if lows[k] in BE and (at_work := _at_work(context, line, k, who)) is not None:
            return at_work
        if lows[k] in BE and (stay := _stay(context, line, k, who)) is not None:
            return stay
        at = _arrival(lows, k, line.last)
        if at < 0 or not (place := _place(context, line, at)):
            continue
        head = k if lows[k] in _GOING or lows[k] in BE or lows[k] in SPENDING else k - 1
        group = group_at(context, head, line.first)
        status = _status(lows, k, group)
        if status is None or group.first <= line.first:
            continue
        crew = _crew(context, line, group.first)
        bodies = who.subject_before(line, line.first, group.first)
        if not crew and not (
            lows[k] not in _AMBIGUOUS
            and bodies
            and all(map(who.inspects, bodies))
            and _named(context, line, group, bodies) >= 0
        ):
            continue
        kind = "audit" if crew.startswith("audit") else "inspection"
        return Presence(status, place, group.first, kind, bodies)
    return None


def next_places(context: Context, line: Line) -> Presence | None:
    """ "Marling has been inspected. Eastry will be done in December": places by name, of which the sentence before told others."""
    tokens = context.tokens
    verb = next((k for k in range(line.first, min(line.last, line.first + 9)) if tokens.lows[k] in AUXILIARIES), -1)
    names = tokens.words[line.first : max(verb, line.first)]
    if (
        not names
        or not all(word[0].isupper() or word.lower() in _LISTING for word in names)
        or names[-1].lower() in _LISTING
    ):
        return None
    key = context.key_at(line.first)
    head = next((k for k in range(verb + 1, min(line.last, verb + 5)) if tokens.lows[k] in _DONE_AT), -1)
    if (
        head < 0
        or tokens.lows[line.first] in _NO_NAMES
        or (key and context.type_of(key) in {EntityType.PERSON, EntityType.POST})
    ):
        return None
    group = group_at(context, head, verb)
    status = _STATUS.get(group.tense) if group.passive and not group.negated else None
    return Presence(status, (line.first, verb), line.first, "inspection", ()) if status else None


def _stay(context: Context, line: Line, k: int, who: Conductors) -> Presence | None:
    """ "were in for a fortnight in May", "is expected at the end of November", "will be back in May": at a place that goes without saying."""
    lows = context.tokens.lows
    if lows[k + 1 : k + 3] == ["on", "site"]:
        return _on_site(context, line, k, who)
    if lows[k + 1] not in _STAYING:
        return None
    at = k + 2 + (lows[k + 2] in {"again", "back", "here", "in", "on", "at"})
    if not (lows[k + 2] in _FOR or is_time(context, at, line.last)) or (
        lows[k + 1] == "in" and lows[k + 2] not in _FOR
    ):
        return None
    group = group_at(context, k, line.first)
    status = "planned" if lows[k + 1] in _AWAITED and not group.negated else _status(lows, k, group)
    bodies = who.subject_before(line, line.first, group.first)
    again = lows[k + 1] == "back" and set(bodies) == set(who.last)
    named = any(context.key_at(m) in bodies for m in range(line.first, group.first))
    if status is None or not bodies or not all(map(who.inspects, bodies)) or not (again or named):
        return None
    return Presence(status, (k, k), line.first, "inspection", bodies)


def _on_site(context: Context, line: Line, k: int, who: Conductors) -> Presence | None:
    """ "The Commission would be on site from 25 June"."""
    group = group_at(context, k, line.first)
    status, bodies = _status(context.tokens.lows, k, group), who.subject_before(line, line.first, group.first)
    if status is None or not bodies or not all(map(who.inspects, bodies)) or _named(context, line, group, bodies) < 0:
        return None
    if group.tense is Tense.PERFECT and {"since", "for"} & set(context.tokens.lows[k + 3 : k + 5]):
        status = "under-way"  # "has been on site since Monday"
    return Presence(status, (k, k), line.first, "inspection", bodies)


def _at_work(context: Context, line: Line, k: int, who: Conductors) -> Presence | None:
    """ "The Inspectorate was at work upon the Bureau's files": what a body that inspects does with what is another's."""
    lows = context.tokens.lows
    first = k + 1
    while first < line.last and lows[first] in _STILL:
        first += 1
    if lows[first : first + 2] != ["at", "work"] or lows[first + 2] not in {"on", "upon"}:
        return None
    group, place = group_at(context, k, line.first), _belonging(context, line, first + 3)
    bodies = who.subject_before(line, line.first, group.first) if place else ()
    if place is None or group.negated or not bodies or not all(map(who.inspects, bodies)):
        return None
    begins = _named(context, line, group, bodies)
    return Presence("under-way", place, begins, "inspection", bodies, place[1]) if begins >= 0 else None


def _belonging(context: Context, line: Line, first: int) -> tuple[int, int] | None:
    """ "the Bureau's files": a noun behind the genitive of somebody else."""
    lows = context.tokens.lows
    owner = next((k for k in range(first, min(line.last - 1, first + 7)) if lows[k].endswith(("'s", "s'"))), -1)
    end = next((k for k in range(owner + 1, line.last) if not lows[k][0].isalpha()), line.last)
    return (first, end) if owner > 0 and lows[first] not in OWNERS and end - owner < 5 else None


def _named(context: Context, line: Line, group: Group, bodies: tuple[str, ...]) -> int:
    """The token at which the subject begins, where it is a body by its name and no person of it ("Mr Dunn of HMIP"), else -1."""
    lows = context.tokens.lows
    for k in context.named_in(line.first, group.first):
        first = k - (k > line.first and lows[k - 1] in ARTICLES)
        if context.key_at(k) in bodies and lows[first - 1] not in {"of", "from", "for", "at"}:
            return first
    return -1


def _arrival(lows: list[str], k: int, last: int) -> int:
    """Behind "came to", "been into", "be back at", "expected at", "spent a week in": where the place begins, or -1."""
    at = k + 1
    if lows[k] in BE and lows[at] in _AWAITED:
        at += 1
    if lows[k] in SPENDING:
        at = next((m for m in range(k + 1, min(last, k + 6)) if lows[m] in {"at", "in"}), -1)
        return at + 1 if at > 0 else -1
    if lows[k] not in _GOING and lows[k] not in BE:
        return -1
    at += at < last and skipped(lows[at])
    return at + 1 if at < last and lows[at] in _INTO else -1


def _place(context: Context, line: Line, first: int) -> tuple[int, int] | None:
    """A place by name, or "the home", "the school"."""
    tokens = context.tokens
    if first >= line.last or tokens.lows[first] in MONTHS:
        return None
    start = first + (tokens.lows[first] in ARTICLES)
    end = start
    while end < line.last and tokens.words[end][0].isupper() and tokens.lows[end] not in MONTHS:
        end += 1
    key = context.key_at(start)
    if end == start and start < line.last and tokens.lows[start] in _PLACES:
        end = start + 1
    person = key is not None and context.type_of(key) in {EntityType.PERSON, EntityType.POST}
    return (start, end) if end > start and not person and tokens.lows[end - 1] not in _NO_PLACES else None


def _status(lows: list[str], k: int, group: Group) -> str | None:
    if group.negated or NOT & set(lows[group.first : k]):
        return None
    if lows[k] in BE and lows[k + 1] in _AHEAD:
        return "planned"
    low = lows[k]
    here = {"now", "still", "currently"} & set(lows[group.first : k + 3])
    if low in BE and (here or (group.tense is Tense.PERFECT and "since" in lows[k : k + 7])):
        return "under-way"
    if low in BE and group.head == k:
        return (
            _STATUS.get(group.tense)
            if group.first < k
            else {"was": "completed", "were": "completed", "is": "under-way", "are": "under-way"}.get(low)
        )
    soon = group.tense is Tense.PRESENT or (group.tense is Tense.BARE and group.to < 0)
    return _STATUS.get(Tense.FUTURE if soon else group.tense)


def _crew(context: Context, line: Line, verb: int) -> str:
    """The word for those who inspect, where they are the subject; of "who" that is whom it stands behind ("talk to children who are in the home")."""
    lows = context.tokens.lows
    near = 2 + (lows[verb - 2] == ",") if lows[verb - 1] == "who" else _NEAR
    return next((lows[k] for k in range(max(line.first, verb - near), verb) if lows[k] in _INSPECTORS), "")
