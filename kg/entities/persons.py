"""The persons of a document by their surnames.

Comes in: the entities found so far.  Goes out: those of a surname.  The one idea: hundreds of persons are sorted once, those who come are
added, and all are sorted anew only when somebody has gone.
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
    _surnames: dict[str, str] = field(default_factory=dict)  # of each person by key
    _by_surname: dict[str, list[Draft]] = field(default_factory=dict)
    _sorted: list[Draft] = field(default_factory=list)  # the persons in it

    def of_surname(self, surname: str) -> list[Draft]:
        """The persons of a surname, in the order found."""
        persons = self.table.of_type(EntityType.PERSON)
        if persons[-1:] != self._sorted[-1:] or len(persons) != len(self._sorted):
            if persons[: len(self._sorted)] != self._sorted:
                self._sorted, self._by_surname = [], {}
            for person in persons[len(self._sorted) :]:
                self._by_surname.setdefault(self._surname(person), []).append(person)
            self._sorted = persons
        return self._by_surname.get(surname, [])

    def _surname(self, person: Draft) -> str:
        if person.key not in self._surnames:
            self._surnames[person.key] = "".join(people.parts(person.label, self.lexicon)[1][-1:])
        return self._surnames[person.key]
