"""The order of the steps, and the report of what was not read.

Comes in: paths and a store.  Goes out: a Report.  The one idea: a document that cannot be read is a line of the report,
neither a crash of the batch nor a silence; and the same files give the same graph whatever their order or the number
of jobs.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from kg.errors import KgError, ReadError
from kg.model import Reading
from kg.store import Store
from kg.terms import minutes_iri, slug
from kg.values import uncollected

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
Progress = Callable[[int, int, str], None]
PREFERENCE = (".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf")
BATCH = 32  # documents that are stored together: the fewer, the more often the engine tidies up
LINES = 25_000  # or as many as have so many lines, if they are long: all of them are in memory at once
CHUNK = 16  # documents that a process reads at a time
AHEAD = 2  # chunks that each process may be ahead of the store: what it has read waits in memory
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that is not in the graph, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class OtherFormat:
    """A file that was not read because the same note lies beside it in a format that reads better."""

    source: str
    read: str


@dataclass(frozen=True, slots=True)
class Told:
    """One document as N-Quads lines, with what there is to count in it."""

    graph: str
    lines: list[str]
    facts: Counter[str]
    sentences: int
    mapped: int
    unmapped: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """What a build did: documents and facts that are now in the graph, and what is not."""

    documents: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    mapped: int = 0
    failures: list[Failure] = field(default_factory=list)
    other_formats: list[OtherFormat] = field(default_factory=list)
    derived: int = 0
    unmapped: list[tuple[str, str]] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Was every document read?"""
        return not self.failures

    def add(self, source: str, told: Told) -> None:
        """Count a document in."""
        self.unmapped += [(source, sentence) for sentence in told.unmapped]
        self.documents += 1
        self.facts.update(told.facts)
        self.sentences += told.sentences
        self.mapped += told.mapped


def build(
    paths: Iterable[str | PurePath],
    store: Store,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    extend: Iterable[str | PurePath] = (),
) -> Report:
    """Read every document under the paths into the store, draw the rules' conclusions, and write the index.

    A path is a file, a folder (with all its folders), a glob, or ``-`` for standard input.  ``progress`` is called
    with how many documents are done, how many there are, and the name of the last.  ``extend`` names Turtle files with
    names and words of the user's own, in the form of ``data/registry`` and ``ontology/vocabularies``; raises
    :class:`kg.errors.ReadError` where one cannot be read.
    """
    report = Report()
    own = _own(extend)
    sources = _choose(_found(paths, report), report)
    store.refresh()
    batch: dict[str, list[str]] = {}
    for number, (source, outcome) in enumerate(zip(sources, _outcomes(sources, jobs, own), strict=True), 1):
        if isinstance(outcome, Failure):
            report.failures.append(outcome)
        else:
            report.add(source, outcome)
            batch[outcome.graph] = outcome.lines
        if len(batch) == BATCH or sum(map(len, batch.values())) >= LINES:
            store.replace(batch, canonical=True)
            batch = {}
        if progress:
            progress(number, len(sources), source)
    report.derived = _finish(store, batch)
    return report


def keep(store: Store, documents: Mapping[str, list[str]]) -> None:
    """Put documents that were read into the store, by graph, and bring all that rests on them up to date."""
    store.refresh()
    _finish(store, documents)


def _finish(store: Store, documents: Mapping[str, list[str]]) -> int:
    from kg.index.opening import write_index

    if documents:
        store.replace(documents, canonical=True)
    derived = store.derive()
    write_index(store)
    return derived


def _found(paths: Iterable[str | PurePath], report: Report) -> list[str]:
    """The files under the paths, each once, sorted: the order in which they were named is of no account."""
    from kg.readers import find

    found: set[str] = set()
    for path in paths:
        try:
            found.update(str(file) for file in find([path]))
        except ReadError as fault:
            report.failures.append(Failure(fault.source, fault.reason))
    return sorted(found)


