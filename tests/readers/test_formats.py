"""One note in every format says the same."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kg.readers import read

NOTE = """INLAND WATERWAYS SAFETY BOARD

Present:
Ingrid Halvorsen-Pike (Chair)
Dr Tobias Renshawe, Midmarches Navigation Trust (MNT)

1. Welcome & apologies

1.1 The Chair welcomed members and noted the apologies that had been received. She said that Superintendent Laskey
has succeeded Chief Superintendent Amory, and thanked the staff of Lock House for <finding> a room at short notice.

• The Trust – which had been asked – agreed.

• OL to write to the twelve largest marinas.

ACTION: Chair to write by 31 October 2019.
"""


@pytest.fixture(scope="module")
def make_formats():
    path = Path(__file__).parents[2] / "scripts" / "make_formats.py"
    spec = importlib.util.spec_from_file_location("make_formats", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(NOTE)
    return path


def words(path):
    document = read(path)
    return [" ".join(block.span.of(document.text).split()) for block in document.blocks]


def test_every_format_has_the_same_paragraphs(make_formats, note):
    expected = words(note)
    assert len(expected) == 9
    assert {path.suffix: words(path) for path in make_formats.make(note)} == dict.fromkeys(
        (".md", ".html", ".docx", ".odt", ".pdf"), expected
    )


def test_two_runs_give_the_same_bytes(make_formats, note):
    first = {path: path.read_bytes() for path in make_formats.make(note)}
    assert {path: path.read_bytes() for path in make_formats.make(note)} == first
