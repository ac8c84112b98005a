"""Another participant's clause in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.active import from_subject
from kg.facts.statements.report import Report
from kg.facts.words import QUESTION_WORDS


def second_speaker(context: Context, discourse: Discourse, line: Line, first: Report) -> Iterator[Report]:
    """Another participant's clause in the same sentence: "HT supported the idea and EM asked …", "…; he saw no difficulty"."""
    tokens = context.tokens
    saved = discourse.speakers
    for k in range(max(line.first + 2, first.content[0]), line.last - 2):
        if tokens.words[k] not in {",", ";", "–"} and tokens.lows[k] not in {
            "and",
            "but",
            "while",
            "whilst",
            "although",
            "whereas",
        }:
            continue
        j = k + 1
        while j < line.last and tokens.lows[j] in {
            "and",
            "but",
            "that",
            "while",
            "although",
            "however",
            ",",
            "in",
            "response",
            "reply",
        } - {"that"}:
            j += 1
        subject = clauses.subject_at(context, j, line.last)
        if subject is None:
            continue
        if _inside_content(context, line, k, first) and subject.actors[0].word in {
            "he",
            "she",
            "they",
            "it",
            "both",
            "all",
        }:
            continue
        if first.speakers and subject.actors[0].word in {"he", "she"}:
            discourse.speakers = first.speakers
        reports = [
            report
            for report in from_subject(context, discourse, line, subject, chain=False)
            if report.speakers
            and (report.rule != "active-default" or tokens.words[k] == ";")
            and (report.speakers != first.speakers or report.act != first.act)
        ]
        discourse.speakers = saved
        if reports:
            yield reports[0]
            return


def _inside_content(context: Context, line: Line, k: int, first: Report) -> bool:
    """Is the clause behind token ``k`` still part of what was reported ("said that A … and he would …")?"""
    if context.tokens.words[k] == ";":
        return False
    begin = first.content[0]
    return any(low == "that" or low in QUESTION_WORDS for low in context.tokens.lows[begin:k])
