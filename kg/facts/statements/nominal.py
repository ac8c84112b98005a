"""Speech told by a noun: "her concern was …", "the suggestion came from …", "there was discussion of …".

Comes in: a sentence.  Goes out: what the owner of the noun, or whom it comes from, said.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import NOUNS, needs, sign
from kg.facts.statements.report import Report
from kg.facts.statements.voices import agent_after, everybody, speaking
from kg.facts.words import ARTICLES, BE, BEHIND_HER, MODALS, OBJECTS, OPENERS, OWNERS
from kg.lexicon.lists import lists

_SEEM = frozenset("seem appear look sound strike matter".split())
_SEEMS = frozenset("seemed appeared looked sounded mattered".split())
_TURNS = frozenset("was were came remained is".split())
_ENSUES = frozenset("ensued followed arose developed".split())
_PROMPTS = frozenset("provoked prompted occasioned sparked aroused stimulated generated triggered".split())


def possessive_noun(
    context: Context, discourse: Discourse, i: int, last: int
) -> tuple[tuple[str, ...], str, int] | None:
    """ "the Chief Inspector's suggestion", "her concern", "the view of the Board": agents, noun, and the token after."""
    tokens = context.tokens
    nouns = context.lexicon.predicates.nouns
    actor = clauses.actor_at(context, i, last)
    agents: tuple[str, ...] = ()
    j = i
    if actor is not None and actor.key and tokens.lows[actor.last - 1].endswith(("'s", "s'")):
        j, agents = actor.last, speaking(context, discourse.of(actor))
    elif tokens.lows[i] in {"his", "her", "their"}:
        j, agents = i + 1, discourse.pronoun(OWNERS[tokens.lows[i]])
    if agents:
        for k in range(j, min(last, j + 4)):
            if tokens.lows[k] in nouns:
                return agents, tokens.lows[k], k + 1
        return None
    j = i
    while (
        j < last
        and (
            tokens.lows[j] in ARTICLES
            or tokens.lows[j]
            in {"first", "second", "next", "main", "final", "only", "general", "further", "another", "one"}
        )
        and j - i < 4
    ):
        j += 1
    near = tokens.lows[j : min(last - 2, j + 3)]
    if nouns.keys().isdisjoint(near):
        return None
    for k in range(j, j + len(near)):
        if tokens.lows[k] in nouns:
            for m in range(k + 1, min(last - 1, k + 5)):
                if tokens.lows[m] in {"of", "from", "by"} and (subject := clauses.subject_at(context, m + 1, last)):
                    agents = speaking(context, discourse.agents(subject))
                    if agents:
                        return agents, tokens.lows[k], subject.last
                if tokens.lows[m] in {"that", "is", "was"}:
                    break
            return None
    return None


@needs(NOUNS)
def nominal(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Her concern was that …", "The first question from the VC was about …", "In his view …", "The meeting opened with an explanation from X"."""
    tokens = context.tokens
    first = line.first
    while first < line.last and (tokens.lows[first] in OPENERS or tokens.words[first] == ","):
        first += 1
    if (
        tokens.lows[first] == "in"
        and tokens.lows[first + 1] not in {"answer", "reply", "response"}
        and (found := possessive_noun(context, discourse, first + 1, line.last))
    ):
        agents, noun, after = found
        if context.lexicon.predicates.nouns[noun] in {"opined", "informed"}:
            yield Report(agents, "opined", "in-view-of", (after, line.last))
            return
    start = line.start
    if found := possessive_noun(context, discourse, start, line.last):
        agents, noun, after = found
        group = clauses.verb_group(context, _to_verb(context, after, line.last), line.last)
        if group is not None and _is_told_by_others(context, discourse, group, noun, line.last):
            return
        told = group is not None and not group.perfect and (not group.modal or _says_what(group))
        told = told and not (
            noun in context.lexicon.undertakings.nouns and group is not None and group.be and not group.copula
        )
        if told:
            yield Report(agents, context.lexicon.predicates.nouns[noun], "nominal-subject", (after, line.last))
            return
    yield from _noun_from(context, discourse, line, start)


def _says_what(group: VerbGroup) -> bool:
    """ "His advice was to wait", "his advice would be to wait", but not "his decision was to be appealed", "his advice would be published"."""
    return group.copula if group.be else group.modal in {"was to", "be to"}


def _is_told_by_others(context: Context, discourse: Discourse, group: VerbGroup, noun: str, last: int) -> bool:
    """ "The Board's decision was regretted by AQ", "NR's report was noted": the noun names what was told before, the verb how it was taken."""
    if not group.passive or context.lexicon.predicates.nouns[noun] not in _BEFORE:
        return False
    taken = clauses.match(context, group, last, verbs_only=True) or context.tokens.lows[group.head] in _TAKEN
    return bool(taken) and (noun in _PAPERS or bool(agent_after(context, discourse, "by", group.head, last, near=4)))


_TAKEN = frozenset({"noted", "received"})
_PAPERS = lists("speaking").words("papers")
_BEFORE = frozenset({"decided", "informed", "agreed"})


