"""Whom the words before an infinitive charge with it: "invited him to audit", "an offer by Estyn to inspect", "appointed a judge to review".

Comes in: the word that governs the infinitive, and its "to".  Goes out: keys of bodies, or what became of the offer.  The one idea: whoever makes an offer
or has plans is to act, whoever makes a request is not; one who is hired acts though no name makes him known.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import group_at, is_done
from kg.facts.inspections.owners import Owners
from kg.facts.inspections.statuses import GIVING_UP
from kg.facts.inspections.words import WORDS
from kg.facts.words import BE, NOT, SINGULAR

_HIM = {"him": "he", "her": "she"}
_PLANS, _REQUESTS, _HIRING = WORDS.words("plans-to"), WORDS.words("requests-to"), WORDS.words("hiring")
_OF = frozenset({"by", "at", "from", "of"})


@dataclass(slots=True)
class Charged(Owners):
    """Finds those of one document."""

    def charged(self, line: Line, aim: int, to: int) -> tuple[str, ...] | None:
        """Who is to do it by a pronoun or by a noun before the infinitive, ``None`` where neither stands there; nobody who only asks."""
        lows = self.context.tokens.lows
        if to == aim + 2 and lows[aim + 1] in {*_HIM, "us"}:
            return self.ours() if lows[aim + 1] == "us" else self._whom(line, aim)
        if lows[aim + 1] not in _OF or to - aim < 3:
            return None
        if lows[aim] in _REQUESTS:
            return () if lows[aim + 1] in {"by", "from"} else None
        return self._agents_from(aim + 2, to) or None if lows[aim] in _PLANS else None

    def _whom(self, line: Line, aim: int) -> tuple[str, ...]:
        """ "the Home Office had invited him to": whoever tells of it, where another body asks; else who the pronoun means."""
        word = _HIM[self.context.tokens.lows[aim + 1]]
        asking = self.subject_before(line, line.first, group_at(self.context, aim, line.first).first)
        told = self.saying if len(self.saying) == 1 else ()
        sex = {draft.gender for key in told if (draft := self.context.cast.table.get(key))}
        meant = told if asking and sex <= {None, "", SINGULAR[word]} else self.discourse.pronoun(word)
        bodies = tuple(body for key in meant if (body := self.doer(key)))
        return bodies if not set(bodies) & set(asking) else ()


def is_hired(context: Context, aim: int) -> bool:
    """ "appointed a judge to", "has been engaged to": does the governor hire somebody for it?"""
    return context.tokens.lows[aim] in _HIRING


def fallen(context: Context, line: Line, aim: int, end: int) -> bool:
    """ "An offer by HI to review it has been withdrawn", "the proposal to inspect was rejected": what became of the noun before the infinitive."""
    lows = context.tokens.lows
    if aim < line.first or lows[aim] not in _PLANS | _REQUESTS:
        return False
    for k in range(end, line.last):
        if lows[k] in {";", "that", "which", "who"}:
            return False
        found = context.lexicon.undertakings.phase_at(context.tokens, k, line.last)
        if found and found[1] in GIVING_UP and is_done(lows[k]) and not context.within_name(k):
            group = group_at(context, k, end)
            return bool(BE & set(lows[group.first : k])) and not NOT & set(lows[group.first : k])
    return False
