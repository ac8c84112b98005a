"""The office of a post from which somebody comes: "For the Fuel Ombudsman (TFO): A, the Ombudsman; B, Legal Director".

Comes in: the title of a post where an attendance list gives a body.  Goes out: the key of the body, or ``None``.  The one idea: whoever comes from somebody
who is an institution comes from that office; from any other post only where its body is known.
"""

from __future__ import annotations

from kg.entities import wording
from kg.entities.bodies import only
from kg.entities.draft import Draft
from kg.entities.resolve import Resolver
from kg.lexicon.lists import lists
from kg.model import EntityType, Span

_SEATS = lists("titles").words("seats")


def office_of(name: str, span: Span, resolver: Resolver, *, several: bool) -> str | None:
    """ "For the Commissioner:": the body of that post; of "the Fuel Ombudsman" from whom ``several`` come the office, or the Ombudsman as a body where nothing
    tells of such a post."""
    posts = resolver.table.containing(name, EntityType.POST)
    post = only(draft for draft in posts if f" {name} " in f" {draft.label} ")
    if post is not None and post.post_in is None and several and _is_seat(name):
        post.post_in = resolver.body(f"{wording.OFFICE}{name}", span).key
    if post is not None and post.post_in:
        return post.post_in
    return resolver.body(name, span).key if _is_seat(name) and not posts else None


def seat_in(body: str, title: str, resolver: Resolver) -> Draft | None:
    """ "the Ombudsman", in the office of the Fuel Ombudsman: the post whose office it is."""
    posts = resolver.table.ending(title, EntityType.POST) if title in _SEATS else ()
    return next((post for post in posts if post.post_in == body and _is_seat(post.label)), None)


def _is_seat(name: str) -> bool:
    """ "Fuel Ombudsman": the title of one who is an institution, and of what."""
    return " " in name and name.rsplit(maxsplit=1)[-1] in _SEATS
