"""Where an undertaking stands: the verb that governs its phrase, the clause on it, or a word beside it.

Comes in: a :class:`Phrase` in its sentence.  Goes out: a :class:`Standing`.  The one idea: look where English puts it, in
order of weight: the verb before ("is carrying out an audit"), the verb after ("the audit was finished"), the clause on it ("which
HMIH is carrying out"), the phrase before ("the findings of"), and words beside it ("Audit of rents: fieldwork").
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.inspections.after import RELATIVE, After, after
from kg.facts.inspections.amends import AWAITED, amended
from kg.facts.inspections.beside import as_called, beside, embarked, framed, reported, within
from kg.facts.inspections.cues import cue_in, overruled
from kg.facts.inspections.existence import there_is
from kg.facts.inspections.fates import advancing, became, likely
from kg.facts.inspections.governed import by_verb, governed, not_before
from kg.facts.inspections.groups import AT_LAST, Group, Tense, group_at, is_done, skipped
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.notes import aside, in_part, labelled
from kg.facts.inspections.parted import parted
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.recounted import recounted
from kg.facts.inspections.stages import reporting, staged
from kg.facts.inspections.statuses import DONE, GIVING_UP, Standing, softened, status_of
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES, BE, BEING, HAVE

_HELD = WORDS.words("held-to-be")
_WENT = frozenset({"go", "goes", "going", "gone", "went", "years", "months"})
_OVER = frozenset({"unlikely", "not-completed"})
GIVEN_UP = "inspection-given-up"  # "The audit was called off.": a thing of the past, which binds nobody


def standing(context: Context, line: Line, phrase: Phrase, acts: frozenset[str]) -> Standing | None:
    """Where the undertaking of a phrase stands, or ``None`` where the sentence does not say."""
    if _is_lacking(context, phrase):
        return None
    behind = after(context, line, phrase)
    found = _told(context, line, phrase, acts, behind)
    if found is None:
        return None
    status = amended(context, line, phrase, found, _first_status(context, line, phrase, found, behind, acts), acts)
    status = became(context, line, phrase, found, status, behind) or as_called(context, phrase, found, status)
    status = _settled(context, line, phrase, found, status, behind, acts)
    past = found.group is not None and found.group.tense in {Tense.PAST, Tense.PERFECT}
    rule = GIVEN_UP if status in _OVER and found.phase in GIVING_UP and past else found.rule
    return Standing(status, rule, found.phase, found.group, found.aim, found.relative or behind.relative)


def _told(context: Context, line: Line, phrase: Phrase, acts: frozenset[str], behind: After) -> Standing | None:
    """What the first of the ways to tell it tells, before what softens, denies or overrules it."""
    return (
        framed(context, line, phrase, weak=False)
        or staged(context, line, phrase)
        or governed(context, line, phrase, acts)
        or parted(context, line, phrase)
        or there_is(context, line, phrase)
        or (_on_it(context, line, behind) if phrase.oblique else None)
        or (framed(context, line, phrase, weak=True) if phrase.oblique else None)
        or reporting(context, line, phrase)
        or labelled(context, line, phrase)
        or aside(context, line, phrase)
        or _predicated(context, line, behind)
        or (None if phrase.oblique else _on_it(context, line, behind) or framed(context, line, phrase, weak=True))
        or beside(context, line, phrase, behind)
        or within(context, phrase)
        or reported(context, line, phrase)
        or recounted(context, line, phrase)
    )


def _first_status(
    context: Context, line: Line, phrase: Phrase, found: Standing, behind: After, acts: frozenset[str]
) -> str:
    """The status told, softened by how it is told; what is known to be under way is so still."""
    known = phrase.definite and found.rule == "inspection-relative" and found.status in {"under-way", "planned"}
    known = known or (phrase.definite and _was_announced(context, found))  # "asked after the audit promised in May"
    status = found.status if known else softened(context, line.first, phrase.first, found.status, acts)
    said_of_it = phrase.definite or (found.group is not None and found.group.first >= phrase.last)
    if status == "proposed" and said_of_it and behind.relative is not None:
        told = _on_it(context, line, behind)  # "asked whether the audit that HI has under way would cover it"
        status = "under-way" if told is not None and told.status == "under-way" else status
    return status


def _settled(
    context: Context, line: Line, phrase: Phrase, found: Standing, status: str, behind: After, acts: frozenset[str]
) -> str:
    """The status when all is said: what is told to have been given up, is only an opinion, or is denied."""
    if (
        status == "proposed"
        and found.rule == "inspection-frame"
        and (fate := _predicated(context, line, behind))
        and fate.status == "unlikely"
    ):
        status = "unlikely"  # "The notion of an audit was abandoned"
    opinion = acts <= {"opined", "suggested"} and found.phase == "" and found.group is not None
    if opinion and acts and status == "planned" and found.group is not None and found.group.modal == "would":
        status = "proposed"  # "In her view an audit would achieve more"
    if "no" in context.tokens.lows[max(line.first, phrase.first - 1) : phrase.first + 1]:
        status = {"completed": "not-completed"}.get(status, "unlikely")
    if status in {"planned", "proposed"} and overruled(context, line, phrase.last, settled=status == "planned"):
        status = "unlikely"
    return status


def _is_lacking(context: Context, phrase: Phrase) -> bool:
    """ "a force that holds images without periodic review": a manner of doing things, unless somebody "went without inspection"."""
    lows, before = context.tokens.lows, phrase.first - 1
    return lows[before] == "without" and lows[phrase.first] not in ARTICLES and lows[before - 1] not in _WENT


def _was_announced(context: Context, found: Standing) -> bool:
    """ "the audit promised in the spring": a participle without an auxiliary tells what was settled, whatever is asked of it."""
    group = found.group
    bare = group is not None and group.first == group.head and is_done(context.tokens.lows[group.head])
    return found.phase == "arrange" and bare and found.rule in {"inspection-subject", "inspection-participle"}


# ── the verb after ───────────────────────────────────────────────────────────────────────────────────────────────────


def _predicated(context: Context, line: Line, behind: After) -> Standing | None:
    """ "The audit of rents was finished", "… is under way", "… will not now take place", "… would be useful"."""
    if behind.main < 0:
        return None
    tokens = context.tokens
    head = _head(context, behind.main, line.last)
    found = context.lexicon.undertakings.phase_at(tokens, head, line.last)
    group = group_at(context, head, behind.main - (tokens.lows[behind.main - 1] == "never"))
    if held := _held_to_be(context, line, behind.main, head, group) or advancing(context, line, head, group):
        return Standing(held, "inspection-subject", "", group)
    if group.tense is Tense.BARE and group.passive and group.to < 0:
        return Standing("proposed", "inspection-subject", found[1] if found else "", group)
    if found is not None and found[1] == "ask-for" and _speaks(context, group, found[0]):
        return Standing("completed", "inspection-subject", "find", group)  # "The review had recommended that …"
    if found is not None and fits(context, found[1], group):
        if status := status_of(found[1], group, before=not_before(context, line, head)):
            status = "under-way" if status == "completed" and in_part(context, head, line.last) else status
            return Standing(status, "inspection-subject", found[1], group)
    if (
        tokens.lows[behind.main] in BE
        and tokens.lows[behind.main + 1] == "off"
        and not tokens.lows[behind.main + 2][:1].isalpha()
    ):
        return Standing("not-completed", "inspection-subject", "", group)  # "The visit set for March was off."
    if (awaited := likely(context, line, behind.main)) is not None:
        return awaited
    if cue := cue_in(context, behind.main, min(line.last, head + 14)):
        if not (group.negated and cue in {"completed", "under-way"}):
            return Standing(
                cue if group.tense is not Tense.FUTURE or cue == "unlikely" else "planned",
                "inspection-subject",
                "",
                group,
            )
    if tokens.lows[head] in {"in", "on", "at"} and is_time(
        context, head + 1, line.last
    ):  # "was in 2012", "is on Monday"
        past = {"was", "were", "been"} & set(tokens.lows[behind.main : head])
        return Standing("completed" if past else "planned", "inspection-subject", "", group)
    if group.modal in {"would", "could", "might", "should", "may"} and (tokens.lows[head] == "be" or found is None):
        return Standing("proposed", "inspection-subject", "", group)
    if group.tense is Tense.FUTURE and not group.negated:
        return Standing("planned", "inspection-subject", "", group)
    return None


def _held_to_be(context: Context, line: Line, first: int, head: int, group: Group) -> str | None:
    """ "was held to be superseded", "is thought to be under way", "was now less likely"."""
    lows = context.tokens.lows
    if lows[head] in _HELD and lows[head + 1 : head + 3] == ["to", "be"] and not group.negated:
        if held := cue_in(context, head + 3, min(line.last, head + 10)):
            return held
    tail = lows[first : min(line.last, head + 7)]
    return "unlikely" if "unlikely" in tail or "less likely" in " ".join(tail) else None


def _speaks(context: Context, group: Group, end: int) -> bool:
    """ "The review recommended that …", "had called for a ban", and no participle ("floated for the autumn") nor another's verb."""
    lows = context.tokens.lows
    object_follows = end < len(lows) and (lows[end] in ARTICLES or lows[end] == "that" or end in context.mention_at)
    active = not group.passive and not group.negated and group.tense in DONE and lows[group.first - 1] != ","
    active = active and BE.isdisjoint(lows[group.first : group.head])  # "a review was welcome"
    return active and (group.first < group.head or object_follows)


