"""Statements: what those at the meeting did in words.

Comes in: the sentences with their cast.  Goes out: statements in the order of the text.  The one idea: minutes report, so
a sentence whose subject took part is a statement unless its verb is of the future, of the past before the meeting,
or of a doing; what the verb says decides the act.  Each rule is a function with a name, and the name stands on the
facts it made.
"""

from __future__ import annotations

from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needed
from kg.facts.statements.absolutes import said_beside, settled_at_parting, stated_before
from kg.facts.statements.active import active
from kg.facts.statements.asides import attributed, emerged, experiencer, impersonal_aside, inverted, parenthetical
from kg.facts.statements.bracketed import bracketed
from kg.facts.statements.deferrals import deferred, unreached
from kg.facts.statements.echoes import also_did, echoed, fits
from kg.facts.statements.elsewhere import cleft, elsewhere, fallen_to, fronted, in_her_words, noun_inverted, since
from kg.facts.statements.jotted import counted, lacking, settled, together, told_by, voiced, whole
from kg.facts.statements.judging import judged
from kg.facts.statements.nominal import dative, ensued, existential, nominal
from kg.facts.statements.passive import impersonal, in_passing, passive
from kg.facts.statements.questions import (
    answer,
    asker_before,
    direct_question,
    marked_answer,
    other_than_asker,
    question_before,
)
from kg.facts.statements.reception import received, taken
from kg.facts.statements.replies import answered, remarked
from kg.facts.statements.report import ASKS, Report
from kg.facts.statements.second import second_speaker, settled_behind
from kg.facts.statements.somebody import somebody
from kg.facts.statements.telegraphic import label, minuted, resolution, without_subject
from kg.facts.topics import topics_in
from kg.facts.words import ADVERBS, OPENERS
from kg.model import Span, Statement

__all__ = ["Report", "by_rule", "of_line"]
_CONNECTING = ADVERBS | OPENERS


def of_line(context: Context, discourse: Discourse, line: Line) -> list[Statement]:
    """The statements of one sentence."""
    discourse.excluded = asker_before(context, discourse, line) or other_than_asker(context, discourse, line)
    found = judged(context, discourse, line, by_rule(context, discourse, line))
    discourse.excluded, discourse.asking, discourse.act, discourse.offered = (), (), "", ()
    return _noted(context, discourse, line, found) if found else []


def _noted(context: Context, discourse: Discourse, line: Line, found: list[Report]) -> list[Statement]:
    """The statements, and what the next sentence asks of them noted."""
    for report in found:  # the last that asks
        if report.act == "asked":
            discourse.asked_last = (report.speakers, report.addressees)
        if report.act in ASKS and "weighed" not in report.rule:
            discourse.asking = report.speakers
    for report in reversed(found):  # the first that offers
        if report.act in _OFFERS:
            discourse.offered = report.addressees
    discourse.act = found[0].act
    topics = topics_in(context, line.first, line.last)
    return [_statement(context, line, report, topics) for report in found]


def _statement(context: Context, line: Line, report: Report, topics: tuple[str, ...]) -> Statement:
    content = _content(context, line, report)
    told = {*report.speakers, *report.addressees}
    return Statement(
        speakers=report.speakers, act=report.act, content=content, evidence=line.sentence.span, rule=report.rule,
        addressees=report.addressees, position=line.passage.position, topics=topics,
        mentions=tuple([key for key in dict.fromkeys(context.keys_in(line.first, line.last)) if key not in told]),
    )  # fmt: skip


def _content(context: Context, line: Line, report: Report) -> Span:
    """What was said, without marks at its edges; the whole sentence where nothing is left ("HT was not surprised.")."""
    words, lows, (first, last) = context.tokens.words, context.tokens.lows, report.content
    first = _without_lead(context, first, last)
    for k in range(first, last):
        if words[k][0].isalnum() and lows[k] not in _SAYS_NOTHING:
            return context.tokens.span(first, last)
    return line.sentence.span


