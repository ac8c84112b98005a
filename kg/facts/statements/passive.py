"""Speech told in the passive, with and without an agent.

Comes in: a sentence.  Goes out: what was agreed, asked, welcomed; by whom, where the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Match, VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.acts import frame
from kg.facts.statements.nominal import possessive_noun
from kg.facts.statements.report import ASKS, CLOSING, Report
from kg.facts.statements.voices import addressees_at, agent_after, everybody
from kg.facts.words import OWNERS, SINGULAR
from kg.lexicon.lists import lists

_EXPRESS = frozenset(
    "expressed voiced raised made given offered asked put sought received drawn recorded conveyed extended paid entered lodged tendered delivered registered shown evinced signalled".split()
)


_RAISABLE = frozenset(
    """
    question questions issue issues point points concern concerns need suggestion suggestions proposal
    proposals query queries possibility idea ideas matter matters risk risks importance view views minutes
    paper report recommendation recommendations request requests update updates clarification thanks apologies
    support disappointment regret appreciation problem problems comment comments inquiry enquiry example
    examples case discussion action actions amendments draft plan terms assurance assurances explanation
    """.split()
)
_SUBJECTS = frozenset("it this that these all".split())
_BEING = frozenset("was were is are been".split())
_REASONS = frozenset({"because", "since", "although", "though", "whereas"})
_IS, _BECAUSE = sign(_BEING), sign(_REASONS)
_MENTIONS = lists("speaking").words("mentions")
_OF_ALL = CLOSING | {"acknowledged"}


@needs(sign(_SUBJECTS), sign({"was", "were", "is", "been"}))
def impersonal(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It was agreed that …", "It was suggested by X that …", "This was agreed.", "It was the Chair's view that …"."""
    tokens = context.tokens
    start = line.start
    if start >= line.last or tokens.lows[start] not in _SUBJECTS:
        return
    group = clauses.verb_group(context, start + 1, line.last)
    if group is None or group.modal or group.be not in {"was", "were", "is", "been"}:
        return
    if tokens.lows[start] == "it" and (nominal := possessive_noun(context, discourse, group.head, line.last)):
        agents, noun, after = nominal
        yield Report(agents, context.lexicon.predicates.nouns[noun], "impersonal-noun", (after, line.last))
        return
    if tokens.lows[start] == "it" and tokens.lows[group.head : group.head + 2] in _LEFT:
        yield Report(everybody(context), "agreed", "impersonal-passive", (group.head + 1, line.last))
        return
    found = clauses.match(context, group, line.last, verbs_only=True)
    if found is None or not clauses.is_participle(tokens.lows[group.head]):
        return
    before = group.perfect or tokens.lows[group.first] == "had"  # "It had been announced in August that …"
    if before and found.predicate.act not in {"agreed", "decided"}:
        return
    near = _to_that(context, group.head, line.last)
    speakers = agent_after(context, discourse, "by", group.head, line.last, near=near) or agent_after(
        context, discourse, "from", group.head, line.last, near=2
    )
    act = _frame(context, found, line.last) or found.predicate.act
    granted = act == "acknowledged" and discourse.act in ASKS and tokens.lows[group.head] in _GRANTED
    if act == "undertook" or (granted and tokens.lows[start] != "it"):
        act = "agreed"
    if act == "requested" and not speakers and tokens.lows[group.head] in _ORDERS:
        act = "decided"
    if group.negated:
        act = context.lexicon.predicates.negated.get(act, act)
    if not speakers and act in _OF_ALL:
        speakers = everybody(context)
    from_whom = tokens.lows[found.last : found.last + 1] == ["from"]
    put_to = () if from_whom else addressees_at(context, discourse, found.last, line.last, ())
    if not speakers and context.small:
        speakers = discourse.counterpart(put_to) if put_to else ()
    to_one = tokens.lows[group.head + 1 : group.head + 3] in (["to", "him"], ["to", "her"])
    if (
        not speakers
        and (
            (to_one and bool(context.small or discourse.asking))  # in a larger company anybody may have told her
            or tokens.lows[group.head + 1 : group.head + 3] in (["in", "answer"], ["in", "reply"], ["in", "response"])
            or tokens.lows[line.first : line.first + 2] in (["in", "reply"], ["in", "answer"], ["in", "response"])
            or tokens.lows[group.head] in {"answered", "replied"}
        )
    ):
        speakers = discourse.replier()
    if not speakers and act in {"welcomed", "thanked"}:
        ours = _BY_ALL & set(tokens.lows[group.head : line.last])
        speakers = everybody(context) if ours else discourse.counterpart()
    speakers = () if speakers == put_to else speakers  # "It was put to him that …": not by himself
    yield Report(speakers, act, "impersonal-passive", (group.head + 1, line.last), put_to)


