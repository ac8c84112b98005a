"""Another participant's clause in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.active import from_subject
from kg.facts.statements.report import ASKS, CLOSING, Report
from kg.facts.statements.voices import agent_after, everybody
from kg.facts.words import OBJECTS, QUESTION_WORDS, SINGULAR
from kg.lexicon.lists import lists

_BETWEEN = frozenset("and but while although however , in response reply".split())


_JOINS = sign({",", ";", "–", "and", "but", "while", "whilst", "although", "whereas"})
_WITH_WHICH = (["with", "which"], ["to", "which"], ["with", "whom"])
_OPENING = _BETWEEN | {"with", "to"}


@needs(_JOINS)
def second_speaker(context: Context, discourse: Discourse, line: Line, first: Report) -> Iterator[Report]:
    """Another participant's clause in the same sentence: "HT supported the idea and EM asked …", "…; he saw no difficulty"."""
    tokens = context.tokens
    saved = discourse.speakers
    for k in context.showing(_JOINS, max(line.first + 2, first.content[0]), line.last - 2):
        j = k + 1
        while j < line.last and tokens.lows[j] in _OPENING:
            with_which = tokens.lows[j : j + 2] in _WITH_WHICH
            if not with_which and tokens.lows[j] not in _BETWEEN:
                break
            j += 1 + with_which
        if tokens.lows[k] == "and" and tokens.lows[k - 1] in SINGULAR:
            continue  # "agreed that he and Ms Bell would speak again": two of one clause
        subject = clauses.subject_at(context, j, line.last)
        if subject is None or _is_impersonal(context, subject, line.last) or _is_bidden(context, subject):
            continue
        inside = _inside_content(context, k, first) and subject.actors[0].word in _PRONOUNS
        if inside and not _answers(context, discourse, first, subject):
            continue
        if first.speakers and subject.actors[0].word in SINGULAR:
            otherwise = saved if inside else first.speakers
            before = tokens.lows[line.first : first.content[0] + 1]
            discourse.speakers = _meant(discourse, first, subject.actors[0].word, before, otherwise)
        reports = [
            report
            for report in from_subject(context, discourse, line, subject, chain=False)
            if report.speakers
            and (report.rule != "active-default" or tokens.words[k] == ";")
            and (report.speakers != first.speakers or report.act != first.act)
            and not (report.speakers == first.speakers and tokens.words[report.content[0]] in {",", "."})
        ]
        discourse.speakers = saved
        if reports:
            yield reports[0]
            return


def _meant(
    discourse: Discourse, first: Report, word: str, before: list[str], otherwise: tuple[str, ...]
) -> tuple[str, ...]:
    """ "Mr Stone told Ms Bell that it was late; she disagreed", "put it to her that it was late; she …": the one who is spoken to, where the words
    ``before`` call that one so, or only that one is known to be a woman."""
    gender = SINGULAR[word]
    known = discourse.gender_of(first.addressees[0]) if len(first.addressees) == 1 else ""
    if known not in {gender, None}:
        return otherwise
    called = any(OBJECTS.get(low) == gender for low in before)
    apart = known == gender and all(discourse.gender_of(key) != gender for key in first.speakers)
    return first.addressees if called or apart else otherwise


def _is_bidden(context: Context, subject: Subject) -> bool:
    """ "suggested that Ms Stone and Mr Pell compare notes", "that A and B each nominate": what somebody is to do, in the base form, is nothing said."""
    each = context.tokens.lows[subject.last] == "each"
    low, key = context.tokens.lows[subject.last + each], subject.actors[-1].key
    person = each or (key is not None and context.type_of(key) in PERSONAL)
    verb = low in context.lexicon.predicates.verbs and not clauses.is_past(low)
    return person and verb and not low.endswith(("s", "ing"))


def _is_impersonal(context: Context, subject: Subject, last: int) -> bool:
    """ "and it was agreed, that …", "and it was resolved that …": nobody's "it"."""
    lows, k = context.tokens.lows, subject.last
    agreed = subject.actors[0].word == "it" and lows[k] == "was" and clauses.is_participle(lows[k + 1])
    return agreed and k + 2 < last and lows[k + 2] in {",", "that", "to"}


_PRONOUNS = frozenset("he she they it both all".split())
_ANSWERS = lists("speaking").words("answering")


def _answers(context: Context, discourse: Discourse, first: Report, subject: Subject) -> bool:
    """ "She asked if they could go along, and he said that he would arrange it.": the other's answer, not what was asked for."""
    gender = SINGULAR.get(subject.actors[0].word)
    verb = context.tokens.lows[subject.last : subject.last + 1]
    if first.act not in ASKS or gender is None or not verb or verb[0] not in _ANSWERS:
        return False
    return all(discourse.gender_of(key) not in {gender, None} for key in first.speakers)


def _inside_content(context: Context, k: int, first: Report) -> bool:
    """Is the clause behind token ``k`` still part of what was reported ("said that A … and he would …")?"""
    if context.tokens.words[k] == ";":
        return False
    begin = first.content[0]
    lows = context.tokens.lows
    return any(lows[m] in QUESTION_WORDS or (lows[m] == "that" and lows[m + 1][0].isalnum()) for m in range(begin, k))


_IN_A_TALK = frozenset({"of", "in", "during"})


@needs(sign({"and", "which"}), sign({"it"}), sign({"was"}))
def settled_behind(context: Context, discourse: Discourse, line: Line, _: Report) -> Iterator[Report]:
    """ "A moved, B seconded, and it was resolved that …", "…, and it was pointed out by TW that …", "a talk in which it was suggested that …": what "it was"
    says behind a comma or of a talk."""
    lows = context.tokens.lows
    for k in range(line.first + 3, line.last - 3):
        talk = lows[k] == "which" and lows[k - 1] in _IN_A_TALK
        if lows[k + 1] != "it" or lows[k + 2] != "was" or not (talk or lows[k] == "and"):
            continue
        group = clauses.verb_group(context, k + 2, line.last)
        told = group is not None and group.be and clauses.is_participle(lows[group.head])
        found = clauses.match(context, group, line.last, verbs_only=True) if group and told else None
        if group is None or found is None or group.perfect or group.modal:
            return
        act = "agreed" if found.predicate.act == "undertook" else found.predicate.act
        speakers = agent_after(context, discourse, "by", group.head, line.last, near=4)
        yield Report(
            speakers or (everybody(context) if act in CLOSING else ()), act, "settled-behind", (found.last, line.last)
        )
        return