def fits(context: Context, phase: str, group: Group) -> bool:
    """Can the undertaking be the subject?  It begins and ends of itself; arranged, given up or asked for it only is."""
    lows = context.tokens.lows
    if group.passive or phase == "find" or lows[group.head] in {"due", "falls", "fell", "fall", "welcome"}:
        return True  # "The review found no fault"
    if group.first == group.head and clauses.is_participle(lows[group.head]):  # notes: "Re-inspection pencilled in"
        after = context.lexicon.undertakings.phase_at(context.tokens, group.head, len(lows))
        end = after[0] if after else group.head + 1
        return end >= len(lows) or not (lows[end] in ARTICLES or end in context.mention_at)
    return phase in {"happen", "begin", "continue", "end", "find", "postpone"}


def _head(context: Context, i: int, last: int) -> int:
    """The main word of the verb group that begins at a token."""
    if tuple(context.tokens.lows[i + 1 : i + 3]) in AT_LAST and context.tokens.lows[i] in BEING:
        i += 2 + (context.tokens.lows[i + 3] in BEING)  # "had at last been brought to a close"
    group = clauses.verb_group(context, i, last)
    if group is None:
        return i
    k = group.head
    lows = context.tokens.lows
    if lows[k] in {"due", "expected", "set", "scheduled", "likely", "planned", "unlikely", "had"} and lows[
        k + 1 : k + 2
    ] == ["to"]:
        k += 2
        while k < last and (lows[k] in BEING or skipped(lows[k])):
            k += 1
    return min(k, last - 1)


