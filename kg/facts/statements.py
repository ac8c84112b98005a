"""Statements: what those at the meeting did in words.

Comes in: the sentences with their cast.  Goes out: statements in the order of the text.  The one idea: minutes report, so
a sentence whose subject took part is a statement unless its verb is of the future, of the past before the meeting,
or of a doing; what the verb says decides the act.  Each rule is a function with a name, and the name stands on the
facts it made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Match, Subject, VerbGroup
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.words import (
    ADVERBS,
    ARTICLES,
    BE,
    DOINGS,
    OBJECTS,
    OPENERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBORDINATORS,
)
from kg.lexicon.inflection import forms
from kg.lexicon.predicates import FILLERS
from kg.model import EntityType, PassageKind, Statement

_CLOSING = frozenset({"agreed", "decided", "discussed"})
_PERCEIVE = frozenset("see hear note learn read know find be have receive meet".split())
_EXPRESS = frozenset(
    "expressed voiced raised made given offered asked put sought received drawn recorded conveyed extended paid".split()
)
_HEAR = frozenset("heard learned learnt understood received".split())
_BEGIN = frozenset(
    """
    began begins opened started closed ended concluded finished continued contributed responded replied
    answered intervened
    """.split()
)
_RECEIVE = frozenset(
    """
    asked told assured advised informed reminded updated briefed invited thanked urged encouraged notified
    warned given shown pressed questioned challenged requested offered promised
    """.split()
)
_DOING_FORMS = frozenset(form for verb in DOINGS if "-" not in verb for form in forms(verb))
_RAISABLE = frozenset(
    """
    question questions issue issues point points concern concerns need suggestion suggestions proposal
    proposals query queries possibility idea ideas matter matters risk risks importance view views minutes
    paper report recommendation recommendations request requests update updates clarification thanks apologies
    support disappointment regret appreciation problem problems comment comments inquiry enquiry example
    examples case discussion action actions amendments draft plan terms assurance assurances explanation
    """.split()
)


@dataclass(frozen=True, slots=True)
class Report:
    """One act of speech in one sentence, before it becomes a statement."""

    speakers: tuple[str, ...]
    act: str
    rule: str
    content: tuple[int, int]
    addressees: tuple[str, ...] = ()


def of_line(context: Context, discourse: Discourse, line: Line) -> list[Statement]:
    """The statements of one sentence."""
    return [_statement(context, line, report) for report in _reports(context, discourse, line)]


def _statement(context: Context, line: Line, report: Report) -> Statement:
    first, last = report.content
    content = context.tokens.span(first, last) if last > first else line.sentence.span
    mentions = dict.fromkeys(context.cast.by_first[i] for i in range(line.first, line.last) if i in context.mention_at)
    return Statement(
        speakers=report.speakers, act=report.act, content=content, evidence=line.sentence.span, rule=report.rule,
        addressees=report.addressees, position=line.passage.position,
        mentions=tuple(key for key in mentions if key not in report.speakers and key not in report.addressees),
    )  # fmt: skip


def _reports(context: Context, discourse: Discourse, line: Line) -> list[Report]:
    for rule in _RULES:
        found = list(rule(context, discourse, line))
        if found:
            if rule is not _parenthetical:
                found += [
                    extra
                    for extra in _second_speaker(context, discourse, line, found[0])
                    if (extra.speakers, extra.act) != (found[0].speakers, found[0].act)
                ]
            return found[:3]
    return []


# ── a subject who took part ──────────────────────────────────────────────────────────────────────────────────────────


def _active(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "The Chief Inspector explained that …", "Members were disappointed …", "She was assured by the Chair that …"."""
    start = clauses.main_start(context, line.first, line.last)
    subject = clauses.subject_at(context, start, line.last)
    if subject is None or (
        subject.actors[0].word == "it"
        and context.tokens.lows[subject.last : subject.last + 1]
        and context.tokens.lows[subject.last] in BE
    ):
        return
    yield from _from_subject(context, discourse, line, subject, chain=True)


