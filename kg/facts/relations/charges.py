"""Overseeing and inspecting told as a charge that lies with somebody: "oversight of the Hospice rests with the Board".

Comes in: a line.  Goes out: relations.  The one idea: behind the noun stands who is watched over, behind "rests with", "is the task of" or
"is done by" whose charge it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at, skipped
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE, HAVE
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_RELATING = lists("relating")
_OVERSEES, _INSPECTS = _RELATING.words("oversights"), _RELATING.words("inspectings")
_OVERSEEING, _INSPECTING = _RELATING.words("overseeings"), _RELATING.words("visitings")
_RESTS, _TASKS, _DOINGS = _RELATING.words("rests"), _RELATING.words("tasks"), _RELATING.words("doings")
_PASSINGS = _RELATING.words("passings")
_ASSUMING = frozenset({"assumed", "assumes", "inherited", "acquired"})
_TAKING = _ASSUMING | {"took", "takes", "taken"}
_GIVING = frozenset({"give", "gave", "given", "gives", "grants", "granted", "accorded", "assigned"})
_TO = frozenset({"with", "to", "on", "by", "for"})


@dataclass(slots=True)
class Charges:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _OVERSEES | _INSPECTS | _OVERSEEING | _INSPECTING

    def at(self, k: int) -> Iterator[Relation]:
        """Who watches over or inspects whom, as the charge at a token tells."""
        scene, lows, last = self.scene, self.scene.context.tokens.lows, self.scene.line.last
        links = {"of", "for"} if lows[k] == "responsibility" else {"of"}
        of = k + 1 < last and lows[k + 1] in links
        watched = scene.parties.named(k + 1 + of, last) if of or lows[k] in _OVERSEEING | _INSPECTING else None
        watched = watched or self._among_them(k + 1 + of)
        if watched is None or watched.person or watched.head:
            return
        if lows[k] in _OVERSEES - {"responsibility", "licensing"} and (owner := self._whose(k)):
            told = scene.telling.so(scene.befores.start(k), k)
            yield from (
                scene.made(one, "oversees", other, "charge")
                for one in owner
                if told
                for other in watched.keys
                if one != other
            )
            return
        if of and (taker := self._taker(k)):
            told = scene.telling.so(scene.befores.start(k), k)
            predicate = "inspects" if lows[k] in _INSPECTS else "oversees"
            yield from (scene.made(taker, predicate, one, "charge") for one in watched.keys if told and one != taker)
            return
        if watched.last + 2 >= last:
            return
        verb = watched.last
        behind = self._behind(verb)
        whose = scene.parties.listed(behind, last) if behind else None
        told = scene.telling.so(scene.befores.start(k), verb) and scene.telling.lasting(verb, verb + 1, last)
        if whose is None or whose.person or whose.head or not told:
            return
        predicate = "inspects" if lows[k] in _INSPECTS | _INSPECTING else "oversees"
        yield from (scene.made(one, predicate, other, "charge") for one in whose.keys for other in watched.keys)

    def _taker(self, k: int) -> str | None:
        """ "the Council took on the (regulation of)": who has taken a charge up."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        verb = next((m for m in range(k - 1, max(scene.line.first, k - 5), -1) if lows[m] in _TAKING), -1)
        if verb < 0 or not (lows[verb] in _ASSUMING or lows[verb + 1] in {"on", "over", "up"}):
            return None
        group = group_at(scene.context, verb, scene.line.first)
        before = scene.anybody.of(group.first) if not group.negated and not group.passive and group.to < 0 else None
        told = (
            before is not None and group.tense is not Tense.OPEN and not before.party.person and not before.party.head
        )
        return before.party.keys[0] if told and before is not None else None

    def _among_them(self, k: int) -> Party | None:
        """ "(the inspecting of) smaller lines, among them the Portway Tramway,"."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        for m in range(k, min(last - 2, k + 6)):
            if tokens.lows[m : m + 2] == ["among", "them"] or tokens.lows[m] == "including":
                found = self.scene.parties.named(m + 1 + (tokens.lows[m] == "among"), last)
                closed = found is not None and tokens.words[found.last] == ","
                return Party(found.keys, found.first, found.last + 1) if found is not None and closed else found
        return None

    def _whose(self, k: int) -> tuple[str, ...]:
        """ "the Council's oversight of", "its oversight of"."""
        if self.scene.context.tokens.lows[k - 1] == "its":
            return self.scene.parties.phrases.pronouns.it(k - 1)
        lows, first = self.scene.context.tokens.lows, self.scene.line.first
        given = self.scene.parties.ending(k, first)
        if (
            given is not None
            and not given.head
            and not given.person
            and _GIVING & set(lows[max(first, given.first - 4) : given.first])
        ):
            return given.keys  # "Parliament has given the Board oversight of"
        owner = Pairs(self.scene).owner(k)
        return owner.keys if owner is not None and not owner.person else ()

    def _behind(self, verb: int) -> int:
        """The token behind "rests with", "is the task of", "is a matter for", "is carried out by", or 0."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        carrier = verb
        while verb + 2 < last and (lows[verb] in HAVE | {"been"} or skipped(lows[verb])):
            verb += 1
        if verb + 2 < last and lows[verb] in BE and lows[verb + 1] in _PASSINGS:
            verb += 1
        if lows[verb] in _PASSINGS:
            return next((m + 1 for m in range(verb + 1, min(last, verb + 8)) if lows[m] == "to"), 0)
        if lows[carrier] in BE:
            verb = carrier
        if lows[verb] in _RESTS and lows[verb + 1] in _TO:
            return verb + 2
        if lows[verb] not in BE:
            return 0
        for m in range(verb + 1, min(last - 2, verb + 6)):
            if lows[m] in _TASKS and lows[m + 1] == "of":
                return m + 2
            if lows[m] == "matter" and lows[m + 1] == "for":
                return m + 2
            if lows[m] in _DOINGS:
                return next((n + 1 for n in range(m + 1, min(last, m + 6)) if lows[n] in {"by", "between"}), 0)
        return verb + 2 if lows[verb + 1] == "for" else 0