# ── the clause on it, the phrase before, the words beside ────────────────────────────────────────────────────────────


def _only_leads(lows: list[str], k: int) -> bool:
    """ "which has begun", "which is due to finish": is a word only an auxiliary of the verb that tells?"""
    return lows[k] in HAVE or (lows[k] in AWAITED and lows[k + 1] == "to")


def _on_it(context: Context, line: Line, behind: After) -> Standing | None:
    """ "the review that HMIH is carrying out", "an audit commissioned by the Board"."""
    tokens = context.tokens
    if behind.relative is not None:
        first, last = behind.relative
        if preposed := embarked(context, behind.relative):
            return preposed
        if tokens.lows[first + 1] in BE and cue_in(context, first + 1, min(first + 5, last)) == "under-way":
            return Standing("under-way", "inspection-relative", "continue", relative=behind.relative)
        for k in range(first, min(last, line.last)):
            found = context.lexicon.undertakings.phase_at(tokens, k, line.last)
            if found and not context.within_name(k) and not _only_leads(tokens.lows, k):
                group = group_at(context, k, first)
                own = tokens.lows[first] in RELATIVE and all(map(skipped, tokens.lows[first + 1 : group.first]))
                standing = by_verb(context, line, k, found[1], "inspection-relative")
                if standing and (not own or fits(context, found[1], group)):
                    return Standing(
                        standing.status, standing.rule, standing.phase, standing.group, relative=behind.relative
                    )
        if cue := cue_in(context, first + 1, min(last, line.last)):
            return Standing(cue, "inspection-relative", "continue", relative=behind.relative)
    if behind.participle >= 0 and (
        found := context.lexicon.undertakings.phase_at(tokens, behind.participle, line.last)
    ):
        tense = Tense.FUTURE if tokens.lows[behind.participle - 1] == "be" else Tense.PAST
        group = Group(behind.participle, behind.participle, tense, passive=True)
        if status := status_of(found[1], group):
            return Standing(status, "inspection-participle", found[1], group)
    return None
