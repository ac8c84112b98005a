"""Commitments by the words that bind: "undertook to …", "asked the Board to …", "was not prepared to …".

Comes in: a verb group and the agents of its subject.  Goes out: who is bound to what, and how firmly.  The one idea: the pattern
(``data/lexicon/bonds.ttl``) says whom it binds; a pattern whose action is a saying ("declined to comment") binds nobody.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.found import Found
from kg.facts.commitments.matching import Match, Matching
from kg.facts.commitments.modals import keeps_silent
from kg.facts.words import ACTING, INTAKES, LEAVES, OBJECTS, SAYINGS, STATES
from kg.lexicon import Bond
from kg.lexicon.lists import lists

_ABLE = frozenset({"be able to", "be unable to"})
_WORDS_GIVEN = frozenset({"give", "promise", "offer"})
_LEANINGS = frozenset(f"be {word} to" for word in ACTING.words("minded") | {"keen"})
_PLEASURES = INTAKES - {"agree", "support", "accept", "endorse"}
_NUMBERS = lists("inspecting").words("numbers")
_CHARGED = ACTING.words("charged")
_PROMISES = ACTING.words("promises")
_THOUGHTS = ACTING.words("thoughts")
_SUFFERED = ACTING.words("suffered")
_EXPECTS_TO_BE = ACTING.words("expects-to-be")
_HABITUALLY = ACTING.words("habitually")


class Bonds(Matching):
    """Reads the patterns that bind."""

    def read(self, group: VerbGroup, agents: tuple[str, ...], last: int) -> Found | None:
        """What a verb group binds somebody to, or ``None``; ``agents`` are those of its subject."""
        found = self.matched(group, last)
        if found is None:
            return None
        bond = found.bond
        strength = bond.negated if group.negated else bond.strength or None
        if strength == "unlikely" and bond.base.startswith("be ") and group.modal == "would":
            return None
        if group.be == "be" and not group.modal and self.context.tokens.lows[group.head] in _CHARGED:
            strength = "committed"  # "that the Secretary be instructed to"
        if (
            strength is None
            or (strength == "requested" and not group.modal and self.context.tokens.lows[group.head - 1] in _HABITUALLY)
            or self._binds_nobody(bond, strength, found.action, last)
            or self._is_worry(bond, group, last)
            or self._is_custom(group)
        ):
            return None
        actors = self._bound(group, found, agents, last)
        if bond.base.startswith("prefer") and bond.binds == "object" and not actors:
            return None  # "would prefer a visit to a letter"
        if bond.binds == "nobody":
            actors = ()
        elif not actors and (
            bond.binds == "subject"
            or self._is_being(found.action, last)
            or (bond.base == "leave with *" and not group.modal)
        ):
            return None  # "was left with a deficit"
        if bond.binds == "subject" and strength == "committed":
            asked = self.bidding(found.action, last, "called-upon")  # "resolved to call upon the Trust to settle"
            if asked is not None:
                return asked
        action = found.action if self.context.tokens.words[min(found.action, last - 1)][0].isalnum() else group.head
        status = "unlikely" if strength == "unlikely" else None
        return Found(
            actors,
            strength,
            f"binding-{bond.binds}",
            (action, last),
            status=status,
            no_actor="the text names nobody",
        )

    def _bound(self, group: VerbGroup, found: Match, agents: tuple[str, ...], last: int) -> tuple[str, ...]:
        if found.bond.binds == "subject":
            others = self.by_agent(group.head, last) if found.bond.base in {"rule out", "turn down"} else ()
            others = others or self.complement(found.action, last)
            return others or agents
        if found.bond.binds == "other":
            subject = clauses.subject_at(self.context, found.action, last)
            named = self.discourse.agents(subject) if subject is not None and subject.last < last else ()
            if named and not set(named) & set(agents):
                return named
            if whose := self.whose(found.action, last):
                return whose
            # "has asked to see the scope": of somebody before the meeting
            return () if group.perfect else self.spoken_to(agents, group.head, last)
        if found.bound is None:
            return (*agents, *self._along(group.head, found.action, agents)) if group.be else ()
        first, end = found.bound
        low = self.context.tokens.lows[first]
        if low == "it":  # "would prefer it to be nearer the town": a thing
            return () if found.bond.base.startswith("prefer") else self.discourse.pronoun("it")
        if low in OBJECTS:
            return self.discourse.object_pronoun(low, agents, first)
        subject = clauses.subject_at(self.context, first, end + 1)
        return self.discourse.agents(subject) if subject is not None else ()

    def _along(self, first: int, last: int, agents: tuple[str, ...]) -> tuple[str, ...]:
        """ "was asked, with Ms Bell, to …": with whom."""
        lows = self.context.tokens.lows
        if not agents or lows[first + 1 : first + 3] != [",", "with"]:
            return ()
        return tuple(
            k for k in self.discourse.agents(clauses.subject_at(self.context, first + 3, last)) if k not in agents
        )

    def _is_being(self, i: int, last: int) -> bool:
        """ "to be less of a mystery", "(expected it) to be unqualified": a state, no deed."""
        lows = self.context.tokens.lows
        being = lows[i : i + 1] == ["be"] and i + 1 < last
        return being and (not clauses.is_participle(lows[i + 1]) or lows[i + 1] in STATES)

    def _is_counted(self, i: int) -> bool:
        """Is it a number of things that was refused: what has been?"""
        word = self.context.tokens.lows[i]
        return word.isdigit() or word in _NUMBERS

    def _of_past(self, i: int, last: int) -> bool:
        """ "sought an assurance that she had been told", "that it is now checked": of what has been or is, not of what will be."""
        lows = set(self.context.tokens.lows[i:last])
        return (
            bool({"had", "was", "were", "is", "are", "has", "have"} & lows)
            and not {"would", "will", "should", "could"} & lows
        )

    def _of_what_is(self, i: int, last: int) -> bool:
        """Does "that" open the clause, and does it tell of what has been or is?"""
        lows = self.context.tokens.lows
        told = lows[i] == "that" or lows[i - 1] == "that"
        return told and self._of_past(i, last)

    def _without_promise(self, i: int, last: int) -> bool:
        """ "saw the case for it but made no promise": what is liked is not even proposed."""
        lows = self.context.tokens.lows
        return any(lows[k] == "no" and lows[k + 1] in _PROMISES for k in range(i, last - 1))

    def _is_worry(self, bond: Bond, group: VerbGroup, last: int) -> bool:
        """ "was anxious that fees should not rise again"."""
        return bond.base.startswith("be anxious") and self.is_feared(group.head + 2, last)

    def _is_custom(self, group: VerbGroup) -> bool:
        """ "Registry staff are told to keep off": what is always so."""
        lows = self.context.tokens.lows
        return lows[group.head] == "told" and lows[group.first] in {"is", "are"} and not group.progressive

    def _is_mere_inability(self, bond: Bond, deed: str, i: int, last: int) -> bool:
        """ "was not able to give a figure", "to send it but will ask", "unable to attend": words, what comes of it is told behind, or nothing refused."""
        lows = self.context.tokens.lows
        if bond.base == "be able to" and (deed in _WORDS_GIVEN or "but" in lows[i:last]):
            return True
        return "be" not in lows[i - 3 : i] and (
            deed in _PLEASURES or not _THOUGHTS.isdisjoint(lows[i : min(last, i + 5)])
        )

    def _binds_nobody(self, bond: Bond, strength: str, i: int, last: int) -> bool:
        if bond.binds == "other" and (
            self.asks_for_words(i, last) or (bond.base.endswith("that") and self._of_past(i, last))
        ):
            return True
        if bond.binds == "subject" and strength == "committed" and self._of_what_is(i, last):
            return True  # "gave an assurance that the cameras had been switched off"
        if bond.after[-1:] == ("for",) and self.asks_for_words(i, last):
            return True
        if bond.binds == "nobody" and self._without_promise(i, last):
            return True
        if bond.base == "turn down" and self._is_counted(i):
            return True  # "received eleven bids and turned down three"
        if "notice" in bond.base and self._is_counted(i):
            return True  # "gave notice of two pieces of work": each is told next
        if bond.base == "expect to" and self.deed(i, last) in _SUFFERED:
            return True  # "expected to lose their posts"
        if bond.base == "expect to" and self.context.tokens.lows[i] == "be" and self.deed(i, last) in _EXPECTS_TO_BE:
            return True
        if "wish" in bond.base and self.context.tokens.lows[i : i + 1] == ["be"]:
            return True  # "had no wish to be caught out"
        deed, before = self.deed(i, last), self.context.tokens.lows[i - 2 : i]
        if strength == "requested" and bond.binds == "object" and before[0] in LEAVES and before[1] == "to":
            return True  # "asked for time to consult the owner"
        if bond.base == "invite * to" and self.is_at_once(i, last):
            return True
        told = deed in SAYINGS and not (strength == "requested" and self.is_by_then(i, last))
        told = told and not (
            strength == "unlikely" and not bond.copula and keeps_silent(self.context.tokens.lows, i, last)
        )
        if told or (strength == "requested" and self.is_formality(i, last)):
            return True
        if bond.base in _ABLE and (bond.base == "be able to" or "be" not in self.context.tokens.lows[i - 3 : i]):
            return self._is_mere_inability(bond, deed, i, last)
        firm = bond.strength == "committed" or bond.base in _LEANINGS
        return bond.copula and strength != "unlikely" and firm and deed in INTAKES
