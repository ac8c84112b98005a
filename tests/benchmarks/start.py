"""How long the shell and the server take to begin: whole processes, from start to exit or to the first answer.

    python tests/benchmarks/start.py [--times 5] [--documents 300] [--server] [--quads 200000]

Prints the best and the median of seconds of the clock and of CPU (on a busy machine only the second tells), peak memory, and the
share of each step of a build: of one note into a new store, with and without what an earlier run has kept in the cache, in half a minute.
``--documents`` builds also into a store with so many documents, which takes a minute; ``--server`` starts ``kg serve`` on a made-up
graph, with its index and without, which takes some.  Caches and compiled code are of this run alone.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT)  # beside this file lies one named http

from http.client import HTTPConnection  # noqa: E402

from kg.index import write_index  # noqa: E402
from kg.store import open_store  # noqa: E402
from tests.benchmarks import graphs, servers  # noqa: E402

NOTE = ROOT / "data" / "minutes" / "2017-01-16-director-of-public-prosecutions.txt"
KG = [sys.executable, "-c", "from api.cli import main; main()"]
STEPS = """
import json, sys, time
steps, begun = {}, time.process_time()
def done(name):
    global begun
    now = time.process_time(); steps[name] = now - begun; begun = now
done("python")
import api.cli, api.terminal; done("shell")
import kg.pipeline, kg.store, kg.index.opening; done("code of store and index")
import kg.readers, kg.reading, kg.triples; done("code of the reading")
from kg.lexicon import lexicon; lexicon(()); done("lexicon")
document = kg.readers.read(sys.argv[1]); told = kg.triples.tell(kg.reading.read_minutes(document)); done("reading")
from kg.terms import minutes_iri
from kg.ready import begin
begin(sys.argv[2]); done("copy of an empty store")
with kg.store.open_store(sys.argv[2]) as store:
    done("opening"); store.refresh(); done("background")
    store.replace({minutes_iri(document.slug): told}); done("storing")
    store.derive(); done("rules")
    kg.index.opening.write_index(store); done("index")
