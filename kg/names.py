"""From a name to the things that bear it.

Comes in: a name as a person would type it.  Goes out: IRIs.  The one idea: case, articles and the kind of apostrophe do
not count; everything else does, so that nothing is guessed.
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.store.base import View
from kg.terms import DATA

_BY_NAME = """
SELECT DISTINCT ?thing WHERE {{
  ?thing rdfs:label|skos:altLabel|foaf:name ?name .
  FILTER(REPLACE(REPLACE(LCASE(STR(?name)), "[’‘]", "'"), "^the ", "") = {name})
  FILTER(STRSTARTS(STR(?thing), {base}))
}} ORDER BY ?thing
"""


def folded(name: str) -> str:
    """The name as it is compared.

    >>> folded("The Victims’ Commissioner")
    "victims' commissioner"
    """
    return " ".join(name.lower().replace("’", "'").replace("‘", "'").split()).removeprefix("the ")


def things_named(view: View, name: str) -> list[str]:
    """The IRIs of the things under the base that bear the name as label or other name; none where nobody does."""
    base = Literal(DATA)
    found = view.query(_BY_NAME.format(name=Literal(folded(name)), base=base))
    if not isinstance(found, QuerySolutions):
        return []
    return [row[0].value for row in found if isinstance(row[0], NamedNode)]
