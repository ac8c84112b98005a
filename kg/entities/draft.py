"""An entity while it is being put together, and the table of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter

from kg.model import BODIES, Entity, EntityType, Span

_APART = " \n\n "  # two names
AGENTS = frozenset({EntityType.PERSON, EntityType.POST, EntityType.COLLECTIVE, EntityType.GROUP}) | BODIES


@dataclass(slots=True, eq=False)
class Draft:
    """An entity that still grows: names, places, links.  See :class:`kg.model.Entity` for the meaning of each."""

    key: str
    type: EntityType
    label: str
    names: dict[str, None] = field(default_factory=dict)
    mentions: dict[Span, None] = field(default_factory=dict)  # in the order found
    holds: str | None = None
    post_in: str | None = None
    member_of: str | None = None
    part_of: str | None = None
    registered: bool = False
    reason: str = ""
    tentative: bool = False  # an entity only where a fact needs it
    gender: str | None = None
    number: int = 0  # in which order it came
    spoken: str = ""  # all its names, once they were asked for
    # where the table looks for new names, with the keys of those who have them
    renamed: list[tuple[str, str]] = field(default_factory=list)

    def call(self, *names: str) -> None:
        """Note further names; the label itself is none."""
        for name in names:
            if name and name != self.label and name not in self.names:
                self.names[name] = None
                self.spoken = ""
                self.renamed.append((self.key, name))

    def is_called(self, words: str) -> bool:
        """Is this one of its names, in whatever case?"""
        return f"\n {words.lower()} \n" in self.all_names()

    def all_names(self) -> str:
        """Its names in small letters, each on a line with a space at both ends: a look at one text for all of them."""
        if not self.spoken:
            self.spoken = f"\n {_APART.join((self.label, *self.names)).lower()} \n"
        return self.spoken

    def note(self, place: Span | None) -> None:
        """Note a place that names it, each once."""
        if place is not None:
            self.mentions.setdefault(place)

    def done(self) -> Entity:
        """The finished value."""
        return Entity(
            key=self.key, type=self.type, label=self.label, names=tuple(self.names), mentions=tuple(self.mentions), holds=self.holds,
            post_in=self.post_in, member_of=self.member_of, part_of=self.part_of, registered=self.registered, reason=self.reason,
        )  # fmt: skip


@dataclass(slots=True)
class Table:
    """The entities of one document by key, and by the words of their names: to look one up costs the same however many there are."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    types: dict[str, EntityType] = field(default_factory=dict)  # of each of them
    _came: int = 0
    _kinds: dict[tuple[EntityType, ...], list[Draft]] = field(default_factory=dict)  # those that were asked for
    _by_word: dict[str, dict[int, Draft]] = field(default_factory=dict)
    # names that are not in it yet, with the keys of those who have them
    _renamed: list[tuple[str, str]] = field(default_factory=list)

    def get(self, key: str | None) -> Draft | None:
        """The entity of a key, if there is one."""
        return self.drafts.get(key) if key else None

    def take(self, key: str, kind: EntityType, label: str, span: Span | None, reason: str) -> Draft:
        """The entity of this key, made when it is new; the place is noted."""
        draft = self.drafts.get(key)
        if draft is None:
            self._came += 1
            draft = Draft(key, kind, label, reason=reason, number=self._came, renamed=self._renamed)
            self.drafts[key] = draft
            self.types[key] = kind
            self._renamed.append((key, label))
            for kinds, drafts in self._kinds.items():
                if not kinds or kind in kinds:
                    drafts.append(draft)
        draft.note(span)
        return draft

    def forget(self, key: str) -> None:
        """Take an entity out."""
        draft = self.drafts.pop(key, None)
        if draft is None:
            return
        del self.types[key]
        for kinds, drafts in self._kinds.items():
            if not kinds or draft.type in kinds:
                drafts.remove(draft)
        for word in _words(draft.all_names()) if self._by_word else ():
            self._by_word.get(word, {}).pop(draft.number, None)

    def of_type(self, *kinds: EntityType) -> list[Draft]:
        """Every entity of some types, in the order found."""
        return list(self._of_type(kinds))

    def count(self, *kinds: EntityType) -> int:
        """How many entities of some types there are."""
        return len(self._of_type(kinds))

    def called(self, words: str, *kinds: EntityType) -> Draft | None:
        """The first entity of some types that has this name, in whatever case."""
        return next(iter(self._having(f"\n {words.lower()} \n", kinds)), None)

    def beginning(self, words: str, *kinds: EntityType) -> list[Draft]:
        """The entities of some types one of whose names begins with these whole words, in whatever case."""
        return self._having(f"\n {words.lower()} ", kinds)

    def ending(self, words: str, *kinds: EntityType) -> list[Draft]:
        """The entities of some types one of whose names ends with these whole words, in whatever case."""
        return self._having(f" {words.lower()} \n", kinds)

    def containing(self, words: str, *kinds: EntityType) -> list[Draft]:
        """The entities of some types one of whose names contains these whole words, in whatever case."""
        return self._having(f" {words.lower()} ", kinds)

    def _having(self, wanted: str, kinds: tuple[EntityType, ...]) -> list[Draft]:
        return [draft for draft in self.sharing(wanted, *kinds) if wanted in (draft.spoken or draft.all_names())]

    def sharing(self, words: str, *kinds: EntityType) -> list[Draft]:
        """Those entities of some types (of any, where none is given) whose names may have these words, in the order found: all of a few, of many
        those that have the rarest of the words."""
        alike = self._of_type(kinds)
        if len(alike) <= _FEW:
            return alike
        self._sort_in()
        having: dict[int, Draft] | None = None
        for word in _words(words.lower()):
            with_word = self._by_word.get(word)
            if not with_word:
                return []
            having = with_word if having is None or len(with_word) < len(having) else having
        found = [draft for draft in having.values() if not kinds or draft.type in kinds] if having else []
        return sorted(found, key=_NUMBER) if len(found) > 1 else found

    def _sort_in(self) -> None:
        """Put those with new names where their words are looked up."""
        for key, name in self._renamed:
            if draft := self.drafts.get(key):
                for word in _words(name.lower()):
                    self._by_word.setdefault(word, {})[draft.number] = draft
        self._renamed.clear()

    def _of_type(self, kinds: tuple[EntityType, ...]) -> list[Draft]:
        if kinds not in self._kinds:
            self._kinds[kinds] = [draft for draft in self.drafts.values() if not kinds or draft.type in kinds]
        return self._kinds[kinds]


_FEW = 32  # entities of a type: to look through so many names takes less than to find a word
_NUMBER = attrgetter("number")


def _words(names: str) -> list[str]:
    return names.replace(",", " ").split()
