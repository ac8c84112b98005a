"""The parts of a clause: agents, subject, verb group, predicate of speech."""

from __future__ import annotations

from kg.lexicon.predicates import Predicate
from kg.values import value


@value
class Actor:
    """One agent in a subject or object: an entity (``key``), a pronoun (``word``), or the meeting as one (``word`` = "members").

    ``staff`` marks "the Commissioner's office" and "EM's team": those of the agent, not the agent.
    """

    first: int
    last: int
    key: str | None = None
    word: str = ""
    staff: str = ""


@value
class Subject:
    """The agents of a subject, and the token after it (brackets and appositions included)."""

    actors: tuple[Actor, ...]
    first: int
    last: int


@value
class VerbGroup:
    """Auxiliaries and main word.  ``head`` is the main word's token; ``be`` the last form of be before it, if any."""

    first: int
    head: int
    modal: str = ""
    negated: bool = False
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    copula: bool = False
    did: bool = False
    be: str = ""


@value
class Match:
    """A predicate of speech found at a token, and the token after it."""

    predicate: Predicate
    first: int
    last: int