def _without_lead(context: Context, first: int, last: int) -> int:
    """The first token of what was said, behind marks and a connective between commas (", however, that …")."""
    tokens = context.tokens
    while first < last and tokens.words[first] in _EDGES:
        first += 1
    near = tokens.lows[first : first + 5]
    if "," not in near:
        return first
    if near[:3] == ["and", "it", "was"] and near[4:] == [","]:
        return _without_lead(context, first + 5, last)  # "proposed, and it was agreed, that …"
    after = first + near.index(",")
    if after in {first, first + 4} or after + 1 >= last:
        return first
    connective = tokens.lows[first] in _CONNECTING or tokens.bases[first : first + 2] in _CONNECTIVES
    return _without_lead(context, after, last) if connective else first


_OFFERS = frozenset("undertook suggested requested".split())
_CONNECTIVES = (
    ["in", "turn"],
    ["of", "course"],
    ["for", "example"],
    ["in", "addition"],
    ["in", "reply"],
    ["in", "fact"],
)
_EDGES = frozenset(", ; : . – — -".split())
_SAYS_NOTHING = frozenset("it this that so him her them too also".split())


def by_rule(context: Context, discourse: Discourse, line: Line) -> list[Report]:
    """What the first rule that is sure finds, else what the first unsure one does; with the others who speak in the sentence."""
    unsure: list[Report] = []
    absent = ~line.signs
    for rule, needs in _RULES:
        if needs & absent or not (found := list(rule(context, discourse, line))):
            continue
        if rule is existential:
            found = list(parenthetical(context, discourse, line)) or found
        if rule is active and not _by_persons(context, found):
            found = list(parenthetical(context, discourse, line)) or list(inverted(context, discourse, line)) or found
        if not found[0].weak:
            return _with_others(context, discourse, line, found, alone=rule is parenthetical)
        unsure = unsure or found
    return _with_others(context, discourse, line, unsure) if unsure else []


def _by_persons(context: Context, found: list[Report]) -> bool:
    """Does the subject name a person who speaks, so that an aside behind it ("…, the Chair rejoined, …") is no frame around it?"""
    sure = len(found[0].speakers) == 1 and found[0].rule != "active-default"
    return sure and all(context.type_of(key) in PERSONAL for key in found[0].speakers)


def _beside(context: Context, discourse: Discourse, line: Line, first: Report, alone: bool) -> list[Report]:
    """What others say in the sentence of a report, or said before it."""
    found: list[Report] = []
    absent = ~line.signs
    for rule, needs in _BESIDE:
        if not needs & absent and not (alone and rule is second_speaker):
            found += rule(context, discourse, line, first)
    return found


def _replied(context: Context, discourse: Discourse, line: Line, first: Report) -> list[Report]:
    """The answer that a report meets in its sentence, else a remark on it."""
    for rule, needs in _REPLIES:
        if not needs & ~line.signs and (found := list(rule(context, discourse, line, first))):
            return found
    return []


def _with_others(
    context: Context, discourse: Discourse, line: Line, found: list[Report], *, alone: bool = False
) -> list[Report]:
    """The reports with those of another speaker in the same sentence, at most three."""
    others = _replied(context, discourse, line, found[0]) or _beside(context, discourse, line, found[0], alone)
    if not others:
        return found[:3]
    told = {(report.speakers, report.act) for report in found}
    return [*found, *(extra for extra in others if (extra.speakers, extra.act) not in told)][:3]


_ORDER = (
    bracketed, unreached, active, whole, lacking, settled, counted, together, voiced, echoed, fits, since, answer, marked_answer, fronted, fallen_to, cleft, taken, impersonal, existential,
    received, nominal, dative, experiencer, in_passing, deferred, passive, parenthetical, attributed, inverted, in_her_words, noun_inverted,
    impersonal_aside, direct_question, ensued, resolution, settled_at_parting, minuted, emerged, told_by, without_subject, said_beside, elsewhere, label, somebody,
)  # fmt: skip
_REPLIES = tuple((rule, needed(rule)) for rule in (answered, remarked))
_BESIDE = tuple(
    (rule, needed(rule))
    for rule in (second_speaker, question_before, also_did, stated_before, said_beside, settled_behind)
)
_RULES = tuple((rule, needed(rule)) for rule in _ORDER)
