"""Those who carry an undertaking out beside another: "in partnership with X", "jointly with X", "Joint audit of rents, X and Y".

Comes in: a line and who else carries it out.  Goes out: keys of bodies.  The one idea: "with" names a partner only behind a word that
tells of doing a thing together, or where the undertaking itself is told to be joint.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts.context import Line
from kg.facts.inspections.agents import Agents
from kg.facts.inspections.firms import BREAKS, CLAUSES
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import WORDS
from kg.model import EntityType

JOINT = WORDS.words("joint")
_WITH = WORDS.words("done-with")
_RESTS = WORDS.words("rests-with")
_GIVEN_OVER = WORDS.words("given-over")
_STRONG = WORDS.words("side-by-side")
_TOGETHER = frozenset({"with", "alongside", "w/", "w"})
_BROUGHT = frozenset({"brought", "called", "roped", "drafted", "bringing", "calling"})
_HELP = frozenset({"help", "assistance", "support", "aid"})
_BESIDE = frozenset({"alongside", "beside", "taking", "participating", "joining"})  # "with HI taking part"
_BRINGING_IN = _BROUGHT | _BESIDE
_BREAKS = (BREAKS | CLAUSES) - {"which"}  # "with the PSA, which replaced the Board, and with HI"
_LISTING = frozenset(
    {
        "and",
        "&",
        ",",
        "the",
        "(",
        ")",
        "both",
        "with",
        "of",
        "for",
        "from",
        "'s",
        "'",
        "/",
        "+",
        "its",
        "their",
        "our",
        "local",
        "or",
    }
)
_NEAR = 10  # tokens
_CLOSES = frozenset({"]", ".", ";", ":", "–", "—", "-", ")"})


@dataclass(slots=True)
class Companions(Agents):
    """Finds the partners in undertakings."""

    def _with_partners(
        self, line: Line, first: int, last: int, found: tuple[str, ...], *, joint: bool
    ) -> tuple[str, ...]:
        """Those behind "with" in what is done together."""
        lows = self.context.tokens.lows
        if (
            not joint
            and "joined" not in lows[line.first : last]
            and "with" not in lows[first : first + 8]
            and not _STRONG & set(lows[line.first : last])
            and not _BRINGING_IN & set(lows[line.first : last])
        ):
            return found
        added, replaced = list(found), self._in_side_clause(line)
        if aside := self._alongside(line, last):
            added.extend(key for key in aside if key not in added)
        for k in range(line.first, last):
            if lows[k] == "in" and lows[k - 1] in _BROUGHT and k > first:
                added.extend(key for key in self._agents_from(k + 1, last) if key not in added)
                continue
            if lows[k] == "by" and lows[k - 2 : k] == [",", "joined"]:
                added.extend(key for key in self._agents_from(k + 1, last) if key not in added)
                continue
            if lows[k] == "with" and lows[k - 1] in _RESTS and lows[k - 2] in {"which", "that"}:
                continue  # "…, which lies with the Homes Inspectorate"
            if lows[k] not in _TOGETHER or lows[k + 1 : k + 2] == ["a"] or not self._shares(line, k, first, last):
                continue
            partners = self._partners_from(k, last, alone=not found)
            added.extend(key for key in partners if key not in added and key not in replaced)
        return tuple(added)

    def _at_work_with(self, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        """ "is working with HI on a review of": those named between the verb and the undertaking."""
        lows, group = self.context.tokens.lows, told.group
        beside = group is not None and lows[group.head] == "working" and lows[phrase.first - 1] == "on"
        return self.doers_in(group.head + 1, phrase.first - 1) if group is not None and beside else ()

    def _alongside(self, line: Line, last: int) -> tuple[str, ...]:
        """ ", with HI alongside", ", the Board assisting": who stands between the comma and such a word."""
        lows = self.context.tokens.lows
        k = next(
            (k for k in range(line.first + 2, last) if lows[k] in _BESIDE and k - 1 not in self.context.mention_at), -1
        )
        comma = next((m for m in range(k - 1, max(line.first, k - 12), -1) if lows[m] == ","), -1) if k > 0 else -1
        if comma < 0 or lows[comma + 1] != "with":
            return ()
        return self.doers_in(comma + 1, k) or self.firm_at(comma + 2 + (lows[comma + 2] == "the"), k)

    def _shares(self, line: Line, k: int, first: int, last: int) -> bool:
        """Does "with" name a partner here?"""
        lows = self.context.tokens.lows
        before = set(lows[max(line.first, k - 3) : k + 1])
        if _HELP & set(lows[k + 1 : k + 4]):
            return False  # "with help from the College": it is theirs who are helped
        mention = self.context.mention_at.get(k + 1 + (lows[k + 1] == "the"))
        if not _GIVEN_OVER.isdisjoint(lows[max(line.first, first - _NEAR) : first]) and not _WITH & before:
            return False  # "agreed to share the audit of Ashby with HI"
        if k >= first and mention is not None and mention.type is EntityType.INSPECTORATE and lows[k + 1] != "a":
            return not lows[mention.last - 1].endswith("'s")
        closes = k >= first and lows[k - 1] == "," and mention is not None and mention.last >= line.last - 1
        if closes and mention is not None and self.context.type_of(self.context.cast.by_first[mention.first]) in BODIES:
            return "'" not in lows[mention.last - 1]  # "would start in June, with the Audit Board."
        joint = any(low.startswith("joint") for low in lows[line.first : last])
        return bool(_STRONG & before) or (k >= first and (bool(_WITH & before) or k == first)) or joint

    def _partners_from(self, k: int, last: int, *, alone: bool) -> tuple[str, ...]:
        tokens = self.context.tokens
        stop = next(
            (m for m in range(k + 1, last) if tokens.words[m] in {";", ".", ":"} or tokens.lows[m] in _BREAKS), last
        )
        partners = self.doers_in(k + 1, self._list_end(k + 1, stop))
        if partners or tokens.lows[k - 1] != "jointly":
            return partners
        other = self._unknown_body(k + 1 + (tokens.lows[k + 1] == "the"), stop)
        ours = self.context.inspectors()
        return (*(ours if len(ours) == 1 and alone else ()), other) if other else ()

    def _list_end(self, first: int, last: int) -> int:
        """Behind the names that one list holds: "with the Council under a protocol, at Lochside Court" names the Council alone."""
        lows, mentions = self.context.tokens.lows, self.context.mention_at
        k = next((m for m in range(first, last) if m in mentions), last)
        while k < last:
            if (mention := mentions.get(k)) is not None:
                k = max(k + 1, mention.last)
            elif lows[k] in _LISTING or self.context.tokens.words[k][0].isupper():
                k += 1
            elif (closed := next((m for m in range(k, min(last, k + 14)) if lows[m] == ","), 0)) and lows[
                closed + 1
            ] == "and":
                k = closed + 1  # "with the PSA, which replaced the Board, and with HI"
            else:
                return k
        return last

    def _in_side_clause(self, line: Line) -> set[str]:
        """Bodies named only in a clause about another ("the PSA, which replaced the Board of Pilots")."""
        lows = self.context.tokens.lows
        return {
            key
            for k in range(line.first, line.last)
            if (key := self.context.key_at(k))
            and any(low in {"replaced", "succeeded"} for low in lows[max(line.first, k - 4) : k])
        }

    def apposed(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "Joint review of gaps, HI and the Council: nine done", "Audit of rents (Pike LLP)": bodies alone behind the phrase."""
        tokens, k = self.context.tokens, phrase.last
        if k >= line.last or tokens.words[k] not in {",", "(", "["}:
            return ()
        found: list[str] = []
        k += 1
        joint = tokens.lows[k : k + 2] in (["a", "joint"], ["the", "joint"]) and tokens.lows[k + 3] in {
            "of",
            "by",
            "between",
        }
        if joint:
            return self._agents_from(k + 4, line.last)
        while k < line.last and tokens.words[k] not in _CLOSES:
            mention = self.context.mention_at.get(k)
            if mention is None and tokens.lows[k] not in {"the", "and", "&", ","}:
                firm = self._unknown_body(k, line.last) if tokens.words[k - 1] == "(" else None
                return (firm,) if firm else ()
            if mention is not None and (key := self.context.key_at(k)) and (body := self.as_body(key)):
                found.append(body)
            k = mention.last if mention is not None else k + 1
        joint = bool(JOINT & set(tokens.lows[phrase.first : phrase.head]))
        sure = joint or all(self.inspects(key) or self.audits(key) for key in found)
        return tuple(dict.fromkeys(found)) if sure else ()
