"""Which part of a network a request wants: the options of the command line, as parameters.

Comes in: query parameters.  Goes out: Options.  The one idea: they mean the same wherever a network is asked for.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from api.plain import listed
from api.replies import Day
from kg.graphs import Options


def part_of(
    since: Annotated[Day | None, Query(alias="from", description="Only facts of this day or later")] = None,
    until: Annotated[Day | None, Query(alias="to", description="Only facts of this day or earlier")] = None,
    focus: Annotated[
        str | None, Query(max_length=500, description="Only what lies around this thing", examples=["HMCPSI"])
    ] = None,
    depth: Annotated[int | None, Query(ge=1, le=10, description="How many steps around it")] = None,
    types: Annotated[
        str | None, Query(max_length=500, description="Only nodes of these kinds", examples=["organisation,post"])
    ] = None,
    min_weight: Annotated[float, Query(ge=0, description="Only edges of this weight or more")] = 0,
) -> Options:
    """The part that a request wants; what is not told is left out."""
    return Options(since=since, until=until, focus=focus, depth=depth, kinds=listed(types), min_weight=min_weight)


Part = Annotated[Options, Depends(part_of)]
