"""Commitments: what somebody is to do, plans, proposes, is asked to do, or will not do.

Comes in: a sentence, what was reported in it, and the action lines of the layout.  Goes out: commitments with actor, strength
and window.  The one idea: a commitment is a modal, a commissive verb or an action line with somebody to its left;
questions, conditions, opinions and states ("would be helpful") are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor, Subject, VerbGroup
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.due import due_in
from kg.facts.words import (
    ADVERBS,
    ARTICLES,
    BE,
    DO,
    HAVE,
    MODALS,
    OBJECTS,
    PREPOSITIONS,
    QUESTION_WORDS,
    STATES,
)
from kg.model import ActionLine, Commitment, EntityType, Statement

_FUTURE = {"will": "committed", "shall": "committed", "'ll": "committed", "would": "committed", "going to": "committed", "is to": "planned", "are to": "planned",
           "was to": "planned", "were to": "planned", "due to": "planned", "set to": "planned", "scheduled to": "planned", "planned to": "planned",
           "expected to": "planned", "intended to": "planned", "meant to": "planned", "be to": "planned", "should": "planned", "unlikely to": "unlikely"}  # fmt: skip
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
_INANIMATE_EVENTS = frozenset(
    """
    follow begin start launch open close happen commence finish come report meet resume end move continue go
    issue take reconvene transfer
    """.split()
)
_THOUGHT = frozenset({"opined", "concerned", "asked", "disagreed"})
_SCHEDULED = frozenset(
    {"is to", "are to", "due to", "meant to", "expected to", "intended to", "scheduled to", "planned to", "set to"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """A commitment in one sentence before it has its window."""

    actors: tuple[str, ...]
    strength: str
    rule: str
    action: tuple[int, int]
    status: str | None = None
    no_actor: str | None = None


@dataclass(slots=True)
class Commitments:
    """Reads commitments line by line; remembers what was last asked for, so that "This was agreed." can mean it."""

    context: Context
    discourse: Discourse
    asked: tuple[Found, ...] = ()
    asked_at: int = -9

    def read(self, number: int, line: Line, reports: list[Statement]) -> list[Commitment]:
        """The commitments of one sentence."""
        found = self._found(number, line, reports)
        wishes = tuple(item for item in found if item.strength in {"requested", "proposed"})
        offers = tuple(item for item in found if item.rule == "commissive")
        if wishes or offers:
            self.asked, self.asked_at = wishes or offers, number
        return [self._made(line, item) for item in found]

    def _made(self, line: Line, item: Found) -> Commitment:
        due = due_in(self.context, line, item.action)
        first, last = item.action
        return Commitment(
            actors=item.actors, action=self._words(first, last) or line.sentence.span.of(self.context.text), strength=item.strength,
            evidence=line.sentence.span, rule=item.rule, status=item.status, due_from=due.start, due_by=due.end, due_text=due.text,
            position=line.passage.position, no_actor=None if item.actors else (item.no_actor or "the text names nobody"),
        )  # fmt: skip

    def _words(self, first: int, last: int) -> str:
        words = " ".join(self.context.words(first, last).split())
        return words.rstrip(" .;,:")

    def _found(self, number: int, line: Line, reports: list[Statement]) -> list[Found]:
        found: list[Found] = []
        for source in (
            self._accepted(number, line, reports),
            self._from_reports(line, reports),
            self._clauses(line, reports),
            self._telegraphic(line),
        ):
            for item in source:
                if not any(item.actors == other.actors or not item.actors for other in found):
                    found.append(item)
        return found[:2]

    # ── "This was agreed." ─────────────────────────────────────────────────────────────────────────────────────────

    def _accepted(self, number: int, line: Line, reports: list[Statement]) -> Iterator[Found]:
        """A short sentence that accepts what was just asked for or offered."""
        tokens = self.context.tokens
        if (
            line.last - line.first > 9
            or number - self.asked_at > 2
            or not reports
            or reports[0].act not in {"agreed", "undertook", "decided"}
        ):
            return
        if any(tokens.lows[i] in {"that", "to"} for i in range(line.first, line.last)):
            return
        for item in self.asked:
            yield replace(item, strength="committed", rule="accepted", action=(line.first, line.last))

    # ── what was undertaken, asked for, suggested ──────────────────────────────────────────────────────────────────

    def _from_reports(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        for report in reports:
            first, last = self.context.tokens.range_of(report.content)
            last = min(max(last, first + 1), line.last)
            if report.act == "undertook":
                yield Found(report.speakers, "committed", "commissive", (self._action_start(first, last), last))
            elif report.act == "requested":
                yield from self._request(line, report, first, last)
            elif report.act == "asked":
                yield from self._polite(report, first, last)
            elif report.act == "suggested":
                yield from self._suggestion(line, report, first, last)
            elif report.act == "discussed":
                yield from self._discussed(report, first, last)
            elif report.act in {"agreed", "decided"}:
                yield from self._agreed_that(line, report, first, last)
            elif report.act == "opined" and self.context.tokens.lows[first - 1] in {
                "hoped",
                "hopes",
                "hope",
                "hoping",
                "wished",
                "trusted",
            }:
                yield from self._wish(report, first, last)

    def _action_start(self, first: int, last: int) -> int:
        tokens = self.context.tokens
        for k in range(first, min(last, first + 4)):
            if tokens.lows[k] == "to":
                return k + 1
        return first

    def _request(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "asked the Board to …", "was keen that HMCPSI should …", "called for …": the actor is whoever stands before the action, else the one addressed."""
        named = self._object_agents(report, first, last) or report.addressees
        actors = named or self._asked_of(report, first, last)
        yield Found(
            actors, "requested", "request", (self._action_start(first, last), last), no_actor="the request names nobody"
        )

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

    def _polite(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "asked if she might have sight of …", "wondered whether he would care to sign …": a request put as a question."""
        tokens = self.context.tokens
        for k in range(first, min(last - 1, first + 4)):
            if tokens.lows[k] not in {"if", "whether"}:
                continue
            self.discourse.lean_on(report.speakers)
            subject = clauses.subject_at(self.context, k + 1, last)
            group = clauses.verb_group(self.context, subject.last, last) if subject else None
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
                    self._other_side(report.speakers) if ours else agents,
                    "requested",
                    "polite-question",
                    (group.head, last),
                    no_actor="the question names nobody",
                )
            return

    def _wish(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "hoped that HMCPSI would carry out such a review": a wish that somebody act is a request."""
        tokens = self.context.tokens
        k = first + 1 if tokens.lows[first : first + 1] == ["that"] else first
        subject = clauses.subject_at(self.context, k, last)
        if subject is not None:
            group = clauses.verb_group(self.context, subject.last, last)
            if group and group.modal in {"would", "will", "could"} and not self._is_state(group, last):
                yield Found(self.discourse.agents(subject), "requested", "wish", (group.head, last))
        elif self._modal_passive(k, last):
            yield Found(
                self._other_side(report.speakers), "requested", "wish", (k, last), no_actor="the wish names nobody"
            )

    def _asked_of(self, report: Statement, first: int, last: int) -> tuple[str, ...]:
        """Whom a request means that names nobody: the inspecting body for an inspection, else the other party, or in a larger
        meeting whoever spoke before; where something is to be done (passive), the body of that party."""
        lows = self.context.tokens.lows
        if any(low in self.context.lexicon.inspection_nouns for low in lows[first:last]) and (
            ours := self._inspectorates()
        ):
            return ours
        others = (
            self._other_side(report.speakers)
            or tuple(key for key in self.discourse.speakers if key not in report.speakers)[:1]
        )
        passive = any(
            lows[k] == "be" and clauses.is_participle(self.context, lows[k + 1]) for k in range(first, last - 1)
        )
        told = lows[first : first + 1] == ["to"]
        return self._side_of(others) if passive and not told and not self.context.small else others

    def _object_agents(self, report: Statement, first: int, last: int) -> tuple[str, ...]:
        tokens = self.context.tokens
        for k in range(max(first - 3, 0), min(last, first + 8)):
            if tokens.lows[k] in OBJECTS and k + 1 < last and tokens.lows[k + 1] in {"to", "if", "whether"}:
                return self.discourse.object_pronoun(tokens.lows[k], report.speakers)
            subject = clauses.subject_at(self.context, k, last)
            if subject is None or subject.last >= last or subject.actors[0].word in {"it", "we", "neither", "each"}:
                continue
            group = clauses.verb_group(self.context, subject.last, last)
            if tokens.lows[subject.last] == "to" or (
                group
                and (
                    group.modal in {"should", "would", "could", "might", "will", "can"}
                    or tokens.lows[group.head] == "be"
                    or group.head == subject.last
                )
            ):
                agents = tuple(
                    key
                    for key in self.discourse.agents(subject)
                    if key not in report.speakers or len(report.speakers) > 1
                )
                if agents:
                    return agents
        return ()

    def _other_side(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        present = self.context.cast.present()
        others = tuple(key for key in present if key not in speakers)
        return others if self.context.small and len(others) == 1 and len(speakers) == 1 else ()

    def _suggestion(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "suggested that the VC could …", "proposed meeting every quarter": only where somebody is named who is to act."""
        tokens = self.context.tokens
        k = first
        while k < last and (
            tokens.lows[k] in ADVERBS
            or tokens.lows[k] in {"that", "to", ",", "if", "was", "is", "were"}
            or (k in self.context.mention_at and tokens.lows[k - 1] == "to")
        ):
            k += 1
        if k >= last:
            return
        subject = clauses.subject_at(self.context, k, last)
        if subject is not None:
            group = clauses.verb_group(self.context, subject.last, last)
            base_form = group is not None and not clauses.is_past(tokens.lows[group.head])
            if group is not None and (
                group.modal in {"should", "could", "might", "would", "may", "can"}
                or (base_form and not group.be and not group.perfect)
            ):
                yield Found(self.discourse.agents(subject), "proposed", "suggestion", (group.head, last))
            return
        if tokens.lows[k].endswith("ing") and self.context.small:
            yield Found(tuple(self.context.cast.present()), "proposed", "suggestion-gerund", (k, last))
        elif report.speakers and self._passive_proposal(k, last):
            yield Found(
                (), "proposed", "suggestion-passive", (k, last), no_actor="the suggestion names nobody who is to act"
            )

    def _trailing(self, line: Line) -> tuple[str, ...]:
        """The owner at the end of a line: "… by Christmas – FA", "… (Secretary)"."""
        tokens = self.context.tokens
        for k in range(line.last - 2, max(line.first, line.last - 8), -1):
            if tokens.words[k] in {"–", "-", "(", "["}:
                return _owner(self.context, self.discourse, k + 1, line.last)
        return ()

    def _passive_proposal(self, k: int, last: int) -> bool:
        """ "that a helpline be set up", "that the report should be published"."""
        tokens = self.context.tokens
        for m in range(k, min(last - 1, k + 12)):
            if (
                tokens.lows[m] == "be"
                and clauses.is_participle(self.context, tokens.lows[m + 1])
                and tokens.lows[m + 1] not in STATES
            ):
                return True
            if tokens.lows[m] in QUESTION_WORDS:
                return False
        return False

    def _agreed_that(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "It was agreed that X would/should …"."""
        tokens = self.context.tokens
        for k in range(first, min(last - 1, first + 4)):
            if tokens.lows[k] not in {"that", "to", "for"}:
                continue
            if tokens.lows[k] == "to" and report.act in {"agreed", "decided"}:
                yield Found(report.speakers, "committed", "agreed-to", (k + 1, last))
                return
            subject = clauses.subject_at(self.context, k + 1, last)
            if subject is None:
                group = self._modal_passive(k + 1, last)
                if group is not None:
                    yield Found(self._by_agent(group.head, last), "committed", "agreed-that", (k + 1, last))
                return
            group = clauses.verb_group(self.context, subject.last, last)
            if tokens.lows[k] == "for" or (
                group
                and (group.modal in {"should", "would", "will", "shall", "must"} or self._bare(group))
                and not self._is_state(group, last)
            ):
                yield Found(
                    self.discourse.agents(subject),
                    "committed",
                    "agreed-that",
                    (group.head if group else subject.last, last),
                )
            return

    def _bare(self, group: VerbGroup) -> bool:
        """A base form behind a subject: the subjunctive of resolutions ("that the Clerk report …", "that the Head be asked …")."""
        low = self.context.tokens.lows[group.head]
        return (
            not group.modal
            and not group.perfect
            and (group.be == "be" or (not group.be and not clauses.is_past(low) and not low.endswith("s")))
        )

    # ── modals and plans ───────────────────────────────────────────────────────────────────────────────────────────

    def _clauses(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
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
                if subject is not None and not self._asked_or_if(k, line.first):
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
                item = self._impersonal(line, k, reports, thought)
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

    def _asked_or_if(self, k: int, first: int) -> bool:
        """Does the clause hang on a question word or a condition?"""
        tokens = self.context.tokens
        return any(
            tokens.lows[m] in {"whether", "if", "how", "why", "what", "when", "where", "unless", "once", "until", "who"}
            for m in range(max(first, k - 3), k)
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
        if group.modal in _FUTURE and group.modal != "should":
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
            return Found(self._side_of(agents), "unlikely", "ruled-out", (group.head, line.last), status="unlikely")
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

    def _side_of(self, agents: tuple[str, ...]) -> tuple[str, ...]:
        bodies = tuple(dict.fromkeys(body for key in agents if (body := self.context.cast.body_of(key))))
        return bodies or agents

    def _future(self, line: Line, group: VerbGroup, agents: tuple[str, ...], thought: bool) -> Found | None:
        context, tokens = self.context, self.context.tokens
        head = tokens.lows[group.head]
        if group.modal == "would" and (thought or not self._is_ours(agents)):
            return None
        if thought and group.modal != "will":
            return None
        if self._is_state(group, line.last) and not group.negated:
            return None
        if (
            group.modal in {"would", "will"}
            and head in _WEAK_VERBS
            and not group.negated
            and not due_in(context, line, (group.head, line.last)).text
        ):
            return None
        strength = _FUTURE[group.modal]
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
            doers = self._by_agent(group.head, line.last)
            if head in context.lexicon.inspection_verbs and not doers:
                doers = self._inspectorates()
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

    def _is_state(self, group: VerbGroup, last: int) -> bool:
        """ "would be helpful", "will be able", "would be a good idea": no doing."""
        tokens = self.context.tokens
        head = tokens.lows[group.head]
        if head in {"be", "have", "has"} and not group.be:
            k = group.head + 1
            return not (
                k < last and clauses.is_participle(self.context, tokens.lows[k]) and tokens.lows[k] not in STATES
            )
        if group.copula and not clauses.is_participle(self.context, head):
            return head not in {"in", "ready", "present", "available"} or head == "available"
        return group.be == "be" and head in STATES

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

    def _impersonal(self, line: Line, k: int, reports: list[Statement], thought: bool) -> Found | None:
        """A future without an agent as subject: "A summary would be published", "The report is to follow", "there are no plans"."""
        context, tokens = self.context, self.context.tokens
        lows = tokens.lows
        if (
            lows[k] == "no"
            and lows[k + 1 : k + 2] in (["plans"], ["intention"], ["plan"])
            and lows[k - 1] in BE | {"had", "has", "have", "currently"}
        ):
            return Found(
                self._speakers_side(reports),
                "unlikely",
                "no-plans",
                (k, line.last),
                status="unlikely",
                no_actor="the text names nobody who would act",
            )
        if lows[k] in {"is", "was", "are", "were"} and (item := self._planned_for(line, k)):
            return item
        if lows[k] in {"intention", "aim", "plan", "hope"} and lows[k - 1] in {"the", "its", "their", "his", "her"}:
            return self._nominal_plan(line, k, reports)
        if self._asked_or_if(k, line.first) or self._relative(line, k):
            return None
        group = clauses.verb_group(context, k, line.last)
        if group is None or group.modal not in _FUTURE or group.head >= line.last:
            return None
        if thought or (group.modal == "would" and reports and reports[0].act in {"suggested", "requested"}):
            return None
        head = lows[group.head]
        subject_start = (
            next(
                (
                    m
                    for m in range(k - 1, max(line.first, k - 12) - 1, -1)
                    if lows[m] in {",", ";", "that", "and", "but"}
                ),
                line.first - 1,
            )
            + 1
        )
        if any(
            subject_start <= m < k and m in context.mention_at and clauses.subject_at(context, subject_start, k)
            for m in range(subject_start, k)
        ) and clauses.subject_at(context, subject_start, line.last):
            return None
        if lows[subject_start:k][:1] in (["it"], ["they"], ["this"], ["that"], ["there"]) and group.modal in {
            "would",
            "should",
        }:
            if not (group.be == "be" and clauses.is_participle(context, head) and lows[subject_start] == "they"):
                return None
        doing = group.be == "be" and clauses.is_participle(context, head) and head not in STATES
        event = not group.be and head in _INANIMATE_EVENTS
        if (
            lows[subject_start : subject_start + 1] == ["there"]
            and group.negated is False
            and lows[group.head : group.head + 1] == ["be"]
        ):
            return None
        scheduled = group.modal in _SCHEDULED and not self._is_state(group, line.last)
        if not (doing or event or (scheduled and due_in(context, line, (k, line.last)).text)):
            return None
        if group.modal == "should" and not due_in(context, line, (k, line.last)).end:
            return None
        doers = self._by_agent(group.head, line.last)
        if not doers and head in context.lexicon.inspection_verbs:
            doers = self._inspectorates()
        nothing = lows[subject_start] in {"no", "nothing", "nobody", "none", "neither"} and not group.negated
        strength = "unlikely" if group.negated or nothing else "planned"
        return Found(
            doers,
            strength,
            "impersonal-future",
            (subject_start, line.last),
            status="unlikely" if strength == "unlikely" else None,
        )

    def _planned_for(self, line: Line, k: int) -> Found | None:
        """ "A further audit is planned for October", "a draft report is expected by the end of March": only with its time."""
        lows = self.context.tokens.lows
        j = k + 1
        while j < line.last and lows[j] in ADVERBS:
            j += 1
        if (
            j + 1 >= line.last
            or lows[j] not in {"planned", "scheduled", "due", "expected", "timetabled", "pencilled", "proposed"}
            or lows[j + 1] not in {"for", "in", "by", "on", "before", "at", "early", "this", "next"}
        ):
            return None
        if not due_in(self.context, line, (j, line.last)).text:
            return None
        start = (
            next(
                (
                    m
                    for m in range(k - 1, max(line.first, k - 14) - 1, -1)
                    if lows[m] in {",", ";", "that", "and", "but"}
                ),
                line.first - 1,
            )
            + 1
        )
        return Found((), "proposed" if lows[j] == "proposed" else "planned", "planned-for", (start, line.last))

    def _relative(self, line: Line, k: int) -> bool:
        return (
            self.context.tokens.lows[k - 1] in {"which", "who", "that", "it"}
            and self.context.tokens.lows[k - 1] != "it"
        )

    def _nominal_plan(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "the aim was for HMCPSI to inspect …", "the intention is to move …"."""
        tokens = self.context.tokens
        if k + 2 >= line.last or tokens.lows[k + 1] not in BE:
            return None
        j = k + 2
        while j < line.last and tokens.lows[j] in ADVERBS:
            j += 1
        if tokens.lows[j : j + 1] == ["for"]:
            subject = clauses.subject_at(self.context, j + 1, line.last)
            if subject and tokens.lows[subject.last : subject.last + 1] == ["to"]:
                return Found(self.discourse.agents(subject), "planned", "aim-for", (subject.last + 1, line.last))
            return None
        if tokens.lows[j : j + 1] in (["to"], ["that"]):
            return Found(self._speakers_side(reports) if reports else (), "planned", "aim-to", (j + 1, line.last))
        return None

    def _speakers_side(self, reports: list[Statement]) -> tuple[str, ...]:
        return self._side_of(reports[0].speakers) if reports and len(reports[0].speakers) == 1 else ()

    def _modal_passive(self, k: int, last: int) -> VerbGroup | None:
        """ "… that the paper would be revised": the verb group, where one stands within the next words."""
        for m in range(k, min(last, k + 14)):
            if self.context.tokens.lows[m] in {"should", "would", "will", "shall"}:
                group = clauses.verb_group(self.context, m, last)
                return (
                    group
                    if group
                    and group.be == "be"
                    and clauses.is_participle(self.context, self.context.tokens.lows[group.head])
                    and self.context.tokens.lows[group.head] not in STATES
                    else None
                )
        return None

    def _by_agent(self, i: int, last: int) -> tuple[str, ...]:
        tokens = self.context.tokens
        for k in range(i + 1, min(last - 1, i + 12)):
            if tokens.lows[k] == "by" and (subject := clauses.subject_at(self.context, k + 1, last)):
                return self.discourse.agents(subject)
        return ()

    def _inspectorates(self) -> tuple[str, ...]:
        """The only inspecting body of the meeting, where there is just one."""
        ours = self.context.inspectors()
        return ours if len(ours) == 1 else ()

    # ── "Secretary to circulate the paper." ────────────────────────────────────────────────────────────────────────

    def _telegraphic(self, line: Line) -> Iterator[Found]:
        """A sentence without a finite verb: "X to do Y", "Dates to be fixed by X"."""
        tokens = self.context.tokens
        start = clauses.main_start(self.context, line.first, line.last)
        while start < line.last and (
            tokens.lows[start] in {"resolved", "agreed", "decided", "that", ":", "recommended", "(", ")"}
            or not tokens.words[start][0].isalpha()
            or (len(tokens.words[start]) == 1 and tokens.words[start] not in {"I", "A"})
        ):
            start += 1
        resolved = start > line.first and tokens.lows[start - 1] == "that"
        subject = clauses.subject_at(self.context, start, line.last)
        if resolved:
            group = clauses.verb_group(self.context, subject.last, line.last) if subject else None
            if subject and group and self._bare(group) and not group.be:
                yield Found(self.discourse.agents(subject), "committed", "resolved-that", (group.head, line.last))
            elif any(
                tokens.lows[m] == "be" and clauses.is_participle(self.context, tokens.lows[m + 1])
                for m in range(start, min(line.last - 1, start + 12))
            ):
                yield Found(self._by_agent(start, line.last), "committed", "resolved-that", (start, line.last))
            return
        if subject is not None:
            k = subject.last
            while k < line.last and tokens.lows[k] in ADVERBS:
                k += 1
            if (
                tokens.lows[k : k + 1] == ["to"]
                and k + 1 < line.last
                and tokens.lows[k + 1] not in ARTICLES
                and (k + 1) not in self.context.mention_at
            ):
                yield Found(self.discourse.agents(subject), "committed", "to-do", (k + 1, line.last))
            return
        for k in range(start, min(line.last - 2, start + 8)):
            low = tokens.lows[k]
            if (
                low in BE
                or low in HAVE
                or low in DO
                or low in MODALS
                or low in PREPOSITIONS - {"of", "for", "to"}
                or (clauses.is_past(low) and k > start + 1 and False)
            ):
                return
            if low == "to" and tokens.lows[k + 1] == "be" and clauses.is_participle(self.context, tokens.lows[k + 2]):
                if not any(clauses.is_past(tokens.lows[m]) and m != k + 2 for m in range(start, k)):
                    yield Found(
                        self._by_agent(k + 2, line.last) or self._trailing(line),
                        "committed",
                        "to-be-done",
                        (k + 2, line.last),
                    )
                return


def _owner(context: Context, discourse: Discourse, first: int, last: int) -> tuple[str, ...]:
    """The agents named by some tokens, in order."""
    found: list[str] = []
    for k in range(first, last):
        actor = clauses.actor_at(context, k, max(last, k + 1))
        if actor is not None and actor.word not in {"it", "he", "she"}:
            found.extend(key for key in discourse.of(actor) if key not in found)
    return tuple(found)


def of_action(context: Context, discourse: Discourse, action: ActionLine) -> Commitment:
    """The commitment of an action line or a row of an action table."""
    actors: list[str] = []
    if action.owners is not None:
        actors.extend(_owner(context, discourse, *context.tokens.range_of(action.owners)))
        if not actors:
            actors = _named(context, discourse, action)
    first, last = context.tokens.range_of(action.task)
    due = due_in(context, None, (first, last), extra=action.due)
    position = next(
        (heading.position for heading in reversed(context.outline.headings) if heading.body.start <= action.span.start),
        None,
    )
    return Commitment(
        actors=tuple(actors), action=" ".join(action.task.of(context.text).split()).rstrip(" .;"), strength="committed", evidence=action.span,
        rule="action-line", status=action.status, due_from=due.start, due_by=due.end, due_text=due.text, position=position,
        no_actor=None if actors else "the action names nobody", previous=action.previous,
    )  # fmt: skip


def _named(context: Context, discourse: Discourse, action: ActionLine) -> list[str]:
    """An owner that no other rule knows: a team or a person by the words of the action line."""
    if action.owners is None:
        return []
    words = " ".join(action.owners.of(context.text).replace("’", "'").split()).strip(" ,;:.-–")
    if not words or len(words.split()) > 6 or not any(letter.isalpha() for letter in words):
        return []
    low = words.lower().removeprefix("the ")
    if low in {"all", "members", "all members", "everyone"} or low.split()[-1] in {
        "board",
        "panel",
        "committee",
        "group",
    }:
        return list(discourse.pronoun("members"))
    resolver = context.cast.resolver
    if low.split()[-1] in context.lexicon.role_words:
        post = resolver.table.take(f"post/{_slug(words)}", EntityType.POST, words, action.owners, "owner of an action")
        return [post.key]
    if words.isupper() and len(words) <= 4:
        return [
            resolver.table.take(
                f"person/{_slug(words)}", EntityType.PERSON, words, action.owners, "initials of an owner"
            ).key
        ]
    draft = resolver.table.take(f"group/{_slug(words)}", EntityType.GROUP, words, action.owners, "owner of an action")
    return [draft.key]


def _slug(words: str) -> str:
    from kg.terms import slug

    return slug(words)


__all__ = ["Actor", "Commitments", "of_action"]
