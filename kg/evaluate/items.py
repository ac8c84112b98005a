"""Matching statements, commitments and inspections by the words they rest on.

Comes in: gold items and the graph's items.  Goes out: counts.  The one idea: evidence of a word or of half a page is no
evidence for a sentence; two items on one sentence are fair, more is guessing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kg.evaluate.found import Found
from kg.evaluate.gold import Gold, folded
from kg.evaluate.tally import Tally
from kg.model import Span


class Kind(NamedTuple):
    """How items of one layer are matched: ``labels`` are layer, gold key and property of what is said of an item."""

    layer: str
    cls: str
    agents: str
    property: str
    labels: tuple[tuple[str, str, str], ...]


KINDS = (
    Kind("statements", "ikg:Statement", "speakers", "ikg:speaker", (("acts", "acts", "ikg:speechAct"),)),
    Kind(
        "commitments",
        "ikg:Commitment",
        "actors",
        "ikg:actor",
        (("strength", "strength", "ikg:strength"), ("due", "due_by", "ikg:dueBy")),
    ),
    Kind(
        "inspections",
        "ikg:Inspection",
        "conducted_by",
        "ikg:conductedBy",
        (("inspection_status", "status", "ikg:status"),),
    ),
)


def overlap(one: Span, other: Span) -> float:
    """The characters they share, over the shorter of the two."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / max(1, min(len(one), len(other))) if shared > 0 else 0.0


def support(gold: Span, evidence: Span) -> float:
    """How well evidence points at a gold quote."""
    fits = 0.15 * len(gold) <= len(evidence) <= 4 * len(gold) + 200
    return overlap(gold, evidence) if fits else 0.0


class Matcher:
    """The items of one kind in one document."""

    def __init__(self, tally: Tally, found: Found, gold: Gold, document: str, kind: Kind) -> None:
        self._tally, self._found, self._gold, self._kind = tally, found, gold, kind
        self._items = gold.items(kind.layer)
        spans = found.spans(kind.cls, document).items()
        self._system = {iri: places for iri, places in spans if any(overlap(p, gold.scope) > 0.5 for p in places)}

    def score(self) -> None:
        """Count everything."""
        pairs = align([self._gold.span(item["quote"]) for item in self._items], self._system, self._likeness)
        for number, item in enumerate(self._items):
            if number in pairs:
                self._matched(item, pairs[number])
            else:
                self._missed(item)
        self._extra({iri for iris in pairs.values() for iri in iris})

    def _likeness(self, number: int, iri: str) -> float:
        """Which of two items on one sentence is meant: one with the same agents, about the same things."""
        item = self._items[number]
        agents = item.get(self._kind.agents)
        like = float(bool(agents) and self._same(self._found.values(iri, self._kind.property), agents))
        words = {word for phrase in item.get("about", []) for word in folded(phrase).split()}
        return like + (len(words & self._found.subject_words(iri)) / len(words) if words else 0.0)

    def _same(self, agents: set[str], keys: Sequence[str]) -> bool:
        """Is each gold agent one of the graph's, and does the graph name nobody else?"""
        if not keys:
            return True
        wanted = [self._gold.names(key) for key in keys]
        got = [self._found.names(iri) for iri in agents]
        everyone = all(any(names & other for other in got) for names in wanted)
        nobody_else = all(any(names & other for names in wanted) for other in got)
        return bool(got) and everyone and nobody_else

    def _missed(self, item: dict[str, Any]) -> None:
        self._tally.add(self._kind.layer, missed=1)
        for layer, key, _ in ((self._kind.agents, self._kind.agents, ""), *self._kind.labels):
            self._tally.add(layer, missed=int(bool(item.get(key))))
        self._say(self._kind.layer, "missing", item)

    def _matched(self, item: dict[str, Any], iris: list[str]) -> None:
        self._tally.add(self._kind.layer, hit=1, wrong=max(0, len(iris) - 2))
        if item.get(self._kind.agents):
            self._agents(item, iris)
        for layer, key, predicate in self._kind.labels:
            got = {value.rsplit("/", 1)[-1] for iri in iris for value in self._found.values(iri, predicate)}
            self._label(layer, item, item.get(key), got)

    def _agents(self, item: dict[str, Any], iris: list[str]) -> None:
        choices = [self._found.values(iri, self._kind.property) for iri in iris]
        choices.append(set().union(*choices))  # "JG and MB to …" told as two commitments
        right = any(self._same(choice, item[self._kind.agents]) for choice in choices)
        self._tally.add(self._kind.agents, hit=int(right), wrong=int(not right), missed=int(not right))
        if not right:
            got = sorted(min(self._found.names(iri), default=iri) for iri in choices[-1])
            self._say(self._kind.agents, f"want {item[self._kind.agents]} got {got}", item)

    def _label(self, layer: str, item: dict[str, Any], given: str | list[str] | None, got: set[str]) -> None:
        wanted = {given} if isinstance(given, str) else set(given or ())
        if not wanted and not (layer == "due" and got):  # a day that nobody set is wrong, any other label is just more
            return
        right = bool(got & wanted)
        self._tally.add(
            layer, hit=int(right), wrong=int(not right and bool(got)), missed=int(not right and bool(wanted))
        )
        if not right:
            self._say(layer, f"want {sorted(wanted)} got {sorted(got)}", item)

    def _extra(self, matched: set[str]) -> None:
        optional = [self._gold.span(quote) for quote in self._gold.items(f"optional_{self._kind.layer}")]
        for iri, spans in self._system.items():
            if iri in matched or any(overlap(place, span) >= 0.5 for place in optional for span in spans):
                continue
            self._tally.add(self._kind.layer, wrong=1)
            self._tally.say(self._gold.name, self._kind.layer, f"not in gold: {spans[0].of(self._gold.text)[:110]!r}")

    def _say(self, layer: str, what: str, item: dict[str, Any]) -> None:
        self._tally.say(self._gold.name, layer, f"{what}: {item['quote'][:110]!r}")


def align(
    gold: Sequence[Span], system: dict[str, list[Span]], likeness: Callable[[int, str], float]
) -> dict[int, list[str]]:
    """The graph's items that lie on each gold item.

    Each gold item first takes the free item that covers it best (likeness decides between equals); an item left over
    goes to the gold item that it overlaps best.
    """
    near = [
        (value, number, iri)
        for iri, spans in system.items()
        for number, place in enumerate(gold)
        if (value := max(support(place, span) for span in spans)) >= 0.5
    ]
    ranked = sorted(
        ((value, likeness(number, iri), number, iri) for value, number, iri in near),
        key=lambda pair: (-round(pair[0], 1), -pair[1], -pair[0], pair[2], pair[3]),
    )
    matched: dict[int, list[str]] = defaultdict(list)
    taken: set[str] = set()
    for only_free in (True, False):
        for _, _, number, iri in ranked:
            if iri not in taken and not (only_free and matched[number]):
                matched[number].append(iri)
                taken.add(iri)
    return {number: iris for number, iris in matched.items() if iris}
