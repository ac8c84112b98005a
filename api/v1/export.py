"""``/api/v1/export/…``: networks as files for other tools.

Comes in: a projection, a format and which part is wanted.  Goes out: the file.  The one idea: the same options and the same
bytes as ``kg export``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path as Place
from typing import Annotated, BinaryIO

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response, StreamingResponse

from api import tasks
from api.parts import Part
from api.plain import listed
from api.replies import refusals, reply
from kg.exports import FORMATS
from kg.exports import find as find_format
from kg.graphs import projections

router = APIRouter(prefix="/export", tags=["export"])
_PART = 256 * 1024


class ProjectionTold(BaseModel):
    """A projection: what is a node, what is an edge, what a weight means."""

    name: str = Field(examples=["asks"])
    title: str = Field(examples=["Who asked whom"])
    nodes: str
    edges: str
    weight: str
    time: str
    direction: str
    needs_focus: bool = Field(description="It is drawn around one thing: focus")


class FormatTold(BaseModel):
    """A format."""

    name: str = Field(examples=["gexf"])
    words: str = Field(examples=["Gephi, sigma, graphology: with a timeline, colours and sizes"])
    suffix: str = Field(examples=[".gexf"])
    media_type: str = Field(examples=["application/gexf+xml"])


class Exports(BaseModel):
    """Every projection and every format."""

    projections: list[ProjectionTold]
    formats: list[FormatTold]


@router.get("", summary="Every network and every format", response_model=Exports)
async def exports() -> Response:
    """What can be exported, in plain words; the address of a file is ``/api/v1/export/{projection}.{format}``."""
    told = [ProjectionTold.model_validate(one, from_attributes=True) for one in projections().values()]
    forms = [
        FormatTold(name=form.name, words=form.words, suffix=form.suffix, media_type=form.media)
        for form in FORMATS.values()
    ]
    return reply(Exports(projections=told, formats=forms))


@router.get(
    "/{projection}.{form}",
    summary="A network as a file",
    response_class=Response,
    responses={200: {"content": {form.media: {} for form in FORMATS.values()}}, **refusals(400, 404, 413)},
)
async def export(
    request: Request,
    projection: Annotated[str, Path(description="Which network", json_schema_extra={"enum": [*projections()]})],
    form: Annotated[str, Path(description="In which format", json_schema_extra={"enum": [*FORMATS]})],
    part: Part,
    measures: Annotated[
        str | None,
        Query(alias="with", max_length=500, description="What nodes carry beside", examples=["pagerank,community"]),
    ] = None,
) -> Response:
    """The network, or the part of it that the options tell; a format of several files comes as a zip archive."""
    told = find_format(form)
    with tempfile.NamedTemporaryFile(prefix="kg-export-") as place:
        wanted = (projection, form, part, listed(measures), Place(place.name))
        await request.app.state.workers.run(tasks.exported, *wanted)
        written = Place(place.name).open("rb")  # noqa: SIM115 - closed by what streams it
    headers = {
        "Content-Disposition": f'attachment; filename="{projection}{told.suffix}"',
        "Content-Length": str(os.fstat(written.fileno()).st_size),
    }
    return StreamingResponse(_parts(written), headers=headers, media_type=told.media)


def _parts(written: BinaryIO) -> Iterator[bytes]:
    """The file part by part; it has lost its name already, and is gone when it has been read."""
    with written:
        while part := written.read(_PART):
            yield part
