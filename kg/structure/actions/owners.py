"""Who is to do something: the words before "to" and a verb.

Comes in: the words of an action.  Goes out: the owner and the verb, or nothing.  The one idea: an owner is names, initials, posts or bodies,
so that every word of weight has a capital.
"""

from __future__ import annotations

import re

from kg.lexicon.lists import lists
from kg.patterns import expression
from kg.structure.people import is_name, is_post

INITIALS = r"[A-Z]{2,4}(?:\s?[/&+,]\s?[A-Z]{2,4})*"  # "FT", "FT/NR", "FT + NR"
OWNED = expression(
    r"(?P<who>(?:[A-Z]|all\b|members\b)[^.:;()]{0,110}?(?:\s*\([^()]{1,40}\))?)"
    r"(?:\s*[:,]|\s+[–—-])?\s+(?:is |are |was |were |has |have |agreed |undertook |will need )?to\s+(?:also\s+|then\s+)?(?P<verb>[a-z][\w-]*)"
)
_WILL = expression(
    r"(?P<who>[A-Z][^.:;()]{0,70}?)\s+(?:will|shall|should|must)\s+(?:also\s+|then\s+)?(?P<verb>[a-z][\w-]*)"
)
COLON = expression(r"(?P<who>[A-Z][A-Za-z/&,. ’'-]{0,40}?)\s*(?::|\s[–—-])\s+(?=\S)")
_NOT_VERB = frozenset("the a an this that these those his her its their our all any each every which whom date".split())
_VERBS_WITH_TO = lists("layout").words("verbs-with-to")
_BRACKETS = expression(r"\s*\([^)]*\)")
_GERUND = expression(r"[A-Z][a-z]{3,}ing\b")
_DASH = expression(r"\s[–—-]\s")  # "Clerk – supply the figures to auditors": what stands behind it is a task
_SMALL = frozenset("and & of the for on in team / or with from to".split())


def owner(words: str) -> re.Match[str] | None:
    """Who is to do something: the words before "to" and a verb; a passive ("meeting to be arranged") names nobody."""
    for pattern in (OWNED, _WILL):
        match = pattern.match(words)
        if (
            match
            and match["verb"] not in _NOT_VERB
            and match["verb"] != "be"
            and not _DASH.search(match["who"])
            and is_owner(_BRACKETS.sub("", match["who"]))
        ):
            return match
    return None


def is_owner(words: str) -> bool:
    """Names, initials, posts or bodies, joined by commas and "and": every word of weight has a capital."""
    parts = words.replace("/", " / ").replace(",", " ").split()
    if not parts or len(parts) > 16 or _GERUND.match(words) or words.lower() in _VERBS_WITH_TO:
        return False
    if is_name(words) or is_post(words):
        return True
    lower = [part for part in parts if part[0].islower() and part not in _SMALL]
    if parts[0].lower() in ("all", "members", "everyone", "officials", "officers"):
        return len(parts) <= 4
    return (
        len(lower) <= 1
        and any(part[0].isupper() for part in parts)
        and (not lower or lower[0] in ("team", "staff", "members", "office", "officials", "group", "lead", "leads"))
    )
