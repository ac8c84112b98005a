"""The plainest things that several doors do: take a list with commas, put bytes on standard output.

Comes in: words, or bytes.  Goes out: names; nothing.
"""

from __future__ import annotations

import sys


def listed(names: str | None) -> list[str]:
    """The names of a list with commas.

    >>> listed("organisation, post,")
    ['organisation', 'post']
    """
    return [name.strip() for name in (names or "").split(",") if name.strip()]


def put_out(content: bytes) -> None:
    """Bytes on standard output, at once."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
