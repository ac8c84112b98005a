"""Commitments of a clause with a subject: "X will …", "X plans to …", "X declined to …".

Comes in: a sentence.  Goes out: what the subjects of its clauses are to do.  The one idea: a modal or a verb of planning with
somebody to its left.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.impersonal import Impersonal
from kg.facts.commitments.modals import FUTURE, hangs
from kg.facts.context import PERSONAL, Line
from kg.facts.due import due_in
from kg.facts.words import ADVERBS, MODALS, STATES
from kg.model import EntityType, Statement

_PLAN = frozenset(
    """
    plan plans planned planning aim aims aimed aiming intend intends intended intending hope hopes hoped
    hoping propose proposes proposed proposing expect expects expected look looking seek seeking mean means
    meant
    """.split()
)
_WEAK_VERBS = frozenset(
    """
    like welcome prefer need depend mean appreciate benefit help cost require want know think believe feel
    agree support have include remain suggest seem appear value enjoy become allow enable make cause save add
    suffice matter belong exist reflect represent involve lead carry prove say note recognise understand see
    find hear love expect differ apply affect amount result reduce increase encourage enhance improve stop
    prevent demonstrate show ease risk deserve fall rise favour
    """.split()
)
_THOUGHT = frozenset({"opined", "concerned", "asked", "disagreed"})


class Futures(Doers):
    """Reads the clauses of a sentence that tell the future."""

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        """Every clause of the sentence that tells the future."""
        tokens = self.context.tokens
        thought = bool(reports) and reports[0].act in _THOUGHT
        start = clauses.main_start(self.context, line.first, line.last)
        k = start
        current: tuple[str, ...] = ()
        while k < line.last:
            if k == start or self._clause_may_start(k, line.first):
                subject = clauses.subject_at(self.context, k, line.last)
                if subject is not None and k > start and current and subject.actors[0].word in {"he", "she", "they"}:
                    self.discourse.lean_on(current)
                if subject is not None and not hangs(self.context.tokens.lows, k, line.first):
                    current = self.discourse.agents(subject) or current
                    item = self._of_subject(line, subject, reports, thought and k > start)
                    if item is not None:
                        yield item
                        k = subject.last
                        continue
            if (
                current
                and k > start
                and tokens.lows[k - 1] in {"and", "but"}
                and (item := self._goes_on(line, k, current, thought))
            ):
                yield item
            elif tokens.lows[k] in MODALS or tokens.lows[k] in {
                "is",
                "are",
                "was",
                "were",
                "no",
                "ruled",
                "rule",
                "intention",
                "aim",
                "plan",
                "hope",
            }:
                item = Impersonal(self.context, self.discourse).read(line, k, reports, thought)
                if item is not None:
                    yield item
            k += 1

    def _clause_may_start(self, k: int, first: int) -> bool:
        before = self.context.tokens.lows[k - 1]
        if before in {",", ";", ":", "and", "but", "that", "which", "–", "so", "(", "said", "once", "then"}:
            return True
        return (
            before in ADVERBS and k - 2 >= first and self.context.tokens.lows[k - 2] in {",", ";", "and", "but", "that"}
        )

    def _of_subject(self, line: Line, subject: Subject, reports: list[Statement], thought: bool) -> Found | None:
        context = self.context
        group = clauses.verb_group(context, subject.last, line.last)
        if group is None or group.head >= line.last:
            return None
        agents = self.discourse.agents(subject)
        if not agents:
            return None
        return self._of_group(line, group, agents, thought)

    def _of_group(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        tokens = self.context.tokens
        if group.modal in FUTURE and group.modal != "should":
            return self._future(line, group, agents, thought)
        if tokens.lows[group.head] in _PLAN and group.head + 1 < line.last and not group.perfect:
            return self._plan(line, group, agents)
        if (
            tokens.lows[group.head] in {"declined", "refused", "declines", "refuses"}
            and not group.perfect
            and not group.negated
        ):
            return Found(agents, "unlikely", "declined", (group.head, line.last), status="unlikely")
        if tokens.lows[group.head] == "ruled" and "out" in tokens.lows[group.head : group.head + 4]:
            return Found(self.side_of(agents), "unlikely", "ruled-out", (group.head, line.last), status="unlikely")
        if (
            tokens.lows[group.head] in {"committed", "determined"}
            and group.be
            and tokens.lows[group.head + 1 : group.head + 2] == ["to"]
        ):
            return Found(agents, "committed", "committed-to", (group.head + 2, line.last))
        return None

    def _goes_on(self, line: Line, k: int, agents: tuple[str, ...], thought: bool) -> Found | None:
        """The same subject's next verb: "saw no difficulty and will send it", "but ruled this out", "and planned to do so"."""
        group = clauses.verb_group(self.context, k, line.last)
        if group is None or group.head >= line.last:
            return None
        return self._of_group(line, group, agents, thought)

    def _future(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        context, tokens = self.context, self.context.tokens
        head = tokens.lows[group.head]
        if group.modal == "would" and (thought or not self._is_ours(agents)):
            return None
        if thought and group.modal != "will":
            return None
        if self.is_state(group, line.last) and not group.negated:
            return None
        if (
            group.modal in {"would", "will"}
            and head in _WEAK_VERBS
            and not group.negated
            and not due_in(context, line, (group.head, line.last)).text
        ):
            return None
        strength = FUTURE[group.modal]
        status = None
        if group.negated:
            if (
                group.modal == "would"
                and head == "be"
                and not any(low in {"able", "possible"} for low in tokens.lows[group.head : group.head + 3])
            ):
                return None
            strength, status = "unlikely", "unlikely"
        if group.passive or (group.be == "be" and clauses.is_participle(context, head)):
            if head in STATES:
                return None
            doers = self.by_agent(group.head, line.last)
            if head in context.lexicon.inspection_verbs and not doers:
                doers = self.inspectorates()
            return Found(
                doers or (agents if head == "asked" else ()),
                strength,
                "modal-passive",
                (group.head, line.last),
                status=status,
            )
        return Found(agents, strength, f"modal-{group.modal.replace(' ', '-')}", (group.head, line.last), status=status)

    def _is_ours(self, agents: tuple[str, ...]) -> bool:
        """Are these parties of the meeting, their bodies, or those the meeting speaks of as actors?"""
        present = self.context.cast.present()
        bodies = {self.context.cast.body_of(key) for key in present}
        main = self.context.cast.resolver.main_body
        return all(
            key in present
            or key in bodies
            or key == main
            or self.context.type_of(key) == EntityType.COLLECTIVE
            or self.context.type_of(key) in BODIES | PERSONAL
            for key in agents
        )

    def _plan(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        tokens = self.context.tokens
        head, after = tokens.lows[group.head], tokens.lows[group.head + 1]
        if head in {"look", "looking", "seek", "seeking", "mean", "means", "meant"} and not (
            after == "to" and (head.endswith("ing") or group.be)
        ):
            return None
        if after == "," and "to" in tokens.lows[group.head : group.head + 8]:
            after = "to"
        if after != "to" and not (
            head in {"planning", "plans", "plan", "proposes", "proposed"}
            and after in {"a", "an", "to"}
            and not group.be
        ):
            return None
        if head in {"expected", "intended"} and group.be:
            return None
        if group.negated:
            return Found(agents, "unlikely", "plan-negated", (group.head + 2, line.last), status="unlikely")
        return Found(agents, "planned", "plan", (group.head + 2, line.last))
