"""Relationships between two organisations that the text states: inspects, oversees, is part of, works with, succeeds.

Comes in: lines with the inspections read from them.  Goes out: relations, each once.  The one idea: a verb or noun of relationship
stands between the two bodies; what is denied, asked for or only proposed is no relationship.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from kg.entities import BODIES
from kg.facts.clauses import opened
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.inspections.subjects import Subjects
from kg.facts.relations.bonds import Bonds
from kg.facts.relations.charges import Charges
from kg.facts.relations.endings import Endings
from kg.facts.relations.formers import Formers
from kg.facts.relations.fronted import Fronted
from kg.facts.relations.kinds import Kinds
from kg.facts.relations.layout import Layout
from kg.facts.relations.mergers import Mergers
from kg.facts.relations.nouns import Nouns
from kg.facts.relations.parties import Parties
from kg.facts.relations.pronouns import is_apposed
from kg.facts.relations.reports import Reports
from kg.facts.relations.scene import Scene
from kg.facts.relations.sharing import Sharing
from kg.facts.relations.together import Together
from kg.facts.relations.unders import Unders
from kg.facts.relations.unions import Unions
from kg.facts.relations.verbs import Verbs
from kg.facts.relations.visits import Visits
from kg.facts.signs import sign, sign_of, together
from kg.lexicon.relations import RelationWords
from kg.model import Inspection, Passage, PassageKind, Relation
from kg.sentences import split

__all__ = ["Relations"]

_READERS = (
    Verbs,
    Fronted,
    Mergers,
    Nouns,
    Together,
    Sharing,
    Bonds,
    Visits,
    Reports,
    Charges,
    Unders,
    Endings,
    Formers,
    Unions,
)
_IT = sign({"it"})
_STUDIES = frozenset({"study", "examination", "survey", "evaluation", "analysis"})
_SPEAKING = frozenset(
    {"it", "its", "we", "our", "us", "they", "their", "he", "she", "his", "her", "by", "inspectors", "auditors"}
)
_FEARING = frozenset({"feared", "dreaded", "doubted", "imagined", "pictured"})
_ASKING = frozenset({"asked", "wondered", "enquired", "inquired", "queried", "asks"})
_QUESTIONS = frozenset({"who", "whom", "whose"})
_REAL = frozenset({"completed", "under-way", "planned"})


@dataclass(slots=True)
class Relations:
    """Reads relationships line by line."""

    context: Context
    discourse: Discourse
    found: dict[tuple[str, str, str], Relation] = field(default_factory=dict)
    who: Subjects = field(init=False)
    kinds: Kinds = field(init=False)
    before: Line | None = None  # the sentence before
    pair: tuple[str, ...] = ()  # the two bodies last told of together
    carried: tuple[str, ...] = ()  # the body that "it" opened the sentence before with

    def __post_init__(self) -> None:
        self.who = Subjects(self.context, self.discourse)
        self.kinds = Kinds(self.context, self.discourse)
        for relation in Layout(self.context).read():
            self._take(relation)

    def read(self, line: Line, seen: list[Inspection]) -> None:
        """Take up the relationships of one sentence."""
        stated = list(self._stated(line))
        undertaken = self._undertaken(line, seen, stated) if seen else ()
        for relation in (*stated, *undertaken):
            self._take(relation)
        self.carried = self._it(line)
        self.before = line
        for item in seen:
            if len(item.conducted_by) == 2:
                self.pair = item.conducted_by

    def _undertaken(self, line: Line, seen: list[Inspection], stated: list[Relation]) -> Iterator[Relation]:
        """What the inspections of a sentence tell, but for an inspector of whom its own words tell that."""
        inspecting = {one.subject for one in stated if one.predicate == "inspects"}
        for one in self._of_inspections(line, seen):
            if one.predicate != "inspects" or one.subject not in inspecting:
                yield one

    def read_lists(self) -> None:
        """Take up what entries of the attendance list and action lines tell ("Ann Lee, Trading Standards (part of the Council)")."""
        context, outline = self.context, self.context.outline
        self.discourse.topic = None
        for span in (*(entry.span for entry in outline.attendees), *(action.span for action in outline.actions)):
            self.before, self.pair = None, ()
            first, last = context.tokens.range_of(span)
            if not together(context.signs[first:last]) & (_CUES | _IT):
                self.carried = ()
                continue  # nothing is told, and nothing that the next may mean
            for piece in split(context.text, context.tokens, span):
                signs = together(context.signs[piece.first : piece.last])
                line = Line(piece.first, piece.last, piece, Passage(span, PassageKind.ACTION), signs)
                self.read(opened(context, line), [])

    def _it(self, line: Line) -> tuple[str, ...]:
        """The body that a sentence goes on with, where it opens with "it", or with what it is."""
        opens = self.context.tokens.lows[line.start] in {"it", "its"}
        at = line.start if opens else self._it_behind(line) if line.signs & _IT else -1
        if at < 0:
            return ()
        return Parties(self.who, self.kinds, line, self.pair, self.before, self.carried).phrases.pronouns.it(at)

    def _it_behind(self, line: Line) -> int:
        """The "it" that follows what it is, or else that of "The Clerk said that it was not. It does, however, …"."""
        its = self.context.showing(_IT, line.first + 1, line.last)
        apposed = next((k for k in its if is_apposed(self.context, line, k)), -1)
        if apposed > 0 or self.who.bodies_in(line.first, line.last):
            return apposed
        return next((k for k in its if self.context.tokens.lows[k - 1] == "that"), -1)

    def _take(self, relation: Relation) -> None:
        """Note a relationship, each once, and one that goes both ways once for both."""
        mirrored = (relation.object, relation.predicate, relation.subject)
        if relation.subject != relation.object and not (relation.predicate == "worksWith" and mirrored in self.found):
            self.found.setdefault((relation.subject, relation.predicate, relation.object), relation)

    def _stated(self, line: Line) -> Iterator[Relation]:
        """What the words of a line tell, each read by whom it is a cue for."""
        context, words = self.context, self.context.lexicon.relations
        if not line.signs & _CUES or not (line.signs & _STANDING or self._names_a_body(line)):
            return
        scene: Scene | None = None
        lows, seen = context.tokens.lows, set(context.tokens.lows[line.first : line.last])
        for k in context.showing(_CUES, line.first, line.last):
            low = lows[k]
            readers = (words.cues if words.may_tell(low, seen) else words.cues_of_others)[low]
            if readers and not context.within_name(k):
                scene = scene or Scene(self.who, self.kinds, line, self.pair, self.before, self.carried)
                for reader in readers:
                    yield from reader(scene).at(k)

    def _names_a_body(self, line: Line) -> bool:
        context = self.context
        return not BODIES.isdisjoint(map(context.type_of, context.keys_in(line.first, line.last)))

    def _of_inspections(self, line: Line, seen: list[Inspection]) -> Iterator[Relation]:
        """Who inspects or inspected a body inspects it; who does so together works together."""
        for item in seen:
            if item.status not in _REAL or not item.conducted_by:
                continue
            if (item.status == "planned" and self._open(line)) or self._asks(line):
                continue
            first = item.conducted_by[0]
            sure = item.status != "planned" or len(item.conducted_by) > 1 or self._tells_of(line, first)
            inside = self.who.internal(first)  # "the internal auditors are to audit the registers of the Trust"
            if (
                sure
                and not inside
                and len(item.inspected) == 1
                and not self._studies(item)
                and self.who.inspects(first)
            ):
                yield Relation(first, "inspects", item.inspected[0], item.evidence, "relation-inspection")
            for one, other in combinations(item.conducted_by, 2):
                yield Relation(one, "worksWith", other, item.evidence, "relation-joint-inspection")

    def _tells_of(self, line: Line, body: str) -> bool:
        """Does a sentence speak of a body, or of anybody who may be of it ("the Agency is to be audited next year" speaks of no auditor)?"""
        named = self.who.bodies_in(line.first, line.last)
        lows = self.context.tokens.lows[line.first : line.last]
        spoken = not set(named).issuperset(self.context.keys_in(line.first, line.last))
        return body in named or spoken or bool(_SPEAKING & set(lows))

    def _studies(self, item: Inspection) -> bool:
        """Is it a study or survey, which inspects nobody?"""
        text = self.context.text[item.evidence.start : item.evidence.end].lower().split()
        return item.kind == "review" and bool(_STUDIES & set(text))

    def _asks(self, line: Line) -> bool:
        """ "asked who inspected the Trust": is it only what somebody wants to know?"""
        lows = self.context.tokens.lows
        return any(lows[k] in _ASKING and lows[k + 1] in _QUESTIONS for k in range(line.first, line.last - 1))

    def _open(self, line: Line) -> bool:
        """ "could not say that", "asked whether": does the sentence leave open what is planned?"""
        lows = self.context.tokens.lows[line.first : line.last]
        return (
            "whether" in lows
            or not _FEARING.isdisjoint(lows)
            or "yet" in lows
            or ("not" in lows and bool({"could", "can", "did"} & set(lows)) and "that" in lows)
        )


def _learn(words: RelationWords) -> Iterable[str]:
    """Note with each word who reads at it: the words at which somebody does."""
    cues: dict[str, list[Any]] = {}
    for reader in _READERS:
        for low in reader.cues(words):
            cues.setdefault(low, []).append(reader)
    words.cues_of_others.update({low: [one for one in readers if one is not Verbs] for low, readers in cues.items()})
    words.cues.update(cues)  # at one stroke: others may be reading beside this
    return words.cues


_CUES = sign_of(lambda words: _learn(words.relations))
_STANDING = sign_of(lambda words: words.relations.standing, genitives=True)
