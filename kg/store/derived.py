"""The conclusions of the ontology's rules.

Comes in: a way to query.  Goes out: N-Quads lines of the derived graph.  The one idea: a rule (``ontology/rules/*.rq``,
a CONSTRUCT) reads what documents and registry tell, never what another rule derived, so that their order is of no
account.

A rule with a line ``# local`` concludes document by document: what a new document adds follows from it and from what is told
of the things that it names.  ``# local: org:postIn rdf:type=org:Post`` says that the rule looks up that property, or that value of
it, of things of other documents too: where a document tells it anew of a thing that others name, everything is concluded again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, QueryTriples

from kg import resources
from kg.errors import QueryError, SettingError
from kg.patterns import expression
from kg.store.base import Results
from kg.terms import DERIVED_GRAPH, expand

Told = tuple[str, str | None]  # a property, and the value that matters (``None``: any)
_LOCAL = expression(r"^# local(?::(.*))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``looks_up`` is what it looks up beyond a document, ``None`` where that may be anything."""

    path: Path
    text: str
    looks_up: frozenset[Told] | None


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and the digest of their texts."""

    rules: tuple[Rule, ...]
    digest: str

    @property
    def looks_up(self) -> frozenset[Told] | None:
        """What any of them looks up beyond a document; ``None`` where one may look up anything."""
        found: set[Told] = set()
        for rule in self.rules:
            if rule.looks_up is None:
                return None
            found |= rule.looks_up
        return frozenset(found)


def rules() -> Rules:
    """The rules as their files tell them now."""
    found = []
    digest = hashlib.sha256()
    for path in sorted((resources.ontology() / "rules").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        digest.update(f"{path.name} {text}\n".encode())
        local = _LOCAL.search(text)
        found.append(Rule(path, text, frozenset(map(_told, (local[1] or "").split())) if local else None))
    return Rules(tuple(found), digest.hexdigest())


def _told(words: str) -> Told:
    property_, _, value = words.partition("=")
    return expand(property_), expand(value) if value else None


def derived(query: Callable[[str], Results], known: Rules) -> list[str]:
    """Everything that the rules conclude, as sorted N-Quads lines."""
    return sorted({line for rule in known.rules for line in _conclusions(query, rule)})


def _conclusions(query: Callable[[str], Results], rule: Rule) -> list[str]:
    try:
        found = query(rule.text)
    except QueryError as fault:
        raise SettingError("rule", str(rule.path), fault.reason) from fault
    if not isinstance(found, QueryTriples):
        raise SettingError("rule", str(rule.path), "is no CONSTRUCT")
    triples = list(found)
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        raise SettingError("rule", str(rule.path), "makes blank nodes; name them with BIND(IRI(…) AS ?x)")
    return [f"{triple} <{DERIVED_GRAPH}> ." for triple in triples]
