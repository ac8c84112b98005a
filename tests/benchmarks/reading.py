"""How fast minutes are read: words a second of CPU from text to facts and from file to stored quads, by step, with memory.

    python tests/benchmarks/reading.py [FOLDER] [--documents 2000] [--pages 200] [--jobs 2] [--runs 3]

FOLDER holds .txt minutes (default: data/minutes), repeated until there are enough documents; the minute book is made of all
the minutes of this repository end to end.  Prints ratios beside absolute figures, the best of so many runs.  When spaCy and
its small English model are installed, the same text runs through them in the same process.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Self

import kg.index.opening
import kg.readers
import kg.reading
import kg.triples
from kg.lexicon import lexicon
from kg.model import Document
from kg.pipeline import build
from kg.readers import read
from kg.reading import read_minutes
from kg.store import open_store
from kg.store.embedded import Embedded
from kg.triples import tell

ROOT = Path(__file__).parents[2]
WANTED = 50_000  # words a second of CPU from text to facts
WANTED_MEMORY = 200  # MB
PAGE = 400  # words


def cpu(run: Callable[[], object], runs: int = 1) -> float:
    """Seconds of CPU of the fastest of some runs."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent)


def words_of(documents: Iterable[Document]) -> int:
    """All words of some documents."""
    return sum(len(document.text.split()) for document in documents)


def peak_memory() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# ── by step ──────────────────────────────────────────────────────────────────────────────────────────────────────────

Places = dict[str, tuple[tuple[Any, str], ...]]
STEPS: Places = {
    "structure": ((kg.reading.structure, "outline"),),
    "tokens": ((kg.reading, "tokenise"), (kg.reading, "_lines"), (kg.reading, "_pieces")),
    "mentions": ((kg.reading.mentions, "find"), (kg.reading.mentions, "find_defined")),
    "entities": ((kg.reading.entities, "gather"), (kg.reading.entities, "settle")),
    "facts": ((kg.reading.facts, "read"),),
}
BUILDING: Places = {
    "files": ((kg.readers, "read"),),
    "facts": ((kg.reading, "read_minutes"),),
    "quads": ((kg.triples, "tell"),),
    "storing": ((Embedded, "refresh"), (Embedded, "replace")),
    "rules": ((Embedded, "derive"),),
    "index": ((kg.index.opening, "write_index"),),
}


@dataclass(slots=True)
class Clock:
    """The CPU time of each step while it is held ``with``: every function that belongs to a step is timed."""

    steps: Places
    spent: dict[str, float] = field(default_factory=dict)
    _own: list[tuple[Any, str, Any]] = field(default_factory=list)

    def __enter__(self) -> Self:
        for step, places in self.steps.items():
            self.spent[step] = 0.0
            for holder, name in places:
                self._own.append((holder, name, getattr(holder, name)))
                setattr(holder, name, self._timed(step, getattr(holder, name)))
        return self

    def __exit__(self, *_: object) -> None:
        for holder, name, run in self._own:
            setattr(holder, name, run)

    def _timed(self, step: str, run: Callable[..., object]) -> Callable[..., object]:
        def timed(*given: object, **named: object) -> object:
            start = time.process_time()
            result = run(*given, **named)
            self.spent[step] += time.process_time() - start
            return result

        return timed


def by_step(documents: list[Document], runs: int) -> dict[str, float]:
    """Seconds of CPU of each step over all documents."""
    spent = []
    for _ in range(runs):
        with Clock(STEPS) as clock:
            for document in documents:
                read_minutes(document)
        spent.append(clock.spent)
    return min(spent, key=lambda one: sum(one.values()))


# ── what is measured ─────────────────────────────────────────────────────────────────────────────────────────────────


