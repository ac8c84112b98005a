"""The words that finding names turns on, of ``data/lexicon/names.toml``."""

from __future__ import annotations

from kg.lexicon.lists import lists

_NAMES = lists("names")

FUNCTION_WORDS = _NAMES.words("function-words")
CONNECTORS = _NAMES.words("connectors")
MONTHS = _NAMES.words("months")
ORDERS = _NAMES.words("orders")
WITH_BRANCHES = _NAMES.words("with-branches")
TRADES = _NAMES.words("trades")
PROGRAMME_HEADS = _NAMES.words("programme-heads")
LEGISLATION_HEADS = _NAMES.words("legislation-heads")
REPORT_HEADS = _NAMES.words("report-heads")
UNIT_HEADS = _NAMES.words("unit-heads")
NO_BODY = _NAMES.words("no-body")
PLACES = _NAMES.words("places")
SHOUTED = _NAMES.words("shouted")
SOCIETIES = _NAMES.words("societies")
QUARTERS = _NAMES.words("quarters")
GENERIC = _NAMES.words("generic")
WITH_UNITS = _NAMES.words("with-units")
NO_PLACES = _NAMES.words("no-places")
OTHER_RANKS = _NAMES.words("other-ranks")
