"""Those whom the words around an undertaking name as doing it: "by X", "from X", "that X is carrying out".

Comes in: a phrase with its standing.  Goes out: keys of bodies.  The one idea: "by" names who carries it out, unless it belongs to
"commissioned" or "asked for"; a name in capitals that nobody else tells of is a body here.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor, Subject
from kg.facts.context import Line
from kg.facts.inspections.charge import provides_audit
from kg.facts.inspections.contracts import BOUGHT, Contracts
from kg.facts.inspections.firms import BREAKS, PEOPLE
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import GIVEN, MONTHS, WORDS
from kg.facts.words import ARTICLES, BE, CREWS, HAVE, OWNERS, STAFF
from kg.model import EntityType

COMMITTEES = WORDS.words("names-of-committees")
_TITLE = 20  # tokens at the head of the minutes
_ORDERED = WORDS.words("ordered")
_FALLS = WORDS.words("falls-to")
_RESTS = WORDS.words("rests-with")
_ASKED = WORDS.words("asked-for")
_SUCH = frozenset({"inspectorates", "regulators", "auditors", "ombudsmen"})
_TWO = frozenset({"two", "both"})
_RECEIVED = WORDS.words("received")
_NOT_DOING = _RECEIVED | WORDS.words("felt-of-it")
_EXPECTING = WORDS.words("expecting")
_PANELS, _OWN_PEOPLE = WORDS.words("panels"), WORDS.words("own-people")
_WORKED_BY, _RUNNING = WORDS.words("worked-by"), WORDS.words("running-a-thing")
_LED = WORDS.words("leadership")
_VISITS = WORDS.words("visits")
_NO_AGENTS = WORDS.words("no-agents")
_PERIODS = WORDS.words("periods")
_SERVING = CREWS | STAFF | {"team", "department", "section"}
_HARD_BREAKS = BREAKS - {"to", "as"}


@dataclass(slots=True)
class Agents(Contracts):
    """Finds the agents of undertakings."""

    def _named_after(self, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        """ "by X", "from X", "led by X", "that X is carrying out"."""
        if told.rule == "inspection-lodged":
            return self._agents_from(told.aim + 1, phrase.first)
        if found := self._asked_for(line, phrase):
            return found
        ordered: tuple[str, ...] = ()
        if told.relative is not None and (supplier := self._supplier(line, *told.relative)) is not None:
            return supplier
        if told.relative is not None and (given := self._given(line, *told.relative)) is not None:
            return given
        if told.relative is not None and (self._is_aside(phrase, *told.relative) or self._of_the_doers(told)):
            pass  # "a review, which the Ministry accepted", "of Oak Lodge, which the Trust runs": done to those of whom the clause tells
        elif told.relative is not None and (found := self._in_relative(line, told.relative)):
            if not _ORDERED & set(self.context.tokens.lows[slice(*told.relative)]):
                return found
            ordered = found if phrase.cue.meaning != "inspection" else ()
        stop = self._clause_end(phrase.last, line.last)
        for k in range(phrase.head + 1, stop):
            found = self._named_at(line, told, k, phrase.last)
            if k <= phrase.last and not found and self._by_person(k):
                return ()  # "the review of cladding by Dr Alun Pask, commissioned by the Ministry"
            if found and self.context.tokens.lows[k] == "by" and self._ordering(k, phrase.last):
                ordered = ordered or (() if _ASKED & set(self.context.tokens.lows[k - 3 : k]) else found)
            elif found:
                return found
        if told.phase == "frame" and (found := self._by_contract(line, phrase)):
            return found
        if told.phase == "arrange" and (found := self._contracted(line, phrase)):
            return found
        return self._later_agent(line, stop) or ordered or self._having(line, phrase.last)

    def _is_aside(self, phrase: Phrase, first: int, last: int) -> bool:
        """Does a clause tell of who has it done to them, or of whose the thing is that is looked at?"""
        lows = self.context.tokens.lows
        of_thing = phrase.told and self.name_until(phrase.about[0], first - (lows[first - 1] == ",")) is not None
        words = set(lows[first:last])
        thinks = any(
            lows[k] in _EXPECTING and lows[k - 1] not in BE and "be" in lows[k:last] for k in range(first + 1, last)
        )
        return thinks or bool(_NOT_DOING & words) or (of_thing and bool(_RUNNING & words))

    def _of_the_doers(self, told: Standing) -> bool:
        """ "X and Y are working on a review, which they hope to publish": does the clause go on about the subject of the verb?"""
        first = told.relative[0] if told.relative else -1
        return told.rule == "inspection-object" and self.context.tokens.lows[first : first + 2] == ["which", "they"]

    def _named_at(self, line: Line, told: Standing, k: int, told_from: int) -> tuple[str, ...]:
        """The bodies behind "by", "from" or "under the chairmanship of" at a token."""
        lows = self.context.tokens.lows
        if lows[k] == "by" and lows[k - 1] == "not":
            return ()
        if lows[k] == "by" and lows[k - 1] in GIVEN and (taker := self._taker(line, k)):
            return taker
        if lows[k] == "by" and lows[k + 1 : k + 3] == ["internal", "audit"]:
            return self.own_audit()
        if lows[k] == "by" and (owner := self._of_own_staff(line, k + 1)):
            return owner
        if lows[k] == "by" and (panel := self._own_panel(line, k, told_from)):
            return panel
        if lows[k] == "by" and not self._is_time(k):
            found = self._agents_from(k + 1, min(line.last, k + 28))
            theirs = k - 2 <= told_from and self._of_a_thing(k)
            return () if theirs and not any(map(self.inspects, found)) else found  # "a review of homes run by Cairn"
        if lows[k] == "between" and len(both := self._agents_from(k + 1, line.last)) > 1:
            return both
        if lows[k] == "from" and self._takes_from(told, lows[line.first : k]):
            bought = told.group is not None and lows[told.group.head] in BOUGHT
            return self._agents_from(k + 1, min(line.last, k + 10)) or (self._alone(k + 1) if bought else ())
        if lows[k] in {"with", "of"} and lows[k - 1] in _RESTS and k > told_from:
            return self._agents_from(k + 1, line.last)
        if lows[k] == "to" and told.group is not None and k == told_from and lows[told.group.head] in GIVEN:
            return self._of_own_staff(line, k + 1) or self._agents_from(
                k + 1, line.last
            )  # "has given it to Lark Crane"
        if lows[k] == "to" and (lows[k - 1] in _FALLS or ("by" in lows[k - 4 : k] and _FALLS & set(lows[k - 6 : k]))):
            return self._agents_from(k + 1, line.last)
        if lows[k] == "under" and _LED & set(lows[k : k + 5]):
            return self._agents_from(k + 1, line.last)
        return ()

    def own_audit(self) -> tuple[str, ...]:
        """Whose internal audit is meant: whoever provides it, else the body that meets; of a committee, which audits nothing, the body named with it."""
        here = (*self.meeting_body(), *self.bodies_in(0, _TITLE))
        ours = (key for key in here if COMMITTEES.isdisjoint(self._label(key).split()))
        return provides_audit(self.context) or tuple(ours)[:1]

    def _of_a_thing(self, k: int) -> bool:
        """ "of homes run by Cairn", "of Oak Lodge, owned by Maes Care": does "by" tell whose the thing is that is looked at?"""
        lows = self.context.tokens.lows
        return lows[k - 1] in _WORKED_BY and lows[k - 2].endswith(("s", ","))

    def _by_person(self, k: int) -> bool:
        """Does "by" name a person here who comes from no body?"""
        mention = self.context.mention_at.get(k + 1) if self.context.tokens.lows[k] == "by" else None
        key = self.context.key_at(k + 1) if mention is not None and mention.type is EntityType.PERSON else None
        return key is not None and self.as_body(key) is None

    def _own_panel(self, line: Line, k: int, told_from: int) -> tuple[str, ...]:
        """ "A review of the Trust's shops, by a panel of three trustees": the body whose people they are, named there or meeting."""
        lows = self.context.tokens.lows
        people = next((m for m in range(k + 2, min(line.last, k + 6)) if lows[m] in _OWN_PEOPLE), -1)
        if people < 0 or lows[k + 1] not in {"a", "two", "three", "four"} or lows[people + 1] == "of":
            return ()
        if lows[k + 1] == "a" and not _PANELS & set(lows[k + 2 : people]):
            return ()
        return self._last_body(line.first, told_from) or self.meeting_body()

    def _of_own_staff(self, line: Line, k: int) -> tuple[str, ...]:
        """ "by her inspectors", "to his own auditors": of whom they are, nobody where no such people stand at a token."""
        lows = self.context.tokens.lows
        own = lows[k] in OWNERS and lows[k + 1 + (lows[k + 1] == "own")] in PEOPLE
        return self._owner_of_staff(line, k) if own else ()

    def _owner_of_staff(self, line: Line, k: int) -> tuple[str, ...]:
        """ "by her inspectors", "by its own auditors": the body of those whose people they are."""
        word = OWNERS[self.context.tokens.lows[k]]
        if word == "it":
            return self.it(line, k)
        told = self.saying if word in {"he", "she"} and len(self.saying) == 1 else ()
        bodies = (self.doer(key) for key in told or self.discourse.of(Actor(k, k + 1, word=word)))
        return tuple(dict.fromkeys(key for key in bodies if key))[:1]

    def _having(self, line: Line, first: int) -> tuple[str, ...]:
        """ "There will be no survey, Transport Focus having run out of money": who would have done it."""
        lows = self.context.tokens.lows
        for k in range(first, line.last - 2):
            if (
                lows[k] == ","
                and (mention := self.context.mention_at.get(k + 1 + (lows[k + 1] == "the")))
                and lows[mention.last] == "having"
            ):
                body = self.as_body(self.context.cast.by_first[mention.first])
                return (body,) if body else ()
        return ()

    def _ordering(self, k: int, first: int) -> bool:
        """Does "by" belong to "commissioned", "requested", "agreed"?  Such a body lets it be carried out."""
        lows = self.context.tokens.lows
        return any(low in _ORDERED for low in lows[max(first - 1, k - 3) : k])

    def _takes_from(self, told: Standing, before: list[str]) -> bool:
        return told.phase in {"arrange", "ask-for", "frame"} or bool(
            _VISITS & set(before[-3:])
            or BOUGHT & set(before[-1:])
            or ("by" in before[-6:] and BOUGHT & set(before[-7:]))
        )

    def _later_agent(self, line: Line, first: int) -> tuple[str, ...]:
        """ "… and was to be carried out by the internal auditors of X": in the next clause."""
        lows = self.context.tokens.lows
        for k in range(first, line.last - 2):
            if lows[k] == "by" and any(
                low in {"out", "conducted", "undertaken", "led", "done"} for low in lows[max(first, k - 2) : k]
            ):
                return self._agents_from(k + 1, min(line.last, k + 14))
        return ()

    def _clause_end(self, first: int, last: int) -> int:
        tokens = self.context.tokens
        for k in range(first, last):
            if tokens.words[k] == "," and k + 1 < last and tokens.lows[k + 1] == "with":
                return k
            if tokens.words[k] in {";", ".", ":"} or (tokens.lows[k] in _HARD_BREAKS and k > first):
                return k
        return last

    def _is_time(self, k: int) -> bool:
        lows = self.context.tokens.lows
        low = lows[k + 1] if k + 1 < len(lows) else ""
        if low in _NO_AGENTS or low in MONTHS or low[:1].isdigit():
            return True
        return low in {"the", "this", "next"} and lows[k + 2 : k + 3] != [] and lows[k + 2] in _PERIODS

    def _in_relative(self, line: Line, relative: tuple[int, int]) -> tuple[str, ...]:
        """ "that HMIH is carrying out with the PSA": its subject with the partners."""
        lows = self.context.tokens.lows
        first = relative[0] + (lows[relative[0]] in {"which", "that", "who"})
        first += lows[first] in PEOPLE and self.context.tokens.words[first + 1][0].isupper()  # "which consultants Lark"
        subject = clauses.subject_at(self.context, first, line.last)
        if lows[first] in OWNERS and lows[first + 1].startswith("predecessor"):
            return self._owner_of_staff(line, first)  # "that her predecessor began"
        if subject is None:
            return self._agent(line, first, relative[1]) or self.firm_at(first, relative[1])
        if subject.actors[0].word == "it" and (told := self.it(line, first)):
            return told
        if lows[subject.last] not in HAVE and clauses.verb_group(self.context, subject.last, line.last) is None:
            return ()
        found = self._bodies_of(subject)
        return (*found, *(key for key in self._beside(subject.last, min(relative[1], line.last)) if key not in found))

    def _beside(self, first: int, last: int) -> tuple[str, ...]:
        """ "has been carrying out since October with the PSA": the bodies right behind "with"."""
        lows, found = self.context.tokens.lows, list[str]()
        for k in range(first, last - 1):
            at = k + 1 + (lows[k + 1] in ARTICLES)
            mention = self.context.mention_at.get(at) if lows[k] in {"with", "alongside"} else None
            if mention is not None and "'" not in lows[mention.last - 1] and (key := self.context.key_at(at)):
                found += [key] if self.context.type_of(key) in BODIES else []
        return tuple(found)

    def done_by(self, line: Line, first: int) -> tuple[str, ...]:
        """Those behind the first "by" from a token on that names somebody."""
        return self._agent(line, first, line.last)

    def _agent(self, line: Line, first: int, last: int) -> tuple[str, ...]:
        lows = self.context.tokens.lows
        for k in range(first, min(last, line.last)):
            if lows[k - 1] == "not":
                continue  # "not by HMIP but by Estyn"
            if lows[k] == "by" and not self._is_time(k) and (found := self._agents_from(k + 1, min(line.last, k + 14))):
                return found
        return ()

    def _bodies_of(self, subject: Subject) -> tuple[str, ...]:
        """The bodies that a subject stands for; those present as one only for the body that meets, not for all that sent them."""
        if all(actor.key is None and actor.word == "members" for actor in subject.actors):
            return self.called_so(self.context.tokens.bases[subject.last - 1])
        if len(subject.actors) == 1 and (pair := self._pair_at(subject.first, subject.last)):
            return pair  # "X and Y work together, and the two of them would …"
        if self.context.tokens.lows[subject.first : subject.first + 2] in (["each", "of"], ["either", "of"]):
            return ()
        bodies = tuple(self.doer(key) for key in self.discourse.agents(subject))
        if not any(bodies) and len(subject.actors) == 1 and self._serves_here(subject.actors[0]):
            return self.meeting_body()
        return self._such(subject, tuple(dict.fromkeys(key for key in bodies if key)))

    def _serves_here(self, actor: Actor) -> bool:
        """ "which his officers had made": are they those of one who is there and of no other body?"""
        crew = actor.staff in _SERVING and actor.key is None
        owner = self.saying[:1] or self.discourse.pronoun(actor.word)[:1] if crew else ()
        return bool(owner) and owner[0] in self.context.cast.here and self.as_body(owner[0]) is None

    def two_such(self, line: Line) -> tuple[str, ...]:
        """ "The two inspectorates were at work on a joint audit": the two that are so called."""
        lows = self.context.tokens.lows
        k = next((k for k in range(line.first + 1, line.last) if lows[k] in _SUCH and lows[k - 1] in _TWO), 0)
        return self._pair_at(k - 1 - (lows[k - 2] == "the"), k + 1) if k else ()

    def _such(self, subject: Subject, bodies: tuple[str, ...]) -> tuple[str, ...]:
        """ "The two inspectorates": those of some bodies that inspect, where the subject is so called."""
        named = any(actor.key for actor in subject.actors)  # "Audit Wales and the Trust's auditors"
        called = not named and _SUCH & set(self.context.tokens.lows[subject.first : subject.last])
        return (tuple(filter(self.inspects, bodies)) if called else ()) or bodies
