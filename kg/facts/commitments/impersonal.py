"""Futures without an agent as subject: "A summary would be published", "The report is to follow", "there are no plans".

Comes in: a sentence and the place of a modal in it.  Goes out: what is to happen, or not.  The one idea: a doing in the passive,
an event, or a thing that is planned for a time.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import FUTURE, SCHEDULED, hangs
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ADVERBS, BE, STATES
from kg.model import Statement

_INANIMATE_EVENTS = frozenset(
    """
    follow begin start launch open close happen commence finish come report meet resume end move continue go
    issue take reconvene transfer
    """.split()
)


class Impersonal(Doers):
    """Reads what is to happen without a word of who would do it."""

    def read(self, line: Line, k: int, reports: list[Statement], thought: bool) -> Found | None:
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
        if hangs(lows, k, line.first) or self._relative(line, k):
            return None
        group = clauses.verb_group(context, k, line.last)
        if group is None or group.modal not in FUTURE or group.head >= line.last:
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
        scheduled = group.modal in SCHEDULED and not self.is_state(group, line.last)
        if not (doing or event or (scheduled and due_in(context, line, (k, line.last)).text)):
            return None
        if group.modal == "should" and not due_in(context, line, (k, line.last)).end:
            return None
        doers = self.by_agent(group.head, line.last)
        if not doers and head in context.lexicon.inspection_verbs:
            doers = self.inspectorates()
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
        return self.side_of(reports[0].speakers) if reports and len(reports[0].speakers) == 1 else ()
