"""Words beside a verb that tell where an undertaking stands: "is half finished", "was off the table", "but … not to proceed".

Comes in: some tokens.  Goes out: a status, or whether what was said before is overruled.  The one idea: the first cue of the status
vocabulary counts; a clause after "but" may give up what the first proposed.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import is_done
from kg.facts.inspections.statuses import GIVING_UP
from kg.facts.inspections.words import WORDS
from kg.facts.words import FINITE, HAVE, NOT

_JOINING = frozenset({"and", "but", "yet", "though", "although"})
_OVERRULING = tuple(f" {words} " for words in WORDS.ordered("overruling"))
_NONE_FOR_IT = tuple(words for words in _OVERRULING if words.endswith(" it "))
_NO_MEANS = tuple(
    f" that {who} {words} " for words in WORDS.ordered("no-means") for who in ("it", "he", "she", "they", "there")
)
_IDEAS = WORDS.words("ideas")
_ONE = frozenset({"one", "it", "this", "that"})
_VAIN, _HELD = WORDS.words("vain"), WORDS.words("held-to-be")
_DOUBTED = frozenset({"unlikely", "improbable", "doubtful", "impossible"})  # and no mere opinion of what is settled
_DEGREES = frozenset({"most", "very", "quite", "highly", "now", "rather", "wholly", "entirely", "to"})
_SHORT_OF = WORDS.words("partly") | {"half", "part"}
_LEFT_OUT = (" would not ", " will not ", " now not ", " could not ")  # "had meant to, but now would not"


def cue_in(context: Context, first: int, last: int) -> str | None:
    """The first status that some words name ("under way", "half finished")."""
    k = first - 1
    while k + 1 < last:
        k += 1
        if context.tokens.words[k] == "," and (closing := _closed(context, k)):
            k = closing
            continue
        if context.tokens.words[k] in {",", ";", "."} or context.tokens.lows[k] in {"that", "which", "because"}:
            return None
        for end, name in context.lexicon.statuses.at(context.tokens, k, last):
            if context.tokens.lows[k] in FINITE and end == k + 1:
                continue
            if name.meaning == "completed" and context.tokens.lows[k - 1] in _SHORT_OF:
                return "under-way"
            if name.meaning == "not-completed" and context.tokens.lows[end - 1] == "open":
                return "under-way"  # "remains open", of an inquiry
            return (
                "planned"
                if name.meaning == "not-completed"
                and context.tokens.lows[k] in {"deferred", "postponed", "delayed", "pending"}
                else name.meaning
            )
    return None


def _closed(context: Context, k: int) -> int:
    """The comma that closes a short aside ("was, the Chief Inspector feared, out of the question"), or 0."""
    words = context.tokens.words
    return next((m for m in range(k + 2, min(len(words), k + 8)) if words[m] == ","), 0)


def undone(context: Context, line: Line, first: int) -> bool:
    """ "was promised last autumn and has not taken place", "was due in May but has yet to begin"."""
    lows = context.tokens.lows
    for k in range(first, line.last - 2):
        if lows[k] not in _JOINING or lows[k + 1 + (lows[k + 1] == "it")] not in HAVE:
            continue
        if not (NOT | {"yet", "never"}) & set(lows[k + 2 : k + 5]):
            continue
        for m in range(k + 3, min(line.last, k + 8)):
            found = context.lexicon.undertakings.phase_at(context.tokens, m, line.last)
            if found and found[1] in {"happen", "carry-out", "begin"}:
                return True
    return False


def _is_vain(lows: list[str], k: int, *, settled: bool) -> bool:
    """ "(regarded that) as most unlikely", "(thought it) out of the question"."""
    k += lows[k : k + 1] == ["as"]
    k += k < len(lows) and lows[k] in _DEGREES
    if lows[k + 1 : k + 2] == ["to"]:
        return False  # "thought this unlikely to please the Governor"
    return k < len(lows) and (
        lows[k] in (_DOUBTED if settled else _VAIN) or lows[k : k + 4] == ["out", "of", "the", "question"]
    )


def _will_not(context: Context, line: Line, first: int) -> bool:
    """ "a review was proposed last year, and it will not happen"."""
    lows, phases = context.tokens.lows, context.lexicon.undertakings
    return any(
        lows[k] == "it"
        and lows[k + 1] in {"will", "would"}
        and lows[k + 2] in NOT
        and (found := phases.phase_at(context.tokens, k + 3 + (lows[k + 3] == "now"), line.last)) is not None
        and found[1] in {"happen", "carry-out", "begin"}
        for k in range(first, line.last - 3)
    )


def overruled(context: Context, line: Line, first: int, *, settled: bool = False) -> bool:
    """ "had been contemplated, but the Ombudsman was now minded not to proceed"."""
    lows = context.tokens.lows
    if any(
        lows[k] in _ONE and lows[k - 1] in _HELD and _is_vain(lows, k + 1, settled=settled)
        for k in range(first + 1, line.last - 1)
    ):
        return True  # "the Forum wanted an inquiry; Ms Bell thought one unlikely"
    behind = " ".join((*lows[first : line.last], ""))
    if lows[line.first] == "asked" and any(words in behind for words in _NO_MEANS):
        return True  # "Asked whether he would review it, he said that he had not the staff"
    if _will_not(context, line, first) or any(words in behind for words in _NONE_FOR_IT):
        return True
    but = next((k for k in range(first, line.last) if lows[k] in {"but", "although", "though"}), line.last)
    rest = " ".join(lows[but : line.last]).rstrip(" .") + " "
    if but < line.last and (any(words in rest for words in _OVERRULING) or rest.endswith(_LEFT_OUT)):
        return True
    for k in range(first, line.last - 1):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, line.last)
        it = lows[k + 1] in {"it", "this", "them"} or (lows[k + 1] in {"the", "that"} and lows[k + 2] in _IDEAS)
        if found and found[1] in GIVING_UP and is_done(lows[k]) and it:
            return not NOT & set(lows[max(first, k - 3) : k])
    for k in range(but, line.last):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, line.last)
        if found and found[1] in {"happen", "carry-out"} and "not" in lows[max(but, k - 3) : k]:
            return True
        if found and found[1] in GIVING_UP and is_done(lows[k]) and "not" not in lows[max(but, k - 3) : k]:
            return True
    return False
