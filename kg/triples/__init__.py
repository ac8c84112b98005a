"""From what was read to quads: the neck of the hourglass.

Comes in: a Reading.  Goes out: N-Quads lines, all in the graph that the document names.  The one idea: the lines depend
on the reading alone, are sorted and hold no blank node, so that two runs give the same bytes.
"""

from __future__ import annotations

from itertools import chain

from kg.model import Reading
from kg.terms import minutes_iri
from kg.triples.facts import facts
from kg.triples.record import meeting, minutes
from kg.triples.things import things
from kg.triples.writing import nquads


def tell(reading: Reading) -> list[str]:
    """Everything that was read from a document, as sorted N-Quads lines."""
    told = chain(minutes(reading), meeting(reading), things(reading), facts(reading))
    return nquads(minutes_iri(reading.document.slug), told)


__all__ = ["tell"]
