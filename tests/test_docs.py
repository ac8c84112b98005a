"""What the README shows works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import kg
from api.app import create_app
from api.cli import main
from api.settings import Settings
from tests.api.conftest import served

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line[2:].split("  #")[0].strip() for line in README.splitlines() if line.startswith("$ kg ")]
ASKING = [
    command
    for command in COMMANDS
    if command.split()[1] in {"query", "analyse", "search", "show", "stats", "validate", "evaluate"}
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    with kg.open_store(str(folder / "kg")) as store:
        kg.build([ROOT / "data" / "minutes"], store)
    return folder / "kg"


@pytest.mark.parametrize("command", ASKING)
def test_the_commands_of_the_readme_run(command, place, monkeypatch, capsys):
    words = [word for word in shlex.split(command)[1:] if word != "/tmp/measured"]  # noqa: S108 - as the README has it
    words = [word for word in words if word != "--store"]
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("sys.argv", ["kg", *words, "--store", str(place)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    assert capsys.readouterr().out


def test_the_python_of_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    exec(re.search(r"```python\n(.*?)```", README, re.DOTALL).group(1), {})  # noqa: S102 - our own words
    assert "Parole Board" in capsys.readouterr().out


def test_the_readme_shows_how_to_ask():
    assert len(ASKING) >= 8


def test_every_picture_of_the_readme_is_there_and_says_what_it_shows():
    pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", README)
    assert pictures
    assert all(len(words) > 20 and (ROOT / path).is_file() for words, path in pictures)
    assert {path for _, path in pictures} == set(re.findall(r"--output (\S+)", (ROOT / "Makefile").read_text()))


# ── over HTTP ────────────────────────────────────────────────────────────────────────────────────────────────────

HERE = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def server(place):
    with served(create_app(Settings(store=str(place), workers=1))) as client:
        yield client


def _requests() -> list[tuple[str, str]]:
    """Each curl of the README with what it shows; … stands for anything."""
    found = re.findall(r"^\$ (curl [^\n]*)\n((?:(?!\$ |```)[^\n]*\n)*)", README, re.MULTILINE)
    told = [(command, shown) for command, shown in found if HERE in command]
    assert len(told) >= 4
    return told


@pytest.mark.parametrize(("command", "shown"), _requests())
def test_the_requests_of_the_readme_give_what_it_shows(server, command, shown):
    words = shlex.split(command)
    headers = dict(words[n + 1].split(": ", 1) for n, word in enumerate(words) if word == "-H")
    (address,) = [word for word in words if word.startswith(HERE)]
    answer = server.get(address.removeprefix(HERE), headers=headers, follow_redirects="-L" in words)
    got = answer.text.replace(str(server.base_url).rstrip("/"), HERE).replace("\r\n", "\n")
    pattern = ".*".join(re.escape(part) for part in shown.rstrip("\n").split("…"))
    assert re.match(pattern, got, re.DOTALL), got[:500]


def test_the_clients_of_the_readme_work(server, capsys):
    pytest.importorskip("pandas")
    pytest.importorskip("SPARQLWrapper")
    block = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[1]
    assert block.count(HERE) == 3
    exec(block.replace(HERE, str(server.base_url).rstrip("/")), {})  # noqa: S102 - our own words
    out = capsys.readouterr().out
    assert "2017-01-16" in out
    assert "HM Crown Prosecution Service Inspectorate" in out
    assert "Caroline Corby" in out
