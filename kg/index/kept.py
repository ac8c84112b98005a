"""What has been read of an index and will be asked for again.

Comes in: keys.  Goes out: values.  The one idea: an index never changes, so what was read of it once holds as long as it is open;
only so much of it is kept that memory stays bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from kg.index.answers import Evidence, Thing
from kg.index.packed import Ties, Window

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Asked(NamedTuple):
    """What is wanted of an entity's relatives."""

    depth: int
    window: Window | None
    types: tuple[str, ...]
    limit: int
    offset: int


class Told(NamedTuple):
    """A page of relatives as the JSON of a list, how many are on it, and how many there are in all."""

    items: bytes
    shown: int
    total: int


class Kept(Generic[K, V]):
    """Values by key; what is not there is loaded, all of it at once.

    When there would be more than ``most``, all but what is asked for now is let go.  May be used from any thread: whoever holds what was
    given out goes on with it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[K, V] = {}

    def of(self, keys: Iterable[K], load: Callable[[list[K]], Mapping[K, V]]) -> Mapping[K, V]:
        """A mapping that holds the values of these keys, as far as there are any, and maybe more."""
        wanted = dict.fromkeys(keys)
        known = self._known
        missing = [key for key in wanted if key not in known]
        if not missing:
            return known
        if len(known) + len(missing) > self._most:
            known = {key: known[key] for key in wanted if key in known}
        known.update(load(missing))
        self._known = known
        return known


class Known:
    """What is kept of one index."""

    def __init__(self) -> None:
        self.things: Kept[int, Thing] = Kept(50_000)
        self.ties: Kept[int, Ties] = Kept(5_000)
        self.near: Kept[tuple[int, Window], Mapping[int, int]] = Kept(5_000)  # by entity and window
        self.pages: Kept[tuple[int, Asked], Told] = Kept(1_000)  # some forty kilobytes each
        self.evidence: Kept[tuple[int, int | None], Evidence] = Kept(30_000)  # by fact and quote
