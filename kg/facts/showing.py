"""Where in a document the signs stand that rules ask for.

Comes in: what each token shows.  Goes out: by the signs that a rule asks for, the tokens that show one of them, in order.  The one idea: few words differ in what
they show, and the same few dozen signs are asked for in every document; which of these a word answers is worked out once, and one walk through a document finds
the places of all.
"""

from __future__ import annotations


class _Asked(dict[int, tuple[int, ...]]):
    """All that rules have asked for so far, and which of it (by its place) a word answers, by what that shows."""

    def __init__(self, signs: tuple[int, ...] = ()) -> None:
        self.signs = signs

    def __missing__(self, shown: int) -> tuple[int, ...]:
        answered = self[shown] = tuple([n for n, signs in enumerate(self.signs) if signs & shown])
        return answered


_LATEST = [_Asked()]  # one; another takes its place whole, since others may be reading beside this


class Places(dict[int, list[int]]):
    """The tokens of one document that show one of some signs, in order, by these signs."""

    def __init__(self, shown: list[int]) -> None:
        asked = _LATEST[0]
        found: list[list[int]] = [[] for _ in asked.signs]
        for k, one in enumerate(shown):
            if one:
                for n in asked[one]:
                    found[n].append(k)
        super().__init__(zip(asked.signs, found, strict=True))
        self._shown = shown

    def __missing__(self, signs: int) -> list[int]:
        """What no rule has asked for in a document before."""
        _LATEST[0] = _Asked((*_LATEST[0].signs, signs))
        places = self[signs] = [k for k, one in enumerate(self._shown) if one & signs]
        return places
