"""The persons of a document by their surnames.

Comes in: the entities found so far.  Goes out: those of a surname.  The one idea: of the few whose names have that word, each name is parted once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities import people
from kg.entities.draft import Draft, Table
from kg.lexicon import Lexicon
from kg.model import EntityType


@dataclass(slots=True)
class Persons:
    """Finds the persons of one document."""

    lexicon: Lexicon
    table: Table
    _parts: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)  # of each name

    def parts(self, name: str) -> tuple[list[str], list[str]]:
        """A name as its titles and its other words."""
        if name not in self._parts:
            self._parts[name] = people.parts(name, self.lexicon)
        return self._parts[name]

    def of_surname(self, surname: str) -> list[Draft]:
        """The persons of a surname, in the order found."""
        named = self.table.sharing(surname.rsplit(maxsplit=1)[-1], EntityType.PERSON)
        return [person for person in named if self._surname(person) == surname]

    def of_initial(self, letter: str) -> list[Draft]:
        """Those called by a title whose surnames begin with a letter: "Supt B" for Superintendent Jo Bell; nobody for a longer word."""
        letter = letter.rstrip(".")
        if len(letter) != 1:
            return []
        persons = self.table.of_type(EntityType.PERSON)
        return [one for one in persons if self._surname(one).startswith(letter) and self.parts(one.label)[0]]

    def _surname(self, person: Draft) -> str:
        return "".join(self.parts(person.label)[1][-1:])
