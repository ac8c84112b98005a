"""Units of bodies, told by a name or by the head of the minutes: "the Abuse Unit at the Home Office", an authority over its committee.

Comes in: the mentions of a document.  Goes out: relations.  The one idea: "of", "at" or a possessive between two names says that the
first is part of the second; a committee named in the line under the name of a body is that body's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, pairwise

from kg.entities import BODIES
from kg.facts.context import Context
from kg.lexicon.lists import lists
from kg.model import Mention, Relation, Span

_UNITS = frozenset(
    "unit directorate division sub-group subgroup sub-committee subcommittee committee panel team section".split()
)
_PARTS = _UNITS | {"laboratory", "branch", "service", "centre", "bureau", "office", "college", "institute", "school"}
_NEAR = 8  # tokens
_NEW = frozenset({"new", "own", "then", "former", "local", "specialist"})
_IN = frozenset({"of", "in", "within", "at"})
_OUTSIDERS = lists("relating").words("of-outsiders")


@dataclass(slots=True)
class Layout:
    """Reads the mentions of one document."""

    context: Context

    def read(self) -> Iterator[Relation]:
        """Every unit with the body that it is part of."""
        mentions = self.context.cast.mentions
        keys, type_of = self.context.cast.by_first, self.context.type_of
        bodies = [type_of(keys[mention.first]) in BODIES for mention in mentions]
        yield from self._branches(list(compress(mentions, bodies)))
        yield from self._of_posts()
        for number in range(1, len(mentions)):
            if bodies[number] and bodies[number - 1]:
                yield from self._neighbours(mentions[number - 1], mentions[number])

    def _branches(self, bodies: list[Mention]) -> Iterator[Relation]:
        """ "CPS Wessex" beside "CPS": a branch bears the letters of the whole and the name of a place."""
        words = self.context.tokens.words
        wholes = {
            letters: m
            for m in bodies
            for letters in ((words[m.first],) if m.last - m.first == 1 else self._letters(m))
            if letters.isupper()
        }
        for mention in bodies:
            whole = wholes.get(words[mention.first]) if mention.last - mention.first > 1 else None
            if whole is None or len(words[mention.first]) <= 2:
                continue
            if all(word[0].isupper() for word in words[mention.first : mention.last]):
                keys = self.context.cast.by_first
                yield Relation(
                    keys[mention.first],
                    "subOrganizationOf",
                    keys[whole.first],
                    mention.span,
                    "relation-subOrganizationOf-name",
                )

    def _of_posts(self) -> Iterator[Relation]:
        """ "the Head of the Abuse Unit at the Home Office": the unit that a post is in, with the body behind."""
        mentions, cast, lows = self.context.cast.mentions, self.context.cast, self.context.tokens.lows
        for post, whole in pairwise(mentions):
            draft = cast.table.get(cast.by_first[post.first]) if post.scope else None
            unit = cast.table.get(draft.post_in) if draft else None
            if unit is None or unit.label.lower().split()[-1] not in _UNITS:
                continue
            between = [low for low in lows[post.last : whole.first] if low != "the"]
            if len(between) == 1 and between[0] in _IN and self._is_body(whole):
                span = Span(post.span.start, whole.span.end)
                yield Relation(
                    unit.key, "subOrganizationOf", cast.by_first[whole.first], span, "relation-subOrganizationOf-name"
                )

    def _letters(self, mention: Mention) -> tuple[str, ...]:
        """The short forms of a body that is written out."""
        draft = self.context.cast.table.get(self.context.cast.by_first[mention.first])
        return tuple(name for name in draft.names if name.isalpha()) if draft and draft.registered else ()

    def _neighbours(self, first: Mention, second: Mention) -> Iterator[Relation]:
        if not (self._is_unit(first) or self._is_unit(second) or self._is_lettered(first)):
            return
        lows = self.context.tokens.lows
        lettered = self._is_lettered(first)
        between = [low for low in lows[first.last + lettered : second.first] if low != "the"]
        if (lettered or self._is_unit(first)) and len(between) == 1 and between[0] in _IN:
            yield self._made(first, second)
        elif (self._is_unit(second) and not set(between) - _NEW and lows[first.last - 1].endswith(("'s", "s'"))) or (
            self._is_unit(second) and not self._is_unit(first) and self._heads(first, second)
        ):
            yield self._made(second, first)

    def _heads(self, first: Mention, second: Mention) -> bool:
        """Do the two names stand alone in two lines that follow each other at the head of the document?"""
        text, lows = self.context.text, self.context.tokens.lows
        if not _OUTSIDERS.isdisjoint(lows[second.first : second.last]):
            return False
        if (
            first.span.start > 200
            or text[first.span.end : second.span.start].strip(" \t\n\r*#_")
            or "\n" not in text[first.span.end : second.span.start]
        ):
            return False
        return self._alone(first.span) and self._alone(second.span)

    def _alone(self, span: Span) -> bool:
        text = self.context.text
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        line = text[start : end if end >= 0 else len(text)]
        return len(line.strip(" \t*#_")) <= len(span) + 1

    def _is_body(self, mention: Mention) -> bool:
        return self.context.type_of(self.context.cast.by_first[mention.first]) in BODIES

    def _is_unit(self, mention: Mention) -> bool:
        return self.context.tokens.bases[mention.last - 1] in _UNITS

    def _is_lettered(self, mention: Mention) -> bool:
        """ "Fens Division (FD) of the Department": are these the letters of a unit, in brackets?"""
        lows = self.context.tokens.lows
        if lows[mention.first - 1] != "(" or lows[mention.last] != ")":
            return False
        draft = self.context.cast.table.get(self.context.cast.by_first[mention.first])
        by = (
            "by" in lows[max(0, mention.first - _NEAR) : mention.first]
        )  # "an audit by the Audit Office (AO) of the Agency"
        return draft is not None and draft.label.lower().split()[-1] in _PARTS and not by

    def _made(self, part: Mention, whole: Mention) -> Relation:
        keys = self.context.cast.by_first
        span = Span(min(part.span.start, whole.span.start), max(part.span.end, whole.span.end))
        return Relation(
            keys[part.first], "subOrganizationOf", keys[whole.first], span, "relation-subOrganizationOf-name"
        )