_GRANTED = frozenset({"conceded", "granted", "allowed"})  # of what was asked for
_BY_ALL = frozenset({"sides", "round", "quarters"})  # "was welcomed all round"
_LEFT = (["left", "that"], ["left", "as"])  # "it was left as it stood"


def _to_that(context: Context, i: int, last: int) -> int:
    """How far from the verb its agent may stand: to the "that" of what was said, else four tokens."""
    lows = context.tokens.lows
    return next((k - i for k in range(i + 1, min(last, i + 10)) if lows[k] in {"that", "whether"}), 4)


def _frame(context: Context, found: Match, last: int) -> str | None:
    """The act before the complement, be it behind the side that speaks ("It was accepted on the Trust's side that …")."""
    lows = context.tokens.lows
    behind = "on" in lows[found.last : found.last + 1] and "that" in lows[found.last : min(last, found.last + 8)]
    frames = context.lexicon.predicates.frames.get(found.predicate.base, {})
    return frame(context, found, last) or (frames.get("that") if behind else None)


_ORDERS = frozenset("ordered directed instructed enjoined".split())


@needs(sign(_MENTIONS), sign({"made"}), sign({"was", "were"}))
def in_passing(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Reference was made to the storm.", "Mention was made by TW of the fog."."""
    lows, start = context.tokens.lows, line.start
    k = next((k for k in range(start + 1, min(line.last - 1, start + 6)) if lows[k] in {"was", "were"}), None)
    head = next((m for m in range(k + 1, k + 3) if lows[m : m + 1] == ["made"]), None) if k else None
    if head is not None and not _MENTIONS.isdisjoint(lows[start:k]):
        speakers = agent_after(context, discourse, "by", head, line.last, near=4)
        yield Report(speakers, "informed", "in-passing", (start, head))


@needs(_IS)
def passive(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "These reviews were welcomed by the VC", "Concern was expressed …", "The minutes were approved"."""
    tokens = context.tokens
    start = line.start
    for k in context.showing(_IS | _BECAUSE, start + 1, min(line.last, start + 40)):
        if tokens.lows[k] in _REASONS:
            return  # "It could not, Mr Nield explained, because pay was settled elsewhere"
        if tokens.lows[k - 1] in {"which", "that", "who", "it", "what"}:
            continue
        group = clauses.verb_group(context, k - 1 if tokens.lows[k] == "been" else k, line.last)
        if group is None or not (group.passive or tokens.lows[group.head] == "agreed"):
            continue
        if not group.perfect and not group.modal and _is_ruled(context, start, k, group.head):
            speakers = agent_after(context, discourse, "by", group.head, line.last, near=4)
            yield Report(speakers or everybody(context), "decided", "ruling", (start, group.head))
            return
        if tokens.lows[k] in {"was", "were"} and (taken := _minuted(context, start, k, group.head, line.last)):
            yield Report(everybody(context), taken, "minuted-passive", (start, group.head))
            return
        found = clauses.match(context, group, line.last, verbs_only=True)
        nouns = filter(context.lexicon.predicates.nouns.__contains__, tokens.lows[start : min(k, start + 8)])
        noun = next(nouns, None)
        if tokens.lows[group.head] == "carried" and {"votes", "unanimously", "nem"} & set(
            tokens.lows[group.head : group.head + 5]
        ):
            yield Report(everybody(context), "decided", "passive-no-agent", (start, group.head))
            return
        if tokens.lows[group.head] == "drawn" and "attention" in tokens.lows[start:k]:
            noun = "attention"
        express = tokens.lows[group.head] in _EXPRESS
        if tokens.lows[group.head + 1] in _SITTING:
            return
        if found is None and not (noun and express):
            continue
        act = found.predicate.act if found else "asked" if tokens.lows[group.head] == "sought" else "informed"
        if (
            noun in context.lexicon.predicates.nouns
            and express
            and context.lexicon.predicates.nouns[noun] != "informed"
            and act != "asked"
        ):
            act = _unless_none(tokens.lows[start], context.lexicon.predicates.nouns[noun])
        speakers = (
            ()
            if _is_second(context, group.head)
            else agent_after(context, discourse, "by", group.head, line.last, near=8)
        )
        if speakers and tokens.lows[k] in ({"was", "were"} if express else {"was", "were", "is", "are"}):
            yield Report(speakers, act, "passive-by", (start, group.head))
            return
        if tokens.lows[k] in {"is", "are", "been"} or group.modal:
            return
        yield from _without_agent(context, discourse, act, (start, k), group, line.last)
        return


_SITTING = frozenset({"closed", "open", "adjourned", "quorate"})  # "The meeting was declared closed."


def _is_second(context: Context, head: int) -> bool:
    """ "were confirmed and signed by the Chair": does the agent belong to a second participle?"""
    lows = context.tokens.lows
    at = next((k for k in range(head + 1, head + 7) if lows[k] == "and"), None)
    return at is not None and "by" not in lows[head:at] and lows[at + 1] == "signed"


def _without_agent(
    context: Context, discourse: Discourse, act: str, before: tuple[int, int], group: VerbGroup, last: int
) -> Iterator[Report]:
    """ "The minutes were agreed.", "The plan was not accepted.", "That assurance was given.": by all of them, by whoever was asked, or by nobody told."""
    start, verb = before
    subject, head = set(context.tokens.lows[start:verb]), context.tokens.lows[group.head]
    told_of = "had" in subject  # "had been due last autumn but was postponed": what was before
    by = context.tokens.lows[group.head + 1] == "by"
    given = head in _GIVEN and not by and "no" not in subject and not _PLEDGES.isdisjoint(subject)
    if told_of or (act not in CLOSING and not given and not _is_raised(subject, head)):
        return
    shared = act in CLOSING or (
        act in {"welcomed", "thanked"} and not _BY_ALL.isdisjoint(context.tokens.lows[group.head : last])
    )
    speakers = everybody(context) if shared else _giver(context, discourse, group.head + 1, last) if given else ()
    told = "undertook" if given else "disagreed" if group.negated and act == "agreed" else act
    behind = given and context.tokens.lows[group.head + 1] in _TO_COME
    yield Report(speakers, told, "passive-no-agent", (group.head + 1, last) if behind else (start, group.head))


def _giver(context: Context, discourse: Discourse, i: int, last: int) -> tuple[str, ...]:
    """Who gave a pledge that nobody is said to have given: whose people are to act by it ("that her solicitor would clear it"), else whoever was
    asked, or gave another just before."""
    lows = context.tokens.lows
    own = OWNERS.get(lows[i + 1]) if lows[i] == "that" and i + 1 < last else None
    return (discourse.pronoun(own) if own in SINGULAR else ()) or (
        discourse.speakers if discourse.act == "undertook" else discourse.replier()
    )


def _is_raised(subject: set[str], head: str) -> bool:
    """Is it a matter that meetings raise, or a verb that puts one forward; not "Apologies were received"?"""
    away = "apologies" in subject and head in _AWAY
    return head in _MOOTED or (not away and not _RAISABLE.isdisjoint(subject))


def _unless_none(first: str, act: str) -> str:
    """ "No commitment was given by the judge": nothing is undertaken."""
    return "informed" if first == "no" and act == "undertook" else act


def _minuted(context: Context, start: int, verb: int, head: int, last: int) -> str | None:
    """ "The report was noted.", "The paper was warmly received.": how a meeting takes what is before it."""
    lows = context.tokens.lows
    if lows[head] not in {"noted", "received"} or "by" in lows[head:last] or _PAPERS.isdisjoint(lows[start:verb]):
        return None
    return "welcomed" if not _WELL.isdisjoint(lows[verb:head]) else "acknowledged"


def _is_ruled(context: Context, start: int, verb: int, head: int) -> bool:
    """ "The request was refused.", "On being put to the vote the motion was lost": what the meeting ruled."""
    lows = context.tokens.lows
    if "by" in lows[head + 1 : head + 3] and not _VOTED & set(lows[head + 1 : head + 6]):
        return False  # by somebody, who may have been elsewhere
    ruled = lows[head] in _RULINGS or (lows[head] == "put" and not _RULINGS.isdisjoint(lows[head + 1 : head + 7]))
    put = not _MOTIONS.isdisjoint(lows[max(start, verb - 4) : verb])
    return ruled and (put or lows[start + 1] in _MOTIONS)  # "A request from the Partnership for more pumps was refused"


_VOTED = frozenset({"vote", "votes", "majority", "committee", "board", "members", "casting"})
_RULINGS, _MOTIONS = lists("speaking").words("rulings"), lists("speaking").words("motions")
_PAPERS, _WELL = lists("speaking").words("papers"), lists("speaking").words("well")
_AWAY = lists("speaking").words("away")
_GIVEN = frozenset({"given", "made", "offered"})
_TO_COME = frozenset({"that", "to"})
_MOOTED, _PLEDGES = lists("speaking").words("mooted"), lists("speaking").words("pledges")
