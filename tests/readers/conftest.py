"""Documents made on the spot, and a short way to write what a reader found."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from kg.model import Document
from kg.readers import read

Found = list[tuple[str, int, str]]


def _blocks(document: Document) -> Found:
    return [(block.kind.value, block.level, block.span.of(document.text)) for block in document.blocks]


def _cells(document: Document) -> list[list[str]]:
    return [[cell.of(document.text) for cell in block.cells] for block in document.blocks if block.cells]


@pytest.fixture
def found() -> Callable[..., Found]:
    """The blocks of bytes or text read under a name, as (kind, level, words)."""

    def blocks(content: str | bytes, name: str = "note.txt") -> Found:
        return _blocks(read(name, content.encode() if isinstance(content, str) else content))

    return blocks


@pytest.fixture
def rows() -> Callable[..., list[list[str]]]:
    """The cells of each table row."""

    def cells(content: str | bytes, name: str = "note.txt") -> list[list[str]]:
        return _cells(read(name, content.encode() if isinstance(content, str) else content))

    return cells


@pytest.fixture
def saved() -> Callable[[Callable[[io.BytesIO], object]], bytes]:
    """What a ``save`` method writes."""

    def content(save: Callable[[io.BytesIO], object]) -> bytes:
        out = io.BytesIO()
        save(out)
        return out.getvalue()

    return content
