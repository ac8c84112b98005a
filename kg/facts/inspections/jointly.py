"""Who carries an undertaking out together with others: "joint", "jointly", "with Y", "would join X in its inspection".

Comes in: a phrase with its standing, and who is found by other words.  Goes out: keys of bodies, or nothing.  The one idea: the partner is named; whoever
leads is the subject, whoever proposes or tells of it, or the meeting itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.context import Line
from kg.facts.inspections.charged import Charged
from kg.facts.inspections.companions import JOINT
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.sections import TELLING
from kg.facts.inspections.stages import JOINED
from kg.facts.inspections.statuses import CARRYING_OUT, Standing
from kg.facts.inspections.words import WORDS
from kg.model import EntityType

ACTING = CARRYING_OUT | {"postpone", "give-up"}
_JOINTLY = frozenset({"joint", "jointly"})
_ASSURING = WORDS.words("assuring")
_JOINING_IN = WORDS.words("joining-in")


@dataclass(slots=True)
class Jointly(Charged):
    """Finds those who act together in one document."""

    def _together(self, line: Line, phrase: Phrase, told: Standing, found: tuple[str, ...]) -> tuple[str, ...]:
        """Those found, and those with whom they do it ("with Y", "in partnership with Y"); where only partners are told, whoever leads."""
        lows = self.context.tokens.lows
        with_others = found and (told.rule != "inspection-frame" or self._is_joint(line, phrase, named=True))
        with_others = with_others or "jointly" in lows[phrase.last : line.last]
        if not (with_others or told.phase in ACTING or told.phase == "happen"):
            return found
        behind = phrase.head + 1 if lows[phrase.head + 1] in {",", "with"} else phrase.last
        both = self._with_partners(line, behind, line.last, found, joint=self._is_joint(line, phrase))
        if found or not both:
            return both
        if leader := self._again(line, frozenset(lows[phrase.first : phrase.head + 1])):
            return tuple(dict.fromkeys((*leader, *both)))
        return (*self._beside_partners(line, told, both), *both)

    def _those_joined(self, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        """ "HMIP would join Estyn in its inspection", "Ofsted is to take part in the inspection by HMIP": all of them."""
        if told.rule != JOINED:
            return ()
        owner = self._owner(line, phrase)
        if owner and told.group is not None and told.group.negated:
            return owner
        before = self._acting_in(line.first, phrase.owner[0] if owner and phrase.owner else phrase.first)
        # who takes part in another's audit may be what is audited
        joining = filter(self.inspects, before) if owner else before
        return tuple(dict.fromkeys((*joining, *owner, *self.done_by(line, phrase.head + 1))))

    def _joined_in(self, first: int, last: int) -> bool:
        """ "in which Estyn took part"; "of Crown Pilots, which is part of the Authority" tells of no such thing."""
        lows = self.context.tokens.lows
        return any(lows[k] in _JOINING_IN and lows[k : k + 2] != ["part", "of"] for k in range(first, last))

    def _hosts(self, guests: tuple[str, ...]) -> tuple[str, ...]:
        """ "in which Estyn took part": the inspecting body of whoever tells of it, else the one of the meeting, whom those guests join."""
        ours = self.inspecting_here()
        return ours if set(guests).isdisjoint(ours) else ()

    def _beside_partners(self, line: Line, told: Standing, partners: tuple[str, ...]) -> tuple[str, ...]:
        """ "would start in June, with the Board", "had proposed a joint audit with the Board": who does it beside those, by the subject or by whoever tells of it."""
        lows = self.context.tokens.lows
        places = (k for k in range(line.first + 1, line.last - 1) if lows[k] == "with" and lows[k - 1] != ",")
        for k in places:  # "Joint audit of quays, HI with the Council, starts in May"
            name = self.context.name_around(k - 1)
            if name is None or name.last != k or lows[name.first - 1] != "," or k + 1 not in self.context.mention_at:
                continue
            if (body := self.doer(self.context.cast.by_first[name.first])) and body not in partners:
                return (body,)
        if told.group is not None and told.phase in {"ask-for", "arrange"} and not told.group.passive:
            proposer = self.subject_before(line, line.first, told.group.first)
            if proposer and not set(proposer) & set(partners):
                return proposer[:1]
        teller = [body for key in self.saying or self.discourse.speakers if (body := self.as_body(key))]
        ours = [
            body
            for body in teller
            if body not in partners and (self.inspects(body) or (self.saying and self.acts <= TELLING))
        ]
        joint = not _JOINTLY.isdisjoint(self.context.tokens.lows[line.first : line.last])
        here = tuple(body for body in self.meeting_body() if joint and body not in partners and self._does_it(body))
        return tuple(ours[:1]) or here[:1]

    def _does_it(self, body: str) -> bool:
        """Is it an inspecting body, an "Assurance Panel" or the like, so that what is done jointly with another is its own?"""
        return self.inspects(body) or not _ASSURING.isdisjoint(self._label(body).split())

    def _both_inspectors(self, line: Line, phrase: Phrase, found: tuple[str, ...]) -> tuple[str, ...]:
        """ "proposed a joint inspection of cabs", to another inspectorate: those two, where no partner is named."""
        lows, ours = self.context.tokens.lows, self.context.inspectors()
        ours = tuple(key for key in ours if self.context.type_of(key) is EntityType.INSPECTORATE)
        if len(ours) != 2 or not set(found) <= set(ours) or _JOINTLY.isdisjoint(lows[phrase.first : phrase.head]):
            return found
        others = (key for key in self.context.keys_in(line.first, line.last) if key not in ours)
        return found if "with" in lows[phrase.last : line.last] or any(map(self.inspects, others)) else ours

    def _with_ours(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "the possibility of a joint inquiry with Estyn": the partner, and the body of whoever raises it, else of the meeting."""
        partners = self._with_partners(line, phrase.last, line.last, (), joint=True)
        told = tuple(body for key in self.saying if (body := self.as_body(key)))
        ours = [body for body in told or self.inspecting_here() or self.meeting_body() if body not in partners]
        return (*ours[:1], *partners) if partners else ()

    def _is_joint(self, line: Line, phrase: Phrase, *, named: bool = False) -> bool:
        """Is it told to be done by several; ``named``: by a word that says so?"""
        lows = self.context.tokens.lows
        return bool(JOINT & set(lows[line.first : line.last])) or (
            not named and lows[phrase.last : phrase.last + 1] == ["with"]
        )
