"""From sentences to facts.

Comes in: a :class:`~kg.facts.context.Context`.  Goes out: statements, commitments, inspections, relations, in the order of the
text.  The one idea: one pass, line by line, because who "she" is and what "this was agreed" accepts depend on the
lines before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter

from kg.facts import statements
from kg.facts.answers import with_answers
from kg.facts.clauses import opened
from kg.facts.commitments import Commitments, of_action
from kg.facts.commitments.repeated import folded
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.inspections import GIVEN_UP, Inspections
from kg.facts.relations import Relations
from kg.facts.signs import shown_by, together
from kg.facts.topics import agenda, topics_in
from kg.facts.unlisted import unlisted
from kg.facts.works import Work
from kg.model import AgendaItem, Commitment, EntityType, Inspection, Participant, Relation, Span, Statement
from kg.values import value

__all__ = ["Context", "Facts", "Line", "opened", "read", "shown_by", "together"]


@value
class Facts:
    """All facts of a document; ``unlisted`` are those who speak though no list names them, ``unmapped`` the sentences that gave none."""

    agenda: tuple[AgendaItem, ...]
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    inspections: tuple[Inspection, ...]
    relations: tuple[Relation, ...]
    unlisted: tuple[Participant, ...]
    unmapped: tuple[Span, ...]


def read(context: Context) -> Facts:
    """Every fact of a document."""
    discourse = Discourse(context)
    commitments, inspections = Commitments(context, discourse), Inspections(context, discourse)
    related = Relations(context, discourse)
    items = agenda(context)
    said: list[Statement] = []
    promised: list[Commitment] = []
    for number, line in enumerate(context.lines):
        reports = statements.of_line(context, discourse, line)
        found = commitments.read(number, line, reports)
        seen = inspections.read(line, reports)
        if seen:
            discourse.work = Work(inspections.who.last, line.last, line.passage.position or 0)
        topics = reports[0].topics if reports else topics_in(context, line.first, line.last) if found or seen else ()
        made_in = len(said) if reports else None
        if found:
            promises = [commitments.made(line, item, topics, made_in) for item in found]
            promised += [_by_inspectors(context, promise, seen) for promise in promises] if seen else promises
        elif seen and not (_is_asked(context, line, reports) or _is_spoken_of(context, line, seen)):
            promised += _of_inspections(line, seen, topics, made_in)
        said += reports
        related.read(line, seen)
        discourse.heard(line, tuple(key for report in reports for key in report.speakers) if reports else ())
    related.read_lists()
    promised = folded(promised, [of_action(context, discourse, action) for action in context.outline.actions])
    relations = tuple(related.found.values())
    told = [fact.evidence for facts in (said, promised, inspections.all, relations) for fact in facts]
    told += [span for promise in promised for span in promise.repeated]
    unmapped = tuple(_untold([line.sentence.span for line in context.lines], told))
    others = tuple(unlisted(context, said))
    return Facts(items, tuple(with_answers(said)), tuple(promised), tuple(inspections.all), relations, others, unmapped)


def _untold(sentences: list[Span], told: list[Span]) -> Iterator[Span]:
    """The sentences that hold the words of no fact and lie in the words of none."""
    spans = sorted(told, key=attrgetter("start", "end"))
    starts = [span.start for span in spans]
    reach = list(accumulate([span.end for span in spans], max))
    for sentence in sentences:
        first, after = bisect_left(starts, sentence.start), bisect_right(starts, sentence.start)
        if after and reach[after - 1] >= sentence.end:
            continue
        if not any(span.end <= sentence.end for span in spans[first : bisect_right(starts, sentence.end)]):
            yield sentence


def _is_asked(context: Context, line: Line, reports: list[Statement]) -> bool:
    """ "wanted to know whether the Commission still meant to look at it": who asks whether a thing will be plans nothing."""
    asked = bool(reports) and all(report.act == "asked" for report in reports)
    return asked and not _OPEN.isdisjoint(context.tokens.lows[line.first : line.last])


def _is_spoken_of(context: Context, line: Line, seen: list[Inspection]) -> bool:
    """ "reported upon preparations for the inspection", "had heard talk of a review": it is the matter of something else, unless notice was given of it."""
    framed = all(item.rule == "inspection-frame" and item.status != "unlikely" for item in seen)
    return framed and _NOTIFIED.isdisjoint(context.tokens.lows[line.first : line.last])


_NOTIFIED = frozenset({"notice", "notified", "announced"})
_OPEN = frozenset({"whether", "if", "when"})
_TO_COME = frozenset({"planned", "proposed", "unlikely"})


def _by_inspectors(context: Context, promise: Commitment, seen: list[Inspection]) -> Commitment:
    """ "An audit, which has been given to X, will be complete by May": what is to become of an undertaking is for those who carry it out, as is a joint one that is proposed."""
    joint = len(seen) == 1 and len(seen[0].conducted_by) > 1 and "joint" in seen[0].label.lower()
    if joint and promise.actors and promise.rule == "suggestion-thing":
        return replace(promise, actors=seen[0].conducted_by, no_actor=None)
    if promise.rule not in _BY_ITSELF or len(seen) != 1 or seen[0].rule != "inspection-subject":
        return promise
    if promise.rule == "planned-for" and any(context.type_of(key) is EntityType.INSPECTORATE for key in promise.actors):
        return promise
    inspectors = seen[0].conducted_by
    return replace(promise, actors=inspectors, no_actor=None) if inspectors else promise


_BY_ITSELF = frozenset({"impersonal-future", "stands", "planned-for"})


def _of_inspections(
    line: Line, seen: list[Inspection], topics: tuple[str, ...], made_in: int | None
) -> list[Commitment]:
    """An inspection that is planned, proposed or unlikely is also something its inspectorate is to do or not to do; one given up is past."""
    return [
        Commitment(
            actors=item.conducted_by, action=item.label, strength=item.status, evidence=line.sentence.span, rule=item.rule,
            status=item.status, due_from=item.planned_from, due_by=item.planned_to, topics=topics, made_in=made_in, position=item.position,
            no_actor=None if item.conducted_by else "the text does not say who would inspect",
        )
        for item in seen[:1]
        if item.status in _TO_COME and item.rule != GIVEN_UP
    ]  # fmt: skip
