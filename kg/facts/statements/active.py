"""A subject who took part, and what its verb says.

Comes in: a sentence.  Goes out: what its subject said, or was told.  The one idea: minutes report, so a participant's verb in the
past is speech unless it is a doing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.facts import clauses
from kg.facts.clauses import Match, Subject, VerbGroup
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.acts import act_of, default_act, frame, is_gerund
from kg.facts.statements.complements import act_with_complement
from kg.facts.statements.further import chained
from kg.facts.statements.judgements import deems, judged_act
from kg.facts.statements.refusals import declined
from kg.facts.statements.report import ASKS, Report
from kg.facts.statements.saying import begun, inner_verb
from kg.facts.statements.silent import is_silent
from kg.facts.statements.voices import (
    accepting,
    addressees_at,
    agent_after,
    everybody,
    may_speak,
    other_party,
    took_part,
)
from kg.facts.words import BE, HAVE, QUESTION_WORDS
from kg.lexicon.lists import lists
from kg.model import EntityType

_HEAR = frozenset("heard learned learnt understood received".split())


_RECEIVE = frozenset(
    """
    asked told assured advised informed reminded updated briefed invited thanked urged encouraged notified
    warned given shown instructed directed entreated apprised pressed questioned challenged requested offered promised ordered
    welcomed congratulated commended desired implored besought bidden begged petitioned
    """.split()
)


# "the Clerk was directed to write": where nobody is named, the meeting does
_ORDERED = frozenset("ordered directed instructed".split())
_TELL = frozenset("told assured advised informed notified warned".split())
_PUT_TO = frozenset({"asked"})
_NOW = frozenset({"is", "are"})


def active(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "The Chief Inspector explained that …", "Members were disappointed …", "She was assured by the Chair that …"."""
    subject = line.subject
    if subject is None or (subject.actors[0].word == "it" and context.tokens.lows[subject.last] in BE):
        return
    yield from from_subject(context, discourse, line, subject, chain=True)


_TOLD_OF = frozenset({"informed", "opined", "concerned", "acknowledged"})
_NO_ONE = frozenset("neither nobody none no no-one".split())


def from_subject(
    context: Context, discourse: Discourse, line: Line, subject: Subject, *, chain: bool
) -> Iterator[Report]:
    """What the subject of a clause said or was told; with ``chain`` also what a second verb of it says."""
    agents = accepting(context, discourse, subject) or discourse.agents(subject)
    if not agents or not all(may_speak(context, key) for key in agents):
        return
    if (group := _telling(context, line, subject)) is None:
        return
    if group.passive and _is_refused(group, subject):
        yield Report(agents, "informed", "active-refusal", (group.head, line.last))
        return
    if group.passive:
        yield from _received(context, discourse, line, agents, group)
        return
    if _heard_that(context, group):
        yield Report(
            _goes_on(context, discourse, agents), "informed", "heard-from", (group.head + 1, line.last), agents
        )
        return
    if source := _heard_from(context, discourse, line, group):
        yield Report(source, "informed", "heard-from", (group.head + 1, line.last), agents)
        return
    if plain := _unlisted(context, group, line.last):
        yield Report(agents, *plain, (group.head, line.last))
        if chain:
            yield from chained(context, discourse, line, group.head + 1, agents)
        return
    found = inner_verb(context, group, line.last) or clauses.match(context, group, line.last)
    told = _told(context, group, found, line.last, agents, discourse.act)
    if told is None:
        if chain:
            yield from chained(context, discourse, line, group.head + 1, agents)
        return
    act, weak = told
    if weak and not _were_there(context, agents):
        return
    after = found.last if found and not (group.modal and act == "undertook") else group.head + (not group.modal)
    if found is None and _undertakes(context, group, line.last):
        after = context.tokens.lows.index("that", group.head)
    rule = "active-adjective" if found and found.predicate.adjectival else "active-verb" if found else "active-default"
    addressees = (
        addressees_at(context, discourse, after, line.last, agents)
        or (after > group.head + 1 and _behind_verb(context, discourse, group, found, after, agents))
        or (other_party(context, agents) if act in _PUT_TO else ())
    )
    yield Report(agents, act, rule, (after, line.last), addressees, weak)
    if chain:
        yield from chained(context, discourse, line, after, agents)


def _telling(context: Context, line: Line, subject: Subject) -> VerbGroup | None:
    """The verb of the clause, if it is one that can tell of anything."""
    group = clauses.verbless(context, subject, line.last) or clauses.verb_group(context, subject.last, line.last)
    if group is None or is_silent(context, line, subject, group):
        return None
    return _as_meant(context, subject, group)


