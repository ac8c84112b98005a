"""Conditions of a query, put together one by one.

Comes in: conditions with their values.  Goes out: the text of WHERE and its parameters.  The one idea: values never become
text, and a condition whose value is ``None`` is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.index.reading import AMONG


@dataclass(slots=True)
class Where:
    """Conditions that must all hold."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """One more condition, unless one of its values is ``None``."""
        if all(value is not None for value in values):
            self.conditions.append(condition)
            self.values += [value.isoformat() if isinstance(value, date) else value for value in values]

    def among(self, column: str, values: Iterable[object] | None) -> None:
        """The column has one of these values."""
        if values is not None:
            self.add(f"{column} {AMONG}", json.dumps(list(values)))

    @property
    def text(self) -> str:
        """The WHERE of all conditions, or nothing."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
