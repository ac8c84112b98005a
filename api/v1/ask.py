"""``/api/v1/ask/…``: each named question as an endpoint of its own.

Comes in: the questions of the ontology.  Goes out: a route for each, with its parameters as they are declared, answering
in JSON, CSV or HTML.  The one idea: a new file in ``ontology/questions`` is a new endpoint, described in full.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import Parameter as Argument
from inspect import Signature
from time import perf_counter
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api import tasks
from api.accept import chosen
from api.answered import OFFERED, Answered, Wanted, written
from api.frame import note
from api.replies import Day, Fields, Page, Paged, cut, listing, refusals, start_of
from kg.questions import ANY, Parameter, Question, choices, questions

router = APIRouter(prefix="/ask", tags=["questions"])
_EXAMPLES = {"date": ["2018-01-01"], "thing": ["Crown Prosecution Service"], "topic": ["hate crime"]}
_A_THING = "; a name, an acronym, `data:…` or an IRI"


class ParameterTold(BaseModel):
    """A parameter of a question."""

    name: str = Field(examples=["body"])
    type: str = Field(examples=["thing"], description="thing, date, integer, text, act, strength or status")
    needed: bool = Field(examples=[False])
    meaning: str = Field(examples=["who is to act"])
    choices: list[str] = Field(examples=[["committed", "planned"]], description="The values of a closed list")


class QuestionTold(BaseModel):
    """A named question."""

    name: str = Field(examples=["commitments"])
    words: str = Field(examples=["What has a body promised or been asked to do, by when, and in which words?"])
    parameters: list[ParameterTold]
    address: str = Field(examples=["/api/v1/ask/commitments"])


class Questions(BaseModel):
    """One page of the named questions."""

    items: list[QuestionTold]
    total: int = Field(examples=[35])
    limit: int = Field(examples=[50])
    next: str | None = Field(examples=[None])


@router.get("", summary="Every question that can be asked by name", response_model=Questions)
async def every_question(request: Request, page: Paged, fields: Fields) -> Response:
    """The questions of the ontology with their parameters; each has an address of its own."""
    told = [_described(question) for question in questions().values()]
    items, more = cut(page, told)
    return listing(request, page, items, total=len(told), more=more, fields=fields, known=list(told[0]))


def _described(question: Question) -> dict[str, Any]:
    parameters = [
        {
            "name": parameter.name,
            "type": parameter.type,
            "needed": parameter.default is None,
            "meaning": parameter.meaning,
            "choices": list(choices(parameter.type)),
        }
        for parameter in question.parameters
    ]
    address = f"/api/v1/ask/{question.name}"
    return {"name": question.name, "words": question.words, "parameters": parameters, "address": address}


# ── a route for each question ────────────────────────────────────────────────────────────────────────────────────


def _endpoint(question: Question) -> Callable[..., Awaitable[Response]]:
    """What answers a question; its signature is made of the question's parameters, so that FastAPI describes them."""

    async def ask(request: Request, page: Page, fields: tuple[str, ...], form: str | None, **given: object) -> Response:
        wanted = Wanted(question, page, fields, chosen(request.headers.get("accept", ""), form, OFFERED), _told(given))
        start, begun = start_of(page), perf_counter()
        found = await request.app.state.workers.run(tasks.rows, question.name, wanted.given, start, start + page.limit)
        note(request.scope, question=question.name, rows=len(found.rows), query_seconds=perf_counter() - begun)
        return written(request, wanted, found)

    ask.__doc__ = f"The query is `ontology/questions/{question.name}.rq`; a parameter that is left out means any."
    ask.__signature__ = Signature([*_COMMON, *map(_argument, question.parameters)])  # type: ignore[attr-defined]
    return ask


def _told(given: dict[str, object]) -> dict[str, str]:
    return {name.removesuffix("_"): str(value) for name, value in given.items() if value is not None}


def _keyword(name: str, kind: object, default: object = Argument.empty) -> Argument:
    return Argument(name, Argument.KEYWORD_ONLY, annotation=kind, default=default)


_FORM = Annotated[Literal["json", "csv", "html"] | None, Query(alias="format", description="Goes before `Accept`")]
_COMMON = (
    _keyword("request", Request),
    _keyword("page", Paged),
    _keyword("fields", Fields),
    _keyword("form", _FORM, None),
)


def _argument(parameter: Parameter) -> Argument:
    """The argument for a parameter; with ``_`` at its end, since ``from`` may not be an argument's name."""
    needed = parameter.default is None
    default = None if parameter.default == ANY else parameter.default
    kind = _kind(parameter)
    limits: dict[str, Any] = {"min_length": 1, "max_length": 500} if kind is str else {}
    declared = Query(
        alias=parameter.name,
        description=parameter.meaning + (_A_THING if parameter.type == "thing" else ""),
        examples=_EXAMPLES.get(parameter.name) or _EXAMPLES.get(parameter.type),
        **limits,
    )
    return _keyword(
        f"{parameter.name}_",
        Annotated[kind if needed else kind | None, declared],
        Argument.empty if needed else default,
    )


def _kind(parameter: Parameter) -> Any:  # noqa: ANN401 - a type that is made of data
    known = choices(parameter.type)
    return Literal[known] if known else {"date": Day, "integer": int}.get(parameter.type, str)


for _question in questions().values():
    router.add_api_route(
        f"/{_question.name}",
        _endpoint(_question),
        summary=_question.words,
        name=f"ask {_question.name}",
        operation_id=f"ask_{_question.name.replace('-', '_')}",
        response_model=Answered,
        responses={
            200: {"content": {"text/csv": {"example": "who,action\r\n"}, "text/html": {"example": "<!doctype html>"}}},
            **refusals(400, 404, 406, 413),
        },
    )
