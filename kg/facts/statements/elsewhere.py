"""Speech told in another clause than the first: behind a comma, in a relative clause, behind what was said.

Comes in: a sentence whose main clause tells nothing.  Goes out: what a participant says further on.  The one idea: behind a mark
or a joining word a clause may begin; where its subject took part and its verb is one of speech, it is a statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Subject, VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import NOUNS, OWNING, needs, sign
from kg.facts.statements.active import from_subject
from kg.facts.statements.acts import SPEAKING
from kg.facts.statements.nominal import possessive_noun
from kg.facts.statements.report import Report
from kg.facts.statements.voices import may_speak, speaking
from kg.facts.words import OWNERS, SINGULAR

_NO = frozenset({"no", "not"})
_MARKS = frozenset(", ; : – — - ( “ ” ’ \" ' ?".split())
_JOINING = frozenset("and but so as which whom whose while whilst whereas although though".split())
_RELATIVE = frozenset("which whom whose".split())
_FALLEN = frozenset("fell left remained".split())
_CLAUSE = sign(_MARKS | _JOINING)  # behind these a clause may begin
_FRONTED = frozenset("this that these those it what which such here nor neither nothing all".split())


@needs(sign(_FRONTED))
def fronted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "This she agreed to do.", "What she could not understand was …", "Here the Minister was less forthcoming"."""
    start = line.start
    if start + 2 >= line.last or context.tokens.lows[start] not in _FRONTED:
        return
    subject = clauses.subject_at(context, start + 1, line.last)
    if subject is not None and subject.actors[0].word != "it":
        yield from from_subject(context, discourse, line, subject, chain=True)


