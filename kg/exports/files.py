"""Files that are there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import ExportError


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its place when it is complete; raises :class:`kg.errors.ExportError` where it cannot."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    except OSError as fault:
        raise ExportError(str(path), f"cannot be written: {fault.strerror or fault}") from fault
    finally:
        part.unlink(missing_ok=True)
