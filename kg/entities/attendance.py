"""From the entries of an attendance list to participants."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.entities import wording
from kg.entities.bodies import only
from kg.entities.draft import Draft
from kg.entities.offices import office_of, seat_in
from kg.entities.resolve import Resolver
from kg.lexicon.lists import lists
from kg.model import BODIES, Attendee, EntityType, Mention, Outline, Participant, Span
from kg.patterns import expression
from kg.terms import slug
from kg.values import value

_SECTORS = frozenset(
    "trade industry consumers users residents tenants academies schools governors parents business businesses farmers".split()
)
_TITLES = lists("titles").values("called")  # what else a title is called
_PLACES = lists("names").words("countries") | lists("names").words("regions")
_APART = expression(r"(?P<name>.+?)\s*[,–—-]\s*(?P<short>[A-Z]{2,7})")
_CAPITALS = expression(r"(?<![^\s-])[A-Z]")
_HERS = expression(r"\b(?:her|his|their)\s+$")
_BRINGS = expression(
    r"(?:,?\s+(?:and|with)|\s+(?:was|were) (?:also )?(?:accompanied|attended|assisted|supported|joined) by\b[^.]{0,200}?)"
    r"\s+(?:her|his|their)\s+"
)
_NEAR = 40  # characters
_OFFICE = expression(r"(?:(?:her|his|their|its|the|own|private) )+(?:office|team|staff|department)")
_QUOTED = expression(r"[\"'“‘](?:the )?(?P<short>[A-Z][A-Za-z]+)[\"'”’]")
_BRACKET = expression(r"(?P<name>[^()]+?)\s*\((?P<inner>[^()]*)\)")


@value
class Places:
    """What the first pass found in the entries: the things named, by where their names begin; ``shared`` are the names of bodies from which several come."""

    text: str
    resolver: Resolver
    named: dict[int, tuple[Mention, Draft]]
    shared: frozenset[Span] = frozenset()

    def at(self, span: Span, *kinds: EntityType) -> Draft | None:
        """The thing of some kind whose name begins with the span and covers it, or its first words up to a comma."""
        mention, draft = self.named.get(span.start, (None, None))
        if mention is None or draft is None or draft.type not in kinds:
            return None
        rest = self.text[mention.span.end : span.end].strip()
        return draft if not rest or rest[0] in ",(" else None


def participants(outline: Outline, places: Places) -> list[Participant]:
    """One participant for each entry, in order; persons are linked with the post and the body that their entry names."""
    told: list[Participant] = []
    counts = Counter(attendee.organisation for attendee in outline.attendees if attendee.organisation)
    places = replace(places, shared=frozenset(span for span, count in counts.items() if count > 1))
    for attendee in outline.attendees:
        told.append(_participant(attendee, places, told))
    return told


def _participant(attendee: Attendee, places: Places, before: list[Participant]) -> Participant:
    body = _body(attendee.organisation, places) or _of_the_host(attendee, places, before)
    if attendee.unit is not None:
        _body(attendee.unit, places)  # a body of its own, be it that whoever is of it speaks for the whole
    agent = _agent(attendee, places, body)
    if agent.type is EntityType.PERSON:
        agent.member_of = agent.member_of or body
        if attendee.post is not None and not _is_an_office(attendee.post.of(places.text)):
            post = _post(attendee.post, places, body, agent)
            agent.holds = agent.holds or post.key
            body = body or _named_in(attendee.post, post, places)
    if attendee.initials:
        agent.call(attendee.initials)
    return Participant(agent.key, attendee.attendance, attendee.span, representing=body, role=attendee.role)


def _of_the_host(attendee: Attendee, places: Places, before: list[Participant]) -> str | None:
    """ "She was accompanied by her head of policy, Jo Lee", "and Jo Lee, her deputy": the body of the one who brings somebody."""
    if attendee.post is None or attendee.organisation is not None or not before:
        return None
    if not _is_hers(attendee.span, places.text):
        behind = attendee.name is not None and attendee.name.end < attendee.post.start
        return before[-1].representing if behind and _is_hers(attendee.post, places.text) else None
    for one in reversed(before):
        if one.evidence.end < attendee.span.start and _BRINGS.fullmatch(
            places.text, one.evidence.end, attendee.span.start
        ):
            return _body_of(places.resolver.table.get(one.agent), places) or one.representing
    host = places.resolver.table.get(before[0].agent)
    return _body_of(host if host and host.holds else None, places) or before[0].representing


def _body_of(host: Draft | None, places: Places) -> str | None:
    """The body of a post, or of the post that a person holds."""
    held = host if host is None or host.type is EntityType.POST else places.resolver.table.get(host.holds)
    return held.post_in if held else None


def _is_an_office(words: str) -> bool:
    """ "Tom Hurst from her office": where somebody works, and no post."""
    return _OFFICE.fullmatch(words) is not None


def _is_hers(span: Span, text: str) -> bool:
    """Does a possessive stand right before it?"""
    return _HERS.search(text[max(0, span.start - _NEAR) : span.start]) is not None


def _named_in(span: Span, post: Draft, places: Places) -> str | None:
    """The body that the words of the post name: "Chief Executive of HM Courts and Tribunals Service"."""
    whole = places.resolver.table.get(post.post_in)
    return whole.key if whole and any(span.holds(place) for place in whole.mentions) else None


def _agent(attendee: Attendee, places: Places, body: str | None) -> Draft:
    if attendee.name is not None:
        name = _plain(attendee.name.of(places.text))
        if (
            known := places.resolver.lookup(name)
        ) and known.type in BODIES:  # "Apologies: Care Inspectorate Wales (CIW)"
            return places.resolver.known(known.key, attendee.name, name)
        if named := places.at(attendee.name, *BODIES):
            return named  # "Apologies: Jac Trevor, Radio Teifi", told by what is said of it below
        draft = places.resolver.person(f"{attendee.title} {name}" if attendee.title else name, attendee.name)
        draft.call(name)
        return draft
    if attendee.post is not None:
        return _post(attendee.post, places, body)
    span = attendee.organisation or attendee.span
    return places.at(span, *BODIES) or places.resolver.body(_plain(span.of(places.text)), span)


def _body(span: Span | None, places: Places) -> str | None:
    """The body of an entry; a bare "the Trust" is the one whose name has that word, or nobody's; of a post its office."""
    found = places.resolver.table.get(_body_or_post(span, places)) if span else None
    return found.post_in if found and found.type is EntityType.POST else found.key if found else None


