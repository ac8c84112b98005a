"""The SPARQL doors: ``/sparql``, ``/update`` and ``/gsp``.

Comes in: HTTP requests, bare.  Goes out: the engine's own bytes.  The one idea: a query may read this graph and nothing
else, and is answered whole or not at all.

``asked`` reads a request, ``forms`` chooses what goes out, ``query`` answers (``express`` the plainest, sooner), ``about`` tells of the endpoint itself;
``update`` and ``graphs`` change, as far as ``writing`` lets them.
"""

from __future__ import annotations

from api.sparql.described import router
from api.sparql.express import Express
from api.sparql.graphs import Graphs
from api.sparql.query import Query
from api.sparql.update import Update
from api.sparql.writing import Writing

__all__ = ["Express", "Graphs", "Query", "Update", "Writing", "router"]
