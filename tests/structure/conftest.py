"""Minutes as text -> what structure reads in them, as plain words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kg.model import ActionLine, Attendee, Document, Outline, Span
from kg.readers import read
from kg.structure import outline


@dataclass(frozen=True)
class Paper:
    """A document with its outline; the spans come back as words."""

    document: Document
    outline: Outline

    def words(self, span: Span | None) -> str | None:
        return " ".join(span.of(self.document.text).split()) if span else None

    @property
    def day(self) -> str | None:
        return self.outline.meeting_date.day.isoformat() if self.outline.meeting_date else None

    @property
    def headings(self) -> list[str | None]:
        return [self.words(heading.title) for heading in self.outline.headings]

    @property
    def people(self) -> list[tuple[str | None, str]]:
        return [(self.words(one.name), one.attendance.value) for one in self.outline.attendees]

    @property
    def actions(self) -> list[tuple[str | None, str | None, str | None]]:
        return [(self.words(one.owners), self.words(one.task), one.status) for one in self.outline.actions]

    @property
    def passages(self) -> list[tuple[str, int | None, str | None]]:
        return [(one.kind.value, one.position, self.words(one.span)) for one in self.outline.passages]

    def entry(self, name: str) -> Attendee:
        return next(
            one for one in self.outline.attendees if self.words(one.name) == name or self.words(one.post) == name
        )

    def parts(self, name: str) -> tuple[str | None, str | None, str | None]:
        """Post, body and role of the person or post."""
        one = self.entry(name)
        return self.words(one.post), self.words(one.organisation), one.role

    def action(self, number: int) -> ActionLine:
        return self.outline.actions[number]


@pytest.fixture
def paper():
    def of(text: str, name: str = "note.txt") -> Paper:
        document = read(name, text.encode())
        return Paper(document, outline(document))

    return of
