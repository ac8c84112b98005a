"""Networks as files that other tools open.

Comes in: a Network and the name of a format.  Goes out: bytes on a stream, or files in a folder.  The one idea: a format
is one small module that takes nodes and edges as they come and writes to a stream; ``FORMATS`` lists them.

    with open("met.gexf", "wb") as out:
        kg.exports.write(kg.graphs.network(store, "organisations"), "gexf", out)
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.errors import NotFound
from kg.exports import (
    cx2,
    cyjs,
    dot,
    gexf,
    gml,
    graphml,
    neo4j,
    nodelink,
    page,
    pajek,
    parquet,
    png,
    rdf,
    svg,
    tables,
    xlsx,
    yed,
)
from kg.exports.base import Format, Sheet, Words, sheet
from kg.exports.files import whole
from kg.graphs.network import Network

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        gexf.FORMAT,
        graphml.FORMAT,
        yed.FORMAT,
        cyjs.FORMAT,
        cx2.FORMAT,
        nodelink.FORMAT,
        dot.FORMAT,
        pajek.FORMAT,
        gml.FORMAT,
        tables.FORMAT,
        neo4j.FORMAT,
        parquet.FORMAT,
        xlsx.FORMAT,
        page.FORMAT,
        svg.FORMAT,
        png.FORMAT,
        *rdf.FORMATS,
    )
}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same network, the same archive


def find(name: str) -> Format:
    """The format of a name; raises :class:`kg.errors.NotFound` with those that are known."""
    if name not in FORMATS:
        raise NotFound("format", name, FORMATS)
    return FORMATS[name]


def told_by(path: Path) -> str | None:
    """The format that the ending of a file's name tells, or ``None``.

    >>> told_by(Path("met.gexf"))
    'gexf'
    """
    fitting = [form for form in FORMATS.values() if path.name.lower().endswith(form.suffix)]
    return max(fitting, key=lambda form: len(form.suffix)).name if fitting else None


def write(network: Network, form: str, out: BinaryIO, words: Words | None = None) -> None:
    """The network in a format, on a stream; a format of several files as a zip archive.

    Raises :class:`kg.errors.NotFound` for an unknown format and :class:`kg.errors.ExportError` for what it cannot hold.
    """
    files, ready = find(form).files, sheet(network, words)
    if len(files) == 1:
        next(iter(files.values()))(ready, out)
        return
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, writer in files.items():
            with archive.open(_entry(name), "w", force_zip64=True) as member:
                writer(ready, member)  # type: ignore[arg-type]


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _LONG_AGO)
    entry.compress_type = ZIP_DEFLATED
    return entry


def write_files(network: Network, form: str, folder: Path, words: Words | None = None) -> list[Path]:
    """The files of a format in a folder, which is made where there is none; which files they are."""
    folder.mkdir(parents=True, exist_ok=True)
    ready = sheet(network, words)
    written = []
    for name, writer in find(form).files.items():
        with whole(folder / name) as out:
            writer(ready, out)
        written.append(folder / name)
    return written


__all__ = ["FORMATS", "Format", "Sheet", "find", "sheet", "told_by", "write", "write_files"]
