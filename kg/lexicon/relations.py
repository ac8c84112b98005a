"""The words that say how two organisations are related, compiled for the reading.

Comes in: ``data/lexicon/relations.ttl``.  Goes out: :class:`RelationWords`.  The one idea: a phrase in base form gives every form of
its verb; "…" stands for up to four words, "~" for a noun of function.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.lexicon.inflection import forms
from kg.lexicon.names import Names
from kg.lexicon.turtle import Described
from kg.sentences import Tokens
from kg.terms import ROOT
from kg.values import value

_SCHEME = ROOT + "lexicon/relation-"
_GAP, _FUNCTION = "…", "~"
_NEAR = 20  # tokens behind a verb within which its phrase ends
_WIDE = 5  # words that "…" may stand for
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_NONE = frozenset({"no", "not", "never", "neither", "nor"})
_APART = frozenset({"on", "about", "after", "before"})  # "finished a talk on audit at the Trust"
_ADVERBS = frozenset(
    {"also", "together", "very", "more", "most", "in", "both", "now", "still", "jointly", "well", "hard"}
)
_TIMES = frozenset("""
    since autumn spring summer winter january february march april june july august september october november december year years month
    months many several some now for decade last past previous once again
    """.split())  # fmt: skip
_LIGHT = _ARTICLES | _ADVERBS | _TIMES
_STANDING = frozenset(
    {"we", "our", "us", "it", "its", "they", "both", "two", "office"}
)  # what may stand for a body that is not named
_PREDICATES = {
    "part-of": "subOrganizationOf", "works-with": "worksWith", "whole-by": "subOrganizationOf", "functions-pass-to": "succeeds",
    "succeeded-by": "succeeds", "overseen-by": "oversees", "funds": "oversees",
    "inspected-by": "inspects", "joins": "worksWith", "inspectors-visit": "inspects", "takes-over": "succeeds", "carries-on": "succeeds",
    "oversees-loosely": "oversees", "whole": "subOrganizationOf", "part": "subOrganizationOf", "succeeds-of": "succeeds",
}  # fmt: skip
_ASIDE = frozenset({"to", "with", "by", "from"})  # before these an aside may stand
_ASIDE_REACH = 9
_ONE_FORM = frozenset({"used", "been"})
_LOOSE = frozenset({"oversees-loosely"})
_TURNED = frozenset({"succeeded-by", "overseen-by", "whole-by", "inspected-by", "functions-pass-to", "whole", "succeeds-of"})  # fmt: skip


@value
class Phrase:
    """The words after the verb, the property, whether the two change places, and whether a form of be carries it.

    ``name`` is that of the concept, ``needs`` its fixed words; ``functions`` says that the subject is a noun of function ("its work passed
    to"); ``loose`` that the verb is said of much else than bodies ("manages", "monitors").
    """

    rest: tuple[str, ...]
    predicate: str
    turned: bool
    be: bool
    name: str = ""
    needs: frozenset[str] = frozenset()
    loose: bool = False

    @property
    def functions(self) -> bool:
        """Is it said of what a body does?"""
        return self.name == "functions-pass-to"

    @property
    def visits(self) -> bool:
        """Is it inspecting only where inspectors do it?"""
        return self.name == "inspectors-visit"


@dataclass(slots=True)
class RelationWords:
    """``verbs`` by every form of their first word, longest first; ``parts`` are nouns ("agency"); ``roles`` what one is to another;
    ``bonds`` things shared; ``kinds`` the words of names by the noun for such bodies, those in ``private`` with ``public`` names left out."""

    verbs: dict[str, list[Phrase]] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    roles: Names[Phrase] = field(default_factory=Names)
    bonds: Names[str] = field(default_factory=Names)
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    private: set[str] = field(default_factory=set)
    public: frozenset[str] = frozenset()
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    finite: set[str] = field(default_factory=set)
    carried: set[str] = field(default_factory=set)  # the first words of phrases that a form of be carries
    # of a verb whose phrases all have fixed words, those that are a phrase's only one, and the words of each other phrase
    asked: dict[str, tuple[frozenset[str], tuple[frozenset[str], ...]]] = field(default_factory=dict)
    cues: dict[str, list[Any]] = field(default_factory=dict)  # who reads what at which word; filled by the readers
    cues_of_others: dict[str, list[Any]] = field(default_factory=dict)  # the same but for who reads verbs

    @property
    def doubts(self) -> frozenset[str]:
        """Words that make what follows less than a fact."""
        return self.lists["doubts"]

    @property
    def theirs(self) -> frozenset[str]:
        """Nouns of what a body has or does."""
        return self.lists["theirs"]

    @property
    def standing(self) -> frozenset[str]:
        """The pronouns and common nouns that may stand for a body."""
        return _STANDING.union(self.kinds)

    def may_tell(self, low: str, seen: set[str]) -> bool:
        """Does a sentence hold the words of some phrase that begins with this one?  Always so where one is no longer."""
        if low not in self.asked:
            return True
        alone, together = self.asked[low]
        return not alone.isdisjoint(seen) or any(map(seen.issuperset, together))

    def at(self, tokens: Tokens, i: int, last: int) -> tuple[int, Phrase] | None:
        """The phrase whose verb is at a token, with the token after the phrase."""
        return next(self.all_at(tokens, i, last), None)

    def all_at(self, tokens: Tokens, i: int, last: int) -> Iterator[tuple[int, Phrase]]:
        """Every phrase whose verb is at a token, the longest first."""
        near = set(tokens.lows[i + 1 : min(last, i + _NEAR)])
        for phrase in self.verbs.get(tokens.lows[i], ()):
            if phrase.needs <= near and (end := self.match(phrase.rest, tokens, i + 1, last)) is not None:
                if phrase.predicate != "inspects" or (_APART - phrase.needs).isdisjoint(tokens.lows[i + 1 : end]):
                    yield end, phrase

    def match(self, rest: tuple[str, ...], tokens: Tokens, i: int, last: int) -> int | None:
        """The token after the words of a phrase that begin at ``i``, articles and adverbs between them left out."""
        gap, n = 0, 0
        while n < len(rest) and rest[n] == _GAP:
            gap, n = _WIDE, n + 1
        if n == len(rest):
            return i
        accepted = self.lists["functions"] if rest[n] == _FUNCTION else {rest[n]}
        gap = max(gap, 3) if rest[n] == _FUNCTION else gap
        while i < last:
            low = tokens.lows[i]
            if low == "," and gap == 0 and rest[n] in _ASIDE and (closing := _closing(tokens, i, last)):
                i = closing + 1  # "belongs, like its sisters, to"
                continue
            if low in accepted and (end := self.match(rest[n + 1 :], tokens, i + 1, last)) is not None:
                return end
            if not _skipped(low):
                gap -= 1
            if gap < 0 or low in _NONE:  # "has no responsibility for inspecting"
                return None
            i += 1
        return None


def _closing(tokens: Tokens, opening: int, last: int) -> int:
    """The comma that closes the aside which a comma opens, or 0."""
    return next((i for i in range(opening + 2, min(last, opening + _ASIDE_REACH)) if tokens.lows[i] == ","), 0)


def _skipped(low: str) -> bool:
    """May an article or adverb stand here?"""
    return low in _LIGHT or (low.endswith("ly") and len(low) > 4) or low.isdigit()


def compile_relations(words: Described) -> RelationWords:
    """The lookups of the described vocabulary."""
    found = RelationWords()
    for subject, schemes in words.with_property("skos:inScheme"):
        scheme = next((one.removeprefix(_SCHEME) for one in schemes if one.startswith(_SCHEME)), "")
        if scheme:
            _take(found, scheme, subject.rsplit("/", 1)[-1], subject, words)
    found.lists["theirs"] |= found.lists["conduct"]
    for low, entries in found.verbs.items():
        entries.sort(key=lambda phrase: -len(phrase.rest))
        if all(phrase.needs for phrase in entries):
            needs = dict.fromkeys(phrase.needs for phrase in entries)
            alone = frozenset[str]().union(*(words for words in needs if len(words) == 1))
            found.asked[low] = alone, tuple(words for words in needs if alone.isdisjoint(words))
    return found


def _take(found: RelationWords, scheme: str, name: str, subject: str, words: Described) -> None:
    """Note one concept."""
    labels, hidden = words.all(subject, "skos:altLabel"), words.all(subject, "skos:hiddenLabel")
    if scheme == "verbs":
        found.parts |= frozenset(hidden)
        for label in labels:
            _add(found, label.lower(), name, loose=name in _LOOSE)
    elif scheme == "roles":
        for label in labels:
            found.roles.add(label, _phrase((), name), cased=False)
    elif scheme == "bonds":
        for label in labels:
            found.bonds.add(label, name, cased=False)
    elif scheme == "words":
        found.lists[name] = frozenset(labels)
    elif scheme == "kinds" and name == "private":
        found.public = frozenset(hidden)
    elif scheme == "kinds":
        nouns = [*words.all(subject, "skos:prefLabel"), *labels] if hidden else labels
        found.kinds |= {noun: frozenset(hidden or [noun]) for noun in nouns}
        found.private |= set(nouns if words.all(subject, "skos:broader") else ())


def _phrase(rest: tuple[str, ...], name: str, *, be: bool = False, loose: bool = False) -> Phrase:
    needs = frozenset(rest) - {_GAP, _FUNCTION}
    return Phrase(rest, _PREDICATES.get(name, name), name in _TURNED, be, name.removesuffix("-loosely"), needs, loose)


def _add(found: RelationWords, label: str, name: str, *, loose: bool) -> None:
    be = label.startswith("be ")
    head, *rest = [word for word in label.removeprefix("be ").split() if word not in _ARTICLES]
    if head == _GAP:  # "be … part of": whatever stands before the noun
        head, rest = rest[0], rest[1:]
    phrase = _phrase(tuple(rest), name, be=be, loose=loose)
    if be:
        found.carried.add(head)
    else:
        found.finite |= set(forms(head))
    for form in (head,) if be or head in _ONE_FORM else forms(head):
        found.verbs.setdefault(form, []).append(phrase)
