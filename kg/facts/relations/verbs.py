"""Relationships told by a verb: "the Agency replaced the Board", "the Trust, which the Council oversees", "is regulated by".

Comes in: a line.  Goes out: relations.  The one idea: the subject stands before the verb and the other body right after it; the
passive and a relative clause turn them round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Group, Tense, skipped
from kg.facts.relations.moods import Moods
from kg.facts.relations.objects import Objects
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.relations.subjects import Before
from kg.facts.words import ARTICLES, BE
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase, RelationWords
from kg.model import Relation

_RELATIVE = frozenset({"which", "that", "whom"})
_BEFORE_NOUNS = ARTICLES - {"all", "both", "each", "that", "this", "some", "any"} | {
    "of",
    "joint",
    "annual",
    "more",
    "for",
    "in",
}
_DESCRIBED = lists("relating").words("body-nouns")
_BETWEEN = 6  # tokens of another verb between a subject and its verb: "which it set up and still runs"
_CONTROLLING = frozenset({"after", "before", "by", "in", "when", "while", "since", "on"})
_FALLS = frozenset({"fall", "falls", "fell", "fallen", "is", "was"})


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
        tokens = self.scene.context.tokens
        noun = tokens.lows[k - 1] in _BEFORE_NOUNS and not tokens.words[k - 1][1:].isupper()
        for end, phrase in self.scene.words.all_at(self.scene.context.tokens, k, self.scene.line.last):
            if noun and not phrase.be:
                continue  # "the review", "of funding"
            if found := list(self._of_verb(k, end, phrase)):
                yield from found
                return

    def _of_verb(self, k: int, end: int, phrase: Phrase) -> Iterator[Relation]:
        moods, objects = Moods(self.scene), Objects(self.scene)
        group = moods.group(k, phrase)
        if group is None or group.negated or (phrase.name == "funds" and not self._goes_on(end)):
            return
        reduced = not phrase.be and not phrase.rest and objects.reduced(group)
        if incumbent := self._incumbent(group):
            ends = iter([(incumbent, objects.after(end, phrase))]) if not phrase.turned else iter(())
        elif moods.stands(group, phrase, end, reduced=reduced):
            ends = self._ends(group, end, phrase, reduced=reduced, apposed=moods.apposed(group, phrase))
        else:
            return
        for subject, others in ends:
            told = self._fits(subject, phrase) and self.scene.telling.so(subject.first, group.first)
            if told and moods.lasts(phrase, group, k):
                yield from self._pairs(subject.party, others, phrase, group)

    def _goes_on(self, end: int) -> bool:
        """ "funds the Unit and oversees it": does another verb of oversight stand behind "and"?"""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        return any(
            tokens.lows[k] == "and"
            and any(phrase.predicate == "oversees" for _, phrase in self.scene.words.all_at(tokens, k + 1, last))
            for k in range(end, min(end + 8, last - 1))
        )

    # ── the two bodies ───────────────────────────────────────────────────────────────────────────────────────────

    def _ends(
        self, group: Group, end: int, phrase: Phrase, *, reduced: bool, apposed: bool
    ) -> Iterator[tuple[Before, Party | None]]:
        """Subject and object, as the voice of the verb has them: the agent of a passive is its subject."""
        objects, befores, tokens = Objects(self.scene), self.scene.befores, self.scene.context.tokens
        by = tokens.lows[end : end + 1] == ["by"]
        if (group.passive or reduced or by) and not phrase.be and not phrase.rest:
            opens = objects.opening(group.first)
            apart = reduced and tokens.words[opens - 1] in {",", "("}
            before = befores.apposed(opens) if apart else befores.of(group.first)
            agents = objects.agents(end) or self._by_which(group)
            before = before or (self._unknown(group, apart=apart) if agents else None)
            if before is not None and agents is not None and not self._shared_by(phrase, agents):
                yield Before(agents, before.first, before.relative), before.party
            return
        if fronted := self._fronted(group, end, phrase):
            yield fronted
            return
        before = befores.apposed(group.first) if apposed else self._participle(group, phrase)
        before = before or (None if apposed else befores.of(group.first)) or self._controlled(group)
        if before is None and (cleft := self._cleft(group, end, phrase)):
            yield cleft
            return
        before = before or (self._unknown_subject(group, phrase, apposed=apposed) if phrase.name != "joins" else None)
        if before is not None and not before.party.person:
            yield before, objects.inside(group.head, end, phrase) or objects.after(end, phrase)

    def _shared_by(self, phrase: Phrase, agents: Party) -> bool:
        """ "is run by A and B": a part of neither."""
        return phrase.name == "whole-by" and len(agents.keys) > 1

    def _unknown(self, group: Group, *, apart: bool) -> Before | None:
        """Those that no name explains, before a verb that is said of bodies only."""
        if not apart:
            return self.scene.anybody.of(group.first)
        party = self.scene.parties.capitals.before_verb(group.first, apart=apart)
        return Before(party, self.scene.befores.start(party.first)) if party else None

    def _unknown_subject(self, group: Group, phrase: Phrase, *, apposed: bool) -> Before | None:
        """The same as whoever does something, which a person may do as well, unless the verb is one of coming after or being a part."""
        found = self._unknown(group, apart=apposed)
        if found is None and not apposed and phrase.predicate == "subOrganizationOf":
            one = self.scene.parties.capitals.single_ending(group.first)
            found = Before(one, self.scene.befores.start(one.first)) if one else None
        bodily = phrase.predicate in {"succeeds", "subOrganizationOf"} and phrase.name != "whole-by"
        sure = found is not None and (bodily or not self.scene.parties.capitals.is_person(found.party))
        return found if sure else None

    def _participle(self, group: Group, phrase: Phrase) -> Before | None:
        """ ", taking the place of the Board": said of the subject of the main clause."""
        tokens = self.scene.context.tokens
        comma = tokens.words[group.first - 1] == "," if group.first > self.scene.line.first else False
        if not comma or not tokens.lows[group.head].endswith("ing") or group.tense is not Tense.BARE or phrase.be:
            return None
        main = self.scene.befores.main()
        return Before(main, self.scene.line.first) if main and not main.person and main.keys else None

    def _cleft(self, group: Group, end: int, phrase: Phrase) -> tuple[Before, Party | None] | None:
        """ "the body that inspects it is the Agency": who is so described stands behind the form of be."""
        lows = self.scene.context.tokens.lows
        if lows[group.first - 1] not in _RELATIVE | {"who"} or lows[group.first - 2] not in _DESCRIBED:
            return None
        others = Objects(self.scene).after(end, phrase)
        if others is None or others.last + 1 >= self.scene.line.last or lows[others.last] not in BE:
            return None
        who = self.scene.parties.named(others.last + 1, self.scene.line.last)
        return (
            (Before(who, self.scene.befores.start(group.first)), others)
            if who and not who.person and not who.head
            else None
        )

    def _controlled(self, group: Group) -> Before | None:
        """ "had written after inspecting us": the subject of the verb before, behind a preposition."""
        lows = self.scene.context.tokens.lows
        behind = (
            group.tense is Tense.BARE and lows[group.head].endswith("ing") and lows[group.first - 1] in _CONTROLLING
        )
        party = Pairs(self.scene).ours(group.first - 1) if behind else None
        return Before(party, self.scene.befores.start(party.first)) if party and not party.person else None

    def _incumbent(self, group: Group) -> Before | None:
        """ "it falls to the Inspectorate to inspect", "it is for the Inspectorate to inspect": whoever stands before the infinitive."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        if group.to < 0:
            return None
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
            outer = befores.antecedent(m) or self._one_of(m) or (None if phrase.loose else self._capitals_before(m))
            inner = self.scene.parties.listed(m + 1, self.scene.line.last)
            if outer is None or inner is None or inner.last > group.first or inner.person:
                return None
            if lows[m + 1] == "it" and (
                others := [key for key in self.scene.who.bodies_in(self.scene.line.first, m) if key not in outer.keys]
            ):
                inner = Party(tuple(others[-1:]), inner.first, inner.last)
            between = lows[inner.last : group.first]
            if "and" in between[1:] and len(between) < _BETWEEN and not context.names_from(inner.last, group.first):
                between = []  # "which NHS England funds and directs"
            if not all(skipped(low) for low in between) or (
                phrase.predicate == "succeeds" and phrase.rest and end < group.head
            ):
                return None
            if Objects(self.scene).after(end, phrase) is not None:
                return None
            return Before(inner, m, relative=True), outer
        return None

    def _capitals_before(self, relative: int) -> Party | None:
        """ "Cairn Housing, which the Regulator supervises": capitals that no name explains before a relative pronoun."""
        found = self.scene.parties.capitals.before_verb(relative + 1)
        return (
            found
            if found is None or not self.scene.parties.capitals.is_person(found) or found.last < relative
            else None
        )

    def _one_of(self, relative: int) -> Party | None:
        """ "is one of the bodies that A inspects": who is one of them."""
        be = self.scene.befores.before_one_of(relative)
        before = self.scene.befores.of(be) if be is not None else None
        return before.party if before else None

    def _fits(self, subject: Before, phrase: Phrase) -> bool:
        """Can the subject be said to do this: a body, its staff, or (of functions) what it does?"""
        if len(subject.party.keys) > 1 and phrase.rest[:2] == ("to", "be") and phrase.predicate == "succeeds":
            return False  # "they used to be the Board"
        head, lists = subject.party.head, self.scene.words.lists
        if phrase.functions:
            return head in lists["functions"]
        if phrase.visits:
            crew = not head or head in lists["staff"]
            return head == "inspectors" or (crew and all(self.scene.who.inspects(key) for key in subject.party.keys))
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
        if lows[objects.first] not in {"it", "them", "its", "their"} or objects.keys != subject.keys:
            return objects
        named, pronouns = self.scene.who.bodies_in(line.first, objects.first), self.scene.parties.phrases.pronouns
        near = pronouns.office_before(objects.first)
        others = [key for key in (*pronouns.told_before(), *named, *near) if key not in subject.keys]
        return Party(tuple(others[-1:]), objects.first, objects.last)

    def _told(self, one: str, other: str, phrase: Phrase) -> tuple[str, bool]:
        """The property and whether the two change places; joining and reporting depend on what the bodies are."""
        if phrase.name == "joins":
            return ("subOrganizationOf" if self.scene.is_called(other, "gatherings") else "worksWith"), False
        if phrase.name == "overseen-by" and phrase.rest == ("to",) and self.scene.is_called(one, "boards"):
            return "subOrganizationOf", False
        return phrase.predicate, phrase.turned
