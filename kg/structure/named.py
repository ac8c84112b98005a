"""Those whom the words of a sentence name, as a list of entries.

Comes in: the span of the words, and the Label that their verb gives.  Goes out: Entries with that Label.  The one idea: persons and posts count, and
where the words are no list of people, nobody does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Span
from kg.patterns import expression
from kg.structure.entries import Entry
from kg.structure.inline import entries_of
from kg.structure.labels import Label
from kg.structure.lines import key_of, trimmed
from kg.structure.people import is_name, is_post
from kg.structure.words import NOBODY

Told = tuple[Entry, Label]

_STOP = expression(r"[.](?<=[a-z)\]]{2}[.])(?=\s|$)")
_NEAR, _LONGEST = 20, 1000  # characters


def named(text: str, span: Span, label: Label, *, loosely: bool = False) -> Iterator[Told]:
    """The persons and posts of the list; where the sentence is no list of people, nobody."""
    if key_of(span.of(text)) in NOBODY:
        return
    for entry in entries_of(text, span):
        if (
            (entry.name and (entry.sure or is_name(entry.name.of(text))))
            or (
                entry.post
                and entry.name is None
                and is_post(entry.post.of(text))
                and len(entry.post.of(text).split()) < 9
            )
            or (entry.role and _by_role_alone(text, entry))
            or (loosely and entry.organisation and text[entry.organisation.start].isupper())
        ):
            yield entry, label


def _by_role_alone(text: str, entry: Entry) -> bool:
    """ "…, and the Clerk", "Its Chair had hoped to come": who is told by the part in the meeting alone."""
    before = text[max(0, entry.span.start - _NEAR) : entry.span.start].lower().split()[-1:]
    return not (entry.name or entry.post or entry.organisation) and before in (["the"], ["its"])


def at(span: Span, match: re.Match[str], group: str) -> Span:
    """The place of a group of what was found in the words of the span."""
    return Span(span.start + match.start(group), span.start + match.end(group))


def until_sentence(text: str, span: Span) -> Span:
    """A list ends with its sentence; "Mr D. Poole" does not end one."""
    for match in _STOP.finditer(span.of(text)):
        word = span.of(text)[: match.start()].rsplit(None, 1)[-1]
        if len(word) > 4 or word[-1] == ")":
            return Span(span.start, span.start + match.start())
    return span


def sentence_before(text: str, end: int) -> Span:
    """The last sentence of what stands before a place in its paragraph; of a very long one the last words."""
    start = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    span = trimmed(text, Span(start, end))
    while (first := until_sentence(text, span)).end < span.end - 1 and text[first.end + 1 : span.end].strip():
        span = trimmed(text, Span(first.end + 1, span.end))
    return span
