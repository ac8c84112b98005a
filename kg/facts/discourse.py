"""Who a pronoun means, as the minutes go on.

Comes in: subjects sentence by sentence.  Goes out: agent keys, or nobody.  The one idea: "he" and "she" mean the last
speaker whose gender fits, then the agent named last, then the only participant left; "both" and "they" mean the two
parties, or the last several speakers; "it" means the body last spoken of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, islice

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor, Subject
from kg.facts.context import PERSONAL, Context
from kg.facts.offices import staff
from kg.facts.words import BEHIND_HER, OBJECTS, POSSESSIVES, SINGULAR
from kg.lexicon.lists import lists
from kg.model import EntityType

_FOUNDED = frozenset("exists existed set formed established created convened appointed constituted".split())
_FEW = 3
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}

_ONE = BODIES | {EntityType.COLLECTIVE}
_ASKING, _ANSWERING = lists("speaking").words("asking"), lists("speaking").words("answering")
_MANY = BODIES | {EntityType.COLLECTIVE, EntityType.GROUP}


@dataclass(slots=True)
class Discourse:
    """What has been said so far.

    ``speakers`` spoke last; ``asked_last`` are who asked last and whom; ``recent`` are persons and posts in the order of their last mention (latest last); ``body`` is
    the organisation last named as an agent.
    """

    context: Context
    speakers: tuple[str, ...] = ()
    recent: dict[str, None] = field(default_factory=dict)
    history: dict[str, None] = field(default_factory=dict)
    body: str | None = None
    topic: str | None = None
    bodies: list[str] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)
    votes: dict[str, int] = field(default_factory=dict)
    asked_last: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    excluded: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()  # who asked, or suggested something, in the sentence before
    offered: tuple[str, ...] = ()  # to whom the sentence before offered or suggested something, or whom it asked for it
    meeting_body: str | None = None  # whose own meeting it is

    def __post_init__(self) -> None:
        self.meeting_body = self.context.cast.meeting_body
        for draft in self.context.cast.table.drafts.values():
            if draft.gender:
                self.gender[draft.key] = draft.gender
        for person in self.context.cast.table.of_type(EntityType.PERSON):
            if person.holds and person.gender:
                self.gender.setdefault(person.holds, person.gender)
        for line in self.context.lines:
            self.learn(line.first, line.last)
        self._learn_from_turns()
        self._tell_two_apart()

    def _learn_from_turns(self) -> None:
        """ "The Minister could not agree. He was …": where nobody was asked, a pronoun means the subject of the sentence before."""
        before: str | None = None
        for line in self.context.lines:
            start = clauses.main_start(self.context, line.first, line.last)
            subject = clauses.subject_at(self.context, start, line.last)
            word = subject.actors[0].word if subject else ""
            if subject and word in SINGULAR and before and self.context.tokens.lows[subject.last] not in _ANSWERING:
                self._vote(before, SINGULAR[word], 1)
            before = self._alone(subject, line.first, line.last)

    def _alone(self, subject: Subject | None, first: int, last: int) -> str | None:
        """The one person whom a sentence names, as its subject, who asks nothing and whose gender nothing tells."""
        actor = subject.actors[0] if subject and len(subject.actors) == 1 else None
        if (
            actor is None
            or actor.key is None
            or actor.staff
            or not _ASKING.isdisjoint(self.context.tokens.lows[first:last])
        ):
            return None
        named = {self.canonical(self.context.cast.by_first[i]) for i in self.context.named_in(first, last)}
        people = [key for key in named if self.context.type_of(key) in PERSONAL]
        key = self.canonical(actor.key)
        return key if people == [key] and key not in self.gender else None

    def _tell_two_apart(self) -> None:
        """Of two who meet, one told to be a woman and both pronouns in use, the other is a man; and the other way round."""
        two = [key for key in self.context.cast.present() if self.context.type_of(key) in PERSONAL]
        lows = self.context.tokens.lows
        if len(two) != 2 or not ("he" in lows and "she" in lows):
            return
        for one, other in ((two[0], two[1]), (two[1], two[0])):
            if (gender := self.gender_of(one)) and not self.gender_of(other):
                self.gender[other] = "m" if gender == "f" else "f"

    def see(self, first: int, last: int) -> None:
        """Note the agents that a sentence names, in order."""
        for i in self.context.named_in(first, last):
            mention = self.context.mention_at[i]
            key = self.canonical(self.context.cast.by_first[i])
            kind = self.context.type_of(key)
            if kind in PERSONAL:
                self.recent.pop(key, None)
                self.recent[key] = None
            elif kind in BODIES and mention.last <= last:
                self.body = key
                if key in self.bodies:
                    self.bodies.remove(key)
                self.bodies.append(key)

    def heard(self, first: int, last: int, speakers: tuple[str, ...]) -> None:
        """A sentence is over: note whom it named, who spoke, and else who was its subject."""
        subject = clauses.subject_at(self.context, clauses.main_start(self.context, first, last), last)
        agents = self.agents(subject) if subject and subject.actors[0].word != "it" else ()
        if subject and subject.actors[0].word in SINGULAR and len(agents) == 1:
            self._vote(agents[0], SINGULAR[subject.actors[0].word], 1)
        self.see(first, last)
        self.topic = agents[0] if len(agents) == 1 and self.context.type_of(agents[0]) in _ONE else None
        if self.body and self.body == self.context.cast.collective:
            self.body = None  # "it" means the meeting only right behind what it did
        if self.topic:  # "it" means the subject of the sentence before, rather than whatever it named last
            self.body = self.topic
        elif subject is None and self._brings_in_another(first, last):
            self.body = None  # "A working group now exists. It …"
        self.spoke(agents or tuple(dict.fromkeys(speakers)), reported=bool(speakers))

    def _brings_in_another(self, first: int, last: int) -> bool:
        """Does a sentence tell of something new that may act: "A steering group now exists", "A task force has been set up"?"""
        lows = self.context.tokens.lows
        return lows[first] in {"a", "an"} and any(low in _FOUNDED for low in lows[first:last])

    def spoke(self, keys: tuple[str, ...], *, reported: bool = True) -> None:
        """Note who spoke, or at least was the subject of a sentence that reports nothing."""
        if keys:
            self.speakers = keys
            if reported and len(keys) == 1 and self.context.type_of(keys[0]) in PERSONAL:
                self.history.pop(keys[0], None)
                self.history[keys[0]] = None
            for key in keys:
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

    def canonical(self, key: str) -> str:
        """The person who holds a post, where the document says who."""
        if key == self.meeting_body and self.context.cast.collective:
            return self.context.cast.collective
        return self.context.cast.holder(key) if self.context.type_of(key) is EntityType.POST else key

    def agents(self, subject: Subject | None) -> tuple[str, ...]:
        """The agents of a subject."""
        if subject is None:
            return ()
        found: list[str] = []
        for actor in subject.actors:
            found.extend(key for key in self.of(actor) if key not in found)
        return tuple(found)

    def of(self, actor: Actor) -> tuple[str, ...]:
        """The agents of one actor."""
        if actor.word in {"both bodies", "all bodies"}:
            return self._several_bodies(actor)
        if actor.staff:
            owner = actor.key or next(iter(self.pronoun(actor.word)), None)
            return staff(self.context, owner, actor)
        if actor.key is not None:
            return (self._meeting(actor) or self.canonical(actor.key),)
        return self.pronoun(actor.word)

    def _several_bodies(self, actor: Actor) -> tuple[str, ...]:
        """ "both councils", "the two offices", "the three bodies": those last named that are called so, else those who met."""
        cast = self.context.cast
        word = self.context.tokens.lows[actor.last - 1]
        if actor.staff == "bodies" and actor.word == "both bodies":
            called = [key for key in self.bodies if self._is_a(key, word)]
            if len(called) >= 2:
                return tuple(called[-2:])
        elif actor.staff != "bodies":
            return tuple(dict.fromkeys(reversed(self.bodies[-2:])))
        met = tuple(dict.fromkeys(cast.body_of(key) or key for key in cast.present()))
        if actor.word == "all bodies":
            return met if len(met) == 3 else ()
        if len(met) == 2:
            return met
        return tuple(self.bodies[-2:]) if len(self.bodies) >= 2 else self.pronoun("both")

    def _is_a(self, key: str, plural: str) -> bool:
        """Is a body called what a plural says: a council of "both councils"?"""
        draft = self.context.cast.table.get(key)
        word = plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")
        return draft is not None and word in draft.label.lower().split()

    def _meeting(self, actor: Actor) -> str | None:
        """The meeting as one, where "the Board" is what the minutes call it."""
        cast, lows = self.context.cast, self.context.tokens.lows
        if not cast.collective or actor.last - actor.first != 2 or lows[actor.first] != "the":
            return None
        draft = cast.table.get(cast.collective)
        return cast.collective if draft and draft.label.lower() == f"the {lows[actor.last - 1]}" else None

    def pronoun(self, word: str) -> tuple[str, ...]:
        """The agents of a pronoun, or none."""
        word = word.lower()
        if word in SINGULAR:
            one = self._person(SINGULAR[word])
            return (one,) if one else ()
        present = self.context.cast.present()
        if word in {"both", "neither", "each"}:
            return self._pair(present)
        if word == "they":
            if len(self.speakers) > 1:
                return self.speakers
            if self.speakers and self.context.type_of(self.speakers[0]) in _MANY:
                return self.speakers
            return present if len(present) == 2 else self._pair(present)
        if word in _COUNTS:
            return present if len(present) == _COUNTS[word] else ()
        if word in {"all", "members", "we"}:
            if self.context.cast.collective and not (word == "all" and len(present) == 2):
                return (self.context.cast.collective,)
            return present if 2 <= len(present) <= 3 else ()
        if word == "it":
            return (self.body,) if self.body else ()
        return ()

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

    def _person(self, gender: str) -> str | None:
        speaker = self.speakers if len(self.speakers) == 1 else ()
        listed, other = self.context.cast.listed, None
        for key in chain(speaker, reversed(self.recent), self.context.cast.present()):
            if (
                key in self.excluded
                or self.gender_of(key) not in {gender, None}
                or self.context.type_of(key) not in PERSONAL
            ):
                continue
            if not listed or key in listed or key in self.history or key in speaker:
                return key
            other = other or key  # one who is only spoken of
        return other if len(listed) > _FEW else None

    def object_pronoun(self, low: str, subject: tuple[str, ...]) -> tuple[str, ...]:
        """Whom "him", "her", "them" means, given who speaks."""
        gender = OBJECTS.get(low, "")
        if gender == "":
            return ()
        others = [
            key for key in self.context.cast.present() if key not in subject and self.context.type_of(key) in PERSONAL
        ]
        fitting = [key for key in others if gender is None or self.gender_of(key) in {gender, None}]
        if len(fitting) == 1:
            return (fitting[0],)
        recent = [key for key in reversed(self.recent) if key in fitting]
        return (recent[0],) if recent else ()

    def learn(self, first: int, last: int) -> None:
        """What a sentence with one person and one possessive tells of the person's gender ("the VC for her views")."""
        people = {self.canonical(self.context.cast.by_first[i]) for i in self.context.named_in(first, last)}
        people = {key for key in people if self.context.type_of(key) in PERSONAL}
        lows = self.context.tokens.lows
        told = {POSSESSIVES[lows[k]] for k in range(first, last) if POSSESSIVES.get(lows[k]) and self._owns(k, last)}
        told |= {SINGULAR[low] for low in lows[first:last] if low in SINGULAR}
        if len(people) == 1 and len(told) == 1 and self.context.tokens.lows[first] not in SINGULAR:
            (key,), (gender,) = people, told
            if gender:
                self._vote(key, gender, 2)

    def _owns(self, k: int, last: int) -> bool:
        """Is it "her" before a noun, and not the one to whom something is done ("agreed with her", "asked her to write")?"""
        lows = self.context.tokens.lows
        return lows[k] != "her" or (k + 1 < last and lows[k + 1][0].isalpha() and lows[k + 1] not in BEHIND_HER)

    def _vote(self, key: str, gender: str, weight: int) -> None:
        self.votes[key] = self.votes.get(key, 0) + (weight if gender == "f" else -weight)

    def gender_of(self, key: str) -> str | None:
        """The gender that a title or first name tells, else what the pronouns so far make likely."""
        if key in self.gender:
            return self.gender[key]
        vote = self.votes.get(key, 0)
        return "f" if vote > 0 else "m" if vote < 0 else None
