"""From the name of a body to the thing it names: the registry, an office, a shorter form of a longer name, else a key of the name itself.

Comes in: names as mentions give them.  Goes out: drafts of the document's table, each with its reason.  The one idea: one body, one key, however it is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from kg.entities import people, wording
from kg.entities.draft import Draft, Table
from kg.lexicon import Known, Lexicon
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType, Mention, Span
from kg.terms import slug

_DEPARTMENTS = lists("names").words("departments")
_LINKS = {"of": "for", "for": "of"}


@dataclass(slots=True)
class Bodies:
    """What a document names, as far as the registry and the names of bodies tell."""

    lexicon: Lexicon
    table: Table = field(default_factory=Table)
    acronyms: dict[str, str] = field(default_factory=dict)  # short forms that the document itself explains
    brief: dict[str, str] = field(default_factory=dict)  # common words by which the list calls bodies
    foreign: frozenset[str] = frozenset()  # posts of another nation, which a bare title does not mean here
    _found: dict[str, Known | None] = field(default_factory=dict)  # by each name that was looked up

    def lookup(self, name: str) -> Known | None:
        """The thing that the registry knows under exactly this name."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> Known | None:
        by_label = self.lexicon.registry.by_label
        low = name.lower().replace("’", "'").removeprefix("the ")
        if low in by_label:
            return by_label[low]
        if "majesty's " in low and (
            found := by_label.get(low.replace("her majesty's ", "hm ").replace("his majesty's ", "hm "))
        ):
            return found
        low = low.replace("&", "and")
        return by_label.get(low) or by_label.get(_other_link(low))

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

    def _again(self, draft: Draft, span: Span | None, name: str, reason: str) -> Draft:
        draft.note(span)
        draft.call(name)
        draft.reason = draft.reason or reason
        return draft

    def _known_post(self, name: str) -> Known | None:
        thing = self.lookup(name)
        return thing if thing and thing.type is EntityType.POST and thing.key not in self.foreign else None

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
        label = wording.in_small_letters(name)
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
        longer = [draft for draft in self.table.ending(name, *BODIES) if draft.label.lower().endswith(tail)]
        return longer[0] if len(longer) == 1 else self.longer(name) if not longer else None

    def longer(self, name: str) -> Draft | None:
        """The one body with a longer name of which these words are some ("Fire Authority", "Lagan Trust")."""
        return only(
            draft
            for draft in self.table.sharing(name, *BODIES)
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
        same = self.table.containing(holder, EntityType.POST)
        named = next((d for d in same if holder in (d.label, *d.names)), only(same))
        draft = named or self.table.get(self.acronyms.get(holder))
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
        same = (draft for draft in self.table.ending(holder, *BODIES) if draft.label.endswith(f" {holder}"))
        return only(draft for draft in same if draft.label.startswith(wording.OFFICE))


def only(drafts: Iterable[Draft]) -> Draft | None:
    """The one of some, if there is just one."""
    found = list(islice(drafts, 2))
    return found[0] if len(found) == 1 else None


def _other_link(name: str) -> str:
    """The "department of transport" as the "department for transport"; another name as it is."""
    kind, _, rest = name.partition(" ")
    link, _, matter = rest.partition(" ") if kind in _DEPARTMENTS else ("", "", "")
    return f"{kind} {_LINKS[link]} {matter}" if link in _LINKS else name
