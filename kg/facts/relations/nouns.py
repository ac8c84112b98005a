"""Relationships told by a noun: "an executive agency of the Department", "a protocol with the Trust".

Comes in: a line.  Goes out: relations.  The one idea: the noun says the property, the preposition behind it names the other body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.groups import group_at
from kg.facts.inspections.subjects import Subjects
from kg.facts.words import BE
from kg.model import Relation

# nouns of succession; true where whoever they name comes after
_TURNED = {"predecessor": False, "forerunner": False, "successor": True}
_BEFORE_PHRASE = BE | {",", "(", "became", "as", "and"}
_BECOMING = BE | {"became", "become", "remains", "as"}


@dataclass(slots=True)
class Nouns:
    """Reads one line."""

    context: Context
    who: Subjects
    line: Line

    def read(self) -> Iterator[Relation]:
        """Every relationship that a noun of the line tells."""
        tokens, words = self.context.tokens, self.context.lexicon.relations
        for k in range(self.line.first, self.line.last):
            if tokens.lows[k] in _TURNED:
                yield from self._before_or_after(k)
            if tokens.lows[k] in words.parts and k + 1 < self.line.last and tokens.lows[k + 1] == "of":
                yield from self._part(k)
            for end, _ in words.bonds.at(tokens, k, self.line.last):
                yield from self._bond(k, end)
                break

    def _before_or_after(self, k: int) -> Iterator[Relation]:
        """ "The Board's predecessor, the Liaison Group,", "its successor, the Agency"."""
        owner = self._owner(k)
        other = self._body_after(k + 1, 4)
        if owner and other and owner != other:
            ends = (other, owner) if _TURNED[self.context.tokens.lows[k]] else (owner, other)
            yield self._made(ends[0], "succeeds", ends[1], "noun")

    def _owner(self, k: int) -> str | None:
        """The body in the genitive right before a noun: its name, or "its"."""
        if self.context.tokens.lows[k - 1] == "its":
            return next(iter(self.who.subject_before(self.line, self.line.first, k - 1)), None)
        for m in range(max(self.line.first, k - 8), k):
            actor = clauses.actor_at(self.context, m, self.line.last)
            if actor is not None and actor.last in {k, k - 1} and clauses.possessive(self.context, actor) and actor.key:
                return self.who.as_body(actor.key)
        return None

    def _part(self, k: int) -> Iterator[Relation]:
        """ "The Agency is an executive body of the Department", "the Agency, an arm's length body of the Department,"."""
        whole = self._body_after(k + 2, 4)
        if whole is None:
            return
        start = self._phrase_start(k)
        before = self.context.tokens.lows[start - 1] if start > self.line.first else ""
        part: tuple[str, ...] = ()
        if before in _BECOMING:
            group = group_at(self.context, start - 1, self.line.first)
            if not group.negated:
                part = self.who.subject_before(self.line, self.line.first, group.first)
        elif before in {",", "("}:
            part = self.who.antecedent(self.line, start)
        for one in part[:1]:
            yield self._made(one, "subOrganizationOf", whole, "part")

    def _phrase_start(self, k: int) -> int:
        """The article that opens "an executive non-departmental public body"."""
        lows = self.context.tokens.lows
        m = k
        while m > self.line.first and k - m < 7 and lows[m - 1] not in _BEFORE_PHRASE:
            m -= 1
            if lows[m] in {"a", "an", "the"}:
                break
        return m

    def _bond(self, k: int, end: int) -> Iterator[Relation]:
        """ "a memorandum of understanding between A and B", "has signed a protocol with B"."""
        lows = self.context.tokens.lows
        if any(
            low in {"no", "not", "never", "proposed", "possible", "suggested"}
            for low in lows[max(self.line.first, k - 6) : k]
        ):
            return
        if end < self.line.last and lows[end] == "between":
            subject = clauses.subject_at(self.context, end + 1, self.line.last)
            bodies = (
                [body for actor in subject.actors if actor.key and (body := self.who.as_body(actor.key))]
                if subject
                else []
            )
            if len(bodies) == 2:
                yield self._made(bodies[0], "worksWith", bodies[1], "bond")
        elif end < self.line.last and lows[end] == "with":
            other = self._body_after(end + 1, 3)
            ours = self._having(k)
            if other and ours and other != ours:
                yield self._made(ours, "worksWith", other, "bond")

    def _having(self, k: int) -> str | None:
        """Whose protocol it is: the subject of the clause."""
        lows = self.context.tokens.lows
        for m in range(k - 1, self.line.first, -1):
            if lows[m] in {"has", "have", "had", "signed", "agreed", "concluded", "made"}:
                group = group_at(self.context, m, self.line.first)
                if group.negated or group.modal or self.who.personal(self.line, self.line.first, group.first):
                    return None
                return next(iter(self.who.subject_before(self.line, self.line.first, group.first)), None)
        return None

    def _body_after(self, first: int, reach: int) -> str | None:
        for m in range(first, min(self.line.last, first + reach)):
            if m in self.context.mention_at:
                return self.who.as_body(self.context.cast.by_first[m]) if self._named_body(m) else None
        return None

    def _named_body(self, m: int) -> bool:
        key = self.context.cast.by_first[m]
        return self.who.as_body(key) is not None and not key.startswith(("person/", "post/"))

    def _made(self, subject: str, predicate: str, other: str, rule: str) -> Relation:
        return Relation(subject, predicate, other, self.line.sentence.span, f"relation-{predicate}-{rule}")