def _from_subject(
    context: Context, discourse: Discourse, line: Line, subject: Subject, *, chain: bool
) -> Iterator[Report]:
    group = clauses.verb_group(context, subject.last, line.last)
    if group is None:
        return
    agents = discourse.agents(subject)
    if not agents or not all(_may_speak(context, key) for key in agents):
        return
    if group.passive:
        yield from _received(context, discourse, line, agents, group)
        return
    low = context.tokens.lows[group.head]
    if (
        low in _HEAR
        and "from" in context.tokens.lows[group.head + 1 : group.head + 6]
        and (source := _agent_after(context, discourse, "from", group.head, line.last))
    ):
        yield Report(source, "informed", "heard-from", (group.head + 1, line.last), agents)
        return
    found = _by_saying(context, group, line.last) or clauses.match(context, group, line.last)
    act = _act(context, line, group, found, agents) if found else _default_act(context, group, agents)
    if act is None:
        return
    after = found.last if found else group.head + 1
    rule = "active-adjective" if found and found.predicate.adjectival else "active-verb" if found else "active-default"
    addressees = (
        _addressees(context, discourse, after, line.last, agents)
        or _addressees(context, discourse, group.head + 1, after, agents)
        or (_other_party(context, agents) if act in _PUT_TO else ())
    )
    yield Report(agents, act, rule, (after, line.last), addressees)
    if chain:
        yield from _chained(context, discourse, line, after, agents)


def _by_saying(context: Context, group: VerbGroup, last: int) -> Match | None:
    """ "opened by asking", "began by thanking", "replied saying": the second verb tells the act."""
    lows = context.tokens.lows
    k = group.head + 1
    if k < last and lows[k] in {"by", "in"}:
        k += 1
    if (
        k < last
        and lows[k].endswith("ing")
        and lows[k] in context.lexicon.predicates.verbs
        and (k > group.head + 1 or lows[group.head] in _BEGIN)
    ):
        return clauses.match(context, VerbGroup(k, k), last)
    return None


def _may_speak(context: Context, key: str) -> bool:
    kind = context.type_of(key)
    if kind is EntityType.COLLECTIVE:
        return True
    listed = next((person for person in context.cast.participants if person.agent == key), None)
    if listed is not None:
        return listed.attendance != "apologies"
    if kind is EntityType.PERSON:
        return True
    if kind is EntityType.POST:
        return context.speaks_often(key)
    if kind in BODIES:
        bodies = {context.cast.body_of(agent) for agent in context.cast.present()}
        return key in bodies or (context.small and key == context.cast.resolver.main_body) or _is_office(context, key)
    return False


def _is_office(context: Context, key: str) -> bool:
    draft = context.cast.table.get(key)
    return draft is not None and draft.label.startswith("Office of") and context.small


def _act(context: Context, line: Line, group: VerbGroup, found: Match, agents: tuple[str, ...]) -> str | None:
    """The act of a predicate in its clause, or ``None`` where the clause tells of another time or only of a doing."""
    modal = group.modal
    refused = (
        group.negated
        and modal in {"could", "would"}
        and found.predicate.act
        in {"agreed", "opined", "informed", "acknowledged", "undertook", "welcomed", "suggested"}
    )
    undertaken = modal == "would" and found.predicate.act in {"undertook", "requested", "thanked"}
    if (
        modal
        and not refused
        and not undertaken
        and not (
            modal in {"would", "could", "can", "might"}
            and found.predicate.base
            in {
                "like",
                "welcome",
                "prefer",
                "not support",
                "appreciate",
                "value",
                "be happy",
                "be grateful",
                "be glad",
                "be pleased",
                "be keen",
                "be content",
                "agree",
                "support",
                "encourage",
                "be willing",
                "be prepared",
            }
        )
    ):
        return None
    if group.perfect and not group.copula:
        return None
    act = frame(context, found, line.last) or found.predicate.act
    if refused:
        return "disagreed" if found.predicate.act in {"agreed", "acknowledged", "undertook"} else "informed"
    if group.negated and act in {"requested", "suggested"}:
        return "informed"
    if group.negated:
        act = context.lexicon.predicates.negated.get(act, act)
        tail = context.tokens.lows[found.first]
        if tail in {"disagree", "object"}:
            act = "agreed"
    return act


