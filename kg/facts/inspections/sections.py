"""Whose section of the minutes a line stands in: "Report of the Inspectorate", "HI – review of stores", "Internal audit (Lark Crane)".

Comes in: a line.  Goes out: keys of bodies, or nothing.  The one idea: a heading that is no more than a name says who reports under it; a name
before a colon or dash says whose note it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts.context import Line
from kg.facts.inspections.subjects import Subjects
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.offices import seat_title
from kg.facts.words import ARTICLES

TELLING = frozenset({"informed", "undertook", "acknowledged"})
_OF_OURS = TELLING | {"suggested"}
_REPORTING = WORDS.words("of-a-report") | ARTICLES
JOINS = frozenset({"and", "&", "/", "+"})
_LISTING = JOINS | {","}


@dataclass(slots=True)
class Sections(Subjects):
    """Tells who reports where a line stands."""

    acts: frozenset[str] = frozenset()  # what is done by saying this sentence

    def headed(self, line: Line, kind: str) -> bool:
        """ "Review of the Council": does the heading name an undertaking of a kind?"""
        first, last = self._heading(line)
        nouns = self.context.lexicon.undertakings
        found = (nouns.noun_at(self.context.tokens, k, first) for k in range(first, last))
        return any(noun is not None and noun[1].meaning == kind and not noun[1].weak for noun in found)

    def _in_heading(self, line: Line) -> tuple[str, ...]:
        """ "7. The Regulator of Social Housing": the one inspecting body that the heading names."""
        found = [key for key in self.bodies_in(*self._heading(line)) if self.inspects(key)]
        return tuple(found) if len(found) == 1 else ()

    def _heading(self, line: Line) -> tuple[int, int]:
        """The tokens of the title under which a line stands."""
        position = line.passage.position
        titles = (one.title for one in self.context.outline.headings if one.position == position)
        title = next(titles, None) if position is not None else None
        return self.context.tokens.range_of(title) if title else (0, 0)

    def _reports(self, line: Line) -> tuple[str, ...]:
        """ "Housing Ombudsman", "Report of the Inspectorate (HI)", "Internal audit (Ormsby Kaye)": who a heading says reports under it."""
        first, last = self._heading(line)
        tokens = self.context.tokens
        if first == last:
            return ()
        if tokens.lows[first] in {"internal", "external"} and tokens.lows[first + 1].startswith("audit"):
            firm = self._firm(first + 2, last) if last > first + 3 else None
            return (firm,) if firm else ()
        mention = next((self.context.mention_at[k] for k in self.context.named_in(first, last)), None)
        key = self.context.key_at(mention.first) if mention else None
        if mention is None or key is None or set(tokens.lows[first : mention.first]) - _REPORTING:
            return ()
        rest = tokens.lows[mention.last : last]
        whole = not rest or rest[0] == "(" or not set(rest) - _REPORTING
        body = self.as_body(key)
        does = (body is not None and (self.inspects(body) or self.hears(body))) or bool(seat_title(self.context, key))
        return self.seated(line, (key,)) if whole and does else ()

    def reporters(self, line: Line) -> tuple[str, ...]:
        """Those in whose section of the minutes a line stands, where one of them tells it."""
        return self._reports(line) if self.reporting(line) else ()

    def reporting(self, line: Line) -> bool:
        """Does one of an inspecting body tell of it, in whose section of the minutes it stands?"""
        speakers = {body for key in self.saying if (body := self.as_body(key))}
        return bool(speakers & set(self._reports(line))) and self.acts <= TELLING

    def _tells_of_others(self, reporting: tuple[str, ...]) -> bool:
        """Does somebody of another inspecting body tell it?"""
        speakers = {body for key in self.saying if (body := self.as_body(key)) and self.inspects(body)}
        return bool(speakers - set(reporting))

    def _of_us(self, line: Line, kind: str, looked_at: tuple[str, ...]) -> tuple[str, ...]:
        """ "The Director reported that the thematic review was half done", at the board of a regulator: the body that meets, of whose own people tell it."""
        main, here = self.context.cast.resolver.main_body, self.context.cast.here
        if not main or self.context.small or kind not in {"inspection", "review"} or not self.acts <= _OF_OURS:
            return ()
        tellers = self.saying or self.discourse.speakers
        ours = bool(tellers) and all(key in here and self.as_body(key) is None for key in tellers)
        others = set(self.bodies_in(line.first, line.last)) - {main, *looked_at}
        return (main,) if ours and main not in looked_at and not others and self.inspects(main) else ()

    def _noters(self, line: Line) -> tuple[str, ...]:
        """ "WSO: leakage audit half done", "HI & the Board – review of stores": the bodies that a note is of."""
        found: list[str] = []
        k = line.first + (self.context.tokens.lows[line.first] in {"the", "our"})
        if unit := self._own_unit(line, k):
            return unit
        while (mention := self.context.mention_at.get(k)) is not None and mention.last < line.last:
            key = self.context.key_at(k)
            if key is None or self.context.type_of(key) not in BODIES:
                return ()
            found.append(key)
            k = mention.last
            if self.context.tokens.words[k] in MARKS:
                return tuple(found)
            if self.context.tokens.lows[k] not in _LISTING:
                return ()
            k += self.context.tokens.lows[k : k + 2] == [",", "with"]
            k += 1 + (self.context.tokens.lows[k + 1] == "the")
        return ()

    def _own_unit(self, line: Line, k: int) -> tuple[str, ...]:
        """ "The Council's own internal audit section – …", "Our internal auditors: …": the body whose unit a note is of."""
        lows = self.context.tokens.lows
        mark = next((m for m in range(k, min(line.last, k + 8)) if self.context.tokens.words[m] in MARKS), -1)
        if mark < 0 or "internal" not in lows[k:mark] or not any(low.startswith("audit") for low in lows[k:mark]):
            return ()
        return next(((key,) for key in self.bodies_in(line.first, mark)), self.meeting_body())
