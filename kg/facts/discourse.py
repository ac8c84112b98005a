"""Who a pronoun means, as the minutes go on.

Comes in: subjects sentence by sentence.  Goes out: agent keys, or nobody.  The one idea: "he" and "she" mean the last
speaker whose gender fits, then the agent named last, then the only participant left; "both" and "they" mean the two
parties, or the last several speakers; "it" means the body last spoken of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, islice

from kg.entities import BODIES
from kg.facts.antecedents import pair_before, subject_told, two_things
from kg.facts.clauses import Actor, Subject
from kg.facts.context import PERSONAL, Line
from kg.facts.offices import seat_title, staff
from kg.facts.sides import meet_again, meeting, sides
from kg.facts.signs import sign
from kg.facts.turns import Turns
from kg.facts.words import ACTING, OBJECTS, OF_TWO, SINGULAR
from kg.model import EntityType

_FOUNDED = frozenset("exists existed set formed established created convened appointed constituted".split())
_OPENING = 12  # tokens of a sentence, behind its number and reference
_TWO, _FEW, _MOST = 2, 3, 6
_MANY_THERE = 4  # more people than "both sides" means one by one
_JUST_BEFORE, _BESIDE = 60, 20  # tokens
_ENDS = frozenset({".", "?", "!"})
_ALL_OF_FEW = 6  # those whom "members" means where nothing names them together
_BOTH = frozenset({"both", "both bodies", "neither"})
_PARTIES = frozenset({"sides", "parties", "present"})
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}

_CROWDS = sign(ACTING.words("people") | ACTING.words("crowds"))
_ONE = BODIES | {EntityType.COLLECTIVE}
_MANY = BODIES | {EntityType.COLLECTIVE, EntityType.GROUP}


@dataclass(slots=True)
class Discourse(Turns):
    """Who is meant, by what has been said so far."""

    topic: str | None = None  # the body that the sentence before is about
    crowd: bool = False  # did the sentence before name several people by a common noun, whom "they" may mean?

    def heard(self, line: Line, speakers: tuple[str, ...]) -> None:
        """A sentence is over: note whom it named, who spoke, and else who was its subject."""
        first, last, subject = line.first, line.last, line.subject
        agents = self.agents(subject) if subject and subject.actors[0].word != "it" else ()
        if subject and subject.actors[0].word in SINGULAR and len(agents) == 1:
            self.vote(agents[0], SINGULAR[subject.actors[0].word], 1)
        self.see(first, last)
        self.crowd = line.shows(_CROWDS)
        self.topic = agents[0] if len(agents) == 1 and self.context.type_of(agents[0]) in _ONE else None
        if self.body and self.body == self.context.cast.collective and not self.bidden:
            self.body = None  # "it" means the meeting only right behind what it did or was urged to do
        if self.topic:  # "it" means the subject of the sentence before, rather than whatever it named last
            self.body = self.topic
        elif told := self._told_of(line):
            self.body = told
        elif subject is None and self._brings_in_another(first, last):
            self.body = None  # "A working group now exists. It …"
        agents = agents or tuple(dict.fromkeys(speakers))
        if agents:
            self.spoke_under = line.passage.position
        self.spoke(agents or self._told_person(line), reported=bool(speakers))

    def _told_of(self, line: Line) -> str | None:
        """The body that a report is about, as the subject of what is said: "asked whether the force would recruit"."""
        subject = subject_told(self.context, line)
        keys = self.agents(subject) if subject is not None else ()
        if subject is None or len(keys) != 1 or self.context.type_of(keys[0]) in BODIES:
            return keys[0] if len(keys) == 1 else None
        office = not subject.actors[0].word and seat_title(self.context, keys[0])  # "asked if TPO would appear"
        return self.context.cast.body_of(keys[0]) if office else None

    def _told_person(self, line: Line) -> tuple[str, ...]:
        """The person of whom something is noted that nobody says: "It was noted that the Treasurer had not yet written"."""
        if line.subject is not None and line.subject.actors[0].word != "it":
            return ()
        if "it" not in self.context.tokens.lows[line.first : line.first + _OPENING]:
            return ()
        keys = self.agents(subject_told(self.context, line))
        return keys if len(keys) == 1 and self.context.type_of(keys[0]) in PERSONAL else ()

    def _brings_in_another(self, first: int, last: int) -> bool:
        """Does a sentence tell of something new that may act: "A steering group now exists", "A task force has been set up"?"""
        lows = self.context.tokens.lows
        return lows[first] in {"a", "an"} and any(low in _FOUNDED for low in lows[first:last])

    def agents(self, subject: Subject | None) -> tuple[str, ...]:
        """The agents of a subject."""
        if subject is None:
            return ()
        if len(subject.actors) == 1:
            keys = self.of(subject.actors[0])
            return keys if len(keys) < 2 else tuple(dict.fromkeys(keys))
        return tuple(dict.fromkeys(key for actor in subject.actors for key in self.of(actor)))

    def of(self, actor: Actor) -> tuple[str, ...]:
        """The agents of one actor."""
        if actor.key is not None and not actor.staff:
            if self.context.tokens.lows[actor.last - 1] == "office":
                return (actor.key,)  # "the Office" is the body, be it called as the person who is it
            meeting = self._meeting(actor) if self.context.cast.collective else None
            return (meeting or self.canonical(actor.key),)
        if actor.word == "both" and two_things(self.context, actor.first):
            return ()
        if actor.word in OF_TWO and len(self.speakers) != 2 and not self._two_before(actor.first):
            return ()  # of two things, or of two who were named long before
        if actor.word in _BOTH and (pair := self._listed_before(actor)):
            return pair
        if actor.word == "both posts":
            words = self.context.tokens.words[actor.first : actor.last]
            return self.context.cast.titled(words[words[0].lower() == "the" :][1:])
        if actor.word in {"both bodies", "all bodies", "each body"}:
            return self._several_bodies(actor)
        if actor.word == "members" and self.context.tokens.lows[actor.last - 1] == "team":
            return self._team()
        if actor.word == "they" and meet_again(self.context, actor.last) and (met := self._who_met()):
            return met
        if actor.staff:
            owner = actor.key or next(iter(self.pronoun(actor.word)), None)
            return staff(self.context, owner, actor)
        return self.pronoun(actor.word)

    def _listed_before(self, actor: Actor) -> tuple[str, ...]:
        """ "X and Y work together, and the two of them would …": the two that an earlier clause lists, of "the two bodies" bodies."""
        if self.context.tokens.lows[actor.last - 1] in _PARTIES:  # "both sides"
            return self._who_meet(self.context.tokens.lows[actor.last - 1])
        pair = tuple(key for one in pair_before(self.context, actor.first) for key in self.of(one))
        bodies = all(self.context.type_of(key) in BODIES for key in pair)
        return pair if bodies or actor.word != "both bodies" else ()

    def _who_meet(self, word: str) -> tuple[str, ...]:
        """ "both sides", "the parties": those who met, and where three bodies or more did ("the parties would meet again") these."""
        here, met = self.context.cast.throughout(), meeting(self.context)
        bodies = tuple(key for key in met if self.context.type_of(key) in BODIES or seat_title(self.context, key))
        several = _TWO < len(bodies) <= _MOST and len(met) - len(bodies) < _TWO
        if word == "parties" and several:
            return bodies
        if len(met) == len(bodies) == _TWO and len(here) > _MANY_THERE:
            return bodies
        return here if _TWO < len(here) <= _MANY_THERE and len(met) == _TWO else ()

    def _several_bodies(self, actor: Actor) -> tuple[str, ...]:
        """ "both councils", "the two offices", "the three bodies": those last named that are called so, else those who met."""
        word = self.context.tokens.lows[actor.last - 1]
        if actor.staff == "bodies" and actor.word == "both bodies":
            called = nlargest(2, self.bodies.keys() & self._called(word), key=self.bodies.__getitem__)
            if len(called) == 2:
                return (called[1], called[0])
        elif actor.staff != "bodies":
            return tuple(islice(reversed(self.bodies), 2))
        met = tuple(sides(self.context))
        if actor.word == "each body":
            return met if 1 < len(met) <= _FEW else ()
        if actor.word == "all bodies":
            return met if len(met) == 3 else self._three_named(actor.first) if len(met) > 3 else ()
        if len(met) == 2:
            return met
        return tuple(islice(reversed(self.bodies), 2))[::-1] if len(self.bodies) >= 2 else self.pronoun("both")

    def _three_named(self, at: int) -> tuple[str, ...]:
        """ "all three bodies", where more meet: the three that the paragraph has named, if it names no other."""
        lines = self.context.lines
        line = lines[bisect_right(lines, at, key=lambda one: one.first) - 1]
        begin = self.context.tokens.range_of(line.passage.span)[0]
        named = tuple(key for key, last in self.bodies.items() if begin <= last < at)
        return named if len(named) == _FEW else ()

    def _team(self) -> tuple[str, ...]:
        """ "Ms Bell said the team would look": those of the body of whoever speaks, unless it is what the meeting calls itself."""
        if not self.context.small:
            return self.pronoun("members")
        body = self.context.cast.body_of(self.speakers[0]) if len(self.speakers) == 1 else None
        return (body,) if body else ()

    def _who_met(self) -> tuple[str, ...]:
        """ "They agreed to meet again": whoever leads each side, be it that one body was spoken of last; nobody where two persons have just spoken."""
        met, present = sides(self.context), self.context.cast.present()
        if len(present) == 2:
            return present
        if len(self.speakers) > 1 and len({self.context.cast.body_of(key) for key in self.speakers}) > 1:
            return ()
        return tuple(people[0] for people in met.values()) if 1 < len(met) <= _FEW else ()

    def _called(self, plural: str) -> set[str]:
        """The bodies called what a plural says: the councils of "both councils"."""
        table = self.context.cast.table
        word = plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")
        called = {draft.key for draft in table.containing(word, *BODIES) if word in draft.label.lower().split()}
        return called | {draft.key for draft in table.of_type(EntityType.INSPECTORATE) if word == "inspectorate"}

    def _meeting(self, actor: Actor) -> str | None:
        """The meeting as one, where "the Board" is what the minutes call it."""
        cast, lows = self.context.cast, self.context.tokens.lows
        if actor.last - actor.first != 2 or lows[actor.first] != "the":
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
            return present if len(present) == 2 else () if self.crowd else self._pair(present)
        if word in OF_TWO:
            pair = self.speakers if len(self.speakers) == 2 else tuple(self.recent)[-2:]
            return (pair[word == "latter"],) if len(pair) == 2 else ()
        if word in _COUNTS:
            speaking = present if len(present) == _COUNTS[word] else self.context.cast.without_notes()
            return speaking if len(speaking) == _COUNTS[word] else ()
        if word == "we" and (ours := self._own_body()):
            return (ours,)
        if word in {"all", "members", "we"}:
            if self.context.cast.collective and not (word == "all" and len(present) == 2):
                return (self.context.cast.collective,)
            return present if 2 <= len(present) <= (_FEW if word == "we" else _ALL_OF_FEW) else ()
        if word == "it":
            return (self.body,) if self.body else ()
        return ()

    def _two_before(self, k: int) -> bool:
        """Are two who may act named before a token in its sentence or in the one before?"""
        begin, words = max(0, k - _JUST_BEFORE), self.context.tokens.words
        ends = [m for m in range(k - 1, begin, -1) if words[m] in _ENDS]
        begin = ends[1] if len(ends) > 1 else begin
        keys = {self.context.key_at(i) for i in self.context.named_in(begin, k)}
        return len(keys - {None}) > 1

    def _own_body(self) -> str | None:
        """ "We are to return our comments", in a note for the file of a body that others came to see: the body of the note."""
        cast = self.context.cast
        main, bodies = cast.resolver.main_body, cast.bodies()
        return main if main and not cast.collective and main in bodies and len(bodies - {main, None}) == 1 else None

    def _person(self, gender: str) -> str | None:
        speaker = self.speakers if len(self.speakers) == 1 else ()
        if speaker and self.gender_of(speaker[0]) is None and (invited := self._invited(gender)):
            return invited
        listed, other, fitting = self.context.cast.listed, None, {gender, None}
        for key in chain(speaker, reversed(self.recent), self.context.cast.present()):
            if key in self.excluded or self.gender_of(key) not in fitting or self.context.type_of(key) not in PERSONAL:
                continue
            if not listed or key in listed or key in self.history or key in speaker:
                return key
            other = other or key  # one who is only spoken of
        return other if len(listed) > _FEW else None

    def _invited(self, gender: str) -> str | None:
        """ "The Chairman invited Ms Stone to comment. She …": the one who was asked, where only of her it is known that she is a woman."""
        return self.offered[0] if len(self.offered) == 1 and self.gender_of(self.offered[0]) == gender else None

    def object_pronoun(self, low: str, subject: tuple[str, ...], at: int) -> tuple[str, ...]:
        """Whom "him", "her", "them" at a token means, given who speaks."""
        gender = OBJECTS.get(low, "")
        if gender == "":
            return ()
        present, here = self.context.cast.present(), self.context.cast.here

        def fits(key: str) -> bool:
            other = key not in subject and self.context.type_of(key) in PERSONAL
            return other and (gender is None or self.gender_of(key) in {gender, None})

        if gender and (just := next(filter(fits, self._named_just(at)), None)) and self.gender_of(just) == gender:
            return (just,)  # "welcomed Ms Bell and invited her to speak"
        fitting = tuple(islice(filter(fits, present), 2))
        if len(fitting) == 1:
            return fitting
        recent = next((key for key in reversed(self.recent) if key in here and fits(key)), None)
        return (recent,) if recent and fitting else ()

    def _named_just(self, at: int) -> Iterator[str]:
        """Those there who are named before a token in its sentence, the nearest first."""
        words, here = self.context.tokens.words, self.context.cast.here
        for k in reversed(self.context.named_in(max(0, at - _BESIDE), at)):
            if not _ENDS.isdisjoint(words[k:at]):
                return
            if (key := self.canonical(self.context.cast.by_first[k])) in here:
                yield key
