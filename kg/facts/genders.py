"""Whether a person or a post is a he or a she, as the minutes tell.

Comes in: the lines of a document.  Goes out: the gender of an agent, or nothing.  The one idea: a title or a first name tells it; else
possessives beside the only person of a sentence and the pronoun that begins the sentence after each give a vote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kg.entities import BODIES
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.signs import sign
from kg.facts.words import BEHIND_HER, POSSESSIVES, SINGULAR
from kg.lexicon.lists import lists
from kg.model import EntityType

_OWN = {"himself": "m", "herself": "f", "hers": "f"}  # "was no concern of hers"
_THANKING = lists("acting").words("thanking")
_THANKS_REACH = 6  # tokens
_TELLING = sign(SINGULAR | POSSESSIVES | _OWN)
_ASKING, _ANSWERING = lists("speaking").words("asking"), lists("speaking").words("answering")


@dataclass(slots=True)
class Genders:
    """What is known of the gender of each agent: ``gender`` for certain, ``votes`` by how often which pronoun went with it."""

    context: Context
    gender: dict[str, str] = field(default_factory=dict)
    votes: dict[str, int] = field(default_factory=dict)
    meeting_body: str | None = None  # whose own meeting it is
    _canonical: dict[str, str] = field(default_factory=dict)  # of each that was asked about

    def __post_init__(self) -> None:
        self.meeting_body = self.context.cast.meeting_body
        for draft in self.context.cast.table.drafts.values():
            if draft.gender:
                self.gender[draft.key] = draft.gender
        for person in self.context.cast.table.of_type(EntityType.PERSON):
            if person.holds and person.gender:
                self.gender.setdefault(person.holds, person.gender)
        for line in self.context.lines:
            if line.signs & _TELLING:
                self.learn(line.first, line.last)
        self._learn_from_turns()
        self._tell_two_apart()

    def _learn_from_turns(self) -> None:
        """ "The Minister could not agree. He was …": where nobody was asked, a pronoun means the subject of the sentence before."""
        for before, line in pairwise(self.context.lines):
            subject = line.subject
            gender = SINGULAR.get(subject.actors[0].word) if subject else None
            if subject and gender and self.context.tokens.lows[subject.last] not in _ANSWERING:
                if alone := self._alone(before):
                    self.vote(alone, gender, 1)

    def _alone(self, line: Line) -> str | None:
        """The one person whom a sentence names, as its subject, who asks nothing and whose gender nothing tells."""
        subject, first, last = line.subject, line.first, line.last
        actor = subject.actors[0] if subject and len(subject.actors) == 1 else None
        if actor is None or actor.key is None or actor.staff:
            return None
        key = self.canonical(actor.key)
        if key in self.gender or not _ASKING.isdisjoint(self.context.tokens.lows[first:last]):
            return None
        named = set(map(self.canonical, self.context.keys_in(first, last)))
        people = [one for one in named if self.context.type_of(one) in PERSONAL]
        return key if people == [key] else None

    def _tell_two_apart(self) -> None:
        """Of two who meet, one told to be a woman and both pronouns in use, the other is a man; and the other way round."""
        two = [key for key in self.context.cast.present() if self.context.type_of(key) in PERSONAL]
        lows = self.context.tokens.lows
        if len(two) != 2 or not ("he" in lows and "she" in lows):
            return
        for one, other in ((two[0], two[1]), (two[1], two[0])):
            if (gender := self.gender_of(one)) and not self.gender_of(other):
                self.gender[other] = "m" if gender == "f" else "f"

    def learn(self, first: int, last: int) -> None:
        """What a sentence with one person and one possessive tells of the person's gender ("the VC for her views")."""
        lows = self.context.tokens.lows
        named = () if lows[first] in SINGULAR else set(map(self.canonical, self.context.keys_in(first, last)))
        people = [key for key in named if self.context.type_of(key) in PERSONAL]
        if len(people) != 1:
            return
        places = self.context.showing(_TELLING, first, last)
        told = {POSSESSIVES[lows[k]] for k in places if POSSESSIVES.get(lows[k]) and self._owns(k, last)}
        told |= {SINGULAR[lows[k]] for k in places if lows[k] in SINGULAR}
        told |= {_OWN[lows[k]] for k in places if lows[k] in _OWN and (lows[k] != "hers" or lows[k - 1] == "of")}
        if len(told) == 1:
            (key,), (gender,) = people, told
            if gender:
                self.vote(key, gender, 2)

    def _owns(self, k: int, last: int) -> bool:
        """Is it "her" before a noun, and not the one to whom something is done ("agreed with her", "asked her to write"), nor the sovereign, nor one who is thanked?"""
        lows = self.context.tokens.lows
        if k + 1 < last and lows[k + 1].startswith("majest"):
            return False
        if lows[k] == "her" and not (k + 1 < last and lows[k + 1][0].isalpha() and lows[k + 1] not in BEHIND_HER):
            return False
        thanks = next((m for m in range(k - 1, max(0, k - _THANKS_REACH), -1) if lows[m] in _THANKING), k)
        return thanks == k or bool(self.context.named_in(thanks, k))

    def vote(self, key: str, gender: str, weight: int) -> None:
        """Let a pronoun or possessive speak for the gender of an agent."""
        self.votes[key] = self.votes.get(key, 0) + (weight if gender == "f" else -weight)

    def gender_of(self, key: str) -> str | None:
        """The gender that a title or first name tells, else what the pronouns so far make likely."""
        if key in self.gender:
            return self.gender[key]
        vote = self.votes.get(key, 0)
        return "f" if vote > 0 else "m" if vote < 0 else None

    def canonical(self, key: str) -> str:
        """The person who holds a post, where the document says who."""
        known = self._canonical.get(key)
        if known is None:
            known = self._canonical[key] = self._meant_by(key)
        return known

    def _meant_by(self, key: str) -> str:
        if key == self.meeting_body and self.context.cast.collective:
            return self.context.cast.collective
        if self.context.type_of(key) in BODIES and (post := self._personified(key)):
            return self.context.cast.holder(post)
        return self.context.cast.holder(key) if self.context.type_of(key) is EntityType.POST else key

    def _personified(self, key: str) -> str | None:
        """ "Morag Wylie, Tenancies Regulator": the post that is called as its body is, held by somebody who took part."""
        cast = self.context.cast
        body = cast.table.get(key)
        posts = cast.table.containing(body.label, EntityType.POST) if body is not None else ()
        same = (one.key for one in posts if body is not None and one.label == body.label and one.post_in == key)
        return next((post for post in same if cast.holder(post) in cast.here), None)
