"""First names and the gender that they tell."""

from __future__ import annotations

from functools import cache

from kg import resources


@cache
def first_names() -> dict[str, str | None]:
    """First names of ``data/lexicon/first-names.tsv`` (lower case) with the gender they tell (f, m), or ``None`` for both."""
    path = resources.data() / "lexicon" / "first-names.tsv"
    if not path.exists():
        return {}
    rows = (
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    )
    return {row[0].lower(): (row[1] if len(row) > 1 and row[1] in {"f", "m"} else None) for row in rows}