def _body_or_post(span: Span, places: Places) -> str | None:
    name, short = _without_bracket(_plain(span.of(places.text)))
    if own := places.resolver.acronyms.get(name) or _initialled(name, places.resolver):
        return own  # what the minutes explain or write out goes before what the registry knows
    if "office" not in name.lower() and (found := places.at(span, *BODIES)):
        return found.key
    if not places.resolver.lookup(name) and (_is_kind(name) or name.lower() in _PLACES):
        return None  # "Director, Wales"
    if " " not in name and (name.lower() in places.resolver.lexicon.bodies or name.islower()):
        return _by_head(name.lower(), places.resolver)
    if (
        not name.startswith("Office")
        and name.split()[-1].lower() in places.resolver.lexicon.role_words
        and not places.resolver.lookup(name)
    ):
        return office_of(name, span, places.resolver, several=span in places.shared)
    draft = places.resolver.body(name, span)
    if short:
        draft.call(short)
    return draft.key


def called(words: str) -> str:
    """The name of a body as an entry gives it, without its short form.

    >>> called("Records Ombudsman (RO)"), called("Fen Board")
    ('Records Ombudsman', 'Fen Board')
    """
    return _without_bracket(words)[0]


def _initialled(name: str, resolver: Resolver) -> str | None:
    """ "SRA:", where the minutes write out the Safer Roads Alliance and no other body of these letters."""
    post = resolver.table.called(name, EntityType.POST) if wording.is_acronym(name) else None
    if post or not wording.is_acronym(name):
        return post.key if post else None  # "Soil Commissioner (SC)", whose letters stand for the office
    same = [draft for draft in resolver.table.of_type(*BODIES) if _spells(draft.label, name)]
    written = [draft for draft in same if any(len(span) > len(name) for span in draft.mentions)]
    meant = only(written or same)
    return meant.key if meant else None


def _spells(label: str, letters: str) -> bool:
    """Do the capitals with which words of a label begin make these letters?"""
    return letters[0] in label and letters[-1] in label and "".join(_CAPITALS.findall(label)) == letters


def _is_kind(name: str) -> bool:
    """Is it a kind of people or of bodies, and no body: "Early years providers", "Diocesan schools", "Trade"?"""
    *before, last = name.split()
    if not before:
        return name.lower() in _SECTORS
    return last.isalpha() and last.islower() and last.endswith("s") and not last.endswith("ss")


