"""Bodies and those who stand for them.

Comes in: keys and stretches of tokens.  Goes out: keys of bodies.  The one idea: a person or post stands for the body that they
represent, the collective of a body's own meeting for that body.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.inspections.words import WORDS
from kg.facts.offices import seat, seat_title
from kg.facts.words import ARTICLES
from kg.model import EntityType, Mention

_INSPECTING = WORDS.words("names-of-inspectors")
_WATCHING = WORDS.words("names-of-watchers")
_GUARDING = WORDS.words("names-of-guards")
_WATCHED = WORDS.words("names-of-the-watched")
_OVER_POLICE = WORDS.words("names-over-police")
_FRONTING = frozenset(
    {"on", "upon", "after", "before", "in", "with", "since", "following", "despite", "as", "for", "by", "when", "once"}
)
_MEETING = WORDS.words("meeting-bodies")
_ABOUT = frozenset({"of", "into", "at", "on"})  # before what is looked at
_OVERSEERS = WORDS.words("names-of-committees")
_KINDS = frozenset({"inspectorate", "regulator", "ombudsman", "audit-body"})


@dataclass(slots=True)
class Bodies:
    """The bodies of one document."""

    context: Context
    discourse: Discourse
    known: set[str] = field(default_factory=set)  # bodies of which the text has told that they inspect
    saying: tuple[str, ...] = ()  # who speaks in this sentence
    before: tuple[str, ...] = ()  # the bodies that the sentence before named
    latest: tuple[str, ...] = ()  # those that the last sentence of the paragraph named that named some
    _posts: frozenset[str] | None = None  # of those present: they are known before any fact is read
    _alike: dict[str, str | None] = field(default_factory=dict)  # the body of each post that was asked about
    _work: dict[str, bool] = field(default_factory=dict)  # of each body that was asked about: is it to inspect?

    def as_body(self, key: str) -> str | None:
        """The body itself, or the one that a person or post speaks for; the collective of a body's own meeting is that body."""
        kind = self.context.type_of(key)
        if kind in BODIES or (kind is None and key.startswith("organisation/")):
            return key  # also the office of a post, though it is not named itself
        if kind is EntityType.COLLECTIVE:
            draft = self.context.cast.table.get(key)
            return draft.part_of if draft and draft.part_of else None
        if kind is EntityType.POST:
            if key not in self._alike:
                self._alike[key] = self._namesake(key)
            if body := self._alike[key]:
                return body
        return (self.context.cast.body_of(key) or self._comes_from(key)) if kind in PERSONAL else None

    def _namesake(self, key: str) -> str | None:
        """A bare post that is nobody's who is there, but is called as one is who is: the body of that one."""
        here, table = self.context.cast.here, self.context.cast.table
        draft = table.get(key)
        if draft is None or key in here:
            return None
        if self._posts is None:
            self._posts = frozenset(post for one in here if (post := self._post_of(one)))
        alike = (one for one in table.containing(draft.label) if one.key in self._posts and one is not draft)
        posts = [one.key for one in alike if draft.label in (one.label, *one.names)]
        return self.context.cast.body_of(posts[0]) if len(posts) == 1 else None

    def _post_of(self, key: str) -> str | None:
        draft = self.context.cast.table.get(key)
        return key if draft and draft.type is EntityType.POST else draft.holds if draft else None

    def _comes_from(self, key: str) -> str | None:
        """ "Mr Ellery of the Inspectorate": the body from which the text says that somebody comes."""
        known = self.context.answers["comes from"]
        asked = (hash(key), 0)
        if asked not in known:
            known[asked] = self._origin(key)
        found: str | None = known[asked]
        return found

    def _origin(self, key: str) -> str | None:
        lows = self.context.tokens.lows
        for mention in self.context.mentions_of(key):
            k = mention.last
            if lows[k] not in {"of", "from"}:
                continue
            at = k + 1 + (lows[k + 1] == "the")
            body = self.context.key_at(at) or (clauses.called(self.context, lows[at]) if at > k + 1 else None)
            if body and self.context.type_of(body) in BODIES:
                return body
        return None

    def doer(self, key: str) -> str | None:
        """The body of a key; else the holder of a post that is an institution (an ombudsman), whose office is told by :meth:`seated`."""
        return self.as_body(key) or (key if seat_title(self.context, key) else None)

    def seated(self, line: Line, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Those who carry something out as bodies: an ombudsman as his or her office."""
        return self.of_table(keys, line.first, line.last)

    def of_table(self, keys: tuple[str, ...], first: int, last: int) -> tuple[str, ...]:
        """The same for those whom some tokens name."""
        bodies = (self.as_body(key) or seat(self.context, key, first, last) for key in keys)
        return tuple(dict.fromkeys(self._named_once(key, first, last) for key in bodies if key))

    def _named_once(self, key: str, first: int, last: int) -> str:
        """A body that only its post makes known, as a body of this document."""
        thing = self.context.lexicon.registry.things.get(key) if self.context.type_of(key) is None else None
        return self.context.cast.resolver.body(thing.label, self.context.tokens.span(first, last)).key if thing else key

    def inspects(self, key: str) -> bool:
        """Is this a body whose work is to inspect, as its type, its name or the text says?"""
        if key not in self._work:
            self._work[key] = self._is_inspector(key)
        return self._work[key] or key in self.known

    def _is_inspector(self, key: str) -> bool:
        """Do its type, what it does in this text, the registry or its name say so?"""
        context = self.context
        if (
            context.type_of(key) is EntityType.INSPECTORATE
            or key in context.inspecting()
            or key in context.inspectors()
        ):
            return True
        known = self.context.lexicon.registry.things.get(key)
        if known is not None and known.kind in _KINDS:
            return True
        draft = self.context.cast.table.get(key)
        words = set(draft.label.lower().split()) if draft is not None and draft.type in BODIES else set()
        accounts = "accounts" in words and bool({"office", "commission"} & words)
        return (accounts or bool(_INSPECTING & words)) and not _OVERSEERS & words

    def inspecting_here(self) -> tuple[str, ...]:
        """The one body that inspects of whoever speaks or spoke last, else of all who meet."""
        told = (self.as_body(key) for key in (*self.saying, *self.discourse.speakers))
        ours = tuple(dict.fromkeys(body for body in told if body and self.inspects(body)))
        ours = ours or self.context.inspectors()
        return ours if len(ours) == 1 else ()

    def internal(self, key: str) -> bool:
        """Is it a unit that audits the body that it belongs to?"""
        return "internal" in self._label(key).split()

    def watches(self, key: str) -> bool:
        """Does its name say that it watches over others ("Commission", "Licensing Authority"), so that what it tells of is its own?"""
        draft = self.context.cast.table.get(key)
        if draft is None or draft.type not in BODIES:
            return False
        words = set(draft.label.lower().split())
        return self.inspects(key) or bool(_WATCHING & words and not _WATCHED & words)

    def guards(self, key: str) -> bool:
        """Does its name say that it guards the safety of others or licenses them, so that it inspects what it tells of?"""
        draft = self.context.cast.table.get(key)
        words = set(draft.label.lower().split()) if draft is not None and draft.type in BODIES else set()
        return bool(_GUARDING & words) and not _OVERSEERS & words and not _WATCHED & words

    def hears(self, key: str) -> bool:
        """Is this the office of a commissioner, who may open an inquiry?"""
        known = self.context.lexicon.registry.things.get(key)
        return known is not None and known.kind == "commissioner"

    def is_police(self, key: str) -> bool:
        """Is it a police force, whose investigations are mostly of crimes?"""
        draft = self.context.cast.table.get(key)
        words = draft.label.lower().split() if draft is not None and draft.type in BODIES else []
        force = bool({"police", "constabulary"} & set(words)) and not _OVER_POLICE & set(words)
        return force and not self.inspects(key)

    def audits(self, key: str) -> bool:
        """Is this an auditor: a firm, a body that audits, or a person whose post it is?"""
        draft = self.context.cast.table.get(key)
        post = self.context.cast.table.get(draft.holds) if draft else None
        labels = [one.label for one in (draft, post) if one is not None]
        return any(
            label.endswith("LLP") or ("audit" in label.lower() and not _OVERSEERS & set(label.lower().split()))
            for label in labels
        )

    def bodies_in(self, first: int, last: int) -> tuple[str, ...]:
        keys, type_of = self.context.keys_in(first, last), self.context.type_of
        return tuple(dict.fromkeys([key for key in keys if type_of(key) in BODIES])) if keys else ()

    def name_until(self, first: int, end: int) -> Mention | None:
        """The name in some tokens that ends with them."""
        names = (self.context.mention_at[k] for k in self.context.named_in(first, end))
        return next((name for name in names if name.last == end), None)

    def doers_in(self, first: int, last: int) -> tuple[str, ...]:
        """The bodies of some tokens, and those whose post is an institution."""
        keys = self.context.keys_in(first, last)
        bodies = [key for key in keys if self.context.type_of(key) in BODIES]
        seats = [key for key in keys if seat_title(self.context, key) and self.as_body(key) not in self.meeting_body()]
        return tuple(dict.fromkeys(bodies or seats))

    def _acting_in(self, first: int, last: int) -> tuple[str, ...]:
        """The bodies that some tokens name otherwise than as what is looked at ("of the Trust", "into the Fund")."""
        lows = self.context.tokens.lows
        places = (
            k for k in self.context.named_in(first, last) if lows[k - 1 - (lows[k - 1] in ARTICLES)] not in _ABOUT
        )
        keys = dict.fromkeys(key for k in places if (key := self.context.key_at(k)))
        return tuple(key for key in keys if self.context.type_of(key) in BODIES)

    def _last_body(self, first: int, last: int) -> tuple[str, ...]:
        found = self.bodies_in(first, last)
        return found[-1:]

    def antecedent(self, line: Line, at: int) -> tuple[str, ...]:
        """The body that a relative clause is about: the one named last before it."""
        return self._last_body(line.first, at)

    def meeting_body(self) -> tuple[str, ...]:
        """The body whose meeting it is, found once."""
        known = self.context.answers["meeting body"]
        if not known:
            body = self.context.cast.meeting_body or self._titled()
            known[0, 0] = (body,) if body else ()
        bodies: tuple[str, ...] = known[0, 0]
        return bodies

    def called_so(self, noun: str) -> tuple[str, ...]:
        """The body whose meeting it is, unless the noun is that of another kind: "the council" is none at a forum."""
        return tuple(key for key in self.meeting_body() if noun not in _MEETING or noun in self._label(key).split())

    def _titled(self) -> str | None:
        """The body that the first lines name; of several the first, unless only one of them is called a board, a council, a trust."""
        outline = self.context.outline
        listed = min(
            (one.span.start for one in outline.attendees), default=120
        )  # those who list themselves are no title
        limit = max(outline.title.end if outline.title else 0, min(120, listed))
        last = bisect_left(self.context.tokens.starts, limit)
        named = self.bodies_in(0, last)
        meeting = [key for key in named if _MEETING & set(self._label(key).split())]
        main = self.context.cast.resolver.main_body
        return meeting[0] if len(meeting) == 1 else main if main in named else next(iter(named), None)

    def _label(self, key: str) -> str:
        draft = self.context.cast.table.get(key)
        return draft.label.lower() if draft else ""

    def ours(self) -> tuple[str, ...]:
        """ "Our own review": of the body of whoever speaks, else of the body whose meeting it is."""
        ours = [body for key in self.saying if (body := self.as_body(key))]
        said = [body for key in self.discourse.speakers if (body := self.as_body(key))]
        return tuple(ours[:1]) or self.meeting_body() or tuple(said[:1])

    def _subject_after(self, line: Line, at: int) -> tuple[str, ...]:
        """ "Having completed its audit, the Trust …": the subject of the sentence, where "its" stands before it in a clause of its own."""
        if self.context.tokens.lows[line.first] not in _FRONTING and not self.context.tokens.lows[line.first].endswith(
            "ing"
        ):
            return ()
        subject = line.subject
        keys = [actor.key for actor in subject.actors if actor.key] if subject and subject.first > at else []
        return tuple(key for key in keys if self.context.type_of(key) in BODIES)

    def _seat_before(self, line: Line, at: int) -> tuple[str, ...]:
        """ "The Ombudsman finished its review": the body of a post that is an institution, where it is the subject."""
        subject = clauses.subject_at(self.context, line.start, at)
        key = subject.actors[0].key if subject and len(subject.actors) == 1 else None
        body = self.as_body(key) if key and seat_title(self.context, key) else None
        return (body,) if body else ()

    def _outside_asides(self, first: int, at: int) -> tuple[str, ...]:
        """The bodies before a token but for those of a closed aside: "Audit Moss, which is part of the Council, has begun its audit"."""
        lows = self.context.tokens.lows
        for k in range(first, at):
            if lows[k] == "," and lows[k + 1] in {"which", "who"}:
                closed = next((m for m in range(k + 2, at) if lows[m] == ","), at)
                if closed < at and (told := self.bodies_in(first, k) + self.bodies_in(closed, at)):
                    return told
        return self.bodies_in(first, at)

    def it(self, line: Line, at: int) -> tuple[str, ...]:
        """ "its": the inspecting body named before it in the sentence, else the last one there, else the subject of the sentence before."""
        named = self._outside_asides(line.first, at) or self._seat_before(line, at) or self._subject_after(line, at)
        inspecting = [key for key in named if self.context.type_of(key) is EntityType.INSPECTORATE]
        if named:
            return tuple((inspecting or list(named))[-1:])
        speakers = self.discourse.speakers
        if len(speakers) == 1 and self.context.type_of(speakers[0]) in BODIES:
            return speakers
        return (self.discourse.body,) if self.discourse.body else ()
