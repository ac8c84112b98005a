"""Entities: lists of them, and each with its facts, its days, and what is related to it.

Comes in: what is wanted, or the type and slug of an IRI.  Goes out: entities with their evidence.  The one idea: the address of an
entity is its IRI without the base.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api import tasks
from api.accept import chosen
from api.addresses import context_address
from api.indexed import answered, at_once
from api.replies import Fields, Page, Paged, plain, refusals
from api.v1.facts_told import FactTold, mapping
from api.v1.parameters import Between, Days, Few, Listed, Types, thing, told, window
from kg import linked
from kg.index import Index, answers, entities, entity, related, timeline, topics
from kg.index.entities import Topic
from kg.terms import iri

router = APIRouter(tags=["entities"])
_OFFERED = {"json": "application/json", "jsonld": linked.FORMS["jsonld"]}
_LINKED = {"@context": "/ontology/context.jsonld", "id": "data:topic/parole", "type": "Concept", "label": "parole"}
Form = Annotated[Literal["json", "jsonld"] | None, Query(alias="format", description="Goes before `Accept`")]

_ENTITY = ["iri", "type", "kind", "label", "facts", "meetings", "first", "last", "related"]
Type = Annotated[str, Path(description="The first part of the key", examples=["organisation"])]
Slug = Annotated[str, Path(description="The rest of the key", examples=["hm-crown-prosecution-service-inspectorate"])]
Letters = Annotated[
    str | None, Query(min_length=1, max_length=200, description="Letters of a name", examples=["prosecution"])
]
Kind = Annotated[str | None, Query(max_length=100, description="The kind of organisation", examples=["police-force"])]


class Entities(Listed):
    """One page of entities."""

    items: list[answers.Entity]


class TopicTold(BaseModel):
    """A topic with the wider and the narrower ones."""

    iri: str
    label: str
    facts: int
    meetings: int
    first: str | None
    last: str | None
    broader: list[answers.Thing]
    narrower: list[answers.Thing]


class Topics(Listed):
    """One page of topics."""

    items: list[TopicTold]


class ProfileTold(Listed):
    """An entity with everything that is told of it, and a page of the facts that name it."""

    entity: answers.Entity
    names: list[str] = Field(description="Its other names")
    told: list[answers.Told] = Field(description="What the registry and documents say of it in so many words")
    told_by_others: list[answers.Told] = Field(description="The same, of others that point at it")
    quotes: list[answers.Quote] = Field(description="The words that name it")
    items: list[FactTold] = Field(description="The facts that name it, the latest first")


class RelatedTo(Listed):
    """One page of related entities, the strongest first."""

    items: list[answers.Related]


class EventTold(BaseModel):
    """A day in the life of an entity."""

    day: str = Field(examples=["2017-03-14"])
    what: str = Field(examples=["met"])
    roles: list[str] = Field(examples=[["participant"]])
    fact: FactTold


class Timeline(Listed):
    """One page of a timeline."""

    items: list[EventTold]


@router.get("/entities", summary="Everything that minutes and registry name", response_model=Entities)
async def every_entity(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    types: Types = None,
    kind: Kind = None,
    name: Letters = None,
) -> Response:
    """Entities by name; `from` and `to` keep those that a fact of a meeting of that time names."""
    return await _entities(request, page, fields, days, tuple(types or ()), kind, name)


@router.get("/organisations", summary="Bodies, boards and groups of bodies", response_model=Entities)
async def organisations(
    request: Request, page: Paged, fields: Fields, days: Between, kind: Kind = None, name: Letters = None
) -> Response:
    """Organisations by name, inspectorates and groups among them."""
    return await _entities(request, page, fields, days, ("organisations",), kind, name)


@router.get("/posts", summary="Posts, whoever holds them", response_model=Entities)
async def posts(request: Request, page: Paged, fields: Fields, days: Between, name: Letters = None) -> Response:
    """Posts by name; a post is not a person."""
    return await _entities(request, page, fields, days, ("post",), None, name)


@router.get("/persons", summary="Persons", response_model=Entities)
async def persons(request: Request, page: Paged, fields: Fields, days: Between, name: Letters = None) -> Response:
    """Persons by name."""
    return await _entities(request, page, fields, days, ("person",), None, name)


async def _entities(
    request: Request,
    page: Page,
    fields: tuple[str, ...],
    days: Days,
    types: tuple[str, ...],
    kind: str | None,
    name: str | None,
) -> Response:
    found = await answered(
        request, entities, types=types, kind=kind, name=name, since=days.since, until=days.until, **window(page)
    )
    return told(request, page, found, fields=fields, known=_ENTITY)


@router.get(
    "/topics", summary="Topics with the wider and narrower ones", response_model=Topics, responses=refusals(404)
)
async def every_topic(
    request: Request,
    page: Paged,
    fields: Fields,
    name: Letters = None,
    broader: Annotated[str | None, thing("those right below this topic", "data:topic/hate-crime")] = None,
) -> Response:
    """Topics by name."""
    found = await answered(request, topics, broader=broader, name=name, **window(page))
    return told(request, page, found, fields=fields, known=list(TopicTold.model_fields), item=_topic)


def _topic(topic: Topic) -> dict[str, Any]:
    one = topic.entity
    counts = {"facts": one.facts, "meetings": one.meetings, "first": one.first, "last": one.last}
    return {"iri": one.iri, "label": one.label, **counts, "broader": topic.broader, "narrower": topic.narrower}


@router.get(
    "/entities/{type}/{slug:path}/related",
    summary="What is related to an entity, and why",
    response_model=RelatedTo,
    responses=refusals(404),
)
async def related_to(
    request: Request,
    page: Few,
    fields: Fields,
    days: Between,
    type: Type,  # noqa: A002 - the word of the address
    slug: Slug,
    depth: Annotated[int, Query(ge=1, le=2, description="How many steps")] = 1,
    types: Types = None,
) -> Response:
    """Related entities, the strongest first.

    A score is the sum of its reasons' scores, each a weight times a count of facts; over two steps it is half of the weaker tie of the
    strongest way.  Behind each reason stand its latest facts with their quotes.
    """
    place, wanted = window(page), tuple(types or ())

    def asked(index: Index) -> answers.Page[answers.Related]:
        key = f"{type}/{slug}"
        return related(index, key, depth=depth, types=wanted, since=days.since, until=days.until, **place)

    found = at_once(request, asked) if depth == 1 else await answered(request, asked)
    return told(request, page, found, fields=fields, known=["thing", "depth", "score", "reasons", "via"])


@router.get(
    "/entities/{type}/{slug:path}/timeline",
    summary="The days of an entity",
    response_model=Timeline,
    responses=refusals(404),
)
async def days_of(
    request: Request,
    page: Paged,
    fields: Fields,
    days: Between,
    type: Type,  # noqa: A002 - the word of the address
    slug: Slug,
    what: Annotated[
        str | None,
        Query(
            description="met, said, undertaken, due, told, begins, ends, discussed, from, until, changed",
            examples=["due"],
        ),
    ] = None,
) -> Response:
    """What happened with an entity, the earliest first: meetings, statements, deadlines, inspections, terms of office."""
    found = await answered(
        request, timeline, iri=f"{type}/{slug}", since=days.since, until=days.until, what=what, **window(page)
    )
    return told(request, page, found, fields=fields, known=["day", "what", "roles", "fact"], item=_event)


def _event(event: answers.Event) -> dict[str, Any]:
    return plain(event) | {"fact": mapping(event.fact)}


@router.get(
    "/entities/{type}/{slug:path}",
    summary="An entity with its facts and their words",
    response_model=ProfileTold,
    responses={200: {"content": {"application/ld+json": {"example": _LINKED}}}, **refusals(400, 404, 406)},
)
async def one_entity(
    request: Request,
    page: Paged,
    type: Type,  # noqa: A002 - the word of the address
    slug: Slug,
    form: Form = None,
) -> Response:
    """Its names, what is told of it, the words that name it, and page by page the facts that name it, the latest first.

    As JSON-LD: the entity and the facts that name it with the keys of the ontology's context.
    """
    if chosen(request.headers.get("accept", ""), form, _OFFERED) == "jsonld":
        return await _linked(request, iri(f"{type}/{slug}"))
    found = await answered(request, entity, f"{type}/{slug}", **window(page))
    beside = plain(found)
    del beside["facts"]
    response = told(request, page, found.facts, item=mapping, **beside)
    response.headers["Vary"] = "Accept"
    return response


async def _linked(request: Request, name: str) -> Response:
    body = await request.app.state.workers.run(tasks.linked_data, name, "jsonld", context_address(request))
    return Response(body, headers={"Vary": "Accept"}, media_type=linked.FORMS["jsonld"])
