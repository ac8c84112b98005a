"""Futures without an agent as subject: "A summary would be published", "The report is to follow", "there are no plans".

Comes in: a sentence and the place of a modal in it.  Goes out: what is to happen, or not.  The one idea: a doing in the passive,
an event, or a thing that is planned for a time.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import FUTURE, SCHEDULED, hangs
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ADVERBS, ARTICLES, BE, MODALS, POSSESSIVES, QUESTION_WORDS, STATES
from kg.model import EntityType, Statement

PLANS = frozenset("intention aim plan plans hope ambition intent objective".split())
_INANIMATE_EVENTS = frozenset(
    """
    follow begin start launch open close happen commence finish come report meet resume end move continue go
    issue take reconvene transfer
    """.split()
)
_PROSPECTS = frozenset("plan plans intention intentions proposal proposals prospect".split())
_EXPECTED = frozenset(
    "planned scheduled due expected timetabled pencilled proposed anticipated targeted slated booked intended earmarked".split()
)
# how a thing stands that nobody is said to do
_STANDING = {
    "unlikely": "unlikely", "improbable": "unlikely", "in view": "planned", "under consideration": "proposed", "under discussion": "proposed",
    "being considered": "proposed", "being planned": "planned", "being arranged": "planned", "being explored": "proposed",
    "in preparation": "planned", "in hand": "planned", "in train": "planned", "in prospect": "planned",
}  # fmt: skip
_REQUESTS = frozenset("plea request call appeal bid demand".split())
_MADE = frozenset("made entered put issued repeated renewed received lodged submitted".split())
# what only whoever does a thing can say of it; "expected" and "due" anybody can
_OWN_PLANS = frozenset("planned scheduled timetabled pencilled booked earmarked".split())
_WHEN = frozenset("for in by on before at early this next".split())
_FINITE = BE | MODALS | {"has", "have", "had"}
_BEFORE_NO = BE | {"had", "has", "have", "currently"}


class Impersonal(Doers):
    """Reads what is to happen without a word of who would do it."""

    def read(self, line: Line, k: int, reports: list[Statement], thought: bool) -> Found | None:
        """A future without an agent as subject, at the token of its modal, "to be" or noun of planning; ``thought`` is an opinion."""
        lows = self.context.tokens.lows
        if lows[k] == "no":
            return self._no_plans(line, k, reports)
        if lows[k] in BE and (item := self._request(line, k)):
            return item
        if lows[k] in BE and (item := self._planned_for(line, k, reports)):
            return item
        if lows[k] in PLANS and k > line.first and (item := self._nominal_plan(line, k, reports)):
            return item
        group = clauses.verb_group(self.context, k, line.last)
        if group is None or group.modal not in FUTURE or group.head >= line.last or thought:
            return None
        suggested = group.modal == "would" and bool(reports) and reports[0].act in {"suggested", "requested"}
        start = self._subject_start(line, k, 12)
        if suggested or not self._may_stand(line, group, start, k):
            return None
        return self._future(line, group, start, reports)

    def _no_plans(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "there are no plans to …", "had no intention of …"."""
        lows = self.context.tokens.lows
        if lows[k + 1] not in _PROSPECTS or lows[k - 1] not in _BEFORE_NO:
            return None
        return Found(
            self._speakers_side(reports), "unlikely", "no-plans", (k, line.last), status="unlikely",
            no_actor="the text names nobody who would act",
        )  # fmt: skip

    def _subject_start(self, line: Line, k: int, reach: int) -> int:
        """Where the subject of a clause begins whose verb stands at a token."""
        lows = self.context.tokens.lows
        for m in range(k - 1, max(line.first, k - reach) - 1, -1):
            if (
                lows[m] in {",", ";", "that", "but"}
                or self._reports(m)
                or (lows[m] == "and" and self._has_verb(line, m))
            ):
                return m + 1
        return line.first

    def _has_verb(self, line: Line, m: int) -> bool:
        """Does a verb stand before "and", so that it joins clauses and not nouns?"""
        lows = self.context.tokens.lows
        for k in range(m - 1, line.first - 1, -1):
            if lows[k] in {",", ";"}:
                return False
            if lows[k] in _FINITE or clauses.is_past(lows[k]):
                return True
        return False

    def _reports(self, m: int) -> bool:
        """A verb of speech in the past, and no participle before a noun ("the agreed actions")?"""
        lows = self.context.tokens.lows
        told = lows[m] in self.context.lexicon.predicates.verbs and clauses.is_past(lows[m])
        return told and m > 0 and lows[m - 1] not in ARTICLES and lows[m - 1] not in BE

    def _may_stand(self, line: Line, group: VerbGroup, start: int, k: int) -> bool:
        """Is it a clause of its own, neither asked nor conditional, and without an agent as its subject?"""
        context, lows = self.context, self.context.tokens.lows
        if hangs(lows, k, line.first) or self._relative(line, k) or any(low in QUESTION_WORDS for low in lows[start:k]):
            return False
        if self._has_agent(start, k, line.last):
            return False
        if lows[start] == "there":
            return group.modal not in {"would", "should"} and (group.negated or lows[group.head] != "be")
        if lows[start] in {"it", "this"} and group.modal == "should":
            return due_in(context, line, (group.first, line.last)).end is not None
        if lows[start] in {"it", "they", "this", "that"} and group.modal in {"would", "should"}:
            return group.be == "be" and clauses.is_participle(context, lows[group.head]) and start > line.first
        return True

    def _is_inspection(self, start: int, k: int) -> bool:
        nouns = self.context.lexicon.inspection_nouns
        return any(low in nouns or low == "thematic" for low in self.context.tokens.lows[start:k])

    def _has_agent(self, start: int, k: int, last: int) -> bool:
        """Is the subject before a verb somebody who can act?"""
        named = any(m in self.context.mention_at for m in range(start, k))
        return bool(
            named and clauses.subject_at(self.context, start, k) and clauses.subject_at(self.context, start, last)
        )

    def _future(self, line: Line, group: VerbGroup, start: int, reports: list[Statement]) -> Found | None:
        context, lows = self.context, self.context.tokens.lows
        head = lows[group.head]
        doing = group.be == "be" and clauses.is_participle(context, head) and head not in STATES
        event = (not group.be and head in _INANIMATE_EVENTS) or self._arrives(group, line)
        due = due_in(context, line, (group.first, line.last))
        scheduled = group.modal in SCHEDULED and not self.is_state(group, line.last) and due.text
        if not (doing or event or scheduled) or (group.modal == "should" and not due.end):
            return None
        if "meeting" in lows[start : group.first] and not group.negated:
            return None
        if (head, "".join(lows[group.head + 1 : group.head + 2])) in {
            ("taken", "as"),
            ("come", "into"),
            ("read", "as"),
        }:
            return None
        nothing = lows[start] in {"no", "nothing", "nobody", "none", "neither"} and not group.negated
        strength = "unlikely" if group.negated or nothing else "planned"
        return Found(
            self._doers(line, group, start, reports, bool(doing or event)), strength, "impersonal-future", (start, line.last),
            status="unlikely" if strength == "unlikely" else None, when=group.first,
        )  # fmt: skip

    def _arrives(self, group: VerbGroup, line: Line) -> bool:
        """ "will be on her desk by Friday", "would be with members in June": with a time."""
        lows = self.context.tokens.lows
        at = lows[group.head] if group.be == "be" else lows[group.head + 1] if lows[group.head] == "be" else ""
        return at in {"in", "on", "with", "back", "off", "out", "ready", "available", "complete"} and bool(
            due_in(self.context, line, (group.first, line.last)).text
        )

    def _doers(
        self, line: Line, group: VerbGroup, start: int, reports: list[Statement], doing: bool
    ) -> tuple[str, ...]:
        """Who is named after "by"; else the inspectorate for an inspection; else, of a doing, whoever tells of it or their body."""
        lows = self.context.tokens.lows
        if doers := self.by_agent(group.head, line.last) or self._owner(start, group.first):
            return doers
        inspected = (
            lows[group.head] in self.context.lexicon.inspection_verbs or "inspectors" in lows[start : group.first]
        )
        if inspected and (ours := self.inspectorates()):
            return ours
        if not doing:
            return ()
        if lows[start] in {"it", "this", "that"} and reports and len(reports[0].speakers) == 1:
            return reports[0].speakers
        return self.side_of_speaker(line, reports)

    def _owner(self, start: int, k: int) -> tuple[str, ...]:
        """Whose thing it is: "the Authority's northern office will be moved"; an inspection is of whoever is its owner only where
        they are an inspectorate or it is "their own"."""
        lows = self.context.tokens.lows
        actor = clauses.actor_at(self.context, start, k)
        if actor is None or not clauses.possessive(self.context, actor) or {"of", "for", "on"} & set(lows[start:k]):
            return ()
        owners = self.discourse.of(actor)
        theirs = "own" in lows[actor.last : k] or all(
            self.context.type_of(key) is EntityType.INSPECTORATE for key in owners
        )
        return owners if theirs or not self._is_inspection(actor.last, k) else ()

    def _request(self, line: Line, k: int) -> Found | None:
        """ "A plea was entered by AQ for the Registrar to audit rosters", "a request was made that the Trust publish"."""
        lows = self.context.tokens.lows
        if lows[k + 1] not in _MADE or not any(low in _REQUESTS for low in lows[max(line.first, k - 4) : k]):
            return None
        for m in range(k + 2, min(line.last - 1, k + 12)):
            if lows[m] in {"for", "that", "to"} and (subject := clauses.subject_at(self.context, m + 1, line.last)):
                deed = self.deed_of(subject, line.last)
                if lows[subject.last] == "to" or (lows[m] == "that" and deed is not None):
                    return Found(
                        self.discourse.agents(subject), "requested", "nominal-request", (subject.last, line.last)
                    )
        return None

    def _planned_for(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "A further audit is planned for October", "a draft report is expected by the end of March": only with its time; "a
        review is under consideration", "a third exercise was unlikely"."""
        lows = self.context.tokens.lows
        j = k + 1
        while j < line.last and lows[j] in ADVERBS:
            j += 1
        start = self._subject_start(line, k, 14)
        if j + 1 >= line.last or self._has_agent(start, k, line.last):
            return None
        told = _STANDING.get(lows[j]) or _STANDING.get(" ".join(lows[j : j + 2]))
        if told is not None and lows[start] not in {"it", "this", "that", "there"}:
            doers = self.inspectorates() if self._is_inspection(start, k) else ()
            return Found(doers, told, "stands", (start, line.last), status="unlikely" if told == "unlikely" else None)
        if lows[j] not in _EXPECTED or lows[j + 1] not in _WHEN or not due_in(self.context, line, (j, line.last)).text:
            return None
        strength = "proposed" if lows[j] == "proposed" else "planned"
        doers = self.side_of_speaker(line, reports) if lows[j] in _OWN_PLANS else ()
        return Found(doers, strength, "planned-for", (start, line.last))

    def _relative(self, line: Line, k: int) -> bool:
        return (
            self.context.tokens.lows[k - 1] in {"which", "who", "that", "it"}
            and self.context.tokens.lows[k - 1] != "it"
        )

    def _nominal_plan(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "the aim was for HMCPSI to inspect …", "the Board's intention is to move …", "it was her hope to …", "there are plans to …"."""
        lows = self.context.tokens.lows
        j = k + 1
        if lows[j : j + 1] == ["of"] and (owner := clauses.subject_at(self.context, j + 1, line.last)):
            owners, j = self.discourse.agents(owner), owner.last
        else:
            owners = self._owner_of(line, k) or self._speakers_side(reports)
        said = lows[j : j + 1] and lows[j] in BE
        while j < line.last and (lows[j] in BE or lows[j] in ADVERBS or lows[j] in {"now", "in", "hand", "afoot"}):
            j += 1
        if said and lows[j : j + 1] == ["for"]:
            subject = clauses.subject_at(self.context, j + 1, line.last)
            if subject and lows[subject.last : subject.last + 1] == ["to"]:
                return Found(self.discourse.agents(subject), "planned", "aim-for", (subject.last + 1, line.last))
            return None
        before = lows[max(line.first, k - 4) : k]
        stated = said or any(
            low in BE or low in {"confirmed", "announced", "declared", "stated", "signalled"} for low in before
        )
        if stated and lows[j : j + 1] in (["to"], ["that"]) and "no" not in lows[max(line.first, k - 3) : k]:
            return Found(owners, "planned", "aim-to", (j + 1, line.last))
        return None

    def _owner_of(self, line: Line, k: int) -> tuple[str, ...]:
        """Whose plan it is: "the Board's intention", "her hope"."""
        low = self.context.tokens.lows[k - 1]
        if low in POSSESSIVES:
            return self.discourse.pronoun({"his": "he", "her": "she", "their": "they", "its": "it", "our": "we"}[low])
        for m in range(max(line.first, k - 8), k):
            actor = clauses.actor_at(self.context, m, line.last)
            if actor is not None and actor.last in {k, k - 1} and clauses.possessive(self.context, actor):
                return self.discourse.of(actor)
        return ()

    def _speakers_side(self, reports: list[Statement]) -> tuple[str, ...]:
        return self.side_of(reports[0].speakers) if reports and len(reports[0].speakers) == 1 else ()
