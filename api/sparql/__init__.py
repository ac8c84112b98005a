"""The SPARQL doors: ``/sparql``, ``/update`` and ``/gsp``.

Comes in: HTTP requests, bare.  Goes out: the engine's own bytes.  The one idea: a query may read this graph and nothing
else, and is answered whole or not at all.

``asked`` reads a request, ``forms`` chooses what goes out, ``query`` answers, ``about`` tells of the endpoint itself.
"""

from __future__ import annotations

from api.sparql.described import router
from api.sparql.query import Query

__all__ = ["Query", "router"]
