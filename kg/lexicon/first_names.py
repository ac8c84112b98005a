"""First names and the gender that they tell."""

from __future__ import annotations

from functools import cache

from kg import resources

_TOLD = {"f": "f", "m": "m"}


@cache
def first_names() -> dict[str, str | None]:
    """First names of ``data/lexicon/first-names.tsv`` (lower case) with the gender they tell (f, m), or ``None`` for both."""
    path = resources.data() / "lexicon" / "first-names.tsv"
    if not path.exists():
        return {}
    rows = (line.partition("\t") for line in path.read_text(encoding="utf-8").lower().splitlines() if line[:1] != "#")
    return {name: _TOLD.get(gender) for name, _, gender in rows if name}