def _is_refused(group: VerbGroup, subject: Subject) -> bool:
    """ "Mr Wren would not be drawn"; "It would not be announced" tells of a thing."""
    return group.negated and group.modal in {"would", "could"} and subject.actors[0].word != "it"


def _as_meant(context: Context, subject: Subject, group: VerbGroup) -> VerbGroup | None:
    """The group, denied where nobody is its subject, and in the passive where a note drops "was"; none in "Nobody had told them", of what was before."""
    if subject.first not in context.mention_at and context.tokens.lows[subject.first] in _NO_ONE:
        return None if group.perfect else replace(group, negated=not group.negated)
    if group.modal and context.tokens.lows[group.head + 1 : group.head + 2] == ["nothing"]:
        return replace(group, negated=not group.negated)  # "could promise nothing"
    return replace(group, passive=True) if _thanked_for(context, group) else group


def _thanked_for(context: Context, group: VerbGroup) -> bool:
    """ "TW thanked for his work.": a note without "was"."""
    lows = context.tokens.lows
    bare = not group.be and not group.modal and not group.perfect
    return (
        bare
        and lows[group.head] in {"thanked", "congratulated"}
        and lows[group.head + 1 : group.head + 2] in (["for"], ["on"])
    )


def _were_there(context: Context, agents: tuple[str, ...]) -> bool:
    return all(took_part(context, key) for key in agents)


def _behind_verb(
    context: Context, discourse: Discourse, group: VerbGroup, found: Match | None, after: int, agents: tuple[str, ...]
) -> tuple[str, ...]:
    """Whom a predicate of several words names within: behind the verb that tells the act, in "went on to (ask) the Board for a map"."""
    lows, base = context.tokens.lows, found.predicate.base.split()[0] if found else ""
    verb = next((k for k in range(group.head + 1, after) if lows[k] == base), group.head)
    return addressees_at(context, discourse, verb + 1, after, agents)


def _told(
    context: Context, group: VerbGroup, found: Match | None, last: int, agents: tuple[str, ...], before: str
) -> tuple[str, bool] | None:
    """The act of the clause behind what the sentence ``before`` did, and whether it is weak."""
    if found is None:
        bound = _undertakes(context, group, last)
        return ("undertook", False) if bound else default_act(context, group, agents)
    act = act_of(context, group, found, last)
    if act is None:
        return default_act(context, group, agents)
    if act == "discussed" and found.predicate.base == "consider" and _deems(context, group, found, agents):
        return "opined", False
    if act == "undertook" and len(agents) > 1 and found.predicate.base == "agree":
        return "agreed", False  # "They agreed to meet again"
    if act == "informed" and len(agents) > 1 and found.predicate.base in {"speak of", "speak about"}:
        return "discussed", False  # "X and Y spoke of the delays"
    if act == "agreed" and found.predicate.base == "accept" and before in _TOLD_OF and not group.modal:
        if context.tokens.lows[found.last] != ".":
            return "acknowledged", False  # "Court action was costly, she explained. He accepted this."
    return ("informed", True) if group.perfect and not group.copula and not group.modal else (act, False)


def _deems(context: Context, group: VerbGroup, found: Match, agents: tuple[str, ...]) -> bool:
    """ "Mr Stone considered the target unrealistic": one person has an opinion, where a committee considers a paper, and two whether to go."""
    one = len(agents) == 1 and context.type_of(agents[0]) in PERSONAL
    return one and not (group.perfect or group.progressive) and context.tokens.lows[found.last] not in QUESTION_WORDS


def _undertakes(context: Context, group: VerbGroup, last: int) -> bool:
    """ "undertook, on behalf of the Council, that …": an undertaking with words in between."""
    lows = context.tokens.lows
    return (
        lows[group.head] == "undertook" and not group.be and "that" in lows[group.head : min(last, group.head + _FAR)]
    )


