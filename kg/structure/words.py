"""The words that layout turns on: labels, roles, statuses, heads of posts and bodies, of ``data/lexicon/layout.toml``.

Comes in: nothing.  Goes out: frozen sets and dictionaries, all keys in lower case with straight apostrophes.
"""

from __future__ import annotations

from kg.lexicon.lists import lists
from kg.model import Attendance

_LAYOUT = lists("layout")


def _attendances(name: str) -> dict[str, Attendance]:
    return {word: Attendance(value) for word, value in _LAYOUT.values(name).items()}


# attendance
ATTENDANCE_LABELS = _attendances("attendance-labels")
ATTENDANCE_COLUMNS = _LAYOUT.values("attendance-columns")
LAST_WORDS = _attendances("last-words")
LABEL_ROLES = _LAYOUT.values("label-roles")
SHARED_TITLES = _LAYOUT.values("shared-titles")
NEEDS_COLON = _LAYOUT.words("needs-colon")
NOBODY = _LAYOUT.words("nobody")
REDACTED = _LAYOUT.words("redacted")
NO_BODY = _LAYOUT.words("no-body")
OF_ONE_MEETING = _LAYOUT.ordered("of-one-meeting")

# names, posts and bodies
HONORIFICS = _LAYOUT.words("honorifics")
PLAIN_HONORIFICS = _LAYOUT.words("plain-honorifics")
PERSONAL_TITLES = _LAYOUT.ordered("personal-titles")
ROLE_MODIFIERS = _LAYOUT.words("role-modifiers")
SUFFIXES = _LAYOUT.words("suffixes")
PARTICLES = _LAYOUT.words("particles")
POST_HEADS = _LAYOUT.words("post-heads")
SUBJECTS = _LAYOUT.words("subjects")
BODY_HEADS = _LAYOUT.words("body-heads")
NAMED_AFTER = _LAYOUT.ordered("named-after")

# headings and labels
PROCEDURAL = _LAYOUT.words("procedural")
PROCEDURAL_STARTS = _LAYOUT.ordered("procedural-starts")
USUAL_HEADINGS = _LAYOUT.words("usual-headings")
LABELS = _LAYOUT.words("labels")
FINITE = _LAYOUT.words("finite")
PLACES = _LAYOUT.words("places")
PAST = _LAYOUT.words("past")
TAKING_PART = _LAYOUT.words("taking-part")
QUESTION_WORDS = _LAYOUT.words("question-words")

# actions
STATUSES = _LAYOUT.values("statuses")
ACTION_SECTIONS = _LAYOUT.words("action-sections")
PERHAPS_ACTION_SECTIONS = _LAYOUT.words("perhaps-action-sections")  # where what follows is an action
OWNER_WORDS = _LAYOUT.words("owner-words")
NO_OWNERS = _LAYOUT.words("no-owners")
ACTION_COLUMNS = _LAYOUT.values("action-columns")
