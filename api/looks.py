"""How pages look: the templates and the words in them.

Comes in: the name of a template and its values.  Goes out: HTML.  The one idea: a template knows how to link to a thing
and how to write a value, nothing else.
"""

from __future__ import annotations

from pathlib import Path

from fastapi.templating import Jinja2Templates
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kg.answers import shown
from kg.store.syntaxes import short
from kg.terms import DATA


def link(value: object) -> str | None:
    """Where the page of a thing is, if the value is one."""
    text = str(value)
    return f"/id/{text.removeprefix(DATA)}" if text.startswith(DATA) else None


templates = Jinja2Templates(Path(__file__).parent / "pages")
templates.env.filters |= {"link": link, "shown": shown, "short": short}


def page(request: Request, name: str, status: int = 200, **values: object) -> HTMLResponse:
    """A template with its values."""
    return templates.TemplateResponse(request, f"{name}.html", dict(values), status_code=status)
