"""What an undertaking is about: the words behind "of", "into", "on".

Comes in: the token of the noun.  Goes out: the tokens of the subject matter.  The one idea: it goes on until a verb, a comma or a
time ("in the autumn") stands.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import is_done, skipped
from kg.facts.inspections.words import TIMES, WORDS
from kg.facts.words import ADVERBS, ARTICLES, AUXILIARIES, MODALS, PREPOSITIONS

ABOUT = frozenset(
    {"of", "into", "on", "about", "at", "for", "in", "concerning", "regarding", "covering", "against", "to", "across"}
)
OF = frozenset({"of", "into", "concerning", "regarding", "covering", "about"})
STOP = (
    frozenset(
        """
        that which who where when while but because since so although if whether as than unless until before after
        with by under to from against during at over through next this last early later currently forward off
        """.split()
    )
    | AUXILIARIES
    | {"–", "-", ",", ".", ";", ":", "(", ")", "?", "—"}
)
_BEFORE_TIMES = frozenset({"the", "last", "early", "late", "mid"})
_STARTS = WORDS.words("starts")
_NO_VERB = PREPOSITIONS | ARTICLES | STOP | {"and", "or", "not"}
_PEOPLE = frozenset({"people", "children", "staff", "police", "women", "men"})
_SINGULAR = frozenset({"is", "was", "has"})
_BEFORE_BE = MODALS | {"to", "not"}
_MATTER_BEGINS = OF | {","}
_OF_A_KIND = frozenset({"kind", "sort", "type", "nature"})
GOING_ON = frozenset({"open", "running", "ongoing"})
_FRONTING = (
    ("as", "to"), ("as", "for"), ("as", "regards"), ("regarding",), ("concerning",), ("turning", "to"),
    ("with", "regard", "to"), ("in", "regard", "to"), ("in", "respect", "of"), ("with", "respect", "to"),
)  # fmt: skip


def about_at(context: Context, line: Line, head: int) -> tuple[int, int]:
    """The words behind "of", "into", "on" that tell the subject matter."""
    lows = context.tokens.lows
    k = head + 1
    if k < line.last and lows[k] == "(":
        k = next((m + 1 for m in range(k, min(line.last, k + 12)) if lows[m] == ")"), k)
    if k + 3 < line.last and lows[k] == "," and is_done(lows[k + 1]) and (closing := _closing(context, line, k)):
        k = closing + 1  # "a review, undertaken with the Board, of how"
    if k + 1 < line.last and lows[k] == "by" and (mention := context.mention_at.get(k + 1 + (lows[k + 1] in ARTICLES))):
        k = mention.last if lows[mention.last : mention.last + 1] in (["of"], ["into"]) else k
    if lows[k] == "with" and (mention := context.mention_at.get(k + 1 + (lows[k + 1] in ARTICLES))):
        k = mention.last if lows[mention.last : mention.last + 1] in (["of"], ["into"], ["on"]) else k
    if k + 3 < line.last and lows[k] == "of" and lows[k + 2] in _OF_A_KIND and lows[k + 3] in _MATTER_BEGINS:
        k += 3  # "One inquiry of this kind, into the use of dogs"
    if k + 2 < line.last and lows[k] == "," and lows[k + 1] in {"into", "of", "concerning"}:
        k += 1
    k += (lows[k] in GOING_ON or lows[k] == "pending") and lows[k + 1] in {"into", "of"}  # "has an inquiry open into"
    if k + 1 < line.last and lows[k] in {"under", "in"}:  # "under section 71 into", "in hand of"
        ends = {"into"} if lows[k] == "under" else {"into", "of"}
        k = next((m for m in range(k + 1, min(line.last, k + 6)) if lows[m] in ends), k)
    if k < line.last and lows[k] == "to" and "visit" not in lows[head]:
        return head + 1, head + 1  # "circulate the audit to all members"
    if k >= line.last or lows[k] not in ABOUT or (lows[k] not in OF and is_time(context, k + 1, line.last)):
        return head + 1, head + 1
    first, last = k + 1, _phrase_end(context, line, k + 1)
    if lows[k] not in OF and (last - first > 8 or lows[first : first + 1] == ["which"]):
        return head + 1, head + 1
    return first, last


def _closing(context: Context, line: Line, comma: int) -> int:
    """The comma that closes an aside, where the matter follows it, or 0."""
    lows = context.tokens.lows
    end = next((m for m in range(comma + 2, min(line.last - 1, comma + 14)) if lows[m] == ","), 0)
    return end if end and lows[end + 1] in OF else 0


def is_time(context: Context, i: int, last: int) -> bool:
    """ "in the autumn", "on 5 July", "for 2020": a time and no subject matter."""
    lows = context.tokens.lows[i : min(last, i + 6)]
    return (
        bool(lows)
        and (
            any(low in TIMES for low in lows[:5] if low != "may")
            or (lows[0].isdigit() and len(lows[0]) == 4)
            or lows[0] in {"present", "last", "least"}
            or (lows[1:3] == ["half", "of"] or lows[2:4] == ["half", "of"])
            or lows[0] == "may"
            or (lows[0].isdigit() and lows[1:2] == ["may"])
        )
        and not any(low in PREPOSITIONS and low not in {"of", "in"} for low in lows[:2])
    )


def _phrase_end(context: Context, line: Line, first: int) -> int:
    lows = context.tokens.lows
    last = first + (lows[first : first + 1] in (["that"], ["this"]))
    if first < line.last and lows[first] in {"how", "whether", "what", "why", "where", "who"}:
        return _clause_end(context, line, first)
    while last < line.last and last - first < 18:
        low = lows[last]
        if low in STOP or (low in {"in", "on", "for", "at"} and last > first and is_time(context, last + 1, line.last)):
            break
        if (low == "in" or (low in _STARTS and lows[last - 1] not in ARTICLES)) and last > first:
            break
        if is_done(low) and last > first and lows[last - 1] not in ARTICLES and "-" not in low:
            break
        if low == "and" and last + 1 < line.last and _clause_follows(context, last + 1):
            break
        last += 1
    while last > first and (
        lows[last - 1] in ADVERBS
        or skipped(lows[last - 1])
        or lows[last - 1] == "and"
        or (lows[last - 1] in PREPOSITIONS and lows[last : last + 1] == ["which"])
        or not lows[last - 1][0].isalnum()
    ):
        last -= 1
    return last


def _clause_follows(context: Context, i: int) -> bool:
    lows = context.tokens.lows
    return (
        lows[i] in {"said", "that", "would", "will", "is", "was", "he", "she", "they", "has", "had", "it"}
        or (lows[i] in context.lexicon.predicates.verbs and is_done(lows[i]))
        or any(low in context.lexicon.undertakings.nouns for low in lows[i + 1 : i + 4])
    )


def _clause_end(context: Context, line: Line, first: int) -> int:
    """The end of "how far the recommendations had been acted on": a comma, or the verb of the clause around it."""
    lows = context.tokens.lows
    seen = False
    for m in range(first + 1, line.last):
        if not lows[m][0].isalnum():
            return m
        finite = lows[m] in AUXILIARIES
        if lows[m] == "be" and lows[m - 1] not in _BEFORE_BE and not skipped(lows[m - 1]):
            return m  # "that a review of how homes reply be undertaken"
        if lows[m] in _SINGULAR and m - first > 2 and lows[m - 1].endswith("s") and not lows[m - 1].endswith("ss"):
            return m  # "what legal aid costs was being done"
        if finite and seen and lows[m - 1] not in AUXILIARIES and not skipped(lows[m - 1]):
            return m
        seen = seen or finite or (m > first + 1 and _plain_verb(context, m))
    return line.last


def _plain_verb(context: Context, k: int) -> bool:
    """ "how landlords deal with damp", "how the Trust handles complaints": the verb right behind a plural or a name."""
    lows, before, low = context.tokens.lows, context.tokens.lows[k - 1], context.tokens.lows[k]
    if not context.tokens.words[k].islower() or not low.isalpha() or low in _NO_VERB or lows[k + 1] in AUXILIARIES:
        return False
    if k - 1 in context.mention_at or context.name_around(k - 1):
        return low.endswith("s") and not context.name_around(k)
    plural = before in _PEOPLE or (before.endswith("s") and not before.endswith(("ss", "us", "'s")))
    return plural and not low.endswith(("s", "ly", "ing")) and not is_done(low)


def topic_before(context: Context, line: Line) -> tuple[int, int] | None:
    """ "As to the accounts for 2019/20, …": the tokens of what a sentence sets before itself as its matter, or ``None``."""
    lows = context.tokens.lows
    start = next(
        (line.first + len(words) for words in _FRONTING if tuple(lows[line.first : line.first + len(words)]) == words),
        0,
    )
    comma = next((k for k in range(start, min(line.last, start + 14)) if lows[k] == ","), 0) if start else 0
    return (start, comma) if comma > start else None


def since(context: Context, first: int, last: int) -> bool:
    """Does "since" with a day stand among some tokens: is what has been done then done still?"""
    lows = context.tokens.lows
    near = ((k + 1, lows[k + 1] in _BEFORE_TIMES) for k in range(first, last - 2) if lows[k] == "since")
    return any(lows[k + more] in TIMES or lows[k + more].isdigit() for k, more in near)
