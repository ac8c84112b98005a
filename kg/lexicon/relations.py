"""The words that say how two organisations are related, compiled for the reading.

Comes in: ``data/lexicon/relations.ttl``.  Goes out: :class:`RelationWords`.  The one idea: a phrase in base form gives every form of
its verb; "…" stands for up to four words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.lexicon.inflection import forms
from kg.lexicon.names import Names
from kg.lexicon.turtle import Described
from kg.sentences import Tokens
from kg.terms import ROOT
from kg.values import value

_SCHEME = ROOT + "lexicon/"
_GAP = "…"
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_PREDICATES = {"part-of": "subOrganizationOf", "works-with": "worksWith"}


@value
class Phrase:
    """The words after the verb, the property, whether the two change places, and whether a form of be carries it."""

    rest: tuple[str, ...]
    predicate: str
    turned: bool
    be: bool


@dataclass(slots=True)
class RelationWords:
    """``verbs`` by every form of their first word, longest first; ``parts`` are nouns ("agency"); ``bonds`` things shared."""

    verbs: dict[str, list[Phrase]] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    bonds: Names[str] = field(default_factory=Names)

    def at(self, tokens: Tokens, i: int, last: int) -> tuple[int, Phrase] | None:
        """The phrase whose verb is at a token, with the token after the phrase."""
        for phrase in self.verbs.get(tokens.lows[i], ()):
            if (end := _match(phrase.rest, tokens, i + 1, last)) is not None:
                return end, phrase
        return None


def _match(rest: tuple[str, ...], tokens: Tokens, i: int, last: int) -> int | None:
    gap = 0
    for wanted in rest:
        if wanted == _GAP:
            gap = 4
            continue
        while i < last and tokens.lows[i] != wanted and (gap or tokens.lows[i] in _ARTICLES):
            gap -= tokens.lows[i] not in _ARTICLES and gap > 0
            i += 1
        if i >= last or tokens.lows[i] != wanted:
            return None
        i, gap = i + 1, 0
    return i


def compile_relations(words: Described) -> RelationWords:
    """The lookups of the described vocabulary."""
    found = RelationWords()
    parts: list[str] = []
    for subject, schemes in words.with_property("skos:inScheme"):
        name = subject.rsplit("/", 1)[-1]
        labels = [*words.all(subject, "skos:altLabel")]
        if _SCHEME + "relation-verbs" in schemes:
            parts += words.all(subject, "skos:hiddenLabel")
            for label in labels:
                _add(found, label.lower(), name)
        elif _SCHEME + "relation-bonds" in schemes:
            for label in labels:
                found.bonds.add(label, name, cased=False)
    for entries in found.verbs.values():
        entries.sort(key=lambda phrase: -len(phrase.rest))
    found.parts = frozenset(parts)
    return found


def _add(found: RelationWords, label: str, name: str) -> None:
    turned = name in {"succeeded-by", "overseen-by"}
    predicate = {"succeeded-by": "succeeds", "overseen-by": "oversees"}.get(name) or _PREDICATES.get(name, name)
    be = label.startswith("be ")
    head, *rest = [word for word in label.removeprefix("be ").split() if word not in _ARTICLES]
    for form in (head,) if be else forms(head):
        found.verbs.setdefault(form, []).append(Phrase(tuple(rest), predicate, turned, be))
