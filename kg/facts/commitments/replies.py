"""Replies to what was just asked for or offered: "This was agreed.", "He declined.", "She had no objection."

Comes in: a short sentence and the wishes before it.  Goes out: those wishes, now committed or refused.  The one idea: a reply has
no action of its own; it takes that of the wish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities import BODIES
from kg.facts.commitments.answers import (
    ACCEPTING,
    ASIDE,
    CARRIED,
    HINDRANCES,
    LONGEST,
    MOTIONS,
    SHORT_NO,
    accepting,
    flatly,
    is_accepted,
    is_bare,
    is_elliptic,
    is_withheld,
    of_a_deed,
    said_outright,
    taken,
    without_aside,
    without_reason,
)
from kg.facts.commitments.found import Found
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.words import ACTING, ARTICLES
from kg.model import Statement

_MEMORY, _TO_THE_VOTE = 2, 6  # sentences
_SHORTEST = 2
_CONSENTS = frozenset({"agreed", "undertook", "decided"})
_ITS = frozenset({"it", "they"})
_TAKING_UP = ACCEPTING | {"offer", "took", "taken"}
_LIKES = frozenset({"objection", "objections"})
_SHORT = ACTING.words("short-replies")
_APPROVALS = ACTING.words("approvals")
# rules of words that say who speaks within or behind what is said
_BESIDE = frozenset({"parenthetical", "inverted", "clause-elsewhere"})
_FRAMED = _BESIDE | {"label"}


def memory(context: Context, line: Line) -> int:
    """For how many sentences a wish is remembered: of a motion, until it is put to the vote."""
    lows = context.tokens.lows[line.first : line.last]
    return _TO_THE_VOTE if not MOTIONS.isdisjoint(lows) and not CARRIED.isdisjoint(lows) else _MEMORY


def replies(
    context: Context, line: Line, reports: list[Statement], asked: tuple[Found, ...], behind: int
) -> Iterator[Found]:
    """The wishes that a sentence grants or refuses, so many sentences ``behind`` them."""
    if context.tokens.words[line.last - 1] == ":" or "seconded" in context.tokens.lows[line.last - 4 : line.last]:
        return  # "The Board agreed:" opens a list; whoever seconds a motion leaves it to the vote
    opening = context.tokens.lows[line.start : line.start + 4]
    if opening[0] == "no" and HINDRANCES.isdisjoint(opening):
        return  # "No date was fixed."
    lows = context.tokens.lows[line.first : line.last]
    if reports[0].rule in _BESIDE:
        lows = without_aside(lows)
    framed = reports[0].rule in _FRAMED or (line.start > line.first and len(lows) < ASIDE)
    outright = flatly(lows, framed=framed)
    lows = accepting(without_reason(lows))
    if not _SHORTEST < len(lows) <= LONGEST and outright is None:
        return
    outright = outright or said_outright(lows)
    answer = (
        outright or is_elliptic(lows) or taken(lows) or of_a_deed(lows, said=_is_somebody(context, reports[0].speakers))
    )
    if is_accepted(lows) and any(item.strength != "requested" for item in asked):
        return  # an offer is taken, and whoever takes it promises nothing
    if answer is None and not is_bare(lows):
        return
    declined = not SHORT_NO.isdisjoint(lows[-2:])  # "declined, but offered to send a summary"
    told = (report.act for report in reports[: 1 if declined else None] if report.rule != "chained-would")
    act = next((act for act in told if act in _CONSENTS), reports[0].act)
    sentence = (line.first, line.last)
    if answer is not None:
        for item in asked:
            yield _taken_up(item, sentence, item.actors or reports[0].speakers, answer, "answered")
    elif act == "disagreed" and (_SHORT & set(lows) or is_withheld(lows)):
        for item in asked:
            yield _taken_up(item, sentence, _answerer(item, reports[0]) or item.actors, "unlikely", "refused")
    elif (act in _CONSENTS or ("no" in lows and HINDRANCES & set(lows))) and not _only_approves(
        context, lows, reports[0], asked
    ):
        for item in _still_open(asked, behind, lows):
            asked_of = lows[0] in _ITS  # "It would, he confirmed": whoever was asked
            named = () if asked_of else _answerer(item, reports[0])
            rule = "answered" if asked_of else "accepted"
            yield _taken_up(item, sentence, named or item.actors, "committed", rule)


def _taken_up(item: Found, sentence: tuple[int, int], actors: tuple[str, ...], strength: str, rule: str) -> Found:
    """A wish as a sentence answers it."""
    status = "unlikely" if strength == "unlikely" else None
    return replace(item, actors=actors, strength=strength, rule=rule, action=sentence, status=status)


def _still_open(asked: tuple[Found, ...], behind: int, lows: list[str]) -> list[Found]:
    """What may be granted still: an offer at once only, or in words that take it up."""
    taken = behind < 2 or not _TAKING_UP.isdisjoint(lows)
    return [item for item in asked if taken or item.strength != "committed"]


def _is_somebody(context: Context, speakers: tuple[str, ...]) -> bool:
    """Is it one person or body that speaks, and not the sense of the meeting?"""
    return len(speakers) == 1 and context.type_of(speakers[0]) in PERSONAL | BODIES


def _answerer(item: Found, report: Statement) -> tuple[str, ...]:
    """Who grants or refuses what was asked: whoever answers is the one who was asked, be it that another name stood nearer."""
    return report.speakers if len(report.speakers) == 1 and (item.strength == "requested" or not item.actors) else ()


def _only_approves(context: Context, lows: list[str], report: Statement, asked: tuple[Found, ...]) -> bool:
    """ "Members were content with it.", "All were in favour.", "This was accepted.", "To this he had no objection.": what others are to do is liked; whoever was
    asked, or whose body was, consents by the same words, and so does the other of few who meet to what was asked for."""
    if any(low == "as" and lows[k + 1] in ARTICLES for k, low in enumerate(lows[:-1])):
        return True  # "accepted this as a fair answer": judged to be so
    told = " ".join(lows)
    accepted = "was accepted" in told or "were accepted" in told
    if accepted and context.small and all(item.strength == "requested" for item in asked):
        return False
    likes = "no" in lows and not _LIKES.isdisjoint(lows)
    if not likes and ("to" in lows or not (_APPROVALS & set(lows) or accepted)):
        return False
    ours = {*report.speakers, *(context.cast.body_of(key) for key in report.speakers if likes)}
    return not any(ours & set(item.actors) for item in asked) or len(report.speakers) != 1
