"""The answer that a question, an offer or a request meets in the same sentence: "…, which was accepted.", "…, and was told that it might not.".

Comes in: a sentence with what was found of its first speaker.  Goes out: what the other said to that.  The one idea: few words join an answer to
what it answers, and where it names nobody, the one who was asked speaks, else the only other one, else who spoke before.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.acts import act_of
from kg.facts.statements.report import ASKS, Report
from kg.facts.statements.voices import agent_after, everybody, speaking
from kg.facts.words import ADVERBS
from kg.lexicon.lists import lists

_SPEAKING = lists("speaking")
_ANSWERS = _SPEAKING.values("answers")
_REPLIES, _PARRYING = _SPEAKING.words("replies"), _SPEAKING.words("parrying")
_TOLD = frozenset("told informed advised assured reassured reminded".split())
_MEETS = frozenset({"met", "found"})
_RELATIVES = frozenset({"which", "that"})
_PERSONS = frozenset({"he", "she", "they"})
_BEHIND_TOLD = frozenset({"that", "so", ",", "not", "there", "it", "this", "of"})
_PUTS = ASKS | {"undertook", "agreed"}
_ANY = sign(_ANSWERS.keys() | _REPLIES | _PARRYING | _TOLD | _MEETS | {"thanked", "seconded"})
_WHICH = sign({"which"})


@needs(_ANY)
def answered(context: Context, discourse: Discourse, line: Line, first: Report) -> Iterator[Report]:
    """The other's answer: "…, to which the reply was that …", "…, but she preferred not to.", "…, an offer which he accepted."."""
    start = max(line.first + 3, first.content[0] - 1)
    for k in context.showing(_ANY, start, line.last):
        told = _answer_at(context, discourse, line, first, k)
        if told and told.act and not (set(told.speakers) & set(first.speakers) and told.rule == "answered"):
            yield told
            return


def _answer_at(context: Context, discourse: Discourse, line: Line, first: Report, k: int) -> Report | None:
    """The answer whose verb or noun stands at a token."""
    lows, last = context.tokens.lows, line.last
    low = lows[k]
    i = _before_adverbs(lows, k, line.first)
    other = _other(discourse, first)
    if low in _MEETS:
        whole = first.rule == "nominal-subject" or lows[i] in {"this", "that", "which"}
        return _welcome(context, line, k) if whole else None
    if low == "thanked":
        return (
            Report(other, "thanked", "answered", (line.first, k), first.speakers)
            if lows[k - 2 : k] == ["and", "was"]
            else None
        )
    if low == "seconded":
        speakers = agent_after(context, discourse, "by", k, last, near=3)
        return Report(speakers, "agreed", "seconded", (line.first, k)) if speakers else None
    if low in _REPLIES:
        joined = lows[k - 3 : k] == ["to", "which", "the"] and lows[k + 1] in {"was", "came"}
        return Report(other, "informed", "answered", (k + 2, last)) if joined else None
    if low in _TOLD and first.act in ASKS:
        joined = lows[i] == "was" and lows[i - 1] in {"and", "but"} and lows[k + 1] in _BEHIND_TOLD
        return Report(other, "informed", "answered", (k + 1, last), first.speakers) if joined else None
    if low in _PARRYING and first.act in ASKS and lows[i] in _PERSONS and lows[i - 1] in {"but", "and", ","}:
        act = "disagreed" if low in {"declined", "refused"} else "informed"
        return Report(other, act, "answered", (k, last)) if other else None
    return _taken_up(context, discourse, line, first, k, i) if low in _ANSWERS and first.act in _PUTS else None