def frame(context: Context, found: Match, last: int) -> str | None:
    """The act that a predicate evokes before its complement: "asked whether" is a question, "asked him to" a request."""
    frames = context.lexicon.predicates.frames.get(found.predicate.base)
    if not frames:
        return None
    tokens = context.tokens
    j, skipped = found.last, 0
    while j < last and skipped < 8:
        low = tokens.lows[j]
        if low in frames:
            if (
                low == "to"
                and found.predicate.adjectival
                and tokens.lows[j + 1 : j + 2]
                and tokens.lows[j + 1] in _PERCEIVE
            ):
                return None
            if low == "to" and not _infinitive(context, j + 1, last):
                return None
            return frames[low]
        mention = context.mention_at.get(j)
        if mention is not None:
            j, skipped = mention.last, skipped + 1
            continue
        if (
            low in OBJECTS
            or low in FILLERS
            or low in ADVERBS
            or low
            in {
                "members",
                "panel",
                "board",
                "committee",
                "group",
                "'",
                ",",
                "(",
                ")",
                "and",
                "all",
                "both",
                "those",
                "present",
            }
            or low.endswith("ly")
        ):
            j, skipped = j + 1, skipped + 1
            continue
        break
    if j < last and "to" in frames and not found.predicate.adjectival and _to_infinitive_near(context, j, last):
        return frames["to"]
    return None


def _infinitive(context: Context, i: int, last: int) -> bool:
    """Does a base form stand here ("agreed to send"), and no noun phrase ("agreed to the proposal")?"""
    if i >= last or i in context.mention_at:
        return False
    low = context.tokens.lows[i]
    return low not in ARTICLES and low not in OBJECTS and not low.endswith("ing") and low[0].isalpha()


def _to_infinitive_near(context: Context, j: int, last: int) -> bool:
    """ "asked officials to look", "wanted families to be asked": a noun phrase of a few words, then "to" and a base form."""
    tokens = context.tokens
    for k in range(j, min(last - 1, j + 7)):
        low = tokens.lows[k]
        if low == "to":
            return (
                not tokens.lows[k + 1].endswith(("ing", "ed"))
                and tokens.lows[k + 1] not in ARTICLES
                and (k + 1) not in context.mention_at
            )
        if low in QUESTION_WORDS or low in {"that", "about", ",", ";"} or low in BE:
            return False
    return False


def _default_act(context: Context, group: VerbGroup, agents: tuple[str, ...]) -> str | None:
    """The act of a participant's verb that no vocabulary lists: a plain past tense informs; an adjective tells an opinion."""
    low = context.tokens.lows[group.head]
    if group.modal or group.perfect or group.progressive:
        return None
    if not all(context.type_of(key) in PERSONAL | {EntityType.COLLECTIVE} for key in agents):
        return None
    if group.copula and group.be in {"was", "were"}:
        if low in {"unable", "unwilling", "reluctant"}:
            return "informed"
        return (
            None
            if low in PREPOSITIONS
            or low in {"present", "there", "here", "absent", "a", "the", "an", "away", "chair"}
            or low[0].isdigit()
            else "opined"
        )
    if group.copula:
        return None
    if low in _BEGIN and context.tokens.lows[group.head + 1 : group.head + 2] in (["with"], ["by"], ["on"]):
        return "informed"
    if low in _DOING_FORMS or not clauses.is_past(low):
        return None
    if low == "had":
        return "opined"
    return "informed"


def _received(
    context: Context, discourse: Discourse, line: Line, agents: tuple[str, ...], group: VerbGroup
) -> Iterator[Report]:
    """ "The VC was asked by the Chief Inspector what …": the agent behind "by" speaks; without one, the other party."""
    low = context.tokens.lows[group.head]
    found = clauses.match(context, group, line.last)
    if group.modal or group.perfect or (found is None and low not in _RECEIVE):
        return
    speakers = _agent_after(context, discourse, "by", group.head, line.last, near=6)
    if not speakers:
        if low not in _RECEIVE:
            return
        speakers = _other_party(context, agents)
    act = (frame(context, found, line.last) or found.predicate.act) if found else "informed"
    yield Report(speakers, act, "passive-addressee", (group.head + 1, line.last), agents)


_PUT_TO = frozenset({"asked"})


def _other_party(context: Context, agents: tuple[str, ...]) -> tuple[str, ...]:
    """The one other agent of a meeting of two: whom a question without an addressee is put to."""
    others = tuple(key for key in context.cast.present() if key not in agents)
    return others if context.small and len(others) == 1 else ()


