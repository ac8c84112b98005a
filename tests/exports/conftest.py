"""Networks to export, and folders of their files in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.exports import FORMATS, write_files
from kg.graphs import network
from tests.exports.hostile import hostile

MINUTES = Path(__file__).parent.parent.parent / "data" / "minutes"


@pytest.fixture(scope="session")
def store():
    """The graph of the sample minutes."""
    store = kg.open_store()
    kg.build([MINUTES], store)
    return store


@pytest.fixture(scope="session")
def networks(store):
    """The networks that every format is tested with."""
    return {
        "hostile": hostile().loaded(),
        "organisations": network(store, "organisations").loaded(),
        "commitments": network(store, "commitments").loaded(),
        "full": network(store, "full").loaded(),
    }


@pytest.fixture(scope="session")
def files(networks, tmp_path_factory):
    """Where the files of a network in a format are, written once."""
    top, written = tmp_path_factory.mktemp("exports"), set()

    def folder(name: str, form: str) -> Path:
        if (name, form) not in written:
            assert form in FORMATS
            write_files(networks[name], form, top / name / form)
            written.add((name, form))
        return top / name / form

    return folder
