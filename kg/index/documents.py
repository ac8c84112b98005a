"""Minutes: the text, how much of it was understood, and what was not.

Comes in: an Index and the slug of a document.  Goes out: Minutes.  The one idea: offsets of quotes count in this text.
"""

from __future__ import annotations

from kg.errors import NotFound
from kg.index.answers import Minutes
from kg.index.opening import Index
from kg.index.reading import quotes, things


def minutes(index: Index, slug: str) -> Minutes:
    """The document of a slug; raises :class:`kg.errors.NotFound` where there is none."""
    with index.reading() as connection:
        row = connection.execute(
            "SELECT entity, source, sha256, text, sentences, mapped FROM minutes WHERE slug = ?", (slug,)
        ).fetchone()
        if row is None:
            raise NotFound("minutes", slug)
        number = row[0]
        unmapped = connection.execute(
            "SELECT quote FROM unmapped WHERE minutes = ? ORDER BY quote", (number,)
        ).fetchall()
        words = quotes(connection, (quote for (quote,) in unmapped))
        meeting = connection.execute(
            "SELECT meeting, day FROM fact WHERE document = ? AND kind = 'meeting' ORDER BY id", (number,)
        ).fetchone() or (None, None)
        named = things(connection, (number, meeting[0]))
        return Minutes(
            thing=named[number],
            source=row[1],
            sha256=row[2],
            text=row[3],
            sentences=row[4],
            mapped=row[5],
            unmapped=tuple(sorted(words.values(), key=lambda quote: quote.start)),
            meeting=named.get(meeting[0] or 0),
            day=meeting[1],
        )
