"""Full text: names, statements, commitments, inspections, minutes.

Comes in: an Index and the words of a user.  Goes out: hits, the best first.  The one idea: whatever a user types are words to look
for, never commands; words in double quotes stand together, and the last word may go on (``inspec*``).
"""

from __future__ import annotations

import html
import sqlite3
from collections.abc import Sequence

from kg.errors import QueryError
from kg.index.answers import Hit, Page
from kg.index.opening import Index
from kg.index.reading import facts, things
from kg.index.where import Where
from kg.patterns import expression

KINDS = ("name", "statement", "commitment", "inspection", "minutes")
LONGEST = 50  # words of a query
_TITLE, _BODY = 10.0, 1.0  # what a word counts in a name or the text of a fact, and in the words around it
_OPEN, _CLOSE = "\x02", "\x03"
_PART = expression(r'"([^"]*)"?|(\S+)')
_WORD = expression(r"[^\W_]+")


def search(index: Index, words: str, *, kinds: Sequence[str] = (), limit: int = 20, offset: int = 0) -> Page[Hit]:
    """What holds all of these words, in any form of theirs (``inspect`` finds inspecting).

    Raises :class:`kg.errors.QueryError` where there is no word in it, or a kind is unknown.
    """
    text = match(words)
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise QueryError("kind", f"{unknown[0]!r} is unknown; known: {', '.join(KINDS)}")
    where = Where(["words MATCH ?"], [text])
    where.among("what", kinds or None)
    joined = f"FROM words JOIN found ON found.id = words.rowid {where.text}"
    with index.reading() as connection:
        (total,) = connection.execute(f"SELECT count(*) {joined}", where.values).fetchone()
        rows = connection.execute(
            f"SELECT what, entity, fact, title, snippet(words, -1, '{_OPEN}', '{_CLOSE}', '…', 32), bm25(words, {_TITLE}, {_BODY}) "
            f"{joined} ORDER BY bm25(words, {_TITLE}, {_BODY}), found.id LIMIT ? OFFSET ?",
            (*where.values, limit, offset),
        ).fetchall()
        return Page(_hits(connection, rows), total, offset)


def _hits(
    connection: sqlite3.Connection, rows: Sequence[tuple[str, int | None, int | None, str, str, float]]
) -> tuple[Hit, ...]:
    named = things(connection, (row[1] for row in rows))
    numbers = sorted({row[2] for row in rows if row[2]})
    told = dict(zip(numbers, facts(connection, numbers), strict=True))
    return tuple(
        Hit(what, title, _marked(snippet, what), round(-rank, 3), named.get(entity or 0), told.get(fact or 0))
        for what, entity, fact, title, snippet, rank in rows
    )


def _marked(snippet: str, what: str) -> str:
    parts = snippet.split("\n") if what == "name" else [snippet]  # one name a line
    told = "; ".join(" ".join(part.split()) for part in parts)
    return html.escape(told, quote=False).replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")


def match(words: str) -> str:
    """The words as a query of the engine's: each word or phrase in quotes.

    >>> match('"joint inspection" co-operat* OR)')
    '"joint inspection" AND "co operat" * AND "OR"'
    """
    parts = [
        _quoted(phrase or word, going_on=not phrase and word.endswith("*")) for phrase, word in _PART.findall(words)
    ]
    found = [part for part in parts if part]
    if not found:
        raise QueryError("q", f"{words!r} has no word to look for")
    if len(found) > LONGEST:
        raise QueryError("q", f"has {len(found)} words; {LONGEST} are the most")
    return " AND ".join(found)


def _quoted(text: str, *, going_on: bool) -> str:
    inside = " ".join(_WORD.findall(text))
    return f'"{inside}"{" *" if going_on else ""}' if inside else ""
