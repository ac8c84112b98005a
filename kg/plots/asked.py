"""What every picture may be told.

Comes in: nothing.  Goes out: a type.  The one idea: all pictures are asked for in the same words, and one that has no use
for a word leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.errors import ExportError
from kg.graphs import Value


@dataclass(frozen=True, slots=True)
class Asked:
    """Facts ``since`` and ``until`` a day, looked at ``on`` a day, at most ``rows`` bodies, topics or commitments."""

    since: date | None = None
    until: date | None = None
    on: date | None = None
    rows: int = 15

    def at(self, day: Value) -> bool:
        """Does a fact of the day belong to the time asked for?  One of no known day does where none was asked for."""
        if self.since is None and self.until is None:
            return True
        return isinstance(day, date) and (self.since or day) <= day <= (self.until or day)


def nothing(picture: str, wanted: str) -> ExportError:
    """The error where there is nothing to draw."""
    return ExportError(picture, f"there is nothing to draw: {wanted}")
