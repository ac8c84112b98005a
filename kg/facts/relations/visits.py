"""Inspecting told by a noun: "its inspection of the Trust", "the CQC's inspection of the Trust", "an inspection of the Trust by the CQC".

Comes in: a line.  Goes out: relations.  The one idea: who inspects stands in the genitive before the noun or behind "by", who is inspected
behind "of"; an inspection that is only wished for or supposed tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import UNKNOWN, Party
from kg.facts.words import BE, PREPOSITIONS
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.mentions.words import MONTHS
from kg.model import Relation

_NOUNS = frozenset({"inspection", "inspections", "audit", "audits"})
_AUDITS = frozenset({"audit", "audits"})
_SUPPOSED = lists("relating").words("supposed")
_LINKS = (["of"], ["at"], ["into"])
_GOING = frozenset({"visit", "visits"})
_TO = (["to"],)
_BY = (["by"], ["from"])
_WHICH = (["that"], ["which"])
_CREWS = frozenset({"inspectors", "auditors", "inspector"})
_A = frozenset({"a", "an", "its", "annual"})
_BEHIND = PREPOSITIONS | MONTHS | {"and", "but", "last", "this", "that", "which", "when", "earlier"}
_UNDERGOING = frozenset({"subject", "underwent", "undergone", "passed", "failed", "received", "faced", "survived"})
_WORKED_BY = lists("inspecting").words("worked-by")
_REACH = 8


@dataclass(slots=True)
class Visits(Pairs):
    """Reads one line."""

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _NOUNS | _GOING

    def at(self, k: int) -> Iterator[Relation]:
        """Who inspects whom, as a noun at a token tells."""
        scene, lows, last = self.scene, self.scene.context.tokens.lows, self.scene.line.last
        before, behind = lows[max(scene.line.first, k - _REACH) : k], lows[k + 1 : k + 2]
        undergone, linked = not _UNDERGOING.isdisjoint(before), behind in (_TO if lows[k] in _GOING else _LINKS)
        if not (undergone or linked or behind in _BY or behind in _WHICH):
            return
        if not _SUPPOSED.isdisjoint(before) or not scene.telling.so(scene.befores.start(k), k):
            return
        if behind in _BY:
            yield from self._had(k)
            return
        if behind in _WHICH:
            yield from self._made(k)
            return
        if undergone:
            yield from self._undergone(k)
        if not linked:
            return
        near = range(k + 2, min(last, k + 7))
        inspected = next(
            (party for m in near if (party := scene.parties.at(m, last) or scene.parties.capitals.at(m, last))), None
        )
        if inspected is None or inspected.person or not inspected.keys:
            return
        if lows[inspected.last] in _WORKED_BY and lows[inspected.last + 1 : inspected.last + 2] == ["by"]:
            inspected = self._worked_by(inspected)  # "its inspection of the service provided by NHS Fife"
        if inspected is None:
            return
        if lows[k] in _AUDITS and inspected.keys[0].startswith(UNKNOWN):
            return  # "its audit of Essential Skills"
        for one in self._who(k, inspected.last):
            surely = not inspected.head and lows[k] not in _GOING | _AUDITS
            if one not in inspected.keys and (surely or scene.who.inspects(one)):
                yield scene.made(one, "inspects", inspected.keys[0], "noun")

    def _worked_by(self, thing: Party) -> Party | None:
        """Whose a thing is that is looked at: a name of its own, else whoever runs it."""
        context = self.scene.context
        if context.within_name(thing.last - 1) and context.tokens.words[thing.last - 1][0].isupper():
            return thing
        owner = self.scene.parties.at(thing.last + 2, self.scene.line.last)
        return owner if owner is not None and owner.keys and not owner.person else None

    def _made(self, k: int) -> Iterator[Relation]:
        """ "the inspection that DWI had made of the Company"."""
        scene, lows, last = self.scene, self.scene.context.tokens.lows, self.scene.line.last
        agents = scene.parties.listed(k + 2, last)
        if agents is None or agents.person or agents.head:
            return
        of = next((m for m in range(agents.last + 1, min(last, agents.last + 6)) if lows[m] in {"of", "at"}), -1)
        inspected = scene.parties.named(of + 1, last) if of > 0 else None
        if inspected is not None and not inspected.person:
            yield from (
                scene.made(one, "inspects", inspected.keys[0], "noun")
                for one in agents.keys
                if one not in inspected.keys
            )

    def _had(self, k: int) -> Iterator[Relation]:
        """ "the School passed its inspection by Ofsted", "the School's inspection by Ofsted": whose it was, and by whom."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        agents = scene.parties.listed(k + 2, scene.line.last)
        owner = self.owner(k)
        if owner is None:
            owner = self._label(k)
        if owner is None and _A & set(lows[k - 3 : k]) and not self._opens(k):
            owner = self.ours(k)
        if agents is None or owner is None or agents.person or owner.person:
            return
        inspecting = lows[k] not in _GOING or all(map(scene.who.inspects, agents.keys))
        if agents.head not in _CREWS and (agents.head or not inspecting):
            return
        yield from (scene.made(one, "inspects", owner.keys[0], "noun") for one in agents.keys if one not in owner.keys)

    def _opens(self, k: int) -> bool:
        """ "Before the Trust reports, an audit by Pell Moss …": does the phrase open a clause of its own?"""
        tokens = self.scene.context.tokens
        article = next((m for m in range(k - 1, k - 4, -1) if tokens.lows[m] in _A), k)
        return tokens.words[article - 1] == ","

    def _undergone(self, k: int) -> Iterator[Relation]:
        """ "the Trust was the subject of an ICO audit", "has passed its CQC inspection"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        named = scene.context.name_around(k - 1)
        behind = lows[k + 1] if k + 1 < scene.line.last else "."
        if behind[0].isalpha() and behind not in _BEHIND:
            return  # "received an ICO audit report"
        agent = scene.parties.at(named.first, k) if named is not None and named.last == k else None
        verb = next((m for m in range(k - 1, max(scene.line.first, k - _REACH), -1) if lows[m] in _UNDERGOING), -1)
        if agent is None or agent.person or agent.head or verb < 0:
            return
        group = group_at(scene.context, verb, scene.line.first)
        be = verb - 1 - (lows[verb - 1] == "the")
        before = scene.befores.of(be if lows[verb] == "subject" else group.first)
        told = not group.negated and group.tense is not Tense.OPEN and (lows[verb] != "subject" or lows[be] in BE)
        if before is not None and told and not before.party.person and not before.party.head:
            yield from (
                scene.made(agent.keys[0], "inspects", one, "noun") for one in before.party.keys if one != agent.keys[0]
            )

    def _label(self, k: int) -> Party | None:
        """ "Bell Metering: (inspection by …)": who opens the sentence before a colon."""
        tokens, first = self.scene.context.tokens, self.scene.line.first
        colon = next((m for m in range(max(first, k - 4), k) if tokens.words[m] == ":"), -1)
        found = self.scene.parties.other(first, k) if colon > first else None
        return found if found is not None and found.last == colon and not found.head and not found.person else None

    def _who(self, k: int, after: int) -> tuple[str, ...]:
        """Whose inspection it is."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(after, min(scene.line.last, after + 5)):
            if (
                lows[m] == "by"
                and lows[m - 1] not in _WORKED_BY
                and (party := scene.parties.listed(m + 1, scene.line.last))
            ):
                return party.keys if not party.person else ()
        if (named := scene.context.name_around(k - 1)) is not None and named.last == k:
            party = scene.parties.at(named.first, k)  # "the HIS inspection of the Trust"
            return party.keys if party is not None and not party.person and not party.head else ()
        for m in range(k - 1, max(scene.line.first - 1, k - _REACH), -1):
            if lows[m] == "its":
                return self._its(m)
            owner = scene.parties.at(m, k + 1)
            if owner is not None and owner.head and owner.last >= k:
                return owner.keys
        return ()

    def _its(self, its: int) -> tuple[str, ...]:
        """The subject of the clause that "its" stands in, or the only inspecting body before it."""
        scene = self.scene
        named = [key for key in scene.who.bodies_in(scene.line.first, its) if scene.who.inspects(key)]
        return tuple(named[:1]) or scene.parties.phrases.pronouns.it(its)[:1]
