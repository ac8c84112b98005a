"""The learned part: whether a sentence reports an act, and which, by the weight of what it shows.

Comes in: the features of a sentence.  Goes out: how likely each act is, and "none".  The one idea: a linear model; each feature
adds its weight to each act, so that every decision can name the features that made it.  The weights are data, made by
``scripts/train_statements.py`` from annotated minutes.
"""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path

from kg import kept, resources
from kg.values import value

NONE = "none"
_TOLD = 3  # features that an explanation names


@value
class Weights:
    """For each feature, what it adds to each act (in the order of ``acts``); ``start`` is what each act starts from."""

    acts: tuple[str, ...]
    start: tuple[float, ...]
    of: dict[str, tuple[float, ...]]

    def likely(self, shown: list[str]) -> dict[str, float]:
        """How likely each act is; all together 1."""
        rows = filter(None, map(self.of.get, dict.fromkeys(shown)))
        sums = list(map(sum, zip(self.start, *rows, strict=True)))
        highest = max(sums)
        powers = [exp(value - highest) for value in sums]
        whole = sum(powers)
        return {act: power / whole for act, power in zip(self.acts, powers, strict=True)}

    def because(self, shown: list[str], act: str) -> str:
        """The features that spoke most for an act, heaviest first."""
        place = self.acts.index(act)
        told = {feature: self.of[feature][place] for feature in dict.fromkeys(shown) if feature in self.of}
        best = sorted((feature for feature in told if told[feature] > 0), key=lambda one: (-told[one], one))
        return ", ".join(best[:_TOLD])


@cache
def weights() -> Weights:
    """The shipped weights: a head line with the acts, a line of starting values, then one line a feature."""
    path = resources.data() / "lexicon" / "statement-weights.tsv"
    return kept.kept("weights", (path, Path(__file__)), lambda: _read(path))


def _read(path: Path) -> Weights:
    head, start, *rows = (
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    return Weights(
        tuple(head[1:]),
        tuple(float(value) for value in start[1:]),
        {row[0]: _weights(row[1:], len(head) - 1) for row in rows},
    )


def _weights(cells: list[str], acts: int) -> tuple[float, ...]:
    """Cells ``place:weight`` as one weight for each act."""
    weights = [0.0] * acts
    for cell in cells:
        place, weight = cell.split(":")
        weights[int(place)] = float(weight)
    return tuple(weights)
