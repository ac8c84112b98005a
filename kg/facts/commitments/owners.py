"""The owners of an action line."""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.context import Context
from kg.facts.discourse import Discourse
from kg.model import ActionLine, EntityType
from kg.terms import slug


def owner(context: Context, discourse: Discourse, first: int, last: int) -> tuple[str, ...]:
    """The agents named by some tokens, in order."""
    found: list[str] = []
    for k in range(first, last):
        actor = clauses.actor_at(context, k, max(last, k + 1))
        if actor is not None and actor.word not in {"it", "he", "she"}:
            found.extend(key for key in discourse.of(actor) if key not in found)
    return tuple(found)


def named(context: Context, discourse: Discourse, action: ActionLine) -> list[str]:
    """An owner that no other rule knows: a team or a person by the words of the action line."""
    if action.owners is None:
        return []
    words = " ".join(action.owners.of(context.text).replace("’", "'").split()).strip(" ,;:.-–")
    if not words or len(words.split()) > 6 or not any(letter.isalpha() for letter in words):
        return []
    low = words.lower().removeprefix("the ")
    if low in {"all", "members", "all members", "everyone"} or low.split()[-1] in {
        "board",
        "panel",
        "committee",
        "group",
    }:
        return list(discourse.pronoun("members"))
    resolver = context.cast.resolver
    if low.split()[-1] in context.lexicon.role_words:
        post = resolver.table.take(f"post/{slug(words)}", EntityType.POST, words, action.owners, "owner of an action")
        return [post.key]
    if words.isupper() and len(words) <= 4:
        return [
            resolver.table.take(
                f"person/{slug(words)}", EntityType.PERSON, words, action.owners, "initials of an owner"
            ).key
        ]
    draft = resolver.table.take(f"group/{slug(words)}", EntityType.GROUP, words, action.owners, "owner of an action")
    return [draft.key]
