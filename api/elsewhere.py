"""A function run in a process of its own, once.

Comes in: a function of a module, and plain arguments.  Goes out: its value, or the error that it raised.  The one idea:
the other process begins from nothing (no fork, no second run of the main script), so that anybody may call from anywhere.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from kg.errors import KgError

P = ParamSpec("P")
T = TypeVar("T")
_ROOT = str(Path(__file__).resolve().parents[1])


def command(module: str, *words: str) -> list[str]:
    """The command that runs ``main`` of one of our modules in a new Python."""
    return [sys.executable, "-P", "-c", f"from {module} import main; main()", *words]


def environment() -> dict[str, str]:
    """The environment in which it finds our modules."""
    given = os.environ.get("PYTHONPATH")
    path = os.pathsep.join((_ROOT, given)) if given else _ROOT
    return {**os.environ, "PYTHONPATH": path, "RUST_BACKTRACE": "0"}  # the engine's end is to be quick and quiet


def run(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The value of the function as another process computes it; what it raises is raised here."""
    ran = subprocess.run(  # noqa: S603 - our own module
        command("api.elsewhere"),
        input=pickle.dumps((function, args, kwargs)),
        stdout=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    if ran.returncode:
        raise KgError(f"the process for {function.__name__} ended with {ran.returncode}")
    value = pickle.loads(ran.stdout)  # noqa: S301 - our own process
    if isinstance(value, BaseException):
        raise value
    return cast("T", value)


def main() -> None:
    """Run the function that comes on standard input."""
    function, args, kwargs = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    try:
        value = function(*args, **kwargs)
    except (KgError, OSError) as fault:
        value = fault
    sys.stdout.buffer.write(pickle.dumps(value))
