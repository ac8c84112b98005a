"""How pages look: the templates and the words in them.

Comes in: the name of a template and its values.  Goes out: HTML.  The one idea: a template knows how to link to a thing
and how to write a value, nothing else.
"""

from __future__ import annotations

from pathlib import Path

from fastapi.templating import Jinja2Templates
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.addresses import data_of, page_of
from kg.answers import shown
from kg.store.syntaxes import short

templates = Jinja2Templates(Path(__file__).parent / "pages")
templates.env.filters |= {"link": page_of, "data": data_of, "shown": shown, "short": short}
templates.env.trim_blocks = templates.env.lstrip_blocks = True

_GUARDED = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept",
}


def page(request: Request, name: str, status: int = 200, **values: object) -> HTMLResponse:
    """A template with its values."""
    return templates.TemplateResponse(request, f"{name}.html", dict(values), status_code=status, headers=_GUARDED)
