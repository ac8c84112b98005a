"""Relationships told by a noun: "an executive agency of the Department", "its predecessor, the Board", "the Company's regulator is Ofwat".

Comes in: a line.  Goes out: relations.  The one idea: the noun says what one is to the other; "of" or a genitive names whose it is, a comma, a
form of be or a name right behind says who.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.relations.bearers import YET, Bearers
from kg.facts.relations.owners import Owners
from kg.facts.relations.party import Party
from kg.facts.words import BE, NOT
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase, RelationWords
from kg.model import Relation

_PART = Phrase((), "subOrganizationOf", turned=False, be=False, name="part")
_INSIDE = (["within"], ["inside"])
_WITHIN = (["of"], ["within"], ["inside"])
_HAS = lists("relating").words("has-parts")
_BEHIND_ROLE = frozenset({"of", "to", "in", "for", "from", "since"})
_AMONG = 8  # tokens from "among" to the noun of its phrase
_OTHERS = frozenset(
    {"partner", "sister", "neighbouring", "feeder", "other", "local", "rival", "host", "nearest", "former", "old"}
)


@dataclass(slots=True)
class Nouns(Owners, Bearers):
    """Reads one line."""

    @staticmethod
    def cues(words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return (
            words.parts
            | set(words.roles.by_first)
            | {"arm's", "company", "business"}
            | (words.kinds.keys() - words.private)
            | {"part", "own"}
        )

    def at(self, k: int) -> Iterator[Relation]:
        """Every relationship that a noun at a token tells."""
        line, words, tokens = self.scene.line, self.scene.words, self.scene.context.tokens
        role = next(words.roles.at(tokens, k, line.last), None)
        if tokens.lows[k] == "part":
            yield from self._as_part(k)
        elif tokens.lows[line.first] in {"among", "amongst"} and k - line.first < _AMONG:
            yield from self._among(k)
        elif tokens.words[k + 1] in {":", ",", "–"} and (whole := self._has(k)):
            yield from self._having(k + 2, whole)
        elif tokens.lows[k] == "own":
            yield from self._own(k)
        elif role is not None:
            yield from self._role(k, self._past_kind(role[0]), role[1].meaning)
        elif (tokens.lows[k] in {"company", "business"} and self._qualified(k, k + 1)) or (
            not self._within_role(k)
            and (
                (tokens.lows[k] in words.parts and self._is_of(k))
                or (
                    tokens.lows[k] in words.kinds
                    and tokens.lows[k + 1 : k + 2] in _INSIDE
                    and tokens.words[k].islower()
                )
                or (tokens.words[k + 1 : k + 2] == [","] and tokens.words[k].islower() and self._is_theirs(k))
            )
        ):
            yield from self._role(k, k + 1, _PART)

    def _past_kind(self, end: int) -> int:
        """Behind the noun that a role qualifies: "the successor company (to)"."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        behind = tokens.lows[end + 1] if end + 1 < last else "."
        noun = (
            end < last
            and tokens.lows[end] in self.scene.words.kinds
            and (not behind[0].isalpha() or behind in _BEHIND_ROLE)
        )
        return end + 1 if noun and not self.scene.context.within_name(end) else end

    def _is_theirs(self, k: int) -> bool:
        """ "the Trust's teaching school, the Ryburn Institute,": is it a body of theirs that a name explains?"""
        lows, words = self.scene.context.tokens.lows, self.scene.words
        near = lows[max(self.scene.line.first, k - 3) : k]
        owned = any(low.endswith(("'s", "s'")) for low in near) or bool({"its", "our"} & set(near))
        return owned and lows[k] in words.kinds and lows[k] not in words.private and not _OTHERS & set(near)

    def _own(self, k: int) -> Iterator[Relation]:
        """ "the Company's own laboratory, Kentmere Labs": what is a body's own is a part of it."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        owned = lows[k - 1].endswith(("'s", "s'")) or lows[k - 1] in {"its", "our"}
        for m in range(k + 1, min(last, k + 4)):
            if owned and lows[m] in self.scene.words.kinds and m not in self.scene.context.mention_at:
                yield from self._role(m, m + 1, _PART)
                return

    def _is_of(self, k: int) -> bool:
        """ "a unit of", "a unit within", "one of the Trust's units"."""
        lows = self.scene.context.tokens.lows
        if lows[k + 1 : k + 2] in (["in"], ["belonging"]):  # "one of nine homes in the Group"
            return {"one", "among"} & set(lows[max(0, k - 5) : k]) != set()
        return lows[k + 1 : k + 2] in _WITHIN or bool(
            any(low.endswith(("'s", "s'")) for low in lows[max(0, k - 3) : k])
            and {"of", "among", "amongst"} & set(lows[max(0, k - 7) : k])
        )

    def _has(self, k: int) -> Party | None:
        """Who has the parts that a plural at a token names: "the Board has three arms: A, B and C"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[k] not in scene.words.parts or not lows[k].endswith("s") or scene.context.within_name(k):
            return None
        verb = next((m for m in range(k - 1, max(scene.line.first, k - 5), -1) if lows[m] in _HAS), -1)
        verb -= verb > 0 and lows[verb - 1] in BE  # "is made up of"
        before = scene.befores.of(verb) if verb > 0 and not NOT & set(lows[verb - 1 : k]) else None
        told = (
            before is not None
            and not before.party.head
            and not before.party.person
            and scene.telling.so(before.first, verb)
        )
        return before.party if before is not None and told and len(before.party.keys) == 1 else None

    def _having(self, k: int, whole: Party) -> Iterator[Relation]:
        """Each of a list of at least two, or the one "of which" something is told, is a part of the whole."""
        lows = self.scene.context.tokens.lows
        k += lows[k : k + 3] == ["one", "of", "which"]
        if lows[k : k + 2] == ["of", "which"]:
            behind = lows[k - 1] == "one" and lows[k + 2] in BE  # "one of which is the Intake Unit"
            one = self.scene.parties.named(k + 2 + behind, self.scene.line.last)
            told = one is not None and not one.person and not one.head and (behind or lows[one.last] in BE)
            if one is not None and told and one.keys != whole.keys:
                yield self.scene.made(one.keys[0], "subOrganizationOf", whole.keys[0], "part")
            return
        parts = self.scene.parties.named(k, self.scene.line.last)
        if parts is not None and len(parts.keys) > 1 and not parts.person and not parts.head:
            yield from (
                self.scene.made(one, "subOrganizationOf", whole.keys[0], "part")
                for one in parts.keys
                if one != whole.keys[0]
            )

    def _among(self, k: int) -> Iterator[Relation]:
        """ "Among its own teams is the Standards Unit", "Among the homes of the Trust are A and B"."""
        owner = self.whose(k, k + 1)
        who = (
            self.behind_be(owner[2])
            if owner is not None and self.scene.context.tokens.lows[k] in self.scene.words.parts
            else None
        )
        if owner is not None and who is not None and not who.person and not who.head:
            yield from (
                self.scene.made(one, "subOrganizationOf", owner[0].keys[0], "part")
                for one in who.keys
                if one not in owner[0].keys
            )

    def _as_part(self, k: int) -> Iterator[Relation]:
        """ "as part of the Ministry the Directorate was bound": the subject behind the aside that opens a clause is a part."""
        scene, tokens, last = self.scene, self.scene.context.tokens, self.scene.line.last
        if tokens.lows[k - 1] == "now" and tokens.lows[k + 1 : k + 2] == ["of"]:
            yield from self._noted(k)
            return
        opens = k - 1 - (tokens.lows[k - 1] in {"a", "integral"})
        if tokens.lows[opens] in YET and tokens.words[opens - 1] == "," and tokens.lows[k + 1 : k + 2] == ["of"]:
            yield from self._though_part(k, opens)
            return
        if tokens.lows[opens] != "as" or tokens.lows[k + 1 : k + 2] != ["of"]:
            return
        if opens > scene.line.first and tokens.lows[opens - 1] not in {"that", ",", ";"}:
            return
        whole = scene.parties.at(k + 2, last)
        if whole is None or whole.head or whole.person or len(whole.keys) != 1:
            return
        part = scene.parties.at(whole.last + (tokens.words[whole.last] == ","), last)
        if part is None or part.head or part.person or not scene.context.tokens.lows[part.last][0].isalpha():
            return
        keys = part.keys if part.keys != whole.keys else self._named_last(opens, whole.keys)
        if len(keys) == 1 and scene.telling.so(opens, k):
            yield scene.made(keys[0], "subOrganizationOf", whole.keys[0], "part")

    def _though_part(self, k: int, opens: int) -> Iterator[Relation]:
        """ "the Registry, although part of the Ministry, decides alone": who is named before the comma is a part."""
        part, whole = self._appositive(opens), self.scene.parties.at(k + 2, self.scene.line.last)
        if part is None or whole is None or part.head or part.person or whole.head or whole.person:
            return
        if len(part.keys) == len(whole.keys) == 1 and part.keys != whole.keys:
            yield self.scene.made(part.keys[0], "subOrganizationOf", whole.keys[0], "part")

    def _noted(self, k: int) -> Iterator[Relation]:
        """ "OHS now part of the Department": a note that leaves out its "is"."""
        parties = self.scene.parties
        part, whole = parties.ending(k - 1, self.scene.line.first), parties.at(k + 2, self.scene.line.last)
        if part is None or whole is None or part.head or whole.head or part.person or whole.person:
            return
        asked = self.scene.context.tokens.lows[part.first - 1] in BE  # "Was OHS now part of the Department?"
        two = len(part.keys) == len(whole.keys) == 1 and part.keys != whole.keys
        if two and not asked and self.scene.telling.so(part.first, k):
            yield self.scene.made(part.keys[0], "subOrganizationOf", whole.keys[0], "part")

    def _named_last(self, end: int, others: tuple[str, ...]) -> tuple[str, ...]:
        """The body named last before a token, but for some."""
        named = self.scene.who.bodies_in(self.scene.line.first, end)
        return tuple(key for key in named if key not in others)[-1:]

    def _within_role(self, k: int) -> bool:
        """Is it the second word of a role ("parent body")?"""
        before = next(self.scene.words.roles.at(self.scene.context.tokens, k - 1, self.scene.line.last), None)
        return before is not None and before[0] > k

    def _role(self, k: int, end: int, role: Phrase) -> Iterator[Relation]:
        """What a noun of role at ``k`` tells of whose it is and who it is."""
        owner = self.whose(k, end) or self.understood(k, end, role)
        if owner is None:
            return
        party, first, last, of = owner
        if self.scene.context.tokens.lows[k] == "member" and any(map(self.scene.joins, party.keys)):
            return
        opens = (
            of and first - 1 == self.scene.line.first and self.scene.context.tokens.lows[first - 1] in {"as", "being"}
        )
        opens = opens or (of and (self.is_apposed_behind(last) or self.scene.context.tokens.words[last] == ":"))
        pointed = self.pointed_at(first, party)
        for who in (
            pointed,
            self.behind(last) if not of or opens else None,
            self.before(first, of=of),
            self.behind_be(last),
            self._of_fragment(first) if of else None,
        ):
            if who is None or not who.keys or who.head or who.person:
                continue
            if self.scene.telling.so(self._clause_start(first, k), k) and self._lasts(role, first, k):
                party = self._another(party, who)
                for one in who.keys:
                    for other in party.keys[:2]:
                        ends = (other, role.predicate, one) if role.turned else (one, role.predicate, other)
                        yield self.scene.made(*ends, "role" if role is not _PART else "part")
            return

    def _clause_start(self, first: int, k: int) -> int:
        """Where what may govern a role begins; nothing outside governs ", X being a subsidiary of Y"."""
        tokens, line = self.scene.context.tokens, self.scene.line
        if tokens.words[first - 1] == "," and self.scene.context.within_name(first - 2):
            return first  # "suggested that she try Ofwat, the regulator of …": told, whatever governs the rest
        if tokens.lows[first - 1] == "being" and first - 1 > line.first:
            return next((m for m in range(first - 2, line.first, -1) if tokens.words[m] in {",", ";", ":"}), line.first)
        return self.scene.befores.start(k)

    def _of_fragment(self, first: int) -> Party | None:
        """ "Marine Unit back to strength. A section of the force since 2009.": whom a sentence without a verb is said of."""
        scene = self.scene
        behind = scene.context.tokens.lows[first : scene.line.last]
        if (
            first != scene.line.first
            or behind[:1] not in (["a"], ["an"], ["one"], ["part"])
            or scene.before is None
            or BE & set(behind)
        ):
            return None
        party = scene.parties.phrases.pronouns.opening() if scene.parties.phrases.pronouns.opening else None
        return party if party is not None and len(party.keys) == 1 and not party.head else None

    def _another(self, party: Party, who: Party) -> Party:
        """ "X was dissolved and Y is its successor": "its" is not who is so called, but the body named before."""
        if party.keys != who.keys or self.scene.context.tokens.lows[party.first] not in {"its", "their"}:
            return party
        named = self.scene.who.bodies_in(self.scene.line.first, who.first)
        others = tuple(key for key in named if key not in who.keys)[-1:]
        others = others or tuple(
            key for key in self.scene.parties.phrases.pronouns.told_before() if key not in who.keys
        )
        return Party(others, party.first, party.last)

    def _lasts(self, role: Phrase, first: int, k: int) -> bool:
        return role.predicate == "succeeds" or self.scene.telling.lasting(first, k, k + 2)
