"""Commitments in what was reported: undertaken, asked for, suggested, agreed.

Comes in: a sentence and its statements.  Goes out: what somebody is to do by them.  The one idea: the act tells the strength,
the words after it who is to act.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import HOPES
from kg.facts.commitments.proposals import Proposals
from kg.facts.context import Line
from kg.facts.sides import sides
from kg.facts.words import ACTING, ADVERBS, ARTICLES, INTAKES, NO_DEEDS, OBJECTS, SAYINGS
from kg.model import Statement

_THREE = 3
_DOUBTS = ACTING.words("doubts")


class Reports(Doers):
    """Reads what follows from the statements of a sentence."""

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        for report in reports:
            first, last = self.context.tokens.range_of(report.content)
            last = min(max(last, first + 1), line.last)
            if report.act == "undertook" and self._binds(report, line, first):
                yield Found(
                    self._on_behalf(line) or report.speakers,
                    "committed",
                    "commissive",
                    (self._action_start(first, last), last),
                )
            elif report.act == "requested" and not self._is_point(line):
                yield from self._request(line, report, first, last)
            elif report.act == "asked":
                yield from self._polite(report, first, last)
                if item := self._ought(first, last):
                    yield item
            elif report.act == "suggested":
                yield from Proposals(self.context, self.discourse).read(line, report, first, last)
            elif report.act == "discussed":
                yield from self._discussed(report, first, last)
            elif report.act in {"agreed", "decided"}:
                yield from self._agreed_that(line, report, first, last)
            elif (report.act in {"opined", "concerned", "disagreed"} and (item := self._ought(first, last))) or (
                report.act == "informed" and (item := self._could(report, first, last))
            ):
                yield item
            elif report.act == "opined" and self.context.tokens.lows[first - 1] in HOPES:
                yield from self._wish(report, first, last)

    def _on_behalf(self, line: Line) -> tuple[str, ...]:
        """ "On behalf of the Association AD offered a dozen volunteers": the body spoken for."""
        lows = self.context.tokens.lows
        if "behalf" not in lows[line.first : line.first + 4]:
            return ()
        at = lows.index("behalf", line.first)
        actor = clauses.actor_at(self.context, at + 2, line.last) if lows[at + 1] == "of" else None
        return self.discourse.of(actor) if actor is not None else ()

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
            return not {"to", "that", "will", "would"}.isdisjoint(lows[line.first : line.last])
        return lows[first] != "no"

    def _action_start(self, first: int, last: int) -> int:
        tokens = self.context.tokens
        for k in range(first, min(last, first + 4)):
            if tokens.lows[k] == "to":
                return k + 1
        return first

    def _request(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "asked the Board to …", "was keen that HMCPSI should …", "called for …": the actor is whoever stands before the action, else the one addressed."""
        action = self._action_start(first, last)
        if self.deed(action, last) in SAYINGS or self.is_formality(first, last) or self.asks_for_words(first, last):
            return
        named = self._object_agents(report, first, last) or report.addressees
        actors = named or self.unnamed(first, last) or self.spoken_to(report.speakers, first, last)
        yield Found(actors, "requested", "request", (action, last), no_actor="the request names nobody")

    def _discussed(self, report: Statement, first: int, last: int) -> Iterator[Found]:
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

    def _ought(self, first: int, last: int) -> Found | None:
        """ "thought that the Board should …", "argued that the Trust ought to …": an opinion on what one of those here is to do."""
        lows = self.context.tokens.lows
        k = first
        while k < last and (lows[k] in ADVERBS or lows[k] in {"that", "whether", "if", ","}):
            k += 1
        doubted = bool(_DOUBTS & set(lows[first - 1 : k]))
        subject = clauses.subject_at(self.context, k, last) if k < last else None
        group = self.deed_of(subject, last) if subject is not None else None
        if subject is None or group is None or group.negated or group.head >= last:
            return None
        agents = self.discourse.agents(subject)
        ought = group.modal in {"should", "ought", "should to", "ought to"} or (
            group.modal == "could" and lows[group.head] not in NO_DEEDS and not doubted
        )
        if ought and self.is_here(agents) and not group.copula:
            return Found(agents, "proposed", "opinion-ought", (group.head, last))
        return None

    def _told_in(self, report: Statement, first: int, last: int) -> Found | None:
        """What an opinion says that somebody ought to do, or what one tells that one's own side could."""
        if report.act in {"opined", "concerned", "disagreed"}:
            return self._ought(first, last)
        return self._could(report, first, last) if report.act == "informed" else None

    def _could(self, report: Statement, first: int, last: int) -> Found | None:
        """ "said that the force could lend two officers": what a speaker says that the own side could do."""
        k = first + 1 if self.context.tokens.lows[first] == "that" else first
        subject = clauses.subject_at(self.context, k, last) if k < last else None
        group = clauses.verb_group(self.context, subject.last, last) if subject is not None else None
        if (
            subject is None
            or group is None
            or group.negated
            or group.be
            or group.modal != "could"
            or group.head >= last
        ):
            return None
        agents = self.discourse.agents(subject)
        ours = {*report.speakers, *self.side_of(report.speakers)}
        deed = self.context.tokens.lows[group.head]
        if not agents or not set(agents) <= ours or deed in NO_DEEDS | SAYINGS | INTAKES:
            return None
        return Found(agents, "proposed", "could", (group.head, last))

    def _polite(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "asked if she might have sight of …", "wondered whether he would care to sign …": a request put as a question."""
        tokens = self.context.tokens
        for k in range(first, min(last - 1, first + 4)):
            if tokens.lows[k] not in {"if", "whether"}:
                continue
            self.discourse.lean_on(report.speakers)
            subject = clauses.subject_at(self.context, k + 1, last)
            group = clauses.verb_group(self.context, subject.last, last) if subject else None
            if subject is None and self._might_be_done(k + 1, last):
                yield Found(
                    self.spoken_to(report.speakers, k + 1, last),
                    "requested",
                    "polite-question",
                    (k + 1, last),
                    no_actor="the question names nobody",
                )
            if subject is None or group is None or group.head + 1 >= last:
                return
            agents = self.discourse.agents(subject)
            caring = (
                tokens.lows[group.head] in {"care", "mind", "willing", "able", "prepared"}
                or "possible" in tokens.lows[group.head : group.head + 2]
            )
            if (group.modal in {"might", "could", "can"} and not group.be) or (
                group.modal in {"would", "might"} and caring
            ):
                ours = set(agents) <= set(report.speakers)
                yield Found(
                    self.other_side(report.speakers) if ours else agents,
                    "requested",
                    "polite-question",
                    (group.head, last),
                    no_actor="the question names nobody",
                )
            return

    def _might_be_done(self, k: int, last: int) -> bool:
        """ "if complaints might be added to the plan"."""
        lows = self.context.tokens.lows
        return any(
            lows[m] in {"might", "could"} and lows[m + 1] == "be" and clauses.is_participle(self.context, lows[m + 2])
            for m in range(k, min(last - 2, k + 10))
        )

    def _wish(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "hoped that HMCPSI would carry out such a review": a wish that somebody act is a request; "it was hoped to" is a plan."""
        tokens = self.context.tokens
        if not report.speakers and tokens.lows[first : first + 1] == ["to"]:
            yield Found(self.house(), "planned", "hoped-to", (first + 1, last))
            return
        k = first + 1 if tokens.lows[first : first + 1] == ["that"] else first
        subject = clauses.subject_at(self.context, k, last)
        if subject is not None:
            group = clauses.verb_group(self.context, subject.last, last)
            if (
                group
                and group.modal in {"would", "will", "could", "might", "can", "may"}
                and not self.is_state(group, last)
            ):
                yield Found(self.discourse.agents(subject), "requested", "wish", (group.head, last))
        elif self.modal_passive(k, last):
            yield Found(
                self.other_side(report.speakers), "requested", "wish", (k, last), no_actor="the wish names nobody"
            )

    def _object_agents(self, report: Statement, first: int, last: int) -> tuple[str, ...]:
        tokens = self.context.tokens
        for k in range(max(first - 3, 0), min(last, first + 8)):
            if tokens.lows[k] in OBJECTS and k + 1 < last and tokens.lows[k + 1] in {"to", "if", "whether"}:
                return self.discourse.object_pronoun(tokens.lows[k], report.speakers)
            subject = clauses.subject_at(self.context, k, last)
            if subject is None or subject.last >= last or subject.actors[0].word in {"it", "we", "neither", "each"}:
                continue
            group = self.deed_of(subject, last)
            if tokens.lows[subject.last] == "to" or (
                group
                and (
                    group.modal in {"should", "would", "could", "might", "will", "can"}
                    or tokens.lows[group.head] == "be"
                    or group.head == subject.last
                )
            ):
                agents = self._other_two(subject, report) or tuple(
                    key
                    for key in self.discourse.agents(subject)
                    if key not in report.speakers or len(report.speakers) > 1
                )
                if agents:
                    return agents
        return ()

    def _other_two(self, subject: Subject, report: Statement) -> tuple[str, ...]:
        """ "called on both organisations to …": of three that meet, the two that the speaker is not of."""
        met = sides(self.context)
        if subject.actors[0].word != "both bodies" or len(met) != _THREE:
            return ()
        others = tuple(side for side in met if not {side, *met[side]} & set(report.speakers))
        return others if len(others) == _THREE - 1 else ()

    def _modal_deed(self, k: int, last: int) -> VerbGroup | None:
        """ "… that Mr Stone would test the control": what somebody is to do whom no rule knows."""
        for m in range(k + 1, min(last, k + 10)):
            if self.context.tokens.lows[m] in {"should", "would", "will", "shall"}:
                group = clauses.verb_group(self.context, m, last)
                return (
                    group if group and not group.be and not group.negated and not self.is_state(group, last) else None
                )
        return None

    def _agreed_that(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "It was agreed that X would/should …"."""
        tokens = self.context.tokens
        for k in range(first, min(last - 1, first + 4)):
            if tokens.lows[k] not in {"that", "to", "for"}:
                continue
            if tokens.lows[k] == "to" and (k + 1 in self.context.mention_at or tokens.lows[k + 1] in ARTICLES):
                return
            if tokens.lows[k] == "to" and report.act in {"agreed", "decided"}:
                yield Found(report.speakers, "committed", "agreed-to", (k + 1, last))
                return
            subject = clauses.subject_at(self.context, k + 1, last) or self.behind_adverbial(k + 1, last)
            if subject is None:
                group = self.modal_passive(k + 1, last) or self._modal_deed(k + 1, last)
                if group is not None:
                    yield Found(self.by_agent(group.head, last), "committed", "agreed-that", (k + 1, last))
                return
            group = clauses.verb_group(self.context, subject.last, last)
            if tokens.lows[k] == "for" or (
                group
                and (group.modal in {"should", "would", "will", "shall", "must", "could"} or self.bare(group))
                and not self.is_state(group, last)
            ):
                yield Found(
                    self.discourse.agents(subject),
                    "proposed" if group and group.modal == "could" else "committed",
                    "agreed-that",
                    (group.head if group else subject.last, last),
                )
            return
