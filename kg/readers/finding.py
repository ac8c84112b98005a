"""Paths -> the files to read.

Comes in: files, folders, globs and ``-``.  Goes out: file names in a fixed order.  The one idea: a file that is named
is read whatever it is called, a file that is found only if its suffix is known.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from kg.errors import ReadError

STDIN = "-"


def find_files(paths: Iterable[str | os.PathLike[str]], known: Collection[str]) -> list[str]:
    """Every file that the paths mean, once, in the order of the paths, sorted within each; hidden files are left out.

    ReadError for a path that does not exist and a glob that finds nothing.
    """
    return list(dict.fromkeys(file for path in paths for file in _expand(os.fspath(path), known)))


def _expand(path: str, known: Collection[str]) -> Iterator[str]:
    if path == STDIN or Path(path).is_file():
        yield path
    elif Path(path).is_dir():
        yield from _within(path, known)
    elif not glob.has_magic(path):
        raise ReadError(path, "no such file or folder")
    else:
        yield from _matching(path, known)


def _matching(pattern: str, known: Collection[str]) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - the pattern may be absolute
    if not found:
        raise ReadError(pattern, "no file matches")
    for path in found:
        if Path(path).is_dir():
            yield from _within(path, known)
        elif Path(path).suffix.lower() in known:
            yield path


def _within(folder: str, known: Collection[str]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in known:
                yield str(Path(here) / name)
