"""From a mention to the thing it names, each decision with its reason.

Bodies: the registry by any name, else a key of the name itself.  Posts: the registry, the posts of the body in their own
"of" phrase, the only post in the document that ends with the same words, the post of the document's main body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.entities import people, wording
from kg.entities.draft import Draft, Table
from kg.entities.persons import Persons
from kg.lexicon import Known, Lexicon
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType, Mention, Span
from kg.terms import slug

_GROUPED = BODIES | {EntityType.GROUP}
_TITLES = lists("titles")
_SEATS = _TITLES.words("seats")
_CHAIRS, _OF_BODIES, _IN_PASSING = _TITLES.words("chairs"), _TITLES.words("of-bodies"), _TITLES.words("in-passing")
_DEPUTIES = _TITLES.words("deputies")


@dataclass(slots=True)
class Resolver:
    """Turns mentions into entities of one document.  ``main_body`` is the body that a bare post belongs to."""

    lexicon: Lexicon
    table: Table = field(default_factory=Table)
    main_body: str | None = None
    acronyms: dict[str, str] = field(default_factory=dict)  # short forms that the document itself explains
    # the posts of the attendance list by title, None for one of several
    held: dict[str, Draft | None] = field(default_factory=dict)
    # entries of named people: a chair named there is another body's, unless it chairs the meeting
    aside: tuple[Span, ...] = ()
    persons: Persons = field(init=False)

    def __post_init__(self) -> None:
        self.persons = Persons(self.lexicon, self.table)

    def resolve(self, mention: Mention) -> Draft | None:
        """The entity of a mention, or ``None`` where nothing can be said."""
        if mention.known:
            draft = self.known(mention.known, mention.span, mention.name)
            if mention.type is EntityType.POST and draft.post_in in self.lexicon.registry.things:
                self._named_within(draft.post_in, mention)
            return draft
        if mention.type in BODIES:
            return self.body(mention.name, mention.span, mention)
        if mention.type is EntityType.POST:
            return self.post(mention)
        if mention.type is EntityType.PERSON:
            return self.person(mention.name, mention.span)
        if mention.type in {EntityType.PROGRAMME, EntityType.LEGISLATION, EntityType.REPORT}:
            return self.table.take(
                f"{mention.type.value}/{slug(mention.name)}", mention.type, mention.name, mention.span, "its form"
            )
        return None

    def known(self, key: str, span: Span | None, name: str = "") -> Draft:
        """A thing of the registry, with the names that the registry gives it."""
        thing = self.lexicon.registry.things[key]
        draft = self.table.take(key, thing.type, thing.label, span, f"registry: {name or thing.label}")
        if not draft.registered:
            draft.registered = True
            draft.call(*thing.names)
            draft.post_in = thing.post_in
            draft.gender = people.gender(thing.label, self.lexicon) if thing.type is EntityType.PERSON else None
        draft.call(name)
        return draft

    def _named_within(self, body: str, mention: Mention) -> None:
        """A body that the name of its post spells out is named as well ("Chair of the Parole Board")."""
        thing = self.lexicon.registry.things[body]
        names = (name for name in (thing.label, *thing.names) if len(name) > 2)
        if any(name in mention.name and name != mention.name for name in names):
            self.known(body, mention.span)

    def lookup(self, name: str) -> Known | None:
        """The thing that the registry knows under exactly this name."""
        by_label = self.lexicon.registry.by_label
        low = name.lower().replace("’", "'").removeprefix("the ")
        for form in (
            low,
            low.replace("her majesty's ", "hm ").replace("his majesty's ", "hm "),
            low.replace("&", "and"),
        ):
            if form in by_label:
                return by_label[form]
        return None

    def body(self, name: str, span: Span | None, mention: Mention | None = None) -> Draft:
        """An organisation by its name."""
        name = name.removeprefix("the ").removeprefix("The ")
        if thing := self.lookup(name):
            return self.known(thing.key, span, name)
        if office := self._office(name, span):
            return office
        if again := self._named_before(name):
            return self._again(again, span, name, "a shorter form of its name")
        kind = EntityType.INSPECTORATE if "inspectorate" in name.lower().split() else EntityType.ORGANISATION
        label = wording.in_small_letters(name) if name.isupper() and " " in name else name
        draft = self.table.take(f"organisation/{slug(name)}", kind, label, span, "its form")
        draft.call(name)
        if mention and mention.head == "unit" and mention.scope:
            draft.part_of = self.body(mention.scope, None).key
        return draft

    def _named_before(self, name: str) -> Draft | None:
        """The body that an explained acronym or the last words of a longer name mean ("the Health Board"), if it is just one."""
        if (key := self.acronyms.get(name)) and (draft := self.table.get(key)) and draft.type in BODIES:
            return draft
        if " " not in name or name.count(" ") > 2:
            return None
        tail = f" {name.lower()}"
        longer = [draft for draft in self.table.with_head_of(name) if draft.label.lower().endswith(tail)]
        return longer[0] if len(longer) == 1 else self.longer(name) if not longer else None

    def longer(self, name: str) -> Draft | None:
        """The one body with a longer name of which these words are some ("Fire Authority", "Lagan Trust")."""
        return _only(
            draft
            for draft in self.table.with_head_of(name)
            if not draft.registered and wording.shortens(name, draft.label)
        )

    def _office(self, name: str, span: Span | None) -> Draft | None:
        """ "Victims' Commissioner's Office", "Office of the Registrar": the office of a post has one key however it is called."""
        holder = wording.holder_of_office(name)
        if holder is None:
            return None
        post = self._known_post(holder)
        if post and post.post_in and post.post_in in self.lexicon.registry.things:
            return self.known(post.post_in, span, name)
        posts = self.table.of_type(EntityType.POST)
        draft = next((d for d in posts if holder in (d.label, *d.names)), None)
        same = self.table.containing(holder, EntityType.POST)
        draft = draft or (same[0] if len(same) == 1 else None)
        if draft is None and (known := self._office_named(holder)):
            return self._again(known, span, name, "a shorter form of its name")
        full = draft.label if draft else holder
        office = self.table.take(
            f"organisation/{slug(wording.OFFICE + full)}",
            EntityType.ORGANISATION,
            wording.OFFICE + full,
            span,
            "office of a post",
        )
        office.call(name, f"{full}'s Office", f"{holder}'s office")
        return office

    def _office_named(self, holder: str) -> Draft | None:
        """The only office of the document for a post whose title ends so: "the Ombudsman's Office"."""
        same = (draft for draft in self.table.with_head_of(holder) if draft.label.endswith(f" {holder}"))
        return _only(draft for draft in same if draft.label.startswith(wording.OFFICE))

    def _known_post(self, name: str) -> Known | None:
        thing = self.lookup(name)
        return thing if thing and thing.type is EntityType.POST else None

    def post(self, mention: Mention) -> Draft:
        """A post; see the module for the order of the rules."""
        name = mention.name.removeprefix("the ")
        if thing := self._known_post(name):
            return self.known(thing.key, mention.span, name)
        if held := self.held.get(wording.plain_title(name)):
            return self._again(held, mention.span, name, "the only such post of those who met")
        if mention.scope:
            return self._scoped(mention, name)
        if seat := self._seated_in(name):
            return self._again(seat, mention.span, name, "the only body of such a name")
        same = self._posts_named(name)
        if name.lower() in _CHAIRS:
            same = [draft for draft in same if not self._is_aside(draft)]
        if len(same) == 1 and name != same[0].label:
            return self._again(same[0], mention.span, name, "the only such post in the document")
        if body := self._body_of_chief(name):
            return self.post_in(body, name, mention.span)
        if self.main_body and (thing := self.post_of(self.main_body, name)):
            return self.known(thing.key, mention.span, name)
        if office := self._office_named(name):
            return self._post_in_office(office, name, mention.span)
        if self.main_body and name == mention.head and not self._of_state(name):
            return self._new_post(
                f"{self.main_body.removeprefix('organisation/')}/{slug(name)}", mention.span, name, self.main_body
            )
        return self._new_post(slug(name), mention.span, name, None)

    def _posts_named(self, title: str) -> list[Draft]:
        """The posts whose names hold a title, those of deputies only where there is no other."""
        same = self.table.containing(title, EntityType.POST)
        deputies = tuple(f" {word} {title.lower()} " for word in _DEPUTIES)
        return [draft for draft in same if not any(each in draft.all_names() for each in deputies)] or same

    def _body_of_chief(self, title: str) -> str | None:
        """ "Deputy Chief Inspector", where just one Chief Inspector is named: the body of that post."""
        deputy, _, chief = title.partition(" ")
        posts = self._posts_named(chief) if chief and deputy.lower() in _DEPUTIES else []
        return posts[0].post_in if len(posts) == 1 else None

    def _seated_in(self, name: str) -> Draft | None:
        """ "the Ombudsman", where the only body whose name holds that word is no office of a post ("Housing Ombudsman Service")."""
        if name not in _SEATS:
            return None
        found = [draft for draft in self.table.of_type(*BODIES) if name in draft.label.split()]
        named = found[0].label.split() if len(found) == 1 else []
        if named[:1] == ["Office"] or not named[1:]:
            return None
        posts = self.lexicon.registry.posts_of.get(found[0].key, ())
        known = next((post for post in posts if post.label.endswith(name)), None)
        return self.known(known.key, None, name) if known else found[0]

    def _post_in_office(self, office: Draft, title: str, span: Span) -> Draft:
        """ "the Ombudsman", where the text names the office of just one."""
        if known := next(
            (post for post in self.lexicon.registry.posts_of.get(office.key, ()) if post.label.endswith(title)), None
        ):
            return self.known(known.key, span, title)
        full = office.label.removeprefix(wording.OFFICE)
        return self._again(self._new_post(slug(full), span, full, office.key), span, title, "the post of its office")

    def join(self, draft: Draft, other: Draft) -> Draft:
        """Make one thing of two: the first is forgotten, its places and names are the other's."""
        for place in draft.mentions:
            other.note(place)
        other.call(draft.label, *draft.names)
        self.table.forget(draft.key)
        for each in self.table.drafts.values():
            if each.post_in == draft.key:
                each.post_in = other.key
            if each.part_of == draft.key:
                each.part_of = other.key
        return other

    def _is_aside(self, draft: Draft) -> bool:
        return all(self._in_entry(place) for place in draft.mentions)

    def _in_entry(self, place: Span) -> bool:
        """Does a place lie within the entry of a named person?"""
        before = bisect_right(self.aside, place.start, key=lambda entry: entry.start)
        return before > 0 and self.aside[before - 1].holds(place)

    def _of_state(self, title: str) -> bool:
        """Is this a title of state, bench or police, so that a body named in passing does not own it ("the Minister")?"""
        ranks = {
            name.meaning
            for names in self.lexicon.roles.by_first.get(title.lower().split(" ", 1)[0], {}).values()
            for name in names
            if name.written.lower() == title.lower()
        }
        return bool(ranks & {"political", "judicial", "police"})

    def post_in(self, body: str, title: str, span: Span) -> Draft:
        """The post of this title in a body; "interim" and "acting" are no part of a title."""
        plain = " ".join(word for word in title.split() if word.lower() not in _IN_PASSING) or title
        if known := self.post_of(body, plain):
            return self.known(known.key, span)
        whole = self.table.get(body)
        label = f"{plain[0].upper()}{plain[1:]} of {whole.label}" if whole else plain
        draft = self._new_post(f"{body.split('/', 1)[1]}/{slug(plain)}", span, label, body)
        draft.call(title)
        return draft

    def _again(self, draft: Draft, span: Span | None, name: str, reason: str) -> Draft:
        draft.note(span)
        draft.call(name)
        draft.reason = draft.reason or reason
        return draft

    def _scoped(self, mention: Mention, name: str) -> Draft:
        """ "Chair of the Parole Board", "Registrar of Ferries"."""
        title = name[: len(name) - len(mention.scope)].rstrip() if mention.scope in name else name
        title = title.removesuffix(" the").removesuffix(" of").removesuffix(" for").strip() or mention.head
        thing = self.lookup(mention.scope)
        body = thing.key if thing and thing.type in _GROUPED else self._body_key(mention.scope)
        of_body = title.lower() in _OF_BODIES or bool(mention.scope_acronym)
        if body is None and of_body and mention.scope[0].isupper() and mention.scope in name:
            body = self.body(mention.scope, None).key
        if body is None:
            return self._new_post(slug(name), mention.span, name, None)
        if mention.scope not in name:
            return self.post_in(body, title, mention.span)
        self.body(mention.scope, mention.span) if body in self.table.drafts or thing is None else self.known(
            body, mention.span
        )
        if known := self.post_of(body, title):
            return self.known(known.key, mention.span, name)
        draft = self._new_post(f"{body.removeprefix('organisation/')}/{slug(title)}", mention.span, name, body)
        draft.call(title)
        return draft

    def _body_key(self, scope: str) -> str | None:
        if body := self.table.called(scope, *BODIES):
            return body.key
        last, first = scope.lower().split()[-1], scope.lower().split()[0]
        if last in self.lexicon.bodies or first in self.lexicon.openers:
            return self.body(scope, None).key
        return None

    def post_of(self, body: str, title: str) -> Known | None:
        """The post of this title that the registry knows in a body."""
        low = title.lower()
        for post in self.lexicon.registry.posts_of.get(body, ()):
            if low in {form.lower() for form in (*post.short, *post.names, post.label)}:
                return post
        return None

    def _new_post(self, tail: str, span: Span, name: str, body: str | None) -> Draft:
        label = wording.in_small_letters(name) if name.isupper() and " " in name else name
        draft = self.table.take(f"post/{tail}", EntityType.POST, label, span, "a role by its form")
        draft.post_in = draft.post_in or body
        draft.call(name)
        return draft

    def person(self, name: str, span: Span | None) -> Draft:
        """A person by name; a surname with a title is the person of that surname already named, if there is just one."""
        titles, rest = people.parts(name, self.lexicon)
        if (thing := self.lookup(name)) and thing.type is EntityType.PERSON:
            draft = self.known(thing.key, span, name)
            draft.gender = people.titled(titles, self.lexicon) or draft.gender
            return draft
        if len(rest) == 1:
            same = self.persons.of_surname(rest[0])
            if len(same) == 1:
                draft = same[0]
                draft.note(span)
                draft.call(name)
                draft.gender = people.titled(titles, self.lexicon) or draft.gender
                return draft
            rest = name.split() if titles else rest
        draft = self.table.take(f"person/{slug(' '.join(rest))}", EntityType.PERSON, name, span, "a name by its form")
        draft.call(" ".join(rest))
        draft.gender = draft.gender or people.gender(name, self.lexicon)
        return draft


def _only(drafts: Iterable[Draft]) -> Draft | None:
    found = list(drafts)
    return found[0] if len(found) == 1 else None
