"""Who acts together: "They hope to finish in May" after a sentence on two bodies, "an audit, jointly with the Council".

Comes in: a sentence.  Goes out: the bodies that the one before it names as acting together, or the partner whom its own words name.  The one idea: names
joined by "and", "with" or "in company with" act together, and "they" means them.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.commitments.common import common_agent
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.shapes import Subject
from kg.facts.words import ACTING

_BETWEEN = ACTING.words("joining")
_TOGETHER = ACTING.words("together")

_AT_WORK = _TOGETHER | {"with"}
_AUXILIARY_AND_ADVERB = 2


def joint_before(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """The two bodies that the sentence before names as acting together, where its subject is not several people."""
    at = bisect_left(context.lines, line.first, key=lambda one: one.first)
    if at == 0:
        return ()
    before = context.lines[at - 1]
    subject = before.subject
    if (
        subject is not None
        and len(subject.actors) > 1
        and all(context.type_of(key) in PERSONAL for key in discourse.agents(subject))
    ):
        return ()
    return joined(context, before.first, before.last) or at_work_together(context, discourse, before.first, before.last)


def both_within(context: Context, discourse: Discourse, first: int, subject: Subject) -> tuple[str, ...]:
    """ "an inspection by the Agency and the Bureau began; the two bodies will …", "HI is working with the Board on it, and they …": named before in the sentence."""
    word = subject.actors[0].word
    if word == "they":
        return at_work_together(context, discourse, first, subject.first)
    return joined(context, first, subject.first) if word == "both bodies" else ()


def means_those_before(context: Context, subject: Subject) -> bool:
    """ "They", "The two": may the sentence before tell who they are?"""
    the_two = context.tokens.lows[subject.first : subject.last] == ["the", "two"]
    return len(subject.actors) == 1 and (subject.actors[0].word == "they" or the_two)


def people_before(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """ "Mr Stone spoke for the governors. They intend …": the people whom the sentence before names by what they are, where one person was its subject."""
    at = bisect_left(context.lines, line.first, key=lambda one: one.first)
    if at == 0 or len(discourse.speakers) != 1 or context.type_of(discourse.speakers[0]) not in PERSONAL:
        return ()
    before = context.lines[at - 1]
    lows = context.tokens.lows
    for k in range(before.last - 2, before.first, -1):
        if lows[k] == "the" and (named := common_agent(context, k, before.last, before.first)) is not None:
            return (named[0],)
    return ()


def joined(context: Context, first: int, last: int) -> tuple[str, ...]:
    """Two bodies of a stretch that are joined, or none."""
    lows = context.tokens.lows
    names = [i for i in context.named_in(first, last) if context.type_of(context.key_at(i) or "") in BODIES]
    for one, other in pairwise(names):
        gap = lows[context.mention_at[one].last : other]
        if gap and set(gap) <= _BETWEEN and not lows[context.mention_at[one].last - 1].endswith(("'s", "s'")):
            keys = (context.key_at(one), context.key_at(other))
            if keys[0] and keys[1] and keys[0] != keys[1]:
                return (keys[0], keys[1])
    return ()


def at_work_together(context: Context, discourse: Discourse, first: int, last: int) -> tuple[str, ...]:
    """ "HI and the Board were working together on a form, which they …", "that HI was working with the Board …, and that they …": those who work so."""
    lows = context.tokens.lows
    k = next((k for k in range(last - 1, first, -1) if lows[k] == "working"), -1)
    if k < 0 or _AT_WORK.isdisjoint(lows[k + 1 : k + 3]):
        return ()
    if lows[k + 1] in _TOGETHER:
        return joined(context, first, k)
    near = (clauses.subject_at(context, m, k) for m in range(k - 2, max(first - 1, k - 8), -1))
    subject = next((one for one in near if one is not None and k - one.last <= _AUXILIARY_AND_ADVERB), None)
    behind = k + 2 + (lows[k + 1] != "with")
    keys = (*discourse.agents(subject), *discourse.agents(clauses.subject_at(context, behind, last)))
    return tuple(dict.fromkeys(keys)) if len(keys) > 1 and all(context.type_of(one) in BODIES for one in keys) else ()


def partner(context: Context, discourse: Discourse, first: int, last: int) -> tuple[str, ...]:
    """With whom: "jointly with Earnside Council", "a joint inspection in May with the Commission"."""
    lows = context.tokens.lows
    for k in range(first + 1, last - 1):
        if lows[k] != "with" or (
            lows[k - 1] not in _TOGETHER and "joint" not in lows[first:k] and "jointly" not in lows[first:k]
        ):
            continue
        subject = clauses.subject_at(context, k + 1, last)
        keys = tuple(key for key in discourse.agents(subject) if context.type_of(key) in BODIES)
        if keys:
            return keys
    return ()
