"""Reading a document as a whole: what it leaves behind."""

from __future__ import annotations

import gc

from kg.readers import read
from kg.reading import read_minutes
from kg.resources import data


def test_a_document_read_leaves_no_rings_for_the_collector_of_garbage():
    documents = [read(path) for path in sorted((data() / "minutes").glob("*.txt"))[:5]]
    for document in documents:
        read_minutes(document)
    gc.collect()
    for document in documents:
        read_minutes(document)
    assert gc.collect() == 0
