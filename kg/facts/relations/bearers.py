"""Who bears a role: "Ofwat is the regulator of", "Ofwat, the regulator of", "its predecessor, the Board".

Comes in: where the phrase of a role begins or ends.  Goes out: a :class:`Party`, or ``None``.  The one idea: a form of be, a comma or a bracket
stands between a body and what it is to another, on whichever side.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.clauses import main_start
from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.owners import CARRIES, Placed
from kg.facts.relations.party import Party
from kg.facts.relations.pronouns import is_apposed
from kg.facts.words import BE
from kg.lexicon.lists import lists
from kg.mentions.words import MONTHS

_LEAVINGS = lists("relating").words("leavings")
_DATE, _TIMES = 6, lists("relating").words("times") | MONTHS  # how many tokens one has, and of which words
_NOW = frozenset({"now", "still", "also"})
YET = frozenset({"though", "although", "while", "albeit", "itself", "still", "themselves"})
_FOUNDED = frozenset({"set", "established", "constituted", "founded", "created", "formed", "launched", "reconstituted"})


@dataclass(slots=True)
class Bearers(Placed):
    """Finds the bearers of one line."""

    def pointed_at(self, first: int, owner: Party) -> Party | None:
        """ "This unit of the Agency …": what the sentence before told of."""
        if self.scene.context.tokens.lows[first] != "this":
            return None
        keys = tuple(key for key in self.scene.parties.phrases.pronouns.told_before() if key not in owner.keys)
        return Party(keys, first, first + 1) if keys else None

    def is_apposed_behind(self, k: int) -> bool:
        """ "The economic regulator of the Company, Ofwat, was …": does a name between commas stand behind?  And "An agency of the Ministry, it was …"."""
        words, party = self.scene.context.tokens.words, None
        if k + 1 < self.scene.line.last and is_apposed(self.scene.context, self.scene.line, k + 1):
            return words[k + 1] == "it" or self.scene.parties.named(k + 1, self.scene.line.last) is not None
        if k + 1 < self.scene.line.last and words[k] == ",":
            party = self.scene.parties.named(k + 1, self.scene.line.last)
        return party is not None and not party.several and words[party.last] == ","

    def behind(self, k: int) -> Party | None:
        """ ", the Liaison Group," or the name right behind."""
        words = self.scene.context.tokens.words
        if words[k : k + 1] in (["for"], ["in"], ["on"]):
            k = next((m for m in range(k + 1, min(self.scene.line.last, k + 5)) if words[m] == ","), k)
        k += words[k : k + 1] in ([","], ["("], [":"], ["at"])
        if k < self.scene.line.last and words[k] == "it" and is_apposed(self.scene.context, self.scene.line, k):
            return Party(self.scene.parties.phrases.pronouns.it(k), k, k + 1)
        return self.scene.parties.named(k, self.scene.line.last) if k < self.scene.line.last else None

    def before(self, first: int, *, of: bool) -> Party | None:
        """ "Ofwat, the regulator of …", "Ofwat is the regulator of …"."""
        tokens, line = self.scene.context.tokens, self.scene.line
        first -= 2 * (tokens.lows[max(0, first - 2) : first] == ["one", "of"])
        if first <= line.first:
            return None
        first -= tokens.lows[first - 1] in {"among", "amongst"}
        low = tokens.lows[first - 1]
        if low == "," and (opens := self._be_aside(first - 1)):
            before = self.scene.befores.of(opens)
            return before.party if before else None
        end = next((m for m in range(first, line.last) if not tokens.words[m][0].isalpha()), line.last)
        if low in {",", "("} and (of or tokens.lows[first] != "its" or self.behind(end) is None):
            return self._appositive(first) or self._since_leaving(first)
        if low == "and" and (opens := self._second_of_two(first)):
            return self._appositive(opens + 1)
        if low in {"–", "—", ":", "="} and of:
            return self.scene.parties.ending(first - 1, line.first)
        if tokens.lows[first] in _NOW and self.scene.context.within_name(first - 1):
            return self.scene.parties.ending(first, line.first)  # "Trust now a branch of"
        if low in YET and tokens.words[first - 2] == ",":
            return self._appositive(first - 1)
        if low not in CARRIES:
            return None
        if low in {"as", "being"} and first - 1 == self.scene.line.first:
            return None  # "As the sponsor of the Agency the Department …"
        if low == "being" and self.scene.context.tokens.words[first - 2] == ",":
            return self._appositive(first - 1)  # "the Appeals Panel, being a committee of the Board"
        if low == "as":
            first = self._before_founding(first)
        group = group_at(self.scene.context, first if low in BE else first - 1, line.first)
        if group.negated or group.tense is Tense.OPEN:
            return None
        before = self.scene.befores.of(min(group.first, first - 1))
        return before.party if before else self._capitals(min(group.first, first - 1))

    def _capitals(self, verb: int) -> Party | None:
        """Names that nothing explains before a verb, or before the "which" that stands for them."""
        words, befores = self.scene.context.tokens, self.scene.befores
        end = befores.before_like(verb) or verb
        if words.lows[end - 1] in {"which", "who"}:
            end -= 2 if words.words[end - 2] == "," else 1
        capitals = self.scene.parties.capitals
        return capitals.ending(end) or capitals.single_ending(end)

    def _before_founding(self, first: int) -> int:
        """ "has been set up as a committee": the token behind the verb that "as" belongs to."""
        lows, verb = self.scene.context.tokens.lows, self._before_date(first - 2)
        verb -= lows[verb] == "up"
        return verb + 1 if lows[verb] in _FOUNDED else first

    def _before_date(self, k: int) -> int:
        """The token before "on 1 April 2015", "in May" or "last year" that ends at one."""
        lows, m = self.scene.context.tokens.lows, k
        while m > self.scene.line.first and k - m < _DATE and (lows[m] in _TIMES or lows[m].isdigit()):
            m -= 1
        return m

    def _be_aside(self, closing: int) -> int | None:
        """ "is, in the language of the Act, an agency": the form of be before an aside."""
        tokens = self.scene.context.tokens
        for m in range(closing - 1, max(self.scene.line.first, closing - 14), -1):
            if tokens.words[m] == ",":
                return m - 1 if tokens.lows[m - 1] in BE else None
        return None

    def _since_leaving(self, first: int) -> Party | None:
        """ "Bangor Labs left the Agency in May, now a unit of …": whoever went from one body to another."""
        scene, tokens = self.scene, self.scene.context.tokens
        if tokens.lows[first] not in _NOW or not _LEAVINGS & set(tokens.lows[scene.line.first : first]):
            return None
        opens, capitals = main_start(scene.context, scene.line.first, first), scene.parties.capitals
        found = scene.parties.at(opens, first) or capitals.at(opens, first) or capitals.single(opens, first)
        return found if found is not None and tokens.lows[found.last] in _LEAVINGS | {"has", "had"} else None

    def _second_of_two(self, first: int) -> int | None:
        """ "X, successor to Y and now a division of Z,": the comma that opens what X is."""
        tokens, line = self.scene.context.tokens, self.scene.line
        if tokens.lows[first] not in _NOW:
            return None
        opens = next((m for m in range(first - 2, max(line.first, first - 14), -1) if tokens.words[m] == ","), -1)
        if opens < 0 or self.scene.context.within_name(opens + 1):
            return None
        role = next(self.scene.words.roles.at(tokens, opens + 1, line.last), None)
        return opens if role is not None or tokens.lows[opens + 1] in {"a", "an", "the", "once", "formerly"} else None

    def _appositive(self, first: int) -> Party | None:
        """ "The Agency, an arm of …": the name right before the comma."""
        parties = self.scene.parties
        return parties.ending(first - 1, self.scene.line.first) or parties.capitals.ending(first - 1)

    def behind_be(self, k: int) -> Party | None:
        """ "The parent body of Lagan Homes is the Ulster Homes Group"."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        k = self._past_matter(k)
        k += lows[k : k + 2] in (["has", "been"], ["had", "been"], ["have", "been"])
        if k + 1 >= last or lows[k] not in {"is", "was", "are", "were", "remains", "been"}:
            return None
        return self.scene.parties.named(k + 1, last) or self.scene.parties.capitals.single(k + 1, last)

    def _past_matter(self, k: int) -> int:
        """Behind "in this", "on pots", ", with which it has worked," where a form of be goes on."""
        lows = self.scene.context.tokens.lows
        if lows[k : k + 2] in ([",", "with"], [",", "which"], [",", "by"]):
            return next((m + 1 for m in range(k + 2, min(self.scene.line.last - 1, k + 16)) if lows[m] == ","), k)
        if lows[k : k + 1] not in (["in"], ["on"], ["for"]):
            return k
        return next((m for m in range(k + 1, min(self.scene.line.last, k + 6)) if lows[m] in {"is", "was", "are"}), k)
