"""How long questions wait for their answers.

Comes in: a view.  Goes out: Findings.  The one idea: days are counted from the day of the meeting that asked to the day
of the meeting that answered: an answer in the same meeting took none, and the statements between tell how soon it came.
"""

from __future__ import annotations

from datetime import date
from statistics import median

from kg.analysis.findings import Findings, Sheet
from kg.graphs import Value
from kg.questions import ask
from kg.store.base import View


def answering_time(view: View) -> Findings:
    """The time from each question to its answer: sheets ``answers`` and ``waiting`` (questions without one)."""
    answers = ask(view, "answering-time")
    waiting = ask(view, "unanswered-questions")
    rows = [(row[0], row[1], days(row[0], row[1]), *row[2:]) for row in answers.rows]
    waited = [row[2] for row in rows if isinstance(row[2], int)]
    between = [row[3] for row in rows if isinstance(row[3], int)]
    return Findings(
        "answering-time",
        "How long questions wait for their answers",
        {
            "answers": len(rows),
            "in_same_meeting": waited.count(0),
            "median_days": median(waited) if waited else None,
            "most_days": max(waited, default=None),
            "median_statements_between": median(between) if between else None,
            "most_statements_between": max(between, default=None),
            "without_an_answer": len(waiting),
        },
        (
            Sheet("answers", (*answers.variables[:2], "days", *answers.variables[2:]), rows),
            Sheet("waiting", waiting.variables, waiting.rows),
        ),
        ("an answer is looked for in the minutes that ask",),
    )


def days(asked: Value, answered: Value) -> int | None:
    """How many days lie between two days; ``None`` where one of them is not known."""
    if not isinstance(asked, date) or not isinstance(answered, date):
        return None
    return (answered - asked).days
