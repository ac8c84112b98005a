"""The words that finding undertakings turns on, of ``data/lexicon/inspecting.toml``, the months, of ``data/lexicon/names.toml``, and marks."""

from __future__ import annotations

from kg.lexicon.lists import lists

WORDS = lists("inspecting")
MONTHS = lists("names").words("months")
TIMES = MONTHS | WORDS.words("times")
MARKS = frozenset({":", "–", "—"})  # between a label and what it is of
GIVEN = WORDS.words("given-to")  # "has given the audit to X"
