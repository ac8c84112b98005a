"""Futures without an agent as subject: "A summary would be published", "The report is to follow", "there are no plans".

Comes in: a sentence and the place of a modal in it.  Goes out: what is to happen, or not.  The one idea: a doing in the passive,
an event, or a thing that is planned for a time.
"""

from __future__ import annotations

from dataclasses import replace

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.found import Found
from kg.facts.commitments.joint import joint_before
from kg.facts.commitments.modals import FUTURE, NOTHING, SCHEDULED, hangs, is_hearsay, is_unbound
from kg.facts.commitments.plans import SOURCES, Plans
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, AWAITED, BE, OF_TWO, OWNERS, QUESTION_WORDS, STATES
from kg.facts.works import continued, whose
from kg.model import EntityType, Statement

INANIMATE_EVENTS = ACTING.words("events")
_ASSURANCES = ACTING.words("assurances")
_REMAINDERS = ACTING.words("remainders")
_FIRM = frozenset({"will", "would", "shall", "'ll"})
_DECISIONS = ACTING.words("decisions")
_UNDERTAKINGS = ACTING.words("undertakings")
_LOOKED_AT = ACTING.words("looked-at")
_VISITED = ACTING.words("visited")
_SENT = ACTING.words("sent")
_NO_EVENTS = (["taken", "as"], ["come", "into"], ["read", "as"])
_COMING = frozenset({"come", "follow", "arrive", "issue"})
_LIMITS = frozenset({"by", "before"})  # "eight had been met, and the remaining three would be by May"
_LEAVING = frozenset({"leave", "reach"})
_OCCASIONS = ACTING.words("occasions")
_PAPERS = ACTING.words("papers")


