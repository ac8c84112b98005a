"""A document as it reads, with its facts at their words.

Comes in: the slug of a document.  Goes out: a Transcript.  The one idea: the text is cut wherever a quote begins or ends,
so that quotes may lie inside and across each other, and every character is shown once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from pyoxigraph import NamedNode, QueryTriples

from kg.answers import answer
from kg.errors import NotFound
from kg.portraits.facts import facts
from kg.portraits.model import Fact, Mark, Quote, Transcript
from kg.portraits.thing import embedded
from kg.portraits.words import is_iri
from kg.store.base import View
from kg.terms import minutes_iri

_KINDS = (
    "ikg:Statement",
    "ikg:Commitment",
    "ikg:Inspection",
    "ikg:Relationship",
    "ikg:AgendaItem",
    "ikg:Participation",
)
_ABOUT = """SELECT ?title ?source ?sentences ?mapped ?day ?meeting WHERE {{
  {minutes} dcterms:title ?title ; dcterms:source ?source .
  OPTIONAL {{ {minutes} ikg:sentences ?sentences ; ikg:sentencesMapped ?mapped }}
  OPTIONAL {{ ?meeting ikg:recordedIn {minutes} . OPTIONAL {{ ?meeting dcterms:date ?day }} }}
}} ORDER BY ?title ?meeting LIMIT 1"""
_FACTS = """SELECT DISTINCT ?fact WHERE {{
  GRAPH {minutes} {{ ?fact a ?kind ; ikg:evidence ?quote }} VALUES ?kind {{ {kinds} }}
}} ORDER BY ?fact"""
_UNMAPPED = """SELECT DISTINCT ?words ?start ?end WHERE {{
  {minutes} ikg:unmapped ?quote . ?quote oa:exact ?words ; oa:start ?start ; oa:end ?end
}} ORDER BY ?start"""
_PLACES = """SELECT DISTINCT ?start ?end WHERE {{
  ?quote prov:wasQuotedFrom {minutes} ; oa:start ?start ; oa:end ?end
}} ORDER BY ?start ?end"""
_OF = "CONSTRUCT {{ {minutes} ?property ?value }} WHERE {{ {minutes} ?property ?value }}"


def transcript(view: View, slug: str, *, context: str) -> Transcript:
    """The document of a slug; raises :class:`kg.errors.NotFound` where it is not in the graph."""
    iri = minutes_iri(slug)
    text = view.text_of(slug) if is_iri(iri) else None
    rows = answer(view, _ABOUT.format(minutes=NamedNode(iri))).rows if text is not None else ()
    if text is None or not rows:
        raise NotFound("document", slug)
    title, source, sentences, mapped, day, meeting = rows[0]
    told = _facts(view, iri)
    unmapped = tuple(
        Quote(str(words), iri, str(source), int(str(start)), int(str(end)))
        for words, start, end in answer(view, _UNMAPPED.format(minutes=NamedNode(iri))).rows
    )
    found = view.query(_OF.format(minutes=NamedNode(iri)))
    own = sorted({*found}, key=str) if isinstance(found, QueryTriples) else []
    return Transcript(
        iri=iri,
        title=str(title),
        source=str(source),
        day=str(day or ""),
        meeting=str(meeting or ""),
        sentences=sentences if isinstance(sentences, int) else 0,
        mapped=mapped if isinstance(mapped, int) else 0,
        unmapped=unmapped,
        marks=tuple(marks(text, told, unmapped, _places(view, iri))),
        facts=told,
        linked=embedded(own, iri, context),
    )


def _facts(view: View, iri: str) -> tuple[Fact, ...]:
    text = _FACTS.format(minutes=NamedNode(iri), kinds=" ".join(_KINDS))
    listed = facts(view, [str(row[0]) for row in answer(view, text).rows])
    own = [fact for fact in listed if any(quote.minutes == iri for quote in fact.quotes)]
    return tuple(sorted(own, key=lambda fact: (fact.quotes[0].end, fact.quotes[0].start, fact.iri)))


def _places(view: View, iri: str) -> list[tuple[int, int]]:
    rows = answer(view, _PLACES.format(minutes=NamedNode(iri))).rows
    return [(int(str(start)), int(str(end))) for start, end in rows]


def marks(
    text: str, told: Iterable[Fact], unmapped: Iterable[Quote], places: Iterable[tuple[int, int]]
) -> Iterator[Mark]:
    """The text in stretches: the kinds of the facts that rest on each, and the facts whose words end there.

    ``places`` are all stretches that something points at: each begins a stretch, whether a fact rests on it or not.
    """
    spans: dict[tuple[int, int], tuple[set[str], list[int]]] = {place: (set(), []) for place in places}
    for number, fact in enumerate(told, 1):
        for quote in fact.quotes:
            if (quote.start, quote.end) in spans:
                kinds, numbers = spans[quote.start, quote.end]
                kinds.add(fact.kind.replace(" ", "-"))
                numbers.append(number)
    for quote in unmapped:
        spans.setdefault((quote.start, quote.end), (set(), []))[0].add("unread")
    cuts = sorted({0, len(text), *_cuts(spans, len(text))})
    for start, end in pairwise(cuts):
        covering = [kinds for (first, last), (kinds, _) in spans.items() if first <= start and end <= last]
        yield Mark(
            text[start:end],
            frozenset().union(*covering),
            tuple(f"char={first},{last}" for first, last in sorted(spans) if first == start),
            tuple(n for (_, last), (_, numbers) in sorted(spans.items()) if last == end for n in numbers),
        )


def _cuts(spans: Mapping[tuple[int, int], tuple[set[str], list[int]]], length: int) -> Iterator[int]:
    """Where a stretch begins; and where one ends that a fact rests on."""
    for (start, end), (kinds, _) in spans.items():
        yield from (point for point in ((start, end) if kinds else (start,)) if point <= length)
