"""Which graph format, if any, the result of a query is wanted in.

Comes in: ``?format=`` and the media types of ``Accept``, best first.  Goes out: the name of a format.  The one idea: what
SPARQL has a form of its own for stays SPARQL's; ``graph-json`` and ``graph-csv`` name the other two.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.exports import FORMATS
from kg.exports.rdf import FORMATS as RDF

_OWN = {"json": "graph-json", "csv": "graph-csv"}
NETWORKS: dict[str, str] = {
    _OWN.get(name, name): name for name in FORMATS if name not in {form.name for form in RDF}
}  # as ``?format=`` has it → our name
_MEDIA = {
    FORMATS[name].media: name for called, name in reversed(NETWORKS.items()) if called == name
}  # of two with one media type, the first
_BY_NAME = frozenset({"application/zip", *(media for media in _MEDIA if media.startswith("image/"))})


def wanted(form: str | None, accepted: Sequence[str], others: Collection[str]) -> str | None:
    """The graph format that is wanted; ``None`` where one of the ``others`` (media types) is wanted before any.

    >>> wanted("gexf", [], ()), wanted(None, ["text/vnd.graphviz"], ()), wanted("json", [], ())
    ('gexf', 'dot', None)
    """
    if form is not None:
        return NETWORKS.get(form)
    first = next((media for media in accepted if media in others or media in _MEDIA or "*" in media), None)
    return None if first is None or first in others or first in _BY_NAME else _MEDIA.get(first)
