"""A projection of a store, written in a format to a stream, a file or a folder.

Comes in: a view, the name of a projection, of a format, and which part is wanted.  Goes out: bytes.  A file is there whole
or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Unpack

from kg.analysis import with_measures
from kg.errors import ExportError
from kg.exports import find, write, write_files
from kg.exports.files import whole
from kg.exports.words import words_of
from kg.graphs import Options, network
from kg.store.base import View


def export(
    view: View,
    projection: str,
    form: str,
    out: BinaryIO,
    /,
    *,
    measures: Iterable[str] = (),
    **options: Unpack[Options],
) -> None:
    """The projection on a stream, its nodes with ``measures`` such as pagerank and community; see :func:`kg.graphs.network`, :func:`kg.analysis.with_measures`
    and :func:`kg.exports.write` for what they refuse."""
    worded = find(form).worded
    drawn = with_measures(network(view, projection, **options), measures)
    write(drawn, form, out, words_of(view, drawn) if worded else None)


def export_to(
    view: View,
    projection: str,
    form: str,
    path: Path,
    /,
    *,
    measures: Iterable[str] = (),
    **options: Unpack[Options],
) -> None:
    """The projection in a file, or, where the path is a folder or has no ending, its files in that folder."""
    files = find(form).files
    in_folder = path.is_dir() or not path.suffix
    if len(files) > 1 and not in_folder and path.suffix != ".zip":
        raise ExportError(str(path), f"{form} has the files {', '.join(files)}; name a folder, or {path.name}.zip")
    drawn = with_measures(network(view, projection, **options), measures)
    words = words_of(view, drawn) if find(form).worded else None
    if in_folder:
        write_files(drawn, form, path, words)
        return
    with whole(path) as out:
        write(drawn, form, out, words)


__all__ = ["export", "export_to"]