def _choose(files: list[str], report: Report) -> list[str]:
    """Of several formats of one note in one folder the best to read; of two notes with one name the first."""
    by_note: dict[tuple[str, str], list[str]] = {}
    for file in files:
        by_note.setdefault((str(PurePath(file).parent), _name(file)), []).append(file)
    chosen: dict[str, str] = {}
    for (_, name), formats in sorted(by_note.items()):
        first, *others = sorted(formats, key=_rank)
        if name in chosen:
            reason = f"would be the same document as {chosen[name]} (both are named {name!r}); rename one of them"
            report.failures += [Failure(file, reason) for file in formats]
            continue
        chosen[name] = first
        for other in others:
            if _suffix(other) == _suffix(first):
                report.failures.append(Failure(other, f"would be the same document as {first}; rename one of them"))
            else:
                report.other_formats.append(OtherFormat(other, first))
    return sorted(chosen.values())


def _suffix(file: str) -> str:
    from kg.readers import READERS

    suffix = PurePath(file).suffix.lower()
    return suffix if suffix in READERS else ""


def _name(file: str) -> str:
    name = PurePath(file).name
    return slug(name[: len(name) - len(_suffix(file))])


def _rank(file: str) -> tuple[int, str]:
    suffix = _suffix(file)
    return PREFERENCE.index(suffix) if suffix in PREFERENCE else len(PREFERENCE), file


def _own(extend: Iterable[str | PurePath]) -> tuple[Path, ...]:
    """The user's own files, found to be Turtle before any document is read."""
    files = tuple(Path(file).resolve() for file in extend)
    if files:
        from pyoxigraph import RdfFormat, parse

        for file in files:
            try:
                for _ in parse(file.read_bytes(), RdfFormat.TURTLE):
                    pass
            except (OSError, SyntaxError) as fault:
                raise ReadError(str(file), f"is no Turtle file that can be read: {fault}") from fault
    return files


def _outcomes(sources: list[str], jobs: int, own: tuple[Path, ...]) -> Iterator[Told | Failure]:
    one = partial(told, extend=own) if own else told
    if jobs <= 1 or len(sources) < 2 or STDIN in sources:
        yield from map(one, sources)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")  # an open store must never be forked
    size = max(1, min(CHUNK, len(sources) // (jobs * 4)))
    chunks = [sources[start : start + size] for start in range(0, len(sources), size)]
    with ProcessPoolExecutor(min(jobs, len(sources)), mp_context=context) as pool:
        for outcomes in ahead((partial(pool.submit, _each, one, chunk) for chunk in chunks), jobs * AHEAD):
            yield from outcomes


def ahead(tasks: Iterable[Callable[[], Future[T]]], most: int) -> Iterator[T]:
    """The results of tasks in order, never more than ``most`` of them begun and not yet taken."""
    begun: deque[Future[T]] = deque()
    for begin in tasks:
        if len(begun) == most:
            yield begun.popleft().result()
        begun.append(begin())
    while begun:
        yield begun.popleft().result()


def _each(one: Callable[[str], Told | Failure], sources: list[str]) -> list[Told | Failure]:
    return list(map(one, sources))


def told(source: str, extend: tuple[Path, ...] = ()) -> Told | Failure:
    """One document from its file to its quads, or why not.  The only place where any error at all is taken."""
    try:
        return _told(source, extend)
    except ReadError as fault:
        return Failure(source, fault.reason)
    except KgError as fault:
        return Failure(source, str(fault))
    except OSError as fault:
        return Failure(source, f"cannot be opened: {fault.strerror or fault}")
    except Exception as fault:  # noqa: BLE001 - one bad document must not end the batch; it is reported
        return Failure(source, f"could not be understood ({type(fault).__name__}: {fault})")


def _told(source: str, extend: tuple[Path, ...]) -> Told:
    from kg.readers import read
    from kg.reading import read_minutes
    from kg.triples import tell

    with uncollected():
        document = read(source)
        reading = read_minutes(document, extend) if extend else read_minutes(document)
        lines = tell(reading)
    return Told(
        graph=minutes_iri(reading.document.slug),
        lines=lines,
        facts=_count(reading),
        sentences=reading.sentences,
        mapped=reading.sentences - len(reading.unmapped),
        unmapped=tuple(span.of(reading.document.text) for span in reading.unmapped),
    )


def _count(reading: Reading) -> Counter[str]:
    return Counter(
        {
            "participants": len(reading.participants),
            "agenda items": len(reading.agenda),
            "entities": len(reading.entities),
            "statements": len(reading.statements),
            "commitments": len(reading.commitments),
            "inspections": len(reading.inspections),
            "relationships": len(reading.relations),
        }
    )
