"""Points of a list below the words that open it: "The Board agreed:" with "– to write to the Minister", "– publish the tariff by May".

Comes in: the lines of a list one by one.  Goes out: what those of the opening words are to do by each.  The one idea: what stands before the colon governs
every point until one begins otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.facts import clauses
from kg.facts.commitments.addressees import Addressees
from kg.facts.commitments.found import Found
from kg.facts.commitments.modals import FUTURE, NOTHING
from kg.facts.commitments.rulings import Rulings
from kg.facts.context import Line
from kg.facts.words import ACTING, ARTICLES, MODALS
from kg.model import Statement
from kg.values import value

_DECIDING = frozenset({"agreed", "decided", "undertook"})
_OPENING = _DECIDING | {"to", "resolved", "actions", "following"}
_ENDS = frozenset({":", "–", "—"})
_NO_DEED = ARTICLES | MODALS | ACTING.words("formalities") | {"that", "to", "not", "there"}
_RECEIVING = ACTING.words("receiving")
_ONE_FORM = ACTING.words("one-form")  # "(ii) set up a working group"
_JOINING = frozenset({"and", "or", ";", ",", "."})


@value
class Opening:
    """Who is to do what the points say, how firmly, and whether a point begins with its verb."""

    actors: tuple[str, ...]
    strength: str
    bare: bool
    that: bool = False


@dataclass(slots=True)
class Points(Addressees):
    """Reads the points of lists; remembers the words that opened one."""

    opening: Opening | None = None

    def read(self, line: Line, reports: list[Statement]) -> Found | None:
        """What a point of a list binds somebody to; a line that ends in a colon opens the next list."""
        tokens = self.context.tokens
        if tokens.words[line.last - 1] in _ENDS:
            self.opening = self._opened(line, reports)
            return None
        if self.opening is None:
            return None
        first = next((k for k in range(line.first, line.last) if tokens.words[k][0].isalpha()), line.last - 1)
        told = self._subjunctive(first, line.last) if self.opening.that else self._point(self.opening, first, line.last)
        received = self.opening.bare and tokens.lows[first] in _RECEIVING
        if told is None and tokens.lows[first] not in {"that", "to"} and not self.opening.that and not received:
            self.opening = None
        elif self.opening.that and tokens.words[line.last - 1] == ".":
            self.opening = None  # the last of the points
        return told

    def _subjunctive(self, first: int, last: int) -> Found | None:
        """ "RESOLVED THAT:" with "(a) the assessment be published on 9 May;", "(b) no inquiry be opened;": where nobody else is named, whoever decides is to act."""
        lows, opening = self.context.tokens.lows, self.opening
        first += len(lows[first]) == 1 and lows[first + 1] == ")" and 2
        told = next(Rulings(self.context, self.discourse).point_of(first, last), None)
        if told is None or opening is None:
            return None
        none = lows[first] in NOTHING
        return replace(
            told, actors=told.actors or opening.actors, strength="unlikely" if none else told.strength, rule="list-point",
            status="unlikely" if none else told.status,
        )  # fmt: skip

    def _point(self, opening: Opening, first: int, last: int) -> Found | None:
        tokens = self.context.tokens
        deed = first + 1 if tokens.lows[first] == "to" else first
        fits = (deed > first or opening.bare) and tokens.words[deed].islower() and tokens.lows[deed] not in _NO_DEED
        past = clauses.is_past(tokens.lows[deed]) and tokens.lows[deed] not in _ONE_FORM
        if not fits or deed in self.context.mention_at or past or last - deed < 2:
            return None
        if (deed > first or opening.bare) and tokens.lows[deed] in _RECEIVING:
            return None  # "to note the report"
        while tokens.lows[last - 1] in _JOINING:
            last -= 1
        return self.bidding(deed, last, "list-point") or Found(
            opening.actors, opening.strength, "list-point", (deed, last), no_actor="the list names nobody"
        )

    def _opened(self, line: Line, reports: list[Statement]) -> Opening | None:
        """ "The Council agreed to:", "It was resolved:", "The Clerk was asked to:", "The Trust will:"."""
        lows, end = self.context.tokens.lows, line.last - 1
        subject = line.subject
        agents = self.discourse.agents(subject) if subject is not None and subject.actors[0].word != "it" else ()
        if lows[end - 1] in FUTURE and agents:
            return Opening(agents, FUTURE[lows[end - 1]], bare=True)
        act = reports[0].act if reports else ""
        if act in {"requested", "asked"} and lows[end - 1] == "to":
            return Opening(reports[0].addressees or agents, "requested", bare=True)
        if act in _DECIDING and lows[end - 1] == "that":
            return Opening(self.house() or reports[0].speakers, "committed", bare=False, that=True)
        if act in _DECIDING and lows[end - 1] in _OPENING:
            return Opening(reports[0].speakers, "committed", bare=lows[end - 1] == "to")
        return None
