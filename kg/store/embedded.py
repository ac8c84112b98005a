"""The store in this process: Oxigraph, on disk or in memory.

Comes in: N-Quads lines by graph, and query text.  Goes out: the engine's results.  The one idea: one call, one
transaction; there is none over several calls.

The engine's own union of graphs is a bag: a triple that two documents tell counts twice.  So the default graph is
kept as the union proper: each triple once, written and taken away together with the graphs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain, starmap
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.background import STATE_GRAPH, Background, backgrounds
from kg.store.base import Graphs, Results
from kg.store.derived import derived
from kg.store.syntaxes import canonical, write
from kg.terms import DERIVED_GRAPH, PREFIXES, expand, minutes_iri

if TYPE_CHECKING:
    from rdflib import Dataset

_DIGEST = expand("schema:sha256")
_TEXT = ox.NamedNode(expand("schema:text"))


class Embedded:
    """An Oxigraph store; see :class:`kg.store.base.Store` for what each method promises."""

    def __init__(self, inner: ox.Store, place: str) -> None:
        self._inner: ox.Store | None = inner
        self._place = place

    @property
    def place(self) -> str:
        """Where the store is, as a user would write it."""
        return self._place

    @property
    def engine(self) -> ox.Store:
        """The engine itself, for what must be fast."""
        if self._inner is None:
            raise StoreError(self._place, "is closed")
        return self._inner

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

    def query(self, text: str) -> Results:
        """The result of a SPARQL query over the union of all graphs."""
        try:
            return self.engine.query(text, prefixes=PREFIXES)
        except (SyntaxError, ValueError) as fault:
            raise QueryError(_first_line(text), brief(str(fault))) from fault

    def graphs(self) -> list[str]:
        """The IRIs of all graphs, sorted."""
        named = (graph.value for graph in self.engine.named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(graph for graph in named if graph != STATE_GRAPH)

    def text_of(self, slug: str) -> str | None:
        """The plain text of a document, or ``None``."""
        document = ox.NamedNode(minutes_iri(slug))
        found = next(iter(self.engine.quads_for_pattern(document, _TEXT, None, document)), None)
        return found.object.value if found and isinstance(found.object, ox.Literal) else None

    def dump(self, syntax: str = "nquads") -> bytes:
        """The whole store, sorted."""
        return write(canonical(line for graph in self.graphs() for line in self.lines(graph)), syntax)

    def digest(self) -> str:
        """The digest of everything that is told, as ``dump`` writes it: the same facts, the same digest."""
        return hashlib.sha256(self.dump()).hexdigest()

    def lines(self, graph: str) -> list[bytes]:
        """A graph as N-Quads lines, in no order."""
        node = ox.NamedNode(graph)
        triples = self.engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=node) or b""
        ending = f" {node} .".encode()
        return [line.removesuffix(b" .") + ending for line in triples.split(b"\n") if line]

    def dataset(self) -> Dataset:
        """An rdflib Dataset over the same store.  Query it with strings: prepared queries are many times slower."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        dataset = Dataset(
            store=OxigraphStore(store=self.engine), default_union=False
        )  # the default graph is the union already
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace, replace=True)
        return dataset

    def __len__(self) -> int:
        return sum(
            1 for graph in self.graphs() for _ in self.engine.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        )

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def replace(self, graphs: Graphs) -> None:
        """Put each graph in the place of what was there: new ones in one bulk load, changed ones in one update."""
        known = {graph for graph in graphs if self.engine.contains_named_graph(ox.NamedNode(graph))}
        new = {graph: lines for graph, lines in graphs.items() if graph not in known}
        changed = [graph for graph in sorted(known) if not self._holds(graph, graphs[graph])]
        try:
            if changed:
                self.engine.update(" ;\n".join(_replacement(graph, graphs[graph]) for graph in changed))
            if new:
                self._load(new)
        except (OSError, RuntimeError, SyntaxError) as fault:
            raise StoreError(self._place, f"cannot be written: {fault}") from fault

    def _load(self, new: Graphs, more: Iterable[str] = ()) -> None:
        """Graphs that were not there, and lines that are no part of the union: all or nothing."""
        in_graphs = chain.from_iterable(new.values())
        in_union = chain.from_iterable(starmap(_triples, new.items()))
        self.engine.bulk_load("\n".join(chain(in_graphs, in_union, more)).encode(), ox.RdfFormat.N_QUADS)

    def _holds(self, graph: str, lines: Sequence[str]) -> bool:
        return set(self.lines(graph)) == {line.encode() for line in lines}

    def remove(self, graph: str) -> None:
        """Take a graph out; nothing happens where there is none."""
        self.engine.update(_removal(graph))

    def refresh(self) -> list[str]:
        """Load the background graphs whose files changed; the IRIs of those."""
        changed = [background for background in backgrounds() if self._digest(background.graph) != background.digest]
        new = [background for background in changed if self._digest(background.graph) is None]
        if new:
            digests = [f'<{one.graph}> <{_DIGEST}> "{one.digest}" <{STATE_GRAPH}> .' for one in new]
            self._load({background.graph: background.lines() for background in new}, digests)
        for background in changed:
            if background not in new:
                self.engine.update(_refreshed(background))
        return [background.graph for background in changed]

    def _digest(self, graph: str) -> str | None:
        pattern = (ox.NamedNode(graph), ox.NamedNode(_DIGEST), None, ox.NamedNode(STATE_GRAPH))
        return next((str(getattr(quad.object, "value", "")) for quad in self.engine.quads_for_pattern(*pattern)), None)

    def derive(self) -> int:
        """Draw the rules' conclusions again; how many quads they are."""
        self.remove(DERIVED_GRAPH)
        lines = derived(self.query)
        if lines:
            self.replace({DERIVED_GRAPH: lines})
        return len(lines)

    def close(self) -> None:
        """Force everything to disk and let go of the files."""
        self._inner = None

    def flush(self) -> None:
        """Force everything to disk, so that a power cut loses nothing."""
        self.engine.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def in_memory(place: str, *, read_only: bool = False) -> Embedded:
    """A store that is gone with the process."""
    del read_only
    return Embedded(ox.Store(), place)


