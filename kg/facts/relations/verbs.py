"""Relationships told by a verb: "the Agency replaced the Board", "the Trust, which the Council oversees", "is regulated by".

Comes in: a line.  Goes out: relations.  The one idea: the subject stands before the verb and the other body right after it; the
passive and a relative clause turn them round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Group
from kg.facts.relations.antecedents import Before
from kg.facts.relations.inversions import Inversions
from kg.facts.relations.moods import Moods
from kg.facts.relations.objects import Objects
from kg.facts.relations.party import Party
from kg.facts.words import ARTICLES
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase, RelationWords
from kg.model import Relation

_PAPERS = lists("inspecting").words("papers")  # whose report is shared with another works with nobody
_LOOKING = lists("relating").words("looking")
_BEFORE_NOUNS = ARTICLES - {"all", "both", "each", "that", "this", "some", "any"} | {
    "of",
    "joint",
    "annual",
    "more",
    "for",
    "in",
}
_NO_STAFF = frozenset(
    {("with",), ("on",), ("upon",)}
)  # "her auditors will descend upon the Trust": functions alone do so for good


@dataclass(slots=True)
class Verbs(Inversions):
    """Reads one line."""

    @staticmethod
    def cues(words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return words.verbs

    def at(self, k: int) -> Iterator[Relation]:
        """Every relationship that a verb at a token tells: of its phrases the longest that has two bodies."""
        tokens, words = self.scene.context.tokens, self.scene.words
        noun = tokens.lows[k - 1] in _BEFORE_NOUNS and not tokens.words[k - 1][1:].isupper()
        if noun and tokens.lows[k] not in words.carried:
            return
        for end, phrase in words.all_at(tokens, k, self.scene.line.last):
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
        if incumbent := self.incumbent(group):
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
        by = tokens.lows[end] == "by"
        if (group.passive or reduced or by) and not phrase.be and not phrase.rest:
            agents = objects.agents(end) or self.by_which(group)
            if agents is None:
                return
            if among := self.among(group, agents):
                yield among
                return
            opens = objects.opening(group.first)
            apart = reduced and tokens.words[opens - 1] in {",", "(", ":", "–"}
            before = befores.apposed(opens) if apart else befores.of(group.first)
            before = before or (self._arm(group.first) if reduced and not apart else None)
            before = before or self._unknown(opens if apart else group.first, apart=apart)
            before = before or (self.dangling(group.first, agents.last) if not group.passive else None)
            agents = self._meant(agents, before.party) if before else agents
            if before is not None and not self._shared_by(phrase, agents):
                yield Before(agents, before.first, before.relative), before.party
            return
        others = objects.after(end, phrase)
        if others is None and (fronted := self.fronted(group, end, phrase)):
            yield fronted
            return
        within = objects.inside(group.head, end, phrase)
        if within is None and others is None:
            return  # whoever it is said of, it reaches nobody
        before = befores.apposed(group.first) if apposed else self.participle(group, phrase)
        before = before or self.upon(group, others) or (None if apposed else befores.of(group.first))
        before = before or self.controlled(group) or self.beside(group)
        before = self.by_function(group) or before
        if before is None and (cleft := self.cleft(group, others)):
            yield cleft
            return
        before = before or self._left_out(group, phrase)
        before = before or (self._unknown_subject(group, phrase, apposed=apposed) if phrase.name != "joins" else None)
        if others is not None and phrase.name == "succeeds" and not phrase.rest and (new := objects.instead(others)):
            before = Before(
                new, before.first if before else group.first
            )  # "The Ministry replaced the Board with the Agency"
        if before is not None and not before.party.person:
            yield before, within or others

    def _arm(self, verb: int) -> Before | None:
        """ "TDS, a unit of the Ministry overseen by the Board": the name of the arm before its whole."""
        first = self.scene.line.first
        whole = self.scene.parties.ending(verb, first)
        arm = self.scene.befores.arm(whole) if whole is not None else None
        return Before(arm, first) if arm is not None and not arm.person else None

    def _left_out(self, group: Group, phrase: Phrase) -> Before | None:
        """ "Sits within the Department.": in notes, the body that the sentence before tells of."""
        first, lows = self.scene.line.first, self.scene.context.tokens.lows
        before = self.scene.before
        part = phrase.predicate == "subOrganizationOf" and not phrase.turned
        if group.first != first or not (part or phrase.name == "overseen-by") or before is None:
            return None
        if not lows[first].endswith("s") or before.passage != self.scene.line.passage:
            return None
        keys = self.scene.parties.phrases.pronouns.told_before()
        return Before(Party(keys, first, first), first) if keys else None

    def _shared_by(self, phrase: Phrase, agents: Party) -> bool:
        """ "is run by A and B": a part of neither."""
        return phrase.name == "whole-by" and len(agents.keys) > 1

    def _unknown(self, first: int, *, apart: bool) -> Before | None:
        """Those that no name explains, before a verb that is said of bodies only."""
        if not apart:
            return self.scene.anybody.of(first)
        party = self.scene.parties.capitals.before_verb(first, apart=apart)
        return Before(party, self.scene.befores.start(party.first)) if party else None

    def _unknown_subject(self, group: Group, phrase: Phrase, *, apposed: bool) -> Before | None:
        """The same as whoever does something, which a person may do as well, unless the verb is one of coming after or being a part."""
        found = self._unknown(group.first, apart=apposed)
        if found is None and not apposed and phrase.predicate == "subOrganizationOf":
            one = self.scene.parties.capitals.single_ending(group.first)
            found = Before(one, self.scene.befores.start(one.first)) if one else None
        bodily = phrase.predicate in {"succeeds", "subOrganizationOf"} and phrase.name != "whole-by"
        sure = found is not None and (bodily or not self.scene.parties.capitals.is_person(found.party))
        return found if sure else None

    def _fits(self, subject: Before, phrase: Phrase) -> bool:
        """Can the subject be said to do this: a body, its staff, or (of functions) what it does?"""
        if len(subject.party.keys) > 1 and phrase.rest[:2] == ("to", "be") and phrase.predicate == "succeeds":
            return False  # "they used to be the Board"
        head, words = subject.party.head, self.scene.words.lists
        if phrase.functions:
            return head in words["functions"] and (phrase.rest not in _NO_STAFF or head not in words["staff"])
        if phrase.visits:
            crew = not head or head in words["staff"]
            return head == "inspectors" or (crew and all(self.scene.who.inspects(key) for key in subject.party.keys))
        doing = phrase.be and phrase.predicate == "worksWith" and head not in _PAPERS
        doing = doing or (phrase.be and phrase.name == "inspected-by" and head in words["theirs"])
        return not head or head in words["staff"] or doing

    # ── the fact ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _pairs(self, subject: Party, objects: Party | None, phrase: Phrase, group: Group) -> Iterator[Relation]:
        lows = self.scene.context.tokens.lows
        if objects is None:
            return
        if phrase.visits and lows[group.head] in _LOOKING and lows[objects.first] in {"it", "them"}:
            return  # "his inspectors would look at it": at the matter, as a rule
        objects = self._meant(objects, subject)
        rule = "passive" if group.passive and not phrase.be else "verb"
        for one in subject.keys[:3]:
            for other in objects.keys:
                predicate, turned = self._told(one, other, phrase, group)
                if predicate:
                    yield self.scene.made(*((other, predicate, one) if turned else (one, predicate, other)), rule)

    def _meant(self, objects: Party, subject: Party) -> Party:
        """ "regulates the Trust and inspects it", "A regulates it and B inspects it": "it" as an object is no subject of a clause."""
        line, lows = self.scene.line, self.scene.context.tokens.lows
        if lows[objects.first] not in {"it", "them", "its", "their"}:
            return objects
        if "it" in lows[line.first : objects.first] and lows[objects.first] == "it" and self._again(subject, objects):
            return Party(self.scene.parties.phrases.pronouns.told_before(), objects.first, objects.last)
        if objects.keys != subject.keys:
            return objects
        named, pronouns = self.scene.who.bodies_in(line.first, objects.first), self.scene.parties.phrases.pronouns
        near = pronouns.office_before(objects.first)
        others = [key for key in (*pronouns.told_before(), *named, *near) if key not in subject.keys]
        return Party(tuple(others[-1:]), objects.first, objects.last)

    def _again(self, subject: Party, objects: Party) -> bool:
        """ "A regulates it and B inspects it": is one named that is the subject of the clause before, with an "it" of its own?"""
        line = self.scene.line
        named = self.scene.who.bodies_in(line.first, self.scene.context.tokens.lows.index("it", line.first))
        return objects.keys == named and not set(subject.keys) & set(named)

    def _told(self, one: str, other: str, phrase: Phrase, group: Group) -> tuple[str, bool]:
        """The property and whether the two change places; joining and reporting depend on what the bodies are."""
        if phrase.name == "joins":
            return ("subOrganizationOf" if self.scene.is_called(other, "gatherings") else "worksWith"), False
        if phrase.name == "part-of" and phrase.rest == ("to",) and self.scene.is_called(other, "memberships"):
            return "", False  # "belongs to the Housing Forum": a member
        if phrase.name == "part-of" and phrase.rest[-1:] == ("into",) and self._is_building(other):
            return "", False  # "moved from the Old Dock into Quay House"
        reports = self.scene.context.tokens.lows[group.head].startswith("report") and phrase.rest == ("to",)
        if phrase.name == "overseen-by" and reports and self.scene.is_called(one, "subgroups"):
            return "subOrganizationOf", False
        return phrase.predicate, phrase.turned

    def _is_building(self, key: str) -> bool:
        """Is a name that of a house, so that who moves there is no part of it?"""
        return self.scene.is_called(key, "buildings")
