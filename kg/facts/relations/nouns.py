"""Relationships told by a noun: "an executive agency of the Department", "its predecessor, the Board", "the Company's regulator is Ofwat".

Comes in: a line.  Goes out: relations.  The one idea: the noun says what one is to the other; "of" or a genitive names whose it is, a comma, a
form of be or a name right behind says who.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE
from kg.lexicon.relations import Phrase, RelationWords
from kg.model import Relation

_PART = Phrase((), "subOrganizationOf", turned=False, be=False, name="part")
_OF = frozenset({"of", "to", "for", "within", "inside"})
_WITHIN = (["of"], ["within"], ["inside"])
_OPENS = frozenset({"a", "an", "the", "one", "its", "itself", "now", "also"})
_OTHERS = frozenset(
    {"partner", "sister", "neighbouring", "feeder", "other", "local", "rival", "host", "nearest", "former", "old"}
)
_YET = frozenset({"though", "although", "while", "albeit", "itself", "still", "themselves"})
_FOUNDED = frozenset({"set", "established", "constituted", "founded", "created", "formed", "launched", "reconstituted"})
_CARRIES = BE | {"became", "become", "remains", "as", "becoming", "remained"}


@dataclass(slots=True)
class Nouns:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return words.parts | set(words.roles.by_first) | (words.kinds.keys() - words.private) | {"part", "own"}

    def at(self, k: int) -> Iterator[Relation]:
        """Every relationship that a noun at a token tells."""
        line, words, tokens = self.scene.line, self.scene.words, self.scene.context.tokens
        role = next(words.roles.at(tokens, k, line.last), None)
        if tokens.lows[k] == "part":
            yield from self._as_part(k)
        elif tokens.lows[k] == "own":
            yield from self._own(k)
        elif role is not None:
            yield from self._role(k, role[0], role[1].meaning)
        elif not self._within_role(k) and (
            (tokens.lows[k] in words.parts and self._is_of(k))
            or (tokens.words[k + 1 : k + 2] == [","] and tokens.words[k].islower() and self._is_theirs(k))
        ):
            yield from self._role(k, k + 1, _PART)

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
        return lows[k + 1 : k + 2] in _WITHIN or bool(
            any(low.endswith(("'s", "s'")) for low in lows[max(0, k - 3) : k])
            and {"of", "among", "amongst"} & set(lows[max(0, k - 7) : k])
        )

    def _as_part(self, k: int) -> Iterator[Relation]:
        """ "as part of the Ministry the Directorate was bound": the subject behind the aside that opens a clause is a part."""
        scene, tokens, last = self.scene, self.scene.context.tokens, self.scene.line.last
        opens = k - 1 - (tokens.lows[k - 1] in {"a", "integral"})
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
        owner = self._whose(k, end) or self._understood(k, end, role)
        if owner is None:
            return
        party, first, last, of = owner
        if self.scene.context.tokens.lows[k] == "member" and any(map(self.scene.joins, party.keys)):
            return
        opens = (
            of and first - 1 == self.scene.line.first and self.scene.context.tokens.lows[first - 1] in {"as", "being"}
        )
        opens = opens or (of and self._is_apposed_behind(last))
        pointed = self._pointed_at(first, party)
        for who in (
            pointed,
            self._behind(last) if not of or opens else None,
            self._before(first, of=of),
            self._behind_be(last),
        ):
            if who is None or not who.keys or who.head or who.person:
                continue
            if self.scene.telling.so(self.scene.befores.start(k), k) and self._lasts(role, first, k):
                party = self._another(party, who)
                for one in who.keys:
                    for other in party.keys[:2]:
                        ends = (other, role.predicate, one) if role.turned else (one, role.predicate, other)
                        yield self.scene.made(*ends, "role" if role is not _PART else "part")
            return

    def _pointed_at(self, first: int, owner: Party) -> Party | None:
        """ "This unit of the Agency …": what the sentence before told of."""
        if self.scene.context.tokens.lows[first] != "this":
            return None
        keys = tuple(key for key in self.scene.parties.phrases.pronouns.told_before() if key not in owner.keys)
        return Party(keys, first, first + 1) if keys else None

    def _is_apposed_behind(self, k: int) -> bool:
        """ "The economic regulator of the Company, Ofwat, was …": does a name between commas stand behind?"""
        words, party = self.scene.context.tokens.words, None
        if k + 1 < self.scene.line.last and words[k] == ",":
            party = self.scene.parties.named(k + 1, self.scene.line.last)
        return party is not None and not party.several and words[party.last] == ","

    def _another(self, party: Party, who: Party) -> Party:
        """ "X was dissolved and Y is its successor": "its" is not who is so called, but the body named before."""
        if party.keys != who.keys or self.scene.context.tokens.lows[party.first] not in {"its", "their"}:
            return party
        named = self.scene.who.bodies_in(self.scene.line.first, who.first)
        return Party(tuple(key for key in named if key not in who.keys)[-1:], party.first, party.last)

    def _lasts(self, role: Phrase, first: int, k: int) -> bool:
        return role.predicate == "succeeds" or self.scene.telling.lasting(first, k, k + 2)

    def _understood(self, k: int, end: int, role: Phrase) -> tuple[Party, int, int, bool] | None:
        """ "Who watches the Office? The Ministry is its …", "Ofwat is the regulator": of the body that the sentence before tells of."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        closed = end >= line.last or not lows[end][0].isalpha()
        first = next((m for m in range(k, max(line.first, k - 3), -1) if lows[m] == "the"), -1)
        if not closed or first < 0 or lows[first - 1] not in BE or role.predicate not in {"oversees", "inspects"}:
            return None
        keys = self.scene.parties.phrases.pronouns.told_before()
        return (Party(keys, first, end), first, end, True) if keys else None

    # ── whose ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _whose(self, k: int, end: int) -> tuple[Party, int, int, bool] | None:
        """Whose it is, where the phrase begins and ends, and whether "of" names them."""
        tokens, line = self.scene.context.tokens, self.scene.line
        of = self._past_aside(end)
        if of < line.last and tokens.lows[of] in _OF and (party := self.scene.parties.named(of + 1, line.last)):
            told = not party.head and not party.person and party.keys
            return (party, self._phrase_start(k), party.last, True) if told else None
        for m in range(max(line.first, k - 9), k):
            party = self.scene.parties.at(m, line.last)
            if party is None or party.last < k or party.person or not party.head or party.first >= k:
                continue
            marked = any(word in {",", "(", ";"} for word in tokens.words[m:k])
            return None if marked else (Party(party.keys, m, k), m, end, False)
        return self._its(k, end)

    def _past_aside(self, end: int) -> int:
        """Behind ", under the Ordinance of 2013," where "of" or "to" goes on."""
        tokens = self.scene.context.tokens
        if tokens.words[end : end + 1] != [","]:
            return end
        close = next((m for m in range(end + 1, min(self.scene.line.last - 1, end + 12)) if tokens.words[m] == ","), -1)
        return close + 1 if close > 0 and tokens.lows[close + 1] in _OF else end

    def _its(self, k: int, end: int) -> tuple[Party, int, int, bool] | None:
        """ "its predecessor", "its sponsoring department"."""
        lows = self.scene.context.tokens.lows
        for m in range(k - 1, max(self.scene.line.first, k - 3) - 1, -1):
            if lows[m] in {"its", "their", "whose"}:
                keys = self._meant(m)
                return (Party(keys, m, k), m, end, False) if keys else None
        return None

    def _meant(self, its: int) -> tuple[str, ...]:
        """The body that "its" stands for: the subject of its clause, else the one named last before it."""
        if self.scene.context.tokens.lows[its] == "whose":
            found = self.scene.befores.antecedent(its)
            return found.keys if found else ()
        bodies = self.scene.who.subject_before(self.scene.line, self.scene.line.first, its)
        named = self.scene.who.bodies_in(self.scene.line.first, its)
        topic = self.scene.who.discourse.topic
        return bodies[:1] or named[-1:] or ((topic,) if topic else ())

    def _phrase_start(self, k: int) -> int:
        """The article that opens "an executive non-departmental public body"."""
        lows, first = self.scene.context.tokens.lows, self.scene.line.first
        m = k
        while (
            m > first
            and k - m < 8
            and lows[m - 1] not in _CARRIES | {"(", "–"}
            and not (lows[m - 1] == "," and (m == k or lows[m] in _OPENS))
        ):
            m -= 1
            if lows[m] in {"a", "an", "the", "this"}:
                break
        if lows[m - 2 : m] == ["one", "of"]:
            m -= 2
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

    # ── who ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _behind(self, k: int) -> Party | None:
        """ ", the Liaison Group," or the name right behind."""
        words = self.scene.context.tokens.words
        if words[k : k + 1] in (["for"], ["in"], ["on"]):
            k = next((m for m in range(k + 1, min(self.scene.line.last, k + 5)) if words[m] == ","), k)
        k += words[k : k + 1] in ([","], ["("], [":"], ["at"])
        return self.scene.parties.named(k, self.scene.line.last) if k < self.scene.line.last else None

    def _before(self, first: int, *, of: bool) -> Party | None:
        """ "Ofwat, the regulator of …", "Ofwat is the regulator of …"."""
        tokens, line = self.scene.context.tokens, self.scene.line
        first -= 2 * (tokens.lows[max(0, first - 2) : first] == ["one", "of"])
        if first <= line.first:
            return None
        low = tokens.lows[first - 1]
        if low == "," and (opens := self._be_aside(first - 1)):
            before = self.scene.befores.of(opens)
            return before.party if before else None
        end = next((m for m in range(first, line.last) if not tokens.words[m][0].isalpha()), line.last)
        if low in {",", "("} and (of or tokens.lows[first] != "its" or self._behind(end) is None):
            return self._appositive(first)
        if low in {"–", "—"} and of:
            return self.scene.parties.ending(first - 1, line.first)
        if low in _YET and tokens.words[first - 2] == ",":
            return self._appositive(first - 1)
        if low not in _CARRIES:
            return None
        if low in {"as", "being"} and first - 1 == self.scene.line.first:
            return None  # "As the sponsor of the Agency the Department …"
        if low == "as":
            first = self._before_founding(first)
        group = group_at(self.scene.context, first if low in BE else first - 1, line.first)
        if group.negated or group.tense is Tense.OPEN:
            return None
        before = self.scene.befores.of(min(group.first, first - 1))
        return before.party if before else self._capitals(min(group.first, first - 1))

    def _capitals(self, verb: int) -> Party | None:
        """Names that nothing explains before a verb, or before the "which" that stands for them."""
        words, befores = self.scene.context.tokens, self.scene.befores
        end = befores.before_like(verb) or verb
        if words.lows[end - 1] == "which":
            end -= 2 if words.words[end - 2] == "," else 1
        capitals = self.scene.parties.capitals
        return capitals.ending(end) or capitals.single_ending(end)

    def _before_founding(self, first: int) -> int:
        """ "has been set up as a committee": the token behind the verb that "as" belongs to."""
        lows, verb = self.scene.context.tokens.lows, first - 2
        verb -= lows[verb] == "up"
        return verb + 1 if lows[verb] in _FOUNDED else first

    def _be_aside(self, closing: int) -> int | None:
        """ "is, in the language of the Act, an agency": the form of be before an aside."""
        tokens = self.scene.context.tokens
        for m in range(closing - 1, max(self.scene.line.first, closing - 14), -1):
            if tokens.words[m] == ",":
                return m - 1 if tokens.lows[m - 1] in BE else None
        return None

    def _appositive(self, first: int) -> Party | None:
        """ "The Agency, an arm of …": the name right before the comma."""
        parties = self.scene.parties
        return parties.ending(first - 1, self.scene.line.first) or parties.capitals.ending(first - 1)

    def _behind_be(self, k: int) -> Party | None:
        """ "The parent body of Lagan Homes is the Ulster Homes Group"."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        k = self._past_matter(k)
        if k + 1 >= last or lows[k] not in {"is", "was", "are", "remains"}:
            return None
        return self.scene.parties.named(k + 1, last) or self.scene.parties.capitals.single(k + 1, last)

    def _past_matter(self, k: int) -> int:
        """Behind "in this", "on pots", ", with which it has worked," where a form of be goes on."""
        lows = self.scene.context.tokens.lows
        if lows[k : k + 2] in ([",", "with"], [",", "which"], [",", "by"]):
            return next((m + 1 for m in range(k + 2, min(self.scene.line.last - 1, k + 16)) if lows[m] == ","), k)
        if lows[k : k + 1] not in (["in"], ["on"], ["for"]):
            return k
        return next((m for m in range(k + 1, min(self.scene.line.last, k + 6)) if lows[m] in {"is", "was", "are"}), k)
