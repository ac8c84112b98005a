"""Statements: what those at the meeting did in words.

Comes in: the sentences with their cast.  Goes out: statements in the order of the text.  The one idea: minutes report, so
a sentence whose subject took part is a statement unless its verb is of the future, of the past before the meeting,
or of a doing; what the verb says decides the act.  Each rule is a function with a name, and the name stands on the
facts it made.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.active import active
from kg.facts.statements.asides import attributed, experiencer, parenthetical
from kg.facts.statements.nominal import dative, existential, nominal
from kg.facts.statements.passive import impersonal, passive
from kg.facts.statements.report import Report
from kg.facts.statements.second import second_speaker
from kg.facts.statements.telegraphic import minuted, without_subject
from kg.model import Statement

__all__ = ["Report", "of_line"]


def of_line(context: Context, discourse: Discourse, line: Line) -> list[Statement]:
    """The statements of one sentence."""
    return [_statement(context, line, report) for report in _reports(context, discourse, line)]


def _statement(context: Context, line: Line, report: Report) -> Statement:
    first, last = report.content
    content = context.tokens.span(first, last) if last > first else line.sentence.span
    mentions = dict.fromkeys(context.cast.by_first[i] for i in range(line.first, line.last) if i in context.mention_at)
    return Statement(
        speakers=report.speakers, act=report.act, content=content, evidence=line.sentence.span, rule=report.rule,
        addressees=report.addressees, position=line.passage.position,
        mentions=tuple(key for key in mentions if key not in report.speakers and key not in report.addressees),
    )  # fmt: skip


def _reports(context: Context, discourse: Discourse, line: Line) -> list[Report]:
    for rule in _RULES:
        found = list(rule(context, discourse, line))
        if found:
            if rule is not parenthetical:
                found += [
                    extra
                    for extra in second_speaker(context, discourse, line, found[0])
                    if (extra.speakers, extra.act) != (found[0].speakers, found[0].act)
                ]
            return found[:3]
    return []


_RULES = (
    active, impersonal, existential, nominal, dative, experiencer, passive, parenthetical, attributed, minuted, without_subject,
)  # fmt: skip
