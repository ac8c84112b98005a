"""A person of no body who holds a review or an inquiry: "an inquiry which Dame Jane Pell is conducting", "Lord Orr's review".

Comes in: a phrase with its standing.  Goes out: the key of a person, or nothing.  The one idea: only the words around the phrase tell it (whose it is, "by", "led by",
the subject of the verb that carries it out), and only of one who is not at the meeting and of whom no body or post is known.
"""

from __future__ import annotations

from kg.facts.context import Line
from kg.facts.inspections.agents import Agents
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import CARRYING_OUT, Standing
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES, OWNERS, SINGULAR
from kg.model import EntityType

_DOING = WORDS.words("doing") | {"chaired", "held"}  # before "by"
_STOPS = frozenset({";", ".", ":"})
_BETWEEN = 9  # tokens in which a clause names its subject


def person_doing(who: Agents, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
    """The person whom the words name as carrying it out."""
    if phrase.cue.meaning == "inspection":
        return ()
    key = (
        _owner(who, line, phrase)
        or _in_clause(who, told)
        or _behind_by(who, line, phrase)
        or _subject(who, line, phrase, told)
    )
    return (key,) if key else ()


def is_alone(who: Agents, key: str | None) -> bool:
    """Is it a person who is not there, and of whom no body and no post is known?"""
    if key is None or who.context.type_of(key) is not EntityType.PERSON or key in who.context.cast.here:
        return False
    draft = who.context.cast.table.get(key)
    return draft is not None and not draft.holds and who.as_body(key) is None


def _at(who: Agents, k: int) -> str | None:
    """The person of no body named at a token."""
    key = who.context.key_at(k)
    return key if is_alone(who, key) else None


def _owner(who: Agents, line: Line, phrase: Phrase) -> str | None:
    """ "Lord Orr's review"; of "his" and "her" the subject named last before it."""
    if phrase.owner is None:
        return None
    at = phrase.owner[0]
    if OWNERS.get(who.context.tokens.lows[at]) not in SINGULAR:
        return _at(who, at)
    named = who.context.named_in(line.first, at)
    return _at(who, named[-1]) if named else None


def _in_clause(who: Agents, told: Standing) -> str | None:
    """ "which Dame Jane is conducting"."""
    if told.relative is None or told.phase not in CARRYING_OUT or told.rule != "inspection-relative":
        return None
    first = told.relative[0] + 1
    named = who.context.named_in(told.relative[0], min(told.relative[1], first + _BETWEEN))
    return _at(who, named[0]) if named and named[0] - first < 2 else None


def _behind_by(who: Agents, line: Line, phrase: Phrase) -> str | None:
    """ "by Dr Pask", "led by Dr Pask", "chaired by Dr Pask", and not "commissioned by" nor "rejected by"."""
    lows, words = who.context.tokens.lows, who.context.tokens.words
    for k in range(phrase.head + 1, min(line.last - 1, phrase.last + _BETWEEN)):
        if words[k] in _STOPS:
            return None
        if lows[k] == "by" and (k in {phrase.head + 1, phrase.last} or not _DOING.isdisjoint(lows[k - 2 : k])):
            return _at(who, k + 1)
    return None


def _subject(who: Agents, line: Line, phrase: Phrase, told: Standing) -> str | None:
    """ "Lord Orr is leading a review": the name right before the verb that carries it out."""
    group = told.group
    if (
        group is None
        or group.passive
        or told.rule != "inspection-object"
        or told.phase not in CARRYING_OUT
        or group.head > phrase.first
    ):
        return None
    first = told.aim if told.aim >= 0 else group.first
    named = who.context.named_in(line.first, first)
    name = who.context.mention_at[named[-1]] if named else None
    near = name is not None and first - name.last < 2 and who.context.tokens.lows[name.last] not in ARTICLES
    return _at(who, name.first) if near and name is not None else None
