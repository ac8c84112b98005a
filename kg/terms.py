"""Namespaces, and the only place that mints an IRI.

Comes in: names and keys.  Goes out: IRIs as plain strings.  IRIs are stable across runs, machines and ingest order:
they depend on names alone.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import quote

from kg.patterns import expression

ROOT = "https://w3id.org/inspectorate-kg/"
IKG = ROOT + "ontology#"
ACT = ROOT + "speech-act/"
STRENGTH = ROOT + "strength/"
STATUS = ROOT + "status/"
KIND = ROOT + "organisation-kind/"
ATTENDANCE = ROOT + "attendance/"
MEETING_ROLE = ROOT + "meeting-role/"
DATA = ROOT + "id/"
NETWORK = ROOT + "network#"  # what the RDF of an exported network says beyond the ontology

REGISTRY_GRAPH = ROOT + "graph/registry"
ONTOLOGY_GRAPH = ROOT + "graph/ontology"
DERIVED_GRAPH = ROOT + "graph/derived"
CORRECTIONS_GRAPH = ROOT + "graph/corrections"

PREFIXES: dict[str, str] = {
    "ikg": IKG,
    "act": ACT,
    "strength": STRENGTH,
    "status": STATUS,
    "kind": KIND,
    "attendance": ATTENDANCE,
    "role": MEETING_ROLE,
    "data": DATA,
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "time": "http://www.w3.org/2006/time#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "sh": "http://www.w3.org/ns/shacl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_IRI = expression(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+")
_NOT_WORD = expression(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`")


def slug(name: str) -> str:
    """The name as a part of an IRI: lower case, ASCII, hyphens.

    >>> slug("Office of the Victims’ Commissioner")
    'office-of-the-victims-commissioner'
    >>> slug("HM Courts & Tribunals Service")
    'hm-courts-and-tribunals-service'
    """
    if name.isascii() and name.replace(" ", "").isalnum():  # as most names are
        return "-".join(name.lower().split())
    plain = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).replace("&", " and "))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return _NOT_WORD.sub("-", ascii_only.lower()).strip("-") or "unnamed"


def iri(key: str) -> str:
    """The IRI of a key such as ``organisation/home-office``."""
    return DATA + key


def key(iri_: str) -> str:
    """The key of an IRI under the base; any other IRI stays whole."""
    return iri_.removeprefix(DATA)


def minutes_iri(document_slug: str) -> str:
    """The IRI of a document, which is also the name of its graph."""
    return f"{DATA}minutes/{document_slug}"


def quote_iri(document_slug: str, start: int, end: int) -> str:
    """The IRI of a stretch of a document: an RFC 5147 fragment, so that the IRI itself is the pointer."""
    return f"{minutes_iri(document_slug)}#char={start},{end}"


def fact_iri(document_slug: str, kind: str, number: int) -> str:
    """The IRI of the n-th fact (from 1) of one kind in a document."""
    return f"{minutes_iri(document_slug)}/{kind}/{number}"


def node_iri(id_: str) -> str:
    """The IRI of a node: its id where that is one, else one made of it.

    >>> node_iri("some body")
    'https://w3id.org/inspectorate-kg/id/node/some%20body'
    """
    return id_ if _IRI.fullmatch(id_) else iri(f"node/{quote(id_, safe='')}")


def edge_iri(network: str, number: int) -> str:
    """The IRI of the n-th edge (from 1) of an exported network."""
    return iri(f"network/{slug(network)}/edge/{number}")


def kind_iri(kind: str) -> str:
    """The property that joins the ends of edges of a kind.

    >>> kind_iri("spoke about")
    'https://w3id.org/inspectorate-kg/network#spoke-about'
    """
    name = slug(kind) if slug(kind)[:1].isalpha() else f"kind-{slug(kind)}"
    return NETWORK + name


@lru_cache(1024)
def expand(name: str) -> str:
    """A prefixed name as a full IRI: ``expand("ikg:speaker")``; a full IRI stays as it is.

    >>> expand("act:asked")
    'https://w3id.org/inspectorate-kg/speech-act/asked'
    """
    prefix, colon, local = name.partition(":")
    if not colon or local.startswith("//") or prefix not in PREFIXES:
        return name
    return PREFIXES[prefix] + local
