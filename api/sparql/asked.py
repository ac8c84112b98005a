"""What a request of the SPARQL protocol asks for, whichever of its ways it came.

Comes in: an ASGI request.  Goes out: its parameters, decoded once and strictly.  The one idea: what is not well-formed is
refused, never repaired: a repaired query is another query.
"""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Iterable

from starlette.types import Receive, Scope

from api.errors import Problem

FORM = "application/x-www-form-urlencoded"
_BROKEN = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)


class Left(Exception):
    """The client went away while it sent its request."""


class Parameters:
    """The parameters of a request, in their order."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name, []).append(value)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter."""
        return tuple(self._values.get(name, ()))

    def one(self, name: str) -> str | None:
        """The value of a parameter that may be given once; ``None`` where it is not given."""
        values = self._values.get(name)
        if values is None:
            return None
        if len(values) > 1:
            raise Problem(400, "Bad request", f"send one {name}, not {len(values)}", parameter=name)
        return values[0]

    def __bool__(self) -> bool:
        return bool(self._values)

    def __contains__(self, name: str) -> bool:
        return name in self._values


def decoded(raw: bytes) -> Parameters:
    """The parameters of a query string or a form; raises a Problem where it is not well-formed or not UTF-8."""
    return Parameters(_pair(part) for part in raw.split(b"&") if part)


def _pair(part: bytes) -> tuple[str, str]:
    name, _, value = part.partition(b"=")
    return _text(name), _text(value)


def _text(piece: bytes) -> str:
    if piece.isalnum():  # of ASCII: nothing to decode
        return piece.decode()
    if _BROKEN.search(piece):
        raise Problem(400, "Bad request", f"a % must be followed by two hexadecimal digits: {_shown(piece)}")
    plain = piece.replace(b"+", b" ").replace(b"=", b"=3D").replace(b"%", b"=")
    return text(a2b_qp(plain))  # quoted-printable differs by its sign alone, and is decoded in C


def text(body: bytes) -> str:
    """Bytes as text; raises a Problem where they are not UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Problem(
            400, "Bad request", f"the request is not UTF-8: byte {fault.start} is {body[fault.start]:#x}"
        ) from fault


def _shown(piece: bytes) -> str:
    place = _BROKEN.search(piece)
    start = place.start() if place else 0
    return repr(piece[max(0, start - 20) : start + 10].decode("ascii", "replace"))


def header(scope: Scope, name: bytes) -> str:
    """A header of the request, its values joined; empty where there is none."""
    found = [value for key, value in scope["headers"] if key == name]
    return b",".join(found).decode("latin-1") if found else ""


def content_type(scope: Scope) -> str:
    """The media type of the body; raises a Problem where its charset is not UTF-8."""
    given = header(scope, b"content-type")
    charset = _CHARSET.search(given)
    if charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise Problem(415, "Unsupported media type", f"send UTF-8, not {charset[1]}", parameter="Content-Type")
    return given.partition(";")[0].strip().lower()


async def body(receive: Receive, limit: int) -> bytes:
    """The whole body; raises a Problem where it is larger than it may be, Left where the client goes away."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Left
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > limit:
            raise Problem(413, "Content Too Large", f"a query may have {limit} bytes", headers={"Connection": "close"})
        if not message.get("more_body"):
            return b"".join(parts)