def _without_bracket(name: str) -> tuple[str, str]:
    """ "Citizens Advice (CA)", "Fen Board – FB" as name and short form; what else stands in brackets only describes."""
    if (apart := _APART.fullmatch(name)) and _spells(apart["name"], apart["short"]):
        return apart["name"], apart["short"]
    match = _BRACKET.fullmatch(name)
    if not match:
        return name, ""
    if quoted := _QUOTED.fullmatch(match["inner"]):
        return match["name"], quoted["short"]  # 'Cydwaith Canol ("the Consortium")'
    inner = match["inner"].strip("\"'“”‘ ")
    return match["name"], inner if inner.isupper() and " " not in inner else ""


def _by_head(head: str, resolver: Resolver) -> str | None:
    """The first body named with this word."""
    return next(
        (draft.key for draft in resolver.table.sharing(head, *BODIES) if head in draft.label.lower().split()), None
    )


def _of_another(registered: str | None, body: str | None, resolver: Resolver) -> bool:
    """Is a title that the registry knows in one body here given to another ("Director of Public Prosecutions" in Belfast)?"""
    things = resolver.lexicon.registry.things
    return registered != body and registered in things and body in things


def _owner(name: str, resolver: Resolver) -> str | None:
    """The body named so: "the Parole Board's interim chair", "the Board's Director of Policy"."""
    if name in resolver.acronyms:
        return resolver.body_of(name)
    alike = resolver.table.containing(name, *BODIES)
    named = next((draft.key for draft in alike if name in (draft.label, *draft.names)), None)
    if named is None and name.lower() in resolver.lexicon.bodies:
        return _by_head(name.lower(), resolver)
    return named or resolver.body_of(name)


def _of_body(name: str, resolver: Resolver) -> tuple[str, str] | None:
    """ "Chief Inspector of the Ports Inspectorate": the body in whose name the post ends, and the title in it."""
    title, of, served = name.partition(" of the ")
    alike = resolver.table.containing(served, *BODIES) if of and " " in served else ()
    body = only(draft for draft in alike if served in (draft.label, *draft.names))
    if of and body is None and " of the " in served:  # "Head of the Major Crime Unit of the Constabulary"
        return _of_body(name.rpartition(" of the ")[0], resolver)
    return (body.key, title) if body else None


def _is_of_another(post: Draft, name: str, holder: Draft | None, resolver: Resolver) -> bool:
    """Does somebody else of the list hold this post under a longer title: is the "Inspector" not the Chief Inspector named before?"""
    if holder is None or post.registered or name.lower() == post.label.lower():
        return False
    return any(one.holds == post.key and one is not holder for one in resolver.table.of_type(EntityType.PERSON))


def _post(span: Span, places: Places, body: str | None, holder: Draft | None = None) -> Draft:
    """The post of an entry: known, or a post of the body that the entry names."""
    resolver = places.resolver
    name = _plain(span.of(places.text))
    mention = Mention(0, 0, span, EntityType.POST, name, head=name)
    if (
        (thing := resolver.lookup(name))
        and thing.type is EntityType.POST
        and not _of_another(thing.post_in, body, resolver)
    ):
        return resolver.known(thing.key, span, name)
    own = "'s " in name
    owner, _, title = name.partition("'s " if own else " ")
    words = title.lower().split() if own or wording.is_acronym(owner) else []
    if words and {words[0], words[-1]} & resolver.lexicon.role_words:
        if owned := _owner(owner, resolver):
            return resolver.post_in(owned, title, span)
        if owner in resolver.acronyms:  # of a post whose office nobody names
            return resolver.unseated(name, span)
    if not body and (whole := _of_body(name, resolver)):
        return resolver.post_in(whole[0], whole[1], span)
    if body and (known := resolver.post_of(body, name)):
        return resolver.known(known.key, span, name)
    if body and (seat := seat_in(body, name, resolver)):
        draft = seat
        draft.note(span)
    elif body:
        key = f"post/{body.removeprefix('organisation/')}/{slug(name)}"
        draft = resolver.table.take(key, EntityType.POST, name, span, "attendance list")
        draft.post_in = body
    elif _is_hers(span, places.text):  # "her caseworker": of whoever stands before, and not of the body that met
        draft = resolver.table.take(f"post/{slug(name)}", EntityType.POST, name, span, "attendance list")
    else:
        draft = places.at(span, EntityType.POST) or resolver.post(mention)
        if _is_of_another(draft, name, holder, resolver):
            draft = resolver.table.take(f"post/{slug(name)}", EntityType.POST, name, span, "attendance list")
    draft.call(name, name.split(",")[0], _TITLES.get(name.lower(), ""))
    title, to, served = name.partition(" to the ")
    if to and title.lower() in {"clerk", "secretary"} and served.lower() in resolver.lexicon.bodies:
        draft.call(title)
    return draft


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).strip(" ,;:-–")
