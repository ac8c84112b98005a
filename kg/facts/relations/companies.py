"""Two bodies that a single word puts side by side: "With B we run a drop-in", "run by A on behalf of B", "seconded from A to B".

Comes in: a line.  Goes out: relations.  The one idea: "with" before the subject, "on behalf of", "seconded" and "partners in" each join two that
stand apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.antecedents import Before
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.words import BE
from kg.lexicon.lists import lists
from kg.model import Relation

_DEEDS = lists("relating").words("joint-deeds")
_WORKS = frozenset({"work", "project"})
_ACTING = frozenset({"act", "acts", "acted", "acting", "works", "operates", "inspects", "prosecutes"})
_DOING = frozenset({"doing", "does", "did", "done", "do"})


@dataclass(slots=True)
class Companies(Pairs):
    """Reads one line."""

    def opening_with(self, k: int) -> Iterator[Relation]:
        """ "With Lomond Carers we run a drop-in", "the work that A is doing with B"."""
        scene, tokens = self.scene, self.scene.context.tokens
        if k == scene.line.first:
            other = scene.parties.other(k + 1, scene.line.last)
            ours = (
                scene.parties.listed(other.last + (tokens.words[other.last] == ","), scene.line.last) if other else None
            )
            deed = tokens.lows[ours.last : ours.last + 3] if ours else []
            if ours and other and not (ours.person or other.person or other.head) and _DEEDS & set(deed):
                yield from self.pairs(ours, other, "together")
        elif tokens.words[k - 1] == ",":
            yield from self._with_apart(k)
        elif tokens.lows[k - 1] == "work" and (owner := self.owner(k - 1)):
            other = scene.parties.other(k + 1, scene.line.last)
            told = other is not None and not other.person and not other.head and not owner.person and self.is_told(k)
            yield from self.pairs(owner, other, "together") if told and other else ()
        elif (
            tokens.lows[k - 1] in _DOING
            and (ours := self._of_work(k))
            and (other := scene.parties.listed(k + 1, scene.line.last))
        ):
            yield from self.pairs(ours, other, "together") if not other.person and self.is_told(k) else ()

    def _with_apart(self, k: int) -> Iterator[Relation]:
        """ "Cruse, with the Trust, had produced a leaflet": one that is named between commas before what both do."""
        scene, tokens = self.scene, self.scene.context.tokens
        other = scene.parties.other(k + 1, scene.line.last)
        if other is None or other.person or other.head or other.last + 2 >= scene.line.last or not self.is_told(k):
            return
        ours = scene.parties.ending(k - 1, scene.line.first) or scene.parties.capitals.ending(k - 1)
        deed = tokens.lows[other.last + 1 : other.last + 4] if tokens.words[other.last] == "," else []
        if ours is not None and not ours.person and not ours.head and not _DEEDS.isdisjoint(deed):
            yield from self.pairs(ours, other, "together")

    def _of_work(self, k: int) -> Party | None:
        """ "the work that A is doing (with)": who does it."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(k - 2, max(scene.line.first, k - 12), -1):
            if lows[m] in {"that", "which"} and lows[m - 1] in _WORKS:
                found = scene.parties.listed(m + 1, k)
                return found if found is not None and not found.person and not found.head else None
        return None

    def as_partners(self, k: int) -> Iterator[Relation]:
        """ "A and B are partners in the survey"."""
        lows = self.scene.context.tokens.lows
        be = next((m for m in range(k - 1, max(self.scene.line.first, k - 4), -1) if lows[m] in BE), -1)
        group = group_at(self.scene.context, be + 1, self.scene.line.first) if be > 0 else None
        if group is None or group.negated or group.tense is Tense.OPEN or not self.is_told(k):
            return
        before = self.scene.anybody.of(group.first)
        if before is None or len(before.party.keys) < 2:
            whole = self.scene.parties.listed_ending(group.first, self.scene.line.first, loosely=True)
            before = Before(whole, group.first) if whole is not None else None
        if before is not None and len(before.party.keys) > 1 and not before.party.head:
            yield from self.two(before.party)

    def on_behalf(self, k: int) -> Iterator[Relation]:
        """ "run by A on behalf of B", "taught on B's behalf by A"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[k + 1 : k + 2] == ["of"]:
            acting = lows[k - 2] in _ACTING and lows[k - 1] == "on"
            whom = scene.parties.at(k + 2, scene.line.last)
            ours = self._agent_before(k) or (self.ours(k - 1) if acting else None)
        else:
            whom = next(
                (
                    party
                    for m in range(k - 1, max(scene.line.first, k - 8), -1)
                    if (party := scene.parties.at(m, k + 1)) and party.last >= k
                ),
                None,
            )
            ours = scene.parties.at(k + 2, scene.line.last) if lows[k + 1 : k + 2] == ["by"] else None
        told = whom is not None and ours is not None and not whom.person and not ours.person and not ours.head
        if told and whom is not None and ours is not None and self.is_told(k):
            yield from self.pairs(ours, whom, "together")

    def _agent_before(self, k: int) -> Party | None:
        """ "by A on (behalf of)"."""
        found = self.scene.parties.ending(k - 1, self.scene.line.first)
        return found if found is not None and self.scene.context.tokens.lows[found.first - 1] == "by" else None

    def seconded(self, k: int) -> Iterator[Relation]:
        """ "seconded from A to B", "on secondment from A to B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        ends = [
            party
            for m in range(k + 1, min(scene.line.last, k + 16))
            if lows[m] in {"from", "to", "by"} and (party := scene.parties.at(m + 1, scene.line.last))
        ]
        if len(ends) == 2 and self.is_told(k) and not any(party.person for party in ends):
            yield from self.pairs(ends[0], ends[1], "secondment")
