"""How messages go between the server and its processes.

Comes in: a socket, or bytes as they come.  Goes out: messages, each a pickle with its length before it.
"""

from __future__ import annotations

import pickle
import socket
import struct
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Task(NamedTuple):
    """A function of the graph and what it is called with; past the moment ``before`` (monotonic) it is not begun."""

    function: Callable[..., object]
    args: tuple[object, ...] = ()
    kwargs: Mapping[str, object] = {}
    before: float | None = None


_LENGTH = struct.Struct("!Q")
HEAD = _LENGTH.size


def packed(message: object) -> bytes:
    """A message as bytes."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def _unpacked(body: bytes | bytearray | memoryview) -> object:
    """The message that follows a head.  Both ends are our own processes."""
    return pickle.loads(body)  # noqa: S301


class Inbox:
    """The messages in a stream of bytes."""

    def __init__(self) -> None:
        self._got = bytearray()

    def take(self, data: bytes) -> list[object]:
        """Take the next bytes; the messages that are whole with them."""
        got = self._got
        got += data
        messages: list[object] = []
        start = 0
        while len(got) - start >= HEAD:
            end = start + HEAD + _LENGTH.unpack_from(got, start)[0]
            if len(got) < end:
                break
            with memoryview(got) as whole, whole[start + HEAD : end] as body:
                messages.append(_unpacked(body))
            start = end
        del got[:start]
        return messages


def receive(line: socket.socket) -> object:
    """The next message; raises EOFError where the other end is gone."""
    return _unpacked(_exactly(line, _LENGTH.unpack(_exactly(line, HEAD))[0]))


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
