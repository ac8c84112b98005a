"""What stands around a verb of inspecting and tells where that leaves it: "had begun inspecting", "no intention of inspecting", "to inspect" in a note.

Comes in: the token of the verb.  Goes out: a status, a place or nothing.  The one idea: a bare form tells nothing by itself; the words that lead to it do.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.groups import Group, group_at
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.statuses import status_of
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.words import ARTICLES, AUXILIARIES, OWNERS

_COUNTS = WORDS.words("counts")
_ASPECTS = frozenset({"begin", "continue", "end", "postpone", "give-up", "rule-out", "ask-for"})
SPENDING = frozenset({"spend", "spends", "spent", "spending"})
_FUNCTIONS = WORDS.words("functions")
_SPANS = WORDS.words("times") | {"day", "time"}


def meant(context: Context, line: Line, verb: int) -> str | None:
    """ "has no intention of inspecting", "there was no intention on the Board's part of investigating us"."""
    lows = context.tokens.lows
    if lows[verb - 1] != "of" or not lows[verb].endswith("ing"):
        return None
    k = next(
        (
            k
            for k in range(verb - 2, max(line.first, verb - 9), -1)
            if lows[k] in {"intention", "thought", "idea", "prospect"}
        ),
        -1,
    )
    if k < 0 or lows[k + 1] not in {"of", "on"}:
        return None
    return (
        "unlikely"
        if lows[k - 1] in {"no", "any"} or "no" in lows[k - 3 : k]
        else "planned"
        if lows[k] == "intention"
        else "proposed"
    )


def whose_part(context: Context, line: Line, verb: int, who: Conductors) -> tuple[str, ...]:
    """ "on the Board's part", "wise for us to review the trees"."""
    if found := _for_whom(context, line, verb, who):
        return found
    part = next((k for k in range(verb - 1, max(line.first, verb - 7), -1) if context.tokens.lows[k] == "part"), -1)
    return who.doers_in(max(line.first, part - 6), part) if part > 0 else ()


def _for_whom(context: Context, line: Line, verb: int, who: Conductors) -> tuple[str, ...]:
    """ "for us to review", "time for HI to look at": who is to do it."""
    lows = context.tokens.lows
    to = next((k for k in range(verb - 1, max(line.first, verb - 4), -1) if lows[k] == "to"), -1)
    k = next((k for k in range(to - 1, max(line.first, to - 9), -1) if lows[k] == "for"), -1)
    if to < 0 or k < 0 or to - k < 2:
        return ()
    if lows[k + 1 : to] == ["us"]:
        return who.ours()
    whole = lows[k + 1] in ARTICLES or k + 1 in context.mention_at
    return who.listed(line, k + 1, to) if whole else ()


def is_function(context: Context, line: Line, verb: int) -> bool:
    """ "its function under statute is to inspect the courts": is what a body is for the subject of a verb, and not what it plans?"""
    lows = context.tokens.lows
    k = next((k for k in range(verb - 1, max(line.first - 1, verb - 7), -1) if lows[k] in _FUNCTIONS), -1)
    return k >= 0 and not {",", ";", "that", "who", "which"} & set(lows[k:verb])


def noted(context: Context, line: Line, verb: int) -> bool:
    """ "HMIP to inspect Holme Moor in May": a note in which a subject and an infinitive are the whole clause."""
    if verb < 0:
        return False
    if context.tokens.lows[verb + 1] == "be":  # "HI: nurseries to be inspected in May"
        start = next((m + 1 for m in range(verb - 1, line.first, -1) if context.tokens.words[m] in MARKS), line.first)
        return (
            verb > start
            and not (AUXILIARIES | {"that", "asked", "ought", "going"}) & set(context.tokens.lows[start:verb])
            and not any(context.tokens.lows[m] in context.lexicon.predicates.verbs for m in range(start, verb))
        )
    subject = line.subject
    return subject is not None and subject.last == verb and subject.first <= line.first + 1


def joined_in_wish(context: Context, line: Line, verb: int) -> bool:
    """ "that the Panel and the Partnership review the strategy together": does a whole clause of a subject and this verb follow "that"?"""
    lows = context.tokens.lows
    that = next((k for k in range(verb - 2, max(line.first, verb - 16), -1) if lows[k] == "that"), -1)
    subject = clauses.subject_at(context, that + 1, line.last) if that >= 0 else None
    return subject is not None and subject.last == verb and (lows[verb + 1] in ARTICLES or lows[verb + 1] in OWNERS)


def of_phase(context: Context, line: Line, verb: int) -> str | None:
    """ "has begun inspecting", "will finish auditing": what the verb before tells of the one in -ing."""
    lows = context.tokens.lows
    if not lows[verb].endswith("ing") or verb - 1 <= line.first:
        return None
    if (spending := spent(lows, verb, line.first)) >= 0:
        return status_of("carry-out", group_at(context, spending, line.first))
    found = context.lexicon.undertakings.phase_at(context.tokens, verb - 1, verb)
    phase = found[1] if found else ""
    return status_of(phase, group_at(context, verb - 1, line.first)) if phase in _ASPECTS else None


def spent(lows: list[str], verb: int, first: int) -> int:
    """ "had spent two days going over the depot": the verb, or -1."""
    if lows[verb - 1] not in _SPANS:
        return -1
    return next((k for k in range(verb - 2, max(first, verb - 6), -1) if lows[k] in SPENDING), -1)


def in_hand(context: Context, line: Line, verb: int) -> bool:
    """ "HMIP inspecting all nine prisons, four done so far": a note in which a subject and a participle are the whole clause."""
    lows = context.tokens.lows
    if not lows[verb].endswith("ing") or not noted(context, line, verb):
        return False
    found = context.lexicon.undertakings.verb_at(context.tokens, verb, line.last)
    end = found[0] if found else verb + 1
    after = lows[end] if end < line.last else ""
    return after in ARTICLES or after.isdigit() or end in context.mention_at or after in _COUNTS


def stays_out(context: Context, line: Line, group: Group, end: int, status: str) -> bool:
    """ "They will not be investigating": what is left alone goes without saying."""
    ends = end >= line.last or context.tokens.words[end] in {".", ",", ";", "–"} or is_time(context, end, line.last)
    return status == "unlikely" and group.negated and ends


def promised(context: Context, line: Line, first: int) -> bool:
    """ "ministers had asked for it to be inspected, and her office would do this": what was asked for is promised."""
    lows = context.tokens.lows
    return any(
        lows[k] in {"will", "would"} and lows[k + 1] == "do" and lows[k + 2] in {"this", "so", "it"}
        for k in range(first, line.last - 2)
    )
