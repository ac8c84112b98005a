"""The pages of the whole: what is in the graph, the named questions, a query of one's own.

Comes in: an HTTP request.  Goes out: HTML.  The one idea: a page is a few questions to the graph and a template.
"""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api import tasks
from api.answered import question_page
from api.errors import Problem
from api.indexed import answered
from api.looks import page
from api.problems import for_people
from api.replies import onward, page_of, start_of
from kg.errors import NotFound, QueryError
from kg.index import search
from kg.questions import questions

router = APIRouter(include_in_schema=False)
PAGE_ROWS = 200
PAGE_HITS = 20
LONGEST_SEARCH = 500  # characters
_STYLE = (Path(__file__).parent / "pages" / "style.css").read_bytes()
_ON_THE_FIRST_PAGE = ("inspections-by-status", "commitments", "unanswered-questions")


@router.get("/", response_class=HTMLResponse)
async def first_page(request: Request) -> HTMLResponse:
    """What is in the graph, and three questions to begin with."""
    told = await request.app.state.workers.run(tasks.front)
    known = questions()
    return page(request, "first", front=told, begin=[known[name] for name in _ON_THE_FIRST_PAGE if name in known])


@router.get("/questions", response_class=HTMLResponse)
async def all_questions(request: Request) -> HTMLResponse:
    """Every named question."""
    return page(request, "questions", questions=list(questions().values()))


@router.get("/questions/{name}", response_class=HTMLResponse)
async def one_question(request: Request, name: str) -> Response:
    """A question with a form for its parameters, and its answer as a table where nothing is missing."""
    question = questions().get(name)
    if question is None:
        raise Problem(404, "Nothing found", f"there is no question {name!r}; /questions lists them")
    given = {key: value.strip() for key, value in request.query_params.items() if value.strip() and key != "cursor"}
    needed = [parameter.name for parameter in question.parameters if parameter.default is None]
    if any(key not in given for key in needed):
        return question_page(request, question, given, None)
    page = page_of(limit=PAGE_ROWS, cursor=request.query_params.get("cursor"))
    start, end = start_of(page), start_of(page) + page.limit
    try:
        found = await request.app.state.workers.run(tasks.rows, name, given, start, end)
    except (NotFound, QueryError) as fault:
        if not for_people(request.scope):
            raise
        return question_page(request, question, given, None, fault=fault)
    return question_page(request, question, given, found, (end,) if end < found.total else None)


@router.get("/search", response_class=HTMLResponse)
async def search_page(request: Request, q: str = "", cursor: str | None = None) -> Response:
    """What names, statements, commitments, inspections and minutes hold all of the words."""
    words = q.strip()[:LONGEST_SEARCH]
    if not words:
        return page(request, "search", words="", found=None)
    start = start_of(page_of(limit=PAGE_HITS, cursor=cursor))
    try:
        found = await answered(request, search, words, limit=PAGE_HITS, offset=start)
    except Problem as fault:
        return page(request, "search", fault.status, words=words, found=None, fault=fault)
    end = start + len(found.items)
    then = onward(request, (end,)) if end < found.total and found.items else None
    return page(request, "search", words=words, found=found, start=start, onward=then)


@router.get("/style.css")
async def style() -> Response:
    """How the pages are drawn."""
    return Response(_STYLE, headers={"Cache-Control": "max-age=3600"}, media_type="text/css")


@router.get("/query", response_class=HTMLResponse)
async def query_page(request: Request, query: str = "") -> HTMLResponse:
    """A form for a query of one's own."""
    return page(request, "query", query=query)
