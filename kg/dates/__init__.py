"""Times in a text: which day, month or year is meant, and when a promise falls due.

Comes in: text and, for what is counted from a meeting, its day.  Goes out: FoundDate and Window, each with its place.  The one
idea: a time that names no day stays a phrase with its place; it is read, not guessed.
"""

from kg.dates.firsts import ARTICLES
from kg.dates.found import FoundDate, date_at, date_in_name, find_dates
from kg.dates.leads import places_of_times, words_of_times
from kg.dates.points import Precision
from kg.dates.rules import month_number
from kg.dates.windows import Window, deadline, due_window, is_term

__all__ = [
    "ARTICLES",
    "FoundDate",
    "Precision",
    "Window",
    "date_at",
    "date_in_name",
    "deadline",
    "due_window",
    "find_dates",
    "is_term",
    "month_number",
    "places_of_times",
    "words_of_times",
]
