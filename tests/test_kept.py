"""A kept value is never wrong for being kept."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import kept
from kg.errors import SettingError
from kg.lexicon import lexicon


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def words(tmp_path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("quay pier", encoding="utf-8")
    return path


class Maker:
    """Makes a value of a file and counts how often."""

    def __init__(self, path: Path) -> None:
        self.path, self.times = path, 0

    def __call__(self) -> list[str]:
        self.times += 1
        return self.path.read_text(encoding="utf-8").split()

    def kept(self) -> list[str]:
        return kept.kept("words", [self.path], self)


def files(cache: Path) -> list[Path]:
    return sorted(cache.iterdir())


def test_a_value_is_made_once_and_then_read(cache, words):
    make = Maker(words)
    assert [make.kept(), make.kept()] == [["quay", "pier"], ["quay", "pier"]]
    assert make.times == 1
    assert [path.name.partition("-")[0] for path in files(cache)] == ["words"]


def test_a_value_of_files_that_changed_is_made_anew(cache, words):
    make = Maker(words)
    make.kept()
    words.write_text("quay mole", encoding="utf-8")
    assert make.kept() == ["quay", "mole"]


def test_a_change_that_keeps_size_and_time_is_noticed(cache, words):
    make = Maker(words)
    make.kept()
    before = words.stat()
    words.write_text("pier quay", encoding="utf-8")
    os.utime(words, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert make.kept() == ["pier", "quay"]


@pytest.mark.parametrize(
    "damage",
    [lambda content: b"", lambda content: content[:-9], lambda content: content[:40] + b"?" + content[41:]],
    ids=["emptied", "cut short", "one letter changed"],
)
def test_a_damaged_file_is_made_anew(cache, words, damage):
    make = Maker(words)
    make.kept()
    (path,) = files(cache)
    path.write_bytes(damage(path.read_bytes()))
    assert make.kept() == ["quay", "pier"]
    assert make.kept() == ["quay", "pier"]
    assert make.times == 2


def test_what_others_can_write_is_not_believed(cache, words):
    make = Maker(words)
    make.kept()
    (path,) = files(cache)
    path.chmod(path.stat().st_mode | stat.S_IWOTH)
    make.kept()
    assert make.times == 2
    cache.chmod(0o777)
    make.kept()
    assert make.times == 3


def test_a_pickle_that_was_put_there_without_its_digest_never_runs(cache, words, tmp_path):
    make = Maker(words)
    make.kept()
    (path,) = files(cache)

    class Trap:
        def __reduce__(self):
            return Path.touch, (tmp_path / "sprung",)

    path.write_bytes(bytes(32) + pickle.dumps(Trap()))
    assert make.kept() == ["quay", "pier"]
    assert not (tmp_path / "sprung").exists()


def test_nothing_is_kept_where_that_is_switched_off(words, tmp_path, monkeypatch):
    monkeypatch.setenv(kept.VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    make = Maker(words)
    assert [make.kept(), make.kept()] == [["quay", "pier"]] * 2
    assert make.times == 2
    assert not (tmp_path / "xdg").exists()


def test_a_place_where_nothing_can_be_written_does_no_harm(words, tmp_path, monkeypatch):
    (tmp_path / "a-file").touch()
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "a-file" / "cache"))
    assert Maker(words).kept() == ["quay", "pier"]


def test_a_full_disk_does_no_harm(cache, words, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept.tempfile, "NamedTemporaryFile", full)
    assert Maker(words).kept() == ["quay", "pier"]
    assert files(cache) == []


def test_few_old_ones_stay(cache, words):
    make = Maker(words)
    for number in range(7):
        words.write_text(f"word {number}", encoding="utf-8")
        make.kept()
    assert len(files(cache)) == 4


def _one_of_many(path: Path) -> list[str]:
    return Maker(path).kept()


def test_two_processes_at_once_get_the_same(cache, words):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_one_of_many, [words] * 6) == [["quay", "pier"]] * 6
    assert [path.suffix for path in files(cache)] == [".pickle"]


@dataclass(frozen=True, slots=True)
class Berth:
    name: str
    depth: int
    names: frozenset[str]


def test_frozen_values_come_back_equal(cache, words):
    berth = Berth("North", 7, frozenset({"N", "north"}))
    for _ in range(2):
        assert kept.kept("berths", [words], lambda: [berth, {berth: berth}]) == [berth, {berth: berth}]


def test_the_lexicon_is_the_same_from_the_cache(cache):
    made = lexicon.__wrapped__(())
    assert [path.name.partition("-")[0] for path in files(cache)] == ["lexicon"]
    assert lexicon.__wrapped__(()) == made


def test_names_of_the_users_own_are_seen_as_soon_as_they_change(cache, tmp_path):
    own = tmp_path / "own.ttl"
    line = '<https://w3id.org/inspectorate-kg/id/organisation/{}> a <http://www.w3.org/ns/org#Organization> ; <http://www.w3.org/2000/01/rdf-schema#label> "{}" .'
    for key, label in (("tide-board", "Tide Board"), ("moor-board", "Moor Board")):
        own.write_text(line.format(key, label), encoding="utf-8")
        assert f"organisation/{key}" in lexicon.__wrapped__((own,)).registry.things
    assert "organisation/tide-board" not in lexicon.__wrapped__((own,)).registry.things


def test_a_file_that_is_no_turtle_is_told_cache_or_not(cache, tmp_path):
    own = tmp_path / "own.ttl"
    own.write_text("this is no Turtle", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(SettingError, match=r"own\.ttl"):
            lexicon.__wrapped__((own,))
