"""A document read: the order of the steps from its text to its facts.

Comes in: a :class:`~kg.model.Document`.  Goes out: a :class:`~kg.model.Reading`.  No RDF here, and no file.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from pathlib import Path

from kg import entities, facts, mentions, structure
from kg.entities import BODIES, Cast, Draft
from kg.facts import Context, Facts, Line, opened, shown_by, together
from kg.facts.statements.weighing import weights
from kg.lexicon import Lexicon, lexicon
from kg.model import Attendee, Document, Entity, EntityType, Mention, Outline, PassageKind, Reading, Span, blanked
from kg.patterns import expression
from kg.sentences import Sentence, Tokens, split, tokenise
from kg.terms import slug
from kg.values import uncollected

_FULL_LINE = 50  # characters
_NEW_LINE = expression(
    r"\n(?:Minutes|Notes?|Record|Meeting|Call|Visit) (?:of|with|between|held|to)\b"
)  # below the name of a body


def read_minutes(document: Document, extend: tuple[Path, ...] = ()) -> Reading:
    """Everything that a document tells.  ``extend`` are Turtle files of the user's own names and words."""
    with uncollected():  # until what a document is read with is gone: nobody need look through it
        read = _read(document, extend)
    return replace(read, extended=extend) if extend else read


def _read(document: Document, extend: tuple[Path, ...]) -> Reading:
    context = context_of(document, extend)
    told = facts.read(context)
    return _reading(document, context.outline, context.cast, told, len(context.lines), context.lexicon)


def prepare() -> None:
    """Load what the first document would wait for."""
    lexicon(())
    weights()


def context_of(document: Document, extend: tuple[Path, ...] = ()) -> Context:
    """A document up to where its facts are read: tokens, sentences, cast."""
    words = lexicon(extend)
    if document.furniture:
        document = replace(document, text=blanked(document.text, document.furniture))
    outline = structure.outline(document)
    tokens = tokenise(document.text).closed()
    signs = shown_by(tokens, words)
    lines = _lines(document.text, tokens, outline, signs)
    pieces = _pieces(document.text, tokens, outline, lines)
    found = mentions.find(tokens, pieces, words)
    cast = entities.gather(document, outline, tokens, found, words)
    found = mentions.find_defined(tokens, pieces, cast.mentions, cast.names)
    found = _with_unknown_acronyms(tokens, lines, found, cast)
    cast = entities.settle(cast, document, outline, tokens, found)
    said_on = outline.meeting_date.day if outline.meeting_date else None
    context = Context(document.text, tokens, lines, cast, outline, words, said_on, signs)
    for line in lines:
        opened(context, line)
    return context


def _lines(text: str, tokens: Tokens, outline: Outline, signs: list[int]) -> list[Line]:
    """The sentences of running text, in order."""
    return [
        Line(sentence.first, sentence.last, sentence, passage, together(signs[sentence.first : sentence.last]))
        for passage in outline.passages
        if passage.kind is not PassageKind.ACTION
        for sentence in split(text, tokens, passage.span)
    ]


def _pieces(text: str, tokens: Tokens, outline: Outline, lines: list[Line]) -> list[Sentence]:
    """Every stretch in which names are looked for: title, attendance, headings, actions and sentences, in the order of the text."""
    spans = _lines_of(text, outline.title) if outline.title else []
    spans += [heading.title for heading in outline.headings]
    parts = [part for attendee in outline.attendees for part in _parts(text, attendee)]
    spans += [cell for part in parts for cell in _cells(text, part)]
    pieces = [Sentence(*tokens.range_of(span), span) for span in spans]
    for action in outline.actions:
        for cell in _cells(text, action.span):
            pieces += split(text, tokens, cell)
    pieces += [line.sentence for line in lines]
    pieces.sort(key=lambda piece: (piece.first, -piece.last))
    kept: list[Sentence] = []
    for piece in pieces:
        if not kept or piece.first >= kept[-1].last:
            kept.append(piece)
    return kept


def _lines_of(text: str, whole: Span) -> list[Span]:
    """The lines of a title or entry, each with names of its own; a full line that was broken goes on."""
    spans, start, at = [], whole.start, text.find("\n", whole.start, whole.end)
    while at >= 0:
        length = at - text.rfind("\n", 0, at)  # from where the line begins, be it before the stretch
        if text[at + 1 : at + 2] == "\n" or length < _FULL_LINE or _NEW_LINE.match(text, at):
            spans.append(Span(start, at))
            start = at + 1
        at = text.find("\n", at + 1, whole.end)
    return [span for span in [*spans, Span(start, whole.end)] if span.of(text).strip()]


