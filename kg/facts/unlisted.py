"""Who speaks in the minutes though no list names them: presenters, and officials who came in.

Comes in: a document's context and its statements.  Goes out: Participants.  The one idea: whoever is quoted by full name, or time and again, was in
the room, unless somebody is listed by a post alone and may be meant by the name.
"""

from __future__ import annotations

from kg.entities import people
from kg.entities.draft import Draft
from kg.facts.context import Context
from kg.model import Attendance, EntityType, Participant, Span, Statement

_ELSEWHERE = "heard-from"  # "had heard from Ann Roe that …" may tell of another day
_OFTEN = 3  # statements of one called by surname alone


def unlisted(context: Context, statements: list[Statement]) -> list[Participant]:
    """The persons that speak and are not on the list, in the order in which they first do, each with the place that first names them as speaker."""
    cast = context.cast
    spoken: dict[str, list[Statement]] = {}
    for said in statements:
        for key in said.speakers if said.rule != _ELSEWHERE else ():
            if key not in cast.listed and context.type_of(key) is EntityType.PERSON:
                spoken.setdefault(key, []).append(said)
    if not spoken or any(_is_nameless(context, key) for key in cast.present()):
        return []
    found = []
    for key, words in spoken.items():
        place = _place(cast.table.drafts[key], words[0].evidence)
        if place and (len(words) >= _OFTEN or _in_full(context, key)):
            found.append(Participant(key, Attendance.PRESENT, place, representing=cast.body_of(key)))
    return found


def _is_nameless(context: Context, key: str) -> bool:
    """Is it a post that nobody holds by name?"""
    return context.type_of(key) is EntityType.POST and context.cast.holder(key) == key


def _in_full(context: Context, key: str) -> bool:
    """Is the person called by more than a surname?"""
    return len(people.parts(context.cast.table.drafts[key].label, context.lexicon)[1]) > 1


def _place(draft: Draft, within: Span) -> Span | None:
    """The first place in a sentence that names somebody."""
    return min((place for place in draft.mentions if within.holds(place)), default=None)
