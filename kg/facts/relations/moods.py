"""The verb that tells a relationship: its group, and whether that says that it is so.

Comes in: the token of a verb, or of what a form of be carries.  Goes out: a :class:`Group`, yes or no.  The one idea: only what is, was or
surely will be is told; what is wished, allowed, asked for or over is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.facts import clauses
from kg.facts.inspections.groups import Group, Tense, group_at, skipped
from kg.facts.inspections.statuses import aim_of
from kg.facts.relations.asides import AUXILIARIES
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE, HAVE, NOT
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase
from kg.mentions.words import MONTHS

_RELATING = lists("relating")
_BODY_NOUNS = _RELATING.words("body-nouns")
_OFTEN = frozenset("twice every each annually quarterly monthly weekly directly regularly formally once yearly".split())
_LINKS = MONTHS | frozenset({"a", "an", "the", "itself", "now", "only", "also", "merely", "still", "then", "in",
                             "since", "small", "large", "integral", "new", "long", "wholly", "today"})  # fmt: skip
_GOES_ON = _RELATING.words("goes-on")  # "continues to be overseen by": verbs before an infinitive that is so
_MARKS = (",", "(", "–", "=")  # what stands for a form of be
_PLANNED = frozenset({"worksWith", "succeeds", "inspects"})  # what is told already where it is only planned
_CLAUSES = frozenset({",", ";", ":", "that", "and", "but", "–"})
_LASTING = frozenset(
    {"since", "for", "always", "long", "ever", "from", "now", "already", "recently", "just", "become", "formed", "last"}
)
_WITHOUT_AUXILIARY = frozenset({Tense.BARE, Tense.PAST})
_SO = frozenset({Tense.PAST, Tense.PERFECT, Tense.GOING, Tense.PRESENT})
_NOT_OVER = frozenset({"succeeds", "inspects"})  # what stays so once it was


@dataclass(slots=True)
class Moods:
    """Judges the verbs of one line."""

    scene: Scene

    def group(self, k: int, phrase: Phrase) -> Group | None:
        """The verb group that carries a phrase, past an aside between its auxiliary and its verb."""
        if phrase.be:
            return self.carrying(k)
        context, first = self.scene.context, self.scene.line.first
        group = group_at(context, k, first)
        if group.tense not in _WITHOUT_AUXILIARY:
            return group
        if (
            group.first > first
            and (carrier := self.scene.befores.before_time(group.first)) is not None
            and context.tokens.lows[carrier] in AUXILIARIES
        ):
            parts = set(context.tokens.lows[carrier : group.first])
            tense = Tense.PERFECT if parts & HAVE else Tense.PAST
            passive = bool(parts & BE) and clauses.is_participle(context.tokens.lows[k])
            return replace(group, first=carrier, tense=tense, passive=passive)
        opens = self.scene.befores.aside(group.first - 1)
        if opens is None or context.tokens.lows[opens - 1] not in AUXILIARIES:
            return group
        lows, before = context.tokens.lows, group_at(context, opens, first)
        parts = set(lows[before.first : opens]) | set(lows[group.first : k])
        passive = bool(parts & BE) and clauses.is_participle(lows[k]) and not lows[k].endswith("ing")
        tense = Tense.PERFECT if parts & HAVE else Tense.GOING if lows[k].endswith("ing") else before.tense
        return replace(
            before, first=group.first, head=k, tense=tense, passive=passive, negated=before.negated or group.negated
        )

    def carrying(self, k: int) -> Group | None:
        """The group of the form of be before a phrase, or of the comma or bracket that stands for it."""
        context, first = self.scene.context, self.scene.line.first
        lows, words = context.tokens.lows, context.tokens.words
        for m in range(k - 1, max(first, k - 6) - 1, -1):
            if lows[m] in NOT or lows[m] in {"longer", "hardly", "no"}:
                return None
            if lows[m] in BE:
                return group_at(context, m + 1, first) if m + 1 == k or lows[m + 1] != "to" else None
            if words[m] == "," and (opens := self._be_before(m)) is not None:
                return group_at(context, opens, first)
            if words[m] in _MARKS and all(self._links(low) for low in lows[m + 1 : k]):
                return Group(m + 1, k, Tense.PRESENT)
            if not words[m][0].isalpha() or m in context.mention_at:
                return None
        return None

    def _links(self, low: str) -> bool:
        """May a word stand between a name with its comma and what is said of it ("X, a charity accountable to")?"""
        return low in _LINKS or low in _BODY_NOUNS or low in self.scene.words.kinds or low.isdigit() or skipped(low)

    def _be_before(self, closing: int) -> int | None:
        """ "was, and would remain, accountable": the comma that opens an aside right behind a form of be."""
        tokens = self.scene.context.tokens
        for m in range(closing - 1, max(self.scene.line.first, closing - 9), -1):
            if tokens.words[m] == ",":
                return m if tokens.lows[m - 1] in BE else None
        return None

    def apposed(self, group: Group, phrase: Phrase) -> bool:
        """Does a comma or bracket carry the phrase, in place of a form of be?"""
        tokens = self.scene.context.tokens
        marked = phrase.be and group.first > 0 and tokens.words[group.first - 1] in _MARKS
        return marked and BE.isdisjoint(tokens.lows[group.first : group.head])

    def stands(self, group: Group, phrase: Phrase, end: int, *, reduced: bool) -> bool:
        """Is it said to be so, and not only wished, allowed or asked for?"""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        must = group.modal == "must" and phrase.name == "overseen-by"  # "must answer to": a duty that is so
        if group.negated or (group.tense is Tense.OPEN and not must) or self._once(group, phrase, end):
            return False
        before = lows[group.to - 1] if group.to >= 0 else ""
        if before in {"yet", "still"} or (before == "used" and phrase.predicate != "succeeds"):
            return False  # "had yet to visit", "used to belong to"
        if group.tense in _SO:
            return True
        if group.tense is Tense.BARE and group.to >= 0:
            if before in _GOES_ON:
                return True
            aim = aim_of(self.scene.context, group.to, line.first)
            return aim is not None and aim[0] in {"planned", "under-way"} and phrase.predicate in _PLANNED
        if group.tense is Tense.BARE:
            return lows[group.head].endswith("ing") or phrase.be or reduced or self._plural(group)
        supposed = group.modal == "would" and bool({"if", "unless"} & set(lows[line.first : line.last]))
        return not supposed

    def _once(self, group: Group, phrase: Phrase, end: int) -> bool:
        """ "reported to the Board that …": a report made, and no line of reporting."""
        lows = self.scene.context.tokens.lows
        if phrase.be or phrase.rest != ("to",) or lows[group.head] != "reported" or group.tense is not Tense.PAST:
            return False
        return not _OFTEN & set(lows[group.head : end + 14])

    def _plural(self, group: Group) -> bool:
        """ "A and B inspect C": a plain verb behind several, in a clause that nothing governs."""
        before = self.scene.befores.of(group.first)
        lows = self.scene.context.tokens.lows
        plural = before is not None and (
            before.party.several
            or before.party.head in self.scene.words.lists["staff"]
            or self._is_plural(before.party)
        )
        if before is None or not plural:
            return False
        governed = lows[before.party.first - 1] == "that" and lows[
            before.party.first - 2
        ] in self.scene.words.doubts | {"asked", "requested"}
        return not governed

    def _is_plural(self, party: Party) -> bool:
        """ "we", "they", "Lomond Carers": what takes a plain verb."""
        lows = self.scene.context.tokens.lows
        name = (
            party.last - party.first > 1
            and lows[party.last - 1].endswith("s")
            and not lows[party.last - 1].endswith("'s")
        )
        return lows[party.last - 1] in {"we", "they", "both"} or name

    def lasts(self, phrase: Phrase, group: Group, k: int) -> bool:
        """Is it so still, or of a kind that stays so?"""
        if phrase.predicate in _NOT_OVER:
            return True
        first = max(self.scene.line.first, group.first - 2)
        lasting = self.scene.telling.lasting(first, k, self.scene.line.last)
        return lasting and (phrase.predicate == "worksWith" or phrase.name == "joins" or not self.long_ago(group, k))

    def long_ago(self, group: Group, k: int) -> bool:
        """ "Until 2015 it belonged to", "in its first years it had been under": a state of old, which the clause opens with or "had" tells."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        opens = next((m + 1 for m in range(group.first - 1, line.first, -1) if lows[m] in _CLAUSES), line.first)
        if lows[opens] in {"until", "till", "formerly", "previously", "originally", "before"}:
            return True
        window = lows[opens : min(line.last, k + 14)]
        if window[:2] == ["for", "a"] and window[2] in {"time", "while", "spell"}:
            return True
        near = {*lows[opens:k]} - {"for"} | {*lows[k : min(line.last, k + 14)]}
        return "had" in lows[group.first : k] and not _LASTING & near and group.tense is Tense.PERFECT
