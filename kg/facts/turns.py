"""Who was named and who spoke, as the minutes go on.

Comes in: sentence by sentence, the tokens and who spoke in them.  Goes out: who spoke last, who else is there, who must have answered.  The one idea: what was
last said or named comes first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from kg.entities import BODIES
from kg.facts.context import PERSONAL
from kg.facts.genders import Genders
from kg.facts.works import Work
from kg.model import EntityType, Mention

_WITHOUT_ARTICLE = frozenset("with of by from for in on to at".split())


@dataclass(slots=True)
class Turns(Genders):
    """What has been said so far.

    ``speakers`` spoke last; ``asked_last`` are who asked last and whom; ``recent`` are persons and posts in the order of their last mention (latest last); ``body`` is
    the organisation last named as an agent.
    """

    speakers: tuple[str, ...] = ()
    spoke_under: int | None = None  # the heading under which somebody spoke last
    recent: dict[str, None] = field(default_factory=dict)
    history: dict[str, None] = field(default_factory=dict)
    body: str | None = None
    bidden: bool = False  # is it the meeting, urged or asked "to" do something?
    bodies: dict[str, int] = field(default_factory=dict)  # with where each was last named, the latest last
    asked_last: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    excluded: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()  # who asked, or suggested something, in the sentence before
    act: str = ""  # what the sentence before did first
    work: Work = field(default_factory=Work)  # the undertaking told last
    offered: tuple[str, ...] = ()  # to whom the sentence before offered or suggested something, or whom it asked for it

    def see(self, first: int, last: int) -> None:
        """Note the agents that a sentence names, in order."""
        for i in self.context.named_in(first, last):
            mention = self.context.mention_at[i]
            key = self.canonical(self.context.cast.by_first[i])
            kind = self.context.type_of(key)
            if kind in PERSONAL:
                self.recent.pop(key, None)
                self.recent[key] = None
            elif kind in BODIES and mention.last <= last and not self._is_attribute(mention):
                self.body = key
                self.bidden = False
                self.bodies.pop(key, None)
                self.bodies[key] = i
            elif kind is EntityType.COLLECTIVE and self.context.tokens.lows[mention.last] == "to":
                self.body, self.bidden = key, True  # "He urged the Committee to wait. It would not."

    def _is_attribute(self, mention: Mention) -> bool:
        """ "with Guild boats": a body called by a common noun without an article only says whose the boats are."""
        tokens, first = self.context.tokens, mention.first
        if mention.last - first > 1 or tokens.bases[first] not in self.context.lexicon.bodies or first == 0:
            return False
        behind = tokens.words[mention.last]
        return tokens.lows[first - 1] in _WITHOUT_ARTICLE and behind.isalpha() and behind.islower()

    def spoke(self, keys: tuple[str, ...], *, reported: bool = True) -> None:
        """Note who spoke, or at least was the subject of a sentence that reports nothing."""
        if keys:
            self.speakers = keys
            if reported and len(keys) == 1 and self.context.type_of(keys[0]) in PERSONAL:
                self.history.pop(keys[0], None)
                self.history[keys[0]] = None
            for key in keys if len(keys) < 3 else ():  # what all of them do leaves who was last as it was
                self.recent.pop(key, None)
                if self.context.type_of(key) in PERSONAL:
                    self.recent[key] = None

    def counterpart(self, agents: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Who speaks where somebody else than these (else than the last speaker) must: the only other one, or who spoke before."""
        known = agents or self.speakers
        others = tuple(islice((key for key in self.context.cast.present() if key not in known), 2))
        if len(others) == 1:
            return others
        before = next((key for key in reversed(self.history) if key not in known), None)
        return (before,) if before else ()

    def replier(self) -> tuple[str, ...]:
        """Who must have given an answer that names nobody: whom the last question was put to, else who spoke before the asker."""
        askers, asked = self.asked_last
        if asked:
            return asked
        return self.counterpart(askers) if askers else self.counterpart()

    def lean_on(self, keys: tuple[str, ...]) -> None:
        """Within a sentence "he" and "she" mean its subject before anybody else."""
        if keys and all(self.context.type_of(key) in PERSONAL for key in keys):
            self.speakers = keys

    def _pair(self, present: tuple[str, ...]) -> tuple[str, ...]:
        if len(self.speakers) == 2:
            return self.speakers
        if len(present) == 2:
            return present
        if len(self.history) >= 2:
            return tuple(self.history)[-2:]
        return present if self.context.small else ()
