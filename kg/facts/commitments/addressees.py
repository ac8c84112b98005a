"""Whom a request is put to that names nobody, or many by a common name.

Comes in: who speaks, and the words of the request.  Goes out: the agents who are asked.  The one idea: the inspecting body for an inspection, else the
other party of the meeting, else whoever spoke before.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.commitments.charges import Charges
from kg.facts.due import due_in
from kg.facts.sides import sides
from kg.facts.words import ACTING, BE, COLLECTIVES, CREWS, MATTERS_OF_TALK, OBJECTS
from kg.model import EntityType, Statement

_ON_PAPER = frozenset({"written", "copy", "copies", "sight", "draft"})
_LIMITS = frozenset({"by", "within", "before", "no", "not", "inside"})
_TO_COME = frozenset({"will", "would", "shall"})
_COMMENTED = ACTING.words("commented-on")
_GIVEN_BY_ITSELF = MATTERS_OF_TALK | {"consent", "agreement", "response", "reply", "approval", "support", "figures"}
_NEAR_BY = 7
_ASKING = frozenset({"ask", "asked", "asks", "asking", "call", "called", "calling", "calls"})
_THREE = 3
_CARRYING = ACTING.words("carrying-word")
_AT_ONCE = ACTING.words("done-at-once")
_LONG = 5

_BEFORE_PEOPLE = frozenset({"the", "its", "his", "her", "their", "all", "local"})
_HERE = ACTING.words("those-here")


class Addressees(Charges):
    """Whom a request means."""

    def spoken_to(self, speakers: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
        """Whom a request means that names nobody: the inspecting body for an inspection, else the other party, or in a larger
        meeting whoever spoke before; where something is to be done (passive), the body of that party."""
        lows = self.context.tokens.lows
        if any(low in self.context.lexicon.inspection_nouns for low in lows[first:last]) and (
            ours := self.inspectorates()
        ):
            return ours
        others = (
            self.answering(first, speakers)
            or self._third(speakers)
            or self.other_side(speakers)
            or self._others(speakers)
        )
        passive = any(lows[k] == "be" and clauses.is_participle(lows[k + 1]) for k in range(first, last - 1))
        told = lows[first : first + 1] == ["to"]
        if not passive or told or self.context.small:
            return others
        bodies = self.side_of(others)
        return others if bodies == self.house() else bodies  # of the body that meets, its officer who answers

    def unnamed(self, first: int, last: int) -> tuple[str, ...]:
        """Those of many who are asked by a common name: "urged universities to publish", "invited skippers to send"."""
        tokens = self.context.tokens
        i = first
        while i < last and tokens.lows[i] in {"all", "the", "other", "local"}:
            i += 1
        if (
            i + 2 >= last
            or tokens.lows[i + 1] != "to"
            or tokens.lows[i + 2] == "be"
            or not tokens.words[i].islower()
            or not tokens.words[i].endswith("s")
            or tokens.words[i].endswith("ss")
        ):
            return ()
        table, word = self.context.cast.resolver.table, tokens.words[i]
        if word in OBJECTS or word in COLLECTIVES or len(word) < _LONG:
            return ()
        if word in CREWS and (doers := self.discourse.work.doers or self.inspectorates()):
            return doers
        span = tokens.span(i, i + 1)
        return (table.take(f"group/{word}", EntityType.GROUP, word.capitalize(), span, "those who are asked").key,)

    def _third(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Where three meet, whoever spoke in the sentence before, be it not one of the two who met first."""
        before = tuple(key for key in self.discourse.speakers if key not in speakers)
        third = len(sides(self.context)) == _THREE and len(before) == 1 and before[0] in self.context.cast.here
        return before if third and not set(self.side_of(before)) & set(self.side_of(speakers)) else ()

    def _others(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Who spoke before; where few meet, whoever spoke before for another body than the speaker's."""
        before = tuple(key for key in self.discourse.speakers if key not in speakers)[:1]
        ours = set(self.side_of(speakers))
        if not self.context.small:
            spoken = before or tuple(key for key in reversed(self.discourse.history) if key not in speakers)[:1]
            if not set(self.side_of(spoken)) & set(self._bodies(speakers)):
                return spoken
        if before and not set(self.side_of(before)) & ours:
            return before
        return next(((key,) for key in reversed(self.discourse.history) if not set(self.side_of((key,))) & ours), ())

    def _bodies(self, agents: tuple[str, ...]) -> tuple[str, ...]:
        """The bodies of persons: whose a post is may be guessed."""
        people = (key for key in agents if self.context.type_of(key) is EntityType.PERSON)
        return tuple(body for key in people if (body := self.context.cast.body_of(key)))

    def is_at_once(self, i: int, last: int) -> bool:
        """ "invited Ms Bell to speak": what is done here and now, where no other time is given."""
        return self.deed(i, last) in _AT_ONCE and not due_in(self.context, None, (i, last)).text

    def is_by_then(self, i: int, last: int) -> bool:
        """ "invited to comment within three weeks": words that are to be sent by a day are a deed."""
        lows = self.context.tokens.lows[i : min(last, i + _NEAR_BY)]
        if "comment" in lows and "on" in lows and not _COMMENTED.isdisjoint(lows):
            return True  # "to comment on the draft"
        if "writing" in self.context.tokens.lows[i:last]:
            return True  # "to explain its reasons in writing"
        return self._is_limited(i, last)

    def _is_limited(self, i: int, last: int) -> bool:
        """Do the words name the day by which?"""
        due = due_in(self.context, None, (i, last))
        return due.end is not None and (due.text or "").split()[0].lower() in _LIMITS

    def asks_for_words(self, i: int, last: int) -> bool:
        """ "sought clarification", "asked for comments": a question; "a written reply", "a copy of the guidance" is a paper."""
        lows = self.context.tokens.lows
        near = lows[i - 1 : min(last, i + 3)]
        if near[:2] == ["for", "comments"] and lows[i - 2] not in _ASKING:
            return _COMMENTED.isdisjoint(
                lows[i : min(last, i + _NEAR_BY)]
            )  # "asked the Trust for comments on the draft"
        if not _ON_PAPER.isdisjoint(near) or not any(low in MATTERS_OF_TALK for low in near[1:]):
            return False
        # "asked for Agency comments by 3 June"
        return not (_TO_COME.isdisjoint(lows[i:last]) and self._is_limited(i, last))

    def whose(self, first: int, last: int) -> tuple[str, ...]:
        """ "asked for the Agency's views", "sought the Trust's consent": the body whose words are asked for."""
        lows = self.context.tokens.lows
        k = next((k for k in range(first, min(last, first + 3)) if k in self.context.mention_at), None)
        owner = self.context.mention_at[k] if k is not None else None
        if owner is None or owner.last >= last or not lows[owner.last - 1].endswith(("'s", "s'")):
            return ()
        if "see" in lows[first - 1 : owner.first]:
            return ()  # "keen to see the Agency's reply": of whoever has it
        key = self.context.cast.by_first[owner.first]
        asked = self.context.type_of(key) in BODIES and lows[owner.last] in _GIVEN_BY_ITSELF
        return (self.discourse.canonical(key),) if asked else ()

    def put_to(self, k: int) -> tuple[str, ...]:
        """ "Her plea to the Agency was that it sit down with them": to whom the request was put, before "was that"."""
        lows = self.context.tokens.lows
        if lows[k - 1] != "that" or lows[k - 2] not in BE:
            return ()
        subjects = (clauses.subject_at(self.context, m + 1, k - 2) for m in range(k - 4, k - 9, -1) if lows[m] == "to")
        return next((self.discourse.agents(one) for one in subjects if one is not None and one.last == k - 2), ())

    def other_two(self, subject: Subject, report: Statement) -> tuple[str, ...]:
        """ "called on both organisations to …": of three that meet, the two that the speaker is not of."""
        met = sides(self.context)
        if subject.actors[0].word != "both bodies" or len(met) != _THREE:
            return ()
        others = tuple(side for side in met if not {side, *met[side]} & set(report.speakers))
        return others if len(others) == _THREE - 1 else ()

    def tells_others(self, i: int, last: int) -> bool:
        """ "asked Miss Bevan to tell the Director", "to tell applicants how long it takes": word that is to be carried to others is a deed."""
        lows = self.context.tokens.lows
        at = next((k for k in range(i, min(last - 1, i + 3)) if lows[k] in _CARRYING), None)
        actor = clauses.actor_at(self.context, at + 1, last) if at is not None else None
        if at is not None and actor is None:
            who = at + 1 + (lows[at + 1] in _BEFORE_PEOPLE)
            return self.context.tokens.words[who].islower() and lows[who].endswith("s") and lows[who] not in _HERE
        return actor is not None and actor.key is not None and actor.key not in self.context.cast.here
