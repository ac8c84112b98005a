"""A small graph that can be worked out by hand: the note of the harbours, and a second meeting a year later.

14 March 2017 (tests.sample): the Commissioner asks the Chief Inspector (of HI) about pilots; the Chief Inspector undertakes to send the
report by 28 March; HI and the Dock Inspectorate inspect pilots jointly; HI inspects the Port Authority.

5 June 2018: the Commissioner meets Ann Moor, who represents the Port Authority; the Registrar sends apologies.  Ann Moor informs
the Commissioner about fees, and the Port Authority is to publish its fees for the Commissioner by 31 December 2018.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

import pytest

from kg.index import Index, open_index
from kg.model import (
    AgendaItem,
    Attendance,
    Block,
    BlockKind,
    Commitment,
    Document,
    Entity,
    EntityType,
    MeetingDate,
    Participant,
    Reading,
    Span,
    Statement,
)
from kg.store import open_store
from kg.store.embedded import Embedded
from kg.terms import iri, minutes_iri
from kg.triples import tell
from tests import sample

TEXT = """Meeting on fees, 5 June 2018

Commissioner; Ann Moor, Port Authority. Apologies: the Registrar.

Fees

Ann Moor informed the Commissioner about "shadow-fees" & co-operation.

The Port Authority will publish its fees for the Commissioner by 31 December 2018.

Nobody spoke of lamps.
"""
MOOR, REGISTRAR, FEES, PORT = "person/ann-moor", "post/registry/registrar", "topic/fees", sample.PORT
MEETING = "meeting/2018-06-05-fees"


def at(words: str) -> Span:
    """Where the words first stand in the second note."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


INFORMED = at('Ann Moor informed the Commissioner about "shadow-fees" & co-operation.')
PUBLISH = at("The Port Authority will publish its fees for the Commissioner by 31 December 2018.")


def fees() -> Reading:
    """The second note, read by hand."""
    return Reading(
        document=Document(
            "2018-06-05-fees",
            "2018-06-05-fees.txt",
            TEXT,
            (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT))),),
            hashlib.sha256(TEXT.encode()).hexdigest(),
        ),
        meeting=MEETING,
        title="Meeting on fees",
        meeting_date=MeetingDate(date(2018, 6, 5), at("5 June 2018"), "labelled"),
        next_meeting=None,
        location=None,
        entities=(
            Entity(sample.COMMISSIONER, EntityType.POST, "Commissioner", (), (at("Commissioner"),)),
            Entity(MOOR, EntityType.PERSON, "Ann Moor", (), (at("Ann Moor"),), member_of=PORT),
            Entity(PORT, EntityType.ORGANISATION, "Port Authority", (), (at("Port Authority"),)),
            Entity(REGISTRAR, EntityType.POST, "Registrar", (), (at("Registrar"),)),
            Entity(FEES, EntityType.TOPIC, "fees", (), (at("Fees"),)),
        ),
        participants=(
            Participant(sample.COMMISSIONER, Attendance.PRESENT, at("Commissioner")),
            Participant(MOOR, Attendance.PRESENT, at("Ann Moor, Port Authority"), representing=PORT),
            Participant(REGISTRAR, Attendance.APOLOGIES, at("the Registrar")),
        ),
        agenda=(AgendaItem("Fees", 1, at("Fees\n"), (FEES,)),),
        statements=(
            Statement(
                (MOOR,),
                "informed",
                at('about "shadow-fees" & co-operation'),
                INFORMED,
                "verb",
                (sample.COMMISSIONER,),
                1,
                (),
                (FEES,),
            ),
        ),
        commitments=(
            Commitment(
                (PORT,),
                "publish its fees",
                "committed",
                PUBLISH,
                "will",
                (sample.COMMISSIONER,),
                due_by=date(2018, 12, 31),
                due_text="by 31 December 2018",
                position=1,
                topics=(FEES,),
            ),
        ),
        sentences=4,
        unmapped=(at("Nobody spoke of lamps."),),
    )


def told(*readings: Reading) -> dict[str, list[str]]:
    """The graphs of some readings."""
    return {minutes_iri(reading.document.slug): tell(reading) for reading in readings}


@pytest.fixture(scope="session")
def store() -> Embedded:
    """Both notes, and what the rules conclude."""
    store = open_store()
    store.replace(told(sample.reading(), fees()))
    store.derive()
    return store


@pytest.fixture(scope="session")
def index(store) -> Iterator[Index]:
    """The index of both notes."""
    with open_index(store) as index:
        yield index


def key(iri_: str) -> str:
    """An IRI as tests write it."""
    return iri_.removeprefix(iri(""))
