"""How fast minutes are read: words a second of CPU from text to facts and to stored quads, by step, with memory.

    python tests/benchmarks/reading.py [FOLDER] [--documents 2000] [--pages 200] [--jobs 2]

FOLDER holds .txt minutes (default: data/minutes), repeated until there are enough documents.  Prints ratios beside absolute
figures; when spaCy and its small English model are installed, the same text runs through them in the same process.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from kg import entities, facts, mentions, structure
from kg.facts import Context
from kg.lexicon import lexicon
from kg.model import Document
from kg.readers import read
from kg.reading import _lines, _pieces, read_minutes
from kg.sentences import tokenise
from kg.triples import tell


def cpu(run: Callable[[], object]) -> float:
    """Seconds of CPU of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def words_of(documents: Iterable[Document]) -> int:
    """All words of some documents."""
    return sum(len(document.text.split()) for document in documents)


def by_step(documents: list[Document]) -> dict[str, float]:
    """Seconds of CPU of each step over all documents."""
    spent = dict.fromkeys(["structure", "tokens", "mentions", "entities", "facts"], 0.0)
    known = lexicon()

    def timed(step: str, run: Callable[[], object]) -> object:
        start = time.process_time()
        result = run()
        spent[step] += time.process_time() - start
        return result

    for document in documents:
        outline = timed("structure", lambda: structure.outline(document))
        tokens = timed("tokens", lambda: tokenise(document.text))
        lines = timed("tokens", lambda: _lines(document.text, tokens, outline))
        pieces = timed("tokens", lambda: _pieces(document.text, tokens, outline, lines))
        found = timed("mentions", lambda: mentions.find(tokens, pieces, known))
        cast = timed("entities", lambda: entities.gather(document, outline, tokens, found, known))
        found = timed("mentions", lambda: mentions.find_defined(tokens, pieces, cast.mentions, cast.names))
        cast = timed("entities", lambda: entities.settle(cast, document, outline, tokens, found))
        said_on = outline.meeting_date.day if outline.meeting_date else None
        timed("facts", lambda: facts.read(Context(document.text, tokens, lines, cast, outline, known, said_on)))
    return spent


def minute_book(documents: list[Document], pages: int) -> Document:
    """One document of about so many pages (400 words each): the running text of the others end to end."""
    texts, count = [], 0
    for document in cycle(documents):
        texts.append(document.text)
        count += len(document.text.split())
        if count >= pages * 400:
            break
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minute-book.txt"
        path.write_text("\n\n".join(texts), encoding="utf-8")
        return read(path)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "data" / "minutes")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=200)
    args = parser.parse_args()
    sample = [read(path) for path in sorted(args.folder.glob("*.txt"))]
    documents = [
        replace(document, slug=f"{document.slug}-{n}")
        for n, document in enumerate(islice(cycle(sample), args.documents))
    ]
    words = words_of(documents)
    load = cpu(lexicon)
    print(f"{len(documents)} documents, {words:,} words; lexicon loaded in {load:.3f} s of CPU")
    few, many = documents[: len(documents) // 4], documents
    rates = {
        name: words_of(part) / cpu(lambda: [read_minutes(document) for document in part])
        for name, part in (("a quarter", few), ("all", many))
    }
    for name, rate in rates.items():
        print(f"text to facts, {name}: {rate:,.0f} words a second of CPU")
    print(f"ratio all / a quarter {rates['all'] / rates['a quarter']:.2f} (1 = flat in the number of documents)")
    spent = by_step(few)
    total = sum(spent.values())
    print("share of time: " + ", ".join(f"{step} {share / total:.0%}" for step, share in spent.items()))
    readings = [read_minutes(document) for document in few]
    told = cpu(lambda: [tell(reading) for reading in readings])
    print(f"facts to quads: {words_of(few) / told:,.0f} words a second of CPU")
    short, long = minute_book(sample, args.pages // 4), minute_book(sample, args.pages)
    per_word = [cpu(lambda: read_minutes(book)) / len(book.text.split()) for book in (short, long)]
    print(
        f"minute book of {args.pages} pages: {1 / per_word[1]:,.0f} words a second; time a word against a quarter of it {per_word[1] / per_word[0]:.2f}"
    )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    compare_spacy(documents[:50], rates["all"])


def compare_spacy(documents: list[Document], ours: float) -> None:
    """The same text through spaCy's small English model, where it is installed."""
    try:
        import spacy  # type: ignore[import-not-found]

        nlp = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        print("spaCy and en_core_web_sm are not installed: no comparison")
        return
    theirs = words_of(documents) / cpu(lambda: [nlp(document.text) for document in documents])
    print(f"spaCy en_core_web_sm: {theirs:,.0f} words a second of CPU; ours {ours / theirs:.1f} times as fast")


if __name__ == "__main__":
    main()