def _agent_after(
    context: Context, discourse: Discourse, word: str, i: int, last: int, near: int = 40
) -> tuple[str, ...]:
    """The agents behind "by" or "from"."""
    for k in range(i + 1, min(last - 1, i + near)):
        if context.tokens.lows[k] == word:
            subject = clauses.subject_at(context, k + 1, last)
            if subject:
                agents = tuple(key for key in discourse.agents(subject) if _may_speak(context, key))
                if agents:
                    return agents
    return ()


def _addressees(
    context: Context, discourse: Discourse, i: int, last: int, speakers: tuple[str, ...]
) -> tuple[str, ...]:
    """The agent right behind the predicate: "told the VC", "asked her", "thanked HT for …"."""
    tokens = context.tokens
    if i < last and tokens.lows[i] in {"to", "with", "from"}:
        i += 1
    if i >= last:
        return ()
    if tokens.lows[i] in OBJECTS and not (
        tokens.lows[i] == "her"
        and i + 1 < last
        and tokens.lows[i + 1][0].isalpha()
        and tokens.lows[i + 1] not in PREPOSITIONS | QUESTION_WORDS | {"that"}
    ):
        return discourse.object_pronoun(tokens.lows[i], speakers)
    actor = clauses.actor_at(context, i, last)
    if (
        actor is None
        or clauses.possessive(context, actor)
        or actor.word in {"it", "he", "she", "they", "each", "all", "both"}
    ):
        return ()
    return tuple(key for key in discourse.of(actor) if key not in speakers)


def _chained(context: Context, discourse: Discourse, line: Line, i: int, agents: tuple[str, ...]) -> Iterator[Report]:
    """A second predicate of the same subject: "welcomed that and asked if …", "was sympathetic, but pointed out …"."""
    tokens = context.tokens
    in_that = False
    for k in range(i, line.last - 1):
        low = tokens.lows[k]
        in_that = in_that or low == "that" or low in QUESTION_WORDS
        if low not in {"and", "but", ";", "or"}:
            continue
        j = k + 1
        marked = tokens.words[k - 1] == "," or low in {"but", ";"}
        while j < line.last and (tokens.lows[j] in ADVERBS or tokens.lows[j].endswith("ly") or tokens.words[j] == ","):
            marked = marked or tokens.lows[j] in {"also", "then", "further", "therefore", "again"}
            j += 1
        if j >= line.last or j in context.mention_at or (in_that and not marked and _has_agent(context, i, k)):
            continue
        if tokens.lows[j] in {"that", "to", "whether", "if", "how", "what"}:
            continue
        group = clauses.verb_group(context, j, line.last)
        if group is None or group.head > j + 3 or group.progressive or group.passive:
            continue
        if not (clauses.is_past(tokens.lows[group.head]) or group.be in {"was", "were"} or group.did):
            continue
        found = clauses.match(context, group, line.last)
        act = _act(context, line, group, found, agents) if found else None
        if act and found:
            yield Report(
                agents,
                act,
                "chained-verb",
                (found.last, line.last),
                _addressees(context, discourse, found.last, line.last, agents),
            )
            return


def _has_agent(context: Context, first: int, last: int) -> bool:
    """Is an agent named between two tokens, so that a verb behind them may be the agent's?"""
    return any(
        k in context.mention_at or context.tokens.lows[k] in {"he", "she", "they", "we"} for k in range(first, last)
    )


def _second_speaker(context: Context, discourse: Discourse, line: Line, first: Report) -> Iterator[Report]:
    """Another participant's clause in the same sentence: "HT supported the idea and EM asked …", "…; he saw no difficulty"."""
    tokens = context.tokens
    saved = discourse.speakers
    for k in range(max(line.first + 2, first.content[0]), line.last - 2):
        if tokens.words[k] not in {",", ";", "–"} and tokens.lows[k] not in {
            "and",
            "but",
            "while",
            "whilst",
            "although",
            "whereas",
        }:
            continue
        j = k + 1
        while j < line.last and tokens.lows[j] in {
            "and",
            "but",
            "that",
            "while",
            "although",
            "however",
            ",",
            "in",
            "response",
            "reply",
        } - {"that"}:
            j += 1
        subject = clauses.subject_at(context, j, line.last)
        if subject is None:
            continue
        if _inside_content(context, line, k, first) and subject.actors[0].word in {
            "he",
            "she",
            "they",
            "it",
            "both",
            "all",
        }:
            continue
        if first.speakers and subject.actors[0].word in {"he", "she"}:
            discourse.speakers = first.speakers
        reports = [
            report
            for report in _from_subject(context, discourse, line, subject, chain=False)
            if report.speakers
            and (report.rule != "active-default" or tokens.words[k] == ";")
            and (report.speakers != first.speakers or report.act != first.act)
        ]
        discourse.speakers = saved
        if reports:
            yield reports[0]
            return


