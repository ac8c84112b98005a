"""Commitments in what somebody thinks: "argued that the Trust ought to …", "said that the force could lend two", "told him that she expected a reply by June".

Comes in: a statement of an opinion or an expectation.  Goes out: what those here ought to do or could, and what is awaited of whoever is told so.  The one idea: an
opinion on what one of those here is to do is a proposal; a thing with its day that is expected of the hearer is a request.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.commitments.found import Found
from kg.facts.commitments.openings import NO_DOING
from kg.facts.commitments.requests import Requests
from kg.facts.due import due_in
from kg.facts.words import ACTING, ADVERBS, ARTICLES, AWAITED, BE, NO_DEEDS, SINGULAR, gives_nothing
from kg.model import Statement

_DOUBTS = ACTING.words("doubts")
_NOBODY = frozenset({"nobody", "none", "no", "no-one"})
_OUGHT = frozenset({"should", "ought", "could"})
_TOLD_OF = 8  # tokens of whom it is told, and who expects it


class Opinions(Requests):
    """Reads what ought to be done, could be, or is expected."""

    def ought(self, report: Statement, first: int, last: int) -> Found | None:
        """ "thought that the Board should …", "argued that the Trust ought to …": an opinion on what one of those here is to do."""
        lows = self.context.tokens.lows
        if _OUGHT.isdisjoint(lows[first:last]):
            return None
        k = first
        while k < last and (lows[k] in ADVERBS or lows[k] in {"that", "whether", "if", ","}):
            k += 1
        doubted = bool(_DOUBTS & set(lows[first - 1 : k]))
        subject = clauses.subject_at(self.context, k, last) if k < last else None
        group = self.deed_of(subject, last) if subject is not None else None
        if subject is None or group is None or group.negated or group.head >= last or lows[subject.first] in _NOBODY:
            return None  # "that nobody should be turned away"
        agents = self.two_of_them(subject, report.speakers) or self.discourse.agents(subject)
        supposed = doubted or "if" in lows[group.head : last]  # "could break even if it sold the campus"
        ought = group.modal in {"should", "ought", "should to", "ought to"} or (
            group.modal == "could"
            and lows[group.head] not in NO_DEEDS
            and not supposed
            and not gives_nothing(lows, group.head)
        )
        elliptic = not lows[group.head][0].isalpha() or lows[group.head] == group.modal  # "was clear that they should"
        past = "have" in lows[group.first : group.head + 2]
        if ought and self.is_here(agents) and not group.copula and not elliptic and not past:
            return Found(agents, "proposed", "opinion-ought", (group.head, last))
        return None

    def could(self, report: Statement, first: int, last: int) -> Found | None:
        """ "said that the force could lend two officers": what a speaker says that the own side could do."""
        k = first + 1 if self.context.tokens.lows[first] == "that" else first
        if k < last and self.context.tokens.lows[k] in SINGULAR:
            self.discourse.lean_on(report.speakers)
        if "could" not in self.context.tokens.lows[k:last]:
            return None
        subject = clauses.subject_at(self.context, k, last)
        group = clauses.verb_group(self.context, subject.last, last) if subject is not None else None
        if (
            subject is None
            or group is None
            or group.negated
            or group.be
            or group.modal != "could"
            or group.head + 1 >= last
            or "only" in self.context.tokens.lows[group.first : group.head + 2]  # "could put only the first right"
        ):
            return None
        agents = self.discourse.agents(subject)
        ours = {*report.speakers, *self.side_of(report.speakers)}
        deed = self.context.tokens.lows[group.head]
        nothing = gives_nothing(self.context.tokens.lows, group.head)  # "could give no such assurance"
        if not agents or not set(agents) <= ours or deed in NO_DOING or nothing:
            return None
        return Found(agents, "proposed", "could", (group.head, last))

    def expected_of(self, report: Statement, first: int, last: int) -> Found | None:
        """ "told Mr Stone that she expected a written reply by June": what is wanted of whoever is told so."""
        lows = self.context.tokens.lows
        at = next((k for k in range(first, min(last - 2, first + _TOLD_OF)) if lows[k] in {"expected", "wanted"}), None)
        if at is None or lows[at + 1] not in ARTICLES or lows[at - 1] in BE or AWAITED.isdisjoint(lows[at : at + 5]):
            return None
        if due_in(self.context, None, (at + 1, last)).end is None:
            return None
        return Found(report.addressees, "requested", "expected-of", (at + 1, last))
