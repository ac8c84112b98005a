"""Relationships told by a verb: "the Agency replaced the Board", "the Trust, which the Council oversees", "is regulated by".

Comes in: a line.  Goes out: relations.  The one idea: the subject stands before the verb and the other body right after it; the
passive and a relative clause turn them round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Group, Tense, group_at, skipped
from kg.facts.inspections.statuses import aim_of
from kg.facts.inspections.subjects import Subjects
from kg.facts.words import BE
from kg.lexicon.relations import Phrase
from kg.model import Relation

_RELATIVE = frozenset({"which", "that", "who", "whom"})
_ANSWERS = (frozenset({"to"}), "oversees")
_BELONGS = (frozenset({"of"}), "subOrganizationOf")
_PREPOSED = {
    "answers": _ANSWERS, "answered": _ANSWERS, "answerable": _ANSWERS, "accountable": _ANSWERS,
    "forms": _BELONGS, "form": _BELONGS, "formed": _BELONGS, "part": _BELONGS,
}  # fmt: skip
_REACH = {"inspects": 14, "worksWith": 12}
_STOP = frozenset(
    {".", ";", ":", "?", "(", "–", "with", "jointly", "for", "on", "under", "because", "as", "to", "from"}
)


@dataclass(slots=True)
class Verbs:
    """Reads one line."""

    context: Context
    who: Subjects
    line: Line

    def read(self) -> Iterator[Relation]:
        """Every relationship that a verb of the line tells."""
        words = self.context.lexicon.relations
        lows = self.context.tokens.lows
        for k in range(self.line.first, self.line.last):
            if (lows[k] in words.verbs or lows[k] in _PREPOSED) and k not in self.context.mention_at:
                found = words.at(self.context.tokens, k, self.line.last)
                if found is not None:
                    yield from self._of_verb(k, *found)
                elif inner := self._preposed(k):
                    yield from inner

    def _of_verb(self, k: int, end: int, phrase: Phrase) -> Iterator[Relation]:
        group = group_at(self.context, k, self.line.first)
        if group.negated or (phrase.be and not self._carried(k, group)) or not self._stands(group, phrase):
            return
        by = (
            end < self.line.last and self.context.tokens.lows[end] == "by"
        )  # "registered with, and regulated by, the Commission"
        if (group.passive or by) and not phrase.be and not phrase.rest:
            yield from self._passive(group, end, phrase)
        elif outer := self._which(group):
            yield from self._pairs(outer[0], outer[1] or self._after(end, phrase), phrase, group)
        else:
            yield from self._pairs(self._subject(group), self._after(end, phrase), phrase, group)

    def _carried(self, k: int, group: Group) -> bool:
        """Does a form of be stand before it, or a bracket or comma behind the name that it is said of?"""
        lows = self.context.tokens.lows
        if set(lows[group.first : k]) & BE:
            return True
        return any(lows[m] in {",", "("} for m in range(max(self.line.first, k - 2), k))

    def _stands(self, group: Group, phrase: Phrase) -> bool:
        """Is it said to be so, and not only wished, allowed or asked for?"""
        if group.tense is Tense.OPEN:
            return False
        if group.tense is Tense.BARE and group.to >= 0:
            aim = aim_of(self.context, group.to, self.line.first)
            return (
                aim is not None and aim[0] in {"planned", "under-way"} and phrase.predicate in {"worksWith", "succeeds"}
            )
        if group.tense is Tense.BARE:
            low = self.context.tokens.lows[group.head]
            return low.endswith("ing") or phrase.be
        return group.tense is not Tense.FUTURE or phrase.predicate in {"worksWith", "succeeds"}

    # ── the two bodies ───────────────────────────────────────────────────────────────────────────────────────────

    def _passive(self, group: Group, end: int, phrase: Phrase) -> Iterator[Relation]:
        """ "The Trust is regulated by the Commission", "by which the Board was inspected"."""
        lows = self.context.tokens.lows
        by = next((m for m in range(end, min(self.line.last, end + 10)) if lows[m] == "by"), -1)
        agents = self._bodies_from(by + 1 + (lows[by + 1] == ","), 5) if by >= 0 else ()
        if not agents:
            agents = self._by_which(group)
        objects = self._subject(group)
        yield from self._pairs(agents, objects, phrase, group)

    def _by_which(self, group: Group) -> tuple[str, ...]:
        lows = self.context.tokens.lows
        for m in range(group.first - 1, max(self.line.first, group.first - 12), -1):
            if lows[m] in {"which", "whom"} and lows[m - 1] == "by":
                return self.who.antecedent(self.line, m - 1)
        return ()

    def _which(self, group: Group) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """ "the PSA, which replaced the Board", "the Trust, which BGRO oversees": the subject, and the object where it stands before."""
        lows = self.context.tokens.lows
        for m in range(group.first - 1, max(self.line.first, group.first - 9), -1):
            if lows[m] not in _RELATIVE:
                continue
            outer = self.who.antecedent(self.line, m)
            if not outer or lows[m - 1] in {"with", "by", "to"} or not self._close_before(m):
                return None
            inner = clauses.subject_at(self.context, m + 1, group.first + 1)
            if inner is not None and inner.last <= group.first:
                bodies = tuple(
                    key for actor in inner.actors if (key := actor.key) and self.context.type_of(key) in BODIES
                )
                return (bodies, outer) if bodies else None
            between = lows[m + 1 : group.first]
            return (outer, ()) if all(map(skipped, between)) else None
        return None

    def _close_before(self, m: int) -> bool:
        """Does a name stand right before the relative word, at most a bracket and a comma away?"""
        tokens = self.context.tokens
        k = m - 1
        if tokens.words[k] == ",":
            k -= 1
        if tokens.words[k] == ")":
            while k > self.line.first and tokens.words[k] != "(":
                k -= 1
            k -= 1
        return any(
            mention.last == k + 1
            for n in range(max(self.line.first, k - 12), k + 1)
            if (mention := self.context.mention_at.get(n))
        )

    def _preposed(self, k: int) -> list[Relation]:
        """ "Women's Aid, with whom PBNI works", "the Bar Council, of which it forms part": the preposition has gone before."""
        lows = self.context.tokens.lows
        if (shape := _PREPOSED.get(lows[k])) is not None:
            return self._to_which(k, *shape)
        if lows[k] not in {"work", "works", "worked", "working", "collaborates", "collaborated"}:
            return []
        group = group_at(self.context, k, self.line.first)
        for m in range(group.first - 1, max(self.line.first, group.first - 12), -1):
            if lows[m] in {"which", "whom"} and lows[m - 1] in {"with", "alongside"}:
                outer = self.who.antecedent(self.line, m - 1)
                inner = self.who.subject_before(self.line, m + 1, group.first)
                return [self._made(one, "worksWith", outer[0], "verb") for one in inner[:1] if outer]
        return []

    def _to_which(self, k: int, prepositions: frozenset[str], predicate: str) -> list[Relation]:
        lows = self.context.tokens.lows
        group = group_at(self.context, k, self.line.first)
        if group.negated or (lows[k] in {"form", "forms", "formed"} and "part" not in lows[k + 1 : k + 3]):
            return []
        for m in range(group.first - 1, max(self.line.first, group.first - 8), -1):
            if lows[m] in {"which", "whom"} and lows[m - 1] in prepositions:
                outer = self.who.antecedent(self.line, m - 1)
                inner = self.who.subject_before(self.line, m + 1, group.first)
                if lows[m + 1] == "it":
                    inner = tuple(key for key in self.who.bodies_in(self.line.first, m) if key not in outer)[-1:]
                if not outer or not inner or not self._close_before(m - 1):
                    return []
                first, second = (inner[0], outer[0]) if predicate == "subOrganizationOf" else (outer[0], inner[0])
                return [self._made(first, predicate, second, "verb")]
        return []

    def _subject(self, group: Group) -> tuple[str, ...]:
        if self.who.personal(self.line, self.line.first, group.first):
            return ()
        return self.who.subject_before(self.line, self.line.first, group.first) or self._appositive(group)

    def _appositive(self, group: Group) -> tuple[str, ...]:
        """ "The Rivers Agency (formerly the Drainage Board)"."""
        k = group.first - 1
        while k > self.line.first and self.context.tokens.words[k] in {",", "("}:
            k -= 1
        for n in range(max(self.line.first, k - 12), k + 1):
            mention = self.context.mention_at.get(n)
            if (
                mention is not None
                and mention.last == k + 1
                and (body := self.who.as_body(self.context.cast.by_first[n]))
            ):
                return (body,)
        return ()

    def _after(self, end: int, phrase: Phrase) -> tuple[str, ...]:
        reach = 2 if phrase.turned and not phrase.rest else _REACH.get(phrase.predicate, 4)
        return self._bodies_from(end, reach)

    def _bodies_from(self, first: int, reach: int) -> tuple[str, ...]:
        """The bodies that a token sequence names, the first within reach, the others joined to it by "and"."""
        tokens = self.context.tokens
        found: list[str] = []
        k, limit = first, min(self.line.last, first + reach)
        while k < limit:
            mention = self.context.mention_at.get(k)
            body = self._other(k) if mention is not None else None
            if mention is not None and body:
                found.append(body)
                k = mention.last
                if k < self.line.last and tokens.bases[k] in {"and", ","}:
                    limit = min(self.line.last, k + 4)
                    continue
                break
            if (
                tokens.words[k] in _STOP
                or tokens.lows[k] in _RELATIVE
                or (found and tokens.lows[k] not in {"and", ",", "the", "&"})
            ):
                break
            k += 1
        return tuple(dict.fromkeys(found))

    def _other(self, k: int) -> str | None:
        key = self.context.cast.by_first[k]
        return key if self.context.type_of(key) in BODIES else None

    # ── the fact ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _pairs(
        self, subjects: tuple[str, ...], objects: tuple[str, ...], phrase: Phrase, group: Group
    ) -> Iterator[Relation]:
        rule = "passive" if group.passive and not phrase.be else "verb"
        for one in subjects[:2]:
            for other in objects:
                yield (
                    self._made(other, phrase.predicate, one, rule)
                    if phrase.turned
                    else self._made(one, phrase.predicate, other, rule)
                )

    def _made(self, subject: str, predicate: str, other: str, rule: str) -> Relation:
        return Relation(subject, predicate, other, self.line.sentence.span, f"relation-{predicate}-{rule}")
