"""How well a graph of minutes says what careful readers found.

Comes in: a view of a graph, and a folder of documents with gold annotations.  Goes out: precision, recall and F1 by
layer. The one idea: a fact is matched by the words it rests on, an agent by any of its names.

The gold format.  ``NAME.gold.json`` stands beside ``NAME.txt``; every ``quote`` is copied from the text and occurs in
it exactly once::

    {"document": "NAME.txt",
     "layers": ["meeting", "participants", "agenda", "organisations",
                "statements", "commitments", "inspections", "relations"],
     "scope": null,                      or [first quote, last quote]: facts outside are not counted
     "meeting": {"date": "2017-03-14"},  or null where the text gives none
     "agents": {"VC": {"names": ["Victims' Commissioner", "VC"]}},
     "organisations": {"CPS": {"names": ["Crown Prosecution Service", "CPS"]}},
     "optional_organisations": {},       neither required nor punished, like every optional_…
     "participants": [{"agent": "VC", "attendance": "present"}],
     "agenda": ["Thematic Reviews"], "optional_agenda": [],
     "statements": [{"quote": "…", "speakers": ["VC"], "acts": ["asked"]}], "optional_statements": ["…"],
     "commitments": [{"quote": "…", "actors": ["CPS"], "strength": ["planned"], "due_by": null}],
     "optional_commitments": [],
     "inspections": [{"quote": "…", "about": ["hate crime"], "conducted_by": ["CPS"], "status": ["proposed"]}],
     "optional_inspections": [], "relations": [["HMCPSI", "inspects", "CPS"]], "optional_relations": []}

``acts``, ``strength``, ``status`` and ``due_by`` list every reading that is fair.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import NotFound
from kg.evaluate.found import Found, stem
from kg.evaluate.gold import Gold, gold_files
from kg.evaluate.items import KINDS, Matcher
from kg.evaluate.sets import Sets
from kg.evaluate.tally import LAYERS, Layer, Scores, Tally
from kg.store.base import View

_SETS = ("meeting", "participants", "agenda", "organisations", "relations")
_ABSENT = "urn:absent"


def evaluate(view: View, folder: Path) -> Scores:
    """The scores of a graph against every gold file under the folder; a document not in the graph counts as missed."""
    golds = gold_files(folder)
    if not golds:
        raise NotFound("gold file", f"{folder}/**/*.gold.json")
    found, tally = Found(view), Tally()
    known = found.documents()
    documents = [(gold, known.get(gold.name) or known.get(stem(gold.name)) or _ABSENT) for gold in golds]
    quotes = verbatim = 0
    for gold, document in documents:
        if document == _ABSENT:
            tally.say(gold.name, "document", "not in the graph")
        _score(tally, found, gold, document)
        good, total = _verbatim(found, gold, document)
        verbatim, quotes = verbatim + good, quotes + total
    return Scores(
        layers=tally.layers(),
        documents=len(golds),
        missing=sum(document == _ABSENT for _, document in documents),
        quotes=quotes,
        quotes_verbatim=verbatim,
        differences=tuple(tally.differences),
    )


def _score(tally: Tally, found: Found, gold: Gold, document: str) -> None:
    annotated = set(gold.items("layers"))
    sets = Sets(tally, found, gold, document)
    for layer in _SETS:
        if layer in annotated:
            getattr(sets, layer)()
    for kind in KINDS:
        if kind.layer in annotated:
            Matcher(tally, found, gold, document, kind).score()


def _verbatim(found: Found, gold: Gold, document: str) -> tuple[int, int]:
    rows = found.rows(
        f"SELECT ?s ?e ?x {{ ?q prov:wasQuotedFrom <{document}> ; oa:start ?s ; oa:end ?e ; oa:exact ?x }}"
    )
    return sum(gold.text[int(start) : int(end)] == exact for start, end, exact in rows), len(rows)


__all__ = ["LAYERS", "Layer", "Scores", "evaluate"]
