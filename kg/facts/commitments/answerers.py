"""Who answers a request in the sentence behind it: "Ms Stone asked for a copy. The Trust would not give one."

Comes in: a request that names nobody, and who puts it.  Goes out: whoever answers at once, or nobody.  The one idea: where many meet, whoever takes a
request up is the one to whom it was put.
"""

from __future__ import annotations

from bisect import bisect_right

from kg.facts import clauses
from kg.facts.answers import ANSWERING
from kg.facts.clauses import Actor, Subject
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.sides import sides
from kg.facts.words import ACTING, MODALS, SINGULAR
from kg.model import EntityType

_LABELS = frozenset({":", "–", "-"})
_READY = ACTING.words("ready") - {"content"}
_LIKES = frozenset({"objection", "objections", "favour", "content", "support", "supported", "seconded"})


def answering(context: Context, discourse: Discourse, at: int, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Who answers behind a semicolon or in the next sentence, be it a person or a body; nobody of the side of those who ask."""
    if len(sides(context)) == 2:
        return ()
    number = bisect_right(context.lines, at, key=lambda line: line.first) - 1
    reply = _within(context, at, context.lines[number]) or _behind(context, number) if number >= 0 else None
    if reply is None or len(reply[1].actors) != 1 or not _answers(context, reply[0], reply[1].last):
        return ()
    actor = reply[1].actors[0]
    found = _one_of(context, discourse, actor.word, speakers) if actor.word in SINGULAR else _named(discourse, actor)
    ours = {context.cast.body_of(key) or key for key in speakers}
    theirs = {context.cast.body_of(key) or key for key in found}
    return found if ours.isdisjoint(theirs) else ()


def _within(context: Context, at: int, line: Line) -> tuple[Line, Subject] | None:
    """ "asked for a list; Mr Stone would not give one": the clause behind a semicolon."""
    words = context.tokens.words
    end = next((k for k in range(at, line.last - 2) if words[k] == ";"), None)
    subject = clauses.subject_at(context, end + 1, line.last) if end is not None else None
    return (line, subject) if subject is not None else None


def _behind(context: Context, number: int) -> tuple[Line, Subject] | None:
    """The next sentence with its subject, where it is of the same passage."""
    if number + 1 >= len(context.lines):
        return None
    line, before = context.lines[number + 1], context.lines[number]
    same = line.passage.position == before.passage.position
    return (line, line.subject) if same and line.subject is not None else None


def _answers(context: Context, line: Line, k: int) -> bool:
    """Does a subject answer: with a verb that tells, a modal, a word like "happy", or behind the mark of a label?"""
    lows = context.tokens.lows
    if k >= line.last or not _LIKES.isdisjoint(lows[k : line.last]):
        return False  # "saw no objection": others like it
    if lows[k] in MODALS or lows[k] in _LABELS or lows[k] in _READY:
        return True
    group = clauses.verb_group(context, k, line.last)
    if group is None or group.head >= line.last:
        return False
    known = context.lexicon.predicates
    acts = {entry.act for entry in (known.adjectives if group.be else known.verbs).get(lows[group.head], ())}
    return not acts.isdisjoint(ANSWERING) or (bool(group.be) and "concerned" not in acts)


def _named(discourse: Discourse, actor: Actor) -> tuple[str, ...]:
    """Whoever is named, unless it is the meeting as one."""
    found = discourse.of(actor) if actor.key is not None else ()
    return tuple(key for key in found if discourse.context.type_of(key) is not EntityType.COLLECTIVE)


def _one_of(context: Context, discourse: Discourse, word: str, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The last who spoke of the gender of a pronoun, where nobody of those who ask is of it."""
    gender = SINGULAR[word]
    if any(context.type_of(key) not in PERSONAL or discourse.gender_of(key) in {gender, None} for key in speakers):
        return ()
    fitting = (key for key in reversed(discourse.history) if discourse.gender_of(key) == gender)
    return tuple(key for key in (next(fitting, None),) if key)
