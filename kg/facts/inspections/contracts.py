"""To whom an undertaking is given: "asked X for a review", "which the Board commissioned from X", "has let a contract to X for an audit".

Comes in: a phrase, or the clause on it.  Goes out: keys of bodies, or nothing.  The one idea: whoever is asked, paid or given the contract carries it out,
and not who asks, pays or gives it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.context import Line
from kg.facts.inspections.firms import Firms
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.words import GIVEN, WORDS
from kg.facts.words import ARTICLES

_ENGAGED = WORDS.words("engaged") | {"contract"}
_ASKING = WORDS.words("asking") | WORDS.words("turning-to")
_WENT = WORDS.words("falls-to") | {"went", "gone", "goes", "passed"}
BOUGHT = WORDS.words("bought")
_CONTRACTS = frozenset({"contract", "tender", "commission", "responsibility"})
_WON = frozenset({"won", "has", "had", "holds", "held", "got", "secured", "took", "takes"})


@dataclass(slots=True)
class Contracts(Firms):
    """Finds those to whom undertakings are given."""

    def _supplier(self, line: Line, first: int, last: int) -> tuple[str, ...] | None:
        """ "which the Board has commissioned from Lark Crane": who is to do it, and not who lets it be done."""
        lows = self.context.tokens.lows
        k = next((k for k in range(first + 1, min(last, line.last)) if lows[k] == "from" and lows[k - 1] in BOUGHT), -1)
        return self._agents_from(k + 1, min(line.last, k + 10)) if k > 0 else None

    def _given(self, line: Line, first: int, last: int) -> tuple[str, ...] | None:
        """ "which has been given to Lark Crane", "which he had entrusted to his auditors": whose task it is."""
        lows = self.context.tokens.lows
        if GIVEN.isdisjoint(lows[first:last]):
            return None
        k = next((k for k in range(first + 1, line.last) if lows[k] == "to" and GIVEN & set(lows[k - 2 : k])), -1)
        return self._agents_from(k + 1, line.last) if k > 0 else None

    def _taker(self, line: Line, by: int) -> tuple[str, ...]:
        """ "entrusted by the Board to Lark Crane": to whom it is given, and not by whom."""
        lows = self.context.tokens.lows
        to = next((k for k in range(by + 2, min(line.last, by + 12)) if lows[k] in {"to", ",", ";"}), -1)
        return self._agents_from(to + 1, line.last) if to > 0 and lows[to] == "to" else ()

    def _asked_for(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "asked HI for an audit", "looks to the Council for a review": of whom it is asked."""
        lows = self.context.tokens.lows
        if lows[phrase.first - 1] != "for":
            return ()
        if found := self._asked_past_aside(line, phrase.first - 1):
            return found
        name = self.name_until(max(line.first, phrase.first - 9), phrase.first - 1)
        if name is None:
            return ()
        k = name.first - 1 - (lows[name.first - 1] in ARTICLES)
        asking = lows[k] in _ASKING or (lows[k] in {"to", "upon", "on"} and lows[k - 1] in _ASKING)
        body = self.as_body(self.context.cast.by_first[name.first]) if asking and k > line.first else None
        return (body,) if body else ()

    def _asked_past_aside(self, line: Line, at: int) -> tuple[str, ...]:
        """ "asked Lark Crane, who are not our auditors, for a review": of whom it is asked, though nothing else makes them known."""
        lows = self.context.tokens.lows
        k = next((k for k in range(at - 1, max(line.first, at - 18), -1) if lows[k] in _ASKING), -1)
        if k < 0 or k + 1 in self.context.mention_at:
            return ()
        found = self._agents_from(k + 1, at)
        return found if found and (lows[at - 1] == "," or not self.context.named_in(k + 1, at)) else ()

    def _by_contract(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "The contract for the audit went to Lark Crane", "Lark Crane won the contract for the audit": whose contract it is."""
        lows = self.context.tokens.lows
        k = next(
            (k for k in range(phrase.first - 2, max(line.first, phrase.first - 5), -1) if lows[k] in _CONTRACTS), -1
        )
        if k < 0:
            return ()
        to = next((m for m in range(phrase.last, min(line.last, phrase.last + 7)) if lows[m] == "to"), -1)
        if to > 0 and lows[to - 1] in _WENT:
            return self._agents_from(to + 1, line.last)
        if lows[k - 2] in _WON or lows[k - 1] in _WON:
            return self._last_body(line.first, k)
        return ()

    def _contracted(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "had let a contract to X for an audit", "had engaged X for a review"."""
        lows = self.context.tokens.lows
        if lows[phrase.first - 1] == "for" and _ENGAGED & set(lows[line.first : phrase.first]):
            return self._last_body(line.first, phrase.first)
        return ()
