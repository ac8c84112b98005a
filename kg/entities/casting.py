"""The casting: which mention means whom, in two passes over the mentions of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.entities import attendance, briefly, listed, naming, nations, parties, seats, wholes
from kg.entities.cast import Cast
from kg.entities.draft import Draft
from kg.entities.resolve import Resolver
from kg.lexicon import Lexicon
from kg.lexicon.first_names import first_names
from kg.lexicon.heads import FIRMS, NATIONS
from kg.lexicon.lists import lists
from kg.model import BODIES, Attendance, Document, EntityType, Mention, Outline, Participant, Span
from kg.sentences import Tokens

# how the parties of a meeting took part: where a list names nobody so ("Also present: …"), they stand elsewhere
_THERE = frozenset({Attendance.PRESENT, Attendance.REMOTE, Attendance.PART})
_OF_WORK = 2  # words of a matter that is in the care of somebody: "Customer Service"
_OPENING = 900  # characters
_SEATS = lists("titles").words("seats")


def gather(document: Document, outline: Outline, tokens: Tokens, found: list[Mention], lexicon: Lexicon) -> Cast:
    """The first pass: bodies, posts and persons by their full names, the attendance list, and the short forms they bring."""
    resolver = Resolver(lexicon)
    cast = Cast(resolver, day=outline.meeting_date.day if outline.meeting_date else None)
    if brief := briefly.briefly_called(found, outline, document.text, lexicon.registry):
        outline = briefly.as_homes(outline, document.text, brief)
        found = briefly.named(found, outline, document.text, tokens, brief)
        resolver.brief = {word: known.key for word, known in brief.items()}
    nation = nations.nation_there(document.text, outline, resolver)
    found, resolver.foreign = nations.at_home(found, nation, lexicon.registry)
    titles = {one.post.of(document.text) for one in outline.attendees if one.post}
    homes = [(one.span, one.organisation) for one in outline.attendees if one.organisation]
    bodies = {attendance.called(home.of(document.text)) for span, home in homes if span.holds(home)}
    listed_so = titles | bodies
    found = [
        _classified(one, tokens, lexicon)
        if one.type is EntityType.TOPIC
        else _as_listed(one, titles, bodies, lexicon)
        if one.name in listed_so and not one.known
        else one
        for one in found
    ]
    found = [_of_another(mention) if mention.acronym else mention for mention in found]
    if homes:
        called = {attendance.called(home.of(document.text)).lower() for _, home in homes}
        found = wholes.whole(found, tokens, {home.start: home.end for _, home in homes}, called, lexicon)
    there = {one.span.of(document.text) for one in outline.attendees if one.name is None}
    found = seats.as_bodies(found, tokens, titles | there, outline.title.end if outline.title else 0)
    lettered = [mention for mention in found if mention.acronym or mention.scope_acronym]
    resolver.aside = tuple(sorted(attendee.span for attendee in outline.attendees if attendee.name))
    resolver.main_body = _main_body(resolver, found, max((one.span.end for one in outline.attendees), default=0))
    first_pass: dict[int, Draft] = {}
    for mention in sorted(found, key=_turn):
        if draft := resolver.resolve(mention):
            first_pass[mention.first] = draft
            _note_letters(resolver, mention, draft)
    joined = _join(resolver, first_pass, _longer_body)
    for mention in lettered:  # again, for what has become one thing with another
        if mention.first in first_pass:
            _note_letters(resolver, mention, first_pass[mention.first])
    places = {
        mention.span.start: (mention, first_pass[mention.first]) for mention in found if mention.first in first_pass
    }
    cast.meet(listed.each_once(attendance.participants(outline, attendance.Places(document.text, resolver, places))))
    represented = {person.representing for person in cast.participants}
    if cast.participants:
        _join(resolver, first_pass, lambda _, draft: listed.same_person(cast, draft))
        resolver.held = listed.held(cast)
        _join(resolver, first_pass, listed.held_title)
    if cast.participants or joined:
        _join(
            resolver,
            first_pass,
            lambda resolver, draft: _longer_body(resolver, draft) if draft.key not in represented else None,
        )
    entries = [attendee.span for attendee in outline.attendees]
    parties.link_holders(tokens, found, {first: draft.key for first, draft in first_pass.items()}, resolver, entries)
    found = _without_initials(found, outline)
    naming.define(cast, found, first_pass, outline, tokens)
    cast.mentions = found
    cast.first_keys = [
        (mention.span, first_pass[mention.first].key) for mention in found if mention.first in first_pass
    ]
    return cast


def _note_letters(resolver: Resolver, mention: Mention, draft: Draft) -> None:
    """ "Records Ombudsman (RO)", "Chair of the Parole Board (PB)": what the minutes explain, by which others may be called ("RO's office")."""
    if mention.acronym:
        resolver.acronyms[mention.acronym] = draft.key
    elif mention.scope_acronym and draft.post_in:
        resolver.acronyms[mention.scope_acronym] = draft.post_in


def _join(resolver: Resolver, first_pass: dict[int, Draft], same: Callable[[Resolver, Draft], Draft | None]) -> bool:
    """Make one thing of what was named before the text said what it is, and of what it is; was there anything of the kind?"""
    alone: set[Draft] = set()  # what is like no other thing that there is now
    by_head: dict[str, list[Draft]] = {}  # the same by the last words of their names
    joined: dict[str, str] = {}
    for first, draft in first_pass.items():
        if draft.registered or draft in alone:
            continue
        head = draft.label.lower().rsplit(None, 1)[-1]
        if other := same(resolver, draft):
            first_pass[first] = resolver.join(draft, other)
            joined.setdefault(draft.key, other.key)
            alone.difference_update(by_head.pop(head, ()))  # two of its like may have been one too many
        else:
            alone.add(draft)
            by_head.setdefault(head, []).append(draft)
    resolver.link_anew(joined)
    return bool(joined)


def _longer_body(resolver: Resolver, draft: Draft) -> Draft | None:
    """ "Fire Authority", before the "Gwaun Fire and Rescue Authority" is named."""
    return resolver.longer(draft.label) if draft.type in BODIES and " " in draft.label and not draft.part_of else None


def _turn(mention: Mention) -> int:
    """Bodies before the posts in them, and the offices of posts last."""
    if mention.known or mention.type is EntityType.PERSON:
        return 0
    return 1 if mention.type is EntityType.POST else 2 if "office" in mention.name.lower() else 0


def settle(cast: Cast, document: Document, outline: Outline, tokens: Tokens, found: list[Mention]) -> Cast:
    """The second pass: every mention to its thing, the parties of a meeting without an attendance list, the collective."""
    cast.by_first, cast.mentions = {}, []
    parts = {person.agent for person in cast.participants}
    sent = {person.representing for person in cast.participants if person.attendance is not Attendance.APOLOGIES}
    ours = {person.representing for person in cast.participants} | {*cast.bodies_by_post(), cast.resolver.main_body}
    kin, main = _namesakes(cast), cast.resolver.main_body
    shared = {key for keys in {mention.keys for mention in found} for key in keys}
    nearness = {key: (key in parts, key in kin, key == main, key in sent, key in ours, -1) for key in shared}
    for mention in found:
        draft = _meant(cast, mention, nearness)
        if draft is None:
            continue
        if draft.key in shared:
            nearness[draft.key] = (*nearness[draft.key][:-1], mention.first)
        cast.by_first[mention.first] = draft.key
        cast.mentions.append(mention)
    _forget_overruled(cast)
    parties.link_bodies(cast.resolver)
    entries = (attendee.span for attendee in outline.attendees)
    parties.link_holders(tokens, cast.mentions, cast.by_first, cast.resolver, entries)
    came = cast.participants
    met = parties.met_with(document.text, outline) or parties.came_besides(document.text, outline, tokens, cast)
    if met or _lacks_parties(came):
        came = parties.with_note(came, parties.of_note(document.text, outline, tokens, cast))
    cast.meet(came)
    cast.few = parties.are_few(document.text, outline, cast)
    cast.collective = parties.collective(document.text, document.slug, outline, cast)
    return cast


def _namesakes(cast: Cast) -> frozenset[str]:
    """The bodies called as the one whose meeting it is, but for the last word: the Fire and Rescue Service of a Fire and Rescue Authority."""
    main = cast.table.get(cast.resolver.main_body)
    stem = main.label.rsplit(" ", 1)[0] if main else ""
    alike = (draft for draft in cast.table.of_type(*BODIES) if draft is not main)
    return frozenset(draft.key for draft in alike if " " in stem and draft.label.rsplit(" ", 1)[0] == stem)


def _lacks_parties(participants: list[Participant]) -> bool:
    """Does the list name only those who came besides the parties, or for a part ("The Director was also there for the first half")?"""
    there = {person.attendance for person in participants} - {Attendance.APOLOGIES}
    return not there & _THERE or there == {Attendance.PART}


def _without_initials(found: list[Mention], outline: Outline) -> list[Mention]:
    """In "Jane Doe, Open Rights (JD)" the letters are those of the person."""
    entries: dict[str, list[Span]] = {}
    for one in outline.attendees:
        if one.initials:
            entries.setdefault(one.initials, []).append(one.span)
    for i, mention in enumerate(found):
        if mention.acronym in entries and mention.type is not EntityType.PERSON:
            if any(span.holds(mention.span) for span in entries[mention.acronym]):
                found[i] = replace(mention, acronym=None)
    return found


def _forget_overruled(cast: Cast) -> None:
    """Places that the first pass gave to another thing than the document's own names do."""
    now = {mention.span.start: (mention.span.end, cast.by_first[mention.first]) for mention in cast.mentions}
    for span, key in cast.first_keys:
        end, other = now.get(span.start, (span.end, key))
        if (end < span.end or (end == span.end and other != key)) and (draft := cast.table.get(key)):
            draft.mentions.pop(span, None)
            _forget_scope(cast, draft, span, cast.table.get(other))


