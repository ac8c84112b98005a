"""Where an undertaking stands when no verb says so: phrases before it, words beside it, words within it.

Comes in: a :class:`Phrase`.  Goes out: a status, or ``None``.  The one idea: "the findings of", "no plans for", "Audit of rents:
fieldwork", "the forthcoming audit" each tell it by themselves.
"""

from __future__ import annotations

from kg.dates import month_number
from kg.facts.context import Context, Line
from kg.facts.inspections.after import RELATIVE, After
from kg.facts.inspections.groups import Group, Tense, group_at, is_done, skipped
from kg.facts.inspections.notes import dated, in_part
from kg.facts.inspections.phrases import SUBMITTED, Phrase, lodged_with, submitted
from kg.facts.inspections.statuses import Standing, status_of
from kg.facts.inspections.words import MONTHS, TIMES, WORDS
from kg.facts.words import ARTICLES, BE, FINITE, NOT

_TALK = frozenset({"discussion", "discussions", "talk", "talks", "debate"})
_AMOUNT = WORDS.words("counts") | WORDS.words("shares") | WORDS.words("amounts")
_ALONG = WORDS.words("along")
_NUMBERS = WORDS.words("numbers") - {"some", "several", "further"}  # "the findings of two inspections"
_LAST = frozenset({"last", "latest", "previous"})
_REPORTED = WORDS.words("reported")
_RAISED = WORDS.words("raised")
_AT_IT = WORDS.words("at-it") | {"working"}
_SOME_DAY = frozenset({"next", "future"})
_NEAR = 8  # tokens behind a phrase in which its time stands
_HALF_A_YEAR = 6  # months
_IN_MONTH = frozenset({"in", "on", "of"})
_PREPARING = WORDS.words("preparing")
_NOW = frozenset({"now", "currently", "presently", "still", "already"})


def framed(context: Context, line: Line, phrase: Phrase, *, weak: bool) -> Standing | None:
    """ "the findings of", "no plans for", "midway through", "following"; ``weak``: those that tell what is or was."""
    tokens = context.tokens
    lows = tokens.lows
    if weak and phrase.cue.plural and phrase.owner is None and lows[phrase.first] not in _NUMBERS:
        return None
    if weak and lows[phrase.first - 2 : phrase.first] in SUBMITTED:
        verb = next((lows[k] for k in range(phrase.first - 3, line.first, -1) if lows[k] in FINITE), "")
        status = {
            "is": "under-way",
            "are": "under-way",
            "was": "completed",
            "were": "completed",
            "been": "completed",
            "be": "planned",
        }.get(verb)
        now = status == "completed" and _NOW & set(lows[max(line.first, phrase.first - 5) : phrase.first])
        return Standing("under-way" if now else status, "inspection-frame", "frame") if status else None
    if weak and submitted(context, phrase):
        return _submitted(context, line, phrase)
    if (place := lodged_with(context, phrase)) >= 0:
        return Standing("under-way", "inspection-lodged", "carry-out", aim=place)
    for k in range(max(line.first, phrase.first - 5), phrase.first):
        for end, name in context.lexicon.undertakings.frames.at(tokens, k, phrase.first):
            if phrase.definite and name.meaning == "proposed" and tokens.lows[k] in _TALK:
                continue  # "discussion of the inquiry": of one that there is
            if end == phrase.first and _ends_a_verb(context, line, k, end):
                continue  # "had decided against a review": told by the verb, which says who has
            if end == phrase.first and weak == (name.meaning in {"completed", "planned", "under-way"}):
                if name.meaning == "under-way" and (being := _being_in(context, line, k)) is not None:
                    return Standing(name.meaning, "inspection-object", "continue", being)
                return Standing(name.meaning, "inspection-frame", "frame")
    return None


def _ends_a_verb(context: Context, line: Line, k: int, end: int) -> bool:
    """ "decided against", "argued against": is the frame only the last word of what a verb does?"""
    tokens, phases = context.tokens, context.lexicon.undertakings
    found = (phases.phase_at(tokens, m, end) for m in range(max(line.first, k - 3), k))
    return end == k + 1 and any(one is not None and one[0] == end for one in found)


