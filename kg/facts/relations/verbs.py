"""Relationships told by a verb: "the Agency replaced the Board", "the Trust, which the Council oversees", "is regulated by".

Comes in: a line.  Goes out: relations.  The one idea: the subject stands before the verb and the other body right after it; the
passive and a relative clause turn them round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Group, Tense, group_at, skipped
from kg.facts.inspections.statuses import aim_of
from kg.facts.relations.objects import Objects
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.relations.subjects import Before
from kg.facts.words import BE, NOT
from kg.lexicon.relations import Phrase, RelationWords
from kg.model import Relation

_RELATIVE = frozenset({"which", "that", "whom"})
_AHEAD = frozenset({"worksWith", "succeeds", "subOrganizationOf"})
_FALLS = frozenset({"fall", "falls", "fell", "fallen", "is", "was"})
_OFTEN = frozenset("twice every each annually quarterly monthly weekly directly regularly formally once yearly".split())
_LINKS = frozenset({"a", "an", "the", "itself", "now", "only", "also", "merely", "still", "then", "in"})


@dataclass(slots=True)
class Verbs:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return words.verbs

    def at(self, k: int) -> Iterator[Relation]:
        """Every relationship that a verb at a token tells: of its phrases the longest that has two bodies."""
        for end, phrase in self.scene.words.all_at(self.scene.context.tokens, k, self.scene.line.last):
            if found := list(self._of_verb(k, end, phrase)):
                yield from found
                return

    def _of_verb(self, k: int, end: int, phrase: Phrase) -> Iterator[Relation]:
        group = self._carrying(k) if phrase.be else group_at(self.scene.context, k, self.scene.line.first)
        if group is None or group.negated:
            return
        incumbent = self._incumbent(group) if group.to >= 0 else None
        if incumbent is not None and not phrase.turned:
            ends = iter([(incumbent, Objects(self.scene).after(end, phrase))])
        elif not self._stands(group, phrase, end):
            return
        else:
            ends = self._ends(group, k, end, phrase)
        for subject, objects in ends:
            if (
                self._fits(subject, phrase)
                and self.scene.telling.so(subject.first, group.first)
                and self._lasts(phrase, subject, group, end)
            ):
                yield from self._pairs(subject.party, objects, phrase, group)

    # ── the verb ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _carrying(self, k: int) -> Group | None:
        """The group of the form of be before a phrase, or of the comma or bracket that stands for it."""
        context, first = self.scene.context, self.scene.line.first
        lows, words = context.tokens.lows, context.tokens.words
        for m in range(k - 1, max(first, k - 6) - 1, -1):
            if lows[m] in NOT or lows[m] in {"longer", "hardly"}:
                return None
            if lows[m] in BE:
                return group_at(context, m + 1, first) if m + 1 == k or lows[m + 1] != "to" else None
            if words[m] in {",", "(", "–"} and all(low in _LINKS or skipped(low) for low in lows[m + 1 : k]):
                return Group(m + 1, k, Tense.PRESENT)
            if not words[m][0].isalpha() or m in context.mention_at:
                return None
        return None

    def _stands(self, group: Group, phrase: Phrase, end: int) -> bool:
        """Is it said to be so, and not only wished, allowed or asked for?"""
        context = self.scene.context
        if group.tense is Tense.OPEN:
            return False
        if (
            phrase.name == "overseen-by"
            and phrase.rest == ("to",)
            and not phrase.be
            and group.tense is Tense.PAST
            and not group.passive
        ):
            return (
                bool(_OFTEN & set(context.tokens.lows[group.head : end + 14]))
                or context.tokens.lows[group.head] != "reported"
            )
        if group.tense is Tense.BARE and group.to >= 0:
            aim = aim_of(context, group.to, self.scene.line.first)
            return (
                aim is not None
                and aim[0] in {"planned", "under-way"}
                and phrase.predicate in {"worksWith", "succeeds", "inspects"}
            )
        if (
            group.tense is Tense.FUTURE
            and group.modal == "would"
            and {"if", "unless"} & set(context.tokens.lows[self.scene.line.first : self.scene.line.last])
        ):
            return False
        if group.tense is Tense.BARE:
            low = context.tokens.lows[group.head]
            return low.endswith("ing") or phrase.be or self._plural(group)
        return (
            group.tense is not Tense.FUTURE
            or phrase.predicate in _AHEAD
            or (phrase.name == "inspects" and group.modal != "would")
        )

    def _plural(self, group: Group) -> bool:
        """ "A and B inspect C": a plain verb behind several, in a clause that nothing governs."""
        before = self.scene.befores.of(group.first)
        if before is None or not (before.party.several or before.party.head in self.scene.words.lists["staff"]):
            return False
        lows = self.scene.context.tokens.lows
        governed = lows[before.party.first - 1] == "that" and lows[
            before.party.first - 2
        ] in self.scene.words.doubts | {"asked", "requested"}
        return not governed

    def _lasts(self, phrase: Phrase, subject: Before, group: Group, end: int) -> bool:
        return phrase.predicate in {"succeeds", "inspects"} or self.scene.telling.lasting(
            max(subject.first, subject.party.last), group.head, max(end, self.scene.line.last)
        )

    # ── the two bodies ───────────────────────────────────────────────────────────────────────────────────────────

    def _ends(self, group: Group, k: int, end: int, phrase: Phrase) -> Iterator[tuple[Before, Party | None]]:
        """Subject and object, as the voice of the verb has them: the agent of a passive is its subject."""
        objects, befores, tokens = Objects(self.scene), self.scene.befores, self.scene.context.tokens
        passive = group.passive or (not phrase.be and not phrase.rest and objects.reduced(group))
        by = self.scene.context.tokens.lows[end : end + 1] == ["by"]
        if (passive or by) and not phrase.be and not phrase.rest:
            before = befores.apposed(group.first) if objects.reduced(group) else befores.of(group.first)
            agents = objects.agents(end) or self._by_which(group)
            if before is not None and agents is not None:
                yield Before(agents, before.first, before.relative), before.party
            return
        if fronted := self._fronted(group, end, phrase):
            yield fronted
            return
        apposed = phrase.be and tokens.words[group.first - 1 : group.first] in ([","], ["("], ["–"])
        before = befores.apposed(group.first) if apposed else self._participle(group, phrase)
        before = before or (None if apposed else befores.of(group.first)) or self._unknown(group, phrase)
        if before is not None and not before.party.person:
            yield before, objects.after(end, phrase)

    def _unknown(self, group: Group, phrase: Phrase) -> Before | None:
        """A subject that no name explains, before a verb that is said of bodies only."""
        if phrase.predicate not in {"succeeds", "subOrganizationOf"} or phrase.name == "joins":
            return None
        party = self.scene.parties.capitals.ending(group.first)
        return Before(party, self.scene.befores.start(party.first)) if party else None

    def _participle(self, group: Group, phrase: Phrase) -> Before | None:
        """ ", taking the place of the Board": said of the subject of the main clause."""
        tokens = self.scene.context.tokens
        comma = tokens.words[group.first - 1] == "," if group.first > self.scene.line.first else False
        if not comma or not tokens.lows[group.head].endswith("ing") or group.tense is not Tense.BARE or phrase.be:
            return None
        main = self.scene.befores.main()
        return Before(main, self.scene.line.first) if main and not main.person and main.keys else None

    def _incumbent(self, group: Group) -> Before | None:
        """ "it falls to the Inspectorate to inspect", "it is for the Inspectorate to inspect": whoever stands before the infinitive."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        for m in range(group.to - 1, max(line.first, group.to - 14), -1):
            if lows[m] in {"to", "for", "on", "upon"} and lows[m - 1] in _FALLS:
                party = self.scene.parties.listed(m + 1, group.to)
                return Before(party, self.scene.befores.start(m)) if party and not party.person else None
        return None

    def _by_which(self, group: Group) -> Party | None:
        """ "the CQC, by which the Trust was inspected"."""
        lows = self.scene.context.tokens.lows
        for m in range(group.first - 1, max(self.scene.line.first, group.first - 14), -1):
            if lows[m] in {"which", "whom"} and lows[m - 1] == "by":
                return self.scene.befores.antecedent(m)
        return None

    def _fronted(self, group: Group, end: int, phrase: Phrase) -> tuple[Before, Party] | None:
        """ "the Trust, which BGRO oversees", "the Board, with whom it works": the object stands before."""
        context, befores = self.scene.context, self.scene.befores
        lows = context.tokens.lows
        for m in range(group.first - 1, max(self.scene.line.first, group.first - 14), -1):
            if context.tokens.words[m] in {",", ";"}:
                return None
            if lows[m] not in _RELATIVE:
                continue
            if lows[m - 1] in {"by", "from"} or (lows[m] == "that" and context.tokens.words[m - 1] == ","):
                return None
            outer = befores.antecedent(m)
            inner = self.scene.parties.listed(m + 1, self.scene.line.last)
            if outer is None or inner is None or inner.last > group.first or inner.person:
                return None
            between = lows[inner.last : group.first]
            if not all(skipped(low) for low in between) or (
                phrase.predicate == "succeeds" and phrase.rest and end < group.head
            ):
                return None
            if Objects(self.scene).after(end, phrase) is not None:
                return None
            return Before(inner, m, relative=True), outer
        return None

    def _fits(self, subject: Before, phrase: Phrase) -> bool:
        """Can the subject be said to do this: a body, its staff, or (of functions) what it does?"""
        head, lists = subject.party.head, self.scene.words.lists
        if phrase.functions:
            return head in lists["functions"]
        if phrase.visits:
            return head == "inspectors"
        return not head or head in lists["staff"] or (phrase.be and phrase.predicate == "worksWith")

    # ── the fact ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _pairs(self, subject: Party, objects: Party | None, phrase: Phrase, group: Group) -> Iterator[Relation]:
        if objects is None:
            return
        objects = self._meant(objects, subject)
        rule = "passive" if group.passive and not phrase.be else "verb"
        for one in subject.keys[:3]:
            for other in objects.keys:
                predicate, turned = self._told(one, other, phrase)
                if predicate:
                    yield self.scene.made(*((other, predicate, one) if turned else (one, predicate, other)), rule)

    def _meant(self, objects: Party, subject: Party) -> Party:
        """ "regulates the Trust and inspects it": "it" as an object is not the subject."""
        line, lows = self.scene.line, self.scene.context.tokens.lows
        if lows[objects.first] not in {"it", "them"} or objects.keys != subject.keys:
            return objects
        named = [key for key in self.scene.who.bodies_in(line.first, objects.first) if key not in subject.keys]
        return Party(tuple(named[-1:]), objects.first, objects.last)

    def _told(self, one: str, other: str, phrase: Phrase) -> tuple[str, bool]:
        """The property and whether the two change places; joining and reporting depend on what the bodies are."""
        if phrase.name == "joins":
            return ("subOrganizationOf" if self.scene.is_called(other, "gatherings") else "worksWith"), False
        if phrase.name == "overseen-by" and phrase.rest == ("to",) and self.scene.is_called(one, "boards"):
            return "subOrganizationOf", False
        return phrase.predicate, phrase.turned
