"""The bodies that some tokens list, those that nothing but their name in capitals tells of, and two told as a pair.

Comes in: tokens behind "by", "from", "with".  Goes out: keys of bodies.  The one idea: of whom the text says that it carries something out, that is a
body, however little else is told of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor
from kg.facts.context import PERSONAL
from kg.facts.inspections.bodies import Bodies
from kg.facts.inspections.groups import is_done
from kg.facts.inspections.words import MONTHS, WORDS
from kg.facts.sides import sides
from kg.facts.words import ARTICLES, AUXILIARIES, OWNERS
from kg.model import Mention

_INSPECTORS = WORDS.words("inspectors")
PEOPLE = _INSPECTORS | WORDS.words("people")
BREAKS = frozenset({"which", "that", "because", "who", "but", "so", "while", "although", "as", "whether", "if", "to"})
_ENDS = BREAKS | AUXILIARIES
_CLOSED_BY = frozenset(
    {"into", "of", "on", "about", "is", "was", "has", "had", "will", "would", ".", ",", "together", "jointly"}
)
CLAUSES = WORDS.words("clause-openers")  # "by KPMG once the Trust had received it": what follows is another matter
_OFFICES = frozenset({"office", "inspectorate", "service", "department", "agency", "commission", "organisation"})
_FAR = 60  # tokens between a name and "that office"
_BEHIND = frozenset({"in", "on", "for", "of", "into", "during", "at", "following", "published", "from"})
_ANOTHER = frozenset({"one", "that", "another", "those"})
_HONORIFIC = WORDS.words("honorifics")
_NO_FIRMS = MONTHS | _HONORIFIC


@dataclass(slots=True)
class Firms(Bodies):
    """Finds those whom some tokens list: bodies, firms and pairs."""

    def firm_at(self, first: int, last: int) -> tuple[str, ...]:
        """The body whose name some tokens are, though nothing else makes it known."""
        firm = self._unknown_body(first, last)
        return (firm,) if firm else ()

    def _closes_name(self, first: int, comma: int) -> bool:
        """ "with Lark Crane, Mr Hale says", "by Lark Crane done": has a name in capitals that nobody else tells of just ended?"""
        words, low = self.context.tokens.words, self.context.tokens.lows[comma]
        if low != "," and not is_done(low):
            return False
        short = comma - first == 1 and self._stands_for_itself(first)
        return short or (comma - first >= 2 and all(word[0].isupper() for word in words[first:comma]))

    def _past_staff(self, first: int, last: int) -> int:
        """Behind "colleagues from", "a team of auditors from": where the name of their body begins."""
        lows = self.context.tokens.lows
        for k in range(first, min(last - 1, first + 6)):
            if lows[k] == "from" and PEOPLE & set(lows[first:k]):
                return k + 1 + (lows[k + 1] == "the")
            if self.context.tokens.words[k + 1][0].isupper() and (
                lows[k] in PEOPLE or lows[k - 1 : k + 1] == ["firm", "of"]
            ):
                return k + 1
        return first

    def _unknown_body(self, first: int, last: int) -> str | None:
        """ "from Latchford Research": a name in capitals of which the text says that it carries something out."""
        tokens = self.context.tokens
        joins = {"&", "and"} if tokens.lows[first] == "messrs" else {"&"}  # "Messrs Lowther and Crane"
        first = end = first + (tokens.lows[first] == "messrs")
        while (
            end < last
            and (tokens.words[end][0].isupper() or (end > first and tokens.words[end] in joins))
            and end not in self.context.mention_at
            and tokens.lows[end] not in MONTHS
        ):
            end += 1
        alone = end - first == 1 and not self._stands_for_itself(first)
        if end == first or alone or tokens.lows[first] in _HONORIFIC:
            return None
        name = " ".join(self.context.words(first, end).replace("’", "'").split()).removesuffix("'s").removesuffix("'")
        return self.context.cast.resolver.body(name, tokens.span(first, end)).key

    def _stands_for_itself(self, k: int) -> bool:
        """Is a single word a name of a body by itself: an acronym ("GwE"), or behind those who are called so ("the consultants Lark")?"""
        tokens = self.context.tokens
        acronym = tokens.words[k].isalpha() and len(tokens.words[k]) > 2 and sum(map(str.isupper, tokens.words[k])) > 1
        return acronym or tokens.lows[k - 1] in PEOPLE or tokens.lows[k - 2 : k] == ["firm", "of"]

    def _pair_at(self, first: int, last: int) -> tuple[str, ...]:
        """ "by the two", "by both offices", "by the two councils together": the two bodies of the sentence, else the two that meet."""
        if not self._is_pair(first, last):
            return ()
        begin = next((line.first for line in self.context.lines if line.first <= first < line.last), first)
        named = self._acting_in(begin, first)
        if len(named) == 2:
            return named
        if not named and len(self.before) == 2:
            return self.before
        other = named or self.latest
        if len(other) == 1 and (told := self._with_teller(other[0])):
            return told  # "was there a link with the Grants Service? There was not. A review by the two bodies …"
        met = tuple(key for key in sides(self.context) if self.context.type_of(key) in BODIES)
        return met if len(met) == 2 and set(named) <= set(met) else ()

    def _with_teller(self, named: str) -> tuple[str, ...]:
        """ "Mr Lacey explained that the Agency licenses hostels, and that the two inspectorates …": the body named, and that of whoever tells of it."""
        ours = {body for key in self.saying or self.discourse.speakers if (body := self.as_body(key))}
        here = any(named in (key, self.as_body(key) or "") for key in self.context.cast.present())
        return (*ours, named) if len(ours) == 1 and named not in ours and not here else ()

    def _is_pair(self, first: int, last: int) -> bool:
        """ "the two bodies", "both", "the two of them", "the pair of them"."""
        lows = self.context.tokens.lows
        k = first + (lows[first : first + 1] == ["the"])
        k += 2 * (lows[k : k + 2] in (["each", "of"], ["either", "of"]))
        k += lows[k : k + 1] == ["the"]
        if lows[k - 2 : k + 1] in (["each", "of", "them"], ["either", "of", "them"]):
            return k < last
        if lows[k : k + 3] in (["two", "of", "them"], ["pair", "of", "them"], ["both", "of", "them"]):
            return k + 3 <= last
        actor = clauses.actor_at(self.context, first, last)
        return actor is not None and actor.word in {"both", "both bodies"} and "of" not in lows[first : actor.last]

    def _agents_from(self, first: int, last: int) -> tuple[str, ...]:
        """The bodies listed from a token on: "X and Y", "Ms Bell's and Mr Gadd's teams", "the internal auditors of X, Penrose LLP"."""
        if pair := self._pair_at(first, last):
            return pair
        tokens = self.context.tokens
        found: list[str] = []
        k = first
        while k < last:
            low = tokens.lows[k]
            mention = self.context.mention_at.get(k)
            if mention is not None:
                comma = k - 1 - (tokens.lows[k - 1] in ARTICLES)
                if (
                    found
                    and tokens.words[comma] == ","
                    and self.context.type_of(self.context.cast.by_first[k]) in PERSONAL
                ):
                    break  # "by Ofwat, Mr Sharma said"
                body = None if self._possesses(mention) else self.doer(self.context.cast.by_first[k])
                if body and body not in found:
                    found.append(body)
                k = max(k + 1, mention.last)
                continue
            if unnamed := self._unnamed_at(k, first, last, listing=bool(found)):
                found += [key for key in unnamed if key not in found]
                k += 1
                continue
            if low == "and" and found and (other := self._together_with(k, last)):
                found.append(other)
                break
            if tokens.words[k] in {".", ";", ":"} or low in _ENDS or (found and self._leaves_list(k)):
                break
            if (
                low == ","
                and (found or tokens.words[k - 1][0].isupper())
                and not (k + 1 in self.context.mention_at or tokens.lows[k + 1 : k + 2] in (["and"], ["the"]))
            ):
                break
            if self._is_apposed(k) if found else self._closes_name(first, k):
                break
            if not found and (k - first > 7 or (low == "by" and tokens.words[k - 1][0].isupper())):
                break  # "from Lark Crane by the Board"
            k += 1
        if not found and (firm := self._unknown_body(self._past_staff(first, last), last)):
            return (firm,)
        if len(found) > 1 and self._apposes_staff(first, last):
            return tuple(found[1:])  # the firm that the auditors of a body are
        return tuple(found)

    def _possesses(self, name: Mention) -> bool:
        """ "by the Council's Environmental Health Team": does a name only say whose the body right behind it is?"""
        unit = self.context.mention_at.get(name.last)
        return (
            unit is not None and unit.type in BODIES and self.context.tokens.lows[name.last - 1].endswith(("'s", "s'"))
        )

    def _leaves_list(self, k: int) -> bool:
        """Behind the names of a list: "in May", "once …", "by the Auditor, and one of leave by the Board", "by the Auditor, and asked …"."""
        lows = self.context.tokens.lows
        if lows[k - 1] == "and" and lows[k] in self.context.lexicon.predicates.verbs and clauses.is_past(lows[k]):
            return True
        another = lows[k] == "by" or (lows[k] in _ANOTHER and lows[k - 1] == "and")
        return another or lows[k] in CLAUSES or (lows[k] in _BEHIND and lows[k - 1] != "and")

    def _apposes_staff(self, first: int, last: int) -> bool:
        """ "by the Council's auditors, Lark Crane": do people of a first body have the name of a second one behind a comma?"""
        lows = self.context.tokens.lows
        people = next((k for k in range(first, min(last, first + 6)) if lows[k] in _INSPECTORS), -1)
        return people >= 0 and "and" not in lows[people + 1 : people + 3]

    def _unnamed_at(self, k: int, first: int, last: int, *, listing: bool) -> tuple[str, ...]:
        """ "by the department and the Ministry of Justice", "by HI and ourselves": a body that a common noun or a pronoun tells of."""
        lows = self.context.tokens.lows
        owned = listing and lows[k - 2] == "of"  # "by the Office of the force's custody suites"
        if k == first and lows[k] == "that" and (body := self._that_one(k + 1)):
            return (body,)
        if k > first and lows[k - 1] == "the" and not owned and (common := clauses.common_body(self.context, k, last)):
            return (common,)
        return self._our_own(k) if listing or k == first else ()

    def _that_one(self, k: int) -> str | None:
        """ "by that office", "by that body": the body named last that is so called."""
        context, noun = self.context, self.context.tokens.bases[k]
        for at in reversed(context.named_in(max(0, k - _FAR), k)):
            key = context.key_at(at)
            words = context.tokens.lows[at : context.mention_at[at].last]
            if key and context.type_of(key) in BODIES and (noun in {"body", "organisation"} or noun in words):
                return key
        return None

    def _our_own(self, k: int) -> tuple[str, ...]:
        """ "by HI and ourselves", "by the Port and her own office": those who tell of it, or whose own office does it."""
        lows = self.context.tokens.lows
        if lows[k] in {"us", "ourselves"} or lows[k : k + 2] == ["our", "own"]:
            return self.ours()
        if (
            lows[k] not in {"his", "her"}
            or lows[k + 1 : k + 2] == []
            or lows[k + 1 + (lows[k + 1] == "own")] not in _OFFICES
        ):
            return ()
        told = self.saying if len(self.saying) == 1 else ()
        keys = told or self.discourse.of(Actor(k, k + 1, word=OWNERS[lows[k]]))
        return tuple(body for key in keys if (body := self.as_body(key)))[:1]

    def _is_apposed(self, comma: int) -> bool:
        """ "by Lark Crane, the Council's auditors": what the body before the comma is to another."""
        tokens = self.context.tokens
        if tokens.lows[comma : comma + 2] != [",", "the"] or (owner := self.context.mention_at.get(comma + 2)) is None:
            return False
        return tokens.lows[owner.last - 1].endswith(("'s", "s'"))

    def _together_with(self, k: int, last: int) -> str | None:
        """ "by X and the Sailors' Mission together", "joint audit by X and Tarn Lights": a name in capitals behind "and" where the words
        say that they do it as one.
        """
        lows = self.context.tokens.lows
        joint = bool({"together", "jointly"} & set(lows[k : k + 10]) or "joint" in lows[max(0, k - 16) : k])
        if not joint:
            return None
        closed = k + 2 >= last or lows[k + 2] in _CLOSED_BY  # "a joint inquiry by Ofqual and Pearson into …"
        return self._unknown_body(k + 1 + (lows[k + 1] == "the"), last) or (self._called(k + 1) if closed else None)

    def _alone(self, k: int) -> tuple[str, ...]:
        """ "commissioned a survey from Arup": a single name in capitals of whom the words tell that it is to do it."""
        words = self.context.tokens.words
        closed = k + 1 >= len(words) or not words[k + 1][0].isupper()
        firm = self._called(k) if closed else None
        return (firm,) if firm else ()

    def _called(self, k: int) -> str | None:
        """The body whose name is one word in capitals that nothing else makes known."""
        tokens = self.context.tokens
        if not tokens.words[k][0].isupper() or tokens.lows[k] in _NO_FIRMS or k in self.context.mention_at:
            return None
        return self.context.cast.resolver.body(tokens.words[k], tokens.span(k, k + 1)).key
