"""The words that finding undertakings turns on, of ``data/lexicon/inspecting.toml``, and the months, of ``data/lexicon/names.toml``."""

from __future__ import annotations

from kg.lexicon.lists import lists

WORDS = lists("inspecting")
MONTHS = lists("names").words("months")
