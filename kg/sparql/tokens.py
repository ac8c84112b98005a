"""The words of a SPARQL text, as far as safety needs them.

Comes in: a query or an update.  Goes out: its tokens.  The one idea: strings, IRIs and comments are taken whole, so that
nothing within them is mistaken for a keyword, and a keyword that hides behind ``\\u`` escapes is found all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.patterns import expression

_TOKEN = expression(
    r"""
      (?P<string>"{3}(?:[^"\\]|\\.|"(?!""))*+"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*+'{3}|"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
    | (?P<comment>\#[^\n\r]*+)
    | (?P<variable>[?$]\w++)
    | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:%\\-]|\.(?=[\w:%\\-]))*+|_:[\w.-]+|@[A-Za-z-]+)
    | (?P<word>[^\W\d]\w*+)
    | (?P<number>[+-]?\d[\w.]*+)
    | (?P<open>[({\[])
    | (?P<close>[)}\]])
    | (?P<stop>[.;,])
    | (?P<operator>\|\||&&|[!+*/|^=<>-])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = expression(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """A piece of the text: its kind (a group of the pattern above) and its words; of a ``word``, in capitals; and where it starts."""

    kind: str
    text: str
    start: int = 0


def tokens(text: str) -> Iterator[Token]:
    """The tokens in their order, comments left out; what is none of SPARQL's is passed over."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "word":
            yield Token(kind, match[0].upper(), match.start())
        elif kind != "comment":
            yield Token(kind, match[0], match.start())


def readings(text: str) -> tuple[str, ...]:
    """The text as it stands and, where it has escapes, as it reads without them: engines differ in which they see."""
    if "\\u" not in text and "\\U" not in text:
        return (text,)
    return text, _ESCAPED.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    return chr(int(match[1] or match[2], 16) % 0x110000)
