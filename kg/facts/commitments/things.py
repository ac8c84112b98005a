"""Notes of a thing to come, without a verb: "Results in June.", "Draft code from LA by 29 March.", "Summary for the next agenda – BO.".

Comes in: a sentence.  Goes out: what is to come, and of whom.  The one idea: a thing that somebody makes or holds, with a day to come or an owner behind a dash.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.commitments.charges import Charges
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import NOTHING
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.signs import sign
from kg.facts.words import ACTING, ARTICLES, FINITE, PREPOSITIONS
from kg.facts.works import whose

_THINGS = ACTING.words("undertakings") | ACTING.words("papers") | ACTING.words("things-to-come") | {"rest", "remainder"}
THINGS = sign(_THINGS)
_ENDS = frozenset({")", "]"})
_OWNER = 9  # tokens of the owners in brackets
_EXPECTING = (["expects"], ["anticipates"], ["awaits"], ["hopes"], ["wants"])
_DASHES = frozenset({"–", "-", "—", "(", "["})
_CUSTOMS = ACTING.words("customs")
_NONE = NOTHING | {"not"}
_FEWEST, _MOST = 4, 18  # tokens of a note of a thing


class Things(Charges):
    """Reads notes of things."""

    def thing(self, line: Line, start: int) -> Found | None:
        """ "Results in June.", "Draft code from LA by 29 March.", "Summary for the next agenda – BO.": a thing to come, with its time or its owner."""
        words = self.context.tokens.words
        if not line.signs & THINGS:
            return None
        colon = next((k for k in range(start, min(line.last - 1, start + 4)) if words[k] == ":"), None)
        labelled = self._labelled(start, colon) if colon is not None else ()
        start = start if colon is None else colon + 1
        if not self._is_thing(start, line.last) or self.context.tokens.lows[start] in _NONE:
            return None  # "No decision before spring."
        due = due_in(self.context, line, (start + 1, line.last))
        if due.end is not None and due.end == self.context.said_on and str(due.end.year) in (due.text or ""):
            return None  # "Visit by the Trust, 12 September 2017": the day of the meeting itself
        dash = next((k for k in range(line.last - 2, start + 1, -1) if words[k] in _DASHES), None)
        owners = self._owners_alone(dash + 1, line.last) if dash is not None else ()
        owners = (
            owners
            or labelled
            or self._whose(start, line.last)
            or self.from_whom(start, line.last, reach=_MOST)
            or self.by_agent(start, line.last)
        )
        if not due.end and not (owners and dash):
            return None
        if not due.end or owners:
            return (
                Found(owners, "committed" if dash else "planned", "thing-note", (start, line.last)) if owners else None
            )
        doers = whose(self.context, self.discourse.work, line, start, line.last) or self.side_of_speaker(line, [])
        return Found(doers, "planned", "thing-note", (start, line.last))

    def _whose(self, start: int, last: int) -> tuple[str, ...]:
        """ "KB's annual report out on 20 June": whose thing it is."""
        actor = clauses.actor_at(self.context, start, last)
        return self.discourse.of(actor) if actor is not None and clauses.possessive(self.context, actor) else ()

    def behind_owner(self, line: Line) -> int:
        """Where a sentence begins behind the owner of the one before: "(NR) A call to the Trust by May." """
        words = self.context.tokens.words
        if words[line.first] not in {"(", "["}:
            return line.first
        end = next((k + 1 for k in range(line.first, min(line.last - 2, line.first + _OWNER)) if words[k] in _ENDS), 0)
        return end or line.first

    def owned(self, line: Line, start: int) -> Found | None:
        """ "Photographs of the slip within two weeks. (NR with FT)": a thing or an infinitive, whose owners stand alone behind it in brackets."""
        lows, words = self.context.tokens.lows, self.context.tokens.words
        if line.last >= len(words) or words[line.last] not in {"(", "["} or line.last - start < _FEWEST:
            return None
        somebody = lows[start] != "all" and clauses.subject_at(self.context, start, line.last)
        if somebody or any(map(self._is_verb, range(start, line.last))):
            return None
        end = next((k for k in range(line.last, min(len(words), line.last + _OWNER)) if words[k] in _ENDS), None)
        subject = clauses.subject_at(self.context, line.last + 1, end) if end is not None else None
        if end is None or subject is None or (subject.last < end and words[subject.last] != ","):
            return None
        to_be = any(
            lows[k] == "to" and lows[k + 1] in {"be", "come", "follow"} for k in range(start + 1, line.last - 1)
        )
        owners = self.discourse.agents(subject)
        if not owners or not (to_be or due_in(self.context, line, (start, line.last)).end):
            return None
        return Found(owners, "committed", "owned-note", (start, line.last))

    def _is_verb(self, k: int) -> bool:
        """A finite verb, and no participle of a noun ("of approved lists") or of an infinitive ("to be answered")."""
        low, before = self.context.tokens.lows[k], self.context.tokens.lows[k - 1]
        told = clauses.is_past(low) and before not in ARTICLES and before not in PREPOSITIONS and before != "be"
        return told or (low in FINITE and low != "be")

    def _labelled(self, start: int, colon: int) -> tuple[str, ...]:
        """ "FT + NR: draft of a form": two who share a note; one alone may only tell of it."""
        subject = clauses.subject_at(self.context, start, colon)
        return self.discourse.agents(subject) if subject and subject.last == colon and len(subject.actors) > 1 else ()

    def _is_thing(self, start: int, last: int) -> bool:
        """Does a note begin with a thing that somebody makes or holds, without a verb and without a deed ("to …")?"""
        lows = self.context.tokens.lows
        if (
            not _FEWEST <= last - start <= _MOST
            or _THINGS.isdisjoint(lows[start : start + 5])
            or lows[start] in {"minutes", "the", "date"}
        ):
            return False
        subject = clauses.subject_at(self.context, start, last)
        if subject is not None and lows[subject.last : subject.last + 1] in _EXPECTING:
            return False
        if not _CUSTOMS.isdisjoint(lows[start:last]):
            return False  # "Officers normally visit within three days"
        if "next" in lows[start:last] and "meeting" in lows[start:last]:
            return False
        if any(lows[k] in FINITE or clauses.is_past(lows[k]) for k in range(start, last)):
            return False
        return not any(
            lows[k] == "to" and lows[k + 1] not in ARTICLES and k + 1 not in self.context.mention_at
            for k in range(start, last - 1)
        )

    def _owners_alone(self, first: int, last: int) -> tuple[str, ...]:
        """ "– BO.", "(LA)": names and nothing else to the end of the line."""
        subject = clauses.subject_at(self.context, first, last)
        if subject is None or any(word[0].isalnum() for word in self.context.tokens.words[subject.last : last]):
            return ()
        return self.discourse.agents(subject)
