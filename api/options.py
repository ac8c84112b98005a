"""The options that several commands share, said once.

Comes in: nothing.  Goes out: annotations for typer, and the part of a projection that they tell.  The one idea: an
option means the same and reads the same wherever it is taken.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = ".kg"
Store = Annotated[str, typer.Option("--store", "-s", metavar="DIR", help="The folder of the graph, or memory:")]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="Only facts of this day or later.")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Only facts of this day or earlier.")]
Focus = Annotated[str | None, typer.Option("--focus", metavar="THING", help="Only what lies around this thing.")]
Depth = Annotated[int | None, typer.Option("--depth", metavar="N", min=1, help="How many steps around it.")]
Types = Annotated[
    str | None, typer.Option("--types", metavar="KIND,…", help="Only nodes of these kinds, such as organisation,post.")
]
MinWeight = Annotated[
    float, typer.Option("--min-weight", metavar="W", min=0, help="Only edges of this weight or more.")
]

Folders = Annotated[
    list[Path] | None, typer.Option("--projections", metavar="DIR", help="A folder with projections of your own.")
]


def examples(*commands: str) -> str:
    """Commands for the end of a help text."""
    return "\n\n".join(("Examples:", *(f"    {command}" for command in commands)))


def listed(names: str | None) -> list[str]:
    """The names of a list with commas."""
    return [name.strip() for name in (names or "").split(",") if name.strip()]
