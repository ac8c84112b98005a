"""Commitments in what was reported: undertaken, asked for, suggested, agreed.

Comes in: a sentence and its statements.  Goes out: what somebody is to do by them.  The one idea: the act tells the strength,
the words after it who is to act.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import HOPES
from kg.facts.commitments.opinions import Opinions
from kg.facts.commitments.proposals import Proposals
from kg.facts.context import Line
from kg.facts.due import due_in, is_past
from kg.facts.words import ACTING, ARTICLES, STATES
from kg.lexicon.lists import lists
from kg.model import Statement

_UNDERTAKINGS = ACTING.words("undertakings")
_ASKED = ACTING.words("asked")
_CHARGED = ACTING.words("charged")
_QUESTIONS = frozenset({"whether", "if"})
_MINDED = ACTING.words("minded")
_CLOSED_BY = {",": ",", "(": ")"}
_VOTES = frozenset({"vote", "votes", "majority"})
_AMONG = 10  # tokens of those between whom a thing is agreed
_LONGEST = 50  # tokens back to the question that is answered
_NUMBERS = lists("inspecting").words("numbers")
_NO_DEED = _NUMBERS | ACTING.words("receiving")
_STAYING = ACTING.words("staying")
_TAKEN_UP = ACTING.words("taken-up")
_READY = ACTING.words("ready")
_COMMITTING = ACTING.words("committing")
_SAID = frozenset({"said", "says", "stated", "replied", "answered"})


class Reports(Opinions):
    """Reads what follows from the statements of a sentence."""

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        for report in reports:
            first, last = self.context.tokens.range_of(report.content)
            last = min(max(last, first + 1), line.last)
            if report.act == "undertook" and self._binds(report, line, first):
                yield Found(
                    self.complement(first, last)
                    or self._on_behalf(line, first)
                    or self._committed(line, first)
                    or report.speakers,
                    "committed",
                    "commissive",
                    (self.action_start(first, last), line.last if report.rule.startswith("passive") else last),
                )
            elif (
                self._requests(report, first) and not self._is_point(line) and not self.was_asked(line, report.speakers)
            ):
                yield from self.request(report, first, last)
            elif report.act == "asked":
                yield from self.polite(report, first, last)
                if self.context.tokens.lows[first - 1] != "know" and (item := self.ought(report, first, last)):
                    yield item
            elif report.act == "suggested":
                yield from Proposals(self.context, self.discourse).read(line, report, first, last)
            elif report.act == "discussed":
                yield from self._discussed(first, last)
            elif report.act == "informed" and report.addressees and (item := self.expected_of(report, first, last)):
                yield item
            elif report.act in {"agreed", "decided"} and not _is_of_offer(report, reports[0]):
                if before := next((one.speakers for one in reports if one.rule == "stated-before"), ()):
                    self.discourse.lean_on(before)  # "Ms Bell having offered to write, it was agreed that she should"
                yield from self._agreed_that(line, report, first, last)
            elif (report.act in {"opined", "concerned", "disagreed"} and (item := self.ought(report, first, last))) or (
                report.act == "informed" and (item := self.could(report, first, last))
            ):
                yield item
            elif report.act == "opined" and self._hopes(first):
                yield from self.wish(report, first, last)

    def _requests(self, report: Statement, first: int) -> bool:
        """Is somebody asked outright, or mildly ("wondered whether the court might open at eight")?"""
        lows = self.context.tokens.lows
        mildly = report.act == "suggested" and not _QUESTIONS.isdisjoint(lows[first : first + 2])
        minded = lows[first - 2] == "to" and lows[first - 3] in _MINDED  # "is minded to ask the Board": means to
        return (report.act == "requested" and not minded) or mildly

    def _on_behalf(self, line: Line, stop: int) -> tuple[str, ...]:
        """ "On behalf of the Association AD offered a dozen volunteers": the body spoken for."""
        lows = self.context.tokens.lows
        if "behalf" not in lows[line.first : stop]:
            return ()
        at = lows.index("behalf", line.first)
        actor = clauses.actor_at(self.context, at + 2, line.last) if lows[at + 1] == "of" else None
        return self.discourse.of(actor) if actor is not None else ()

    def _committed(self, line: Line, first: int) -> tuple[str, ...]:
        """ "committed his engineers to testing each lamp", "pledged the Trust to a reply": whom the speaker binds, between the verb and "to"."""
        lows = self.context.tokens.lows
        at = next((k for k in range(first - 1, line.first, -1) if lows[k] in _COMMITTING), None)
        subject = clauses.subject_at(self.context, at + 1, line.last) if at is not None else None
        to = subject is not None and subject.last < line.last and lows[subject.last] == "to"
        return self.discourse.agents(subject) if to else ()

    def _hopes(self, first: int) -> bool:
        """ "hoped that", "hoped, though, that": does a hope stand before what is told?"""
        lows = self.context.tokens.lows
        return lows[first - 1] in HOPES or (lows[first - 1] == "," and not HOPES.isdisjoint(lows[first - 4 : first]))

    def _is_point(self, line: Line) -> bool:
        """ "(b) that the Clerk invite tenders": a point of a resolution, whose subject is to act and asks nobody."""
        lows, k = self.context.tokens.lows, line.first
        while k < line.last and (not lows[k][0].isalpha() or len(lows[k]) == 1):
            k += 1
        return k < line.last and lows[k] == "that"

    def _binds(self, report: Statement, line: Line, first: int) -> bool:
        """ "offered no comment" binds nobody; nor does a sentence that only its words make likely to promise, without a deed."""
        lows = self.context.tokens.lows
        if report.rule.startswith("weighed"):
            if lows[line.first] in {"if", "unless", "without"} or self._is_elliptic(line) or self._is_to_be_so(line):
                return False
            return not {"to", "that", "will", "would", "should", "shall"}.isdisjoint(lows[line.first : line.last])
        if "took" in lows[line.first : first] and self._is_taken_up(line, first):
            return False
        passive = report.rule.startswith("passive")
        custom = (
            passive
            and (lows[line.first] in {"if", "when", "where"} or not report.speakers)
            and bool({"is", "are"} & set(lows[first - 3 : first]))
        )
        if lows[first - 1] in _SAID and (self._is_refused(first, line.last) or self._is_of_things(first)):
            return False
        return lows[first] != "no" and not custom  # "whoever is local is offered a course"

    def _is_taken_up(self, line: Line, first: int) -> bool:
        """ "took on the work of the old Registry last month", "took up the theme": no promise."""
        took = self.context.tokens.lows.index("took", line.first)
        return not _TAKEN_UP.isdisjoint(self.context.tokens.lows[took : first + 4]) or is_past(self.context, line)

    def _is_refused(self, first: int, last: int) -> bool:
        """ "said that she would rather not publish it": no promise."""
        k = first + (self.context.tokens.lows[first] == "that")
        subject = clauses.subject_at(self.context, k, last) if k < last else None
        group = clauses.verb_group(self.context, subject.last, last) if subject is not None else None
        return group is not None and group.negated and group.modal in {"will", "would"}

    def _is_of_things(self, first: int) -> bool:
        """ "asked whether returns would help. Ms Bell said that they would": what is answered of things."""
        lows, k = self.context.tokens.lows, first + (self.context.tokens.lows[first] == "that")
        if lows[k] not in {"they", "it"} or lows[k + 1] not in {"will", "would"} or lows[k + 2] not in {",", ".", ";"}:
            return False
        asked = next((m for m in range(k, max(0, k - _LONGEST), -1) if lows[m] in _QUESTIONS), None)
        return asked is not None and clauses.subject_at(self.context, asked + 1, k) is None

    def _is_to_be_so(self, line: Line) -> bool:
        """ "Each department would be required to publish a plan": what would be so, whoever says it."""
        lows = self.context.tokens.lows
        modals = (k for k in range(line.first, line.last - 2) if lows[k] in {"will", "would"})
        return any(lows[k + 1] == "be" and lows[k + 2] in STATES for k in modals)

    def _is_elliptic(self, line: Line) -> bool:
        """ "They would, was the reply.": no deed stands behind the modal."""
        lows = self.context.tokens.lows
        at = next((k for k in range(line.first, line.last - 1) if lows[k] in {"will", "would"}), None)
        return at is not None and lows[at + 1] in {",", ".", ";"}

    def _discussed(self, first: int, last: int) -> Iterator[Found]:
        """ "discussion on staff of both spending time …": a doing of those named that is talked of is proposed."""
        tokens = self.context.tokens
        for k in range(first, min(last, first + 6)):
            subject = clauses.subject_at(self.context, k, last)
            if subject is not None:
                if (
                    subject.last < last
                    and tokens.lows[subject.last].endswith("ing")
                    and tokens.lows[k - 1] in {"on", "of", "about", "with", "how", "to"}
                ):
                    yield Found(self.discourse.agents(subject), "proposed", "discussed", (subject.last, last))
                return

    def _modal_deed(self, k: int, last: int) -> VerbGroup | None:
        """ "… that Mr Stone would test the control": what somebody is to do whom no rule knows."""
        for m in range(k + 1, min(last, k + 10)):
            if self.context.tokens.lows[m] in {"should", "would", "will", "shall"}:
                group = clauses.verb_group(self.context, m, last)
                return (
                    group if group and not group.be and not group.negated and not self.is_state(group, last) else None
                )
        return None

    def is_talk(self, k: int, last: int) -> bool:
        """ "agreed on the need for it": an opinion."""
        return not _UNDERTAKINGS & set(self.context.tokens.lows[k : min(last, k + 6)])

    def _agreed_that(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "It was agreed that X would/should …", "RESOLVED that the application be refused, and that the Clerk write …"."""
        tokens = self.context.tokens
        if tokens.lows[first - 2 : first] == ["settled", "on"] and due_in(self.context, line, (first, last)).end:
            yield Found(report.speakers, "committed", "agreed-on", (first, last))
            return
        that = self._behind_aside(first, last)
        first = first if that is None else that
        for k in range(first, min(last - 1, first + 4)):
            if tokens.lows[k] == "on" and due_in(self.context, line, (k, last)).end and not self.is_talk(k, last):
                yield Found(report.speakers, "committed", "agreed-on", (k + 1, last))
                return
            if tokens.lows[k] not in {"that", "to", "for"} or tokens.words[k + 1] == ",":
                continue  # "fine with that, will ring her": no conjunction
            if tokens.lows[k] == "to" and (k + 1 in self.context.mention_at or tokens.lows[k + 1] in ARTICLES):
                return
            if tokens.lows[k] == "to" and self._is_let_be_so(first, k):
                return
            if tokens.lows[k] == "to":
                deed = tokens.words[k + 1]  # "RESOLVED TO RECOMMEND", but not "put off to July"
                if (deed[0].islower() or deed.isupper()) and tokens.lows[k + 1] not in _NO_DEED:
                    doers = self._named_before(first, k) or report.speakers
                    refused = "unlikely" if tokens.lows[k - 1] == "not" else None  # "decided not to pursue it"
                    yield Found(doers, refused or "committed", "agreed-to", (k + 1, last), status=refused)
                return
            if tokens.lows[k + 1] == "there" and tokens.lows[k + 3 : k + 5] == ["be", "no"]:
                yield Found(report.speakers, "unlikely", "agreed-that", (k + 3, last), status="unlikely")
                return  # "that there would be no further meetings"
            end = self.point_end(k + 1, last)
            if item := self._point(k + 1, end, for_=tokens.lows[k] == "for"):
                yield item
            while end < last:
                start, end = end + 1 + (tokens.lows[end + 1] == "that"), self.point_end(end + 2, last)
                if item := self._point(start, end):
                    yield item
            return

    def _behind_aside(self, first: int, last: int) -> int | None:
        """Where "that" or "to" stands behind those who agreed or did not: "agreed between him and Ms Bell that", "resolved, Ms Bell dissenting, that",
        "(Ms Bell dissenting) that", "by five votes to two that"."""
        lows = self.context.tokens.lows
        mark = _CLOSED_BY.get(lows[first - 1]) or _CLOSED_BY.get(lows[first])
        for k in range(first + 1, min(last, first + _AMONG)):
            if lows[k] in {"that", "to"} and mark and lows[k - 1] == mark:
                return k
            if lows[k] == "that":
                voted = lows[first] == "by" and not _VOTES.isdisjoint(lows[first:k])
                return k if lows[first] == "between" or voted else None
        return None

    def _is_let_be_so(self, first: int, to: int) -> bool:
        """ "saw no need to do it", "was content to wait for it": no deed stands behind "to"."""
        lows = self.context.tokens.lows
        return "no" in lows[first - 2 : to] or (lows[to + 1] == "wait" and lows[to - 1] in _READY)

    def _named_before(self, first: int, to: int) -> tuple[str, ...]:
        """ "Agreed: the Clerk to write to them": who stands before the infinitive."""
        subjects = (clauses.subject_at(self.context, k, to + 1) for k in range(first, to))
        return next((self.discourse.agents(one) for one in subjects if one is not None and one.last == to), ())

    def _point(self, k: int, last: int, *, for_: bool = False) -> Found | None:
        """What one "that" of a decision binds somebody to: "that the Clerk write", "that notice be served"."""
        subject = clauses.subject_at(self.context, k, last) or self.behind_adverbial(k, last)
        if subject is None:
            group = self.modal_passive(k, last) or self._modal_deed(k, last)
            if group is None and not self.is_formality(k, last):
                group = self.to_be_served(k, last)
            if group is None:
                return None
            ours = self.inspectorates() if "inspectors" in self.context.tokens.lows[k : group.head] else ()
            return Found(self.by_agent(group.head, last) or ours or self.house(), "committed", "agreed-that", (k, last))
        group = self.deed_of(subject, last)
        told = group and (
            group.modal in {"should", "would", "will", "shall", "must", "could"}
            or (self.bare(group) and not group.copula)
        )
        if not for_ and (not group or not told or self.is_over(group) or self.is_state(group, last)):
            return None
        if group and group.modal and not group.be and self.context.tokens.lows[group.head] in _STAYING:
            return None
        strength = "proposed" if group and group.modal == "could" else "committed"
        doers = self.discourse.agents(subject)
        if group and group.be == "be" and clauses.is_participle(self.context.tokens.lows[group.head]):
            if self.context.tokens.lows[group.head] in _ASKED:
                return None
            if self.context.tokens.lows[group.head] not in _CHARGED:
                doers = self.by_agent(group.head, last)
        return Found(doers, strength, "agreed-that", (group.head if group else subject.last, last))


def _is_of_offer(report: Statement, first: Statement) -> bool:
    """ "He offered to send the figures, an offer that TW was happy to accept": whoever takes an offer is not to act by it."""
    return report.rule == "remarked" and first.act == "undertook"
