"""The conclusions of the ontology's rules.

Comes in: a way to query.  Goes out: N-Quads lines of the derived graph.  The one idea: a rule (``ontology/rules/*.rq``,
a CONSTRUCT) reads what documents and registry tell, never what another rule derived, so that their order is of no
account.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pyoxigraph import BlankNode, QueryTriples

from kg import resources
from kg.errors import QueryError, SettingError
from kg.store.base import Results
from kg.terms import DERIVED_GRAPH


def derived(query: Callable[[str], Results]) -> list[str]:
    """Everything that the rules conclude, as sorted N-Quads lines."""
    rules = sorted((resources.ontology() / "rules").glob("*.rq"))
    return sorted({line for rule in rules for line in _conclusions(query, rule)})


def _conclusions(query: Callable[[str], Results], rule: Path) -> list[str]:
    try:
        found = query(rule.read_text(encoding="utf-8"))
    except QueryError as fault:
        raise SettingError("rule", str(rule), fault.reason) from fault
    if not isinstance(found, QueryTriples):
        raise SettingError("rule", str(rule), "is no CONSTRUCT")
    triples = list(found)
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        raise SettingError("rule", str(rule), "makes blank nodes; name them with BIND(IRI(…) AS ?x)")
    return [f"{triple} <{DERIVED_GRAPH}> ." for triple in triples]
