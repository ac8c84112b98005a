"""Train the weights by which sentences are taken for reports of an act.

Comes in: folders of minutes with gold annotations.  Goes out: ``data/lexicon/statement-weights.tsv``.  The one idea: a linear model with
one weight for each pair of feature and act; where the gold lists several fair acts, any of them counts as right.  The
same input gives the same bytes.

    python scripts/train_statements.py [FOLDER …] [--into FILE] [--test FOLDER]

Without folders it trains on ``data/minutes`` and the six rounds of ``tests/corpus``.  ``--test`` prints how well the weights do on a folder that was not trained on, and writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.evaluate.gold import Gold, gold_files
from kg.facts import statements
from kg.facts.discourse import Discourse
from kg.facts.statements.features import features
from kg.facts.statements.judging import REPORTS
from kg.facts.statements.report import Report
from kg.facts.statements.weighing import NONE
from kg.model import Span
from kg.readers import read
from kg.reading import context_of

ACTS = (
    "informed", "opined", "acknowledged", "asked", "requested", "suggested", "undertook", "agreed", "welcomed", "concerned",
    "thanked", "disagreed", "decided", "discussed", NONE,
)  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "data" / "lexicon" / "statement-weights.tsv"
FOLDERS = [ROOT / "data" / "minutes", *(ROOT / "tests" / "corpus" / f"round-{number}" for number in range(1, 7))]
ROUNDS, RATE, DECAY = 100, 0.5, 2e-3
DOCUMENTS = 2  # in which a feature must be seen
SMALLEST = 0.1


class Example(NamedTuple):
    """The features of one report or sentence, the acts that are right, and the act that a rule gave."""

    shown: list[str]
    right: frozenset[str]
    ruled: str | None
    document: str


def examples(folders: Iterable[Path]) -> Iterator[Example]:
    """Every sentence of every annotated document, once."""
    for folder in folders:
        for gold in gold_files(folder):
            if "statements" in gold.items("layers"):
                yield from _of_document(gold, folder)


def _of_document(gold: Gold, folder: Path) -> Iterator[Example]:
    path = next(folder.rglob(gold.name))
    context = context_of(read(path))
    told = [(gold.span(item["quote"]), item["acts"]) for item in gold.items("statements")]
    optional = [gold.span(quote) for quote in gold.items("optional_statements")]
    discourse, scope = Discourse(context), gold.scope
    for line in context.lines:
        found = statements.by_rule(context, discourse, line)
        here = [acts for span, acts in told if _same(span, line.sentence.span)]
        left_open = not here and any(_same(span, line.sentence.span) for span in optional)
        if scope.start <= line.sentence.span.start < scope.end and not left_open:
            first: Report | None = found[0] if found else None
            right = frozenset(here[0] if len(here) == 1 else {act for acts in here for act in acts} or {NONE})
            yield Example(features(context, line, first), right, first.act if first else None, gold.name)
        discourse.heard(line, tuple(key for report in found for key in report.speakers))


def _same(gold: Span, sentence: Span) -> bool:
    shared = min(gold.end, sentence.end) - max(gold.start, sentence.start)
    return shared >= 0.5 * min(gold.end - gold.start, sentence.end - sentence.start)


def trained(rows: list[Example]) -> tuple[list[str], np.ndarray]:
    """The features that count, and their weights (the last row is what each act starts from)."""
    places_seen = {(feature, row.document) for row in rows for feature in row.shown}
    seen = Counter(feature for feature, _ in places_seen)  # what one document alone shows is no language
    names = sorted(feature for feature, documents in seen.items() if documents >= DOCUMENTS)
    places = {feature: place for place, feature in enumerate(names)}
    shown = np.zeros((len(rows), len(names) + 1))
    right = np.zeros((len(rows), len(ACTS)))
    for number, row in enumerate(rows):
        shown[number, [places[feature] for feature in set(row.shown) if feature in places]] = 1
        shown[number, -1] = 1
        right[number, [ACTS.index(act) for act in row.right]] = 1
    return names, _descend(shown, right)


def _descend(shown: np.ndarray, right: np.ndarray) -> np.ndarray:
    weights = np.zeros((shown.shape[1], right.shape[1]))
    steps = np.full_like(weights, 1e-6)
    for _ in range(ROUNDS):
        likely = _softmax(shown @ weights)
        wanted = likely * right
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-9
        slope = shown.T @ (likely - wanted) / len(shown) + DECAY * weights / len(shown) ** 0.5
        steps += slope * slope
        weights -= RATE * slope / np.sqrt(steps)
    return weights


def _softmax(sums: np.ndarray) -> np.ndarray:
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def written(names: list[str], weights: np.ndarray, folders: list[Path]) -> str:
    """The table as text; weights near nothing are left out."""
    lines = [
        f"# What each feature of a sentence adds to each act; trained on {', '.join(folder.name for folder in folders)}",
        "\t".join(("feature", *ACTS)),
        "\t".join(("start", *(f"{value:.2f}" for value in weights[-1]))),
    ]
    for feature, row in zip(names, weights[:-1], strict=True):
        cells = [f"{place}:{value:.2f}" for place, value in enumerate(row) if abs(value) >= SMALLEST]
        if cells:
            lines.append("\t".join((feature, *cells)))
    return "\n".join(lines) + "\n"


def report(names: list[str], weights: np.ndarray, rows: list[Example]) -> str:
    """How often the act of the rules and the act of the weights is right, and how well unruled statements are found."""
    places = {feature: place for place, feature in enumerate(names)}
    ruled = rightly = weighed = found = wrongly = missed = 0
    for row in rows:
        sums = weights[-1] + weights[[places[one] for one in set(row.shown) if one in places]].sum(axis=0)
        likely = _softmax(sums[None, :])[0]
        best = ACTS[int(likely[:-1].argmax())]
        if row.ruled and NONE not in row.right:
            ruled, rightly, weighed = ruled + 1, rightly + (row.ruled in row.right), weighed + (best in row.right)
        elif row.ruled is None:
            said, told = 1 - likely[-1] > REPORTS, NONE not in row.right
            found, wrongly, missed = (
                found + (said and told),
                wrongly + (said and not told),
                missed + (told and not said),
            )
    return f"{ruled} by rule: {rightly} right by rule, {weighed} by weight; without rule: {found} found, {wrongly} wrong, {missed} missed"


def main() -> None:
    """Train and write, or train and test."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*", default=FOLDERS)
    parser.add_argument("--into", type=Path, default=TARGET)
    parser.add_argument("--test", type=Path)
    given = parser.parse_args()
    names, weights = trained(list(examples(given.folders)))
    if given.test:
        sys.stdout.write(report(names, weights, list(examples([given.test]))) + "\n")
        return
    given.into.write_text(written(names, weights, given.folders), encoding="utf-8")


if __name__ == "__main__":
    main()
