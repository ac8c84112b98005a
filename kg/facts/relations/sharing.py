"""What two bodies share or do as one: "A and B share a laboratory", "A shares its data with B", "joint work by A and B".

Comes in: a line.  Goes out: relations.  The one idea: whoever shares more than a view, a house or a border works together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.antecedents import Before
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.words import MODALS, NOT
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_UNSURE = (MODALS - {"will"}) | NOT
_RELATING = lists("relating")
_INSPECTINGS = _RELATING.words("inspectings") | {"review", "visit", "reviews", "visits"}
_EFFORTS, _NOT_SHARED, _TALKING = _RELATING.words("efforts"), _RELATING.words("not-shared"), _RELATING.words("talking")
_PAPERS, _WANTING = _RELATING.words("joint-papers"), _RELATING.words("wanting")
_VERBS = frozenset({"share", "shares", "pool", "pools", "pooled"})
_JOINT = frozenset({"joint", "shared"})
_BEHIND_SHARED = frozenset({"with", "under", "by", "through", "on", ",", "."})
_LINKS = frozenset({"of", "by", "between", "with"})
_GOVERNS = frozenset({"of", "with", "between", "to", "from", "for", "by"})


@dataclass(slots=True)
class Sharing(Pairs):
    """Reads one line."""

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _VERBS | _JOINT | {"sharing"}

    def at(self, k: int) -> Iterator[Relation]:
        """Every pair that a word at a token tells to share something."""
        lows = self.scene.context.tokens.lows
        link = self._link(k) if lows[k] == "joint" else 0
        if link:
            yield from self._effort(k, link) if self.is_told(k) else ()
        elif lows[k] == "joint" and (both := self._qualifying(k)):
            yield from self.two(both) if self.is_told(k) else ()
        else:
            yield from self._sharing(k)

    def _link(self, k: int) -> int:
        """The "of", "by", "between" or "with" behind a noun of doing ("joint sampling by"), or 0."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        for m in range(k + 1, min(last - 1, k + 4)):
            paper = lows[m] in _PAPERS and not self._wanted(k)
            if (paper or lows[m] in _EFFORTS or lows[m].endswith("ing")) and lows[m + 1] in _LINKS:
                return m + 1
            if not lows[m][0].isalpha() or m in self.scene.context.mention_at:
                return 0
        return 0

    def _wanted(self, k: int) -> bool:
        """ "asked for a (joint paper)": is it only wished for?"""
        lows = self.scene.context.tokens.lows
        return "for" in lows[max(self.scene.line.first, k - 3) : k] or not _WANTING.isdisjoint(
            lows[self.scene.line.first : k]
        )

    def _qualifying(self, k: int) -> Party | None:
        """ "a joint Ofsted and CQC inspection": two that stand before what they do as one."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        found = self.scene.parties.listed(k + 1, last)
        done = found is not None and bool((_EFFORTS | _INSPECTINGS) & set(lows[found.last : min(last, found.last + 2)]))
        return found if done and found is not None and len(found.keys) == 2 and not self._open(k) else None

    def _open(self, k: int) -> bool:
        """Is it only proposed, wished for or possible?"""
        near = set(self.scene.context.tokens.lows[self.scene.line.first : k])
        return bool(near & (_TALKING | _UNSURE | {"proposed", "possible", "suggested"}))

    def _effort(self, k: int, link: int) -> Iterator[Relation]:
        """ "joint work by A and B", "A's joint work with B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        others = scene.parties.other(link + 1, scene.line.last)
        if others is None or others.person or scene.telling.needed(others.last, scene.line.last):
            return
        behind = lows[others.last : min(scene.line.last, others.last + 5)]
        if lows[k + 1] in _PAPERS and not _WANTING.isdisjoint(behind):
            return
        if lows[link] != "with":
            yield from self.two(others)
            return
        owner = self.owner(k) or self.ours(k)
        if owner is None and scene.context.tokens.lows[scene.line.first : k] == ["the"]:
            owner = self.our_own(k, others)
        if owner is not None and not owner.person:
            yield from self.pairs(owner, others, "together")

    def _sharing(self, k: int) -> Iterator[Relation]:
        """ "A and B share a laboratory", "A and B run a joint webinar"."""
        scene, tokens = self.scene, self.scene.context.tokens
        reach = range(k + 1, min(scene.line.last, k + 6))
        behind = set(tokens.lows[k + 1 : next((m for m in reach if tokens.lows[m] in _BEHIND_SHARED), k + 6)])
        if not self.is_told(k) or (tokens.lows[k] not in _JOINT and _NOT_SHARED & behind):
            return
        if tokens.lows[k] in {"shared", "pooled"} and tokens.lows[k + 1] in {"between", "by"}:
            between = scene.parties.listed(k + 2, scene.line.last)
            yield from (
                self.two(between)
                if between and not _NOT_SHARED & set(tokens.lows[max(scene.line.first, k - 4) : k])
                else ()
            )
            return
        if tokens.lows[k] in _VERBS or (tokens.lows[k] in _JOINT and self._long_shared(k)):
            yield from self._shares(k)
            return
        first = k
        while first > scene.line.first and k - first < 8 and scene.parties.ending(first, scene.line.first) is None:
            if tokens.lows[first - 1] in _UNSURE or tokens.words[first - 1] in {",", ";"}:
                return
            first -= 1
        party = scene.parties.listed_ending(first, scene.line.first)
        if party is None or party.person or party.head or not self._commits(first, k):
            return
        if len(party.keys) == 2 and tokens.lows[party.first - 1] not in _GOVERNS:
            yield from self.two(party)

    def _long_shared(self, k: int) -> bool:
        """ "have shared a mast since 2012", "has for years shared a van with": no paper that is passed on once."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        perfect = group_at(self.scene.context, k, line.first).tense is Tense.PERFECT
        perfect = perfect or bool({"has", "have", "had"} & set(lows[max(line.first, k - 5) : k]))
        return (
            lows[k] == "shared"
            and perfect
            and bool({"since", "for", "long", "always"} & set(lows[line.first : line.last]))
        )

    def _shares(self, k: int) -> Iterator[Relation]:
        """ "A and B share a laboratory", "A shares its data with B"."""
        group = group_at(self.scene.context, k, self.scene.line.first)
        before = self.scene.befores.of(group.first)
        if before is None or len(before.party.keys) < 2:
            whole = self.scene.parties.listed_ending(group.first, self.scene.line.first, loosely=True)
            before = Before(whole, group.first) if whole is not None else before
        if (
            before is None
            or before.party.person
            or before.party.head
            or group.negated
            or group.tense is Tense.OPEN
            or group.to >= 0
        ):
            return
        if len(before.party.keys) == 2:
            yield from self.two(before.party)
        elif group.tense is not Tense.FUTURE:
            yield from self._shares_with(k, before.party)

    def _commits(self, first: int, k: int) -> bool:
        """Is the verb one of doing or agreeing to do, not of wishing or talking?"""
        between = set(self.scene.context.tokens.lows[first:k])
        return not between & _TALKING

    def _shares_with(self, k: int, party: Party) -> Iterator[Relation]:
        lows = self.scene.context.tokens.lows
        for m in range(k + 1, min(self.scene.line.last, k + 8)):
            if lows[m] == "with" and (other := self.scene.parties.other(m + 1, self.scene.line.last)):
                yield from self.pairs(party, other, "together")
                return
