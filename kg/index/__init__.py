"""A derived index of a store, for what must be answered at once: lists, entity pages, what is related, full text.

    with open_store(".kg") as store:
        write_index(store)                       # the end of every build
        index = open_index(store)
    related(index, "organisation/crown-prosecution-service").items

Comes in: a store.  Goes out: frozen values of :mod:`kg.index.answers`.  The one idea: nothing stands in the index that the graph
does not tell; it can be thrown away and made again, and it knows which content it was made of.
"""

from __future__ import annotations

from kg.index.documents import minutes
from kg.index.entities import entities, entity, find, things_of, topics
from kg.index.lists import Wanted, facts_of
from kg.index.opening import Index, index_at, open_index, write_alone, write_index, write_index_of
from kg.index.paths import paths
from kg.index.related import related, related_json
from kg.index.search import search
from kg.index.timeline import timeline

__all__ = [
    "Index",
    "Wanted",
    "entities",
    "entity",
    "facts_of",
    "find",
    "index_at",
    "minutes",
    "open_index",
    "paths",
    "related",
    "related_json",
    "search",
    "things_of",
    "timeline",
    "topics",
    "write_alone",
    "write_index",
    "write_index_of",
]
