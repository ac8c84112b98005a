"""Answers whose literals stand as they were written.

Comes in: an update, or what the engine answers.  Goes out: the data of the update with its literals as they stand there, or the
answer with them.  The one idea: the engine's own readers and writers do the work; they keep a literal as it is, only its store does
not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.sparql.tokens import Token, tokens
from kg.store.forms import Written
from kg.terms import PREFIXES

_BETWEEN = " \t\r\n."


# ── data within an update ────────────────────────────────────────────────────────────────────────────────────────


def data_of(text: str, base: str | None, prefixes: bool) -> list[ox.Quad]:
    """The quads that an update writes out (``INSERT DATA``); what cannot be read by itself is passed over."""
    if "DATA" not in text.upper():
        return []
    head = [f"PREFIX {name}: <{start}>" for name, start in PREFIXES.items()] if prefixes else []
    found = list(tokens(text))
    quads: list[ox.Quad] = []
    for place, token in enumerate(found):
        if token.text in {"PREFIX", "BASE"} and token.kind == "word":
            head.append(_declaration(text, found, place))
        elif token.text == "DATA" and place and found[place - 1].text == "INSERT":
            quads += _parsed("\n".join((*head, _blocks(text, found[place + 1 :]))), base)
    return quads


def _declaration(text: str, found: Sequence[Token], place: int) -> str:
    end = next((token for token in found[place:] if token.kind == "iri"), found[place])
    return text[found[place].start : end.start + len(end.text)]


def _blocks(text: str, found: Sequence[Token]) -> str:
    """What stands between the first brace and the one that closes it, as TriG has it: triples in blocks, beside those of graphs."""
    blocks: list[str] = []
    depth, start = 0, found[0].start + 1 if found else 0
    for token in found:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 or (depth == 1 and token.kind == "word" and token.text == "GRAPH"):
            blocks.append(f"{{ {text[start : token.start].strip(_BETWEEN)}\n}}")
            start = token.start
        elif depth == 1 and token.text == "}":
            blocks.append(text[start : token.start + 1])
            start = token.start + 1
        if depth == 0:
            break
    return "\n".join(blocks)


def _parsed(text: str, base: str | None) -> list[ox.Quad]:
    try:
        return list(ox.parse(text.encode(), RdfFormat.TRIG, base_iri=base))
    except (SyntaxError, ValueError):
        return []


# ── what goes out ────────────────────────────────────────────────────────────────────────────────────────────────


def as_written(triples: Iterable[ox.Triple], written: Written) -> Iterator[ox.Triple]:
    """Triples with their literals as they were written."""
    for triple in triples:
        form = written.get(triple.object) if isinstance(triple.object, ox.Literal) else None
        yield triple if form is None else ox.Triple(triple.subject, triple.predicate, form)


def rows_as_written(told: bytes, written: Written) -> ox.QuerySolutions:
    """The rows of a result, as SPARQL's JSON has them, with their literals as they were written."""
    forms = {(value.value, value.datatype.value): form for value, form in written.items()}
    result = json.loads(told)
    for row in result["results"]["bindings"]:
        for term in row.values():
            form = forms.get((term["value"], term.get("datatype"))) if term["type"] == "literal" else None
            if form is not None:
                term |= {"value": form.value, "datatype": form.datatype.value}
    again = ox.parse_query_results(json.dumps(result).encode(), QueryResultsFormat.JSON)
    if not isinstance(again, ox.QuerySolutions):
        raise TypeError("rows were told, and something else came back")
    return again