def _cells(text: str, row: Span) -> list[Span]:
    """What tabs part in the line of an action or an entry; no name goes on behind one."""
    if "\t" not in row.of(text):
        return [row] if len(row) else []
    ends = [at for at in range(row.start, row.end) if text[at] == "\t"]
    starts = [row.start, *(end + 1 for end in ends)]
    return [Span(start, end) for start, end in zip(starts, [*ends, row.end], strict=True) if end > start]


def _parts(text: str, attendee: Attendee) -> list[Span]:
    """An entry without the name in it, so that no body is read into a name; the name itself; what follows."""
    if attendee.name is None:
        return _lines_of(text, attendee.span)
    before, name, after = Span(attendee.span.start, attendee.name.start), attendee.name, attendee.name.end
    parts = [before, name, *_lines_of(text, Span(after, attendee.span.end))]
    return [part for part in parts if len(part)]


def _with_unknown_acronyms(tokens: Tokens, lines: list[Line], found: list[Mention], cast: Cast) -> list[Mention]:
    """Bodies, and posts that the registry knows, which are named only by an acronym that nobody explains."""
    shown = [i for i in tokens.capitals(1, len(tokens)) if tokens.lows[i - 1] == "the" and tokens.words[i].isupper()]
    places = [
        i
        for line in (lines if shown else ())
        for i in shown[bisect_left(shown, line.first) : bisect_left(shown, line.last)]
        if tokens.words[i] not in cast.terms and mentions.unknown_acronym(tokens, i, line.last)
    ]
    if not places:
        return found
    taken = {k for mention in found for k in range(mention.first, mention.last)}
    extra = [mentions.of_acronym(tokens, i, cast.resolver.lexicon.registry) for i in places if i not in taken]
    return sorted([*found, *extra], key=lambda mention: mention.first) if extra else found


def _reading(document: Document, outline: Outline, cast: Cast, told: Facts, sentences: int, words: Lexicon) -> Reading:
    entities_ = _entities(cast, told, words, [heading.title for heading in outline.headings])
    return Reading(
        document=document, meeting=f"meeting/{_meeting_slug(document, outline)}",
        title=" ".join(outline.title.of(document.text).split()) if outline.title else document.title,
        meeting_date=outline.meeting_date, next_meeting=outline.next_meeting,
        location=" ".join(outline.location.of(document.text).split()) if outline.location else None,
        entities=entities_, participants=(*cast.participants, *told.unlisted), agenda=told.agenda, statements=told.statements,
        commitments=told.commitments, inspections=told.inspections, relations=told.relations,
        sentences=sentences, unmapped=told.unmapped,
    )  # fmt: skip


def _meeting_slug(document: Document, outline: Outline) -> str:
    """The day and the file name: one key for a meeting whatever the order in which documents are read."""
    day = outline.meeting_date.day.isoformat() if outline.meeting_date else ""
    return document.slug if not day or document.slug.startswith(day) else slug(f"{day} {document.slug}")


def _entities(cast: Cast, told: Facts, words: Lexicon, headings: list[Span]) -> tuple[Entity, ...]:
    """The entities that the text names or a fact needs, by key."""
    needed = {person.agent for person in cast.participants} | {person.representing for person in cast.participants}
    needed |= {person.representing for person in told.unlisted}
    needed |= {key for statement in told.statements for key in (*statement.speakers, *statement.addressees)}
    needed |= {key for commitment in told.commitments for key in (*commitment.actors, *commitment.beneficiaries)}
    needed |= {key for inspection in told.inspections for key in (*inspection.conducted_by, *inspection.inspected)}
    needed |= {key for relation in told.relations for key in (relation.subject, relation.object)}
    drafts = cast.table.drafts.values()
    kept = [draft.done() for draft in drafts if draft.key in needed or _is_named(draft, headings)]
    keys = {entity.key for entity in kept}
    return tuple(sorted((_pruned(entity, keys) for entity in kept), key=lambda entity: entity.key))


def _is_named(draft: Draft, headings: list[Span]) -> bool:
    """Does the text name it, other than in headings alone where it looks like somebody's name ("Glen Orrin": a place or a matter)?"""
    return bool(draft.mentions) and not draft.tentative and not _is_title(draft, headings)


def _is_title(draft: Draft, headings: list[Span]) -> bool:
    person = draft.type is EntityType.PERSON and draft.holds is None
    return person and all(any(title.holds(place) for title in headings) for place in draft.mentions)


def _pruned(entity: Entity, keys: set[str]) -> Entity:
    """Links only to things that the document itself tells of: what the registry adds stands in the registry's graph."""
    if keys.issuperset(filter(None, (entity.holds, entity.post_in, entity.member_of, entity.part_of))):
        return entity
    return replace(
        entity,
        holds=entity.holds if entity.holds in keys else None,
        post_in=entity.post_in if entity.post_in in keys else None,
        member_of=entity.member_of if entity.member_of in keys else None,
        part_of=entity.part_of if entity.part_of in keys else None,
    )


__all__ = ["BODIES", "Span", "read_minutes"]
