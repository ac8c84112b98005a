"""What a sentence is about that reports: the subject of what is said in it.

Comes in: a sentence.  Goes out: the subject of the first clause behind "that", "whether" or "if".  The one idea: the sentence behind "He asked whether the
Trust would recruit" goes on about the Trust.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.context import Context

_TELLING = frozenset({"that", "whether", "if"})


def subject_told(context: Context, first: int, last: int) -> Subject | None:
    """The subject of the first clause that is told, where it is no pronoun."""
    lows = context.tokens.lows
    k = next((m for m in range(first, last - 1) if lows[m] in _TELLING), None)
    subject = clauses.subject_at(context, k + 1, last) if k is not None else None
    return subject if subject is not None and subject.actors[0].word not in {"it", "they"} else None
