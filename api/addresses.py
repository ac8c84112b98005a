"""Which address of this server tells of which IRI, and back.

Comes in: an IRI, or the path of a page.  Goes out: the other.  The one idea: an IRI under the project's root has a page
and data at the same path after ``/page/`` and ``/data/``, wherever the server stands.

    …/id/organisation/home-office    ⇄  organisation/home-office
    …/ontology#Statement             ⇄  ontology/Statement
    …/speech-act/asked               ⇄  vocabularies/speech-act/asked
"""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request

from kg.terms import DATA, IKG, ROOT

SCHEMES = ("speech-act", "strength", "status", "organisation-kind", "attendance", "meeting-role", "frame")
_ONTOLOGY = ROOT + "ontology"


def iri_of(path: str) -> str:
    """The IRI that the path of a page means."""
    first, _, rest = path.partition("/")
    if first == "ontology":
        return IKG + rest if rest else _ONTOLOGY
    if first == "vocabularies" and rest:
        return ROOT + rest if "/" in rest else f"{ROOT}{rest}/"
    return DATA + path


def path_of(iri: str) -> str | None:
    """The path of the page of an IRI, not yet encoded; ``None`` for what this server has no page of."""
    if iri.startswith(DATA):
        return iri.removeprefix(DATA) or None
    if iri == _ONTOLOGY:
        return "ontology"
    if iri.startswith(IKG):
        return f"ontology/{iri.removeprefix(IKG)}"
    scheme = iri.removeprefix(ROOT).partition("/")[0]
    return f"vocabularies/{iri.removeprefix(ROOT).rstrip('/')}" if scheme in SCHEMES and iri.startswith(ROOT) else None


def page_of(iri: object) -> str | None:
    """The address of the page of an IRI, if there is one; a quote's is the place in its document."""
    path = path_of(str(iri))
    if path is None:
        return None
    path, mark, fragment = path.partition("#")
    return f"/page/{quote(path)}{mark}{fragment}"


def data_of(iri: str, suffix: str) -> str | None:
    """The address of the data of an IRI in the form of a suffix, such as ``ttl``."""
    path = path_of(iri)
    return f"/data/{quote(path)}.{suffix}" if path else None


def server_of(request: Request) -> str:
    """The address of this server as the caller writes it, without a slash behind it."""
    return str(request.base_url).rstrip("/")


def context_address(request: Request) -> str:
    """Where JSON-LD of this server finds its context."""
    return f"{server_of(request)}/ontology/context.jsonld"
