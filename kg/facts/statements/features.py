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
_PERSONS = "P"
_KINDS = {
    EntityType.PERSON: _PERSONS, EntityType.POST: _PERSONS, EntityType.ORGANISATION: "O", EntityType.INSPECTORATE: "O", EntityType.GROUP: "G",
    EntityType.COLLECTIVE: "C",
}  # fmt: skip
_AUXILIARY = AUXILIARIES | NOT
_ACTS = VERBS | NOUNS | ADJECTIVES


def features(context: Context, line: Line, report: Report | None) -> list[str]:
    """The features of one report, or of a sentence in which no rule found any."""
    words, places = _words(context, line)
    near = words[: bisect_left(places, line.first + _REACH)]
    found = [f"s={word}" for word in dict.fromkeys(near)]
    found += _shape(context, line, words)
    found += _lexical(context, line)
    if report is None:
        return [*found, "rule=none"]
    found += [f"rule={report.rule}", f"act={report.act}", f"act={report.act}|rule={report.rule}"]
    at = bisect_left(places, report.content[0])
    return [*found, *_around(context, report, words[max(0, at - 3) : at], words[at : at + 4])]


def _words(context: Context, line: Line) -> tuple[list[str], list[int]]:
    """The words of a sentence and their places: a name is its kind, a word with a capital that nothing explains is "N"."""
    tokens, first, last = context.tokens, line.first, line.last
    words = ["0" if low[0].isdigit() else low for low in tokens.lows[first:last]]
    for i in tokens.capitals(first + 1, last):
        words[i - first] = "N"
    places = list(range(first, last))
    for i in reversed(context.named_in(first, last)):  # from behind, so that no place before has moved
        mention = context.mention_at[i]
        words[i - first : mention.last - first] = [_KINDS.get(mention.type, "X")]
        places[i - first : mention.last - first] = [i]
    return words, places


def _shape(context: Context, line: Line, words: list[str]) -> list[str]:
    """How the sentence begins and ends, and of what kind of text it is."""
    lows = context.tokens.lows[line.first : line.last]
    return [
        f"a0={words[0]}",
        "a=" + " ".join(words[:2]),
        "a3=" + " ".join(words[:3]),
        f"kind={line.passage.kind}",
        f"end={words[-1]}",
        f"length={min(4, len(lows) // 8)}",
        f"agents={min(2, words.count(_PERSONS))}",
        *([] if PRONOUNS.isdisjoint(lows) else ["pronoun"]),
        *(f"aux={low}" for low in filter(_AUXILIARY.__contains__, lows[:14])),
    ]


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


def _around(context: Context, report: Report, before: list[str], behind: list[str]) -> Iterator[str]:
    """The words before and behind the place where the content begins: the predicate and its complement."""
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
