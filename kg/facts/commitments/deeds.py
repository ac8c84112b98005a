"""What is a deed: verb groups, passives and points of decisions, and what is only a state or a formality.

Comes in: tokens and verb groups.  Goes out: what is done by them.  The one idea: "would be helpful" is a state and "be noted" a formality; a bare verb behind
a subject is what a resolution wants done.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.context import Context
from kg.facts.discourse import Discourse
from kg.facts.words import (
    ACTING,
    ADVERBS,
    ARTICLES,
    BEFALLEN,
    FORMALITIES,
    MODALS,
    NO_DEEDS,
    PREPOSITIONS,
    QUESTION_WORDS,
    STATES,
)

_NO_VERBS = ARTICLES | MODALS | PREPOSITIONS | QUESTION_WORDS | {"and", "or", "to", "than", "that"}
_NOT_FORMAL = frozenset({"by", "until", "till", "pending"})  # "be deferred until the new officers are in post"
_AWAY = frozenset(
    {"out", "off", "down", "up", "away", "back", "forward", "over", "on"}
)  # "asked for it to be taken out"
_FEARED = frozenset({"would", "might", "may", "could", "will"})
_HAVINGS = ACTING.words("havings")


@dataclass(slots=True)
class Deeds:
    """What a family of rules is given, and what it may ask of a verb."""

    context: Context
    discourse: Discourse

    def deed_of(self, subject: Subject, last: int) -> VerbGroup | None:
        """What a subject does: its verb group, or the bare verb of "that the Clerk write"."""
        group = clauses.verb_group(self.context, subject.last, last)
        i = subject.last
        while group is None and i < last and self.context.tokens.lows[i] in ADVERBS:
            i += 1
        if group is not None or i >= last:
            return group
        word = self.context.tokens.words[i]
        return None if not word.isalpha() or not word.islower() or word in _NO_VERBS else VerbGroup(i, i)

    def deed(self, i: int, last: int) -> str:
        """The verb of an action that begins at a token: behind "to", "be" and adverbs."""
        lows = self.context.tokens.lows
        while i < last and (lows[i] in ADVERBS or lows[i] in {"to", "be"} or lows[i].endswith("ly")):
            i += 1
        return lows[i] if i < last else ""

    def is_formality(self, i: int, last: int) -> bool:
        """ "that the report be noted": what a meeting does with its papers."""
        lows = self.context.tokens.lows
        return any(
            lows[k] in {"be", "are", "is"}
            and lows[k + 1] in FORMALITIES
            and lows[k + 2] not in _NOT_FORMAL
            and (lows[k + 1] != "taken" or lows[k + 2] not in _AWAY)
            for k in range(i, min(last - 1, i + 16))
        )

    def modal_passive(self, k: int, last: int) -> VerbGroup | None:
        """ "… that the paper would be revised": the verb group, where one stands within the next words."""
        for m in range(k, min(last, k + 14)):
            if self.context.tokens.lows[m] in {"should", "would", "will", "shall"}:
                group = clauses.verb_group(self.context, m, last)
                return (
                    group
                    if group
                    and "have" not in self.context.tokens.lows[m : group.head]
                    and group.be == "be"
                    and clauses.is_participle(self.context.tokens.lows[group.head])
                    and self.context.tokens.lows[group.head] not in STATES
                    else None
                )
        return None

    def to_be_served(self, k: int, last: int) -> VerbGroup | None:
        """ "that notice be served": the verb group of a subjunctive passive, where one stands within the next words."""
        lows = self.context.tokens.lows
        for m in range(k + 1, min(last - 1, k + 24)):
            if lows[m] == "be" and clauses.is_participle(lows[m + 1]):
                free = lows[m - 1] != "to" and MODALS.isdisjoint(lows[max(k, m - 3) : m])
                return VerbGroup(m, m + 1, be="be", passive=True) if free and lows[m + 1] not in STATES else None
        return None

    def point_end(self, k: int, last: int) -> int:
        """Where a point of a decision ends: before "and that", else at the end."""
        lows = self.context.tokens.lows
        return next((m for m in range(k + 1, last - 3) if lows[m] in {"and", ";"} and lows[m + 1] == "that"), last)

    def is_state(self, group: VerbGroup, last: int) -> bool:
        """ "would be helpful", "will be able", "would be a good idea": no doing."""
        tokens = self.context.tokens
        head = tokens.lows[group.head]
        if head in {"be", "have", "has"} and not group.be:
            near = tokens.lows[group.head + 1 : min(last, group.head + (2 if head == "be" else 7))]
            doing = any(clauses.is_participle(low) and low not in STATES for low in near)
            return not doing and not (head == "have" and not _HAVINGS.isdisjoint(near))  # "will have a word with them"
        if group.copula and not clauses.is_participle(head):
            return head not in {"in", "ready", "present", "back"}
        return group.be == "be" and head in STATES

    def is_over(self, group: VerbGroup) -> bool:
        """ "should have been published": what was to be done before."""
        return "have" in self.context.tokens.lows[group.first : group.head]

    def bare(self, group: VerbGroup) -> bool:
        """A base form behind a subject: the subjunctive of resolutions ("that the Clerk report …", "that the Head be asked …")."""
        low = self.context.tokens.lows[group.head]
        return (
            not group.modal
            and not group.perfect
            and (group.be == "be" or (not group.be and not clauses.is_past(low) and not low.endswith("s")))
        )

    def is_feared(self, k: int, last: int) -> bool:
        """ "anxious that the visit would fall in the same week", "that fees should not rise": a worry, and nobody's deed."""
        lows = self.context.tokens.lows
        at = next((m for m in range(k, min(last - 1, k + 12)) if lows[m] in MODALS), None)
        group = clauses.verb_group(self.context, at, last) if at is not None else None
        if at is None or group is None or group.head >= last:
            return False
        thing = clauses.subject_at(self.context, k, last) is None
        befallen = lows[group.head] in (BEFALLEN if group.be else NO_DEEDS)
        return lows[at] in _FEARED or (thing and befallen)