def on_disk(place: str, *, read_only: bool = False) -> Embedded:
    """The store in a folder, made where there is none; ``read_only`` opens one that must exist, beside its writer."""
    folder = Path(place.removeprefix("file://")).expanduser()
    _check(folder, place, read_only=read_only)
    try:
        return Embedded(ox.Store.read_only(str(folder)) if read_only else ox.Store(str(folder)), place)
    except OSError as fault:
        if "lock" in str(fault).lower():
            raise StoreError(
                place, "is open for writing already; wait for that process, or use another --store"
            ) from fault
        raise StoreError(place, f"cannot be opened: {fault}") from fault
    except RuntimeError as fault:
        raise StoreError(place, f"is damaged: {fault}; build it again in a new folder") from fault


def _check(folder: Path, place: str, *, read_only: bool) -> None:
    is_store = (folder / "CURRENT").is_file()
    if read_only and not is_store:
        raise StoreError(place, f"there is none yet; make it with: kg build PATH --store {place}")
    if folder.exists() and not folder.is_dir():
        raise StoreError(place, "is a file; a store is a folder")
    if folder.is_dir() and not is_store and any(folder.iterdir()):
        raise StoreError(place, "is a folder with other things in it; name a new or empty one")


def _triples(graph: str, lines: Sequence[str]) -> list[str]:
    ending = f" {ox.NamedNode(graph)} ."
    return [line.removesuffix(ending) + " ." for line in lines]


def _removal(graph: str) -> str:
    """The graph goes, and from the union what no other graph tells."""
    node = str(ox.NamedNode(graph))
    elsewhere = f"GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {node})"
    only_here = f"GRAPH {node} {{ ?s ?p ?o }} FILTER NOT EXISTS {{ {elsewhere} }}"
    return f"DELETE {{ ?s ?p ?o }} WHERE {{ {only_here} }} ; DROP SILENT GRAPH {node}"


def _replacement(graph: str, lines: Sequence[str]) -> str:
    triples = "\n".join(_triples(graph, lines))
    return f"{_removal(graph)} ; INSERT DATA {{ {triples}\nGRAPH {ox.NamedNode(graph)} {{\n{triples}\n}} }}"


def _refreshed(background: Background) -> str:
    digest = f"<{background.graph}> <{_DIGEST}>"
    return " ;\n".join(
        (
            _replacement(background.graph, background.lines()),
            f"DELETE WHERE {{ GRAPH <{STATE_GRAPH}> {{ {digest} ?old }} }}",
            f'INSERT DATA {{ GRAPH <{STATE_GRAPH}> {{ {digest} "{background.digest}" }} }}',
        )
    )


def brief(message: str) -> str:
    """An engine's message on one line, without its long list of what else it would have taken."""
    line = " ".join(message.split())
    return line if len(line) <= 160 else line[:160].rsplit(" ", 1)[0] + " …"


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:80]
