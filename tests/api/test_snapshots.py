"""The copy of the graph that the server works from."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import time

import pytest

from api.app import create_app
from api.settings import Settings
from api.snapshots import Snapshots
from kg.errors import StoreError
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample
from tests.api.conftest import served


@pytest.fixture
def place(note_store, tmp_path) -> str:
    return str(shutil.copytree(note_store, tmp_path / "kg"))


def add(place: str, slug: str) -> None:
    with open_store(place) as store:
        store.replace({minutes_iri(slug): tell(sample.reading(slug))})


def test_all_take_a_new_snapshot_when_all_are_prepared(place):
    told: list[str] = []

    async def story() -> None:
        snapshots = Snapshots(place, every=60)

        def follower(name, pause):
            async def prepare(snapshot):
                await asyncio.sleep(pause)
                told.append(f"{name} prepared")
                return lambda: told.append(f"{name} {'first' if snapshot.version == first else 'second'}")

            return prepare

        snapshots.subscribe(follower("slow", 0.05))
        snapshots.subscribe(follower("fast", 0))
        first = ""
        await snapshots.open()
        first = snapshots.version
        assert await snapshots.refresh() is False
        add(place, "other")
        told.clear()
        assert await snapshots.refresh() is True
        assert snapshots.version != first
        assert [path.name.removesuffix(".nq.gz") for path in snapshots.current.path.parent.iterdir()] == [
            snapshots.version
        ]
        await snapshots.close()

    asyncio.run(story())
    assert told == ["fast prepared", "slow prepared", "slow second", "fast second"]


def test_where_one_is_not_prepared_all_stay_on_what_they_had(place):
    async def story() -> None:
        snapshots = Snapshots(place, every=60)
        fail = False

        async def prepare(snapshot):
            if fail:
                raise StoreError(place, "is too large")
            return lambda: None

        snapshots.subscribe(prepare)
        await snapshots.open()
        first, fail = snapshots.version, True
        add(place, "other")
        with pytest.raises(StoreError, match="is too large"):
            await snapshots.refresh()
        assert snapshots.version == first
        fail = False
        assert await snapshots.refresh() is True
        await snapshots.close()

    asyncio.run(story())


def test_a_build_in_another_process_is_served_without_a_pause(place, tmp_path):
    (tmp_path / "other.txt").write_text(sample.TEXT, encoding="utf-8")
    count = {"query": "SELECT (COUNT(?m) AS ?n) { ?m a ikg:Minutes }", "format": "csv"}
    with served(create_app(Settings(store=place, workers=1))) as client:
        assert client.get("/sparql", params=count).text.split() == ["n", "1"]
        before = client.get("/ready").json()["dataset"]
        run = "import sys; from api.cli import main; main(sys.argv[1:])"
        subprocess.run(
            [sys.executable, "-c", run, "build", "--store", place, str(tmp_path / "other.txt")],
            check=True,
            capture_output=True,
        )
        deadline = time.monotonic() + 120
        while client.get("/sparql", params=count).raise_for_status().text.split() != ["n", "2"]:
            assert time.monotonic() < deadline
        assert client.get("/ready").json()["dataset"] != before
