"""What the rules of relationship share while one line is read.

Comes in: a line with the bodies last told of together.  Goes out: nothing; rules ask it for parties, subjects and whether a clause is told
as a fact, and let it make the relation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kg.facts.context import Context, Line
from kg.facts.inspections.subjects import Subjects
from kg.facts.relations.kinds import Kinds
from kg.facts.relations.parties import Parties
from kg.facts.relations.party import UNKNOWN
from kg.facts.relations.subjects import Befores
from kg.facts.relations.telling import Telling
from kg.lexicon.relations import RelationWords
from kg.model import Relation


@dataclass(slots=True)
class Scene:
    """One line with all that reads it."""

    who: Subjects
    kinds: Kinds
    line: Line
    pair: tuple[str, ...] = ()
    before: Line | None = None
    carried: tuple[str, ...] = ()
    context: Context = field(init=False)
    words: RelationWords = field(init=False)
    parties: Parties = field(init=False)  # the bodies that its noun phrases stand for
    befores: Befores = field(init=False)  # the subjects of its verbs
    telling: Telling = field(init=False)  # what is told as a fact

    def __post_init__(self) -> None:
        self.context = self.who.context
        self.words = self.context.lexicon.relations
        self.parties = Parties(self.who, self.kinds, self.line, self.pair, self.before, self.carried)
        self.befores = Befores(self.context, self.parties, self.line)
        self.telling = Telling(self.context, self.line)

    @property
    def anybody(self) -> Befores:
        """The subjects of its verbs, where capitals that no name explains will do."""
        return Befores(self.context, self.parties, self.line, loosely=True)

    def is_called(self, key: str, kind: str) -> bool:
        """Does the name of a body end in a word of this list, or hold it before "of" or "for"?"""
        name = self._name(key).lower().split()
        heads = {name[-1]} if name else set()
        heads |= {word for word, after in pairwise(name) if after in {"of", "for", "on"}}
        return bool(heads & self.words.lists[kind])

    def joins(self, key: str) -> bool:
        """Is a body one whose members are no parts of it: a consortium, an association, a board?"""
        return self.is_called(key, "leagues")

    def made(self, subject: str, predicate: str, other: str, rule: str) -> Relation:
        """The relation with the sentence as its evidence."""
        return Relation(
            self._key(subject), predicate, self._key(other), self.line.sentence.span, f"relation-{predicate}-{rule}"
        )

    def _key(self, key: str) -> str:
        """The body itself; one that no name explained is taken up now."""
        if not key.startswith(UNKNOWN):
            return key
        return self.context.cast.resolver.body(self._name(key), self.context.tokens.span(*self._place(key))).key

    def _name(self, key: str) -> str:
        """What a body is called, whether a name explains it or not."""
        if key.startswith(UNKNOWN):
            return " ".join(self.context.words(*self._place(key)).split())
        draft = self.context.cast.table.get(key)
        return draft.label if draft else ""

    def _place(self, key: str) -> tuple[int, int]:
        """The tokens of a body that no name explains."""
        first, last = map(int, key.removeprefix(UNKNOWN).split("-"))
        return first, last
