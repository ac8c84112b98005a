"""Whose a noun of role is: "of the Department", "the Trust's", "its", or, of "is the regulator", the body of the sentence before.

Comes in: the token of a noun.  Goes out: the owner with where the phrase begins and ends, and whether "of" names it.  The one idea: "of" behind
the noun comes before a genitive in front of it, and that before a pronoun.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase

_OF = frozenset({"of", "to", "for", "within", "inside"})
_OPENS = frozenset({"a", "an", "the", "that", "one", "its", "itself", "now", "also"})
CARRIES = BE | lists("relating").words("linking")  # what stands between a body and what it is
_BEFORE_OWNER = CARRIES | {"(", "–"}
_IN_WHAT = frozenset({"law", "title", "effect", "name", "function", "interest", "practice", "office"})
Owned = tuple[Party, int, int, bool]


@dataclass(slots=True)
class Placed:
    """What both sides of a noun are read from."""

    scene: Scene


@dataclass(slots=True)
class Owners(Placed):
    """Finds the owners of one line."""

    def understood(self, k: int, end: int, role: Phrase) -> Owned | None:
        """ "Who watches the Office? The Ministry is its …", "Ofwat is the regulator": of the body that the sentence before tells of."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        if role.predicate == "subOrganizationOf" and lows[k - 1] == "a" and self.scene.context.tokens.words[end] == ",":
            return self._ours(k, end)
        closed = end >= line.last or not lows[end][0].isalpha()
        first = next((m for m in range(k, max(line.first, k - 3), -1) if lows[m] == "the"), -1)
        if not closed or first < 0 or lows[first - 1] not in BE or role.predicate not in {"oversees", "inspects"}:
            return None
        keys = self.scene.parties.phrases.pronouns.told_before()
        return (Party(keys, first, end), first, end, True) if keys else None

    def _ours(self, k: int, end: int) -> Owned | None:
        """ "Our shops are run by a subsidiary, X,": of those who speak of what is theirs."""
        line, lows = self.scene.line, self.scene.context.tokens.lows
        our = next((m for m in range(line.first, k) if lows[m] in {"our", "we"}), -1)
        keys = self.scene.parties.phrases.pronouns.we(our) if our >= 0 else ()
        return (Party(keys, k - 1, end), k - 1, end, False) if keys else None

    def whose(self, k: int, end: int) -> Owned | None:
        """Whose it is, where the phrase begins and ends, and whether "of" names them."""
        tokens, line = self.scene.context.tokens, self.scene.line
        of = self._past_aside(end)
        part = tokens.lows[k] in self.scene.words.parts
        plural = of < line.last and part and "one" in tokens.lows[max(line.first, k - 5) : k]
        of += plural and tokens.lows[of : of + 2] == ["belonging", "to"]
        if (
            of < line.last
            and (tokens.lows[of] in _OF or (plural and tokens.lows[of] == "in"))
            and (party := self.scene.parties.named(of + 1, line.last))
        ):
            told = not party.head and not party.person and party.keys
            return (party, self._phrase_start(k), party.last, True) if told else None
        if qualified := self._qualified(k, end):
            return qualified
        for m in range(max(line.first, k - 9), k):
            party = self.scene.parties.at(m, line.last)
            if party is None or party.last < k or party.person or not party.head or party.first >= k:
                continue
            marked = any(word in {",", "(", ";"} for word in tokens.words[m:k])
            return None if marked else (Party(party.keys, m, k), m, end, False)
        return self._its(k, end)

    def _qualified(self, k: int, end: int) -> Owned | None:
        """ "a FirstGroup company", "the Lagan Homes subsidiary": a name between the article and the noun."""
        context = self.scene.context
        named = context.name_around(k - 1)
        if named is None or named.last != k or context.tokens.lows[named.first - 1] not in {"a", "an", "the"}:
            return None
        party = self.scene.parties.at(named.first, k)
        told = party is not None and not party.head and not party.person and len(party.keys) == 1
        return (party, named.first - 1, end, True) if party is not None and told else None

    def _past_aside(self, end: int) -> int:
        """Behind ", under the Ordinance of 2013," where "of" or "to" goes on."""
        tokens = self.scene.context.tokens
        if tokens.lows[end : end + 1] == ["in"] and tokens.lows[end + 1] in _IN_WHAT and tokens.lows[end + 2] in _OF:
            return end + 2  # "the successor in law to the Board"
        if tokens.words[end : end + 1] != [","]:
            return end
        close = next((m for m in range(end + 1, min(self.scene.line.last - 1, end + 12)) if tokens.words[m] == ","), -1)
        return close + 1 if close > 0 and tokens.lows[close + 1] in _OF else end

    def _its(self, k: int, end: int) -> Owned | None:
        """ "its predecessor", "its sponsoring department"."""
        lows = self.scene.context.tokens.lows
        for m in range(k - 1, max(self.scene.line.first, k - 3) - 1, -1):
            if lows[m] in {"its", "their", "whose", "our"}:
                keys = self._meant(m) if lows[m] != "our" else self.scene.parties.phrases.pronouns.we(m)
                return (Party(keys, m, k), m, end, False) if keys else None
        return None

    def _meant(self, its: int) -> tuple[str, ...]:
        """The body that "its" stands for: the subject of its clause, else the one named last before it."""
        if self.scene.context.tokens.lows[its] == "whose":
            found = self.scene.befores.antecedent(its)
            return found.keys if found else ()
        bodies = self.scene.who.subject_before(self.scene.line, self.scene.line.first, its)
        if "that" in self.scene.context.tokens.lows[its - 1 : its]:  # "that the Trust has done it, and that its arm …"
            bodies = self.scene.who.clause_before(self.scene.line, its) or bodies
        named = self.scene.who.bodies_in(self.scene.line.first, its)
        topic = self.scene.who.discourse.topic
        told = self.scene.parties.phrases.pronouns.told_before
        return bodies[:1] or named[-1:] or ((topic,) if topic else told())

    def _phrase_start(self, k: int) -> int:
        """The article that opens "an executive non-departmental public body"."""
        lows, first = self.scene.context.tokens.lows, self.scene.line.first
        m = k
        while (
            m > first
            and k - m < 8
            and lows[m - 1] not in _BEFORE_OWNER
            and lows[m - 1] not in {":", "="}
            and not (lows[m - 1] == "," and (m == k or lows[m] in _OPENS))
        ):
            m -= 1
            if lows[m] in {"a", "an", "the", "this"} or lows[m - 1 : m + 1] == [",", "that"]:
                break
        if lows[m - 2 : m] == ["one", "of"]:
            m -= 2
        m -= 2 * (lows[m - 2 : m] in (["at", "present"], ["in", "law"], ["in", "effect"]))
        while m > first and lows[m - 1] in {
            "itself",
            "ourselves",
            "themselves",
            "now",
            "also",
            "merely",
            "only",
            "still",
        }:
            m -= 1
        return m
