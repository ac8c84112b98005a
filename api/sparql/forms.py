"""In which form a result goes out.

Comes in: ``Accept`` and ``?format=``.  Goes out: a media type for each kind of result.  The one idea: which kind a query
gives is known when it has run, so a form is chosen for each kind before.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from api import networks
from api.accept import best, ranges
from api.errors import Problem
from kg.exports import FORMATS
from kg.sparql.results import BOOLEAN, ROWS, TRIPLES

_JSON = ROWS["json"][0]
_ROWS = {media: form for form, (media, _) in ROWS.items()} | {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
_BOOLEANS = {media: form for media, form in _ROWS.items() if form in BOOLEAN}
_TRIPLES = {media: form for form, (media, _) in TRIPLES.items()} | {
    "text/plain": "nt",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
}
_SHORT = {
    "json": ("json", "json", "jsonld"),
    "xml": ("xml", "xml", "rdfxml"),
    "csv": ("csv", None, None),
    "tsv": ("tsv", None, None),
    "turtle": (None, None, "turtle"),
    "ttl": (None, None, "turtle"),
    "nt": (None, None, "nt"),
    "ntriples": (None, None, "nt"),
    "rdf": (None, None, "rdfxml"),
    "rdfxml": (None, None, "rdfxml"),
    "jsonld": (None, None, "jsonld"),
    "trig": (None, None, "trig"),
    "nq": (None, None, "nq"),
    "nquads": (None, None, "nq"),
}
HTML = "text/html"


class Forms(NamedTuple):
    """The form (a key of ROWS or TRIPLES) and the media type for each kind of result; ``None`` where none is wanted.

    ``network`` is the graph format that the whole result is wanted in, where it is.
    """

    rows: str | None
    boolean: str | None
    triples: str | None
    medias: dict[str, str]
    html: bool = False
    network: str | None = None

    def media(self, form: str) -> str:
        """The media type of a form, with its charset where it is text."""
        media = self.medias.get(form) or FORMATS[form].media
        return f"{media}; charset=utf-8" if media.startswith("text/") else media


@lru_cache(maxsize=512)
def forms(accept: str, given: str | None) -> Forms:
    """What is wanted; ``given`` (from ``?format=``) goes before ``Accept``.  Raises a Problem, 406, for an unknown one."""
    if given is not None and given in _SHORT:
        rows, boolean, triples = _SHORT[given]
        known = {form: media for form, (media, _) in (*ROWS.items(), *TRIPLES.items())}
        return Forms(rows, boolean, triples, known)
    if given == "html" or (given is None and HTML in accept.lower() and best(accept, (_JSON, HTML)) == HTML):
        return Forms("json", "json", "nt", {}, html=True)
    network = networks.wanted(given, _ranked(accept), {*_ROWS, *_TRIPLES})
    if network:
        return Forms(None, None, None, {}, network=network)
    if given is not None and "/" not in given:
        known_forms = ", ".join(("html", *_SHORT, *networks.NETWORKS))
        raise Problem(406, "Not Acceptable", f"no form {given!r}; known: {known_forms}", parameter="format")
    return _negotiated(accept if given is None else given)


def _ranked(accept: str) -> list[str]:
    wanted = sorted(ranges(accept), key=lambda one: -one[2])
    return [f"{kind}/{sub}" for kind, sub, weight in wanted if weight > 0]


def _negotiated(header: str) -> Forms:
    rows, boolean, triples = (best(header, tuple(offer)) for offer in (_ROWS, _BOOLEANS, _TRIPLES))
    medias: dict[str, str] = {}
    for media, offer in ((rows, _ROWS), (boolean, _BOOLEANS), (triples, _TRIPLES)):
        if media is not None:
            medias.setdefault(offer[media], media)
    return Forms(_ROWS.get(rows or ""), _BOOLEANS.get(boolean or ""), _TRIPLES.get(triples or ""), medias)
