"""Which texts may reach the engine: what would crash it, occupy it for good or make it fetch is refused here.

Comes in: a query or an update.  Goes out: nothing, or a QueryError that says what would work.  The one idea: the engine
has no limits and no switch of its own, so that its worst cases are counted in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from kg.errors import QueryError
from kg.patterns import expression
from kg.sparql.tokens import Token, readings, tokens

DEPTH = 100  # brackets in brackets; the engine's parser falls at about 1,200
PATTERNS = 100  # in one group; the optimiser takes 7 s for 160 equal ones, for ever for 400
CHAIN = 1000  # operators and clauses in one text, which nest in the parser; it falls at about 6,600
_TEMPLATES = frozenset({"CONSTRUCT", "INSERT", "DELETE", "DATA"})  # before { : triples that are written, not sought
_LIST, _WRITTEN = -1, -2  # in ( ) separators mean nothing; in a template nothing is sought
_CLAUSES = frozenset({"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND"})
_TOLD = expression(r"service|load|from|\\", re.IGNORECASE | re.ASCII)  # what has to be read word by word
_OPENING, _SEPARATING, _SIGNS = "({[", ".;,", "!+*/|^=<>&-"


def check(text: str, *, hosts: Collection[str] = ()) -> tuple[str, ...]:
    """Refuse what may not run; the graphs that ``FROM`` names, which must be there, since nothing is fetched.

    ``hosts`` are those that ``SERVICE`` may ask, as ``example.org`` or ``example.org:8080``.
    """
    if _is_plain(text):
        return ()
    graphs: dict[str, None] = {}
    for reading in readings(text):
        graphs |= _Check(hosts).run(reading)
    return tuple(graphs)


def _is_plain(text: str) -> bool:
    """Is a text too short for any of it, even if each of its characters were what it seems?  Most are."""
    return (
        len(text) <= CHAIN
        and text.isascii()
        and _number_of(_OPENING, text) <= DEPTH
        and _number_of(_SEPARATING, text) <= PATTERNS
        and _number_of(_SIGNS, text) <= DEPTH
        and not _TOLD.search(text)
    )


def _number_of(signs: str, text: str) -> int:
    return sum(map(text.count, signs))


class _Check:
    """One pass over the tokens."""

    def __init__(self, hosts: Collection[str]) -> None:
        self._hosts = hosts
        self._groups: list[int] = []  # separators so far in each open bracket, or what is not counted there
        self._chain = 0
        self._signs = 0
        self._last = Token("", "")
        self._service = False
        self._graphs: dict[str, None] = {}

    def run(self, text: str) -> dict[str, None]:
        for token in tokens(text):
            if self._service:
                self._asks(token)
            getattr(self, f"_{token.kind}", _nothing)(token)
            self._last = token
        return self._graphs

    def _iri(self, token: Token) -> None:
        if self._last.text in {"FROM", "NAMED"} and not self._groups:
            self._graphs[token.text[1:-1]] = None

    def _word(self, token: Token) -> None:
        if token.text == "SERVICE":
            if not self._hosts:
                raise QueryError("SERVICE", "this endpoint asks no other endpoint; leave SERVICE out")
            self._service = True
        elif token.text == "LOAD":
            raise QueryError("LOAD", "this endpoint fetches nothing; send the triples with INSERT DATA")
        elif token.text in _CLAUSES:
            self._link()

    def _asks(self, token: Token) -> None:
        """The token after SERVICE: an IRI of a host that may be asked."""
        if token.text == "SILENT":
            return
        host = urlsplit(token.text[1:-1]).netloc if token.kind == "iri" else ""
        if host not in self._hosts:
            known = ", ".join(sorted(self._hosts))
            raise QueryError("SERVICE", f"may ask <…> of {known} alone, written out, not {token.text[:80]}")
        self._service = False

    def _open(self, token: Token) -> None:
        if len(self._groups) >= DEPTH:
            raise QueryError("brackets", f"are nested more than {DEPTH} deep; write the query flatter")
        inside = self._groups[-1] if self._groups else 0
        written = inside == _WRITTEN or (token.text == "{" and self._last.text in _TEMPLATES)
        self._groups.append(_WRITTEN if written else _LIST if token.text == "(" else 0)

    def _close(self, token: Token) -> None:
        if self._groups:
            inside = self._groups.pop()
            if token.text == "]" and inside > 0:
                self._add(inside)

    def _stop(self, token: Token) -> None:
        self._add(1)

    def _add(self, patterns: int) -> None:
        if self._groups and self._groups[-1] >= 0:
            self._groups[-1] += patterns
            if self._groups[-1] > PATTERNS:
                raise QueryError("group", f"has more than {PATTERNS} triple patterns; ask with fewer, or use VALUES")

    def _operator(self, token: Token) -> None:
        self._signs = self._signs + 1 if self._last.kind == "operator" else 1
        if self._signs > DEPTH:
            raise QueryError("operators", f"more than {DEPTH} in a row; write the expression shorter")
        self._link()

    def _number(self, token: Token) -> None:
        if token.text[0] in "+-" and self._last.kind in {"number", "variable", "close"}:
            self._link()

    def _link(self) -> None:
        self._chain += 1
        if self._chain > CHAIN:
            raise QueryError("operators", f"more than {CHAIN} operators and clauses; ask in parts, or use VALUES or IN")


def _nothing(token: Token) -> None:
    """Other tokens are of no account."""
