"""Two bodies that do something together: "A and B launched it jointly", "A and B, which together keep the Code", "in partnership with B".

Comes in: a line.  Goes out: relations.  The one idea: "jointly", "together" and "in partnership with" join the subject to another
body, or two subjects to each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.context import Context, Line
from kg.facts.inspections.subjects import Subjects
from kg.facts.words import MODALS, NOT
from kg.model import Relation

_WITH = (
    ("partnership", "with"),
    ("conjunction", "with"),
    ("collaboration", "with"),
    ("association", "with"),
    ("jointly", "with"),
)
_CUES = frozenset({"jointly", "together", "partnership", "conjunction", "collaboration", "association", "two"})
_RECIPROCAL = frozenset(
    "cooperate cooperated co-operate co-operated collaborate collaborated cooperating co-operating collaborating".split()
)
_BODIES_WORDS = frozenset(
    "bodies organisations agencies offices inspectorates regulators services authorities boards".split()
)
_SHARED = frozenset("together protocol memorandum concordat jointly partnership mou".split())
_WISH = frozenset(
    {
        "suggested",
        "proposed",
        "recommended",
        "urged",
        "asked",
        "hoped",
        "should",
        "could",
        "might",
        "whether",
        "if",
        "may",
    }
)
_ANY_CUE = _CUES | _RECIPROCAL


@dataclass(slots=True)
class Together:
    """Reads one line; ``pair`` are the two bodies that the text last told of together."""

    context: Context
    who: Subjects
    line: Line
    pair: tuple[str, ...] = ()

    def read(self) -> Iterator[Relation]:
        """Every pair that the line tells to act together."""
        lows = self.context.tokens.lows
        window = lows[self.line.first : self.line.last]
        if not _ANY_CUE & set(window):
            return
        if _WISH & set(window) or NOT & set(window):
            return
        for k in range(self.line.first, self.line.last):
            if lows[k] in {"jointly", "together"} and (pair := self._pair_before(k)):
                yield self._made(*pair)
            elif (lows[k], lows[k + 1] if k + 1 < self.line.last else "") in _WITH:
                yield from self._joined(k)
            elif lows[k] in _RECIPROCAL and (pair := self._of_subject(k)):
                yield self._made(*pair)
        if "two" in window and (pair := self._the_two(window)):
            yield self._made(*pair)

    def _of_subject(self, k: int) -> tuple[str, str] | None:
        """ "The Authority and the ICO have co-operated under a memorandum since 2019"."""
        if self.context.tokens.lows[k + 1 : k + 2] == ["with"]:
            return None
        return self._pair_before(k)

    def _the_two(self, window: list[str]) -> tuple[str, str] | None:
        """ "the two bodies work together", "the two organisations operate under a joint protocol": those named last."""
        if not _BODIES_WORDS & set(window) or not (_SHARED & set(window)):
            return None
        named = list(dict.fromkeys(self.who.bodies_in(self.line.first, self.line.last)))
        for two in (named, list(self.pair)):
            if len(two) == 2:
                return two[0], two[1]
        return None

    def _pair_before(self, k: int) -> tuple[str, str] | None:
        """The two bodies of the nearest subject before a token, or "the two bodies" of the sentence before."""
        for m in range(max(self.line.first, k - 26), k):
            subject = clauses.subject_at(self.context, m, k + 1)
            if subject is not None and (two := self._two(subject)):
                return two
        return None

    def _two(self, subject: Subject) -> tuple[str, str] | None:
        keys = [actor.key for actor in subject.actors if actor.key and self.context.type_of(actor.key) in BODIES]
        return (keys[0], keys[1]) if len(keys) == 2 and len(subject.actors) == 2 else None

    def _joined(self, k: int) -> Iterator[Relation]:
        """ "has developed it in partnership with B"."""
        tokens = self.context.tokens
        other = next(
            (
                self.context.cast.by_first[m]
                for m in range(k + 2, min(self.line.last, k + 5))
                if m in self.context.mention_at
            ),
            None,
        )
        if (
            other is None
            or self.context.type_of(other) not in BODIES
            or MODALS & set(tokens.lows[self.line.first : k]) - {"will", "would"}
        ):
            return
        ours = self._subject_body(k)
        if ours and ours != other:
            yield self._made(ours, other)

    def _subject_body(self, k: int) -> str | None:
        """The body that is the subject of the nearest clause before a token."""
        for m in range(k - 1, self.line.first - 1, -1):
            if m not in self.context.mention_at:
                continue
            subject = clauses.subject_at(self.context, m, k)
            if subject and clauses.verb_group(self.context, subject.last, k):
                key = subject.actors[0].key
                return key if key and self.context.type_of(key) in BODIES else None
        return None

    def _made(self, subject: str, other: str) -> Relation:
        return Relation(subject, "worksWith", other, self.line.sentence.span, "relation-worksWith-together")
