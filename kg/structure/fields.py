"""An entry of an attendance list cut into its fields.

Comes in: the span of an entry.  Goes out: Fields.  The one idea: commas, dashes, tabs and brackets all part the same fields.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Span
from kg.patterns import expression
from kg.structure.lines import trimmed

_SEPARATOR = expression(
    r"(?=[\s(\[;|,.–—w])\s*(?:\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\[(?P<square>[^\[\]]*)\]|[;|]|(?:,?\s+|(?<=\s))who\s+(?:is|was)\s+(?:(?:now|currently|the|a)\s+)*|,|(?<=[a-z]{4})(?<!Prof)\.\s|\t+|\s{2,}|\s[-–—]+\s*|[–—]\s|\s/\s)(?:(?<=[)\]])(?::|\s[-–—]+)\s|[\s,;/])*"
)

_THE_TITLED = expression(
    r"the (?=(?:(?:Very )?Rev(?:d|erend)?|(?:Rt|Right) Hon(?:ourable)?|Hon(?:ourable)?)\b)"
)  # "the Reverend Ann Roe"


class Field(NamedTuple):
    """A stretch between separators; ``bracketed`` where brackets enclose it."""

    span: Span
    words: str
    bracketed: bool = False


def untitled(words: str) -> str:
    """The words without the article of a title: "Reverend Ann Roe" of "the Reverend Ann Roe"."""
    return _THE_TITLED.sub("", words, count=1) if words.startswith("the ") else words


def fields_of(text: str, span: Span) -> list[Field]:
    """The fields of the span, in order; what stands in brackets is one of its own."""
    fields: list[Field] = []
    if _is_whole(span.of(text)):
        _add(text, fields, span)
        return fields
    at = span.start
    for match in _SEPARATOR.finditer(text, span.start, span.end):
        _add(text, fields, Span(at, match.start()))
        for name in ("round", "square"):
            if match[name] is not None:
                _add(text, fields, Span(*match.span(name)), bracketed=True)
        at = match.end()
    _add(text, fields, Span(at, span.end))
    return fields


def _is_whole(words: str) -> bool:
    """Are they words of letters alone, with nothing that parts them ("Jane Doe")?"""
    return words.replace(" ", "").isalpha() and "  " not in words and "who " not in words


def _add(text: str, fields: list[Field], span: Span, *, bracketed: bool = False) -> None:
    span = trimmed(text, span)
    words = untitled(span.of(text))
    span = Span(span.end - len(words), span.end)
    if words.strip("-–— "):
        fields.append(Field(span, words, bracketed))
