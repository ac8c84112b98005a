"""The pages: what is in the graph, the named questions, one thing with its facts and words.

Comes in: an HTTP request.  Goes out: HTML.  The one idea: a page is a few questions to the graph and a template.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.errors import Problem
from kg.answers import Answer, shown
from kg.errors import QueryError
from kg.profiles import profile
from kg.questions import ask, questions
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import DATA, iri

router = APIRouter(include_in_schema=False)
_ON_THE_FIRST_PAGE = ("inspections-by-status", "commitments", "unanswered-questions")


def _link(value: object) -> str | None:
    """Where the page of a thing is, if the value is one."""
    text = str(value)
    return f"/id/{text.removeprefix(DATA)}" if text.startswith(DATA) else None


templates = Jinja2Templates(Path(__file__).parent / "pages")
templates.env.filters |= {"link": _link, "shown": shown, "short": short}


class Front(NamedTuple):
    """What the first page says."""

    counts: Answer
    meetings: Answer


def front(view: View) -> Front:
    """Counts by kind and the latest meetings; runs in a worker."""
    return Front(ask(view, "what-is-in-the-graph"), ask(view, "latest-meetings"))


def _ask(view: View, name: str, parameters: dict[str, str]) -> Answer:
    return ask(view, name, **parameters)


def page(request: Request, name: str, status: int = 200, **values: object) -> HTMLResponse:
    """A template with its values."""
    return templates.TemplateResponse(request, f"{name}.html", dict(values), status_code=status)


@router.get("/", response_class=HTMLResponse)
async def first_page(request: Request) -> HTMLResponse:
    """What is in the graph, and three questions to begin with."""
    told = await request.app.state.workers.run(front)
    known = questions()
    return page(request, "first", front=told, begin=[known[name] for name in _ON_THE_FIRST_PAGE if name in known])


@router.get("/questions", response_class=HTMLResponse)
async def all_questions(request: Request) -> HTMLResponse:
    """Every named question."""
    return page(request, "questions", questions=list(questions().values()))


@router.get("/questions/{name}", response_class=HTMLResponse)
async def one_question(request: Request, name: str) -> HTMLResponse:
    """A question with a form for its parameters, and its answer as a table where nothing is missing."""
    question = questions().get(name)
    if question is None:
        raise Problem(404, "Nothing found", f"there is no question {name!r}; /questions lists them")
    given = {key: value.strip() for key, value in request.query_params.items() if value.strip()}
    missing = [
        parameter.name for parameter in question.parameters if parameter.default is None and parameter.name not in given
    ]
    answer = None if missing else await request.app.state.workers.run(_ask, name, given)
    return page(request, "question", question=question, given=given, answer=answer)


@router.get("/query", response_class=HTMLResponse)
async def query_page(request: Request, query: str = "") -> HTMLResponse:
    """A form for a query of one's own."""
    return page(request, "query", query=query)


@router.get("/id/{key:path}", response_class=HTMLResponse)
async def thing(request: Request, key: str) -> HTMLResponse:
    """A thing with its names, its facts and the words that tell them."""
    if not key:
        raise QueryError("/id/", "name a thing, such as /id/organisation/crown-prosecution-service")
    return page(request, "thing", thing=await request.app.state.workers.run(profile, iri(key)))
