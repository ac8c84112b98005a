"""What somebody is to do, told by a noun: "There is an undertaking from the Trust to …", "From Ms Bell came the offer of …", "Her idea: …".

Comes in: a sentence.  Goes out: what is promised, planned, proposed or asked for, and of whom.  The one idea: the noun says how firmly; whose it is
stands beside it, and what is asked for or proposed is for whoever stands behind "that" or "for".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.commitments.addressees import Addressees
from kg.facts.commitments.found import Found
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.signs import sign
from kg.facts.words import ACTING, ARTICLES, AUXILIARIES, BE, OWNERS, POSSESSIVES
from kg.model import Statement

_NOUNS = ACTING.values("deed-nouns")
_WISHES = frozenset({"proposed", "requested"})
_SOURCES = frozenset({"from", "by", "of"})
_NEW = frozenset({"a", "an", "another", "one", "some"})
_COMING = frozenset({"came", "comes", "was", "is", "arrived"})
_OPENING = frozenset({"to", "that", "of", "for"})
_LEAVING = frozenset({"leaving", "with"})
_NOW = frozenset({"now", "next", "then"})
_WISHED = ACTING.values("wish-nouns")
_CHARGE = frozenset({"responsibility", "responsible", "charge"})
_DECIDING = ACTING.words("deciding")
_SETTLED = frozenset({"agreed", "decided", "acknowledged"})
_SOUGHT = frozenset({"requested", "sought", "required", "demanded"})
_IDEAS = ACTING.words("ideas")
_PREFERENCES = frozenset({"preference", "recommendation", "advice", "wish", "hope"})
_TRIGGERS = sign(_NOUNS.keys() | _PREFERENCES | _SOUGHT | _IDEAS | {"leaving", "with", "it"} | _CHARGE)
_STATED = frozenset({"is", "are", "was", "were", "has", "had"})
_FORETOLD = frozenset({"would", "will"})
_REACH = 6  # tokens
_LONG = 9


class Nominal(Addressees):
    """Reads deeds that a noun, a passive of giving or an infinitive of somebody's own tells."""

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        """What is told so in one sentence."""
        lows = self.context.tokens.lows
        if not line.signs & _TRIGGERS:
            return
        if item := self._from(line):
            yield item
        for k in self.context.showing(_TRIGGERS, line.first, line.last - 1):
            low = lows[k]
            if low in _NOUNS:
                found = (
                    self._there_is(line, k)
                    or self._headed(line, k)
                    or self._doing_of(line, k)
                    or self._put_forward(line, k)
                    or self._was_for(line, k)
                )
            elif low in _LEAVING and lows[k - 1] in {",", "–", "—"}:
                found = self._by_infinitive(line, k)
            elif low == "it" and k + 3 < line.last:
                found = self._is_for(line, k, reports) or self._it_was(line, k)
            elif low in _SOUGHT and lows[k - 1] in BE and lows[k + 1] in {"of", "from"}:
                found = self._sought(line, k)
            elif low in _PREFERENCES:
                found = self._was_for(line, k)
            elif low in _IDEAS:
                found = self._doing_of(line, k)
            elif low in _CHARGE:
                found = self._in_charge(line, k)
            else:
                continue
            if found is not None:
                yield found

    def _there_is(self, line: Line, k: int) -> Found | None:
        """ "There is an undertaking from the Trust to decide it", "there was a proposal by Ms Bell for a survey"."""
        lows = self.context.tokens.lows
        begin = max(line.first, k - _REACH)
        there = "there" in lows[begin : k - 1] and lows[lows.index("there", begin) + 1] in BE
        if not there or "no" in lows[max(line.first, k - 3) : k] or lows[k + 1] not in _SOURCES:
            return None
        giver = clauses.subject_at(self.context, k + 2, line.last)
        if giver is None or giver.last + 1 >= line.last or lows[giver.last] not in _OPENING:
            return None
        return self._told(_NOUNS[lows[k]], self.discourse.agents(giver), giver.last, line.last)

    def _put_forward(self, line: Line, k: int) -> Found | None:
        """ "A suggestion that reviewers be paid met with support", "a plea from Ms Bell that the Trust wait was heard": what is wanted by a noun that opens the sentence."""
        lows, strength = self.context.tokens.lows, _NOUNS[self.context.tokens.lows[k]]
        if strength not in _WISHES or k - line.start > 2 or lows[line.start] not in _NEW:
            return None
        giver = clauses.subject_at(self.context, k + 2, line.last) if lows[k + 1] in _SOURCES else None
        that = giver.last if giver is not None else k + 1
        if lows[that] != "that":
            return None
        return self._told(strength, self.discourse.agents(giver) or self.discourse.speakers, that, line.last)

    def _from(self, line: Line) -> Found | None:
        """ "From Ms Bell came the promise of a model form"."""
        lows = self.context.tokens.lows
        giver = clauses.subject_at(self.context, line.first + 1, line.last) if lows[line.first] == "from" else None
        if giver is None or giver.last + 2 >= line.last or lows[giver.last] not in _COMING:
            return None
        noun = next((m for m in range(giver.last + 1, min(line.last - 1, giver.last + 5)) if lows[m] in _NOUNS), None)
        if noun is None or lows[noun + 1] not in _OPENING:
            return None
        strength = _NOUNS[lows[noun]]
        if lows[noun + 1] == "of" and strength in _WISHES:
            return None  # "a plea of another kind"
        return self._told(strength, self.discourse.agents(giver), noun + 1, line.last)

    def _headed(self, line: Line, k: int) -> Found | None:
        """ "Ms Bell's idea: one list for all ports, kept by the Trust"."""
        tokens = self.context.tokens
        if tokens.words[k + 1] != ":" or k - line.first > _REACH:
            return None
        owner = next(
            (
                actor
                for m in range(line.first, k)
                if (actor := clauses.actor_at(self.context, m, k)) and actor.last == k
            ),
            None,
        )
        if owner is None or not clauses.possessive(self.context, owner):
            return None
        giver, strength = self.discourse.of(owner), _NOUNS[tokens.lows[k]]
        actors = (
            (self.by_agent(k + 1, line.last) or self.meant(giver, k + 2, line.last)) if strength in _WISHES else giver
        )
        return Found(actors, strength, "deed-noun", (k + 2, line.last), no_actor="the text names nobody who would act")

    def _told(self, strength: str, giver: tuple[str, ...], opening: int, last: int) -> Found | None:
        """What a noun of a deed tells whose giver is known, from the word that opens its content."""
        first = opening + 1
        if strength not in _WISHES:
            return Found(giver, strength, "deed-noun", (first, last)) if giver else None
        if self.context.tokens.lows[opening] == "that" and self._auxiliary(first, last) in _STATED:
            return None  # "It was her view that the lamps were dim": what is, not what should be done
        subject = clauses.subject_at(self.context, first, last)
        deed = self.deed_of(subject, last) if subject is not None else None
        undergone = deed is not None and deed.be == "be"  # "that the keepers be consulted"
        asked = self.discourse.agents(subject) if subject is not None and subject.last < last and not undergone else ()
        meant = self.spoken_to(giver, first, last) if strength == "requested" else self.meant(giver, first, last)
        return Found(
            asked or meant, strength, "deed-noun", (first, last), no_actor="the text names nobody who would act"
        )

    def _auxiliary(self, first: int, last: int) -> str:
        """The first auxiliary of a clause, else nothing."""
        return next((low for low in self.context.tokens.lows[first:last] if low in AUXILIARIES), "")

    def _sought(self, line: Line, k: int) -> Found | None:
        """ "Further papers had been requested of the Trust, to arrive within two weeks": what was asked before only for a day to come."""
        lows = self.context.tokens.lows
        asked = clauses.subject_at(self.context, k + 2, line.last)
        past = "had" in lows[max(line.first, k - 3) : k]
        if asked is None or (past and due_in(self.context, line, (k, line.last)).end is None):
            return None
        return Found(self.discourse.agents(asked), "requested", "sought-of", (line.first, line.last))

    def _doing_of(self, line: Line, k: int) -> Found | None:
        """ "The possibility was discussed of the Trust lending it a van": a doing of somebody that is talked of."""
        lows = self.context.tokens.lows
        at = next((m for m in range(k + 1, min(line.last - 2, k + _REACH)) if lows[m] == "of"), None)
        doer = clauses.subject_at(self.context, at + 1, line.last) if at is not None else None
        if (
            doer is None
            or doer.last >= line.last
            or not lows[doer.last].endswith("ing")
            or lows[doer.last] == "meeting"
        ):
            return None
        return Found(self.discourse.agents(doer), "proposed", "doing-of", (doer.last, line.last))

    def _by_infinitive(self, line: Line, k: int) -> Found | None:
        """ "…, leaving the Trust to train those who use them", "…, with the Council to lead"."""
        lows = self.context.tokens.lows
        subject = clauses.subject_at(self.context, k + 1, line.last)
        if subject is None or subject.last + 1 >= line.last or lows[subject.last] != "to":
            return None
        deed = subject.last + 1
        if lows[deed] in ARTICLES or not self.context.tokens.words[deed].islower() or deed in self.context.mention_at:
            return None
        return Found(self.discourse.agents(subject), "committed", "by-infinitive", (deed, line.last))

    def _is_for(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """ "accepted that it was now for the Council to tell them": whose turn it is."""
        lows = self.context.tokens.lows
        after = k + 2 + (lows[k + 2] in _NOW)
        settled = after > k + 2 or any(report.act in _SETTLED for report in reports)
        thought = bool(reports) and reports[0].act == "opined" and not settled
        if lows[k + 1] not in BE or lows[after] != "for" or not (settled or thought):
            return None
        subject = clauses.subject_at(self.context, after + 1, line.last)
        if subject is None or subject.last + 1 >= line.last or lows[subject.last] != "to":
            return None
        agents = self.discourse.agents(subject)
        if thought and (
            _DECIDING & set(lows[subject.last + 1 : subject.last + 3]) or set(agents) & set(reports[0].speakers)
        ):
            return None  # "thought that it was for ministers to decide" asks nobody
        return Found(agents, "requested" if thought else "planned", "it-is-for", (subject.last + 1, line.last))

    def _it_was(self, line: Line, k: int) -> Found | None:
        """ "It was Mr Stone's counsel that a note be drawn up", "it is her wish that the forum be consulted"."""
        lows = self.context.tokens.lows
        owner = clauses.actor_at(self.context, k + 2, line.last) if lows[k + 1] in BE else None
        own = lows[k + 2] in OWNERS
        if not own and (owner is None or not clauses.possessive(self.context, owner)):
            return None
        noun = k + 3 if own or owner is None else owner.last
        if lows[noun] not in _WISHED or lows[noun + 1] != "that":
            return None
        if _WISHED[lows[noun]] == "proposed" and self._auxiliary(noun + 2, line.last) in _FORETOLD:
            return None  # "It was her view that cover would not come back by itself": what will be
        giver = self.discourse.pronoun(OWNERS[lows[k + 2]]) if own or owner is None else self.discourse.of(owner)
        return self._told(_WISHED[lows[noun]], giver, noun + 1, line.last)

    def _was_for(self, line: Line, k: int) -> Found | None:
        """ "Her proposal was for a short note from both bodies", "the Trust's preference is for the Council to lead"."""
        lows = self.context.tokens.lows
        if lows[k + 1] not in BE or lows[k + 2] != "for" or k + 4 >= line.last or k - line.start > _REACH:
            return None
        begin = max(line.first, k - _REACH)
        owners = (clauses.actor_at(self.context, m, k) for m in range(begin, k))
        owner = next((one for one in owners if one is not None and one.last == k), None)
        own = lows[k - 1] in POSSESSIVES
        if not own and (owner is None or not clauses.possessive(self.context, owner)):
            return None
        giver = self.discourse.pronoun(OWNERS[lows[k - 1]]) if own or owner is None else self.discourse.of(owner)
        asked = clauses.subject_at(self.context, k + 3, line.last)
        strength = "requested" if _NOUNS.get(lows[k]) == "requested" else "proposed"
        if asked is not None and lows[asked.last] == "to":
            return Found(self.discourse.agents(asked), strength, "deed-noun", (asked.last + 1, line.last))
        actors = self.from_whom(k + 3, line.last, reach=_LONG) or self.meant(giver, k + 3, line.last)
        return Found(actors, strength, "deed-noun", (k + 3, line.last), no_actor="the text names nobody who would act")

    def _in_charge(self, line: Line, k: int) -> Found | None:
        """ "A trial until June, for which the Trust and the Council take joint responsibility"; no standing duty."""
        lows = self.context.tokens.lows
        which = next((m for m in range(k - 1, line.first, -1) if lows[m] == "which" and lows[m - 1] == "for"), None)
        subject = clauses.subject_at(self.context, which + 1, k) if which is not None else None
        if which is None or subject is None or not 0 < k - subject.last < _REACH:
            return None
        if due_in(self.context, line, (line.first, which)).end is None:
            return None
        return Found(self.discourse.agents(subject), "planned", "in-charge", (line.first, line.last))
