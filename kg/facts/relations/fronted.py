"""Relationships in a relative clause whose preposition has gone before: "to which the Agency answers", "with whom it works", "over which".

Comes in: a line.  Goes out: relations.  The one idea: the preposition before "which" is the last word of a phrase of relationship whose
other words stand behind the subject of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import ARTICLES, BE, HAVE, NOT, PREPOSITIONS
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase, RelationWords
from kg.model import Relation

_WHICH = frozenset({"which", "whom"})
_BEFORE_WHICH = PREPOSITIONS | {"alongside", "beside"}
_REACH = 9
_TAKING = frozenset(
    "took takes taken inherited inherits assumed assumes acquired acquires continues continued absorbed absorbs".split()
)
_HOLDING = frozenset({"holds", "hold", "held", "owns", "own"})
_FORMING = frozenset({"form", "forms", "formed", "constitute", "constitutes"})
_NOT_SHARED = lists("relating").words("not-shared")
_FOUNDED = lists("relating").words("beginnings") | {"constituted", "brought", "opened"}
_DENYING = NOT | {"no"}
_BONDS = lists("relating").words("bonds-had")
_SHARING = Phrase((), "worksWith", turned=False, be=False, name="works-with")
_PART = Phrase((), "subOrganizationOf", turned=False, be=True, name="part")


@dataclass(slots=True)
class Fronted:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _WHICH | {"whose"}

    def at(self, m: int) -> Iterator[Relation]:
        """Every relationship that a clause with its relative pronoun at a token tells."""
        line = self.scene.line
        if self.scene.context.tokens.lows[m] == "whose":
            yield from self._whose(m)
            yield from self._whose_shares(m)
            yield from self._whose_works(m)
        elif self.scene.context.tokens.lows[m - 3 : m - 1] in (["in", "succession"], ["in", "place"]):
            yield from self._in_place(m)
        elif (
            line.first < m < line.last - 2
            and self.scene.context.tokens.lows[m - 1] in _BEFORE_WHICH
            and (ends := self._ends(m))
        ):
            yield from self._told(m, *ends)

    def _whose(self, m: int) -> Iterator[Relation]:
        """ "the Council, whose place it took": who takes what was another's comes after it."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if (
            m + 3 >= scene.line.last
            or lows[m + 1] not in scene.words.lists["functions"]
            or not (ends := self._ends(m, self._past_field(m + 2) - m - 1))
        ):
            return
        inner, outer = ends
        for k in range(inner.last, min(scene.line.last, inner.last + 4)):
            if lows[k] in _TAKING:
                group = group_at(scene.context, k, inner.last)
                if not group.negated and group.tense is not Tense.OPEN and scene.telling.so(m, k):
                    yield from (scene.made(one, "succeeds", outer.keys[0], "fronted") for one in inner.keys[:2])
                return

    def _past_field(self, k: int) -> int:
        """Behind "(whose functions) in this field", "(whose duties) under the Act": what narrows what was another's."""
        lows = self.scene.context.tokens.lows
        if lows[k] not in PREPOSITIONS or k + 1 in self.scene.context.mention_at:
            return k
        noun = k + 1 + (lows[k + 1] in ARTICLES | {"this", "that", "these", "such"})
        return noun + 1 if lows[noun][0].isalpha() and noun not in self.scene.context.mention_at else k

    def _whose_shares(self, m: int) -> Iterator[Relation]:
        """ "Lettings, whose shares the Council holds", "all of whose shares are in the hands of the Council": a part of who has them."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[m + 1] not in {"shares", "stock"}:
            return
        outer = scene.befores.antecedent(
            m - (lows[m - 1] == "of") - (lows[m - 2] in {"all", "most"})
        ) or self._capitals(m)
        inner = scene.parties.other(m + 2, scene.line.last)
        held = inner is not None and bool(_HOLDING & set(lows[inner.last : inner.last + 2]))
        if inner is None:
            near = range(m + 2, min(scene.line.last - 1, m + 9))
            by = next((k for k in near if lows[k] == "by" or lows[k - 1 : k + 1] == ["hands", "of"]), -1)
            inner, held = scene.parties.other(by + 1, scene.line.last) if by > 0 else None, by > 0
        if outer is not None and inner is not None and held and not inner.person and not outer.head:
            yield scene.made(outer.keys[0], "subOrganizationOf", inner.keys[0], "fronted")

    def _whose_works(self, m: int) -> Iterator[Relation]:
        """ "the Company, whose works the Inspectorate inspects": who inspects or oversees what is another's."""
        scene, tokens = self.scene, self.scene.context.tokens
        place = 2 if tokens.lows[m + 2] in {"at", "in", "on"} and tokens.words[m + 3][0].isupper() else 0
        if not tokens.lows[m + 1][0].isalpha() or not (ends := self._ends(m, 1 + place)):
            return
        inner, outer = ends
        k = next(
            (k for k in range(inner.last, min(scene.line.last, inner.last + 4)) if tokens.lows[k] in scene.words.verbs),
            -1,
        )
        group = group_at(scene.context, k, inner.last) if k > 0 else None
        if group is None or group.negated or group.tense is Tense.OPEN or not scene.telling.so(m, k):
            return
        for phrase in scene.words.verbs[tokens.lows[k]]:
            fits = phrase.predicate == "inspects" or (
                phrase.predicate == "oversees" and tokens.lows[m + 1] in scene.words.theirs
            )
            if not phrase.rest and not phrase.be and fits and not phrase.turned and not phrase.visits:
                yield from (scene.made(one, phrase.predicate, outer.keys[0], "fronted") for one in inner.keys[:2])
                return

    def _in_place(self, m: int) -> Iterator[Relation]:
        """ "the Board, in succession to which the Authority was formed": who was founded when another was no more."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        outer = scene.befores.antecedent(m - 2) or self._capitals(m - 3)
        inner = scene.parties.other(m + 1, scene.line.last)
        if outer is None or inner is None or outer.head or inner.head or inner.person or len(outer.keys) != 1:
            return
        founded = not _FOUNDED.isdisjoint(lows[inner.last : inner.last + 5]) and scene.telling.so(m, inner.last + 2)
        yield from (scene.made(one, "succeeds", outer.keys[0], "fronted") for one in inner.keys[:1] if founded)

    def _ends(self, m: int, noun: int = 0) -> tuple[Party, Party] | None:
        """Subject of the clause, and what "which" stands for."""
        scene = self.scene
        outer, inner = scene.befores.antecedent(m), scene.parties.other(m + 1 + noun, scene.line.last)
        outer = outer or self._capitals(m)
        if outer is None or inner is None or inner.person or not outer.keys or outer.head:
            return None
        if scene.context.tokens.lows[m + 1 + noun] == "it":
            inner = Party(self._it(m, outer) or inner.keys, inner.first, inner.last)
        return inner, outer

    def _it(self, m: int, outer: Party) -> tuple[str, ...]:
        """ "it" in such a clause: what the sentence is about, else the body named last before, but for what "which" stands for."""
        main = self.scene.befores.main()
        if main is not None and main.keys and not main.person and not set(main.keys) & set(outer.keys):
            return main.keys[:1]
        named = [key for key in self.scene.who.bodies_in(self.scene.line.first, m) if key not in outer.keys]
        return tuple(named[-1:])

    def _capitals(self, m: int) -> Party | None:
        """ "Energy Action Tweed, with which it works": names that nothing explains."""
        words, end = self.scene.context.tokens.words, m
        while end > self.scene.line.first and words[end - 1].islower():
            end -= 1
        found = (
            self.scene.parties.capitals.ending(end - (words[end - 1] in {",", "("}))
            if end > self.scene.line.first
            else None
        )
        return found if found is not None and not self.scene.parties.capitals.is_person(found) else None

    def _told(self, m: int, inner: Party, outer: Party) -> Iterator[Relation]:
        scene, tokens = self.scene, self.scene.context.tokens
        before = tokens.lows[m - 1]
        for k in range(inner.last, min(scene.line.last, inner.last + _REACH)):
            if tokens.words[k] in {",", ";", "."}:
                return
            for phrase in self._phrases(k, before, inner.last):
                group = group_at(scene.context, k, inner.last)
                lasts = phrase.predicate == "succeeds" or scene.telling.lasting(inner.last, k, scene.line.last)
                if lasts and not group.negated and group.tense is not Tense.OPEN and scene.telling.so(m, k):
                    for one in inner.keys[:2]:
                        other = outer.keys[0]
                        ends = (other, phrase.predicate, one) if phrase.turned else (one, phrase.predicate, other)
                        yield scene.made(*ends, "fronted")
                return

    def _has_bond(self, k: int) -> bool:
        """ "(with which the Patrol) has a data-sharing partnership": is what it has a bond, and not "no agreement"?"""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        near = range(k + 2, min(last, k + 7))
        end = next((m for m in near if not tokens.lows[m][0].isalpha() or tokens.lows[m] in PREPOSITIONS), k)
        return tokens.lows[end - 1] in _BONDS and _DENYING.isdisjoint(tokens.lows[k - 2 : end])

    def _phrases(self, k: int, preposition: str, first: int) -> Iterator[Phrase]:
        """The first phrase at a token that lacks just the preposition."""
        scene, tokens = self.scene, self.scene.context.tokens
        carried = (BE | _FORMING) & set(tokens.lows[first:k])
        if preposition == "of" and tokens.lows[k] in scene.words.parts - {"member"} and carried:
            yield _PART
        if preposition in {"of", "to"} and BE & set(tokens.lows[first:k]):
            yield from (name.meaning for _, name in scene.words.roles.at(tokens, k, scene.line.last))
        if preposition == "with" and tokens.lows[k] in HAVE and self._has_bond(k):
            yield _SHARING
        if preposition == "with" and tokens.lows[k] in {"share", "shares"}:
            unlike = _NOT_SHARED & set(tokens.lows[k + 1 : k + 5])
            yield from () if unlike else (_SHARING,)
        for phrase in scene.words.verbs.get(tokens.lows[k], ()):
            lacks = phrase.rest[-1:] == (preposition,) and not phrase.functions
            if lacks and scene.words.match(phrase.rest[:-1], tokens, k + 1, scene.line.last) is not None:
                if not phrase.be or BE & set(tokens.lows[first:k]):
                    yield phrase
                    return
