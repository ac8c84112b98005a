"""Who may speak, and who is spoken to.

Comes in: entity keys and tokens.  Goes out: the agents that a statement may have as speakers or addressees.  The one idea: those
who took part speak; a body speaks where one of its people is there; who sent apologies does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.context import PERSONAL, Context
from kg.facts.discourse import Discourse
from kg.facts.sides import sides
from kg.facts.words import BEHIND_HER, COLLECTIVE_HEADS, OBJECTS, SINGULAR
from kg.lexicon.lists import lists
from kg.model import EntityType

_COLLECTIVE = EntityType.COLLECTIVE
_CHAIRS = lists("titles").words("chairs")


def may_speak(context: Context, key: str) -> bool:
    """Can this agent be a speaker of the meeting?"""
    kind = context.type_of(key)
    if kind is _COLLECTIVE:
        return True
    listed = context.cast.listed.get(key)
    if listed is not None:
        return listed.attendance != "apologies"
    if kind in PERSONAL:
        if key not in context.absent:
            context.absent[key] = _is_absent(context, key)
        return not context.absent[key]
    if kind in BODIES:
        there = key in context.cast.bodies()
        return there or (context.small and key == context.cast.resolver.main_body) or _is_office(context, key)
    return False


def speaking(context: Context, agents: Iterable[str]) -> tuple[str, ...]:
    """Those of some agents who can be speakers of the meeting, in their order."""
    return tuple(key for key in agents if may_speak(context, key))


def _is_absent(context: Context, key: str) -> bool:
    """Is this the bare title of somebody who sent apologies ("the Registrar"), and of nobody who came?  The absent chair of another body chairs no meeting."""
    cast, draft = context.cast, context.cast.table.get(key)
    if draft is None:
        return False
    bearers = cast.bearing(draft.label)
    if draft.label.lower() in _CHAIRS:
        bearers = [one for one in bearers if cast.body_of(one.agent) in (None, draft.post_in)]
    return {one.attendance for one in bearers} == {"apologies"}


def took_part(context: Context, key: str) -> bool:
    """Is this agent listed, or does it report often enough that it must have been there?"""
    kind = context.type_of(key)
    return key in context.cast.listed or kind is _COLLECTIVE or (kind in PERSONAL and context.speaks_often(key))


def _is_office(context: Context, key: str) -> bool:
    draft = context.cast.table.get(key)
    return draft is not None and draft.label.startswith("Office of") and context.small


def everybody(context: Context) -> tuple[str, ...]:
    """Whom "it was agreed" and "there was discussion" mean: all parties of a small meeting, else the meeting as one."""
    present = context.cast.throughout()
    if bodies := bodies_that_meet(context):
        return bodies
    if context.small or (len(present) <= _FEW and not _has_a_name(context)):
        return present
    return (context.cast.collective,) if context.cast.collective else ()


def bodies_that_meet(context: Context) -> tuple[str, ...]:
    """The two or three bodies of which everybody there is, where several came from them: what is agreed, they agree."""
    met, present = tuple(sides(context)), context.cast.present()
    if len(present) < _SEVERAL or not 1 < len(met) <= _PARTIES or _has_a_name(context):
        return ()
    return met if all(context.type_of(key) in BODIES for key in met) else ()


_FEW, _SEVERAL, _PARTIES = 6, 5, 3


def _has_a_name(context: Context) -> bool:
    """Do the minutes tell what those who meet did as a body ("The Board resolved")?  Asked once a document."""
    answers = context.answers["is a body"]
    if not answers:
        answers[0, 0] = _is_a_body(context)
    return bool(answers[0, 0])


def _is_a_body(context: Context) -> bool:
    draft = context.cast.table.get(context.cast.collective or "")
    head = draft.label.lower().removeprefix("the ") if draft else ""
    if head not in _BODY_HEADS:
        return False
    text = context.text.lower()
    if re.search(r"\bmeeting\s+(?:between|with)\b", text[:300]):
        return False
    title = rf"\bminutes of\b[^.]{{0,80}}\bmeeting\b|\b{head} meeting\b|\b{head}\s*\n"
    return bool(
        re.search(title, text[:500]) or re.search(rf"\bthe {head}\s+(?:\w+ly\s+)?(?:{_ACTS_OF_BODIES})\b", text)
    )


_BODY_HEADS = COLLECTIVE_HEADS - {"team", "meeting", "conference"}
_ACTS_OF_BODIES = (
    "agreed|noted|resolved|approved|considered|discussed|asked|welcomed|decided|thanked|felt|recommended|received|requested|endorsed|"
    "expressed|was|were|heard|had"
)


def other_party(context: Context, agents: tuple[str, ...]) -> tuple[str, ...]:
    """The one other agent of a meeting of two: whom a question without an addressee is put to."""
    others = tuple(key for key in context.cast.present() if key not in agents) if context.small else ()
    return others if len(others) == 1 else ()


def agent_after(
    context: Context, discourse: Discourse, word: str, i: int, last: int, near: int = 40
) -> tuple[str, ...]:
    """The agents behind "by" or "from"; with "by" also those in "on behalf of X", "on the part of X" and "on X's side"."""
    lows = context.tokens.lows
    for k in range(i + 1, min(last - 1, i + near)):
        at = k + 1 if lows[k] == word else _behind_on(lows, k) if word == "by" else None
        if at is None or at >= last:
            continue
        agents = tuple(representative(context, key) for key in _named_at(context, discourse, at, last))
        sided = lows[k] != "on" or at > k + 2 or "side" in lows[at : at + 6]
        if agents and sided and all(may_speak(context, key) for key in agents):
            return agents
    return ()


def _behind_on(lows: list[str], k: int) -> int | None:
    """Where a name may stand behind "on behalf of", "on the part of", "on the … side"."""
    if lows[k] == "behalf" and lows[k + 1] == "of":
        return k + 2
    if lows[k] != "on":
        return None
    return k + 4 if lows[k + 1 : k + 4] == ["the", "part", "of"] else k + 1


def _named_at(context: Context, discourse: Discourse, at: int, last: int) -> tuple[str, ...]:
    """The agents of the noun phrase or the object pronoun that begins here."""
    low = context.tokens.lows[at]
    if low in OBJECTS and low in _GENDERED:
        return discourse.pronoun(_GENDERED[low])
    subject = clauses.subject_at(context, at, last)
    if subject is None:
        actor = clauses.actor_at(context, at, last)
        return discourse.of(actor) if actor and clauses.possessive(context, actor) else ()
    return discourse.agents(subject)


_GENDERED = {"him": "he", "her": "she", "them": "they"}


def accepting(context: Context, discourse: Discourse, subject: Subject) -> tuple[str, ...]:
    """Who "she" is in "AQ offered the Champion a tour. She accepted gladly.": the one to whom it was offered."""
    gender, lows = SINGULAR.get(subject.actors[0].word), context.tokens.lows
    if gender is None or len(discourse.offered) != 1 or len(subject.actors) > 1:
        return ()
    verb = next((low for low in lows[subject.last : subject.last + 3] if not low.endswith("ly")), "")
    fits = verb in _ACCEPTING and discourse.gender_of(discourse.offered[0]) in {gender, None}
    return discourse.offered if fits else ()


_WITHOUT_HEARER = lists("speaking").words("without-hearer")
_ACCEPTING = lists("speaking").words("accepting")


def representative(context: Context, key: str) -> str:
    """The one person who speaks for a body at a meeting of many, else the body itself."""
    if context.small or context.type_of(key) not in BODIES:
        return key
    there = context.cast.sent_by(key)
    return there[0] if len(there) == 1 else key


def addressees_at(
    context: Context, discourse: Discourse, i: int, last: int, speakers: tuple[str, ...]
) -> tuple[str, ...]:
    """The agent right behind the predicate: "told the VC", "asked her", "thanked HT for …"."""
    tokens = context.tokens
    if i < last and tokens.lows[i] in {"to", "with", "from"}:
        i += 1
    elif i and tokens.lows[i - 1] in _WITHOUT_HEARER:
        return ()  # "said NRW would need one"
    if i >= last:
        return ()
    if tokens.lows[i] in OBJECTS and not (
        tokens.lows[i] == "her"
        and i + 1 < last
        and tokens.lows[i + 1][0].isalpha()
        and tokens.lows[i + 1] not in BEHIND_HER
    ):
        return discourse.object_pronoun(tokens.lows[i], speakers, i)
    actor = clauses.actor_at(context, i, last)
    if (
        actor is None
        or clauses.possessive(context, actor)
        or actor.word in {"it", "he", "she", "they", "each", "all", "both"}
    ):
        return ()
    return tuple(key for key in discourse.of(actor) if key not in speakers)
