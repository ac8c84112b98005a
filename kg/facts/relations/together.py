"""Two bodies that do or have something together: "A and B launched it jointly", "by A and B together", "in partnership with B".

Comes in: a line.  Goes out: relations.  The one idea: "jointly", "together", "in tandem with" join a
subject to another body, or two subjects to each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.clauses import is_participle
from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.companies import Companies
from kg.facts.relations.party import Party
from kg.facts.words import ARTICLES, PREPOSITIONS
from kg.lexicon.inflection import forms
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_WITH = frozenset("partnership conjunction collaboration association jointly tandem concert harness co-operation cooperation together side hand glove shoulder "
                  "consortium alliance".split())  # fmt: skip
_MUTUAL = frozenset("jointly together cooperate cooperated co-operate co-operated collaborate collaborated cooperating co-operating "
                    "collaborating liaise liaised liaising co-locate co-located".split())  # fmt: skip
_OPENING = 3  # tokens before the word of a phrase that opens a sentence
_BODILY = frozenset({"side", "hand", "glove", "shoulder"})
_IN_SPIRIT = _WITH - _BODILY
_RELATING = lists("relating")
_PARTNERS = _RELATING.words("partners")
_EXCHANGING = frozenset({"exchange", "swap"})
_CO_VERBS, _AGREEING = _RELATING.words("together-verbs"), _RELATING.words("agreeing")
_DONE_ABREAST = frozenset(form for verb in _RELATING.words("done-abreast") for form in forms(verb))
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
_LENT = frozenset({"seconded", "secondment", "loan", "loaned", "lent"})
_AFTER_OTHER = PREPOSITIONS | {"and", "which", "to", "has", "had"}


@dataclass(slots=True)
class Together(Companies):
    """Reads one line."""

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _WITH | _MUTUAL | _LENT | _CO_VERBS | _PARTNERS | {"between", "alongside", "behalf", "with"}

    def at(self, k: int) -> Iterator[Relation]:
        """Every pair that a word at a token tells to act together."""
        lows = self.scene.context.tokens.lows
        low, follows = lows[k], lows[k + 1] if k + 1 < self.scene.line.last else ""
        if low in _WITH and follows == "with" and (low != "together" or not self._after_work(k)):
            yield from self._with(k)
        elif low in _IN_SPIRIT and follows in {"of", "between"} and low != "together":
            partners = self.scene.parties.listed(k + 2, self.scene.line.last)
            yield from (
                self.two(partners)
                if partners and self.is_told(k) and not self.scene.telling.needed(partners.last, self.scene.line.last)
                else ()
            )
        elif low == "behalf":
            yield from self.on_behalf(k)
        elif low == "alongside":
            yield from self._alongside(k)
        elif (
            low in _MUTUAL
            or (low == "between" and follows in {"them", "us"})
            or (low in _IN_SPIRIT and lows[k - 1] == "in")
        ) or (low in _BODILY and self._abreast(k)):
            yield from self._mutual(k)
        elif low == "with":
            yield from self.opening_with(k)
        elif low in _PARTNERS:
            yield from self.as_partners(k)
        elif low in _CO_VERBS:
            yield from self._as_one(k)
        elif low in _LENT:
            yield from self.seconded(k)

    def _as_one(self, k: int) -> Iterator[Relation]:
        """ "A and B co-chair it", "A and B have teamed up": a verb of several that are one."""
        group = group_at(self.scene.context, k, self.scene.line.first)
        told = not group.negated and group.tense is not Tense.OPEN and group.to < 0 and self.is_told(k)
        whole = self.scene.context.tokens.lows[k] != "joined" or self.scene.context.tokens.lows[k + 1] in {
            "forces",
            "hands",
        }
        once = group.tense is Tense.FUTURE and self.scene.context.tokens.lows[k] in _EXCHANGING
        before = self.scene.befores.of(group.first) if told and whole and not once else None
        if before is not None and not before.party.head:
            yield from self.two(before.party)

    def _abreast(self, k: int) -> bool:
        """ "train their staff side by side": is it work that is done so?"""
        lows = self.scene.context.tokens.lows
        whole = lows[k + 1 : k + 2] in (["by"], ["in"], ["to"]) and lows[k + 2 : k + 3] in ([lows[k]], ["glove"])
        return (
            whole
            and lows[k + 3 : k + 4] != ["with"]
            and bool(_DONE_ABREAST & set(lows[max(self.scene.line.first, k - 5) : k]))
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
                if (party := scene.parties.other(m, scene.line.last))
            ),
            None,
        )
        if other is None or other.person or (other.head and other.head not in scene.words.lists["staff"]):
            return
        ours = self.ours(k) or self._behind_opening(k, other)
        if ours is None and (lows[k - 1] == "in" or lows[k] in {"jointly", "together"}):
            ours = self.our_own(k, other)
        if ours is not None and self.is_told(k):
            yield from self.pairs(ours, other, "together")

    def _behind_opening(self, k: int, other: Party) -> Party | None:
        """ "In partnership with B, A has set up a hotline": the subject behind a phrase that opens the sentence."""
        scene, tokens = self.scene, self.scene.context.tokens
        if k - scene.line.first > _OPENING or other.last >= scene.line.last:
            return None
        found = scene.parties.listed(other.last + (tokens.words[other.last] == ","), scene.line.last)
        return found if found is not None and not found.person and self.acts(found, scene.line.last) else None

    def _alongside(self, k: int) -> Iterator[Relation]:
        """ "managed the reserve alongside B": next to whom, not next to what of theirs."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        other, ours = scene.parties.listed(k + 1, scene.line.last), self.ours(k)
        if other is None or ours is None or other.head or other.person or _BESIDE & set(lows[ours.last : k]):
            return
        after = lows[other.last] if other.last < scene.line.last else "."
        if self.is_told(k) and (not after[0].isalpha() or after in _AFTER_OTHER):
            yield from self.pairs(ours, other, "together")

    def _mutual(self, k: int) -> Iterator[Relation]:
        """ "A and B launched it jointly", "done by A and B together", "jointly by A and B"."""
        scene, tokens = self.scene, self.scene.context.tokens
        if tokens.lows[k - 1] in {"came", "come", "brought"} and tokens.lows[k] == "together":
            return  # "came together as the Falcon Trust": a merger
        if tokens.lows[k + 1 : k + 2] == ["with"] or not self.is_told(k) or self._only_asked(k):
            return
        by = k + 1 + (tokens.lows[k + 2 : k + 3] == ["by"] and is_participle(tokens.lows[k + 1]))
        if tokens.lows[by : by + 1] == ["by"] and (agents := scene.parties.listed(by + 1, scene.line.last)):
            yield from self.two(agents)
            return
        group = group_at(scene.context, k, scene.line.first)
        if group.negated or group.tense is Tense.OPEN:
            return
        abreast = bool(_DONE_ABREAST & set(tokens.lows[max(scene.line.first, k - 2) : k]))
        if party := self.several_before(k, abreast=abreast):
            yield from self.two(party)

    def _only_asked(self, k: int) -> bool:
        """ "called on A and B to work together": an infinitive that nobody is told to have agreed to."""
        lows = self.scene.context.tokens.lows
        to = next((m for m in range(k - 1, max(self.scene.line.first, k - 5), -1) if lows[m] == "to"), -1)
        plain = to >= 0 and (lows[to + 1] in ARTICLES or to + 1 in self.scene.context.mention_at)  # "see to the weirs"
        return to >= 0 and not plain and lows[to - 1] not in _AGREEING and not self.scene.parties.listed(to + 1, k + 1)
