"""``/api/v1/minutes``: documents with their text, what was read from them, and what was not.

Comes in: the slug of a document.  Goes out: its text, its facts, its coverage.  The one idea: a reader sees what the graph does not
know.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.indexed import answered
from api.replies import refusals, reply
from api.v1.facts_told import FactTold, mapping
from kg.index import Index, Wanted, answers, facts_of, minutes
from kg.index.declared import fact_kinds

router = APIRouter(tags=["minutes"])
_ALL = 1_000_000


class Coverage(BaseModel):
    """How much was understood."""

    sentences: int = Field(examples=[24])
    mapped: int = Field(examples=[20])
    share: float | None = Field(examples=[0.833], description="Nothing where there is no sentence")


class MinutesTold(BaseModel):
    """A document."""

    iri: str
    title: str
    source: str = Field(examples=["2017-03-14-chief-inspector-of-hmcpsi.txt"])
    sha256: str | None
    meeting: answers.Thing | None
    day: str | None = Field(examples=["2017-03-14"])
    text: str = Field(description="The plain text into which all offsets point")
    coverage: Coverage
    unmapped: list[answers.Quote] = Field(description="The sentences that gave no fact")
    facts: dict[str, list[FactTold]] = Field(description="By kind")


@router.get("/minutes/{slug}", summary="A document with its facts", response_model=MinutesTold, responses=refusals(404))
async def one_document(
    request: Request,
    slug: Annotated[
        str, Path(description="The last part of its IRI", examples=["2017-03-14-chief-inspector-of-hmcpsi"])
    ],
) -> Response:
    """The text, the facts that were read from it by kind, how much was understood, and the sentences that gave nothing."""
    return reply(await answered(request, document, slug))


def document(index: Index, slug: str) -> dict[str, Any]:
    """A document as it goes out."""
    found = minutes(index, slug)
    facts = {
        kind: [mapping(fact) for fact in facts_of(index, Wanted(kind, document=found.thing.iri), limit=_ALL).items]
        for kind in fact_kinds()
    }
    share = round(found.mapped / found.sentences, 3) if found.sentences else None
    return {
        "iri": found.thing.iri,
        "title": found.thing.label,
        "source": found.source,
        "sha256": found.sha256,
        "meeting": found.meeting,
        "day": found.day,
        "text": found.text,
        "coverage": {"sentences": found.sentences, "mapped": found.mapped, "share": share},
        "unmapped": found.unmapped,
        "facts": {kind: told for kind, told in facts.items() if told},
    }
