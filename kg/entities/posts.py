"""From a title to the post it names, each decision with its reason.

Comes in: mentions of posts.  Goes out: drafts of the document's table.  The one idea: in turn the registry, the post of somebody who met, the body in its
own "of" phrase, the only body of such a name, the only post in the document whose name holds the words, the body of the chief for whom a deputy stands
in, the post of the document's main body, the only office of that name, the body in which a bare title has its seat, and else none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from kg.entities import wording
from kg.entities.bodies import Bodies, only
from kg.entities.draft import Draft
from kg.lexicon import Known
from kg.lexicon.heads import NATIONS
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType, Mention, Span
from kg.terms import slug

_NOWHERE = Span(0, 0)
# "Head of School Improvement", "Head of Council Tax"
_IN_FIELDS = frozenset({"school", "council", "committee", "board"})
_GROUPED = BODIES | {EntityType.GROUP}
_TITLES = lists("titles")
_SEATS = _TITLES.words("seats")
_CHAIRS, _OF_BODIES, _IN_PASSING = _TITLES.words("chairs"), _TITLES.words("of-bodies"), _TITLES.words("in-passing")
_SEATED = _TITLES.values("seated")  # words of which the name of a body with such a post has one
_OF_MANY, _MANY = _TITLES.words("of-many"), _TITLES.ordered("many")
_SITTING, _OF_SITTINGS = _TITLES.words("sitting"), _CHAIRS | _TITLES.words("of-sittings")
_DEPUTIES, _FOR_FIELDS = _TITLES.words("deputies"), _TITLES.words("for-fields")


@dataclass(slots=True)
class Posts(Bodies):
    """The same with the posts of its bodies.  ``main_body`` is the body that a bare post belongs to."""

    main_body: str | None = None
    # the posts of the attendance list by title, None for one of several
    held: dict[str, Draft | None] = field(default_factory=dict)
    # entries of named people: a chair named there is another body's, unless it chairs the meeting
    aside: tuple[Span, ...] = ()
    _titles: dict[str, dict[str, Known]] = field(default_factory=dict)  # of the posts that the registry knows, by body

    def post(self, mention: Mention) -> Draft:
        """A post; see the module for the order of the rules."""
        name = mention.name.removeprefix("the ").removeprefix("The ")
        if thing := self._known_post(name):
            return self.known(thing.key, mention.span, name)
        if held := self.held.get(wording.plain_title(name)):
            return self._again(held, mention.span, name, "the only such post of those who met")
        short, _, title = name.partition(" ")
        short = short.removesuffix("'s")
        if title and wording.is_acronym(short) and (owner := self.body_of(short)):
            return self.post_in(owner, title, mention.span)
        if mention.scope:
            return self._scoped(mention, name)
        if seat := self._seated_in(name):
            return self._again(seat, mention.span, name, "the only body of such a name")
        aside = name.lower() in _CHAIRS
        same = only(draft for draft in self._posts_named(name) if not (aside and self._is_aside(draft)))
        if same and name != same.label:
            return self._again(same, mention.span, name, "the only such post in the document")
        if chief := self._chief_of(name):
            body = chief.post_in
            return self.post_in(body, name, mention.span) if body else self.unseated(name, mention.span)
        if self.main_body and (thing := self.post_of(self.main_body, name)):
            return self.known(thing.key, mention.span, name)
        if office := self._office_named(name):
            return self._post_in_office(office, name, mention.span)
        if name == mention.head and (body := self._seat_of(name)):
            return self._new_post(f"{body.removeprefix('organisation/')}/{slug(name)}", mention.span, name, body)
        return self.unseated(name, mention.span)

    def _posts_named(self, title: str) -> Iterator[Draft]:
        """The posts whose names hold a title, those of deputies only where there is no other; one that is also named in full ("Water Advocate", "Water Advocate
        for Wales") counts once."""
        same = self.table.containing(title, EntityType.POST)
        if len(same) < 2:
            return (one for one in same if not self._is_named_in_full(one, title))
        deputies = [f" {word} {title.lower()} " for word in _DEPUTIES]
        chiefs = (draft for draft in same if not any(each in draft.all_names() for each in deputies))
        named = (draft for draft in chiefs if not self._is_named_in_full(draft, title))
        first = next(named, None)
        return chain((first,), named) if first else (one for one in same if not self._is_named_in_full(one, title))

    def _is_named_in_full(self, draft: Draft, title: str) -> bool:
        """Does another post of this title say in full what the label of this one begins with?"""
        longer = self.table.beginning(draft.label, EntityType.POST) if draft.label != title else []
        starts = (f"{draft.label} for ", f"{draft.label} of ")
        return any(one.label.startswith(starts) and f" {title.lower()} " in one.all_names() for one in longer)

    def _chief_of(self, title: str) -> Draft | None:
        """ "Deputy Chief Inspector", where just one Chief Inspector is named: that post."""
        deputy, _, chief = title.partition(" ")
        return only(self._posts_named(chief)) if chief and deputy.lower() in _DEPUTIES else None

    def _seated_in(self, name: str) -> Draft | None:
        """ "the Ombudsman", where the only body whose name holds that word is no office of a post ("Housing Ombudsman Service")."""
        if name not in _SEATS:
            return None
        found = only(draft for draft in self.table.containing(name, *BODIES) if name in draft.label.split())
        named = found.label.split() if found else []
        if found is None or named[0] == "Office" or not named[1:]:
            return None
        posts = self.lexicon.registry.posts_of.get(found.key, ())
        known = next((post for post in posts if post.label.endswith(name)), None)
        return self.known(known.key, None, name) if known else found

    def _post_in_office(self, office: Draft, title: str, span: Span) -> Draft:
        """ "the Ombudsman", where the text names the office of just one."""
        if known := next(
            (post for post in self.lexicon.registry.posts_of.get(office.key, ()) if post.label.endswith(title)), None
        ):
            return self.known(known.key, span, title)
        full = office.label.removeprefix(wording.OFFICE)
        return self._again(self._new_post(slug(full), span, full, office.key), span, title, "the post of its office")

    def _is_aside(self, draft: Draft) -> bool:
        return all(self.in_entry(place) for place in draft.mentions)

    def in_entry(self, place: Span) -> bool:
        """Does a place lie within the entry of a named person?"""
        before = bisect_right(self.aside, place.start, key=lambda entry: entry.start)
        return before > 0 and self.aside[before - 1].holds(place)

    def _seat_of(self, title: str) -> str | None:
        """The body that a bare title belongs to: none for a title of state; the document's main one, unless only bodies of some kinds have such
        posts (a governor in a prison) and it is none of them; a chief inspector may be that of the only inspectorate."""
        if self._of_state(title):
            return None
        kinds = _SEATED.get(title.lower().split()[-1])
        main = self.table.get(self.main_body)
        if main and not self.may_have(main.key, title):
            return None
        if kinds is None or (main and not _words(main).isdisjoint(kinds.split())):
            return self.main_body
        same = self.table.of_type(EntityType.INSPECTORATE) if "inspectorate" in kinds.split() else []
        return same[0].key if len(same) == 1 else None

    def may_have(self, body: str, title: str) -> bool:
        """Can a body have such a post: no panel has a Chief Statistician, though it has a Panel Manager?"""
        kind, words = self.table.drafts[body].label.lower().split()[-1], title.lower().split()
        return kind not in _SITTING or kind in words or not _OF_SITTINGS.isdisjoint(words)

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

    def _scoped(self, mention: Mention, name: str) -> Draft:
        """ "Chair of the Parole Board", "Registrar of Ferries"."""
        title = name[: len(name) - len(mention.scope)].rstrip() if mention.scope in name else name
        title = title.removesuffix(" the").removesuffix(" of").removesuffix(" for").strip() or mention.head
        if mention.scope in self.acronyms:  # not what the registry knows by these letters
            own, whose = self.body_of(mention.scope), f"{mention.scope}'s {title}"
            listed = f"post/{slug(whose)}" in self.table.drafts
            return self.post_in(own, title, mention.span) if own and not listed else self.unseated(whose, mention.span)
        thing = self.lookup(mention.scope)
        field = title.lower() in _FOR_FIELDS and f" for {mention.scope}" in name
        if thing and thing.type in _GROUPED:
            body: str | None = thing.key
        else:
            body = None if field or _is_over_many(title, mention.scope) else self._body_key(mention.scope)
        of_body = title.lower() in _OF_BODIES or bool(mention.scope_acronym)
        if body is None and of_body and mention.scope[0].isupper() and mention.scope in name:
            body = self.body(mention.scope, None).key
        if body is None:
            return self.unseated(name, mention.span)
        if mention.scope not in name:
            return self.post_in(body, title, mention.span)
        if whole := self._headed(mention.scope):
            self._again(whole, mention.span, mention.scope, "the only body of such a name")
        elif body in self.table.drafts or thing is None:
            self.body(mention.scope, mention.span)
        else:
            self.known(body, mention.span)
        if known := self.post_of(body, title):
            return self.known(known.key, mention.span, name)
        draft = self._new_post(f"{body.removeprefix('organisation/')}/{slug(title)}", mention.span, name, body)
        draft.call(title)
        return draft

    def _body_key(self, scope: str) -> str | None:
        if body := self.table.called(scope, *BODIES) or self._headed(scope):
            return body.key
        first, *others = scope.lower().split()
        ahead = others[:-1] if len(others) > 1 and others[-1] in NATIONS else others  # "Youth Alliance Scotland"
        last, field = [first, *ahead][-1], first in _IN_FIELDS and {"of", "for", "on"}.isdisjoint(others)
        if last in self.lexicon.bodies or (first in self.lexicon.openers and not field):
            return self.body(scope, None).key
        return None

    def _headed(self, word: str) -> Draft | None:
        """ "Chair of the Forum": the only body whose name ends with that word, else the first that is named of those known from these minutes alone."""
        alike = self.table.containing(word, *BODIES) if word.lower() in self.lexicon.bodies else []
        called = [draft for draft in alike if draft.label.endswith(f" {word}")]
        named = [draft for draft in called if draft.mentions and not draft.registered] if len(called) > 1 else called
        return min(named, key=lambda draft: min(draft.mentions, default=_NOWHERE).start, default=None)

    def body_of(self, name: str) -> str | None:
        """The body that letters or a registered name stand for, or that the post so called belongs to, be it its office: "LRI", "VC"."""
        short = self.table.get(self.acronyms[name]) if name in self.acronyms else self.lookup(name)
        if short is None or short.type in BODIES:
            return short.key if short else None
        if short.post_in or short.type is not EntityType.POST:
            return short.post_in
        office = self.table.called(f"{wording.OFFICE}{short.label}", *BODIES)
        return office.key if office else None

    def post_of(self, body: str, title: str) -> Known | None:
        """The post of this title that the registry knows in a body."""
        if body not in self._titles:
            posts = reversed(self.lexicon.registry.posts_of.get(body, ()))
            forms = ((form.lower(), one) for one in posts for form in (*one.short, *one.names, one.label))
            self._titles[body] = dict(forms)  # of two with one title the first
        return self._titles[body].get(title.lower())

    def unseated(self, name: str, span: Span) -> Draft:
        """A post of which no body is known."""
        return self._new_post(slug(name), span, name, None)

    def _new_post(self, tail: str, span: Span, name: str, body: str | None) -> Draft:
        label = wording.in_small_letters(name)
        draft = self.table.take(f"post/{tail}", EntityType.POST, label, span, "a role by its form")
        draft.post_in = draft.post_in or body
        draft.call(name)
        return draft


def _is_over_many(title: str, scope: str) -> bool:
    """ "Registrar of Northern Charities": is it a post over all bodies of a kind?"""
    return title.lower().split()[-1] in _OF_MANY and scope.lower().endswith(_MANY)


def _words(draft: Draft) -> set[str]:
    """The words of a body's names in small letters."""
    return {word.removesuffix("'s") for name in (draft.label, *draft.names) for word in name.lower().split()}
