"""What can go wrong, and the words for it.

    KgError
    ├── ReadError          a document cannot be read (its name, the reason, what would work)
    │   └── UnknownFormat  no reader for this suffix or content
    ├── StoreError         a store cannot be opened, read or written
    ├── QueryError         a query is not understood, or a parameter is missing or of the wrong type
    ├── TooMuch            a result has more bytes than it may
    ├── NoForm             a result has no form that was wanted
    ├── ExportError        a graph cannot be written in a format, or drawn
    │   └── MissingExtra   a part of the program that is installed apart is not there
    ├── NotFound           a name or IRI that nothing in the graph answers to
    └── SettingError       a setting, option or data file is not usable

Every class keeps its facts as attributes and words its own message: what happened to which value where,
and what would work.  Nothing found is ``None`` or empty; a broken promise is an exception.
"""

from __future__ import annotations

from collections.abc import Iterable


class KgError(Exception):
    """The root of the errors that this package raises on purpose; it keeps its facts on the way to another process."""

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), str(self), dict(self.__dict__))


class ReadError(KgError):
    """A document cannot be read."""

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}")


class UnknownFormat(ReadError):
    """No reader takes this kind of file."""

    def __init__(self, source: str, found: str, known: Iterable[str]) -> None:
        self.found = found
        self.known = tuple(sorted(known))
        super().__init__(source, f"unknown format {found!r}; known: {', '.join(self.known)}")


class StoreError(KgError):
    """A store cannot be opened, read or written."""

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(f"store {place}: {reason}")


class QueryError(KgError):
    """A query is not usable, or one of its parameters, which is then named."""

    def __init__(self, query: str, reason: str, *, parameter: str | None = None) -> None:
        self.query = query
        self.reason = reason
        self.parameter = parameter
        super().__init__(f"query {query}: {reason}")


class TooMuch(KgError):
    """A result that has more bytes than it may."""

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(f"the result has more than {size} bytes; ask for less, or page with LIMIT and OFFSET")


class NoForm(KgError):
    """A result that has no form that was wanted."""

    def __init__(self, kind: str, known: Iterable[str], reason: str = "") -> None:
        self.kind = kind
        self.known = tuple(known)
        reason = reason or f"{kind} have none of the forms that are wanted"
        super().__init__(f"{reason}; known: {', '.join(self.known)}")


class NotFound(KgError):
    """Nothing in the graph answers to this name or IRI."""

    def __init__(self, kind: str, name: str, known: Iterable[str] = (), *, parameter: str | None = None) -> None:
        self.kind = kind
        self.name = name
        self.parameter = parameter
        self.known = tuple(known)
        hint = f"; known: {', '.join(self.known)}" if self.known else ""
        super().__init__(f"no {kind} {name!r}{hint}")


class SettingError(KgError):
    """A setting, option or data file is not usable."""

    def __init__(self, name: str, value: str, reason: str) -> None:
        self.name = name
        self.value = value
        super().__init__(f"{name} {value!r}: {reason}")


class ExportError(KgError):
    """A graph cannot be written in a format, or drawn."""

    def __init__(self, form: str, reason: str) -> None:
        self.form = form
        self.reason = reason
        super().__init__(f"{form}: {reason}")


class MissingExtra(ExportError):
    """What a format needs is installed apart and is not there."""

    def __init__(self, form: str, extra: str) -> None:
        self.extra = extra
        super().__init__(form, f"needs an extra; install it with: pip install 'inspectorate-kg[{extra}]'")


def _rebuilt(kind: type[KgError], message: str, facts: dict[str, object]) -> KgError:
    """An error as it was: its message is not worded anew."""
    fault = kind.__new__(kind, message)
    fault.args = (message,)
    fault.__dict__.update(facts)
    return fault
