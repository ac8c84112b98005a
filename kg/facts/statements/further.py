"""A second predicate of the same subject.

Comes in: the tokens behind the first.  Goes out: one more report.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.antecedents import goes_back
from kg.facts.clauses import VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import sign
from kg.facts.statements.acts import act_of
from kg.facts.statements.complements import STATIVE
from kg.facts.statements.report import Report
from kg.facts.statements.voices import addressees_at, agent_after
from kg.facts.words import ADVERBS, ARTICLES, QUESTION_WORDS

_JOINS = sign({"and", "but", ";", "or"})
_JOINS_IN_NOTES = sign({"and", "but", ";", "or", ","})
_SHORT = 16  # tokens of a jotted line
_SAYING = QUESTION_WORDS | {"that"}


def chained(context: Context, discourse: Discourse, line: Line, i: int, agents: tuple[str, ...]) -> Iterator[Report]:
    """A second predicate of the same subject: "welcomed that and asked if …", "was sympathetic, but pointed out …"."""
    tokens = context.tokens
    for k in context.showing(_JOINS_IN_NOTES if _is_note(context, line) else _JOINS, i, line.last - 1):
        low, j = tokens.lows[k], k + 1
        if low == "," and not _runs_on(context, i, k, line.last):
            continue
        before = k - 1 - (tokens.words[k - 1] == ",")  # not "that" in "saw merit in that and …"
        in_that = not _SAYING.isdisjoint(tokens.lows[i:before])
        marked = tokens.words[k - 1] == "," or low in {"but", ";"}
        while j < line.last and (tokens.lows[j] in ADVERBS or tokens.lows[j].endswith("ly") or tokens.words[j] == ","):
            marked = marked or tokens.lows[j] in {"also", "then", "further", "therefore", "again"}
            j += 1
        if (low == ";" or not in_that) and j < line.last and _is_anothers(context, j, line.last):
            return
        if (
            j >= line.last
            or j in context.mention_at
            or (in_that and not marked and _has_agent(context, i, k) and not goes_back(context, line.first, j))
        ):
            continue
        if tokens.lows[j] in {"that", "to", "whether", "if", "how", "what"}:
            continue
        group = clauses.verb_group(context, j, line.last)
        if group is not None and _is_promise(context, group, in_that):
            yield Report(agents, "undertook", "chained-would", (group.head, line.last))
            return
        if group is not None and group.passive and tokens.lows[group.head] in _TOLD:
            speakers = agent_after(context, discourse, "by", group.head, line.last, near=6)
            if speakers and not group.modal and not group.perfect:
                yield Report(speakers, "informed", "chained-passive", (group.head, line.last), agents)
                return
        if group is None or group.head > j + 3 or group.progressive or group.passive:
            continue
        told = clauses.is_past(tokens.lows[group.head]) or group.be in {"was", "were"} or group.did or low == ","
        if not told:
            continue
        found = clauses.match(context, group, line.last)
        act = act_of(context, group, found, line.last) if found and not group.perfect else None
        if act and found:
            yield Report(
                agents,
                act,
                "chained-verb",
                (found.last, line.last),
                addressees_at(context, discourse, found.last, line.last, agents),
            )
            return


def _is_anothers(context: Context, j: int, last: int) -> bool:
    """ "asked about fees; she said that they were low, but agreed …": does a clause of another subject begin here, which goes on behind "but"?"""
    subject = clauses.subject_at(context, j, last)
    return subject is not None and clauses.verb_group(context, subject.last, last) is not None


def _is_note(context: Context, line: Line) -> bool:
    """Is it a short line without an article, as notes are jotted down?"""
    return line.last - line.first <= _SHORT and ARTICLES.isdisjoint(context.tokens.lows[line.first : line.last])


def _runs_on(context: Context, i: int, k: int, last: int) -> bool:
    """ "FB not convinced, wants the log", "SB accepted figure, blamed old kit": does the same subject's next verb stand behind a comma?"""
    tokens, verb = context.tokens, k + 1
    entries = context.lexicon.predicates.verbs.get(tokens.lows[verb]) if verb + 1 < last else None
    finite = clauses.is_past(tokens.lows[verb]) or tokens.lows[verb].endswith("s")
    plain = tokens.words[verb].islower() and tokens.lows[verb + 1] not in _BEHIND_PARTICIPLES
    return bool(entries) and finite and plain and _SAYING.isdisjoint(tokens.lows[i:k])


_BEHIND_PARTICIPLES = frozenset({"by", "in", "at", "on", "from", "with", "under", "as"})
_NO_VERBS = frozenset({"also", "not", "if", "unless"})  # "but would if it had to"
_TOLD = frozenset("told assured informed advised reminded warned".split())


def _is_promise(context: Context, group: VerbGroup, in_that: bool) -> bool:
    """ "was not sure and would find out": a deed of one's own to come, told in a clause of its own."""
    low = context.tokens.lows[group.head]
    own = group.modal in {"would", "will"} and not (
        group.negated or group.passive or group.progressive or group.perfect or group.be
    )
    return own and not in_that and low not in STATIVE and low not in _NO_VERBS


def _has_agent(context: Context, first: int, last: int) -> bool:
    """Is an agent named between two tokens, so that a verb behind them may be the agent's?"""
    return any(
        k in context.mention_at or context.tokens.lows[k] in {"he", "she", "they", "we"} for k in range(first, last)
    )
