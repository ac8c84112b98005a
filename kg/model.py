"""The types that pass between the steps, from a document to its facts.

Comes in: nothing.  Goes out: frozen values.  The one idea: every value points back into the text of its document
with a :class:`Span`; nothing is copied without its place.  Offsets count Unicode code points.

    Document ─► Outline ─► Reading (entities, participants, facts)

A thing is named by its *key*, the part of its IRI after the base: ``organisation/crown-prosecution-service``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import StrEnum
from pathlib import Path

from kg.values import ordered_value, value


@ordered_value
class Span:
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Does the other stretch lie wholly in this one?"""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


# ── what a reader gives ──────────────────────────────────────────────────────────────────────────────────────────


class BlockKind(StrEnum):
    """What a block of text is, as far as its format says so."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@value
class Block:
    """One block of a document.

    ``span`` is free of the white space around it.  ``level`` is the depth of a heading (from 1) or list item
    (from 1), else 0.  ``cells`` are the cells of a table row, in order (an empty cell is an empty span).
    """

    kind: BlockKind
    span: Span
    level: int = 0
    cells: tuple[Span, ...] = ()


@value
class Document:
    """One published document: a plain text and the blocks that point into it.

    ``slug`` names it (``terms.slug`` of the file name without its suffix); ``source`` is the file name or URL as
    given; ``title`` and ``date`` are what its *metadata* say (front matter, ``<title>``, DOCX core properties),
    never a guess from the text; ``metadata`` holds the other pairs found there; ``sha256`` is of the file's bytes;
    ``furniture`` is what the text repeats on each of its pages.
    """

    slug: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    title: str | None = None
    date: date | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/plain"
    furniture: tuple[Span, ...] = ()


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces for the characters of some stretches, so that offsets hold."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*parts, text[at:]])


# ── what structure finds ─────────────────────────────────────────────────────────────────────────────────────────


class Attendance(StrEnum):
    """How somebody took part."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    IN_ATTENDANCE = "in-attendance"
    REMOTE = "remote"
    PART = "part"


@value
class Attendee:
    """One entry of an attendance list.  Any of the parts may be missing; ``span`` is the whole entry.

    ``organisation`` is what the entry says of the body represented, else the body the list is grouped under.
    ``role`` is a concept of the meeting-role vocabulary (chair, deputy-chair, secretary, minute-taker, member, guest).
    """

    span: Span
    attendance: Attendance
    name: Span | None = None
    initials: str | None = None
    post: Span | None = None
    organisation: Span | None = None
    role: str | None = None
    title: str | None = None  # shared with others: "Councillors A, B and C"
    unit: Span | None = None  # of the body, where the entry names one: "Policy Unit"


@value
class AgendaHeading:
    """A heading of substance: ``title`` as written without its numbering, ``position`` from 1, ``body`` what stands under it."""

    span: Span
    title: Span
    position: int
    body: Span


@value
class ActionLine:
    """One action as minutes list it.

    ``owners`` covers the words that name who is to act ("BQ and MB"), ``task`` what is to be done, ``due`` the
    words of the deadline where they stand apart, ``status`` a concept of the status vocabulary where the minutes
    say how it stands, ``previous`` whether it is an action of an earlier meeting.  ``span`` is the whole entry.
    """

    span: Span
    task: Span
    owners: Span | None = None
    due: Span | None = None
    status: str | None = None
    previous: bool = False


class PassageKind(StrEnum):
    """What a stretch of running text is for."""

    PREAMBLE = "preamble"  # before the first heading of substance, after title, date and attendance
    PROSE = "prose"
    ITEM = "item"  # a bullet or list item
    ACTION = "action"  # belongs to an ActionLine; not read again as prose


@value
class Passage:
    """A paragraph or list item of running text, and the agenda heading (its position) that it stands under."""

    span: Span
    kind: PassageKind
    position: int | None = None
    after_colon: bool = False  # a list item whose lead-in ended with a colon


@value
class MeetingDate:
    """The day of the meeting, and the words that say so (``None`` where file name or metadata say so)."""

    day: date
    span: Span | None
    reason: str


@value
class Outline:
    """What the layout of a document tells."""

    title: Span | None
    meeting_date: MeetingDate | None
    next_meeting: date | None
    location: Span | None
    attendees: tuple[Attendee, ...]
    headings: tuple[AgendaHeading, ...]
    actions: tuple[ActionLine, ...]
    passages: tuple[Passage, ...]


# ── entities ─────────────────────────────────────────────────────────────────────────────────────────────────────


