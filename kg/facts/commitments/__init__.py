"""Commitments: what somebody is to do, plans, proposes, is asked to do, or will not do.

Comes in: a sentence, what was reported in it, and the action lines of the layout.  Goes out: commitments with actor, strength
and window.  The one idea: a commitment is a modal, a commissive verb or an action line with somebody to its left;
questions, conditions, opinions and states ("would be helpful") are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.entities import BODIES
from kg.facts.commitments.allotted import Allotted
from kg.facts.commitments.brought_on import brought_on, undone
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.futures import Futures
from kg.facts.commitments.joint import partner
from kg.facts.commitments.modals import rumoured
from kg.facts.commitments.nominal import Nominal
from kg.facts.commitments.notes import Notes
from kg.facts.commitments.once import is_plain_no, once, tells
from kg.facts.commitments.owners import named, owner
from kg.facts.commitments.points import Points
from kg.facts.commitments.questions import put, ruled_out
from kg.facts.commitments.replies import memory, replies
from kg.facts.commitments.reports import Reports
from kg.facts.commitments.turned import Turned
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.due import due_in
from kg.facts.words import ACTING, FINITE
from kg.model import ActionLine, Commitment, Statement

__all__ = ["Commitments", "of_action"]

_CONDITIONS = frozenset({"if", "unless"})
_GRANTING = ACTING.words("granting")


@dataclass(slots=True)
class Commitments:
    """Reads commitments line by line; remembers what was last asked for, so that "This was agreed." can mean it."""

    context: Context
    discourse: Discourse
    asked: tuple[Found, ...] = ()
    asked_at: int = -9
    questioned: int = -9  # the last sentence that asked for an answer, and for no deed
    question: tuple[str, ...] = ()  # of whom it asked whether they would do something
    reports: Reports = field(init=False)
    futures: Futures = field(init=False)
    notes: Notes = field(init=False)
    nominal: Nominal = field(init=False)
    allotted: Allotted = field(init=False)
    points: Points = field(init=False)
    turned: Turned = field(init=False)

    def __post_init__(self) -> None:
        self.reports = Reports(self.context, self.discourse)
        self.futures = Futures(self.context, self.discourse)
        self.notes = Notes(self.context, self.discourse)
        self.nominal = Nominal(self.context, self.discourse)
        self.allotted = Allotted(self.context, self.discourse)
        self.points = Points(self.context, self.discourse)
        self.turned = Turned(self.context, self.discourse)

    def read(self, number: int, line: Line, reports: list[Statement]) -> list[Found]:
        """What one sentence tells that somebody is to do."""
        found = self._found(number, line, reports) or ruled_out(self.context, line, reports, self.question)
        self.question = ()
        if not found:
            if reports and reports[-1].act == "asked":
                self.questioned, self.question = number, put(self.context, self.discourse, line)
            return found
        wishes = tuple(item for item in found if item.strength in {"requested", "proposed"})
        goes_on = any(report.rule == "chained-would" for report in reports)  # "liked it and will find a date": no offer
        offers = tuple(
            item
            for item in found
            if item.rule in {"commissive", "binding-subject"} and item.strength == "committed" and not goes_on
        )
        if wishes or offers:
            self.asked, self.asked_at = wishes or offers, number
        return found

    def made(self, line: Line, item: Found, topics: tuple[str, ...], made_in: int | None) -> Commitment:
        """The commitment that a sentence was found to tell, with its window, what it is about and the statement that makes it."""
        first, last = item.action
        actors = item.actors
        if item.strength != "requested" and all(self.context.type_of(key) in BODIES for key in actors):
            actors = (
                tuple(dict.fromkeys((*actors, *partner(self.context, self.discourse, first, last))))
                if actors
                else actors
            )
        within = None if item.rule == "to-do-next" else line  # the day of the one before is not that of the next
        # of what is decided not to be done its time tells for how long
        strength = "committed" if item.rule == "agreed-to" else item.strength
        due = due_in(self.context, within, (item.when or first, last), strength=strength)
        due = undone(self.context, line, due)
        return Commitment(
            actors=actors, action=self._words(first, last) or line.sentence.span.of(self.context.text), strength=item.strength,
            evidence=line.sentence.span, rule=item.rule, status=item.status, due_from=due.start, due_by=due.end, due_text=due.text,
            topics=topics, made_in=made_in, position=line.passage.position,
            no_actor=None if actors else (item.no_actor or "the text names nobody"),
        )  # fmt: skip

    def _words(self, first: int, last: int) -> str:
        lows = self.context.tokens.lows
        first -= lows[first] == "not" and lows[first - 1] in FINITE  # "would not, since no sample had failed"
        words = " ".join(self.context.words(first, last).split())
        return words.rstrip(" .;,:")

    def _found(self, number: int, line: Line, reports: list[Statement]) -> list[Found]:
        asked = self.asked if self.asked and number - self.asked_at <= memory(self.context, line) else ()
        if (point := self.points.read(line, reports)) is not None:
            return [point]
        found = list(replies(self.context, line, reports, asked, number - self.asked_at)) if asked and reports else []
        if found and found[0].rule == "answered":
            return [] if self.questioned == number - 1 > self.asked_at else found[:2]
        hearsay = rumoured(self.context.tokens.lows, line.start, line.last)
        for source in self._sources(line, reports):
            for item in source:
                if (
                    item.action[0] >= hearsay
                    and not self._is_elliptic(item)
                    and not any(tells(self.context, other, item) for other in found)
                    and (asked or not (self._is_inability(item) or is_plain_no(self.context.tokens.lows, item)))
                ):
                    found.append(item)
        return sorted(once(self.context, found), key=lambda item: item.action[0]) if found else found

    def _sources(self, line: Line, reports: list[Statement]) -> Iterable[Iterator[Found]]:
        """What each family of rules reads: a note that says who is to act is surer than an act that is guessed."""
        notes, futures = self.notes.read(line), self.futures.read(line, reports)
        turned = self.turned.read(line, reports)
        others = self.nominal.read(line, reports), self.allotted.read(line)
        if not reports:
            return turned, futures, notes, *others
        told = self.reports.read(line, reports)
        guessed = any(report.rule.startswith("weighed") for report in reports)
        return (notes, turned, told, futures, *others) if guessed else (turned, told, futures, notes, *others)

    def _is_elliptic(self, item: Found) -> bool:
        """ "but would if it had to": the verb stands elsewhere."""
        return item.strength == "committed" and self.context.tokens.lows[item.action[0]] in _CONDITIONS

    def _is_inability(self, item: Found) -> bool:
        """ "could not get it to work": no refusal, where nothing was asked and the verb grants nothing."""
        return item.rule == "cannot" and self.context.tokens.lows[item.action[0]] not in _GRANTING


def of_action(context: Context, discourse: Discourse, action: ActionLine) -> Commitment:
    """The commitment of an action line or a row of an action table."""
    actors: list[str] = []
    if action.owners is not None:
        actors.extend(owner(context, discourse, *context.tokens.range_of(action.owners)))
        if not actors:
            actors = named(context, discourse, action)
    first, last = context.tokens.range_of(action.task)
    if not actors:
        actors.extend(Doers(context, discourse).by_agent(first, last))
    due = due_in(context, None, (first, last), extra=action.due, done=action.status == "completed")
    due = brought_on(context, action, due)
    position = next(
        (heading.position for heading in reversed(context.outline.headings) if heading.body.start <= action.span.start),
        None,
    )
    return Commitment(
        actors=tuple(actors), action=" ".join(action.task.of(context.text).split()).rstrip(" .;"), strength="committed", evidence=action.span,
        rule="action-line", status=action.status, due_from=due.start, due_by=due.end, due_text=due.text, position=position,
        no_actor=None if actors else "the action names nobody", previous=action.previous,
    )  # fmt: skip
