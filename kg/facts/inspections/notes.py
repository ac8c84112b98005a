"""What notes set beside an undertaking: "Planned: thematic on staff", "60% done", ", now in its third month,", "two done, one to go".

Comes in: a :class:`Phrase` or the verb of one.  Goes out: where it stands, or whether only a part is done.  The one idea: notes tell by
labels, shares and asides what prose tells by verbs.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.due import time_of
from kg.facts.inspections.groups import Group, Tense, is_done
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing, status_of
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.words import AUXILIARIES, PREPOSITIONS

_COUNTS = WORDS.words("counts")
_NUMBERED = WORDS.ordered("counts")
_TENS = WORDS.ordered("tens")
_OF_ALL = WORDS.words("shares")
_SHARES = WORDS.words("shares") | WORDS.words("partly")
_LEFT = (["to", "go"], ["under", "way"], ["to", "do"], ["to", "come"], ["to", "follow"])
_REST = WORDS.words("left-over")
_STOPS = frozenset({".", ";", ",", "–", "—", "(", ":"})
_WHEN = frozenset({"wk", "wks", "w/c", "wc", "week", "weeks", "w/e", "from", "early", "mid", "late", "next", "end"})
_BECAUSE = frozenset({"now", "because", "since", "as", "after", "when", "until", "pending"})
_NEARLY_A_YEAR = 300  # a day of no year that would come so late has just gone by
_MARKS = MARKS | {"-"}


def in_part(context: Context, k: int, last: int) -> bool:
    """ "60% done", "half finished", "40 of 90 done", "two done, one to go": is a part done, and something left?"""
    lows = context.tokens.lows
    before = lows[k - 1]
    if before == "%" or before in _SHARES or (before.endswith("%") and before != "100%"):
        return not (before == "%" and lows[k - 2] == "100")
    if not (before.isdigit() or before in _COUNTS) and (lows[k - 2].isdigit() or lows[k - 2] in _COUNTS):
        before = lows[k - 2]  # "two days done, one to go"
    counted = before.isdigit() or before in _COUNTS
    if counted and lows[k - 2] in {"of", "/"} and lows[k - 3] != before:
        return True
    return counted and any(lows[m : m + 2] in _LEFT or lows[m] in _REST for m in range(k + 1, last))


def labelled(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "Planned: thematic on staff", "Under way – audit of meters": the label tells where what follows stands."""
    tokens = context.tokens
    mark = phrase.first - 1
    if mark <= line.first or tokens.words[mark] not in _MARKS:
        return None
    if mark - line.first > 4:  # "The second is no more than an idea so far: an inquiry"
        short = mark - line.first < 14 and tokens.lows[line.first] in {"the", "another", "one"}
        places = range(line.first + 2, mark) if short else ()
        found = (
            name.meaning
            for k in places
            for end, name in context.lexicon.statuses.at(tokens, k, mark)
            if end >= mark - 2
        )
        status = next(found, None)
        return Standing(status, "inspection-note") if status else None
    whole = next((name for end, name in context.lexicon.statuses.at(tokens, line.first, mark) if end == mark), None)
    return Standing(whole.meaning, "inspection-note") if whole else None


