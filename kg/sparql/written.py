"""Literals as they were written, where the engine keeps their value alone: 1.50 and not 1.5.

Comes in: data that is added, and terms that go out.  Goes out: the same terms in their written form.  The one idea: a term of an answer
does not say from which triple it comes, so a value is given back in another form than the engine's only where everything
that holds it was written in that one form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.sparql.tokens import Token, tokens
from kg.terms import PREFIXES, expand

Written = dict[ox.Literal, ox.Literal]  # the engine's form → the form in which it was written
_BETWEEN = " \t\r\n."
Holder = tuple[object, object]  # subject and predicate; no subject where it is a blank node, which goes by another name
_TEXTS = (expand("xsd:string"), expand("rdf:langString"), expand("rdf:dirLangString"))
_WHOLE, _SURE = expand("xsd:integer"), re.compile(r"0|-?[1-9]\d{0,17}")


# ── what is added ────────────────────────────────────────────────────────────────────────────────────────────────


def learned(engine: ox.Store, written: Written, added: Sequence[ox.Quad]) -> Written:
    """What is known when data has been added (or something taken away): forms of values that something still holds."""
    forms: dict[ox.Literal, set[ox.Literal]] = {}
    holders: dict[ox.Literal, set[Holder]] = {}
    for quad, value in zip(added, _values([quad.object for quad in added]), strict=True):
        if value is not None:
            forms.setdefault(value, set()).add(quad.object)  # type: ignore[arg-type]  # a value is one of a literal
            holders.setdefault(value, set()).add(_holder(quad))
    now = dict(written)
    for value, found in forms.items():
        if found == {value} and value not in written:
            continue
        others = {_holder(quad) for quad in engine.quads_for_pattern(None, None, value, None)} - holders[value]
        every = found | {written.get(value, value)} if others else found
        if len(every) == 1:
            now[value] = next(iter(every))
        else:
            now.pop(value, None)
    return {value: form for value, form in now.items() if value != form and _is_held(engine, value)}


def _holder(quad: ox.Quad) -> Holder:
    return None if isinstance(quad.subject, ox.BlankNode) else quad.subject, quad.predicate


def _is_held(engine: ox.Store, value: ox.Literal) -> bool:
    return next(iter(engine.quads_for_pattern(None, None, value, None)), None) is not None


def _values(terms: Sequence[object]) -> list[ox.Literal | None]:
    """Each literal as the engine keeps it; nothing for what is none, or is kept as it is in any case."""
    engine, predicate = ox.Store(), ox.NamedNode("urn:value")
    asked = {number: term for number, term in enumerate(terms) if isinstance(term, ox.Literal) and not _is_text(term)}
    values: dict[int, ox.Literal] = {number: term for number, term in asked.items() if _is_sure(term)}
    engine.extend(
        [
            ox.Quad(ox.NamedNode(f"urn:{number}"), predicate, term)
            for number, term in asked.items()
            if number not in values
        ]
    )
    for quad in engine:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            values[int(quad.subject.value.removeprefix("urn:"))] = quad.object
    return [values.get(number) for number in range(len(terms))]


def _is_text(term: ox.Literal) -> bool:
    return term.datatype.value in _TEXTS


def _is_sure(term: ox.Literal) -> bool:
    return term.datatype.value == _WHOLE and _SURE.fullmatch(term.value) is not None


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
