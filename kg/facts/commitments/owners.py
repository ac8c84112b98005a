"""The owners of an action line."""

from __future__ import annotations

from kg.entities import BODIES, Draft
from kg.facts import clauses
from kg.facts.context import Context
from kg.facts.discourse import Discourse
from kg.model import ActionLine, EntityType
from kg.patterns import expression
from kg.terms import slug

_BETWEEN = expression(r"\s*(?:,|/|&|\+|\band\b|\bwith\b)\s*")


def owner(context: Context, discourse: Discourse, first: int, last: int) -> tuple[str, ...]:
    """The agents named by some tokens, in order."""
    found: list[str] = []
    for k in range(first, last):
        actor = clauses.actor_at(context, k, max(last, k + 1))
        if actor is not None and actor.word not in {"it", "he", "she"}:
            found.extend(key for key in discourse.of(actor) if key not in found)
    if len(found) == 1 and "and" in context.tokens.lows[first:last]:
        return tuple(_several(context, context.words(first, last))) or tuple(found)  # "Howells and Chair"
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
    if several := _several(context, words):
        return several
    resolver = context.cast.resolver
    if known := resolver.table.called(low, EntityType.PERSON, EntityType.POST, *BODIES):
        return [known.key]
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


def _several(context: Context, words: str) -> list[str]:
    """ "Howells and Chair", "Cllr Bright with CFO": those present by a surname, a post or its initials, where every part is one of them."""
    parts = [part for part in _BETWEEN.split(words) if part]
    found = [_one_of(context, part) for part in parts]
    keys = [key for key in found if key]
    return keys if 1 < len(parts) == len(keys) else []


def _one_of(context: Context, part: str) -> str | None:
    """The only one present who is called so."""
    low, cast = part.lower().removeprefix("the "), context.cast
    titled = cast.called(low) or (_with_initials(context, part) if part.isupper() else [])
    named = titled or cast.with_surname(low.split()[-1])
    return named[0] if len(named) == 1 else None


def _with_initials(context: Context, letters: str) -> list[str]:
    """Those present with a post of these initials."""
    known = context.answers["initials"]
    if not known:
        here = [(key, draft) for key in context.cast.present() if (draft := context.cast.table.get(key))]
        known[0, 0] = [(key, _initials(context, draft)) for key, draft in here]
    return [key for key, initials in known[0, 0] if letters in initials]


def _initials(context: Context, draft: Draft) -> set[str]:
    """The initials of the post of somebody: "CFO" of a Chief Fire Officer."""
    post = context.cast.table.get(draft.holds) if draft.holds else draft
    words = post.label.split() if post is not None else []
    return {"".join(word[0] for word in words if word[0].isupper())}
