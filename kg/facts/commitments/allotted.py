"""What is put into somebody's hands: "The wording was left with Ms Bell", "the Clerk has it in hand", "…, Mr Stone to lead", "thanked her for offering to host it".

Comes in: a sentence.  Goes out: what somebody has taken on by it.  The one idea: the deed is a thing or an infinitive, and whoever has it stands right beside the
word that gives it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.commitments.addressees import Addressees
from kg.facts.commitments.found import Found
from kg.facts.context import Line
from kg.facts.due import due_in, is_past
from kg.facts.signs import sign
from kg.facts.words import ACTING, ADVERBS, ARTICLES, AUXILIARIES, INTAKES, OWNERS, SAYINGS

_ASSIGNED = ACTING.words("assigned")
_RESTING = ACTING.words("resting")
_PROMISING = ACTING.words("promising")
_NO_DEEDS = SAYINGS | INTAKES
_TASKS = ACTING.words("tasks")
_PAST_RESTING = frozenset({"rested", "lay"})
_FIRM = frozenset({"will", "would", "shall", "to"})
_FALLING = frozenset({"fell", "falls", "fall"})
_GIVEN = sign(_FALLING | _ASSIGNED | _RESTING | _PROMISING | {"hand", "to"})
_GONE = frozenset({"was", "were", "been", "be"})
_DEFINITE = frozenset("the this that these those it all".split())
_PAUSES = frozenset({",", ";", "–"})
_NEAR, _THING = 7, 6  # tokens


class Allotted(Addressees):
    """Reads what is left with somebody, or taken on by the way."""

    def read(self, line: Line) -> Iterator[Found]:
        """What is put into somebody's hands in one sentence."""
        if not line.signs & _GIVEN:
            return
        lows = self.context.tokens.lows
        for k in self.context.showing(_GIVEN, line.first + 1, line.last - 1):
            if lows[k] == "to":
                found = self._trailing(line, k)
            elif lows[k] in _ASSIGNED:
                found = self._assigned(line, k)
            elif lows[k] in _FALLING:
                found = self._falls(line, k)
            elif lows[k] in _PROMISING:
                found = self._thanked(line, k)
            elif lows[k] == "hand":
                found = self._in_hand(line, k)
            else:
                found = self._rests(line, k)
            if found is not None:
                yield found

    def _assigned(self, line: Line, k: int) -> Found | None:
        """ "The choice of a day was delegated to the Chair", "the wording was left with Ms Bell", "it was remitted back to the Clerk"."""
        lows, to = self.context.tokens.lows, k + 1 + (self.context.tokens.lows[k + 1] in {"back", "over"})
        if to >= line.last or (lows[to] != "to" and (lows[k] != "left" or lows[to] != "with")):
            return None
        be = next((m for m in range(k - 1, max(line.first, k - 3), -1) if lows[m] not in ADVERBS), k)
        if lows[be] not in _GONE or lows[be - 1] == "it" or clauses.subject_at(self.context, line.first, be):
            return None
        taker = clauses.subject_at(self.context, to + 1, line.last)
        if taker is None or (taker.last < line.last and lows[taker.last] == "to"):
            return None
        return Found(self.discourse.agents(taker), "committed", "assigned", (line.first, line.last))

    def _falls(self, line: Line, k: int) -> Found | None:
        """ "The drafting fell to Ms Bell", "responsibility for it would fall to the Clerk": a task that is the sentence's subject."""
        lows = self.context.tokens.lows
        taker = clauses.subject_at(self.context, k + 2, line.last) if lows[k + 1] == "to" else None
        task = lows[line.start : k]
        named = not _TASKS.isdisjoint(task) or any(low.endswith("ing") for low in task)
        if taker is None or not named or clauses.subject_at(self.context, line.start, k):
            return None
        if is_past(self.context, line) or (lows[k] != "fell" and lows[k - 1] not in _FIRM):
            return None  # "In 2012 the task fell to the Board", "The task falls to the Board": a standing duty
        return Found(self.discourse.agents(taker), "committed", "falls-to", (line.first, line.last))

    def _rests(self, line: Line, k: int) -> Found | None:
        """ "Responsibility for it would rest with the Clerk", "its drafting rests with Ms Bell, who has until 20 April"; no standing duty."""
        lows = self.context.tokens.lows
        holder = clauses.subject_at(self.context, k + 2, line.last) if lows[k + 1] == "with" else None
        if holder is None or clauses.subject_at(self.context, line.first, k):
            return None
        charged = (
            lows[k] in _PAST_RESTING and not _TASKS.isdisjoint(lows[line.start : k]) and not is_past(self.context, line)
        )
        if lows[k - 1] not in _FIRM and not charged and due_in(self.context, line, (k, line.last)).end is None:
            return None
        return Found(self.discourse.agents(holder), "committed", "rests-with", (line.first, line.last), when=k)

    def _in_hand(self, line: Line, k: int) -> Found | None:
        """ "Ms Bell has the follow-up in hand", "the Clerk already had this in hand": what somebody is seeing to."""
        lows = self.context.tokens.lows
        if lows[k - 1] != "in" or lows[k + 1] == "to":
            return None
        have = next(
            (m for m in range(k - 2, max(line.first, k - _NEAR), -1) if lows[m] in {"has", "have", "had"}), None
        )
        thing = lows[have + 1 : k - 1] if have is not None else []
        if have is None or not thing or not (thing[0] in _DEFINITE or thing[0] in OWNERS) or "funds" in thing:
            return None
        owner = self._before(line, have)
        return Found(owner, "planned", "in-hand", (have + 1, line.last)) if owner else None

    def _before(self, line: Line, k: int) -> tuple[str, ...]:
        """The agents that end right before a token, adverbs between."""
        lows = self.context.tokens.lows
        while k > line.first and lows[k - 1] in ADVERBS:
            k -= 1
        subjects = (clauses.subject_at(self.context, m, k) for m in range(max(line.first, k - _NEAR), k))
        return next((self.discourse.agents(one) for one in subjects if one is not None and one.last == k), ())

    def _thanked(self, line: Line, k: int) -> Found | None:
        """ "thanked Mr Stone for offering to show her round", "was grateful to the Trust for agreeing to pay"."""
        lows = self.context.tokens.lows
        if lows[k - 1] != "for" or lows[k + 1] != "to" or k + 3 >= line.last or lows[k + 2] in _NO_DEEDS:
            return None
        giver = self._before(line, k - 1)
        return Found(giver, "committed", "thanked-for", (k + 2, line.last)) if giver else None

    def _trailing(self, line: Line, k: int) -> Found | None:
        """ "Training is to be arranged, Mr Stone to lead": who is to do it stands behind the last comma, with an infinitive."""
        context, lows, deed = self.context, self.context.tokens.lows, k + 1
        begin = max(line.first + 2, k - _THING + 1)
        if _PAUSES.isdisjoint(lows[begin : k - 1]):
            return None
        comma = next(m for m in range(k - 2, begin - 1, -1) if lows[m] in _PAUSES)
        if not context.tokens.words[deed].islower() or lows[deed] in ARTICLES or lows[deed] == "be":
            return None
        subject = clauses.subject_at(context, comma + 1, k)
        if subject is None or subject.last != k or any(actor.key is None for actor in subject.actors):
            return None
        before = range(line.first, comma)
        told = any(lows[m] in AUXILIARIES or clauses.is_past(lows[m]) for m in before)
        asking = any(bond.open and not bond.copula for m in before for bond in context.lexicon.bonds.get(lows[m], ()))
        listed = any(context.mention_at[m].last == comma for m in context.named_in(line.first, comma))
        if not told or asking or listed or {",", ";"} & set(lows[k : line.last]):
            return None
        return Found(self.discourse.agents(subject), "committed", "to-act", (deed, line.last))
