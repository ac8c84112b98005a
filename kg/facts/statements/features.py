"""What a sentence shows of the act that it reports: the features of the learned part.

Comes in: a sentence and what the rules found in it, or nothing.  Goes out: names of features.  The one idea: rules, lexicon and
model look at the same things: the words around the predicate, what the lexicon says of them, the rule that fired; never at names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.facts.context import PERSONAL, Context, Line
from kg.facts.signs import ADJECTIVES, NOUNS, VERBS
from kg.facts.statements.report import Report
from kg.facts.words import ARTICLES, AUXILIARIES, NOT, PRONOUNS
from kg.model import EntityType

_REACH = 28
_KINDS = {
    EntityType.PERSON: "P", EntityType.POST: "P", EntityType.ORGANISATION: "O", EntityType.INSPECTORATE: "O", EntityType.GROUP: "G",
    EntityType.COLLECTIVE: "C",
}  # fmt: skip
Words = list[tuple[int, str]]
_AUXILIARY = AUXILIARIES | NOT
_ACTS = VERBS | NOUNS | ADJECTIVES


def features(context: Context, line: Line, report: Report | None) -> list[str]:
    """The features of one report, or of a sentence in which no rule found any."""
    words = _words(context, line)
    stop = line.first + _REACH
    seen = dict.fromkeys([word for _, word in words[: bisect_left(words, (stop,))]])
    found = [f"s={word}" for word in seen]
    found += _shape(context, line, words)
    found += _lexical(context, line)
    if report is None:
        return [*found, "rule=none"]
    found += [f"rule={report.rule}", f"act={report.act}", f"act={report.act}|rule={report.rule}"]
    return [*found, *_around(context, report, words)]


def _words(context: Context, line: Line) -> Words:
    """The words of a sentence with their places: a name is its kind, a word with a capital that nothing explains is "N"."""
    tokens, first, last = context.tokens, line.first, line.last
    words = ["0" if low[0].isdigit() else low for low in tokens.lows[first:last]]
    for i in tokens.capitals(first + 1, last):
        words[i - first] = "N"
    found = list(enumerate(words, first))
    for i in reversed(context.named_in(first, last)):  # from behind, so that no place before has moved
        mention = context.mention_at[i]
        found[i - first : mention.last - first] = [(i, _KINDS.get(mention.type, "X"))]
    return found


def _shape(context: Context, line: Line, words: Words) -> Iterator[str]:
    """How the sentence begins and ends, and of what kind of text it is."""
    tokens, first = context.tokens, line.first
    opening = [word for _, word in words[:3]]
    yield f"a0={opening[0]}"
    yield "a=" + " ".join(opening[:2])
    yield "a3=" + " ".join(opening)
    yield f"kind={line.passage.kind.value}"
    yield f"end={words[-1][1]}"
    yield f"length={min(4, (line.last - first) // 8)}"
    agents = sum(context.mention_at[i].type in PERSONAL for i in context.named_in(first, line.last))
    yield f"agents={min(2, agents)}"
    lows = tokens.lows[first : line.last]
    if not PRONOUNS.isdisjoint(lows):
        yield "pronoun"
    for low in filter(_AUXILIARY.__contains__, lows[:14]):
        yield f"aux={low}"


def _lexical(context: Context, line: Line) -> list[str]:
    """The acts that the vocabulary gives to the words of the sentence."""
    predicates = context.lexicon.predicates
    verbs, adjectives, nouns = predicates.verbs, predicates.adjectives, predicates.nouns
    found = []
    end = min(line.last, line.first + _REACH)
    for k in context.showing(_ACTS, line.first, end):
        low = context.tokens.lows[k]
        if low in verbs:
            found.append(f"v={verbs[low][-1].act}")
        if low in adjectives:
            found.append(f"j={adjectives[low][-1].act}")
        if low in nouns:
            found.append(f"n={nouns[low]}")
    return list(dict.fromkeys(found))


def _around(context: Context, report: Report, words: Words) -> Iterator[str]:
    """The words before and behind the place where the content begins: the predicate and its complement."""
    at = report.content[0]
    before = [word for i, word in words if i < at][-3:]
    behind = [word for i, word in words if i >= at][:4]
    if before:
        yield f"b1={before[-1]}"
        yield "b2=" + " ".join(before[-2:])
        yield f"act={report.act}|b1={before[-1]}"
    if behind:
        yield f"c1={behind[0]}"
        yield f"act={report.act}|c1={behind[0]}"
        yield "c2=" + " ".join(behind[:2])
        yield f"b1={before[-1] if before else ''}|c1={behind[0]}"
    for word in behind:
        if word not in ARTICLES:
            yield f"c={word}"
    if any(word in NOT for word in before):
        yield f"not|act={report.act}"
    kinds = {context.type_of(key) for key in report.speakers}
    yield "by=" + ("person" if kinds & PERSONAL else "body" if kinds else "nobody")
