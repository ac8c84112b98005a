"""What the complement of a predicate makes of its act.

Comes in: a predicate in its clause and the act that the vocabulary gives it.  Goes out: the act that stands.  The one idea: a light
verb does what its noun says ("voiced unease"), a reply that promises is an undertaking ("said that he would"), and asking
whether something might be done is a request.
"""

from __future__ import annotations

from kg.facts.clauses import Match
from kg.facts.context import Context

_LIGHT = frozenset(
    """
    express voice convey register record make give offer enter raise utter tender extend lodge add set pass bring
    sound strike send claim state show confess let put place repeat reiterate deliver serve
    """.split()
)
_FELT = frozenset({"concerned", "welcomed", "thanked", "disagreed", "requested"})
_NOUN_ENDS = frozenset("that to about on over at for which who whether if . , ; : and but as".split())
_TELLS = frozenset("say tell confirm assure reply respond answer add state promise".split())
_SELF = frozenset("he she they it we".split())
_STATIVE = frozenset(
    """
    be have like need prefer want expect know miss welcome support regret hope think feel understand see agree love enjoy
    suffer remain become lose mind
    """.split()
)


def act_with_complement(context: Context, found: Match, act: str, last: int) -> str:
    """The act once the words behind the predicate are looked at."""
    verb = found.predicate.base.split()[0]
    if act in {"informed", "opined", "acknowledged", "suggested"} and verb in _LIGHT:
        return _noun_act(context, found, last) or act
    if act == "informed" and verb in _TELLS and _promises(context, found.last, last):
        return "undertook"
    if act == "asked" and _might(context, found.last, last):
        return "requested"
    return act


def _noun_act(context: Context, found: Match, last: int) -> str | None:
    """The act of the feeling or wish that is voiced ("made plain her dismay")."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    for k in range(found.first + 1, min(last, found.last + 6)):
        act = nouns.get(tokens.lows[k])
        if act in _FELT and k not in context.mention_at:
            return act
        if k >= found.last and tokens.lows[k] in _NOUN_ENDS:
            return None
    return None


def _promises(context: Context, i: int, last: int) -> bool:
    """ "(that) he would do so", "(that) she will send it": the speaker's own deed to come."""
    lows = context.tokens.lows
    k = next((k for k in range(i, min(last - 2, i + 5)) if lows[k] in _SELF), None)
    if k is None or any(
        low not in {"that", "her", "him", "them", "members"} and j not in context.mention_at
        for j, low in enumerate(lows[i:k], i)
    ):
        return False
    return lows[k + 1] in {"would", "will"} and lows[k + 2] not in _STATIVE and lows[k + 2] not in {"not", "never"}


def _might(context: Context, i: int, last: int) -> bool:
    """ "if the audit might be widened": asked for in the form of a question."""
    lows = context.tokens.lows
    return lows[i : i + 1] in (["if"], ["whether"]) and "might" in lows[i + 1 : min(last, i + 12)]
