"""What a noun phrase stands for: a :class:`Party`."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.lists import lists

EMPLOYERS = lists("relating").words("employers")  # "his office, the Care Registry,"
OWN = frozenset({"his", "her", "our", "my", "their"})
UNKNOWN = "?"  # opens the key of a body that no name explains, with its tokens, until something is told of it
# what may stand between the beginning of a phrase and its name
BEFORE = frozenset(
    """
    the a an this its their his her our old former then new local wider other present whole now own said sister larger
    majesty's neighbouring erstwhile defunct short-lived same two three independent itself
    venerable ancient late lamented sometime one-time onetime
    """.split()
)


@dataclass(frozen=True, slots=True)
class Party:
    """Some bodies and the tokens that name them; ``head`` is the noun of theirs that is meant, where it is not they themselves."""

    keys: tuple[str, ...]
    first: int
    last: int
    head: str = ""
    person: bool = False
    several: bool = False
