"""A server on loopback for the tests of the doors."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from api.straight import Http
from kg.index import write_index
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample


@contextmanager
def served(app: object) -> Iterator[httpx.Client]:
    """The application behind a port of loopback."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, access_log=False, ws="none", http=Http))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        yield client
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def note_store(tmp_path_factory) -> str:
    """A store that holds the sample note and the background graphs."""
    place = tmp_path_factory.mktemp("served") / "kg"
    with open_store(place) as store:
        store.refresh()
        store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
        store.derive()
        write_index(store)
    return str(place)


@pytest.fixture(scope="module")
def web(note_store) -> Iterator[httpx.Client]:
    """A server of the sample note."""
    with served(create_app(Settings(store=note_store, workers=1))) as client:
        yield client
