"""What two bodies have with each other: "a protocol between A and B", "has signed a concordat with B", "operate under an agreement".

Comes in: a line.  Goes out: relations.  The one idea: "between" and "with" name the other body, the subject of having or signing is the one;
a bond that is only proposed, or needed, is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.words import BE, NOT
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_RELATING = lists("relating")
_HAVING, _BINDING = _RELATING.words("having"), _RELATING.words("binding")
_OVER = frozenset({"ended", "lapsed", "expired", "collapsed", "end"})
_OPENING = 4  # tokens before a bond in a phrase that opens a sentence
_UNDER = frozenset({"under", "through", "by"})


@dataclass(slots=True)
class Bonds(Pairs):
    """Reads one line."""

    @staticmethod
    def cues(words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return words.bonds.by_first

    def at(self, k: int) -> Iterator[Relation]:
        """ "a memorandum of understanding between A and B", "has signed a protocol with B", "A and B operate under a concordat"."""
        scene, tokens = self.scene, self.scene.context.tokens
        end = next((end for end, _ in scene.words.bonds.at(tokens, k, scene.line.last)), None)
        if (
            end is None
            or not self.is_told(k)
            or {"proposed", "possible", "suggested", "draft"} & set(tokens.lows[max(scene.line.first, k - 4) : k])
        ):
            return
        between = next((m for m in range(end, min(scene.line.last - 1, end + 7)) if tokens.lows[m] == "between"), -1)
        if between >= 0 and not any(tokens.words[m] in {",", ".", ";"} for m in range(end, between)):
            party = scene.parties.other(between + 1, scene.line.last)
            if party is not None and not scene.telling.needed(party.last, scene.line.last):
                yield from self.two(party)
            return
        if tokens.lows[end : end + 1] == ["with"]:
            yield from self._with(k, end + 1)
        elif (ends := self._that_one_has(end) or self._made_by(end)) is not None:
            yield from self.pairs(*ends, "bond")
        elif k - scene.line.first <= _OPENING and tokens.lows[scene.line.first] == "under" and tokens.lows[end] != "of":
            yield from self._within_clause(end)
        elif _UNDER & set(tokens.lows[max(scene.line.first, k - 4) : k]) and (party := self.several_before(k)):
            group = group_at(scene.context, self._verb(party.last, k), scene.line.first)
            if not group.negated and group.tense is not Tense.OPEN:
                yield from self.two(party)
        elif (
            (party := self._bound(end)) or (party := self._that_they_signed(end)) or (party := self._several_having(k))
        ):
            yield from self.two(party)

    def _with(self, k: int, first: int) -> Iterator[Relation]:
        """ "has signed a protocol with B", "The Trust: partnership with B", "The partnership with B": with whom, and whose it is."""
        scene, last = self.scene, self.scene.line.last
        near = range(first, min(last, first + 3))
        other = next((party for m in near if (party := scene.parties.named(m, last))), None)
        if (
            other is None
            or other.person
            or _OVER & set(scene.context.tokens.lows[other.last : min(other.last + 4, last)])
        ):
            return
        ours = self._having(k, other.last) or self._label(k) or self._by_whom(other.last)
        ours = ours or self._under(k, other)
        if ours is None and self._is_the(k) and not scene.telling.needed(other.last, last):
            ours = self.our_own(k, other)
        if ours is not None:
            yield from self.pairs(ours, other, "bond")

    def _under(self, k: int, other: Party) -> Party | None:
        """ "Under an agreement with B, A runs the shelter": the subject behind a phrase that opens the sentence."""
        scene, tokens = self.scene, self.scene.context.tokens
        opens = k - scene.line.first <= _OPENING and not _UNDER.isdisjoint(tokens.lows[scene.line.first : k])
        if not opens or other.last >= scene.line.last:
            return None
        found = scene.parties.listed(other.last + (tokens.words[other.last] == ","), scene.line.last)
        told = found is not None and not found.person and not found.head and self.acts(found, scene.line.last)
        return found if told else None

    def _label(self, k: int) -> Party | None:
        """ "Bell Trust: (partnership with B)": who opens the sentence before a colon."""
        label = self.scene.parties.other(self.scene.line.first, k)
        opens = label is not None and self.scene.context.tokens.words[label.last] == ":"
        return label if label is not None and opens and not label.head and not label.person else None

    def _bound(self, end: int) -> Party | None:
        """ "a memorandum has bound A and B since 2013", "a protocol links A and B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        verb = next((m for m in range(end, min(scene.line.last - 1, end + 4)) if lows[m] in _BINDING), -1)
        if verb < 0:
            return None
        group = group_at(scene.context, verb, end)
        party = scene.parties.other(verb + 1, scene.line.last)
        told = not group.negated and not group.passive and group.tense is not Tense.OPEN
        return party if told and party is not None and len(party.keys) == 2 else None

    def _is_the(self, k: int) -> bool:
        """ "The (partnership with X)", opening what is told: one that there is already."""
        lows, first = self.scene.context.tokens.lows, self.scene.line.first
        the = next((m for m in range(k - 1, max(first - 1, k - 4), -1) if lows[m] in {"the", "this"}), -1)
        return the == first or (the > first and lows[the - 1] in {"that", ",", ":"})

    def _that_they_signed(self, end: int) -> Party | None:
        """ "the protocol that A and B had signed"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        k = end + (lows[end : end + 1] == [","])
        if lows[k : k + 1] not in (["that"], ["which"]):
            return None
        party = scene.parties.listed(k + 1, scene.line.last)
        behind = set(lows[party.last : party.last + 4]) if party else set()
        return party if behind & _HAVING and not NOT & behind else None

    def _that_one_has(self, end: int) -> tuple[Party, Party] | None:
        """ "the concordat that A has with B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[end : end + 1] not in (["that"], ["which"]):
            return None
        ours = scene.parties.other(end + 1, scene.line.last)
        if ours is None or ours.person or ours.head or not _HAVING & set(lows[ours.last : ours.last + 3]):
            return None
        with_ = next((m for m in range(ours.last, min(scene.line.last, ours.last + 6)) if lows[m] == "with"), -1)
        other = scene.parties.other(with_ + 1, scene.line.last) if with_ > 0 else None
        return (ours, other) if other is not None and not other.person else None

    def _by_whom(self, k: int) -> Party | None:
        """ "(the agreement with B) had been renewed by A"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        by = next((m for m in range(k + 1, min(scene.line.last - 1, k + 6)) if lows[m] == "by"), -1)
        if (
            by < 0
            or lows[by - 1] not in _HAVING | {"renewed", "extended"}
            or not BE & set(lows[k:by])
            or NOT & set(lows[k:by])
        ):
            return None
        ours = scene.parties.other(by + 1, scene.line.last)
        return ours if ours is not None and not ours.person and not ours.head else None

    def _made_by(self, end: int) -> tuple[Party, Party] | None:
        """ "the agreement reached by A with B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        ours = scene.parties.other(end + 2, scene.line.last) if lows[end] in _HAVING and lows[end + 1] == "by" else None
        if ours is None or ours.person or ours.head or lows[ours.last] != "with":
            return None
        other = scene.parties.other(ours.last + 1, scene.line.last)
        return (ours, other) if other is not None and not other.person and not other.head else None

    def _within_clause(self, end: int) -> Iterator[Relation]:
        """ "Under a memorandum A passes its data to B": the subject, and the one that its deed reaches."""
        scene, tokens = self.scene, self.scene.context.tokens
        ours = scene.parties.listed(end + (tokens.words[end] == ","), scene.line.last)
        if ours is None or ours.person or ours.head:
            return
        if len(ours.keys) == 2:
            yield from self.two(ours)
            return
        for m in range(ours.last + 1, min(scene.line.last, ours.last + 10)):
            if tokens.words[m] in {",", ";"}:
                return
            if tokens.lows[m] in {"to", "with"} and (other := scene.parties.listed(m + 1, scene.line.last)):
                yield from self.pairs(ours, other, "bond") if not other.person and not other.head else ()
                return

    def _verb(self, first: int, k: int) -> int:
        lows = self.scene.context.tokens.lows
        return next((m for m in range(first, k) if lows[m] in _UNDER), k) - 1

    def _several_having(self, k: int) -> Party | None:
        """ "A and B have signed a memorandum of understanding"."""
        lows = self.scene.context.tokens.lows
        for m in range(k - 1, max(self.scene.line.first, k - 8), -1):
            if lows[m] in _HAVING:
                group = group_at(self.scene.context, m, self.scene.line.first)
                before = self.scene.befores.of(group.first)
                if group.negated or group.modal or before is None or len(before.party.keys) != 2 or group.to >= 0:
                    return None
                return before.party
        return None

    def _having(self, k: int, after: int) -> Party | None:
        """Whose protocol it is: the subject of the clause, or of the one that the protocol is part of ("into which the force entered")."""
        scene, tokens = self.scene, self.scene.context.tokens
        for m in range(k - 1, scene.line.first - 1, -1):
            if tokens.lows[m] in _HAVING:
                group = group_at(scene.context, m, scene.line.first)
                if (
                    group.negated
                    or group.modal
                    or (group.to >= 0 and tokens.lows[group.to - 1] not in {"agreed", "agree"})
                ):
                    return None
                before = scene.befores.of(group.first)
                return before.party if before and not before.party.person and not before.party.head else None
        if owner := self.owner(k):
            return owner
        if k - scene.line.first <= 3 and (which := self._into_which(after)):
            return which
        return None

    def _into_which(self, first: int) -> Party | None:
        """ "The collaboration with B, into which A entered in 2014,"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(first, min(scene.line.last - 2, first + 10)):
            if lows[m] == "which" and lows[m - 1] in {"into", "to"}:
                return scene.parties.listed(m + 1, scene.line.last)
        return None
