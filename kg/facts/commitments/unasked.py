"""What sounds like a request and asks nobody to act: "wanted it clear that", "pressed the matter no further", "hoped that it would not come to that".

Comes in: the words behind a verb of asking.  Goes out: whether they ask nobody, or somebody of whom nothing is known.  The one idea: words about what was, what is
dreaded or what is let be want no deed.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.commitments.addressees import Addressees
from kg.facts.words import ACTING, LEAVES, MODALS

_WANTED_SO = ACTING.words("wanted-so")
_ANXIOUS = frozenset({"anxious", "worried", "afraid", "fearful", "nervous"})
_PRESSING = frozenset({"pressed", "pushed", "pursued"})
_NO_MORE = (["no", "further"], ["no", "more"])
_CLAUSE = 10


class Unasked(Addressees):
    """Tells words that ask nobody to act."""

    def is_no_request(self, first: int, action: int, last: int) -> bool:
        """ "wanted it clear that", "wished her a long life", "invited Ms Bell to speak": nobody is to act after the meeting."""
        lows, verb = self.context.tokens.lows, self.context.tokens.lows[first - 1]
        if any(
            lows[k : k + 2] == ["to", "have"] and clauses.is_participle(lows[k + 2]) for k in range(first, last - 2)
        ):
            return True  # "was to have replied by June, and she would chase it"
        if verb == "raised" or (verb in _PRESSING and self._is_let_be(first, last)):
            return True  # "raised the falling number of calls"
        if verb == "wished" and not {"to", "that", "for"} & set(lows[first:last]):
            return True
        if not LEAVES.isdisjoint(lows[first : first + 4]) and lows[action - 2] in LEAVES and lows[action - 1] == "to":
            return True  # "asked for time to consult the Minister"
        if verb == "wanted" and lows[first] in {"it", "this"} and lows[first + 1] in _WANTED_SO:
            return True
        if verb in _ANXIOUS and lows[first] == "that":
            return self.is_feared(first + 1, last)
        return verb == "invited" and self.is_at_once(action, last)

    def _is_let_be(self, first: int, last: int) -> bool:
        """ "pressed the matter no further": what is asked for no more."""
        near = self.context.tokens.lows[first : min(last, first + _CLAUSE)]
        return any(near[k : k + 2] in _NO_MORE for k in range(len(near) - 1))

    def names_others(self, first: int, action: int, last: int) -> bool:
        """ "besought the Governors to close it", "wondered whether the Inspectorate might …": somebody is named of whom nothing is known."""
        tokens = self.context.tokens
        k = first
        while k < last and tokens.lows[k] in {"that", "whether", "if"}:
            k += 1
        opens = k < last and (tokens.lows[k] in {"the", "all", "both"} or tokens.words[k][0].isupper())
        if tokens.lows[first - 1] == "for" or tokens.lows[action : action + 1] == ["be"]:
            return False
        if action > k + 1 and tokens.lows[action - 1] == "to":
            return opens and all(tokens.lows[m] not in {"for", "of", "with", ","} for m in range(k, action - 1))
        return opens and k + 2 < last and tokens.words[k + 1][0].isupper() and tokens.lows[k + 2] in MODALS

    def is_dread(self, k: int, last: int) -> bool:
        """ "hoped that the idea would not be revived": what somebody would rather not see asks nobody to act."""
        lows = self.context.tokens.lows
        at = next((m for m in range(k, min(last - 1, k + _CLAUSE)) if lows[m] in {"would", "will"}), None)
        return at is not None and lows[at + 1] in {"not", "never"} and {"let", "allow"}.isdisjoint(lows[at : at + 4])

    def all_of_them(self, subject: Subject) -> bool:
        """ "wanted all of them home by Christmas": others than those who met."""
        return subject.actors[0].word == "all" and self.context.tokens.lows[subject.last - 1] == "them"
