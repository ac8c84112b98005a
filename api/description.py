"""The OpenAPI description as a whole.

Comes in: the application.  Goes out: its description for programs, kept once made.  The one idea: what every route has in
common (the parts, the problem, its licence) is said here once.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.replies import Refusal
from kg.version import __version__

TAGS = {
    "entities": "People, posts, bodies, topics and other things that minutes name",
    "facts": "Meetings, statements, commitments and inspections with their words",
    "minutes": "Documents with their text, what was read from them, and what was not",
    "connections": "What is related to what, and why",
    "questions": "Named questions, each with its own parameters",
    "export": "Networks of the graph, in the formats of graph tools",
    "dataset": "The graph as a whole",
    "sparql": "The graph, asked in SPARQL",
    "status": "How the server is",
}
_WORDS = """Lists come page by page: `limit`, then the address in `next` (also a `Link`); `total` says how many there are.
`fields=a,b` leaves the rest out. Each answer has an `ETag` of the graph that it was made from: `If-None-Match` spares it.
What goes wrong is told as problem+json (RFC 9457) with the parameter at fault. An unknown parameter is refused."""


def describe(app: FastAPI) -> dict[str, Any]:
    """The description; made when it is first asked for."""
    if app.openapi_schema is None:
        made = get_openapi(
            title="Inspectorate KG",
            version=__version__,
            summary="Published meeting minutes as a knowledge graph: every fact points at its words.",
            description=_WORDS,
            routes=app.routes,
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
            tags=[{"name": name, "description": meaning} for name, meaning in TAGS.items()],
        )
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        schemas["Refusal"] = Refusal.model_json_schema()
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        app.openapi_schema = made
    return app.openapi_schema