def _forget_scope(cast: Cast, post: Draft, span: Span, meant: Draft | None) -> None:
    """ "Head of Lamp Stores" in the list of a council is a post there: no body is called "Lamp Stores"."""
    body = cast.table.get(post.post_in) if post.type is EntityType.POST else None
    if body is None or meant is None or meant.type is not EntityType.POST or meant.post_in == body.key:
        return
    if [*body.mentions] == [span] and len(body.label.split()) == _OF_WORK:
        body.mentions.clear()


def _meant(cast: Cast, mention: Mention, nearness: dict[str, tuple[bool, bool, bool, bool, bool, int]]) -> Draft | None:
    """What a mention names: of several things that share the name the nearest, those who meet before all others."""
    if not mention.keys:
        return cast.resolver.resolve(mention)
    key = max(mention.keys, key=nearness.__getitem__) if len(mention.keys) > 1 else mention.keys[0]
    draft = cast.table.get(key)
    if draft is not None:
        draft.note(mention.span)
        draft.call(mention.name)
    elif key in cast.resolver.lexicon.registry.things:  # a body that only the post of somebody there tells
        return cast.resolver.known(key, mention.span, mention.name)
    return draft


def _as_listed(mention: Mention, titles: set[str], bodies: set[str], lexicon: Lexicon) -> Mention:
    """A name that the attendance list gives as a title is that of a post ("Burial Grounds Regulator"), one that it gives as where
    somebody comes from that of a body ("Code Assurance Scheme")."""
    head = mention.name.split()[-1]
    seat = mention.type is EntityType.POST and bool(_SEATS & set(mention.name.split()))
    if (seat or mention.type is EntityType.PROGRAMME) and mention.name in bodies:
        return replace(mention, type=EntityType.ORGANISATION, head=head)
    if mention.type is not EntityType.ORGANISATION or mention.name not in titles:
        return mention
    return replace(mention, type=EntityType.POST, head=head) if head.lower() in lexicon.role_words else mention


