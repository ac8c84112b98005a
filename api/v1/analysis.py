"""``/api/v1/analysis/…``: what the networks and the minutes show, in figures.

Comes in: a projection, or an analysis of its own, and which part is wanted.  Goes out: figures, and the rows of a sheet page
by page.  The one idea: the same names, options and figures as ``kg analyse``.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from api import tasks
from api.parts import Part
from api.replies import Day, Fields, Paged, cut, listing, refusals, reply
from kg import analysis
from kg.graphs import Options, projections

router = APIRouter(prefix="/analysis", tags=["analysis"])
_NAMES = [*projections(), *analysis.ANALYSES]


class AnalysisTold(BaseModel):
    """What can be measured."""

    name: str = Field(examples=["commitments-kept"])
    words: str = Field(examples=["what each body kept, gave up and let fall due by a day"])
    needs_on: bool = Field(description="It needs the day from which it is looked at: on")
    is_network: bool = Field(description="It is a network, and takes a part of it and by_year")
    address: str = Field(examples=["/api/v1/analysis/commitments-kept"])


class Analyses(BaseModel):
    """Everything that can be measured, and what is measured of the nodes of networks."""

    analyses: list[AnalysisTold]
    measures: dict[str, str] = Field(examples=[{"degree": "how many ties it has; both ways count twice"}])


class SheetTold(BaseModel):
    """A table, and where its rows are."""

    name: str = Field(examples=["nodes"])
    columns: list[str]
    total: int = Field(examples=[15])
    address: str = Field(examples=["http://127.0.0.1:8000/api/v1/analysis/organisations/nodes"])


class Found(BaseModel):
    """What an analysis found."""

    name: str = Field(examples=["organisations"])
    title: str = Field(examples=["Organisations that met"])
    figures: dict[str, float | int | None] = Field(examples=[{"nodes": 15, "ties": 23, "density": 0.219048}])
    sheets: list[SheetTold]
    notes: list[str] = Field(description="What the figures leave out or take for granted")


class Rows(BaseModel):
    """One page of a sheet."""

    items: list[dict[str, Any]]
    total: int = Field(examples=[15])
    limit: int = Field(examples=[50])
    next: str | None = Field(examples=[None])


Name = Annotated[
    str, Path(description="A network, or an analysis of the minutes", json_schema_extra={"enum": list[Any](_NAMES)})
]
ByYear = Annotated[bool, Query(description="Each year of a network for itself")]
On = Annotated[Day | None, Query(description="The day from which commitments are looked at", examples=["2018-06-01"])]


@router.get("", summary="Everything that can be measured", response_model=Analyses)
async def analyses() -> Response:
    """The networks and the analyses of the minutes, each with its address."""
    networks = [_told(one.name, one.title, is_network=True) for one in projections().values()]
    own = [_told(name, one.words, needs_on=one.on) for name, one in analysis.ANALYSES.items()]
    measures = {name: measure.words for name, measure in analysis.MEASURES.items()}
    return reply(Analyses(analyses=[*networks, *own], measures=measures))


def _told(name: str, words: str, *, needs_on: bool = False, is_network: bool = False) -> AnalysisTold:
    address = f"/api/v1/analysis/{name}"
    return AnalysisTold(name=name, words=words, needs_on=needs_on, is_network=is_network, address=address)


@router.get(
    "/{name}", summary="The figures of a network or of the minutes", response_model=Found, responses=refusals(400, 404)
)
async def figures(request: Request, name: Name, part: Part, by_year: ByYear = False, on: On = None) -> Response:
    """The figures, and the sheets with their addresses; these take the same parameters."""
    found = await _found(request, name, _wanted(part, by_year, on))
    return reply(
        Found(
            name=found.name,
            title=found.title,
            figures=dict(found.figures),  # type: ignore[arg-type]
            sheets=[_sheet(request, sheet) for sheet in found.sheets],
            notes=list(found.notes),
        )
    )


@router.get("/{name}/{sheet}", summary="The rows of a sheet", response_model=Rows, responses=refusals(400, 404))
async def rows(
    request: Request,
    name: Name,
    sheet: Annotated[str, Path(description="A sheet that the figures name, such as nodes")],
    part: Part,
    page: Paged,
    fields: Fields,
    by_year: ByYear = False,
    on: On = None,
) -> Response:
    """The rows of a sheet, page by page."""
    found = (await _found(request, name, _wanted(part, by_year, on))).sheet(sheet)
    items, more = cut(page, found.rows)
    objects = found._replace(rows=items).objects()
    return listing(request, page, objects, total=len(found.rows), more=more, fields=fields, known=found.columns)


async def _found(request: Request, name: str, wanted: analysis.Wanted) -> analysis.Findings:
    found: analysis.Findings = await request.app.state.workers.run(tasks.analysed, name, wanted)
    return found


def _wanted(part: Options, by_year: bool, on: date | None) -> analysis.Wanted:
    return analysis.Wanted(**part, years=by_year, on=on)


def _sheet(request: Request, sheet: analysis.Sheet) -> SheetTold:
    address = str(request.url.replace(path=f"{request.url.path}/{sheet.name}"))
    return SheetTold(name=sheet.name, columns=list(sheet.columns), total=len(sheet.rows), address=address)
