"""What every extractor is given: one document, tokenised, with its cast."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kg.entities import BODIES, Cast
from kg.facts.shapes import Subject
from kg.facts.showing import Places
from kg.facts.signs import EVERY, NAMES, sign
from kg.lexicon import Lexicon
from kg.model import EntityType, Mention, Outline, Passage
from kg.sentences import Sentence, Tokens

PERSONAL = frozenset({EntityType.PERSON, EntityType.POST})
_INSPECTS = sign({"inspects", "inspecting", "inspected"})
_BY_WHOM = frozenset({"which", "whom"})
_NO_SUBJECT = frozenset({"was", "were", "be", "been", "are", "is", "by"})  # before "inspected"


@dataclass(slots=True)
class Line:
    """One sentence of running text with the passage it belongs to: the tokens ``first`` up to, not including, ``last``.

    Its main clause begins at ``start`` with its ``subject``: both are noted once it is known who is named.
    """

    first: int
    last: int
    sentence: Sentence
    passage: Passage
    signs: int = EVERY
    start: int = -1
    subject: Subject | None = None

    def shows(self, needed: int) -> bool:
        """Does the sentence show all signs that a rule needs?"""
        return self.signs & needed == needed


@dataclass(slots=True)
class Context:
    """A document while its facts are read."""

    text: str
    tokens: Tokens
    lines: list[Line]
    cast: Cast
    outline: Outline
    lexicon: Lexicon
    said_on: date | None
    signs: list[int]  # of each token
    mention_at: dict[int, Mention] = field(default_factory=dict)
    small: bool = True
    _named: list[int] = field(init=False)
    _keys: list[str] = field(init=False)  # what is named at each of them
    # what is asked most often is one look into a table
    type_of: Callable[[str], EntityType | None] = field(init=False)  # of an entity
    key_at: Callable[[int], str | None] = field(init=False)  # the entity named at a token
    name_around: Callable[[int], Mention | None] = field(init=False)  # the name that a token is a word of
    within_name: Callable[[int], bool] = field(init=False)  # is a token a word of a name?
    _places: Places = field(init=False)
    _ahead: tuple[int, int, set[str]] = (0, 0, set())  # the stretch last asked for, with its words
    topical: list[int] | None = None  # where concepts of the thesaurus may be named, once asked for
    _inspectors: tuple[str, ...] | None = None
    _inspecting: set[str] | None = None
    _mentions_of: dict[str, list[Mention]] | None = None
    _voices: dict[str, int] | None = None
    sides: dict[str, list[str]] = field(default_factory=dict)  # the people of each body that is there, once asked for
    introduced: dict[str, list[str]] | None = None  # who is named beside each role of somebody's, once asked for
    absent: dict[str, bool] = field(default_factory=dict)  # of each agent that was asked about: did it stay away?
    answers: defaultdict[str, dict[tuple[int, int], Any]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        self.mention_at = {mention.first: mention for mention in self.cast.mentions}
        self._named = sorted(self.mention_at)
        self._keys = list(map(self.cast.by_first.__getitem__, self._named))
        for first in self._named:
            self.signs[first] |= NAMES
        self._places = Places(self.signs)
        self.type_of, self.key_at = self.cast.table.types.get, self.cast.by_first.get
        around = {k: mention for mention in self.cast.mentions for k in range(mention.first, mention.last)}
        self.name_around, self.within_name = around.get, around.__contains__
        self.small = self.cast.few

    def speaks_often(self, key: str) -> bool:
        """Does a post that no list names report in its own sentences at least twice, so that it must have been there?"""
        if self._voices is None:
            verbs = self.lexicon.predicates.verbs
            counts: dict[str, int] = {}
            for mention in self.cast.mentions:
                after = self.tokens.lows[mention.last : mention.last + 2]
                if any(low in verbs and low.endswith(("ed", "d", "t")) for low in after):
                    named = self.cast.by_first[mention.first]
                    counts[named] = counts.get(named, 0) + 1
            self._voices = counts
        return self._voices.get(key, 0) >= 2

    def inspectors(self) -> tuple[str, ...]:
        """The bodies of those present that inspect: inspectorates, and bodies that the text says inspect.

        Where there is just one, an inspection that names no inspector is taken to be its own.
        """
        if self._inspectors is None:
            bodies = [body for key in self.cast.present() if (body := self.cast.body_of(key))]
            main = self.cast.resolver.main_body
            inspecting = self.inspecting()
            if main and (self.small or main in inspecting):
                bodies.append(main)
            self._inspectors = tuple(
                body
                for body in dict.fromkeys(bodies)
                if self.type_of(body) is EntityType.INSPECTORATE or body in inspecting
            )
        return self._inspectors

    def inspecting(self) -> set[str]:
        """The bodies that the text says inspect: the subjects of "inspects", "is inspecting", "has inspected"."""
        if self._inspecting is None:
            self._inspecting = self._subjects_of_inspecting()
        return self._inspecting

    def _subjects_of_inspecting(self) -> set[str]:
        found = set()
        lines = [one for one in self.lines if one.signs & _INSPECTS]
        places = ((one.first, i) for one in lines for i in self.showing(_INSPECTS, one.first, one.last))
        for first, i in places:
            low = self.tokens.lows[i]
            for k in range(i - 1, max(first - 1, i - 14), -1):
                if self.tokens.words[k] in {".", ";"}:
                    break
                key = self.key_at(k) if low == "inspecting" or self.tokens.lows[i - 1] not in _NO_SUBJECT else None
                if key and self.type_of(key) in BODIES:
                    found.add(key)
                    break
            if low == "inspected" and (inspector := self._inspected_by(i)):
                found.add(inspector)
        return found

    def _inspected_by(self, i: int) -> str | None:
        """ "is inspected every year by the Board", "the Board, by which they are inspected": who inspects."""
        lows = self.tokens.lows
        which = next((k for k in range(i - 2, max(1, i - 9), -1) if lows[k] in _BY_WHOM and lows[k - 1] == "by"), 0)
        end = which - 1 - (lows[which - 2] == ",")
        if which and (name := self.name_around(end - 1)) and self.type_of(self.cast.by_first[name.first]) in BODIES:
            return self.cast.by_first[name.first]
        by = next((k for k in range(i + 1, min(len(lows) - 2, i + 6)) if lows[k] == "by"), -1)
        key = self.key_at(by + 1 + (lows[by + 1] == "the")) if by > 0 else None
        return key if key and self.type_of(key) in BODIES else None

    def showing(self, signs: int, first: int, last: int) -> list[int]:
        """The tokens of a stretch that show one of these signs, in order."""
        places = self._places[signs]
        return places[bisect_left(places, first) : bisect_left(places, last)]

    def ahead(self, first: int, last: int) -> set[str]:
        """The words of a stretch in small letters, with their bases, and it may be with some of those before it."""
        begins, ends, words = self._ahead
        if ends != last or not begins <= first:
            words = self.tokens.forms(first, last)
            self._ahead = first, last, words
        return words

    def mentions_of(self, key: str) -> list[Mention]:
        """Where an entity is named, in order."""
        if self._mentions_of is None:
            self._mentions_of = {}
            for mention in self.cast.mentions:
                self._mentions_of.setdefault(self.cast.by_first[mention.first], []).append(mention)
        return self._mentions_of.get(key, [])

    def named_in(self, first: int, last: int) -> list[int]:
        """The tokens of a stretch at which a name begins, in order."""
        named = self._named
        return named[bisect_left(named, first) : bisect_left(named, last)]

    def keys_in(self, first: int, last: int) -> list[str]:
        """The entities that are named in a stretch, in order."""
        named = self._named
        return self._keys[bisect_left(named, first) : bisect_left(named, last)]

    def words(self, first: int, last: int) -> str:
        """The text of some tokens."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]] if last > first else ""