def dated(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "re-inspection week of 9 April", "No audit of the depot this year": a note that says no more than when, or that there is none."""
    lows = context.tokens.lows
    place = next(
        (k for k in range(phrase.last, min(line.last, phrase.last + 6)) if context.tokens.words[k] in _STOPS), -1
    )
    none = lows[line.first] == "no" and phrase.first - line.first < 4 and lows[phrase.last] in {"at", "in", "on"}
    if none and place > 0 and not AUXILIARIES & set(lows[phrase.last : place]):
        return Standing("unlikely", "inspection-note")  # "No separate review of signalling at Skelby – …"
    colon = context.tokens.words[phrase.last] == ":" and (phrase.told or phrase.owner is not None)
    first = phrase.last + (context.tokens.words[phrase.last] == "," or colon)
    end = next((k for k in range(first, line.last) if context.tokens.words[k] in _STOPS), line.last)
    rest = lows[first:end]
    start = first if colon else phrase.last
    start += 2 * (lows[start : start + 2] == ["some", "time"]) + (lows[start] in {"sometime", "towards", "about"})
    if first > phrase.last and not colon and rest[:2] not in (["not", "before"], ["not", "until"], ["not", "till"]):
        first, rest, end = phrase.last, [], phrase.last
    if rest[:1] == ["not"]:
        return Standing("planned", "inspection-note")
    if len(rest) > 7 or any(k in context.mention_at for k in range(phrase.last, end)):
        return None
    if rest and not (
        rest[0] in _WHEN
        or is_time(context, start, end)
        or (lows[start] in PREPOSITIONS and is_time(context, start + 1, end))
    ):
        return None
    if lows[line.first] == "no" and phrase.first - line.first < 4:
        return Standing("unlikely", "inspection-note")
    ahead = time_of(context, line, (start, end)) if rest else None
    if ahead is None or ahead.end is None:
        return None
    gone = context.said_on is not None and (ahead.end - context.said_on).days > _NEARLY_A_YEAR
    return Standing(
        "completed" if gone and not any(low[:2] == "20" and len(low) == 4 for low in rest) else "planned",
        "inspection-note",
    )


def gone_by(context: Context, line: Line, first: int, last: int) -> bool:
    """ "confirmed an audit in February", in April: does a day without a year lie so far ahead that the one before is meant?"""
    ahead = time_of(context, line, (first, last))
    if ahead.end is None or context.said_on is None:
        return False
    dated = any(low[:2] in {"19", "20"} and len(low) == 4 for low in context.tokens.lows[first:last])
    return not dated and (ahead.end - context.said_on).days > _NEARLY_A_YEAR


def aside(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "The audit, now in its third month, had …", "its review of fares, out to consultation": an aside right behind the phrase."""
    tokens, k = context.tokens, _past_place(context, line, phrase.last)
    for end, name in context.lexicon.statuses.at(
        tokens, phrase.last, line.last
    ):  # "FAI into the deaths still going on, …"
        if end >= line.last or tokens.words[end] in _STOPS:
            if tokens.lows[end - 1] == "open":
                return Standing("under-way", "inspection-note")  # "HI's inquiry remains open."
            return Standing("planned" if name.meaning == "not-completed" else name.meaning, "inspection-note")
    if k + 1 >= line.last or tokens.words[k] != "," or tokens.lows[k + 1] == "to":
        return None
    if (dropped := _dropped(context, line, k + 1)) is not None:
        return dropped
    whole = next(
        (name.meaning for end, name in context.lexicon.statuses.at(tokens, k + 1, line.last) if end > k + 2), None
    )
    if whole == "under-way":
        return Standing(whole, "inspection-note")
    k += 1 + (tokens.lows[k + 1 : k + 2] in (["now"], ["still"], ["currently"], ["already"], ["presently"]))
    status = next(
        (name.meaning for end, name in context.lexicon.statuses.at(tokens, k, line.last) if end > k + 1), None
    )
    return Standing(status, "inspection-note") if status in {"under-way", "planned"} else None


def _goes_on(context: Context, line: Line, k: int) -> bool:
    """ ", postponed twice because of the floods, took place last week": does a verb follow the comma that closes the aside?"""
    lows, phases = context.tokens.lows, context.lexicon.undertakings
    return any(
        lows[m] == ","
        and (lows[m + 1] in AUXILIARIES or (is_done(lows[m + 1]) and phases.phase_at(context.tokens, m + 1, line.last)))
        for m in range(k + 1, line.last - 1)
    )


def _past_place(context: Context, line: Line, k: int) -> int:
    """Behind "at car parks", "in the north": the comma that follows where it is, else where one began."""
    lows = context.tokens.lows
    if lows[k] not in {"at", "in", "on"}:
        return k
    comma = next((m for m in range(k + 2, min(line.last, k + 6)) if context.tokens.words[m] == ","), k)
    return k if AUXILIARIES & set(lows[k:comma]) else comma


def _dropped(context: Context, line: Line, k: int) -> Standing | None:
    """ "audit of takings, withdrawn from the plan now that …": a participle that gives it up or puts it off, and no verb of its own."""
    lows = context.tokens.lows
    found = context.lexicon.undertakings.phase_at(context.tokens, k, line.last)
    if found is None or found[1] not in {"give-up", "postpone"} or not is_done(lows[k]):
        return None
    end = next((m for m in range(k, line.last) if lows[m] in _BECAUSE), line.last)
    if any(lows[m] in AUXILIARIES for m in range(k, end)) or _goes_on(context, line, k):
        return None
    status = status_of(found[1], Group(k, k, Tense.PAST, passive=True))
    return Standing(status, "inspection-note", found[1]) if status else None


def part_of(context: Context, first: int, last: int) -> bool:
    """ "29 of the 33 blocks had been audited", "half of the blocks": fewer than all of them."""
    lows = context.tokens.lows
    first += lows[first] in {"a", "about", "some", "only"}
    if first + 2 >= last or lows[first + 1] != "of":
        return False
    if lows[first] in _OF_ALL:
        return True
    some, every = _count(lows[first]), _count(lows[first + 2 + (lows[first + 2] in {"the", "its", "their"})])
    return 0 < some < every


def _count(low: str) -> int:
    """What a number below a hundred says in words ("sixty-two"), or any in figures; else 0."""
    ten, _, one = low.partition("-")
    if ten in _TENS:
        return 10 * (_TENS.index(ten) + 2) + (_NUMBERED.index(one) if one in _NUMBERED[1:10] else 0)
    return int(low) if low.isdigit() else _NUMBERED.index(low) if low in _NUMBERED else 0
