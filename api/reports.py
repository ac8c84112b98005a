"""How a build tells what it does: a bar meanwhile, a table at its end.

Comes in: the Report of a build.  Goes out: lines on standard output, the bar on standard error where that is a terminal.  The one idea:
into a pipe nothing is drawn but a plain table, and rich, which takes longer to load than a note to read, is left alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from kg.pipeline import Progress, Report

_TOLD = ("FORCE_COLOR", "TTY_COMPATIBLE")  # variables by which a pipe is told to be treated as a terminal, or not


def show_report(report: Report, *, unmapped: bool = False) -> None:
    """What a build did: counts as a table, then what was not read, a line each."""
    rows = _counts(report)
    if _is_plain(sys.stdout):
        sys.stdout.write(boxed(("", "read"), rows))
    else:
        _coloured(rows)
    if report.other_formats or report.failures or (unmapped and report.unmapped):
        from api.terminal import show_unread

        show_unread(report, unmapped=unmapped)


def _counts(report: Report) -> list[tuple[str, str]]:
    share = f" ({report.mapped / report.sentences:.0%})" if report.sentences else ""
    return [
        ("documents", str(report.documents)),
        *((kind, str(count)) for kind, count in report.facts.items()),
        ("sentences understood", f"{report.mapped} of {report.sentences}{share}"),
        ("derived facts", str(report.derived)),
        ("failures", str(len(report.failures))),
    ]


def boxed(head: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
    """Two columns in a box, the second to the right: what rich draws of them.

    >>> print(boxed(("", "read"), [("documents", "1")]), end="")
    ┏━━━━━━━━━━━┳━━━━━━┓
    ┃           ┃ read ┃
    ┡━━━━━━━━━━━╇━━━━━━┩
    │ documents │    1 │
    └───────────┴──────┘
    """
    left, right = (max(map(len, column)) for column in zip(head, *rows, strict=True))

    def drawn(first: str, line: str, between: str, last: str) -> str:
        return f"{first}{line * (left + 2)}{between}{line * (right + 2)}{last}\n"

    return "".join([
        drawn("┏", "━", "┳", "┓"),
        f"┃ {head[0]:{left}} ┃ {head[1]:>{right}} ┃\n",
        drawn("┡", "━", "╇", "┩"),
        *(f"│ {name:{left}} │ {count:>{right}} │\n" for name, count in rows),
        drawn("└", "─", "┴", "┘"),
    ])  # fmt: skip


def _coloured(rows: Sequence[tuple[str, str]]) -> None:
    from rich.table import Table

    from api.terminal import console

    table = Table("", "read", title=None, header_style="bold")
    table.columns[1].justify = "right"
    for row in rows:
        table.add_row(*row)
    console().print(table)


def _is_plain(stream: TextIO) -> bool:
    """No terminal, and nobody says that it be treated as one; and letters that a box can be drawn with."""
    told = any(name in os.environ for name in _TOLD)
    return not (told or stream.isatty()) and (stream.encoding or "").lower().startswith("utf")


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A progress bar on standard error, where that is a terminal."""
    if _is_plain(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    err = Console(stderr=True)
    if not err.is_terminal:
        yield None
        return
    with Bar(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=err, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def advance(done: int, total: int, source: str) -> None:
            bar.update(task, completed=done, total=total, description=source[-40:])

        yield advance
