"""Sentences without a subject: "RESOLVED: That …", "Question from Ms Mallon about …", "Noted that …".

Comes in: a sentence.  Goes out: what the meeting, the one named behind, or the last speaker said.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Match, VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.acts import act_of, frame
from kg.facts.statements.report import CLOSING, Report
from kg.facts.statements.voices import agent_after, everybody, speaking
from kg.facts.words import ACTING, ADVERBS, AUXILIARIES, BE, OPENERS, PREPOSITIONS, QUESTION_WORDS, SUBORDINATORS
from kg.lexicon.lists import lists
from kg.model import PassageKind

_HANGING = SUBORDINATORS | PREPOSITIONS
_BEHIND_A_VERB = QUESTION_WORDS | frozenset("that to the a an about for on out his her their with".split())


def minuted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """Telegraphic minutes: "RESOLVED: That …", "Agreed by Mr McGrath.", "Question from Ms Mallon about …", "Minutes taken as read and agreed."."""
    tokens = context.tokens
    start = opening(context, line)
    low = tokens.lows[start]
    after = tokens.lows[start + 1] if start + 1 < line.last else ""
    entries = context.lexicon.predicates.verbs.get(low)
    if (
        entries
        and low not in _NO_RULINGS
        and tokens.words[line.first : line.last].count(".") < 3
        and clauses.is_past(low)
        and (after in _BEHIND_MINUTED or start + 1 >= line.last or (after in _MANNERS and entries[-1].act in CLOSING))
    ):
        longest = clauses.match(context, VerbGroup(start, start), line.last)
        act = longest.predicate.act if low == "noted" and longest and longest.predicate.rest else entries[-1].act
        act = "acknowledged" if low == "noted" and after == "." else act
        speakers = _in_brackets(context, discourse, line) or agent_after(
            context, discourse, "between" if after == "between" else "by", start, line.last, near=3
        )
        alone = not speakers and after in {"to", "that"} and act in _OF_ONE and low != "noted"
        if alone:
            found = longest or Match(entries[-1], start, start + 1)
            act, speakers = frame(context, found, line.last) or found.predicate.act, discourse.speakers
        elif act == "undertook":
            act = "agreed"
        meeting = act in CLOSING or (low == "noted" and after == ".")
        yield Report(
            speakers or (everybody(context) if meeting and not alone else ()), act, "minuted", (start + 1, line.last)
        )
        return
    noun_act = context.lexicon.predicates.nouns.get(low)
    if noun_act and after in {"from", "by"} and (subject := clauses.subject_at(context, start + 2, line.last)):
        agents = speaking(context, discourse.agents(subject))
        if agents:
            yield Report(agents, noun_act, "minuted-noun", (subject.last, line.last))
            return
    if shared := _shared(context, start, line.last):
        yield Report(everybody(context), shared, "minuted-noun", (start + 1, line.last))
        return
    if (low in _PAPERS or (low in _EARLIER and after in _PAPERS)) and not any(
        tokens.lows[k] in BE for k in range(start, line.last)
    ):
        for k in range(start + 1, line.last):
            entries = context.lexicon.predicates.verbs.get(tokens.lows[k])
            if entries and entries[-1].act in {"agreed", "decided", "acknowledged"} and clauses.is_past(tokens.lows[k]):
                yield Report(everybody(context), entries[-1].act, "minuted-passive", (start, k))
                return


_BEHIND_MINUTED = frozenset(": that by between . – - to with on as in not".split())
_MANNERS = frozenset(", ; ( unanimously accordingly nem".split())  # "RESOLVED, by three votes to one: (a) that …"
_NO_RULINGS, _PAPERS = lists("speaking").words("no-rulings"), lists("speaking").words("jotted-papers")
_EARLIER = lists("speaking").words("earlier")


def _shared(context: Context, start: int, last: int) -> str | None:
    """ "General agreement that …", "Some discussion of …", "Broad support for …": the act that all share, of a note without a verb."""
    lows, nouns = context.tokens.lows, context.lexicon.predicates.nouns
    noun = start + (lows[start] in _SHARED)
    act = nouns.get(lows[noun]) if noun + 1 < last else None
    if act == "opined" and lows[noun + 1 : noun + 3] == ["was", "that"]:
        return act  # "Feeling was that fines are too low."
    if noun > start and act == "opined" and lows[noun + 1] in {"that", "was"}:
        return act  # "General feeling that fines are too low."
    if act not in _SHARED_ACTS or lows[noun + 1] not in _ABOUT:
        return None
    return act if noun > start or act in {"agreed", "discussed"} else None


_SHARED_ACTS = CLOSING | {"welcomed", "discussed", "concerned"}
_SHARED = frozenset(
    "general broad unanimous universal full strong some wide much widespread brief long lively common".split()
)
_ABOUT = frozenset("that on to for of about over as in with".split())


# acts that one person does: behind what somebody said "Offered to send it." goes on with the same speaker
_OF_ONE = frozenset("informed opined asked requested suggested undertook thanked concerned welcomed".split())


def _in_brackets(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """Who is named in brackets at the end ("Agreed in principle (TW).")."""
    words = context.tokens.words
    for k in range(line.last - 1, max(line.first, line.last - 4), -1):
        if words[k - 1] == "(" and (subject := clauses.subject_at(context, k, line.last)):
            return speaking(context, discourse.agents(subject))
    return ()


# with these no noun phrase begins: "Thought other areas might copy it.", "Expects the scheme to be in scope."
_GOES_ON = lists("speaking").words("goes-on")


def without_subject(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Also explained what …", "Noted that …": the last speaker goes on; as a note of the meeting, nobody in particular."""
    tokens = context.tokens
    start = line.first
    while start < line.last and (
        tokens.lows[start] in OPENERS or tokens.lows[start] in ADVERBS or not tokens.words[start][0].isalnum()
    ):
        start += 1
    if (
        start >= line.last
        or (tokens.lows[start] in _HANGING and tokens.lows[start] not in {"considering", "asked"})
        or start in context.mention_at
    ):
        return
    group = clauses.verb_group(context, start, line.last)
    goes_on = tokens.lows[start] in _GOES_ON
    if group is None or group.head != start or not (goes_on or clauses.is_past(tokens.lows[start])):
        return
    found = clauses.match(context, group, line.last)
    if found is None or line.passage.kind is PassageKind.ACTION:
        return
    act = frame(context, found, line.last) or found.predicate.act
    follower = tokens.lows[start + 1] if start + 1 < line.last else ""
    if (
        follower
        and not goes_on
        and act != "discussed"
        and follower not in _BEHIND_A_VERB
        and not _counts(context, start + 1, line.last)
        and start + 1 not in context.mention_at
    ):
        return
    speakers = discourse.speakers if start > line.first or act not in CLOSING else everybody(context)
    yield Report(speakers, act, "no-subject", (found.last, line.last))


