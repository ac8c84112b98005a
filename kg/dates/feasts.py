"""The days that have names: feasts of the church and of the bank, and the quarter days on which rents fall due.

Comes in: a name and a year.  Goes out: its day.  Sources: the rule of Easter in :mod:`kg.dates.days`; the quarter days of
England, Wales and Ireland (25 March, 24 June, 29 September, 25 December) and of Scotland (28 February, May, August and November).
"""

from __future__ import annotations

from datetime import date, timedelta

from kg.dates.days import easter

# days after Easter Sunday
_MOVING = {"easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "ascension day": 39, "whitsun": 49, "whit sunday": 49,
           "pentecost": 49, "shrove tuesday": -47, "ash wednesday": -46, "mothering sunday": -21}  # fmt: skip
_FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "xmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "hogmanay": (12, 31), "new year's day": (1, 1), "st david's day": (3, 1), "st patrick's day": (3, 17), "st george's day": (4, 23),
    "st andrew's day": (11, 30), "lady day": (3, 25), "midsummer day": (6, 24), "midsummer": (6, 24), "michaelmas": (9, 29),
    "candlemas": (2, 28), "lammas": (8, 28), "martinmas": (11, 28), "all saints": (11, 1), "halloween": (10, 31), "hallowe'en": (10, 31),
 "armistice day": (11, 11), "may day": (5, 1), "bonfire night": (11, 5), "twelfth night": (1, 5),
}  # fmt: skip

#: Every name, the longest first.
NAMES = tuple(sorted((*_MOVING, *_FIXED), key=lambda name: (-len(name), name)))


def feast(name: str, year: int) -> date:
    """The day of a feast in a year.

    >>> feast("Whitsun", 2014), feast("Lady Day", 2014)
    (datetime.date(2014, 6, 8), datetime.date(2014, 3, 25))
    """
    name = " ".join(name.lower().replace("’", "'").split())
    if name in _MOVING:
        return easter(year) + timedelta(days=_MOVING[name])
    month, day = _FIXED[name]
    return date(year, month, day)
