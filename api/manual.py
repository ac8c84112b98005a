"""The description of the API for people, and of each problem that it may answer with.

Comes in: the OpenAPI description.  Goes out: pages.  The one idea: the page is made of the description that programs
read, so that the two never differ; it needs no script and nothing from elsewhere.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from typing import Any, NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.description import TAGS
from api.errors import KINDS, MEANINGS, Problem
from api.looks import page
from kg.terms import slug

router = APIRouter(include_in_schema=False)
Described = dict[str, Any]


@router.get("/docs")
async def docs(request: Request) -> Response:
    """Every address of the API with its parameters and answers."""
    described = request.app.openapi()
    by_tag: dict[str, list[Described]] = defaultdict(list)
    for path, ways in described["paths"].items():
        for method, way in ways.items():
            by_tag[(way.get("tags") or ["sparql"])[0]].append(_told(described, path, method, way))
    order = [*TAGS, *(tag for tag in by_tag if tag not in TAGS)]
    groups = [(tag, TAGS.get(tag, ""), by_tag[tag]) for tag in order if by_tag[tag]]
    return page(request, "docs", groups=groups, summary=described["info"].get("summary", ""))


def _told(described: Described, path: str, method: str, way: Described) -> Described:
    """An operation as the page shows it."""
    parameters = [
        {
            "name": one["name"],
            "place": one["in"],
            "needed": one.get("required", False),
            "kind": _kind(one.get("schema", {})),
            "meaning": one.get("description", ""),
        }
        for one in way.get("parameters", ())
    ]
    answers = {code: one.get("description", "") for code, one in sorted(way["responses"].items())}
    forms = list(way["responses"].get("200", {}).get("content", ()))
    return {
        "id": way.get("operationId", f"{method}-{path}"),
        "method": method.upper(),
        "path": path,
        "summary": way.get("summary", ""),
        "description": way.get("description", ""),
        "parameters": parameters,
        "body": sorted(way.get("requestBody", {}).get("content", ())),
        "answers": answers,
        "forms": forms,
        "example": _example(path, way),
    }


def _kind(schema: Described) -> str:
    """The type of a parameter in few words."""
    if "anyOf" in schema:
        return " or ".join(kind for one in schema["anyOf"] if (kind := _kind(one)) != "null")
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "items" in schema:
        return f"{_kind(schema['items'])}, several times"
    kind = str(schema.get("format") or schema.get("type", ""))
    low, high = schema.get("minimum"), schema.get("maximum")
    return f"{kind} {low} to {high}" if low is not None and high is not None else kind


def _example(path: str, way: Described) -> str:
    """An address with the examples of what it needs."""
    given = {}
    for one in way.get("parameters", ()):
        examples = one.get("schema", {}).get("examples") or one.get("examples") or [one.get("example")]
        first = next(iter(examples.values()))["value"] if isinstance(examples, dict) else examples[0]
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(first or "…"))
        elif one.get("required"):
            given[one["name"]] = first or "…"
    query = "&".join(f"{name}={value}" for name, value in given.items())
    return f"{path}?{query}" if query else path


@router.get("/problems")
async def problems(request: Request) -> Response:
    """Every kind of problem."""
    return page(request, "problems", problems=sorted(_kinds().items(), key=lambda one: one[1]))


@router.get("/problems/{name}")
async def one_problem(request: Request, name: str) -> Response:
    """What a kind of problem means."""
    found = _kinds().get(name)
    if found is None:
        raise Problem(404, "Nothing found", f"there is no kind of problem {name!r}; /problems lists them")
    return page(request, "problem", problem=found)


class Kind(NamedTuple):
    """A kind of problem."""

    status: int
    title: str
    meaning: str


def _kinds() -> dict[str, Kind]:
    """Each kind by the last part of its address."""
    of_house = [Kind(one.status, one.title, inspect.getdoc(kind) or "") for kind, one in MEANINGS.items()]
    of_doors = [Kind(status, title, meaning) for title, (status, meaning) in KINDS.items()]
    return {slug(kind.title): kind for kind in (*of_house, *of_doors)}
