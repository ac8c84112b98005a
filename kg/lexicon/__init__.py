"""What the reading knows of the language and of the field, compiled from ``ontology/`` and ``data/``.

Comes in: Turtle files (and the user's own, by ``extend``).  Goes out: one :class:`Lexicon` of lookups, made once a process, and kept
for the next one.
The one idea: knowledge is data; a verb, a role or a body is added by editing Turtle.
"""

from __future__ import annotations

from dataclasses import field
from functools import cache
from pathlib import Path

from kg import kept, model, resources, sentences, terms
from kg.lexicon.bonds import Bond, compile_bonds
from kg.lexicon.names import Names
from kg.lexicon.predicates import Predicates, compile_predicates, plural
from kg.lexicon.registry import Known, Registry, compile_registry
from kg.lexicon.relations import RelationWords, compile_relations
from kg.lexicon.turtle import Described, describe
from kg.lexicon.undertakings import Undertakings, compile_undertakings
from kg.terms import ROOT, STATUS
from kg.values import value

__all__ = ["Bond", "Known", "Lexicon", "Names", "Predicates", "Registry", "Undertakings", "lexicon"]


@value
class Lexicon:
    """The lookups of the reading.

    ``roles`` are heads of job titles, ``bodies`` head words of the names of bodies, ``openers`` those that may stand first
    ("Office of the …"); ``honorifics`` are titles and ranks before a name with the gender they tell, or ``None``.
    """

    predicates: Predicates
    bonds: dict[str, list[Bond]]
    registry: Registry
    roles: Names[str]
    role_words: frozenset[str]
    bodies: dict[str, str | None]
    openers: frozenset[str]
    honorifics: dict[str, str | None]
    inspection_nouns: dict[str, str]
    inspection_verbs: dict[str, str]
    inspection_types: dict[str, str]
    statuses: Names[str]
    undertakings: Undertakings
    relations: RelationWords
    signs: dict[str, int] = field(
        default_factory=dict
    )  # of each word, what rules need of it: noted when first read with


@cache
def lexicon(extend: tuple[Path, ...] = ()) -> Lexicon:
    """The lexicon of the shipped vocabularies, registry and thesaurus, and of the user's own Turtle files."""
    data = resources.data()
    words = (
        *sorted((resources.ontology() / "vocabularies").glob("*.ttl")),
        *sorted((data / "lexicon").glob("*.ttl")),
        *extend,
    )
    things = (*sorted((data / "registry").glob("*.ttl")), *sorted((data / "thesaurus").glob("*.ttl")), *extend)
    made_of = (*words, *things, data / "lexicon" / "irregular-verbs.tsv", *_code())
    return kept.kept("lexicon", made_of, lambda: _compiled(describe(words), describe(things)))


def _code() -> list[Path]:
    """The files of Python that a compiled lexicon depends on."""
    beside = (Path(str(module.__file__)) for module in (model, sentences, terms))
    return [*sorted(Path(__file__).parent.glob("*.py")), *beside]


def _compiled(words: Described, things: Described) -> Lexicon:
    roles = _scheme(words, "lexicon/roles")
    bodies = _scheme(words, "lexicon/bodies")
    role_names: Names[str] = Names()
    role_names.update((label, rank or "") for label, rank in _labels(words, roles, "ikg:rank"))
    statuses: Names[str] = Names()
    for subject in words.subjects:
        if subject.startswith(STATUS):
            statuses.update((label, subject.removeprefix(STATUS)) for label in words.all(subject, "skos:altLabel"))
    return Lexicon(
        predicates=compile_predicates(words),
        bonds=compile_bonds(words, _scheme(words, "lexicon/bonds")),
        registry=compile_registry(things),
        roles=role_names,
        role_words=frozenset(label.lower().split()[-1] for label, _ in _labels(words, roles, "ikg:rank")),
        bodies=_singular({label.lower(): kind for label, kind in _labels(words, bodies, "ikg:kind")}),
        openers=frozenset(
            label.lower() for subject in bodies if words.one(subject, "ikg:opens") for label in _names(words, subject)
        ),
        honorifics={
            label.lower().rstrip("."): gender
            for label, gender in _labels(words, _scheme(words, "lexicon/honorifics"), "ikg:gender")
        },
        inspection_nouns=_with_plurals(words, "lexicon/inspection-nouns"),
        inspection_verbs=dict(_labels_kind(words, "lexicon/inspection-verbs")),
        inspection_types=dict(_labels_kind(words, "lexicon/inspection-types")),
        statuses=statuses,
        undertakings=compile_undertakings(words),
        relations=compile_relations(words),
    )


def _singular(heads: dict[str, str | None]) -> dict[str, str | None]:
    """Head words without their plurals: "Boards" is a group, no body."""
    return {
        head: kind
        for head, kind in heads.items()
        if head.removesuffix("s") not in heads or head.removesuffix("s") == head
    }


def _scheme(words: Described, name: str) -> list[str]:
    return [subject for subject, schemes in words.with_property("skos:inScheme") if ROOT + name in schemes]


def _names(words: Described, subject: str) -> list[str]:
    return [*words.all(subject, "skos:prefLabel"), *words.all(subject, "skos:altLabel")]


def _labels(words: Described, subjects: list[str], detail: str) -> list[tuple[str, str | None]]:
    return [
        (label, words.one(subject, detail)) for subject in subjects for label in dict.fromkeys(_names(words, subject))
    ]


def _labels_kind(words: Described, scheme: str) -> list[tuple[str, str]]:
    return [(label.lower(), kind or "") for label, kind in _labels(words, _scheme(words, scheme), "ikg:inspectionKind")]


def _with_plurals(words: Described, scheme: str) -> dict[str, str]:
    found = dict(_labels_kind(words, scheme))
    return found | {plural(noun): kind for noun, kind in found.items()}
