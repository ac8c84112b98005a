"""Where the subject of a clause stands whose verb stands at a token.

Comes in: a sentence and the token of a verb.  Goes out: the token at which its subject begins, and what that is.  The one idea: a clause begins behind a
mark, "that", "but", a verb of speech, or an "and" with a verb before it.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.commitments.doers import Doers
from kg.facts.context import Line
from kg.facts.signs import VERBS, sign
from kg.facts.words import ARTICLES, BE, MODALS, OWNERS

_JOINING = frozenset({"and", "but"})
_MARKS = frozenset({":", ",", ";", "that", "but"})
_BEFORE = sign(_MARKS | {"and"}) | VERBS  # a clause begins behind one of these
_FINITE = BE | MODALS | {"has", "have", "had"}


class Clauses(Doers):
    """Finds the subjects of clauses."""

    def subject_start(self, line: Line, k: int, reach: int) -> int:
        """Where the subject of a clause begins whose verb stands at a token."""
        lows = self.context.tokens.lows
        for m in reversed(self.context.showing(_BEFORE, max(line.first, k - reach), k)):
            if (
                lows[m] in _MARKS
                or self._reports(m)
                or (lows[m] == "and" and not self.context.within_name(m) and self._has_verb(line, m))
            ):
                return m + 1 + (lows[m] == "," and lows[m + 1] in _JOINING and m + 2 < k)
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

    def has_agent(self, start: int, k: int, last: int) -> bool:
        """Is the subject before a verb somebody who can act?"""
        context = self.context
        lows = context.tokens.lows
        own = lows[start] in OWNERS and "be" not in lows[k : k + 3]  # "his engineers are to visit"
        if not own and not context.named_in(start, k):
            return False
        subject = clauses.subject_at(context, start, k)
        somebody = subject is not None and (not own or (bool(subject.actors[0].staff) and subject.last == k))
        return somebody and clauses.subject_at(context, start, last) is not None

    def is_inspection(self, start: int, k: int) -> bool:
        nouns = self.context.lexicon.inspection_nouns
        return any(low in nouns or low == "thematic" for low in self.context.tokens.lows[start:k])
