"""Those who act for somebody: "the Commissioner's office", "EM's team", "his Deputy Director".

Comes in: whose they are and what they are called.  Goes out: the key of a body or a post.  The one idea: an office is a body; a team
or staff act for the body of their head; a role is whoever of those present is called so, else a post of its own.
"""

from __future__ import annotations

from itertools import pairwise

from kg.entities import BODIES, Draft
from kg.facts.clauses import Actor
from kg.facts.context import Context
from kg.facts.words import CREWS, GOVERNING, OWN_BODIES, POSSESSIVES, STAFF
from kg.lexicon.lists import lists
from kg.model import EntityType
from kg.terms import slug

_SEATS = (("registrar", "registry"), ("commissioner", "commission"), ("regulator", "regulation"))
_UNDER = frozenset({"deputy", "assistant", "associate", "vice", ","})  # of the office of another
_WIDE = 8  # the words of a role beside a name, with whose it is and its comma
_WITH_OFFICES = lists("titles").words("with-offices")
_OFFICES = (
    STAFF | CREWS | OWN_BODIES | GOVERNING | {"office", "team", "firm", "department", "organisation", "inspectorate"}
)


def staff(context: Context, owner: str | None, actor: Actor) -> tuple[str, ...]:
    """ "The Commissioner's office", "EM's team": an office is a body; a team or staff act for the body of their head."""
    if owner is None:
        return ()
    cast = context.cast
    draft = cast.table.get(owner)
    if draft is None:
        return ()
    if actor.staff.split()[-1] in _OFFICES:
        return _office(context, owner, draft, actor)
    words = actor.staff
    if here := _here(context, words, owner):
        return (here,)
    label = f"{words[0].upper()}{words[1:]}, {draft.label}"
    post = cast.table.take(
        f"post/{owner.split('/', 1)[1]}/{slug(words)}",
        EntityType.POST,
        label,
        context.tokens.span(actor.first, actor.last),
        "a role that somebody has",
    )
    post.tentative = post.tentative or len(post.mentions) == 1
    post.call(words, f"{draft.label}'s {words}", context.words(actor.first, actor.last).replace("’", "'"))
    return (post.key,)


def _here(context: Context, words: str, owner: str) -> str | None:
    """ "His Deputy Director": the one who took part whose post is called so, of the same body where several are."""
    cast, low = context.cast, words.lower()
    found = [key for key in cast.called(low) if key != owner]
    ours = [key for key in found if cast.body_of(key) and cast.body_of(key) == cast.body_of(owner)]
    if len(ours) == 1 or len(found) == 1:
        return (ours or found)[0]
    if context.introduced is None:
        context.introduced = _introduced(context)
    return next((key for key in context.introduced.get(low, ()) if key != owner), None)


def _introduced(context: Context) -> dict[str, list[str]]:
    """ "met Mr Dunn and his deputy, Ms Wick", "Ms Wick, his deputy": who of those present is named beside each role of somebody's."""
    lows, here = context.tokens.lows, frozenset(context.cast.present())
    found: dict[str, list[str]] = {}
    for place in context.cast.mentions:
        key = context.cast.by_first[place.first]
        before, behind = lows[max(0, place.first - _WIDE) : place.first], lows[place.last : place.last + _WIDE]
        if key not in here or "," not in (*before[-1:], *behind[:1]):
            continue
        roles = [before[n + 1 : -1] for n in range(len(before) - 2) if before[-1] == "," and before[n] in POSSESSIVES]
        if len(behind) > 2 and behind[0] == "," and behind[1] in POSSESSIVES:
            roles += (behind[2:end] for end in range(3, len(behind) + 1))
        for role in roles:
            found.setdefault(" ".join(role), []).append(key)
    return found


def _office(context: Context, owner: str, draft: Draft, actor: Actor) -> tuple[str, ...]:
    cast = context.cast
    if draft.type in BODIES:
        return (owner,)
    span = context.tokens.span(actor.first, actor.last)
    post = cast.table.get(draft.holds) if draft.holds else draft if draft.type is EntityType.POST else None
    body = cast.body_of(owner)
    if body and actor.staff != "office":
        return (body,)
    if post is None and actor.staff == "office":
        return (body or owner,)
    if post is None and draft.type is EntityType.PERSON:
        return ()  # somebody of whom the text tells no post
    title = post.label if post else draft.label
    own = context.tokens.lows[actor.first] in POSSESSIVES
    if own and not (post and post.registered) and not has_office(title):
        return (body or owner,)  # "his office", of one who is no institution of his own
    if own and body and not _body_called(context, f"office of the {title.lower()}"):
        return (body,)
    office = cast.resolver.body(f"Office of the {title}" if "'s Office" not in title else title, span)
    words = context.words(actor.first, actor.last).replace("’", "'")
    office.call(words.removeprefix("the ").removeprefix("The "))
    return (office.key,)


def _body_called(context: Context, low: str) -> str | None:
    """The name of the last body that is named just so, in small letters, but for its article."""
    alike = context.cast.table.containing(low, *BODIES)
    return next((one.label for one in reversed(alike) if one.label.lower() in (low, f"the {low}")), None)


def has_office(title: str) -> bool:
    """Is it a post with an office of its own: a commissioner, an ombudsman, a registrar?"""
    words = title.lower().split()
    return not _WITH_OFFICES.isdisjoint((*words, *map(" ".join, pairwise(words))))


def seat_title(context: Context, key: str) -> str:
    """The title of a post with an office of its own, of the post itself or of whoever holds it; else nothing."""
    draft = context.cast.table.get(key)
    post = context.cast.table.get(draft.holds) if draft and draft.holds else draft
    if post is None or post.type is not EntityType.POST or _UNDER & set(post.label.lower().replace(",", " ,").split()):
        return ""
    return post.label if has_office(post.label) else ""


def seat(context: Context, key: str, first: int, last: int) -> str | None:
    """The office of such a post: the one that the text names ("the Registry of Piers"), else its own."""
    title = seat_title(context, key)
    if not title:
        return None
    body = f"Office of the {title}"
    named = title.lower()
    for post, office in _SEATS:
        named = named.replace(post, office)
    label = _body_called(context, body.lower()) or _body_called(context, named) or body
    return context.cast.resolver.body(label, context.tokens.span(first, last)).key
