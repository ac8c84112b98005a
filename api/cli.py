"""The command ``kg``: what is typed in a shell is done, and an error told in a line.

Comes in: words typed in a shell.  Goes out: answers on standard output, one clear line on standard error, an exit code.  The one idea: a
build whose words are plain begins at once; every other command is understood by the parser of options.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from api.building import plainly
from kg.errors import KgError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command; an error of the house is one line on standard error and its exit code."""
    try:
        _run(arguments)
    except KgError as fault:
        from api.errors import meaning

        sys.stderr.write(f"kg: {fault}\n")
        sys.exit(meaning(fault).exit_code)
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)


def _run(arguments: Sequence[str] | None) -> None:
    build = plainly(sys.argv[1:] if arguments is None else arguments)
    if build:
        sys.exit(0 if build.run() else 1)
    from api.commands import app

    app(args=arguments)
