"""A gold file: what is true of one document.

Comes in: ``NAME.gold.json`` and ``NAME.txt``.  Goes out: spans and names.  The one idea: a quote stands for its place
in the text, a key for all names of an agent.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from kg.model import Span
from kg.patterns import expression

_MAJESTY = expression(r"\b(her|his) majesty'?s\b")
_STYLES = expression(r"\b(the|dr|mr|mrs|ms|miss|sir|dame|prof|professor|baroness|lord|rt|hon)\b")


@cache
def folded(name: str) -> str:
    """A name without case, punctuation, articles and styles, so that equal names compare equal.

    >>> folded("Her Majesty’s Courts & Tribunals Service")
    'hm courts and tribunals service'
    """
    text = unicodedata.normalize("NFKC", name).lower().replace("’", "'")
    text = re.sub(r"[^\w\s&]", " ", _MAJESTY.sub("hm", text)).replace("&", " and ")
    return " ".join(_STYLES.sub(" ", text).split())


@dataclass(frozen=True)
class Gold:
    """One gold file beside its text."""

    name: str
    text: str
    told: dict[str, Any]

    def items(self, layer: str) -> list[Any]:
        """What is annotated for a layer."""
        return list(self.told.get(layer, []))

    def span(self, quote: str) -> Span:
        """Where the quote stands; a quote must occur exactly once."""
        if self.text.count(quote) != 1:
            raise ReadError(self.name, f"a quote occurs {self.text.count(quote)} times, not once: {quote[:80]!r}")
        start = self.text.index(quote)
        return Span(start, start + len(quote))

    @property
    def scope(self) -> Span:
        """The stretch in which facts are counted."""
        ends = self.told.get("scope")
        return Span(self.span(ends[0]).start, self.span(ends[1]).end) if ends else Span(0, len(self.text))

    def names(self, key: str) -> frozenset[str]:
        """All names of an agent or organisation, folded."""
        for part in ("agents", "organisations", "optional_organisations"):
            entry = self.told.get(part, {}).get(key)
            if entry:
                return frozenset(folded(name) for name in entry["names"])
        raise ReadError(self.name, f"the gold file names no agent {key!r}")

    def bodies(self, part: str) -> list[frozenset[str]]:
        """The names of each organisation of a part."""
        return [frozenset(folded(name) for name in body["names"]) for body in self.told.get(part, {}).values()]


def gold_files(folder: Path) -> list[Gold]:
    """Every gold file under the folder, in order."""
    return [_read(path) for path in sorted(folder.rglob("*.gold.json"))]


def _read(path: Path) -> Gold:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        name = str(told["document"])
        text = (path.parent / name).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError, KeyError) as fault:
        raise ReadError(str(path), f"is no usable gold file: {fault}") from fault
    return Gold(name, text.replace("\r\n", "\n").replace("\r", "\n"), told)
