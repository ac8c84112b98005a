"""From paths to files."""

from __future__ import annotations

import pytest

from kg.errors import ReadError
from kg.readers import find


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.md", "x.json", ".hidden.txt", "deep/c.pdf", ".git/d.txt", "deep/.e.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Minutes")
    return tmp_path


def test_a_folder_gives_its_files_of_known_suffix_sorted(folder):
    assert find([folder]) == [str(folder / "a.md"), str(folder / "b.txt"), str(folder / "deep/c.pdf")]


def test_a_named_file_is_kept_whatever_its_suffix(folder):
    assert find([folder / "x.json"]) == [str(folder / "x.json")]


def test_a_glob_gives_what_it_matches(folder):
    assert find([f"{folder}/*"]) == [str(folder / "a.md"), str(folder / "b.txt"), str(folder / "deep/c.pdf")]


def test_standard_input_is_kept_and_nothing_comes_twice(folder):
    assert find(["-", folder / "b.txt", folder]) == [
        "-",
        str(folder / "b.txt"),
        str(folder / "a.md"),
        str(folder / "deep/c.pdf"),
    ]


@pytest.mark.parametrize(
    ("path", "reason"), [("nothing.txt", "no such file or folder"), ("*.nothing", "no file matches")]
)
def test_a_path_that_leads_nowhere_is_named(folder, path, reason):
    with pytest.raises(ReadError, match=reason) as fault:
        find([f"{folder}/{path}"])
    assert fault.value.source == f"{folder}/{path}"
