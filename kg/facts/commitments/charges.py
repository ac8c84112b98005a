"""Whom an infinitive of a decision charges or asks: "(to instruct) the Director to report", "(to call on) the Trust for a plan".

Comes in: where the infinitive begins.  Goes out: who is asked, and for what.  The one idea: whoever stands between the verb and "to" or "for" is to act.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.words import ACTING

CHARGING = ACTING.words("charging")


class Charges(Doers):
    """Reads infinitives that charge somebody."""

    def charged(self, first: int, last: int, rule: str) -> Found | None:
        """ "(to instruct) the Director to report in June": whoever stands before "to" is asked."""
        subject = clauses.subject_at(self.context, first, last)
        if subject is None or subject.last + 1 >= last or self.context.tokens.lows[subject.last] != "to":
            return None
        return Found(self.discourse.agents(subject), "requested", rule, (subject.last + 1, last))

    def bidding(self, deed: int, last: int, rule: str) -> Found | None:
        """ "(to) instruct the Director to report", "(to) call on the Trust for a plan": what a verb that charges somebody asks for."""
        charging = self.context.tokens.lows[deed] in CHARGING
        return self.charged(deed + 1, last, rule) if charging else self._called_upon(deed, last, rule)

    def _called_upon(self, i: int, last: int, rule: str) -> Found | None:
        """ "(to) call on the Trust for a plan", "call upon it to settle": whoever stands before "to" or "for" is asked."""
        lows = self.context.tokens.lows
        if lows[i] != "call" or lows[i + 1] not in {"on", "upon"}:
            return None
        subject = clauses.subject_at(self.context, i + 2, last)
        if subject is None or subject.last + 1 >= last or lows[subject.last] not in {"to", "for"}:
            return None
        return Found(self.discourse.agents(subject), "requested", rule, (subject.last + 1, last))
