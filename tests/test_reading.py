"""Reading a document as a whole: what it leaves behind."""

from __future__ import annotations

import gc

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


def test_those_who_act_are_entities_only_where_a_fact_needs_them() -> None:
    note = read_note("Until ministers decide, nothing can be done. Ms Ash said that farmers will be paid in May.")
    told = {entity.label for entity in note.entities if entity.type is EntityType.GROUP}
    assert told == {key for promise in note.commitments for key in names(note, promise.actors)}
