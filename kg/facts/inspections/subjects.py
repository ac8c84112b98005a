"""The bodies that the subject of a verb stands for.

Comes in: the token at which a verb group begins.  Goes out: keys of bodies.  The one idea: the subject is the nearest agent before
the verb, past asides between commas; "internal audit" is a body too.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor, Subject
from kg.facts.context import PERSONAL, Line
from kg.facts.inspections.companions import Companions
from kg.facts.inspections.groups import skipped
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.offices import seat_title
from kg.facts.words import ADVERBS, AUXILIARIES, BE
from kg.model import EntityType
from kg.terms import slug

_BEFORE_HEAD = ADVERBS | AUXILIARIES
_REACH = 34  # the tokens of a list of three long names with their short forms
_IMPERSONAL = WORDS.words("impersonal")
_HIRED = frozenset({"auditors", "consultants", "advisers", "reviewers", "accountants"})
_BETWEEN = ADVERBS | AUXILIARIES | {"to", "which", ",", "(", ")", "not", "no", "also", "now"}


@dataclass(slots=True)
class Subjects(Companions):
    """Finds the subjects of verbs of inspecting and of what is done to undertakings."""

    def subject_before(self, line: Line, start: int, verb: int) -> tuple[str, ...]:
        """The bodies that the subject of the verb group that begins at ``verb`` stands for."""
        if self.context.tokens.lows[verb - 1] == "who" and (named := self._before_who(line, verb - 1)):
            return named
        subject = self._nearest(line, start, verb)
        if subject and subject.actors[0].word == "it" and self._of_nobody(subject.last):
            return ()
        if subject and subject.actors[0].word == "it" and (asked := self._asked_whether(line, subject.first)):
            return asked
        if subject and subject.actors[0].word == "it" and (near := self._inspecting_in(line.first, subject.first)):
            return near[-1:]
        if subject and subject.actors[0].word == "it" and (inner := self.clause_before(line, subject.first)):
            return inner
        if subject and subject.actors[0].word == "they" and len(self.before) == 1 and len(self.discourse.speakers) < 2:
            if self.inspects(self.before[0]) and subject.first == line.start:
                return self.before
        if (
            subject
            and _HIRED & set(self.context.tokens.lows[subject.first : subject.last])
            and (firm := self._firm(subject.last, verb))
        ):
            return (firm,)  # "Our auditors, Lark Crane LLP, will …"
        words = self.context.tokens.lows[subject.first : subject.last] if subject else [""]
        if words[-1] in _HIRED and "external" in words:
            return ()  # "the Board's external auditors": of another body
        if subject and subject.actors[0].word == "we":
            told = self.ours() if self.saying else ()
            return told or self._bodies_of(subject) or self.ours()
        return self._bodies_of(subject) if subject else ()

    def _before_who(self, line: Line, who: int) -> tuple[str, ...]:
        """ "by Rhondda Research, who had carried out the last one": the body or firm named right before."""
        tokens, end = self.context.tokens, who - (self.context.tokens.words[who - 1] == ",")
        if name := self.name_until(max(line.first, end - 8), end):
            return self.bodies_in(name.first, end)
        first = end
        while first - 1 > line.first and tokens.words[first - 1][0].isupper():
            first -= 1
        return self.firm_at(first, end) if end - first > 1 and tokens.lows[first - 1] == "by" else ()

    def _inspecting_in(self, first: int, last: int) -> tuple[str, ...]:
        """ "a letter from WSE, giving notice that it would inspect": the inspecting bodies of some tokens."""
        return tuple(key for key in self.bodies_in(first, last) if self.inspects(key))

    def _asked_whether(self, line: Line, it: int) -> tuple[str, ...]:
        """ "asked WSE whether it would inspect the marinas": the body that is asked."""
        if self.context.tokens.lows[it - 1] not in {"whether", "if", "when", "that"}:
            return ()
        name = self.name_until(line.first, it - 1)
        return self.bodies_in(name.first, name.last) if name else ()

    def _of_nobody(self, i: int) -> bool:
        """ "It is intended to inspect …": an "it" that stands for nobody."""
        lows = self.context.tokens.lows
        return lows[i] in BE and any(low in _IMPERSONAL for low in lows[i + 1 : i + 4])

    def clause_before(self, line: Line, it: int) -> tuple[str, ...]:
        """What "it" means in the second half of a sentence: the body that the clause before is about."""
        opens = [m for m in range(line.first + 1, it) if self.context.tokens.lows[m - 1] in {"that", ";", ","}]
        for m in (*reversed(opens), line.start):
            subject = clauses.subject_at(self.context, m, it)
            if subject is not None and subject.actors[0].word != "it" and (bodies := self._bodies_of(subject)):
                return bodies[:1] if len(subject.actors) == 1 else ()
        return ()

    def personal(self, line: Line, start: int, verb: int) -> bool:
        """Is the subject a person, who may visit a place or look at a thing without inspecting it?"""
        subject = self._nearest(line, start, verb)
        if subject and subject.actors[0].word == "it":
            opens = subject.first == line.start
            return not (opens and self.discourse.topic)
        if subject and self._are_bodies(subject):
            return False
        keys = [actor.key for actor in subject.actors if not actor.staff] if subject else []
        if any(key and self.inspects_in_person(key) for key in keys):
            return False
        return (
            bool(subject) and all(key is None or self.context.type_of(key) in PERSONAL for key in keys) and bool(keys)
        )

    def _are_bodies(self, subject: Subject) -> bool:
        """ "the two of them would look at it together": do two stand for bodies that a clause before lists?"""
        two = subject.actors[0].word in {"both", "both bodies"}
        keys = self.discourse.agents(subject) if two else ()
        return bool(keys) and all(self.context.type_of(key) in BODIES for key in keys)

    def inspects_in_person(self, key: str) -> bool:
        """Is it the holder of a post whose own work is to look into things: an ombudsman, the Information Commissioner?"""
        body = self.as_body(key)
        return (
            bool(seat_title(self.context, key))
            and (body is None or self.inspects(body) or self.hears(body))
            and key not in self.context.cast.here
        )

    def _nearest(self, line: Line, start: int, verb: int) -> Subject | None:
        """The nearest subject before a verb; else the subject of the sentence."""
        lows = self.context.tokens.lows
        if (unit := self._unit_before(line, verb)) is not None:
            return unit
        verb = self._before_aside(start, verb)
        for k in range(max(start, verb - _REACH), verb):
            subject = clauses.subject_at(self.context, k, verb + 1)
            if subject is None or subject.last > verb or lows[k - 1 : k] in (["by"], ["of"], ["with"]):
                continue
            if all(self._between(low) for low in lows[subject.last : verb]):
                return subject
        subject = self._joined_before(start, verb) or line.subject
        return subject if subject and subject.last <= verb and not self._new_clause(subject.last, verb) else None

    def _joined_before(self, start: int, verb: int) -> Subject | None:
        """ "said that she had none, but (was considering a review)": the subject of the clause that "and" or "but" goes on with."""
        lows = self.context.tokens.lows
        if lows[verb - 1] not in {"and", "but"}:
            return None
        that = next((k for k in range(verb - 2, max(start, verb - _REACH), -1) if lows[k] == "that"), -1)
        subject = clauses.subject_at(self.context, that + 1, verb) if that > 0 else None
        return subject if subject is not None and subject.last < verb - 1 else None

    def _before_aside(self, start: int, verb: int) -> int:
        """Before ", which inspects the CPS," and ", she announced,": the comma that opens what the last comma closes."""
        lows = self.context.tokens.lows
        k = verb
        while k > start and (skipped(lows[k - 1]) or lows[k - 1] in _BEFORE_HEAD):
            k -= 1
        if k <= start or lows[k - 1] != ",":
            return verb
        for m in range(k - 2, start, -1):
            if lows[m] == "," and lows[m + 1] in {
                "which",
                "who",
                "whose",
                "formerly",
                "previously",
                "now",
                "once",
                "also",
                "by",
                "it",
                "he",
                "she",
                "they",
                "the",
                "as",
                "with",
                "like",
                "in",
            }:
                return m
            if lows[m] in {";", ":"}:
                return verb
        return verb

    def _unit_before(self, line: Line, verb: int) -> Subject | None:
        """ "Internal audit (Garnett Bell LLP) would …", "the internal auditors": those who audit a body, taken for a unit of it."""
        lows = self.context.tokens.lows
        for k in range(max(line.first, verb - 10), verb - 1):
            if lows[k] not in {"internal", "external"} or lows[k + 1] not in {"audit", "auditors", "auditor"}:
                continue
            end = k + 2 + (lows[k + 2] in {"service", "team", "function", "section", "department", "unit", "division"})
            if end > verb or not all(
                self._between(low) or end <= m for m, low in enumerate(lows[end:verb], end) if m < end
            ):
                continue
            if MARKS & set(self.context.tokens.words[end:verb]):
                continue  # "External audit: Pell Moss completed their review": a label
            if firm := self._firm(end, verb):
                return Subject((*self._listed_before(line, k), Actor(k, end, key=firm)), k, verb)
            if body := self._whose(k):
                return Subject((Actor(k, end, key=body),), k, verb)
            if mention := next(
                (
                    self.context.mention_at.get(m)
                    for m in range(max(line.first, k - 4), end)
                    if (found := self.context.mention_at.get(m)) and found.last >= k + 2
                ),
                None,
            ):
                return Subject((Actor(k, end, key=self.context.key_at(mention.first)),), k, verb)
            return Subject((Actor(k, end, key=self._audit_unit(k, end)),), k, verb)
        return None

    def _listed_before(self, line: Line, k: int) -> tuple[Actor, ...]:
        """ "Audit Wales and the Trust's internal auditors, Pell Moss": the body before "and"."""
        lows = self.context.tokens.lows
        joint = next((m for m in range(k - 1, max(line.first, k - 7), -1) if lows[m] == "and"), -1)
        name = self.name_until(max(line.first, joint - 8), joint)
        return tuple(Actor(name.first, joint, key=key) for key in self.bodies_in(name.first, joint)) if name else ()

    def _firm(self, end: int, verb: int) -> str | None:
        """ "Internal audit (Garnett Bell LLP)", "the internal auditors, Garnett & Bell,": who they are."""
        lows = self.context.tokens.lows
        if lows[end] not in {"(", ","} or end + 1 >= verb:
            return None
        close = ")" if lows[end] == "(" else ","
        stop = next((m for m in range(end + 1, min(len(lows), verb + 1)) if lows[m] == close), -1)
        if stop < 0:
            return None
        return next(iter(self.bodies_in(end + 1, stop)), None) or self._unknown_body(end + 1, stop)

    def _whose(self, k: int) -> str | None:
        """ "the Council's internal audit team": the body that they belong to."""
        lows = self.context.tokens.lows
        if not lows[k - 1].endswith(("'s", "s'")) or self.context.tokens.words[k][0].isupper():
            return None
        if lows[k - 2] == "the" and (key := clauses.common_body(self.context, k - 1, k)):
            return key
        return next(
            (self.as_body(key) for m in range(k - 1, max(-1, k - 8), -1) if (key := self.context.key_at(m))), None
        )

    def _audit_unit(self, first: int, last: int) -> str:
        """The internal auditors as a body of their own: a unit of the body whose meeting this is."""
        words = " ".join(self.context.words(first, last).split())
        name = words[0].upper() + words[1:]
        draft = self.context.cast.table.take(
            f"organisation/{slug(name)}",
            EntityType.ORGANISATION,
            name,
            self.context.tokens.span(first, last),
            "a unit that audits",
        )
        draft.call(words, words.title())
        return draft.key

    def _between(self, low: str) -> bool:
        return (
            low in _BETWEEN
            or skipped(low)
            or low in self.context.lexicon.undertakings.aims
            or low
            in {"plans", "it", "in", "its", "their", "every", "confirmed", "itself", "themselves", "last", "currently"}
        )

    def _new_clause(self, first: int, last: int) -> bool:
        """Does another subject stand between ("The Chair said that the Force …")?"""
        lows = self.context.tokens.lows
        return any(low in {"that", "whether", "if", "which"} for low in lows[first:last])
