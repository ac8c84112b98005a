"""Commitments told by how a sentence opens: direct questions, and what somebody thinks unlikely.

Comes in: a sentence.  Goes out: what is asked for by a question, or will not be done.  The one idea: the verb of the commitment stands behind words that
turn what it says.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.commitments.addressees import Addressees
from kg.facts.commitments.found import Found
from kg.facts.context import Line
from kg.facts.signs import sign
from kg.facts.words import ACTING, HAVE, INTAKES, NO_DEEDS, SAYINGS, SINGULAR
from kg.model import Statement

_GETTING = frozenset({"have", "see", "get", "receive"})  # "could she have a copy?"
_NOT_FORESEEN = frozenset({"expect", "anticipate", "envisage", "foresee", "think", "believe"})  # "did not expect that"
_DOUBTED = sign(ACTING.words("unlikely") | _NOT_FORESEEN)
_FORESEEING = _NOT_FORESEEN - {"think", "believe"}
_DOUBTING = frozenset({"doubted", "doubts"})  # "doubted that the Board could meet the cost"
_MEANS = frozenset({"time", "money", "room", "staff", "resources", "funds"})
_PLANS = ACTING.words("plans")
_WILL = frozenset({"will", "would", "could", "can"})
_COMING = frozenset({"attend", "meet", "take", "join"})
NO_DOING = SAYINGS | INTAKES | NO_DEEDS


class Openings(Addressees):
    """Reads questions and judgements of what is unlikely."""

    def read(self, line: Line, start: int, reports: list[Statement]) -> Iterator[Found]:
        """What is asked for outright, or thought unlikely."""
        if item := self._question(line, start, reports):
            yield item
        if line.signs & _DOUBTED and (item := self._unlikely(line, reports)):
            yield item
        if self.context.tokens.lows[line.first] == "nor" and (item := self._nor(line)):
            yield item

    def _nor(self, line: Line) -> Found | None:
        """ "Nor has the Council any intention of closing it.", "Nor, he said, would it pay for one.": a refusal that its verb opens."""
        lows = self.context.tokens.lows
        verb = self._past_aside(line.first + 1, line.last)
        subject = clauses.subject_at(self.context, verb + 1, line.last) if verb + 2 < line.last else None
        if subject is None or subject.last + 2 >= line.last:
            return None
        k, agents = subject.last, self.discourse.agents(subject)
        planned = lows[verb] in HAVE and lows[k] == "any" and lows[k + 1] in _PLANS
        refused = lows[verb] in _WILL and self.is_here(agents) and lows[k] not in NO_DOING | {"be", "have"}
        if not agents or not (planned or refused):
            return None
        return Found(agents, "unlikely", "nor-so", (k + 2 * planned, line.last), status="unlikely")

    def _unlikely(self, line: Line, reports: list[Statement]) -> Found | None:
        """ "thought it unlikely that the Agency would review them", "doubted that the force would", "did not expect that the Trust would join"."""
        lows = self.context.tokens.lows
        for k in self.context.showing(_DOUBTED, line.first, line.last - 3):
            doubted = (lows[k - 1] == "not") if lows[k] in _NOT_FORESEEN else lows[k - 1] not in {"not", "less"}
            if lows[k + 1] == "that" and doubted:
                subject = clauses.subject_at(self.context, k + 2, line.last)
                group = clauses.verb_group(self.context, subject.last, line.last) if subject is not None else None
                if subject is None or group is None or group.modal not in {"would", "will", "could"} or group.negated:
                    return None
                if subject.actors[0].word == "it":
                    return None  # "doubted that it could be done"
                if reports and subject.actors[0].word in SINGULAR:
                    self.discourse.lean_on(reports[0].speakers)
                agents = self.discourse.agents(subject)
                finding = not _MEANS.isdisjoint(lows[group.head + 1 : group.head + 4])  # "find the time"
                deed = "" if finding else self.deed(group.head + (lows[group.head] == "able"), line.last)
                if (
                    not (self.is_here(agents) or (lows[k] in _FORESEEING and self._are_bodies(agents)))
                    or deed in NO_DOING - (set() if lows[k] in _DOUBTING else _COMING)
                    or group.head >= line.last
                ):
                    return None
                return Found(agents, "unlikely", "unlikely-that", (group.head, line.last), status="unlikely")
        return None

    def _are_bodies(self, agents: tuple[str, ...]) -> bool:
        return bool(agents) and all(self.context.type_of(key) in BODIES for key in agents)

    def _question(self, line: Line, start: int, reports: list[Statement]) -> Found | None:
        """ "Could TW let her have the list?", "Might it be put back?": a request put as a direct question."""
        tokens = self.context.tokens
        if (
            start >= line.last
            or tokens.lows[start] not in {"could", "would", "might", "can", "will"}
            or not _is_asked(tokens.words[line.last - 1], reports)
        ):
            return None
        subject = clauses.subject_at(self.context, start + 1, line.last)
        if subject is None:
            return None
        deed = self.deed(self._past_aside(subject.last, line.last), line.last)
        if deed in _GETTING and (getters := self.discourse.agents(subject)) and (givers := self.other_side(getters)):
            return Found(givers, "requested", "direct-question", (subject.last, line.last))
        if deed in NO_DOING:
            return None
        speakers = reports[0].speakers if reports else ()
        agents = () if subject.actors[0].word == "it" else self.discourse.agents(subject)
        return Found(
            agents or self.spoken_to(speakers, start, line.last), "requested", "direct-question", (subject.last, line.last),
            no_actor="the question names nobody",
        )  # fmt: skip

    def _past_aside(self, i: int, last: int) -> int:
        """Behind ", AQ asked,"."""
        words = self.context.tokens.words
        if words[i] != ",":
            return i
        return next((k + 1 for k in range(i + 1, min(last, i + 8)) if words[k] == ","), i)


def _is_asked(mark: str, reports: list[Statement]) -> bool:
    return mark == "?" or any(report.act in {"asked", "requested"} for report in reports)
