"""What a build tells into a pipe, and at which cost."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from api.cli import main
from api.reports import boxed, show_report
from kg import pipeline
from kg.pipeline import Failure, Report

ROOT = Path(__file__).parents[2]


def test_a_plain_build_into_a_pipe_loads_nothing_that_draws_in_colours(tmp_path):
    (tmp_path / "note.txt").write_text("Present: Ann Smith, Chair.\n", encoding="utf-8")
    code = (
        "import atexit, sys; heavy = 'rich', 'rdflib', 'fastapi', 'networkx'\n"
        "atexit.register(lambda: print([name for name in heavy if name in sys.modules]))\n"
        "from api.cli import main; main(['build', sys.argv[1], '--store', sys.argv[2]])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "note.txt"), str(tmp_path / "kg")],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "│ documents            │" in ended.stdout
    assert ended.stdout.splitlines()[-1] == "[]"


def test_an_interrupted_build_ends_as_an_interrupted_program_does(monkeypatch):
    def interrupted(*_: object, **__: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "build", interrupted)
    with pytest.raises(SystemExit) as ended:
        main(["build", "a.txt", "--store", "memory:"])
    assert ended.value.code == 130


def test_a_box_is_what_rich_draws():
    rows = [("documents", "2"), ("sentences understood", "8 of 10 (80%)"), ("failures", "0")]
    table = Table("", "read", header_style="bold")
    table.columns[1].justify = "right"
    for row in rows:
        table.add_row(*row)
    drawn = Console(file=io.StringIO(), width=200)
    drawn.print(table)

    assert boxed(("", "read"), rows) == drawn.file.getvalue()  # type: ignore[attr-defined]


def test_into_a_pipe_that_takes_colours_the_head_is_bold(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    show_report(Report(documents=1))
    assert "\x1b[1m" in capsys.readouterr().out


def test_what_was_not_read_stands_behind_the_table(capsys):
    show_report(Report(failures=[Failure("bad[1].pdf", "is no PDF")]))
    assert capsys.readouterr().out.splitlines()[-1] == "not read bad[1].pdf: is no PDF"