print(json.dumps(steps))
"""


def run(*words: str) -> tuple[float, float, float]:
    """Seconds of the clock, seconds of CPU and megabytes of one process."""
    begun = time.perf_counter()
    process = subprocess.Popen([*KG, *words], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"kg {' '.join(words)} ended with {status}")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def report(title: str, times: int, one: Callable[[], tuple[float, float, float]]) -> None:
    """The best and the median of some runs."""
    clock, cpu, memory = map(sorted, zip(*(one() for _ in range(times)), strict=True))
    middle = times // 2
    print(
        f"{title:44} {clock[0]:6.2f} ({clock[middle]:.2f}) s {cpu[0]:6.2f} ({cpu[middle]:.2f}) s of CPU {memory[middle]:5.0f} MB",
        flush=True,
    )


def shell(folder: Path, times: int) -> None:
    """The commands of the shell, on one note."""
    new, cache = folder / "new", folder / "cache"

    def build_new() -> tuple[float, float, float]:
        shutil.rmtree(new, ignore_errors=True)
        return run("build", str(NOTE), "--store", str(new))

    def build_cold() -> tuple[float, float, float]:
        shutil.rmtree(cache, ignore_errors=True)
        return build_new()

    build_new()  # compiles the code
    report("kg build NOTE, new store, nothing kept", times, build_cold)
    report("kg build NOTE, new store", times, build_new)
    report("kg build NOTE, the same again", times, lambda: run("build", str(NOTE), "--store", str(new)))
    for command in (("query", "commitments"), ("show", "HMCPSI"), ("stats",)):
        report(f"kg {' '.join(command)}", times, lambda: run(*command, "--store", str(new)))
    steps(folder / "steps", times)


def with_documents(folder: Path, times: int, documents: int) -> None:
    """The commands of the shell on a store with many documents."""
    old, names = folder / "old", notes(folder / "notes", documents)
    run("build", str(folder / "notes"), "--store", str(old))
    title = f"{documents} documents"
    report(f"kg build NOTE, {title}", times, lambda: run("build", str(next(names)), "--store", str(old)))
    report(f"kg query commitments, {title}", times, lambda: run("query", "commitments", "--store", str(old)))


def notes(folder: Path, documents: int) -> Iterator[Path]:
    """Fills a folder with notes under names of their own; gives further ones that lie beside it."""
    sources = sorted((ROOT / "data" / "minutes").glob("*.txt"))
    folder.mkdir()
    for number in range(documents):
        shutil.copyfile(sources[number % len(sources)], folder / f"note-{number}.txt")

    def further() -> Iterator[Path]:
        for number in range(1000):
            path = folder.parent / f"further-{number}.txt"
            shutil.copyfile(NOTE, path)
            yield path

    return further()


def steps(place: Path, times: int) -> None:
    """The share of each step of a build into a new store."""
    seen: dict[str, list[float]] = {}
    for _ in range(times):
        shutil.rmtree(place, ignore_errors=True)
        told = subprocess.run([sys.executable, "-c", STEPS, str(NOTE), str(place)], check=True, capture_output=True)
        for step, seconds in json.loads(told.stdout).items():
            seen.setdefault(step, []).append(seconds)
    whole = sum(map(min, seen.values()))
    for step, seconds in seen.items():
        print(f"  {step:24} {1000 * min(seconds):6.0f} ms of CPU {min(seconds) / whole:5.0%}")


def server(folder: Path, times: int, quads: int) -> None:
    """The first answers of the server."""
    store = folder / "made"
    with open_store(store) as graph:
        told = graphs.fill(graph, quads)
        graph.derive()
        begun, cpu = time.perf_counter(), time.process_time()
        write_index(graph)
        clock, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(f"index of {told} quads in {clock:.1f} s, {cpu:.1f} s of CPU: {told / cpu:.0f} quads a second of CPU")
    for title, lost in (
        ("with its index and copy", ()),
        ("without index", ("index.sqlite",)),
        ("without either", ("index.sqlite", "content-*")),
    ):
        seen = []
        for _ in range(times):
            for pattern in lost:
                for path in store.glob(pattern):
                    path.unlink()
            seen.append(first_answers(store))
        health, select, page = (statistics.median(column) for column in zip(*seen, strict=True))
        print(
            f"kg serve {title}: /health {health:.2f} s, SELECT {select:.2f} s, entity {page:.2f} s after the start",
            flush=True,
        )


def first_answers(store: Path) -> tuple[float, float, float]:
    """Seconds from the start of the server to its first good answers."""
    port = servers.free_port()
    command, environment = servers.ours(store, port)
    paths = ("/health", "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%201", "/api/v1/entities?limit=1")
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, **environment})
    try:
        first = []
        for path in paths:
            while not answers(port, path):
                if process.poll() is not None or time.perf_counter() - begun > 300:
                    raise RuntimeError("kg serve does not answer")
                time.sleep(0.01)
            first.append(time.perf_counter() - begun)
        return first[0], first[1], first[2]
    finally:
        process.terminate()
        process.wait(20)


def answers(port: int, path: str) -> bool:
    """Is there a good answer by now?"""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def own_cache(folder: Path) -> None:
    """What is kept from run to run, compiled code too, is kept here and nowhere else."""
    os.environ |= {
        "PYTHONPATH": str(ROOT),
        "KG_CACHE": str(folder / "cache"),
        "PYTHONPYCACHEPREFIX": str(folder / "code"),
    }
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--times", type=int, default=5)
    words.add_argument("--documents", type=int, default=0)
    words.add_argument("--server", action="store_true")
    words.add_argument("--quads", type=int, default=200_000)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        own_cache(Path(folder))
        shell(Path(folder), given.times)
        if given.documents:
            with_documents(Path(folder), given.times, given.documents)
        if given.server:
            server(Path(folder), given.times, given.quads)


if __name__ == "__main__":
    main()
