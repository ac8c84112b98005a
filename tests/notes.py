"""Short notes for tests: sentences put into a document and read."""

from __future__ import annotations

from kg.model import Reading
from kg.readers import read
from kg.reading import read_minutes

TWO_PARTIES = """Meeting with the Registrar of Lighthouses – 3 May 2019

Amara Quayle (AQ), Commissioner for Lodgers, met Tobias Wren (TW), Registrar of Lighthouses. Dame Ruth Pell of the Coastal Safety Board joined them.

Matters Discussed:

Lamps

{}
"""
AQ, TW = "Amara Quayle", "Tobias Wren"  # who meet there
BOARD = """HARBOUR LIGHTS BOARD

Minutes of the 4th meeting held on 3 May 2019

Present:
Ingrid Moss (Chair)
Dr Peter Sallow, Northmoor Council (NC)
Cllr Wendy Ash, Lodgers' Forum
Superintendent Noah Reed (NR), Quay Constabulary

In attendance:
Farida Thorne (FT), Secretary to the Board

1. Lamps

{}
"""
MOSS, SALLOW, ASH, THORNE = "Ingrid Moss", "Dr Peter Sallow", "Cllr Wendy Ash", "Farida Thorne"  # of that board
LETTERED = """HARBOUR LIGHTS BOARD

Minutes of the 4th meeting held on 3 May 2019

Present:
Ingrid Moss (Chair) (IM)
Noah Reed (NR), Quay Constabulary
Wendy Ash (WA), Lodgers' Forum

1. Lamps

The Chair opened the meeting. Mr Reed gave an account of the lamps.

{}
"""

HMIP = "HM Inspectorate of Prisons"
PRISONS = """Meeting with HM Chief Inspector of Prisons – 9 June 2020

Rhona Lake, Commissioner for Detained Children, met Peter Dunn, Chief Inspector of Prisons, HM Inspectorate of Prisons (HMIP). Gareth Rees of Estyn joined them.

Matters discussed

Custody

{}
"""
COUNCIL = """TIDEBURY BOROUGH COUNCIL

Minutes of the Assurance Committee held on 4 March 2021

Present:
Cllr Anne Holt (Chair)
Priya Nair, Head of Internal Audit

In attendance:
Sue Grant, Carrow Lyle LLP

1. Assurance

{}
"""
#: What a discussion below an attendance list says, where a test is about the list alone.
PUMPS = "\n\nPumps\n\nThe Chair said that two pumps had failed in the night.\n"


def read_text(text: str, name: str = "note.txt") -> Reading:
    """The reading of a whole document."""
    return read_minutes(read(name, data=text.encode()))


def read_note(sentences: str, frame: str = TWO_PARTIES, name: str = "note.txt") -> Reading:
    """The reading of some sentences in a frame."""
    return read_text(frame.format(sentences), name)


def names(reading: Reading, keys: tuple[str, ...]) -> set[str]:
    """The labels of some keys."""
    labels = {entity.key: entity.label for entity in reading.entities}
    return {labels.get(key, key) for key in keys}


def statements(reading: Reading) -> list[tuple[set[str], str]]:
    """Speakers and act of each statement."""
    return [(names(reading, said.speakers), said.act) for said in reading.statements]


def inspections(reading: Reading) -> list[tuple[str | None, set[str]]]:
    """Status and conductors of each inspection."""
    return [(one.status, names(reading, one.conducted_by)) for one in reading.inspections]


def relations(reading: Reading) -> list[tuple[str, str, str]]:
    """Each relation with the labels of its two ends."""
    labels = {entity.key: entity.label for entity in reading.entities}
    return [(labels[one.subject], one.predicate, labels[one.object]) for one in reading.relations]


def commitments(reading: Reading) -> list[tuple[set[str], str, str | None]]:
    """Actors, strength and end of the window of each commitment."""
    return [
        (names(reading, promise.actors), promise.strength, promise.due_by.isoformat() if promise.due_by else None)
        for promise in reading.commitments
    ]
