"""The shape of a clause: where its subject stands, what its verb group is, which predicate of speech it holds.

Comes in: tokens and mentions.  Goes out: :class:`Subject`, :class:`VerbGroup`, :class:`Match`.  The one idea: English
minutes put the subject first and the verb next; what stands between is adverbs, brackets and appositions, and can be
skipped by closed word lists.  No parser, no tagger.
"""

from __future__ import annotations

from kg.facts.clauses.actors import actor_at, possessive
from kg.facts.clauses.commons import called, common_body
from kg.facts.clauses.openings import main_start, opened
from kg.facts.clauses.predicates import match
from kg.facts.clauses.subjects import skip_apposition, subject_at
from kg.facts.clauses.verbs import is_participle, is_past, parenthesis_end, verb_group, verbless
from kg.facts.shapes import Actor, Match, Subject, VerbGroup

__all__ = [
    "Actor",
    "Match",
    "Subject",
    "VerbGroup",
    "actor_at",
    "called",
    "common_body",
    "is_participle",
    "is_past",
    "main_start",
    "match",
    "opened",
    "parenthesis_end",
    "possessive",
    "skip_apposition",
    "subject_at",
    "verb_group",
    "verbless",
]
