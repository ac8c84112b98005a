"""Names that nothing explains: capitals where only a body can stand, "belongs to the Ulster Homes Group".

Comes in: the token at which such a name begins or ends.  Goes out: a :class:`Party` whose key holds its tokens until something is told of it.
The one idea: two capitals at least, and none of the words of plans, laws and papers.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.context import Context, Line
from kg.facts.relations.party import BEFORE, UNKNOWN, Party
from kg.facts.words import BE, HAVE, MODALS, PREPOSITIONS
from kg.mentions.words import LEGAL_FORMS

_NO_BODY = frozenset(
    """
    act code strategy plan scheme guidance framework policy programme protocol order regulations bill report project model charter fund
    system standard standards rules measure agreement contract policy tool database form questionnaire award awards day week month
    """.split()
)
_INNER = frozenset({"of", "and", "for", "&"})


@dataclass(frozen=True, slots=True)
class Capitals:
    """Those of one line."""

    context: Context
    line: Line

    def at(self, k: int, last: int) -> Party | None:
        """ "belongs to the Ulster Homes Group": capitals that no name explains, where only a body can stand."""
        lows = self.context.tokens.lows
        k += k < last and lows[k] in {"the", "a"}
        if k >= last or not self._is_capital(k):
            return None
        end = k
        while end < last and (
            self._is_capital(end) or (lows[end] in _INNER and end + 1 < last and self._is_capital(end + 1))
        ):
            end += 1
        end += end < last and lows[end] in LEGAL_FORMS
        names = [low for low in lows[k:end] if low not in _INNER]
        if (
            len(names) < 2
            or _NO_BODY & set(names)
            or (names[0] in self.context.lexicon.honorifics and names[0] != "royal")
        ):
            return None
        if end < last and self._goes_on(end):
            return None
        return Party((f"{UNKNOWN}{k}-{end}",), k, end)

    def _goes_on(self, end: int) -> bool:
        """Does a noun follow that the capitals only qualify ("the Summary Justice initiative")?"""
        low = self.context.tokens.lows[end]
        plain = (
            PREPOSITIONS
            | BE
            | HAVE
            | MODALS
            | {"and", "or", "but", "which", "that", "who", "last", "this", "next", "every", "each"}
        )
        return low[0].isalpha() and low not in plain and not low.endswith(("ly", "ed", "s"))

    def ending(self, end: int) -> Party | None:
        """Capitals that no name explains and that end before a token: "the Rent Officer Service"."""
        k = end
        lows = self.context.tokens.lows
        while k > self.line.first and (self._is_capital(k - 1) or (lows[k - 1] in _INNER and k < end)):
            k -= 1
        while k < end and (lows[k] in _INNER or lows[k] in BEFORE):
            k += 1
        found = self.at(k, end) if end - k > 1 else None
        return found if found is not None and found.last == end else None

    def _is_capital(self, k: int) -> bool:
        """A word in capitals that is no part of a name already known."""
        return self.context.tokens.words[k][0].isupper() and not self.context.within_name(k)
