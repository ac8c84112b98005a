"""Two bodies that do or have something together: "A and B launched it jointly", "by A and B together", "in partnership with B".

Comes in: a line.  Goes out: relations.  The one idea: "jointly", "together", "in tandem with" join a
subject to another body, or two subjects to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.words import MODALS, NOT, PREPOSITIONS
from kg.lexicon.inflection import forms
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_WITH = frozenset("partnership conjunction collaboration association jointly tandem concert harness co-operation cooperation together side hand glove shoulder "
                  "consortium alliance".split())  # fmt: skip
_MUTUAL = frozenset("jointly together cooperate cooperated co-operate co-operated collaborate collaborated cooperating co-operating "
                    "collaborating liaise liaised liaising co-locate co-located".split())  # fmt: skip
_SHARES = frozenset({"share", "shares", "sharing", "pool", "pools", "pooled", "joint", "shared"})
_BODILY = frozenset({"side", "hand", "glove", "shoulder"})
_EFFORTS = frozenset("effort venture undertaking enterprise initiative project operation endeavour creation".split())
_DONE_ABREAST = ("work", "train", "operate", "labour", "patrol", "teach")
_OPENS_CLAUSE = frozenset(
    {"that", ",", "and", "which", "but", "when", "where", "while", "because", "as", "-", ";", ":"}
)
_BESIDE = frozenset(
    {
        "sit",
        "sits",
        "sat",
        "listed",
        "placed",
        "published",
        "publish",
        "publishing",
        "read",
        "considered",
        "set",
        "reported",
    }
)
_LENT = frozenset({"seconded", "secondment", "loan"})
_NOT_SHARED = frozenset(
    """
    concern concerns view views opinion aim aims anxiety frustration building premises floor boundary border boundaries site
    disappointment objective interest interests goal goals ambition responsibility land river the same that this
    """.split()
)


@dataclass(slots=True)
class Together(Pairs):
    """Reads one line."""

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _WITH | _MUTUAL | _SHARES | _LENT | {"between", "alongside", "behalf"}

    def at(self, k: int) -> Iterator[Relation]:
        """Every pair that a word at a token tells to act together."""
        lows = self.scene.context.tokens.lows
        low, follows = lows[k], lows[k + 1] if k + 1 < self.scene.line.last else ""
        if low in _WITH and follows == "with" and (low != "together" or not self._after_work(k)):
            yield from self._with(k)
        elif low == "behalf":
            yield from self._for(k)
        elif low == "alongside":
            yield from self._alongside(k)
        elif (
            low in _MUTUAL
            or (low == "between" and follows == "them")
            or (low in _WITH - _BODILY and lows[k - 1] == "in")
        ) or (low in _BODILY and self._abreast(k)):
            yield from self._mutual(k)
        elif low == "joint" and follows in _EFFORTS and lows[k + 2] in {"of", "by"}:
            efforts = self.scene.parties.listed(k + 3, self.scene.line.last)
            yield from self.two(efforts) if efforts and self.is_told(k) else ()
        elif low in _SHARES:
            yield from self._sharing(k)
        elif low in _LENT:
            yield from self._seconded(k)

    def _abreast(self, k: int) -> bool:
        """ "train their staff side by side": is it work that is done so?"""
        lows = self.scene.context.tokens.lows
        done = {form for verb in _DONE_ABREAST for form in forms(verb)}
        whole = lows[k + 1 : k + 2] in (["by"], ["in"], ["to"]) and lows[k + 2 : k + 3] in ([lows[k]], ["glove"])
        return (
            whole and lows[k + 3 : k + 4] != ["with"] and bool(done & set(lows[max(self.scene.line.first, k - 5) : k]))
        )

    def _after_work(self, k: int) -> bool:
        return self.scene.context.tokens.lows[k - 1] in {"work", "works", "worked", "working"}

    def _with(self, k: int) -> Iterator[Relation]:
        """ "has developed it in partnership with B", "B, in partnership with which A has drawn it up"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[k + 2] in {"which", "whom"}:
            inner, outer = scene.parties.listed(k + 3, scene.line.last), scene.befores.antecedent(k + 2)
            if inner and outer and scene.telling.so(k + 3, k + 4):
                yield from self.pairs(inner, outer, "together")
            return
        other = next(
            (
                party
                for m in range(k + 2, min(scene.line.last, k + 5))
                if (party := scene.parties.listed(m, scene.line.last))
            ),
            None,
        )
        if other is None or other.person or (other.head and other.head not in scene.words.lists["staff"]):
            return
        ours = self._ours(k)
        if ours is not None and self.is_told(k):
            yield from self.pairs(ours, other, "together")

    def _for(self, k: int) -> Iterator[Relation]:
        """ "run by A on behalf of B", "taught on B's behalf by A"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[k + 1 : k + 2] == ["of"]:
            whom, ours = scene.parties.at(k + 2, scene.line.last), self._agent_before(k)
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

    def _alongside(self, k: int) -> Iterator[Relation]:
        """ "managed the reserve alongside B": next to whom, not next to what of theirs."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        other, ours = scene.parties.listed(k + 1, scene.line.last), self._ours(k)
        if other is None or ours is None or other.head or other.person or _BESIDE & set(lows[ours.last : k]):
            return
        after = lows[other.last] if other.last < scene.line.last else "."
        if self.is_told(k) and (not after[0].isalpha() or after in PREPOSITIONS | {"and", "which", "to", "has", "had"}):
            yield from self.pairs(ours, other, "together")

    def _ours(self, k: int) -> Party | None:
        """The subject of the clause in which a token stands, or the agent of its passive."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(k - 1, scene.line.first - 1, -1):
            if lows[m] == "by" and "and" not in lows[m + 1 : k] and (party := scene.parties.listed(m + 1, k + 1)):
                return party if not party.person else None
            if lows[m] in {"of", "with", "from", "in", "at", "for", "to"}:
                continue
            party = scene.parties.at(m, k + 1)
            if party is None or (
                m > scene.line.first and lows[m - 1] in {"of", "with", "from", "in", "at", "for", "to"}
            ):
                continue
            if party.person and not party.head:
                return None
            if party.head and party.head not in scene.words.lists["staff"]:
                continue
            if self._acts(party, k):
                return scene.parties.listed_ending(party.last, scene.line.first) or party
        return None

    def _acts(self, party: Party, k: int) -> bool:
        """Does a verb, or an aside with the word at ``k``, stand right behind a phrase?"""
        tokens = self.scene.context.tokens
        after = party.last
        if tokens.words[after] == "," and k - after <= 4:
            return True
        after = clauses.skip_apposition(self.scene.context, after, k) if tokens.words[after] in {",", "("} else after
        if after >= k:  # "A jointly with B", and not "ran X jointly with B"
            first = party.first
            return first == self.scene.line.first or tokens.lows[first - 1] in _OPENS_CLAUSE
        return (
            clauses.verb_group(self.scene.context, after, k) is not None or tokens.lows[after] in self.scene.words.verbs
        )

    def _mutual(self, k: int) -> Iterator[Relation]:
        """ "A and B launched it jointly", "done by A and B together", "jointly by A and B"."""
        scene, tokens = self.scene, self.scene.context.tokens
        if tokens.lows[k + 1 : k + 2] == ["with"] or not self.is_told(k):
            return
        if tokens.lows[k + 1 : k + 2] == ["by"] and (agents := scene.parties.listed(k + 2, scene.line.last)):
            yield from self.two(agents)
            return
        group = group_at(scene.context, k, scene.line.first)
        if group.negated or group.tense is Tense.OPEN:
            return
        if party := self.several_before(k):
            yield from self.two(party)

    def _sharing(self, k: int) -> Iterator[Relation]:
        """ "A and B share a laboratory", "A and B run a joint webinar"."""
        scene, tokens = self.scene, self.scene.context.tokens
        behind = set(tokens.lows[k + 1 : k + 6])
        if not self.is_told(k) or (tokens.lows[k] not in {"joint", "shared"} and _NOT_SHARED & behind):
            return
        if tokens.lows[k] in {"share", "shares", "pool", "pools", "pooled"}:
            yield from self._shares(k)
            return
        first = k
        while first > scene.line.first and k - first < 8 and scene.parties.ending(first, scene.line.first) is None:
            if (MODALS - {"will"} | NOT) & {tokens.lows[first - 1]} or tokens.words[first - 1] in {",", ";"}:
                return
            first -= 1
        party = scene.parties.listed_ending(first, scene.line.first)
        if party is None or party.person or party.head or not self._commits(first, k):
            return
        if len(party.keys) == 2 and tokens.lows[party.first - 1] not in {
            "of",
            "with",
            "between",
            "to",
            "from",
            "for",
            "by",
        }:
            yield from self.two(party)

    def _shares(self, k: int) -> Iterator[Relation]:
        """ "A and B share a laboratory", "A shares its data with B"."""
        group = group_at(self.scene.context, k, self.scene.line.first)
        before = self.scene.befores.of(group.first)
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
        return not between & {
            "discussed",
            "considered",
            "proposed",
            "suggested",
            "wanted",
            "hoped",
            "explored",
            "discuss",
            "consider",
            "welcomed",
            "about",
        }

    def _shares_with(self, k: int, party: Party) -> Iterator[Relation]:
        lows = self.scene.context.tokens.lows
        for m in range(k + 1, min(self.scene.line.last, k + 8)):
            if lows[m] == "with" and (other := self.scene.parties.listed(m + 1, self.scene.line.last)):
                yield from self.pairs(party, other, "together")
                return

    def _seconded(self, k: int) -> Iterator[Relation]:
        """ "seconded from A to B", "on secondment from A to B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        ends = [
            party
            for m in range(k + 1, min(scene.line.last, k + 16))
            if lows[m] in {"from", "to", "by"} and (party := scene.parties.at(m + 1, scene.line.last))
        ]
        if len(ends) == 2 and self.is_told(k) and not any(party.person for party in ends):
            yield from self.pairs(ends[0], ends[1], "secondment")