@needs(sign({"to", "for"}), sign(_SEEM | _SEEMS | _TURNS))
def dative(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "This was welcome news to the VC", "The delay was a matter of concern to members"."""
    tokens, predicates = context.tokens, context.lexicon.predicates
    start = line.start
    at = _to_verb(context, start, line.last)
    negated = tokens.lows[at] in {"did", "does"} and tokens.lows[at + 1] == "not"
    if tokens.lows[at] in _SEEMS or (negated and tokens.lows[at + 2] in _SEEM):
        act: str | None = "opined"  # "It seemed to the Chair that …", "That did not look to TW like …"
    elif tokens.lows[at] in _TURNS:
        act = None
    else:
        return
    for k in range(at + 1, min(line.last - 1, at + 8)):
        low = tokens.lows[k]
        if low in {"to", "for"} and act and (agents := _whom(context, discourse, k + 1, line.last)) is not None:
            if agents := speaking(context, agents):
                yield Report(agents, act, "dative", (start, at))
            return
        act = act or predicates.nouns.get(low)
        if not act and (entries := predicates.adjectives.get(low)):
            act = next((entry.act for entry in entries if not entry.rest), None)


def _whom(context: Context, discourse: Discourse, k: int, last: int) -> tuple[str, ...] | None:
    """ "(seemed) to the Chair", "to her the weakest point", but not "to her colleagues": those who see it so; ``None`` where nobody stands there."""
    lows = context.tokens.lows
    if lows[k] in OBJECTS and (lows[k + 1] in BEHIND_HER or not lows[k + 1][0].isalpha()):
        return discourse.pronoun({"m": "he", "f": "she"}.get(OBJECTS[lows[k]] or "", "they"))
    subject = clauses.subject_at(context, k, last)
    return discourse.agents(subject) if subject is not None else None


def _to_verb(context: Context, i: int, last: int) -> int:
    """The first token from ``i`` on that is a form of be, have or a verb in the past."""
    for k in range(i, min(last, i + 16)):
        low = context.tokens.lows[k]
        if (
            low in BE
            or (low in MODALS and k == i)
            or (clauses.is_past(low) and k not in context.mention_at)
            or low in {"has", "had"}
        ):
            return k
    return i


def _noun_from(context: Context, discourse: Discourse, line: Line, start: int) -> Iterator[Report]:
    """ "The suggestion came from X", "The meeting opened with an explanation from X"."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    group_at = _to_verb(context, start, line.last)
    if group_at == start or tokens.lows[group_at] not in {
        "came",
        "was",
        "opened",
        "began",
        "started",
        "closed",
        "ended",
        "followed",
        "is",
    }:
        return
    noun = next((tokens.lows[k] for k in range(start, min(line.last, group_at + 6)) if tokens.lows[k] in nouns), None)
    if noun and (agents := agent_after(context, discourse, "from", group_at, line.last, near=8)):
        yield Report(agents, nouns[noun], "noun-from", (group_at + 1, line.last))


_TURNING = lists("speaking").words("turning")


@needs(sign(_ENSUES | _PROMPTS | _TURNING | {"said"}))
def ensued(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "A lively debate ensued.", "This prompted some discussion of …": talk that a sentence says there was."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    start = line.start
    for k in range(start + 1, min(line.last, start + 9)):
        low = tokens.lows[k]
        near = range(start, k) if low in _ENSUES else range(k + 1, min(line.last, k + 5)) if low in _PROMPTS else ()
        much = tokens.lows[k - 1 : k + 1] == ["was", "said"] and not _QUANTITIES.isdisjoint(tokens.lows[start:k])
        if much or any(nouns.get(tokens.lows[m]) == "discussed" for m in near):
            yield Report(everybody(context), "discussed", "talk-ensued", (line.first, line.last))
            return
        if (
            low in _TURNING
            and k + 1 < line.last
            and tokens.lows[k + 1] in {"to", "over", "on", "onto", "upon", "from", "next"}
        ):
            if nouns.get(tokens.lows[k - 1]) == "discussed" or nouns.get(tokens.lows[max(start, k - 2)]) == "discussed":
                yield Report(everybody(context), "discussed", "talk-turned", (k + 1, line.last))
            return
        if low == "arose" and any(nouns.get(tokens.lows[m]) == "asked" for m in near):
            yield Report((), "asked", "talk-ensued", (line.first, line.last))
            return


_QUANTITIES = lists("speaking").words("quantities")
_HUM = frozenset("murmur murmurs chorus ripple note notes measure degree expression expressions deal element".split())
LACKING = {"disagreed": "agreed", "concerned": "agreed", "agreed": "disagreed", "welcomed": "disagreed"}
_THERE_WAS = lists("speaking").values("there-was")


@needs(sign({"there"}))
def existential(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "There was discussion on …", "There was support for …", "A discussion took place on …"."""
    tokens = context.tokens
    start = line.start
    if tokens.lows[start : start + 1] != ["there"]:
        return
    group = clauses.verb_group(context, start + 1, line.last)
    followed = group is not None and tokens.lows[group.head] in {"followed", "ensued"}
    if group is None or (group.be not in {"was", "were"} and not followed) or group.perfect or group.modal:
        return
    lacking = group.negated
    for k in range(group.head, min(line.last, group.head + 7)):
        noun = tokens.lows[k]
        lacking = lacking or noun in {"no", "little", "scant"}
        act = "welcomed" if noun == "approval" else context.lexicon.predicates.nouns.get(noun) or _THERE_WAS.get(noun)
        if act and lacking:
            act = LACKING.get(act)
        if act:
            speakers = agent_after(context, discourse, "from", k, line.last, near=3) or agent_after(
                context, discourse, "by", k, line.last, near=3
            )
            yield Report(
                speakers or everybody(context),
                act,
                "existential-noun",
                (k + 1, line.last),
            )
            return
        if noun in {"that", "to", ","} or (noun == "of" and tokens.lows[k - 1] not in _HUM):
            return
