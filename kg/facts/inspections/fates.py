"""What became of an undertaking after all: called off though it had been arranged, likely by a time, in progress by the clause on it.

Comes in: a :class:`Phrase` with the status that its verb tells.  Goes out: another status, or ``None`` where nothing else is told of it.  The one idea:
what had a date and was dropped was not completed; what was only thought of and dropped will not be.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.after import After
from kg.facts.inspections.cues import cue_in
from kg.facts.inspections.groups import Group, Tense, group_at, is_done
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.notes import gone_by
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import DONE, GIVING_UP, Standing, status_of
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.words import ADVERBS, BE, BEING, HAVE, MODALS

_SCHEDULED = WORDS.words("scheduled")
_BROKEN_OFF = WORDS.words("broken-off")
_STOPPED = WORDS.words("stopped")
_CANCELLED = WORDS.words("cancelled")
_CLOSING = frozenset(
    {",", ".", "(", ";", "–", "because", "owing", "for", "due", "after", "when", "in", "on", "by", "at", "as"}
)
_AHEAD = MODALS | {"to"}
_WILL = frozenset({"would", "will", "shall"})
_THIS = frozenset({"it", "this", "one"})
_JOINING = frozenset({"and", "that", ";", ","})
_IN_THE_END = frozenset({"unlikely", "completed", "under-way"})
_TURNS = frozenset({"begin", "end", "give-up", "postpone"})
_SO_FAR = frozenset({("so", "far"), ("to", "date"), ("by", "now")})
_CLAUSE_ENDS = frozenset({";", ",", ".", ":"})
_ORDERED = frozenset({"arrange", "ask-for"})
_REPORTS = WORDS.words("reports-of-it") | {"copy", "text"}
_COME_IN = frozenset({"arrived", "received", "published", "delivered", "circulated"})
_ADVANCING = frozenset({"with", "on", "in", "of"})


def became(context: Context, line: Line, phrase: Phrase, found: Standing, status: str, behind: After) -> str | None:
    """What became of it, or ``None``."""
    group = found.group
    if status == "unlikely" and found.phase in GIVING_UP and _is_past(group):
        return _called_off(context, line, phrase, group)
    if status in {"planned", "proposed"} and _dropped_after(context, line, phrase):
        return "not-completed"
    if status in {"planned", "proposed"} and (since := _since(context, line, phrase)):
        return since
    if status == "proposed" and _fixed_since(context, line, phrase):
        return "planned"
    if status == "under-way" and behind.relative is not None and _is_to_begin(context, *behind.relative):
        return "planned"
    ordered = found.phase in _ORDERED and _is_past(group) and status in {"planned", "proposed"}
    if ordered and _has_come_in(context, phrase.last, line.last):
        return "completed"
    if ordered and behind.relative is not None and context.tokens.lows[behind.relative[0]] == "which":
        if not _AHEAD.isdisjoint(context.tokens.lows[behind.relative[0] + 1 : behind.relative[0] + 4]):
            return None  # "had ordered a review, which was to be done by X"
        cue = cue_in(context, behind.relative[0] + 1, min(behind.relative[1], line.last))
        return cue if cue in {"under-way", "completed"} else None  # "had commissioned a review, which was in progress"
    return None


def _has_come_in(context: Context, first: int, last: int) -> bool:
    """ "had commissioned a review, a copy of which had arrived", "…, whose report had been received": done, for its report is there."""
    lows = context.tokens.lows
    for k in range(first, last - 3):
        whose = lows[k : k + 1] == ["whose"] and lows[k + 1] in _REPORTS
        if not whose and not (lows[k : k + 2] == ["of", "which"] and lows[k - 1] in _REPORTS):
            continue
        had = k + 2
        been = had + 1 + (lows[had + 1] in ADVERBS)
        been += lows[been] == "been"
        return lows[had] in HAVE and lows[been] in _COME_IN
    return False


def _is_to_begin(context: Context, first: int, last: int) -> bool:
    """ "were working on a joint review, which would start in June": what is to begin has not begun."""
    lows = context.tokens.lows
    for k in range(first + 1, min(last, first + 4)):
        found = context.lexicon.undertakings.phase_at(context.tokens, k + 1, last) if lows[k] in _WILL else None
        if found is not None and found[1] == "begin":
            return lows[first] == "which"
    return False


def advancing(context: Context, line: Line, head: int, group: Group) -> str | None:
    """ "was well advanced", "had covered seventy boats so far": words of a status around the verb, or what has been done up to now."""
    tokens = context.tokens
    if group.negated:
        return None
    for end, name in context.lexicon.statuses.at(tokens, head - 1, line.last):
        if end > head and name.meaning == "under-way" and tokens.lows[head - 1] not in BEING:
            return name.meaning
    clause = next((k for k in range(head, line.last) if tokens.words[k] in _CLAUSE_ENDS), line.last)
    told = group.tense in DONE and not group.passive and head not in context.mention_at
    found = context.lexicon.undertakings.phase_at(tokens, head, line.last)
    turned = found is not None and found[1] not in {"find", "carry-out", "continue"}
    so_far = any(tuple(tokens.lows[k : k + 2]) in _SO_FAR for k in range(head + 1, clause))
    return "under-way" if told and not turned and so_far else None


def likely(context: Context, line: Line, verb: int) -> Standing | None:
    """ "A return visit is likely before March", "was likely in 2022": it is to be, though nobody has said so."""
    lows = context.tokens.lows
    k = verb + 1 + (lows[verb + 1] in {"very", "quite", "now", "also", "most"})
    if lows[verb] not in BE or lows[k] not in {"likely", "expected", "possible", "probable"}:
        return None
    ahead = lows[k + 1] in {"before", "by", "in", "during", "from", "on", "within", "after"}
    timed = ahead and (is_time(context, k + 2, line.last) or lows[k + 2][0].isdigit())
    status = "proposed" if lows[k] == "possible" else "planned"
    timed = timed or (k + 1 >= line.last or lows[k + 1] in {".", ";"})
    return Standing(status, "inspection-subject", "", group_at(context, k, verb)) if timed else None


def confirmed(context: Context, line: Line, phrase: Phrase) -> str | None:
    """ "confirmed the review shelved", "confirmed an audit in February" (which is over): what is confirmed of it."""
    tokens, k = context.tokens, phrase.last
    for m in range(phrase.head + 1, min(line.last, k + 3)):
        found = context.lexicon.undertakings.phase_at(tokens, m, line.last)
        if found and (m == k or found[1] in _TURNS) and is_done(tokens.lows[m]) and m not in context.mention_at:
            return status_of(found[1], Group(m, m, Tense.PAST, passive=True))
    return "completed" if gone_by(context, line, phrase.head + 1, k) else None


def _dropped_after(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "Joint audit of rents planned for Aug – cancelled, weather": a mark, and a participle that gives it up."""
    tokens = context.tokens
    for k in range(phrase.last + 1, line.last):
        found = context.lexicon.undertakings.phase_at(tokens, k, line.last)
        if tokens.words[k - 1] in MARKS and found and found[1] in GIVING_UP and is_done(tokens.lows[k]):
            return found[0] >= line.last or tokens.lows[found[0]] in _CLOSING
    return False


