"""Who and what a document names, and who took part in its meeting."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities.draft import Table
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
    mentions: list[Mention] = field(default_factory=list)
    by_first: dict[int, str] = field(default_factory=dict)
    names: Names[Mention] = field(default_factory=Names)
    participants: list[Participant] = field(default_factory=list)
    listed: dict[str, Participant] = field(default_factory=dict)  # the first entry of each agent
    collective: str | None = None
    few: bool = False  # is it a meeting of two or three parties?
    terms: set[str] = field(default_factory=set)
    first_keys: dict[Span, str] = field(default_factory=dict)
    _present: tuple[str, ...] = ()
    _stayed: tuple[str, ...] = ()
    _holders: dict[str, list[str]] | None = None  # of each post, once the posts are settled
    _bodies: dict[str, str | None] = field(default_factory=dict)  # of each agent, once they are
    _there: frozenset[str | None] | None = None
    _called: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        """The entities by key."""
        return self.resolver.table

    def holder(self, key: str) -> str:
        """The person who holds a post, where the document names one; else the key itself."""
        if self._holders is None:
            self._holders = {}
            for draft in self.table.of_type(EntityType.PERSON):
                if draft.holds:
                    self._holders.setdefault(draft.holds, []).append(draft.key)
        holders = self._holders.get(key, ())
        return holders[0] if len(holders) == 1 else key

    @property
    def meeting_body(self) -> str | None:
        """The organisation whose own meeting this is: its name stands for those present."""
        draft = self.table.get(self.collective)
        return draft.part_of if draft else None

    def meet(self, participants: list[Participant]) -> None:
        """Take up who is listed or took part."""
        self.participants = participants
        self.listed = {person.agent: person for person in reversed(participants)}
        self._present = tuple(person.agent for person in participants if person.attendance != "apologies")
        self._stayed = tuple(person.agent for person in participants if person.attendance not in ("apologies", "part"))

    def present(self) -> tuple[str, ...]:
        """The agents who took part, in order."""
        return self._present

    def throughout(self) -> tuple[str, ...]:
        """Those present from beginning to end, as far as the list tells; all present where that leaves fewer than two."""
        return self._stayed if len(self._stayed) > 1 else self._present

    def bodies(self) -> frozenset[str | None]:
        """The organisations of those present; None among them where somebody has none."""
        if self._there is None:
            self._there = frozenset(map(self.body_of, self._present))
        return self._there

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
        post = self.table.get(draft.holds)
        return draft.member_of or draft.post_in or (post.post_in if post else None)

    def bodies_by_post(self) -> list[str]:
        """The bodies of the posts that those of the list are or hold, in order."""
        drafts = (self.table.get(person.agent) for person in self.participants)
        posts = (self.table.get(draft.holds) or draft for draft in drafts if draft)
        return [post.post_in for post in posts if post.post_in]

    def called(self, title: str) -> list[str]:
        """Those present whose post is called so; asked time and again of a few titles, while few things are new."""
        asked = (title, len(self.table.drafts))
        if asked not in self._called:
            self._called[asked] = [agent for agent in self._present if self.is_called(agent, title)]
        return self._called[asked]

    def is_called(self, agent: str, title: str) -> bool:
        """Is a post, or the post of a person, called so: "clerk", "deputy director" of a longer title?"""
        if title in _CHAIRS and agent in self.listed:
            return self.listed[agent].role == "chair"
        draft = self.table.get(agent)
        post = self.table.get(draft.holds) if draft and draft.holds else draft
        if post is None or post.type is not EntityType.POST:
            return False
        return any(name.lower() == title or name.lower().startswith(f"{title} ") for name in (post.label, *post.names))
