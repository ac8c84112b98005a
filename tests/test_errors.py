"""Errors on their way between processes."""

from __future__ import annotations

import pickle

import pytest

from kg.errors import MissingExtra, NotFound, QueryError, StoreError, UnknownFormat


@pytest.mark.parametrize(
    "fault",
    [
        NotFound("body", "XYZ", ["A", "B"], parameter="body"),
        QueryError("overdue", "on should be a date", parameter="on"),
        UnknownFormat("a.xls", ".xls", [".txt"]),
        StoreError(".kg", "is closed"),
        MissingExtra("graphml", "exports"),
    ],
)
def test_an_error_keeps_its_words_and_facts_when_it_is_sent_to_another_process(fault):
    same = pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own bytes
    assert (type(same), str(same), vars(same)) == (type(fault), str(fault), vars(fault))