class Impersonal(Plans):
    """Reads what is to happen without a word of who would do it."""

    def read(self, line: Line, k: int, reports: list[Statement], thought: bool) -> Found | None:
        """A future without an agent as subject, at the token of its modal, "to be" or noun of planning; ``thought`` is an opinion."""
        lows = self.context.tokens.lows
        item = self.plan(line, k, reports)
        if item or lows[k] == "no" or (lows[k - 1] == "which" and lows[k - 2] == ","):
            return item
        if thought or (lows[k] in BE and "to" not in lows[k + 1 : line.last]):
            return None  # without "to", what is or was is no future
        group = clauses.verb_group(self.context, k, line.last)
        if group is None or group.head >= line.last:
            return None
        if group.modal == "ought":
            group = replace(group, modal="should")
        if group.modal in {"may", "can", "might", "could"} and (item := self._may_be_expected(line, group, reports)):
            return item
        never = group.modal == "would" and self.is_over(group)  # "would have come better in May"
        if group.modal not in FUTURE or never or is_unbound(lows, group, line.last):
            return None
        suggested = group.modal == "would" and bool(reports) and reports[0].act in {"suggested", "requested"}
        start = self.subject_start(line, k, 12)
        if start >= k - 1 and lows[k - 1] in {"and", "but"}:  # "was under way and would be finished"
            start = self.subject_start(line, k - 1, 16)
        if suggested or not self._may_stand(line, group, start, k):
            return None
        return self._future(line, group, start, reports)

    def _may_stand(self, line: Line, group: VerbGroup, start: int, k: int) -> bool:
        """Is it a clause of its own, neither asked nor conditional, and without an agent as its subject?"""
        context, lows = self.context, self.context.tokens.lows
        if (
            hangs(lows, k, line.first)
            or is_hearsay(lows, start, line.first)
            or lows[start] in {"he", "she", "we"}
            or lows[k - 1] in {"which", "who", "that", "he", "she", "we"}
            or not QUESTION_WORDS.isdisjoint(lows[start:k])
        ):
            return False
        if self.has_agent(start, k, line.last) or self._is_unsure(start, line):
            return False
        if lows[start] == "there":
            there = self._there_will_be(line, group, k)
            return there or (group.modal not in {"would", "should"} and (group.negated or lows[group.head] != "be"))
        if lows[start] in {"it", "this"} and group.modal == "should":
            return due_in(context, line, (group.first, line.last)).end is not None
        if lows[start] in {"it", "they", "this", "that"} and group.modal in {"would", "should"}:
            doing = group.be == "be" and clauses.is_participle(lows[group.head])
            return doing and (start > line.first or due_in(context, line, (group.first, line.last)).end is not None)
        return True

    def _future(self, line: Line, group: VerbGroup, start: int, reports: list[Statement]) -> Found | None:
        context, lows = self.context, self.context.tokens.lows
        head = lows[group.head]
        doing = group.be == "be" and clauses.is_participle(head) and (head not in STATES or head in _VISITED)
        posted = head in _LEAVING and not AWAITED.isdisjoint(lows[start : group.first])
        event = posted or (not group.be and head in INANIMATE_EVENTS) or self._arrives(group, line)
        rest = group.be == "be" and head in _LIMITS and not _REMAINDERS.isdisjoint(lows[start : group.first])
        event = event or rest or (lows[start] == "there" and self._there_will_be(line, group, group.first))
        if not (doing or event or (group.modal in SCHEDULED and not self.is_state(group, line.last))):
            return None
        if doing and self._is_at_once(group.head, line.last):
            return None
        if ("meeting" in lows[start : group.first] and not group.negated) or (
            lows[group.head : group.head + 2] in _NO_EVENTS
        ):
            return None
        dated = rest or head in _VISITED or group.modal == "should"
        if dated or not (doing or event):
            due = due_in(context, line, (group.first, line.last))
            if (dated and not due.end) or not (doing or event or due.text):
                return None
        nothing = lows[start] in NOTHING and not group.negated
        firm = doing and group.modal in _FIRM and (group.modal != "would" or bool(reports))
        firm = firm and head not in context.lexicon.inspection_verbs
        unlikely = group.negated or nothing or group.modal == "unlikely to"
        strength = "unlikely" if unlikely else "committed" if firm else "planned"
        words = context.tokens.words
        last = words.index(";", group.head, line.last) if ";" in words[group.head : line.last] else line.last
        return Found(
            self.doers(line, group, start, reports, doing=bool(doing or event)), strength, "impersonal-future", (start, last),
            status="unlikely" if strength == "unlikely" else None, when=group.first,
        )  # fmt: skip

    def _is_at_once(self, i: int, last: int) -> bool:
        """ "would be taken at the end", "will be heard later in the meeting": while they still sit."""
        lows = self.context.tokens.lows
        for k in range(i + 1, last - 2):
            if lows[k : k + 3] == ["at", "the", "end"] and (
                k + 3 >= last or not lows[k + 3][0].isalpha() or not _OCCASIONS.isdisjoint(lows[k + 4 : k + 6])
            ):
                return True
            if lows[k] == "later" and not _OCCASIONS.isdisjoint(lows[k + 1 : k + 4]):
                return True
        return False

    def _may_be_expected(self, line: Line, group: VerbGroup, reports: list[Statement]) -> Found | None:
        """ "A revised code can be expected in April", "their letter may be looked for in May"."""
        expected = group.be == "be" and self.context.tokens.lows[group.head] in {"expected", "looked", "anticipated"}
        if not expected or group.negated or due_in(self.context, line, (group.head, line.last)).end is None:
            return None
        start = self.subject_start(line, group.first, 12)
        return Found(
            self.doers(line, group, start, reports, doing=False), "planned", "to-be-expected", (start, line.last)
        )

    def _is_unsure(self, start: int, line: Line) -> bool:
        """ "could give no assurance that it would be mended": nobody says that it will."""
        lows = self.context.tokens.lows
        before = lows[max(line.first, start - 4) : start]
        return (
            before[-1:] == ["that"]
            and bool(_ASSURANCES & set(before))
            and bool({"no", "any", "not", "never", "without"} & set(lows[line.first : start]))
        )

    def _there_will_be(self, line: Line, group: VerbGroup, k: int) -> bool:
        """ "There will be a poster campaign in June", "it was settled that there would be …": an undertaking, with its time."""
        lows = self.context.tokens.lows
        if group.be != "be" or not group.copula or group.negated or lows[k - 1] != "there":
            return False
        thing = lows[group.head : min(line.last, group.head + 6)]
        if "meeting" in thing:  # the day of the next
            return False
        settled = group.modal != "would" or (lows[k - 2] == "that" and lows[k - 3] in _DECISIONS)
        return (
            settled
            and not _UNDERTAKINGS.isdisjoint(thing)
            and due_in(self.context, line, (k, line.last)).end is not None
        )

    def _arrives(self, group: VerbGroup, line: Line) -> bool:
        """ "will be on her desk by Friday", "would be with members in June": with a time."""
        lows = self.context.tokens.lows
        at = lows[group.head] if group.be == "be" else lows[group.head + 1] if lows[group.head] == "be" else ""
        return at in {"in", "on", "with", "back", "off", "out", "ready", "available", "complete"} and bool(
            due_in(self.context, line, (group.first, line.last)).text
        )

    def doers(
        self, line: Line, group: VerbGroup, start: int, reports: list[Statement], *, doing: bool
    ) -> tuple[str, ...]:
        """Who is named after "by"; else the inspectorate for an inspection; else, of a doing, whoever tells of it or their body."""
        lows = self.context.tokens.lows
        if not OF_TWO.isdisjoint(lows[start : start + 2]):
            return ()  # "the latter" of two things
        doers = (
            self.by_agent(group.head, line.last)
            or self.by_agent(start, group.first)
            or self._of_coming(group, line.last)
            or self._of_work(line, start, group)
        )
        if doers or (doers := self._owner(line, start, group.first)):
            return doers
        if _REMAINDERS & set(lows[start : group.first]) and self._is_of_inspection(line):
            left = joint_before(self.context, self.discourse, line) or self.inspectors_of(line)
            if left:
                return left
        inspected = (
            lows[group.head] in self.context.lexicon.inspection_verbs or "inspectors" in lows[start : group.first]
        )
        if inspected and (ours := self.inspectorates()):
            return ours
        if not doing:
            return ()
        paper = bool(_PAPERS & set(lows[start : group.first]))
        sent = lows[group.head] in _SENT or (paper and lows[group.head] in {"go", *_LEAVING})
        if (lows[start] in {"it", "this", "that"} or sent) and reports and len(reports[0].speakers) == 1:
            return self.side_of(reports[0].speakers) if reports[0].rule.startswith("weighed") else reports[0].speakers
        return self.side_of_speaker(line, reports)

    def _of_coming(self, group: VerbGroup, last: int) -> tuple[str, ...]:
        """ "The first draft is to come from Ms Nair": of whom a thing comes."""
        lows = self.context.tokens.lows
        coming = (
            lows[group.head] in _COMING
            or lows[group.head : group.head + 2] == ["go", "from"]
            or lows[group.head : group.head + 3] == ["go", "out", "from"]
        )
        return self.from_whom(group.head, last, sources=SOURCES) if coming else ()

    def _of_work(self, line: Line, start: int, group: VerbGroup) -> tuple[str, ...]:
        """Whose undertaking goes on: "The report will be published in May", "This would be done remotely"."""
        work = self.discourse.work
        if self.context.tokens.lows[start] == "their" and (both := joint_before(self.context, self.discourse, line)):
            return both
        return whose(self.context, work, line, start, group.first) or continued(
            self.context, work, line, start, group.head
        )

    def _is_of_inspection(self, line: Line) -> bool:
        """ "Twelve had been visited, and the remainder would be done by May": the rest of an inspection."""
        verbs = self.context.lexicon.inspection_verbs
        return any(low in verbs or low in _LOOKED_AT for low in self.context.tokens.lows[line.first : line.last])

    def _owner(self, line: Line, start: int, k: int) -> tuple[str, ...]:
        """Whose thing it is: "the Authority's northern office will be moved"; an inspection is of whoever is its owner only where
        they are an inspectorate or it is "their own"."""
        lows = self.context.tokens.lows
        crew = clauses.actor_at(self.context, start, k)
        if crew is not None and crew.staff and crew.last == k:
            return self.discourse.of(crew)  # "Her team would be on site"
        if lows[start] in OWNERS and start > line.first and (ours := self.subject_of(line)):
            return ours  # "The Agency has seen them all, and its report will be published"
        if lows[start] in OWNERS:  # "Its team will be on site"
            return self.discourse.pronoun(OWNERS[lows[start]])
        if lows[start] == "they" and self.discourse.topic:
            return (self.discourse.topic,)
        actor = clauses.actor_at(self.context, start, k)
        if actor is None or not clauses.possessive(self.context, actor) or {"of", "for", "on"} & set(lows[start:k]):
            return ()
        owners = self.discourse.of(actor)
        theirs = "own" in lows[actor.last : k] or all(
            self.context.type_of(key) is EntityType.INSPECTORATE for key in owners
        )
        return owners if theirs or not self.is_inspection(actor.last, k) else ()
