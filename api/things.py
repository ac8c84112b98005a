"""Things by their IRIs: where an IRI leads, the page of a thing, its data, and a document as it reads.

Comes in: a path.  Goes out: 303 to a page or to data, HTML, or RDF.  The one idea: the IRI names the thing, the page and
the data tell of it, so the IRI itself answers only where they are (303).
"""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api import tasks
from api.accept import best
from api.addresses import SCHEMES, context_address, iri_of
from api.errors import Problem
from api.indexed import answered
from api.looks import page
from kg import linked, resources
from kg.index import related
from kg.index.answers import Page, Related
from kg.terms import DATA

router = APIRouter(include_in_schema=False)
NEAR = 12  # how much that is related a page shows
SUFFIXES = {"ttl": "turtle", "jsonld": "jsonld", "nt": "nt", "rdf": "xml"}
_FORMS = {"text/html": None, "application/xhtml+xml": None} | {
    linked.FORMS[form]: suffix for suffix, form in SUFFIXES.items()
} | {"application/json": "jsonld"}  # fmt: skip


@router.get("/ontology/context.jsonld")
async def context() -> Response:
    """The JSON-LD context: short keys for the terms of the ontology."""
    body = (resources.ontology() / "context.jsonld").read_bytes()
    return Response(body, media_type="application/ld+json")


@router.get("/id/{path:path}")
async def named(request: Request, path: str) -> Response:
    """Where a thing of the graph is told of."""
    return await _elsewhere(request, path)


@router.get("/ontology")
@router.get("/ontology/{path:path}")
async def term(request: Request, path: str = "") -> Response:
    """Where the ontology, or a term of it, is told of."""
    return await _elsewhere(request, f"ontology/{path}".rstrip("/"))


@router.get("/.well-known/void")
async def well_known(request: Request) -> Response:
    """Where the dataset is described, as VoID has it."""
    return RedirectResponse(f"{request.scope.get('root_path', '')}/api/v1/dataset?format=turtle", 303)


@router.get("/vocabularies/")
@router.get("/vocabularies")
async def vocabularies(request: Request) -> Response:
    """The vocabularies, with what each holds."""
    return page(request, "vocabularies", schemes=await request.app.state.workers.run(tasks.schemes))


@router.get("/vocabularies/{path:path}")
async def concept(request: Request, path: str) -> Response:
    """Where a vocabulary, or a concept of it, is told of."""
    return await _elsewhere(request, f"vocabularies/{path}".rstrip("/"))


async def _concept_of_scheme(request: Request) -> Response:
    return await _elsewhere(request, f"vocabularies{request.url.path}".rstrip("/"))


for _scheme in SCHEMES:  # the IRIs of concepts, as they are after the root
    router.add_api_route(f"/{_scheme}/{{path:path}}", _concept_of_scheme)


async def _elsewhere(request: Request, path: str) -> Response:
    """303 to the page, or to the data in the form that is wanted; raises where nothing is told of the thing."""
    if path in {"", "vocabularies"}:
        raise Problem(404, "Nothing found", "name a thing, such as /id/organisation/crown-prosecution-service")
    header = request.headers.get("accept", "")
    media = best(header, tuple(_FORMS))
    if media is None:
        raise Problem(406, "Not Acceptable", f"Accept: none of {header} is on offer: {', '.join(_FORMS)}")
    document, mark, fragment = path.partition("#")
    if not await request.app.state.workers.run(tasks.is_known, iri_of(document)):
        raise Problem(404, "Nothing found", f"nothing is told of {iri_of(document)}")
    suffix = _FORMS[media]
    where = f"/data/{quote(path)}.{suffix}" if suffix else f"/page/{quote(document)}{mark}{fragment}"
    return RedirectResponse(request.scope.get("root_path", "") + where, 303, {"Vary": "Accept"})


@router.get("/data/{path:path}")
async def data(request: Request, path: str) -> Response:
    """The data of a thing: ``.ttl``, ``.jsonld``, ``.nt`` or ``.rdf`` at the end of its path."""
    name, dot, suffix = path.rpartition(".")
    if not dot or suffix not in SUFFIXES:
        raise Problem(404, "Nothing found", f"end the path with one of .{', .'.join(SUFFIXES)}")
    form = SUFFIXES[suffix]
    body = await request.app.state.workers.run(tasks.linked_data, iri_of(name), form, context_address(request))
    return Response(body, media_type=linked.FORMS[form])


@router.get("/page/{path:path}")
async def told(request: Request, path: str, all: str = "") -> Response:  # noqa: A002 - the name of the parameter
    """The page of a thing: its names, what is told of it, and the facts that name it with their words."""
    document, mark, fragment = path.partition("#")
    if mark:
        return RedirectResponse(f"/page/{quote(document)}#{fragment}", 303)
    iri = iri_of(path)
    slug = iri.removeprefix(f"{DATA}minutes/")
    run, context_ = request.app.state.workers.run, context_address(request)
    if iri.startswith(f"{DATA}minutes/") and "/" not in slug:
        return page(request, "minutes", document=await run(tasks.transcript, slug, context_))
    terms = await run(tasks.terms) if path == "ontology" else None
    thing = await run(tasks.portrait, iri, context_, all)
    return page(request, "thing", terms=terms, thing=thing, near=await _near(request, iri))


async def _near(request: Request, iri: str) -> Page[Related] | None:
    """What is related to an entity, the nearest first; ``None`` for what is no entity."""
    if not iri.startswith(DATA):
        return None
    try:
        return await answered(request, related, iri, limit=NEAR)
    except Problem:
        return None
