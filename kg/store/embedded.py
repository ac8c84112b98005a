"""The store in this process: Oxigraph, on disk or in memory.

Comes in: N-Quads lines by graph, and query text.  Goes out: the engine's results.  The one idea: one call, one
transaction; there is none over several calls.

The engine's own union of graphs is a bag: a triple that two documents tell counts twice.  So the default graph is
kept as the union proper: each triple once, written and taken away together with the graphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.around import around, changes_others, named_elsewhere
from kg.store.background import STATE_GRAPH, Background, backgrounds
from kg.store.base import Graphs, Results, View
from kg.store.changes import Changes, difference, removal, union_of
from kg.store.copies import opening_of, sign_at_rest
from kg.store.derived import Rules, Told, derived, rules
from kg.store.digests import digest_of_all, digest_of_graph
from kg.store.forms import Written, forms_of, noted, restored
from kg.store.packing import Fresh, Packed, pack, unpacked
from kg.store.syntaxes import canonical, content_of, write
from kg.terms import DERIVED_GRAPH, PREFIXES, expand, minutes_iri

if TYPE_CHECKING:
    from rdflib import Dataset

_DIGEST = expand("schema:sha256")
_TEXT = ox.NamedNode(expand("schema:text"))
_FEW = 10_000  # quads that one transaction takes sooner than a bulk load, which writes files of its own


class Embedded:
    """An Oxigraph store; see :class:`kg.store.base.Store` for what each method promises."""

    def __init__(self, inner: ox.Store, place: str, folder: Path | None = None, *, finished: bool = False) -> None:
        self._inner: ox.Store | None = inner
        self._place = place
        self._unruled = Changes(known=finished)  # since the rules drew their conclusions
        self.unindexed = Changes(known=finished)  # since a build was finished: what an index has yet to learn
        self._folder = folder  # that it writes to
        self._finished: str | None = None  # the version of the content of which index and copy are
        self._packed = Fresh()  # those that were written since
        self.written: Written = {}  # how the literals of a graph in memory were written
        self.united = False  # is its default graph a union that changes do not keep up?
        self._around: tuple[frozenset[str], Embedded] | None = None

    @property
    def place(self) -> str:
        """Where the store is, as a user would write it."""
        return self._place

    @property
    def engine(self) -> ox.Store:
        """The engine itself, for what must be fast.  Whoever has it may change anything: what has changed is not known then."""
        self._unruled.known = self.unindexed.known = False
        self._finished = None
        self._packed.forget_all()
        return self._engine

    @property
    def _engine(self) -> ox.Store:
        if self._inner is None:
            raise StoreError(self._place, "is closed")
        return self._inner

    # ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

    def query(self, text: str) -> Results:
        """The result of a SPARQL query over the union of all graphs."""
        try:
            return self._engine.query(text, prefixes=PREFIXES)
        except (SyntaxError, ValueError) as fault:
            raise QueryError(_first_line(text), brief(str(fault))) from fault

    def graphs(self) -> list[str]:
        """The IRIs of all graphs, sorted."""
        named = (graph.value for graph in self._engine.named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(graph for graph in named if graph != STATE_GRAPH)

    def told_of(self, subject: str) -> Iterator[ox.Quad]:
        """What the union of all graphs tells of a thing."""
        try:
            thing = ox.NamedNode(subject)
        except ValueError:
            return iter(())
        return self._engine.quads_for_pattern(thing, None, None, ox.DefaultGraph())

    def told_in(self, graph: str, under: str) -> Iterator[ox.Quad]:
        """What a graph tells of the things whose IRIs begin so; read as it was written, if it was just written, which is quicker."""
        fresh = self._packed.of(graph)
        if fresh:
            start = f"<{under}".encode()
            lines = [line for line in unpacked(fresh.content).split(b"\n") if line.startswith(start)]
            return ox.parse(b"\n".join(lines), ox.RdfFormat.N_QUADS)
        quads = self._engine.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        return (one for one in quads if isinstance(one.subject, ox.NamedNode) and one.subject.value.startswith(under))

    def text_of(self, slug: str) -> str | None:
        """The plain text of a document, or ``None``."""
        document = ox.NamedNode(minutes_iri(slug))
        found = next(iter(self._engine.quads_for_pattern(document, _TEXT, None, document)), None)
        return found.object.value if found and isinstance(found.object, ox.Literal) else None

    def dump(self, syntax: str = "nquads") -> bytes:
        """The whole store, sorted."""
        return write(canonical(line for graph in self.graphs() for line in self.lines(graph)), syntax)

    def digest(self) -> str:
        """The digest of everything that is told: the same facts, the same digest."""
        return digest_of_all({graph: digest_of_graph(canonical(self.lines(graph))) for graph in self.graphs()})

    def lines(self, graph: str) -> list[bytes]:
        """A graph as N-Quads lines, in no order."""
        node = ox.NamedNode(graph)
        triples = self._engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=node) or b""
        ending = f" {node} .".encode()
        lines = [line.removesuffix(b" .") + ending for line in triples.split(b"\n") if line]
        forms = forms_of(self._engine, graph)
        return restored(lines, graph, forms) if forms else lines

    def whole(self) -> bytes:
        """Everything that the engine holds as N-Quads, also what is no part of the content: the union, its own notes."""
        return self._engine.dump(format=ox.RdfFormat.N_QUADS) or b""

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
            1 for graph in self.graphs() for _ in self._engine.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        )

    # ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

    def replace(self, graphs: Graphs, *, canonical: bool = False) -> None:
        """Put each graph in the place of what was there: new ones in one load, changed ones in one update."""
        known = {graph for graph in graphs if self._engine.contains_named_graph(ox.NamedNode(graph))}
        new = {graph: lines for graph, lines in graphs.items() if graph not in known}
        differences = [difference(graph, self._text(graph), graphs[graph]) for graph in sorted(known)]
        changed = {graph: text for graph, text in zip(sorted(known), differences, strict=True) if text}
        self._unsettle(new, changed)
        try:
            if changed:
                self._engine.update(" ;\n".join(changed.values()))
            contents = {graph: content_of(lines) for graph, lines in new.items()}
            if new:
                self._load(contents)
            if canonical and self._folder is not None:
                for graph, lines in graphs.items():
                    self._packed.note(graph, contents.get(graph) or content_of(lines))
        except (OSError, RuntimeError, SyntaxError) as fault:
            raise StoreError(self._place, f"cannot be written: {fault}") from fault

    def packed(self, graph: str) -> Packed:
        """The sorted lines of a graph as a copy holds them, with their digest."""
        return self._packed.of(graph) or pack(canonical(self.lines(graph)))

    def fill(self, other: View) -> None:
        """Take up all of another store, this one being empty: in one load, which leaves the fewest files to open."""
        self._unsettle(other.graphs(), ())
        self._engine.bulk_load(other.whole(), ox.RdfFormat.N_QUADS, lenient=True)  # an engine wrote it

    def _load(self, new: Mapping[str, bytes], more: bytes = b"") -> None:
        """Graphs that were not there, by their lines, and lines that are no part of the union: all or nothing."""
        content = b"".join([*new.values(), *starmap(union_of, new.items()), more])
        if sum(lines.count(b"\n") for lines in new.values()) < _FEW:
            self._engine.extend(list(ox.parse(content, ox.RdfFormat.N_QUADS)))
        else:
            self._engine.bulk_load(content, ox.RdfFormat.N_QUADS)

    def _text(self, graph: str) -> set[str]:
        return {line.decode() for line in self.lines(graph)}

    def remove(self, graph: str) -> None:
        """Take a graph out; nothing happens where there is none."""
        self._unsettle((), (graph,))
        self._engine.update(removal(graph))

    def note_forms(self, graph: str, lines: Iterable[str]) -> None:
        """Remember how the literals of a graph, whose lines these are, were written: :meth:`lines` gives them back so."""
        self._unsettle((), (graph,))
        self._engine.update(noted(graph, lines))

    def refresh(self) -> list[str]:
        """Load the background graphs whose files changed; the IRIs of those."""
        changed = [background for background in backgrounds() if self._digest(background.graph) != background.digest]
        new = [background for background in changed if self._digest(background.graph) is None]
        self._unsettle((), [background.graph for background in changed])
        if new:
            digests = [f'<{one.graph}> <{_DIGEST}> "{one.digest}" <{STATE_GRAPH}> .' for one in new]
            self._load({one.graph: content_of(one.lines()) for one in new}, content_of(digests))
        for background in changed:
            if background not in new:
                self._engine.update(self._refreshed(background))
        return [background.graph for background in changed]

    def _refreshed(self, background: Background) -> str:
        changed = difference(background.graph, self._text(background.graph), background.lines())
        return " ;\n".join((*([changed] if changed else ()), _signed(background.graph, background.digest)))

    def _digest(self, graph: str) -> str | None:
        pattern = (ox.NamedNode(graph), ox.NamedNode(_DIGEST), None, ox.NamedNode(STATE_GRAPH))
        return next((str(getattr(quad.object, "value", "")) for quad in self._engine.quads_for_pattern(*pattern)), None)

    # ── conclusions ──────────────────────────────────────────────────────────────────────────────────────────────

    def derive(self) -> int:
        """Draw the rules' conclusions again, or only those that new documents add; how many quads they are."""
        known = rules()
        added = self._added(known)
        if added is None:
            self.remove(DERIVED_GRAPH)
        lines = derived(self.query, known) if added is None else added
        if lines:
            self._load({DERIVED_GRAPH: content_of(lines)})
            self.unindexed.note((), (DERIVED_GRAPH,))
        self._sign_conclusions(known.digest)
        self._drawn_with = known.digest
        self._unruled = Changes(known=self._unruled.known)
        return self._number(DERIVED_GRAPH)

    def _added(self, known: Rules) -> list[str] | None:
        """What new documents add to the conclusions; ``None`` where all of them must be drawn again."""
        changes, looked_up = self._unruled, known.looks_up
        if looked_up is None or self._drawn_with != known.digest or changes.other or not changes.known:
            return None
        if not changes.are_few(len(self.graphs())):
            return None
        if not changes.new or self.changes_others(changes.new, looked_up):
            return None if changes.new else []
        return derived(self.around(changes.new).query, known)

    @cached_property
    def _drawn_with(self) -> str | None:
        """The digest of the rules with which the conclusions were last drawn."""
        return self._digest(DERIVED_GRAPH)

    @cached_property
    def _signed_with(self) -> str | None:
        """The same as the store itself tells it: ``None`` from the first change on, so that no crash hides what was not drawn."""
        return self._drawn_with

    def _sign_conclusions(self, digest: str | None) -> None:
        if self._signed_with != digest:
            self._engine.update(_signed(DERIVED_GRAPH, digest))
            self._signed_with = digest

    def _number(self, graph: str) -> int:
        found = self._engine.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        return int(next(iter(found))["n"].value) if isinstance(found, ox.QuerySolutions) else 0

    def around(self, graphs: Iterable[str]) -> Embedded:
        """Documents with all that is told of the things that they name, in memory."""
        wanted = frozenset(graphs)
        if self._around is None or self._around[0] != wanted:
            self._around = wanted, Embedded(around(self._engine, sorted(wanted)), "what lies around documents")
        return self._around[1]

    def named_elsewhere(self, graphs: Iterable[str], iris: Iterable[str]) -> bool:
        """Does another graph, but the conclusions, name any of these?"""
        return named_elsewhere(self._engine, graphs, iris)

    def changes_others(self, graphs: Iterable[str], what: Iterable[Told]) -> bool:
        """Do graphs alone tell these properties (with that value, or any) of things that other graphs name too?"""
        return changes_others(self._engine, graphs, what)

    def _unsettle(self, new: Iterable[str], other: Iterable[str]) -> None:
        """Note what is about to change."""
        new, other = list(new), list(other)
        if new or other:
            self._packed.forget((*new, *other))
            self._unruled.note(new, other)
            self.unindexed.note(new, other)
            self._around = None
            self._finished = None
            self._sign_conclusions(None)

    def finish(self, version: str) -> None:
        """Take note that index and copy are of this content now."""
        self._finished = version
        self.unindexed = Changes(known=self._folder is not None)

    def close(self) -> None:
        """Force everything to disk and let go of the files."""
        folder, version = self._folder, self._finished
        self._packed.close()
        if self._inner is None or folder is None or version is None:
            self._inner = None
            return
        opened = opening_of(folder)
        self._inner = None
        sign_at_rest(folder, version, opened)

    def flush(self) -> None:
        """Force everything to disk, so that a power cut loses nothing."""
        self._engine.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _signed(graph: str, digest: str | None) -> str:
    """The update that puts a digest in the place of the one that the store keeps of a graph."""
    told = f"<{graph}> <{_DIGEST}>"
    new = f' ; INSERT DATA {{ GRAPH <{STATE_GRAPH}> {{ {told} "{digest}" }} }}' if digest else ""
    return f"DELETE WHERE {{ GRAPH <{STATE_GRAPH}> {{ {told} ?old }} }}{new}"


def brief(message: str) -> str:
    """An engine's message on one line, without its long list of what else it would have taken."""
    line = " ".join(message.split())
    return line if len(line) <= 160 else line[:160].rsplit(" ", 1)[0] + " …"


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:80]