def _taken_up(context: Context, discourse: Discourse, line: Line, first: Report, k: int, i: int) -> Report | None:
    """ "…, which was accepted with pleasure.", "…, an offer which he took up.", "…, and AD agreed.", "… was refused."."""
    lows, last = context.tokens.lows, line.last
    speakers: tuple[str, ...] = ()
    if lows[i] == "was" and lows[k + 1] == "by":
        speakers = agent_after(context, discourse, "by", k, last, near=4)
    elif lows[i] == "was" and _is_what_was_put(context, line, first, i):
        return Report(_other(discourse, first), _ANSWERS[lows[k]], "taken-up", (line.first, k))
    elif lows[i] in _PERSONS and (lows[i - 1] == "and" or lows[i - 1] in _RELATIVES) and _ends_near(context, k, last):
        speakers = _other(discourse, first)
    elif (at := _name_before(context, i)) and lows[at - 1] in _RELATIVES | {"and"} and _ends_near(context, k, last):
        speakers = speaking(context, discourse.agents(clauses.subject_at(context, at, last)))
    if not speakers or set(speakers) & set(first.speakers):
        return None
    return Report(speakers, _ANSWERS[lows[k]], "taken-up", (line.first, k))


@needs(_WHICH)
def remarked(context: Context, discourse: Discourse, line: Line, first: Report) -> Iterator[Report]:
    """ "…, which TW accepted.", "…, a point with which TW agreed.": a relative clause at the end, of what another says to it."""
    start = max(line.first + 3, line.last - _NEAR)
    for k in context.showing(_WHICH, start, line.last - 2):
        subject = clauses.subject_at(context, k + 1, line.last)
        group = clauses.verb_group(context, subject.last, line.last) if subject and subject.actors[0].key else None
        found = clauses.match(context, group, line.last) if group else None
        if (
            subject is None
            or group is None
            or found is None
            or group.perfect
            or group.modal
            or line.last - group.head > _FEW
        ):
            continue
        if "," in context.tokens.words[group.head : line.last]:
            continue  # the clause before goes on
        own = {"accept": "acknowledged", "share": "agreed"}.get(found.predicate.base)
        if not _TAKING.isdisjoint(context.tokens.lows[group.head : line.last]):
            own = own or "agreed"  # "offered the figures, which TW was happy to accept"
        act = own or act_of(context, group, found, line.last)
        agents = speaking(context, discourse.agents(subject))
        if act and agents and not set(agents) & set(first.speakers):
            yield Report(agents, act, "remarked", (line.first, k))
            return


_FEW = 5  # tokens
_TAKING = frozenset({"accept", "take"})


def _is_what_was_put(context: Context, line: Line, first: Report, i: int) -> bool:
    """Is the subject of "was" what had been put: "which was accepted", "and this was promised", "An offer by X … was declined"?"""
    lows = context.tokens.lows
    if lows[i - 1] == "which" or (lows[i - 1] in {"this", "that"} and lows[i - 2] in {"and", "but", ";"}):
        return True
    return first.rule == "nominal-subject" and "that" not in lows[line.first : i]


def _welcome(context: Context, line: Line, k: int) -> Report | None:
    """ "…, and this met with general approval.", "…, which found favour.": how all took it."""
    lows = context.tokens.lows
    behind = lows[k + 1 : min(line.last, k + 6)]
    if "general" not in behind and not (behind[:1] == ["favour"] and behind[1:2] in (["."], [], [";"])):
        return None
    return Report(everybody(context), "welcomed", "answered-by-all", (line.first, k))


def _other(discourse: Discourse, first: Report) -> tuple[str, ...]:
    return first.addressees or discourse.counterpart(first.speakers)


def _before_adverbs(lows: list[str], k: int, first: int) -> int:
    """The token before a verb and the adverbs in front of it."""
    i = k - 1
    while i > first and (lows[i] in ADVERBS or lows[i].endswith("ly")):
        i -= 1
    return i


def _name_before(context: Context, i: int) -> int:
    """Where the name begins that ends at a token, or 0."""
    mention = context.name_around(i)
    return mention.first if mention is not None and mention.last == i + 1 else 0


def _ends_near(context: Context, k: int, last: int) -> bool:
    """Does the sentence end a few words behind a verb?"""
    return last - k <= _NEAR


_NEAR = 9  # tokens