def _since(context: Context, line: Line, phrase: Phrase) -> str:
    """ "Audit of fares, proposed in May: not going ahead", "…, agreed in May: done": what a mark and a whole status tell in the end."""
    tokens = context.tokens
    for k in range(phrase.last + 1, line.last - 1):
        if tokens.words[k] not in MARKS:
            continue
        for end, name in context.lexicon.statuses.at(tokens, k + 1, line.last):
            if name.meaning in _IN_THE_END and (end >= line.last or tokens.lows[end] in _CLOSING):
                return name.meaning
    return ""


def _fixed_since(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "had asked the College for a review, and this was now fixed for January": a later clause says that it is arranged."""
    lows = context.tokens.lows
    for k in range(phrase.last + 1, line.last - 2):
        if lows[k] not in _THIS or lows[k - 1] not in _JOINING or lows[k + 1] not in BE:
            continue
        head = k + 2 + (lows[k + 2] in {"now", "since", "already"})
        found = context.lexicon.undertakings.phase_at(context.tokens, head, line.last)
        if found and found[1] == "arrange" and is_done(lows[head]):
            return True
    return False


def _is_past(group: Group | None) -> bool:
    """Was it done, or is it told by a participle alone?"""
    return group is None or group.tense in DONE or (group.passive and group.tense is Tense.BARE)


def _called_off(context: Context, line: Line, phrase: Phrase, group: Group | None) -> str | None:
    """ "planned for May, was called off", "which HI was to have held, was dropped", "was cut short": what had been settled or begun."""
    lows = context.tokens.lows
    head = group.head if group else phrase.last
    if lows[head] in _BROKEN_OFF and set(lows[head + 1 : head + 2]) & {
        "short",
        "off",
        "part",
        "midway",
        "halfway",
        "half",
        "half-way",
        "early",
    }:
        return "not-completed"
    stop = min(line.last, max(head, phrase.last + 6))
    if lows[head] in _STOPPED or (lows[head] in _CANCELLED and not phrase.own_pronoun):
        return "not-completed"  # "has been halted": it had begun; "was called off": it had been settled
    settled = any(
        lows[k] in _SCHEDULED
        or (lows[k] in {"was", "were"} and lows[k + 1] == "to")
        or lows[k : k + 2] == ["to", "have"]
        for k in range(phrase.last, stop)
    )
    return "not-completed" if settled else None


def progressed(context: Context, phrase: Phrase) -> bool:
    """ "outlined progress with the review commissioned by the Board", "progress made on it": what was arranged is being done."""
    before = context.tokens.lows[max(0, phrase.first - 3) : phrase.first]
    made = before[:-1] == ["progress", "made"]
    return before[-1:] != [] and before[-1] in _ADVANCING and (made or before[1:-1] == ["progress"])
