"""What takes long to work out from files, kept for the next run in the user's own cache.

Comes in: a name, the files that it is made of, and how it is made.  Goes out: the value.  The one idea: nothing is ever wrong for
being kept: a value stands under the digest of everything it was made of (the files, the code, Python itself), is checked before it
is believed, is written in one step, and is made anew where any of that fails.

The folder is ``KG_CACHE`` where that is set (empty: nothing is kept), else ``inspectorate-kg`` in the user's cache folder.  It may be
deleted at any time.  Only files that belong to the user are read, since a pickle is a program.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar, cast

from kg.values import uncollected

T = TypeVar("T")
VARIABLE = "KG_CACHE"
_VERSIONS = 4  # of one thing: several checkouts may take turns
_KEY = 32  # letters of a digest that name a file


def folder() -> Path | None:
    """The user's cache folder for this program, made where there is none; ``None`` where there can be none that is safe."""
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    with suppress(OSError, RuntimeError):  # no home, no right to write
        own = Path(named) if named else _caches() / "inspectorate-kg"
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        return own if _is_ours(own) else None
    return None


def _caches() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given) if given.startswith("/") else Path.home() / ".cache"


def _is_ours(path: Path) -> bool:
    """Does it belong to who runs this, and can nobody else write to it?"""
    if not hasattr(os, "getuid"):
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def key_of(files: Iterable[Path], *words: str) -> str:
    """The digest of the files' names and bytes, and of what else a kept value depends on."""
    digest = hashlib.sha256(f"{sys.version} {pickle.HIGHEST_PROTOCOL} {words}\n".encode())
    for path in files:
        content = path.read_bytes()
        digest.update(f"{path} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def kept(name: str, files: Iterable[Path], make: Callable[[], T]) -> T:
    """The value that ``make`` makes of the files, which include its own code: from the cache where it is there."""
    place = folder()
    if place is None:
        return make()
    try:
        path = place / f"{name}-{key_of(files)[:_KEY]}.pickle"
    except OSError:  # a file that cannot be read: making the value will tell which
        return make()
    with uncollected():  # a hundred thousand values, all of which stay
        found = _read(path)
        value = cast("T", found[0]) if found else make()
        gc.freeze()
    if found is None:
        with suppress(OSError):
            _write(path, value)
    return value


def _read(path: Path) -> tuple[object] | None:
    """A kept value; ``None`` where there is none that can be believed."""
    try:
        if not _is_ours(path):
            return None
        content = memoryview(path.read_bytes())
        if hashlib.sha256(content[32:]).digest() != content[:32]:
            return None
        return (pickle.loads(content[32:]),)  # noqa: S301 - our own file, of our own folder, unchanged since we wrote it
    except (OSError, ValueError, AttributeError, ImportError, EOFError, TypeError, pickle.UnpicklingError):
        return None


def _write(path: Path, value: object) -> None:
    content = _packed(value)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as partial:
        try:
            partial.write(hashlib.sha256(content).digest() + content)
            partial.close()
            Path(partial.name).replace(path)
        except OSError:
            Path(partial.name).unlink(missing_ok=True)
            raise
    prune(path)


def prune(newest: Path) -> None:
    """Delete what was kept of the same thing long ago."""
    start = newest.name.rpartition("-")[0]
    found = []
    for path in newest.parent.iterdir():
        if path.name.rpartition("-")[0] == start:
            with suppress(FileNotFoundError):  # another process prunes too
                found.append((path.stat().st_mtime_ns, path))
    for _, old in sorted(found, reverse=True)[_VERSIONS:]:
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)


class _Pickler(pickle.Pickler):
    """Pickles values of ours by their fields, in order: many times quicker to read than by the names of the fields."""

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 - as pickle has it
        kind: Any = type(obj)
        told = _told_by_fields(kind)
        return (kind, told(obj)) if told else NotImplemented


@cache
def _told_by_fields(kind: Any) -> Callable[[object], tuple[object, ...]] | None:  # noqa: ANN401 - any class
    """What gives the values of a class of ours by its fields, in the order in which it takes them; ``None`` where it takes others."""
    if not is_dataclass(kind) or not all(field.init and not field.kw_only for field in fields(kind)):
        return None
    names = [field.name for field in fields(kind)]
    told = attrgetter(*names) if len(names) > 1 else None
    return told or (lambda obj: tuple(getattr(obj, name) for name in names))


def _packed(value: object) -> bytes:
    written = io.BytesIO()
    _Pickler(written, pickle.HIGHEST_PROTOCOL).dump(value)
    return written.getvalue()