def _inside_content(context: Context, line: Line, k: int, first: Report) -> bool:
    """Is the clause behind token ``k`` still part of what was reported ("said that A … and he would …")?"""
    if context.tokens.words[k] == ";":
        return False
    begin = first.content[0]
    return any(low == "that" or low in QUESTION_WORDS for low in context.tokens.lows[begin:k])


# ── no agent as subject ──────────────────────────────────────────────────────────────────────────────────────────────


def _everybody(context: Context) -> tuple[str, ...]:
    """Whom "it was agreed" and "there was discussion" mean: all parties of a small meeting, else the meeting as one."""
    if context.small:
        return tuple(context.cast.present())
    return (context.cast.collective,) if context.cast.collective else ()


def _impersonal(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It was agreed that …", "It was suggested by X that …", "This was agreed.", "It was the Chair's view that …"."""
    tokens = context.tokens
    start = clauses.main_start(context, line.first, line.last)
    if start >= line.last or tokens.lows[start] not in {"it", "this", "that", "these", "all"}:
        return
    group = clauses.verb_group(context, start + 1, line.last)
    if group is None or group.modal or group.be not in {"was", "were", "is", "been"}:
        return
    if tokens.lows[start] == "it" and (nominal := _possessive_noun(context, discourse, group.head, line.last)):
        agents, noun, after = nominal
        yield Report(agents, context.lexicon.predicates.nouns[noun], "impersonal-noun", (after, line.last))
        return
    found = clauses.match(context, group, line.last, verbs_only=True)
    if found is None or not clauses.is_participle(context, tokens.lows[group.head]):
        return
    if group.perfect and found.predicate.act not in {"agreed", "decided"}:
        return
    speakers = _agent_after(context, discourse, "by", group.head, line.last, near=4)
    act = frame(context, found, line.last) or found.predicate.act
    if act == "undertook":
        act = "agreed"
    if group.negated:
        act = context.lexicon.predicates.negated.get(act, act)
    if not speakers and act in _CLOSING | {"acknowledged"}:
        speakers = _everybody(context)
    yield Report(speakers, act, "impersonal-passive", (group.head + 1, line.last))


def _existential(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "There was discussion on …", "There was support for …", "A discussion took place on …"."""
    tokens = context.tokens
    start = clauses.main_start(context, line.first, line.last)
    if tokens.lows[start : start + 1] != ["there"]:
        return
    group = clauses.verb_group(context, start + 1, line.last)
    if group is None or group.be not in {"was", "were"} or group.perfect or group.modal:
        return
    for k in range(group.head, min(line.last, group.head + 7)):
        noun = tokens.lows[k]
        act = context.lexicon.predicates.nouns.get(noun)
        if act and not group.negated:
            speakers = _agent_after(context, discourse, "from", k, line.last, near=3) or _agent_after(
                context, discourse, "by", k, line.last, near=3
            )
            yield Report(
                speakers or (_everybody(context) if act in _CLOSING else ()),
                act,
                "existential-noun",
                (k + 1, line.last),
            )
            return
        if noun in {"that", "to", ",", "of"}:
            return


def _possessive_noun(
    context: Context, discourse: Discourse, i: int, last: int
) -> tuple[tuple[str, ...], str, int] | None:
    """ "the Chief Inspector's suggestion", "her concern", "the view of the Board": agents, noun, and the token after."""
    tokens = context.tokens
    nouns = context.lexicon.predicates.nouns
    actor = clauses.actor_at(context, i, last)
    agents: tuple[str, ...] = ()
    j = i
    if actor is not None and actor.key and tokens.lows[actor.last - 1].endswith(("'s", "s'")):
        j, agents = actor.last, tuple(key for key in discourse.of(actor) if _may_speak(context, key))
    elif tokens.lows[i] in {"his", "her", "their"}:
        j, agents = i + 1, discourse.pronoun({"his": "he", "her": "she", "their": "they"}[tokens.lows[i]])
    if agents:
        for k in range(j, min(last, j + 4)):
            if tokens.lows[k] in nouns:
                return agents, tokens.lows[k], k + 1
        return None
    j = i
    while (
        j < last
        and (
            tokens.lows[j] in ARTICLES
            or tokens.lows[j]
            in {"first", "second", "next", "main", "final", "only", "general", "further", "another", "one"}
        )
        and j - i < 4
    ):
        j += 1
    for k in range(j, min(last - 2, j + 3)):
        if tokens.lows[k] in nouns:
            for m in range(k + 1, min(last - 1, k + 5)):
                if tokens.lows[m] in {"of", "from", "by"} and (subject := clauses.subject_at(context, m + 1, last)):
                    agents = tuple(key for key in discourse.agents(subject) if _may_speak(context, key))
                    if agents:
                        return agents, tokens.lows[k], subject.last
                if tokens.lows[m] in {"that", "is", "was"}:
                    break
            return None
    return None


def _nominal(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Her concern was that …", "The first question from the VC was about …", "In his view …", "The meeting opened with an explanation from X"."""
    tokens = context.tokens
    first = line.first
    while first < line.last and (tokens.lows[first] in OPENERS or tokens.words[first] == ","):
        first += 1
    if tokens.lows[first : first + 1] == ["in"] and (
        found := _possessive_noun(context, discourse, first + 1, line.last)
    ):
        agents, noun, after = found
        if context.lexicon.predicates.nouns[noun] in {"opined", "informed"}:
            yield Report(agents, "opined", "in-view-of", (after, line.last))
            return
    start = clauses.main_start(context, line.first, line.last)
    if found := _possessive_noun(context, discourse, start, line.last):
        agents, noun, after = found
        group = clauses.verb_group(context, _to_verb(context, after, line.last), line.last)
        if group is not None and not group.modal and not group.perfect:
            yield Report(agents, context.lexicon.predicates.nouns[noun], "nominal-subject", (after, line.last))
            return
    yield from _noun_from(context, discourse, line, start)


def _dative(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "This was welcome news to the VC", "The delay was a matter of concern to members"."""
    tokens, predicates = context.tokens, context.lexicon.predicates
    start = clauses.main_start(context, line.first, line.last)
    at = _to_verb(context, start, line.last)
    if tokens.lows[at] not in {"was", "were", "came", "remained", "is"}:
        return
    act = None
    for k in range(at + 1, min(line.last - 1, at + 8)):
        low = tokens.lows[k]
        if low in {"to", "for"} and act and (subject := clauses.subject_at(context, k + 1, line.last)):
            agents = tuple(key for key in discourse.agents(subject) if _may_speak(context, key))
            if agents:
                yield Report(agents, act, "dative", (start, at))
            return
        act = (
            act
            or predicates.nouns.get(low)
            or (predicates.adjectives[low][0].act if low in predicates.adjectives else None)
        )


def _to_verb(context: Context, i: int, last: int) -> int:
    """The first token from ``i`` on that is a form of be, have or a verb in the past."""
    for k in range(i, min(last, i + 16)):
        low = context.tokens.lows[k]
        if low in BE or (clauses.is_past(low) and k not in context.mention_at) or low in {"has", "had"}:
            return k
    return i


def _noun_from(context: Context, discourse: Discourse, line: Line, start: int) -> Iterator[Report]:
    """ "The suggestion came from X", "The meeting opened with an explanation from X"."""
    tokens, nouns = context.tokens, context.lexicon.predicates.nouns
    group_at = _to_verb(context, start, line.last)
    if group_at == start or tokens.lows[group_at] not in {
        "came",
        "was",
        "opened",
        "began",
        "started",
        "closed",
        "ended",
        "followed",
        "is",
    }:
        return
    noun = next((tokens.lows[k] for k in range(start, min(line.last, group_at + 6)) if tokens.lows[k] in nouns), None)
    if noun and (agents := _agent_after(context, discourse, "from", group_at, line.last, near=8)):
        yield Report(agents, nouns[noun], "noun-from", (group_at + 1, line.last))


def _passive(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "These reviews were welcomed by the VC", "Concern was expressed …", "The minutes were approved"."""
    tokens = context.tokens
    start = clauses.main_start(context, line.first, line.last)
    for k in range(start + 1, min(line.last, start + 40)):
        if tokens.lows[k] not in {"was", "were", "is", "are", "been"} or tokens.lows[k - 1] in {
            "which",
            "that",
            "who",
            "it",
            "what",
        }:
            continue
        group = clauses.verb_group(context, k - 1 if tokens.lows[k] == "been" else k, line.last)
        if group is None or not group.passive:
            continue
        found = clauses.match(context, group, line.last, verbs_only=True)
        noun = next(
            (
                tokens.lows[m]
                for m in range(start, min(k, start + 8))
                if tokens.lows[m] in context.lexicon.predicates.nouns
            ),
            None,
        )
        express = tokens.lows[group.head] in _EXPRESS
        if found is None and not (noun and express):
            continue
        act = found.predicate.act if found else "informed"
        if noun and express and context.lexicon.predicates.nouns[noun] != "informed":
            act = context.lexicon.predicates.nouns[noun]
        speakers = _agent_after(context, discourse, "by", group.head, line.last, near=8)
        if speakers and tokens.lows[k] in {"was", "were", "is", "are"}:
            yield Report(speakers, act, "passive-by", (start, group.head))
            return
        if tokens.lows[k] in {"is", "are", "been"} or group.modal:
            return
        subject_words = set(tokens.lows[start:k])
        if act in _CLOSING or (subject_words & _RAISABLE):
            yield Report(_everybody(context) if act in _CLOSING else (), act, "passive-no-agent", (start, group.head))
        return


def _parenthetical(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "…, SAH stressed, …", "Real time data, she added, is …", "…, the Chairman confirmed."."""
    tokens = context.tokens
    for k in range(line.first + 1, line.last - 1):
        if tokens.words[k] not in {",", "”", "’", '"', "–"}:
            continue
        subject = clauses.subject_at(context, k + 1, line.last)
        if subject is None:
            continue
        group = clauses.verb_group(context, subject.last, line.last)
        if group is None or group.modal or group.perfect or group.passive or group.head + 1 >= line.last:
            continue
        closes = tokens.words[group.head + 1] in {",", ".", ";", "–", ":"}
        found = clauses.match(context, group, line.last)
        if found and closes and found.last <= group.head + 2:
            agents = tuple(key for key in discourse.agents(subject) if _may_speak(context, key))
            if agents:
                yield Report(agents, found.predicate.act, "parenthetical", (line.first, line.last))
                return


def _attributed(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "…, in MK's opinion.", "according to Mr Lowther", "Thirty-one, said Mr Quigley, …"."""
    tokens = context.tokens
    for k in range(line.first, line.last - 2):
        low = tokens.lows[k]
        if low == "according" and tokens.lows[k + 1] == "to":
            subject = clauses.subject_at(context, k + 2, line.last)
            agents = tuple(key for key in discourse.agents(subject) if _may_speak(context, key))
            if agents:
                yield Report(agents, "informed", "according-to", (line.first, line.last))
                return
        if low == "in" and k > line.first and (found := _possessive_noun(context, discourse, k + 1, line.last)):
            agents, noun, _ = found
            if context.lexicon.predicates.nouns[noun] == "opined":
                yield Report(agents, "opined", "in-view-of", (line.first, k))
                return
        if (
            tokens.words[k] in {",", "”", "’", "?"}
            and tokens.lows[k + 1] in context.lexicon.predicates.verbs
            and clauses.is_past(tokens.lows[k + 1])
        ):
            subject = clauses.subject_at(context, k + 2, line.last)
            ends = subject is not None and (subject.last >= line.last or not tokens.words[subject.last][0].isalpha())
            agents = (
                tuple(key for key in discourse.agents(subject) if _may_speak(context, key)) if subject and ends else ()
            )
            if agents:
                yield Report(
                    agents, context.lexicon.predicates.verbs[tokens.lows[k + 1]][-1].act, "inverted", (line.first, k)
                )
                return


def _experiencer(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "It troubled her that …", "What worried him most was …", "The answer did not satisfy the Commissioner"."""
    tokens = context.tokens
    for k in range(line.first + 1, min(line.last - 1, line.first + 14)):
        act = _FEEL.get(tokens.lows[k])
        if act is None or k in context.mention_at:
            continue
        if tokens.lows[k + 1] in OBJECTS:
            gender = OBJECTS[tokens.lows[k + 1]]
            agents = discourse.pronoun({"m": "he", "f": "she"}.get(gender or "", "they"))
        else:
            agents = discourse.agents(clauses.subject_at(context, k + 1, line.last))
        agents = tuple(key for key in agents if _may_speak(context, key))
        if agents and not any(
            low in {"will", "would", "had", "has"} for low in tokens.lows[max(line.first, k - 2) : k]
        ):
            yield Report(agents, act, "experiencer", (line.first, line.last))
            return


def _minuted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """Telegraphic minutes: "RESOLVED: That …", "Agreed by Mr McGrath.", "Question from Ms Mallon about …", "Minutes taken as read and agreed."."""
    tokens = context.tokens
    start = next((k for k in range(line.first, line.last) if tokens.words[k][0].isalpha()), line.first)
    low = tokens.lows[start]
    after = tokens.lows[start + 1] if start + 1 < line.last else ""
    entries = context.lexicon.predicates.verbs.get(low)
    if (
        entries
        and clauses.is_past(low)
        and (after in {":", "that", "by", ".", "–", "-", "to", "with", "on", "as"} or start + 1 >= line.last)
    ):
        act = entries[-1].act
        speakers = _agent_after(context, discourse, "by", start, line.last, near=3) or (
            _everybody(context) if act in _CLOSING else ()
        )
        yield Report(speakers, "agreed" if act == "undertook" else act, "minuted", (start + 1, line.last))
        return
    noun_act = context.lexicon.predicates.nouns.get(low)
    if noun_act and after in {"from", "by"} and (subject := clauses.subject_at(context, start + 2, line.last)):
        agents = tuple(key for key in discourse.agents(subject) if _may_speak(context, key))
        if agents:
            yield Report(agents, noun_act, "minuted-noun", (subject.last, line.last))
            return
    if low in {"minutes", "report", "paper", "notes", "note", "actions"} and not any(
        tokens.lows[k] in BE for k in range(start, line.last)
    ):
        for k in range(start + 1, line.last):
            entries = context.lexicon.predicates.verbs.get(tokens.lows[k])
            if entries and entries[-1].act in {"agreed", "decided", "acknowledged"} and clauses.is_past(tokens.lows[k]):
                yield Report(_everybody(context), entries[-1].act, "minuted-passive", (start, k))
                return


_FEEL = {
    "troubled": "concerned", "troubles": "concerned", "worried": "concerned", "worries": "concerned", "concerned": "concerned", "concerns": "concerned",
    "disappointed": "concerned", "frustrated": "concerned", "alarmed": "concerned", "surprised": "opined", "struck": "opined", "puzzled": "opined",
    "pleased": "welcomed", "encouraged": "welcomed", "reassured": "welcomed", "satisfied": "welcomed", "satisfy": "concerned", "delighted": "welcomed",
    "interested": "opined", "convinced": "opined", "convince": "disagreed",
}  # fmt: skip


def _without_subject(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Also explained what …", "Noted that …": the last speaker goes on; as a note of the meeting, nobody in particular."""
    tokens = context.tokens
    start = line.first
    while start < line.last and (
        tokens.lows[start] in OPENERS or tokens.lows[start] in ADVERBS or not tokens.words[start][0].isalnum()
    ):
        start += 1
    if (
        start >= line.last
        or tokens.lows[start] in SUBORDINATORS | PREPOSITIONS - {"considering"}
        or start in context.mention_at
    ):
        return
    group = clauses.verb_group(context, start, line.last)
    if group is None or group.head != start or not clauses.is_past(tokens.lows[start]):
        return
    found = clauses.match(context, group, line.last)
    if found is None or line.passage.kind is PassageKind.ACTION:
        return
    act = frame(context, found, line.last) or found.predicate.act
    follower = tokens.lows[start + 1] if start + 1 < line.last else ""
    if (
        follower
        and follower
        not in QUESTION_WORDS
        | {"that", "to", "the", "a", "an", "about", "for", "on", "out", "his", "her", "their", "with"}
        and start + 1 not in context.mention_at
    ):
        return
    speakers = discourse.speakers if start > line.first or act not in _CLOSING else _everybody(context)
    yield Report(speakers, act, "no-subject", (found.last, line.last))


_RULES = (
    _active, _impersonal, _existential, _nominal, _dative, _experiencer, _passive, _parenthetical, _attributed, _minuted, _without_subject,
)  # fmt: skip
