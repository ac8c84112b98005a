"""Where a verb of inspecting leaves what it names: its tense, what governs its infinitive, what denies it.

Comes in: the group of the verb.  Goes out: a status, or ``None``.  The one idea: the tense tells it; of a bare form the words before it do; what has to be
first, what a body is for and what is only denied tell nothing.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Group, Tense
from kg.facts.inspections.intents import in_hand, is_function, meant, noted, of_phase
from kg.facts.inspections.reduced import gerund
from kg.facts.inspections.statuses import aim_of, softened

_STATUS = {
    Tense.FUTURE: "planned", Tense.OPEN: "proposed", Tense.GOING: "under-way", Tense.PERFECT: "completed", Tense.PAST: "completed",
}  # fmt: skip
_CONDITIONS = frozenset({"unless", "until", "if", "once", "whether", "till"})


def status_by(context: Context, line: Line, group: Group, acts: frozenset[str]) -> str | None:
    """Where the undertaking stands by its verb, or ``None`` where that tells of none."""
    status: str | None
    if group.tense is Tense.BARE:
        aim = aim_of(context, group.to, line.first) if group.to >= 0 else None
        aim = ("proposed", group.to) if group.to > 0 and context.tokens.lows[group.to - 1] == "whether" else aim
        status = aim[0] if aim else "planned" if noted(context, line, group.to) else None
        if group.to < 0 and acts & {"requested", "suggested"}:
            status = "proposed"
        status = None if status == "completed" else status
        if begun := of_phase(context, line, group.head):
            status = begun
        if group.to < 0 and (intended := meant(context, line, group.head)):
            status = intended
        if group.to < 0 and in_hand(context, line, group.head):
            status = "under-way"
        if group.to < 0 and status is None and (thought_of := gerund(context, line, group.head)):
            status = thought_of[0]
    elif group.negated:
        status = "unlikely" if group.tense in {Tense.FUTURE, Tense.OPEN} else None
        unlikely = "unlikely" in context.tokens.lows[group.first : group.head]
        if status and not unlikely and {"before", "until"} & set(context.tokens.lows[group.head : line.last]):
            status = "planned"
    elif group.to >= 0 and is_function(context, line, group.first):
        return None
    elif (
        group.tense is Tense.PERFECT
        and not group.passive
        and context.tokens.lows[group.head + 1 : group.head + 2] == ["since"]
    ):
        return None  # "which HI has inspected since 2021": what it is in charge of
    else:
        status = _STATUS.get(group.tense)
        if status == "completed" and _on_condition(context.tokens.lows[max(line.first, group.first - 6) : group.first]):
            return None
        if context.tokens.lows[group.head].startswith(("start", "beg")) and status == "completed":
            status = "under-way"
    return softened(context, line.first, group.first, status, acts) if status else None


def _on_condition(before: list[str]) -> bool:
    """ "until every kiln had been visited", "only when all forty had been": what has to be first."""
    return not _CONDITIONS.isdisjoint(before) or ("when" in before and "only" in before)
