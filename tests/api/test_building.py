"""The words of ``kg build`` that are understood at once, and what a build draws into a pipe."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table
from typer.testing import CliRunner

from api import commands
from api.building import Build, plainly
from api.cli import main
from api.reports import boxed, show_report
from kg import pipeline
from kg.pipeline import Failure, Report

ROOT = Path(__file__).parents[2]
PLAIN = [
    "a.txt",
    "a.txt notes/ -",
    "a.txt --store graph",
    "-s graph a.txt b.txt",
    "a.txt --jobs 4 -s memory:",
    "-j 2 -j 3 a.txt --store one --store two",
    "a.txt --extend own.ttl --extend more.ttl --unmapped",
    "--unmapped a.txt",
]
OTHERS = [
    "",
    "--help",
    "a.txt --help",
    "a.txt --store",
    "a.txt --jobs none",
    "a.txt --jobs 0",
    "a.txt --jobs ²",
    "a.txt --store=graph",
    "a.txt -sgraph",
    "a.txt --stor graph",
    "a.txt --store -s",
    "-- a.txt",
    "--jobs 2",
]


@pytest.fixture
def asked(monkeypatch) -> list[Build]:
    """What the parser of options makes of words."""
    seen: list[Build] = []
    monkeypatch.setattr(Build, "run", lambda build: bool(seen.append(build)) or True)
    return seen


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_mean_what_the_parser_of_options_makes_of_them(words, asked):
    CliRunner().invoke(commands.app, ["build", *words.split()])

    assert asked == [plainly(["build", *words.split()])]


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_are_left_to_the_parser_of_options(words):
    assert plainly(["build", *words.split()]) is None


def test_other_commands_and_a_shell_that_completes_words_are_left_to_the_parser(monkeypatch):
    assert plainly(["stats"]) is None
    assert plainly([]) is None
    assert plainly(["build", ""]) is None
    monkeypatch.setenv("_KG_COMPLETE", "complete_bash")
    assert plainly(["build", "a.txt"]) is None


def test_a_plain_build_loads_neither_the_parser_of_options_nor_what_draws_in_colours(tmp_path):
    (tmp_path / "note.txt").write_text("Present: Ann Smith, Chair.\n", encoding="utf-8")
    code = (
        "import atexit, sys; heavy = 'typer', 'pydantic', 'rich', 'rdflib', 'fastapi', 'networkx'\n"
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
