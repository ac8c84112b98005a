"""What the index answers with.

Comes in: nothing.  Goes out: frozen values.  The one idea: every answer carries its evidence, or the IRI under which it is found.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list: its items, how many there are in all, and how many stand before these."""

    items: tuple[T, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as others name it."""

    iri: str
    type: str
    label: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: ``text[start:end]``."""

    iri: str
    document: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity in a list: ``meetings`` in whose minutes a fact names it, the first and last day, how many are related."""

    iri: str
    type: str
    kind: str | None
    label: str
    facts: int
    meetings: int
    first: str | None
    last: str | None
    related: int


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what a fact names, and the agent that stood for it where it is not named itself."""

    role: str
    thing: Thing
    through: Thing | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its words.

    ``values`` bear the names of their properties (``due_by`` is ``ikg:dueBy``).  ``open`` is true of a question without an answer
    and of a commitment that is not told as ended.
    """

    iri: str
    kind: str
    text: str
    day: str | None
    document: Thing | None
    meeting: Thing | None
    roles: tuple[Role, ...]
    values: Mapping[str, str]
    quotes: tuple[Quote, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A plain triple of an entity: the property, its value (a thing where it is one), the graph that says it."""

    property: str
    value: str
    thing: Thing | None
    graph: str


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity with its names, what is told of it, the things that point at it, and the words that name it."""

    entity: Entity
    names: tuple[str, ...]
    told: tuple[Told, ...]
    told_by_others: tuple[Told, ...]
    quotes: tuple[Quote, ...]
    facts: Page[Fact]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact behind a reason, with the words that tell it."""

    fact: str
    day: str | None
    quote: str | None
    words: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two entities are related: ``score`` is ``weight`` times ``count``; ``evidence`` are the latest of the facts."""

    kind: str
    way: str
    words: str
    count: int
    weight: int
    score: int
    first: str | None
    last: str | None
    properties: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Via:
    """An entity between two others: the score of the ties before and behind it."""

    thing: Thing
    before: int
    behind: int


@dataclass(frozen=True, slots=True)
class Related:
    """A related entity: its score and the reasons (``depth`` 1), or the entities that lead to it (``depth`` 2)."""

    thing: Thing
    depth: int
    score: int
    reasons: tuple[Reason, ...]
    via: tuple[Via, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A day in the life of an entity: what happened (``met``, ``said``, ``due``), and the fact that tells it."""

    day: str
    what: str
    roles: tuple[str, ...]
    fact: Fact


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path, with its reasons."""

    source: Thing
    target: Thing
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A connection of two entities: the fewer steps the shorter; ``score`` is that of its weakest step."""

    steps: tuple[Step, ...]
    score: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found: ``highlight`` is HTML with the found words in ``<mark>``, everything else escaped."""

    what: str
    title: str
    highlight: str
    score: float
    thing: Thing | None
    fact: Fact | None

    @property
    def iri(self) -> str:
        """What was found."""
        found = self.thing or self.fact
        return found.iri if found else ""

    @property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """The highlight as plain text, part by part: is this one of the found words?"""
        pieces = re.split("</?mark>", self.highlight)
        return tuple((html.unescape(piece), place % 2 == 1) for place, piece in enumerate(pieces) if piece)

    @property
    def words(self) -> str:
        """The highlight as plain text."""
        return "".join(text for text, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document: its text, how much of it was understood, and the sentences that gave nothing."""

    thing: Thing
    source: str
    sha256: str | None
    text: str
    sentences: int
    mapped: int
    unmapped: tuple[Quote, ...]
    meeting: Thing | None
    day: str | None
