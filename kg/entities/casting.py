"""The casting: which mention means whom, in two passes over the mentions of a document."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

from kg.entities import attendance, parties, people
from kg.entities.cast import Cast
from kg.entities.draft import BODIES, Draft
from kg.entities.resolve import Resolver
from kg.lexicon import Lexicon
from kg.lexicon.first_names import first_names
from kg.model import Attendance, Document, EntityType, Mention, Outline, Span
from kg.sentences import Tokens

# how the parties of a meeting took part: where a list names nobody so ("Also present: …"), they stand elsewhere
_THERE = frozenset({Attendance.PRESENT, Attendance.REMOTE, Attendance.PART})
_NO_FIRST_NAME = frozenset({"will", "may", "mark", "grant", "grace", "joy", "rose", "frank", "bill", "chair", "art"})


def gather(document: Document, outline: Outline, tokens: Tokens, found: list[Mention], lexicon: Lexicon) -> Cast:
    """The first pass: bodies, posts and persons by their full names, the attendance list, and the short forms they bring."""
    resolver = Resolver(lexicon)
    cast = Cast(resolver)
    found = [_classified(mention, lexicon) for mention in found]
    order = sorted(found, key=lambda mention: (mention.type is EntityType.POST and not mention.known, mention.first))
    resolver.aside = tuple(attendee.span for attendee in outline.attendees if attendee.name)
    resolver.main_body = _main_body(resolver, found)
    first_pass = {mention.first: draft for mention in order if (draft := resolver.resolve(mention))}
    places = {
        mention.span.start: (mention, first_pass[mention.first]) for mention in found if mention.first in first_pass
    }
    cast.participants = attendance.participants(outline, attendance.Places(document.text, resolver, places))
    listed = [attendee.span for attendee in outline.attendees]
    parties.link_holders(tokens, found, {first: draft.key for first, draft in first_pass.items()}, resolver, listed)
    _define(cast, found, first_pass, outline, lexicon)
    cast.mentions = found
    cast.first_keys = {mention.span: first_pass[mention.first].key for mention in found if mention.first in first_pass}
    return cast


def settle(cast: Cast, document: Document, outline: Outline, tokens: Tokens, found: list[Mention]) -> Cast:
    """The second pass: every mention to its thing, the parties of a meeting without an attendance list, the collective."""
    last_seen: dict[str, int] = {}
    cast.by_first, cast.mentions = {}, []
    for mention in found:
        draft = _meant(cast, mention, last_seen)
        if draft is None:
            continue
        last_seen[draft.key] = mention.first
        cast.by_first[mention.first] = draft.key
        cast.mentions.append(mention)
    _forget_overruled(cast)
    parties.link_bodies(cast.resolver)
    listed = (attendee.span for attendee in outline.attendees)
    parties.link_holders(tokens, cast.mentions, cast.by_first, cast.resolver, listed)
    if not any(person.attendance in _THERE for person in cast.participants):
        cast.participants = parties.with_note(cast.participants, parties.of_note(document.text, outline, tokens, cast))
    cast.collective = parties.collective(document.text, document.slug, outline, cast)
    return cast


def _forget_overruled(cast: Cast) -> None:
    """Places that the first pass gave to another thing than the document's own names do."""
    now = {mention.span: cast.by_first[mention.first] for mention in cast.mentions}
    for span, key in cast.first_keys.items():
        if now.get(span, key) != key and (draft := cast.table.get(key)) and span in draft.mentions:
            draft.mentions.remove(span)


def _meant(cast: Cast, mention: Mention, last_seen: dict[str, int]) -> Draft | None:
    if not mention.keys:
        return cast.resolver.resolve(mention)
    parts = {person.agent for person in cast.participants}
    ours = {person.representing for person in cast.participants} | {cast.resolver.main_body}
    best = max(mention.keys, key=lambda key: (key in parts, key in ours, last_seen.get(key, -1)))
    draft = cast.table.get(best)
    if draft is not None:
        if mention.span not in draft.mentions:
            draft.mentions.append(mention.span)
        draft.call(mention.name)
    return draft


def _classified(mention: Mention, lexicon: Lexicon) -> Mention:
    """A phrase known only by its bracketed initials, typed by its words."""
    if mention.type is not EntityType.TOPIC or mention.known:
        return mention
    words = mention.name.split()
    lows = [word.lower() for word in words]
    if words[0][0].islower():
        return mention
    if lows[-1] in lexicon.bodies or lows[0] in lexicon.openers or lows[-1] in {"group", "forum", "network"}:
        return replace(mention, type=EntityType.ORGANISATION, head=lows[-1])
    if lows[-1] in lexicon.role_words:
        return replace(mention, type=EntityType.POST, head=words[-1])
    capital = all(word[0].isupper() for word in words)
    if capital and (lows[0] in first_names() or (len(words) == 2 and lows[-1] not in lexicon.inspection_nouns)):
        return replace(mention, type=EntityType.PERSON)
    return mention


