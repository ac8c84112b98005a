"""What has been found so far, and where in the minutes the reading of actions stands.

Comes in and goes out: nothing; the two records that the modules beside fill.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import ActionLine, Span
from kg.structure.actions.who import Known


@dataclass(slots=True)
class Actions:
    """The actions found, the lines that they take up, and where a line that they share leaves running text."""

    found: list[ActionLine] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    left: dict[int, Span] = field(default_factory=dict)  # what remains of a line, to be read as prose


@dataclass(slots=True)
class State:
    """Where we are: under a heading on earlier actions, under a label "Actions:"; and who may own an action."""

    known: Known
    earlier: bool = False
    listing: bool = False
    under: int = 0  # how many actions the label has had
