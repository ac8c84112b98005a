"""``kg build``: what it does, and its words where they are plain.

Comes in: the words of a shell.  Goes out: a graph, and a report on standard output.  The one idea: reading one note takes a tenth of a
second, and so does loading what understands every option of every command; words that can mean one thing only are understood
without it, and all others are left to it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from api.plain import DEFAULT_STORE

_OPTIONS = {
    "--store": "store",
    "-s": "store",
    "--jobs": "jobs",
    "-j": "jobs",
    "--extend": "extend",
}  # that take a value
_UNMAPPED = "--unmapped"
_COMPLETION = "_KG_COMPLETE"  # set by a shell that wants the words completed, not obeyed


class Build(NamedTuple):
    """What is to be built."""

    paths: tuple[str, ...]
    store: str = DEFAULT_STORE
    jobs: int = 1
    extend: tuple[Path, ...] = ()
    unmapped: bool = False

    def run(self) -> bool:
        """Read the documents into the graph and tell how it went; false where one could not be read."""
        from api.reports import progress_bar, show_report
        from kg.pipeline import build
        from kg.ready import begin
        from kg.store import open_store

        begin(self.store)
        with open_store(self.store) as graph, progress_bar() as progress:
            report = build(self.paths, graph, jobs=self.jobs, progress=progress, extend=self.extend)
        show_report(report, unmapped=self.unmapped)
        return report.complete


def plainly(words: Sequence[str]) -> Build | None:
    """The build that words behind ``kg`` ask for; ``None`` where it takes the parser of options to tell.

    >>> plainly(["build", "notes/", "--store", "graph", "--jobs", "2"])
    Build(paths=('notes/',), store='graph', jobs=2, extend=(), unmapped=False)
    >>> plainly(["build", "--help"])
    """
    if list(words[:1]) != ["build"] or _COMPLETION in os.environ or sys.platform == "win32":
        return None
    told: dict[str, list[str]] = {"paths": [], "store": [DEFAULT_STORE], "jobs": ["1"], "extend": []}
    left = iter([word for word in words[1:] if word != _UNMAPPED])
    for word in left:
        value = next(left, "") if word in _OPTIONS else word
        if not value or (value != "-" and value.startswith("-")):
            return None
        told[_OPTIONS.get(word, "paths")].append(value)
    jobs = told["jobs"][-1]
    if (
        not told["paths"]
        or "-" in (told["store"][-1], *told["extend"])
        or not (jobs.isascii() and jobs.isdigit() and int(jobs))
    ):
        return None
    return Build(
        tuple(told["paths"]), told["store"][-1], int(jobs), tuple(map(Path, told["extend"])), _UNMAPPED in words
    )
