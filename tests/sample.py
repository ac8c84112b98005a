"""A small note of a meeting, read by hand: the same words and facts for every test that needs a Reading."""

from __future__ import annotations

import hashlib
from datetime import date

from kg.model import (
    AgendaItem,
    Attendance,
    Block,
    BlockKind,
    Commitment,
    Document,
    Entity,
    EntityType,
    Inspection,
    MeetingDate,
    Participant,
    Reading,
    Relation,
    Span,
    Statement,
)

TEXT = """Meeting with the Chief Inspector of Harbours

Meeting Date: 14 March 2017

The Harbour Inspectorate (HI) inspects the Port Authority.

Pilots

The Commissioner asked the Chief Inspector about pilots.

The Chief Inspector agreed to send the report within two weeks.

HI and the Dock Inspectorate are carrying out a joint inspection of pilots.

It rained.
"""

HI = "inspectorate/harbour-inspectorate"
DOCK = "inspectorate/dock-inspectorate"
PORT = "organisation/port-authority"
COMMISSIONER = "post/office/commissioner"
CHIEF = "post/harbour-inspectorate/chief-inspector"
PILOTS = "topic/pilots"
MEETING = "meeting/2017-03-14-harbours"


def at(words: str) -> Span:
    """Where the words first stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document(slug: str = "2017-03-14-harbours", source: str | None = None) -> Document:
    """The document itself."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, at(words)) for words in TEXT.strip().split("\n\n"))
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return Document(slug=slug, source=source or f"{slug}.txt", text=TEXT, blocks=blocks, sha256=sha256)


ASKED = at("The Commissioner asked the Chief Inspector about pilots.")
PROMISED = at("The Chief Inspector agreed to send the report within two weeks.")
INSPECTING = at("HI and the Dock Inspectorate are carrying out a joint inspection of pilots.")
INSPECTS = at("The Harbour Inspectorate (HI) inspects the Port Authority.")

ENTITIES = (
    Entity(HI, EntityType.INSPECTORATE, "Harbour Inspectorate", ("HI",), (at("Harbour Inspectorate"),)),
    Entity(DOCK, EntityType.INSPECTORATE, "Dock Inspectorate", (), (at("Dock Inspectorate"),)),
    Entity(PORT, EntityType.ORGANISATION, "Port Authority", (), (at("Port Authority"),)),
    Entity(COMMISSIONER, EntityType.POST, "Commissioner", (), (at("Commissioner"),)),
    Entity(CHIEF, EntityType.POST, "Chief Inspector", (), (at("Chief Inspector"),), post_in=HI),
    Entity(PILOTS, EntityType.TOPIC, "pilots", (), (at("Pilots"),)),
)


def reading(slug: str = "2017-03-14-harbours", source: str | None = None) -> Reading:
    """Everything that the note says."""
    return Reading(
        document=document(slug, source),
        meeting=MEETING,
        title="Meeting with the Chief Inspector of Harbours",
        meeting_date=MeetingDate(date(2017, 3, 14), at("14 March 2017"), "labelled"),
        next_meeting=None,
        location=None,
        entities=ENTITIES,
        participants=(
            Participant(COMMISSIONER, Attendance.PRESENT, at("The Commissioner")),
            Participant(
                CHIEF, Attendance.PRESENT, at("the Chief Inspector of Harbours"), representing=HI, role="guest"
            ),
        ),
        agenda=(AgendaItem("Pilots", 1, at("Pilots"), (PILOTS,)),),
        statements=(
            Statement((COMMISSIONER,), "asked", at("about pilots"), ASKED, "verb", (CHIEF,), 1, (), (PILOTS,)),
            Statement((CHIEF,), "undertook", at("send the report within two weeks"), PROMISED, "verb", (), 1),
        ),
        commitments=(
            Commitment(
                (CHIEF,),
                "send the report",
                "committed",
                PROMISED,
                "agreed-to",
                due_from=date(2017, 3, 14),
                due_by=date(2017, 3, 28),
                due_text="within two weeks",
                position=1,
                made_in=1,
            ),
        ),
        inspections=(
            Inspection(
                "joint inspection of pilots",
                "inspection",
                "under-way",
                INSPECTING,
                "carrying-out",
                (HI, DOCK),
                (),
                (PILOTS,),
                position=1,
            ),
        ),
        relations=(Relation(HI, "inspects", PORT, INSPECTS, "inspects"),),
        sentences=5,
        unmapped=(at("It rained."),),
    )
