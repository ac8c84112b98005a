"""Topics: what headings, statements and inspections are about, as concepts shared across meetings."""

from __future__ import annotations

from bisect import bisect_left

from kg.facts.context import Context
from kg.facts.signs import sign_of
from kg.lexicon.registry import Known
from kg.model import AgendaItem, EntityType, Span
from kg.terms import slug

_PROCEDURAL = frozenset(
    """
    welcome apologies introductions introduction minutes actions matters arising any other business aob next
    meeting date dates previous last update updates agenda close and of the for from to at on in meeting items
    item note notes chair declarations interest interests action log review conclusion summary general working
    steps welcomes opening remarks feedback report reports introductory
    """.split()
)
_THESAURUS = "thesaurus"
_BEGINNING = sign_of(lambda words: words.registry.topics.by_first)


def topics_in(context: Context, first: int, last: int) -> tuple[str, ...]:
    """The concepts of the thesaurus that some tokens name, in order; the longest name in a place."""
    found: list[str] = []
    names, end, places = context.lexicon.registry.topics, first, _places(context)
    for i in places[bisect_left(places, first) : bisect_left(places, last)]:
        if i < end or not (hits := names.fitting(context.tokens, i, last)):
            continue
        end, name = hits[0]
        _note(context, name.meaning, context.tokens.span(i, end))
        found.append(name.meaning.key)
    return tuple(dict.fromkeys(found)) if found else ()


def _places(context: Context) -> list[int]:
    """The tokens of the document at which the name of a concept may begin."""
    if context.topical is None:
        tokens = context.tokens
        begins = {*context.showing(_BEGINNING, 0, len(tokens)), *tokens.marked}
        context.topical = context.lexicon.registry.topics.among(sorted(begins), tokens, len(tokens))
    return context.topical


def _note(context: Context, known: Known, span: Span) -> None:
    """Take up a concept of the thesaurus, or another place that names it."""
    table = context.cast.table
    draft = table.drafts.get(known.key)
    if draft is not None and draft.reason == _THESAURUS:
        draft.note(span)
    else:
        table.take(known.key, EntityType.TOPIC, known.label, span, _THESAURUS).call(*known.names)


def agenda(context: Context) -> tuple[AgendaItem, ...]:
    """The headings with their topics; a heading that the thesaurus does not know becomes a concept of its own."""
    items = []
    for heading in context.outline.headings:
        title = " ".join(heading.title.of(context.text).split())
        found = topics_in(context, *context.tokens.range_of(heading.title)) or _own(context, title, heading.title)
        items.append(AgendaItem(title, heading.position, heading.title, found))
    return tuple(items)


def _own(context: Context, title: str, span: Span) -> tuple[str, ...]:
    words = [word.strip("’'.,:;()&–-").lower() for word in title.split()]
    if not [word for word in words if word and word not in _PROCEDURAL]:
        return ()
    draft = context.cast.table.take(
        f"topic/{slug(title)}", EntityType.TOPIC, title.replace("’", "'"), span, "a heading of the agenda"
    )
    return (draft.key,)
