"""Commitments in what was asked for or wished: "asked the Board to …", "asked if she might have sight of …", "hoped that X would …".

Comes in: a statement that asks.  Goes out: what is asked for and of whom.  The one idea: whoever stands before the deed is asked; where nobody does, whoever
is spoken to, unless the words name somebody of whom nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.common import common_agent
from kg.facts.commitments.found import Found
from kg.facts.commitments.unasked import Unasked
from kg.facts.context import PERSONAL
from kg.facts.due import due_in
from kg.facts.words import (
    ACTING,
    ADVERBS,
    ARTICLES,
    CREWS,
    INTAKES,
    NO_DEEDS,
    OBJECTS,
    OPENERS,
    POSSESSIVES,
    SAYINGS,
)
from kg.model import Statement

_NO_FAVOURS = NO_DEEDS | SAYINGS | ACTING.words("no-favours")
_BEFALLING = ACTING.words("befalling")
_WONDERING = frozenset({"wondered", "wonders", "wondering"})
_NO_WISHES = NO_DEEDS | SAYINGS
_CLAUSE = 10
_SERVED = ACTING.words("served")
_ASIDES = ADVERBS | OPENERS | {",", "that", "though"}
_EACH = frozenset({"each", "both", "all"})
_BEFORE_DEEDS = frozenset({"to", "would", "will"})


class Requests(Unasked):
    """Reads requests and wishes."""

    def action_start(self, first: int, last: int) -> int:
        """Where the deed begins: behind "to", or behind "that she would"."""
        lows, near = self.context.tokens.lows, min(last, first + 4)
        if lows[first - 1] in _BEFORE_DEEDS:
            return first  # "undertook to (write to him)", "and would (take it to the Board)"
        # not in "It would, she confirmed"
        return next((k + 1 for k in range(first, near) if lows[k] in _BEFORE_DEEDS and lows[k + 1] != ","), first)

    def request(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "asked the Board to …", "was keen that HMCPSI should …", "called for …": the actor is whoever stands before the action, else the one addressed."""
        lows, action = self.context.tokens.lows, self.action_start(first, last)
        if "liked" in lows[first - 1 : first + 4] or self.is_no_request(first, action, last):
            return  # "would like it" asks, "liked it" does not
        if (
            (
                self.deed(action, last) in SAYINGS
                and lows[action - 2 : action] != ["not", "to"]  # "asked the Board not to comment"
                and not self.tells_others(action, last)
                and not self.is_by_then(action, last)
            )
            or self.is_formality(first, last)
            # "asked to see the reasons" asks for a paper
            or (lows[first - 1] != "see" and self.asks_for_words(first, last))
        ):
            return
        passive = any(
            lows[k] == "be" and clauses.is_participle(lows[k + 1]) for k in range(first, min(last - 1, first + 12))
        )
        bidden = report.rule == "passive-addressee" and not passive
        told = report.addressees if bidden or self._is_to_a_thing(first, last) else ()
        named = (
            told
            or (self.by_agent(first, last) if passive else ())
            or self.object_agents(report, first, last)
            or report.addressees
        )
        thing = {"to", "that"}.isdisjoint(lows[first:last])  # "asked for a speaker from the Agency"
        whose = self._body_from(first, last) or self.whose(first, last) if thing else ()
        actors = whose or named or self.unnamed(first, last)
        if not actors and not self.names_others(first, action, last):
            actors = self.spoken_to(report.speakers, first, last)
        yield Found(actors, "requested", "request", (action, last), no_actor="the request names nobody")

    def _is_to_a_thing(self, first: int, last: int) -> bool:
        """ "invited members to the launch of its report": whoever is invited is to come."""
        lows = self.context.tokens.lows
        to = next((k for k in range(first, last - 1) if lows[k] == "to"), None)
        return lows[first - 1] == "invited" and to is not None and lows[to + 1] in ARTICLES

    def _body_from(self, first: int, last: int) -> tuple[str, ...]:
        """The body of which a thing or somebody is asked for; one person where a paper is."""
        asked = BODIES | PERSONAL if "written" in self.context.tokens.lows[first : first + 3] else BODIES
        return tuple(key for key in self.from_whom(first, last) if self.context.type_of(key) in asked)

    def polite(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "asked if she might have sight of …", "wondered whether he would care to sign …": a request put as a question."""
        tokens = self.context.tokens
        for k in range(first, min(last - 1, first + 4)):
            if tokens.lows[k] not in {"if", "whether"}:
                continue
            if tokens.lows[k - 1] == "know":
                return  # "wished to know if the court would sit in winter"
            self.discourse.lean_on(report.speakers)
            subject = clauses.subject_at(self.context, k + 1, last)
            group = clauses.verb_group(self.context, subject.last, last) if subject else None
            wondering = tokens.lows[first - 1] in _WONDERING
            it = subject is not None and subject.actors[0].word == "it" and group is not None and group.be == "be"
            if (subject is None or it) and (
                self.might_be_done(k + 1, last, wondering=wondering) or self.own_might_do(k + 1, last)
            ):
                asked = self.spoken_to(report.speakers, k + 1, last)
                yield Found(
                    self.side_of(asked) if it else asked,
                    "requested",
                    "polite-question",
                    (k + 1, last),
                    no_actor="the question names nobody",
                )
            if subject is None or group is None or group.head + 1 >= last or it:
                return
            agents = self.discourse.agents(subject)
            timed = group.modal == "would" and not group.be and bool(due_in(self.context, None, (group.head, last)).end)
            caring = timed or (
                tokens.lows[group.head] in {"care", "mind", "willing", "able", "prepared"}
                or "possible" in tokens.lows[group.head : group.head + 2]
            )
            asked_of_one = tokens.lows[k] == "if" or (agents == report.addressees and len(agents) == 1)
            doing = asked_of_one and group.modal == "would" and self._might_do(group, agents)
            if (
                doing
                or (group.modal in {"might", "could", "can"} and not group.be)
                or (group.modal in {"would", "might"} and caring)
            ):
                taking = tokens.lows[group.head] in INTAKES  # "asked if the Trust could see it", of the Trust's own
                ours = set(agents) <= {*report.speakers, *(self.side_of(report.speakers) if taking else ())}
                yield Found(
                    self.other_side(report.speakers) if ours else agents,
                    "requested",
                    "polite-question",
                    (group.head, last),
                    no_actor="the question names nobody",
                )
            return

    def _might_do(self, group: VerbGroup, agents: tuple[str, ...]) -> bool:
        """ "asked if the Board would publish it": a doing of those who are spoken to."""
        deed = self.context.tokens.lows[group.head]
        return not group.be and self.is_here(agents) and deed not in _NO_FAVOURS

    def own_might_do(self, k: int, last: int) -> bool:
        """ "whether one of his investigators might go with the team": leave is asked for those of the one who asks."""
        lows = self.context.tokens.lows
        at = next((m for m in range(k, min(last - 1, k + 8)) if lows[m] in {"might", "could"}), None)
        if at is None or not POSSESSIVES.keys() & set(lows[k:at]):
            return False
        group = clauses.verb_group(self.context, at, last)
        return group is not None and group.head < last and not group.be and lows[group.head] not in _NO_WISHES

    def might_be_done(self, k: int, last: int, *, wondering: bool) -> bool:
        """ "if complaints might be added to the plan"; that it could be is only asked ("asked if files could be read")."""
        lows = self.context.tokens.lows
        timed = "be" in lows[k : k + 10] and due_in(self.context, None, (k, last)).end is not None
        wished = {"might", "could"} if wondering or timed else {"might"}  # "asked if it could be put off until May"
        return any(
            lows[m] in wished and lows[m + 1] == "be" and clauses.is_participle(lows[m + 2])
            for m in range(k, min(last - 2, k + 10))
        )

    def wish(self, report: Statement, first: int, last: int) -> Iterator[Found]:
        """ "hoped that HMCPSI would carry out such a review": a wish that somebody act is a request; "it was hoped to" is a plan."""
        tokens = self.context.tokens
        if not report.speakers and tokens.lows[first : first + 1] == ["to"]:
            yield Found(self.house(), "planned", "hoped-to", (first + 1, last))
            return
        k = first
        while k < last and tokens.lows[k] in _ASIDES and k - first < _CLAUSE:
            k += 1  # "hoped, though, that"
        if self.is_dread(k, last):
            return
        subject = clauses.subject_at(self.context, k, last)
        if subject is not None:
            group = clauses.verb_group(self.context, subject.last, last)
            if (
                group
                and group.modal in {"would", "will", "could", "might", "can", "may"}
                and (not self.is_state(group, last) or tokens.lows[group.head : group.head + 2] == ["able", "to"])
                and tokens.lows[group.head] not in _BEFALLING
            ):
                done = group.be == "be" and clauses.is_participle(tokens.lows[group.head])  # "would be better funded"
                agents = self.by_agent(group.head, last) if done else self.discourse.agents(subject)
                yield Found(agents, "requested", "wish", (group.head, last), no_actor="the wish names nobody")
        elif (named := self._wished(k, last)) is not None:
            yield named
        elif self.modal_passive(k, last):
            yield Found(
                self.side_of(self.other_side(report.speakers)),
                "requested",
                "wish",
                (k, last),
                no_actor="the wish names nobody",
            )

    def _wished(self, k: int, last: int) -> Found | None:
        """ "hoped that the auditors would talk to the keepers": people by a common noun."""
        named = common_agent(self.context, k, last, k)
        group = clauses.verb_group(self.context, named[1], last) if named is not None else None
        if (
            named is None
            or group is None
            or group.head >= last
            or group.be
            or group.modal not in {"would", "will", "might"}
        ):
            return None
        deed = self.context.tokens.lows[group.head]
        if deed in NO_DEEDS or deed in _BEFALLING:
            return None
        crew = CREWS & set(self.context.tokens.lows[k : named[1]])
        actors = (self.discourse.work.doers or self.inspectorates()) if crew else ()
        return Found(actors or (named[0],), "requested", "wish", (group.head, last))

    def object_agents(self, report: Statement, first: int, last: int) -> tuple[str, ...]:
        """Whoever stands before the deed: "asked the Board to …", "that the Registrar should …"."""
        tokens, done = self.context.tokens, 0
        seen_to = tokens.lows[first - 1 : first + 3] == ["see", "to", "it", "that"]  # "asked Mr Rees to see to it that"
        for k in range(max(first - (5 if seen_to else 3), 0), min(last, first + 8)):
            if k < done:
                continue
            if tokens.lows[k] in OBJECTS and k + 1 < last and tokens.lows[k + 1] in {"to", "if", "whether"}:
                return self.discourse.object_pronoun(tokens.lows[k], report.speakers, k)
            subject = clauses.subject_at(self.context, k, last)
            if (
                subject is None
                or subject.last >= last
                or subject.actors[0].word in {"we", "neither", "each"}
                or self.all_of_them(subject)
            ):
                continue
            if subject.actors[0].word == "it" and (asked := self.put_to(k)):
                return asked
            if subject.actors[0].word == "it" and (k > first or tokens.lows[subject.last] != "to"):
                continue
            if k and tokens.lows[k - 1] == "by":  # "was instructed by her Chairman to …"
                done = subject.last
                continue
            if len(subject.actors) > 1 and tokens.lows[subject.last] in _EACH:
                subject = replace(subject, last=subject.last + 1)  # "asked A and B each to write"
            group = self.deed_of(subject, last)
            if group is not None and group.be == "be" and tokens.lows[group.head] in _SERVED:
                continue  # "asked that members be kept informed": of others
            # no "to the next meeting"
            onward = subject.last + 1 < last and tokens.lows[subject.last + 1] not in ARTICLES
            if (tokens.lows[subject.last] == "to" and onward) or (
                group
                and (
                    group.modal in {"should", "would", "could", "might", "will", "can"}
                    or tokens.lows[group.head] == "be"
                    or group.head == subject.last
                )
            ):
                agents = self.other_two(subject, report) or tuple(
                    key
                    for key in self.discourse.agents(subject)
                    if key not in report.speakers or len(report.speakers) > 1
                )
                if agents:
                    return agents
        return ()
