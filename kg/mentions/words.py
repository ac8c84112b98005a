"""The words that finding names turns on, of ``data/lexicon/names.toml``."""

from __future__ import annotations

from kg.lexicon.heads import FIRMS
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
PARTS = _NAMES.words("parts")
NO_BODY = _NAMES.words("no-body")
OFFICES = _NAMES.words("offices")
PLACES = _NAMES.words("places")
SHOUTED = _NAMES.words("shouted")
SOCIETIES = _NAMES.words("societies")
SITTING = _NAMES.words("sitting")
MUSTERED, MUSTERS = _NAMES.words("mustered"), _NAMES.words("musters")
NUMERALS = _NAMES.words("numerals")  # what a name may begin with ("Three Valleys")
QUARTERS = _NAMES.words("quarters")
OF_PLACES = _NAMES.words("of-places")
GENERIC = _NAMES.words("generic")
WITH_UNITS = _NAMES.words("with-units")
NO_PLACES = _NAMES.words("no-places")
OTHER_RANKS = _NAMES.words("other-ranks")
FIRM_HEADS = _NAMES.words("firm-heads")
FIELDS = _NAMES.words("fields")
COUNTRIES = _NAMES.words("countries")
REGIONS = _NAMES.words("regions")
NO_BODY_ENDS = _NAMES.words("no-body-ends")
BODY_DEEDS = _NAMES.words("body-deeds")
BODY_ACTS = _NAMES.words("body-acts")
OWN_DEEDS = _NAMES.words("own-deeds")
BODY_POSTS = _NAMES.words("body-posts")
BODY_NOUNS = _NAMES.words("body-nouns")
TIES = _NAMES.words("ties")
PREFIXES = _NAMES.words("prefixes")
LEGAL_FORMS = _NAMES.words("legal-forms")
RESIDENCES = _NAMES.words("residences")
ESTABLISHMENTS = _NAMES.words("establishments")
NAMINGS = _NAMES.words("namings")
NATIONAL, OF_SUBJECTS = _NAMES.words("national"), _NAMES.words("of-subjects")
IN_FIELDS, OF_OWN_NAME = _NAMES.words("fields-behind-in"), _NAMES.words("of-own-name")
CHAIRS = lists("titles").words("chairs")
OF_RANKS = lists("titles").words("of-ranks")
RECORDS = _NAMES.words("records")  # what is written, held or done, before "of", "to" or "with" somebody
GIFTS = _NAMES.words("gifts")
TRADERS = _NAMES.words("traders")
PROFESSIONS = _NAMES.words("professions")
FATES = _NAMES.words("fates")
DEPARTMENTS = _NAMES.words("departments")
AFTER_SOMEBODY = _NAMES.words("named-after-somebody")
OF_SEVERAL_MATTERS = _NAMES.words("of-several-matters")
PARTICLES = lists("layout").words("particles") - {
    "st",
    "st.",
    "y",
    "den",
}  # as they stand in small letters within a surname
ADDRESSES = _NAMES.words("addresses")
HOME_NATIONS = _NAMES.words("home-nations")
PROPER_HEADS = FIRMS | LEGAL_FORMS  # of no person, whatever stands before
