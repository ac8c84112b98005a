"""What a body was called before: "the Agency (the former Board)", "the Agency, then called the Board", "known as the Board until 1994".

Comes in: a line.  Goes out: relations.  The one idea: a name of old in apposition, or one that was borne until some day, is that of who
came before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.inversions import Inversions
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.mentions.words import MONTHS
from kg.model import Relation

_OF_OLD = lists("relating").words("of-old")
_WAS_ONCE = _OF_OLD | BE | {"has", "had"}
_FORMER = frozenset({"former", "old", "erstwhile"})
_CALLED = frozenset({"called", "known", "named", "styled"})
_DONE = frozenset({"done", "performed", "carried", "discharged", "exercised"})
_TAKING = lists("relating").words("taking-over")
_GUISES = frozenset({"name", "guise", "colours", "flag", "banner"})
_NEW = frozenset({"new", "another", "different", "fresh", "later"})
_MERELY = frozenset(
    {"the", "none", "other", "than", "simply", "only", "just", "merely", "really", "in", "fact", "but", "old"}
)
_MARKS = frozenset({",", "(", "–", "—"})
_CLOSES = _MARKS | {")", ".", ";"}


@dataclass(slots=True)
class Formers:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _FORMER | _CALLED | _DONE | _GUISES | {"until", "what"}

    def at(self, k: int) -> Iterator[Relation]:
        """Who came after whom, as a word of old names at a token tells."""
        scene = self.scene
        low = scene.context.tokens.lows[k]
        ends = (
            self._in_guise(k)
            if low in _GUISES
            else self._what_was(k)
            if low == "what"
            else self._done(k)
            if low in _DONE
            else self._was(k)
            if low == "until"
            else self._apposed(k) or self._taken_over(k)
            if low in _FORMER
            else self._called(k)
        )
        if ends is None or not scene.telling.so(scene.befores.start(k), k):
            return
        now, old = ends
        if (
            len(now.keys) == 1
            and len(old.keys) == 1
            and now.keys != old.keys
            and not (now.head or old.head or now.person)
        ):
            yield scene.made(now.keys[0], "succeeds", old.keys[0], "former")

    def _in_guise(self, k: int) -> tuple[Party, Party] | None:
        """ "Y is X under a new name", "Y is none other than X by another name"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        under = next(
            (m for m in range(k - 1, max(scene.line.first, k - 4), -1) if lows[m] in {"under", "by", "in"}), -1
        )
        if under < 0 or _NEW.isdisjoint(lows[under:k]):
            return None
        old = scene.parties.ending(under, scene.line.first) or scene.parties.capitals.ending(under)
        be = old.first - 1 if old is not None else -1
        while be > scene.line.first and lows[be] in _MERELY:
            be -= 1
        before = scene.anybody.of(be) if be > scene.line.first and lows[be] in {"is", "was"} else None
        return (before.party, old) if before is not None and old is not None else None

    def _what_was(self, k: int) -> tuple[Party, Party] | None:
        """ "what used to be X is, for most purposes, Y"."""
        scene, tokens = self.scene, self.scene.context.tokens
        be = next((m for m in range(k + 1, min(scene.line.last, k + 5)) if tokens.lows[m] in {"be", "was", "been"}), -1)
        old = scene.parties.named(be + 1 + (tokens.lows[be + 1] in _OF_OLD), scene.line.last) if be > 0 else None
        if old is None or old.last + 2 >= scene.line.last or tokens.lows[old.last] not in {"is", "has", "became"}:
            return None
        m = old.last + 1 + (tokens.lows[old.last + 1] == "become")
        m += tokens.lows[m] in {"now", "today"}
        if tokens.words[m] == ",":
            m = next((n + 1 for n in range(m + 1, min(scene.line.last, m + 8)) if tokens.words[n] == ","), m)
        now = scene.parties.named(m, scene.line.last)
        return (now, old) if now is not None else None

    def _apposed(self, k: int) -> tuple[Party, Party] | None:
        """ "the Agency (the former Board)": between two marks, behind a name."""
        words, line = self.scene.context.tokens.words, self.scene.line
        opens = k - 1 - (self.scene.context.tokens.lows[k - 1] in {"the", "our"})
        old = self.scene.parties.named(k, line.last)
        if opens <= line.first or words[opens] not in _MARKS or old is None or old.last >= line.last:
            return None
        if words[old.last] not in _CLOSES:
            return None
        now = self.scene.parties.ending(opens, line.first) or self.scene.parties.capitals.ending(opens)
        return (now, old) if now else None

    def _taken_over(self, k: int) -> tuple[Party, Party] | None:
        """ "the Trust took over the wards of the former Board": whoever has taken what one that is no more had."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[k - 2 : k] != ["of", "the"] or (old := scene.parties.named(k + 1, scene.line.last)) is None:
            return None
        for m in range(k - 3, max(scene.line.first, k - 8), -1):
            if lows[m] in _TAKING and (lows[m] not in {"took", "taken", "takes"} or lows[m + 1] in {"over", "on"}):
                group = group_at(scene.context, m, scene.line.first)
                before = scene.befores.of(group.first)
                told = not group.negated and group.tense is not Tense.OPEN and not group.passive
                return (before.party, old) if before is not None and told else None
        return None

    def _done(self, k: int) -> tuple[Party, Party] | None:
        """ "before 2011 the Regulator's job had been done by Housing Scotland": whose job it was then."""
        scene, tokens = self.scene, self.scene.context.tokens
        by = next((m for m in range(k + 1, min(scene.line.last, k + 3)) if tokens.lows[m] == "by"), -1)
        group = group_at(scene.context, k, scene.line.first)
        if by < 0 or not group.passive or not _OF_OLD & set(tokens.lows[scene.line.first : scene.line.last]):
            return None
        before, old = scene.befores.of(group.first), scene.parties.named(by + 1, scene.line.last)
        if before is None or old is None or before.party.head not in scene.words.lists["functions"]:
            return None
        return Party(before.party.keys, before.party.first, before.party.last), old

    def _was(self, k: int) -> tuple[Party, Party] | None:
        """ "the Trust was the Eden Society until 2004"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if scene.context.tokens.words[k - 1] in {"(", ","} and (ends := self._bracketed(k)):
            return ends
        old = scene.parties.ending(k, scene.line.first) or scene.parties.capitals.ending(k)
        be = old.first - 1 - (lows[old.first - 1] == "the") if old else -1
        if old is None or be <= scene.line.first or lows[be] not in {"was", "were", "been"}:
            return None
        before = scene.anybody.of(be - (lows[be] == "been"))
        return (before.party, old) if before else None

    def _now_called(self, verb: int) -> tuple[Party, Party] | None:
        """ "HMICFRS, as HMIC is now called,"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        old = scene.parties.ending(verb, scene.line.first) or scene.parties.capitals.ending(verb)
        comma = old.first - 2 if old is not None and lows[old.first - 1] == "as" else -1
        now = scene.parties.ending(comma, scene.line.first) if comma > scene.line.first else None
        return (now, old) if now is not None and old is not None and lows[comma] == "," else None

    def _bracketed(self, k: int) -> tuple[Party, Party] | None:
        """ "the Trust (until 2004 the Eden Society)"."""
        scene, tokens = self.scene, self.scene.context.tokens
        m = next(
            (
                m
                for m in range(k + 1, min(scene.line.last, k + 4))
                if not tokens.words[m].isdigit() and tokens.lows[m] not in MONTHS
            ),
            k,
        )
        old = scene.parties.named(m, scene.line.last)
        now = scene.parties.ending(k - 1, scene.line.first) or scene.parties.capitals.ending(k - 1)
        closed = old is not None and tokens.words[old.last] in {")", ","}
        return (now, old) if now is not None and old is not None and closed else None

    def _called(self, k: int) -> tuple[Party, Party] | None:
        """ "was known as the Board until 1994", ", then called the Board,": of the subject, or of the name before the mark."""
        tokens, line, scene = self.scene.context.tokens, self.scene.line, self.scene
        if tokens.lows[k - 2 : k] == ["is", "now"] and (ends := self._now_called(k - 2)):
            return ends
        old = scene.parties.named(k + 1 + (tokens.lows[k + 1 : k + 2] == ["as"]), line.last)
        if old is None or not _OF_OLD & {*tokens.lows[line.first : k], *tokens.lows[old.last : old.last + 2]}:
            return None
        first = k
        while first > line.first and tokens.lows[first - 1] in _WAS_ONCE:
            first -= 1
        if first == line.first:
            behind = Inversions(scene).dangling(first, old.last)
            now = behind.party if behind else None
        elif tokens.words[first - 1] in _MARKS and first > line.first:
            now = scene.parties.ending(first - 1, line.first) or scene.parties.capitals.ending(first - 1)
        else:
            before = scene.anybody.of(first)
            now = before.party if before else None
        return (now, old) if now else None
