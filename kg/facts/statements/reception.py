"""How a thing was received: "This met with the Registrar's approval.", "The idea found favour with AQ.".

Comes in: a sentence whose subject is a thing.  Goes out: what those who received it felt or said.  The one idea: behind a verb of meeting or
winning, the noun tells the act, and its owner, or the one behind "with", "from" or "of", is who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.nominal import possessive_noun
from kg.facts.statements.report import ASKS, Report
from kg.facts.statements.voices import everybody, speaking
from kg.facts.words import BE
from kg.lexicon.lists import lists

_MEETS, _FAILS_TO = lists("speaking").words("receiving"), lists("speaking").words("failing-to")
_RECEIVING = frozenset({"agreed", "welcomed", "concerned", "disagreed", "acknowledged"})
_APPROVES = {"approval": "welcomed", "favour": "welcomed", "agreement": "agreed"}
_SCANT, _KINDLY = frozenset({"no", "little", "scant"}), frozenset({"agreed", "welcomed"})
_ALL = frozenset("sides round quarters hands".split())
_EACH = frozenset("every each either".split())


def _closes(behind: list[str]) -> bool:
    """Does the sentence or the clause end here, so that nobody in particular is meant ("found favour.")?"""
    return not behind or behind[0] in {".", ";", ","}


_TAKEN = lists("speaking").values("taken")


@needs(sign(_MEETS | _FAILS_TO | {"had"}))
def received(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "This met with her approval.", "The proposal drew criticism from the Board.", "The idea found favour on both sides."."""
    lows = context.tokens.lows
    start = line.start
    near = range(start + 1, min(line.last - 1, start + 9))
    at = next((k for k in near if lows[k] in _MEETS or (lows[k] in _FAILS_TO and lows[k - 1] == "not")), None)
    found = _of_a_suggestion(lows, start, line.last)
    if at is None and (
        had := next((k for k in range(start + 1, min(line.last - 3, start + 6)) if lows[k] == "had"), 0)
    ):
        at = had if lows[had + 1] in {"the", "some", "wide", "general"} and "of" in lows[had : had + 6] else None
    if found is None and (at is None or any(low in BE or low in {"had", "has", "have"} for low in lows[start:at])):
        return
    at = found or at or start
    first = at + 1 + (lows[at + 1] == "with")
    if owned := possessive_noun(context, discourse, first, line.last):
        agents, noun, _ = owned
    else:
        noun, agents = _noun_and_agents(context, discourse, first, line.last)
    act = _APPROVES.get(noun) or context.lexicon.predicates.nouns.get(noun)
    if (lows[first] in _SCANT or lows[at - 1] == "not") and act in _KINDLY:
        act = "disagreed"  # "found no favour with the Chair"
    if act in _RECEIVING and agents:
        yield Report(agents, act, "reception", (start, at))


def _of_a_suggestion(lows: list[str], start: int, last: int) -> int | None:
    """ "A suggestion by TW that the two be merged found no favour": the verb behind what was put forward."""
    if not {"suggestion", "proposal", "idea"} & set(lows[start : start + 3]) or "that" not in lows[start : start + 12]:
        return None
    return next(
        (
            k
            for k in range(start + 6, last - 4)
            if lows[k] in _FINDS and lows[k + 1] in _SCANT and lows[k + 3] in {"with", "from"}
        ),
        None,
    )


_FINDS = frozenset({"found", "won", "met", "attracted", "gained"})


def _noun_and_agents(context: Context, discourse: Discourse, i: int, last: int) -> tuple[str, tuple[str, ...]]:
    """The noun of an act near ``i`` and who stands behind it ("favour with AQ", "support on all sides")."""
    lows, nouns = context.tokens.lows, context.lexicon.predicates.nouns
    noun = next((k for k in range(i, min(last, i + 4)) if lows[k] in nouns), None)
    if noun is None:
        return "", ()
    behind = lows[noun + 1 : noun + 5]
    if (
        _ALL & set(behind)
        or (behind[-1:] and {"side", "hand"} & set(behind) and _EACH & set(behind))
        or _closes(behind)
    ):
        return lows[noun], everybody(context)
    if noun + 2 >= last or lows[noun + 1] not in {"with", "from", "of", "among", "by"}:
        return lows[noun], ()
    agents = discourse.agents(clauses.subject_at(context, noun + 2, last))
    return lows[noun], speaking(context, agents)


@needs(sign(_TAKEN))
def taken(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "This was gratefully received.", "The offer was taken up at once.", "Point taken.": what the one did to whom it was offered or said."""
    lows, start = context.tokens.lows, line.start
    last = line.last - (not context.tokens.words[line.last - 1][0].isalnum())
    head = next((k for k in range(start + 1, min(last, start + 6)) if lows[k] in _TAKEN), None)
    if head is None or not ({"was", "were"} & set(lows[start:head]) or head == start + 1) or "by" in lows[head:last]:
        return
    what, manner = set(lows[start:head]), set(lows[start:last])
    offer = not _OFFERS.isdisjoint(what) and (not _OPEN.isdisjoint(what) or lows[start] in _DEMONSTRATIVES)
    if not offer and not (lows[start] in _DEMONSTRATIVES and not _GLADLY.isdisjoint(manner)):
        return
    granted = discourse.act in ASKS and _TAKEN[lows[head]] == "acknowledged" and lows[head] in _GRANTED
    act = "agreed" if granted or lows[head : head + 2] == ["taken", "up"] else _TAKEN[lows[head]]
    yield Report(discourse.offered or discourse.counterpart(), act, "taken", (start, head))


_OFFERS, _GLADLY = lists("speaking").words("offers"), lists("speaking").words("gladly")
_GRANTED = frozenset({"conceded", "granted"})  # of what was asked for; else of a point
_OPEN = frozenset({"the", "his", "her", "their", "point"})
_DEMONSTRATIVES = frozenset({"this", "that", "it", "these"})
