"""The options that several commands share, said once.

Comes in: nothing.  Goes out: annotations for typer, and the part of a projection that they tell.  The one idea: an
option means the same and reads the same wherever it is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from api.plain import listed

if TYPE_CHECKING:
    from kg.graphs import Options

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


# ── which part of a network ──────────────────────────────────────────────────────────────────────────────────────


def _part(
    since: From = None,
    until: To = None,
    focus: Focus = None,
    depth: Depth = None,
    types: Types = None,
    min_weight: MinWeight = 0,
    folders: Folders = None,
) -> Options:
    """The part that the options tell."""
    return {
        "since": since,
        "until": until,
        "focus": focus,
        "depth": depth,
        "kinds": listed(types),
        "min_weight": min_weight,
        "folders": folders or [],
    }


def with_part(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options of :func:`_part`, which it gets as one argument, ``part``."""
    own, options = (_declared(function) for function in (command, _part))
    own.pop("part")

    @wraps(command)
    def taking(**given: Any) -> None:  # noqa: ANN401 - whatever typer has read
        part = _part(**{name: given.pop(name) for name in options})
        command(**given, part=part)

    taking.__signature__ = Signature([*own.values(), *options.values()])  # type: ignore[attr-defined]
    taking.__annotations__ = {one.name: one.annotation for one in (*own.values(), *options.values())}
    return taking


def _declared(function: Callable[..., object]) -> dict[str, Parameter]:
    """The parameters of a function with what their annotations mean; a part of a network need not be loaded for that."""
    hints = get_type_hints(function, localns={"Options": dict}, include_extras=True)
    return {
        name: one.replace(annotation=hints[name], kind=Parameter.KEYWORD_ONLY)
        for name, one in signature(function).parameters.items()
    }
