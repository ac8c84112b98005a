"""Counting what was found, what was found wrongly and what was missed.

Comes in: hits and misses by layer.  Goes out: Scores.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

LAYERS = (
    "meeting",
    "participants",
    "agenda",
    "organisations",
    "statements",
    "speakers",
    "acts",
    "commitments",
    "actors",
    "strength",
    "due",
    "inspections",
    "conducted_by",
    "inspection_status",
    "relations",
)


@dataclass(frozen=True, slots=True)
class Layer:
    """Precision, recall and F1 of one layer, over all documents, and how many gold items it has."""

    name: str
    precision: float
    recall: float
    f1: float
    gold: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The result of an evaluation."""

    layers: tuple[Layer, ...]
    documents: int
    missing: int
    quotes: int
    quotes_verbatim: int
    differences: tuple[str, ...]

    @property
    def mean_f1(self) -> float:
        """The mean of the layers' F1."""
        return sum(layer.f1 for layer in self.layers) / len(self.layers) if self.layers else 0.0

    @property
    def verbatim(self) -> bool:
        """Is every quote exactly what stands in its text?"""
        return self.quotes == self.quotes_verbatim


@dataclass
class Tally:
    """True positives, false positives and false negatives by layer, and the differences in words."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    differences: list[str] = field(default_factory=list)

    def add(self, layer: str, *, hit: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Count."""
        for place, number in enumerate((hit, wrong, missed)):
            self.counts[layer][place] += number

    def say(self, document: str, layer: str, what: str) -> None:
        """Note a difference."""
        self.differences.append(f"{document}: {layer}: {what}")

    def layers(self) -> tuple[Layer, ...]:
        """The figures of every layer that was counted, in the usual order."""
        return tuple(_layer(name, *self.counts[name]) for name in LAYERS if name in self.counts)


def _layer(name: str, hit: int, wrong: int, missed: int) -> Layer:
    precision = hit / (hit + wrong) if hit + wrong else 0.0
    recall = hit / (hit + missed) if hit + missed else 0.0
    both = precision + recall
    return Layer(name, precision, recall, 2 * precision * recall / both if both else 0.0, hit + missed)
