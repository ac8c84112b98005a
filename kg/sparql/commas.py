r"""SPARQL's TSV as its CSV, every field quoted that needs it.

Comes in: the engine's TSV.  Goes out: CSV.  The one idea: a term of TSV shows what it is, so that its plain value can be
taken from it and quoted by the rules of CSV.
"""

from __future__ import annotations

import csv
import io
import re

from kg.patterns import expression

_LITERAL = expression(r'"((?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^<[^>]*>)?', re.DOTALL)
_ESCAPE = expression(r"\\(.)")
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


def to_csv(tsv: bytes) -> bytes:
    r"""The same rows as CSV.

    >>> to_csv(b'?a\t?b\n<http://x/1,2>\t"chat"@fr\n')
    b'a,b\r\n"http://x/1,2",chat\r\n'
    """
    out = io.StringIO(newline="")
    write = csv.writer(out).writerow
    head, _, rows = tsv.decode().partition("\n")
    write([name.removeprefix("?") for name in head.split("\t")])
    for row in rows.removesuffix("\n").split("\n") if rows else ():
        write([_plain(term) for term in row.split("\t")])
    return out.getvalue().encode()


def _plain(term: str) -> str:
    if term.startswith("<") and not term.startswith("<<"):
        return term[1:-1]
    literal = _LITERAL.fullmatch(term)
    if literal is None:
        return term
    return _ESCAPE.sub(lambda match: _MEANT.get(match[1], match[1]), literal[1])