def _main_body(resolver: Resolver, found: Iterable[Mention]) -> str | None:
    """The first body that the document names: a bare "Chief Inspector" or "Chair" is of this one."""
    first = next((mention for mention in found if mention.type in BODIES and mention.head != "unit"), None)
    draft = resolver.resolve(first) if first else None
    return draft.key if draft else None


def _define(cast: Cast, found: list[Mention], first_pass: dict[int, Draft], outline: Outline, lexicon: Lexicon) -> None:
    """Every short form that the document itself brings."""
    meanings: dict[str, list[str]] = {}

    def note(name: str | None, key: str) -> None:
        if name and key not in (keys := meanings.setdefault(name, [])):
            keys.append(key)

    for mention in found:
        draft = first_pass.get(mention.first)
        if mention.scope_acronym and draft and (body := cast.table.get(draft.post_in)):
            note(mention.scope_acronym, body.key)
            body.call(mention.scope_acronym)
        elif mention.acronym and draft:
            note(mention.acronym, draft.key)
            draft.call(mention.acronym)
        elif mention.acronym:
            cast.terms.add(mention.acronym)
    for draft in list(cast.table.drafts.values()):
        if draft.type is EntityType.PERSON:
            for form in people.short_forms(draft.label, lexicon):
                note(form, draft.key)
        elif draft.type in BODIES:
            note(_body_head(draft.label, lexicon), draft.key)
    _first_names(cast, note, lexicon)
    _unexplained(cast, meanings, note, lexicon)
    for person, attendee in zip(cast.participants, outline.attendees, strict=False):
        note(attendee.initials, person.agent)
        for word in _role_words(person.role):
            note(word, person.agent)
    for name, keys in meanings.items():
        draft = cast.table.drafts[keys[0]]
        cast.names.add(name, Mention(0, 0, Span(0, 0), draft.type, name, keys=tuple(keys)), cased=True)


def _body_head(label: str, lexicon: Lexicon) -> str | None:
    """The word by which minutes call a body again: "the Registry", "the Inspectorate"."""
    words = label.split()
    if len(words) < 2 or label.startswith("Office of"):
        return None
    opens = (
        word for word, after in itertools.pairwise(words) if after in {"of", "for"} and word.lower() in lexicon.bodies
    )
    head = words[-1] if words[-1].lower() in lexicon.bodies else next(opens, words[0])
    fits = head.lower() in lexicon.bodies and head.lower() not in lexicon.role_words and head[0].isupper()
    return head if fits else None


def _first_names(cast: Cast, note: object, lexicon: Lexicon) -> None:
    """First names of those on the list, and initials nobody wrote out, where only one person has them."""
    firsts: dict[str, list[str]] = {}
    for person in cast.participants:
        draft = cast.table.get(person.agent)
        if draft is None or draft.type is not EntityType.PERSON:
            continue
        _, rest = people.parts(draft.label, lexicon)
        if len(rest) > 1:
            firsts.setdefault(rest[0], []).append(draft.key)
            firsts.setdefault(people.initials(rest), []).append(draft.key)
    for name, keys in firsts.items():
        if len(keys) == 1 and len(name) > 1 and name not in {"AM", "PM", "IT", "UK", "MP", "HR", "PA", "EU", "US"}:
            note(name, keys[0])  # type: ignore[operator]


def _unexplained(cast: Cast, meanings: dict[str, list[str]], note: object, lexicon: Lexicon) -> None:
    """Acronyms that nobody explains but that are the initials of just one body or post of the document ("the PB")."""
    found: dict[str, list[str]] = {}
    for draft in cast.table.of_type(*BODIES, EntityType.POST):
        for name in (draft.label, *draft.names):
            words = [
                word
                for word in name.replace("'", "").split()
                if word.lower() not in {"of", "for", "and", "the", "&", "in", "to"}
            ]
            letters = "".join("HM" if word == "HM" else word[0] for word in words)
            if 2 <= len(letters) <= 6 and letters.isupper() and draft.key not in found.setdefault(letters, []):
                found[letters].append(draft.key)
    for letters, keys in found.items():
        if len(keys) == 1 and letters not in meanings and letters.lower() not in lexicon.registry.by_label:
            note(letters, keys[0])  # type: ignore[operator]


def _role_words(role: str | None) -> tuple[str, ...]:
    return {
        "chair": ("Chair", "Chairman", "Chairperson", "Chairwoman", "Convener", "Convenor"),
        "deputy-chair": ("Deputy Chair", "Vice Chair", "Vice-Chair", "Deputy Chairman"),
        "secretary": ("Secretary", "Secretariat", "Clerk"),
    }.get(role or "", ())
