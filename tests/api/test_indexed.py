"""The index that the server answers from: where there is none, it is made while everything else answers."""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from pathlib import Path

import pytest

from api import indexed
from api.app import create_app
from api.settings import Settings
from kg.index.opening import NAME
from tests.api.conftest import served


@pytest.fixture
def bare(note_store, tmp_path) -> str:
    """A store whose index is lost."""
    place = Path(shutil.copytree(note_store, tmp_path / "kg"))
    (place / NAME).unlink()
    return str(place)


@pytest.fixture
def held(monkeypatch) -> threading.Event:
    """Makes no index before the event is set."""
    event, real = threading.Event(), indexed._made

    async def made(snapshot):
        await asyncio.to_thread(event.wait, 30)
        return await real(snapshot)

    monkeypatch.setattr(indexed, "_made", made)
    yield event
    event.set()


def status(web, path: str) -> int:
    return web.get(path, headers={"Accept": "application/json"}).status_code


def test_queries_are_answered_while_the_first_index_is_made(bare, held):
    with served(create_app(Settings(store=bare, workers=1, time_limit=0.3))) as web:
        assert web.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        assert status(web, "/health") == status(web, "/ready") == 200
        for path in ("/api/v1/entities", "/api/v1/entities/organisation/x/related"):
            refused = web.get(path)
            assert refused.status_code == 503
            assert refused.headers["Retry-After"] == "2"
            assert refused.json()["limit"] == {"name": "index"}
        held.set()
        until = time.monotonic() + 30
        while status(web, "/api/v1/entities") == 503 and time.monotonic() < until:
            time.sleep(0.05)
        assert web.get("/api/v1/entities").json()["total"] > 0


def test_who_asks_for_an_entity_waits_a_little_for_the_index(bare, held):
    threading.Timer(0.3, held.set).start()
    with served(create_app(Settings(store=bare, workers=1, time_limit=30))) as web:
        assert web.get("/api/v1/entities").json()["total"] > 0


def test_where_no_index_can_be_made_queries_are_still_answered(bare, monkeypatch):
    async def made(snapshot):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(indexed, "_made", made)
    with served(create_app(Settings(store=bare, workers=1, time_limit=0.3))) as web:
        assert web.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        assert status(web, "/api/v1/entities") == 503
