"""The words by which minutes tell of inspections, reviews, audits and inquiries, compiled for the reading.

Comes in: ``data/lexicon/cues.ttl`` (what names one, which verbs carry one out) and ``data/lexicon/undertakings.ttl`` (what
happens to one).  Goes out: :class:`Undertakings`.  The one idea: a ``skos:hiddenLabel`` is a weak cue, which counts only
where an inspecting body is at work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.lexicon.inflection import forms
from kg.lexicon.names import Names
from kg.lexicon.predicates import plural
from kg.lexicon.turtle import Described
from kg.sentences import Tokens
from kg.terms import ROOT
from kg.values import value

_SCHEME = ROOT + "lexicon/"
_LOOSE = frozenset({"with", "through", "for", "at", "into", "upon"})  # particles that may stand a word or two off
_STATES = ("completed", "under-way", "planned", "proposed", "unlikely")


@value
class Cue:
    """One cue: the words that follow its key (of a noun: that stand before it), and what it means.

    ``meaning`` is a kind (of a noun or verb of inspecting) or a phase (of a verb that says what happens to one).
    """

    rest: tuple[str, ...]
    meaning: str
    weak: bool = False
    plural: bool = False


@dataclass(slots=True)
class Undertakings:
    """``nouns`` by their last word, ``verbs`` and ``phases`` by every form of their first, longest first.

    ``frames`` are phrases before a noun phrase, ``stages`` words within one, ``aims`` words before an infinitive, each
    with the status that they tell.
    """

    nouns: dict[str, list[Cue]] = field(default_factory=dict)
    verbs: dict[str, list[Cue]] = field(default_factory=dict)
    phases: dict[str, list[Cue]] = field(default_factory=dict)
    frames: Names[str] = field(default_factory=Names)
    stages: dict[str, str] = field(default_factory=dict)
    aims: dict[str, str] = field(default_factory=dict)
    cues: frozenset[str] = frozenset()

    def noun_at(self, tokens: Tokens, i: int, first: int) -> tuple[int, Cue] | None:
        """The noun whose last word is at a token, with the token at which it begins."""
        for cue in self.nouns.get(tokens.lows[i], ()):
            begin = i - len(cue.rest)
            if begin >= first and tuple(tokens.lows[begin:i]) == cue.rest:
                return begin, cue
        return None

    def verb_at(self, tokens: Tokens, i: int, last: int) -> tuple[int, Cue] | None:
        """The verb of inspecting that begins at a token, with the token after it."""
        return _at(self.verbs, tokens, i, last)

    def phase_at(self, tokens: Tokens, i: int, last: int) -> tuple[int, str] | None:
        """What happens to an undertaking by the verb at a token, with the token after the verb and its own words."""
        found = _at(self.phases, tokens, i, last)
        return (found[0], found[1].meaning) if found else None


def _at(table: dict[str, list[Cue]], tokens: Tokens, i: int, last: int) -> tuple[int, Cue] | None:
    for cue in table.get(tokens.lows[i], ()):
        end = _match(cue.rest, tokens, i + 1, last) if cue.rest else i + 1
        if end is not None:
            return end, cue
    return None


def _match(rest: tuple[str, ...], tokens: Tokens, i: int, last: int) -> int | None:
    """The token after some words, the last of which may stand up to two words off ("in the field this summer with")."""
    for wanted in rest:
        gap = 2 if wanted == rest[-1] and wanted in _LOOSE else 0
        while gap and i < last and tokens.lows[i] != wanted and tokens.lows[i][0].isalpha():
            i, gap = i + 1, gap - 1
        if i >= last or tokens.lows[i] != wanted:
            return None
        i += 1
    return i


def compile_undertakings(words: Described) -> Undertakings:
    """The lookups of the described vocabularies."""
    found = Undertakings()
    for label, kind, weak in _cues(words, "inspection-nouns"):
        *before, last = label.split()
        _add(found.nouns, last, Cue(tuple(before), kind, weak))
        _add(found.nouns, plural(last), Cue(tuple(before), kind, weak, plural=True))
    for label, kind, weak in _cues(words, "inspection-verbs"):
        head, *rest = label.split()
        for form in forms(head) if weak else (head,):
            _add(found.verbs, form, Cue(tuple(rest), kind, weak))
    for subject in _members(words, "undertaking-phases"):
        for label in [*words.all(subject, "skos:prefLabel"), *words.all(subject, "skos:altLabel")]:
            head, *rest = label.lower().removeprefix("be ").split()
            for form in forms(head) if not label.startswith("be ") else (head,):
                _add(found.phases, form, Cue(tuple(rest), subject.rsplit("/", 1)[-1]))
    for status, label in _by_status(words, "undertaking-frames"):
        found.frames.add(label, status)
    found.stages = {label: status for status, label in _by_status(words, "undertaking-stages")}
    found.aims = {label: status for status, label in _by_status(words, "undertaking-aims")}
    for table in (found.nouns, found.verbs, found.phases):
        for entries in table.values():
            entries.sort(key=lambda cue: -len(cue.rest))
    found.cues = frozenset([*found.nouns, *found.verbs])
    return found


def _add(table: dict[str, list[Cue]], key: str, cue: Cue) -> None:
    entries = table.setdefault(key, [])
    if all(entry.rest != cue.rest for entry in entries):
        entries.append(cue)


def _members(words: Described, scheme: str) -> list[str]:
    return [subject for subject, schemes in words.with_property("skos:inScheme") if _SCHEME + scheme in schemes]


def _cues(words: Described, scheme: str) -> Iterator[tuple[str, str, bool]]:
    for subject in _members(words, scheme):
        kind = words.one(subject, "ikg:inspectionKind") or ""
        for name in ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel"):
            for label in words.all(subject, name):
                yield label.lower(), kind, name == "skos:hiddenLabel"


def _by_status(words: Described, scheme: str) -> Iterable[tuple[str, str]]:
    return [
        (status, label.lower())
        for subject in _members(words, scheme)
        if (status := subject.rsplit("/", 1)[-1]) in _STATES
        for label in words.all(subject, "skos:altLabel")
    ]
