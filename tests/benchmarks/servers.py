"""Servers to measure, started as their users start them.

Comes in: a folder with the graph.  Goes out: a port, until the block ends.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Running(NamedTuple):
    """A server that runs: its process, and the seconds from its start to its first answer."""

    process: int
    first_answer: float


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int, path: str, limit: float = 300, **environment: str) -> Iterator[Running]:
    """A server, once it has answered a query."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        while not _answers(port, path):
            if process.poll() is not None or time.perf_counter() - begun > limit:
                raise RuntimeError(f"{command[0]} does not answer")
            time.sleep(0.02)
        yield Running(process.pid, time.perf_counter() - begun)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _answers(port: int, path: str) -> bool:
    """Does it answer a query?"""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", f"{path}?query=ASK%7B%7D", headers={"Accept": "application/sparql-results+json"})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def ours(store: Path, port: int, **settings: str) -> tuple[list[str], dict[str, str]]:
    """The command and the environment of ``kg serve``."""
    serve = "from api.cli import main; main()"
    command = [sys.executable, "-c", serve, "serve", "--store", str(store), "--port", str(port)]
    return command, {
        "PYTHONPATH": str(ROOT),
        "KG_LOG_LEVEL": "error",
        **{f"KG_{name.upper()}": value for name, value in settings.items()},
    }


def venv(folder: Path, *packages: str) -> Path:
    """A virtual environment with packages, made once; its folder of commands."""
    ready = folder / ".ready"
    if not ready.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(folder / "bin" / "pip"), "install", "--quiet", *packages], check=True)
        ready.touch()
    return folder / "bin"


def oxigraph(commands: Path, whole: Path, port: int) -> list[str]:
    """Oxigraph's own server over the graph, loaded anew."""
    location = whole.parent / "oxigraph"
    shutil.rmtree(location, ignore_errors=True)
    binary = str(commands / "oxigraph")
    subprocess.run([binary, "load", "--location", str(location), "--file", str(whole)], check=True, capture_output=True)
    return [binary, "serve-read-only", "--location", str(location), "--bind", f"127.0.0.1:{port}"]


def rdflib_endpoint(commands: Path, union: Path, port: int) -> list[str]:
    """rdflib-endpoint over the graph in Oxigraph's store."""
    return [
        str(commands / "rdflib-endpoint"),
        "serve",
        "--store",
        "Oxigraph",
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        str(union),
    ]
