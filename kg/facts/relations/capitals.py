"""Names that nothing explains: capitals where only a body can stand, "belongs to the Ulster Homes Group".

Comes in: the token at which such a name begins or ends.  Goes out: a :class:`Party` whose key holds its tokens until something is told of it.
The one idea: two capitals at least, and none of the words of plans, laws and papers.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts.context import Context, Line
from kg.facts.inspections.groups import skipped
from kg.facts.relations.party import BEFORE, UNKNOWN, Party
from kg.facts.words import ADVERBS
from kg.lexicon.first_names import first_names
from kg.lexicon.lists import lists
from kg.mentions.words import FIRM_HEADS, FUNCTION_WORDS, GENERIC, LEGAL_FORMS, MONTHS, NO_BODY, PROPER_HEADS, QUARTERS
from kg.values import value

_RELATING = lists("relating")
_NO_BODY = _RELATING.words("no-body-names")
_PLACE_WORDS = _RELATING.words("place-words")
_TRADES = _RELATING.words("trades")
_INNER = frozenset({"of", "and", "for", "&"})
_PLACES = _RELATING.words("nations")
_BEHIND = FUNCTION_WORDS | ADVERBS | _RELATING.words("behind-names")
_NAMES = 3  # words of the name of a person
_RELATIVE = frozenset({"which", "that"})


@value
class Capitals:
    """Those of one line."""

    context: Context
    line: Line

    def at(self, k: int, last: int) -> Party | None:
        """ "belongs to the Ulster Homes Group": capitals that no name explains, where only a body can stand."""
        lows = self.context.tokens.lows
        k += k < last and lows[k] in {"the", "a"}
        k += k + 1 < last and lows[k] in self.context.lexicon.relations.private  # "the charity Safer Wessex"
        if k >= last or not self._is_capital(k):
            return None
        end = k
        while end < last and (
            self._is_capital(end) or (lows[end] in _INNER and end + 1 < last and self._is_capital(end + 1))
        ):
            end += 1
        end = self._apart(k, end)
        end += end < last and lows[end] in LEGAL_FORMS
        names = [low for low in lows[k:end] if low not in _INNER]
        if (
            len(names) < 2
            or (len(names) == 2 and "and" in lows[k:end])
            or _NO_BODY & set(names)
            or " ".join(names[-2:]) in GENERIC  # "the Town Hall"
            or (_PLACE_WORDS & {names[-1]} and not (names[0] in _TRADES and names[-1] in QUARTERS))
            or self._in_title(self.context.words(k, end))
            or (names[0] in self.context.lexicon.honorifics and names[0] != "royal")
        ):
            return None
        place = names[0] in QUARTERS and len(names) == 2 and names[-1] not in FIRM_HEADS
        place = place or _PLACES.issuperset(names)  # "visits to Northern Ireland"
        if place or (end < last and self._goes_on(end)):
            return None
        return Party((self._key(k, end),), k, end)

    def _apart(self, first: int, end: int) -> int:
        """Before "and" in "Kentmere Energy and Kentmere Leisure": two capitals at least on either side are two names."""
        lows = self.context.tokens.lows
        joint = next((m for m in range(first + 2, end - 2) if lows[m] in {"and", "&"}), end)
        return joint if not {"of", "for"} & set(lows[first:joint]) else end

    def _key(self, first: int, last: int) -> str:
        """The only body whose name goes on from these words ("Larkhill" for Larkhill House), else one that is yet unknown."""
        name = self.context.words(first, last)
        named = [draft.key for draft in self.context.cast.table.beginning(name, *BODIES)]
        return named[0] if len(named) == 1 else f"{UNKNOWN}{first}-{last}"

    def _in_title(self, name: str) -> bool:
        """ "the Liaison Group" at a meeting of the Food Hygiene Liaison Group: a shorter name of what meets, and of no body besides."""
        title = self.context.outline.title
        before, found, _ = title.of(self.context.text).lower().partition(f" {name.lower()}") if title else ("", "", "")
        at = len(before) - len(before.split()[-1]) if found and before.strip() else -1
        return title is not None and at >= 0 and title.of(self.context.text)[at].isupper()

    def single(self, k: int, last: int) -> Party | None:
        """ "took over from Railtrack": one such word that no name explains, and that is no first name and no month."""
        tokens = self.context.tokens
        k += k < last and tokens.lows[k] in {"the", "a"}
        if k >= last or not self._is_capital(k) or (k + 1 < last and self._is_capital(k + 1)):
            return None
        word, low = tokens.words[k], tokens.lows[k]
        proper = len(word) > 3 or (len(word) == 3 and word.isupper())
        known = low in first_names() or low in MONTHS or low in FUNCTION_WORDS or low in self.context.lexicon.honorifics
        if not proper or known or not word.isalpha() or word in NO_BODY or _NO_BODY & {low} or _PLACE_WORDS & {low}:
            return None
        end = (
            k + 1 + (k + 1 < last and tokens.lows[k + 1] in self.context.lexicon.relations.kinds)
        )  # "the ERA consortium"
        return None if end == k + 1 and end < last and self._goes_on(end) else Party((self._key(k, end),), k, end)

    def _goes_on(self, end: int) -> bool:
        """Does a noun follow that the capitals only qualify ("the Summary Justice initiative")?"""
        low = self.context.tokens.lows[end]
        verb = low in self.context.lexicon.relations.finite
        return low[0].isalpha() and low not in _BEHIND and not verb and not low.endswith(("ly", "ed", "s"))

    def ending(self, end: int) -> Party | None:
        """Capitals that no name explains and that end before a token: "the Rent Officer Service"."""
        k = end
        lows = self.context.tokens.lows
        while k > self.line.first and (self._is_capital(k - 1) or (lows[k - 1] in _INNER and k < end)):
            k -= 1
        while k < end and (lows[k] in _INNER or lows[k] in BEFORE or self._is_of_date(k)):
            k += 1
        found = self.at(k, end) if end - k > 1 else None
        return found if found is not None and found.last == end else None

    def _is_of_date(self, k: int) -> bool:
        """ "On 1 July Peak Pathology became …": is it the month of a day?"""
        lows = self.context.tokens.lows
        return lows[k] in MONTHS and lows[k - 1][0].isdigit()

    def before_verb(self, verb: int, *, apart: bool = False) -> Party | None:
        """Those that a verb is said of, past its adverbs, a relative pronoun and (``apart``) the mark before a phrase set apart."""
        tokens, k = self.context.tokens, verb
        while k > self.line.first and skipped(tokens.lows[k - 1]):
            k -= 1
        relative = tokens.lows[k - 1] in _RELATIVE
        k -= relative
        k -= (apart or relative) and tokens.words[k - 1] in {",", "("}
        return self.ending(k) if k > self.line.first else None

    def single_ending(self, end: int) -> Party | None:
        """ "that Castle (was a subsidiary of)": one such word before a token, within a sentence."""
        if end - 2 < self.line.first or self.context.tokens.lows[end - 2] not in {
            "that",
            "the",
            "and",
            "but",
            "said",
            ",",
            "how",
        }:
            return None
        return self.single(end - 1, end)

    def is_person(self, party: Party) -> bool:
        """Might these two capitals be somebody's name: no article before them, no place or sign of a firm among them?"""
        lows = self.context.tokens.lows
        names = lows[party.first : party.last]
        article = lows[party.first - 1] in {"the", "called"} or names[0] == "the"
        return (
            not article
            and names[0] in first_names()
            and names[-1] not in PROPER_HEADS
            and len(names) <= _NAMES
            and not _PLACES & set(names)
        )

    def _is_capital(self, k: int) -> bool:
        """A word in capitals that is no part of a name already known."""
        return self.context.tokens.words[k][0].isupper() and not self.context.within_name(k)
