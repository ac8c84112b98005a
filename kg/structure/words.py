"""The words that layout turns on: labels, roles, statuses, heads of posts and bodies, of ``data/lexicon/layout.toml``.

Comes in: nothing.  Goes out: frozen sets and dictionaries, all keys in lower case with straight apostrophes.
"""

from __future__ import annotations

import tomllib
from functools import cache

from kg import resources
from kg.model import Attendance

_LAYOUT = tomllib.loads((resources.data() / "lexicon" / "layout.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LAYOUT[name])


def _values(name: str) -> dict[str, str]:
    """The value of each word: the table lists the words of each value."""
    return {word: value for value, words in _LAYOUT[name].items() for word in words}


def _attendances(name: str) -> dict[str, Attendance]:
    return {word: Attendance(value) for word, value in _values(name).items()}


# attendance
ATTENDANCE_LABELS = _attendances("attendance-labels")
LAST_WORDS = _attendances("last-words")
LABEL_ROLES = _values("label-roles")
SHARED_TITLES = _values("shared-titles")
NEEDS_COLON = _words("needs-colon")
NOBODY = _words("nobody")
REDACTED = _words("redacted")
NO_BODY = _words("no-body")
OF_ONE_MEETING = tuple(_LAYOUT["of-one-meeting"])

# names, posts and bodies
HONORIFICS = _words("honorifics")
PLAIN_HONORIFICS = _words("plain-honorifics")
ROLE_MODIFIERS = _words("role-modifiers")
SUFFIXES = _words("suffixes")
PARTICLES = _words("particles")
POST_HEADS = _words("post-heads")
BODY_HEADS = _words("body-heads")

# headings and labels
PROCEDURAL = _words("procedural")
PROCEDURAL_STARTS = tuple(_LAYOUT["procedural-starts"])
USUAL_HEADINGS = _words("usual-headings")
LABELS = _words("labels")
FINITE = _words("finite")
QUESTION_WORDS = _words("question-words")

# actions
STATUSES = _values("statuses")
ACTION_SECTIONS = _words("action-sections")
ACTION_COLUMNS = _values("action-columns")


@cache
def first_names() -> frozenset[str]:
    """First names in lower case, of ``data/lexicon/first-names.tsv``."""
    path = resources.data() / "lexicon" / "first-names.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.split("\t")[0].lower() for line in lines if line and not line.startswith("#"))
