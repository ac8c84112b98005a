"""Whom a verb of relationship reaches: the bodies behind it, or behind the "by" of its passive.

Comes in: the token behind a verb.  Goes out: a :class:`Party`, or ``None``.  The one idea: the other body stands at once behind the verb, or
behind "of" and "including" in its phrase where the verb is one of inspecting; another preposition ends the search.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.inspections.groups import Group, skipped
from kg.facts.relations.beginnings import Beginnings
from kg.facts.relations.party import BEFORE, Party
from kg.facts.words import ARTICLES, AUXILIARIES
from kg.lexicon.lists import lists
from kg.lexicon.relations import Phrase

_REACH = {"inspects": 24, "worksWith": 9}
_ENDS = frozenset({".", ";", ":", "?", "(", "–", "—"})
_ON = frozenset("with jointly for on under because as to from alongside after before when while which that who whose in by at during and but although where until since through".split())  # fmt: skip
_DONE = frozenset(
    {"out", "done", "provided", "run", "made", "delivered", "managed", "undertaken", "performed", "given"}
)
_MATTER = 6  # tokens
_PLACED = frozenset({"at", "within", "by"})
_DEEDS = lists("relating").words("what-bodies-do")
_ABOUT = frozenset({"under", "for", "as", "towards", "regarding", "concerning"})
_TAKEN = frozenset({"takes-over", "carries-on"})  # said of what a body did, and not of itself
_BODIES_ALONE = _TAKEN | {"joins"}  # said of bodies that a name explains
_BODY_NOUNS = lists("relating").words("body-nouns")
_PLURALS = lists("relating").words("plural-bodies")
_GIFTS = lists("relating").words("gifts")  # "runs it with a grant from the Fund"
_AMONG = frozenset({"among", "amongst"})
_WHOLES = lists("relating").words("wholes")
_OF_A_CLAUSE = frozenset({"which", "how", "both", "where", "that"})  # "of the way in which A and B train their crews"
_GOES_ON = frozenset({"including", "among", "notably", "such", "like", "of", "amongst"})
_WITH_OTHERS = frozenset({"and", "at", "in", "from"})


@dataclass(slots=True)
class Objects(Beginnings):
    """Finds the objects of one line."""

    def after(self, end: int, phrase: Phrase) -> Party | None:
        """The bodies behind a verb."""
        tokens = self.scene.context.tokens
        end = self._begins(end, phrase)
        end += tokens.lows[end] == "both" and tokens.words[end + 1][0].isupper()
        if tokens.lows[end] == "no":
            return None  # "inspects no hospital, Leeds Infirmary included"
        if tokens.lows[end] == "not" and tokens.lows[end + 1] in {"only", "just", "merely"}:
            return self._not_only(end + 2)
        if spelt := self._spelt_out(end):
            return spelt
        if phrase.predicate == "inspects" and tokens.lows[end] == "there":
            keys = self.scene.parties.phrases.pronouns.told_before()
            return Party(keys, end, end + 1) if keys else None
        if phrase.predicate in {"inspects", "oversees"} and (
            many := self._many_before(end) or self._where(end, phrase)
        ):
            return many
        goes_on, k, limit = False, end, self._limit(end, phrase)
        while k < limit:
            low = tokens.lows[k]
            if phrase.predicate == "inspects" and low == "by" and tokens.lows[k - 1] in _DONE:
                k += 1  # "inspects the work carried out by the Service"
                continue
            if tokens.words[k] in _ENDS or (phrase.predicate == "worksWith" and low in _GIFTS):
                return None
            if low in _ON and not (phrase.predicate == "worksWith" and low in _WITH_OTHERS and k > end):
                return self._list_behind(k) if phrase.predicate == "inspects" else None
            if low in _GOES_ON:
                goes_on = True
            elif found := self._reached(k, straight=k == end and tokens.lows[k - 1] not in _OF_A_CLAUSE):
                return self._taken(found, phrase, straight=goes_on or k == end)
            elif unknown := self._unknown(phrase, k, end):
                return unknown
            elif phrase.predicate not in _REACH and low not in BEFORE and not low.endswith("ly"):
                return None
            k += 1
        return None

    def _reached(self, k: int, *, straight: bool) -> Party | None:
        """The bodies listed from a token on; right behind the verb none that opens another clause."""
        parties, last = self.scene.parties, self.scene.line.last
        return parties.reached(k, last) if straight else parties.listed(k, last)

    def instead(self, others: Party) -> Party | None:
        """ "replaced the Board with the Agency": what takes the place of the others, a party without a body where no name tells."""
        tokens, with_ = self.scene.context.tokens, others.last
        if with_ + 1 >= self.scene.line.last or tokens.lows[with_] not in {"with", "by"}:
            return None
        found = self.scene.parties.named(with_ + 1, self.scene.line.last)
        return found if found is not None and not found.person and not found.head else Party((), with_, with_ + 1)

    def _not_only(self, k: int) -> Party | None:
        """ "inspects not only adult prisons but also the Youth Service": the bodies on both sides of "but"."""
        tokens, parties = self.scene.context.tokens, self.scene.parties
        but = next((m for m in range(k, min(self.scene.line.last - 1, k + 14)) if tokens.lows[m] == "but"), -1)
        if but < 0 or {";", ":"} & set(tokens.words[k:but]):
            return None
        behind = parties.listed(but + 1 + (tokens.lows[but + 1] == "also"), self.scene.line.last)
        found = [one for one in (parties.listed(k, but), behind) if one is not None and not one.head and not one.person]
        keys = tuple(dict.fromkeys(key for one in found for key in one.keys))
        return Party(keys, found[0].first, found[-1].last) if keys else None

    def inside(self, k: int, end: int, phrase: Phrase) -> Party | None:
        """The body within a phrase with a gap: "holds the Agency to account"."""
        if phrase.predicate != "oversees" or phrase.rest[:1] != ("…",) or phrase.turned:
            return None
        found = self.scene.parties.listed(k + 1, end) or self.scene.parties.capitals.at(k + 1, end)
        return found if found is None or not (found.head or found.person) else None

    def _spelt_out(self, k: int) -> Party | None:
        """ "two regulators, Ofwat and NRW", "a joint committee, the Parks Committee,": those whom a noun stands for."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        if tokens.lows[k] in {"a", "an", "another"}:
            return self._one_spelt_out(k + 1)
        for m in range(k, min(last - 2, k + 4)):
            plural = tokens.lows[m] in _PLURALS or tokens.lows[m] in self.scene.words.parts
            if plural and tokens.words[m + 1] in {",", ":", "(", "–", "-"}:
                found = self.scene.parties.named(m + 2 + (tokens.lows[m + 2] in {"namely", "both"}), last)
                return found if found is not None and len(found.keys) > 1 and not found.person else None
            if not tokens.lows[m][0].isalpha() or self.scene.context.within_name(m):
                return None
        return None

    def _one_spelt_out(self, k: int) -> Party | None:
        """Behind "a": the noun of a body, a comma and its name, which another comma or the end of the sentence closes."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        for m in range(k, min(last - 2, k + 4)):
            noun = tokens.words[m] in self.scene.words.kinds or tokens.words[m] in _BODY_NOUNS
            if noun and tokens.words[m + 1] in {",", "("}:
                found = self.scene.parties.named(m + 2, last)
                closed = found is not None and (found.last >= last or not tokens.lows[found.last][0].isalpha())
                return found if found is not None and closed and not (found.person or found.head) else None
            if not tokens.lows[m][0].isalpha() or self.scene.context.within_name(m):
                return None
        return None

    def _limit(self, end: int, phrase: Phrase) -> int:
        """How far behind a verb its object may begin."""
        near = (phrase.name == "succeeded-by" and not phrase.rest) or phrase.rest[:1] == ("on",)
        near = near or phrase.rest[-2:] == ("audit", "of")
        reach = 2 if near else _REACH.get(phrase.predicate, 4)
        return min(self.scene.line.last, end + reach)

    def _unknown(self, phrase: Phrase, k: int, end: int) -> Party | None:
        """Capitals that no name explains, where only a body can stand; one word alone where it can only have come before or after."""
        last, parties = self.scene.line.last, self.scene.parties
        if phrase.name in _BODIES_ALONE or phrase.loose or phrase.rest[-2:] == ("audit", "of"):
            return None
        straight = k == end or (k == end + 1 and self.scene.context.tokens.lows[end] == "the")
        if not straight and phrase.predicate not in {"succeeds", "subOrganizationOf"}:
            return None
        one = phrase.predicate == "succeeds" and bool(phrase.rest)
        found = parties.unknowns(k, last) or (parties.capitals.single(k, last) if one else None)
        person = phrase.predicate == "worksWith" and found and parties.capitals.is_person(found)
        return None if person else found

    def _where(self, end: int, phrase: Phrase) -> Party | None:
        """ "oversees the handling of complaints at the Trust", "regulates training within the Service": where what a body does is watched over."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        m = next((m for m in range(end + 1, min(last - 1, end + _MATTER)) if tokens.lows[m] in _PLACED), 0)
        deeds = tokens.lows[end:m] if phrase.name == "oversees" and not phrase.rest else []
        if (
            not deeds
            or not all(map(str.islower, tokens.words[end:m]))
            or not deeds[0].isalpha()
            or _DEEDS.isdisjoint(deeds)
        ):
            return None
        found = self.scene.parties.listed(m + 1, last)
        return found if found is not None and not found.head and not found.person else None

    def _list_behind(self, k: int) -> Party | None:
        """ "inspects prisons in Wales, among them HMP Usk": behind "including" in the rest of the clause."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        for m in range(k, min(last, k + 14)):
            if tokens.words[m] in {".", ";"}:
                return None
            if tokens.lows[m] in {"including", "among", "notably"}:
                n = m + 1 + (tokens.lows[m + 1 : m + 2] == ["them"])
                return next(
                    (
                        party
                        for x in range(n, min(last, n + 6))
                        if tokens.words[x] not in _ENDS and (party := self.scene.parties.listed(x, last))
                    ),
                    None,
                )
        return None

    def _taken(self, found: Party, phrase: Phrase, *, straight: bool) -> Party | None:
        """The bodies, where what is meant of theirs fits the verb."""
        if found.head and phrase.predicate == "succeeds" and (section := self._section(found)):
            return section
        if phrase.name == "part-of" and self._is_unit(found):
            return Party(found.keys, found.first, found.last)  # "part of the Board's nursing directorate"
        if not found.head:
            if phrase.name in _TAKEN:
                return None
            return found if straight or phrase.predicate != "oversees" else None
        if phrase.predicate == "inspects" or (
            phrase.name == "oversees" and found.head in self.scene.words.lists["conduct"]
        ):
            return found
        if phrase.name == "carries-on":
            return found if found.head in self.scene.words.lists["functions"] and self._ended(found.first) else None
        if phrase.name == "takes-over" and self._is_own(found):
            return None
        if phrase.name == "takes-over":
            papers = found.head in {"files", "records", "cases", "archive", "archives"} and self._ended(found.first)
            return found if papers or found.head in self.scene.words.lists["functions"] | {"homes", "staff"} else None
        staff = self.scene.words.lists["staff"]
        return found if phrase.predicate == "worksWith" and found.head in staff | {"office", "?"} else None

    def _is_own(self, found: Party) -> bool:
        """ "before the Board acquired its duties in respect of ferries": the Board's own, as what they are about tells."""
        lows, k = self.scene.context.tokens.lows, found.last
        about = lows[k] in _ABOUT or lows[k : k + 2] in (["in", "respect"], ["in", "relation"])
        return about and lows[found.first] == "its" and lows[found.first - 1] != "over"

    def _is_unit(self, found: Party) -> bool:
        """ "(part of) the Board's operations directorate", "its own staff": is what is meant of theirs a part of theirs?"""
        lows, units = self.scene.context.tokens.lows, self.scene.words.parts | self.scene.words.lists["staff"] | _WHOLES
        return bool(found.head) and (
            found.head in units or (found.last < self.scene.line.last and lows[found.last] in units)
        )

    def _section(self, found: Party) -> Party | None:
        """ "the Council's former Audit Section": a body of theirs that capitals name behind the genitive."""
        tokens = self.scene.context.tokens
        opens = next((m for m in range(found.first, found.last) if tokens.lows[m].endswith(("'s", "s'"))), -1)
        opens += 1 + (tokens.lows[opens + 1 : opens + 2] in (["former"], ["old"], ["own"], ["erstwhile"]))
        return self.scene.parties.capitals.at(opens, self.scene.line.last) if opens > 0 else None

    def _ended(self, k: int) -> bool:
        """Does the sentence say, before a token, that somebody is no more?"""
        lows, ended = self.scene.context.tokens.lows, self.scene.words.lists["ended"]
        return any(lows[m] in ended and lows[m + 1] not in BEFORE for m in range(self.scene.line.first, k - 1))

    # ── passives ─────────────────────────────────────────────────────────────────────────────────────────────────

    def reduced(self, group: Group) -> bool:
        """ "X, replaced in 2012 by Y,": a participle behind the name, without its auxiliary."""
        context = self.scene.context
        lows, words = context.tokens.lows, context.tokens.words
        if group.first != group.head or not clauses.is_participle(lows[group.head]):
            return False
        if lows[group.head + 1] in ARTICLES or self._by(group.head + 1) < 0:
            return False  # "hosted a visit by"
        opens = self.opening(group.first)
        apart = words[opens - 1] in {",", "(", ":", "–"} or self.scene.befores.before_one_of(opens) is not None
        apart = apart or not _AMONG.isdisjoint(lows[max(self.scene.line.first, opens - 5) : opens])
        return apart or self.scene.parties.ending(opens, self.scene.line.first) is not None

    def opening(self, k: int) -> int:
        """The token that opens a participle's phrase: its first adverb ("last inspected by", "since replaced by")."""
        lows = self.scene.context.tokens.lows
        while k > self.scene.line.first and (
            skipped(lows[k - 1]) or lows[k - 1] in {"since", "%"} or lows[k - 1].rstrip("%").isdigit()
        ):
            k -= 1
        body = lows[k - 1] in self.scene.words.kinds or lows[k - 1] in _BODY_NOUNS
        near = next((m for m in (k - 2, k - 3, k - 4) if lows[m] in {"a", "an", "the", "another"}), -1) if body else -1
        if near > self.scene.line.first and self.scene.context.tokens.words[near - 1] in {",", "("}:
            k = near  # "Witness Care, a charity sponsored by the Department,"
        return k

    def agents(self, end: int) -> Party | None:
        """The bodies behind the "by" of a passive."""
        by = self._by(end)
        if by < 0:
            return None
        first = self._past_shared(by + 1)
        lows = self.scene.context.tokens.lows
        if lows[first : first + 2] == ["inspectors", "from"]:
            first += 2
        found = self._spelt_out(first) or self.scene.parties.listed(first, self.scene.line.last)
        return found if found is not None and not found.person and found.keys else None

    def _by(self, end: int) -> int:
        tokens = self.scene.context.tokens
        for m in range(end, min(self.scene.line.last, end + 12)):
            if tokens.lows[m] == "by":
                return m
            if tokens.words[m] in _ENDS or tokens.lows[m] in AUXILIARIES:
                return -1
        return -1