def _of_another(mention: Mention) -> Mention:
    """In "Jane Doe (ICO)" the letters are those of where she comes from."""
    if mention.type is not EntityType.PERSON or not mention.acronym:
        return mention
    capitals = {letter for letter in mention.name if letter.isupper()}
    own = all(letter in capitals for letter in mention.acronym if letter.isupper())
    return mention if own else replace(mention, acronym=None)


def _classified(mention: Mention, tokens: Tokens, lexicon: Lexicon) -> Mention:
    """A phrase known only by its bracketed initials, typed by its words."""
    topic = next(lexicon.registry.topics.at(tokens, mention.first, mention.last), None)
    if topic and topic[0] == mention.last:
        return mention
    words = mention.name.split()
    lows = [word.lower() for word in words]
    if words[0][0].islower():
        return mention
    firm = lows[-1] in FIRMS and all(word[0].isupper() for word in words)  # "Severn Vale Homes (SVH)"
    if firm or lows[-1] in lexicon.bodies or lows[0] in lexicon.openers or lows[-1] in {"group", "forum", "network"}:
        return replace(mention, type=EntityType.ORGANISATION, head=lows[-1])
    if lows[-1] in lexicon.role_words:
        return replace(mention, type=EntityType.POST, head=words[-1])
    capital = all(word[0].isupper() for word in words)
    if capital and lows[-1] in NATIONS and len(words) > 1:
        return replace(mention, type=EntityType.ORGANISATION, head=lows[-1])  # "Tertiary Standards Wales (TSW)"
    if capital and (lows[0] in first_names() or (len(words) == 2 and lows[-1] not in lexicon.inspection_nouns)):
        return replace(mention, type=EntityType.PERSON)
    return mention


def _main_body(resolver: Resolver, found: Iterable[Mention], listed: int) -> str | None:
    """The first body that the opening of the document names, as far as the list of those there goes: a bare "Chief Inspector" or "Chair" is of this one."""
    first = next((mention for mention in found if mention.type in BODIES and mention.head != "unit"), None)
    draft = resolver.resolve(first) if first and first.span.start < max(listed, _OPENING) else None
    return draft.key if draft else None
