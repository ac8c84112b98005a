"""What a short answer says: "Not possible, she replied", "He declined: there were not enough hands", "This it could not do".

Comes in: the words of a sentence in small letters.  Goes out: how firmly it grants ("committed") or refuses ("unlikely"), or its words without
what goes on behind the answer.  The one idea: an answer is a few words at the head of its sentence, whatever follows as its reason.
"""

from __future__ import annotations

from kg.facts.words import ACTING, ARTICLES, MODALS

LONGEST = 12
_BACK = frozenset("this that do both it these so them".split())
LINKS = frozenset("this that so it".split())
_BARE = 5
_REASONS = frozenset({":", "–", "—", ";", "because", "since"})
MOTIONS = frozenset({"motion", "proposal", "amendment", "resolution"})
CARRIED = frozenset({"carried", "passed", "adopted"})
_WHY = frozenset({"because", "since", "as", "for", "which", "on", "pleading", "citing", "saying"})
_THOSE = frozenset({"it", "they", "these", "this", "that", "both", "all"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_ELLIPSIS = 4  # "nobody would be ."
_GLADNESS = ACTING.words("gladness")
HINDRANCES = ACTING.words("hindrances")
_BY = frozenset({"by", "before", "within", "until", "latest"})
_SAVE = frozenset({"except", "save", "excepting", "subject"})
_BUT_FOR = (["apart", "from"], ["but", "for"], ["other", "than"], ["provided", "that"], ["on", "condition"])
_SHORT_YES = frozenset({"accepted", "consented", "agreed", "assented"})
_MANNERS = ACTING.words("with-pleasure")
ACCEPTING = frozenset({"accept", "accepted"})
_UNLIKELY = ACTING.words("unlikely")
_IT, _MUCH, _ANYBODY = (
    frozenset({"it", "this"}),
    frozenset({"most", "very", "highly"}),
    frozenset({"anybody", "anyone"}),
)
_NEAR_HEAD = 8  # tokens
_IT_ALONE = (["it"], ["this"])
_REFUSING = ACTING.words("refusing")
_DONE = ACTING.words("done")
_CAN_BE, _THINKING = ACTING.words("can-be"), frozenset({"thought", "hoped", "believed", "felt", "supposed"})
_GRANT = frozenset({"agree", "consent", "accede", "assent", "accept", "entertain"})
_IT_OR_END = (["that"], ["this"], ["it"], ["."])
_BACK_OR_END = _BACK | {",", "."}
_FLATLY, _READILY = ACTING.words("flat-refusals"), ACTING.words("ready-consents")
_NOT_BEFORE = ACTING.words("not-before")
_DENIED_SO = _DONE | ACTING.words("denied-so")
_LABELS = frozenset({":", "–", "-"})
_ENDING = frozenset({",", ".", ";", ":", "–", "—", "?"})
_MIGHT = frozenset({"could", "would", "can", "will", "might", "may"})
ASIDE, _NEAR = 8, 4
SHORT_NO, _REASONS_BEHIND = ACTING.words("short-refusals"), ACTING.words("reasons-behind")
_ANSWERING = ACTING.words("answering")
_IMPOSSIBLE, _FEASIBLE = ACTING.words("impossible"), ACTING.words("feasible")
_WISHING = frozenset({"hoped", "wanted", "wished", "feared", "loath", "reluctant"})
_READY = ACTING.words("ready")
_RELUCTANT = frozenset({"unwilling", "unable", "reluctant"})
_ELLIPSES = (
    ["to", "."],
    ["to", "do", "so", "."],
    ["to", "do", "that", "."],
    ["to", "do", "this", "."],
    ["to", "do", "it", "."],
)
_NO = frozenset({"not", "never", "hardly", "scarcely"})
_WAS = frozenset({"was", "were", "is", "are", "felt"})
_DEGREES = frozenset({"quite", "simply", "at", "present", "yet", "really", "entirely"})
_END_OR_NOW: tuple[list[str], ...] = ([], ["."], [","], [";"], ["for"], ["under"], ["before"], ["until"])


def without_aside(lows: list[str]) -> list[str]:
    """ "That, she said, could not be done": the words without those that say who speaks."""
    end = next((k for k in range(3, min(len(lows), ASIDE)) if lows[k] == ","), 0)
    return [lows[0], *lows[end + 1 :]] if lows[0] in LINKS and lows[1] == "," and end else lows


def flatly(lows: list[str], *, framed: bool) -> str | None:
    """How firmly somebody answers, however much is said behind it; ``framed`` is an answer with the words beside it that say who speaks."""
    told = _fronted(lows) if framed else None
    if told or not (_is_ruled_out(lows) or _is_fronted_inability(lows) or _disappoints(lows) or _is_doubted(lows)):
        return told
    return "unlikely"


def _is_doubted(lows: list[str]) -> bool:
    """ "saw the case for one but thought it unlikely to happen", "thought it unlikely, and said why", "thought it unlikely that anybody could be spared"."""
    k = next((k for k, low in enumerate(lows[:_NEAR_HEAD]) if low in _UNLIKELY), 0)
    if k and lows[k - 1 - (lows[k - 1] in _MUCH)] in _IT and "not" not in lows[:k]:
        mark, anybody, might = [*lows[k + 1 : k + 4], "", "", ""][:3]
        nobody = mark == "that" and anybody in _ANYBODY and might in _MIGHT
        if nobody or (mark == "," and "but" not in lows[k:]):
            return True
    behind = lows[lows.index("but") + 1 :] if "but" in lows else []
    return 0 < len(behind) <= ASIDE and taken(behind) == "unlikely"


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


def _is_fronted_inability(lows: list[str]) -> bool:
    """ "This it could not do, the Chair explained, while any of them was at sea": what was asked for stands first."""
    end = next((k for k in range(3, min(len(lows), LONGEST)) if _ends(lows, k)), 0) if lows[0] in LINKS else 0
    said = lows[1:end]
    no = next((k for k, low in enumerate(said) if low in _NO), None)
    if not no or said[-1] not in _ANSWERING:
        return False
    able = said[no - 1] in _MIGHT and no > 1  # "that would not do" refuses nothing
    return able or (said[no - 1] in _WAS and said[-2] == "to")


def _disappoints(lows: list[str]) -> bool:
    """ "was obliged to disappoint her: there would be none": what was asked for is refused."""
    at = lows.index("disappoint") if "disappoint" in lows[:LONGEST] else 0
    return at > 1 and lows[at - 1] in {"to", "must"} and _NO.isdisjoint(lows[:at]) and _WISHING.isdisjoint(lows[:at])


def _ends(lows: list[str], k: int) -> bool:
    """Does the answer end before a word?"""
    return lows[k] in _ENDING or lows[k] in _REASONS_BEHIND or lows[k] in _NOT_BEFORE


def _is_ruled_out(lows: list[str]) -> bool:
    """ "ruled that it could not be entertained in the current year": refused, whatever follows."""
    told = (lows[k + 1 : k + 6] for k, low in enumerate(lows[:LONGEST]) if low == "that")
    return any(
        said[2:4] == ["not", "be"] and said[0] in LINKS and said[1] in _MIGHT and not _DENIED_SO.isdisjoint(said[4:])
        for said in told
    )


def is_withheld(lows: list[str]) -> bool:
    """ "would not agree to that", "could not accept this": consent that is not given to what was put."""
    return any(
        low in _GRANT and "not" in lows[:k] and lows[k + 1 + (lows[k + 1] == "to") :][:1] in _IT_OR_END
        for k, low in enumerate(lows[:-1])
    )


def _reason_at(lows: list[str]) -> int | None:
    """Where the reason of an answer begins: behind a mark and "because", or right behind a verb that refuses."""
    for k in range(2, min(len(lows), LONGEST + 1)):
        if lows[k - 1] in SHORT_NO and (lows[k] == "," or (lows[k] in _REASONS_BEHIND and "to" not in lows[k:])):
            return k
        near = k <= _BARE or (lows[k] == "," and "but" not in lows[k:])
        if near and ((lows[k] in _REASONS) or (lows[k] == "," and not _WHY.isdisjoint(lows[k + 1 : k + 2]))):
            return k
    return None


def without_reason(lows: list[str]) -> list[str]:
    """The words of an answer without its reason: "refused: there were not enough hands", "declined, because the quay is private"."""
    end = _reason_at(lows)
    if end is None or (_REFUSING.isdisjoint(lows[:end]) and _UNLIKELY.isdisjoint(lows[:end])):
        return lows
    return [*lows[:end], "."]


def accepting(lows: list[str]) -> list[str]:
    """The words of an acceptance without what goes on behind it: "was delighted to accept, and 13 May was settled upon"."""
    manner = next(
        (
            k
            for k in range(2, min(len(lows) - 1, ASIDE))
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
    comma = next((k for k in range(2, min(len(lows) - 1, LONGEST)) if lows[k] == "," and lows[k + 1] == "and"), None)
    return [*lows[:comma], "."] if comma is not None and is_accepted(lows[:comma]) else lows


def _is_limit(lows: list[str]) -> bool:
    """Do some words say by when, or but for what: "31 May at latest", "aim complete by June", "except for Deal, where …"?"""
    if lows[:1] and (lows[0] in _SAVE or lows[:2] in _BUT_FOR):
        return True
    return 0 < len(lows) <= ASIDE and (lows[0].isdigit() or not _BY.isdisjoint(lows[:3]))


def is_accepted(lows: list[str]) -> bool:
    """ "was delighted to accept", "was honoured and accepted at once", "JK grateful, accepted": of whoever is invited."""
    if lows[-3:-1] == [",", "accepted"]:
        return True
    return not _GLADNESS.isdisjoint(lows[1:6]) and not ACCEPTING.isdisjoint(lows[3:])


def is_elliptic(lows: list[str]) -> str | None:
    """ "She was happy to.", "He would be glad to do so.", "It was not prepared to.": how firmly somebody says yes or no to what was asked."""
    end = next((n for n in (2, 4) if lows[-n:] in _ELLIPSES), 0)
    near = lows[-end - 3 : -end] if end else []
    if _READY.isdisjoint(near):
        return None
    return "unlikely" if not _NO.isdisjoint(near) or not _RELUCTANT.isdisjoint(near) else "committed"


def taken(lows: list[str]) -> str | None:
    """ "The motion was carried, Mr Stone abstaining.", "She was delighted to accept.", "He thought it unlikely, because the year was full.": how firmly."""
    if any(low in _UNLIKELY and (lows[k - 1] in _IT or lows[k + 1 : k + 2] in _IT_ALONE) for k, low in enumerate(lows)):
        turns = not {"not", "but"}.isdisjoint(lows[2:])  # "thought it unlikely, but would try"
        return "unlikely" if not turns and ("that" not in lows or _is_of_it(lows)) else None
    carried = bool(MOTIONS & set(lows[:4])) and bool(CARRIED & set(lows[2:6])) and "not" not in lows
    return "committed" if carried or is_accepted(lows) else None


def _is_of_it(lows: list[str]) -> bool:
    """ "unlikely that this would be in scope", "that it could be done": is what was asked for all that is told of?"""
    k = lows.index("that")
    it, might, be = [*lows[k + 1 : k + 4], "", "", ""][:3]
    return lows[k - 1] in _UNLIKELY and it in LINKS and might in _MIGHT and be in {"be", "."}


def said_outright(lows: list[str]) -> str | None:
    """ "said yes", "said no": consent or refusal, whatever follows."""
    for k, low in enumerate(lows[:-2]):
        if low in {"said", "says"} and lows[k + 1] in {"yes", "no"} and lows[k + 2] in {",", ".", "–", "—", ";", ":"}:
            return "committed" if lows[k + 1] == "yes" else "unlikely"
    return None


def of_a_deed(lows: list[str], *, said: bool) -> str | None:
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
        if low in LINKS and lows[k + 1] in _WAS and _is_impossible(lows[k + 2 :]):
            return "unlikely"  # "that this was not possible"
        if low in LINKS and lows[k + 1] in {"would", "will", "could", "can"}:
            rest = [word for word in lows[k + 2 :] if word not in {".", "be", "also", "certainly"}]
            if rest[:1] == ["not"] and (not rest[1:] or rest[1] in _DONE):
                return "unlikely"
            granted = _DONE if lows[k + 1] in {"would", "will"} else _CAN_BE if _THINKING.isdisjoint(lows[:k]) else ()
            if rest[:1] and rest[0] in granted:
                return "committed"
    return None


def _is_impossible(lows: list[str]) -> bool:
    """ "not possible.", "quite out of the question." behind a form of be."""
    rest = [low for low in lows[:_ELLIPSIS] if low not in _DEGREES]
    denied = rest[:1] == ["not"] and not _FEASIBLE.isdisjoint(rest[1:2]) and rest[2:3] in _END_OR_NOW
    return (
        denied
        or (not _IMPOSSIBLE.isdisjoint(rest[:1]) and rest[1:2] in _END_OR_NOW)
        or rest[:3] == ["out", "of", "the"]
    )


def is_bare(lows: list[str]) -> bool:
    """Does a short sentence only take up what was asked ("She had no objection to it"), without a deed of its own ("agreed to write")?"""
    return not _has_action(lows) and (
        len(lows) <= _BARE or not LINKS.isdisjoint(lows) or not HINDRANCES.isdisjoint(lows)
    )


def _has_action(lows: list[str]) -> bool:
    """Does the sentence say itself what is to be done ("agreed to write", "agreed that the rota …")?"""
    return any(
        low in {"that", "to"}
        and i + 1 < len(lows)
        and lows[i + 1] not in _BACK_OR_END
        and (low == "to" or i > 0 or lows[1] in ARTICLES)
        for i, low in enumerate(lows)
    )