def _counts(context: Context, i: int, last: int) -> bool:
    """ "Offered two days a week until June.": a number behind the verb, and no other verb of which it might be the subject."""
    lows = context.tokens.lows
    counted = lows[i] in _NUMBERS or lows[i][0].isdigit()
    return counted and not any(word in AUXILIARIES or clauses.is_past(word) for word in context.tokens.words[i:last])


_NUMBERS = frozenset("one two three four five six seven eight nine ten twelve twenty".split())


@needs(sign({"that", "to"}))
def resolution(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "(i) that the precept be supported;", "4.1 To note the letter.", "That the Head of Service report in March.": what was resolved."""
    tokens = context.tokens
    start = opening(context, line, shortest=2)
    if start + 2 >= line.last:
        return
    low, after = tokens.lows[start], tokens.lows[start + 1]
    before = tokens.words[line.first - 1] if line.first else ""
    marked = start > line.first or line.passage.kind is PassageKind.ITEM or before[:1].isdigit() or before == ")"
    proposed = low == "that" and any(
        word in {"be", "report"} for word in tokens.lows[start : min(line.last, start + 25)]
    )
    if proposed or (marked and (low == "that" or (low == "to" and (after in _RESOLVED or after in _CHARGING)))):
        act = "informed" if low == "that" and _of_points(context, line) else "decided"
        yield Report(everybody(context), act, "resolution", (start, line.last))


def _of_points(context: Context, line: Line) -> bool:
    """Is it one of the points that a lead-in tells of ("In discussion, the following points were made:"), and nothing resolved?"""
    words, lows = context.tokens.words, context.tokens.lows
    at = next((k for k in range(line.first - 1, max(0, line.first - _FAR), -1) if words[k] == ":"), 0)
    lead = lows[max(0, at - _LEAD) : at]
    stop = max((k for k, low in enumerate(lead) if low == "."), default=-1)
    return not _POINTS.isdisjoint(lead[stop + 1 :]) and _RULED.isdisjoint(lead[stop + 1 :])


_POINTS, _RULED = lists("speaking").words("points-made"), lists("speaking").words("ruled-behind")
_FAR, _LEAD = 250, 14  # tokens back to the colon of a lead-in, and of the lead-in
_CHARGING = ACTING.words("charging")


def opening(context: Context, line: Line, shortest: int = 1) -> int:
    """The first token that is a word of so many letters, behind dashes and dots; one letter alone may be a list mark."""
    words = context.tokens.words
    for k in range(line.first, line.last):
        if len(words[k]) >= shortest and words[k][0].isalpha():
            return k
    return line.first


_RESOLVED = frozenset(
    "note approve agree endorse adopt accept receive recommend refer support ratify authorise delegate confirm defer".split()
)


@needs(sign({":", "-", "–"}))
def label(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "CC: dip sample shows 71 per cent.", "SAD - yes, any session": a speaker before a mark."""
    subject = clauses.subject_at(context, line.first, line.last)
    if subject is None or subject.last + 2 >= line.last or context.tokens.words[subject.last] not in {":", "-", "–"}:
        return
    agents = speaking(context, discourse.agents(subject))
    if agents and context.tokens.lows[subject.last + 1] != "to":
        yield from jotted(context, agents, subject.last + 1, line.last)


def jotted(context: Context, agents: tuple[str, ...], first: int, last: int) -> Iterator[Report]:
    """Behind the mark: a verb of which the speaker is the subject ("FG – asked for a copy"), an adjective, else what was said."""
    adjectives, lows = context.lexicon.predicates.adjectives, context.tokens.lows
    denied = next((entry.act for entry in adjectives.get(lows[first + 1], ()) if not entry.rest), None)
    if lows[first] == "not" and denied:
        yield Report(agents, context.lexicon.predicates.negated.get(denied, denied), "label-adjective", (first, last))
        return
    bare = [
        entry for entry in adjectives.get(lows[first], ()) if not entry.rest or entry.rest[0] in lows[first : first + 3]
    ]
    if bare and context.tokens.lows[first + 1 : first + 2] != ["to"]:
        yield Report(agents, bare[-1].act, "label-adjective", (first, last))
        return
    group = clauses.verb_group(context, first, last)
    past = (
        group is not None
        and group.first == first
        and not group.passive
        and clauses.is_past(context.tokens.lows[group.head])
    )
    found = clauses.match(context, group, last) if group is not None and past else None
    act = act_of(context, group, found, last) if group is not None and found else None
    if found and act:
        yield Report(agents, act, "label-verb", (found.last, last))
    else:
        yield Report(agents, "informed", "label", (first, last))
