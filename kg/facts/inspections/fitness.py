"""May a subject carry out an undertaking by a verb of inspecting, and who may stand there whom the text does not make known?

Comes in: a verb with its subject and object.  Goes out: yes or no.  The one idea: "inspect" and "audit" speak for themselves, "visit", "review" or
"look at" only where an inspecting body does it, and nobody inspects a paper.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.firms import PEOPLE
from kg.facts.inspections.groups import Group, Tense
from kg.facts.inspections.reach import QUESTIONS
from kg.facts.inspections.words import TIMES, WORDS
from kg.facts.offices import seat_title
from kg.facts.words import PREPOSITIONS
from kg.lexicon.undertakings import Cue

_PAPERS = WORDS.words("papers")
_ACCOUNTS = WORDS.words("kept-accounts")
_GRAVE = WORDS.words("grave")
_OURS = frozenset({"it", "its", "they", "their", "we", "our", "best", "to", "this", "that"})
_STAFF = WORDS.words("inspectors")
_FROM_OUTSIDE = WORDS.words("outside")
_BY_PRONOUN = frozenset({"it", "they", "we", "office"})
_ASSURING = frozenset({"audit", "assurance", "inspection", "inspections"})  # what those are heads of who inspect
_RANKS = frozenset({"chief", "deputy", "assistant", "detective", "police"})
_ANYBODY = WORDS.words("anybody")
_SPELLS = TIMES | {"years"}
HABITS = WORDS.words("habits")
_BOUND, _POWERS, _EVERY = WORDS.words("bound"), WORDS.words("powers"), WORDS.words("recurring") | HABITS
_SOON = 5  # tokens between a verb of coming back and what one brings
_WITHIN = frozenset({"the", "its", "their", "his", "her"})
_CREWS = WORDS.words("crews-of-inspectors")
_UNNAMED = frozenset({"what", "how", "whether", "it", "this", "that", "them", "why"})


def by_inspectors(context: Context, line: Line, verb: int) -> bool:
    lows = context.tokens.lows
    near = range(max(line.first, verb - 7), verb)
    heads = any(lows[k : k + 2] == ["head", "of"] and _ASSURING & set(lows[k + 2 : k + 4]) for k in near)
    return heads or any(lows[k] in _STAFF and lows[k - 1] not in _RANKS for k in near)


def has_subject(context: Context, line: Line, group: Group) -> bool:
    """ "The fire service inspected 300 doors": does a noun stand before the verb, though nobody whom the text makes known?"""
    lows, verb = context.tokens.lows, group.first
    start = next((k for k in range(verb - 2, max(line.first - 1, verb - 5), -1) if lows[k] == "the"), -1)
    words = lows[start + 1 : verb] if start >= 0 else []
    plain = all(low[0].isalpha() and "'" not in low and low not in PREPOSITIONS for low in words)
    return bool(words) and plain and group.tense is not Tense.BARE and not context.named_in(start, verb)


def by_outsiders(context: Context, line: Line, verb: int) -> bool:
    """ "that outside accountants audit the fund": those who do such work, and nobody whom the text makes known."""
    lows = context.tokens.lows
    return lows[verb - 1] in PEOPLE and lows[verb - 2] in _FROM_OUTSIDE and verb - 2 > line.first


def outsiders_in(context: Context, first: int, last: int) -> bool:
    """ "asked an outside engineer to", "asked independent consultants to": nobody whom the text makes known, but one from outside."""
    return bool(_FROM_OUTSIDE & set(context.tokens.lows[first + 1 : last]))


def open_to_all(context: Context, line: Line, verb: int) -> bool:
    """ "any member of the public can", "electors may": is it anybody's right?"""
    return bool(_ANYBODY & set(context.tokens.lows[max(line.first, verb - 6) : verb]))


def of_papers(context: Context, first: int, last: int) -> bool:
    """Is what is looked at a paper, which anybody may read?"""
    return bool(_PAPERS & set(context.tokens.lows[first:last]))


def is_duty(context: Context, line: Line, group: Group) -> bool:
    """ "is required to inspect in every second year", "must audit each of them once a year", "has no power to inspect": what a body is for."""
    lows = context.tokens.lows
    governor = lows[group.to - 1] if group.to > line.first else ""
    if governor in _POWERS and lows[group.to - 2] in {"no", "any"}:
        return True
    bound = group.modal == "must" or governor in _BOUND
    alone = group.head + 1 >= line.last or not lows[group.head + 1][0].isalnum()  # "which it is required to inspect"
    return bound and (alone or not _EVERY.isdisjoint(lows[group.head : line.last]))


def is_habit(context: Context, line: Line, first: int) -> bool:
    """ "twice a year", "every two years", "each spring": is it told how often, and so of no one time?"""
    lows = context.tokens.lows
    for k in range(first, min(line.last - 1, first + 14)):
        if lows[k] in {"once", "twice", "times"} and lows[k + 1] in {"a", "an", "each", "every", "in"}:
            return True
        if lows[k] in {"every", "each"} and not _SPELLS.isdisjoint(lows[k + 1 : k + 4]):
            return True
        if lows[k] in HABITS:
            return True
    return False


def is_waited_for(context: Context, first: int) -> bool:
    """ "people who were waiting for an annual review": what is done for each person, and no undertaking."""
    lows = context.tokens.lows
    waiting = first - 2 if lows[first - 2 : first] == ["waiting", "for"] else first - 1
    return lows[waiting] in {"awaiting", "waiting"} and "who" in lows[max(0, waiting - 3) : waiting]


