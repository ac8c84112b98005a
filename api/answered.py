"""The answer to a named question as it goes out: JSON, CSV or a page.

Comes in: a stretch of an answer.  Goes out: a response in the form that is wanted, with the address of the next stretch.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from fastapi import Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.errors import meaning
from api.looks import page as html_page
from api.replies import Item, Page, listing, onward, select, start_of
from api.tasks import Rows
from kg.errors import KgError
from kg.questions import Question, choices

OFFERED = {"json": "application/json", "csv": "text/csv", "html": "text/html"}


class Answered(BaseModel):
    """One page of an answer: a row is an object with a value for each column, ``null`` where nothing is told."""

    items: list[dict[str, str | int | float | bool | None]]
    total: int = Field(examples=[1], description="How many rows the whole answer has")
    limit: int = Field(examples=[50])
    next: str | None = Field(examples=[None], description="Where the next page is")
    question: str = Field(examples=["What was due before a day and is not told as completed?"])
    columns: list[str] = Field(examples=[["who", "action", "due_by"]])


class Wanted(NamedTuple):
    """What is asked, which stretch of it, and in which form."""

    question: Question
    page: Page
    fields: tuple[str, ...]
    form: str
    given: dict[str, str]


def written(request: Request, wanted: Wanted, found: Rows) -> Response:
    """The stretch in the form that is wanted."""
    end = start_of(wanted.page) + wanted.page.limit
    more = (end,) if end < found.total else None
    columns = list(wanted.fields or found.variables)
    items = [dict(zip(found.variables, row, strict=True)) for row in found.rows]
    response = listing(
        request, wanted.page, items, total=found.total, more=more, fields=wanted.fields, known=found.variables,
        question=wanted.question.words, columns=columns,
    )  # fmt: skip
    kept = {name: response.headers[name] for name in ("link", "x-total-count") if name in response.headers}
    if wanted.form == "csv":
        response = Response(_csv(columns, select(items, columns)), headers=kept, media_type="text/csv")
    elif wanted.form == "html":
        response = question_page(request, wanted.question, wanted.given, found, more)
    response.headers["Vary"] = "Accept"
    return response


def question_page(
    request: Request,
    question: Question,
    given: dict[str, str],
    found: Rows | None,
    more: Sequence[int] | None = None,
    *,
    fault: KgError | None = None,
) -> Response:
    """A question with a form for its parameters, its answer as a table where there is one, and what was wrong."""
    return html_page(
        request, "question", meaning(fault).status if fault else 200, question=question, given=given, answer=found,
        choices=choices, onward=onward(request, more) if more else None, fault=fault,
        at_fault=getattr(fault, "parameter", None),
    )  # fmt: skip


def _csv(columns: Sequence[str], items: Sequence[Item]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([item[name] for name in columns] for item in items)
    return out.getvalue()
