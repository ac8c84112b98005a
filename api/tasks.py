"""What workers are asked to do: each function takes the graph first.

Comes in: the graph and plain values.  Goes out: plain values.  The one idea: this module loads fast, since every worker
loads it.
"""

from __future__ import annotations

from typing import NamedTuple

from kg import dataset, linked, profiles, questions
from kg.answers import Answer, Value
from kg.profiles import Profile
from kg.store.base import View


class Front(NamedTuple):
    """What the first page says."""

    counts: Answer
    meetings: Answer


def front(view: View) -> Front:
    """Counts by kind and the latest meetings."""
    return Front(questions.ask(view, "what-is-in-the-graph"), questions.ask(view, "latest-meetings"))


class Rows(NamedTuple):
    """A stretch of an answer, and how many rows the whole of it has."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: int


def answer(view: View, question: str, parameters: dict[str, str]) -> Answer:
    """The answer to a named question."""
    return questions.ask(view, question, **parameters)


def rows(view: View, question: str, parameters: dict[str, str], start: int, end: int) -> Rows:
    """The rows of an answer from one place to another: what is not wanted stays in the worker."""
    found = questions.ask(view, question, **parameters)
    return Rows(found.variables, found.rows[start:end], len(found))


def profile(view: View, iri: str) -> Profile:
    """A thing with its facts and words."""
    return profiles.profile(view, iri)


def counted(view: View, version: str) -> dataset.Dataset:
    """What there is in the graph."""
    return dataset.count(view, version)


def linked_data(view: View, iri: str, form: str, context: str) -> bytes:
    """A thing as linked data."""
    return linked.linked(view, iri, form, context)
