"""The types of a page: values with their labels, facts with their words, a text with its marks."""

from __future__ import annotations

from dataclasses import dataclass

from kg.terms import DATA


@dataclass(frozen=True, slots=True)
class Value:
    """What a property says: the words for people, and the IRI where it is a thing."""

    text: str
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A property with its values."""

    property: str
    words: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The very words, the document they stand in, and where."""

    words: str
    minutes: str
    source: str
    start: int
    end: int

    @property
    def iri(self) -> str:
        """Where they stand: the document's IRI with the place as its fragment."""
        return f"{self.minutes}#char={self.start},{self.end}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it is listed: what it says (its rows say it where ``text`` is empty), the day, who and how, its words."""

    iri: str
    kind: str
    text: str
    day: str
    rows: tuple[Row, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that name the thing in one way; ``total`` says how many there are beside those that are shown."""

    property: str
    heading: str
    facts: tuple[Fact, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """A thing with its names, what is told of it, the words that name it, and the facts that name it."""

    iri: str
    label: str
    kinds: tuple[Value, ...]
    names: tuple[str, ...]
    comment: str
    rows: tuple[Row, ...]
    quotes: tuple[Quote, ...]
    groups: tuple[Group, ...]
    reasons: tuple[str, ...]
    linked: str

    @property
    def is_fact(self) -> bool:
        """Is it read from one document, so that its quotes are the words that tell it, not places that name it?"""
        return self.iri.startswith(f"{DATA}minutes/")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, the quotes that begin with it, and the facts whose words end with it."""

    text: str
    kinds: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Transcript:
    """A document: its text in stretches, and its facts in the order of their words."""

    iri: str
    title: str
    source: str
    day: str
    meeting: str
    sentences: int
    mapped: int
    unmapped: tuple[Quote, ...]
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...]
    linked: str
