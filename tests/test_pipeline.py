"""The order of the steps, and the report of what was not read."""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import ReadError
from kg.pipeline import Failure, OtherFormat, Told, ahead, build
from kg.store import open_store
from kg.terms import minutes_iri, slug
from tests import sample


@pytest.fixture(autouse=True)
def hand_read(monkeypatch):
    """Readers and mapping of our own: every file is the sample note, but for those whose content says otherwise."""

    def find(paths):
        for path in map(Path, paths):
            if not path.exists():
                raise ReadError(str(path), "there is no such file or folder")
            yield from (p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]

    def read(path):
        content = Path(path).read_text(encoding="utf-8")
        if not content:
            raise ReadError(str(path), "is empty")
        if content == "boom":
            raise ZeroDivisionError("boom")
        return Path(path)

    readers, reading = ModuleType("kg.readers"), ModuleType("kg.reading")
    readers.find, readers.read = find, read
    readers.READERS = dict.fromkeys((".txt", ".docx", ".pdf"))
    reading.read_minutes = lambda path: sample.reading(slug(path.stem), path.name)
    monkeypatch.setitem(sys.modules, "kg.readers", readers)
    monkeypatch.setitem(sys.modules, "kg.reading", reading)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    return tmp_path


def put(folder: Path, **files: str) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.write_text(content, encoding="utf-8")


def test_good_documents_are_counted_and_stored(folder):
    put(folder, a_txt="x", b_txt="x")
    store = open_store()
    report = build([folder], store)
    assert (report.documents, report.complete, report.sentences, report.mapped) == (2, True, 10, 8)
    assert report.facts["statements"] == 4
    assert {minutes_iri("a"), minutes_iri("b")} <= set(store.graphs())


def test_what_cannot_be_read_is_a_line_of_the_report_and_the_rest_is_read(folder):
    put(folder, a_txt="x", empty_txt="", bad_txt="boom")
    report = build([folder], open_store())
    assert report.documents == 1
    assert report.failures == [
        Failure(str(folder / "bad.txt"), "could not be understood (ZeroDivisionError: boom)"),
        Failure(str(folder / "empty.txt"), "is empty"),
    ]


def test_a_path_that_is_not_there_is_reported(folder):
    report = build([folder / "none"], open_store())
    assert report.failures == [Failure(str(folder / "none"), "there is no such file or folder")]


def test_of_several_formats_of_one_note_the_best_is_read_and_the_others_named(folder):
    put(folder, note_pdf="x", note_docx="x", note_txt="x")
    report = build([folder], open_store())
    txt = str(folder / "note.txt")
    assert report.documents == 1
    assert report.other_formats == [
        OtherFormat(str(folder / "note.docx"), txt),
        OtherFormat(str(folder / "note.pdf"), txt),
    ]
    assert report.complete


def test_two_notes_of_one_name_in_two_folders_are_a_failure_that_names_both(folder):
    put(folder, a_txt="x", sub__a_txt="x")
    report = build([folder], open_store())
    first = str(folder / "a.txt")
    reason = f"would be the same document as {first} (both are named 'a'); rename one of them"
    assert report.failures == [Failure(str(folder / "sub" / "a.txt"), reason)]


def test_two_names_that_differ_only_in_spelling_are_a_failure(folder):
    (folder / "A note.txt").write_text("x")
    (folder / "a-note.txt").write_text("x")
    report = build([folder], open_store())
    assert [failure.source for failure in report.failures] == [str(folder / "a-note.txt")]
    assert "would be the same document as" in report.failures[0].reason


def test_the_same_path_twice_is_read_once(folder):
    put(folder, a_txt="x")
    report = build([folder, folder / "a.txt"], open_store())
    assert (report.documents, report.complete) == (1, True)


def test_another_order_gives_the_same_bytes(folder):
    put(folder, a_txt="x", b_txt="x", c_txt="x")
    one, other = open_store(), open_store()
    build([folder / "a.txt", folder / "b.txt", folder / "c.txt"], one)
    build([folder / "c.txt", folder / "a.txt", folder / "b.txt"], other)
    assert one.dump() == other.dump()


def test_building_twice_is_building_once(folder):
    put(folder, a_txt="x", b_txt="x")
    store = open_store()
    build([folder], store)
    once = store.dump()
    build([folder], store)
    assert store.dump() == once


def test_progress_tells_each_document(folder):
    put(folder, a_txt="x", b_txt="")
    told = []
    build([folder], open_store(), progress=lambda *step: told.append(step))
    assert told == [(1, 2, str(folder / "a.txt")), (2, 2, str(folder / "b.txt"))]


def test_long_documents_are_stored_in_smaller_batches(folder, monkeypatch):
    stored, store = [], open_store()
    real = store.replace
    monkeypatch.setattr("kg.pipeline.LINES", 30)
    monkeypatch.setattr("kg.pipeline.told", lambda source: Told(source, ["a line"] * 12, Counter(), 0, 0))
    monkeypatch.setattr(store, "replace", lambda graphs, **_: stored.append(len(graphs)) or real({}))
    put(folder, **{f"d{number}_txt": "x" for number in range(7)})
    build([folder], store)
    assert stored == [3, 3, 1]


def test_reading_goes_only_so_far_ahead_of_what_is_stored():
    begun: list[int] = []

    def begin(number: int) -> Future[int]:
        begun.append(number)
        done: Future[int] = Future()
        done.set_result(number)
        return done

    taken = []
    for number in ahead((partial(begin, number) for number in range(9)), 3):
        assert len(begun) <= number + 4  # the one that is taken, and three that wait
        taken.append(number)
    assert taken == begun == list(range(9))


def test_more_documents_than_a_batch_are_all_stored(folder, monkeypatch):
    monkeypatch.setattr("kg.pipeline.BATCH", 2)
    put(folder, **{f"d{number}_txt": "x" for number in range(5)})
    store = open_store()
    build([folder], store)
    assert sum(graph.startswith(minutes_iri("d")) for graph in store.graphs()) == 5
