"""The W3C's SPARQL tests and more against a scratch server, where they lie beside this folder.

``pytest`` runs the protocols and the malformed requests; ``pytest -m long`` every query, update and syntax test.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import served

SUITE = Path(__file__).parents[3] / "shared" / "conformance"

pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="the conformance suite is not here")


@pytest.fixture(scope="module")
def scratch() -> Iterator[str]:
    with served(create_app(Settings(workers=1, scratch=True))) as client:
        yield f"http://{client.base_url.netloc.decode()}"


def run(place: Path, *words: str) -> dict[str, dict[str, int]]:
    """Passed, failed and skipped by group, when nothing fails that Oxigraph's own server passes."""
    command = [
        sys.executable,
        str(SUITE / "sparql_http_suite.py"),
        "--data",
        str(SUITE / "data" / "rdf-tests" / "sparql"),
    ]
    ran = subprocess.run(
        [*command, "--known", str(SUITE / "oxigraph-0.5.13.known"), "--json", str(place), *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
    return json.loads(place.read_text())["groups"]


def ways(server: str) -> list[str]:
    return ["--query", f"{server}/sparql", "--update", f"{server}/update", "--gsp", f"{server}/gsp"]


def test_the_protocols_hold(scratch, tmp_path):
    groups = "protocol,gsp,service-desc,conneg,robust,roundtrip,nesting"
    found = run(tmp_path / "found.json", *ways(scratch), "--groups", groups)
    assert {group: counts["pass"] for group, counts in found.items()} == {
        "protocol": 34,
        "gsp-direct": 5,
        "gsp-indirect": 9,
        "service-desc": 3,
        "conneg": 33,
        "robust": 22,
        "roundtrip": 10,
        "nesting": 16,
    }


def test_a_server_that_is_read_only_is(web, tmp_path):
    server = f"http://{web.base_url.netloc.decode()}"
    groups = "protocol,service-desc,conneg,robust,readonly"
    words = ["--query", f"{server}/sparql", "--read-only", "--update-probe", f"{server}/update", "--groups", groups]
    found = run(tmp_path / "found.json", *words)
    assert found["readonly"] == {"pass": 15}
    assert all(counts.get("fail", 0) == 0 for counts in found.values())


@pytest.mark.long
def test_every_query_update_and_syntax_test_that_the_engine_passes_passes_over_http(scratch, tmp_path):
    found = run(tmp_path / "found.json", *ways(scratch), "--groups", "eval")
    passed = {group: counts["pass"] for group, counts in found.items()}
    assert passed["query11"] >= 215
    assert passed["update11"] == 92
    assert passed["syntax11"] == 157
