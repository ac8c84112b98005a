"""A speaker whom nothing tells more of: "The Regulator apologised.", "A Mr Stannard asked how long …".

Comes in: a sentence that begins with capitalised words which no mention holds.  Goes out: what that speaker said; who it is, where the words are the
end of a participant's post.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.acts import act_of
from kg.facts.statements.further import chained
from kg.facts.statements.report import Report
from kg.facts.statements.saying import inner_verb


def somebody(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "The Regulator apologised.", "A Mr Stannard asked how long …": a speaker whom nothing tells more of."""
    start = line.start
    end = unknown_name_end(context, start, line.last)
    group = clauses.verb_group(context, end, line.last) if end else None
    if (
        group is None
        or group.modal
        or group.perfect
        or group.passive
        or not clauses.is_past(context.tokens.lows[group.head])
    ):
        return
    found = inner_verb(context, group, line.last) or clauses.match(context, group, line.last)
    if (
        found
        and found.predicate.act not in {"decided", "discussed"}
        and (act := act_of(context, group, found, line.last))
    ):
        agents = by_post(context, context.tokens.lows[start:end])
        yield Report(agents, act, "somebody", (found.last, line.last))
        yield from chained(context, discourse, line, found.last, agents)


def by_post(context: Context, words: list[str]) -> tuple[str, ...]:
    """The one participant whose post ends in these words ("the Regulator" is the Burial Grounds Regulator)."""
    title = " ".join(words).removeprefix("the ")
    fitting = [one.agent for one in context.cast.bearing(title) if one.attendance != "apologies"]
    return tuple(fitting) if len(fitting) == 1 else ()


def unknown_name_end(context: Context, i: int, last: int) -> int:
    """The token after "The Regulator", "A Mr Stannard", "Major Strang": capitalised words that no mention holds, or 0."""
    tokens, k = context.tokens, i
    if k < last and tokens.lows[k] in {"the", "a", "an", "one"}:
        k += 1
    first = k
    while k < last and k not in context.mention_at and tokens.words[k][0].isupper() and k - first < 5:
        k += 1
        if (k < last and tokens.words[k] == "." and len(tokens.words[k - 1]) <= 3) or (
            k + 1 < last and tokens.lows[k] == "of" and tokens.words[k + 1][0].isupper()
        ):
            k += 1
    return k if k > first and (first > i or k - first > 1) else 0
