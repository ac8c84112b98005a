"""Which statement answers a question.

Comes in: the statements of a document in the order of the text.  Goes out: the same, an answer with the index of its question.
The one idea: minutes put the answer right behind the question; the next statement under the same heading is the answer where
somebody else makes it: whom the question was put to, if that is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Statement

ANSWERING = frozenset({"informed", "opined", "acknowledged", "agreed", "disagreed", "undertook"})


def with_answers(said: Sequence[Statement]) -> list[Statement]:
    """Each statement, with the index of the question that it answers, where it answers one."""
    told: list[Statement] = []
    for number, statement in enumerate(said):
        answered = number > 0 and _answers(statement, said[number - 1])
        told.append(replace(statement, answers=number - 1) if answered else statement)
    return told


def _answers(reply: Statement, question: Statement) -> bool:
    if question.act != "asked" or reply.act not in ANSWERING or reply.position != question.position:
        return False
    if not question.speakers or not reply.speakers or set(reply.speakers) & set(question.speakers):
        return False
    return not question.addressees or bool(set(reply.speakers) & set(question.addressees))