def _being_in(context: Context, line: Line, k: int) -> Group | None:
    """ "HI is eight weeks into an audit", "was two-thirds of the way through it": what who is in the middle of it is, with the amount between."""
    lows = context.tokens.lows
    at = k - 1
    while at > line.first and k - at < 7 and (lows[at] in _AMOUNT or lows[at].isdigit() or skipped(lows[at])):
        at -= 1
    return group_at(context, at, line.first) if lows[at] in BE and lows[k] in _ALONG else None


def _submitted(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "is under review by", "will be under audit by"."""
    lows = context.tokens.lows
    k = phrase.first - 2
    while k > line.first and skipped(lows[k]):
        k -= 1
    if lows[k] not in BE:
        return None
    group = group_at(context, k, line.first)
    if group.negated or group.tense in {Tense.OPEN, Tense.BARE}:
        return None
    return Standing("planned" if group.tense is Tense.FUTURE else "under-way", "inspection-frame", "frame")


def beside(context: Context, line: Line, phrase: Phrase, behind: After) -> Standing | None:
    """Notes without verbs: "Audit of rents: fieldwork", "Re-inspection pencilled in for May", "Follow-up to be held in June"."""
    tokens = context.tokens
    if behind.main >= 0 or not _leads(context, line, phrase):
        return None
    k = phrase.last
    if _LAST & set(tokens.lows[phrase.first : phrase.noun]) and not NOT & set(tokens.lows[k : min(line.last, k + 8)]):
        return Standing(
            "completed", "inspection-note"
        )  # "Last joint inspection of cabs: 23 February, two taken off the road"
    while k < line.last and k < phrase.last + 30:
        if tokens.lows[k] in RELATIVE:
            return None
        found = context.lexicon.undertakings.phase_at(tokens, k, line.last)
        if found and tokens.lows[k].endswith("s") and found[1] == "begin" and not tokens.words[k - 1][0].isalnum():
            return Standing("planned", "inspection-note", "begin")  # "Joint review by HI: starts May"
        if found and (is_done(tokens.lows[k]) or tokens.lows[k - 1] in {"to", "be"}):
            group = group_at(context, k, phrase.last)
            tense = Tense.FUTURE if group.to >= 0 else Tense.PAST
            status = status_of(found[1], Group(group.first, k, tense, group.negated, True))
            status = "under-way" if status == "completed" and in_part(context, k, line.last) else status
            status = "planned" if status == "completed" and tokens.lows[k - 1] in _PREPARING else status
            if status:
                return Standing(status, "inspection-note", found[1], group)
        for end, name in context.lexicon.statuses.at(tokens, k, line.last):
            if end - k > 1 or name.meaning != "completed" or is_done(tokens.lows[k]) or tokens.lows[k] == "complete":
                ready = name.meaning == "completed" and tokens.lows[k - 1] in _PREPARING  # "scope signed off"
                if tokens.lows[end - 1] == "open":
                    return Standing("under-way", "inspection-note")  # "The Board's inquiry remains open"
                ahead = ready or name.meaning == "not-completed"
                return Standing("planned" if ahead else name.meaning, "inspection-note")
        if tokens.lows[k : k + 2] == ["to", "go"] and tokens.lows[k - 1][0].isdigit():
            return Standing("under-way", "inspection-note")
        k += 1
    return dated(context, line, phrase)


def _leads(context: Context, line: Line, phrase: Phrase) -> bool:
    """Does the phrase open its clause, so that what follows is said of it?"""
    k = phrase.first - 1
    while k >= line.first and skipped(context.tokens.lows[k]):
        k -= 1
    if k < line.first or not context.tokens.words[k][0].isalnum():
        return True
    if context.tokens.lows[line.first] == "no" and k - line.first < 3:
        return True
    bare = context.tokens.lows[phrase.first] not in ARTICLES
    return (
        bare
        and k > line.first
        and context.tokens.lows[k] in context.lexicon.predicates.verbs
        and is_done(context.tokens.lows[k])
    )


def within(context: Context, phrase: Phrase) -> Standing | None:
    """ "the forthcoming audit of rents", "its recent inspection of Wick Hall"."""
    for k in range(phrase.first, phrase.noun):
        status = context.lexicon.undertakings.stages.get(context.tokens.lows[k])
        if status and (phrase.told or phrase.owner) and _is_settled(context, k, phrase):
            return Standing(status, "inspection-stage", "stage")
    return None


def as_called(context: Context, phrase: Phrase, found: Standing, status: str) -> str:
    """ "his forthcoming review of fees, for which no leader has been named": what it is called goes before what a clause lets guess."""
    stage = within(context, phrase) if status == "proposed" and found.rule == "inspection-relative" else None
    return stage.status if stage else status


def _is_settled(context: Context, k: int, phrase: Phrase) -> bool:
    """ "The findings will inform the next inspection of the home": one that is sure to come some day is told of only with its time."""
    lows = context.tokens.lows
    return lows[k] not in _SOME_DAY or not TIMES.isdisjoint(lows[phrase.first + 2 : phrase.last + _NEAR])


def reported(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "reported on HI's visit to the depot in October", "gave an account of the August visit": of what there has been, by its month."""
    lows = context.tokens.lows
    told = lows[phrase.first - 1] in {"on", "upon", "of"} and lows[phrase.first - 2] in _REPORTED
    raised = lows[phrase.first - 1] in _RAISED and _is_just_over(context, line, phrase.last)
    if not (told or raised) or not (phrase.definite or phrase.owner) or phrase.own_pronoun:
        return None
    when, behind = lows[phrase.first : phrase.head], phrase.last
    if lows[behind] == "by" and (named := context.mention_at.get(behind + 1 + (lows[behind + 1] == "the"))):
        behind = named.last
    rest = lows[_past_place(context, behind, line.last) : line.last]
    if rest[:1] == ["to"]:  # "to the control room"
        rest = rest[next((k for k, low in enumerate(rest[:7]) if low in _IN_MONTH), 0) :]
    if not _IN_MONTH.isdisjoint(rest[:1]):
        when += rest[1:5]
    return None if MONTHS.isdisjoint(when) else Standing("completed", "inspection-reported", "find")


def _past_place(context: Context, k: int, last: int) -> int:
    """Behind ", Derby," in "the inspection of Fern House, Derby, on 11 May", else where it was."""
    words = context.tokens.words
    if words[k] != ",":
        return k
    closing = next((m for m in range(k + 2, min(last, k + 6)) if words[m] == ","), k)
    return closing + 1 if closing > k and all(word[0].isupper() for word in words[k + 1 : closing]) else k


def _is_just_over(context: Context, line: Line, first: int) -> bool:
    """ "raised the inspection by X in June", in a September: is the month one of the six before?"""
    names = [low for low in context.tokens.lows[first : line.last] if low in MONTHS]
    if context.said_on is None or not names:
        return False
    back = context.said_on.month - month_number(names[0])
    return 0 < back % 12 <= _HALF_A_YEAR


def embarked(context: Context, relative: tuple[int, int]) -> Standing | None:
    """ "the review on which her office is to embark", "in which it has been engaged": the preposition has gone before."""
    lows = context.tokens.lows
    if lows[relative[0] - 1] not in {"on", "upon", "in"}:
        return None
    for k in range(relative[0] + 1, min(len(lows), relative[1] + 8)):
        if lows[k] in {"embark", "embarks", "embarked", "embarking"}:
            group = group_at(context, k, relative[0])
            status = status_of("begin", group)
            return Standing(status, "inspection-relative", "begin", group, relative=relative) if status else None
        if lows[k] in _AT_IT or lows[k - 1 : k + 1] == ["at", "work"]:
            return Standing("under-way", "inspection-relative", "continue", relative=relative)
    return None
