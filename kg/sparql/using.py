"""An update whose graphs the request names: ``using-graph-uri`` and ``using-named-graph-uri`` of the protocol.

Comes in: an update and the graphs.  Goes out: the update with ``USING`` written into it, since the engine has no other way.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import QueryError
from kg.sparql.tokens import Token, tokens


def with_using(text: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The update with its graphs; raises :class:`kg.errors.QueryError` where it names graphs itself.

    >>> with_using("DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }", ["urn:g"], [])
    'DELETE { ?s ?p 1 } USING <urn:g> WHERE { ?s ?p 1 }'
    """
    if not default and not named:
        return text
    clause = " ".join((*(f"USING <{iri}>" for iri in default), *(f"USING NAMED <{iri}>" for iri in named))) + " "
    found = list(tokens(text))
    out, done, depth = [], 0, 0
    for place, token in enumerate(found):
        depth += (token.kind == "open") - (token.kind == "close")
        if depth or token.kind != "word":
            continue
        if token.text in {"USING", "WITH"}:
            raise QueryError(
                token.text, "stands in the update, and the request names graphs too; name them in one of them"
            )
        if token.text == "WHERE":
            out += [text[done : token.start], _template(text, found, place), clause]
            done = token.start
    return "".join((*out, text[done:]))


def _template(text: str, found: Sequence[Token], where: int) -> str:
    """``DELETE WHERE { … }`` deletes what it matches: the group is its template too."""
    if where == 0 or found[where - 1].text != "DELETE":
        return ""
    depth = 0
    for token in found[where + 1 :]:
        depth += (token.kind == "open") - (token.kind == "close")
        if not depth:
            return text[found[where + 1].start : token.start + 1] + " "
    return ""
