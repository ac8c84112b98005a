"""Replies to what was just asked for or offered: "This was agreed.", "He declined.", "She had no objection."

Comes in: a short sentence and the wishes before it.  Goes out: those wishes, now committed or refused.  The one idea: a reply has
no action of its own; it takes that of the wish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities import BODIES
from kg.facts.commitments.found import Found
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.words import ACTING, MODALS
from kg.model import Statement

_MEMORY, _TO_THE_VOTE = 2, 6  # sentences
_LONGEST = 12
_SHORTEST = 2
_CONSENTS = frozenset({"agreed", "undertook", "decided"})
_BACK = frozenset("this that do both it these so them".split())
_LINKS = frozenset("this that so it".split())
_BARE = 5
_REASONS = frozenset({":", "–", "—", ";", "because", "since"})
_ITS = frozenset({"it", "they"})
_MOTIONS = frozenset({"motion", "proposal", "amendment", "resolution"})
_CARRIED = frozenset({"carried", "passed", "adopted"})
_WHY = frozenset({"because", "since", "as", "for", "which", "on", "pleading", "citing", "saying"})
_THOSE = frozenset({"it", "they", "these", "this", "that", "both", "all"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_ELLIPSIS = 4  # "nobody would be ."
_GLADNESS = ACTING.words("gladness")
_BY = frozenset({"by", "before", "within", "until", "latest"})
_SHORT_YES = frozenset({"accepted", "consented", "agreed", "assented"})
_MANNERS = ACTING.words("with-pleasure")
_ACCEPTING = frozenset({"accept", "accepted"})
_TAKING_UP = _ACCEPTING | {"offer", "took", "taken"}
_LIKES = frozenset({"objection", "objections"})
_UNLIKELY = ACTING.words("unlikely")
_IT = frozenset({"it", "this"})
_IT_ALONE = (["it"], ["this"])
_REFUSING = ACTING.words("refusing")
_HINDRANCES = ACTING.words("hindrances")
_DONE = ACTING.words("done")
_GRANT = frozenset({"agree", "consent", "accede", "assent", "accept", "entertain"})
_IT_OR_END = (["that"], ["this"], ["it"], ["."])
_SHORT = ACTING.words("short-replies")
_BACK_OR_END = _BACK | {",", "."}
_APPROVALS = ACTING.words("approvals")
_FLATLY, _READILY = ACTING.words("flat-refusals"), ACTING.words("ready-consents")
_NOT_BEFORE = ACTING.words("not-before")
_DENIED_SO = _DONE | ACTING.words("denied-so")
_BESIDE = frozenset(
    {"parenthetical", "inverted", "clause-elsewhere"}
)  # the words that say who speaks stand within or behind
_FRAMED = _BESIDE | {"label"}
_LABELS = frozenset({":", "–", "-"})
_ENDING = frozenset({",", ".", ";", ":", "–", "—", "?"})
_MIGHT = frozenset({"could", "would", "can", "will", "might", "may"})
_ASIDE, _NEAR = 8, 4


def memory(context: Context, line: Line) -> int:
    """For how many sentences a wish is remembered: of a motion, until it is put to the vote."""
    lows = context.tokens.lows[line.first : line.last]
    return _TO_THE_VOTE if not _MOTIONS.isdisjoint(lows) and not _CARRIED.isdisjoint(lows) else _MEMORY


def replies(
    context: Context, line: Line, reports: list[Statement], asked: tuple[Found, ...], behind: int
) -> Iterator[Found]:
    """The wishes that a sentence grants or refuses, so many sentences ``behind`` them."""
    if context.tokens.words[line.last - 1] == ":":
        return  # "The Board agreed:" opens a list
    if context.tokens.lows[line.start] == "no" and _HINDRANCES.isdisjoint(
        context.tokens.lows[line.start : line.start + 4]
    ):
        return  # "No date was fixed."
    lows = context.tokens.lows[line.first : line.last]
    if reports[0].rule in _BESIDE:
        lows = _without_aside(lows)
    framed = reports[0].rule in _FRAMED or (line.start > line.first and len(lows) < _ASIDE)
    outright = _flatly(lows, framed=framed)
    lows = _accepting(_without_reason(lows))
    if not _SHORTEST < len(lows) <= _LONGEST and outright is None:
        return
    outright = outright or _said_outright(lows)
    answer = outright or _of_a_deed(lows, said=_is_somebody(context, reports[0].speakers)) or _taken(lows)
    if _is_accepted(lows) and any(item.strength != "requested" for item in asked):
        return  # an offer is taken, and whoever takes it promises nothing
    if _has_action(lows) and answer is None:
        return
    if answer is None and len(lows) > _BARE and not _LINKS & set(lows) and not _HINDRANCES & set(lows):
        return
    told = (report.act for report in reports if report.rule != "chained-would")
    act = next((act for act in told if act in _CONSENTS), reports[0].act)
    if answer is not None:
        for item in asked:
            yield replace(
                item, actors=item.actors or reports[0].speakers, strength=answer, rule="answered",
                action=(line.first, line.last), status="unlikely" if answer == "unlikely" else None,
            )  # fmt: skip
    elif act == "disagreed" and (_SHORT & set(lows) or _is_withheld(lows)):
        for item in asked:
            yield replace(
                item, actors=_answerer(item, reports[0]) or item.actors, strength="unlikely", rule="refused",
                action=(line.first, line.last), status="unlikely",
            )  # fmt: skip
    elif (act in _CONSENTS or ("no" in lows and _HINDRANCES & set(lows))) and not _only_approves(
        context, lows, reports[0], asked
    ):
        for item in _still_open(asked, behind, lows):
            asked_of = lows[0] in _ITS  # "It would, he confirmed": whoever was asked
            named = () if asked_of else _answerer(item, reports[0])
            yield replace(
                item, actors=named or item.actors, strength="committed", rule="answered" if asked_of else "accepted",
                action=(line.first, line.last), status=None,
            )  # fmt: skip


def _still_open(asked: tuple[Found, ...], behind: int, lows: list[str]) -> list[Found]:
    """What may be granted still: an offer at once only, or in words that take it up."""
    taken = behind < 2 or not _TAKING_UP.isdisjoint(lows)
    return [item for item in asked if taken or item.strength != "committed"]


def _without_aside(lows: list[str]) -> list[str]:
    """ "That, she said, could not be done": the words without those that say who speaks."""
    end = next((k for k in range(3, min(len(lows), _ASIDE)) if lows[k] == ","), 0)
    return [lows[0], *lows[end + 1 :]] if lows[0] in _LINKS and lows[1] == "," and end else lows


def _flatly(lows: list[str], *, framed: bool) -> str | None:
    """How firmly somebody answers, however much is said behind it; ``framed`` is an answer with the words beside it that say who speaks."""
    behind = (
        lows[lows.index("but") + 1 :] if "but" in lows else []
    )  # "saw the case for one but thought it unlikely to happen"
    ruled_out = _is_ruled_out(lows) or (0 < len(behind) <= _ASIDE and _taken(behind) == "unlikely")
    return (_fronted(lows) if framed else None) or ("unlikely" if ruled_out else None)


def _fronted(lows: list[str]) -> str | None:
    """ "Not possible, KF replied", "Not before the summer, she said", "FB – no, not yet": an answer that stands before whoever gives it, or behind the mark of a label."""
    labelled = next((k for k in range(1, min(len(lows), _NEAR)) if lows[k] in _LABELS), None)
    for first in (0, labelled + 1) if labelled is not None else (0,):
        end = next((k for k in range(first, len(lows)) if lows[k] in _ENDING), len(lows))
        said = " ".join(lows[first:end])
        if said in _FLATLY or (lows[first] == "not" and lows[first + 1 : first + 2] and lows[first + 1] in _NOT_BEFORE):
            return "unlikely"
        if said in _READILY and MODALS.isdisjoint(lows[end:]):
            return "committed"
    return None


def _is_ruled_out(lows: list[str]) -> bool:
    """ "ruled that it could not be entertained in the current year": refused, whatever follows."""
    places = (
        k for k, low in enumerate(lows[:_LONGEST]) if low == "that" and lows[k + 1 : k + 2] and lows[k + 1] in _LINKS
    )
    return any(
        lows[k + 2 : k + 5][:1]
        and lows[k + 2] in _MIGHT
        and lows[k + 3 : k + 5] == ["not", "be"]
        and lows[k + 5] in _DENIED_SO
        for k in places
    )


def _is_withheld(lows: list[str]) -> bool:
    """ "would not agree to that", "could not accept this": consent that is not given to what was put."""
    return any(
        low in _GRANT and "not" in lows[:k] and lows[k + 1 + (lows[k + 1] == "to") :][:1] in _IT_OR_END
        for k, low in enumerate(lows[:-1])
    )


def _is_somebody(context: Context, speakers: tuple[str, ...]) -> bool:
    """Is it one person or body that speaks, and not the sense of the meeting?"""
    return len(speakers) == 1 and context.type_of(speakers[0]) in PERSONAL | BODIES


def _without_reason(lows: list[str]) -> list[str]:
    """The words of an answer without its reason: "refused: there were not enough hands", "declined, because the quay is private"."""
    places = (k for k in range(2, min(len(lows), _BARE + 1)) if lows[k] in _REASONS or lows[k] == ",")
    end = next((k for k in places if lows[k] != "," or not _WHY.isdisjoint(lows[k + 1 : k + 2])), None)
    if end is None or (_REFUSING.isdisjoint(lows[:end]) and _UNLIKELY.isdisjoint(lows[:end])):
        return lows
    return [*lows[:end], "."]


def _accepting(lows: list[str]) -> list[str]:
    """The words of an acceptance without what goes on behind it: "was delighted to accept, and 13 May was settled upon"."""
    manner = next(
        (
            k
            for k in range(2, min(len(lows), _ASIDE))
            if lows[k] == "with" and lows[k - 1] in _SHORT_YES and lows[k + 1] in _MANNERS
        ),
        None,
    )
    if manner is not None:
        return [*lows[:manner], "."]  # "accepted with every appearance of pleasure"
    if "," in lows[2:4] and lows[lows.index(",") - 1] in _SHORT_YES and _is_limit(lows[lows.index(",") + 1 :]):
        return [*lows[: lows.index(",")], "."]  # "VM agreed, 31 May at latest"
    if "," not in lows or _GLADNESS.isdisjoint(lows[1:6]):
        return lows
    comma = next((k for k in range(2, min(len(lows) - 1, _LONGEST)) if lows[k] == "," and lows[k + 1] == "and"), None)
    return [*lows[:comma], "."] if comma is not None and _is_accepted(lows[:comma]) else lows


def _is_limit(lows: list[str]) -> bool:
    """Do some words say by when: "31 May at latest", "aim complete by June"?"""
    return len(lows) <= _ASIDE and (lows[0].isdigit() or not _BY.isdisjoint(lows[:3]))


def _is_accepted(lows: list[str]) -> bool:
    """ "was delighted to accept", "was honoured and accepted at once", "JK grateful, accepted": of whoever is invited."""
    if lows[-3:-1] == [",", "accepted"]:
        return True
    return not _GLADNESS.isdisjoint(lows[1:6]) and not _ACCEPTING.isdisjoint(lows[3:])


def _taken(lows: list[str]) -> str | None:
    """ "The motion was carried, Mr Stone abstaining.", "She was delighted to accept.", "He thought it unlikely, because the year was full.": how firmly."""
    if any(low in _UNLIKELY and (lows[k - 1] in _IT or lows[k + 1 : k + 2] in _IT_ALONE) for k, low in enumerate(lows)):
        return None if "that" in lows or "not" in lows else "unlikely"
    carried = bool(_MOTIONS & set(lows[:4])) and bool(_CARRIED & set(lows[2:6])) and "not" not in lows
    return "committed" if carried or _is_accepted(lows) else None


def _said_outright(lows: list[str]) -> str | None:
    """ "said yes", "said no": consent or refusal, whatever follows."""
    for k, low in enumerate(lows[:-2]):
        if low in {"said", "says"} and lows[k + 1] in {"yes", "no"} and lows[k + 2] in {",", ".", "–", "—", ";", ":"}:
            return "committed" if lows[k + 1] == "yes" else "unlikely"
    return None


def _answerer(item: Found, report: Statement) -> tuple[str, ...]:
    """Who grants or refuses what was asked: whoever answers is the one who was asked, be it that another name stood nearer."""
    return report.speakers if len(report.speakers) == 1 and (item.strength == "requested" or not item.actors) else ()


def _only_approves(context: Context, lows: list[str], report: Statement, asked: tuple[Found, ...]) -> bool:
    """ "Members were content with it.", "All were in favour.", "This was accepted.", "To this he had no objection.": what others are to do is liked; whoever was
    asked, or whose body was, consents by the same words, and so does the other of few who meet to what was asked for."""
    told = " ".join(lows)
    accepted = "was accepted" in told or "were accepted" in told
    if accepted and context.small and all(item.strength == "requested" for item in asked):
        return False
    likes = "no" in lows and not _LIKES.isdisjoint(lows)
    if not likes and ("to" in lows or not (_APPROVALS & set(lows) or accepted)):
        return False
    ours = {*report.speakers, *(context.cast.body_of(key) for key in report.speakers if likes)}
    return not any(ours & set(item.actors) for item in asked) or len(report.speakers) != 1


def _of_a_deed(lows: list[str], *, said: bool) -> str | None:
    """ "that would be done" grants, "that it could not", "that could not be done" refuse: how firmly, or ``None``."""
    for k, low in enumerate(lows[:-2]):
        if low in _NOBODY and lows[k + 1] == "would" and lows[k + 2] == "be" and len(lows) <= k + _ELLIPSIS:
            return "unlikely"  # "He was assured that nobody would be."
        if (
            said
            and low in _THOSE
            and lows[k + 1] in {"would", "will"}
            and lows[k - 1] == "that"
            and lows[k + 2 :] == ["be", "."]
        ):
            return "committed"  # "that they would be": what was asked for in the passive
        if low in _LINKS and lows[k + 1] in {"would", "will", "could", "can"}:
            rest = [word for word in lows[k + 2 :] if word not in {".", "be", "also", "certainly"}]
            if rest[:1] == ["not"] and (not rest[1:] or rest[1] in _DONE):
                return "unlikely"
            if rest[:1] and rest[0] in _DONE and lows[k + 1] in {"would", "will"}:
                return "committed"
    return None


def _has_action(lows: list[str]) -> bool:
    """Does the sentence say itself what is to be done ("agreed to write", "agreed that the rota …")?"""
    return any(
        low in {"that", "to"} and i + 1 < len(lows) and lows[i + 1] not in _BACK_OR_END and (low == "to" or i > 0)
        for i, low in enumerate(lows)
    )


__all__ = ["memory", "replies"]
