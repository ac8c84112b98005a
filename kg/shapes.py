"""Does a graph keep the shapes of the ontology?

Comes in: a view of a graph, and the SHACL shapes of ``ontology/shapes.ttl``.  Goes out: breaches.  The one idea: the
shapes see the union of all graphs, so that what a document tells may rest on what the registry knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import SettingError
from kg.store.base import View

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """One node that breaks one shape: where, on which property, how, and with which value."""

    focus: str
    path: str
    message: str
    value: str


def breaches(view: View, shapes: Path | None = None) -> list[Breach]:
    """Every breach of the shapes in the graph, sorted; none where all hold."""
    from pyshacl import validate

    _, report, _ = validate(_graph(view), shacl_graph=_shapes(shapes), advanced=True)
    return _breaches(report)


def _graph(view: View) -> Graph:
    from rdflib import Graph

    return Graph().parse(data=view.dump("turtle"), format="ox-turtle")


def _shapes(shapes: Path | None) -> Graph:
    from rdflib import Graph

    path = shapes or resources.ontology() / "shapes.ttl"
    if not path.is_file():
        raise SettingError("shapes", str(path), "there is no such file")
    return Graph().parse(path, format="ox-turtle")


def _breaches(report: Graph) -> list[Breach]:
    from rdflib import SH

    found = []
    for result in report.subjects(SH.focusNode):
        focus, path, message, value = (
            report.value(result, predicate) for predicate in (SH.focusNode, SH.resultPath, SH.resultMessage, SH.value)
        )
        found.append(Breach(str(focus or ""), str(path or ""), str(message or ""), str(value or "")))
    return sorted(found)
