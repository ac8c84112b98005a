"""Two bodies joined: what the rules of working together share.

Comes in: parties.  Goes out: relations of working with.  The one idea: whoever stand together as a subject or as agents work together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import ARTICLES, AUXILIARIES
from kg.model import Relation

_OPENS_CLAUSE = frozenset(
    {"that", ",", "and", "which", "but", "when", "where", "while", "because", "as", "-", ";", ":"}
)
_DONE_BY = frozenset({"work", "effort", "product", "creation", "venture", "fruit"})  # "the work of A and B together"
_GOVERNS = frozenset({"of", "with", "from", "in", "at", "for", "to"})
_NO_SUBJECT = _GOVERNS | {"by"}


@dataclass(slots=True)
class Pairs:
    """Makes the pairs of one line."""

    scene: Scene

    def is_told(self, k: int) -> bool:
        """Is what stands at a token told as a fact?"""
        return self.scene.telling.so(self._aside_start(k) or self.scene.befores.start(k), k)

    def _aside_start(self, k: int) -> int | None:
        """ "suggested that A and B, which already work (together)": a clause set apart is told, whatever is said of the rest."""
        tokens = self.scene.context.tokens
        for m in range(k - 1, max(self.scene.line.first, k - 6), -1):
            if tokens.lows[m] in {"which", "who"}:
                return m if tokens.words[m - 1] == "," else None
            if not tokens.lows[m][0].isalpha():
                return None
        return None

    def several_before(self, k: int, *, abreast: bool = False) -> Party | None:
        """The nearest two bodies before a token that are a subject or agents; ``abreast``: "handlers from A and B train (together)"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(k - 1, max(scene.line.first, k - 28) - 1, -1):
            party = scene.parties.at(m, k + 1)
            if party is None or party.person:
                continue
            whole = party if len(party.keys) > 1 else scene.parties.with_unknown(m, k + 1)
            before = lows[m - 1] if m > scene.line.first else ""
            if whole is not None and (whole.several or lows[whole.first - 1] == "and"):
                longer = scene.parties.listed_ending(whole.last, scene.line.first, loosely=True)
                whole = longer if longer is not None and len(longer.keys) > len(whole.keys) else whole
                before = lows[whole.first - 1] if whole.first > scene.line.first else ""
            by = before == "of" and lows[whole.first - 2] in _DONE_BY if whole is not None else False
            by = by or (abreast and before in {"of", "from"})
            if (
                whole is not None
                and len(whole.keys) > 1
                and (not whole.head or whole.head in scene.words.lists["staff"])
                and (by or before not in {"of", "with", "to", "from", "for", "at", "on", "upon"})
            ):
                return whole
        return None

    def owner(self, k: int) -> Party | None:
        """ "the Agency's (joint work)": whose it is, in a genitive before a token."""
        scene = self.scene
        for m in range(k - 1, max(scene.line.first - 1, k - 8), -1):
            party = scene.parties.at(m, k + 2)
            if party is not None and party.head and party.last > k:
                return Party(party.keys, m, k, person=party.person)
        return None

    def ours(self, k: int) -> Party | None:
        """The subject of the clause in which a token stands, or the agent of its passive."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(k - 1, scene.line.first - 1, -1):
            if lows[m] == "by" and "and" not in lows[m + 1 : k] and (party := scene.parties.listed(m + 1, k + 1)):
                if not AUXILIARIES.isdisjoint(lows[party.last : k]):
                    continue  # "the homes run by A were inspected jointly with B"
                return party if not party.person else None
            if lows[m] in _GOVERNS:
                continue
            party = scene.parties.at(m, k + 1)
            lead = m - 1 - (m - 1 > scene.line.first and lows[m - 1] in ARTICLES)  # "inspection of the (Trust)"
            because = lows[lead] == "for" and lows[lead - 1] in {",", ";"}  # "…, for the Agency works closely with …"
            if party is None or (lead >= scene.line.first and lows[lead] in _NO_SUBJECT and not because):
                continue
            if party.person and not party.head:
                return None
            if party.head and party.head not in scene.words.lists["staff"]:
                continue
            if self.acts(party, k):
                return scene.parties.listed_ending(party.last, scene.line.first) or party
        return None

    def our_own(self, k: int, other: Party) -> Party | None:
        """ "Still run jointly (with X)", "The partnership (with X)": of whoever speaks or meets, where nobody else is spoken of."""
        scene, before = self.scene, self.scene.before
        keys = tuple(key for key in scene.parties.phrases.pronouns.we(k) if not scene.is_called(key, "boards"))
        named = scene.who.bodies_in(scene.line.first, k)
        near = before is not None and before.passage == scene.line.passage
        named += scene.who.bodies_in(before.first, before.last) if before is not None and near else ()
        if k - scene.line.first <= 1:  # "Together with X, Y publishes …" tells of Y
            named += scene.who.bodies_in(min(other.last, scene.line.last), scene.line.last)
        lone = keys and set(named) <= {*keys, *other.keys} and not set(keys) & set(other.keys)
        opening = scene.context.tokens.lows[scene.line.first]
        return Party(keys, k, k) if lone and opening not in {"it", "they", "this", "these", "he", "she"} else None

    def acts(self, party: Party, k: int) -> bool:
        """Does a verb, or an aside with the word at ``k``, stand right behind a phrase?"""
        tokens = self.scene.context.tokens
        after = party.last
        if tokens.words[after] == "," and k - after <= 4:
            return True
        if tokens.words[after] == "," and tokens.words[party.first - 1] == ",":
            after += 1  # ", the Ryburn Institute, continues …"
        after = clauses.skip_apposition(self.scene.context, after, k) if tokens.words[after] in {",", "("} else after
        if after >= k:  # "A jointly with B", and not "ran X jointly with B"
            first = party.first
            return first == self.scene.line.first or tokens.lows[first - 1] in _OPENS_CLAUSE
        return (
            clauses.verb_group(self.scene.context, after, k) is not None
            or tokens.lows[after] in self.scene.words.finite
            or (k == self.scene.line.last and self.scene.befores.verb_behind(after))
        )

    def two(self, party: Party) -> Iterator[Relation]:
        """Each of a few with each other."""
        keys = party.keys
        if 2 <= len(keys) <= 3 and not party.person:
            for n, one in enumerate(keys):
                for other in keys[n + 1 :]:
                    yield self.scene.made(one, "worksWith", other, "together")

    def pairs(self, ours: Party, other: Party, rule: str) -> Iterator[Relation]:
        """Each of ours with each of the others."""
        for one in ours.keys[:2]:
            for two in other.keys[:2]:
                if one != two:
                    yield self.scene.made(one, "worksWith", two, rule)
