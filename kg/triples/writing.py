"""RDF terms as N-Quads text: the form in which facts travel between processes and into a store.

Comes in: names, words, numbers, days.  Goes out: the text of a term.  The one idea: the text is already what the
engine would write back (plain ``xsd:integer``, lower-case language tags), so that a graph read again is the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from kg.patterns import expression
from kg.terms import expand

Triple = tuple[str, str, str]

# Control characters make XML results ill-formed, surrogates make UTF-8 so.  Each gives way to a space, so that
# offsets stay.
_UNPRINTABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x7f": "\\u007F"})
_UNSAFE_IN_IRI = expression('[\x00-\x20<>"{}|^`\\\\]')


@cache
def name(prefixed: str) -> str:
    """The IRI term of a prefixed name of :data:`kg.terms.PREFIXES`.

    >>> name("org:holds")
    '<http://www.w3.org/ns/org#holds>'
    """
    return f"<{expand(prefixed)}>"


def ref(iri: str) -> str:
    """The IRI term of a full IRI; characters that no IRI may hold are percent-encoded."""
    return f"<{_UNSAFE_IN_IRI.sub(lambda match: f'%{ord(match[0]):02X}', iri)}>"


def text(words: str) -> str:
    """A plain literal.

    >>> text('so "quick"')
    '"so \\\\"quick\\\\""'
    """
    return f'"{_UNPRINTABLE.sub(" ", words).translate(_ESCAPES)}"'


def english(words: str) -> str:
    """A literal in English."""
    return text(words) + "@en"


def whole(number: int) -> str:
    """An ``xsd:integer``."""
    return f'"{number}"^^{name("xsd:integer")}'


def day(when: date) -> str:
    """An ``xsd:date``."""
    return f'"{when.isoformat()}"^^{name("xsd:date")}'


TRUE = f'"true"^^{name("xsd:boolean")}'


def nquads(graph: str, triples: Iterable[Triple]) -> list[str]:
    """The triples as N-Quads lines of one graph, each once, in the order of their code points."""
    return sorted({f"{subject} {predicate} {value} {ref(graph)} ." for subject, predicate, value in triples})
