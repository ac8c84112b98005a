"""Whom a verb of relationship is said of.

Comes in: the token at which a verb group begins.  Goes out: the :class:`Before` that holds its subject and the start of the clause.  The one
idea: go left from the verb, past adverbs, brackets and asides between commas, until a phrase that names bodies ends there; "and" shares the
subject of the verb before, a relative pronoun stands for the phrase before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.inspections.groups import group_at, skipped
from kg.facts.relations.antecedents import Before
from kg.facts.relations.asides import AUXILIARIES, BREAKS, PLURAL, RELATIVE, Asides
from kg.facts.relations.party import BEFORE, Party
from kg.facts.words import ADVERBS, ARTICLES, BE, BEING, NOT, PREPOSITIONS
from kg.lexicon.lists import lists
from kg.mentions.words import MONTHS

_TIME = lists("relating").words("times")
_ASPECTS = lists("relating").words("aspects")
_GOVERNING = lists("relating").words("goes-on") | lists("relating").words("agreeing")
_APART = frozenset({",", "–", "—", "-", ":"})
_BOUNDS = frozenset({"that", "whether", "because", "if", "while", "when", "as", "although", "where", "whereas", "so", "since"})  # fmt: skip
_IS = frozenset({"is", "are"})
_REMARK = 8  # tokens of a remark between commas


@dataclass(slots=True)
class Befores(Asides):
    """Finds the subjects of one line."""

    def of(self, verb: int) -> Before | None:
        """The subject of the verb group that begins at a token."""
        tokens, p = self.context.tokens, verb
        for _ in range(8):
            while p > self.line.first and self._adverb(p - 1):
                p -= 1
            if (before := self.before_time(p)) is not None or (before := self.before_like(p)) is not None:
                p = before
                continue
            if p <= self.line.first:
                return None
            if self._governed(p):
                p = group_at(self.context, p - 1, self.line.first).first
                continue
            p -= self._floats(p)
            p -= 2 * (tokens.lows[p - 2 : p] == ["as", "such"])
            word, low = tokens.words[p - 1], tokens.lows[p - 1]
            if word in {")", "]"}:
                p = self._opener(p - 1)
                continue
            if word in _APART and (named := self._named_apart(p - 1) or self._having(p)):
                return Before(named, self.start(named.first))
            if word in {",", "–", "—", "-"}:
                opens = self.aside(p - 1)
                if opens is None:
                    return self._shared(p - 1) if word == "," else None
                p = opens
                while p > self.line.first and tokens.lows[p - 1] in AUXILIARIES:
                    p -= 1  # "had, she explained, been working"
                continue
            if low in {"and", "or", "but", "yet", "then"}:
                return self._shared(p - 1)
            if low in RELATIVE and (found := self.antecedent(p - 1)):
                return Before(self._staff_of(found) if low == "who" else found, p - 1, relative=True)
            return self._right_before(p)
        return None

    def _having(self, p: int) -> Party | None:
        """ "the Office, having succeeded the Board in 2016, had …": the name before an aside that its verb closes."""
        tokens, last = self.context.tokens, self.line.last
        if tokens.words[p - 1] != "," or tokens.lows[p] != "having":
            return None
        closing = next((m for m in range(p + 2, min(last - 1, p + 16)) if tokens.words[m] == ","), -1)
        named = (
            self.parties.ending(p - 1, self.line.first)
            if closing > 0 and tokens.lows[closing + 1] in AUXILIARIES
            else None
        )
        return named if named is not None and not named.head and not named.person else None

    def is_described(self, end: int) -> Party | None:
        """ "the MCA is an executive agency (, overseen by …)", "is a body of the Ministry (, set up …)": whom the phrase before a mark describes."""
        lows, words = self.context.tokens.lows, self.context.lexicon.relations
        whole = self.parties.ending(end, self.line.first)
        if whole is not None and whole.first - 2 > self.line.first:
            of = whole.first - 1 - (lows[whole.first - 1] in ARTICLES)
            end = of if lows[of] == "of" else end
        if not (self.is_body_noun(end - 1) or lows[end - 1] in words.parts):
            return None
        near = range(end - 2, max(self.line.first, end - 6), -1)
        verb = next((m - (lows[m] in ARTICLES) for m in near if lows[m] in ARTICLES | _IS), -1)
        before = self.of(verb) if verb > self.line.first and lows[verb] in _IS else None
        return before.party if before is not None and not before.party.head and not before.party.person else None

    def antecedent(self, relative: int) -> Party | None:
        """The phrase that a relative pronoun stands for; of "HMICFRS is the body by which", whoever is so described."""
        if found := Asides.antecedent(self, relative):
            return found
        lows = self.context.tokens.lows
        p = relative - (lows[relative - 1] in PREPOSITIONS)
        the = next((m for m in (p - 2, p - 3) if lows[m] in {"the", "a", "an"}), -1) if self.is_body_noun(p - 1) else -1
        before = self.of(the - 1) if the > self.line.first and lows[the - 1] in BE else None
        return before.party if before is not None and not before.party.head and not before.party.person else None

    def _governed(self, p: int) -> bool:
        """ "continues to be overseen", "has finished inspecting": does another verb stand before, of the same subject?"""
        lows = self.context.tokens.lows
        if lows[p] == "to":
            return lows[p - 1] in _GOVERNING
        return lows[p].endswith("ing") and lows[p - 1] in _ASPECTS

    def _floats(self, p: int) -> bool:
        """ "which both sponsors and oversees", "A and B each belong": does such a word stand between subject and verb?"""
        lows = self.context.tokens.lows
        if lows[p - 1] not in {"both", "each"}:
            return False
        return self.context.within_name(p - 2) or (lows[p - 1] == "both" and lows[p - 2] in {"which", "who"})

    def before_time(self, p: int) -> int | None:
        """Before "had in 1998" and "has since May": the auxiliary that an adverbial of time parts from its verb."""
        lows = self.context.tokens.lows
        k = p
        while (
            k > self.line.first
            and p - k < 6
            and (
                lows[k - 1] in _TIME
                or (lows[k - 1] == "that" and lows[k] == "very")
                or lows[k - 1] in MONTHS
                or lows[k - 1].isdigit()
            )
        ):
            k -= 1
        if k < p and (lows[k - 1] in RELATIVE or lows[k - 1] in {"and", "but"}):
            return k  # "which in 1971 took over from", "and in 2019 took over from"
        if k == p or lows[k - 1] not in BEING:
            return None
        while k > self.line.first and lows[k - 1] in AUXILIARIES:
            k -= 1
        return k if lows[k - 1] not in NOT else self.line.first

    def before_like(self, p: int) -> int | None:
        """Before "which, like the ferry itself, is" without its commas: the relative pronoun that "like" stands behind."""
        tokens = self.context.tokens
        for m in range(p - 1, max(self.line.first, p - 8), -1):
            if tokens.words[m] in {",", ";", ":"}:
                return None
            if tokens.lows[m] in {"like", "unlike"}:
                return m if tokens.lows[m - 1] in RELATIVE else None
        return None

    def _adverb(self, k: int) -> bool:
        low = self.context.tokens.lows[k]
        return (skipped(low) or low in ADVERBS) and low not in {"both", "each", "all"}

    def _right_before(self, p: int) -> Before | None:
        """The phrase that ends where the verb group begins, with the noun that it belongs to ("the work of X")."""
        lows = self.context.tokens.lows
        p = self._before_others(p)
        party = self.parties.listed_ending(p, self.line.first) or self._capitals(p)
        if party is not None and lows[party.first - 1] in {"and", "&"} and lows[p] in PLURAL:
            party = self.parties.listed_ending(p, self.line.first, loosely=True) or party
        if party is None and (be := self.before_one_of(p)) is not None:
            return self.of(be)
        if party is None:
            place = self._before_place(p)
            return self._right_before(place) if place is not None else None
        before = party.first - 1
        if before >= self.line.first and lows[before] in PREPOSITIONS - {"subject"} and not self._opens(before):
            head = self._head(before)
            if head is None:
                return None
            party = Party(party.keys, party.first, party.last, head=head)
        return Before(party, self.start(party.first))

    def before_one_of(self, p: int) -> int | None:
        """ "is among the bodies (inspected by)", "is one of the schools": the form of be that makes the subject one of them."""
        lows = self.context.tokens.lows
        for m in range(p - 1, max(self.line.first, p - 8), -1):
            described = lows[m] in {"a", "an", "another", "the"} and self.is_body_noun(p - 1)
            if (described or lows[m] in {"among", "amongst", "one"}) and lows[m - 1] in BE:
                k = m - 1
                while k > self.line.first and lows[k - 1] in AUXILIARIES:
                    k -= 1
                return k
            if not lows[m][0].isalpha():
                return None
        return None

    def _opens(self, k: int) -> bool:
        """Is the preposition one that opens a clause ("after the Board had …", "as the Council works …")?"""
        low = self.context.tokens.lows[k]
        because = low == "for" and self.context.tokens.words[k - 1] in {",", ";"}  # "…, for the Agency works with …"
        return because or low in {"after", "before", "since", "as", "given", "until"}

    def _head(self, preposition: int) -> str | None:
        """The noun before "of": what of theirs is meant."""
        lows, relations = self.context.tokens.lows, self.context.lexicon.relations
        low = lows[preposition - 1] if preposition > self.line.first else ""
        return (
            low
            if lows[preposition] in {"of", "at", "in", "from"}
            and (low in relations.theirs or low in relations.lists["staff"])
            else None
        )

    def start(self, at: int) -> int:
        """Where what may govern a clause begins: its sentence, or what stands behind the last semicolon."""
        words = self.context.tokens.words
        return next((k + 1 for k in range(at - 1, self.line.first, -1) if words[k] in BREAKS), self.line.first)

    def _shared(self, conjunction: int) -> Before | None:
        """The subject of the verb before "and": the nearest phrase with a verb behind it."""
        lows, last = self.context.tokens.lows, self.line.last
        for m in range(conjunction - 1, self.line.first - 1, -1):
            if lows[m] in _BOUNDS - {"that"} and lows[m] != "as":
                return None
            if lows[m] in RELATIVE and clauses.verb_group(self.context, m + 1, last):
                found = self.antecedent(m)
                if found is not None:
                    return Before(found, m, relative=True)
            party = self.parties.at(m, conjunction) if self._opens_phrase(m) else None
            if party is None or (party.person and not party.keys):
                if party is not None and clauses.verb_group(self.context, party.last, last):
                    return None
                continue
            if self.verb_behind(party.last):
                whole = self.parties.listed_ending(party.last, self.line.first) or party
                return Before(whole, self.start(whole.first))
        return None

    def _opens_phrase(self, m: int) -> bool:
        """Is this the beginning of a phrase that no preposition governs?"""
        before = self.context.tokens.lows[m - 1] if m > self.line.first else ""
        return before not in PREPOSITIONS - {"as", "after", "before", "since"} and before not in BEFORE

    def verb_behind(self, k: int) -> bool:
        """Does a verb stand behind a phrase, or behind the aside on it?"""
        tokens, last = self.context.tokens, self.line.last
        if tokens.words[k] == "," and tokens.lows[k + 1 : k + 2] != ["and"]:
            k = self._past_remark(k) or clauses.skip_apposition(self.context, k, last)
            if tokens.words[k] == ",":
                return False
        if k >= last:
            return False
        if tokens.lows[k] in {"in", "at"}:  # "the College at Wick had …"
            near = range(k + 2, min(last, k + 5))
            k = next((m for m in near if tokens.lows[m] in AUXILIARIES and "and" not in tokens.lows[k:m]), k)
        low = tokens.lows[k]
        finite = low in self.context.lexicon.relations.finite or self._is_finite(k)
        return finite or clauses.verb_group(self.context, k, last) is not None

    def _past_remark(self, k: int) -> int:
        """Behind ", she pointed out," or ", it was said,", which opens at a token; 0 where no such thing does."""
        tokens, last = self.context.tokens, min(self.line.last, k + _REMARK)
        if tokens.lows[k + 1 : k + 2] not in (["she"], ["he"], ["they"], ["it"]):
            return 0
        return next((m + 1 for m in range(k + 2, last) if tokens.words[m] == ","), 0)

    def _is_finite(self, k: int) -> bool:
        """Does a word that ends as verbs of one do stand before an article, a name or a preposition ("funds the Service and")?"""
        lows = self.context.tokens.lows
        if (
            k + 1 >= self.line.last
            or not lows[k].endswith("s")
            or lows[k].endswith(("'s", "s'", "ss"))
            or lows[k] in BEING
        ):
            return False
        return lows[k + 1] in ARTICLES or (k + 1) in self.context.mention_at
