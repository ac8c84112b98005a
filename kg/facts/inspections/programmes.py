"""What is put into or taken out of a programme of work: "complaints might be added to the audit plan", "dropped from the inspection programme".

Comes in: a line.  Goes out: what it is about, and where it stands.  The one idea: to be in the plan of those who audit is to be
audited.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Group, Tense, group_at
from kg.facts.inspections.statuses import softened, status_of
from kg.facts.inspections.words import WORDS
from kg.facts.signs import sign
from kg.facts.words import AUXILIARIES
from kg.model import EntityType
from kg.values import value

_PLANS = WORDS.words("plans")
_LISTS = _PLANS | {"list", "timetable", "calendar"}
LISTED = sign(_LISTS)
_THEIRS = frozenset({"its", "their"})
_KINDS = {"audit": "audit", "inspection": "inspection", "review": "review", "scrutiny": "review"}
_INTO = WORDS.words("into-plans")
_OUT = WORDS.words("out-of-plans")
_CLAUSE = frozenset({"that", "if", "whether", ",", ";", ":", "and"})
_PUTTING = WORDS.words("putting")
_INSIDE = frozenset({"in", "into", "to", "within", "on", "onto"})
_INTO_OR_OUT = _INTO | _OUT


@value
class Planned:
    """A thing in a programme: its tokens, its status, the kind of undertaking, and the verb group that says so."""

    about: tuple[int, int]
    status: str
    kind: str
    group: Group


def planned_in(context: Context, line: Line, acts: frozenset[str]) -> Planned | None:
    """What a line puts into or takes out of a programme, or ``None``."""
    lows = context.tokens.lows
    for k in context.showing(LISTED, line.first + 2, line.last):
        if lows[k] in _LISTS and _THEIRS & set(lows[k - 2 : k]) and (found := _put(context, line, k, acts)):
            return found
        if lows[k] not in _PLANS or lows[k - 1] not in _KINDS:
            continue
        verb = next((m for m in range(k - 1, max(line.first, k - 9), -1) if lows[m] in _INTO_OR_OUT), -1)
        if verb < 0:
            continue
        group = group_at(context, verb, line.first)
        if not group.passive:
            return None
        status = status_of("arrange" if lows[verb] in _INTO else "give-up", group)
        about = _subject(context, line, group.first)
        if status is None or about[0] >= about[1]:
            return None
        return Planned(about, softened(context, line.first, about[0], status, acts), _KINDS[lows[k - 1]], group)
    return None


def _put(context: Context, line: Line, plan: int, acts: frozenset[str]) -> Planned | None:
    """ "The auditors had put a review of the depot in their plan": what stands between, where it begins with an undertaking."""
    lows = context.tokens.lows
    verb = next((m for m in range(plan - 2, line.first, -1) if lows[m] in _PUTTING), -1)
    inside = plan - 2 - (lows[plan - 1] not in _THEIRS)
    if verb < 0 or lows[inside] not in _INSIDE:
        return None
    kind = next((_KINDS[low] for low in lows[verb + 1 : verb + 5] if low in _KINDS), "")
    group = group_at(context, verb, line.first)
    tense = group_at(context, verb, line.first).tense
    status = status_of(
        "arrange",
        Group(group.first, verb, Tense.PAST if tense is Tense.BARE and group.to < 0 else tense, group.negated),
    )
    about = next((m + 1 for m in range(verb + 1, inside) if lows[m] in {"of", "into"}), inside), inside
    if not kind or group.passive or status is None or about[0] >= about[1]:
        return None
    return Planned(about, softened(context, line.first, group.first, status, acts), kind, group)


def _subject(context: Context, line: Line, verb: int) -> tuple[int, int]:
    """The words before the verb group, back to the beginning of the clause."""
    lows = context.tokens.lows
    first = verb
    while first > line.first and lows[first - 1] not in _CLAUSE and lows[first - 1] not in AUXILIARIES:
        first -= 1
    return first, verb


def programme_of(context: Context, line: Line) -> str | None:
    """The programme of work that a line names, such as one under which areas are inspected."""
    keys = (context.key_at(k) for k in context.named_in(line.first, line.last))
    return next((key for key in keys if key and context.type_of(key) is EntityType.PROGRAMME), None)
