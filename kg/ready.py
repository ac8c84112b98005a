"""A finished store without any document, kept ready for the next one that is begun.

Comes in: the place of a new store.  Goes out: a store there that holds registry, ontology, vocabularies and thesaurus, what the rules
conclude from them, and their index.  The one idea: all new stores begin alike, so that is worked out once and copied; it stands in
the cache under the digest of everything it was made of, each file is checked as it is copied, and where anything is amiss, the
store is simply made from nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyoxigraph

from kg import index, kept, resources, store, terms
from kg.errors import KgError
from kg.index.opening import write_first
from kg.store import open_store
from kg.store.background import backgrounds
from kg.store.places import folder_of

_SUMS = "sums.json"
_LEFT = ("LOCK", "LOG", _SUMS)  # what belongs to one opening of a store, or to us


def begin(place: str, meanwhile: Callable[[], object] | None = None) -> bool:
    """Put a store to a place where nothing is yet; false where it is left to be made from nothing.

    Where the store in the cache has to be made first, another process makes it, and ``meanwhile`` is done here.
    """
    folder = folder_of(place)
    if ":" in place.removeprefix("file://")[2:] or (
        folder.exists() and not _is_empty(folder)
    ):  # no folder, or one with a store already
        return False
    try:
        ready = _ready(meanwhile)
        return ready is not None and _copy(ready, folder)
    except (OSError, ValueError, KgError):
        return False


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _ready(meanwhile: Callable[[], object] | None = None) -> Path | None:
    """The store in the cache, made where it is not there; ``None`` where there is no cache."""
    cache = kept.folder()
    if cache is None:
        return None
    ready = cache / f"store-{kept.key_of(_made_of(), pyoxigraph.__version__)[:32]}"
    if not (ready / _SUMS).is_file():
        if meanwhile and (os.cpu_count() or 1) > 1:
            _make_aside(ready, meanwhile)
        else:
            _make(ready)
        kept.prune(ready)
    return ready


def _made_of() -> list[Path]:
    """Every file that such a store depends on: data, declarations, our code."""
    data = [path for one in backgrounds() for path in one.files]
    declared = [path for name in ("rules", "index") for path in sorted((resources.ontology() / name).iterdir())]
    packages = (Path(str(package.__file__)).parent for package in (store, index))
    code = [path for package in packages for path in sorted(package.iterdir()) if path.is_file()]
    return [*data, *declared, *code, Path(str(terms.__file__))]


def _make_aside(ready: Path, meanwhile: Callable[[], object]) -> None:
    import multiprocessing

    aside = multiprocessing.get_context("spawn").Process(target=_make_if_possible, args=(ready,))
    aside.start()
    try:
        meanwhile()
    finally:  # also where that fails or is interrupted: it takes what it has begun out of the cache
        aside.join()


def _make_if_possible(ready: Path) -> None:
    # whoever makes a store from nothing meets the same faults, and tells of them; who interrupts the one interrupts the other
    with suppress(OSError, ValueError, KgError, KeyboardInterrupt):
        _make(ready)


def _make(ready: Path) -> None:
    with tempfile.TemporaryDirectory(dir=ready.parent, prefix=f".{ready.name}.") as own:
        made = Path(own) / "store"
        with open_store() as thought, open_store(made) as empty:
            thought.refresh()
            thought.derive()
            write_first(empty, thought)
        sums = {path.name: _sum(path.read_bytes()) for path in made.iterdir() if not path.name.startswith(_LEFT)}
        (made / _SUMS).write_text(json.dumps(sums), encoding="utf-8")
        with suppress(OSError):  # another process was quicker
            made.rename(ready)


def _copy(ready: Path, folder: Path) -> bool:
    """Copy it beside its place and put it there in one step, unless something is there by now."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        if not _copied(ready, partial):
            shutil.rmtree(ready, ignore_errors=True)  # the next one is made anew
            return False
        partial.chmod(0o777 & ~_umask())
        partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return True


def _copied(ready: Path, folder: Path) -> bool:
    """Copy the files; false where one is not what it was."""
    try:
        sums = dict(json.loads((ready / _SUMS).read_bytes()))
    except (ValueError, TypeError):
        return False
    for name, digest in sums.items():
        content = (ready / name).read_bytes()
        if _sum(content) != digest:
            return False
        (folder / name).write_bytes(content)
    return True


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
