"""What the attendance list settles for the text: whose post a bare title is, whose rank, whose surname.

Comes in: the cast once those who met are known.  Goes out: titles with the one who holds them, and persons who are one.  The one idea: those
who met are meant before all others, and where two of them would fit, nobody is.
"""

from __future__ import annotations

from kg.entities import people
from kg.entities.cast import Cast
from kg.entities.draft import Draft
from kg.entities.resolve import Resolver
from kg.entities.wording import plain_title
from kg.lexicon.lists import lists
from kg.model import Attendance, EntityType, Participant

_RANKS = lists("titles").values("ranks")
_CHAIRS = lists("titles").words("chairs")
_BY_ROLE = lists("titles").values("by-role")
_CIVIL = lists("titles").words("civil-titles")


def held(cast: Cast) -> dict[str, Draft | None]:
    """The posts in bodies that people on the list hold, or are there without a name, and their ranks, by every title; None where two hold one of the same title.

    Who sent apologies chairs no meeting: "the Chair" is not the absent chair of another body.
    """
    titles: dict[str, Draft | None] = {}
    for person in cast.participants:
        holder = cast.table.get(person.agent)
        post = cast.table.get(holder.holds) or holder if holder else None
        if post is None or post.type is not EntityType.POST:
            continue
        absent = person.attendance is Attendance.APOLOGIES and post.post_in != cast.resolver.main_body
        for title in map(plain_title, _titles(post)):
            if not (absent and title in _CHAIRS):
                titles[title] = post if titles.get(title, post) is post else None
    return _ranks(cast) | titles


def _ranks(cast: Cast) -> dict[str, Draft | None]:
    """ "the Inspector", where one listed is called "Insp Roach" and no post of the document bears that title."""
    ranks: dict[str, Draft | None] = {}
    posts = cast.table.of_type(EntityType.POST)
    listed = (cast.table.get(key) for key in cast.listed)
    for draft in (one for one in listed if one and one.type is EntityType.PERSON):
        for rank in _ranks_of(draft, cast.resolver):
            ranks[rank] = draft if ranks.get(rank, draft) is draft else None
    told = {rank for rank in ranks for post in posts if f" {rank} " in post.all_names() and not post.is_called(rank)}
    return {rank: draft for rank, draft in ranks.items() if rank not in told}


def _ranks_of(draft: Draft, resolver: Resolver) -> set[str]:
    """The titles before somebody's name, in full: all together, and the last of them."""
    titles, rest = resolver.persons.parts(draft.label)
    words = [_RANKS.get(low, low) for title in titles if (low := title.lower().rstrip(".")) not in _CIVIL]
    return {" ".join(words), words[-1]} if words and rest else set()


def _titles(post: Draft) -> tuple[str, ...]:
    """What a post is called; one for a field and of no body by its title alone ("the Ombudsman" for Court Users)."""
    if post.post_in:
        names = (post.label, *post.names)
        return (*names, *(name.removeprefix("HM ") for name in names if name.startswith("HM ")))
    title, field, _ = post.label.partition(" for ")
    return (title,) if field else ()


def held_title(resolver: Resolver, draft: Draft) -> Draft | None:
    """A title that the attendance list gives to somebody of a body, or as a rank; of the body of the document only by a guess."""
    if draft.type is not EntityType.POST or draft.registered:
        return None
    one = resolver.held.get(plain_title(draft.label))
    guessed = (
        draft.post_in == resolver.main_body and one is not None and one.type is EntityType.POST and not one.post_in
    )
    return one if not draft.post_in or guessed else None


def same_person(cast: Cast, draft: Draft) -> Draft | None:
    """ "Cllr Laws", named in the text alone, is the only "T Laws" of the list, and "Ollie Roe" the only Oliver Roe."""
    if draft.type is not EntityType.PERSON or draft.key in cast.listed:
        return None
    lexicon, persons = cast.resolver.lexicon, cast.resolver.persons
    titles, rest = persons.parts(draft.label)
    if not 1 <= len(rest) <= 2:
        return None
    same = [one for one in persons.of_surname(rest[-1]) if one.key in cast.listed]
    if len(rest) > 1:
        named = ((one, persons.parts(one.label)[1]) for one in same)
        same = [one for one, name in named if people.may_be(rest, name, titled=bool(titles))]
    gender = people.titled(titles, lexicon)
    fits = len(same) == 1 and (gender is None or same[0].gender in (None, gender))
    return same[0] if fits else None


def role_words(person: Participant) -> tuple[str, ...]:
    """What a part in the meeting is called by; whoever is away chairs none."""
    away = person.role == "chair" and person.attendance is Attendance.APOLOGIES
    return () if away else tuple(word for word, meant in _BY_ROLE.items() if meant == person.role)


def each_once(told: list[Participant]) -> list[Participant]:
    """Whoever is named again, shorter or longer, is there once, as the entry has it that tells the body or the part ("Ms Roe", "Ann Roe, Chair")."""
    first: dict[tuple[str, bool], Participant] = {}
    for one in told:
        key = (one.agent, one.attendance is Attendance.APOLOGIES)
        before = first.setdefault(key, one)
        if before is not one and before.representing is None and before.role is None:
            first[key] = one
    return list(first.values())