class EntityType(StrEnum):
    """The kinds of thing that minutes name."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    INSPECTORATE = "inspectorate"
    GROUP = "group"
    COLLECTIVE = "collective"
    PROGRAMME = "programme"
    REPORT = "report"
    LEGISLATION = "legislation"
    TOPIC = "topic"


BODIES = frozenset({EntityType.ORGANISATION, EntityType.INSPECTORATE})


@value
class Entity:
    """A thing that a document names.

    ``key`` is its IRI without the base; ``names`` are the other names that the document or registry gives it;
    ``mentions`` the places that name it (the first is its evidence); ``reason`` says why it was taken for this thing.
    ``holds`` (person -> post), ``post_in`` (post -> organisation), ``member_of`` (person -> organisation),
    ``part_of`` (collective or unit -> organisation) and ``broader`` (topic -> topic) are keys, set only where the text says so.
    """

    key: str
    type: EntityType
    label: str
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    holds: str | None = None
    post_in: str | None = None
    member_of: str | None = None
    part_of: str | None = None
    broader: str | None = None
    registered: bool = False
    reason: str = ""


@value
class Participant:
    """An agent who took part in the meeting or sent apologies.  ``evidence`` is the words that say so."""

    agent: str
    attendance: Attendance
    evidence: Span
    representing: str | None = None
    role: str | None = None


@value
class Mention:
    """A place in the text that names a thing.

    ``first`` and ``last`` are token numbers (``last`` excluded), ``name`` the name without article and possessive, ``known`` the
    key of the registry, ``head`` the word that tells the type ("Commissioner", "Board"), ``scope`` the words of the body that a
    post belongs to ("Chair of **the Parole Board**"), ``acronym`` the short form defined right behind it (``scope_acronym`` where it is that of the body), ``keys`` the entities that
    the document itself lets the name stand for (the nearest before it is meant).
    """

    first: int
    last: int
    span: Span
    type: EntityType
    name: str
    known: str | None = None
    head: str = ""
    scope: str = ""
    acronym: str | None = None
    scope_acronym: str | None = None
    keys: tuple[str, ...] = ()

    def at(self, first: int, last: int, span: Span, acronym: str | None = None) -> Mention:
        """The same thing named in another place."""
        return Mention(
            first, last, span, self.type, self.name, self.known, self.head, self.scope, acronym, self.scope_acronym, self.keys
        )  # fmt: skip


# ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────────


@value
class Statement:
    """What somebody at the meeting did in words.

    ``act`` is a concept of the speech-act vocabulary; ``content`` the words that were reported; ``evidence`` the whole
    sentence; ``rule`` the name of the rule that read it; ``topics`` and ``mentions`` are keys.
    """

    speakers: tuple[str, ...]
    act: str
    content: Span
    evidence: Span
    rule: str
    addressees: tuple[str, ...] = ()
    position: int | None = None
    mentions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    answers: int | None = None  # index of the statement it answers


@value
class Commitment:
    """What somebody is to do, or will not do.

    ``action`` is the task in the words of the text; ``strength`` and ``status`` are concepts of their vocabularies;
    ``due_from``/``due_by`` the window counted from the meeting date, ``due_text`` its words; ``made_in`` the index of
    the statement that makes it; ``no_actor`` why the text names nobody, where it does not; ``repeated`` are the action
    lines that tell it again.
    """

    actors: tuple[str, ...]
    action: str
    strength: str
    evidence: Span
    rule: str
    beneficiaries: tuple[str, ...] = ()
    status: str | None = None
    due_from: date | None = None
    due_by: date | None = None
    due_text: str | None = None
    position: int | None = None
    made_in: int | None = None
    topics: tuple[str, ...] = ()
    follows: int | None = None
    no_actor: str | None = None
    previous: bool = False
    repeated: tuple[Span, ...] = ()


@value
class Inspection:
    """An inspection, review, audit or inquiry as an undertaking."""

    label: str
    kind: str
    status: str
    evidence: Span
    rule: str
    conducted_by: tuple[str, ...] = ()
    inspected: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    programme: str | None = None
    planned_from: date | None = None
    planned_to: date | None = None
    position: int | None = None


@value
class Relation:
    """A relationship between two organisations that the text states.  ``predicate`` is the local name, e.g. ``inspects``."""

    subject: str
    predicate: str
    object: str
    evidence: Span
    rule: str


@value
class AgendaItem:
    """A heading with the topics that it names (keys)."""

    title: str
    position: int
    evidence: Span
    topics: tuple[str, ...] = ()


@value
class Reading:
    """Everything read from one document: what :mod:`kg.triples` tells as quads.

    ``meeting`` is the key of the meeting; ``sentences`` counts the sentences of running text, ``unmapped`` are those that gave no fact;
    ``extended`` are the Turtle files of the user's own that it was read with.
    """

    document: Document
    meeting: str
    title: str | None
    meeting_date: MeetingDate | None
    next_meeting: date | None
    location: str | None
    entities: tuple[Entity, ...]
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaItem, ...]
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: int = 0
    unmapped: tuple[Span, ...] = field(default=())
    extended: tuple[Path, ...] = ()
