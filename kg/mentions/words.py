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
FIRM_HEADS = _NAMES.words("firm-heads")
FIELDS = _NAMES.words("fields")
COUNTRIES = _NAMES.words("countries")
NO_BODY_ENDS = _NAMES.words("no-body-ends")
BODY_DEEDS = _NAMES.words("body-deeds")
BODY_ACTS = _NAMES.words("body-acts")
OWN_DEEDS = _NAMES.words("own-deeds")
BODY_POSTS = _NAMES.words("body-posts")
BODY_NOUNS = _NAMES.words("body-nouns")
TIES = _NAMES.words("ties")
PREFIXES = _NAMES.words("prefixes")
LEGAL_FORMS = _NAMES.words("legal-forms")
