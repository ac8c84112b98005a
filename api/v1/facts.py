"""Lists of facts: meetings, statements, questions without an answer, commitments, inspections.

Comes in: what is wanted.  Goes out: facts with their words, in the order of day, document and place.  The one idea: whoever is named
may be named by name, acronym or IRI, and a body is also named by those who stand for it.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.indexed import answered
from api.replies import Day, Fields, Page, Paged, refusals
from api.v1.facts_told import Commitments, Inspections, Meetings, Statements, fields_of, mapping
from api.v1.parameters import Between, thing, told, window
from kg.index import Wanted, facts_of

router = APIRouter(tags=["facts"], responses=refusals(404))

Topic = Annotated[str | None, thing("the topic", "hate crime")]
Minutes = Annotated[str | None, thing("the document", "data:minutes/2017-03-14-chief-inspector-of-hmcpsi")]
Status = Annotated[
    str | None, Query(description="How it stands; a wider word takes the narrower ones with it", examples=["under-way"])
]


async def _listed(request: Request, page: Page, fields: tuple[str, ...], wanted: Wanted) -> Response:
    found = await answered(request, facts_of, wanted, **window(page))
    return told(request, page, found, fields=fields, known=fields_of(wanted.kind), item=mapping)


@router.get("/meetings", summary="Who met when", response_model=Meetings)
async def meetings(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    participant: Annotated[str | None, thing("who was there, or for whom somebody was there")] = None,
) -> Response:
    """Meetings by day, with everybody who was present and the bodies they stood for; apologies are no presence."""
    roles = {"participant": participant}
    return await _listed(request, page, fields, Wanted("meeting", roles, since=days.since, until=days.until))


@router.get("/statements", summary="Who said what", response_model=Statements)
async def statements(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    speaker: Annotated[str | None, thing("who said it")] = None,
    addressee: Annotated[str | None, thing("to whom it was said")] = None,
    mentions: Annotated[str | None, thing("what it mentions", "Home Office")] = None,
    topic: Topic = None,
    act: Annotated[
        str | None, Query(description="What was done in words; `directive` takes all its acts", examples=["asked"])
    ] = None,
    document: Minutes = None,
) -> Response:
    """What was asked, explained, agreed, promised: each statement with its words."""
    roles = {"speaker": speaker, "addressee": addressee, "mentions": mentions, "subject": topic}
    wanted = Wanted("statement", roles, {"act": act}, document, days.since, days.until)
    return await _listed(request, page, fields, wanted)


@router.get("/questions/unanswered", summary="Questions to which no answer is recorded", response_model=Statements)
async def unanswered(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    speaker: Annotated[str | None, thing("who asked")] = None,
    addressee: Annotated[str | None, thing("who was asked")] = None,
    topic: Topic = None,
) -> Response:
    """Statements that ask, and that no statement answers."""
    roles = {"speaker": speaker, "addressee": addressee, "subject": topic}
    wanted = Wanted("statement", roles, {"act": "asked"}, since=days.since, until=days.until, open=True)
    return await _listed(request, page, fields, wanted)


@router.get("/commitments", summary="Who is to do what by when", response_model=Commitments)
async def commitments(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    actor: Annotated[str | None, thing("who is to act")] = None,
    beneficiary: Annotated[str | None, thing("for whom")] = None,
    topic: Topic = None,
    strength: Annotated[str | None, Query(description="How firm it is", examples=["committed"])] = None,
    status: Status = None,
    due_before: Annotated[Day | None, Query(description="Due on this day or before", examples=["2018-01-01"])] = None,
    due_after: Annotated[Day | None, Query(description="Due on this day or after", examples=["2017-01-01"])] = None,
    overdue_on: Annotated[
        Day | None,
        Query(
            description="Due before this day, firm, and not told as completed, superseded or given up",
            examples=["2018-06-01"],
        ),
    ] = None,
    document: Minutes = None,
) -> Response:
    """What was promised, planned, proposed, asked for or ruled out."""
    wanted = Wanted(
        "commitment",
        {"actor": actor, "beneficiary": beneficiary, "subject": topic},
        {"strength": strength, "status": status},
        document,
        days.since,
        days.until,
        due_after,
        due_before,
        overdue_on,
    )
    return await _listed(request, page, fields, wanted)


@router.get("/inspections", summary="Who inspects whom and what", response_model=Inspections)
async def inspections(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    conducted_by: Annotated[str | None, thing("who inspects")] = None,
    inspected_body: Annotated[str | None, thing("who is inspected", "CPS")] = None,
    programme: Annotated[str | None, thing("the programme that it belongs to", "AAP")] = None,
    topic: Topic = None,
    status: Status = None,
    joint: Annotated[bool | None, Query(description="By more than one body, or by one alone", examples=[True])] = None,
    document: Minutes = None,
) -> Response:
    """Inspections, reviews, audits and inquiries, as far as minutes tell of them."""
    roles = {
        "conductedBy": conducted_by,
        "inspectedBody": inspected_body,
        "underProgramme": programme,
        "subject": topic,
    }
    wanted = Wanted("inspection", roles, {"status": status}, document, days.since, days.until, joint=joint)
    return await _listed(request, page, fields, wanted)
