"""Who and what a document names, and who took part in its meeting."""

from __future__ import annotations

from collections.abc import KeysView
from dataclasses import dataclass, field
from datetime import date

from kg.entities.draft import Draft, Table
from kg.entities.resolve import Resolver
from kg.lexicon import Names
from kg.lexicon.lists import lists
from kg.model import EntityType, Mention, Participant, Span

_CHAIRS = lists("titles").words("chairs")


@dataclass(slots=True)
class Cast:
    """Who and what a document names.

    ``by_first`` gives the key of the mention that begins at a token; ``names`` the names that the document itself defines;
    ``collective`` is the key of "members", "the Board" of this meeting; ``holders`` the person who holds a post.
    """

    resolver: Resolver
    table: Table = field(init=False)  # the entities by key
    mentions: list[Mention] = field(default_factory=list)
    by_first: dict[int, str] = field(default_factory=dict)
    names: Names[Mention] = field(default_factory=Names)
    participants: list[Participant] = field(default_factory=list)
    listed: dict[str, Participant] = field(default_factory=dict)  # the first entry of each agent
    collective: str | None = None
    few: bool = False  # is it a meeting of two or three parties?
    terms: set[str] = field(default_factory=set)
    day: date | None = None  # of the meeting
    first_keys: list[tuple[Span, str]] = field(default_factory=list)  # what each place named at the first look
    here: frozenset[str] = frozenset()
    _present: tuple[str, ...] = ()
    _stayed: tuple[str, ...] = ()
    # what is asked for once the posts are settled: the holders of each, the body of each agent, who came for each body, and by each surname
    _holders: dict[str, list[str]] | None = None
    _bodies: dict[str, str | None] = field(default_factory=dict)
    _sent: dict[str | None, list[str]] | None = None
    _surnames: dict[str, list[str]] | None = None
    _entries: dict[str, list[int]] | None = None  # of those listed who are somebody or something, or hold it

    def __post_init__(self) -> None:
        self.table = self.resolver.table

    def holder(self, key: str) -> str:
        """The person who holds a post, where the document names one; else the key itself."""
        if self._holders is None:
            self._holders = {}
            for draft in self.table.of_type(EntityType.PERSON):
                if post := draft.holds or self._post_then(draft):
                    self._holders.setdefault(post, []).append(draft.key)
        holders = self._holders.get(key, ())
        return holders[0] if len(holders) == 1 else key

    @property
    def meeting_body(self) -> str | None:
        """The organisation whose own meeting this is: its name stands for those present."""
        draft = self.table.get(self.collective)
        return draft.part_of if draft else None

    def meet(self, participants: list[Participant]) -> None:
        """Take up who is listed or took part, and what they hold as is known now."""
        self.participants = participants
        self.listed = {person.agent: person for person in reversed(participants)}
        self._present = tuple(person.agent for person in participants if person.attendance != "apologies")
        self.here = frozenset(self._present)
        self._entries = None
        self._stayed = tuple(person.agent for person in participants if person.attendance not in ("apologies", "part"))

    def present(self) -> tuple[str, ...]:
        """The agents who took part, in order."""
        return self._present

    def without_notes(self) -> tuple[str, ...]:
        """Those present but for whoever only takes the note."""
        return tuple(agent for agent in self._present if self.listed[agent].role != "minute-taker")

    def throughout(self) -> tuple[str, ...]:
        """Those present from beginning to end, as far as the list tells; all present where that leaves fewer than two."""
        return self._stayed if len(self._stayed) > 1 else self._present

    def bodies(self) -> KeysView[str | None]:
        """The organisations of those present; None among them where somebody has none."""
        return self._by_body().keys()

    def sent_by(self, body: str | None) -> list[str]:
        """Those present who speak for a body, in order."""
        return self._by_body().get(body, [])

    def _by_body(self) -> dict[str | None, list[str]]:
        if self._sent is None:
            self._sent = {}
            for agent in self._present:
                self._sent.setdefault(self.body_of(agent), []).append(agent)
        return self._sent

    def with_surname(self, low: str) -> list[str]:
        """Those present whose names end in this word (in small letters), in order."""
        if self._surnames is None:
            self._surnames = {}
            for draft in filter(None, map(self.table.get, self._present)):
                self._surnames.setdefault(draft.label.lower().split()[-1], []).append(draft.key)
        return self._surnames.get(low, [])

    def body_of(self, agent: str) -> str | None:
        """The organisation that an agent speaks for: represented, employer, or of the post."""
        if agent not in self._bodies:
            self._bodies[agent] = self._body_of(agent)
        return self._bodies[agent]

    def _body_of(self, agent: str) -> str | None:
        if agent in self.listed:
            told = (person.representing for person in self.participants if person.agent == agent)
            if body := next(filter(None, told), None):
                return body
        draft = self.table.get(agent)
        if draft is None:
            return None
        post = self.table.get(draft.holds or self._post_then(draft))
        return draft.member_of or draft.post_in or (post.post_in if post else None)

    def _post_then(self, draft: Draft) -> str | None:
        """The post of one of whom the text tells neither post nor body, that by the registry was theirs on the day, and that the text names."""
        if self.day is None or draft.member_of or not draft.registered:
            return None
        had = self.resolver.lexicon.registry.tenures.get(draft.key, ())
        day = self.day.isoformat()
        return next((one.post for one in had if one.covers(day) and one.post in self.table.drafts), None)

    def bodies_by_post(self) -> list[str]:
        """The bodies of the posts that those of the list are or hold, in order."""
        drafts = (self.table.get(person.agent) for person in self.participants)
        posts = (self.table.get(draft.holds) or draft for draft in drafts if draft)
        return [post.post_in for post in posts if post.post_in]

    def called(self, title: str) -> list[str]:
        """Those present whose post is called so ("clerk", "deputy director" of a longer title); a chair is whoever the list says."""
        if title in _CHAIRS:
            return [agent for agent in self._present if self.listed[agent].role == "chair"]
        posts = {draft.key for draft in self.table.beginning(title, EntityType.POST)}
        return [
            one.agent
            for one in self._entries_of(posts)
            if self._post_of(one.agent) in posts and one.attendance != "apologies"
        ]

    def titled(self, plural: list[str]) -> tuple[str, ...]:
        """Those present whose posts begin with the singular of a title ("Chief Inspectors", "Ombudsmen")."""
        *words, last = " ".join(plural).lower().split()
        one = last[:-3] + "man" if last.endswith("men") else last.removesuffix("s")
        if one == last or one not in self.resolver.lexicon.role_words:
            return ()
        posts = {draft.key for draft in self.table.beginning(" ".join([*words, one]), EntityType.POST)}
        there = (person.agent for person in self._entries_of(posts) if person.attendance != "apologies")
        return tuple(dict.fromkeys(there))

    def bearing(self, title: str) -> list[Participant]:
        """The entries of those who, or whose posts, are called by a name that begins or ends with this title."""
        named = {*self.table.beginning(title), *self.table.ending(title)}
        return self._entries_of({draft.key for draft in named})

    def _post_of(self, agent: str) -> str | None:
        draft = self.table.get(agent)
        return draft.holds or draft.key if draft else None

    def _entries_of(self, keys: set[str]) -> list[Participant]:
        """The entries of those who are, or hold, one of these things, in order."""
        if self._entries is None:
            self._entries = {}
            for number, one in enumerate(self.participants):
                draft = self.table.get(one.agent)
                for key in (one.agent, draft.holds if draft else None):
                    if key:
                        self._entries.setdefault(key, []).append(number)
        found = {number for key in keys for number in self._entries.get(key, ())}
        return [self.participants[number] for number in sorted(found)]
