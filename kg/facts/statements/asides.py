"""Speech told beside the clause: "…, she added, …", "…, in MK's opinion", "it troubled her that …".

Comes in: a sentence.  Goes out: what the one named beside it said.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Match, Subject
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import NOUNS, needs, sign
from kg.facts.statements.acts import is_gerund
from kg.facts.statements.further import chained
from kg.facts.statements.nominal import possessive_noun
from kg.facts.statements.report import Report
from kg.facts.statements.voices import agent_after, speaking, took_part
from kg.facts.words import OBJECTS, OWNERS, QUESTION_WORDS, SINGULAR
from kg.lexicon.lists import lists

_FEEL = {
    "troubled": "concerned", "troubles": "concerned", "worried": "concerned", "worries": "concerned", "concerned": "concerned", "concerns": "concerned",
    "disappointed": "concerned", "frustrated": "concerned", "alarmed": "concerned", "surprised": "opined", "struck": "opined", "puzzled": "opined",
    "pleased": "welcomed", "encouraged": "welcomed", "reassured": "welcomed", "satisfied": "welcomed", "satisfy": "concerned", "delighted": "welcomed",
    "interested": "opined", "convinced": "opined", "convince": "disagreed",
}  # fmt: skip
# what a clause may stand before or behind
_ENDS = sign({",", "”", "'", "?", '"'})
_PARTS = sign({",", "”", "'", '"', "–"})


@needs(_PARTS)
def parenthetical(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "…, SAH stressed, …", "Real time data, she added, is …", "…, the Chairman confirmed."."""
    tokens = context.tokens
    for k in context.showing(_PARTS, line.first + 1, line.last - 1):
        if tokens.words[k] == "'":
            continue
        subject = clauses.subject_at(context, k + 1, line.last)
        if subject is None:
            continue
        group = clauses.verb_group(context, subject.last, line.last)
        if group is None or group.modal or group.perfect or group.passive or group.head + 1 >= line.last:
            continue
        if not group.be and is_gerund(tokens.lows[group.head]):
            continue  # "…, Mrs Carey abstaining."
        found = clauses.match(context, group, line.last) or _of_a_clause(context, group.head)
        end = found.last if found else group.head + 1
        if end < line.last and tokens.lows[end] in {"members", "him", "her", "them"}:
            end += 1
        closes = end >= line.last or tokens.words[end] in {",", ".", ";", "–", ":"}
        if found is None and closes and tokens.lows[group.head] in _GOING_ON:
            agents = speaking(context, discourse.agents(subject))
            if agents:
                yield Report(agents, "informed", "parenthetical", (line.first, line.last))
                return
        if found and closes and found.last <= group.head + 2:
            agents = _named_before(context, discourse, line, subject) or discourse.agents(subject)
            agents = speaking(context, agents)
            if agents:
                act = _aside_act(context, line, found)
                yield Report(agents, act, "parenthetical", (line.first, line.last))
                return


def _of_a_clause(context: Context, head: int) -> Match | None:
    """ "This, he granted, was true.": a verb that owns to a clause alone ("granted that"), beside its clause."""
    entries = context.lexicon.predicates.verbs.get(context.tokens.lows[head], ())
    owned = (one for one in entries if one.rest == ("that",) and one.act == "acknowledged")
    return next((Match(one, head, head + 1) for one in owned), None)


def _named_before(context: Context, discourse: Discourse, line: Line, subject: Subject) -> tuple[str, ...]:
    """Who "he" is in "Alan had had the same from tenants, he confirmed": the one participant whom the sentence names so far."""
    gender = SINGULAR.get(subject.actors[0].word)
    if gender is None:
        return ()
    keys = set(map(discourse.canonical, context.keys_in(line.first, subject.first)))
    people = [key for key in keys if context.type_of(key) in PERSONAL]
    fits = len(people) == 1 and took_part(context, people[0]) and discourse.gender_of(people[0]) in {gender, None}
    return tuple(people) if fits else ()


_GOING_ON = frozenset("continued concluded resumed".split())


def _aside_act(context: Context, line: Line, found: Match) -> str:
    """The act of "…, she added": a promise where what is told is to come, a request or a suggestion where it is asked for."""
    lows = context.tokens.lows[line.first : found.first]
    ends = context.tokens.words[line.first + 1 : line.last][-2:]
    if found.predicate.base == "accept":
        return "acknowledged"
    if (
        "?" in ends
        and found.predicate.act in {"informed", "opined", "requested"}
        and lows
        and lows[0] in QUESTION_WORDS
    ):
        return "asked"
    act, verb = found.predicate.act, found.predicate.base
    if act == "informed" and verb in _PROMISING and set(lows) & {"will", "would"} and not set(lows) & {"not", "no"}:
        return "undertook"
    if act != "asked" and lows and lows[0] in {"could", "might", "can", "ought", "should"}:
        return "requested" if act == "requested" and lows[0] in {"could", "can"} else "suggested"
    return act


