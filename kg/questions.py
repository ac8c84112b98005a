"""Named questions: a file in plain words and SPARQL, its parameters, its answer.

Comes in: the name of a question (``ontology/questions/*.rq``) or any SPARQL text, and parameters.  Goes out: an Answer.
A question's file opens with the question in plain words and one line for each parameter:

    # What has a body promised, by when, and in which words?
    # param body : thing = any – the name, acronym or IRI of who is to act

The one idea: the file is a valid query as it stands, in which an unset parameter means "any".  A line
``# values: body`` marks where the values go; they get there as RDF terms, never as raw text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg import resources
from kg.answers import Answer, answer
from kg.errors import NotFound, QueryError
from kg.names import things_named
from kg.patterns import expression
from kg.store.base import View
from kg.terms import PREFIXES, expand

ANY = "any"
_PARAMETER = expression(r"^# param (?P<name>\w+) : (?P<type>[\w-]+)(?: = (?P<default>[^–]+?))?\s+– (?P<meaning>.+)$")
_PLACE = expression(r"^[ \t]*# values: (?P<name>\w+)[ \t]*$", re.MULTILINE)
_NAME = expression(r"[a-z0-9]+(-[a-z0-9]+)*")
_CONCEPT = expression(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told: ``default`` is ``None`` where it must be told, ``any`` where it need not."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question."""

    name: str
    words: str
    parameters: tuple[Parameter, ...]
    text: str


class _Asked(NamedTuple):
    view: View
    question: str
    parameter: Parameter


@cache
def questions() -> dict[str, Question]:
    """Every question of the ontology by its name (the name of its file)."""
    files = sorted((resources.ontology() / "questions").glob("*.rq"))
    return {path.stem: read_question(path.stem, path.read_text(encoding="utf-8")) for path in files}


@cache
def choices(kind: str) -> tuple[str, ...]:
    """The concepts that a parameter of this type may name, sorted; none for a type that is no vocabulary."""
    prefix = PREFIXES.get(kind, "")
    if kind not in _EXAMPLES:
        return ()
    concept = NamedNode(expand("skos:Concept"))
    found = {
        quad.subject.value.removeprefix(prefix)
        for path in sorted((resources.ontology() / "vocabularies").glob("*.ttl"))
        for quad in parse(path=str(path), format=RdfFormat.TURTLE)
        if quad.object == concept and isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(prefix)
    }
    return tuple(sorted(found))


def read_question(name: str, text: str) -> Question:
    """A question from its text: its words from the first comment, its parameters from the lines that declare them."""
    lines = text.splitlines()
    words = lines[0].removeprefix("#").strip() if lines and lines[0].startswith("#") else ""
    return Question(name, words, tuple(_parameter(name, line) for line in lines if line.startswith("# param ")), text)


def _parameter(question: str, line: str) -> Parameter:
    found = _PARAMETER.match(line)
    if not found or found["type"] not in TYPES:
        wanted = f"'# param name : type = default – meaning', type one of {', '.join(TYPES)}"
        raise QueryError(question, f"{line!r} should read {wanted}")
    return Parameter(found["name"], found["type"], found["default"], found["meaning"])


def ask(view: View, question: str, /, **parameters: object) -> Answer:
    """The answer to a named question, or to a SPARQL text (which may declare parameters of its own).

    Raises :class:`kg.errors.QueryError` for a parameter that is missing, unknown or of the wrong type, and
    :class:`kg.errors.NotFound` for a question of no known name, or a thing that the graph does not know.
    """
    return answer(view, fill(view, find(question), parameters))


def find(question: str) -> Question:
    """The question of a name, or one made of a SPARQL text."""
    if not _NAME.fullmatch(question):
        return read_question("text", question)
    known = questions()
    if question not in known:
        raise NotFound("question", question, known)
    return known[question]


def fill(view: View, question: Question, parameters: Mapping[str, object]) -> str:
    """The question's text with the values of its parameters at their places."""
    _check(question, parameters)
    values = {parameter.name: _values(view, question, parameter, parameters) for parameter in question.parameters}

    def block(place: re.Match[str]) -> str:
        terms = values.get(place["name"])
        return place[0] if terms is None else f"VALUES ?{place['name']} {{ {' '.join(terms)} }}"

    return _PLACE.sub(block, question.text)


def _check(question: Question, parameters: Mapping[str, object]) -> None:
    taken = {parameter.name for parameter in question.parameters}
    for name in parameters:
        if name not in taken:
            raise QueryError(
                question.name,
                f"takes no parameter {name!r}; it takes: {', '.join(sorted(taken)) or 'none'}",
                parameter=name,
            )


def _values(view: View, question: Question, parameter: Parameter, given: Mapping[str, object]) -> list[str] | None:
    value = given.get(parameter.name, parameter.default)
    if value is None:
        raise QueryError(
            question.name, f"needs {parameter.name!r} ({parameter.type}): {parameter.meaning}", parameter=parameter.name
        )
    if value == ANY:
        return None
    return TYPES[parameter.type](_Asked(view, question.name, parameter), str(value))


# ── the types of parameters ──────────────────────────────────────────────────────────────────────────────────────


def _thing(asked: _Asked, value: str) -> list[str]:
    iri = expand(value)
    if iri.startswith(("http://", "https://", "urn:")):
        try:
            return [str(NamedNode(iri))]
        except ValueError as fault:
            raise _ill_typed(asked, value, "an IRI") from fault
    found = things_named(asked.view, value)
    if not found:
        raise NotFound(asked.parameter.name, value, parameter=asked.parameter.name)
    return [str(NamedNode(thing)) for thing in found]


def _date(asked: _Asked, value: str) -> list[str]:
    try:
        day = date.fromisoformat(value)
    except ValueError as fault:
        raise _ill_typed(asked, value, "a date such as 2017-03-14") from fault
    return [str(Literal(day.isoformat(), datatype=NamedNode(expand("xsd:date"))))]


def _integer(asked: _Asked, value: str) -> list[str]:
    if not re.fullmatch(r"-?\d{1,18}", value):
        raise _ill_typed(asked, value, "a whole number such as 3")
    return [str(Literal(int(value)))]


def _text(_: _Asked, value: str) -> list[str]:
    return [str(Literal(value))]


def _concept(asked: _Asked, value: str) -> list[str]:
    prefix = PREFIXES[asked.parameter.type]
    local = value.removeprefix(prefix).removeprefix(f"{asked.parameter.type}:")
    if not _CONCEPT.fullmatch(local):
        raise _ill_typed(
            asked, value, f"a concept of {prefix}, such as {asked.parameter.type}:{_EXAMPLES[asked.parameter.type]}"
        )
    return [str(NamedNode(prefix + local))]


def _ill_typed(asked: _Asked, value: str, wanted: str) -> QueryError:
    reason = f"{asked.parameter.name} should be {wanted}, not {value!r}"
    return QueryError(asked.question, reason, parameter=asked.parameter.name)


_EXAMPLES = {"act": "asked", "strength": "committed", "status": "under-way"}
TYPES: dict[str, Callable[[_Asked, str], list[str]]] = {
    "thing": _thing,
    "date": _date,
    "integer": _integer,
    "text": _text,
    "act": _concept,
    "strength": _concept,
    "status": _concept,
}
