"""How messages go between the server and its processes.

Comes in: a socket.  Goes out: messages, each a pickle with its length before it.
"""

from __future__ import annotations

import pickle
import socket
import struct
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Task(NamedTuple):
    """A function of the graph and what it is called with."""

    function: Callable[..., object]
    args: tuple[object, ...] = ()
    kwargs: Mapping[str, object] = {}


_LENGTH = struct.Struct("!Q")
HEAD = _LENGTH.size


def packed(message: object) -> bytes:
    """A message as bytes."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def length(head: bytes | bytearray) -> int:
    """How many bytes follow the head of a message."""
    return int(_LENGTH.unpack_from(head)[0])


def unpacked(body: bytes | bytearray | memoryview) -> object:
    """The message that follows a head.  Both ends are our own processes."""
    return pickle.loads(body)  # noqa: S301


def receive(line: socket.socket) -> object:
    """The next message; raises EOFError where the other end is gone."""
    return unpacked(_exactly(line, length(_exactly(line, HEAD))))


def expect(line: socket.socket, kind: type[T]) -> T:
    """The next message, which must be of a kind."""
    message = receive(line)
    if not isinstance(message, kind):
        raise TypeError(f"{type(message).__name__} came, not {kind.__name__}")
    return message


def _exactly(line: socket.socket, number: int) -> bytearray:
    got = bytearray(number)
    rest = memoryview(got)
    while rest:
        count = line.recv_into(rest)
        if not count:
            raise EOFError
        rest = rest[count:]
    return got
