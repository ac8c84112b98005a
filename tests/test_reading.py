"""Reading a document as a whole: what it leaves behind."""

from __future__ import annotations

import cProfile
import gc
from pathlib import Path

from kg.model import EntityType
from kg.readers import read
from kg.reading import read_minutes
from kg.resources import data
from tests.notes import names, read_note


def test_a_document_read_leaves_no_rings_for_the_collector_of_garbage():
    documents = [read(path) for path in sorted((data() / "minutes").glob("*.txt"))[:5]]
    for document in documents:
        read_minutes(document)
    gc.collect()
    for document in documents:
        read_minutes(document)
    assert gc.collect() == 0


def test_a_long_document_takes_no_more_steps_a_word_than_its_parts(tmp_path: Path) -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "corpus").glob("*/*.txt"))[:48]
    ]
    steps(tmp_path, texts)  # what is compiled or loaded at first is no step of reading
    parts = sum(steps(tmp_path, texts[n : n + 12]) for n in range(0, 48, 12))
    assert steps(tmp_path, texts) < 1.03 * parts  # what is looked up once for each noun or kind grows a little


def steps(place: Path, texts: list[str]) -> int:
    """How many functions are called while a book of some minutes is read."""
    path = place / "minute-book.txt"
    path.write_text("\n\n".join(texts), encoding="utf-8")
    book, counted = read(path), cProfile.Profile()
    counted.runcall(read_minutes, book)
    return sum(entry.callcount for entry in counted.getstats())


def test_those_who_act_are_entities_only_where_a_fact_needs_them() -> None:
    note = read_note("Until ministers decide, nothing can be done. Ms Ash said that farmers will be paid in May.")
    told = {entity.label for entity in note.entities if entity.type is EntityType.GROUP}
    assert told == {key for promise in note.commitments for key in names(note, promise.actors)}
