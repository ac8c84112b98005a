"""Those whom the words around an undertaking name as doing it: "by X", "from X", "that X is carrying out".

Comes in: a phrase with its standing.  Goes out: keys of bodies.  The one idea: "by" names who carries it out, unless it belongs to
"commissioned" or "asked for"; a name in capitals that nobody else tells of is a body here.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.clauses import Actor, Subject
from kg.facts.context import PERSONAL, Line
from kg.facts.inspections.firms import Firms
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import MONTHS, WORDS
from kg.facts.words import ARTICLES, BE, HAVE, MODALS

_INSPECTORS = WORDS.words("inspectors")
_PEOPLE = _INSPECTORS | WORDS.words("people")
_BREAKS = frozenset({"which", "that", "because", "who", "but", "so", "while", "although", "as", "whether", "if", "to"})
_ENGAGED = WORDS.words("engaged")
_ORDERED = WORDS.words("ordered")
_ASKING = WORDS.words("asking")
_FALLS = WORDS.words("falls-to")
_RESTS = WORDS.words("rests-with")
_ASKED = WORDS.words("asked-for")
_BOUGHT = WORDS.words("bought")
_LED = WORDS.words("leadership")
_VISITS = WORDS.words("visits")
_NO_AGENTS = WORDS.words("no-agents")
_PERIODS = WORDS.words("periods")
_WHOSE = {"its": "it", "their": "they", "his": "he", "her": "she"}
_ENDS = _BREAKS | BE | HAVE | MODALS
_HARD_BREAKS = _BREAKS - {"to", "as"}


@dataclass(slots=True)
class Agents(Firms):
    """Finds the agents of undertakings."""

    def _named_after(self, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        """ "by X", "from X", "led by X", "that X is carrying out"."""
        if told.rule == "inspection-lodged":
            return self._agents_from(told.aim + 1, phrase.first)
        if found := self._asked_for(line, phrase):
            return found
        ordered: tuple[str, ...] = ()
        if told.relative is not None and (found := self._in_relative(line, told.relative)):
            if not _ORDERED & set(self.context.tokens.lows[slice(*told.relative)]):
                return found
            if supplier := self._supplier(line, *told.relative):
                return supplier
            ordered = found if phrase.cue.meaning != "inspection" else ()
        stop = self._clause_end(phrase.last, line.last)
        for k in range(phrase.head + 1, stop):
            found = self._named_at(line, told, k, phrase.last)
            if found and self._ordering(k, phrase.last):
                ordered = ordered or (() if _ASKED & set(self.context.tokens.lows[k - 3 : k]) else found)
            elif found:
                return found
        if told.phase == "arrange" and (found := self._contracted(line, phrase)):
            return found
        return self._later_agent(line, stop) or ordered

    def _supplier(self, line: Line, first: int, last: int) -> tuple[str, ...]:
        """ "which the Board has commissioned from Lark Crane": who is to do it, and not who lets it be done."""
        lows = self.context.tokens.lows
        k = next(
            (k for k in range(first + 1, min(last, line.last)) if lows[k] == "from" and lows[k - 1] in _BOUGHT), -1
        )
        return self._agents_from(k + 1, min(line.last, k + 10)) if k > 0 else ()

    def _asked_for(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "asked HI for an audit", "looks to the Council for a review": of whom it is asked."""
        lows = self.context.tokens.lows
        if lows[phrase.first - 1] != "for":
            return ()
        name = next(
            (
                m
                for k in range(max(line.first, phrase.first - 9), phrase.first - 1)
                if (m := self.context.mention_at.get(k)) and m.last == phrase.first - 1
            ),
            None,
        )
        if name is None:
            return ()
        k = name.first - 1 - (lows[name.first - 1] in ARTICLES)
        asking = lows[k] in _ASKING or (lows[k] in {"to", "upon", "on"} and lows[k - 1] in _ASKING)
        body = self.as_body(self.context.cast.by_first[name.first]) if asking and k > line.first else None
        return (body,) if body else ()

    def _named_at(self, line: Line, told: Standing, k: int, told_from: int) -> tuple[str, ...]:
        """The bodies behind "by", "from" or "under the chairmanship of" at a token."""
        lows = self.context.tokens.lows
        if (
            lows[k] == "by"
            and lows[k + 1] in _WHOSE
            and lows[k + 2] in _PEOPLE
            and (owner := self._owner_of_staff(line, k + 1))
        ):
            return owner
        if lows[k] == "by" and not self._is_time(k):
            return self._agents_from(k + 1, min(line.last, k + 28))
        if lows[k] == "between" and len(both := self._agents_from(k + 1, line.last)) > 1:
            return both
        if lows[k] == "from" and self._takes_from(told, lows[line.first : k]):
            return self._agents_from(k + 1, min(line.last, k + 10))
        if lows[k] in {"with", "of"} and lows[k - 1] in _RESTS and k > told_from:
            return self._agents_from(k + 1, line.last)
        if lows[k] == "to" and lows[k - 1] in _FALLS:
            return self._agents_from(k + 1, line.last)
        if lows[k] == "under" and _LED & set(lows[k : k + 5]):
            return self._agents_from(k + 1, line.last)
        return ()

    def _owner_of_staff(self, line: Line, k: int) -> tuple[str, ...]:
        """ "by her inspectors", "by its own auditors": the body of those whose people they are."""
        word = _WHOSE[self.context.tokens.lows[k]]
        if word == "it":
            return self.it(line, k)
        bodies = (self.doer(key) for key in self.discourse.of(Actor(k, k + 1, word=word)))
        return tuple(dict.fromkeys(key for key in bodies if key))[:1]

    def _contracted(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "had let a contract to X for an audit", "had engaged X for a review"."""
        lows = self.context.tokens.lows
        if lows[phrase.first - 1] == "for" and _ENGAGED & set(lows[line.first : phrase.first]):
            return self._last_body(line.first, phrase.first)
        return ()

    def _ordering(self, k: int, first: int) -> bool:
        """Does "by" belong to "commissioned", "requested", "agreed"?  Such a body lets it be carried out."""
        lows = self.context.tokens.lows
        return any(low in _ORDERED for low in lows[max(first - 1, k - 3) : k])

    def _takes_from(self, told: Standing, before: list[str]) -> bool:
        return told.phase in {"arrange", "ask-for", "frame"} or bool(
            _VISITS & set(before[-3:]) or _BOUGHT & set(before[-1:])
        )

    def _later_agent(self, line: Line, first: int) -> tuple[str, ...]:
        """ "… and was to be carried out by the internal auditors of X": in the next clause."""
        lows = self.context.tokens.lows
        for k in range(first, line.last - 2):
            if lows[k] == "by" and any(
                low in {"out", "conducted", "undertaken", "led", "done"} for low in lows[max(first, k - 2) : k]
            ):
                return self._agents_from(k + 1, min(line.last, k + 14))
        return ()

    def _clause_end(self, first: int, last: int) -> int:
        tokens = self.context.tokens
        for k in range(first, last):
            if tokens.words[k] == "," and k + 1 < last and tokens.lows[k + 1] == "with":
                return k
            if tokens.words[k] in {";", ".", ":"} or (tokens.lows[k] in _HARD_BREAKS and k > first):
                return k
        return last

    def _is_time(self, k: int) -> bool:
        lows = self.context.tokens.lows
        low = lows[k + 1] if k + 1 < len(lows) else ""
        if low in _NO_AGENTS or low in MONTHS or low[:1].isdigit():
            return True
        return low in {"the", "this", "next"} and lows[k + 2 : k + 3] != [] and lows[k + 2] in _PERIODS

    def _in_relative(self, line: Line, relative: tuple[int, int]) -> tuple[str, ...]:
        """ "that HMIH is carrying out with the PSA": its subject with the partners."""
        lows = self.context.tokens.lows
        first = relative[0] + (lows[relative[0]] in {"which", "that", "who"})
        subject = clauses.subject_at(self.context, first, line.last)
        if subject is None:
            return self._agent(line, first, relative[1])
        if lows[subject.last] not in HAVE and clauses.verb_group(self.context, subject.last, line.last) is None:
            return ()
        return self._bodies_of(subject)

    def _agent(self, line: Line, first: int, last: int) -> tuple[str, ...]:
        lows = self.context.tokens.lows
        for k in range(first, min(last, line.last)):
            if lows[k] == "by" and not self._is_time(k) and (found := self._agents_from(k + 1, min(line.last, k + 14))):
                return found
        return ()

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
                body = self.as_body(self.context.cast.by_first[k])
                if body and body not in found:
                    found.append(body)
                k = max(k + 1, mention.last)
                continue
            owned = bool(found) and tokens.lows[k - 2] == "of"  # "by the Office of the force's custody suites"
            if (
                k > first
                and tokens.lows[k - 1] == "the"
                and not owned
                and (common := clauses.common_body(self.context, k, last))
            ):
                found += [common] if common not in found else []  # "by the department and the Ministry of Justice"
                k += 1
                continue
            if low == "and" and found and (other := self._together_with(k, last)):
                found.append(other)
                break
            if (
                tokens.words[k] in {".", ";", ":"}
                or low in _ENDS
                or (low in {"in", "on", "for", "before", "during", "at", "following", "published"} and found)
            ):
                break
            if (
                low == ","
                and (found or tokens.words[k - 1][0].isupper())
                and not (k + 1 in self.context.mention_at or tokens.lows[k + 1 : k + 2] in (["and"], ["the"]))
            ):
                break
            if low == "," and (self._is_apposed(k) if found else self._closes_name(first, k)):
                break
            if not found and (k - first > 7 or (low == "by" and tokens.words[k - 1][0].isupper())):
                break  # "from Lark Crane by the Board"
            k += 1
        if not found and (firm := self._unknown_body(self._past_staff(first, last), last)):
            return (firm,)
        if found and _INSPECTORS & set(tokens.lows[first : first + 6]) and len(found) > 1:
            return tuple(found[1:])  # the firm that the auditors of a body are
        return tuple(found)

    def _is_apposed(self, comma: int) -> bool:
        """ "by Lark Crane, the Council's auditors": what the body before the comma is to another."""
        tokens = self.context.tokens
        if tokens.lows[comma + 1 : comma + 2] != ["the"] or (owner := self.context.mention_at.get(comma + 2)) is None:
            return False
        return tokens.lows[owner.last - 1].endswith(("'s", "s'"))

    def _together_with(self, k: int, last: int) -> str | None:
        """ "by X and the Sailors' Mission together": a name in capitals behind "and" where the words say that they do it as one."""
        lows = self.context.tokens.lows
        joint = bool({"together", "jointly"} & set(lows[k : k + 10]))
        return self._unknown_body(k + 1 + (lows[k + 1] == "the"), last) if joint else None

    def _bodies_of(self, subject: Subject) -> tuple[str, ...]:
        bodies = (self.doer(key) for key in self.discourse.agents(subject))
        return tuple(dict.fromkeys(key for key in bodies if key))
