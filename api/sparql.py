"""The SPARQL protocol: which query is meant, whether it may run, and in which form its result goes out.

Comes in: an HTTP request.  Goes out: the engine's own bytes.  The one idea: a query may read this graph and nothing
else.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat

from api import networks, tasks
from api.errors import Problem
from kg.errors import QueryError
from kg.exports import FORMATS
from kg.store.base import View

router = APIRouter()

_ROWS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/json": RdfFormat.JSON_LD,
}
_SHORT = {
    "json": "application/json",
    "xml": "application/xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
}
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''  # long strings
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''  # strings
    r'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*',  # IRIs and comments
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w?$:.-])SERVICE(?![\w:-])", re.IGNORECASE)


def evaluate(view: View, text: str, accepted: list[str]) -> tuple[str, bytes]:
    """The media type and bytes of a query's result; runs in a worker."""
    found = view.query(text)
    if isinstance(found, QueryTriples):
        media = _first(accepted, tuple(_GRAPHS))
        return media, found.serialize(format=_GRAPHS[media]) or b""
    media = _first(accepted, tuple(_ROWS))
    return media, found.serialize(format=_ROWS[media]) or b""


def _first(accepted: list[str], offered: tuple[str, ...]) -> str:
    for wanted in accepted:
        pattern = re.compile(re.escape(wanted).replace(r"\*", "[^/]+"))
        match = next((media for media in offered if pattern.fullmatch(media)), None)
        if match:
            return match
    raise QueryError("Accept", f"none of {', '.join(accepted)} fits; known for this query: {', '.join(offered)}")


def check(text: str) -> None:
    """Refuse what would fetch from elsewhere: the engine itself has no switch for it."""
    decoded = _ESCAPED.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), text)
    if any(_SERVICE.search(_OPAQUE.sub(" ", reading)) for reading in (text, decoded)):
        raise QueryError("SERVICE", "this endpoint asks no other endpoint; leave SERVICE out")


def accepted(request: Request) -> list[str]:
    """The media types that are wanted, best first; ``?format=`` goes before ``Accept``."""
    form = request.query_params.get("format")
    if form:
        if form not in _SHORT and "/" not in form:
            raise QueryError("format", f"{form!r} is unknown; known: {', '.join((*_SHORT, *networks.NETWORKS))}")
        return [_SHORT.get(form, form)]
    ranked = []
    for place, part in enumerate(request.headers.get("accept", "*/*").split(",")):
        media, _, rest = part.partition(";")
        weight = re.search(r"q=([01](?:\.\d{0,3})?)", rest)
        ranked.append((-float(weight[1]) if weight else -1.0, place, media.strip().lower()))
    return [media for weight, _, media in sorted(ranked) if weight < 0 and media] or ["*/*"]


async def asked(request: Request) -> str:
    """The query of a request, whichever of the protocol's three ways it came; raises a Problem where there is none."""
    pairs = parse_qs(request.url.query, keep_blank_values=True)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        body = await _body(request)
        if kind == "application/sparql-query":
            return body
        if kind != "application/x-www-form-urlencoded":
            raise Problem(415, "Unsupported media type", f"send {_WAYS}, not {kind or 'nothing'}")
        pairs = parse_qs(body, keep_blank_values=True)
    if "update" in pairs:
        raise Problem(403, "Read only", "this endpoint answers queries; updates go through kg build")
    queries = pairs.get("query", [])
    if len(queries) != 1:
        raise Problem(400, "Bad request", f"send exactly one query, not {len(queries)}: GET ?query=…, or {_WAYS}")
    return queries[0]


_WAYS = "POST application/x-www-form-urlencoded (query=…) or application/sparql-query"


async def _body(request: Request) -> str:
    limit: int = request.app.state.settings.query_limit
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise Problem(413, "Too large", f"a query may have {limit} bytes")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Problem(400, "Bad request", f"the query is not UTF-8: {fault}") from fault


@router.get("/sparql", summary="Ask in SPARQL", response_class=Response)
@router.post("/sparql", summary="Ask in SPARQL", response_class=Response, operation_id="sparql_post")
async def sparql(request: Request) -> Response:
    """Answer a SPARQL query (``query=…``) in the form that ``Accept`` or ``format=`` names.

    The forms are json, xml, csv and tsv for rows; turtle, nt, xml and jsonld for graphs; and for rows with ``?source``
    and ``?target`` and for graphs those of ``/api/v1/export``, as a network (gexf, graphml, cyjs, graph-json …).
    """
    text = await asked(request)
    check(text)
    form = request.query_params.get("format")
    network = networks.wanted(form, [] if form else accepted(request), {*_ROWS, *_GRAPHS})
    if network:
        body = await request.app.state.workers.run(tasks.drawn, text, network)
        media = FORMATS[network].media
    else:
        media, body = await request.app.state.workers.run(evaluate, text, accepted(request))
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(
        body, headers={"Content-Type": media + charset, "Vary": "Accept", "Access-Control-Allow-Origin": "*"}
    )
