"""Every error as it goes out: problem+json (RFC 9457) for programs, a page for people.

Comes in: an error and the request's scope.  Goes out: a response.  The one idea: a problem says which parameter is at
fault and what would work, in the same form from every door, the bare ones too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, TypedDict

from starlette.responses import Response
from starlette.types import Scope

from api.errors import known_titles, limit_of, meaning
from kg.errors import KgError
from kg.terms import slug

MEDIA_TYPE = "application/problem+json"
_SHOWN = 200  # characters of a path that are worth repeating
FOR_PROGRAMS = ("/api/", "/sparql", "/update", "/gsp", "/health", "/ready", "/metrics")


class Fault(TypedDict, total=False):
    """One parameter at fault: its name, where it stands (query, path, header, body), and what would work."""

    parameter: str
    place: str
    detail: str


def problem(
    scope: Scope,
    status: int,
    title: str,
    detail: str,
    *,
    faults: Sequence[Fault] = (),
    headers: dict[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Response:
    """A problem as a response; its type is the page that explains problems of its title, where there is one."""
    if for_people(scope):
        return _page(scope, status, title, detail, headers)
    known = title in known_titles()
    kind = f"{scope.get('root_path', '')}/problems/{slug(title)}" if known else "about:blank"
    told: dict[str, Any] = {"type": kind, "title": title, "status": status, "detail": detail}
    told |= {"instance": scope.get("path", "/")[:_SHOWN], "request_id": scope.get("request_id", "")}
    told |= more or {}
    if faults:
        told |= {"parameter": faults[0].get("parameter"), "errors": list(faults)}
    body = json.dumps(told, ensure_ascii=False).encode()
    return Response(body, status, headers, media_type=MEDIA_TYPE)


def of_error(scope: Scope, fault: KgError) -> Response:
    """An error of the house as a response: the status by its class, the parameter where it knows one."""
    told = meaning(fault)
    named = getattr(fault, "parameter", None)
    faults = [Fault(parameter=named, detail=str(fault))] if named else []
    headers = dict(getattr(fault, "headers", {}))
    limit = limit_of(fault)
    more = {"limit": limit} if limit else {}
    if limit:
        headers.setdefault("Retry-After", "1")
    return problem(scope, told.status, told.title, str(fault), faults=faults, headers=headers, more=more)


def of_status(scope: Scope, status: int, detail: str = "", headers: dict[str, str] | None = None) -> Response:
    """A bare status of the protocol as a response, such as 404 or 405."""
    title = HTTPStatus(status).phrase
    return problem(
        scope, status, title, detail or f"{scope['method']} {scope['path'][:_SHOWN]}: {title}", headers=headers
    )


def of_faults(scope: Scope, found: Sequence[dict[str, Any]]) -> Response:
    """What a validation found as one 422: each parameter with its place and what is wrong with it."""
    faults = [
        Fault(
            parameter=".".join(map(str, one["loc"][1:])) or str(one["loc"][0]),
            place=str(one["loc"][0]),
            detail=str(one["msg"]).removeprefix("Value error, "),
        )
        for one in found
    ]
    detail = "; ".join(f"{fault['parameter']}: {fault['detail']}" for fault in faults)
    return problem(scope, 422, "A parameter is not usable", detail, faults=faults)


def for_people(scope: Scope) -> bool:
    """Does a browser ask for a page?"""
    if scope.get("path", "").startswith(FOR_PROGRAMS):
        return False
    return any(name == b"accept" and b"text/html" in value for name, value in scope.get("headers", ()))


def _page(scope: Scope, status: int, title: str, detail: str, headers: dict[str, str] | None) -> Response:
    from starlette.requests import Request

    from api.looks import page

    response = page(Request(scope), "error", status, title=title, detail=detail)
    response.headers.update(headers or {})
    return response