def from_text(documents: list[Document], runs: int) -> float:
    """Text to facts; the rate with all documents."""
    rates = {}
    for name, part in (("a quarter", documents[: len(documents) // 4]), ("all", documents)):
        rates[name] = words_of(part) / cpu(lambda part=part: [read_minutes(one) and None for one in part], runs)
        print(
            f"text to facts, {name}: {rates[name]:,.0f} words a second of CPU, {rates[name] / WANTED:.2f} of {WANTED:,}"
        )
    print(f"  ratio all / a quarter {rates['all'] / rates['a quarter']:.2f} (1 = flat in the number of documents)")
    return rates["all"]


def shares(documents: list[Document], runs: int) -> None:
    """Which part of the time each step takes."""
    spent = by_step(documents, runs)
    total = sum(spent.values())
    print("  share of time: " + ", ".join(f"{step} {share / total:.0%}" for step, share in spent.items()))
    readings = [read_minutes(document) for document in documents[:100]]
    told = words_of(documents[:100]) / cpu(lambda: [tell(reading) for reading in readings], runs)
    print(f"  facts to quads: {told:,.0f} words a second of CPU")


def minute_book(folder: Path, pages: int) -> Document:
    """One document of about so many pages: all the minutes of this repository end to end."""
    files = [*sorted(folder.glob("*.txt")), *sorted((ROOT / "tests" / "corpus").glob("*/*.txt"))]
    texts, count = [], 0
    for file in cycle(files):
        texts.append(file.read_text(encoding="utf-8"))
        count += len(texts[-1].split())
        if count >= pages * PAGE:
            break
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "minute-book.txt"
        path.write_text("\n\n".join(texts), encoding="utf-8")
        return read(path)


def long_document(folder: Path, pages: int, runs: int) -> None:
    """A long document against one of a quarter of its length, by step: a quadratic step would take four times as long a word."""
    short, long = minute_book(folder, pages // 4), minute_book(folder, pages)
    few, many = by_step([short], runs), by_step([long], runs)
    length = words_of([long]) / words_of([short])
    rate = words_of([long]) / sum(many.values())
    print(f"minute book of {pages} pages: {rate:,.0f} words a second of CPU")
    print(
        f"  time a word against {pages // 4} pages: {sum(many.values()) / sum(few.values()) / length:.2f}; "
        + ", ".join(f"{step} {many[step] / few[step] / length:.2f}" for step in STEPS)
    )


def files_of(folder: Path, documents: int, place: Path) -> list[Path]:
    """The files of a folder, again and again under other names."""
    paths = []
    for number, file in enumerate(islice(cycle(sorted(folder.glob("*.txt"))), documents)):
        paths.append(place / f"{file.stem}-{number}.txt")
        paths[-1].write_bytes(file.read_bytes())
    return paths


@dataclass(frozen=True, slots=True)
class Built:
    """Files to stored quads: seconds by the clock, of CPU (with the child processes) and of its steps; memory in MB."""

    clock: float
    cpu: float
    steps: dict[str, float]
    peak: float
    peak_reading: float  # before the rules are drawn and the index is written


def built(paths: list[Path], store: Path, jobs: int) -> Built:
    """Build a store from files."""
    start, used, peaks = time.perf_counter(), os.times(), []
    with open_store(str(store)) as opened, Clock(BUILDING) as clock:
        build(
            paths,
            opened,
            jobs=jobs,
            progress=lambda done, *_: peaks.append(peak_memory()) if done == len(paths) else None,
        )
    now = os.times()
    return Built(time.perf_counter() - start, sum(now[:4]) - sum(used[:4]), clock.spent, peak_memory(), *peaks)


def from_files(folder: Path, documents: int, jobs: int) -> None:
    """Files to stored quads, each build in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        paths = files_of(folder, documents, place)
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
        took = {}
        for workers in (1, jobs):
            with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
                one = alone.submit(built, paths, place / f"store-{workers}", workers).result()
            took[workers] = one.clock
            print(
                f"{documents} files to stored quads, {workers} at a time: {words / one.cpu:,.0f} words a second of CPU,"
                f" {words / one.clock:,.0f} by the clock"
            )
            if workers == 1:
                print(
                    "  share of time: "
                    + ", ".join(f"{step} {spent / one.cpu:.0%}" for step, spent in one.steps.items())
                )
            print(
                f"  peak memory until all is read and stored {one.peak_reading:.0f} MB ({one.peak_reading / WANTED_MEMORY:.2f} of"
                f" {WANTED_MEMORY}), with the index {one.peak:.0f} MB"
            )
        print(f"  {jobs} at a time: {took[1] / took[jobs]:.2f} times as fast by the clock, {os.cpu_count()} cores")


def compare_spacy(documents: list[Document], ours: float, runs: int) -> None:
    """The same text through spaCy's small English model, where it is installed."""
    sys.path[:] = [
        place for place in sys.path if Path(place).resolve() != Path(__file__).parent
    ]  # its http.py is none of spaCy's
    try:
        import spacy  # type: ignore[import-not-found]
    except ImportError:
        print("spaCy is not installed: no comparison")
        return
    model = next((name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm")), None)
    if model is None:
        print("spaCy's model en_core_web_sm is not installed: no comparison")
        return
    nlp = spacy.load(model)
    theirs = words_of(documents) / cpu(lambda: [nlp(document.text) for document in documents], runs)
    print(
        f"spaCy {spacy.__version__} {model}: {theirs:,.0f} words a second of CPU; ours {ours / theirs:.1f} times as fast"
    )


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "data" / "minutes")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    sample = [read(path) for path in sorted(args.folder.glob("*.txt"))]
    documents = [
        replace(document, slug=f"{document.slug}-{n}")
        for n, document in enumerate(islice(cycle(sample), args.documents))
    ]
    loaded = cpu(lexicon)
    print(f"{len(documents)} documents, {words_of(documents):,} words; lexicon loaded in {loaded:.3f} s of CPU")
    rate = from_text(documents, args.runs)
    print(f"  peak memory {peak_memory():.0f} MB")
    shares(documents[: len(documents) // 4], args.runs)
    long_document(args.folder, args.pages, args.runs)
    from_files(args.folder, args.documents, args.jobs)
    compare_spacy(documents[: len(sample)], rate, args.runs)


if __name__ == "__main__":
    main()