@needs(sign(_FALLEN))
def fallen_to(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It fell to Dame Ruth to remind them of the storm.", "It was left to the Clerk to explain"."""
    lows, start = context.tokens.lows, line.start
    at = next((k for k in range(start + 1, min(line.last - 3, start + 4)) if lows[k] == "to"), None)
    if lows[start : start + 1] != ["it"] or at is None or not _FALLEN & set(lows[start:at]):
        return
    subject = clauses.subject_at(context, at + 1, line.last)
    agents = discourse.agents(subject)
    if subject and agents and lows[subject.last : subject.last + 1] == ["to"] and subject.last + 1 < line.last:
        found = clauses.match(context, VerbGroup(subject.last + 1, subject.last + 1), line.last)
        if found and all(may_speak(context, key) for key in agents):
            yield Report(agents, found.predicate.act, "fallen-to", (found.last, line.last))


@needs(sign({"who"}))
def cleft(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It was the Commissioner who asked about the oil."."""
    lows, start = context.tokens.lows, line.start
    subject = clauses.subject_at(context, start + 2, line.last) if lows[start : start + 2] == ["it", "was"] else None
    if subject is not None and lows[subject.last : subject.last + 1] == ["who"]:
        behind = Subject(subject.actors, subject.first, subject.last + 1)
        yield from from_subject(context, discourse, line, behind, chain=False)


_WHOLES = frozenset({"all", "both", "each"})
_SIDES = frozenset({"parties", "sides"})  # who met, be they bodies


def elsewhere(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "An audit has begun, and she offered to share it.", "…, which the Director characterised as …", "…; SW's guess was June"."""
    tokens = context.tokens
    for k in context.showing(_CLAUSE, line.first, line.last - 2):
        start = k + 1
        while start < line.last - 1 and (tokens.lows[start] in _JOINING or tokens.words[start] == ","):
            start += 1
        subject = clauses.subject_at(context, start, line.last)
        if subject is None:
            if line.signs & NOUNS and (found := list(_owned(context, discourse, line, start))):
                yield from found
                return
            continue
        for report in from_subject(context, discourse, line, subject, chain=False):
            sides = len(report.speakers) > 1 and tokens.lows[subject.last - 1] in _SIDES
            if not (sides or all(context.type_of(key) in SPEAKING for key in report.speakers)):
                continue
            relative = bool(_RELATIVE & set(tokens.lows[k:start]))
            default = report.rule == "active-default"
            if default and subject.actors[0].word in _WHOLES:
                continue  # "Four reports had appeared; all were good."
            if report.speakers and not (relative and (default or subject.actors[0].key is None)):
                yield Report(
                    report.speakers,
                    report.act,
                    "parties-elsewhere" if sides else "clause-elsewhere",
                    report.content,
                    report.addressees,
                    report.weak or default or relative,
                )
                return


def _owned(context: Context, discourse: Discourse, line: Line, start: int) -> Iterator[Report]:
    """ "…; her preference was for June": a noun of speech that somebody has, with its verb."""
    found = possessive_noun(context, discourse, start, line.last)
    if found is None:
        return
    agents, noun, after = found
    group = clauses.verb_group(context, after, line.last)
    if group is not None and not group.modal and agents:
        yield Report(
            agents, context.lexicon.predicates.nouns[noun], "noun-elsewhere", (after, line.last), weak=group.perfect
        )


@needs(sign({"since"}), sign({"had"}))
def since(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Since they last met she had visited nine towers.": news of what a participant did between two meetings."""
    lows, first = context.tokens.lows, line.first
    if lows[first] != "since":
        return
    for k in context.showing(_HAD, first + 2, min(line.last, first + 14)):
        at = next((i for i in range(k - 1, first, -1) if i in context.mention_at or lows[i] in SINGULAR), None)
        subject = clauses.subject_at(context, at, line.last) if at else None
        if subject is None or subject.last != k:
            continue
        agents = discourse.agents(subject)
        if agents and all(may_speak(context, key) and context.type_of(key) in SPEAKING for key in agents):
            yield Report(agents, "informed", "since-then", (k, line.last))
            return


_HAD = sign({"had"})


_BY = {"in": "opined", "by": "informed", "to": "opined"}
_ASIDE = frozenset(
    "word words recollection knowledge way account mind submission telling eyes phrase experience reckoning part own".split()
)


@needs(sign({*_BY, "per"}), sign({"per"}, OWNING), sign(_ASIDE | {"per"}, NOUNS))
def in_her_words(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "in her words", "by his account", "to her mind", "as Mrs Pettigrew put it", "so the Chair understood", "per DPP"."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    for k in range(line.first, line.last - 2):
        low = tokens.lows[k]
        if low in _BY and (owner := _owner(context, discourse, k + 1, line.last)):
            agents, noun = owner
            if noun in _ASIDE or (low != "to" and nouns.get(noun) in {"opined", "informed"}):
                yield Report(agents, nouns.get(noun, _BY[low]), "in-her-words", (line.first, line.last))
                return
        elif low == "per" and (agents := _speakers(context, discourse, k + 1, line.last)):
            yield Report(agents, "informed", "in-her-words", (line.first, line.last))
            return


def _owner(context: Context, discourse: Discourse, i: int, last: int) -> tuple[tuple[str, ...], str] | None:
    """Whose, and the noun owned, in "her words", "the Chair's submission", "his own account"."""
    lows = context.tokens.lows
    actor = clauses.actor_at(context, i, last)
    if lows[i] in {"his", "her", "their"}:
        after, agents = i + 1, discourse.pronoun(OWNERS[lows[i]])
    elif actor is not None and clauses.possessive(context, actor):
        after, agents = actor.last, discourse.of(actor)
    else:
        return None
    noun = next(
        (
            lows[m]
            for m in range(after, min(last, after + 3))
            if lows[m] in _ASIDE or lows[m] in context.lexicon.predicates.nouns
        ),
        "",
    )
    agents = speaking(context, agents)
    return (agents, noun) if noun and agents else None


def _speakers(context: Context, discourse: Discourse, i: int, last: int) -> tuple[str, ...]:
    return speaking(context, discourse.agents(clauses.subject_at(context, i, last)))


@needs(NOUNS, sign({"from", "was", "were", "came"}))
def noun_inverted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "From X came the observation that …", "Flat no from X.", "Six, was the reply.", "…, came the answer"."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    for k in range(line.first, line.last - 2):
        low = tokens.lows[k]
        if low == "from" and (subject := clauses.subject_at(context, k + 1, line.last)):
            agents = speaking(context, discourse.agents(subject))
            near = range(max(line.first, k - 4), k)
            after = range(subject.last, min(line.last, subject.last + 6))
            came = tokens.lows[subject.last : subject.last + 1] == ["came"]
            noun = next((tokens.lows[m] for m in (after if came else near) if tokens.lows[m] in nouns), None)
            if agents and noun and (came or k - line.first <= 5):
                yield Report(agents, nouns[noun], "noun-from", (line.first, line.last))
                return
        if (
            low in {"was", "were"}
            and k > line.first
            and (owner := _owner(context, discourse, k + 1, line.last))
            and owner[1] in nouns
        ):
            yield Report(owner[0], nouns[owner[1]], "noun-inverted", (line.first, k))
            return
        if low in {"came", "was"} and tokens.words[k - 1] in _MARKS:
            noun = next((tokens.lows[m] for m in range(k + 2, min(line.last, k + 4)) if tokens.lows[m] in nouns), None)
            if noun and k > line.first and tokens.lows[k + 1] not in _NO:  # "was no longer thought necessary"
                owner = _owner(context, discourse, k + 1, line.last)
                yield Report(owner[0] if owner else discourse.replier(), nouns[noun], "noun-inverted", (line.first, k))
                return