def _of_accounts(context: Context, first: int, last: int) -> bool:
    """Is what is looked at money or what is kept of it, and no other paper?"""
    papers = _PAPERS.intersection(context.tokens.lows[first:last])
    return bool(papers) and papers <= _ACCOUNTS


def was_visited(context: Context, line: Line, about: tuple[int, int], cue: Cue, status: str) -> bool:
    """ "It was visited in May, and the report is due in July": a visit that a report follows."""
    lows = context.tokens.lows
    again = about[1] - about[0] == 1 and lows[about[0]] in {"it", "they"}
    reported = not {"report", "reports", "findings"}.isdisjoint(lows[about[1] : line.last])
    return cue.weak and cue.meaning == "inspection" and status == "completed" and again and reported


def at_a_matter(context: Context, end: int, cue: Cue, status: str) -> bool:
    """ "his inspectors would look at it": is "it" a matter that has been raised?"""
    return cue.weak and status == "planned" and context.tokens.lows[end] in {"it", "this", "that", "them"}


def may(
    context: Context, line: Line, cue: Cue, subject: tuple[str, ...], about: tuple[int, int], who: Conductors
) -> bool:
    """May this subject carry out an undertaking by this verb?"""
    lows = context.tokens.lows
    if (
        lows[about[0]] in QUESTIONS or lows[about[0] : about[0] + 2] in (["what", "each"], ["what", "every"])
    ) and cue.meaning in {"review", "inquiry", "audit"}:
        return _asks_of_another(context, subject, about, who)
    joint = len(subject) > 1 and bool({"jointly", "together"} & set(lows[line.first : line.last]))
    if joint and not {"minutes", "agenda", "actions", "papers"} & set(lows[slice(*about)]):
        return True
    near = 2 if not cue.weak and cue.meaning == "inspection" and any(map(who.inspects, subject)) else 5
    if of_papers(context, about[0], min(about[0] + near, about[1])) or lows[about[0]] in _UNNAMED:
        return _may_at_papers(context, line, cue, subject, about, who)
    if cue.weak and cue.meaning in {"inquiry", "review"} and _GRAVE & set(lows[about[0] : about[1]]):
        return any(context.type_of(key) in BODIES for key in subject)
    if cue.weak and cue.meaning in {"review", "audit"} and who.announced(line, cue.meaning):
        return all(context.type_of(key) in BODIES for key in subject)
    if cue.weak and cue.meaning == "inspection" and _brings(context, about[0], line.last):
        return False
    if cue.weak:
        into = cue.rest[-1:] == ("into",) and any(map(who.hears, subject))
        return (
            into or any(map(who.inspects, subject)) or (cue.meaning != "inspection" and all(map(who.audits, subject)))
        )
    if cue.meaning != "inspection":
        named = [key for k in range(line.first, about[0]) if (key := context.key_at(k))]
        if (
            cue.meaning == "audit"
            and _BY_PRONOUN & set(lows[line.first : about[0]])
            and all(context.type_of(key) in BODIES for key in subject)
        ):
            return True  # "her office proposed to audit fifty supplies", "it would audit them"
        if context.tokens.lows[max(line.first, about[0] - 5) : about[0]].count("us") and subject == who.ours():
            return True  # "wise for us to review the trees"
        if "office" in lows[line.first : about[0]]:
            named += [body for key in named if (body := who.as_body(key))]
        return (
            any(key in subject and context.type_of(key) in BODIES for key in named)
            or any(map(who.inspects, subject))
            or (cue.meaning == "audit" and any(seat_title(context, key) for key in subject))
            or (lows[about[0] - 1] == "auditing" and any(who.as_body(key) in subject for key in named))
        )
    return True


def _may_at_papers(
    context: Context, line: Line, cue: Cue, subject: tuple[str, ...], about: tuple[int, int], who: Conductors
) -> bool:
    """The same of a paper, or of what only a pronoun names."""
    first, inspecting = context.tokens.lows[about[0]], any(map(who.inspects, subject))
    if not cue.weak and cue.meaning == "audit" and _of_accounts(context, *about):
        return inspecting or any(map(who.audits, subject))  # "Audit Wales is auditing the Council's care budget"
    if first == "it" and who.headed(line, cue.meaning):
        return all(context.type_of(key) in BODIES for key in subject)
    if first in {"it", "them"} and not cue.weak and cue.meaning != "review":
        return inspecting  # "HMIP had inspected it in the autumn"
    return cue.meaning == "inquiry" and inspecting  # "the Ombudsman is inquiring into it"


def _brings(context: Context, first: int, last: int) -> bool:
    """ "would come back in September with a plan": somebody who brings something, and visits nobody."""
    lows = context.tokens.lows
    at = next((k for k in range(first, min(last, first + _SOON)) if lows[k] == "with"), -1)
    return (
        at >= 0
        and lows[at + 1] not in _WITHIN
        and at + 1 not in context.mention_at
        and _CREWS.isdisjoint(lows[at : at + 4])
    )


def _asks_of_another(context: Context, subject: tuple[str, ...], about: tuple[int, int], who: Conductors) -> bool:
    """ "The Audit Office is to examine how the Council spends its income": an inspecting body, and what others do."""
    if context.tokens.lows[about[0]] == "what":
        return context.tokens.lows[about[0] + 1] in {"each", "every", "all", "other"} and bool(subject)
    other = set(who.bodies_in(*about)) - set(subject)
    plain = context.tokens.lows[about[0] + 1] not in _OURS
    told_of = bool(other) or context.tokens.lows[about[0]] == "how"  # "is reviewing how forces keep families informed"
    return told_of and plain and any(map(who.inspects, subject))
