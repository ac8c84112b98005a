"""Is a relationship said to be so, or only wished, asked, denied, supposed, quoted or past?

Comes in: the tokens between the start of a clause and what tells the relationship.  Goes out: yes or no.  The one idea: whatever governs
a clause stands before it; a relative clause and a reason are said to be so whatever governs the rest.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.words import BE, MODALS, NOT
from kg.lexicon.lists import lists
from kg.values import value

_REASONS = frozenset({"because", "since", "given", "although", "though", "whereas", "but", "however"})
_WISHES = frozenset(
    "welcome like prefer favour support oppose object value appreciate love rather deprecate resist back want see help".split()
)
_SAID = [
    [low]
    for low in "said noted remembered recalled explained mentioned recorded added observed stressed understood".split()
]
_NO_LITTLE = [["little"], ["small"], ["mean"], ["secret"]]
_OVER = frozenset({"until", "formerly", "once", "previously", "longer", "ceased", "originally"})
_OPEN = MODALS - {"will", "would", "shall", "'ll"}
_WEIGHING = NOT | MODALS
_AFTERWARDS = 6
_REMARK = 14  # tokens of a remark between commas
_ON_RECORD, _FACTIVES = lists("relating").words("on-record"), lists("relating").words("factives")
_BELIEVING, _SUPPOSING = lists("relating").words("believing"), lists("relating").words("supposing")
_MAY = frozenset({"may", "might", "could", "should", "must"})
_NOT_YET = lists("relating").words("not-yet")  # behind a noun: that there is none yet, or none any more


@value
class Telling:
    """Judges the clauses of one line."""

    context: Context
    line: Line

    def so(self, first: int, at: int) -> bool:
        """Is what stands at a token, in a clause that begins at ``first``, told as a fact?"""
        lows, k = self.context.tokens.lows, at - 1
        if self._supposed(at) or self._believed(at):
            return False
        spliced = False  # "it is not a charity, it is a part of the Trust"
        while k >= first:
            spliced = spliced or (lows[k] == "," and lows[k + 1] in {"it", "they"} and lows[k + 2] in BE)
            if (lows[k] in _REASONS and k > first) or lows[k] == ";" or (lows[k] in _MAY and self._factive(k)):
                return True
            if (opens := self._remark(k, first)) is not None:
                k = opens
            elif self._weighs(k) and not (spliced and lows[k] in NOT):
                return False
            k -= 1
        return True

    def _supposed(self, at: int) -> bool:
        """ "Had the Trust been part of the Board, …", "Were it to merge": a condition that opens a sentence."""
        tokens, first = self.context.tokens, self.line.first
        return tokens.words[first] in {"Had", "Were", "Should"} and "," not in tokens.words[first:at]

    def _believed(self, at: int) -> bool:
        """ "some took the Trust to be a branch of", "skippers who think the Trust answers to": what is only believed."""
        lows, start = self.context.tokens.lows, max(self.line.first, at - _REMARK)
        be = next(
            (k for k in range(at - 1, max(start, at - _AFTERWARDS), -1) if lows[k] == "be" and lows[k - 1] == "to"), -1
        )
        for k in range(at - 1, start - 1, -1):
            if lows[k] in {";", ","}:
                return False
            if lows[k] in _SUPPOSING or (k < be and lows[k] in _BELIEVING):
                return not self.context.within_name(k)
        return False

    def _remark(self, closing: int, first: int) -> int | None:
        """The comma that opens ", as she could not forbear to say,", a remark on a fact that is told."""
        tokens = self.context.tokens
        if tokens.words[closing] != ",":
            return None
        opens = next((m for m in range(closing - 1, max(first, closing - _REMARK), -1) if tokens.words[m] == ","), -1)
        told = opens > 0 and tokens.lows[opens + 1] == "as" and tokens.lows[opens + 2] not in {"if", "though"}
        return opens if told else None

    def _on_record(self, k: int) -> bool:
        """ "wanted it clear that", "wished it to be minuted that": a fact that is to be heard."""
        lows = self.context.tokens.lows
        if lows[k + 1 : k + 2] != ["it"]:
            return False
        behind = k + 2 + 2 * (lows[k + 2 : k + 4] == ["to", "be"])
        behind += lows[behind] in {"made", "quite", "formally"}
        return lows[behind] in _ON_RECORD and lows[behind + 1 : behind + 2] == ["that"]

    def _weighs(self, k: int) -> bool:
        """Does this word before a clause make it less than a fact?"""
        tokens, doubts = self.context.tokens, self.context.lexicon.relations.doubts
        low = tokens.lows[k]
        if low not in doubts and low not in _WEIGHING:
            return False
        if low == "would" and tokens.lows[k + 1] in _WISHES:
            return True
        if low == "case" and tokens.lows[k + 1] == "of":
            return False  # "brought up the case of the Trust, a branch of"
        if (low == "may" and tokens.words[k] == "May") or (tokens.words[k].isupper() and self.context.within_name(k)):
            return False  # "CA said that": somebody's initials
        if low in {"wanted", "wants", "wished", "wishes"} and self._on_record(k):
            return False
        if low == "no" and tokens.lows[k + 1 : k + 2] in _NO_LITTLE:
            return False  # "it gave her no little pleasure to relate that"
        if low in MODALS and tokens.lows[k + 1 : k + 2] == ["be"] and tokens.lows[k + 2 : k + 3] in _SAID:
            return False  # "it may be said that", "it should be remembered that"
        if low in doubts:
            return not self.context.within_name(k)  # "Ms Hope said that"
        return low in NOT or low in _OPEN

    def _factive(self, k: int) -> bool:
        """ "it may help the reader to know that", "it might surprise some that": what may be told is so."""
        lows = self.context.tokens.lows
        that = next((m for m in range(k + 2, min(self.line.last, k + 9)) if lows[m] == "that"), -1)
        return that > 0 and not _FACTIVES.isdisjoint(lows[k + 1 : that]) and NOT.isdisjoint(lows[k + 1 : that])

    def lasting(self, first: int, at: int, last: int) -> bool:
        """Is it so still: not "formerly", "until 2009", "no longer"?  ``first`` up to ``at`` is the verb with its auxiliaries."""
        lows = self.context.tokens.lows
        behind = lows[at : min(last, at + 14)]
        behind = behind[: behind.index(",")] if "," in behind else behind
        return not _OVER & set(lows[first:at]) and "until" not in behind

    def needed(self, k: int, last: int) -> bool:
        """Behind a noun: "would be useful", "is needed", "was under discussion", so that there is none yet?"""
        after = self.context.tokens.words[k : min(last, k + _AFTERWARDS)]  # as written: "May" is no "may"
        return bool(_NOT_YET & set(after) or NOT & set(after))
