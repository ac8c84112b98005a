"""Commitments in what was proposed: "suggested that X could …", "floated the idea of …", "proposed that a helpline be set up".

Comes in: a statement that suggests.  Goes out: what would be done by it, and who is meant to.  The one idea: a proposal names who would act, or
is put to those who would.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.commitments.common import common_agent
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.context import Line
from kg.facts.words import ACTING, ADVERBS, FORMALITIES, NO_DEEDS, PREPOSITIONS, QUESTION_WORDS, STATES
from kg.model import Statement

_WISER = ACTING.words("wiser")
_IDEAS = ACTING.words("ideas")
_ASKED = ACTING.words("asked")
_UNDERTAKINGS = ACTING.words("undertakings")
_TOGETHER = ACTING.words("done-together")
_ONE_FORM = ACTING.words("one-form")
_TWO = 2
_SOMEBODY = ACTING.words("somebody")
_FEW_WORDS = 7
_NO_THING = (ADVERBS | PREPOSITIONS | QUESTION_WORDS | ACTING.words("no-thing")) - frozenset(
    "for of at with in on".split()
)
_NOT_WITHIN = _NO_THING - {"to", "from", "between"}  # "proposed letter to Minister"
_MANNERS = ACTING.words("afterthoughts")
_MIGHT = frozenset({"could", "might", "would", "can", "should"})
_NO_DOING = NO_DEEDS | STATES | {"be", "have", "not", "then"}
_AN_IDEA = {"a", "an", "of"} | _IDEAS
_OPENING = frozenset({"that", "to", ",", "if", "was", "is", "were", "by"})
_NOBODY_TO_ACT = "the suggestion names nobody who is to act"


class Proposals(Doers):
    """Reads what a suggestion proposes."""

    def read(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """What a suggestion proposes, be it only what would be better."""
        if better := self._better(report, first, last):
            yield better
        else:
            words = self.context.tokens.words  # what is suggested ends with its clause
            yield from self._put(
                line, report, first, words.index(";", first, last) if ";" in words[first:last] else last
            )

    def _put(self, line: Line, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "suggested that the VC could …", "proposed meeting every quarter": only where somebody is named who is to act."""
        tokens = self.context.tokens
        if report.rule.startswith("passive") and "that" in tokens.lows[first : line.last]:
            first, last = tokens.lows.index("that", first), line.last
        if report.rule == "passive-no-agent" and self._is_mooted(first, last):
            yield Found((), "proposed", "mooted", (first, last), no_actor="the suggestion names nobody")
            return
        unknown = self._put_to_unknown(first, last)
        k = self._past_opening(unknown or first, last)
        if k >= last:
            return
        subject = self._named(k, last)
        put_to = self._put_to(subject, first)
        if subject is not None and put_to:
            k, subject = subject.last + 1, clauses.subject_at(self.context, subject.last + 1, last)
        found = list(
            self._of_somebody(report, subject, last) if subject is not None else self._of_one_of_theirs(k, last)
        )
        if subject is not None or found:
            yield from found
        elif item := self._of_nobody(report, (first, last), k, put_to, unknown=bool(unknown)):
            yield item

    def _past_opening(self, k: int, last: int) -> int:
        """The token behind "that", "to the Council" and "by Ms Bell", with which the words of a suggestion may open."""
        lows = self.context.tokens.lows
        while k < last and (
            lows[k] in ADVERBS or lows[k] in _OPENING or (k in self.context.mention_at and lows[k - 1] == "to")
        ):
            speaker = clauses.subject_at(self.context, k + 1, last) if lows[k] == "by" else None
            k = speaker.last if speaker is not None else k + 1
        return k

    def _named(self, k: int, last: int) -> Subject | None:
        """Who is named as the one to act: right there, behind an adverbial or behind "that"."""
        lows = self.context.tokens.lows
        subject = clauses.subject_at(self.context, k, last) or self.behind_adverbial(k, last)
        if subject is None and "that" in lows[k:last]:
            subject = clauses.subject_at(self.context, lows.index("that", k) + 1, last)
        it = subject is not None and subject.actors[0].word == "it" and self._passive_proposal(k, last)
        return None if it else subject  # "proposed that it be dissolved"

    def _of_nobody(
        self, report: Statement, told: tuple[int, int], k: int, put_to: tuple[str, ...], *, unknown: bool
    ) -> Found | None:
        """What is suggested where nobody is named before the deed at a token."""
        (first, last), low = told, self.context.tokens.lows[k]
        doing = low.endswith("ing") and not low.endswith("thing")
        if doing and self.context.tokens.lows[k - 1] not in PREPOSITIONS:
            together = self.context.small and (low in _TOGETHER or len(self.context.cast.present()) == _TWO)
            doers = tuple(self.context.cast.present()) if together else self.meant(report.speakers, k, last)
            return Found(doers, "proposed", "suggestion-gerund", (k, last), no_actor="the suggestion names nobody")
        if self._passive_proposal(k, last) and not self.is_formality(k, last):
            doers = self.by_agent(k, last) or put_to or (() if unknown else self.meant(report.speakers, k, last))
            return Found(doers, "proposed", "suggestion-passive", (k, last), no_actor=_NOBODY_TO_ACT)
        if self._clause_proposal(k, last):
            doers = self.by_agent(k, last)
            named = None if doers else common_agent(self.context, k, last, k)
            return Found(
                doers or (named or ())[:1], "proposed", "suggestion-clause", (k, last), no_actor=_NOBODY_TO_ACT
            )
        if not self._is_idea(report, first, last):
            return None
        doers = self._who_could(k, last) or self.meant(report.speakers, k, last)
        return Found(doers, "proposed", "suggestion-thing", (k, last), no_actor=_NOBODY_TO_ACT)

    def _who_could(self, k: int, last: int) -> tuple[str, ...]:
        """ "a leaflet, which the Board and the Trust could put out": who would act is told behind "which"."""
        lows = self.context.tokens.lows
        for m in range(k + 1, last - 2):
            subject = clauses.subject_at(self.context, m + 1, last) if lows[m] == "which" else None
            if (
                subject
                and subject.last < last - 1
                and lows[subject.last] in _MIGHT
                and lows[subject.last + 1] not in _NO_DOING
            ):
                return self.discourse.agents(subject)
        return ()

    def _better(self, report: Statement, first: int, last: int) -> Found | None:
        """ "Better to write, he suggested.": what would be wiser, in the infinitive."""
        lows = self.context.tokens.lows
        if lows[first] not in _WISER or lows[first + 1] != "to":
            return None
        doers = self.meant(report.speakers, first + 2, last)
        return Found(doers, "proposed", "better-to", (first + 2, last), no_actor="the suggestion names nobody")

    def _is_idea(self, report: Statement, first: int, last: int) -> bool:
        """Is a thing put forward, and none warned against ("warned against a long exercise")?"""
        lows = self.context.tokens.lows
        if "against" in lows[first - 2 : first]:
            return False
        thing = lows[first] in _AN_IDEA or self._is_bare_thing(first, last)
        return bool(report.speakers and thing) or not _IDEAS.isdisjoint(lows[first + 1 : first + 2])

    def _is_mooted(self, first: int, last: int) -> bool:
        """ "A joint closing meeting was suggested.": an undertaking that somebody put forward."""
        lows = self.context.tokens.lows
        words = lows[first + 1 : last]
        noun = next((k for k, low in enumerate(words) if low in _UNDERTAKINGS), None)
        if lows[first] not in {"a", "an", "another"} or noun is None or not PREPOSITIONS.isdisjoint(words[:noun]):
            return False
        return words[noun + 1 : noun + 2] in (["was"], ["of"], ["with"], ["in"], ["for"], ["on"], ["had"])

    def _of_somebody(self, report: Statement, subject: Subject, last: int) -> Iterator[Found]:
        """ "that the Trust should publish it", "that the Association be invited to review it": what somebody named is meant to do."""
        lows, group = self.context.tokens.lows, self.deed_of(subject, last)
        if group is None:
            return
        invited = group.be == "be" and lows[group.head] in _ASKED
        base_form = lows[group.head] in _ONE_FORM or not clauses.is_past(lows[group.head])
        told = group.modal in {"should", "could", "might", "would", "may", "can"}
        if invited or told or (base_form and not group.be and not group.perfect):
            doers = self.two_of_them(subject, report.speakers) or self.discourse.agents(subject)
            yield Found(doers, "proposed", "suggestion", (group.head, last))
        elif group.be == "be" and not group.modal and self._is_put_to(lows[group.head]):
            yield Found(
                self.by_agent(group.head, last), "proposed", "suggestion-passive", (subject.first, last),
                no_actor="the suggestion names nobody who is to act",
            )  # fmt: skip

    def _of_one_of_theirs(self, k: int, last: int) -> Iterator[Found]:
        """ "that somebody from the Inspectorate sit on the review": whoever is sent acts for those who send."""
        lows = self.context.tokens.lows
        if lows[k] not in _SOMEBODY or lows[k + 1 : k + 2] != ["from"]:
            return
        subject = clauses.subject_at(self.context, k + 2, last)
        deed = subject.last if subject is not None else last
        deed += lows[deed : deed + 1] in (["should"], ["might"], ["could"], ["may"])
        if subject is None or deed >= last or deed in self.context.mention_at or clauses.is_past(lows[deed]):
            return
        yield Found(self.discourse.agents(subject), "proposed", "suggestion", (deed, last))

    def _is_put_to(self, head: str) -> bool:
        """ "that the Council be approached", "that Ms Bell be written to": a deed of others."""
        return clauses.is_participle(head) and head not in STATES and head not in FORMALITIES

    def _put_to(self, subject: Subject | None, first: int) -> tuple[str, ...]:
        """ "recommended to the Authority that the target be kept": to whom it is put, who would act."""
        lows = self.context.tokens.lows
        told = subject is not None and lows[first] == "to" and lows[subject.last : subject.last + 1] == ["that"]
        return self.discourse.agents(subject) if told else ()

    def _put_to_unknown(self, first: int, last: int) -> int:
        """ "recommended to the Cabinet that the loan be frozen": where the clause begins that is put to somebody of whom nothing is known, or 0."""
        lows = self.context.tokens.lows
        if lows[first] != "to" or "that" not in lows[first + 1 : min(last, first + _FEW_WORDS)]:
            return 0
        return lows.index("that", first) if clauses.subject_at(self.context, first + 1, last) is None else 0

    def _clause_proposal(self, k: int, last: int) -> bool:
        """ "that a leaflet might explain it", "that a senior nurse should meet each ambulance": a thing or somebody unnamed that would do it."""
        lows = self.context.tokens.lows
        at = next(
            (m for m in range(k + 1, min(last - 1, k + 10)) if lows[m] in {"should", "might", "could", "ought"}), None
        )
        if at is None or lows[k - 1] not in {"that", ","} or QUESTION_WORDS & set(lows[k:at]):
            return False
        group = clauses.verb_group(self.context, at, last)
        return (
            group is not None
            and group.head < last
            and not group.be
            and not group.negated
            and lows[group.head] not in NO_DEEDS
        )

    def _is_bare_thing(self, first: int, last: int) -> bool:
        """ "suggested quarterly meetings", "proposed joint leaflet": a thing without an article, as notes write it."""
        tokens = self.context.tokens
        words = [tokens.lows[k] for k in range(first, last) if tokens.words[k][0].isalpha()]
        while len(words) > 1 and words[-1] in _MANNERS:
            words.pop()  # "suggested trial at Quay House first"
        plain = 1 < len(words) <= _FEW_WORDS and tokens.words[first].islower() and words[0] not in _NO_THING
        return plain and _NOT_WITHIN.isdisjoint(words[1:4]) and not any(clauses.is_past(word) for word in words)

    def _passive_proposal(self, k: int, last: int) -> bool:
        """ "that a helpline be set up", "that the report should be published"."""
        tokens = self.context.tokens
        for m in range(k, min(last - 1, k + 12)):
            if (
                tokens.lows[m] == "be"
                and clauses.is_participle(tokens.lows[m + 1])
                and (tokens.lows[m + 1] not in STATES or tokens.lows[m + 1] == "found")
            ):
                return True
            if tokens.lows[m] in QUESTION_WORDS:
                return False
        return False