_PROMISING = frozenset("tell assure confirm promise undertake indicate".split())


@needs(sign({"according", "in"}), sign({"according"}, NOUNS))
def attributed(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "…, in MK's opinion.", "according to Mr Lowther", "Thirty-one, said Mr Quigley, …"."""
    tokens = context.tokens
    for k in range(line.first, line.last - 2):
        low = tokens.lows[k]
        if low == "according" and tokens.lows[k + 1] == "to":
            subject = clauses.subject_at(context, k + 2, line.last)
            own = OWNERS.get(tokens.lows[k + 2]) or {"him": "he", "them": "they"}.get(tokens.lows[k + 2])
            agents = speaking(context, discourse.agents(subject) or (discourse.pronoun(own) if own else ()))
            if agents:
                yield Report(agents, "informed", "according-to", (line.first, line.last))
                return
        if low == "in" and k > line.first and (found := possessive_noun(context, discourse, k + 1, line.last)):
            agents, noun, _ = found
            if context.lexicon.predicates.nouns[noun] == "opined":
                yield Report(agents, "opined", "in-view-of", (line.first, k))
                return


@needs(_ENDS)
def inverted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Thirty-one, said Mr Quigley, …", "On balance, concluded the Chairman, the Board would not press for it."."""
    tokens = context.tokens
    for k in context.showing(_ENDS, line.first, line.last - 2):
        if tokens.words[k] == "'" or not clauses.is_past(tokens.lows[k + 1]):
            continue
        entries = context.lexicon.predicates.verbs.get(tokens.lows[k + 1], ())
        entry = next((entry for entry in entries if not entry.rest), None)
        subject = clauses.subject_at(context, k + 2, line.last) if entry else None
        if entry is None or subject is None:
            continue
        ends = subject.last >= line.last or not tokens.words[subject.last][0].isalpha()
        agents = speaking(context, discourse.agents(subject)) if ends else ()
        if agents:
            asks = entry.act == "requested" and tokens.lows[line.first] in QUESTION_WORDS
            yield Report(agents, "asked" if asks else entry.act, "inverted", (line.first, k))
            if tokens.words[subject.last] == ";":  # "No, said Mr Quigley; suggested AQ try the Bureau."
                yield from chained(context, discourse, line, subject.last, agents)
            return


_EMERGED = lists("speaking").words("emerging")


@needs(sign({"it"}), sign(_EMERGED))
def emerged(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It transpired that the lamps were dim.", "The lamps, it emerged, were dim.": news of nobody in particular."""
    lows, words = context.tokens.lows, context.tokens.words
    start = line.start
    for k in range(start, line.last - 3):
        if lows[k] != "it" or lows[k + 1] not in _EMERGED:
            continue
        if (k == start and lows[k + 2] == "that") or (words[k - 1] == "," and words[k + 2] == ","):
            yield Report((), "informed", "emerged", (k + 2 if k == start else line.first, line.last))
            return


@needs(sign({","}), sign({"it"}), sign({"was"}))
def impersonal_aside(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Each month of delay, it was stated, costs more.", "That, it was noted by Mr Kell, was the difficulty."."""
    tokens = context.tokens
    for k in range(line.first + 1, line.last - 3):
        if tokens.words[k] != "," or tokens.lows[k + 1 : k + 3] != ["it", "was"]:
            continue
        group = clauses.verb_group(context, k + 2, line.last)
        found = clauses.match(context, group, line.last, verbs_only=True) if group else None
        if group is None or found is None or group.head + 1 >= line.last:
            continue
        if tokens.lows[group.head + 1] in {",", ".", "by"}:
            speakers = agent_after(context, discourse, "by", group.head, line.last, near=3)
            yield Report(speakers, found.predicate.act, "impersonal-aside", (line.first, line.last))
            return


@needs(sign(_FEEL))
def experiencer(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It troubled her that …", "What worried him most was …", "The answer did not satisfy the Commissioner"."""
    tokens = context.tokens
    for k in range(line.first + 1, min(line.last - 1, line.first + 14)):
        act = _FEEL.get(tokens.lows[k])
        if act is None or k in context.mention_at:
            continue
        if tokens.lows[k + 1] in OBJECTS:
            gender = OBJECTS[tokens.lows[k + 1]]
            agents = discourse.pronoun({"m": "he", "f": "she"}.get(gender or "", "they"))
        else:
            agents = discourse.agents(clauses.subject_at(context, k + 1, line.last))
        agents = speaking(context, agents)
        if agents and not any(
            low in {"will", "would", "had", "has"} for low in tokens.lows[max(line.first, k - 2) : k]
        ):
            yield Report(agents, act, "experiencer", (line.first, line.last))
            return
