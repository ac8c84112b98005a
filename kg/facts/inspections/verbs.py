"""Undertakings told by a verb: "HMIH is inspecting every harbour", "All 62 hostels will be inspected by Christmas".

Comes in: the token of a verb of inspecting.  Goes out: a :class:`Told`, or ``None``.  The one idea: "inspect" and "audit" speak
for themselves; "visit", "review" or "look at" is an undertaking only when an inspecting body does it.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.bare import bare_participle, is_had
from kg.facts.inspections.charged import fallen, is_hired
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.cues import overruled
from kg.facts.inspections.fitness import (
    HABITS,
    at_a_matter,
    by_inspectors,
    by_outsiders,
    has_subject,
    is_duty,
    is_habit,
    may,
    of_papers,
    open_to_all,
    outsiders_in,
    was_visited,
)
from kg.facts.inspections.groups import Group, Tense, group_at
from kg.facts.inspections.intents import (
    joined_in_wish,
    of_phase,
    promised,
    spent,
    stays_out,
    whose_part,
)
from kg.facts.inspections.notes import part_of
from kg.facts.inspections.reach import clause_end, clause_start, object_begin, object_end, subject_end
from kg.facts.inspections.reduced import beside_name, gerund, of_those, subject_behind
from kg.facts.inspections.statuses import aim_of, softened
from kg.facts.inspections.tenses import status_by
from kg.facts.inspections.words import MARKS
from kg.facts.words import ARTICLES
from kg.lexicon.undertakings import Cue
from kg.values import value

_NOBODY = frozenset({"nobody", "no-one", "none", "neither"})


@value
class Told:
    """What a verb tells: where it stands, what it is about, by whom, and the tokens that say so."""

    status: str
    about: tuple[int, int]
    conductors: tuple[str, ...]
    evidence: tuple[int, int]
    kind: str
    silent: bool = True  # does it leave out who does it?


def told_by(
    context: Context, line: Line, v: int, end: int, cue: Cue, who: Conductors, acts: frozenset[str]
) -> Told | None:
    """The undertaking of a verb that goes from one token up to another."""
    if context.within_name(v):
        return None
    group = group_at(context, v, line.first)
    if not cue.weak and group.first == v and (participle := bare_participle(context, line, v)) is not None:
        state, about = participle
        silent = state == "under-way"
        return Told(
            softened(context, line.first, about[0], state, acts),
            about,
            who.of_verb(line, v, True, end, ()),
            (line.first if silent else about[0], clause_end(context, line, end)),
            cue.meaning,
            silent,
        )
    if group.first == v and is_had(context, line, v):
        return None  # "must have their kitchens inspected": a duty, or a custom
    status = status_by(context, line, group, acts) if not is_duty(context, line, group) else None
    if status is None or not _is_verb(context, line, v, group, end):
        return None
    status = (
        "unlikely"
        if status in {"planned", "proposed"} and overruled(context, line, end, settled=status == "planned")
        else status
    )
    if group.first == v and (told := _beside(context, line, v, end, cue, who)) is not None:
        return told
    if not group.passive and group.tense is Tense.PAST and context.tokens.lows[end : end + 1] == ["by"]:
        if v - 1 > line.first and context.tokens.words[v - 1] in MARKS:  # "Nurseries: inspected by HI in May"
            return Told(
                status,
                (line.first, v - 1),
                who.of_verb(line, v, True, end, ()),
                (line.first, clause_end(context, line, end)),
                cue.meaning,
            )
        return None  # "those inspected by the Agency": which they are, and not that it was done
    if group.passive:
        return _passive(context, line, group, end, cue, who, status)
    return _active(context, line, group, end, cue, who, status)


def _beside(context: Context, line: Line, v: int, end: int, cue: Cue, who: Conductors) -> Told | None:
    """ "Seaview, inspected by HI on 26 January, was …"."""
    if not cue.weak and (those := of_those(context, line, v, end)):
        return Told("completed", those, who.done_by(line, end), (those[0], clause_end(context, line, end)), cue.meaning)
    about = beside_name(context, line, v, end)
    conductors = who.of_verb(line, v, True, end, ()) if about else ()
    if about is None or (cue.weak and not any(map(who.inspects, conductors))):
        return None
    stop = next((k for k in range(end, line.last) if context.tokens.words[k] == ","), line.last)
    return Told("completed", about, conductors, (about[0], clause_end(context, line, stop)), cue.meaning)


def _is_verb(context: Context, line: Line, v: int, group: Group, end: int) -> bool:
    """Not the noun of the same form ("the audit", "their visits")."""
    low, before = context.tokens.lows[v], context.tokens.lows[v - 1] if v > line.first else ""
    if group.first < v:
        return True
    after = context.tokens.lows[v + 1] if v + 1 < line.last else ""
    if (
        after in {"the", "a", "an", "all", "every", "its", "their"}
        and before.endswith("s")
        and not before.endswith("'s")
    ):
        return True  # "that outside accountants audit the fund"
    if joined_in_wish(context, line, v):
        return True
    return (low not in context.lexicon.undertakings.nouns or end > v + 1) and before not in {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
    }


def _passive(
    context: Context, line: Line, group: Group, end: int, cue: Cue, who: Conductors, status: str
) -> Told | None:
    start = clause_start(context, line, group.first)
    conductors = who.of_verb(line, group.head, True, end, ())
    if context.tokens.lows[start] in {"by", "which", "whom"}:  # ", by whom CPS Wealden was last inspected"
        conductors = conductors or who.antecedent(line, start)
        start += 1 + (context.tokens.lows[start] == "by")
    about = _which(context, line, group.first) or (start, subject_end(context, start, group.first))
    if about[0] >= about[1] and start > line.first and context.tokens.words[start - 1] == ",":  # behind an aside
        opens = next((m for m in range(start - 2, line.first, -1) if context.tokens.words[m] == ","), start)
        about = (clause_start(context, line, opens), opens)
    if group.modal not in {"can", "may"}:
        conductors = conductors or who.just_named(line, cue.meaning) or who.at_it(line, cue.meaning)
    status = "under-way" if status == "completed" and part_of(context, *about) else status
    status = "planned" if status == "proposed" and promised(context, line, end) else status
    if status == "completed" and is_habit(context, line, end):
        return None  # "was still inspected twice a year"
    if status == "planned" and HABITS & set(context.tokens.lows[end : end + 4]):
        return None  # "is to be inspected yearly under the Act"
    arranged = bool(conductors) and status == "planned"  # "will be surveyed by the Estates Directorate"
    if group.modal in {"can", "may"} and not conductors:
        return None  # "can be inspected at the office"
    into = cue.rest[-1:] == ("into",) and any(map(who.hears, conductors))
    counted = cue.weak and cue.meaning == "inspection" and part_of(context, *about) and who.counting(line)
    if visited := was_visited(context, line, about, cue, status):
        conductors = conductors or who.inspecting_here()
        visited = bool(conductors)
    if about[0] >= about[1] or (
        cue.weak
        and not counted
        and not visited
        and not arranged
        and not into
        and not any(map(who.inspects, conductors))
    ):
        return None
    if cue.meaning == "review" and not conductors:
        return None
    told = (about[1], about[1]) if visited else about
    return Told(status, told, conductors, (about[0], clause_end(context, line, end)), cue.meaning)


def _before(
    context: Context,
    line: Line,
    group: Group,
    first: int,
    end: int,
    cue: Cue,
    who: Conductors,
    asked: tuple[str, ...] | None,
) -> tuple[str, ...]:
    """Who is told before the verb: whoever is asked to do it, the subject, or the one last spoken of where that is "it" or does it again."""
    subject = who.subject_before(line, line.first, first) if asked is None else asked
    if not cue.weak and context.tokens.lows[line.first] == "it" and not any(map(who.inspects, subject)):
        subject = who.last_here(line) or subject
    subject = (group.tense is Tense.BARE and whose_part(context, line, group.head, who)) or subject
    if group.tense is Tense.BARE and group.to < 0 and (thought_of := gerund(context, line, group.head)):
        subject = who.listed(line, thought_of[1], group.head)
    if not subject and context.tokens.lows[end : end + 2] in (["it", "again"], ["them", "again"]):
        subject = who.last_here(line)  # "There are no plans to assess it again"
    return subject


def _which(context: Context, line: Line, verb: int) -> tuple[int, int] | None:
    """ "the fish quay, (which had been inspected)": the phrase before the relative pronoun that is the subject."""
    lows, which = context.tokens.lows, verb - 1
    if lows[which] not in {"which", "that"} or lows[which - 1] == "by":
        return None
    end = which - (lows[which - 1] == ",")
    first = next((m for m in range(end - 1, max(line.first, end - 7) - 1, -1) if lows[m] in ARTICLES), None)
    return (first, end) if first is not None and first < end - 1 else None


def _governor(context: Context, line: Line, group: Group) -> int:
    """Where what governs a verb begins: the word before its infinitive, the verb of phase before its -ing, else its own auxiliaries."""
    if group.tense is not Tense.BARE:
        return group.first
    if of_phase(context, line, group.head):
        spending = spent(context.tokens.lows, group.head, line.first)
        return group_at(context, spending if spending >= 0 else group.head - 1, line.first).first
    aim = aim_of(context, group.to, line.first) if group.to >= 0 else None
    return aim[1] if aim else group.to if group.to >= 0 else group.first


def _active(
    context: Context, line: Line, group: Group, end: int, cue: Cue, who: Conductors, status: str
) -> Told | None:
    first = _governor(context, line, group)
    asked = who.asked_of(line, first, group.to) if first != group.first else None
    if status in {"planned", "proposed"} and first != group.first and fallen(context, line, first, end):
        status = "unlikely"
    if group.to > line.first and context.tokens.lows[group.to - 1] == "whether" and (weigher := who.weighs(line, end)):
        asked = weigher
    subject = _before(context, line, group, first, end, cue, who, asked)
    behind = None if subject else subject_behind(context, line, group.first, end)
    subject = who.listed(line, *behind) if behind else subject
    inspectors = by_inspectors(context, line, group.first) and not at_a_matter(context, end, cue, status)
    outsiders = not subject and by_outsiders(context, line, group.first)
    if inspectors and not subject and asked is None and not outsiders:
        subject = who.understood(line, cue.meaning, frozenset())
    about = (object_begin(context, end), object_end(context, line, end))
    if stays_out(context, line, group, end, status) and subject and all(map(who.inspects, subject)):
        return Told(status, (end, end), subject, (group.first, end), cue.meaning)
    engaged = first != group.first and is_hired(context, first) and not of_papers(context, *about)
    hired = engaged or (asked == () and (inspectors or outsiders_in(context, first, group.to)))
    hired = hired and not cue.weak
    if not subject and (cue.weak or cue.meaning == "review") and not hired:
        return None
    if _NOBODY & set(context.tokens.lows[max(line.first, group.first - 2) : group.first]):
        return None  # "Nobody has inspected the lidos since 2012"
    if cue.weak and not inspectors and who.personal(line, line.first, first):
        return None
    others = (
        behind is not None
        and not cue.weak
        and not set(subject) & set(who.meeting_body())
        and not of_papers(context, *about)
    )
    if group.modal in {"can", "may"} and not inspectors and (not subject or open_to_all(context, line, group.first)):
        return None  # "which any member of the public can inspect here"
    if not (inspectors or outsiders or hired or others) and not may(context, line, cue, subject, about, who):
        return None
    conductors = who.of_verb(line, group.head, False, end, subject)
    silent = (
        not outsiders
        and asked is None
        and not (conductors == () and not inspectors and has_subject(context, line, group))
    )
    return Told(
        status, about, conductors, (group.first, clause_end(context, line, max(end, about[1]))), cue.meaning, silent
    )
