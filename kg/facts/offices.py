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
    return next((key for key in cast.present() if key != owner and _is_introduced(context, key, low.split())), None)


def _is_introduced(context: Context, key: str, words: list[str]) -> bool:
    """ "met Mr Dunn and his deputy, Ms Wick", "Ms Wick, his deputy": is somebody named beside a role of somebody's?"""
    lows = context.tokens.lows
    for place in context.mentions_of(key):
        before, behind = place.first - 1, place.last + 1
        first = before - len(words)
        if lows[before] == "," and first > 0 and lows[first:before] == words and lows[first - 1] in POSSESSIVES:
            return True
        if lows[behind - 1 : behind] == [","] and lows[behind] in POSSESSIVES:
            return lows[behind + 1 : behind + 1 + len(words)] == words
    return False


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
