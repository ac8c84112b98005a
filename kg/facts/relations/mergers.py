"""Bodies made of others: "A merged with B to form C", "A and B were combined into C", "the merger of A and B created C".

Comes in: a line.  Goes out: relations.  The one idea: what stands behind "to form" came after those that were merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_MERGED = frozenset(
    "joined merge merges merged merging amalgamate amalgamated combined united fused rolled folded bundled consolidated welded knitted".split()
)
_MERGER = frozenset({"merger", "amalgamation", "fusion", "union", "merging"})
_FORMING = frozenset(
    "form formed create created make become establish established forming creating into as produced produce".split()
)
_BIRTHS = frozenset(
    "born arose arisen sprang sprung product result fruit child outcome offspring come came created formed established set founded".split()
)
_CAME = frozenset({"came", "come", "brought"})
_REACH = 16


@dataclass(slots=True)
class Mergers:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _MERGED | _MERGER | {"together"}

    def at(self, k: int) -> Iterator[Relation]:
        """Every merger with an outcome that a word at a token tells."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        if k + 1 >= line.last:
            return
        if lows[k] in _MERGED:
            yield from self._told(self._of_verb(k), k)
        elif lows[k] == "together":
            yield from self._told(self._of_verb(k - 1), k) if lows[k - 1] in _CAME else ()
        elif lows[k + 1] in {"of", "between"}:
            merged = self.scene.parties.listed(k + 2, line.last)
            if merged is None or not merged.several:
                merged = self.scene.parties.named(k + 2, line.last)
            if merged is not None and not merged.several and lows[merged.last] == "with":
                other = self.scene.parties.named(merged.last + 1, line.last)
                merged = Party((*merged.keys, *other.keys), merged.first, other.last, several=True) if other else merged
            yield from self._told(merged, k)

    def _of_verb(self, k: int) -> Party | None:
        """Those that are merged: the subjects, with whoever stands behind "with"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        group = group_at(scene.context, k, scene.line.first)
        if group.negated or group.tense in {Tense.OPEN, Tense.BARE}:
            return None
        if lows[k + 1] in {"with", "and"} and not scene.befores.of(group.first):
            return None
        before = scene.befores.of(group.first)
        if lows[k] in _CAME:
            opens = scene.line.start
            whole = scene.parties.with_unknown(opens, k)
            return whole if whole is not None and whole.last == group.first else None
        if before is None or before.party.person or before.party.head:
            return None
        other = scene.parties.listed(k + 2, scene.line.last) if lows[k + 1] in {"with", "and"} else None
        keys = tuple(dict.fromkeys((*before.party.keys, *(other.keys if other else ()))))
        return Party(keys, before.party.first, other.last if other else k + 1)

    def _formed_when(self, old: Party) -> str | None:
        """ "C was formed when A and B merged": what was formed."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[old.first - 1] not in {"when", "after", "once"}:
            return None
        for m in range(old.first - 2, max(scene.line.first, old.first - 8), -1):
            if lows[m] in _FORMING | {"founded", "set"} or (lows[m] == "came" and lows[m + 1] in {"about", "into"}):
                before = scene.befores.of(group_at(scene.context, m, scene.line.first).first)
                return before.party.keys[0] if before and before.party.keys and not before.party.head else None
        return None

    def _born(self, k: int) -> str | None:
        """ "C was born of the union of A and B", "C is the product of a merger of A and B": what came of it."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(k - 1, max(scene.line.first, k - 8), -1):
            if lows[m] in _BIRTHS and lows[k] in _MERGER:
                if party := self._set_apart(m):
                    return party.keys[0]
                before = scene.anybody.of(group_at(scene.context, m, scene.line.first).first)
                if before is None and BE & set(lows[m - 2 : m]):
                    be = next(n for n in (m - 1, m - 2) if lows[n] in BE)
                    before = scene.befores.of(group_at(scene.context, be + 1, scene.line.first).first)
                return before.party.keys[0] if before and before.party.keys and not before.party.head else None
        return None

    def _set_apart(self, k: int) -> Party | None:
        """ "Falcon Living (the result of the merger of A and B)": the name before the mark."""
        scene, tokens = self.scene, self.scene.context.tokens
        mark = k - 1 - (tokens.lows[k - 1] in {"the", "a"})
        if mark <= scene.line.first or tokens.words[mark] not in {",", "(", "–"}:
            return None
        party = scene.parties.ending(mark, scene.line.first) or scene.parties.capitals.ending(mark)
        return party if party is not None and party.keys and not party.head and not party.person else None

    def _is_one(self, k: int) -> str | None:
        """ "C, an amalgamation of A and B,", "C is a merger of A and B": what is such a one."""
        scene, tokens = self.scene, self.scene.context.tokens
        if tokens.lows[k - 1] not in {"a", "an", "the"} or k - 2 <= scene.line.first:
            return None
        if tokens.words[k - 2] in {",", "(", "-", "–"}:
            party = scene.parties.ending(k - 2, scene.line.first) or scene.parties.capitals.ending(k - 2)
        elif tokens.lows[k - 2] in BE:
            before = scene.anybody.of(group_at(scene.context, k - 1, scene.line.first).first)
            party = before.party if before else None
        else:
            return None
        return party.keys[0] if party is not None and party.keys and not party.head and not party.person else None

    def _told(self, old: Party | None, k: int) -> Iterator[Relation]:
        scene, lows = self.scene, self.scene.context.tokens.lows
        if old is None or not scene.telling.so(scene.befores.start(k), k):
            return
        if formed := self._formed_when(old):
            yield from (scene.made(formed, "succeeds", one, "merger") for one in old.keys if formed != one)
            return
        if formed := self._born(k) or self._is_one(k):
            yield from (scene.made(formed, "succeeds", one, "merger") for one in old.keys if formed != one)
            return
        first = max(old.last, k + 1)
        for m in range(first, min(scene.line.last - 1, first + _REACH)):
            new = scene.parties.named(m + 1, scene.line.last) if lows[m] in _FORMING else None
            if new is not None:
                yield from (
                    scene.made(new.keys[0], "succeeds", one, "merger") for one in old.keys if new.keys[0] != one
                )
                return
