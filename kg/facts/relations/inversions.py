"""Subjects that do not stand before their verb: "which the Agency oversees", "it falls to the Agency to inspect", "taking the place of".

Comes in: the group of a verb.  Goes out: its subject, or subject and object together.  The one idea: each such turn of a clause has one word
that gives it away: a relative pronoun, "to", a participle behind a comma, "the body that".
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.inspections.groups import Group, Tense, skipped
from kg.facts.relations.antecedents import Before
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import ARTICLES, BE, PREPOSITIONS
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase
from kg.mentions.words import MONTHS

_RELATIVE = frozenset({"which", "that", "whom"})
_FALLS = frozenset({"fall", "falls", "fell", "fallen", "is", "was"})
_DESCRIBED = lists("relating").words("body-nouns")
_UNREAL = frozenset("would could should might if wanted wished hoped proposed suggested".split())
_CONTROLLING = frozenset({"after", "before", "by", "in", "when", "while", "since"})
_FUNCTIONS = lists("relating").words("functions-of-bodies")
_AMONG = frozenset({"among", "amongst"})
_UPON = frozenset({"since", "on", "upon", "after", "in", "by"})
_OPENINGS = frozenset({"that", ";", "and", "but", ":"})  # a clause begins behind these
_BETWEEN = 6  # tokens of another verb between a subject and its verb: "which it set up and still runs"


@dataclass(slots=True)
class Inversions:
    """Finds the subjects of one line that stand elsewhere."""

    scene: Scene

    def participle(self, group: Group, phrase: Phrase) -> Before | None:
        """ ", taking the place of the Board": said of the subject of the main clause."""
        tokens = self.scene.context.tokens
        comma = tokens.words[group.first - 1] == "," if group.first > self.scene.line.first else False
        if not comma or not tokens.lows[group.head].endswith("ing") or group.tense is not Tense.BARE or phrase.be:
            return None
        main = self.scene.befores.main()
        return Before(main, self.scene.line.first) if main and not main.person and main.keys else None

    def dangling(self, first: int, behind: int) -> Before | None:
        """ "Inspected by the Council in May, the School …": whom a participle that opens its clause is said of, behind the comma."""
        scene, words = self.scene, self.scene.context.tokens.words
        if first > scene.line.first and scene.context.tokens.lows[first - 1] not in _OPENINGS:
            return None
        comma = next((m for m in range(behind, min(scene.line.last - 1, behind + 10)) if words[m] == ","), -1)
        found = scene.parties.other(comma + 1, scene.line.last) if comma > 0 else None
        if found is None or found.person or found.head:
            return None
        return Before(found, first) if Pairs(scene).acts(found, scene.line.last) else None

    def upon(self, group: Group, others: Party | None) -> Before | None:
        """ "Since taking over from the Board in May, the Agency has …", "Having replaced it, …": of whom the gerund that opens a sentence is said."""
        scene, lows, first = self.scene, self.scene.context.tokens.lows, self.scene.line.first
        led = group.first == first + (lows[first] in _UPON)
        if others is None or not led or not (lows[group.head].endswith("ing") or lows[group.first] == "having"):
            return None
        for m in range(others.last, min(scene.line.last - 1, others.last + _BETWEEN)):
            found = scene.parties.other(m, scene.line.last) if lows[m] not in MONTHS else None
            if found is not None and lows[m] == "it":
                keys = tuple(key for key in scene.parties.phrases.pronouns.told_before() if key not in others.keys)
                return Before(Party(keys, m, m + 1), first) if keys else None
            if found is not None:
                behind = not found.person and not found.head and Pairs(scene).acts(found, scene.line.last)
                return Before(found, first) if behind else None
        return None

    def among(self, group: Group, agents: Party) -> tuple[Before, Party] | None:
        """ "Among the schools inspected by Estyn was Ysgol Bryn": who is one of those that the participle is said of."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        opens = next(
            (m for m in range(group.first - 1, max(scene.line.first - 1, group.first - 6), -1) if lows[m] in _AMONG), -1
        )
        be = agents.last
        if opens < scene.line.first or group.first != group.head or be + 1 >= scene.line.last or lows[be] not in BE:
            return None
        found = scene.parties.named(be + 1, scene.line.last)
        return (Before(agents, opens), found) if found is not None and not found.person else None

    def cleft(self, group: Group, others: Party | None) -> tuple[Before, Party | None] | None:
        """ "the body that inspects it is the Agency": who is so described stands behind the object and the form of be."""
        lows = self.scene.context.tokens.lows
        if lows[group.first - 1] not in _RELATIVE | {"who"} or lows[group.first - 2] not in _DESCRIBED:
            return None
        if others is None or others.last + 1 >= self.scene.line.last or lows[others.last] not in BE:
            return None
        who = self.scene.parties.named(others.last + 1, self.scene.line.last)
        return (
            (Before(who, self.scene.befores.start(group.first)), others)
            if who and not who.person and not who.head
            else None
        )

    def controlled(self, group: Group) -> Before | None:
        """ "had written after inspecting us": the subject of the verb before, behind a preposition."""
        lows = self.scene.context.tokens.lows
        behind = (
            group.tense is Tense.BARE and lows[group.head].endswith("ing") and lows[group.first - 1] in _CONTROLLING
        )
        party = Pairs(self.scene).ours(group.first - 1) if behind else None
        return Before(party, self.scene.befores.start(party.first)) if party and not party.person else None

    def beside(self, group: Group) -> Before | None:
        """ "the clinic is run by the Partnership, with the Council overseeing it": of whom a participle behind "with" is said."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        bare = group.tense is Tense.BARE and group.first == group.head and lows[group.head].endswith("ing")
        party = self.scene.parties.ending(group.first, line.first) if bare else None
        if party is None or party.person or party.head:
            return None
        opens = party.first - 1 - (lows[party.first - 1] == "the")
        told = opens > line.first and lows[opens] == "with" and lows[opens - 1] == ","
        return Before(party, opens) if told and _UNREAL.isdisjoint(lows[line.first : opens]) else None

    def by_function(self, group: Group) -> Before | None:
        """ "its function under statute is to inspect", "the role of the Inspectorate is to inspect": whose function it is."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        if group.to < 0 or group.tense is not Tense.FUTURE or lows[group.to - 1] not in BE:
            return None
        at = next((m for m in range(group.first - 1, line.first - 1, -1) if lows[m] in _FUNCTIONS), -1)
        if at < line.first or not _OPENINGS.isdisjoint(lows[at : group.first]):
            return None
        if lows[at + 1] == "of":
            party = self.scene.parties.named(at + 2, group.first)
            return Before(party, self.scene.befores.start(at)) if party and not party.person else None
        if lows[at - 1] in {"its", "sole", "main", "chief"} and "its" in lows[max(line.first, at - 2) : at]:
            keys = self.scene.parties.phrases.pronouns.it(at - 1)
            return Before(Party(keys, at - 1, at), self.scene.befores.start(at)) if keys else None
        return None

    def incumbent(self, group: Group) -> Before | None:
        """ "it falls to the Inspectorate to inspect", "it is for the Inspectorate to inspect": whoever stands before the infinitive."""
        lows, line = self.scene.context.tokens.lows, self.scene.line
        if group.to < 0:
            return None
        for m in range(group.to - 1, max(line.first, group.to - 14), -1):
            if lows[m] in {"to", "for", "on", "upon"} and lows[m - 1] in _FALLS:
                party = self.scene.parties.listed(m + 1, group.to)
                return Before(party, self.scene.befores.start(m)) if party and not party.person else None
        return None

    def by_which(self, group: Group) -> Party | None:
        """ "the CQC, by which the Trust was inspected"."""
        lows = self.scene.context.tokens.lows
        for m in range(group.first - 1, max(self.scene.line.first, group.first - 14), -1):
            if lows[m] in {"which", "whom"} and lows[m - 1] == "by":
                return self.scene.befores.antecedent(m)
        return None

    def fronted(self, group: Group, end: int, phrase: Phrase) -> tuple[Before, Party] | None:
        """ "the Trust, which BGRO oversees", "the Board, with whom it works": the object stands before, where none stands behind."""
        context, befores = self.scene.context, self.scene.befores
        lows = context.tokens.lows
        for m in range(group.first - 1, max(self.scene.line.first, group.first - 14), -1):
            if context.tokens.words[m] in {",", ";"}:
                return None
            if lows[m] not in _RELATIVE or (lows[m] == "that" and lows[m - 1] == "which"):
                continue  # "which that Inspectorate inspects"
            if lows[m - 1] in PREPOSITIONS or (lows[m] == "that" and context.tokens.words[m - 1] == ","):
                return None
            outer = befores.antecedent(m) or self._one_of(m) or (None if phrase.loose else self._capitals_before(m))
            inner = self.scene.parties.listed(m + 1, self.scene.line.last)
            if outer is None or inner is None or inner.last > group.first or inner.person:
                return None
            if lows[m] == "that" and outer.last == m and self._is_told(outer):
                return None
            if lows[m + 1] == "it" and (
                others := [key for key in self.scene.who.bodies_in(self.scene.line.first, m) if key not in outer.keys]
            ):
                inner = Party(tuple(others[-1:]), inner.first, inner.last)
            between = lows[inner.last : group.first]
            if "and" in between[1:] and len(between) < _BETWEEN and not context.named_in(inner.last, group.first):
                between = []  # "which NHS England funds and directs"
            if not all(skipped(low) for low in between) or (
                phrase.predicate == "succeeds" and phrase.rest and end < group.head
            ):
                return None
            return Before(inner, m, relative=True), outer
        return None

    def _is_told(self, hearer: Party) -> bool:
        """ "told the Trust that the Commission had inspected the wards": whom somebody tells something, which is no relative clause."""
        lows = self.scene.context.tokens.lows
        verb = lows[hearer.first - 1 - (lows[hearer.first - 1] in ARTICLES)]
        return verb in self.scene.context.lexicon.predicates.verbs

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
