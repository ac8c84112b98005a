"""Plain text files.

Comes in: the bytes of a .txt file.  Goes out: the file's own text, and blocks that point into it.
"""

from __future__ import annotations

from kg.readers.base import Extract
from kg.readers.decoding import decode
from kg.readers.furniture import furniture, joined
from kg.readers.lines import blocks_of


def read_text(data: bytes, source: str) -> Extract:
    """The file's own text, decoded and nothing more: the evaluation compares offsets with it."""
    text = decode(data, source)
    repeated = furniture(text)
    return Extract(text, tuple(blocks_of(joined(text, repeated))), furniture=repeated)
