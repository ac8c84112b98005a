"""Which bodies a pronoun means: "it", "both", "the two bodies", "her" in "her office".

Comes in: the token of a pronoun.  Goes out: keys.  The one idea: what the clause before is about comes first, then what the sentence names,
then what the sentence before was about; an office of their own has only who holds such a post.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.inspections.subjects import Subjects
from kg.facts.offices import has_office
from kg.facts.relations.capitals import Capitals
from kg.facts.relations.host import host
from kg.facts.relations.party import EMPLOYERS, OWN, Party
from kg.facts.words import BE, FINITE, SINGULAR, SUBORDINATORS
from kg.mentions.words import FIRM_HEADS
from kg.model import EntityType

_ARTICLES = frozenset({"a", "an", "the", "one"})
_FEW = 2  # bodies of a sentence, the first of which "it" may mean in the next
_QUOTES = frozenset({"“", "‘", '"'})
_SAYING = frozenset({"said", "told", "says", "explained", "added"})
_ANY = frozenset({"bodies", "organisations", "agencies", "institutions", "offices"})


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Those of one line; ``pair`` are the two bodies last told of together."""

    who: Subjects
    line: Line
    pair: tuple[str, ...] = ()
    opening: Callable[[], Party | None] | None = None  # reads the subject of the sentence before
    before: Line | None = None  # the sentence before
    reads: Callable[[int, Pronouns], Party | None] | None = None  # reads the phrase at a token, with these pronouns
    unknown: Callable[[], Party | None] | None = None  # reads the names that nothing explains of the sentence before
    carried: tuple[str, ...] = ()  # the body that "it" opened the sentence before with

    def it(self, k: int) -> tuple[str, ...]:
        """ "it": what the clause before is about, else the body named last in the sentence, else that of the sentence before."""
        first = self.line.start
        topic = self._own_office_before() or self.who.discourse.topic
        opens = self.who.context.tokens.lows[first] in {"it", "its"} or is_apposed(self.who.context, self.line, k)
        if opens and (topic := topic or self._topic_before()):
            return (topic,)
        if k > first and self._opens_with_it(first):
            return self.it(first)  # "It is a department of the Council; it took over …": the same
        if (behind := self._of_main_clause(first, k)) and (topic or self._topic_before()) in {None, *behind}:
            return behind
        if new := self._unknown_subject(k):
            return new
        if twin := self._twin(k) or self._object_before(k):
            return twin
        named = self.who.bodies_in(self.line.first, k)
        if inner := tuple(key for key in self.who.clause_before(self.line, k) if key in named):
            return inner
        if office := self._office(first, k) or self.office_before(k):
            return office
        return named[-1:] or self._unnamed(first, k) or self.told_before()

    def _opens_with_it(self, first: int) -> bool:
        """Does a sentence open with what "it" is, and not with "It should be said that …"?"""
        lows = self.who.context.tokens.lows
        return lows[first] == "it" and lows[first + 1] in BE and lows[first + 2] in _ARTICLES

    def _object_before(self, k: int) -> tuple[str, ...]:
        """ "ERA supervises the Trust and NSI inspects it": the object of the clause before, where another is the subject of this one."""
        context, lows = self.who.context, self.who.context.tokens.lows
        names = [context.mention_at[m] for m in context.named_in(self.line.first, k)[-2:]]
        if len(names) < 2 or names[1].last != k - 1:
            return ()
        (was, subject), finite = names, context.lexicon.relations.finite
        joins = subject.first - 1 - (lows[subject.first - 1] == "the")
        verb = was.first - 1 - (lows[was.first - 1] == "the")
        told = lows[joins] == "and" and joins == was.last and lows[verb] in finite and lows[k - 1] in finite
        return self.who.bodies_in(was.first, was.last) if told else ()

    def _twin(self, k: int) -> tuple[str, ...]:
        """ "should know that it belongs to the Council, and that in 1998 it replaced the Bureau": what the first "it" means."""
        lows, first = self.who.context.tokens.lows, self.line.first
        that = next((m for m in range(k - 1, max(first, k - 6), -1) if lows[m] == "that"), first)
        joined = that > first and lows[that - 1] == "and"
        it = next((m for m in range(first + 1, that) if lows[m - 1 : m + 1] == ["that", "it"]), -1) if joined else -1
        return self.it(it) if it > 0 else ()

    def _of_main_clause(self, first: int, k: int) -> tuple[str, ...]:
        """ "Since it took the place of the Board, the Trust has …": whom the main clause behind is about."""
        if k >= first or k - self.line.first > 1 or self.who.context.tokens.lows[self.line.first] not in SUBORDINATORS:
            return ()
        subject = clauses.subject_at(self.who.context, first, self.line.last)
        keys = [actor.key for actor in subject.actors if actor.key and not actor.staff] if subject else []
        return tuple(keys) if len(keys) == 1 and self.who.context.type_of(keys[0]) in BODIES else ()

    def _own_office_before(self) -> str | None:
        """ "His office, the Care Registry, is small. It …": the name of the office that the sentence before opens with."""
        lows, first = self.who.context.tokens.lows, self.before.first if self.before else -1
        own = first >= 0 and lows[first] in OWN and lows[first + 1 : first + 2] and lows[first + 1] in EMPLOYERS
        return self._topic_before() if own and lows[first + 2] == "," else None

    def _unknown_subject(self, k: int) -> tuple[str, ...]:
        """ "that Larch Homes is a part of the Trust, and that as a landlord it is …": whom the clause before tells of, though no name explains them."""
        lows, first = self.who.context.tokens.lows, self.line.start
        capitals = Capitals(self.who.context, self.line)
        for m in (*(m + 1 for m in range(first, k - 4) if lows[m] == "that"), first):
            found = capitals.at(m, k)
            if found is not None and lows[found.last] in BE and not capitals.is_person(found):
                return found.keys
        return ()

    def _unnamed(self, first: int, k: int) -> tuple[str, ...]:
        """ "Belvoir Homes no longer exists; it was …": the names that nothing explains with which the sentence opens."""
        capitals = Capitals(self.who.context, self.line)
        found = capitals.at(first, k)
        return found.keys if found is not None and not capitals.is_person(found) else ()

    def _of_plural_name(self) -> tuple[str, ...]:
        """ "PA introduced the Lay Observers. They report to …": the only body of the sentence before, where its name is a plural."""
        if self.before is None:
            return ()
        named = self.who.bodies_in(self.before.first, self.before.last)
        draft = self.who.context.cast.table.get(named[0]) if len(named) == 1 else None
        return named if draft is not None and draft.label.endswith(("ers", "ors", "ans", "tors")) else ()

    def _unknown_body(self) -> tuple[str, ...]:
        """Names of the sentence before that nothing explains and that end as those of bodies do ("the Dyfi Testing Station")."""
        found = self.unknown() if self.unknown is not None else None
        if found is None:
            return ()
        lows, relations = self.who.context.tokens.lows, self.who.context.lexicon.relations
        head = lows[found.last - 1]
        return (
            found.keys
            if head in FIRM_HEADS or head in relations.kinds or head.removesuffix("s") in relations.kinds
            else ()
        )

    def we(self, k: int) -> tuple[str, ...]:
        """ "we", "our": the body of the speaker, where the sentence names one or is theirs, else that whose meeting it is."""
        quoted = self._quoted()
        own, speaker = host(self.who.context), self.of_speaker(k) or quoted
        before = k - 1 - (self.who.context.tokens.words[k - 1] in _QUOTES)
        said = self.who.context.tokens.lows[before] in {"that", "said", "how"} or quoted is not None
        body = (speaker or own) if said else (own or speaker)
        return (body,) if body else ()

    def _quoted(self) -> str | None:
        """ "“The Board gave way to us in April.”", ", she told me,": the body of who speaks, where a sentence is theirs."""
        speakers, tokens = self.who.discourse.speakers, self.who.context.tokens
        said = tokens.words[self.line.first] in _QUOTES or any(
            tokens.lows[m] in {"she", "he"} and tokens.lows[m + 1] in _SAYING and tokens.words[m - 1] == ","
            for m in range(self.line.first + 1, self.line.last - 1)
        )
        return self.who.as_body(speakers[0]) if said and len(speakers) == 1 else None

    def _office(self, first: int, k: int) -> tuple[str, ...]:
        """ "The Commissioner's office is small and it works …": the office that the sentence opens with."""
        subject = clauses.subject_at(self.who.context, first, k)
        if subject is None or len(subject.actors) != 1 or subject.actors[0].staff != "office":
            return ()
        return tuple(body for key in self.who.discourse.of(subject.actors[0]) if (body := self.who.as_body(key)))

    def office_before(self, k: int) -> tuple[str, ...]:
        """ "Her own office was new then, when it took the place of …": the office that the sentence names so."""
        lows = self.who.context.tokens.lows
        for m in range(k - 1, self.line.first, -1):
            if self.who.context.within_name(m):
                return ()
            if lows[m] == "office" and self.reads is not None:
                parties = (self.reads(own, self) for own in range(m - 1, max(self.line.first - 1, m - 4), -1))
                return next(
                    (party.keys for party in parties if party is not None and party.last == m + 1 and not party.head),
                    (),
                )
        return ()

    def told_before(self) -> tuple[str, ...]:
        """The body that the sentence before tells something of: the subject of what was said, else the only one that it names."""
        if self.before is None:
            return ()
        named = self.who.bodies_in(self.before.first, self.before.last)
        if self.carried:
            return self.carried
        inner = self.who.clause_before(self.before, self.before.last) if len(named) > 1 else ()
        topic = self._topic_before() if len(named) < _FEW else None
        return tuple(key for key in inner if key in named)[:1] or (
            (topic,) if topic else named[:1] if 0 < len(named) <= _FEW else self._unknown_body()
        )

    def _topic_before(self) -> str | None:
        """What the sentence before opens with, by whatever name ("The Fund has two homes")."""
        party = self.opening() if self.opening is not None else None
        return party.keys[0] if party is not None and len(party.keys) == 1 and not party.head else None

    def two(self, k: int, noun: str = "bodies") -> tuple[str, ...]:
        """ "both", "they", "the two bodies": those named in the sentence, else those last told of together."""
        named = self.who.bodies_in(self.line.first, k)
        if self.who.context.tokens.lows[k] == "they" and not named:
            if k == self.line.start:
                if found := self._of_plural_name() or self._unknown_body():
                    return found
            elif body := self.of_speaker(k):
                return (body,)
        for two in self._candidates(named, k):
            bodies = tuple(dict.fromkeys(body for key in two if (body := self.who.as_body(key))))
            if len(bodies) == 2 and all(self._is_one_of(body, noun) for body in bodies):
                return bodies
        if self.who.context.tokens.lows[k] == "they":
            return ()
        return tuple(body for body in self._parties() if self._is_one_of(body, noun))

    def _candidates(self, named: tuple[str, ...], k: int) -> Iterator[tuple[str, ...]]:
        """Who may be the two, beside a sentence that names these before a token: the likeliest first."""
        yield named
        yield self._with_speaker(named)
        if not named:
            yield self._with_subject(k)
        yield self._named_before()
        yield self.pair
        yield self.who.discourse.speakers

    def _is_one_of(self, body: str, noun: str) -> bool:
        """Is a body one of "the two councils", as its name tells?  Any may be one of "the two bodies"."""
        draft = self.who.context.cast.table.get(body)
        return noun in _ANY or (
            draft is not None and (noun.removesuffix("s") in draft.label.lower().replace("ies", "y"))
        )

    def _with_speaker(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """The one body of a sentence and that of who speaks."""
        return (
            (*named, *self.who.discourse.speakers) if len(named) == 1 and len(self.who.discourse.speakers) == 1 else ()
        )

    def _with_subject(self, k: int) -> tuple[str, ...]:
        """The one body of the sentence before and that of who now, naming none, tells of "the two bodies"."""
        if self.before is None:
            return ()
        named, own = self.who.bodies_in(self.before.first, self.before.last), self.of_speaker(k)
        return (*named, own) if len(named) == 1 and own and own not in named else ()

    def _named_before(self) -> tuple[str, ...]:
        """The bodies of the sentence before, with that of its speaker where it names one."""
        if self.before is None:
            return ()
        named = self.who.bodies_in(self.before.first, self.before.last)
        return named if len(named) == 2 else self._with_speaker(named)

    def _parties(self) -> tuple[str, ...]:
        """The two bodies that meet, where they are two."""
        cast = self.who.context.cast
        bodies = tuple(dict.fromkeys(body for key in cast.present() if (body := cast.body_of(key))))
        return bodies if len(bodies) == 2 else ()

    def of_speaker(self, k: int) -> str | None:
        """ "TW said they work with …": those of the speaker's body."""
        context = self.who.context
        subject = clauses.subject_at(context, self.line.start, k)
        keys = [actor.key for actor in subject.actors if actor.key] if subject else []
        return self.who.as_body(keys[0]) if len(keys) == 1 and context.type_of(keys[0]) in PERSONAL else None

    def owner(self, k: int, actor: clauses.Actor) -> str | None:
        """Whose "her office" is: of who has an office of their own; else of the person who opens the sentence."""
        context = self.who.context
        holder = self._with_office(actor.word) if actor.staff == "office" else None
        if holder:
            return holder
        subject = clauses.subject_at(context, self.line.start, k)
        if subject is None or len(subject.actors) != 1:
            return None
        key = subject.actors[0].key
        return key if key and context.type_of(key) in PERSONAL and not subject.actors[0].staff else None

    def _with_office(self, word: str) -> str | None:
        """The only one present, or else named, with an office of their own (a commissioner) whom "he" or "she" can mean."""
        cast, wanted = self.who.context.cast, {SINGULAR.get(word), None}
        for keys in (cast.present(), [draft.key for draft in cast.table.of_type(EntityType.POST)]):
            found = [key for key in keys if self._holds_office(key) and self.who.discourse.gender_of(key) in wanted]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _holds_office(self, key: str) -> bool:
        table = self.who.context.cast.table
        draft = table.get(key)
        post = table.get(draft.holds) if draft and draft.holds else draft
        return post is not None and post.type is EntityType.POST and has_office(post.label)


def is_apposed(context: Context, line: Line, k: int) -> bool:
    """ "An agency of the Ministry, it was set up in 2015": does "it" follow what it is, with which the sentence opens?"""
    lows, first = context.tokens.lows, line.start
    return lows[first] in {"a", "an"} and lows[k - 1] == "," and FINITE.isdisjoint(lows[first:k])
