"""Facts as they go out: who and what they name by role, their values by property, their words.

Comes in: facts of the index.  Goes out: mappings, and their description.  The one idea: the names are those of the ontology, written
as Python writes them: ``ikg:dueBy`` is ``due_by``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.v1.parameters import Listed
from kg.index.answers import Fact, Quote, Thing
from kg.index.declared import fact_kinds, local
from kg.index.reading import snake

_ID = "https://w3id.org/inspectorate-kg/id/"
_BODY = {"iri": f"{_ID}organisation/home-office", "type": "organisation", "label": "Home Office"}


class Named(BaseModel):
    """A thing that a fact names; ``through`` whom, where an agent stood for it."""

    iri: str = Field(examples=[_BODY["iri"]])
    type: str = Field(examples=["organisation"])
    label: str = Field(examples=["Home Office"])
    through: Thing | None = None


class FactTold(BaseModel):
    """What every fact has."""

    model_config = ConfigDict(extra="allow")

    iri: str
    kind: str
    text: str = Field(description="The fact in few words")
    day: str | None = Field(examples=["2017-03-14"], description="The day of the meeting")
    document: Thing | None
    meeting: Thing | None
    rule: str | None = Field(default=None, examples=["agreed-to"], description="Which rule read it")
    agenda_item: str | None = Field(default=None, examples=["Pilots"], description="The heading that it stands under")
    quotes: list[Quote] = Field(description="The words it rests on: `text[start:end]` of the document")


class StatementTold(FactTold):
    """What somebody did in words."""

    speech_act: str = Field(examples=["asked"])
    speaker: list[Named]
    addressee: list[Named]
    mentions: list[Named]
    subject: list[Named] = Field(description="Its topics")
    answers: str | None = Field(default=None, description="The statement that it answers")
    open: bool = Field(description="No answer to it is recorded")


class CommitmentTold(FactTold):
    """What somebody is to do."""

    actor: list[Named]
    beneficiary: list[Named]
    subject: list[Named] = Field(description="Its topics")
    strength: str = Field(examples=["committed"])
    status: str | None = Field(default=None, examples=["under-way"])
    due_from: str | None = Field(default=None, examples=["2017-03-14"])
    due_by: str | None = Field(default=None, examples=["2017-03-28"])
    due_text: str | None = Field(default=None, examples=["within two weeks"])
    made_in: str | None = Field(default=None, description="The statement that makes it")
    follows: str | None = Field(default=None, description="The earlier commitment that it follows")
    open: bool = Field(description="It is not told as completed, superseded or given up")


class InspectionTold(FactTold):
    """An inspection, review, audit or inquiry."""

    conducted_by: list[Named] = Field(description="More than one: a joint inspection")
    inspected_body: list[Named]
    under_programme: list[Named]
    subject: list[Named] = Field(description="Its topics")
    status: str | None = Field(default=None, examples=["planned"])
    inspection_kind: str | None = Field(default=None, examples=["review"])
    planned_from: str | None = Field(default=None, examples=["2018-01-01"])
    planned_to: str | None = Field(default=None, examples=["2018-12-31"])


class MeetingTold(FactTold):
    """A meeting with who was there."""

    participant: list[Named] = Field(description="Who was present, and the bodies they stood for")
    location: str | None = None


class Statements(Listed):
    """One page of statements."""

    items: list[StatementTold]


class Commitments(Listed):
    """One page of commitments."""

    items: list[CommitmentTold]


class Inspections(Listed):
    """One page of inspections."""

    items: list[InspectionTold]


class Meetings(Listed):
    """One page of meetings."""

    items: list[MeetingTold]


def mapping(fact: Fact) -> dict[str, Any]:
    """A fact as it goes out; a role that nobody has is an empty list, a value that is not told is ``null``."""
    roles, values = _shape(fact.kind)
    named: dict[str, list[dict[str, Any]]] = {role: [] for role in roles}
    for role in fact.roles:
        thing = role.thing
        named[snake(role.role)].append(
            {"iri": thing.iri, "type": thing.type, "label": thing.label, "through": role.through}
        )
    whole = {
        "iri": fact.iri,
        "kind": fact.kind,
        "text": fact.text,
        "day": fact.day,
        "document": fact.document,
        "meeting": fact.meeting,
    }
    ending: dict[str, Any] = {"quotes": fact.quotes}
    if fact.kind in {"statement", "commitment"}:
        ending = {"open": fact.open} | ending
    return whole | named | dict.fromkeys(values) | dict(fact.values) | ending


def fields_of(kind: str) -> list[str]:
    """The names of everything that a fact of a kind may have."""
    roles, values = _shape(kind)
    return ["iri", "kind", "text", "day", "document", "meeting", *roles, *values, "open", "quotes"]


@cache
def _shape(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    declared = fact_kinds()[kind]
    return tuple(snake(role) for role, _ in declared.roles), tuple(snake(local(iri)) for _, iri in declared.values)