def _unlisted(context: Context, group: VerbGroup, last: int) -> tuple[str, str] | None:
    """Act and rule of a verb that no vocabulary lists: one that declines, begins or finds a thing so."""
    if act := declined(context, group):
        return act, "active-refusal"
    if group.be and not group.negated and _is_for(context, group):
        return "suggested", "active-for"  # "was for writing at once"
    if act := begun(context, group, last):
        return act, "active-begun"
    lows = context.tokens.lows
    if (
        lows[group.head] in _HOLDS
        and not group.be
        and ["to", "be"] in (lows[k : k + 2] for k in range(group.head + 2, min(last, group.head + 8)))
    ):
        return "opined", "active-judgement"  # "held them to be a scourge"
    if lows[group.head] not in _FINDS or group.negated:
        return None
    judged = judged_act(context, group.head, last) or (deems(context, group.head, last) and "opined")
    return (judged, "active-judgement") if judged else None


def _is_for(context: Context, group: VerbGroup) -> bool:
    """Does "for" with a gerund stand behind a form of be: a course of action that somebody favours?"""
    lows = context.tokens.lows
    return lows[group.head] == "for" and is_gerund(
        lows[group.head + 1 : group.head + 2][0] if group.head + 1 < len(lows) else ""
    )


_FINDS = lists("speaking").words("finding")
_HOLDS = frozenset({"find", "finds", "found", "held", "holds", "judged", "reckoned", "took"})


def _heard_that(context: Context, group: VerbGroup) -> bool:
    """ "Members heard that the crane had failed": somebody told them."""
    lows = context.tokens.lows
    return lows[group.head] == "heard" and lows[group.head + 1] == "that" and not group.modal and not group.perfect


def _heard_from(context: Context, discourse: Discourse, line: Line, group: VerbGroup) -> tuple[str, ...]:
    """Who speaks in "The VC heard from the Chief Inspector that …"."""
    lows = context.tokens.lows
    if lows[group.head] not in _HEAR or "from" not in lows[group.head + 1 : group.head + 6]:
        return ()
    return agent_after(context, discourse, "from", group.head, line.last)


_OPENING = QUESTION_WORDS | {"that", "to", ","}
_FAR = 10


def _received(
    context: Context, discourse: Discourse, line: Line, agents: tuple[str, ...], group: VerbGroup
) -> Iterator[Report]:
    """ "The VC was asked by the Chief Inspector what …": the agent behind "by" speaks; without one, the other party."""
    low = context.tokens.lows[group.head]
    if low in _TELL and not group.modal and context.tokens.lows[group.first] in HAVE and _were_there(context, agents):
        # "had been told by families that …": told elsewhere before, and passed on here
        yield Report(agents, "informed", "told-before", (group.head + 1, line.last))
        return
    found = clauses.match(context, group, line.last)
    before = group.perfect or context.tokens.lows[group.first] == "had"  # "had been invited, and had said no"
    if before and not group.modal:  # "had been asked for them, and was of the view that …"
        yield from chained(context, discourse, line, group.head + 1, agents)
    if group.modal or before or (found is None and low not in _RECEIVE):
        return
    if low in _TELL and context.tokens.lows[group.first] in _NOW and not _were_there(context, agents):
        return  # "Registry staff are told to keep off": a custom
    speakers = agent_after(
        context, discourse, "by", group.head, line.last, near=_to_told(context, group.head, line.last)
    )
    if not speakers:
        if low not in _RECEIVE:
            return
        ordered = everybody(context) if low in _ORDERED and not context.small else ()
        ordered = tuple(key for key in ordered if key not in agents)
        speakers = ordered or _goes_on(context, discourse, agents) or discourse.counterpart(agents)
    act = _put_to(context, found, line.last) if found else "informed"
    yield Report(speakers, act, "passive-addressee", (group.head + 1, line.last), agents)
    if act in ASKS:  # "was asked by X to find a day, and consented"
        yield from chained(context, discourse, line, group.head + 1, agents)


def _to_told(context: Context, head: int, last: int) -> int:
    """How far from the verb its agent may stand: to the words that open what was told ("was given an account of it by X")."""
    lows = context.tokens.lows
    return next((k - head for k in range(head + 1, min(last, head + _FAR)) if lows[k] in _OPENING), _FAR)


def _put_to(context: Context, found: Match, last: int) -> str:
    """The act of what somebody was asked, told or given ("was given an assurance that it would be sent": promised)."""
    return frame(context, found, last) or act_with_complement(context, found, found.predicate.act, last)


def _goes_on(context: Context, discourse: Discourse, agents: tuple[str, ...]) -> tuple[str, ...]:
    """Who tells "members" something where nobody is named: whoever is speaking."""
    all_of_them = all(context.type_of(key) is EntityType.COLLECTIVE for key in agents)
    return discourse.speakers if all_of_them and not set(agents) & set(discourse.speakers) else ()
